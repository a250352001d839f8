"""Implied facts: what the text determines without stating it.

A rule with one open role gives that role a value ("8.4 trillion is 20% of it": the whole). Rules that multiply and divide
form chains across sentences; they are solved together, so that a figure used twice cancels (see elimination). Which roles
of different claims speak of the same fact is told by `fact_of`, a parameter: by default what linking noted in the frame.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from checker.interval import EVERYTHING, Interval
from checker.judging.dimensions import Powers, powers_of_unit
from checker.judging.elimination import Constant, Exponents, System, solve
from checker.judging.equation import bindings_of, value_of
from checker.judging.operands import Operand
from checker.judging.verdict import Finding
from checker.model import Expression, Implied
from checker.rational import Fraction

_MOST_FACTS = 40


@dataclass(frozen=True, slots=True)
class Fact:
    """What a role speaks of: `measure` and `period` identify it, `name` and `when` are how the text says it.

    One without a name is only a variable of chains.
    """

    measure: Hashable
    period: Hashable
    name: str
    when: str = ""

    @property
    def key(self) -> tuple[Hashable, Hashable]:
        return self.measure, self.period

    @property
    def text(self) -> str:
        return f"{self.name}, {self.when}" if self.when else self.name


FactOf = Callable[[Finding, str], Fact | None]


def linked_fact(found: Finding, role: str) -> Fact | None:
    """The default: what linking noted in the frame for the role's claim."""
    claim = next((r.claim for r in found.rule.roles if r.name == role), role)
    ref = found.frame.facts.get(claim)
    return None if ref is None else Fact(*ref)


@dataclass(slots=True)
class _Chain:
    """What is collected over the findings: variables with their intervals, equations, and where each comes from."""

    fact_of: FactOf
    checks: int  # so many of the findings are checks
    known: dict[Hashable, Interval] = field(default_factory=dict)
    units: dict[Hashable, tuple[Powers, Operand]] = field(default_factory=dict)
    equations: list[Exponents] = field(default_factory=list)
    sources: dict[Hashable, list[int]] = field(default_factory=dict)
    facts: dict[Hashable, Fact] = field(default_factory=dict)
    places: dict[Hashable, set[tuple[int, int]]] = field(default_factory=dict)  # where the figures of a variable stand

    def place(self, key: Hashable, o: Operand) -> None:
        if not o.assumed and o.index >= 0:
            self.places.setdefault(key, set()).add((o.start, o.end))

    def figures(self, product: Exponents) -> tuple[tuple[int, int], ...]:
        return tuple(sorted(span for key in product for span in self.places.get(key, ())))


def implied_facts(findings: list[Finding], links: list[Finding], fact_of: FactOf) -> tuple[Implied, ...]:
    """The facts that follow from passing findings and from those with an open role, in order of first mention.

    `sources` are positions in `findings`; `links` are further claims that are no checks of their own. A fact that the
    text states itself is not among the results.
    """
    chain = _Chain(fact_of, len(findings))
    direct: dict[Hashable, tuple[Interval, str | None, tuple[int, ...]]] = {}
    for number, found in enumerate([*findings, *links]):
        if found.verdict == "pass" or found.missing is not None and found.reason == "missing-role":
            _collect(number, found, chain)
            _collect_direct(number, found, chain, direct)
    system = solve(chain.known, chain.equations)
    return tuple([*_values(system, chain, direct), *_growths(system, chain)])


def most_telling(facts: tuple[Implied, ...]) -> tuple[Implied, ...]:
    """The facts that are worth showing, each once: those within two bounds first, narrow ones before wide ones.

    >>> def fact(name, lo, hi):
    ...     return Implied(name, Interval(lo and Fraction(lo), hi and Fraction(hi)), None, ())
    >>> [f.fact for f in most_telling((fact("wide", 1, 2), fact("open", 3, None), fact("narrow", 5, 6), fact("wide", 1, 2)))]
    ['narrow', 'wide', 'open']
    """
    return tuple(sorted({f.fact: f for f in reversed(facts)}.values(), key=lambda f: (_width(f.interval), facts.index(f))))[:_MOST_FACTS]


def _width(x: Interval) -> float:
    """How wide an interval is, against its larger end; rounded, for an order."""
    largest = max(abs(x.lo or 0), abs(x.hi or 0))
    return float("inf") if x.width is None else round(float(x.width / largest), 6) if largest else 0.0


def _collect_direct(number: int, found: Finding, chain: _Chain, direct: dict) -> None:
    """The value of an open role by its own rule alone: for sums and differences, which are no chains."""
    from checker.judging.explain import implied_of

    fact = chain.fact_of(found, found.missing) if found.missing else None
    implied = implied_of(found) if fact else None
    if implied is not None and number < chain.checks:
        chain.facts.setdefault(fact.key, fact)
        direct.setdefault(fact.key, (implied[1], implied[2], (number,)))


# ---------------------------------------------------------------- from findings to products


def _collect(number: int, found: Finding, chain: _Chain) -> None:
    """Add the finding's equation to the chain, if it is a product of powers."""
    assumed = any(o.assumed for members in found.operands.values() for o in members)
    if found.rule.operator != "==" or assumed or not any(chain.fact_of(found, r.name) for r in found.rule.roles):
        return
    row: Exponents = {}
    if not _multiply(found.rule.left, 1, number, found, chain, row) or not _multiply(found.rule.right, -1, number, found, chain, row):
        return
    chain.equations.append({key: n for key, n in row.items() if n})
    for key in row:
        if not isinstance(key, Constant):
            chain.sources.setdefault(key, []).append(number)


