"""GitLab's code quality report: an array of findings. GitLab shows one finding a fingerprint and no rule names."""

from __future__ import annotations

import hashlib
import json

from checker.reporting.findings import Finding, findings, first_evidence, tidy_path
from checker.reporting.report import ErrorReport, Report

SEVERITIES = {"error": "critical", "warning": "minor", "note": "info"}


def render(report: Report, verbose: bool = False) -> str:
    """The array, worst first. `verbose` changes nothing: fails and warnings are issues, other checks are none."""
    issues = [*map(_unread, report.errors), *map(_issue, findings(report))]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(finding: Finding) -> dict:
    document, check, level = finding
    first = first_evidence(check)
    last = max((e.line for e in check.evidence), default=1)
    return {
        "description": f"{check.rule}: {check.message}",
        "check_name": check.rule,
        "fingerprint": _fingerprint(document.path, check.id),
        "severity": SEVERITIES[level],
        "location": {"path": tidy_path(document.path), "lines": {"begin": first.line if first else 1, "end": last}},
    }


def _unread(error: ErrorReport) -> dict:
    return {
        "description": f"not read: {error.message}",
        "check_name": "not-read",
        "fingerprint": _fingerprint(error.path, "not-read"),
        "severity": "blocker",
        "location": {"path": tidy_path(error.path), "lines": {"begin": 1}},
    }


def _fingerprint(path: str, id: str) -> str:
    """Two copies of a document have findings of the same id, so the path is part of it."""
    return hashlib.sha256(f"{tidy_path(path)}\n{id}".encode()).hexdigest()[:32]
