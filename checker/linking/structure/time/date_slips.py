"""Dates and how far apart they are: whether a length fits, and whether one slip of the hand explains why it does not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from math import ceil, floor

from checker.expression import evaluate
from checker.interval import Interval
from checker.linking.structure.near import digits_slip
from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK, slip_between
from checker.model import Quantity, When
from checker.rational import Fraction
from checker.rounding import reading

_DAY = Fraction(400, 146097)
IN_YEARS = {
    "day": _DAY, "week": 7 * _DAY, "fortnight": 14 * _DAY, "month": Fraction(1, 12), "year": Fraction(1), "decade": Fraction(10), "century": Fraction(100),
}  # fmt: skip
_APART = ("call", "elapsed", ("role", "a"), ("role", "b"))
_AGE = ("call", "years", ("role", "a"), ("role", "b"))
_OLDEST = 122
_OFF = 3  # times as long, or as short
_LONGER = 5  # times as long as what lies between two dates


def in_years(length: Quantity) -> Fraction:
    """A length of time in years, a month as a twelfth of one.

    >>> in_years(Quantity(0, 0, 0, 0, 0, 0, 0, "duration", Fraction(3), "decade"))
    Fraction(30, 1)
    """
    return length.value * IN_YEARS[length.unit]


def tells_years(unit: str, *dates: When) -> bool:
    """Whether a length in a unit can be told from dates: days without a year tell no years ("16 January 27 BC")."""
    return IN_YEARS[unit] < 1 or any(when.year for when in dates)


def apart(length: Quantity, start: When, end: When) -> bool:
    """Whether two dates are as far apart as a length of time says.

    >>> years = Quantity(0, 0, 0, 0, 0, 0, 0, "duration", Fraction(9), "year", Fraction(1))
    >>> apart(years, When(2011), When(2020)), apart(years, When(2011), When(2030))
    (True, False)
    """
    span = _span(start, end)
    stated = reading(length).interval * IN_YEARS[length.unit]
    return span is not None and stated.meet(span) is not None


def likely_apart(length: Quantity, start: When, end: When, off: int = _OFF) -> bool:
    """Whether a length is of the order of what lies between two dates: else it is hardly meant to be it."""
    span = _span(start, end)
    return span is None or in_years(length) <= off * span.hi and span.lo <= off * in_years(length)


def days_off(length: Quantity, start: When, end: When) -> Fraction:
    """By how many days a length misses what lies between two dates, or by how many of its units, where that is less."""
    span = _span(start, end)
    if span is None:
        return Fraction(0)
    stated = in_years(length)
    off = max(span.lo - stated, stated - span.hi, Fraction(0))
    return min(off / _DAY, off / IN_YEARS[length.unit] * 2)


def longer_by_far(years: Fraction, between: int) -> bool:
    """True of a length that began long before the first of two dates: "one closed in 1962, the other, after 134 years, in 1969"."""
    return years > _LONGER * between


def _span(start: When, end: When) -> Interval | None:
    found = evaluate(_APART, {"a": start, "b": end})
    return None if found.lo is None or found.hi is None or found.hi <= 0 else found


def slip_in_time(length: Quantity, start: When, end: When) -> int:
    """How telling a slip is that would explain why a length and its two dates do not agree: in the length, or in a date."""
    span, unit = _span(start, end), IN_YEARS[length.unit]
    best = NONE
    if span is not None and length.value.denominator == 1:
        least, most = ceil(span.lo / unit), floor(span.hi / unit)
        best = max((slip_between(length, Fraction(n)) for n in {least, most - 1, most} if least <= n <= most and n > 0), default=NONE)
    return _slip_in_dates(best, start, end, lambda a, b: apart(length, a, b))


def right_age(age: Quantity, born: When, event: When) -> bool:
    """Whether somebody born then is as old as that at an event.

    >>> age = Quantity(0, 0, 0, 0, 0, 0, 0, "age", Fraction(67), "year of age")
    >>> right_age(age, When(1702), When(1769)), right_age(age, When(1702), When(1779))
    (True, False)
    """
    span = evaluate(_AGE, {"a": born, "b": event})
    return span.lo is not None and span.hi is not None and reading(age).interval.meet(span) is not None


def slip_in_age(age: Quantity, born: When, event: When) -> int:
    """How telling a slip is that would explain a wrong age: in the age, or in one of the dates."""
    span = evaluate(_AGE, {"a": born, "b": event})
    if span.lo is None or span.hi is None:
        return NONE
    years = range(max(1, floor(span.lo)), min(_OLDEST, floor(span.hi)) + 1)
    best = max((slip_between(age, Fraction(n)) for n in years), default=NONE)
    return _slip_in_dates(best, born, event, lambda a, b: right_age(age, a, b))


def _slip_in_dates(best: int, first: When, second: When, agree: Callable[[When, When], bool]) -> int:
    """How telling a slip in one of two dates is that makes them agree with a figure, or `best` if that tells more."""
    for told, pair in ((first, lambda meant: (meant, second)), (second, lambda meant: (first, meant))):
        for meant, telling in _misread(told):
            if telling > best and agree(*pair(meant)):
                best = telling
    return best


def apart_by(position: Quantity, start: When, end: When) -> bool:
    """Whether the year that an ordinal counts is that of a date: the first one may count or not."""
    span = _span(start, end)
    return span is not None and span.lo >= 0 and span.lo <= position.value <= span.hi


def slip_in_years(position: Quantity, start: When, end: When) -> int:
    """How telling a slip is that would explain an ordinal that counts other years than lie between two dates."""
    return slip_in_time(replace(position, kind="duration", unit="year", place=Fraction(1)), start, end)


def _misread(when: When) -> Iterator[tuple[When, int]]:
    """The dates that differ by one slip, and how telling it is: in the last digit of a year much is possible."""
    if when.year is not None and when.year > 999:
        stated = str(when.year)
        for year in range(when.year - 9, when.year + 10):
            if year != when.year and digits_slip(stated, str(year)):
                yield replace(when, year=year), WEAK
        for year in (*range(when.year - 90, when.year + 91, 10), *range(when.year - 900, when.year + 901, 100)):
            if year != when.year and digits_slip(stated, str(year)):
                yield replace(when, year=year), TELLING
        yield replace(when, year=int(stated[:2] + stated[3] + stated[2])), PLAIN
    if when.day is not None and when.month is not None:
        for day in range(1, 32):
            if day != when.day and (digits_slip(str(day), str(when.day)) or str(day).rstrip("0") == str(when.day).rstrip("0")):
                yield replace(when, day=day), WEAK
