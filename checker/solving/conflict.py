"""The smallest sets of statements that cannot all be true.

A component whose propagation ends empty is cut down by a deletion filter: whatever can be left out while it stays empty
is left out, first equations, then stated values. What remains is minimal: without any one of its members there is a
box. Found sets are taken away and the rest is looked at again, so that two independent mistakes are two conflicts.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.solving.propagate import propagate
from checker.solving.system import Equation, System, Variable, components

MOST_EQUATIONS = 400  # of one component; larger ones are tables, not arguments
_MOST_CONFLICTS = 3  # of one component


@dataclass(frozen=True, slots=True)
class Conflict:
    """Equations and stated variables that together have no solution; without any one of them they have a box."""

    equations: tuple[Equation, ...]
    stated: tuple[Variable, ...]


def conflicts_of(system: System) -> tuple[list[Conflict], int]:
    """The conflicts of a system, in the order of its equations, and how many components were too large to look at."""
    found: list[Conflict] = []
    passed_over = 0
    for group in components(system.equations):
        if len(group) > MOST_EQUATIONS:
            passed_over += 1
            continue
        rest = group
        for _ in range(_MOST_CONFLICTS):
            conflict = conflict_in(system, rest)
            if conflict is None:
                break
            found.append(conflict)
            gone = {e.name for e in conflict.equations}
            rest = tuple(e for e in rest if e.name not in gone)
    return found, passed_over


def conflict_in(system: System, equations: tuple[Equation, ...]) -> Conflict | None:
    """One minimal conflict among the equations; None where propagation finds none."""
    box = propagate(system, equations)
    if box.empty is None:
        return None
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
