"""The document as one system: findings that hold and further statements, over figures and facts that share variables.

A figure is a variable in its unit as written, a fact one in base units. A finding takes part where its rule was met and
every part is pinned, or where it only lacks a value that is a fact; one that contradicts is reported as it is and stays
out, so that nothing is said twice.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import reduce

from checker.interval import Interval
from checker.judging.operands import Operand, Table, make_operand, written
from checker.judging.verdict import Finding, pinned
from checker.model import TIMES, Frame, Role, Rule, Statement
from checker.rational import Fraction
from checker.solving import Equation, System, Term

Variable = Hashable
CHANGE = "change"  # the period of a fact that is the growth of a figure
_NO_FRAME = Frame("", (0, 0), {})


@dataclass(frozen=True, slots=True)
class Member:
    """Where an equation comes from: its rule, and the finding (its position) or the statement behind it."""

    rule: Rule
    finding: int | None = None
    statement: Statement | None = None


@dataclass(slots=True)
class Joint:
    """The system with what its names stand for. `figures` has one operand for every stated variable, `facts` the names."""

    system: System
    members: dict[Hashable, Member] = field(default_factory=dict)
    figures: dict[Variable, Operand] = field(default_factory=dict)
    roles: dict[Variable, str] = field(default_factory=dict)
    facts: dict[Variable, tuple] = field(default_factory=dict)
    said: dict[Variable, list[Operand]] = field(default_factory=dict)  # in what parts each stated variable stands

    def generous(self, variable: Variable) -> Interval:
        """What is stated, read as a rescue would."""
        first = self.said[variable][0]
        return reduce(Interval.hull, map(_widest, self.said[variable]), written(first.interval, first))


def _widest(o: Operand) -> Interval:
    wide = written(o.wide or o.interval, o)
    return wide if o.truncated is None else wide.hull(written(o.truncated, o))


class _Builder:
    """Collects equations and what is stated of their variables."""

    def __init__(self, table: Table, supposed: bool = False):
        self.table, self.supposed = table, supposed
        self.equations: list[Equation] = []
        self.stated: dict[Variable, Interval] = {}
        self.joint = Joint(System({}, ()))

    def term(self, o: Operand) -> Term | None:
        """The variable of a figure; None of one that no factor alone brings to base units."""
        if o.interval is None or o.offset or o.quantity is None:
            return None
        variable = ("figure", o.index)
        own = written(o.interval, o)
        known = self.stated.get(variable)
        self.stated[variable] = own if known is None else known.hull(own)
        self.joint.said.setdefault(variable, []).append(o)
        if variable not in self.joint.figures or o.factor > 0 > self.joint.figures[variable].factor:
            self.joint.figures[variable] = o
            self.joint.roles[variable] = o.role
        return Term(variable, o.factor)

    def fact(self, ref: tuple) -> Term:
        variable = ("fact", *ref[:2])
        self.joint.facts.setdefault(variable, ref)
        return Term(variable)

    def add(self, rule: Rule, terms: Mapping[str, tuple], member: Member) -> None:
        name = len(self.equations)
        lists = frozenset(r.name for r in rule.roles if r.many)
        self.equations.append(Equation(name, rule.operator, rule.left, rule.right, terms, lists))
        self.joint.members[name] = member

    # ------------------------------------------------------------ findings

    def finding(self, number: int, found: Finding) -> None:
        rule, frame = found.rule, found.frame
        open_roles = [r for r in rule.roles if r.name not in found.operands and not (r.optional or r.context or r.assume)]
        certain = _named if self.supposed else _certain
        if any(not certain(frame.facts.get(r.claim)) for r in open_roles) or not pinned(rule, frame, found.operands):
            return
        terms: dict[str, tuple] = {r.name: (self.fact(frame.facts[r.claim]),) for r in open_roles}
        for role, members in found.operands.items():
            made = [o.quantity.when if o.quantity is not None and o.quantity.kind in TIMES and o.interval is None else self.term(o) for o in members]
            if None in made:
                return
            terms[role] = tuple(made)
        self.add(rule, terms, Member(rule, number))
        if self.supposed:
            self._called(found, terms)

    def _called(self, found: Finding, terms: Mapping[str, tuple]) -> None:
        """Figures that state a fact with a name are that fact."""
        for role in found.rule.roles:
            ref, made = found.frame.facts.get(role.claim), terms.get(role.name, ())
            if role.name in found.operands and _named(ref) and len(made) == 1 and isinstance(made[0], Term):
                self.equations.append(Equation(len(self.equations), "==", ("role", "a"), ("role", "b"), {"a": made, "b": (self.fact(ref),)}))
                self.joint.members[len(self.equations) - 1] = Member(found.rule)

    # ------------------------------------------------------------ statements

    def statement(self, said: Statement, rule: Rule) -> None:
        terms: dict[str, tuple] = {}
        senses = self.table.senses_of(rule)
        for role in rule.roles:
            members = [self._part(part, role, said, senses[role.name]) for part in said.parts.get(role.claim, ())]
            if None in members:
                return
            if members:
                terms[role.name] = tuple(members)
        self.add(rule, terms, Member(rule, None, said))

    def _part(self, part, role: Role, said: Statement, sense) -> Term | None:
        if isinstance(part, tuple):
            return self.fact(part)
        q = self.table.extraction.quantities[part]
        if said.lent and q.kind == "number" and q.unit is None:
            q = replace(q, kind="physical", unit=said.lent)
        frame = Frame("", _NO_FRAME.cue, {}, sign=said.sign)
        return self.term(make_operand(role, q, part, frame, sense, self.table.reading(part)))


def joint_of(
    findings: list[Finding], statements: Iterable[Statement], rules: Iterable[Rule], table: Table, supposed: bool = False
) -> Joint:
    """The system of a document. `findings` are all that were decided; their positions name them.

    `supposed`: with what is good enough to reckon from, not to contradict: facts that are only called alike, and
    statements of that sort.
    """
    builder = _Builder(table, supposed)
    for number, found in enumerate(findings):
        if _takes_part(found):
            builder.finding(number, found)
    by_id = {rule.id: rule for rule in rules}
    for said in statements:
        if said.rule in by_id and (supposed or not said.supposed):
            builder.statement(said, by_id[said.rule])
    joint = builder.joint
    limits = {v: Interval(Fraction(0), None, False, True) for v, ref in joint.facts.items() if ref[2] and ref[1] != CHANGE}
    joint.system = System(builder.stated, tuple(builder.equations), limits)
    return joint


def _certain(ref: tuple | None) -> bool:
    """True of a fact that is tied to a figure; one that is only called like another may be another."""
    return ref is not None and ref[0].startswith("#")


def _named(ref: tuple | None) -> bool:
    return ref is not None and bool(ref[2])


def _takes_part(found: Finding) -> bool:
    if found.rule.severity != "error" or found.rule.link.get("narrow") or found.frame.blocked:
        return False
    return found.verdict == "pass" or found.missing is not None and found.reason == "missing-role"
