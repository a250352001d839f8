"""Agreements that prove nothing: no words tie the figures, and figures so short fit somewhere in every text.

Structures that reckon try the figures of a few sentences; where some agree, they are what the passage says. Of "10", "7"
and "3" some always agree. A pass that words tie, or whose figures have digits enough, stands.
"""

from __future__ import annotations

from checker.judging.operands import Operand
from checker.judging.verdict import Finding, pinned

_ENOUGH = 7  # digits of all figures together: of 4,488, 5,000 and 91% no chance makes a fit


def by_chance(found: Finding) -> bool:
    """Whether a pass of an equation may be an accident. Two figures that are told to be the same are none."""
    if found.verdict != "pass" or found.rule.operator != "==" or found.rule.left[0] == found.rule.right[0] == "role":
        return False
    if pinned(found.rule, found.frame, found.operands):
        return False
    return sum(_digits(o) for members in found.operands.values() for o in members) < _ENOUGH


def _digits(o: Operand) -> int:
    """Significant digits of a figure as printed.

    >>> from checker.rational import Fraction
    >>> from checker.model import Quantity
    >>> figure = lambda n, place: Operand("part", 0, 3, 0, Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(n), None, Fraction(place)))
    >>> [_digits(figure(n, p)) for n, p in ((4488, 1), (5000, 1000), (5000, 1), ("0.91", "0.01"))]
    [4, 1, 1, 2]
    """
    if o.quantity is None or not o.quantity.value:
        return 0
    return len(str(abs(int(o.quantity.value / (o.quantity.place or 1)))).rstrip("0"))
