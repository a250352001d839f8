"""The equation of a rule: Python's own grammar, read with `ast` against a whitelist; nothing is ever executed.

`parse("new == base * (1 + growth)")` gives operator, left and right side as the tuples of `model.Expression`. The
notation is small on purpose: `+ - * /`, `**` with a whole number, one of `== < <= > >=`, numbers, roles, and the
functions below. Everything else is refused with a message for the author of the rule.
"""

from __future__ import annotations

import ast
import keyword
import re
from dataclasses import dataclass
from difflib import get_close_matches

from checker.model import Expression
from checker.rational import Fraction

LIST_FUNCTIONS = frozenset(["sum", "count", "mean", "low", "high", "won", "lost"])  # of one role that holds many
LIST_OR_MORE = frozenset(["min", "max"])  # of one role that holds many, or of several expressions
DATE_FUNCTIONS = {"days": 2, "years": 2, "elapsed": 2, "drift": 2, "clock": 2, "weekday": 1, "named": 1}  # of roles that are dates
FUNCTIONS = LIST_FUNCTIONS | LIST_OR_MORE | frozenset(DATE_FUNCTIONS) | {"abs", "compound"}

HIGHEST_POWER = 9
LONGEST = 500  # characters: far more than an equation a person can check

_OPERATORS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
_COMPARISONS = {ast.Eq: "==", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">="}


class EquationError(ValueError):
    """What is wrong with an equation, and what to try; both are parts of one `Problem`."""

    def __init__(self, message: str, hint: str):
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Equation:
    """A comparison of two expressions."""

    operator: str
    left: Expression
    right: Expression

    @property
    def names(self) -> tuple[str, ...]:
        """The roles, in the order of their first appearance."""
        return tuple(dict.fromkeys([*names_in(self.left), *names_in(self.right)]))

    @property
    def lists(self) -> frozenset[str]:
        """The roles that stand in sum, count or mean, or alone in min or max: they hold many."""
        calls = [*_calls(self.left), *_calls(self.right)]
        return frozenset(c[2][1] for c in calls if len(c) == 3 and c[1] in LIST_FUNCTIONS | LIST_OR_MORE)

    @property
    def dates(self) -> frozenset[str]:
        """The roles that stand in days, years or weekday."""
        calls = [*_calls(self.left), *_calls(self.right)]
        return frozenset(a[1] for c in calls if c[1] in DATE_FUNCTIONS for a in c[2:])


def parse(text: str) -> Equation:
    """The equation that a text stands for; raises EquationError for what the notation does not have.

    >>> parse("share == part / whole")
    Equation(operator='==', left=('role', 'share'), right=('/', ('role', 'part'), ('role', 'whole')))
    >>> parse("__import__('os')")
    Traceback (most recent call last):
    checker.rulebook.equation.EquationError: compares nothing
    """
    if len(text) > LONGEST:
        raise EquationError(f"is {len(text)} characters long", f"Try: at most {LONGEST}, or two rules")
    try:
        body = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _unreadable(text) from error
    if not isinstance(body, ast.Compare):
        raise EquationError("compares nothing", "Try: one comparison, as in share == part / whole")
    if len(body.ops) != 1:
        raise EquationError("has more than one comparison", "Try: one rule for each comparison")
    operator = _COMPARISONS.get(type(body.ops[0]))
    if operator is None:
        raise EquationError("compares in a way that is unknown here", "Try: one of == < <= > >=")
    return Equation(operator, _expression(body.left, text), _expression(body.comparators[0], text))


def _unreadable(text: str) -> EquationError:
    if re.search(r"(?<![=<>!])=(?!=)", text):
        return EquationError("has a single =", "Try: == for equality")
    for word in re.findall(r"[^\W\d]\w*", text):
        if keyword.iskeyword(word):
            return EquationError(f"uses {word!r}, a word of the notation", "Try: another name for that role")
    if "%" in text:
        return EquationError("has a percent sign", "Try: a percent role is a plain number there, 12% enters as 0.12")
    return EquationError("cannot be read", "Try: one comparison, as in new == base * (1 + growth)")


def _expression(node: ast.expr, text: str) -> Expression:
    match node:
        case ast.Name(id=name):
            if not name.isascii():
                raise EquationError(f"has a name that is not plain letters: {name!r}", "Try: a to z and _")
            return ("role", name)
        case ast.Constant(value=value) if type(value) in (int, float):
            return ("num", _number(node, text))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return ("neg", _expression(operand, text))
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _expression(operand, text)
        case ast.BinOp(op=ast.Pow(), left=left, right=right):
            return ("**", _expression(left, text), _power(right))
        case ast.BinOp(op=op, left=left, right=right) if type(op) in _OPERATORS:
            return (_OPERATORS[type(op)], _expression(left, text), _expression(right, text))
        case ast.Call():
            return _call(node, text)
    raise EquationError(f"may not contain {_described(node, text)}", "Try: roles, numbers, + - * / ** and " + _listed())


