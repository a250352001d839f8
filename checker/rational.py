"""Exact fractions: those of the standard library, with arithmetic that costs a third.

A leaf. Some hundred thousand fractions are added and compared for a page of figures, and the library's own operators ask
an abstract class about every operand. Here fractions and whole numbers, which are all that a run has, are told apart by
their type; whatever else comes is left to the library. A fraction made here stays one of these, is equal to the
library's, has its hash, and is an instance of it.
"""

from __future__ import annotations

import fractions
from math import gcd

_Standard = fractions.Fraction


class Fraction(_Standard):
    """A fraction in lowest terms.

    >>> Fraction(1, 2) + Fraction(1, 3), 1 - Fraction(1, 2), Fraction(3, 4) / 3 < 1, Fraction(6, 3) == 2
    (Fraction(5, 6), Fraction(1, 2), True, True)
    """

    __slots__ = ()
    # The places of the two numbers themselves, where the library has a function for each.
    numerator = _Standard._numerator
    denominator = _Standard._denominator
    __hash__ = _Standard.__hash__

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if type(numerator) is int:
                return _lowest(numerator, 1)
            if type(numerator) is Fraction:
                return numerator
        return _Standard.__new__(cls, numerator, denominator)

    def __bool__(self):
        return self.numerator != 0

    def __eq__(self, other):
        kind = type(other)
        if kind is Fraction:
            return self.numerator == other.numerator and self.denominator == other.denominator
        if kind is int:
            return self.denominator == 1 and self.numerator == other
        return other is not None and _Standard.__eq__(self, other)

    def __lt__(self, other):
        kind = type(other)
        if kind is Fraction:
            return self.numerator * other.denominator < other.numerator * self.denominator
        return self.numerator < other * self.denominator if kind is int else _Standard.__lt__(self, other)

    def __le__(self, other):
        kind = type(other)
        if kind is Fraction:
            return self.numerator * other.denominator <= other.numerator * self.denominator
        return self.numerator <= other * self.denominator if kind is int else _Standard.__le__(self, other)

    def __gt__(self, other):
        kind = type(other)
        if kind is Fraction:
            return self.numerator * other.denominator > other.numerator * self.denominator
        return self.numerator > other * self.denominator if kind is int else _Standard.__gt__(self, other)

    def __ge__(self, other):
        kind = type(other)
        if kind is Fraction:
            return self.numerator * other.denominator >= other.numerator * self.denominator
        return self.numerator >= other * self.denominator if kind is int else _Standard.__ge__(self, other)

    def __add__(self, other):
        kind = type(other)
        if kind is Fraction:
            a, b = self.denominator, other.denominator
            if a == 1 == b:  # as most are
                return _lowest(self.numerator + other.numerator, 1)
            return _reduced(self.numerator * b + other.numerator * a, a * b)
        if kind is int:
            return _lowest(self.numerator + other * self.denominator, self.denominator)
        return _own(_Standard.__add__(self, other))

    __radd__ = __add__

    def __sub__(self, other):
        kind = type(other)
        if kind is Fraction:
            a, b = self.denominator, other.denominator
            if a == 1 == b:
                return _lowest(self.numerator - other.numerator, 1)
            return _reduced(self.numerator * b - other.numerator * a, a * b)
        if kind is int:
            return _lowest(self.numerator - other * self.denominator, self.denominator)
        return _own(_Standard.__sub__(self, other))

    def __rsub__(self, other):
        if type(other) is int:
            return _lowest(other * self.denominator - self.numerator, self.denominator)
        return _own(_Standard.__rsub__(self, other))

    def __mul__(self, other):
        kind = type(other)
        if kind is Fraction:
            if self.denominator == 1 == other.denominator:
                return _lowest(self.numerator * other.numerator, 1)
            return _reduced(self.numerator * other.numerator, self.denominator * other.denominator)
        if kind is int:
            return _reduced(self.numerator * other, self.denominator)
        return _own(_Standard.__mul__(self, other))

    __rmul__ = __mul__

    def __truediv__(self, other):
        kind = type(other)
        if kind is Fraction and other.numerator:
            return _reduced(self.numerator * other.denominator, self.denominator * other.numerator)
        if kind is int and other:
            return _reduced(self.numerator, self.denominator * other)
        return _own(_Standard.__truediv__(self, other))

    def __rtruediv__(self, other):
        if type(other) is int and self.numerator:
            return _reduced(other * self.denominator, self.numerator)
        return _own(_Standard.__rtruediv__(self, other))

    def __pow__(self, other):
        return _own(_Standard.__pow__(self, other))

    def __neg__(self):
        return _lowest(-self.numerator, self.denominator)

    def __abs__(self):
        return self if self.numerator >= 0 else _lowest(-self.numerator, self.denominator)


def _lowest(numerator: int, denominator: int) -> Fraction:
    """The fraction of two numbers that have no divisor in common, the lower one above zero."""
    made = object.__new__(Fraction)
    made._numerator = numerator
    made._denominator = denominator
    return made


def _reduced(numerator: int, denominator: int) -> Fraction:
    common = gcd(numerator, denominator) if denominator > 0 else -gcd(numerator, denominator)
    made = object.__new__(Fraction)
    made._numerator = numerator // common
    made._denominator = denominator // common
    return made


def _own(found):
    """What the library has reckoned, as a fraction of this kind where it is one."""
    return Fraction(found) if type(found) is _Standard else found
