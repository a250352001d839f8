"""Contradictions whose figures the text explains otherwise: other parts make up the total, other figures have it as their sum.

    day one is the longest, 17.5 miles; after that come 14, 11.5, 16 and 13, a total of 72      a part stands in front of the list
    2.6%, made up of real growth of 0.9% and inflation of 1.7%; the council expects 0.7 and 1.8   the list goes on too far
    It contributed 241 million; Europe 117 million, the rest 44 million                          with their "total" they make up another

No words are asked here: a list of exact figures hardly ever comes out by chance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.judging.operands import Operand, Table
from checker.judging.passage import measures_around, sentence_of
from checker.judging.suggest import fits_at_its_word, in_its_place
from checker.judging.verdict import Finding
from checker.model import SIBLINGS, Quantity
from checker.rational import Fraction

_LEAST = 2  # parts of a list
_SMALL = 20  # of smaller figures some other always makes a sum
_PASSAGE = 2  # sentences around a part of a sum in which the sum may stand
_AROUND = 6  # sentences around a list in which the sum of all of it may stand
_TABLES = ("table",)
_COUNTS = ("count", "number")
_SHARES = ("percent", "ratio")
_TWICE = 2
_THREE, _LONGEST = 3, 8  # figures of an equation, and members of a list, at least; members at most
_NEAR = Fraction(3, 2)  # times as large, or as small: about the same


def explained_otherwise(found: Finding, table: Table) -> bool:
    """True of a total and a list of parts where one part more, or its first ones alone, would be right, or where the total is itself
    one of the parts of a larger one."""
    if _rest_of_more(found, table) or _shared_out(found, table):
        return True
    lists = [found.operands[role.name] for role in found.rule.roles if role.many and role.name in found.operands]
    single = [o for role in found.rule.roles if not role.many for o in found.operands.get(role.name, ())]
    if found.rule.operator != "==" or found.frame.source in _TABLES or len(lists) != 1 or len(single) != 1:
        return False
    total, parts = single[0], lists[0]
    if any(o.nominal is None or o.index < 0 for o in (total, *parts)):
        return False
    stated, values = total.nominal, [p.nominal for p in parts]
    own = frozenset(o.index for o in (total, *parts))
    if any(sum(values[:n]) == stated for n in range(_LEAST, len(values) - 1)):
        return True
    if max(stated, *values) >= _SMALL and any(sum(values) + other == stated for other in _others(own, parts[0], table, 0)):
        return True
    return any(sum(values) + stated == other for other in _others(own, parts[0], table, _AROUND))


def _rest_of_more(found: Finding, table: Table) -> bool:
    """True where what is left is left of a larger whole: "all 356 ... in 16 of the 340 who were rejoined; the other 16 had a stoma"."""
    whole, rest = (found.operands.get(name, ()) for name in ("whole", "rest"))
    if found.rule.operator != "==" or not len(whole) == len(rest) == 1 or any(o.nominal is None or o.index < 0 for o in (*whole, *rest)) or whole[0].nominal < _SMALL:
        return False
    own = frozenset(o.index for members in found.operands.values() for o in members)
    return any(other == whole[0].nominal + rest[0].nominal for other in _others(own, whole[0], table, _AROUND))


def _shared_out(found: Finding, table: Table) -> bool:
    """True where a list of the sentence makes up one of the figures, with another of them as a member: "of the 28 games so far, four in
    every round, 15 have been drawn, eight won by White and five by Black"."""
    own = {o.index for members in found.operands.values() for o in members if o.index >= 0}
    if found.rule.operator != "==" or len(own) != _THREE or any(role.many for role in found.rule.roles):
        return False
    quantities = table.extraction.quantities
    whole = max(own, key=lambda i: quantities[i].value or 0)
    total = quantities[whole]
    if not total.value or total.value < _SMALL:
        return False
    row = [i for i in measures_around((whole,), table.extraction) if i != whole and quantities[i].value and _alike(quantities[i], total)]
    runs = (row[a:b] for a in range(len(row)) for b in range(a + _THREE, min(len(row), a + _LONGEST) + 1))
    return any(sum(quantities[i].value for i in run) == total.value and not own.isdisjoint(run) for run in runs)


