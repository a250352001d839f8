"""What a printed number stands for: the tables of docs/numbers.md, and laws that hold for every figure."""

import re
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.extracting import extract
from checker.interval import EVERYTHING
from checker.language import load_pack
from checker.model import Block, Document, Quantity
from checker.rounding import last_unit, reading, round_unit

DOCUMENT = Path(__file__).parent.parent / "docs" / "numbers.md"


def figure(kind, value=None, place=None, **more):
    """A quantity as extraction makes it, without a place in a text."""
    amounts = {name: Fraction(more.pop(name)) for name in ("low", "high", "scale") if name in more}
    if "band" in more:
        more["band"] = tuple(map(Fraction, more["band"]))
    value = None if value is None else Fraction(value)
    return Quantity(0, 0, 0, 0, 0, 0, 0, kind, value, place=place and Fraction(place), **amounts, **more)


ABOUT = {"sense": "hedged", "approx": "about", "band": ("9/10", "11/10")}
NEARLY = {"sense": "hedged", "approx": "about", "band": ("9/10", "1")}
JUST_OVER = {"sense": "hedged", "approx": "about", "band": ("1", "11/10")}
MORE_THAN = {"sense": "bound", "approx": "above", "strict": True}
AT_LEAST = {"sense": "bound", "approx": "above"}
LESS_THAN = {"sense": "bound", "approx": "below", "strict": True}
UP_TO = {"sense": "bound", "approx": "below"}
MULTIPLE = {"sense": "hedged", "style": "multiple", "band": ("9/10", "9/8")}

WRITTEN = {
    "8.4 trillion yuan": figure("currency", "8.4e12", "1e11", scale=10**12, unit="CNY"),
    "1.30 million": figure("number", 1_300_000, 10_000, scale=10**6),
    "26 miles": figure("physical", 26, 1, unit="mile"),
    "$40": figure("currency", 40, 1, unit="USD"),
    "4.5 kg": figure("physical", "4.5", "0.1", unit="kilogram"),
    "93.4%": figure("percent", "93.4", "0.1"),
    "0.06%": figure("percent", "0.06", "0.01"),
    "5.0%": figure("percent", 5, "0.1"),
    "20%": figure("percent", 20, 1),
    "120%": figure("percent", 120, 10),  # however its last digit was judged
    "0.4 percentage points": figure("points", "0.4", "0.1"),
    "167 zones": figure("count", 167, unit="zone"),
    "250 respondents": figure("count", 250, 1, unit="respondent"),
    "three reasons": figure("count", 3, unit="reason", style="words"),
    "12,437": figure("number", 12437, 1),
    "3,000": figure("number", 3000, 1),
    "12,000": figure("number", 12000, 1),
    "408,000": figure("count", 408_000, 1),
    "450,000": figure("count", 450_000),
    "one-fifth": figure("ratio", "1/5", style="fraction"),
    "half": figure("ratio", "1/2", style="fraction"),
    "one in four": figure("ratio", "1/4", style="fraction"),
    "two-fifths": figure("ratio", "2/5", style="fraction"),
    "about 30%": figure("percent", 30, 1, **ABOUT),
    "around 3 million": figure("number", 3_000_000, 1_000_000, scale=10**6, **ABOUT),
    "about 212,100 people": figure("count", 212_100, 1, **ABOUT),
    "nearly 200 patients": figure("count", 200, **NEARLY),
    "nearly 5.0%": figure("percent", 5, "0.1", **NEARLY),
    "just over 200 patients": figure("count", 200, **JUST_OVER),
    "more than 40 people": figure("count", 40, **MORE_THAN),
    "at least 40 people": figure("count", 40, **AT_LEAST),
    "fewer than 40 people": figure("count", 40, **LESS_THAN),
    "up to 40 people": figure("count", 40, **UP_TO),
    "less than 5%": figure("percent", 5, 1, **LESS_THAN),
    "at most $5 million": figure("currency", 5_000_000, 1_000_000, scale=10**6, **UP_TO),
    "doubled": figure("multiple", 2, change="up", **MULTIPLE),
    "tripled": figure("multiple", 3, change="up", **MULTIPLE),
    "halved": figure("multiple", "1/2", change="down", **MULTIPLE),
    "more than doubled": figure("multiple", 2, change="up", **(MULTIPLE | MORE_THAN)),
    "more than halved": figure("multiple", "1/2", change="down", **(MULTIPLE | MORE_THAN)),
    "3.2 times": figure("multiple", "3.2", "0.1"),
    "5% to 7%": figure("percent", low=5, high=7, sense="range"),
    "10-15 km": figure("physical", low=10, high=15, sense="range", unit="kilometre"),
    "5.0 ± 0.2": figure("number", low="4.8", high="5.2", sense="range"),
    "200 km": figure("physical", 200, 1, unit="kilometre"),
    "120 miles": figure("physical", 120, 1, unit="mile"),
    "55 km": figure("physical", 55, 1, unit="kilometre"),
}


def rows():
    """The rows of the document's tables with the heading of their third column."""
    heading = None
    for line in DOCUMENT.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if cells[0].startswith("written"):
            heading = cells[2]
        elif line.startswith("| ") and not line.startswith("| ---"):
            yield pytest.param(heading, *cells, id=cells[0])
        elif not line.startswith("|"):
            heading = None


