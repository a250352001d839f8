"""Second thoughts about a contradiction: does a figure right beside one of its own fit where that one stands?

Where "6.3 to 4.1" misses a stated 2.5 but the next number is 2.2, the text has very likely been put together wrongly
here, not by its writer: the claim belongs to the other figure. Slips of the pen land on a neighbour's value far more
rarely than links do, so such a miss proves nothing.
"""

from __future__ import annotations

from checker.judging.edits import neighbours
from checker.judging.operands import Table, make_operand, replaced, senses_of
from checker.judging.rescues import places
from checker.judging.suggest import fits_at_its_word
from checker.judging.verdict import Finding
from checker.rounding import reading

_MOST = 12  # figures of a long list that are tried


def a_neighbour_fits(found: Finding, table: Table) -> bool:
    """True where one figure of an equation, replaced by a number of its kind next to it, makes it hold at its word."""
    if found.rule.operator != "==":
        return False
    within = frozenset(o.index for members in found.operands.values() for o in members)
    for role, i, o in list(places(found.rule, found.operands))[:_MOST]:
        if o.quantity.value is None or o.index < 0:
            continue
        spec = next(r for r in found.rule.roles if r.name == role)
        sense = senses_of(found.rule)[role]
        for _, other in neighbours(o.index, table.extraction, within):
            made = make_operand(spec, other, o.index, found.frame, sense, reading(other))
            if fits_at_its_word(found.rule, replaced(found.operands, role, i, made)):
                return True
    return False
