"""All equations of a system, again and again, until none of them narrows a variable any more.

Bounded: narrowings that hardly narrow wake nobody, ends with long fractions are rounded outward, and an equation is
looked at only so many times. What the bounds cut off can only leave intervals wider, never empty.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

from checker.interval import Interval
from checker.rational import Fraction
from checker.solving.contract import Empty, contract
from checker.solving.system import Equation, System, Variable

_VISITS = 24  # of one equation, on average
_HARDLY = 50  # a narrowing by less than a fiftieth wakes nobody
_LONG, _KEPT = 256, 128  # bits of a denominator or numerator, and of what is kept of it


@dataclass(slots=True)
class Box:
    """Where each variable can still lie. `empty`: nowhere, after which equations. `stopped`: the bound on work was met."""

    values: dict[Variable, Interval]
    reasons: dict[Variable, frozenset[Hashable]] = field(default_factory=dict)  # names of equations behind each interval
    empty: frozenset[Hashable] | None = None
    stopped: bool = False


def propagate(system: System, equations: Iterable[Equation] | None = None) -> Box:
    """The fixed point of the equations (all of the system's by default) on what is stated."""
    equations = tuple(system.equations if equations is None else equations)
    box = Box({v: system.start(v) for e in equations for v in e.variables})
    users: dict[Variable, list[int]] = {}
    for number, equation in enumerate(equations):
        for variable in equation.variables:
            users.setdefault(variable, []).append(number)
    queue, waiting = deque(range(len(equations))), set(range(len(equations)))
    for _ in range(_VISITS * len(equations)):
        if not queue:
            return box
        number = queue.popleft()
        waiting.discard(number)
        equation = equations[number]
        try:
            narrowed = contract(equation, box.values)
        except Empty:
            box.empty = _behind(equation, box)
            return box
        behind = _behind(equation, box) if narrowed else frozenset()
        for variable, interval in narrowed.items():
            wakes = _matters(box.values[variable], interval)
            box.values[variable] = _shortened(interval)
            box.reasons[variable] = behind
            if wakes:
                fresh = [n for n in users[variable] if n not in waiting and n != number]
                queue.extend(fresh)
                waiting.update(fresh)
    box.stopped = bool(queue)
    return box


def _behind(equation: Equation, box: Box) -> frozenset[Hashable]:
    """The names of all equations that led to where the variables of this one are now, its own among them."""
    return frozenset([equation.name]).union(*(box.reasons.get(v, ()) for v in equation.variables))


def _matters(old: Interval, new: Interval) -> bool:
    """True where an end is new, or where the interval has become narrower by more than a little."""
    if (old.lo is None) != (new.lo is None) or (old.hi is None) != (new.hi is None):
        return True
    if old.width is None:
        ends = (old.lo, new.lo) if old.lo is not None else (old.hi, new.hi)
        return ends[0] is not None and abs(ends[1] - ends[0]) * _HARDLY > abs(ends[0])
    return (old.width - new.width) * _HARDLY > old.width or old.lo_open != new.lo_open or old.hi_open != new.hi_open


def _shortened(x: Interval) -> Interval:
    """The interval with ends of bearable length, rounded outward."""
    lo, hi = _cut(x.lo, -1), _cut(x.hi, 1)
    return x if lo is x.lo and hi is x.hi else Interval(lo, hi, x.lo_open, x.hi_open)


def _cut(end: Fraction | None, sign: int) -> Fraction | None:
    if end is None or max(end.numerator.bit_length(), end.denominator.bit_length()) <= _LONG:
        return end
    shift = _KEPT - end.numerator.bit_length() + end.denominator.bit_length()
    scaled = end * (Fraction(2) ** shift)
    whole = -(-scaled.numerator // scaled.denominator) if sign > 0 else scaled.numerator // scaled.denominator
    return Fraction(whole) / (Fraction(2) ** shift)
