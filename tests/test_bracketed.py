"""A measure and the same in brackets is told by its place, also where no phrase of the pack pairs the two."""

from __future__ import annotations

import pytest

from checker import linking
from checker.linking.structure.again.conversions import conversions
from checker.pipeline import check, load
from checker.reading import read_text

PAIRS = (
    "The ridge path is 164 km (120 miles) long.",
    "They cleared 96 hectares of scrub (372 acres) in March.",
    "The gust reached 104 km/h (56 mph) at the pier.",
    "The crate (26 kg / 75 lb) fell off the cart.",
    "The crate (26 kg, or 75 lb) fell off the cart.",
    "It was 31.5 °C (98.7 °F) in the shade.",
)
OTHERS = (
    "The strip is 14 cm long (and 3 inches wide).",
    "She swam 12 km (5 miles before noon) and slept.",
    "The estate covers 30 sq km (8 acres of it woods).",
)


@pytest.fixture
def without_phrases(monkeypatch):
    """Linking in which no phrase says that one measure is another."""

    def unpaired(context, frames):
        return conversions(context, tuple(f for f in frames if f.family != "same-measure"))

    monkeypatch.setattr(linking, "STRUCTURES", tuple(unpaired if s is conversions else s for s in linking.STRUCTURES))


def _fails(text: str) -> list[str]:
    pack, rules = load()
    return [c.rule for c in check(read_text("note.md", text.encode()), pack, rules)[1].checks if c.verdict == "fail"]


@pytest.mark.parametrize("text", PAIRS)
def test_a_bracket_pairs_two_measures_without_a_phrase(without_phrases, text):
    assert _fails(text) == ["conversion"]


@pytest.mark.parametrize("text", OTHERS)
def test_what_a_bracket_tells_of_something_else_is_no_pair(without_phrases, text):
    assert not _fails(text)
