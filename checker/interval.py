"""Exact intervals of rationals with open, closed and unbounded ends.

A leaf: pure values and arithmetic, no text, no rules. Every decision of the program is made with these; there are no
floats and no tolerance. `None` as an end means unbounded. Operations return the smallest interval that holds every
result for points of the operands (each operand taken as independent).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import lcm

from checker.rational import Fraction

Number = Fraction | int


@dataclass(frozen=True, slots=True)
class Interval:
    """The rationals between `lo` and `hi`; an end is excluded where its `_open` is set, `None` is unbounded.

    >>> print(Interval(Fraction(1865, 20), Fraction(1869, 20)))
    [93.25, 93.45]
    """

    lo: Fraction | None
    hi: Fraction | None
    lo_open: bool = False
    hi_open: bool = False

    def __str__(self) -> str:
        left = "(" if self.lo_open or self.lo is None else "["
        right = ")" if self.hi_open or self.hi is None else "]"
        return f"{left}{_shown(self.lo, '-inf')}, {_shown(self.hi, 'inf')}{right}"

    def __contains__(self, x: Number) -> bool:
        above = self.lo is None or x > self.lo or (x == self.lo and not self.lo_open)
        return above and (self.hi is None or x < self.hi or (x == self.hi and not self.hi_open))

    @property
    def is_point(self) -> bool:
        return self.lo is not None and self.lo == self.hi

    @property
    def width(self) -> Fraction | None:
        """hi - lo, `None` where an end is unbounded."""
        return None if self.lo is None or self.hi is None else self.hi - self.lo

    def __neg__(self) -> Interval:
        return Interval(_neg(self.hi), _neg(self.lo), self.hi_open, self.lo_open)

    def __add__(self, other: Interval | Number) -> Interval:
        o = interval(other)
        return Interval(_plus(self.lo, o.lo), _plus(self.hi, o.hi), self.lo_open or o.lo_open, self.hi_open or o.hi_open)

    def __sub__(self, other: Interval | Number) -> Interval:
        return self + -interval(other)

    def __mul__(self, other: Interval | Number) -> Interval:
        """The product; a point zero times anything is the point zero, unbounded ends included."""
        o = interval(other)
        if _is_positive(self) and _is_positive(o):  # most of what is printed
            return Interval(self.lo * o.lo, self.hi * o.hi, self.lo_open or o.lo_open, self.hi_open or o.hi_open)
        if self.lo is not None and o.lo is not None and self.lo >= 0 and o.lo >= 0:
            return _from_ends(*map(_times, _ends(self), _ends(o)))
        corners = [_times(a, b) for a in _ends(self) for b in _ends(o)]
        lo = min(corners, key=lambda c: (c[0], c[1]))
        hi = max(corners, key=lambda c: (c[0], not c[1]))
        return _from_ends(lo, hi)

    def __truediv__(self, other: Interval | Number) -> Interval:
        """Every q with q * divisor = dividend: everything where both may be zero, or where zero is inside the divisor.

        A divisor that touches zero is unbounded there.
        """
        divisor = interval(other)
        if _is_positive(divisor):
            return self * Interval(1 / divisor.hi, 1 / divisor.lo, divisor.hi_open, divisor.lo_open)
        return EVERYTHING if 0 in divisor and 0 in self else self * inverse(divisor)

    def __pow__(self, n: int) -> Interval:
        """Integer powers; an even power of an interval around zero starts at zero."""
        if n < 0:
            return inverse(self) ** -n
        if n == 0:
            return point(1)
        if n % 2 or self.lo is not None and self.lo >= 0:
            return Interval(_power(self.lo, n), _power(self.hi, n), self.lo_open, self.hi_open)
        return abs(self) ** n

    def __abs__(self) -> Interval:
        if self.lo is not None and self.lo >= 0:
            return self
        if self.hi is not None and self.hi <= 0:
            return -self
        negated = -self
        top = max(self, negated, key=lambda i: (i.hi is None, i.hi or 0, not i.hi_open))
        return Interval(Fraction(0), top.hi, False, top.hi_open)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(self, other: Number) -> Interval:
        return interval(other) - self

    def __rtruediv__(self, other: Number) -> Interval:
        return interval(other) / self

    def meet(self, other: Interval) -> Interval | None:
        """The common part of two intervals, `None` where they have no point in common.

        >>> print(Interval(Fraction(1), Fraction(3)).meet(Interval(Fraction(2), None, True)))
        (2, 3]
        """
        lo, lo_open, hi, hi_open = self.lo, self.lo_open, self.hi, self.hi_open
        if other.lo is not None and (lo is None or other.lo > lo or other.lo_open and other.lo == lo):
            lo, lo_open = other.lo, other.lo_open
        if other.hi is not None and (hi is None or other.hi < hi or other.hi_open and other.hi == hi):
            hi, hi_open = other.hi, other.hi_open
        if lo is not None and hi is not None and (lo > hi or lo == hi and (lo_open or hi_open)):
            return None
        return Interval(lo, hi, lo_open, hi_open)

    def hull(self, other: Interval) -> Interval:
        """The smallest interval that holds both."""
        lo, lo_open = min((self.lo, self.lo_open), (other.lo, other.lo_open), key=_low_key)
        hi, hi_open = max((self.hi, self.hi_open), (other.hi, other.hi_open), key=_high_key)
        return Interval(lo, hi, lo_open, hi_open)

    def below(self, other: Interval) -> bool:
        """True where every point of this lies below every point of the other."""
        if self.hi is None or other.lo is None:
            return False
        return self.hi < other.lo or self.hi == other.lo and (self.hi_open or other.lo_open)

    def at_most(self, other: Interval) -> bool:
        """True where every point of this is at most every point of the other."""
        return self.hi is not None and other.lo is not None and self.hi <= other.lo


def _is_positive(x: Interval) -> bool:
    """True of an interval with both ends that lies above zero."""
    return x.lo is not None and x.hi is not None and x.lo.numerator > 0


def point(x: Number) -> Interval:
    """The interval that holds `x` alone."""
    f = x if type(x) is Fraction else Fraction(x)
    return Interval(f, f)


def interval(x: Interval | Number) -> Interval:
    """`x` itself, or the point of a plain number."""
    return x if type(x) is Interval else point(x)


def total(members: Iterable[Interval]) -> Interval:
    """The sum of many, with one common denominator instead of a fraction at every step.

    >>> print(total([point(1), Interval(Fraction(1, 3), Fraction(1, 2), hi_open=True), point(2)]), total([]))
    [3.33333333333, 3.5) [0, 0]
    """
    members = tuple(members)
    low, high = _added([m.lo for m in members]), _added([m.hi for m in members])
    return Interval(low, high, any(m.lo_open for m in members), any(m.hi_open for m in members))


def _added(ends: list[Fraction | None]) -> Fraction | None:
    if None in ends:
        return None
    common = lcm(*(end.denominator for end in ends))
    return Fraction(sum(end.numerator * (common // end.denominator) for end in ends), common)


def around(x: Number, half: Number) -> Interval:
    """The closed interval of `half` to both sides of `x`."""
    middle = x if type(x) is Fraction else Fraction(x)
    return Interval(middle - half, middle + half)


def half_line(bound: str) -> Interval:
    """The interval of a written bound, "> -1" or "<= 0.5". Raises ValueError for anything else.

    >>> print(half_line("> -1"), half_line("<= 0.5"))
    (-1, inf) (-inf, 0.5]
    """
    closed = "=" in bound[:2]
    end = Fraction(bound.lstrip("<>= "))
    return Interval(end, None, not closed, True) if bound[0] == ">" else Interval(None, end, True, not closed)


EVERYTHING = Interval(None, None, True, True)
POSITIVE = Interval(Fraction(0), None, True, True)


def inverse(x: Interval) -> Interval:
    """1 / x; everything where zero lies inside, unbounded on the side where zero is an end."""
    if x.lo == 0 == x.hi:
        return EVERYTHING
    if (x.lo is None or x.lo < 0) and (x.hi is None or x.hi > 0):
        return EVERYTHING
    lo, lo_open = (Fraction(0), True) if x.hi is None else (None, True) if x.hi == 0 else (1 / x.hi, x.hi_open)
    hi, hi_open = (Fraction(0), True) if x.lo is None else (None, True) if x.lo == 0 else (1 / x.lo, x.lo_open)
    return Interval(lo, hi, lo_open, hi_open)


def minimum(items: list[Interval]) -> Interval:
    """The smallest of points drawn one from each interval."""
    lo, lo_open = min(((i.lo, i.lo_open) for i in items), key=_low_key)
    hi, hi_open = min(((i.hi, i.hi_open) for i in items), key=_high_key)
    return Interval(lo, hi, lo_open, hi_open)


def maximum(items: list[Interval]) -> Interval:
    """The largest of points drawn one from each interval."""
    return -minimum([-i for i in items])


# An end as (value, open): infinite values are floats used as signs only, never in arithmetic; no other value is a float.
_INF = float("inf")


def _ends(x: Interval):
    return ((-_INF if x.lo is None else x.lo, x.lo_open), (_INF if x.hi is None else x.hi, x.hi_open))


def _times(a, b):
    """The product of two ends; zero that belongs to its interval absorbs openness and infinity."""
    (x, x_open), (y, y_open) = a, b
    if x == 0 or y == 0:
        closed_zero = (x == 0 and not x_open) or (y == 0 and not y_open)
        return Fraction(0), not closed_zero
    if type(x) is float or type(y) is float:
        return (_INF if (x > 0) == (y > 0) else -_INF), True
    return x * y, x_open or y_open


def _from_ends(lo, hi) -> Interval:
    low = None if type(lo[0]) is float else lo[0]
    high = None if type(hi[0]) is float else hi[0]
    return Interval(low, high, lo[1], hi[1])


def _low_key(end):
    value, is_open = end
    return (-_INF, False) if value is None else (value, is_open)


def _high_key(end):
    value, is_open = end
    return (_INF, True) if value is None else (value, not is_open)


def _neg(x):
    return None if x is None else -x


def _plus(x, y):
    return None if x is None or y is None else x + y


def _power(x, n):
    return None if x is None else x**n


def _shown(x: Fraction | None, infinite: str) -> str:
    if x is None:
        return infinite
    return str(x.numerator) if x.denominator == 1 else f"{float(x):.12g}"
