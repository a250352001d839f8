"""The checks that a consumer lists, the worst first, with the level that each consumer translates."""

from __future__ import annotations

import posixpath
from typing import Literal, NamedTuple

from checker.reporting.report import CheckReport, DocumentReport, EvidenceReport, Report

Level = Literal["error", "warning", "note"]
LEVELS = ("error", "warning", "note")
FINDINGS = ("fail", "warn")
VERDICTS = (*FINDINGS, "unknown", "pass")  # the worst first


class Finding(NamedTuple):
    """A check with its document."""

    document: DocumentReport
    check: CheckReport
    level: Level


def findings(report: Report, verdicts: tuple[str, ...] = FINDINGS, accepted: bool = False) -> list[Finding]:
    """The checks with these verdicts, the worst first, else in the order of the report. What a person has accepted
    is left out, or comes `accepted` too, after the rest."""
    found = [
        Finding(document, check, level_of(check))
        for document in report.documents
        for check in document.checks
        if check.verdict in verdicts and (accepted or check.suppressed is None)
    ]
    return sorted(found, key=_rank)


def _rank(finding: Finding) -> tuple[bool, int, int]:
    accepted, verdict = rank(finding.check)
    return accepted, LEVELS.index(finding.level), verdict


def rank(check: CheckReport) -> tuple[bool, int]:
    """Sorts the checks of a document: the worst first, what a person has accepted last."""
    return check.suppressed is not None, VERDICTS.index(check.verdict)


def level_of(check: CheckReport) -> Level:
    """A fail has its rule's severity, a warning is at most that, whatever is no finding is a note."""
    if check.verdict == "fail":
        return check.severity
    return "warning" if check.verdict == "warn" and check.severity != "note" else "note"


def first_evidence(check: CheckReport) -> EvidenceReport | None:
    """The number that stands first in the text: a finding is put there, it accuses none of them."""
    return min(check.evidence, key=lambda e: (e.start, e.end), default=None)


def tidy_path(path: str) -> str:
    """The path as services compare it: relative ones without `./`, the folders apart by `/`.

    >>> tidy_path("./a/../b.txt"), tidy_path("-")
    ('b.txt', '-')
    """
    import os

    return posixpath.normpath(path.replace(os.sep, "/"))
