"""Draw quantities at random from whole real documents, with context, for a person to judge by reading.

    python benchmarks/draw.py --seed 7 [--count 100] [--rare]

Documents are drawn first and a quantity of each second, so that long documents do not crowd out short ones; every
corpus gives the same number. With --rare, kinds that are drawn too often are passed over until each has had its chance:
a harder sample, for finding what to mend.
Prints, for each: corpus and document, offsets, kind, value or bounds, unit, what hedges it, and the text around with
the span between brackets. The same seed gives the same sample as long as the program reads the same.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[1]
CORPORA = ROOT.parent / "shared/corpora"
NAMES = ("reuters", "ons", "tatqa", "pico", "wikitext")
BEFORE, AFTER = 130, 90  # characters of context
sys.path.insert(0, str(ROOT))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--rare", action="store_true", help="prefer kinds that were drawn less often")
    options = parser.parse_args()
    if not CORPORA.is_dir():
        print("../shared is missing: nothing to draw from")
        return 0
    for number, drawn in enumerate(sample(options.seed, options.count, 3 if options.rare else 1), 1):
        show(number, *drawn)
    return 0


def sample(seed: int, count: int, choice: int = 1):
    """(corpus, id, text, quantity as `factcheck extract` gives it), the same number of each corpus.

    Of `choice` quantities of a document at random the one whose kind was drawn least is taken."""
    from checker.extracting import extract
    from checker.language import load_pack
    from checker.reading import read_text
    from checker.reporting.quantities import line

    pack, chance, kinds = load_pack("en"), random.Random(seed), Counter()
    seen: set[tuple[str, int]] = set()
    for name in NAMES:
        documents, taken = read(name), 0
        while taken < count // len(NAMES):
            document = chance.choice(documents)
            read_in = read_text("drawn.txt", document["text"].encode())
            text, found = read_in.text, json.loads(line(extract(read_in, pack)))["quantities"]
            found = [q for q in found if (document["id"], q["start"]) not in seen]
            chance.shuffle(found)
            best = min(found[:choice], key=lambda q: kinds[q["kind"]], default=None)
            if best is not None:
                kinds[best["kind"]] += 1
                seen.add((document["id"], best["start"]))
                taken += 1
                yield name, document["id"], text, best


def read(name: str) -> list[dict]:
    with gzip.open(CORPORA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def show(number: int, corpus: str, identifier: str, text: str, q: dict) -> None:
    start, end = q["start"], q["end"]
    value = q["value"] if q["value"] is not None else (q["low"], q["high"]) if q["low"] is not None else None
    extra = " ".join(filter(None, (q["approx"], q["change"], f"per {q['per']}" if q.get("per") else "")))
    print(f"{number:3} {corpus} {identifier} [{start}, {end}] {q['kind']} {value} {q['unit'] or '-'} {extra}")
    around = text[max(0, start - BEFORE) : start] + "[[" + text[start:end] + "]]" + text[end : end + AFTER]
    print("    " + around.replace("\n", "⏎"))


if __name__ == "__main__":
    sys.exit(main())
