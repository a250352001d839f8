"""Do the units of a reading fit its equation? Dollars are not added to kilometres, nor a growth to a currency.

A dimension is a dictionary of powers ({"currency:USD": 1}); None stands for a bare number, which takes any unit (linking
has already compared what is counted).
"""

from __future__ import annotations

from checker.judging.operands import Operands
from checker.model import Expression, Rule

Powers = dict[str, int]
_SAME = frozenset(["sum", "min", "max", "mean", "abs", "low", "high"])  # functions whose value has the unit of their arguments


class _Mismatch(Exception):
    """Two sides that cannot be compared; never leaves this module."""


def units_fit(rule: Rule, operands: Operands) -> bool:
    """True where both sides of the rule, and whatever is added or compared within them, have one dimension."""
    seen = {o.dimension for members in operands.values() for o in members}
    if seen <= {None, ""}:
        return True
    try:
        _one([_powers_of(rule.left, operands), _powers_of(rule.right, operands)])
    except _Mismatch:
        return False
    return True


def _one(found: list[Powers | None]) -> Powers | None:
    """The dimension that all of them share."""
    known = [powers for powers in found if powers is not None]
    if any(powers != known[0] for powers in known):
        raise _Mismatch
    return known[0] if known else None


def _powers_of(expression: Expression, operands: Operands) -> Powers | None:
    head = expression[0]
    if head == "num":
        return None
    if head == "role":
        return _one([None if o.dimension is None else powers_of_unit(o.dimension) for o in operands.get(expression[1], ())])
    if head == "call":
        found = [_powers_of(e, operands) for e in expression[2:]]
        return _one(found) if expression[1] in _SAME else None
    if head in ("+", "-"):
        return _one([_plain_number(e, _powers_of(e, operands)) for e in expression[1:]])
    if head in ("*", "/"):
        left, right = (_powers_of(e, operands) for e in expression[1:])
        return _times(left, right, 1 if head == "*" else -1, expression)
    inner = _powers_of(expression[1], operands)
    return inner if head == "neg" else None if inner is None else {name: n * expression[2] for name, n in inner.items()}


def _plain_number(expression: Expression, powers: Powers | None) -> Powers | None:
    """A number written in the rule has no unit: in 1 + growth it asks growth to have none."""
    return {} if expression[0] == "num" else powers


def _times(left: Powers | None, right: Powers | None, sign: int, expression: Expression) -> Powers | None:
    """A factor that the rule spells out changes no unit; a bare number in the text may have one that is not written."""
    if expression[1][0] == "num":
        left = {}
    if expression[2][0] == "num":
        right = {}
    if left is None or right is None:
        return None
    powers = dict(left)
    for name, n in right.items():
        powers[name] = powers.get(name, 0) + sign * n
    return {name: n for name, n in powers.items() if n}


def powers_of_unit(dimension: str | None) -> Powers:
    """The powers in the name of a dimension, without what is counted.

    >>> powers_of_unit("[length]^-3*currency:USD"), powers_of_unit(None)
    ({'[length]': -3, 'currency:USD': 1}, {})
    """
    powers: Powers = {}
    for part in dimension.split("*") if dimension else ():
        name, _, n = part.partition("^")
        if not name.startswith("count:"):
            powers[name] = int(n or 1)
    return powers