def _call(node: ast.Call, text: str) -> Expression:
    name = node.func.id if isinstance(node.func, ast.Name) else None
    if name not in FUNCTIONS:
        near = get_close_matches(name or "", sorted(FUNCTIONS), 1)
        hint = near[0] if near else _listed()
        raise EquationError(f"may not call {_described(node.func, text)}", f"Try: {hint}")
    if node.keywords or any(isinstance(a, ast.Starred) for a in node.args):
        raise EquationError(f"gives {name} more than plain arguments", f"Try: {name}(role)")
    arguments = tuple(_expression(a, text) for a in node.args)
    only_roles = all(a[0] == "role" for a in arguments)
    if name in DATE_FUNCTIONS and (len(arguments) != DATE_FUNCTIONS[name] or not only_roles):
        form = ", ".join(["date", "later"][: DATE_FUNCTIONS[name]])
        raise EquationError(f"gives {name} something else than roles that are dates", f"Try: {name}({form})")
    if name in LIST_FUNCTIONS and (len(arguments) != 1 or not only_roles):
        raise EquationError(f"gives {name} something else than one role", f"Try: {name}(part), with many = true there")
    if name in LIST_OR_MORE and len(arguments) < 2 and not (arguments and only_roles):
        raise EquationError(f"gives {name} nothing to choose from", f"Try: {name}(item) or {name}(a, b)")
    if name == "compound" and len(arguments) != 2:
        raise EquationError("gives compound more or less than a rate and a number of years", "Try: compound(rate, span)")
    if name == "abs" and len(arguments) != 1:
        raise EquationError("gives abs more or less than one argument", "Try: abs(new - base)")
    return ("call", name, *arguments)


def _power(node: ast.expr) -> int:
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        sign, node = -1, node.operand
    if not isinstance(node, ast.Constant) or type(node.value) is not int:
        raise EquationError("has an exponent that is not a whole number", "Try: ** 2, or a product")
    if not node.value <= HIGHEST_POWER:
        raise EquationError(f"has an exponent above {HIGHEST_POWER}", f"Try: a power up to {HIGHEST_POWER}")
    return sign * node.value


def _number(node: ast.Constant, text: str) -> str:
    """The number as a fraction, from its digits: 0.1 is one tenth, not the nearest double."""
    digits = (ast.get_source_segment(text.strip(), node) or "").replace("_", "")
    if not re.fullmatch(r"\d{1,20}(\.\d{1,20})?", digits):
        raise EquationError(f"has a number that is not plain digits: {digits[:30]}", "Try: 100 or 0.5")
    return str(Fraction(digits))


_DESCRIBED = {
    ast.Attribute: "a dotted name",
    ast.Subscript: "a subscript",
    ast.Lambda: "a lambda",
    ast.Compare: "a second comparison",
}


def _described(node: ast.expr, text: str) -> str:
    segment = ast.get_source_segment(text.strip(), node) or ""
    kind = _DESCRIBED.get(type(node))
    return f"{kind}: {segment[:40]}" if kind else segment[:40] or "that"


def _listed() -> str:
    return " ".join(sorted(FUNCTIONS))


# ---------------------------------------------------------------- looking into expressions


def names_in(expression: Expression):
    """The roles in an expression, once for each occurrence.

    >>> list(names_in(("-", ("role", "new"), ("call", "sum", ("role", "part")))))
    ['new', 'part']
    """
    if expression[0] == "role":
        yield expression[1]
    else:
        for part in expression[1:]:
            if isinstance(part, tuple):
                yield from names_in(part)


def _calls(expression: Expression):
    if expression[0] == "call":
        yield expression
    for part in expression[1:]:
        if isinstance(part, tuple):
            yield from _calls(part)


def shown(expression: Expression) -> str:
    """An expression as text, with only the brackets that it needs.

    >>> shown(parse("new == base * (1 + growth) - 2").right)
    'base * (1 + growth) - 2'
    """
    return _shown(expression, 0)


_STRENGTH = {"+": 1, "-": 1, "*": 2, "/": 2, "neg": 3, "**": 4}


def _shown(e: Expression, outer: int) -> str:
    head = e[0]
    if head == "num":
        return e[1] if "/" not in e[1] or outer < 2 else f"({e[1]})"
    if head == "role":
        return e[1]
    if head == "call":
        return f"{e[1]}({', '.join(_shown(a, 0) for a in e[2:])})"
    own = _STRENGTH[head]
    if head == "neg":
        text = f"-{_shown(e[1], own)}"
    elif head == "**":
        text = f"{_shown(e[1], own + 1)} ** {e[2]}"
    else:
        text = f"{_shown(e[1], own)} {head} {_shown(e[2], own + (head in '-/'))}"
    return f"({text})" if own < outer else text
