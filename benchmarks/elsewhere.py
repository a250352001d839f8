#!/usr/bin/env python3
"""Every fail on text of your own choice, to be read: how many false alarms are there on what nobody has tuned for?

    python benchmarks/elsewhere.py PATH... [--quiet]

PATH: a folder (its .txt and .md files), a text, or JSONL with "id" and "text" a line (.gz too). Prints each fail with its
arithmetic and the text around it, then words, checks and fails per million words of each path. What was found on text that
can be had as packages stands in docs/elsewhere.md.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
AROUND = 150
sys.path.insert(0, str(HOME))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--quiet", action="store_true", help="only the counts")
    options = parser.parse_args()
    for path in options.paths:
        if not path.exists():
            print(f"{path}: not there")
            return 2
        words, verdicts = survey(path, options.quiet)
        rate = 1_000_000 * verdicts["fail"] / max(words, 1)
        print(f"{path.name}: {words:,} words, {verdicts['pass']} pass, {verdicts['unknown']} unknown, {verdicts['warn']} warn, {verdicts['fail']} fail: {rate:.1f} fails per million words")
    return 0


def texts(path: Path) -> Iterator[tuple[str, str]]:
    """(name, text) of each document of a path."""
    if path.is_dir():
        for each in sorted(p for p in path.rglob("*") if p.suffix in (".txt", ".md")):
            yield str(each.relative_to(path)), each.read_text("utf-8", "replace")
    elif ".jsonl" in path.suffixes:
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, filter(str.strip, lines)):
                yield f"{row['id']}.txt", row["text"]
    else:
        yield path.name, path.read_text("utf-8", "replace")


def survey(path: Path, quiet: bool) -> tuple[int, collections.Counter]:
    """How many words a path has, and how many checks of each verdict; prints the fails."""
    from checker.pipeline import check, load
    from checker.reading import read_text

    (pack, rules), words, verdicts = load(), 0, collections.Counter()
    for name, text in texts(path):
        words += len(text.split())
        document = read_text(name, text.encode("utf-8"))
        checks = check(document, pack, rules)[1].checks
        verdicts.update(c.verdict for c in checks)
        for c in checks if not quiet else ():
            if c.verdict == "fail":
                start, end = min(e.start for e in c.evidence), max(e.end for e in c.evidence)
                around = " ".join(document.text[max(0, start - AROUND) : end + AROUND].split())
                print(f"{name}:{start}-{end} {c.rule}: {c.message}\n    {around}\n")
    return words, verdicts


if __name__ == "__main__":
    sys.exit(main())
