"""Rescues: before a contradiction is called a fail, one of its numbers at a time is read more generously.

In this order: cut off instead of rounded, a wider reading, another scale or unit than the one carried over from a
neighbour, percentage points that are called percent. What saves the claim is named in the warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.judging.equation import Outcome, implied_for, satisfiable
from checker.judging.operands import Operand, Operands, edited, replaced
from checker.judging.senses import senses_of
from checker.judging.verdict import Finding
from checker.model import Expression, Quantity, Rule
from checker.rational import Fraction

# Kinds whose figures can take a scale word.
SCALED = frozenset(["number", "count", "currency", "physical"])


def rescued(found: Finding) -> Finding | None:
    """The finding as a warning with its rescue, None where no single generous reading saves it."""
    for name, rule, operands in _rescues(found):
        if satisfiable(rule, operands):
            role, implied = found.outcome.role, found.outcome.implied
            if name.startswith("inherited"):
                implied = implied_for(rule, role, operands) if role else None
            outcome = Outcome(True, "rounding", role, implied)
            return replace(found, verdict="warn", rescue=name, outcome=outcome, operands=operands, stated=found.operands)
    return None


def _rescues(found: Finding) -> Iterator[tuple[str, Rule, Operands]]:
    rule, operands = found.rule, found.operands
    if not _order_of_equals(rule, operands) and not rule.link.get("narrow"):
        for role, i, o in places(rule, operands):
            if o.truncated is not None:
                yield "truncation", rule, replaced(operands, role, i, replace(o, interval=o.truncated))
        for role, i, o in places(rule, operands):
            if o.wide != o.interval:
                yield "wider-reading", rule, replaced(operands, role, i, replace(o, interval=o.wide))
    for role, i, o in places(rule, operands):
        for name, other in _other_scales(found, o):
            yield name, rule, replaced(operands, role, i, other)
    points = _in_points(rule, operands)
    if points is not None:
        yield "points-for-percent", points, operands


def places(rule: Rule, operands: Operands) -> Iterator[tuple[str, int, Operand]]:
    """Every figure with its role and its number in the role, the role in focus first."""
    for role in sorted(operands, key=lambda name: name != rule.focus):
        for i, o in enumerate(operands[role]):
            if o.interval is not None and o.quantity is not None:
                yield role, i, o


def _order_of_equals(rule: Rule, operands: Operands) -> bool:
    """True of an order between figures with the same last digit: rounding never turns an order round."""
    if rule.operator == "==":
        return False
    units = {o.quantity.place and abs(o.quantity.place * o.factor) for _, _, o in places(rule, operands)}
    return len(units) == 1


def _other_scales(found: Finding, o: Operand) -> Iterator[tuple[str, Operand]]:
    """The figure without the scale or unit that it got from a neighbour, or with a neighbour's scale if it has none."""
    q = o.quantity
    if q.value is None or q.kind not in SCALED:
        return
    role = next(r for r in found.rule.roles if r.name == o.role)
    sense = senses_of(found.rule)[o.role]
    if q.inherited == "unit":
        others = {n.quantity.unit: n for _, _, n in places(found.rule, found.operands) if n.dimension == o.dimension}
        for unit in sorted(u for u in others if u is not None and u != q.unit):
            yield "inherited-unit", edited(o, role, found.frame, sense, unit=unit)
    if q.scale != 1 and q.inherited == "scale":
        yield "inherited-scale", edited(o, role, found.frame, sense, **scaled(o, 1 / q.scale))
    if q.scale == 1 and q.style == "digits":
        scales = [n.quantity.scale for _, _, n in places(found.rule, found.operands) if _lends_scale(n.quantity, q)]
        for scale in dict.fromkeys(scales):
            yield "inherited-scale", edited(o, role, found.frame, sense, **scaled(o, scale))


def _lends_scale(neighbour: Quantity, q: Quantity) -> bool:
    """True where a figure without a scale word is nearer to its neighbour's numeral than to its value: 5.6 beside 5.0
    million, not 5,600,000 beside it."""
    if neighbour.scale == 1 or neighbour.value is None or neighbour.kind not in SCALED:
        return False
    return q.value * q.value * neighbour.scale < neighbour.value * neighbour.value


def scaled(o: Operand, times: Fraction) -> dict[str, Fraction | None]:
    """The changes that make a quantity `times` as large, its last digit with it."""
    q = o.quantity
    place = Fraction(1) if q.place is None and times != 1 and q.style == "digits" else q.place
    return {"value": q.value * times, "place": place and place * times, "scale": q.scale * times}


def _in_points(rule: Rule, operands: Operands) -> Rule | None:
    """The rule with base * (1 + growth) read as base + growth, where all figures are percentages."""
    kinds = {o.quantity.kind for _, _, o in places(rule, operands)}
    left, right = _added(rule.left), _added(rule.right)
    if kinds != {"percent"} or (left, right) == (rule.left, rule.right):
        return None
    return replace(rule, left=left, right=right, forms={})


def _added(expression: Expression) -> Expression:
    """a * (1 + g) as a + g, and a * (1 - g) as a - g, where a is a figure.

    >>> _added(("*", ("role", "base"), ("+", ("num", "1"), ("role", "growth"))))
    ('+', ('role', 'base'), ('role', 'growth'))
    """
    if expression[0] != "*":
        return expression
    for a, b in (expression[1:], expression[:0:-1]):
        if a[0] == "role" and b[0] in ("+", "-") and b[1] == ("num", "1"):
            return (b[0], a, b[2])
    return expression
