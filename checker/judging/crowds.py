"""How crowded is the passage in which figures contradict each other?

Two figures that stand alone in their sentences can hardly mean anything else. With other figures beside them, or where one
of them has its part in an equation that holds, the link is wrong more often than the writer: on the labelled texts nearly
all contradictions without other figures about were planted, of those with two and more beside them hardly more than half.
So in a crowd a contradiction needs more: a slip that explains it, and no rivals where only an order is at stake. The
sentences around count too: where a dozen other figures stand, only a slip in a figure of some digits tells. What is doubted so is still
worth a look where not too many others stand around: of ten such, nine were wrong figures in short texts, half in dense ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from checker.judging.edits import DIGIT, NEIGHBOUR, SCALE, SWAP
from checker.judging.operands import Table
from checker.judging.passage import measures_around
from checker.judging.telling import digits_of
from checker.judging.verdict import Finding, says_again
from checker.model import Quantity

_TOLD = ("by name", "table", "statement", "statistics", "told tests", "two shares", "symmetry", "significance", "arm shares", "over hundred", "roles")  # frames laid down by a form of reporting
_IN_PROSE = ("roles",)  # of these, those that are told in plain prose
PHRASE = "{"  # in the source of a frame that a phrase has tied
_COMPARED = ("", "actual", "mark")  # structures that look for what a figure is compared with
_TRIED = (  # structures that put together what a passage has
    "triad", "ratio", "reckoning", "reckoned", "recalled", "tied", "sole rate", "sole twin", "steps", "joint-growth", "joint_growth", "part-of-part"
)  # fmt: skip
_NEAR_BY = (  # of these, and others like them, those of which real text shows that little more than nearness ties their figures
    "recalled", "reckoned", "reckoned shares", "actual", "mark", "average", "names", "majority apposed", "akin whole", "exclusive shares",
    "parts_of_growth", "joint-growth", "joint_growth", "share-of-share"
)  # fmt: skip
_CROWD = 2  # other figures in the sentences of a finding
_THRONG = 3
_THREE = 3
_DWARFED = 1000  # so many times smaller: nobody takes it for one of them
_BREATH = 4  # tokens from one figure to the next
_SOME = 2  # digits of a figure, at least, in which a slip is more than chance
_LONG = 3  # digits of a figure that few others are one slip away from
_TELLING = (SWAP, SCALE, NEIGHBOUR)  # slips that lead to so few figures that two digits are enough
_PACKED, _REACH = 12, 3  # other figures within so many sentences: among them some three miss each other by hardly more than chance
_MASSES = 16  # others so near: of them nothing can be told
_PLENTY = 5  # others so near, where a structure has little more than nearness to go by
_OUTNUMBERED = 12  # others so near, where no words tie the figures of a finding
_GROUPS = ("groups",)  # frames whose figures each stand with the group they are the size of
_EVENTS = 2  # figures that name events by their size, beside one another
_HYPHENS = ("-", "‑")
_AT_ONCE = ("changes",)  # structures whose figures a clause tells with the words between them, "rose 5.2% to 33 from 31"
_OPEN, _BESIDE = "(", 2  # of a figure in brackets right behind another, and the tokens from one to the other
SHARES = ("percent", "points", "ratio")
_ALL = {"total", "whole"}  # who were divided have shares as well,
_OF_ALL = ("groups", "incidence")  # and what so many of so many make is what a rate is of: "45 traps for 60 nights, 2,700 trap nights"


Slips = Callable[[], Iterable[tuple[int, int]]]  # asked for only where they matter


@dataclass(frozen=True, slots=True)
class Told:
    """What the relations that hold say of the figures.

    `parts`: of each figure the claims that it makes in equations, each with all figures of the equation. `compared`: by
    rule the figures that were compared with one another.
    """

    parts: Mapping[int, list[tuple[str, frozenset[int]]]]
    compared: Mapping[str, list[frozenset[int]]]


def told_by(findings: Iterable[Finding]) -> Told:
    """What these findings tell of their figures; that a figure is told twice is no equation."""
    told = Told({}, {})
    for f in findings:
        members = frozenset(o.index for found in f.operands.values() for o in found)
        if f.rule.operator != "==":
            told.compared.setdefault(f.rule.id, []).append(members)
        elif f.verdict == "pass" and not says_again(f.rule):
            for role in f.rule.roles:
                for o in f.operands.get(role.name, ()):
                    told.parts.setdefault(o.index, []).append((role.claim, members))
    return told


def lost_in_crowd(found: Finding, told: Told, table: Table, slips: Slips) -> bool:
    """True of a contradiction that more likely comes from a wrong link than from a wrong figure; `slips` are those that
    explain it (see `telling`)."""
    own = frozenset(o.index for members in found.operands.values() for o in members if o.index >= 0)
    if found.frame.source in _TOLD and found.frame.source not in _IN_PROSE:
        return False
    if _divided(found):
        return False
    if _packed(found, own, table) and not any(digits >= _SOME for _, digits in slips()):
        return True
    if found.frame.source in _TOLD:
        return False
    if PHRASE not in found.frame.source and _of_events(own, table):
        return True
    if PHRASE not in found.frame.source and not _of_dates(own, table) and (_untold(found, own, table, slips) or _outnumbered(found, own, table, slips)):
        return True
    beside = _beside(own, table)
    source, equation = found.frame.source, found.rule.operator == "=="
    if not equation and source in _COMPARED and len(own) > 1 and len(beside) >= _CROWD and _rivals(own, beside - _company(found, own, told), table):
        return True
    among_several = source in _TRIED and len(beside) >= _THRONG
    rivals = beside if equation else beside - _company(found, own, told)
    crowded = len(rivals) >= _CROWD and not _told_at_once(found, own, table)
    taken = PHRASE not in source and not _told_in_one_breath(found, own, table) and _has_another_part(found, own, told, table)
    if not (among_several or crowded or taken):
        return False
    explained = set(slips())
    if among_several and all(sort != SWAP for sort, _ in explained) or crowded and not explained:
        return True
    return taken and not (equation and any(digits >= _LONG or digits >= _SOME and sort in _TELLING for sort, digits in explained))


def would_be_lost(found: Finding, told: Told, table: Table) -> bool:
    """True of an agreement in whose place a contradiction, one digit of its shortest figure being wrong, would be lost in the crowd."""
    shortest = min((digits_of(o.quantity) for members in found.operands.values() for o in members if o.quantity is not None and o.quantity.value), default=1)
    return lost_in_crowd(found, told, table, lambda: ((DIGIT, shortest),))


def _divided(found: Finding) -> bool:
    """True of groups with their sizes behind those who were divided into them, and of one of them that alone is more than all."""
    if found.frame.family not in _GROUPS or not found.frame.pinned or found.rule.operator != "==":
        return False
    total, parts = (found.operands.get(part, ()) for part in ("total", "part"))
    if found.frame.source != found.frame.family:
        return True
    told = [p.nominal for p in parts if p.nominal is not None]
    return bool(told and total) and total[0].nominal is not None and max(told) > total[0].nominal


def thronged(found: Finding, table: Table) -> bool:
    """True where so many other figures stand around those of a finding that nothing at all can be said of them."""
    own = frozenset(o.index for members in found.operands.values() for o in members if o.index >= 0)
    return len(_beside(own, table, _REACH)) >= _MASSES


def _untold(found: Finding, own: frozenset[int], table: Table, slips: Slips) -> bool:
    """True of figures that no words tie, with several others around them: where the structure that put them together has little
    more to go by than nearness, but for two digits exchanged, and of those told apart, where no slip explains that they disagree."""
    if len(_beside(own, table, _REACH)) < _PLENTY:
        return False
    if found.frame.source in _NEAR_BY:
        return not any(sort == SWAP and digits >= _SOME for sort, digits in slips())
    return not _told_at_once(found, own, table) and not any(True for _ in slips())


def _of_events(own: frozenset[int], table: Table) -> bool:
    """True of measures of one unit among several that name an event each by its size, "a 31-metre throw ... a 27-metre jump":
    what one of them was says nothing of another."""
    quantities, text = table.extraction.quantities, table.extraction.document.text
    units = {quantities[i].unit for i in own if quantities[i].kind == "physical"}
    if len(units) != 1 or None in units:
        return False
    around = own | _beside(own, table, _REACH)
    return sum(quantities[i].unit in units and text[quantities[i].number_end : quantities[i].number_end + 1] in _HYPHENS for i in around) >= _EVENTS


def _of_dates(own: frozenset[int], table: Table) -> bool:
    return all(table.extraction.quantities[i].when is not None for i in own)


def _packed(found: Finding, own: frozenset[int], table: Table) -> bool:
    """True of several figures, not of dates alone, with very many others in and around their sentences."""
    if len(own) < 2 or _of_dates(own, table):
        return False
    if _at_once(found, own, table) or _side_by_side(own, table):
        return False
    return len(_beside(own, table, _REACH)) >= _PACKED


def _at_once(found: Finding, own: frozenset[int], table: Table) -> bool:
    """True of figures of one clause that its words tie."""
    tied = found.frame.source in _AT_ONCE or PHRASE in found.frame.source
    return tied and not found.frame.tier and _told_at_once(found, own, table)


def _outnumbered(found: Finding, own: frozenset[int], table: Table, slips: Slips) -> bool:
    """True of measures that stand near one another without words that tie them, in and around sentences with so many others that
    some are always a slip away from an agreement, but for two digits exchanged or a long figure; and every second order is broken by chance."""
    measured, equation = sum(table.extraction.quantities[i].is_measure for i in own), found.rule.operator == "=="
    if measured < 2 or equation and (_at_once(found, own, table) or _side_by_side(own, table)):
        return False
    around = _beside(own, table, _REACH)
    if len(around) < _OUTNUMBERED or not _rivals(own, around, table):
        return False
    return not (equation and any(sort == SWAP and digits >= _SOME or digits > _LONG for sort, digits in slips()))


def _beside(own: frozenset[int], table: Table, reach: int = 0) -> set[int]:
    """The other measures with a value in the sentences in which figures of the finding stand, and so many around them."""
    return set(measures_around(own, table.extraction, reach)) - own


def _company(found: Finding, own: frozenset[int], told: Told) -> set[int]:
    """The figures that are compared with one of the finding by the same rule: the others of a ranking are no rivals."""
    return {i for members in told.compared.get(found.rule.id, ()) if members & own for i in members}


def _rivals(own: frozenset[int], beside: set[int], table: Table) -> bool:
    """True where one of the others is of the sort and unit of a figure of the finding, and not of quite another size: "the three
    ports" beside 61,000 travellers."""
    quantities = table.extraction.quantities
    sorts = {_sort(quantities[i]) for i in own}
    least = min((abs(quantities[i].value) for i in own if quantities[i].value), default=0)
    return any(_sort(quantities[i]) in sorts and abs(quantities[i].value) * _DWARFED >= least for i in beside)


