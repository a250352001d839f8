"""Second thoughts about a contradiction: may its figures have been put together wrongly here, not by the writer?

Where "6.3 to 4.1" misses a stated 2.5 but the next number is 2.2, the claim very likely belongs to the other figure: slips
of the pen land on a neighbour's value far more rarely than links do. Such a miss proves nothing, unless the neighbour is
at home in a relation of its own. Neither does a miss between figures from afar, or far off, that no single slip explains;
how far is too far is the rule's to say (`close`, `far` in its [link]).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations, permutations

from checker.judging.crowds import PHRASE, SHARES, lost_in_crowd, thronged, told_by
from checker.judging.edits import neighbours
from checker.judging.explain import Voice
from checker.judging.fewer import of_both, of_fewer
from checker.judging.operands import Table, replaced
from checker.judging.otherwise import before_of_total, explained_otherwise, over_the_whole, shared_already, stated_beside
from checker.judging.overlaps import overlapping
from checker.judging.passage import measures_around
from checker.judging.rescues import places
from checker.judging.suggest import fits_at_its_word, in_its_place
from checker.judging.telling import explaining, slip_explains
from checker.judging.verdict import TABLE, Finding
from checker.model import GLUED, SIBLINGS, Expression, Quantity

_SMALL = 20  # whole numbers below it are everywhere
_FAR = 3  # the tier from which on figures stand in other sentences than their claim
_FAR_CLOSE = 1  # of rules that want it so: every text has levels enough to go with a change
_OFF = 3  # times as large, or as small, as what is stated
_SURE = ("by name", "table", "alone", "arm shares", "over hundred", "roles")  # frames whose figures nothing else near them could be meant for
_TIED = ("outermost", "two-groups", "roles")  # frames of structures whose figures are named one by one: of values within a range every neighbour fits
_GUESSED = ("reckoning", "reckoned")  # structures that try the figures of a few sentences
_MARKED = ("mark",)  # frames of a figure and the mark it is said to keep
_WRITTEN = ("", "by name", "table", "statement", "roles")  # sources of frames whose order the text lays down: lists side by side, tables
_COUNTS = ("count", "number")
_SPANS, _WEEKDAYS = ("duration", "age"), ("weekdays",)  # how many days lie between two dates says nothing of the weekdays that they bear
_AFTER = 2  # figures behind a list that may tell who is missing from it
_MOST = 12  # figures of a long list that are tried
_THREE = 3  # figures of an equation of which two tell the third
_LEVELS, _SIDES = ("base", "new"), ("total", "count")
_FEW = 6  # figures of one sentence among which some fit hardly by chance


def second_thoughts(findings: list[Finding], table: Table, voice: Voice) -> list[Finding]:
    """The findings, with contradictions that a neighbour would heal, or that are far-fetched, as `unknown`, and those that a few
    other figures beside them make uncertain as warnings."""
    passed = [f for f in findings if f.verdict == "pass" and f.rule.operator == "=="]
    homes = [(f.rule.id, _members(f)) for f in passed]
    others = [(f.rule.equation, _members(f)) for f in passed if len(_members(f)) > 1]  # that a date exists says nothing of its weekday
    kept = [(f.rule.id, f.operands["bound"][0].index, f.operands["level"][0].index) for f in findings if f.verdict == "pass" and f.frame.source in _MARKED and _alike(f)]
    turns = [{f.operands[part][0].index for part in _LEVELS} for f in findings if f.verdict == "pass" and all(f.operands.get(part) for part in _LEVELS)]
    told = told_by(findings)
    sure = {(f.frame.cue, *(f.operands[part][0].index for part in _LEVELS)) for f in passed if f.frame.family == "change" and all(f.operands.get(part) for part in _LEVELS)}

    def doubtful(found: Finding) -> bool:
        return (
            _explained(found, others)
            or _healed(found, table, homes)
            or _at_home(found, homes)
            or _settled(found, homes)
            or _kept_by_another(found, kept)
            or _at_two_times(found, turns)
            or before_of_total(found, table)
            or _told_missing(found, table)
            or _told_nearer(found, table)
            or _turned(found)
            or _beyond_belief(found)
            or _complete(found)
            or explained_otherwise(found, table)
            or over_the_whole(found, table)
            or stated_beside(found, table)
            or shared_already(found, table)
            or of_fewer(found, table)
            or of_both(found, table)
            or overlapping(found)
            or (_far_fetched(found) or _far_off(found) or _crossed(found, table)) and not _borne_out(found, sure) and not slip_explains(found, table, voice)
        )

    def considered(found: Finding) -> Finding:
        if found.frame.source == GLUED or _of_column(found):
            return _doubted(found) if _explained(found, others) else found
        if doubtful(found):
            return _doubted(found)
        if lost_in_crowd(found, told, table, partial(explaining, found, table, voice)):
            return _doubted(found) if thronged(found, table) else replace(found, verdict="warn", reason="ambiguous-link")
        return found

    return [considered(f) if f.verdict == "fail" else f for f in findings]


def _of_column(found: Finding) -> bool:
    """True of a row of a table in which the other rows prove what the column is computed from."""
    return found.frame.source == TABLE and not found.frame.tier and found.rule.operator == "=="


def _explained(found: Finding, others: list[tuple[str, frozenset[int]]]) -> bool:
    """True where another equation takes in all its figures and holds: "a 7.5% loss, from 95.2 to 88.1" is no share."""
    own = _members(found)
    return found.rule.operator == "==" and found.frame.family not in _WEEKDAYS and any(equation != found.rule.equation and own <= members for equation, members in others)


def _at_home(found: Finding, homes: list[tuple[str, frozenset[int]]]) -> bool:
    """True of a change whose levels fit another change: "fell 4.4% to 355 from 371, while foreign sales rose 7.9%"; and where
    the same rule holds with all figures but one: "11 an hour from 21.15 to 7.45, ten and a half hours, the shortest being one"."""
    own = _members(found)
    if found.rule.link.get("close"):
        return any(rule == found.rule.id and len(members & own) > 1 for rule, members in homes)
    if found.rule.operator != "==" or len(own) < _THREE or any(role.many for role in found.rule.roles):
        return False
    return any(rule == found.rule.id and len(own) == len(members) == len(members & own) + 1 for rule, members in homes)


def _alike(found: Finding) -> bool:
    """True of a level and a mark of one size: "Year 5" is no level for a mark of 1,000."""
    level, bound = (found.operands[part][0].nominal if found.operands.get(part) else None for part in ("level", "bound"))
    return bool(level and bound) and bound <= 2 * level <= 4 * bound


def _kept_by_another(found: Finding, kept: list[tuple[str, int, int]]) -> bool:
    """True of a mark that a figure in front keeps, which is told with it, while this one is from elsewhere: "95.2%, up from 94.6% and above our
    target of 95%; class 2 had the lowest rate, 91.9%"."""
    level, bound = found.operands.get("level"), found.operands.get("bound")
    if not level or not bound or found.frame.source in _MARKED:
        return False
    return any((found.rule.id, bound[0].index) == (rule, mark) and first < level[0].index for rule, mark, first in kept)


