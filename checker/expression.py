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

import math
from functools import lru_cache

from checker import calendars
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


def _when(value: Value) -> When | None:
    if isinstance(value, (list, tuple)):
        value = value[0] if len(value) == 1 else None
    return value if isinstance(value, When) else None


def _of_dates(function):
    """A function of calendar references, as one of the arguments of a call."""
    return lambda arguments, values: function(*(_when(values[argument[1]]) for argument in arguments))


def _clock(arguments, values) -> Interval:
    """Minutes from one time of day to the next other one."""
    a, b = (_single(values[argument[1]]) for argument in arguments)
    if a is None or b is None or not a.is_point or not b.is_point:
        return EVERYTHING
    return point((b.lo - a.lo) % (24 * 60))


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
    "days": _of_dates(calendars.days),
    "years": _of_dates(calendars.years),
    "elapsed": _of_dates(calendars.elapsed),
    "drift": _of_dates(calendars.drift),
    "clock": _clock,
    "weekday": _of_dates(calendars.weekday),
    "named": _of_dates(calendars.named),
}
