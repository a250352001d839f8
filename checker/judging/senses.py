"""What a rule asks of the figures in its roles, as its equation alone decides: which sense of a figure, which unit of time."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import TIMES, Expression, Rule
from checker.rational import Fraction

_LAPS = frozenset(["time"])
_YEAR = Fraction(31_557_600)  # seconds, as pint has it
_DAY = Fraction(86_400)
_MINUTE = Fraction(60)


@dataclass(frozen=True, slots=True)
class Sense:
    """What the rule asks of a role's figure: which of its readings, and the unit of time that its calendar counts in."""

    beside_percent: bool = False
    conversion: bool = False  # one figure is the other in another unit
    clock: Fraction | None = None  # seconds of one calendar unit
    in_points: bool = False  # a bare "points" beside a percent means percentage points
    at_its_word: bool = False  # a bound stands for its nominal value (in inequalities)


def senses_of(rule: Rule) -> dict[str, Sense]:
    """What each role of the rule is asked for. Decided by the equation alone, once for a rule."""
    calls = functions_in(rule.left) | functions_in(rule.right)
    calendar = any(r.kinds & (TIMES - _LAPS) for r in rule.roles)
    clock = _MINUTE if "clock" in calls else _DAY if "days" in calls else _YEAR if calls & {"years", "elapsed", "compound"} or calendar else None
    conversion = rule.operator == "==" and rule.left[0] == "role" and (rule.right[0] == "role" or _inverse_role(rule.right))
    ordered = rule.operator != "=="
    percent = any("percent" in r.kinds for r in rule.roles)
    return {r.name: Sense(percent, conversion, clock, at_its_word=ordered) for r in rule.roles}


def _inverse_role(expression: Expression) -> bool:
    """True of 1 / role: litres per distance and distance per litre."""
    return expression[0] == "/" and expression[1] == ("num", "1") and expression[2][0] == "role"


def functions_in(expression: Expression) -> set[str]:
    """The names of the functions that an expression calls."""
    if expression[0] == "call":
        return {expression[1]}.union(*map(functions_in, expression[2:]))
    return set().union(*(functions_in(e) for e in expression[1:] if isinstance(e, tuple)))
