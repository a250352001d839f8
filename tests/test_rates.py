"""Spans of time, weekdays, slips of one digit, names for two units: what the rules on rates and dates rest on."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import english

from checker.expression import evaluate
from checker.interval import point
from checker.linking.structure.near import one_slip
from checker.model import Quantity, When
from checker.pipeline import check
from checker.reading import read_text
from checker.units import other_senses


def value(function, **roles):
    return evaluate(("call", function, *(("role", name) for name in roles)), roles)


def when(day):
    return When(day.year, day.month, day.day, day.weekday())


def verdicts(text, rule):
    _, judgement = check(read_text("text.txt", text.encode("utf-8")), *english())
    return [c.verdict for c in judgement.checks if c.rule == rule]


@pytest.mark.parametrize(
    "start, end, years",
    [
        (When(2007), When(2016), [8, 9, 10]),
        (When(2007, end_year=2016), None, [8, 9, 10]),
        (When(2010, 4, 1), When(2035, 3, 31), [24, Fraction(499, 20)]),
        (When(1941, 5, 14), When(2019, 3, 3), [77]),
        (When(2021, 3, 3), When(2021, 4, 14), [Fraction(6 * 7, 365)]),
        (When(None, 11, 20), When(2022, 1, 15), [Fraction(8 * 7, 365)]),
    ],
)
def test_how_long_it_is_from_one_date_to_another(start, end, years):
    span = value("elapsed", start=start, end=end or start)
    assert all(number in span for number in years)
    assert all(number not in span for number in (min(years) - 2, max(years) + 2))


def test_an_open_date_has_no_span():
    assert value("elapsed", start=When(month=3), end=When(2020)).lo is None


@given(st.dates(date(1800, 1, 1), date(2100, 1, 1)), st.integers(0, 60), st.integers(0, 6))
def test_two_weekdays_fit_where_they_are_right(day, apart, shift):
    later = day + timedelta(days=apart)
    wrong = When(later.year, later.month, later.day, (later.weekday() + shift) % 7)
    assert (value("drift", earlier=when(day), later=wrong) == point(0)) == (shift == 0)


def test_times_of_day_run_over_midnight():
    assert value("clock", start=point(22 * 60 + 40), end=point(85)) == point(165)


@pytest.mark.parametrize("stated, meant, slip", [(32, 22, True), (1950, 1550, True), (433, 343, True), (4500, 450, True), (19500, 15600, False), (7, 9, False)])
def test_a_slip_is_one_digit(stated, meant, slip):
    q = Quantity(0, 4, 0, 4, 0, 0, 0, "number", Fraction(stated), place=Fraction(1))
    assert one_slip(q, Fraction(meant)) is slip


def test_units_with_two_senses():
    assert [float(f) for f in other_senses("gallon")] == [pytest.approx(1.201, abs=0.001)]
    assert other_senses("kilometre") == ()


@pytest.mark.parametrize(
    "text, rule, expected",
    [
        ("Winds of 75 km/h (45 mph) were measured.", "conversion", ["pass"]),
        ("The tank takes 550 gallons, or 2,500 litres.", "conversion", ["pass"]),
        ("The tank takes 660 gallons, or 2,500 litres.", "conversion", ["pass"]),
        ("The tank takes 880 gallons, or 2,500 litres.", "conversion", ["fail"]),
        ("Crop estimates were 2,100,000 cwts (100 lbs) in all.", "conversion", ["unknown"]),
        ("A coat was $310 (£280), boots $95 (£70).", "exchange-rate", ["unknown"]),
        ("It cost £3.1bn ($4.0bn), of which £1.1bn ($1.42bn) was paid.", "exchange-rate", ["pass"]),
        ("On a salary of £2,000 a month, or £24,000 a year.", "rate-per-period", ["pass"]),
        ("A subscription is £8 a month, or £80 a year.", "rate-per-period", ["unknown"]),
        ("At that pace the 1,080 km take 14 hours.", "speed-over-distance", []),
        ("The convoy makes 90 km/h. At that pace the 1,080 km take 14 hours.", "speed-over-distance", ["fail"]),
        ("The census was taken every 10 years since 1801 (except in 1941).", "duration-of-span", []),
    ],
)
def test_what_is_told_from_units_and_words(text, rule, expected):
    assert verdicts(text, rule) == expected
