"""Whole real documents: whatever they hold, every quantity is a slice of the source, in order, and nothing raises."""

import gzip
import json
from itertools import islice
from pathlib import Path

import pytest

from checker.extracting import extract
from checker.language import load_pack
from checker.model import KINDS
from checker.reading import read_text
from checker.reporting.quantities import line

CORPORA = Path(__file__).parents[2] / "shared/corpora"
SLICES = {"reuters": 400, "ons": 4, "tatqa": 60, "pico": 100, "wikitext": 8}  # documents: a second or two in all


@pytest.mark.parametrize("name", SLICES)
def test_quantities_are_slices_of_the_source(name):
    path = CORPORA / f"{name}.jsonl.gz"
    if not path.exists():
        pytest.skip("../shared/corpora is not there")
    pack = load_pack("en")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for entry in islice(lines, SLICES[name]):
            document = read_text("a.txt", json.loads(entry)["text"].encode())
            check(document.text, extract(document, pack))


def check(text, extraction):
    shown = json.loads(line(extraction))["quantities"]
    end = 0
    for quantity, record in zip(extraction.quantities, shown, strict=True):
        assert end <= quantity.start < quantity.end <= len(text)
        assert quantity.start <= quantity.number_start < quantity.number_end <= quantity.end
        assert record["text"] == text[record["start"] : record["end"]]
        assert record["kind"] in KINDS
        assert record["value"] is None or record["low"] is record["high"] is None or quantity.kind == "year"
        tokens = extraction.tokens
        assert tokens.starts[quantity.first] <= quantity.start and tokens.ends[quantity.last] >= quantity.end
        end = quantity.end