def _at_two_times(found: Finding, turns: list[set[int]]) -> bool:
    """True of a total and a number of things that are one measure then and now: "118 vacancies, 14% fewer than the 137 of last
    year; 2.1 seekers for each"."""
    sides = [found.operands.get(part) for part in _SIDES]
    return all(sides) and {members[0].index for members in sides} in turns


def _settled(found: Finding, homes: list[tuple[str, frozenset[int]]]) -> bool:
    """True of figures that were only tried, where other relations that hold explain them all, or all but one: "the peak of
    214,000 was 15% more than today. Of the 14,340 teachers 72% are women. A class has 19.4 pupils"."""
    own = _members(found)
    explained = frozenset(i for rule, members in homes if rule != found.rule.id for i in members & own)
    return found.frame.source in _GUESSED and len(own - explained) < 2


def _far_fetched(found: Finding) -> bool:
    """True of an equation whose figures were brought together from afar."""
    limit = _FAR_CLOSE if found.rule.link.get("close") else _FAR
    return found.frame.tier >= limit and found.frame.source not in _SURE and found.rule.operator == "==" and not found.rule.link.get("far")


def _borne_out(found: Finding, sure: set[tuple]) -> bool:
    """True of a change told twice, whose levels fit the other telling: "fell by 2,145, or 15.9%, to 10,262 from 12,207"."""
    levels = [found.operands.get(part) for part in _LEVELS]
    return all(levels) and (found.frame.cue, *(members[0].index for members in levels)) in sure


