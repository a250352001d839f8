"""Exact rationals as decimals: ends of intervals rounded outward, values as JSON numbers."""

from __future__ import annotations

from math import floor, log10

from checker.interval import Interval
from checker.rational import Fraction

SIGNIFICANT = 6  # digits of an end that is no decimal itself ...
OF_WIDTH = 3  # ... and, where that says more, digits of the interval's width
MOST = 24
EXACT_PLACES, EXACT_DIGITS = 12, 30
MOST_BITS = 13_000  # Python prints no longer integers, and nobody means one


def ends(interval: Interval | None) -> tuple[str | None, str | None]:
    """The ends as decimal strings, `None` where unbounded. What is no short decimal is rounded outward.

    >>> ends(Interval(Fraction(1867, 20), Fraction(1869, 20)))
    ('93.35', '93.45')
    >>> ends(Interval(Fraction(156, 167), Fraction(156, 167)))
    ('0.934131', '0.934132')
    """
    if interval is None:
        return None, None
    width = interval.width
    low = None if interval.lo is None else outward(interval.lo, -1, width)
    high = None if interval.hi is None else outward(interval.hi, 1, width)
    return low, high


def outward(x: Fraction, direction: int, width: Fraction | None = None) -> str:
    """`x` as a decimal, exactly where it is a short one, else rounded down (direction -1) or up (1).

    >>> outward(Fraction(-2, 3), -1), outward(Fraction(-2, 3), 1), outward(Fraction(5, 8), 1)
    ('-0.666667', '-0.666666', '0.625')
    """
    places = _places(x.denominator)
    if places is not None and abs(x) < 10**EXACT_DIGITS:
        return _digits(x.numerator * (10**places // x.denominator), -places)
    size = _magnitude(x)
    exponent = size - SIGNIFICANT + 1
    if width:
        exponent = max(min(exponent, _magnitude(width) - OF_WIDTH + 1), size - MOST + 1)
    scaled = x / Fraction(10) ** exponent
    return _digits(floor(scaled) if direction < 0 else -floor(-scaled), exponent)


def json_number(x: Fraction | None) -> int | float | None:
    """The number that JSON shows: an integer, or the shortest decimal whose float is nearest to `x`.

    >>> json_number(Fraction(467, 5)), json_number(Fraction(8_400_000_000_000))
    (93.4, 8400000000000)
    """
    if x is None or x.numerator.bit_length() - x.denominator.bit_length() > MOST_BITS:
        return None
    if x.denominator == 1:
        return x.numerator
    try:
        return x.numerator / x.denominator
    except OverflowError:
        return round(x)


def _places(denominator: int) -> int | None:
    """How many decimal places a fraction with this denominator needs, `None` where there is no short end to them."""
    scale = 1
    for places in range(EXACT_PLACES + 1):
        if scale % denominator == 0:
            return places
        scale *= 10
    return None


def _magnitude(x: Fraction) -> int:
    """The power of ten of the first digit; logarithms, because integers may be longer than Python prints."""
    return floor(log10(abs(x.numerator)) - log10(x.denominator))


def _digits(scaled: int, exponent: int) -> str:
    """`scaled` times ten to the `exponent`, written out without an exponent and without idle zeros."""
    sign, digits = "-" if scaled < 0 else "", str(abs(scaled))
    if exponent >= 0:
        return sign + digits + "0" * exponent if scaled else "0"
    digits = digits.rjust(1 - exponent, "0")
    whole, part = digits[:exponent], digits[exponent:].rstrip("0")
    return f"{sign}{whole}.{part}" if part else (sign + whole if scaled else "0")