def _sort(q: Quantity) -> tuple[str, str | None]:
    return ("count", None) if q.kind in ("count", "number") else (q.kind, q.unit)


def _told_at_once(found: Finding, own: frozenset[int], table: Table) -> bool:
    """True where a clause tells all figures, one behind the other, or lists side by side do; of a single one, of dates, and
    of lists, whose members stand in a crowd of their own."""
    quantities = table.extraction.quantities
    if len(own) == 1 or any(role.many for role in found.rule.roles) or not any(quantities[i].is_measure for i in own):
        return True
    between = (i for i in range(min(own), max(own)) if i not in own and quantities[i].is_measure)
    return not found.frame.tier and not (found.frame.source and any(found.frame.source not in _AT_ONCE or not _aside(i, own, table) for i in between))


def _aside(index: int, own: frozenset[int], table: Table) -> bool:
    """True of a figure of another sort that stands in brackets behind one of the finding: "from 50 per cent (25 million) to"."""
    quantities, words = table.extraction.quantities, table.extraction.tokens.words
    q, before = quantities[index], quantities[max(i for i in own if i < index)]
    behind = q.outer - max(before.last, before.noun_last) == _BESIDE and words[q.outer - 1] == _OPEN
    return behind and _sort(q) not in {_sort(quantities[i]) for i in own}


