"""Suggestions: the figure that stood there before the slip is among the first three, written as the text writes."""

from fractions import Fraction as F

import pytest
from hypothesis import given
from hypothesis import strategies as st
from judging_build import GROWTH, ITEMS, SAME, SHARE, SUM, UP, document, frame, judged

from checker.judging import judge
from checker.judging.edits import slips_of
from checker.judging.writing import grouped, words_of
from checker.model import Relation

DATA = {
    "numerals": {
        "small": {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10},
        "tens": {"twenty": 20, "forty": 40},
        "parts": {"half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5},
        "articles": ["a", "an"],
        "scales": {"million": 10**6, "billion": 10**9, "mln": 10**6, "bln": 10**9},
    },
}
WORDS = words_of(DATA)


def fraction(text, value):
    return text, {"kind": "ratio", "value": F(value), "style": "fraction"}


def worded(text, value):
    return text, {"value": F(value), "style": "words"}


def texts(extraction, rule, *frames):
    check = judged(extraction, rule, *frames, words=DATA)
    assert check.verdict == "fail", check
    for s in check.suggestions:
        assert any((s.start, s.end) == (e.start, e.end) for e in check.evidence), "a suggestion replaces a whole figure"
    return [s.text for s in check.suggestions]


GROWN = {"growth": 0, "new": 1, "base": 2}
SHARED = {"part": 0, "whole": 1, "share": 2}


@pytest.mark.parametrize("figures, sign, wanted", [
    (("6.9%", "£343m", "£313m"), 1, "9.6%"),  # swapped
    (("22%", "79,000", "91,000"), -1, "71,000"),  # a digit changed
    (("2.3%", "29.4 mln", "300.1 mln"), -1, "30.1 mln"),  # a digit doubled
    (("25%", "$50 million", "$4 million"), 1, "$5 million"),  # ten times
    (("25%", "$5 bln", "$4 mln"), 1, "$5 mln"),  # million for billion
])  # fmt: skip
def test_a_slip_in_a_growth_is_undone(figures, sign, wanted):
    doc = document("moved {} to {} from {}".format(*figures), *figures)
    found = texts(doc, GROWTH, frame(**GROWN, sign=sign))
    assert wanted in found[:3]


def test_a_change_divided_by_the_new_value_gives_the_right_change_first():
    doc = document("24% from 236 to 311", "24%", "236", "311")
    assert texts(doc, GROWTH, frame(growth=0, base=1, new=2, sign=1))[0] == "32%"


@pytest.mark.parametrize("part, whole, share, wanted", [
    ("819", "2,340", "26%", "35%"), ("9,490", "14,600", "56%", "65%"), ("156", "167", "96.4%", "93.4%"),
    ("165", "167", "93.4%", "156"), ("$0.9bn", "$4.5bn", "30%", "20%"), ("156", "617", "93.4%", "167"),
])  # fmt: skip
def test_a_share_is_mended(part, whole, share, wanted):
    doc = document(f"{part} of {whole} is {share}", part, whole, share)
    assert wanted in texts(doc, SHARE, frame(**SHARED))[:3]


def test_a_sum_offers_the_part_and_the_total():
    doc = document("47: 29, a dozen, nine, seven", "47", "29", worded("a dozen", 12), worded("nine", 9), worded("seven", 7))
    assert set(texts(doc, SUM, frame(total=0, part=(1, 2, 3, 4)))[:3]) >= {"57", "19"}


def test_words_are_answered_in_words():
    text = "Eight kinds: a b c d e f"
    items = tuple((i, i + 1) for i in range(13, len(text), 2))
    assert texts(document(text, worded("Eight", 8)), ITEMS, frame(announced=0, spans={"item": items})) == ["Six"]


def test_fractions_are_answered_in_the_same_form():
    doc = document("two-thirds (40%)", fraction("two-thirds", "2/3"), "40%")
    assert texts(doc, SAME, frame(first=0, second=1))[:2] == ["67%", "two-fifths"]
    doc = document("one in two (20%)", fraction("one in two", "1/2"), "20%")
    assert "one in five" in texts(doc, SAME, frame(first=0, second=1))[:3]
    doc = document("a third (25%)", fraction("a third", "1/3"), "25%")
    assert "a quarter" in texts(doc, SAME, frame(first=0, second=1))[:3]


def test_an_order_is_mended_by_the_smallest_slip_of_one_digit():
    doc = document("rose to 36 from 38", "36", "38")
    assert texts(doc, UP, frame(new=0, base=1))[:3] == ["46", "28", "56"]


def test_an_edit_that_breaks_another_relation_is_not_offered():
    """40 and 25 are 65, not 56; the 40 is half of 80 as well, so that 31 for it would mend the one and break the other."""
    doc = document("40 and 25 are 56; 40 of 80 (50%)", "40", "25", "56", "80", "50%")
    wrong, right = frame(total=2, part=(0, 1)), frame(part=0, whole=3, share=4)
    alone = [s.text for s in judge(doc, [Relation(SUM, (wrong,))]).checks[0].suggestions]
    beside = [s.text for s in judge(doc, [Relation(SUM, (wrong,)), Relation(SHARE, (right,))]).checks[0].suggestions]
    assert "31" in alone and "31" not in beside and "65" in beside


def test_a_date_is_given_its_weekday():
    from judging_build import role, rule

    from checker.model import When

    rule_ = rule("day", "weekday(date) == named(date)", "==", ("call", "weekday", role("date")), ("call", "named", role("date")), {},
                 {"date": "date"}, "date", messages={"fail": "{date} was a {implied}."})  # fmt: skip
    names = [["monday", "mon"], ["tuesday"], ["wednesday"], ["thursday"], ["friday", "fri"], ["saturday"], ["sunday"]]
    when = When(year=2019, month=6, day=4, weekday=4)
    doc = document("on Friday, 4 June 2019, it", ("Friday, 4 June 2019", {"kind": "date", "value": None, "when": when}))
    check = judged(doc, rule_, frame(date=0), words=DATA | {"dates": {"weekdays": names}})
    assert check.message == "Friday, 4 June 2019 was a Tuesday."
    assert [s.text for s in check.suggestions][:2] == ["Tuesday", "Tuesday, 4 June 2019"]


def test_passing_checks_have_no_suggestions():
    doc = document("156 of 167 is 93.4%", "156", "167", "93.4%")
    assert judged(doc, SHARE, frame(**SHARED)).suggestions == ()


@given(st.integers(min_value=1, max_value=10**7), st.integers(min_value=0, max_value=2))
def test_slips_say_what_they_are_worth(n, decimals):
    """The text of every slip reads back as the value that it is said to have."""
    written = grouped(F(n, 10**decimals), decimals)
    doc = document(f"x {written} y", written)
    for slip in slips_of(0, doc, WORDS):
        assert F(slip.text.replace(",", "")) == slip.quantity.value and slip.text != written


@pytest.mark.parametrize("written, decimals, mark", [("1.234,5", 1, ","), ("1 234,5", 1, ","), ("1,234.5", 1, "."), ("1'234", 0, ".")])
def test_number_formats_are_kept(written, decimals, mark):
    value = F(12345, 10) if decimals else F(1234)
    doc = document(f"x {written} y", (written, {"value": value, "place": F(1, 10**decimals), "number_start": 2, "number_end": 2 + len(written)}))
    found = {slip.text for slip in slips_of(0, doc, WORDS)}
    swapped = written.replace("12", "21").replace("1.2", "2.1").replace("1,2", "2,1").replace("1 2", "2 1").replace("1'2", "2'1")
    assert swapped in found
