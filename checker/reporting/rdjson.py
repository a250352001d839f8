"""Reviewdog's diagnostic format. Lines and columns from 1, columns in bytes of UTF-8, ends exclusive.

A finding stands at the first of its numbers; the others are related locations. The message names all edits that would
mend it; those on the line of the finding are suggestions too, for reviewdog refuses any other. It knows related
locations from 0.18 on, and older ones refuse what they do not know.
"""

from __future__ import annotations

import json

from checker.reporting.findings import Finding, findings, first_evidence, tidy_path
from checker.reporting.positions import Positions, at, positions
from checker.reporting.report import ErrorReport, Report
from checker.reporting.words import SHOWN_SUGGESTIONS, sentences

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "note": "INFO"}


def render(report: Report, verbose: bool = False) -> str:
    """The result, worst first. `verbose` changes nothing: fails and warnings are diagnostics, other checks are none."""
    places = {document.path: positions(document.source, "utf-8") for document in report.documents}
    found = [_diagnostic(finding, places[finding.document.path]) for finding in findings(report)]
    result = {"source": {"name": report.tool.name}, "diagnostics": [*map(_unread, report.errors), *found]}
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(finding: Finding, places: Positions) -> dict:
    document, check, level = finding
    path, first = tidy_path(document.path), first_evidence(check)
    location = {"path": path} | ({"range": _range(places, first.start, first.end)} if first else {})
    diagnostic = {
        "message": "\n".join(sentences(check)),
        "location": location,
        "severity": SEVERITIES[level],
        "code": {"value": check.rule},
    }
    edits = [{"range": _range(places, e.start, e.end), "text": e.text} for e in check.suggestions[:SHOWN_SUGGESTIONS]]
    edits = [edit for edit in edits if first and _lines(edit["range"]) == _lines(location["range"])]
    if edits:
        diagnostic["suggestions"] = edits
    related = [
        {"message": f"{e.role}: {e.text}" if e.text else e.role, "location": {"path": path, "range": _range(places, e.start, e.end)}}
        for e in check.evidence
        if e is not first
    ]
    return diagnostic | ({"related_locations": related} if related else {})


def _unread(error: ErrorReport) -> dict:
    return {"message": f"not read: {error.message}", "location": {"path": tidy_path(error.path)}, "severity": "ERROR"}


def _range(places: Positions, start: int, end: int) -> dict:
    (line, column), (last, after) = at(places, start), at(places, end)
    return {"start": {"line": line, "column": column}, "end": {"line": last, "column": after}}


def _lines(range: dict) -> tuple[int, int]:
    return range["start"]["line"], range["end"]["line"]
