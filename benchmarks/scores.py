#!/usr/bin/env python3
"""Scores on labelled texts, by kind of relation: `make scores` writes them to docs/scores.md.

Runs the score scripts beside the project (../shared/tools) on their samples (../shared/samples) and on every file of
benchmarks/blind and benchmarks/drills. Says so and writes nothing where ../shared is missing.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SHARED = HOME.parent / "shared"
TARGET = HOME / "docs" / "scores.md"
COMMAND = f"{shlex.quote(sys.executable)} -m checker"

HEAD = """# Scores

Written by `make scores`; what the columns mean stands in the score scripts. "Blind pairs" are the texts in
benchmarks/blind, written from the kinds' names alone. After its first run a set is read and worked with like the
samples, so only the first run tells what happens on text that nobody has seen; it stands at the end of this page. "Drills" are the
texts in benchmarks/drills that the mechanisms were built with: they tell what is reached, not what to expect. "True texts"
(benchmarks/true_texts) are crowded with figures and hold no error: every fail there is a false one.
"""

# Folders of benchmarks/blind and what is in them, in the order in which they were written.
SETS = (("", "first set"), ("second", "second set"), ("third", "third set"), ("fourth", "fourth set"), ("fifth", "fifth set"), ("sixth", "sixth set"), ("seventh", "seventh set"), ("eighth", "eighth set"), ("ninth", "ninth set"), ("tenth", "tenth set"), ("eleventh", "eleventh set"), ("twelfth", "twelfth set"), ("thirteenth", "thirteenth set"), ("fourteenth", "fourteenth set"), ("fifteenth", "fifteenth set"), ("sixteenth", "sixteenth set, partly read"), ("seventeenth", "seventeenth set"), ("eighteenth", "eighteenth set, worked with"), ("nineteenth", "nineteenth set"), ("joint", "joint conflicts"), ("joint-read", "joint conflicts in press style, worked with"), ("joint-apart", "joint conflicts in press style, second, worked with"), ("joint-press", "joint conflicts in press style, third"))


def score(script: str, *files: Path) -> str:
    """The table that a score script prints for these files."""
    command = [sys.executable, SHARED / "tools" / script, *files, "--factcheck", COMMAND]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, cwd=HOME)
    return done.stdout.rstrip() if done.returncode == 0 else f"{script} failed:\n{done.stderr.strip()[-2000:]}"


def sections() -> list[tuple[str, str]]:
    """Titles and tables."""
    samples = SHARED / "samples"
    natural = [path for path in (samples / "natural.jsonl", samples / "holds.jsonl") if path.is_file()]
    tables = [("Pairs", score("score_pairs.py", samples / "pairs.jsonl"))]
    tables.append(("Clauses of real documents", score("score_natural.py", *natural)))
    for folder, name in SETS:
        files = sorted(path for path in (HOME / "benchmarks" / "blind" / folder).glob("*.jsonl") if path.stat().st_size)
        if files:
            tables.append((f"Blind pairs, {name}, now", score("score_pairs.py", *files)))
    true_texts = sorted((HOME / "benchmarks" / "true_texts").glob("*.jsonl"))
    tables.append(("True texts", score("score_pairs.py", *true_texts)))
    drills = sorted((HOME / "benchmarks" / "drills").rglob("*.jsonl"))
    tables.append(("Drills", score("score_pairs.py", *drills)))
    return tables


def main() -> int:
    """Write docs/scores.md."""
    if not (SHARED / "tools").is_dir():
        print(f"no scores: {SHARED} is missing")
        return 0
    tables = sections()
    parts = [HEAD, *(f"## {title}\n\n```\n{table}\n```\n" for title, table in tables)]
    first_runs = (HOME / "benchmarks" / "blind" / "first_runs.md").read_text("utf-8")
    TARGET.write_text("\n".join([*parts, first_runs.replace("\n## ", "\n### ").replace("# First", "## First", 1)]), "utf-8")
    for title, table in tables:
        print(f"{title}: {table.splitlines()[-1] if table else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
