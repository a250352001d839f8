"""Is a contradiction explained by a slip of the pen, and how telling is that?

A slip that makes a relation hold to the last digit is evidence that the figures belong together and one of them is wrong:
where they were put together by accident, hardly any slip does. The shorter a figure, the more often one does by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from checker.judging.edits import DIGIT, NEIGHBOUR, SCALE
from checker.judging.equation import nominal_for
from checker.judging.explain import Voice
from checker.judging.operands import Operand, Table
from checker.judging.rescues import places
from checker.judging.suggest import divided_by_new, needed_of, slips_at
from checker.judging.verdict import Finding
from checker.model import Quantity

_MOST_FIGURES = 12  # of a long list only so many figures are tried
_COUNTED = frozenset(["count", "number", "duration", "age", "multiple"])
_COUNTS = ("count", "number")
_SMALL = 20  # numbers up to here are written in words, and one word for another is a slip


def slip_explains(found: Finding, table: Table, voice: Voice) -> bool:
    """True where one slip in one figure, or a change taken over the new value, makes the finding hold to the digit."""
    return any(True for _ in explaining(found, table, voice))


def explaining(found: Finding, table: Table, voice: Voice) -> Iterator[tuple[int, int]]:
    """The slips in one figure each that make the finding hold to the digit: their sort (see `edits`), and how many digits
    the figure has without the zeros at its end; the more, the fewer other figures are one slip away."""
    if divided_by_new(found):
        yield SCALE, 1
    yield from _copied(found)
    for order, (role, i, o) in enumerate(places(found.rule, found.operands)):
        if order >= _MOST_FIGURES or o.quantity.value is None:
            continue
        needed = needed_of(found.rule, found.operands, role, i)
        for edit in slips_at(found, role, i, o, needed, order, table, voice):
            if edit.fits and (edit.sort != DIGIT or _long(o.quantity)):
                yield edit.sort, digits_of(o.quantity)
        if _other_small_number(found, role, o):
            yield DIGIT, 1


def _copied(found: Finding) -> Iterator[tuple[int, int]]:
    """The figure of one part written for that of another: "rose by 3.5m from 3.5m to 8.0m", "of 64 fields 64 lie fallow and 23
    are sown". The members of a list may well be alike."""
    listed = any(role.many for role in found.rule.roles)
    if not listed and not found.rule.link.get("close"):
        return
    for one, other in combinations([[o for o in members if o.index >= 0 and o.nominal] for members in found.operands.values()], 2):
        for a, b in product(one[:_MOST_FIGURES], other[:_MOST_FIGURES]):
            if abs(a.nominal) == abs(b.nominal) and _sort(a.quantity) == _sort(b.quantity) and min(digits_of(a.quantity), digits_of(b.quantity)) >= (2 if listed else 3):
                yield NEIGHBOUR, digits_of(a.quantity)


def _sort(q: Quantity) -> tuple:
    return ("count",) if q.kind in _COUNTS else (q.kind, q.unit, q.place)


def digits_of(q: Quantity) -> int:
    """Digits of a figure as printed, without the zeros at its end; one at least."""
    return max(1, len(str(abs(int(q.value / (q.place or q.scale)))).rstrip("0")))


def _long(q: Quantity) -> bool:
    """True of two digits and more: every single digit is one slip from every other."""
    return abs(q.value) >= 10 * (q.place or q.scale)


def _other_small_number(found: Finding, role: str, o: Operand) -> bool:
    """True where the others give exactly another small whole number in the place of one, nine days where five would do; or,
    of a figure told again, another such part of the whole, a fifth for a fourth."""
    value = nominal_for(found.rule, role, found.operands) if len(found.operands[role]) == 1 and role in found.rule.forms else None
    if value is None or o.quantity.value <= 0:
        return False
    q, own = o.quantity, (value - o.offset) / o.factor
    if q.kind == "ratio" and q.style == "fraction":
        again = found.rule.left[0] == found.rule.right[0] == "role"
        return again and own > 0 and 1 in (q.value.numerator, own.numerator) and max(q.value.denominator, own.denominator) <= _SMALL
    if q.kind not in _COUNTED or q.place is not None and q.place < 1 or q.value.denominator != 1 or q.value > _SMALL:
        return False
    return own.denominator == 1 and 0 < own <= _SMALL
