"""Figures that overlap, so that they make up nothing together: a part as large as the whole, levels in a range.

    a fever had 25%: 9% a mild one, 25% a headache as well and 5% a rash                              shares of the same people
    the level rose sevenfold at 40 min, after twofold at 10-40 min      a range and a figure within it are no two levels
    the yield of each plot rose 1.8-fold, from 1.62 for rye to 1.94 for oats                          multiples, no levels

Temperatures told in degrees are no parts of anything either: their sum depends on where the scale begins.
"""

from __future__ import annotations

from checker.judging.operands import Operand
from checker.judging.verdict import Finding

_LEAST = 2  # shares of which one may be as large as all
_SHARES = ("percent", "ratio")
_TABLES = ("table",)
_ALL = ("total", "whole")
_LEVELS = ("base", "new")


def overlapping(found: Finding) -> bool:
    """True of an equation between figures of which one holds another."""
    if found.rule.operator != "==" or found.frame.source in _TABLES:
        return False
    lists = [found.operands[role.name] for role in found.rule.roles if role.many and role.name in found.operands]
    return any(_no_parts(parts, found) for parts in lists) or _no_step(found)


def _no_parts(parts: tuple[Operand, ...], found: Finding) -> bool:
    values = [o.nominal for o in parts if o.nominal is not None and o.quantity is not None]
    if len(values) < len(parts):
        return False
    if any(o.offset for o in parts):
        return True  # degrees on a scale
    wholes = [o.nominal for role in found.rule.roles if role.claim in _ALL for o in found.operands.get(role.name, ()) if o.nominal]
    return parts[0].quantity.kind in _SHARES and len(values) > _LEAST and any(value == whole for value in values for whole in wholes)


def _no_step(found: Finding) -> bool:
    """True of levels of which the first is a range that holds the second, or of multiples around the one that is told."""
    base, new = (found.operands.get(name, ()) for name in _LEVELS)
    if len(base) != 1 or len(new) != 1 or any(o.quantity is None for o in (*base, *new)):
        return False
    for one, other in ((base[0], new[0]), (new[0], base[0])):
        if one.quantity.sense == "range" and one.interval is not None and other.nominal is not None and other.nominal in one.interval:
            return True
    multiples = [o for members in found.operands.values() for o in members if o.quantity is not None and o.quantity.kind == "multiple"]
    if len(multiples) != 1 or any(o.nominal is None or o.nominal.denominator == 1 or o.quantity.unit for o in (*base, *new, *multiples)):
        return False
    low, high = sorted((base[0].nominal, new[0].nominal))
    return 1 <= low < multiples[0].nominal < high
