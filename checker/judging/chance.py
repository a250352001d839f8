"""Agreements that prove nothing: no words tie the figures, and figures so short fit somewhere in every text.

Structures that reckon try the figures of a few sentences; where some agree, they are what the passage says. Of "10", "7"
and "3" some always agree, of 4,488, 5,000 and 91% hardly any. A rule says how many digits it wants (`digits` in [link]).
Among many figures those may agree by chance, too, and there nothing would be said if one of them were wrong: such an
agreement helps to judge others, but a reader is not told that it was tested. The same goes for a rule that says so (`tied`
in [link]): of a span of time and two dates of its paragraph.
"""

from __future__ import annotations

from checker.judging.crowds import PHRASE
from checker.judging.operands import Operand, Table
from checker.judging.passage import measures_around
from checker.judging.verdict import Finding, pinned, says_again

_FITTED = ("evident share",)  # frames of structures that look for what fits, and tie it where it does
_CROWD, _REACH = 5, 3  # other figures within so many sentences,
_LARGER = 8  # and where what fits stands with its part in one clause


def by_chance(found: Finding) -> bool:
    """Whether a pass may be an accident: its rule wants more `digits` of figures that nothing ties."""
    enough = found.rule.link.get("digits", 0)
    if found.verdict != "pass" or not enough or pinned(found.rule, found.frame, found.operands):
        return False
    return sum(_digits(o) for members in found.operands.values() for o in members) < enough


def untested(found: Finding, table: Table) -> bool:
    """Whether a pass is no test that was passed: in a crowd of figures some agree that no words tie."""
    source, fitted = found.frame.source, found.frame.source in _FITTED
    if found.verdict == "pass" and found.rule.link.get("tied") and not pinned(found.rule, found.frame, found.operands):
        return True
    if found.verdict != "pass" or found.rule.operator != "==" or PHRASE in source or says_again(found.rule):
        return False
    if not fitted and pinned(found.rule, found.frame, found.operands):
        return False
    own = {o.index for members in found.operands.values() for o in members}
    return len(set(measures_around([i for i in own if i >= 0], table.extraction, _REACH)) - own) >= (_LARGER if fitted else _CROWD)


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
