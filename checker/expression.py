"""The value of an expression over intervals: what an equation's side, or a solved form, comes to.

A leaf that judging uses; expressions are the tuples of `model.Expression`, made by the rulebook. Values are given by
role: an `Interval`, a calendar reference (`When`), or a list of either for a role that holds many. `None` is a role
that the text leaves out; a sum or difference goes on without it.

    >>> from checker.rational import Fraction as F
    >>> growth = ("-", ("/", ("role", "new"), ("role", "base")), ("num", "1"))
    >>> print(evaluate(growth, {"new": Interval(F("4.45"), F("4.55")), "base": Interval(F("4"), F("4"))}))
    [0.1125, 0.1375]
"""

from __future__ import annotations

import calendar
import math
from dataclasses import replace
from datetime import date
from functools import lru_cache

from checker.interval import EVERYTHING, Interval, interval, maximum, minimum, point, total
from checker.model import Expression, When
from checker.rational import Fraction

_MOST_YEARS = 200  # of growth at a yearly rate

Value = Interval | When | list | tuple | None


def evaluate(expression: Expression, values: dict[str, Value]) -> Interval:
    """The smallest interval that holds every result, each occurrence of a role taken as independent.

    Everything where the values do not determine anything (a division by what may be zero, a date without a year).
    Raises KeyError for a role without an entry in `values`.
    """
    found = _value(expression, values)
    return EVERYTHING if found is None else found


def possible(operator: str, left: Interval, right: Interval) -> bool:
    """True where some point of `left` and some point of `right` stand in the relation.

    >>> possible("<=", point(5), Interval(Fraction(4), Fraction(6))), possible("<", point(6), point(6))
    (True, False)
    """
    match operator:
        case "==":
            return left.meet(right) is not None
        case "<=":
            return not right.below(left)
        case "<":
            return not right.at_most(left)
        case ">=":
            return not left.below(right)
        case ">":
            return not left.at_most(right)
    raise ValueError(f"no such comparison: {operator}")


_ARITHMETIC = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
}


def _value(expression: Expression, values: dict[str, Value]) -> Interval | None:
    head = expression[0]
    if head == "num":
        return _number(expression[1])
    if head == "role":
        return _single(values[expression[1]])
    if head == "call":
        return _FUNCTIONS[expression[1]](expression[2:], values)
    if head == "neg":
        a = _value(expression[1], values)
        return None if a is None else -a
    if head == "**":
        a = _value(expression[1], values)
        return None if a is None else a ** expression[2]
    a, b = _value(expression[1], values), _value(expression[2], values)
    if a is None or b is None:
        if head == "+":
            return b if a is None else a
        return a if head == "-" and a is not None else None
    return _ARITHMETIC[head](a, b)


@lru_cache(maxsize=256)
def _number(text: str) -> Interval:
    return point(Fraction(text))


def _single(value: Value) -> Interval | None:
    """A role outside a function. Of a calendar reference it is the year, where nothing finer is written."""
    if isinstance(value, When):
        if value.year is not None and value.month is None:
            return Interval(Fraction(value.year), Fraction(value.end_year or value.year))
        return EVERYTHING
    if isinstance(value, (list, tuple)):
        return _single(value[0]) if len(value) == 1 else EVERYTHING
    return None if value is None else interval(value)


def _several(arguments, values) -> list[Interval]:
    """The intervals of all arguments, lists of values laid open and roles that are left out passed over."""
    found = []
    for argument in arguments:
        value = values[argument[1]] if argument[0] == "role" else _value(argument, values)
        many = value if isinstance(value, (list, tuple)) else [value]
        found += [single for single in map(_single, many) if single is not None]
    return found


def _sum(arguments, values) -> Interval:
    return total(_several(arguments, values))


def _count(arguments, values) -> Interval:
    value = values[arguments[0][1]]
    return point(0 if value is None else len(value) if isinstance(value, (list, tuple)) else 1)


def _low(arguments, values) -> Interval:
    """The lower end of a range, printed as one figure ("1.2 to 3.4") or as two."""
    ends = [i.lo for i in _several(arguments, values)]
    return EVERYTHING if not ends or None in ends else point(min(ends))


def _high(arguments, values) -> Interval:
    ends = [i.hi for i in _several(arguments, values)]
    return EVERYTHING if not ends or None in ends else point(max(ends))


def _mean(arguments, values) -> Interval:
    items = _several(arguments, values)
    return sum(items, start=point(0)) * Fraction(1, len(items)) if items else EVERYTHING


def _days(arguments, values) -> Interval:
    """Days from the first date to the second. Two without a year fall into the same one, leap or not."""
    a, b = (_when(values[argument[1]]) for argument in arguments)
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


def _years(arguments, values) -> Interval:
    """Completed years from the first date to the second: an age. "1950-2021" may stand for both."""
    whens = [_when(values[argument[1]]) for argument in arguments]
    if whens[0] is not None and whens[0] is whens[1] and whens[0].end_year is not None:
        whens = [replace(whens[0], end_year=None), replace(whens[0], year=whens[0].end_year, end_year=None)]
    spans = [when and span_of(when) for when in whens]
    if None in spans:
        return EVERYTHING
    (first, last), (next_first, next_last) = spans
    return Interval(Fraction(_completed(last, next_first)), Fraction(_completed(first, next_last)))


