"""From what the stages say about a document to its report: places, decimals, fingerprints."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from checker.model import Check, Extraction, Implied, Judgement, Rule, When
from checker.reporting.decimals import ends
from checker.reporting.report import (
    AssumedReport,
    CheckReport,
    DocumentReport,
    EvidenceReport,
    FactReport,
    ImpliedReport,
    PlaceReport,
    RuleReport,
    SuggestionReport,
    UncheckedReport,
)

_LINE_END = re.compile(r"\r\n|\n|\r")
CONTEXT, CONTEXT_WORDS = 60, 3  # how far a fingerprint looks around its numbers, and how many words it takes
FINGERPRINT = 16


def document_report(extraction: Extraction, judgement: Judgement) -> DocumentReport:
    """The report of one document."""
    document, text = extraction.document, extraction.document.text
    places = line_starts(text)
    ids = fingerprints(text, judgement.checks, _sentence_spans(extraction))
    unchecked = []
    for item in judgement.unchecked:
        quantity = extraction.quantities[item.quantity]
        start, end = quantity.start, quantity.end
        unchecked.append(UncheckedReport(text[start:end], start, end, *place(places, start), item.reason))
    checked = _checked(extraction, judgement)
    return DocumentReport(
        path=document.path,
        sha256=document.sha256,
        language=extraction.language,
        date=iso(extraction.date),
        notes=(*document.notes, *judgement.notes),
        quantities=checked + len(unchecked),
        checked=checked,
        checks=tuple(_check(text, places, key, check) for key, check in zip(ids, judgement.checks)),
        implied=tuple(_fact(text, places, ids, judgement, fact) for fact in judgement.implied),
        unchecked=tuple(unchecked),
        source=text,
    )


def _sentence_spans(extraction: Extraction) -> list[tuple[int, int]]:
    tokens = extraction.tokens
    return [(tokens.starts[s.first], tokens.ends[s.last - 1]) for s in extraction.sentences if s.first < s.last <= len(tokens.ends)]


def rule_reports(rules: Iterable[Rule]) -> tuple[RuleReport, ...]:
    """What the report tells of the rules; `report_of` keeps those that were applied."""
    return tuple(RuleReport(rule.id, rule.title, " ".join(rule.about.split()), rule.severity) for rule in rules)


def known_rule() -> RuleReport:
    """What the report tells of findings against known facts, which have the equation of the rule that was completed."""
    about = "A claim leaves a part open that is known from a file of facts. Put in, the figures do not agree; the source stands beside it."
    return RuleReport("known-fact", "A claim must agree with the facts that are known", about, "error")


def across_rule() -> RuleReport:
    """What the report tells of facts that several documents state."""
    about = "Two documents give one fact, called by the same words and of the same year, with figures that cannot both be true."
    return RuleReport("across-documents", "Documents that state the same fact must give it the same value", about, "error")


def with_checks(report: DocumentReport, checks: tuple[Check, ...]) -> DocumentReport:
    """The report with further checks of the same document."""
    places = line_starts(report.source)
    made = tuple(_check(report.source, places, key, c) for key, c in zip(fingerprints(report.source, checks), checks))
    return replace(report, checks=(*report.checks, *made))


def line_starts(text: str) -> list[int]:
    """Where each line starts; lines end as editors count them (LF, CR LF or CR)."""
    return [0, *(match.end() for match in _LINE_END.finditer(text))]


def place(starts: list[int], offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1.

    >>> place(line_starts("one\\r\\ntwo"), 6)
    (2, 2)
    """
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1


def fingerprints(text: str, checks: tuple[Check, ...], sentences: Sequence[tuple[int, int]] = ()) -> list[str]:
    """An id for each check that survives edits elsewhere: rule, what the evidence says, a few words around it.

    Line numbers are no part of it, nor is what stands in other sentences (`sentences` are offsets, in order). Equal
    checks (the same sentence twice) are told apart by counting them.
    """
    begins = [start for start, _ in sentences]

    def bounds(offset: int) -> tuple[int, int]:
        number = bisect_right(begins, offset) - 1
        inside = number >= 0 and offset <= sentences[number][1]
        return sentences[number] if inside else (max(0, offset - CONTEXT), offset + CONTEXT)

    seen: Counter[str] = Counter()
    ids = []
    for check in checks:
        spans = sorted((e.start, e.end, e.role) for e in check.evidence) or [(0, 0, "")]
        first, last = spans[0][0], max(end for _, end, _ in spans)
        before = text[max(bounds(first)[0], first - CONTEXT) : first].split()[-CONTEXT_WORDS:]
        after = text[last : min(bounds(last)[1], last + CONTEXT)].split()[:CONTEXT_WORDS]
        said = [f"{role}={' '.join(text[start:end].split())}" for start, end, role in spans]
        key = "\n".join((check.rule, *said, " ".join(before), " ".join(after))).casefold()
        digest = hashlib.sha256(f"{key}\n{seen[key]}".encode()).hexdigest()
        ids.append(digest[:FINGERPRINT])
        seen[key] += 1
    return ids


def _checked(extraction: Extraction, judgement: Judgement) -> int:
    """How many numbers took part in a check. Years, dates, names and the like have nothing to agree with unless a rule
    asks for them: they count where they are evidence, else not at all, neither as checked nor as unchecked."""
    evidence = {e.start for check in judgement.checks for e in check.evidence}
    measures = sum(q.is_measure for q in extraction.quantities) - len(judgement.unchecked)
    return measures + sum(q.start in evidence for q in extraction.quantities if not q.is_measure)


def iso(when: When | None) -> str | None:
    """A date as far as it is known.

    >>> iso(When(2023, 3)), iso(When(2023, 3, 24)), iso(None)
    ('2023-03', '2023-03-24', None)
    """
    if when is None or when.year is None:
        return None
    parts = [f"{when.year:04}"]
    for part in (when.month, when.day):
        if part is None:
            break
        parts.append(f"{part:02}")
    return "-".join(parts)


def _check(text: str, places: list[int], key: str, check: Check) -> CheckReport:
    implied = check.implied and ImpliedReport(check.implied[0], *_interval(check.implied[1]), check.implied[2])
    evidence = tuple(
        EvidenceReport(e.role, text[e.start : e.end], e.start, e.end, *place(places, e.start), *_interval(e.interval), e.unit)
        for e in check.evidence
    )
    return CheckReport(
        id=key,
        rule=check.rule,
        verdict=check.verdict,
        by=check.by,
        severity=check.severity,
        message=check.message,
        equation=check.equation,
        reason=check.reason,
        rescue=check.rescue,
        bond=check.bond,
        evidence=evidence,
        assumed=tuple(AssumedReport(a.role, a.value, a.unit, a.source) for a in check.assumed),
        implied=implied,
        suggestions=tuple(SuggestionReport(s.role, s.text, s.start, s.end) for s in check.suggestions),
        steps=check.steps,
    )


def _fact(text: str, places: list[int], ids: list[str], judgement: Judgement, fact: Implied) -> FactReport:
    """A fact with the figures behind it: those it names, else those of the checks it follows from."""
    spans = fact.figures or sorted({(e.start, e.end) for i in fact.sources for e in judgement.checks[i].evidence})
    figures = tuple(PlaceReport(text[a:b], a, b, *place(places, a)) for a, b in spans)
    return FactReport(fact.fact, *_interval(fact.interval), fact.unit, tuple(ids[i] for i in fact.sources), fact.period, figures)


def _interval(interval) -> tuple[str | None, str | None, bool, bool]:
    low, high = ends(interval)
    return low, high, bool(interval and interval.lo_open), bool(interval and interval.hi_open)
