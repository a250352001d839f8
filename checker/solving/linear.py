"""Linear parts by an exact solver: z3, an extra (`pip install factcheck-numbers[solver]`), imported only when asked.

Equations are put to the solver as they are where they are linear. A product with a stated factor becomes what its
interval allows of the other one ("1.195 to 1.205 times the base"), and what is not linear at all becomes its interval,
so that whatever is impossible here is impossible. Everything that is said hangs on a switch of its own; a conflict is a
smallest set of switches. Work is bounded by the solver's own count of steps, so that results are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import reduce
from importlib.util import find_spec

from checker.interval import Interval, point
from checker.model import Expression
from checker.rational import Fraction
from checker.solving.conflict import Conflict, Unsettled
from checker.solving.contract import worth
from checker.solving.system import Equation, System, Term, Variable

_STEPS = 2_000_000  # of the solver, for one question
_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "=="}


def available() -> bool:
    """Whether the solver is installed."""
    return find_spec("z3") is not None


def linear_conflict(system: System, equations: tuple[Equation, ...]) -> Conflict | None:
    """A minimal conflict among the equations; None where they can all be true. Raises Unsettled where the work ran out."""
    asked = _Question(system, equations)
    core = asked.core(asked.switches)
    if core is None:
        if not asked.settled:
            raise Unsettled
        return None
    for one in sorted(core, key=asked.order, reverse=True):  # cores are small, but need not be smallest
        fewer = asked.core([s for s in core if s != one]) if one in core else None
        core = core if fewer is None else fewer
    named = {s[1] for s in core if s[0] == "equation"}
    kept = tuple(e for e in equations if e.name in named)
    return Conflict(kept, tuple(s[1] for s in sorted(core, key=asked.order) if s[0] == "stated"), True)


def impossible(system: System, equations: tuple[Equation, ...]) -> bool:
    """True where no values satisfy the equations, as far as the solver can tell."""
    asked = _Question(system, equations)
    return asked.core(asked.switches) is not None


def left_of(system: System, equations: tuple[Equation, ...], variable: Variable) -> Interval | None:
    """Where the equations leave a variable, ends included; None where they are impossible or the solver does not know."""
    asked = _Question(system, equations)
    return asked.range(variable)


class _Question:
    """Equations and stated values as the solver sees them, each behind a switch: ("equation", name), ("stated", variable)."""

    def __init__(self, system: System, equations: tuple[Equation, ...]):
        import z3

        self.z3, self.system = z3, system
        self.switches: list[tuple[str, Hashable]] = []
        self.reals: dict[Variable, object] = {}
        self.said: list[object] = []
        self.extra = 0
        self.settled = True  # whether the last answer was one
        for e in equations:
            for v in e.variables:
                self._variable(v)
        for e in equations:
            self._equation(e)

    def order(self, switch: tuple[str, Hashable]) -> int:
        return self.switches.index(switch)

    def core(self, switches: list[tuple[str, Hashable]]) -> list[tuple[str, Hashable]] | None:
        """Those of the switches that cannot all be on; None where they can, or where that is not known."""
        solver = self.z3.Solver()
        solver.set("rlimit", _STEPS)
        solver.add(*self.said)
        answer = solver.check(*(self._literal(s) for s in switches))
        self.settled = answer != self.z3.unknown
        if answer != self.z3.unsat:
            return None
        found = {str(literal) for literal in solver.unsat_core()}
        return [s for s in switches if str(self._literal(s)) in found]

    def range(self, variable: Variable) -> Interval | None:
        ends = []
        for sign in (-1, 1):
            best = self.z3.Optimize()
            best.set("rlimit", _STEPS)
            best.add(*self.said, *(self._literal(s) for s in self.switches))
            goal = best.maximize(sign * self.reals[variable])
            if best.check() != self.z3.sat:
                return None
            endless, value, _ = best.upper_values(goal)  # infinities, the number, how many times next to nothing
            ends.append(None if _fraction(endless) else sign * _fraction(value))
        return Interval(ends[0], ends[1], ends[0] is None, ends[1] is None)

    # ------------------------------------------------------------ what is put to it

    def _literal(self, switch: tuple[str, Hashable]):
        return self.z3.Bool(f"on{self.switches.index(switch)}")

    def _variable(self, v: Variable) -> None:
        if v in self.reals:
            return
        real = self.reals[v] = self.z3.Real(f"x{len(self.reals)}")
        stated = self.system.stated.get(v)
        if stated is None:
            self.said += self._within(real, self.system.start(v))
            return
        self.switches.append(("stated", v))
        self._say(self._within(real, stated), [("stated", v)])

    def _equation(self, e: Equation) -> None:
        own = ("equation", e.name)
        self.switches.append(own)
        if any(not members and role not in e.lists for role, members in e.terms.items()):
            return
        left, right, operator, on = e.left, e.right, e.operator, [own]
        if left[0] == "/" and right[0] != "/":
            left, right, operator = right, left, _FLIPPED[operator]
        if right[0] == "/" and not self._fixed(right[2], e) and self._not_negative(right[2], e):
            on += self._behind(right[2], e)
            left, right = ("*", left, right[2]), right[1]
        a, b = self._linear(left, e, own), self._linear(right, e, own)
        if a is not None and b is not None:
            made = {"==": a == b, "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b}[operator]
            self._say([made], on)

    def _say(self, what: list, switches: list[tuple[str, Hashable]]) -> None:
        on = self.z3.And(*(self._literal(s) for s in switches))
        self.said += [self.z3.Implies(on, one) for one in what]

    def _within(self, real, x: Interval) -> list:
        found = [] if x.lo is None else [real > self._number(x.lo) if x.lo_open else real >= self._number(x.lo)]
        return found + ([] if x.hi is None else [real < self._number(x.hi) if x.hi_open else real <= self._number(x.hi)])

    def _number(self, value: Fraction):
        return self.z3.RealVal(f"{value.numerator}/{value.denominator}")

    # ------------------------------------------------------------ expressions

    def _linear(self, e: Expression, equation: Equation, own):
        """The expression as a linear term; what cannot be one is a number of its own within its interval. None: left out."""
        head = e[0]
        if head == "num":
            return self._number(Fraction(e[1]))
        if head == "role":
            found = self._members(e, equation)
            return found[0] if found and len(found) == 1 else None
        if head == "neg":
            inner = self._linear(e[1], equation, own)
            return None if inner is None else -inner
        if head == "call" and e[1] in ("sum", "mean") and len(e) == 3 and e[2][0] == "role":
            found = self._members(e[2], equation)
            return None if not found else reduce(lambda a, b: a + b, found) * self._number(Fraction(1, len(found) if e[1] == "mean" else 1))
        if head in "+-":
            a, b = self._linear(e[1], equation, own), self._linear(e[2], equation, own)
            return None if a is None or b is None else a + b if head == "+" else a - b
        if head in "*/":
            made = self._product(e, equation, own)
            if made is not None:
                return made
        return self._somewhere(worth(equation, e, self._start(equation)), [own, *self._behind(e, equation)])

    def _product(self, e: Expression, equation: Equation, own):
        """A term times a stated factor, by the interval of the factor; None where neither is stated."""
        known, other = (e[2], e[1]) if e[0] == "/" or self._fixed(e[2], equation) else (e[1], e[2])
        if not self._fixed(known, equation):
            return None
        factor = worth(equation, known, self._start(equation))
        if factor is None or factor.lo is None or factor.hi is None or e[0] == "/" and factor.lo <= 0 <= factor.hi:
            return None
        factor = point(1) / factor if e[0] == "/" else factor
        term = self._linear(other, equation, own)
        if term is None or factor.lo == factor.hi and not self._behind(known, equation):
            return None if term is None else term * self._number(factor.lo)
        if not self._not_negative(other, equation):
            return None
        made = self._somewhere(Interval(None, None, True, True), [])
        on = [own, *self._behind(known, equation), *self._behind(other, equation)]
        self._say([made >= term * self._number(factor.lo), made <= term * self._number(factor.hi)], on)
        return made

    def _somewhere(self, x: Interval | None, switches):
        if x is None:
            return None
        self.extra += 1
        real = self.z3.Real(f"y{self.extra}")
        self._say(self._within(real, x), switches)
        return real

    def _not_negative(self, e: Expression, equation: Equation) -> bool:
        x = worth(equation, e, self._start(equation))
        return x is not None and x.lo is not None and x.lo >= 0

    def _fixed(self, e: Expression, equation: Equation) -> bool:
        """True of an expression of which every part is stated or a number."""
        return all(v in self.system.stated for v in _variables(e, equation))

    def _behind(self, e: Expression, equation: Equation) -> list[tuple[str, Hashable]]:
        return [("stated", v) for v in _variables(e, equation) if v in self.system.stated]

    def _start(self, equation: Equation) -> dict[Variable, Interval]:
        return {v: self.system.start(v) for v in equation.variables}

    def _members(self, e: Expression, equation: Equation) -> list | None:
        members = equation.terms.get(e[1], ())
        if any(not isinstance(t, Term) for t in members):
            return None
        return [self.reals[t.variable] * self._number(t.factor) for t in members]


def _fraction(value) -> Fraction:
    return Fraction(str(value))


def _variables(e: Expression, equation: Equation) -> tuple[Variable, ...]:
    """The variables of an expression, each once."""
    if e[0] == "role":
        return tuple(dict.fromkeys(t.variable for t in equation.terms.get(e[1], ()) if isinstance(t, Term)))
    parts = (v for part in e[1:] if isinstance(part, tuple) for v in _variables(part, equation))
    return tuple(dict.fromkeys(parts))