def _side_by_side(own: frozenset[int], table: Table) -> bool:
    """True of figures of which each follows the one before within a few words: "19 miles (31 km)", "four in ten (40%)"."""
    in_order = [table.extraction.quantities[i] for i in sorted(own)]
    return all(b.outer - max(a.last, a.noun_last) <= _BREATH for a, b in zip(in_order, in_order[1:]))


def _told_in_one_breath(found: Finding, own: frozenset[int], table: Table) -> bool:
    """True of three figures of an equation of which one word each leads to the next: "rose 4 pct to 312 from 300"."""
    if len(own) != _THREE or found.frame.tier or found.rule.operator != "==" or any(role.many for role in found.rule.roles):
        return False
    return _side_by_side(own, table)


def _has_another_part(found: Finding, own: frozenset[int], told: Told, table: Table) -> bool:
    """True where an amount of the finding has its part in an equation with other figures that holds, and another one there
    than here. A date may begin many spans, a member of a list have a story of its own, a share is always one of something."""
    for role in found.rule.roles:
        for o in () if role.many else found.operands.get(role.name, ()):
            parts = [claim for claim, members in told.parts.get(o.index, ()) if not members <= own]
            q = table.extraction.quantities[o.index] if parts else None
            if q is not None and q.is_measure and q.kind not in SHARES and role.claim not in parts and not (found.frame.family in _OF_ALL and role.claim in _ALL and _ALL & set(parts)):
                return True
    return False
