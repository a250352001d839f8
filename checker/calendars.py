"""What calendar references come to: days between two, an age, time elapsed, the weekday of a date.

A leaf beside `expression`, whose functions of those names these are. A reference says as much as is written (`model.When`), so
that each of them gives an interval: everything where nothing follows.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from checker.interval import EVERYTHING, Interval, interval, point
from checker.model import When
from checker.rational import Fraction


def month_length(year: int, month: int) -> int:
    """How many days a month has.

    >>> [month_length(year, 2) for year in (1900, 2000, 2023, 2024)], month_length(2023, 9)
    ([28, 29, 28, 29], 30)
    """
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def span_of(when: When) -> tuple[date, date] | None:
    """The first and the last day that a calendar reference may mean; `None` without a year or off the calendar.

    >>> [str(day) for day in span_of(When(year=2024, month=2))]
    ['2024-02-01', '2024-02-29']
    """
    year, end = when.year, when.end_year or when.year
    if year is None or not 1 <= year <= end <= 9999:
        return None
    month, last_month = when.month or 1, when.month or 12
    if not 1 <= month <= 12:
        return None
    length = month_length(end, last_month)
    if when.day is not None and not 1 <= when.day <= length:
        return None
    return date(year, month, when.day or 1), date(end, last_month, when.day or length)


def days(a: When | None, b: When | None) -> Interval:
    """Days from the first date to the second. Two without a year fall into the same one, leap or not."""
    if a is None or b is None:
        return EVERYTHING
    if a.year is None and b.year is None and a.month is not None and b.month is not None:
        either = _difference(replace(a, year=2000), replace(b, year=2000)).hull(
            _difference(replace(a, year=2001), replace(b, year=2001))
        )
        return EVERYTHING if either.lo is None or either.lo < 0 else either  # across New Year, who knows
    return _difference(a, b)


def _difference(a: When, b: When) -> Interval:
    spans = span_of(a), span_of(b)
    if None in spans:
        return EVERYTHING
    (first, last), (next_first, next_last) = spans
    return Interval(Fraction((next_first - last).days), Fraction((next_last - first).days))


def years(a: When | None, b: When | None) -> Interval:
    """Completed years from the first date to the second: an age. "1950-2021" may stand for both."""
    if a is not None and a is b and a.end_year is not None:
        a, b = replace(a, end_year=None), replace(a, year=a.end_year, end_year=None)
    spans = a and span_of(a), b and span_of(b)
    if None in spans:
        return EVERYTHING
    (first, last), (next_first, next_last) = spans
    return Interval(Fraction(_completed(last, next_first)), Fraction(_completed(first, next_last)))


def elapsed(a: When | None, b: When | None) -> Interval:
    """How long it is from the first to the second, in years: as completed, or both ends counted.

    One reference with two ends ("2007 to 2016") may stand for both arguments. Long spans are counted in completed years,
    shorter ones in months, the shortest in days.
    """
    if a is None or b is None:
        return EVERYTHING
    if a is b and a.end_year is not None:
        a, b = replace(a, end_year=None), replace(a, year=a.end_year, end_year=None)
    if a.year is None and b.year is not None and a.month and b.month:  # 3 March to 14 April 2021: one year at most
        a = replace(a, year=b.year - ((b.month, b.day or 31) < (a.month, a.day or 1)))
    if b.year is None and a.year is not None and a.month and b.month:
        b = replace(b, year=a.year + ((b.month, b.day or 31) < (a.month, a.day or 1)))
    if a.year is None and b.year is None and a.month and b.month:
        later = 2001 + ((b.month, b.day or 1) < (a.month, a.day or 1))
        a, b = replace(a, year=2001), replace(b, year=later)
    spans = span_of(a), span_of(b)
    if None in spans:
        return EVERYTHING
    (first, last), (next_first, next_last) = spans
    if next_last < first:
        return Interval(Fraction((next_last - first).days, 365), Fraction(0), True, True)
    between = max(0, (next_first - last).days)
    months = max(0, 12 * (next_first.year - last.year) + next_first.month - last.month - (next_first.day < last.day))
    least = Fraction(months // 12) if months >= 24 else Fraction(months, 12) if months >= 2 else Fraction(between * 400, 146097)
    most = Fraction(((next_last - first).days + 1) * 400, 146097)
    return Interval(min(least, most), most)


def drift(a: When | None, b: When | None) -> Interval:
    """By how many weekdays two dates disagree about the week, 0 to 6. A date without a weekday has that of the calendar, a mere
    year is its first day; what one of them leaves out, month or year, is the other's, or what comes nearest to it."""
    drifts = set()
    for one, other in () if a is None or b is None or a.weekday is b.weekday is None else _beside(a, b):
        spans = span_of(one), span_of(other)
        if None not in spans and spans[0][0] == spans[0][1] and spans[1][0] == spans[1][1]:
            first, second = spans[0][0], spans[1][0]
            told = (second.weekday() if b.weekday is None else b.weekday) - (first.weekday() if a.weekday is None else a.weekday)
            drifts.add(((second - first).days - told) % 7)
    return interval(min(drifts, key=lambda d: min(d, 7 - d))) if drifts else EVERYTHING


def _beside(a: When, b: When) -> list[tuple[When, When]]:
    """Two dates with the month and every year that they can have beside each other."""
    mere = any(when.month is when.day is None for when in (a, b))
    a, b = (replace(when, month=1, day=1) if when.month is when.day is None else when for when in (a, b))
    if b.month is None and a.month is not None and None not in (a.day, b.day):  # Monday 3 June ... Thursday the 6th
        months = a.month + (b.day < a.day)
        b = replace(b, month=(months - 1) % 12 + 1, year=b.year or a.year and a.year + months // 13)
    if a.year is None and b.year is None:
        return [(replace(a, year=year), replace(b, year=year)) for year in (2000, 2001)]
    apart = 0 if mere or None in (a.month, b.month) else a.month - b.month
    after = (apart > 6) - (apart < -6)  # the nearer of two Januaries
    return [(replace(a, year=a.year or b.year - after), replace(b, year=b.year or a.year + after))]


def weekday(when: When | None) -> Interval:
    """The weekday that the calendar gives a date, Monday 0; any of the seven where it is not known to the day."""
    span = when and span_of(when)
    if not span or span[0] != span[1]:
        return Interval(Fraction(0), Fraction(6))
    return point(span[0].weekday())


def named(when: When | None) -> Interval:
    """The weekday that is written with a date; everything where none is."""
    return EVERYTHING if when is None or when.weekday is None else point(when.weekday)


def _completed(a: date, b: date) -> int:
    """Completed years from `a` to `b`; negative where `b` comes first.

    >>> _completed(date(1985, 6, 30), date(2020, 6, 29)), _completed(date(1985, 6, 30), date(2020, 6, 30))
    (34, 35)
    """
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day))
