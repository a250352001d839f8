"""The figures that somebody may have meant who wrote another: its digits with one slip of the hand undone."""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.structure.slips import PLAIN, TELLING, WEAK
from checker.model import Quantity
from checker.rational import Fraction

_DIGITS = 3  # of figures with so many digits few others are one digit away


def variants(q: Quantity) -> Iterator[tuple[Fraction, int]]:
    """Each value that is one slip from a figure, with how much that slip tells.

    >>> from checker.model import Quantity
    >>> figure = lambda n: Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(n), None, Fraction(1))
    >>> [int(value) for value, level in variants(figure(52)) if level == 3]
    [25, 520]
    >>> (Fraction(57), 1) in variants(figure(52)), (Fraction(529), 2) in variants(figure(521))
    (True, True)
    """
    place = q.place or q.scale
    digits = str(int(q.value / place))
    seen = {digits}
    for i in range(len(digits) - 1):
        swapped = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        if swapped not in seen and swapped[0] != "0":
            seen.add(swapped)
            yield int(swapped) * place, PLAIN
    for times in (Fraction(10), Fraction(1, 10)):
        if (q.value * times / place).denominator == 1 or q.place and q.place < 1:
            yield q.value * times, PLAIN
    if len(digits) < 2:
        return
    level = TELLING if len(digits.rstrip("0")) >= _DIGITS else WEAK
    for i, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (i or other != "0"):
                yield int(digits[:i] + other + digits[i + 1 :]) * place, level
