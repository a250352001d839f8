"""What a printed number stands for: the interval of values that its author may have had in mind.

A leaf. `reading(quantity)` gives the interval in the unit as written (93.4% is 93.35 to 93.45, not 0.9335), decided
from the digits alone; there is no tolerance anywhere else. docs/numbers.md is this module in prose.

    written                    interval                wide (a rescue)
    $40, 26 miles, 8.4 mln     half a unit             a whole unit, ends out
    167 zones                  the point               the point
    3,000 (trailing zeros)     2,950 to 3,050          2,500 to 3,500
    20%, 93.4%                 half a unit             a whole unit
    13-5/8, a third            the point               the point
    about, nearly, doubled     the pack's band         twice the band
    more than, at most         one end only            the same
    5% to 7%                   the range               the range
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.interval import EVERYTHING, Interval, around, point
from checker.model import Quantity
from checker.rational import Fraction

# A count below this is taken at its word; from here on, trailing zeros may be rounding.
EXACT_BELOW = 1000
# Kinds that are counted, not measured: whole numbers of things.
COUNTED = frozenset(["count", "number", "age", "range", "bound"])
SHARES = frozenset(["percent", "points"])
# Kinds that are not below zero as people write them, so that "fewer than 40" ends there.
NEVER_NEGATIVE = frozenset(["count", "age", "duration", "ratio", "multiple", "percent", "points"])

# What "doubled" may mean, as factors of two: 1.8 to 2.25, and 1.6 to 2.6 as a rescue.
MULTIPLE_BAND = (Fraction(9, 10), Fraction(9, 8))
MULTIPLE_WIDE = (Fraction(4, 5), Fraction(13, 10))
# Beside their conversions figures are rounded to fives, from here on.
_FIVE, _FIVES_FROM = Fraction(5), 35
# A hedged figure of so many digits is near what it says: by so many units of its last digit, more where that is a five.
CLOSE_DIGITS, CLOSE_UNITS, CLOSE_FIVES, CLOSE_WIDE = 3, 3, 5, 5
# "nearly X", where the pack gives no band of its own.
NEARLY_BAND = (Fraction(9, 10), Fraction(1))
# A fraction word beside a percent: the smaller of three points and a tenth of itself.
FRACTION_POINTS, FRACTION_PART = Fraction(3, 100), Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure may stand for, from the strictest sense to the most generous, in the unit as written.

    `interval` decides pass and fail, `wide` (never narrower) and `truncated` may turn a fail into a warning. `point`
    is the figure taken at its word, `None` where the words forbid that (hedges, bounds, ranges). `by` is the kind of
    leeway that `interval` takes: exact, rounding or hedge. `against_percent` replaces `interval` where a fraction
    word stands beside a percent, `converted` where the other side is the same quantity in another unit.
    """

    interval: Interval
    wide: Interval
    point: Fraction | None
    by: str
    truncated: Interval | None
    against_percent: Interval
    converted: Interval


def reading(q: Quantity) -> Reading:
    """The reading of a quantity; of one without any number (a date, a name) everything.

    >>> F = Fraction
    >>> def figure(kind, value, place=None, **more):
    ...     return Quantity(0, 0, 0, 0, 0, 0, 0, kind, F(value), place=place and F(place), **more)
    >>> r = reading(figure("percent", "93.4", "0.1"))
    >>> print(r.interval, r.wide, r.truncated, r.by)
    [93.35, 93.45] (93.3, 93.5) [93.4, 93.5) rounding

    A count is what it says; a large one with zeros at its end may have been rounded:

    >>> print(reading(figure("count", 167)).wide, reading(figure("count", 12437, 1)).wide)
    [167, 167] [12437, 12437]
    >>> r = reading(figure("count", 3000, 1)); print(r.interval, r.wide)
    [2950, 3050] [2500, 3500]

    Hedges bring their own band, bounds have one end:

    >>> r = reading(figure("currency", 3_000_000, 1_000_000, sense="hedged", approx="about", band=(F("0.8"), F("1.2"))))
    >>> print(r.interval, r.wide)
    [2400000, 3600000] [1800000, 4200000]
    >>> print(reading(figure("count", 40, sense="bound", approx="above", strict=True)).interval)
    (40, inf)

    A fraction word is exact, but not beside a percent:

    >>> r = reading(figure("ratio", "1/5", style="fraction")); print(r.interval, r.against_percent)
    [0.2, 0.2] [0.18, 0.22]
    """
    if q.low is not None or q.high is not None:
        return _range(q)
    if q.value is None:
        return _same(EVERYTHING, "hedge")
    if q.sense == "bound" or (q.approx in ("above", "below") and q.band is None and q.sense != "hedged"):
        return _same(bound(q), "hedge")
    if q.style == "vague" and q.band is not None:
        return _same(_banded(q.value, q.band), "hedge")
    plain = _multiple(q) if q.kind == "multiple" and q.place is None else _plain(q)
    if q.approx is None and (q.band is None or q.kind == "multiple"):
        return plain
    return _hedged(q, plain)


