"""Agreements that prove nothing: with one of their figures wrong, there would be no contradiction.

Structures that reckon try the figures of a few sentences; where some agree, they are what the passage says. Of "10", "7"
and "3" some always agree, of 4,488, 5,000 and 91% hardly any. A rule says how many digits it wants (`digits` in [link]).
Pass and fail rest on the same proof. Where no words tie the figures, or they were put together because they agree (`fitted`
frames), it takes a passage with hardly another figure; in a crowd in which a contradiction would be lost, nothing was tested.
Such an agreement helps to judge others, but a reader is not told that it was a check. The same goes for a rule that says so
(`tied` in [link]): of a span of time and two dates of its paragraph. What is looked up among known facts stands in no crowd.
"""

from __future__ import annotations

from checker.judging.crowds import Told, would_be_lost
from checker.judging.operands import Operand, Table
from checker.judging.passage import measures_around
from checker.judging.verdict import Finding, pinned

_CROWD, _REACH = 3, 3  # other figures within so many sentences,
_CLAUSE = 5  # and around what one clause tells


def by_chance(found: Finding) -> bool:
    """Whether a pass may be an accident: its rule wants more `digits` of figures that nothing ties."""
    enough = found.rule.link.get("digits", 0)
    if found.verdict != "pass" or not enough or pinned(found.rule, found.frame, found.operands):
        return False
    return sum(_digits(o) for members in found.operands.values() for o in members) < enough


def untested(found: Finding, told: Told, table: Table) -> bool:
    """Whether a pass is no test that was passed: with one of its figures wrong, there would be no contradiction."""
    if found.verdict != "pass" or found.rule.operator != "==" and not found.rule.link.get("tied") or _looked_up(found):
        return False
    others = len(_around(found, table))
    if found.frame.fitted and others >= _CROWD:
        return True
    if not pinned(found.rule, found.frame, found.operands) and (found.rule.link.get("tied") or others >= (_CROWD if found.frame.tier else _CLAUSE)):
        return True
    return found.rule.operator == "==" and would_be_lost(found, told, table)


def _looked_up(found: Finding) -> bool:
    """Whether a figure is known from outside: it stands in no crowd."""
    return any(o.source for members in found.operands.values() for o in members)


def _around(found: Finding, table: Table) -> set[int]:
    """The other figures in and around the sentences of a finding."""
    own = {o.index for members in found.operands.values() for o in members}
    return set(measures_around([i for i in own if i >= 0], table.extraction, _REACH)) - own


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
