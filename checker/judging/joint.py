"""Can all of it be true at once? What the whole document contradicts although each of its relations holds, and what
several relations together confirm.

A contradiction is the smallest set of statements that no values satisfy, told step by step. It is a fail unless the more
generous reading of one figure mends it; then it is a warning. Nothing is reported twice: where one of its figures
is part of a finding already, that finding stands for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.interval import EVERYTHING, Interval
from checker.judging.joint_system import Joint, Variable
from checker.solving import Conflict, Equation, System, Undecided, components, conflicts_of, propagate

_MOST_TRIED = 12  # figures of one component that are reckoned from the others
_LARGEST = 60  # equations of a component of which what it confirms is told


@dataclass(frozen=True, slots=True)
class Verdict:
    """A joint finding: what takes part, and for the figure in focus what the others leave it (in its unit as written)."""

    verdict: str
    equations: tuple[Equation, ...]
    stated: tuple[Variable, ...]
    focus: Variable
    implied: Interval
    rescue: str | None = None
    solved: bool = False  # found by the solver


def verdicts_of(joint: Joint, touched: frozenset[int], solver: bool = False) -> tuple[list[Verdict], list[Undecided]]:
    """Contradictions and confirmations, and the parts of the system that stayed undecided.

    `touched`: quantities that are part of a finding already. `solver`: what propagation cannot decide is put to it.
    """
    linked = [g for g in components(joint.system.equations) if any(joint.members[e.name].statement for e in g) or len(g) > 1]
    small = replace(joint.system, equations=tuple(e for g in linked for e in g))
    conflicts, undecided = conflicts_of(small, _solver() if solver else None)
    found: list[Verdict] = []
    for conflict in conflicts:
        if any(v[1] in touched for v in conflict.stated) or not _reckoned(joint, conflict):
            continue
        proved = not _rescued(joint, conflict)
        focus, implied = _focus(joint, conflict)
        if focus is not None:
            rescue = None if proved else "wider-reading"
            verdict = "fail" if proved else "warn"
            found.append(Verdict(verdict, conflict.equations, conflict.stated, focus, implied, rescue, conflict.solved))
    used = {v for conflict in conflicts for v in conflict.stated}
    used |= {v for doubt in undecided if doubt.why != "entangled" for e in doubt.equations for v in e.variables}
    for group in linked:
        if len(group) <= _LARGEST and not any(v in used for e in group for v in e.variables):
            found += _confirmed(joint, group)
    return found, [doubt for doubt in undecided if _reckons(joint, doubt.equations)]


def _solver():
    """The solver for linear parts; None where it is not installed."""
    from checker.solving.linear import available, linear_conflict

    return linear_conflict if available() else None


def _reckoned(joint: Joint, conflict: Conflict) -> bool:
    """True where something is reckoned with that no figure states: what relations of stated figures allow each other by
    rounding is not held against them."""
    return len(conflict.stated) > 1 and _reckons(joint, conflict.equations)


def _reckons(joint: Joint, equations: tuple[Equation, ...]) -> bool:
    return any(v not in joint.system.stated for e in equations for v in e.variables)


def _rescued(joint: Joint, conflict: Conflict) -> bool:
    """True where one figure, read more generously, lets all of it stand."""
    for variable in conflict.stated:
        stated = {v: joint.system.stated[v] for v in conflict.stated} | {variable: joint.generous(variable)}
        if not _impossible(replace(joint.system, stated=stated), conflict):
            return True
    return False


def _impossible(system: System, conflict: Conflict) -> bool:
    if not conflict.solved:
        return propagate(system, conflict.equations).empty is not None
    from checker.solving.linear import impossible

    return impossible(system, conflict.equations)


def without(joint: Joint, among: Conflict | Verdict, variable: Variable) -> Interval | None:
    """Where a figure would have to be for the others to stand; None where they leave it open or contradict anyway."""
    system = replace(joint.system, stated={v: i for v, i in joint.system.stated.items() if v != variable})
    if among.solved:
        from checker.solving.linear import left_of

        found = left_of(system, among.equations, variable)
        return None if found == EVERYTHING else found
    box = propagate(system, among.equations)
    found = box.values.get(variable)
    return None if box.empty is not None or found is None or found == EVERYTHING else found


def _focus(joint: Joint, conflict: Conflict) -> tuple[Variable | None, Interval | None]:
    """The figure whose needed value is told: of those with a bounded one, the last in the text."""
    best = (None, None)
    for variable in sorted(conflict.stated, key=lambda v: joint.figures[v].start):
        implied = without(joint, conflict, variable)
        if implied is not None and (implied.width is not None or best[0] is None):
            best = variable, implied
    return best


# ---------------------------------------------------------------- confirmations


def _confirmed(joint: Joint, group: tuple[Equation, ...]) -> list[Verdict]:
    """Figures that several relations together give again. Each statement is told in one of them at most."""
    found: list[Verdict] = []
    covered: set = set()
    stated = dict.fromkeys(v for e in group for v in e.variables if v in joint.system.stated)
    for variable in sorted(stated, key=lambda v: -joint.figures[v].start)[:_MOST_TRIED]:
        box = propagate(replace(joint.system, stated={v: i for v, i in joint.system.stated.items() if v != variable}), group)
        implied, behind = box.values.get(variable), box.reasons.get(variable, frozenset())
        if box.empty is not None or implied is None or not _narrow(implied):
            continue
        new = [e for e in group if e.name in behind and joint.members[e.name].statement is not None and e.name not in covered]
        equations = tuple(e for e in group if e.name in behind)
        if not new or len(equations) < 2:
            continue
        figures = tuple(v for v in dict.fromkeys(v for e in equations for v in e.variables) if v in joint.system.stated)
        if len(figures) < 3:
            continue
        covered |= behind
        found.append(Verdict("pass", equations, figures, variable, implied))
    return found


def _narrow(x: Interval) -> bool:
    """True of an interval around one value."""
    return x.width is not None and x.lo is not None and x.width * 2 <= max(abs(x.lo), abs(x.hi))
