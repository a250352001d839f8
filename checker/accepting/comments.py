"""Comments of a document, applied to its report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from checker.accepting.directives import EVERY, Directive, directives
from checker.accepting.findings import UNDATED, complaint, past
from checker.reporting.build import line_starts, place
from checker.reporting.findings import FINDINGS
from checker.reporting.report import CheckReport, DocumentReport, EvidenceReport, SuppressedReport


def with_comments(
    report: DocumentReport,
    comments: Iterable[tuple[int, int]],
    known: frozenset[str],
    applied: frozenset[str],
    today: str | None = None,
) -> DocumentReport:
    """The report with what its comments accept, and a finding for each comment that is wrong, past its date or unused.

    `known` are the ids of all rules, `applied` those that this document was checked with. Without `today` (an ISO
    date) no suppression expires, and a note says so.
    """
    found = directives(report.source, comments, known)
    if not found:
        return report
    valid = [d for d in found if d.wrong is None and not past(d.until, today)]
    used: set[tuple[int, str]] = set()
    checks = tuple(_accepted(check, valid, used) for check in report.checks)
    starts = line_starts(report.source)
    complaints = []
    for d in found:
        verdict, message = _complaint(d, today, applied, used) or (None, "")
        if verdict:
            text = report.source[d.start : d.end]
            evidence = EvidenceReport("comment", text, d.start, d.end, *place(starts, d.start), None, None, False, False, None)
            complaints.append(complaint(verdict, message, evidence, str(len(complaints))))
    notes = report.notes
    if today is None and any(d.until for d in valid):
        notes = (*notes, UNDATED)
    return replace(report, checks=checks + tuple(complaints), notes=notes)


def _accepted(check: CheckReport, valid: list[Directive], used: set[tuple[int, str]]) -> CheckReport:
    if check.verdict not in FINDINGS:
        return check
    lines = [e.line for e in check.evidence]
    for d in valid:
        if d.covers(check.rule, lines):
            used.add((d.start, check.rule if check.rule in d.rules else EVERY))
            return replace(check, suppressed=SuppressedReport("comment", d.reason, d.until))
    return check


def _complaint(d: Directive, today: str | None, applied: frozenset[str], used: set) -> tuple[str, str] | None:
    """What a comment is to be told, as verdict and message."""
    if d.wrong:
        return "fail", f"This suppression is not applied: {d.wrong}"
    if past(d.until, today):
        return "warn", f"This suppression held until {d.until} and is not applied any more."
    idle = [rule for rule in d.rules if (d.start, rule) not in used and (rule in applied or rule == EVERY)]
    if not idle:
        return None
    named = f": there is no finding of {', '.join(idle)}" if EVERY not in idle else ""
    return "warn", f"This suppression holds nothing back{named}."
