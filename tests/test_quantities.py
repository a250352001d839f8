"""Quantities in text: the pack's own examples, spans on arbitrary text, hostile input, cost."""

import tomllib
from fractions import Fraction
from pathlib import Path

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st

import checker.language
from checker.extracting import extract
from checker.language import load_pack
from checker.model import KINDS, Block, Document

PACK = load_pack("en")
EXAMPLES = tomllib.loads((Path(checker.language.__file__).parent / "en" / "examples.toml").read_text("utf-8"))
TYPED = {"date", "year", "time", "period", "score", "identifier", "ordinal"}
CASES = [(group, entry) for group, entries in EXAMPLES.items() for entry in entries]


def document(text, kind="paragraph"):
    return Document("x.txt", text, "", (Block(0, len(text), kind),))


def measures(text):
    return [q for q in extract(document(text), PACK).quantities if q.kind not in TYPED]


def row(text, q):
    if q.low is not None:
        return [text[q.start : q.end], q.low, q.high, q.full_unit or ""]
    return [text[q.start : q.end], q.value, q.full_unit or ""]


@pytest.mark.parametrize("entry", [entry for _, entry in CASES], ids=[f"{group}-{e['text'][:30]}" for group, e in CASES])
def test_examples_of_the_pack(entry):
    found = measures(entry["text"])
    wanted = [[r[0], *map(Fraction, r[1:-1]), r[-1]] for r in entry["read"]]
    assert [row(entry["text"], q) for q in found] == wanted
    for key in ("approx", "change"):
        if key in entry:
            assert [getattr(q, key) or "" for q in found] == entry[key]


def one(text):
    (found,) = measures(text)
    return found


@pytest.mark.parametrize(
    "text, place",
    [
        ("8.4 trillion yuan", Fraction(10) ** 11),
        ("93.4%", Fraction(1, 10)),
        ("20%", Fraction(1)),
        ("26 miles", Fraction(1)),
        ("$40", Fraction(1)),
        ("12,400 visitors", Fraction(1)),
        ("167 zones", None),
        ("six zones", None),
        ("two-thirds", None),
        ("doubled", None),
    ],
)
def test_precision_is_what_was_written(text, place):
    assert one(text).place == place


def test_the_counted_noun_is_outside_the_span_and_the_unit_inside():
    text = "There are 167 special zones worth 8.4 trillion yuan."
    zones, yuan = measures(text)
    assert (text[zones.start : zones.end], zones.noun, zones.sense) == ("167", ("special", "zone"), "exact")
    assert (text[yuan.start : yuan.end], text[yuan.number_start : yuan.number_end]) == ("8.4 trillion yuan", "8.4")


def test_hedges_are_outside_the_span_but_known():
    extraction = extract(document("It cost more than $40."), PACK)
    (q,) = extraction.quantities
    assert (extraction.tokens.words[q.outer], q.strict, q.sense, q.approx) == ("more", True, "bound", "above")


def test_brackets_in_a_table_are_losses():
    text = "Net | 310.5 | (42.7)\n"
    found = extract(document(text, "table"), PACK).quantities
    assert [q.value for q in found] == [Fraction(3105, 10), Fraction(-427, 10)]


def test_a_multiple_carries_its_band():
    found = one("Output doubled.")
    assert (found.kind, found.value, found.band, found.change) == ("multiple", 2, (Fraction(9, 10), Fraction(9, 8)), "up")


PIECES = st.sampled_from(
    "1 12 3.5 1,000 ½ 5/8 one two hundred million half a third dozen - – / . , ( ) $ £ % pct km m ft in \" ' from to between and or about "
    "more than up rose 2013 March No. x 10 ^ e ± zones people per of \n \n\n \u00a0 \u2009 ٣ ۴ 😀 e\u0301 İ".split(" ")
)


@settings(max_examples=400, deadline=None)
@given(st.lists(PIECES, max_size=30).flatmap(lambda ps: st.lists(st.sampled_from(["", " "]), min_size=len(ps), max_size=len(ps)).map(lambda gaps: "".join(p + g for p, g in zip(ps, gaps)))) | st.text(max_size=80))
def test_spans_on_any_text(text):
    extraction = extract(document(text), PACK)
    tokens, end, last = extraction.tokens, 0, -1
    for q in extraction.quantities:
        assert end <= q.start < q.end <= len(text) and last < q.first <= q.last < len(tokens.words)
        assert q.start <= q.number_start < q.number_end <= q.end
        assert tokens.starts[q.first] == q.start and tokens.ends[q.last] == q.end
        assert q.kind in KINDS and q.outer <= q.first
        assert q.kind in TYPED or (q.value is None) == (q.low is not None)
        end, last = q.end, q.last


HOSTILE = ["1,", "1", ",", "(1", "1-", "1/", "$1", "one ", "twenty-", "1e", "1x10^", "½", "'", '1"', "1 to ", "half a ", "9.", "😀5", "\u202e٣", "a1", "5 ft ", "per ", "1 or "]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_read_in_linear_time(piece):
    def cost(size):
        return calls(extract, document(piece * (size // len(piece))), PACK)

    extract(document(piece), PACK)
    assert cost(8_000) < 4.1 * cost(2_000)


def test_what_is_left_out_beside_an_amount_is_not_in_the_unit_that_it_is_added_and_compared_in():
    found = measures("The interim dividend of 4.1p and the final dividend of 6.3p make 10.4p for the year, or 12p a share with the bonus.")
    assert [(q.unit, q.full_unit) for q in found] == [("penny", "penny/share"), ("penny", "penny/share"), ("penny", "penny"), ("penny/share", "penny/share")]


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("They opened up 1.5 million acres of marsh, gave up 40 berths and used up 12 tonnes of salt.", [None, None, None]),
        ("She gave up 3 million dollars of it, and he took up 12 percent of the shares.", [None, None]),
        ("He looked up 30 words, backed up 40 files and tore down 6 sheds.", [None, None, None]),
        ("Declines led advances 720 to 410, and losses outnumbered gains 62 to 41.", [None, None, None, None]),
        ("Exports were up 12 tonnes, prices climbed up 3 percent and gains of 5 dollars followed.", ["up", "up", "up"]),
        ("The shares opened up 5 dollars and closed down 12 cents.", ["up", "down"]),
    ],
)
def test_a_particle_of_a_verb_that_is_no_rise_tells_no_direction(text, changes):
    assert [q.change for q in measures(text)] == changes


def test_a_stroke_in_the_sign_of_a_bound_is_no_hindrance():
    assert [q.approx for q in measures("It was >/= 38.2 degrees C at </= 20 mg and +/- 3 mm.")][:2] == ["above", "below"]
