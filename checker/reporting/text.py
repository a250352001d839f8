"""The report for people: findings by document, each with its source lines, the arithmetic and what would mend it.

Without `verbose` only fails and warnings are listed; with it also passes, undecided checks, implied values and the
reasons why numbers were not checked. The last line always tells how much was covered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.reporting.build import line_starts
from checker.reporting.excerpt import excerpt
from checker.reporting.findings import FINDINGS, first_evidence
from checker.reporting.report import CheckReport, DocumentReport, FactReport, Report
from checker.reporting.words import facts, printable, some, span, summary

# A line is a list of (words, style); styles are names that `styled` gives a colour.
Line = list[tuple[str, str]]
STYLES = {"fail": "bold red", "warn": "yellow", "pass": "green", "unknown": "cyan", "path": "bold underline", "dim": "dim"}


def render(report: Report, verbose: bool = False) -> str:
    """The report as plain text, with a line end."""
    return "".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines(report, verbose))


def show(report: Report, verbose: bool = False) -> None:
    """The report on the terminal, in colour. The only place that imports rich."""
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for line in lines(report, verbose):
        console.print(Text.assemble(*((words, STYLES.get(style, "")) for words, style in line)))


def lines(report: Report, verbose: bool) -> Iterator[Line]:
    """All lines of the report, fit for a terminal."""
    for line in _lines(report, verbose):
        yield [(printable(words), style) for words, style in line]


def _lines(report: Report, verbose: bool) -> Iterator[Line]:
    for document in report.documents:
        checks = [check for check in document.checks if verbose or check.verdict in FINDINGS and not check.suppressed]
        told = report.implied and document.implied and not verbose
        if not (checks or document.notes or verbose or told):
            continue
        yield [(document.path, "path")]
        for note in document.notes:
            yield [(f"  note: {note}", "dim")]
        starts = line_starts(document.source) if report.quoted else None
        for check in checks:
            yield from _check(document, check, starts)
        if verbose:
            yield from _rest(document)
        elif told:
            yield from _implied(document)
        yield []
    yield [(summary(report), "")]


def _check(document: DocumentReport, check: CheckReport, starts: list[int] | None) -> Iterator[Line]:
    first = first_evidence(check)
    where = f"{first.line}:{first.column}" if first else "-"
    yield [(f"  {where:<8} ", "dim"), (f"{check.verdict:<7} ", check.verdict), (check.rule, "dim")]
    yield [(f"    {check.message}", "")]
    yield from numbers(document, check, starts)
    for name, words in facts(check):
        yield [(f"    {name:<8} ", "dim"), (words, "")]


def numbers(document: DocumentReport, check: CheckReport, starts: list[int] | None) -> Iterator[Line]:
    """The lines of the document with every number of the check marked under them. `starts` are its `line_starts`; None
    shows no words of the document, only places and values."""
    if starts is None:
        for e in check.evidence:
            yield [(f"    {e.line}:{e.column}".ljust(13), "dim"), (f"{e.role} {span(e)}" if e.low or e.high else e.role, "")]
        return
    rows = excerpt(document.source, [(e.start, e.end, e.role) for e in check.evidence], starts)
    margin = max((len(str(row.line)) for row in rows), default=0)
    for row in rows:
        yield [(f"    {row.line:>{margin}} | ", "dim"), (row.shown, "")]
        blank = f"    {'':>{margin}} | "
        yield [(blank, "dim"), (_laid([(m.column, "^" * m.width) for m in row.marks])[0], check.verdict)]
        for labels in _laid([(m.column, m.label) for m in row.marks]):
            yield [(blank, "dim"), (labels, "dim")]


def _laid(pieces: list[tuple[int, str]]) -> list[str]:
    """Words at their columns, in as few lines as keep them apart.

    >>> _laid([(0, "part"), (2, "whole"), (9, "share")])
    ['part     share', '  whole']
    """
    laid: list[str] = []
    for column, words in pieces:
        for index, line in enumerate(laid):
            if not line or len(line) < column:
                laid[index] = line.ljust(column) + words
                break
        else:
            laid.append(" " * column + words)
    return laid or [""]


def _implied(document: DocumentReport) -> Iterator[Line]:
    for fact in document.implied:
        yield [("    implied  ", "dim"), (f"{fact.fact}: {span(fact)}", ""), (_basis(fact), "dim")]


def _basis(fact: FactReport) -> str:
    told = ", ".join(" ".join(figure.text.split()) for figure in fact.figures)
    return f" (from {told})" if told else ""


def _rest(document: DocumentReport) -> Iterator[Line]:
    """Implied values and the numbers that took part in no check, by reason."""
    yield from _implied(document)
    reasons = Counter(item.reason for item in document.unchecked)
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        yield [("    unchecked ", "dim"), (f"{some(count, 'number')}: {reason}", "")]