@pytest.mark.parametrize("heading, written, expected, other", list(rows()))
def test_the_document_is_true_to_the_code(heading, written, expected, other):
    found = reading(WRITTEN[written])
    assert str(found.interval) == expected
    third = {"wide reading": "wide", "beside a percentage": "against_percent", "beside its conversion": "converted"}
    second = str(getattr(found, third[heading]))
    assert second == (expected if other == "-" else other)


@pytest.mark.parametrize("heading, written, expected, other", list(rows()))
def test_the_document_is_true_of_texts(heading, written, expected, other):
    """The same once more, from the words to the range."""
    text = f"It was {written}."
    (found,) = extract(document(text), load_pack("en")).quantities
    assert str(reading(found).interval) == expected


def document(text):
    return Document("x", text, "", (Block(0, len(text), "paragraph"),))


def test_every_example_stands_in_the_document():
    assert WRITTEN.keys() == {row.id for row in rows()}


@pytest.mark.parametrize(
    "written, by, point",
    [("167 zones", "exact", 167), ("3,000", "rounding", 3000), ("93.4%", "rounding", "93.4"), ("half", "exact", "1/2"),
     ("about 30%", "hedge", None), ("more than 40 people", "hedge", None), ("5% to 7%", "hedge", None),
     ("doubled", "hedge", 2)],
)  # fmt: skip
def test_a_reading_tells_its_leeway_and_its_value_at_its_word(written, by, point):
    found = reading(WRITTEN[written])
    assert found.by == by
    assert found.point == (None if point is None else Fraction(point))


def test_cutting_off_digits_goes_towards_zero():
    assert str(reading(figure("percent", "86.3", "0.1")).truncated) == "[86.3, 86.4)"
    assert str(reading(figure("percent", "-86.3", "0.1")).truncated) == "(-86.4, -86.3]"
    assert reading(figure("count", 167)).truncated is None
    assert reading(figure("count", 3000, 1)).truncated is None


@pytest.mark.parametrize(
    "quantity, expected",
    [
        (figure("currency", 3000, 1), "[2950, 3050]"),  # written out, it may be as round as a count
        (figure("currency", 3001, 1), "[3000.5, 3001.5]"),
        (figure("physical", 3000, 1, unit="kilometre"), "[2950, 3050]"),
        (figure("count", 3_000_000, None, scale=10**6, style="words"), "[2500000, 3500000]"),  # three million people
        (figure("count", "2.4", "0.1"), "[2.35, 2.45]"),  # children, on average
        (figure("count", 12, 1, unit="case/100000 person"), "[11.5, 12.5]"),  # a rate is measured
        (figure("age", 34, 1), "[34, 34]"),
        (figure("duration", 5, None, style="words"), "[4.5, 5.5]"),
        (figure("percent", 50, None, style="words"), "[49.5, 50.5]"),
        (figure("points", "3/4", None, style="fraction"), "[0.75, 0.75]"),
        (figure("number", "13.625", None, style="fraction"), "[13.625, 13.625]"),
        (figure("count", 12, style="vague", sense="hedged", approx="about", band=(2, 10)), "[24, 120]"),
        (figure("number", low=5, sense="range"), "[5, inf)"),
        (figure("multiple", 3, 1, style="words"), "[2.5, 3.5]"),
        (figure("year", 2019), "[2019, 2019]"),
        (figure("date"), str(EVERYTHING)),
    ],
)
def test_further_figures(quantity, expected):
    assert str(reading(quantity).interval) == expected


kinds = st.sampled_from("number percent points currency physical count age ratio multiple duration".split())


@st.composite
def figures(draw):
    """Plain figures of every kind, with up to three decimals and a scale."""
    decimals, scale = draw(st.integers(0, 3)), draw(st.sampled_from([1, 1000, 10**6]))
    place = Fraction(scale, 10**decimals)
    return figure(draw(kinds), place * draw(st.integers(0, 10**7)), place, scale=scale)


@given(figures())
def test_readings_grow_from_the_point_to_the_wide_one(q):
    found = reading(q)
    assert q.value in found.interval
    assert found.interval.hull(found.wide) == found.wide
    for other in (found.against_percent, found.converted):
        assert found.interval.hull(other) == other
    assert found.truncated is None or q.value in found.truncated


@given(figures(), st.sampled_from([("9/10", "11/10"), ("9/10", "1"), ("1", "11/10"), ("1/2", "3/2")]))
def test_a_hedge_never_narrows(q, band):
    hedged = replace(q, sense="hedged", approx="about", band=tuple(map(Fraction, band)))
    plain, found = reading(q), reading(hedged)
    assert plain.interval.hull(found.interval) == found.interval
    assert found.by == "hedge"


@given(figures())
def test_a_fall_is_read_like_a_rise(q):
    plain, negative = reading(q), reading(replace(q, value=-q.value))
    assert negative.interval == -plain.interval and negative.wide == -plain.wide


@given(st.integers(1, 10**9))
def test_a_round_number_is_a_multiple_of_its_unit(n):
    for digits in (1, 2):
        unit = round_unit(Fraction(n), digits)
        assert n % unit == 0
        assert len(str(unit)) <= len(str(n)) - digits + 1 or unit == 1
    assert re.fullmatch("10*", str(round_unit(Fraction(n), 2)))


@given(figures())
def test_percentages_are_never_rounded_coarser_than_a_unit(q):
    if q.kind in ("percent", "points") and q.scale == 1:
        assert last_unit(q) <= 1
