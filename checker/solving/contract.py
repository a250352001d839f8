"""One equation against the intervals of its variables: forward to what each part may be, backward to what it must be.

This is HC4-revise on the expression as it is written. Each narrowing is a necessary condition, so that a solution is
never lost; where a variable occurs once, the result is as tight as the intervals allow. Functions of the calendar are
only looked at forward.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.expression import evaluate
from checker.interval import EVERYTHING, Interval, maximum, minimum, point, total
from checker.model import Expression
from checker.rational import Fraction
from checker.solving.system import Equation, Term, Variable


class Empty(Exception):
    """No point of the intervals satisfies the equation; never leaves the room."""


@dataclass(slots=True)
class _Node:
    """A part of an expression with the interval it may have, None where the text leaves it out."""

    kind: str
    interval: Interval | None
    parts: tuple[_Node, ...] = ()
    term: Term | None = None
    power: int = 1


def contract(equation: Equation, box: Mapping[Variable, Interval]) -> dict[Variable, Interval]:
    """The variables that the equation narrows, with what it leaves of them. Raises `Empty` where nothing is left."""
    reading = _Reading(equation, box)
    left, right = reading.forward(equation.left), reading.forward(equation.right)
    if left.interval is None or right.interval is None:
        return {}
    for node, wanted in zip((left, right), _compared(equation.operator, left.interval, right.interval)):
        reading.backward(node, wanted)
    return reading.narrowed


def worth(equation: Equation, expression: Expression, box: Mapping[Variable, Interval]) -> Interval | None:
    """What an expression over the roles of an equation may be; None where the text leaves all of it out."""
    return _Reading(equation, box).forward(expression).interval


def _compared(operator: str, left: Interval, right: Interval) -> tuple[Interval, Interval]:
    """What a comparison asks of either side."""
    if operator == "==":
        return right, left
    strict = "=" not in operator
    if operator[0] == "<":
        return Interval(None, right.hi, True, strict or right.hi_open), Interval(left.lo, None, strict or left.lo_open, True)
    return Interval(right.lo, None, strict or right.lo_open, True), Interval(None, left.hi, True, strict or left.hi_open)


class _Reading:
    """One pass over one equation: the intervals it starts from and those it narrows."""

    def __init__(self, equation: Equation, box: Mapping[Variable, Interval]):
        self.equation, self.box = equation, box
        self.narrowed: dict[Variable, Interval] = {}

    def value(self, variable: Variable) -> Interval:
        found = self.narrowed.get(variable)
        return found if found is not None else self.box[variable]

    # ------------------------------------------------------------ forward

    def forward(self, e: Expression) -> _Node:
        head = e[0]
        if head == "num":
            return _Node("num", point(Fraction(e[1])))
        if head == "role":
            return self._role(e[1])
        if head == "call":
            return self._call(e)
        if head == "neg" or head == "**":
            inner = self.forward(e[1])
            power = e[2] if head == "**" else 1
            made = None if inner.interval is None else -inner.interval if head == "neg" else inner.interval**power
            return _Node(head, made, (inner,), None, power)
        a, b = self.forward(e[1]), self.forward(e[2])
        if a.interval is None or b.interval is None:  # a sum goes on without what is left out
            if head == "+" or head == "-" and a.interval is not None:
                return b if a.interval is None else a
            return _Node("none", None)
        return _Node(head, _ARITHMETIC[head](a.interval, b.interval), (a, b))

    def _role(self, name: str) -> _Node:
        members = self.equation.terms.get(name, ())
        if len(members) != 1:
            return _Node("none", None if not members else EVERYTHING)
        if not isinstance(members[0], Term):
            return _Node("when", evaluate(("role", name), {name: members[0]}))
        return self._term(members[0])

    def _term(self, term: Term) -> _Node:
        interval = self.value(term.variable)
        return _Node("term", interval if term.factor == 1 else interval * term.factor, (), term)

    def _call(self, e: Expression) -> _Node:
        name, arguments = e[1], e[2:]
        if name == "abs":
            inner = self.forward(arguments[0])
            return _Node("abs", None if inner.interval is None else abs(inner.interval), (inner,))
        if name not in _LISTS:
            return _Node("fixed", evaluate(e, self._bindings()))
        parts = tuple(part for argument in arguments for part in self._members(argument))
        if not parts:
            return _Node("none", point(0) if name == "count" else EVERYTHING)
        if any(part.interval is None for part in parts):
            return _Node("none", EVERYTHING)
        return _Node(name, _LISTS[name]([part.interval for part in parts]), parts)

    def _members(self, argument: Expression) -> list[_Node]:
        if argument[0] != "role":
            return [self.forward(argument)]
        members = self.equation.terms.get(argument[1], ())
        return [self._term(t) if isinstance(t, Term) else _Node("when", EVERYTHING) for t in members]

    def _bindings(self) -> dict[str, object]:
        found: dict[str, object] = {}
        for part in _roles(self.equation.left) | _roles(self.equation.right):
            members = self.equation.terms.get(part, ())
            values = tuple(self.value(t.variable) * t.factor if isinstance(t, Term) else t for t in members)
            found[part] = None if not values else values[0] if len(values) == 1 and part not in self.equation.lists else values
        return found

    # ------------------------------------------------------------ backward

    def backward(self, node: _Node, wanted: Interval) -> None:
        if node.interval is None or node.kind == "none":
            return
        met = node.interval.meet(wanted)
        if met is None:
            raise Empty
        if met == node.interval and node.kind != "term":
            return  # nothing new to hand down
        if node.kind == "term":
            self._state(node.term, met)
        elif node.kind in _BACKWARD:
            for part, left in zip(node.parts, _BACKWARD[node.kind](met, [p.interval for p in node.parts])):
                self.backward(part, left)
        elif node.kind == "**" and node.power == -1:
            self.backward(node.parts[0], point(1) / met)

    def _state(self, term: Term, wanted: Interval) -> None:
        known = self.value(term.variable)
        met = known.meet(wanted if term.factor == 1 else wanted * (1 / term.factor))
        if met is None:
            raise Empty
        if met != known:
            self.narrowed[term.variable] = met


def _roles(e: Expression) -> frozenset[str]:
    if e[0] == "role":
        return frozenset([e[1]])
    return frozenset().union(*(_roles(part) for part in e[1:] if isinstance(part, tuple)))


# ---------------------------------------------------------------- what is left of the parts


def _plus(met: Interval, parts: list[Interval]) -> list[Interval]:
    """Each member of a sum is the sum less the others; the others added from both ends, once."""
    before, after = [point(0)], [point(0)]
    for part in parts[:-1]:
        before.append(before[-1] + part)
    for part in reversed(parts[1:]):
        after.append(after[-1] + part)
    return [met - (a + b) for a, b in zip(before, reversed(after))]


def _mean(met: Interval, parts: list[Interval]) -> list[Interval]:
    return _plus(met * len(parts), parts)


def _minus(met: Interval, parts: list[Interval]) -> list[Interval]:
    a, b = parts
    return [met + b, a - met]


def _times(met: Interval, parts: list[Interval]) -> list[Interval]:
    a, b = parts
    return [met / b, met / a]


def _over(met: Interval, parts: list[Interval]) -> list[Interval]:
    a, b = parts
    return [met * b, a / met]


def _neg(met: Interval, parts: list[Interval]) -> list[Interval]:
    return [-met]


def _abs(met: Interval, parts: list[Interval]) -> list[Interval]:
    [inner] = parts
    halves = [half for sign in (met, -met) if (half := inner.meet(sign)) is not None]
    if not halves:
        raise Empty
    return [halves[0] if len(halves) == 1 else halves[0].hull(halves[1])]


def _max(met: Interval, parts: list[Interval]) -> list[Interval]:
    """Nobody is above the largest; where only one can reach it, that one does."""
    below = Interval(None, met.hi, True, met.hi_open)
    reaching = [n for n, part in enumerate(parts) if part.meet(met) is not None]
    if not reaching:
        raise Empty
    return [met if reaching == [n] else below for n in range(len(parts))]


def _min(met: Interval, parts: list[Interval]) -> list[Interval]:
    return [-left for left in _max(-met, [-part for part in parts])]


_ARITHMETIC = {"+": Interval.__add__, "-": Interval.__sub__, "*": Interval.__mul__, "/": Interval.__truediv__}
_LISTS = {
    "sum": total,
    "mean": lambda parts: total(parts) * Fraction(1, len(parts)),
    "max": maximum,
    "min": minimum,
    "count": lambda parts: point(len(parts)),
}
_BACKWARD = {
    "+": _plus, "sum": _plus, "mean": _mean, "-": _minus, "*": _times, "/": _over, "neg": _neg, "abs": _abs, "max": _max, "min": _min,
}  # fmt: skip
