"""If one number of a relation that holds were wrong, would it be a fail? And would anything else start to fail?

    python benchmarks/mutation.py [--per-rule 60] [--limit 400] [--show] [--rules share-of-total,balance] [--corpora reuters,ons]

Takes the passing checks by an equation on the documents of ../shared/corpora, changes one number of each (a digit, two
digits swapped, ten times, the neighbour's figure) so far that no rescue can save it, checks the document again, and
counts by rule how often that rule now fails on the changed number; and how often an unrelated check starts to fail.
A changed number with which the very relation still holds (a median that stays within its range) is no error: it is counted
as "holds" and not as tried.
Rules without a pass on the corpora are listed, too. The choice is deterministic.
"""

from __future__ import annotations

import argparse
import collections
import gzip
import json
import re
import sys
import zlib
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared" / "corpora"
sys.path.insert(0, str(ROOT))

NUMERAL = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+")
FAR = 1.35  # a changed number is this many times the old one, or one part in it, at least


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--per-rule", type=int, default=60)
    parser.add_argument("--limit", type=int, default=400, help="documents of each corpus")
    parser.add_argument("--show", action="store_true", help="list what is not caught")
    parser.add_argument("--rules", default="", help="only these, with commas between")
    parser.add_argument("--corpora", default="", help="only these, with commas between")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print("../shared/corpora is missing: nothing to mutate")
        return 0
    from checker.pipeline import load

    pack, rules = load()
    wanted = options.rules.split(",") if options.rules else [rule.id for rule in rules]
    rows = {rule.id: collections.Counter() for rule in rules if rule.id in wanted}
    for document, checks in documents(options.limit, options.corpora.split(",") if options.corpora else [], pack, rules):
        failing = {(c.rule, places(c)) for c in checks if c.verdict == "fail"}
        for c in checks:
            if c.rule in rows and c.verdict == "pass" and "==" in c.equation and rows[c.rule]["tried"] < options.per_rule:
                mutate(document, c, failing, rows[c.rule], pack, rules, options.show)
    report(rows)
    return 0


def documents(limit: int, names: list[str], pack, rules):
    from checker.pipeline import check
    from checker.reading import read_text

    for path in sorted(CORPORA.glob("*.jsonl.gz")):
        if names and path.name.partition(".")[0] not in names:
            continue
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line, _ in zip(lines, range(limit)):
                row = json.loads(line)
                if len(row["text"]) > 60_000:
                    continue  # each mutation checks the document again
                document = read_text(row["id"] + ".txt", row["text"].encode())
                yield document, check(document, pack, rules)[1].checks


def places(check) -> frozenset:
    return frozenset((e.start, e.end) for e in check.evidence)


def mutate(document, check_, failing, row, pack, rules, show) -> None:
    """Change one number of the check, judge again, and count what became of it."""
    from checker.pipeline import check
    from checker.reading import read_text

    candidates = [e for e in check_.evidence if e.interval and len(NUMERAL.findall(document.text[e.start : e.end])) == 1]
    if not candidates:
        return
    seed = zlib.crc32(f"{document.path}{check_.rule}{sorted(places(check_))}".encode())
    chosen = candidates[seed % len(candidates)]
    others = [document.text[e.start : e.end] for e in candidates if e is not chosen]
    changed = mutated(document.text[chosen.start : chosen.end], others, seed // 7)
    if changed is None:
        return
    text = document.text[: chosen.start] + changed + document.text[chosen.end :]
    found = check(read_text(document.path, text.encode()), pack, rules)[1].checks
    shift = len(changed) - (chosen.end - chosen.start)
    hit = [c for c in found if c.verdict == "fail" and any(e.start <= chosen.start < e.end for e in c.evidence)]
    own = [c for c in hit if c.rule == check_.rule]
    if any(c.verdict == "pass" and _known(c, {(check_.rule, places(check_))}, chosen.start, shift) for c in found):
        row["holds"] += 1
        return
    row["tried"] += 1
    row["caught"] += bool(own)
    row["by another rule"] += bool(hit) and not own
    row["warned"] += not hit and any(
        c.verdict == "warn" and c.rule == check_.rule and any(e.start <= chosen.start < e.end for e in c.evidence) for c in found
    )
    row["stray"] += any(c.verdict == "fail" and c not in hit and not _known(c, failing, chosen.start, shift) for c in found)
    if show and not hit:
        a, b = min(e.start for e in check_.evidence), max(e.end for e in check_.evidence)
        print(f"{document.path} {check_.rule}: {document.text[chosen.start:chosen.end]} -> {changed} in {a}..{b}")


def _known(check_, failing, at: int, shift: int) -> bool:
    """True of a fail that was there before the change."""
    moved = frozenset((e.start - shift * (e.start > at), e.end - shift * (e.end > at)) for e in check_.evidence)
    return (check_.rule, moved) in failing


def mutated(text: str, others: list[str], seed: int) -> str | None:
    """The number changed in one of four ways, the first that moves it far enough; None where none does."""
    numeral = NUMERAL.search(text)
    digits = [i for i in range(*numeral.span()) if text[i].isdigit()]
    ways = [_digit, _swap, _ten, _neighbour]
    for turn in range(4):
        new = ways[(seed + turn) % 4](text, digits, others, seed)
        if new is not None and new != text and _far(text, new):
            return new
    return None


def _digit(text, digits, others, seed):
    i = next((i for i in digits if text[i] != "0"), None)
    if i is None:
        return None
    new = str((int(text[i]) + 3 + seed % 5) % 9 + 1)
    return text[:i] + new + text[i + 1 :]


def _swap(text, digits, others, seed):
    for i, j in zip(digits, digits[1:]):
        if text[i] != text[j] and not (i == digits[0] and text[j] == "0"):
            return text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]
    return None


def _ten(text, digits, others, seed):
    if "." in text or "," in text or len(digits) > 3:
        return None
    return text[: digits[-1] + 1] + "0" + text[digits[-1] + 1 :]


def _neighbour(text, digits, others, seed):
    figure = text[digits[0] : digits[-1] + 1]
    for other in others:
        taken = NUMERAL.search(other).group()
        if taken != figure and ("%" in text) == ("%" in other):
            return text[: digits[0]] + taken + text[digits[-1] + 1 :]
    return None


def _far(old: str, new: str) -> bool:
    a, b = (float(NUMERAL.search(t).group().replace(",", "")) for t in (old, new))
    return a > 0 and b > 0 and max(a / b, b / a) >= FAR and abs(a - b) >= 3


def report(rows: dict) -> None:
    columns = ["holds", "tried", "caught", "warned", "by another rule", "stray"]
    print(f"{'rule':34}" + "".join(f"{c:>16}" for c in columns) + f"{'share':>8}")
    total = sum(rows.values(), collections.Counter())
    for name, row in [*sorted(rows.items()), ("all", total)]:
        share = f"{(row['caught'] + row['by another rule']) / row['tried']:8.1%}" if row["tried"] else f"{'-':>8}"
        print(f"{name:34}" + "".join(f"{row[c]:>16}" for c in columns) + share)


if __name__ == "__main__":
    sys.exit(main())
