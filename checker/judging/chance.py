"""Agreements that prove nothing: no words tie the figures, and figures so short fit somewhere in every text.

Structures that reckon try the figures of a few sentences; where some agree, they are what the passage says. Of "10", "7"
and "3" some always agree, of 4,488, 5,000 and 91% hardly any. A rule says how many digits it wants (`digits` in [link]).
"""

from __future__ import annotations

from checker.judging.operands import Operand
from checker.judging.verdict import Finding, pinned


def by_chance(found: Finding) -> bool:
    """Whether a pass may be an accident: its rule wants more `digits` of figures that nothing ties."""
    enough = found.rule.link.get("digits", 0)
    if found.verdict != "pass" or not enough or pinned(found.rule, found.frame, found.operands):
        return False
    return sum(_digits(o) for members in found.operands.values() for o in members) < enough


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