# ---------------------------------------------------------------- as written, without hedges


def _plain(q: Quantity) -> Reading:
    """A figure without hedge: exact by nature, or half a unit of its last digit."""
    value, unit = q.value, last_unit(q)
    beside_percent = _fraction(q)
    if unit is None:
        interval = wide = point(value)
        truncated = None
    else:
        interval, wide = around(value, unit / 2), Interval(value - unit, value + unit, True, True)
        truncated = Interval(value, value + unit, False, True) if value >= 0 else Interval(value - unit, value, True)
    zeros = round_unit(value, 2) if may_be_round(q) else None
    if zeros is not None:
        interval = interval.hull(around(value, zeros / 2))
        wide = wide.hull(around(value, round_unit(value, 1) / 2))
        truncated = None
    by = "exact" if interval.is_point else "rounding"
    return Reading(interval, wide, value, by, truncated, beside_percent or interval, _converted(q, interval))


def last_unit(q: Quantity) -> Fraction | None:
    """The worth of the last digit that was written to measure; `None` where a figure is exact by nature.

    >>> def figure(kind, value, place=None, **more):
    ...     return Quantity(0, 0, 0, 0, 0, 0, 0, kind, Fraction(value), place=place and Fraction(place), **more)
    >>> last_unit(figure("currency", 40, 1)), last_unit(figure("count", 40, 1)), last_unit(figure("percent", 20, 10))
    (Fraction(1, 1), None, Fraction(1, 1))
    >>> last_unit(figure("count", 3_000_000, None, scale=Fraction(10**6), style="words"))  # "three million people"
    Fraction(1000000, 1)
    """
    if q.style == "fraction" or q.kind not in _ROUNDED_KINDS:
        return None
    whole = q.value.denominator == 1
    rate = q.unit is not None and "/" in q.unit
    if q.kind in COUNTED and not rate and whole and (q.place is None or q.place >= 1):
        scaled = q.scale > 1 and abs(q.value) >= EXACT_BELOW
        return (q.place or q.scale) if scaled else None
    if q.place is None and (q.value / q.scale).denominator != 1:
        return None  # two and a half
    unit = q.scale if q.place is None else q.place
    return min(unit, Fraction(1)) if q.kind in SHARES and q.scale == 1 else unit


_ROUNDED_KINDS = COUNTED | SHARES | frozenset(["currency", "physical", "duration", "ratio", "multiple"])


def may_be_round(q: Quantity) -> bool:
    """True of whole numbers from 1,000 on that were written out in digits and end in zeros: 3,000; $408,000."""
    if q.style != "digits" or q.scale != 1 or q.kind not in _ROUNDED_KINDS or q.kind in SHARES:
        return False
    return abs(q.value) >= EXACT_BELOW and _ends_in_zero(q)


def _ends_in_zero(q: Quantity) -> bool:
    whole = q.value.denominator == 1 and (q.place is None or q.place >= 1)
    return whole and q.value.numerator % 10 == 0 and q.value != 0


def round_unit(value: Fraction, digits: int) -> Fraction:
    """The worth of the last non-zero digit of a whole number, but never coarser than that of digit number `digits`.

    >>> [int(round_unit(Fraction(n), 2)) for n in (3000, 12000, 408000, 450000, 1234)]
    [100, 1000, 1000, 10000, 1]
    >>> [int(round_unit(Fraction(n), 1)) for n in (3000, 12000)]
    [1000, 1000]
    """
    written = str(abs(value.numerator))
    zeros = len(written) - len(written.rstrip("0"))
    return Fraction(10 ** max(0, min(zeros, len(written) - digits)))


def _fraction(q: Quantity) -> Interval | None:
    """A fraction of a whole as people say it beside a percent: "a third" may be 30.0% to 36.3%."""
    if q.style != "fraction" or q.kind not in ("ratio", "number") or q.scale != 1:
        return None
    return around(q.value, min(FRACTION_POINTS, abs(q.value) * FRACTION_PART))


def _converted(q: Quantity, interval: Interval) -> Interval:
    """Beside its own conversion a whole number that ends in 0 may be round from 10 on, one in 0 or 5 be one of the fives:
    200 km (120 miles), 75 km/h (45 mph)."""
    if q.kind not in ("physical", "currency", "duration") or q.style != "digits" or q.scale != 1:
        return interval
    if q.kind == "physical" and abs(q.value) >= _FIVES_FROM and q.value % 5 == 0 and (q.place is None or q.place >= 1):
        interval = interval.hull(around(q.value, _FIVE / 2))
    return interval.hull(around(q.value, round_unit(q.value, 2) / 2)) if _ends_in_zero(q) else interval


# ---------------------------------------------------------------- hedges, bounds, ranges


