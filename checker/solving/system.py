"""A system: variables with what is stated of them, and equations between them. Frozen values.

A variable is any hashable key. What a text states of it is an interval; one that is only reckoned with has none.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field

from checker.interval import EVERYTHING, Interval
from checker.model import Expression, When
from checker.rational import Fraction

Variable = Hashable


@dataclass(frozen=True, slots=True)
class Term:
    """A variable as an equation sees it: `factor` times its value (a unit's worth, the sign of a fall)."""

    variable: Variable
    factor: Fraction = Fraction(1)


@dataclass(frozen=True, slots=True)
class Equation:
    """A comparison between two expressions over roles; `terms` says which variables fill a role.

    A role of calendar references has them as they are; one that is left out is not in `terms`.
    """

    name: Hashable
    operator: str
    left: Expression
    right: Expression
    terms: Mapping[str, tuple[Term | When, ...]]
    lists: frozenset[str] = frozenset()  # roles that hold a list, however many fill them

    @property
    def variables(self) -> tuple[Variable, ...]:
        """Its variables, each once, in order of their roles."""
        found = (t.variable for members in self.terms.values() for t in members if isinstance(t, Term))
        return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class System:
    """`stated` holds the interval of every variable that has one; `limits` what is known of others (at least nothing)."""

    stated: Mapping[Variable, Interval]
    equations: tuple[Equation, ...]
    limits: Mapping[Variable, Interval] = field(default_factory=dict)

    def start(self, variable: Variable) -> Interval:
        """Where the variable may lie before any equation is looked at."""
        stated = self.stated.get(variable)
        return stated if stated is not None else self.limits.get(variable, EVERYTHING)


def components(equations: Iterable[Equation]) -> list[tuple[Equation, ...]]:
    """The equations in groups that share no variable, in order of their first member."""
    equations = tuple(equations)
    parent = list(range(len(equations)))
    first: dict[Variable, int] = {}

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for number, equation in enumerate(equations):
        for variable in equation.variables:
            a, b = root(first.setdefault(variable, number)), root(number)
            parent[max(a, b)] = min(a, b)
    groups: dict[int, list[Equation]] = {}
    for number, equation in enumerate(equations):
        groups.setdefault(root(number), []).append(equation)
    return [tuple(group) for group in groups.values()]