def _multiply(e: Expression, n: int, number: int, found: Finding, chain: _Chain, row: Exponents) -> bool:
    """Multiply `row` with the n-th power of an expression; False where it is no product of powers."""
    head = e[0]
    if head == "*" or head == "/":
        second = n if head == "*" else -n
        return _multiply(e[1], n, number, found, chain, row) and _multiply(e[2], second, number, found, chain, row)
    if head == "**":
        return _multiply(e[1], n * e[2], number, found, chain, row)
    if head == "num":
        key: Hashable = Constant(Fraction(e[1]))
    elif head == "role":
        key = _variable(e[1], number, found, chain)
    else:
        key = _whole_term(e, found, chain)
    if key is None:
        return False
    row[key] = row.get(key, Fraction(0)) + n
    return True


def _variable(role: str, number: int, found: Finding, chain: _Chain) -> Hashable | None:
    """The variable that a role stands for: its fact, else the figure itself, else something open of its own."""
    members = found.operands.get(role, ())
    fact = chain.fact_of(found, role)
    if fact is not None:
        chain.facts.setdefault(fact.key, fact)
    if not members:
        return fact.key if fact is not None else ("open", number, role)
    if len(members) > 1 or members[0].interval is None:
        return None
    key = fact.key if fact is not None else ("figure", members[0].index, members[0].factor < 0)
    return key if _state(key, members[0].interval, members[0], chain) else None


def _state(key: Hashable, interval: Interval, o: Operand, chain: _Chain) -> bool:
    """Note a stated value; one fact stated twice is one variable, in what its statements have in common."""
    known = chain.known.get(key)
    met = interval if known is None else known.meet(interval)
    if met is None:
        return False
    chain.known[key] = met
    chain.place(key, o)
    chain.units.setdefault(key, (powers_of_unit(o.dimension), o))
    return True


def _whole_term(e: Expression, found: Finding, chain: _Chain) -> Hashable | None:
    """A sum inside a product (1 + growth) as one variable, if all of it is stated."""
    value = value_of(e, bindings_of(found.rule, found.operands)) if _stated(e, found) else EVERYTHING
    if value == EVERYTHING:
        return None
    within = [(role, o) for role, members in found.operands.items() for o in members if _mentions(e, role)]
    key = ("term", e, tuple(sorted((role, o.index) for role, o in within)))
    for _, o in within:
        chain.place(key, o)
    chain.known.setdefault(key, value)
    return key


def _stated(e: Expression, found: Finding) -> bool:
    return all(role.name in found.operands for role in found.rule.roles if _mentions(e, role.name))


def _mentions(e: Expression, role: str) -> bool:
    return e == ("role", role) or any(_mentions(part, role) for part in e[1:] if isinstance(part, tuple))


# ---------------------------------------------------------------- from products to facts


def _values(system: System, chain: _Chain, direct: dict) -> list[Implied]:
    found = []
    for key, fact in chain.facts.items():
        if key in chain.known or not fact.name:
            continue
        interval = system.value({key: 1})
        derived = system.derive({key: 1})
        alone = direct.get(key)
        if interval is None or interval == EVERYTHING:
            if alone is not None:
                found.append(Implied(fact.text, *alone, fact.when or None))
            continue
        unit = _unit_of(derived, chain)
        if unit is None and alone is not None:
            found.append(Implied(fact.text, *alone, fact.when or None))
            continue
        factor, name = unit or (Fraction(1), None)
        found.append(Implied(fact.text, interval * (1 / factor), name, _sources((*derived, key), chain), fact.when or None, chain.figures(derived)))
    return found


def _growths(system: System, chain: _Chain) -> list[Implied]:
    """The growth of one measure between two periods, where at least one of its values is not stated: in percent."""
    by_measure: dict[Hashable, list[Fact]] = {}
    for fact in chain.facts.values():
        if fact.name:
            by_measure.setdefault(fact.measure, []).append(fact)
    found = []
    for facts in by_measure.values():
        ordered = sorted((f for f in facts if f.when), key=lambda f: str(f.period))
        for old, new in zip(ordered, ordered[1:]):
            derived = system.derive({new.key: 1, old.key: -1})
            if derived is None or len(derived) < 2 or (new.key in chain.known and old.key in chain.known):
                continue  # a single figure is what the text says already
            ratio = system.value({new.key: 1, old.key: -1})
            if ratio is None or ratio == EVERYTHING:
                continue
            text = f"{new.name}, {old.when} to {new.when}"
            found.append(Implied(text, (ratio - 1) * 100, "percent", _sources((*derived, new.key, old.key), chain), f"{old.when} to {new.when}", chain.figures(derived)))
    return found


def _unit_of(derived: Exponents, chain: _Chain) -> tuple[Fraction, str | None] | None:
    """Factor and name of the unit of a product: that of a figure in it with the same dimension; None where none has."""
    powers: Powers = {}
    for key, n in derived.items():
        for name, m in (chain.units[key][0] if key in chain.units else {}).items():
            powers[name] = powers.get(name, 0) + m * int(n)
    powers = {name: n for name, n in powers.items() if n}
    if not powers:
        return Fraction(1), None
    for key in derived:
        if key in chain.units and chain.units[key][0] == powers:
            o = chain.units[key][1]
            return abs(o.factor), o.quantity.unit
    return None


def _sources(keys: tuple[Hashable, ...], chain: _Chain) -> tuple[int, ...]:
    """The findings that speak of these variables. Of a fact that several mention, all."""
    return tuple(sorted({number for key in keys for number in chain.sources.get(key, ()) if number < chain.checks}))
