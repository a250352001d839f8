"""A joint finding in words: the figures with their places, and the arithmetic in the order a person would follow.

Each step is one relation with its figures put in and the one value that it gives; what is only another name for a
figure is no step.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from checker.interval import Interval
from checker.judging.explain import Voice, plain_range, range_text
from checker.judging.joint import Verdict
from checker.judging.joint_system import Joint, Variable
from checker.judging.operands import Operand
from checker.judging.verdict import says_again
from checker.model import Check, Evidence, Expression, Rule, Suggestion
from checker.solving import Equation, Term, Undecided, propagate

_SIGNS = {"+": "+", "-": "-", "*": "x", "/": "/", "==": "="}
_LOOSE, _TIGHT = ("+", "-"), ("*", "/")


def joint_check(verdict: Verdict, rule: Rule, joint: Joint, voice: Voice, suggestions: tuple[Suggestion, ...] = ()) -> Check:
    """The check of a joint finding, under the rule that speaks for the whole document."""
    told = _Telling(joint, voice)
    steps = told.steps(verdict)
    slots = {
        "implied": told.value(verdict.focus, verdict.implied), "stated": told.name(verdict.focus),
        "basis": _listed([told.name(v) for v in told.in_order(verdict.stated) if v != verdict.focus]),
        "rescue": "a figure is rounded more coarsely than it is printed",
    }  # fmt: skip
    template = rule.messages.get(verdict.verdict) or rule.messages["fail"]
    message = template
    for name, words in slots.items():
        message = message.replace(f"{{{name}}}", words)
    focus = joint.figures[verdict.focus]
    return Check(
        rule.id, rule.severity, verdict.verdict, message, rule.equation, told.evidence(verdict),
        "rounding" if verdict.verdict == "pass" else None, None, verdict.rescue, (),
        (joint.roles[verdict.focus], verdict.implied, focus.quantity.unit), suggestions,
        "+".join(dict.fromkeys(told.tie(e) for e in verdict.equations)), steps,
    )  # fmt: skip


def models_of(joint: Joint, voice: Voice, equations: tuple[Equation, ...]) -> dict[Variable, Operand]:
    """For each fact of the equations a figure that is written as it would be, where there is one."""
    told = _Telling(joint, voice)
    told._find_models(equations)
    return told.models


def notes_of(undecided: list[Undecided], solver: bool) -> tuple[str, ...]:
    """What of the document as a whole stayed undecided, in words; what only a solver could decide where one was asked for."""
    found = []
    for doubt in undecided:
        told = f"{len(doubt.equations)} relations that hang together"
        if doubt.why == "too-many":
            found.append(f"not looked at as a whole: {told} are more than are taken on")
        elif doubt.why == "stopped":
            found.append(f"not decided: the work on {told} was cut short")
        elif doubt.why == "more":
            found.append(f"not all told: {told} contradict each other in more ways than are listed")
        elif solver:
            found.append(f"not decided: {told}, for the solver is not installed (pip install 'factcheck-numbers[solver]')")
    return tuple(dict.fromkeys(found))


@dataclass(slots=True)
class _Telling:
    """Names and values of variables as the text would write them."""

    joint: Joint
    voice: Voice
    models: dict[Variable, Operand] = field(default_factory=dict)
    known: dict[Variable, str] = field(default_factory=dict)  # facts by the words that stand for them now

    def in_order(self, variables) -> list[Variable]:
        return sorted(variables, key=lambda v: self.joint.figures[v].start)

    def evidence(self, verdict: Verdict) -> tuple[Evidence, ...]:
        found = []
        for v in self.in_order(verdict.stated):
            o = self.joint.figures[v]
            found.append(Evidence(self.joint.roles[v], o.start, o.end, self.joint.system.stated[v], o.quantity.unit))
        return tuple(found)

    def tie(self, equation: Equation) -> str:
        member = self.joint.members[equation.name]
        return member.statement.tie or member.rule.id if member.statement else member.rule.id

    def name(self, v: Variable) -> str:
        if v in self.known:
            return self.known[v]
        if v in self.joint.figures:
            o = self.joint.figures[v]
            return " ".join(self.voice.text[o.start : o.end].split())
        _, _, name, when = self.joint.facts[v]
        return f"[{name}, {when}]" if when and name else f"[{name or when or '?'}]"

    def value(self, v: Variable, interval: Interval) -> str:
        """An interval of a variable, written as the figure that it is or a figure of its sort is written."""
        o = self.joint.figures.get(v)
        if o is not None:
            return range_text(interval * abs(o.factor), replace(o, factor=abs(o.factor)), self.voice)
        o = self.models.get(v)
        return plain_range(interval) if o is None else range_text(interval, replace(o, factor=abs(o.factor)), self.voice)

    # ------------------------------------------------------------ steps

    def steps(self, verdict: Verdict) -> tuple[str, ...]:
        """The arithmetic, one relation a line, towards the figure in focus."""
        self._find_models(verdict.equations)
        stated = {v: i for v, i in self.joint.system.stated.items() if v in verdict.stated and v != verdict.focus}
        system = replace(self.joint.system, stated=stated)
        known: set[Variable] = set(stated)
        done: list[Equation] = []
        told: list[str] = []
        waiting = list(verdict.equations)
        while waiting:
            ready = [e for e in waiting if len(set(e.variables) - known) <= 1] or waiting[:1]
            equation = min(ready, key=lambda e: (len(set(e.variables) - known) == 0, verdict.focus in e.variables))
            waiting.remove(equation)
            done.append(equation)
            box = propagate(system, done)
            fresh = [v for v in equation.variables if v not in known]
            known |= set(fresh)
            self._tell(equation, fresh, box.values, told)
        return tuple(told)

    def _tell(self, equation: Equation, fresh: list[Variable], values: dict[Variable, Interval], told: list[str]) -> None:
        rule = self.joint.members[equation.name].rule
        named = len(equation.variables) == 2 and says_again(rule)
        if named and fresh and fresh[0] not in self.joint.figures:  # a fact takes the words of its figure
            other = next(v for v in equation.variables if v != fresh[0])
            self.known[fresh[0]] = self.name(other)
            return
        if named and not fresh and all(v in self.known or v in self.joint.figures for v in equation.variables):
            told.append(" = ".join(self.name(v) for v in equation.variables))
            return
        line = f"{self.infix(rule.left, equation)} {_SIGNS.get(rule.operator, rule.operator)} {self.infix(rule.right, equation)}"
        for v in fresh[:1]:
            if not values[v].lo and values[v].hi is None:
                continue  # several relations together give it, none alone
            value = self.value(v, values[v])
            line += f", so {self.name(v)} is {value}"
            if v not in self.joint.figures:
                self.known[v] = value
        told.append(line)

    def infix(self, e: Expression, equation: Equation, above: str = "") -> str:
        head = e[0]
        if head == "num":
            return e[1]
        if head == "role":
            return self._role(e[1], equation, " + ")
        if head == "call":
            if e[1] == "sum" and e[2][0] == "role":
                return self._role(e[2][1], equation, " + ")
            return f"{e[1]}({', '.join(self.infix(part, equation) for part in e[2:])})"
        if head == "neg":
            return f"-{self.infix(e[1], equation, '*')}"
        if head == "**":
            return f"{self.infix(e[1], equation, '*')}^{e[2]}"
        text = f"{self.infix(e[1], equation, head)} {_SIGNS[head]} {self.infix(e[2], equation, head + '/')}"
        return f"({text})" if head in _LOOSE and above or head in _TIGHT and above.endswith("//") else text

    def _role(self, role: str, equation: Equation, join: str) -> str:
        texts = []
        for term in equation.terms.get(role, ()):
            if isinstance(term, Term):
                sign = "-" if term.factor < 0 and term.variable in self.joint.figures else ""
                texts.append(sign + self.name(term.variable))
        return join.join(texts) or role

    def _find_models(self, equations: tuple[Equation, ...]) -> None:
        """For each fact a figure of its sort: one that must have its unit in some relation, found over several if need be."""
        for _ in range(len(equations)):
            before = len(self.models)
            for equation in equations:
                rule = self.joint.members[equation.name].rule
                groups = [*map(set, rule.link.get("same-unit", ())), *_of_one_kind(rule)]
                for group in groups:
                    members = [t.variable for role in sorted(group) for t in equation.terms.get(role, ()) if isinstance(t, Term)]
                    model = next((m for v in members if (m := self.joint.figures.get(v) or self.models.get(v)) is not None), None)
                    for v in members if model is not None else ():
                        if v not in self.joint.figures:
                            self.models.setdefault(v, model)
            if len(self.models) == before:
                return


def _of_one_kind(rule: Rule) -> list[set[Hashable]]:
    if rule.link.get("same-unit"):
        return []
    by_kind: dict[frozenset[str], set] = {}
    for role in rule.roles:
        by_kind.setdefault(role.kinds, set()).add(role.name)
    return list(by_kind.values())


def _listed(texts: list[str]) -> str:
    return texts[0] if len(texts) == 1 else f"{', '.join(texts[:-1])} and {texts[-1]}" if texts else ""
