"""Solved forms: every role of an equation expressed through the others. The only module that imports sympy.

Interval arithmetic takes each occurrence of a role as independent, so `new/base - 1` gives exact bounds and
`(new - base)/base` too wide ones. Of the many ways to write a solution the one with the fewest repeated roles is kept.
What is inside a function (sum(part), days(start, end)) is one unknown, solved for under the name "sum(part)".
"""

from __future__ import annotations

from checker.model import Expression
from checker.rulebook.equation import LIST_OR_MORE, Equation, shown


def solved_forms(equation: Equation) -> tuple[dict[str, Expression], frozenset[str]]:
    """Forms by role (or function, as "sum(part)"), and the names of those where every other role occurs once.

    No forms of inequalities; none for a role that has several solutions (a square).

    >>> from checker.rulebook.equation import parse
    >>> forms, tight = solved_forms(parse("new == base * (1 + growth)"))
    >>> {role: shown(form) for role, form in forms.items()}
    {'new': 'base * (1 + growth)', 'base': 'new / (1 + growth)', 'growth': 'new / base - 1'}
    >>> sorted(tight)
    ['base', 'growth', 'new']
    """
    if equation.operator != "==":
        return {}, frozenset()
    import sympy  # slow: only when a rule is compiled

    atoms: dict[str, Expression] = {}  # what is solved for: roles and whole function calls
    left, right = (_symbolic(side, atoms, sympy) for side in (equation.left, equation.right))
    symbols = {name: sympy.Symbol(name, real=True) for name in atoms}
    forms, tight = {}, set()
    for name, symbol in symbols.items():
        best = _best(_isolated(equation, name, atoms) + _solutions(left - right, symbol, atoms, sympy))
        if best is not None and name not in _atoms_in(best):
            forms[name] = best
            if _repeats(best) == 0:
                tight.add(name)
    return forms, frozenset(tight)


def _isolated(equation: Equation, name: str, atoms: dict[str, Expression]) -> list[Expression]:
    """The other side, as the author wrote it, where the role stands alone on one."""
    sides = [(equation.left, equation.right), (equation.right, equation.left)]
    return [other for one, other in sides if one == atoms[name]]


def _solutions(difference, symbol, atoms, sympy) -> list[Expression]:
    try:
        found = sympy.solve(difference, symbol, rational=True)
    except NotImplementedError:
        return []
    if len(found) != 1:
        return []
    others = sorted(found[0].free_symbols, key=str)
    written = []
    for variant in _variants(found[0], others, sympy):
        try:
            written.append(_written(variant, atoms, sympy))
        except ValueError:
            continue
    return written


def _variants(solution, others, sympy):
    """Ways to write one solution; 1/(1/x) finds part/(part + rest) as 1/(1 + rest/part)."""
    for x in (solution, 1 / solution) if solution != 0 else (solution,):
        turned = x is not solution
        ways = [x, *(f(x) for f in (sympy.together, sympy.cancel, sympy.factor, sympy.expand))]
        ways += [sympy.apart(sympy.together(x), s) for s in others]
        ways += [sympy.collect(sympy.expand(x), s) for s in others]
        yield from (1 / way if turned else way for way in ways)


def _best(candidates: list[Expression]) -> Expression | None:
    """The fewest repeated roles; then the shortest, then the first."""
    return min(candidates, key=lambda form: (_repeats(form), len(shown(form))), default=None)


def _repeats(form: Expression) -> int:
    names = list(_atoms_in(form, inside=True))
    return len(names) - len(set(names))


def _atoms_in(form: Expression, inside: bool = False):
    """Roles and whole function calls in a form, once for each occurrence.

    With `inside`, the roles in abs(...), min(...) and max(...) of expressions instead of the call.
    """
    opened = inside and form[0] == "call" and (form[1] == "abs" or form[1] in LIST_OR_MORE and len(form) > 3)
    if form[0] in ("role", "call") and not opened:
        yield shown(form)
    else:
        for part in form[1:]:
            if isinstance(part, tuple):
                yield from _atoms_in(part, inside)


# ---------------------------------------------------------------- to sympy and back


def _symbolic(e: Expression, atoms: dict[str, Expression], sympy):
    head = e[0]
    if head == "num":
        return sympy.Rational(e[1])
    if head in ("role", "call"):
        name = shown(e)
        atoms.setdefault(name, e)
        return sympy.Symbol(name, real=True)
    if head == "neg":
        return -_symbolic(e[1], atoms, sympy)
    if head == "**":
        return _symbolic(e[1], atoms, sympy) ** e[2]
    a, b = (_symbolic(part, atoms, sympy) for part in e[1:])
    return {"+": a + b, "-": a - b, "*": a * b}[head] if head != "/" else a / b


def _written(x, atoms: dict[str, Expression], sympy) -> Expression:
    """A sympy expression in our notation; ValueError for what it lacks (roots, conditions)."""
    if x.is_Rational:
        return ("num", str(x)) if x >= 0 else ("neg", ("num", str(-x)))
    if x.is_Symbol:
        return atoms[x.name]
    if x.is_Add:
        return _sum(x, atoms, sympy)
    if x.is_Mul:
        return _product(x, atoms, sympy)
    if x.is_Pow and x.exp.is_Integer:
        base, power = _written(x.base, atoms, sympy), int(x.exp)
        if power < 0:
            return ("/", ("num", "1"), base if power == -1 else ("**", base, -power))
        return ("**", base, power)
    raise ValueError(f"no way to write {x}")


def _sum(x, atoms, sympy) -> Expression:
    """Positive terms first, each kind in the order of the equation, plain numbers before roles: 1 + growth."""
    order = {name: i for i, name in enumerate(atoms)}

    def place(term):
        return term.could_extract_minus_sign(), min((order[s.name] for s in term.free_symbols), default=-1)

    terms, result = sorted(x.args, key=place), None
    for term in terms:
        negative = term.could_extract_minus_sign()
        part = _written(-term if negative else term, atoms, sympy)
        if result is None:
            result = ("neg", part) if negative else part
        else:
            result = ("-" if negative else "+", result, part)
    return result


def _product(x, atoms, sympy) -> Expression:
    if x.could_extract_minus_sign() and x.as_coeff_Mul()[0] < 0:
        return ("neg", _written(-x, atoms, sympy))
    over, under = [], []
    for factor in x.args:
        if factor.is_Pow and factor.exp.is_Integer and factor.exp < 0:
            under.append(_written(factor.base**-factor.exp, atoms, sympy))
        elif factor.is_Rational and factor.q != 1:
            over += [("num", str(factor.p))] if factor.p != 1 else []
            under.append(("num", str(factor.q)))
        else:
            over.append(_written(factor, atoms, sympy))
    result = _chain(over) or ("num", "1")
    return ("/", result, _chain(under)) if under else result


def _chain(factors: list[Expression]) -> Expression | None:
    result = None
    for factor in factors:
        result = factor if result is None else ("*", result, factor)
    return result
