"""The smallest sets of statements that cannot all be true.

A component whose propagation ends empty is cut down by a deletion filter: whatever can be left out while it stays empty
is left out, first equations, then stated values. What remains is minimal: without any one of its members there is a
box. Found sets are taken away and the rest is looked at again, so that two independent mistakes are two conflicts.

Propagation decides a component in which no variables meet twice. Where they do, a solver may be asked besides; where a
bound on the work was met, or nobody could be asked, the component is handed back as undecided.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.solving.propagate import Box, propagate
from checker.solving.system import Equation, System, Variable, components

MOST_EQUATIONS = 400  # of one component; larger ones are tables, not arguments
_MOST_CONFLICTS = 3  # of one component


@dataclass(frozen=True, slots=True)
class Conflict:
    """Equations and stated variables that together have no solution; without any one of them they have a box.

    `solved`: only the solver sees it, propagation does not.
    """

    equations: tuple[Equation, ...]
    stated: tuple[Variable, ...]
    solved: bool = False


@dataclass(frozen=True, slots=True)
class Undecided:
    """Equations of which it is not known whether they can all be true: they are `too-many`, propagation was `stopped`,
    there may be `more` conflicts than were looked for, or they are `entangled` and propagation alone cannot tell."""

    equations: tuple[Equation, ...]
    why: str


class Unsettled(Exception):
    """A solver ran out of work before it knew; never leaves the room."""


Solver = Callable[[System, tuple[Equation, ...]], Conflict | None]


def conflicts_of(system: System, solver: Solver | None = None) -> tuple[list[Conflict], list[Undecided]]:
    """The conflicts of a system, in the order of its equations, and what of it stayed undecided.

    `solver` is asked for a conflict where variables are entangled and propagation finds none.
    """
    found: list[Conflict] = []
    undecided: list[Undecided] = []
    for group in components(system.equations):
        if len(group) > MOST_EQUATIONS:
            undecided.append(Undecided(group, "too-many"))
            continue
        conflicts, doubt = _conflicts_within(system, group, solver)
        found += conflicts
        undecided += [doubt] if doubt else []
    return found, undecided


def _conflicts_within(system: System, group: tuple[Equation, ...], solver: Solver | None) -> tuple[list[Conflict], Undecided | None]:
    """Up to three conflicts of one component, and the doubt that is left."""
    found: list[Conflict] = []
    rest = group
    while True:
        conflict, why = _next(system, rest, solver)
        if conflict is None:
            return found, Undecided(rest, why) if why else None
        if len(found) == _MOST_CONFLICTS:
            return found, Undecided(rest, "more")
        found.append(conflict)
        gone = {e.name for e in conflict.equations}
        rest = tuple(e for e in rest if e.name not in gone)


def _next(system: System, rest: tuple[Equation, ...], solver: Solver | None) -> tuple[Conflict | None, str | None]:
    """A conflict, or why it is not known whether there is one."""
    box = propagate(system, rest)
    if box.empty is not None:
        return _smallest(system, rest, box), None
    if not entangled(rest):
        return None, "stopped" if box.stopped else None
    if solver is None:
        return None, "stopped" if box.stopped else "entangled"
    try:
        return solver(system, rest), None
    except Unsettled:
        return None, "stopped"


def entangled(equations: tuple[Equation, ...]) -> bool:
    """True where two variables meet in more ways than one: what each equation leaves is not all that together they do."""
    for group in components(equations):
        met = [e.variables for e in group]
        if sum(map(len, met)) > len(group) + len({v for variables in met for v in variables}) - 1:
            return True
    return False


def _smallest(system: System, equations: tuple[Equation, ...], box: Box) -> Conflict:
    """The minimal conflict of equations whose box is empty."""
    kept = [e for e in equations if e.name in box.empty]
    if propagate(system, kept).empty is None:  # the bounds on work fell differently
        kept = list(equations)
    for equation in reversed(tuple(kept)):
        fewer = [e for e in kept if e.name != equation.name]
        if fewer and propagate(system, fewer).empty is not None:
            kept = fewer
    return Conflict(tuple(kept), _stated(system, kept))


def _stated(system: System, kept: list[Equation]) -> tuple[Variable, ...]:
    """The stated variables that the conflict needs."""
    variables = dict.fromkeys(v for e in kept for v in e.variables if v in system.stated)
    stated = dict(system.stated)
    for variable in reversed(tuple(variables)):
        fewer = {v: i for v, i in stated.items() if v != variable}
        if propagate(replace(system, stated=fewer), kept).empty is not None:
            stated = fewer
            del variables[variable]
    return tuple(variables)