def _far_off(found: Finding) -> bool:
    """True of figures that miss one another by so much that they hardly belong together, where words do not tie them in one
    clause; the members of a list they never do."""
    source, many = found.frame.source, any(role.many for role in found.rule.roles)
    loose = source not in _SURE and (many or found.frame.tier) and (not source or PHRASE in source or found.rule.link.get("close"))
    if not loose or found.rule.operator != "==" or found.implied is None or found.implied[0] not in found.operands:
        return False
    focus, implied = found.operands[found.implied[0]][0], found.implied[1]
    if not focus.nominal or implied.lo is None or implied.hi is None or many and focus.quantity.kind in SHARES:
        return False  # the rest of a list of shares may be as small as it likes
    meant = (implied.lo + implied.hi) / 2
    largest = max((abs(o.interval.hi) for members in found.operands.values() for o in members if o.interval is not None and o.interval.hi is not None), default=0)
    if 2 * abs(meant - focus.nominal) < largest:
        return False  # the difference of two large figures is off by more than itself where one of them is off by little
    return not 1 <= _OFF * abs(meant / focus.nominal) <= _OFF**2


def _crossed(found: Finding, table: Table) -> bool:
    """True of an equation among whose figures rivals stand, others of their sort: in dense prose they are hardly all of one claim."""
    own = sorted(i for i in _members(found) if i >= 0)
    if found.rule.operator != "==" or found.frame.source in _WRITTEN or PHRASE in found.frame.source or not own or _bounded(found):
        return False
    quantities = table.extraction.quantities
    if len(own) > _THREE or any(quantities[i].kind == "ratio" for i in own):
        return False  # of many figures some others always stand between; a share in words is said of one thing
    sorts = {_sort(quantities[i]) for i in own} - {"duration", "date", "year"}
    return any(i not in own and quantities[i].value is not None and quantities[i].is_measure and _sort(quantities[i]) in sorts for i in range(own[0] + 1, own[-1]))


def _sort(q: Quantity) -> str:
    return "count" if q.kind in _COUNTS else q.kind


def _doubted(found: Finding) -> Finding:
    return replace(found, verdict="unknown", reason="ambiguous-link")


def _healed(found: Finding, table: Table, homes: list[tuple[str, frozenset[int]]]) -> bool:
    """True where a neighbour fits that is not itself part of another relation of the same rule."""
    if found.frame.source in _TIED or found.frame.source.startswith(SIBLINGS) or _bounded(found):
        return False
    own = _members(found)
    elsewhere = frozenset(i for rule, members in homes if rule == found.rule.id and not members & own for i in members)
    return found.rule.operator == "==" and any(i not in elsewhere for i in _fitting(found, own, table))


def _told_missing(found: Finding, table: Table) -> bool:
    """True of a list that misses its figure by as many as stand right behind: "the remaining 28, two having withdrawn"; where words tie the list,
    in its sentence: not "the other nine came from Brest. It was half past ten"."""
    if found.implied is None or found.implied[0] not in found.operands or not any(role.many for role in found.rule.roles):
        return False
    stated, implied, last = found.operands[found.implied[0]][0], found.implied[1], max(_members(found))
    if stated.nominal is None or stated.index == last or implied.lo is None or implied.hi is None:
        return False
    missing = abs((implied.lo + implied.hi) / 2 - stated.nominal)
    near_by = _of_sentence(last, table) if found.frame.source in _TIED else range(len(table.extraction.quantities))
    behind = enumerate(table.extraction.quantities[last + 1 : last + 1 + _AFTER], last + 1)
    return any(q.kind in _COUNTS and q.value == missing and i in near_by for i, q in behind)


