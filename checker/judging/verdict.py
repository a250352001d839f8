"""The verdict of one relation: which of its readings holds, and if none does, whether that is a proof.

The reading that holds wins, nearby. A contradiction of every admissible reading whose parts are pinned is a fail, unless
one rescue on one number saves it; where the parts are not pinned it is no proof and stays unknown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.interval import Interval
from checker.judging.dimensions import units_fit
from checker.judging.equation import Outcome, implied_for, outcome_of
from checker.judging.operands import Operands, Table, operands_of
from checker.model import Frame, Relation, Rule

_MOST_FARTHER = 8
TABLE = "table"  # the source of frames that tables give
_BY_WORDS = ("by name", "roles")  # of frames in which words give every figure its part


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict before it is put into words: the reading that is reported and what its test gave."""

    rule: Rule
    frame: Frame
    operands: Operands
    outcome: Outcome
    verdict: str
    reason: str | None = None
    rescue: str | None = None
    missing: str | None = None  # the role that nothing fills
    stated: Operands | None = None  # the operands as read, where a rescue put others in their place
    silent: bool = False  # several open roles: no check, but it may be a link of a chain

    @property
    def implied(self) -> tuple[str, Interval] | None:
        """The role that the other figures determine, and where, in base units."""
        found = self.outcome
        return None if found.role is None or found.implied is None else (found.role, found.implied)


def read(rule: Rule, frame: Frame, table: Table) -> Finding | None:
    """Test one reading on its own: pass, fail (it contradicts) or unknown. None where the rule does not apply to it."""
    operands = operands_of(rule, frame, table)
    open_roles = [r for r in rule.roles if r.name not in operands and not (r.optional or r.context or r.assume)]
    if any(r.missing != "unknown" and r.claim not in frame.facts for r in open_roles) or all(o.assumed for members in operands.values() for o in members):
        return None
    if frame.blocked:
        return Finding(rule, frame, operands, Outcome(False), "unknown", frame.blocked)
    if open_roles:
        role = open_roles[0].name
        implied = implied_for(rule, role, operands) if len(open_roles) == 1 and units_fit(rule, operands) else None
        outcome = Outcome(False, None, role, implied)
        return Finding(rule, frame, operands, outcome, "unknown", "missing-role", None, role, None, len(open_roles) > 1)
    if not units_fit(rule, operands):
        return Finding(rule, frame, operands, Outcome(False), "unknown", "unit-mismatch")
    outcome = outcome_of(rule, operands)
    if outcome.holds:
        return Finding(rule, frame, operands, outcome, "pass")
    if outcome.reason:
        return Finding(rule, frame, operands, outcome, "unknown", outcome.reason)
    return Finding(rule, frame, operands, outcome, "fail")


def says_again(rule: Rule) -> bool:
    """Whether the rule's equation says only that one figure is the other."""
    return rule.left[0] == rule.right[0] == "role"


def signed_readings(relation: Relation, table: Table) -> list[Frame]:
    """The readings of the relation; one whose change has no direction in words is read both ways."""
    found = []
    for frame in relation.readings:
        found.append(frame)
        if not frame.sign and any(_undirected(r.claim, frame, table) for r in relation.rule.roles if r.signed and r.claim not in frame.signs):
            found.append(replace(frame, sign=-1))
    return found


def _undirected(claim: str, frame: Frame, table: Table) -> bool:
    quantities = [table.extraction.quantities[i] for i in frame.claims.get(claim, ())]
    return any(q.change is None and (q.value is None or q.value > 0) for q in quantities)


def decide(relation: Relation, table: Table) -> Finding | None:
    """The verdict of a relation; None where its rule applies to none of its readings."""
    tried = []
    for frame in signed_readings(relation, table):
        found = read(relation.rule, frame, table)
        if found is not None and found.verdict == "pass":
            return found
        if found is not None:
            tried.append(found)
    contradictions = [f for f in tried if f.verdict == "fail"]
    if not contradictions:
        return min(tried, key=_openness, default=None)
    doubtful = next((f for f in tried if f.reason not in (None, "unit-mismatch", "missing-role")), None)
    if doubtful is not None:
        return doubtful
    return _graded(_contradicted(contradictions, relation, table))


def _openness(found: Finding) -> int:
    """Which of several undecided readings is reported: a missing role says more than a unit that does not fit."""
    return found.reason == "unit-mismatch"


def _contradicted(contradictions: list[Finding], relation: Relation, table: Table) -> Finding:
    """A fail, what saves it, or unknown where it is not proved that these numbers belong together."""
    from checker.judging.rescues import rescued  # only documents with a contradiction pay for it

    first = contradictions[0]
    if not pinned(first.rule, first.frame, first.operands):
        told = _told_the_other_way(first, relation, table)
        if told is None:
            return replace(first, verdict="unknown", reason="ambiguous-link")
        contradictions = [first := told]
    for found in contradictions:
        saved = rescued(found)
        if saved is not None:
            return saved
    for frame in _farther(relation, first.frame):
        found = read(relation.rule, frame, table)
        if found is not None and found.verdict == "pass":
            return replace(found, verdict="warn", rescue=_difference(first, found))
    return first


def _told_the_other_way(guess: Finding, relation: Relation, table: Table) -> Finding | None:
    """The contradiction of the same figures as words give them their parts, where a guess only tried them in another order: "last year
    640 tonnes, the year before 500; the volume grew by 41%"."""
    own = _figures(guess.frame)
    for frame in relation.readings[0].farther:
        if frame.source in _BY_WORDS and _figures(frame) == own:
            found = read(relation.rule, frame, table)
            if found is not None and found.verdict == "fail" and pinned(found.rule, frame, found.operands):
                return found
    return None


def _figures(frame: Frame) -> frozenset[int]:
    return frozenset(i for members in frame.claims.values() for i in members)


def pinned(rule: Rule, frame: Frame, operands: Operands) -> bool:
    """True where the text ties every filled role to the claim."""
    return all(r.claim in frame.pinned or r.name in frame.pinned for r in rule.roles if r.name in operands and not operands[r.name][0].assumed)


def _farther(relation: Relation, own: Frame) -> list[Frame]:
    """The readings that may soften a fail. What a table says of figures that the text gives itself only shows which is wrong."""
    found = [farther for frame in relation.readings for farther in frame.farther]
    return [f for f in found if not f.blocked and (f.source != TABLE or own.source == TABLE)][:_MOST_FARTHER]


def _difference(first: Finding, other: Finding) -> str:
    """other-base, other-whole: the role that the saving reading fills with another number."""
    for role in first.rule.roles:
        if first.frame.claims.get(role.claim) != other.frame.claims.get(role.claim):
            return f"other-{role.name}"
    return "other-reading"


def _graded(found: Finding) -> Finding:
    """A rule of severity "warning" never fails; a note is no finding at all."""
    if found.rule.severity == "warning" and found.verdict == "fail":
        return replace(found, verdict="warn")
    if found.rule.severity == "note" and found.verdict in ("fail", "warn"):
        return replace(found, verdict="unknown", reason="note")
    return found
