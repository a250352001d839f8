"""Markdown for the comment on a pull request or the summary of a job: the worst findings that fit.

A comment may hold 65,536 characters; the rest of a larger report is counted in the last line. What comes from the
documents is escaped: it mentions nobody, refers to no issue and makes no link.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.reporting.build import line_starts
from checker.reporting.findings import FINDINGS, Finding, findings, first_evidence
from checker.reporting.report import Report
from checker.reporting.text import numbers
from checker.reporting.words import coverage, facts, flat, printable, some

LIMIT = 60_000  # bytes; the largest number of characters that GitHub takes, less what a bot may put around it
_SPECIAL = re.compile(r"([\\`*_\[\]<>&|~$])|([@#]|:(?=//)|www(?=\.))", re.IGNORECASE)


def render(report: Report, verbose: bool = False) -> str:
    """The comment. With `verbose` also what could not be decided."""
    found = findings(report, (*FINDINGS, "unknown") if verbose else FINDINGS)
    parts = [f"## factcheck: {_headline(report)}\n\n{escaped(coverage(report))}.\n"]
    parts += [f"\n**not read** {_code(e.path)}: {escaped(e.message)}\n" for e in report.errors]
    starts = {document.path: line_starts(document.source) if report.quoted else None for document in report.documents}
    parts += (_finding(finding, starts[finding.document.path]) for finding in found)
    return _fitting(parts)


def escaped(text: str) -> str:
    r"""Text of a document that Markdown and the services around it leave as it is.

    >>> escaped("*70%* of @all")
    '\\*70%\\* of @&#8203;all'
    """
    return _SPECIAL.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}&#8203;", printable(flat(text)))


def _headline(report: Report) -> str:
    counts = report.summary
    if not counts.fail and not counts.warn:
        return "nothing found"
    return " and ".join(f"{count} {word}" for count, word in ((counts.fail, "fail"), (counts.warn, "warn")) if count)


def _finding(finding: Finding, starts: list[int] | None) -> str:
    document, check, _ = finding
    first = first_evidence(check)
    place = f"{document.path}:{first.line}:{first.column}" if first else document.path
    lines = [f"\n**{check.verdict}** {escaped(check.message)}\n", f"{_code(place)} {_code(check.rule)}\n"]
    shown = ["".join(printable(words) for words, _ in line).rstrip()[4:] for line in numbers(document, check, starts)]
    lines += _fenced(shown) if shown else []
    lines += [f"- {name}: {_code(words) if name == 'rule' else escaped(words)}" for name, words in facts(check)]
    return "\n".join(lines) + "\n"


def _fenced(lines: Iterable[str]) -> list[str]:
    text = "\n".join(lines)
    fence = "`" * (1 + max(2, *map(len, re.findall("`+", text)), 0))
    return [f"{fence}text", text, f"{fence}\n"]


def _code(text: str) -> str:
    """A code span, whatever stands in it."""
    text = printable(flat(text))
    ticks = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    pad = " " if "`" in text else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _fitting(parts: list[str]) -> str:
    """The first parts that keep to the limit, and a line on how many more there are."""
    used, shown = 0, 0
    for part in parts:
        used += len(part.encode())
        if used > LIMIT:
            break
        shown += 1
    rest = len(parts) - shown
    return "".join(parts[:shown]) + (f"\nand {some(rest, 'finding')} more, not shown here.\n" if rest else "")