def _told_nearer(found: Finding, table: Table) -> bool:
    """True where other figures of the claim's own sentence fit it, nearer ones than the finding took: "In 1990 it had
    4,100 calls. Last year there were 1,500 and it handled 12 million tonnes, or 8,000 a call"."""
    if found.rule.operator != "==" or found.implied is None or found.frame.source.startswith(SIBLINGS) or _bounded(found) or any(len(members) != 1 for members in found.operands.values()):
        return False
    claim = found.operands.get(found.implied[0])
    if claim is None or claim[0].index < 0 or any(o.quantity is None or o.quantity.value is None for (o,) in found.operands.values()):
        return False
    figures = _of_sentence(claim[0].index, table)
    others = [(role, o) for role, (o,) in found.operands.items() if o is not claim[0]]
    if len(figures) > _FEW:
        return False
    apart = sum(abs(o.index - claim[0].index) for _, o in others)
    specs = {role.name: role for role in found.rule.roles}
    for chosen in permutations([i for i in figures if i != claim[0].index], len(others)):
        if all(o.index in figures for _, o in others) and sum(abs(i - claim[0].index) for i in chosen) >= apart:
            continue
        operands = dict(found.operands)
        if any(_other_sort(table.extraction.quantities[i], o.quantity) for i, (_, o) in zip(chosen, others)):
            continue
        for i, (role, o) in zip(chosen, others):
            alike = replace(table.extraction.quantities[i], kind=o.quantity.kind, unit=o.quantity.unit)
            operands[role] = (in_its_place(alike, o, specs[role], found),)
        if fits_at_its_word(found.rule, operands):
            return True
    return False


def _other_sort(one: Quantity, other: Quantity) -> bool:
    """True of figures that cannot stand for each other: a share and an amount, "over 5 years" and "from 3.5 million"."""
    return any((one.kind in sort) != (other.kind in sort) for sort in (SHARES, _SPANS))


def _turned(found: Finding) -> bool:
    """True where two figures of one sort fit in each other's places: "a mere 17 in 2009, had quadrupled by 2019, when they
    counted 68"."""
    if found.rule.operator != "==" or not found.rule.link.get("close"):
        return False
    others = [role for role in found.rule.roles if role.name != found.rule.focus and not role.many]
    single = [(role, o) for role in others for o in found.operands.get(role.name, ()) if o.index >= 0 and o.quantity.value is not None]
    for (one, a), (other, b) in combinations(single, 2):
        if (a.quantity.kind, a.quantity.unit) == (b.quantity.kind, b.quantity.unit) and a.quantity.value != b.quantity.value:
            turned = {one.name: (in_its_place(b.quantity, a, one, found),), other.name: (in_its_place(a.quantity, b, other, found),)}
            if fits_at_its_word(found.rule, {**found.operands, **turned}):
                return True
    return False


def _beyond_belief(found: Finding) -> bool:
    """True of an order between figures from different clauses that is wrong by so much that it was hardly meant: 122 of 17."""
    if found.rule.operator == "==" or not found.frame.tier or found.frame.source in _SURE or len(found.operands) != 2:
        return False
    values = [abs(members[0].nominal) for members in found.operands.values() if len(members) == 1 and members[0].nominal]
    return len(values) == 2 and max(values) > 2 * _OFF * min(values)


def _complete(found: Finding) -> bool:
    """True of a list that makes up its whole without the figure that is taken for its rest."""
    if not any(role.many for role in found.rule.roles) or found.implied is None or found.implied[0] not in found.operands:
        return False
    stated, implied = found.operands[found.implied[0]][0].nominal, found.implied[1]
    return bool(stated) and implied.lo is not None and implied.hi is not None and implied.lo + implied.hi == 0


def _of_sentence(index: int, table: Table) -> list[int]:
    """The measures with a value other than nothing that stand in the sentence of a figure, itself among them."""
    return [i for i in measures_around((index,), table.extraction) if table.extraction.quantities[i].value]


def _bounded(found: Finding) -> bool:
    """True where the figure only has to lie within others ("x == max(low, min(x, high))"): nearly every neighbour would."""
    return found.rule.left[0] == "role" and _holds(found.rule.right, found.rule.left)


def _holds(expression: Expression, part: Expression) -> bool:
    return expression == part or any(isinstance(e, tuple) and _holds(e, part) for e in expression[1:])


def _fitting(found: Finding, own: frozenset[int], table: Table) -> Iterator[int]:
    """Numbers next to a figure of the finding with whose value in its place the equation holds at its word."""
    for role, i, o in list(places(found.rule, found.operands))[:_MOST]:
        if o.quantity.value is None or o.index < 0:
            continue
        spec = next(r for r in found.rule.roles if r.name == role)
        for index, _, other in neighbours(o.index, table.extraction, own):
            if spec.many and other.value < _SMALL and other.value.denominator == 1:
                continue  # in a list of small counts some neighbour nearly always fits
            made = in_its_place(other, o, spec, found)
            if fits_at_its_word(found.rule, replaced(found.operands, role, i, made)):
                yield index


def _members(found: Finding) -> frozenset[int]:
    return frozenset(o.index for members in found.operands.values() for o in members)
