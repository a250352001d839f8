"""SARIF 2.1.0, for code scanning and editors.

A result stands at the first of its numbers; all of them are its related locations, and each edit that would mend it
is a fix. Columns are UTF-16 code units. Code scanning takes 25,000 results a run and shows the worst 5,000; what is
cut here is said in a notification. Passes and undecided checks are added with `verbose`: some services would show
them as alerts.
"""

from __future__ import annotations

import json
from urllib.parse import quote

from checker.reporting.findings import FINDINGS, VERDICTS, Finding, findings, first_evidence, tidy_path
from checker.reporting.positions import Positions, at, positions
from checker.reporting.report import Report, RuleReport
from checker.reporting.words import edit_words, facts, some

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
RESULTS, LOCATIONS = 25_000, 100
KINDS = {"fail": "fail", "warn": "fail", "pass": "pass", "unknown": "open"}
_BREAKS = ("\r\n", "\n", "\r")


def render(report: Report, verbose: bool = False) -> str:
    """The log as indented JSON."""
    found = findings(report, VERDICTS if verbose else FINDINGS, accepted=True)
    order = {rule.id: index for index, rule in enumerate(report.rules)}
    files = {document.path: index for index, document in enumerate(report.documents)}
    places = {d.path: positions(d.source, "utf-16") for d in report.documents}
    run = {
        "tool": {"driver": {"name": report.tool.name, "version": report.tool.version, "rules": [_rule(r) for r in report.rules]}},
        "columnKind": "utf16CodeUnits",
        "newlineSequences": list(_BREAKS),
        "artifacts": [{"location": {"uri": uri(d.path)}, "hashes": {"sha-256": d.sha256}} for d in report.documents],
        "invocations": [_invocation(report, len(found))],
        "results": [_result(f, places[f.document.path], order, files[f.document.path]) for f in found[:RESULTS]],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1) + "\n"


def uri(path: str) -> str:
    """The path as a reference: relative ones stay relative, what has a meaning in URIs is encoded.

    >>> uri("a b/50%.md"), uri("/tmp/x.txt"), uri("c:d")
    ('a%20b/50%25.md', 'file:///tmp/x.txt', 'c%3Ad')
    """
    path = quote(tidy_path(path))
    return f"file://{path}" if path.startswith("/") else path


def text_of(words: str) -> dict:
    r"""A message. Brackets would make links and braces be filled in, so they are escaped.

    >>> text_of(r"[a] {0}")["text"]
    '\\[a\\] {{0}}'
    """
    for mark, escaped in (("\\", "\\\\"), ("[", "\\["), ("]", "\\]"), ("{", "{{"), ("}", "}}")):
        words = words.replace(mark, escaped)
    return {"text": words}


def _rule(rule: RuleReport) -> dict:
    level = {"level": rule.severity}
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.about or rule.title},
        "help": {"text": rule.about or rule.title},
        "defaultConfiguration": level,
        "properties": {"tags": ["numbers"]},
    }


def _invocation(report: Report, count: int) -> dict:
    notices = [
        {"level": "error", "message": text_of(e.message), "locations": [{"physicalLocation": _file(e.path)}]} for e in report.errors
    ]
    if count > RESULTS:
        notices.append({"level": "warning", "message": text_of(f"{some(count - RESULTS, 'result')} left out: {RESULTS} is the limit")})
    return {"executionSuccessful": not report.errors, "toolExecutionNotifications": notices}


def _result(finding: Finding, places: Positions, order: dict[str, int], file: int) -> dict:
    document, check, level = finding
    first = first_evidence(check)
    here = {"physicalLocation": {**_file(document.path, file), "region": _region(places, first.start, first.end) if first else {"startLine": 1}}}
    result = {"ruleId": check.rule}
    if check.rule in order:
        result["ruleIndex"] = order[check.rule]
    kind = KINDS[check.verdict]
    result |= {
        "kind": kind,
        "level": level if kind == "fail" else "none",
        "message": text_of(check.message),
        "locations": [here],
        "relatedLocations": [
            {
                "id": index,
                "physicalLocation": {**_file(document.path, file), "region": _region(places, e.start, e.end)},
                "message": text_of(f"{e.role}: {e.text}" if e.text else e.role),
            }
            for index, e in enumerate(check.evidence[:LOCATIONS], 1)
        ],
        "partialFingerprints": {"factcheck/v1": check.id},
    }
    if check.suppressed:
        result |= _suppression(check.suppressed)
    if check.suggestions:
        result["fixes"] = [_fix(document.path, file, places, check, edit) for edit in check.suggestions]
    result["properties"] = {"verdict": check.verdict, "facts": [f"{name}: {words}" for name, words in facts(check)]}
    return result


def _suppression(suppressed) -> dict:
    where = "inSource" if suppressed.by == "comment" else "external"
    known = {"kind": where, "status": "accepted", "justification": suppressed.reason or f"by {suppressed.by}"}
    return {"suppressions": [known]} | ({"baselineState": "unchanged"} if suppressed.by == "baseline" else {})


def _fix(path: str, file: int, places: Positions, check, edit) -> dict:
    replacement = {"deletedRegion": _region(places, edit.start, edit.end), "insertedContent": {"text": edit.text}}
    change = {**_file(path, file), "replacements": [replacement]}
    return {"description": text_of(edit_words(check, edit)), "artifactChanges": [change]}


def _file(path: str, index: int | None = None) -> dict:
    place = {"uri": uri(path)}
    return {"artifactLocation": place if index is None else place | {"index": index}}


def _region(places: Positions, start: int, end: int) -> dict:
    (line, column), (last, after) = at(places, start), at(places, end)
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}