def _elapsed(arguments, values) -> Interval:
    """How long it is from the first to the second, in years: as completed, or both ends counted.

    One reference with two ends ("2007 to 2016") may stand for both arguments. Long spans are counted in completed years,
    shorter ones in months, the shortest in days.
    """
    a, b = (_when(values[argument[1]]) for argument in arguments)
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
    days = max(0, (next_first - last).days)
    months = max(0, 12 * (next_first.year - last.year) + next_first.month - last.month - (next_first.day < last.day))
    least = Fraction(months // 12) if months >= 24 else Fraction(months, 12) if months >= 2 else Fraction(days * 400, 146097)
    most = Fraction(((next_last - first).days + 1) * 400, 146097)
    return Interval(min(least, most), most)


def _clock(arguments, values) -> Interval:
    """Minutes from one time of day to the next other one."""
    a, b = (_single(values[argument[1]]) for argument in arguments)
    if a is None or b is None or not a.is_point or not b.is_point:
        return EVERYTHING
    return point((b.lo - a.lo) % (24 * 60))


def _drift(arguments, values) -> Interval:
    """By how many weekdays two dates disagree about the week, 0 to 6. A date without a weekday has that of the calendar, a mere
    year is its first day; what one of them leaves out, month or year, is the other's, or what comes nearest to it."""
    a, b = (_when(values[argument[1]]) for argument in arguments)
    drifts = set()
    for one, other in () if a is None or b is None or a.weekday is b.weekday is None else _beside(a, b):
        spans = span_of(one), span_of(other)
        if None not in spans and spans[0][0] == spans[0][1] and spans[1][0] == spans[1][1]:
            first, second = spans[0][0], spans[1][0]
            named = (second.weekday() if b.weekday is None else b.weekday) - (first.weekday() if a.weekday is None else a.weekday)
            drifts.add(((second - first).days - named) % 7)
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


def _weekday(arguments, values) -> Interval:
    """The weekday that the calendar gives a date, Monday 0; any of the seven where it is not known to the day."""
    when = _when(values[arguments[0][1]])
    span = when and span_of(when)
    if not span or span[0] != span[1]:
        return Interval(Fraction(0), Fraction(6))
    return point(span[0].weekday())


def _named(arguments, values) -> Interval:
    """The weekday that is written with a date; everything where none is."""
    when = _when(values[arguments[0][1]])
    return EVERYTHING if when is None or when.weekday is None else point(when.weekday)


def _compound(arguments, values) -> Interval:
    """(1 + rate) to the power of a number of years; of a range of years, from the least to the most of it."""
    rate, span = (_value(argument, values) for argument in arguments)
    if rate is None or span is None or None in (rate.lo, rate.hi, span.lo, span.hi) or rate.lo <= -1 or not 0 < span.lo <= span.hi <= _MOST_YEARS:
        return EVERYTHING
    factor = rate + point(1)
    first, last = math.ceil(span.lo), math.floor(span.hi)  # whole years, where there are any
    powers = [factor**n for n in ({first, last} if first <= last else {last, first})]
    return Interval(min(p.lo for p in powers), max(p.hi for p in powers))


def _score_side(arguments, values, side: int) -> Interval:
    """The first or the second numbers of scores, added up: 4-3 comes as one number, 4003."""
    pairs = [p.lo for p in _several(arguments, values) if p.is_point]
    return sum((point(Fraction(divmod(int(p), 1000)[side])) for p in pairs), start=point(0))


_FUNCTIONS = {
    "won": lambda arguments, values: _score_side(arguments, values, 0),
    "lost": lambda arguments, values: _score_side(arguments, values, 1),
    "compound": _compound,
    "sum": _sum,
    "count": _count,
    "mean": _mean,
    "low": _low,
    "high": _high,
    "min": lambda arguments, values: minimum(_several(arguments, values) or [EVERYTHING]),
    "max": lambda arguments, values: maximum(_several(arguments, values) or [EVERYTHING]),
    "abs": lambda arguments, values: abs(_value(arguments[0], values) or EVERYTHING),
    "days": _days,
    "years": _years,
    "elapsed": _elapsed,
    "drift": _drift,
    "clock": _clock,
    "weekday": _weekday,
    "named": _named,
}


# ---------------------------------------------------------------- the calendar


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
    length = calendar.monthrange(end, last_month)[1]
    if when.day is not None and not 1 <= when.day <= length:
        return None
    return date(year, month, when.day or 1), date(end, last_month, when.day or length)


def _when(value: Value) -> When | None:
    if isinstance(value, (list, tuple)):
        value = value[0] if len(value) == 1 else None
    return value if isinstance(value, When) else None


def _completed(a: date, b: date) -> int:
    """Completed years from `a` to `b`; negative where `b` comes first.

    >>> _completed(date(1985, 6, 30), date(2020, 6, 29)), _completed(date(1985, 6, 30), date(2020, 6, 30))
    (34, 35)
    """
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day))