def _multiple(q: Quantity) -> Reading:
    """doubled: 1.8 to 2.25. The wide band is fixed by what newspapers print, not twice the narrow one."""
    interval = _banded(q.value, q.band or MULTIPLE_BAND)
    wide = interval.hull(_banded(q.value, MULTIPLE_WIDE))
    return Reading(interval, wide, q.value, "hedge", None, interval, interval)


def _hedged(q: Quantity, plain: Reading) -> Reading:
    """A figure with a hedge: the pack's band around it, but never narrower than the same figure without.

    A hedge to one side ("nearly", "just over") is a statement; only "about" may be stretched to twice its band. A figure
    of three digits and more is near what it says, however it is hedged: "an estimated 41.3 million" is not 38.
    """
    band = q.band or (NEARLY_BAND if q.approx == "below" else (Fraction(1), Fraction(1)))
    close = _close(q)
    interval = _near(_banded(q.value, band), q.value, close).hull(plain.interval)
    if 1 in band:
        beside = _fraction(q)
        slack = (beside.hi - beside.lo) / 2 if beside is not None else 0
        loose = Interval(interval.lo - slack, interval.hi + slack) if slack else interval
        return Reading(interval, interval, None, "hedge", None, loose, interval)
    wide = _near(_banded(q.value, tuple(1 + 2 * (factor - 1) for factor in band)), q.value, close and close * CLOSE_WIDE).hull(plain.wide)
    if q.style == "fraction" and q.kind == "ratio":
        wide = interval  # at twice the band "about three quarters" would be two thirds
    beside_percent, converted = interval.hull(plain.against_percent), interval.hull(plain.converted)
    return Reading(interval, wide, None, "hedge", None, beside_percent, converted)


def _close(q: Quantity) -> Fraction | None:
    """How far a hedged figure may be off that has three digits before its zeros; None of a rounder one.

    >>> def figure(value, place):
    ...     return Quantity(0, 0, 0, 0, 0, 0, 0, "number", Fraction(value), place=Fraction(place))
    >>> [_close(figure(*written)) for written in ((212100, 1), ("63.7", "0.1"), (1250, 1), (150, 1))]
    [Fraction(300, 1), Fraction(3, 10), Fraction(50, 1), None]
    """
    if q.style != "digits" or q.place is None or q.kind == "multiple" or not q.value:
        return None
    digits = str(abs(int(q.value / q.place)))
    written = digits.rstrip("0")
    if len(written) < CLOSE_DIGITS:
        return None
    unit = q.place * 10 ** (len(digits) - len(written))
    return unit * (CLOSE_FIVES if written[-1] == "5" else CLOSE_UNITS)


def _near(interval: Interval, value: Fraction, close: Fraction | None) -> Interval:
    """The interval, no farther from the value than is `close`."""
    return interval if close is None else interval.meet(around(value, close)) or point(value)


def bound(q: Quantity) -> Interval:
    """One end at the nominal value, the other unbounded (or zero, of what cannot be negative).

    >>> def figure(kind, value, **more):
    ...     return Quantity(0, 0, 0, 0, 0, 0, 0, kind, Fraction(value), sense="bound", **more)
    >>> print(bound(figure("currency", 5, approx="above")), bound(figure("currency", 5, approx="below", strict=True)))
    [5, inf) (-inf, 5)
    >>> print(bound(figure("count", 5, approx="below")))
    [0, 5]

    What falls goes down past its bound: "more than halved" is below a half.

    >>> print(bound(figure("multiple", "1/2", approx="above", strict=True, change="down")))
    [0, 0.5)
    """
    falls = q.kind == "multiple" and q.change == "down" and q.value < 1
    if (q.approx == "above") != falls:
        return Interval(q.value, None, q.strict, True)
    if q.kind in NEVER_NEGATIVE and q.value >= 0:
        return Interval(Fraction(0), q.value, False, q.strict and q.value > 0)
    return Interval(None, q.value, True, q.strict)


def _range(q: Quantity) -> Reading:
    """A range as written: its ends are the author's own leeway and are not widened further."""
    ends = [end for end in (q.low, q.high) if end is not None]
    if len(ends) == 2:
        interval = Interval(min(ends), max(ends))
    else:
        interval = Interval(q.low, q.high, q.low is None, q.high is None)
    if q.approx == "about" and q.band and len(ends) == 2:
        low, high = _banded(interval.lo, q.band), _banded(interval.hi, q.band)
        interval = low.hull(high)
    return _same(interval, "hedge")


def _banded(value: Fraction, band: tuple[Fraction, Fraction]) -> Interval:
    ends = sorted((value * band[0], value * band[1]))
    return Interval(ends[0], ends[1])


def _same(interval: Interval, by: str) -> Reading:
    """A reading that has no rescue and no other senses."""
    return Reading(interval, interval, None, by, None, interval, interval)
