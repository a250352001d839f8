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
from checker.solving import Conflict, Equation, components, conflicts_of, propagate

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


def verdicts_of(joint: Joint, touched: frozenset[int]) -> tuple[list[Verdict], int]:
    """Contradictions and confirmations, and how many parts of the system were too large to look at.

    `touched`: quantities that are part of a finding already.
    """
    linked = [g for g in components(joint.system.equations) if any(joint.members[e.name].statement for e in g) or len(g) > 1]
    small = replace(joint.system, equations=tuple(e for g in linked for e in g))
    conflicts, passed_over = conflicts_of(small)
    found: list[Verdict] = []
    for conflict in conflicts:
        if any(v[1] in touched for v in conflict.stated) or not _reckoned(joint, conflict):
            continue
        proved = not _rescued(joint, conflict)
        focus, implied = _focus(joint, conflict.equations, conflict.stated)
        if focus is not None:
            rescue = None if proved else "wider-reading"
            found.append(Verdict("fail" if proved else "warn", conflict.equations, conflict.stated, focus, implied, rescue))
    used = {v for conflict in conflicts for v in conflict.stated}
    for group in linked:
        if len(group) <= _LARGEST and not any(v in used for e in group for v in e.variables):
            found += _confirmed(joint, group)
    return found, passed_over


def _reckoned(joint: Joint, conflict: Conflict) -> bool:
    """True where something is reckoned with that no figure states: what relations of stated figures allow each other by
    rounding is not held against them."""
    return len(conflict.stated) > 1 and any(v not in joint.system.stated for e in conflict.equations for v in e.variables)


def _rescued(joint: Joint, conflict: Conflict) -> bool:
    """True where one figure, read more generously, lets all of it stand."""
    for variable in conflict.stated:
        stated = {v: joint.system.stated[v] for v in conflict.stated} | {variable: joint.generous[variable]}
        if propagate(replace(joint.system, stated=stated), conflict.equations).empty is None:
            return True
    return False


def without(joint: Joint, equations: tuple[Equation, ...], variable: Variable) -> Interval | None:
    """Where a figure would have to be for the others to stand; None where they leave it open or contradict anyway."""
    stated = {v: i for v, i in joint.system.stated.items() if v != variable}
    box = propagate(replace(joint.system, stated=stated), equations)
    found = box.values.get(variable)
    return None if box.empty is not None or found is None or found == EVERYTHING else found


def _focus(joint: Joint, equations, stated) -> tuple[Variable | None, Interval | None]:
    """The figure whose needed value is told: of those with a bounded one, the last in the text."""
    best = (None, None)
    for variable in sorted(stated, key=lambda v: joint.figures[v].start):
        implied = without(joint, equations, variable)
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
