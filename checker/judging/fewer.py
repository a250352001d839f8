"""Shares of fewer, or of more, than the whole that a finding took: of those that are known, or of two sets together.

    The survey reached 250 farms, of all sizes. ... In 65 (26.2%) the well was dry         of the 248 that could be visited
    wells were dry in 24% (9/46 farms and 10/34 mills)                                      of both together

Where the words give the share its whole at once, "65 of the 250", they mean that one.
"""

from __future__ import annotations

from checker.judging.operands import Operand, Table
from checker.judging.passage import sentence_of
from checker.judging.verdict import Finding
from checker.rational import Fraction

_LEFT = Fraction(9, 10)  # of a whole, of whom something is known
_COUNTS = ("count", "number")
_LAID_DOWN = ("table", "roles")


def of_fewer(found: Finding, table: Table) -> bool:
    """True of a share in another sentence than its whole that is to the digit one of a few less: some have dropped out."""
    roles = _share_of(found)
    if roles is None or "{" in found.frame.source or found.frame.source in _LAID_DOWN:
        return False
    part, whole, share = roles
    if whole.index < 0 or part.index < 0 or sentence_of(whole.index, table.extraction) == sentence_of(share.index, table.extraction):
        return False
    if part.quantity.kind not in _COUNTS or whole.quantity.kind not in _COUNTS or whole.nominal.denominator != 1 or share.interval is None:
        return False
    if not share.interval.lo or share.interval.lo <= 0:
        return False
    fewest, most = part.nominal / share.interval.hi, part.nominal / share.interval.lo
    least = -(-fewest.numerator // fewest.denominator)  # rounded up
    return least <= most and _LEFT * whole.nominal <= most and least < whole.nominal


def of_both(found: Finding, table: Table) -> bool:
    """True of a share that the pair of figures right behind makes with its part and whole together."""
    roles = _share_of(found)
    if roles is None or roles[2].interval is None:
        return False
    part, whole, share = roles
    behind = max(part.index, whole.index)
    following = table.extraction.quantities[behind + 1 : behind + 3]
    if part.index < 0 or len(following) < 2 or any(q.kind not in _COUNTS or not q.value for q in following):
        return False
    return (part.nominal + following[0].value) / (whole.nominal + following[1].value) in share.interval


def _share_of(found: Finding) -> tuple[Operand, Operand, Operand] | None:
    """The part, whole and share of an equation of these three alone."""
    members = tuple(found.operands.get(name, ()) for name in ("part", "whole", "share"))
    if found.rule.operator != "==" or len(found.operands) != len(members) or any(len(own) != 1 for own in members):
        return None
    part, whole, share = (own[0] for own in members)
    if share.index < 0 or share.quantity.kind != "percent" or not part.nominal or not whole.nominal:
        return None
    return part, whole, share
