"""Claims with an open part against facts that are known from elsewhere: what a document leaves unsaid is looked up.

A part is looked up where its measure is called as the fact's is, its subject is the fact's or only referred to, and the
period is the same. What follows from a known fact and the text is known in turn, with where it comes from, so that
"8.4 trillion, doubled from 2012" can be held against 15.7% of what the whole was then.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from checker.facts import Known
from checker.interval import EVERYTHING, Interval
from checker.judging.dimensions import units_fit
from checker.judging.equation import implied_for, outcome_of
from checker.judging.explain import Voice, range_text, short
from checker.judging.operands import NOWHERE, Operand, Operands, Table, make_operand
from checker.judging.verdict import Finding, pinned
from checker.model import Frame, Implied, Role
from checker.rounding import reading

_ROUNDS = 4
KNOWN = "known-fact"


@dataclass(frozen=True, slots=True)
class Lookup:
    """What is known of a fact. `operand` stands in the text or nowhere; `model` is how a value of it is written: an
    operand, and for one that stands nowhere the words that it is written in. `rests`: on so many facts from outside;
    `origin`: the finding it follows from."""

    operand: Operand
    model: Operand
    rests: int = 0
    origin: int | None = None


def completed(decided: list[Finding], known: tuple[Known, ...], table: Table, voice: Voice) -> tuple[list[Finding], list[Implied]]:
    """The findings, those completed by known facts in the place of the open ones; and what follows besides.

    `sources` of what follows are empty: it rests on facts outside the text.
    """
    desk = _Desk(decided, known, table, voice)
    for _ in range(_ROUNDS):
        before = len(desk.shelf) + len(desk.done)
        for number, found in enumerate(decided):
            if number not in desk.done and found.missing is not None and found.reason == "missing-role":
                desk.complete(number, found)
        if len(desk.shelf) + len(desk.done) == before:
            break
    return [desk.done.get(n, found) for n, found in enumerate(decided)], desk.implied


class _Desk:
    """What is known so far, by the key of the fact, and what was made of it."""

    def __init__(self, decided: list[Finding], known: tuple[Known, ...], table: Table, voice: Voice):
        self.known, self.table, self.voice = known, table, voice
        self.shelf = _stated(decided)
        self.groups = _groups(decided, table)
        self.done: dict[int, Finding] = {}
        self.implied: list[Implied] = []

    def complete(self, number: int, found: Finding) -> None:
        operands: Operands = dict(found.operands)
        looked: list[Lookup] = []
        still = []
        for role in found.rule.roles:
            if role.name in operands or role.optional or role.context or role.assume:
                continue
            known = self.look_up(role, found)
            if known is None:
                still.append(role)
            elif known.origin == number:
                return  # it says no more than that
            else:
                looked.append(known)
                operands[role.name] = (replace(known.operand, role=role.name),)
        if not any(known.rests for known in looked) or len(still) > 1 or not units_fit(found.rule, operands):
            return
        if still:
            self.follow(number, found, still[0], operands, looked)
        else:
            self.done[number] = _judged(found, operands)

    def look_up(self, role: Role, found: Finding) -> Lookup | None:
        ref = found.frame.facts.get(role.claim)
        if ref is None or ref[:2] in self.shelf:
            return None if ref is None else self.shelf[ref[:2]]
        fits = [k for k in self.known if _speaks_of(k, ref)]
        if len(fits) != 1:
            return None
        fact, q = fits[0].fact, fits[0].quantity
        sense = self.table.senses_of(found.rule)[role.name]
        made = make_operand(replace(role, exact=fact.exact), q, -1, Frame("", (0, 0), {}), sense, reading(q))
        return Lookup(_nowhere(made, fact.source, fact.value), replace(made, said=fact.value), 1)

    def follow(self, number: int, found: Finding, role: Role, operands: Operands, looked: list[Lookup]) -> None:
        """The one part that is still open follows from the others: it is known now."""
        ref = found.frame.facts.get(role.claim)
        worth = implied_for(found.rule, role.name, operands) if ref and ref[2] else None
        models = [known.model for known in looked] + [o for members in found.operands.values() for o in members if o.quantity is not None]
        model = next((m for m in models if m.quantity.kind in role.kinds and m.quantity.kind != "percent"), None)
        if worth is None or worth == EVERYTHING or model is None or ref[:2] in self.shelf:
            return
        shown = _written(worth, model, self.voice)
        told = ", ".join(self.said(members[0]) for members in operands.values())
        made = _nowhere(replace(model, interval=worth, wide=worth), f"{found.rule.equation}: {told}", shown)
        self.shelf[ref[:2]] = Lookup(made, model, sum(known.rests for known in looked), number)
        name = f"{ref[2]}, {ref[3]}" if ref[3] else ref[2]
        own, unit = worth * (1 / abs(model.factor)), model.quantity.unit
        self.implied.append(Implied(name, own, unit, ()))
        for words, group in self.groups.items():
            if name.split()[-1] == words and group.nominal:
                self.implied.append(Implied(f"{name}, each of {self.said(group)}", own * (1 / group.nominal), unit, ()))

    def said(self, o: Operand) -> str:
        return o.said if o.assumed else " ".join(self.voice.text[o.start : o.end].split())


def _stated(decided: list[Finding]) -> dict[Hashable, Lookup]:
    """What the text itself states of its facts."""
    shelf: dict[Hashable, Lookup] = {}
    for found in decided:
        for role in found.rule.roles:
            ref, members = found.frame.facts.get(role.claim), found.operands.get(role.name, ())
            if ref and ref[2] and len(members) == 1 and members[0].interval is not None and found.verdict in ("pass", "unknown"):
                shelf.setdefault(ref[:2], Lookup(members[0], members[0]))
    return shelf


def _groups(decided: list[Finding], table: Table) -> dict[str, Operand]:
    """Counts that are the whole of something, by the word for what they count, where there is one such count."""
    words = table.extraction.tokens.words
    found: dict[str, set[Operand]] = {}
    for f in decided:
        for o in f.operands.get("whole", ()) if f.verdict == "pass" else ():
            if o.quantity is not None and o.quantity.kind == "count" and o.quantity.noun_last >= 0:
                found.setdefault(words[o.quantity.noun_last], set()).add(o)
    return {noun: next(iter(counts)) for noun, counts in found.items() if len({o.nominal for o in counts}) == 1}


def _judged(found: Finding, operands: Operands) -> Finding:
    outcome = outcome_of(found.rule, operands)
    if outcome.holds:
        return Finding(found.rule, found.frame, operands, outcome, "pass")
    if outcome.reason or not pinned(found.rule, found.frame, found.operands):
        return Finding(found.rule, found.frame, operands, outcome, "unknown", outcome.reason or "ambiguous-link")
    return Finding(replace(found.rule, id=KNOWN), found.frame, operands, outcome, "fail")


def _nowhere(o: Operand, source: str, said: str) -> Operand:
    """The operand as something that is known, not written: with no place and no figure to be edited."""
    return replace(o, start=NOWHERE, end=NOWHERE, index=-1, quantity=None, nominal=None, exactly=False, truncated=None, source=source, said=said)


def _written(worth: Interval, model: Operand, voice: Voice) -> str:
    """A value as its model is written: in the words of the file of facts, or as the text has it."""
    if not model.said:
        return range_text(worth, model, voice)
    q = model.quantity
    own = worth * (1 / (abs(model.factor) * q.scale))
    ends = [None if end is None else short(end) for end in (own.lo, own.hi)]
    if None in ends or own.lo == 0:
        text = f"up to {ends[1]}" if ends[1] else f"at least {ends[0]}"
    else:
        text = ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"
    return text + model.said[q.number_end :]


def _speaks_of(known: Known, ref: tuple) -> bool:
    """True where the words of a fact's description are those of the measure, with or without its subject, in its period."""
    words = frozenset(ref[0].split())
    if known.fact.period and known.fact.period != ref[1]:
        return False
    return any(measure <= words <= measure | known.subject for measure in known.measures)