def shared_already(found: Finding, table: Table) -> bool:
    """True where another share of the sentence is that of the two figures: "of 64 homes 16, that is a quarter rather than the 35%
    the plan asks for"."""
    part, whole, share = (found.operands.get(name, ()) for name in ("part", "whole", "share"))
    if found.rule.operator != "==" or found.frame.source in _TABLES or not len(part) == len(whole) == len(share) == 1 or not whole[0].nominal or part[0].nominal is None or part[0].index < 0:
        return False
    made = part[0].nominal / whole[0].nominal
    for i in measures_around((o.index for o in (part[0], share[0]) if o.index >= 0), table.extraction):
        q = table.extraction.quantities[i]
        if i != share[0].index and q.kind in _SHARES and q.value and not q.approx:
            stated = q.value / 100 if q.kind == "percent" else q.value
            if made == stated or q.kind == "percent" and abs(made - stated) * 200 <= (q.place or 1):
                return True
    return False


def stated_beside(found: Finding, table: Table) -> bool:
    """True where the sentence of the other figures states what they give: "which makes seven tonnes. Last year it was 6.0 on
    790,000 hectares, or 4.74 million tonnes"."""
    if found.rule.operator != "==" or found.frame.source in _TABLES or found.implied is None or any(len(members) != 1 for members in found.operands.values()):
        return False
    focus = found.operands.get(found.implied[0], (None,))[0]
    others = [members[0] for role, members in found.operands.items() if role != found.implied[0]]
    if focus is None or len(others) < _LEAST or any(o.index < 0 or o.quantity.value is None for o in (focus, *others)):
        return False
    homes = {sentence_of(o.index, table.extraction) for o in others}
    if len(homes) > 1 or sentence_of(focus.index, table.extraction) in homes:
        return False
    role = next(r for r in found.rule.roles if r.name == found.implied[0])
    own = {o.index for o in (focus, *others)}
    for i in measures_around((others[0].index,), table.extraction):
        q = table.extraction.quantities[i]
        if i not in own and q.value and _alike(q, focus.quantity):
            alike = replace(q, kind=focus.quantity.kind, unit=focus.quantity.unit)
            if fits_at_its_word(found.rule, {**found.operands, role.name: (in_its_place(alike, focus, role, found),)}):
                return True
    return False


def before_of_total(found: Finding, table: Table) -> bool:
    """True of a change of one part of a sum, where the older value is about as large as the sum: "580 tonnes, 412 of them oats; of
    barley 168, 12% more ... the 550 tonnes of last year"."""
    base, new = (found.operands.get(part, ()) for part in ("base", "new"))
    if len(base) != 1 or len(new) != 1 or not base[0].nominal or not new[0].nominal or new[0].index < 0 or base[0].index < 0 or new[0].nominal < _SMALL:
        return False
    older, own = base[0].nominal, new[0].nominal
    if own <= _NEAR * older <= _NEAR**2 * own:
        return False
    figures = set(_others(frozenset((new[0].index,)), new[0], table, _PASSAGE))
    return any(own + other in figures and own + other <= _NEAR * older <= _NEAR**2 * (own + other) for other in figures)


def over_the_whole(found: Finding, table: Table) -> bool:
    """True of a share of more than all that two figures of its sentence bear out: "1,276 guests where there ought to be no more
    than 1,240, an occupancy of 103%"."""
    shares = [o for members in found.operands.values() for o in members if o.index >= 0 and o.quantity.kind in _SHARES]
    if found.frame.source.startswith(SIBLINGS) or len(shares) != 1 or shares[0].interval is None or shares[0].nominal is None or not 1 < shares[0].nominal < _TWICE:
        return False
    here = map(table.extraction.quantities.__getitem__, measures_around((shares[0].index,), table.extraction))
    figures = [q for q in here if q.value and q.kind not in _SHARES]
    return any(_alike(a, b) and a.value / b.value in shares[0].interval for a in figures for b in figures if a is not b)


def _others(own: frozenset[int], part: Operand, table: Table, reach: int) -> Iterator[Fraction]:
    """The other figures that could be of the list, in the sentences of its figures and so many around them."""
    for i in measures_around(own, table.extraction, reach):
        q = table.extraction.quantities[i]
        if i not in own and q.value and _alike(q, part.quantity):
            yield q.value * part.factor


def _alike(one: Quantity, other: Quantity) -> bool:
    """True of two figures of one unit, and of a measure and the bare numbers that go on with it."""
    if one.kind in _COUNTS and other.kind in _COUNTS:
        return True
    return (one.kind, one.unit) == (other.kind, other.unit) or "number" in (one.kind, other.kind) and None in (one.unit, other.unit)
