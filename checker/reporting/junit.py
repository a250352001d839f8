"""JUnit XML: a suite for each document, a case for each check.

A fail is a failure. A warning passes, with its words in `system-out`: it does not fail the run either. What could not
be decided or was accepted is skipped, a file that could not be read is an error. There are no times and dates: equal documents give
equal bytes. Only attributes that the schema of Jenkins knows are used; it refuses a report with any other.
"""

from __future__ import annotations

import re

from checker.reporting.findings import first_evidence, tidy_path
from checker.reporting.report import CheckReport, DocumentReport, ErrorReport, Report
from checker.reporting.words import sentences

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # no character of XML 1.0
_MARKS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
_MARK = re.compile('[&<>"\t\n\r]')


def render(report: Report, verbose: bool = False) -> str:
    """The file. `verbose` changes nothing: all checks are there."""
    outcomes = [_outcome(check) for document in report.documents for check in document.checks]
    totals = _totals(outcomes + ["error"] * len(report.errors), ("failures", "errors"))
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="factcheck" {totals}>']
    for document in report.documents:
        lines += _suite(document)
    for error in report.errors:
        lines += _unread(error)
    return "\n".join((*lines, "</testsuites>")) + "\n"


def escaped(text: str) -> str:
    """Text for an element or an attribute. Line ends are written as references: attributes would lose them.

    >>> escaped('<"5%\\x00 & \\n')
    '&lt;&quot;5%\ufffd &amp; &#10;'
    """
    return _MARK.sub(lambda mark: _MARKS[mark[0]], _FORBIDDEN.sub("\ufffd", text))


def _suite(document: DocumentReport) -> list[str]:
    totals = _totals([_outcome(check) for check in document.checks])
    lines = [f' <testsuite name="{escaped(document.path)}" {totals} file="{escaped(tidy_path(document.path))}">']
    for check in document.checks:
        lines += _case(document, check)
    return [*lines, " </testsuite>"]


def _case(document: DocumentReport, check: CheckReport) -> list[str]:
    first = first_evidence(check)
    place = f" at {first.line}:{first.column}" if first else ""
    file = escaped(tidy_path(document.path))
    opened = f'<testcase classname="{file}" name="{escaped(check.rule + place)}"'
    words = "\n".join([*sentences(check), *_numbers(document, check)])
    outcome = _outcome(check)
    if outcome == "pass":
        return [f"  {opened}/>"]
    if outcome == "fail":
        inner = f'<failure type="{escaped(check.rule)}" message="{escaped(check.message)}">{_content(words)}</failure>'
    elif outcome == "skipped":
        accepted = "accepted: " if check.suppressed else ""
        inner = f'<skipped message="{escaped(accepted + check.message)}"/>'
    else:
        inner = f"<system-out>{_content('warning: ' + words)}</system-out>"
    return [f"  {opened}>", f"   {inner}", "  </testcase>"]


def _numbers(document: DocumentReport, check: CheckReport) -> list[str]:
    return [f"{document.path}:{e.line}:{e.column}: {e.role} {e.text}".rstrip() for e in check.evidence]


def _unread(error: ErrorReport) -> list[str]:
    path, message = escaped(error.path), escaped(error.message)
    return [
        f' <testsuite name="{path}" {_totals(["error"])}>',
        f'  <testcase classname="{path}" name="read">',
        f'   <error type="unreadable" message="{message}"/>',
        "  </testcase>",
        " </testsuite>",
    ]


def _content(text: str) -> str:
    return escaped(text).replace("&#10;", "\n")


def _outcome(check: CheckReport) -> str:
    return "skipped" if check.verdict == "unknown" or check.suppressed else check.verdict


def _totals(outcomes: list[str], names: tuple[str, ...] = ("failures", "errors", "skipped")) -> str:
    kinds = {"failures": "fail", "errors": "error", "skipped": "skipped"}
    return " ".join((f'tests="{len(outcomes)}"', *(f'{name}="{outcomes.count(kinds[name])}"' for name in names)))
