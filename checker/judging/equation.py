"""Testing one rule on one reading: does its equation or inequality have a solution within the intervals?

Equalities are met in a solved form, in which each role occurs once, so that the interval is tight. Where the figures
taken at their word already satisfy the equation, nothing else is computed: most of a document passes that way.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from checker.expression import evaluate, possible
from checker.interval import EVERYTHING, Interval, half_line, point
from checker.judging.operands import Operand, Operands
from checker.model import Expression, Rule
from checker.rational import Fraction
from checker.rounding import reading


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the test of one reading gave. `implied` is the interval of `role`, in base units, that the others leave it."""

    holds: bool
    by: str | None = None  # exact, rounding, hedge
    role: str | None = None
    implied: Interval | None = None
    reason: str | None = None  # why it cannot be decided


def outcome_of(rule: Rule, operands: Operands) -> Outcome:
    """Test the rule on these operands, exactly first. Nothing is raised: what cannot be computed has a `reason`."""
    if holds_at_its_word(rule, operands):
        return Outcome(True, "exact")
    return tested(rule, operands)


def holds_at_its_word(rule: Rule, operands: Operands) -> bool:
    """True where the figures without their hedges satisfy the rule exactly and none of them excludes its own value."""
    for members in operands.values():
        for o in members:
            if o.interval is not None and (o.nominal is None or o.nominal not in o.interval):
                return False
    left, right = sides(rule, bindings_of(rule, operands, _nominal))
    return left.is_point and right.is_point and possible(rule.operator, left, right)


def tested(rule: Rule, operands: Operands) -> Outcome:
    """Test the rule on the intervals of the operands."""
    values = bindings_of(rule, operands)
    left, right = sides(rule, values)
    if _undated(rule.left, left) or _undated(rule.right, right):
        return Outcome(False, reason="too-vague")
    role, implied = implied_value(rule, operands, values)
    if EVERYTHING in (left, right) and implied is None:
        return Outcome(False, reason="unbounded")
    # Each way to write the equation is a necessary condition; only repeated roles make one of them weaker than another.
    met = possible(rule.operator, left, right) and (implied is None or implied.meet(operands[role][0].interval) is not None)
    if rule.operator != "==":
        role, implied = rule.focus, implied_for(rule, rule.focus, operands)
    return Outcome(met, _leeway(rule, operands) if met else None, role, implied)


def satisfiable(rule: Rule, operands: Operands) -> bool:
    """True where the intervals allow the rule and determine something: a rescue that allows everything is none."""
    left, right = sides(rule, bindings_of(rule, operands))
    return EVERYTHING not in (left, right) and possible(rule.operator, left, right)


def implied_value(rule: Rule, operands: Operands, values: Mapping[str, object]) -> tuple[str | None, Interval | None]:
    """The role that the others determine and its implied interval: the focus, else the first with a bounded one."""
    for role in dict.fromkeys((rule.focus, *rule.forms)):
        if role not in rule.forms or len(operands.get(role, ())) != 1 or operands[role][0].interval is None:
            continue
        found = value_of(rule.forms[role], values)
        if found != EVERYTHING:
            return role, found
    return None, None


def implied_for(rule: Rule, role: str, operands: Operands) -> Interval | None:
    """What the other operands leave for `role` (base units); None where no solved form tells, or it tells nothing."""
    values = bindings_of(rule, operands)
    if rule.operator == "==":
        found = value_of(rule.forms[role], values) if role in rule.forms else EVERYTHING
    else:
        found = _half_line(rule, role, values)
    return None if found == EVERYTHING else found


def nominal_for(rule: Rule, role: str, operands: Operands) -> Fraction | None:
    """The value of `role` if every other figure is taken at its word."""
    if role not in rule.forms or any(o.interval is not None and o.nominal is None for n, m in operands.items() if n != role for o in m):
        return None
    found = value_of(rule.forms[role], bindings_of(rule, operands, _nominal))
    return found.lo if found.is_point else None


def bindings_of(rule: Rule, operands: Operands, value: Callable[[Operand], object] = Operand.value.fget) -> dict[str, object]:
    """What the equation is evaluated with: an interval or calendar reference a role, several of them in a tuple, None
    for roles that the text leaves out."""
    values: dict[str, object] = {}
    for role in rule.roles:
        members = operands.get(role.name)
        if members is None:
            values[role.name] = half_line(role.assume) if role.assume else None
        elif len(members) == 1 and not role.many:
            values[role.name] = value(members[0])
        else:
            values[role.name] = tuple(map(value, members))
    return values


def value_of(expression: Expression, values: Mapping[str, object]) -> Interval:
    """The value of an expression; everything where it has none."""
    try:
        return evaluate(expression, values)
    except (ArithmeticError, KeyError, TypeError, ValueError, AttributeError, IndexError):
        return EVERYTHING


def sides(rule: Rule, values: Mapping[str, object]) -> tuple[Interval, Interval]:
    """Both sides of the rule."""
    return value_of(rule.left, values), value_of(rule.right, values)


def _half_line(rule: Rule, role: str, values: Mapping[str, object]) -> Interval:
    """What an inequality leaves to a role that is one side of it."""
    strict = "=" not in rule.operator
    lower_left = rule.operator[0] == "<"
    for side, other, below in ((rule.left, rule.right, lower_left), (rule.right, rule.left, not lower_left)):
        if side == ("role", role):
            limit = value_of(other, values)
            if below:
                return Interval(None, limit.hi, True, strict or limit.hi_open)
            return Interval(limit.lo, None, strict or limit.lo_open, True)
    return EVERYTHING


def _undated(side: Expression, value: Interval) -> bool:
    """True of the weekday of a date that is not known to the day: it would meet anything."""
    return side[:2] == ("call", "weekday") and not value.is_point


# ---------------------------------------------------------------- by what leeway


def _leeway(rule: Rule, operands: Operands) -> str:
    """rounding where the digits alone allow it, hedge where it takes the words around them."""
    if not any(o.by == "hedge" for members in operands.values() for o in members):
        return "rounding"
    plain = {role: tuple(map(unhedged, members)) for role, members in operands.items()}
    if any(o is None for members in plain.values() for o in members):
        return "hedge"
    return "rounding" if possible(rule.operator, *sides(rule, bindings_of(rule, plain))) else "hedge"


def unhedged(o: Operand) -> Operand | None:
    """The operand as if only its digits stood there; None of a range, which has no digits of its own."""
    if o.by != "hedge":
        return o
    q = o.quantity
    if q is None or q.value is None:
        return None
    if q.kind in ("multiple", "ratio"):
        plain = point(q.value)
    else:
        plain = reading(replace(q, sense="rounded", approx=None, band=None, low=None, high=None, strict=False)).interval
    return replace(o, by="rounding", interval=plain * o.factor + o.offset)


def _nominal(o: Operand):
    return o.value if o.interval is None else None if o.nominal is None else point(o.nominal)
