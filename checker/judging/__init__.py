"""Judging: relations -> verdicts, with their proof in words, what they imply, and what was not checked.

    operands   figures in base units          equation   does the rule hold on them?
    verdict    which reading wins             rescues    what a warning was saved by
    suggest    edits that would mend it       writing    values as the text writes them
    explain    evidence and messages          coverage   repetitions, numbers without a check
    neighbours contradictions in doubt        crowds   those among many figures
    otherwise  those that other figures explain    passage  figures around others
    telling  what slip explains one           elimination  shared figures cancelled
    implied    facts that follow       reckoned   those that several relations give together
    known      parts looked up elsewhere
    joint      the whole document at once     joint_system, joint_words: its variables, its words
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from checker.judging.chance import by_chance, untested
from checker.judging.crowds import told_by
from checker.judging.coverage import GRAVE, distinct, unchecked_of
from checker.judging.explain import Voice, check_of
from checker.judging.implied import FactOf, implied_facts, linked_fact, most_telling
from checker.judging.operands import Table
from checker.judging.verdict import Finding, decide
from checker.judging.writing import words_of
from checker.model import Extraction, Implied, Judgement, Relation, Rule, Statement, Suggestion

if TYPE_CHECKING:
    from checker.facts import Known  # with all that reads a file of them

_MOST_MENDED = 1000  # findings of one document for which edits are looked for: nobody reads more


def judge(
    extraction: Extraction,
    relations: list[Relation],
    rules: tuple[Rule, ...] = (),
    *,
    words: Mapping[str, dict] | None = None,
    fact_of: FactOf = linked_fact,
    statements: tuple[Statement, ...] = (),
    known: tuple[Known, ...] = (),
    solver: bool = False,
) -> Judgement:
    """Everything that is said about one document, in the order of the text.

    `words` is the data of the language pack (`Pack.data`), for suggestions in words; without it they are in digits.
    `fact_of` tells which roles of different claims speak of one fact (see `implied`); `statements` are what the words
    say besides, for the test of the whole document; `known` are facts from outside, for parts that the text leaves open.
    `solver`: what propagation cannot decide is put to the solver, or told where there is none.
    No document raises: what cannot be computed is `unknown`.
    """
    table = Table(extraction)
    sure = tuple(s for s in statements if not s.supposed)
    decided = [found for relation in relations if (found := decide(relation, table)) is not None]
    voice = Voice(extraction.document.text, words_of(words))
    if any(found.verdict == "fail" for found in decided):
        decided = _reconsidered(decided, table, voice)
    decided = [found for found in decided if not by_chance(found)]
    followed: list[Implied] = []
    if known:
        decided, followed = _looked_up(decided, known, table, voice)
    told = distinct([f for f in decided if not f.silent], extraction)
    parts = told_by(told)
    idle = {id(f) for f in told if untested(f, parts, table)}
    findings = [f for f in told if id(f) not in idle]
    links = [f for f in decided if f.silent] + [f for f in told if id(f) in idle]
    for found in told if sure or any(f.verdict in GRAVE for f in findings) else ():
        for o in (o for members in found.operands.values() for o in members if found.verdict == "pass" and o.index >= 0):
            table.passing.setdefault(o.index, []).append(found)
    mended = {id(f): _suggested(f, table, voice) for f in [f for f in findings if f.verdict in GRAVE][:_MOST_MENDED]}
    checks = tuple(check_of(f, voice, mended.get(id(f), ())) for f in findings)
    implied = implied_facts(findings, links, fact_of)
    implied = most_telling((*implied, *_reckoned([*findings, *links], len(findings), statements, rules, table, voice)))
    if followed:  # what is known is narrower than what the text alone leaves open
        better = {fact.fact for fact in followed}
        implied = (*(fact for fact in implied if fact.fact not in better), *followed)
    together, notes = _joint(decided, sure, rules, table, voice, solver)
    unchecked = unchecked_of(extraction, [f for f in decided if not f.silent and id(f) not in idle], _related(relations))
    seen = {(e.start, e.end) for check in together for e in check.evidence}
    quantities = extraction.quantities
    unchecked = tuple(u for u in unchecked if (quantities[u.quantity].start, quantities[u.quantity].end) not in seen)
    return Judgement((*checks, *together), implied, unchecked, notes)


def _joint(decided: list[Finding], statements, rules: tuple[Rule, ...], table: Table, voice: Voice, solver: bool):
    """What no relation shows alone: the findings over the whole document, and what of it stayed undecided, in words."""
    speaker = next((rule for rule in rules if "joint-conflict" in rule.frames), None)
    if speaker is None or not statements and sum(f.verdict == "pass" for f in decided) < 2:
        return (), ()
    from checker.judging.joint import verdicts_of
    from checker.judging.joint_system import joint_of
    from checker.judging.joint_words import joint_check, notes_of

    joint = joint_of(decided, statements, rules, table)
    touched = frozenset(o.index for f in decided if f.verdict in GRAVE and f.reason != "ambiguous-link" for members in f.operands.values() for o in members)
    verdicts, undecided = verdicts_of(joint, touched, solver)
    checks = tuple(joint_check(v, speaker, joint, voice, _joint_edits(v, joint, table, voice)) for v in verdicts)
    return checks, notes_of(undecided, solver)


def _reckoned(findings: list[Finding], checks: int, statements, rules: tuple[Rule, ...], table: Table, voice: Voice):
    """What several relations together determine."""
    if not statements and not any(f.frame.facts for f in findings):
        return ()
    from checker.judging.reckoned import facts_together

    return facts_together(findings, checks, statements, rules, table, voice)


def _joint_edits(verdict, joint, table: Table, voice: Voice) -> tuple[Suggestion, ...]:
    if verdict.verdict not in GRAVE:
        return ()
    from checker.judging.joint_edits import joint_suggestions  # only documents with a finding pay for it

    return joint_suggestions(verdict, joint, table, voice)


def _reconsidered(decided: list[Finding], table: Table, voice: Voice) -> list[Finding]:
    from checker.judging.neighbours import second_thoughts  # only documents with a contradiction pay for it
    from checker.judging.twins import without_twins

    return without_twins(second_thoughts(decided, table, voice))


def _looked_up(decided: list[Finding], known: tuple[Known, ...], table: Table, voice: Voice):
    from checker.judging.known import completed  # only runs with a file of facts pay for it

    return completed(decided, known, table, voice)


def _suggested(found: Finding, table: Table, voice: Voice) -> tuple[Suggestion, ...]:
    from checker.judging.suggest import suggestions_of  # only documents with a finding pay for it

    return suggestions_of(found, table, voice)


def _related(relations: list[Relation]) -> frozenset[int]:
    return frozenset(q for r in relations for frame in r.readings for qs in frame.claims.values() for q in qs)
