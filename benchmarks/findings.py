#!/usr/bin/env python3
"""Every fail on the real documents of ../shared/corpora, beside what a person said of it on reading: docs/findings.md.

    python benchmarks/findings.py            run over everything (some minutes), write the page
    python benchmarks/findings.py --unjudged print those that nobody has read yet, with their text around

Judgements stand in benchmarks/findings.tsv: document, rule, first offset, genuine or false, why. The page has figures and
offsets, no text of the documents. Says so and writes nothing where ../shared is missing.
"""

from __future__ import annotations

import argparse
import collections
import csv
import gzip
import json
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
CORPORA = HOME.parent / "shared" / "corpora"
JUDGED = HOME / "benchmarks" / "findings.tsv"
TARGET = HOME / "docs" / "findings.md"
AROUND = 150
sys.path.insert(0, str(HOME))

HEAD = """# Findings on real documents

Every `fail` that `factcheck run` gives on the corpora (newswire, government statistics, financial reports, trial abstracts,
central bank, encyclopedia, speeches), read and judged. Written by `python benchmarks/findings.py` from one run over
everything and the judgements in benchmarks/findings.tsv. Offsets are code points of the decoded document, from the first
to the last figure; the arithmetic is the message of the finding; no text of the documents is kept here. "Genuine" is a
contradiction as printed. What other text shows, that nobody had read before, stands in [elsewhere](elsewhere.md).
"""


def main() -> int:
    """Write the page, or print what nobody has judged."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unjudged", action="store_true")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print("../shared/corpora is missing: nothing to judge")
        return 0
    fails, words, passes = survey()
    judged = judgements()
    if options.unjudged:
        for document, rule, start, end, message, around in fails:
            if (document, rule, start) not in judged:
                print(f"{document}\t{rule}\t{start}\t{message}\n    {around}")
        return 0
    TARGET.write_text(page(fails, judged, words, passes), "utf-8")
    return 0


def survey():
    """(document, rule, start, end, message, text around) of every fail; words and passes by equation of each corpus."""
    from checker.pipeline import check, load
    from checker.reading import read_text

    pack, rules = load()
    fails, words, passes = [], collections.Counter(), collections.Counter()
    for path in sorted(CORPORA.glob("*.jsonl.gz")):
        corpus = path.name.split(".")[0]
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                document = read_text("document.txt", row["text"].encode())
                words[corpus] += len(document.text.split())
                for found in check(document, pack, rules)[1].checks:
                    passes[corpus] += found.verdict == "pass" and "==" in found.equation
                    if found.verdict == "fail":
                        start, end = min(e.start for e in found.evidence), max(e.end for e in found.evidence)
                        around = " ".join(document.text[max(0, start - AROUND) : end + AROUND].split())
                        fails.append((row["id"], found.rule, start, end, found.message, around))
    return fails, words, passes


def judgements() -> dict[tuple[str, str, int], tuple[str, str]]:
    """What was said of a fail, by document, rule and first offset: genuine or false, and why."""
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        return {(d, rule, int(start)): (judged, why) for d, rule, start, judged, why in csv.reader(lines, delimiter="\t")}


def page(fails, judged, words, passes) -> str:
    """The page in Markdown, the rules with most fails first."""
    told = [judged.get((document, rule, start), ("not read", "")) for document, rule, start, *_ in fails]
    total, counts = sum(words.values()), collections.Counter(verdict for verdict, _ in told)
    lines = [HEAD]
    lines.append(
        f"{len(fails)} fails in {total:,} words: {counts['genuine']} genuine ({counts['genuine'] / max(1, len(fails)):.0%}), "
        f"{counts['false']} false ({counts['false'] * 1e6 / total:.1f} per million words), {counts['not read']} not read.\n"
    )
    lines.append("| corpus | words | passes by equation per million words |\n| --- | --- | --- |")
    lines += [f"| {name} | {words[name]:,} | {passes[name] * 1e6 / words[name]:,.0f} |" for name in sorted(words)]
    by_rule = collections.Counter(rule for _, rule, *_ in fails)
    for rule, count in sorted(by_rule.items(), key=lambda item: (-item[1], item[0])):
        lines.append(f"\n## {rule} ({count})\n\n| document | offsets | arithmetic | judged | why |\n| --- | --- | --- | --- | --- |")
        for (document, own, start, end, message, _), (verdict, why) in zip(fails, told):
            if own == rule:
                lines.append(f"| {document} | {start}-{end} | {message.replace('|', '/')} | {verdict} | {why} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
