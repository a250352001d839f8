#!/usr/bin/env python3
"""docs/relations.md: every kind of relation with what is read, its rules, and what was measured on the labelled sets.

Texts stand in benchmarks/kinds.toml, figures come from one run of the command over the samples (../shared/samples) and
all blind pairs. Says so and writes nothing where ../shared is missing. `make scores` calls it.
"""

from __future__ import annotations

import collections
import json
import sys
import tomllib
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
SHARED = HOME.parent / "shared"
TARGET = HOME / "docs" / "relations.md"
sys.path[:0] = [str(HOME / "benchmarks"), str(SHARED / "tools")]

HEAD = """# Relations

Every kind of relation that is looked for, what of it is read, what is not read yet, and which rules judge it. The figures
are measured on the published samples and all blind pairs of the kind (see [scores](scores.md)): *caught* of the texts
with one wrong figure, those with a fail or at least a warning on it (*caught~*), and false alarms among the right ones.
Nearly all of these texts have been worked with since they were written; what happens on text that nobody has seen is told
by the first runs at the end of the scores.
"""


def kinds() -> list[dict]:
    """The entries of kinds.toml."""
    return tomllib.loads((HOME / "benchmarks" / "kinds.toml").read_text("utf-8"))["kind"]


def measured() -> dict[str, collections.Counter]:
    """Pairs, caught, caught or warned, and alarms by the kind's name in the sets."""
    import score_pairs
    from scores import COMMAND

    cases = []
    for number, path in enumerate([SHARED / "samples" / "pairs.jsonl", *sorted((HOME / "benchmarks" / "blind").rglob("*.jsonl"))]):
        read = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
        cases += [case | {"id": f"{number}-{case['id']}"} for case in read if "inconsistent" in case]  # ids are a set's own
    texts = {case["id"] + "-ok": case["consistent"] for case in cases} | {case["id"] + "-bad": case["inconsistent"] for case in cases}
    checks = score_pairs.run(COMMAND, texts)
    found: dict[str, collections.Counter] = collections.defaultdict(collections.Counter)
    for case in cases:
        row = found[case["kind"]]
        hits = {c["verdict"] for c in checks[case["id"] + "-bad"] if score_pairs.is_hit(c, case)}
        row["pairs"] += 1
        row["caught"] += "fail" in hits
        row["warned"] += bool(hits & {"fail", "warn"})
        row["alarms"] += any(c["verdict"] == "fail" for c in checks[case["id"] + "-ok"])
    return found


def page(found: dict[str, collections.Counter]) -> str:
    """The page in Markdown: one table of figures, then a paragraph a kind."""
    lines = [HEAD, "| kind | pairs | caught | caught~ | false alarms |", "| --- | --- | --- | --- | --- |"]
    paragraphs = []
    for kind in kinds():
        row = sum((found[name] for name in kind["samples"] if name in found), collections.Counter())
        n = max(row["pairs"], 1)
        lines.append(f"| {kind['title']} | {row['pairs']} | {row['caught'] / n:.0%} | {row['warned'] / n:.0%} | {row['alarms']} |")
        rules = ", ".join(f"[{rule}](../rules/{rule}.toml)" for rule in kind["rules"])
        paragraphs.append(f"## {kind['title']}\n\n{kind['read']}\n\n*Not yet:* {kind['open']}\n\n*Rules:* {rules}\n")
    return "\n".join([*lines, "", *paragraphs])


def main() -> int:
    """Write docs/relations.md."""
    if not (SHARED / "tools").is_dir():
        print(f"no page of relations: {SHARED} is missing")
        return 0
    TARGET.write_text(page(measured()), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
