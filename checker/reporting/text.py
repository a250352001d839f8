"""The report for people: findings by document, each with its source lines, the arithmetic and what would mend it.

Without `verbose` only fails and warnings are listed; with it also passes, undecided checks, implied values and the
reasons why numbers were not checked. The last line always tells how much was covered.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.reporting.excerpt import excerpt
from checker.reporting.report import CheckReport, DocumentReport, Report

# A line is a list of (words, style); styles are names that `styled` gives a colour.
Line = list[tuple[str, str]]
STYLES = {"fail": "bold red", "warn": "yellow", "pass": "green", "unknown": "cyan", "path": "bold underline", "dim": "dim"}
FINDINGS = ("fail", "warn")
SHOWN_SUGGESTIONS = 3


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
    """All lines of the report."""
    for document in report.documents:
        checks = [check for check in document.checks if verbose or check.verdict in FINDINGS and not check.suppressed]
        if not (checks or document.notes or verbose):
            continue
        yield [(document.path, "path")]
        for note in document.notes:
            yield [(f"  note: {note}", "dim")]
        for check in checks:
            yield from _check(document, check)
        if verbose:
            yield from _rest(document)
        yield []
    yield [(summary(report), "")]


def summary(report: Report) -> str:
    """What was found and how much was covered, in one line."""
    counts = report.summary
    found = f"{counts.fail} fail, {counts.warn} warn, {counts.passes} pass, {counts.unknown} unknown"
    found += f", {counts.suppressed} suppressed" if counts.suppressed else ""
    share = f" ({100 * counts.checked // counts.quantities}%)" if counts.quantities else ""
    covered = f"{counts.checked} of {_some(counts.quantities, 'number')} checked{share}"
    unread = f"; not read: {', '.join(error.path for error in report.errors)}" if report.errors else ""
    return f"{found}; {covered} in {_some(counts.documents, 'document')}{unread}"


def _check(document: DocumentReport, check: CheckReport) -> Iterator[Line]:
    first = min(check.evidence, key=lambda e: e.start, default=None)
    where = f"{first.line}:{first.column}" if first else "-"
    yield [(f"  {where:<8} ", "dim"), (f"{check.verdict:<7} ", check.verdict), (check.rule, "dim")]
    yield [(f"    {check.message}", "")]
    yield from _source(document, check)
    for name, words in _facts(check):
        yield [(f"    {name:<8} ", "dim"), (words, "")]


def _facts(check: CheckReport) -> Iterator[tuple[str, str]]:
    yield "rule", check.equation
    for item in check.assumed:
        yield "assumed", f"{item.role} is {_measured(item.value, item.unit)} ({item.source})"
    if check.implied:
        yield "implied", f"{check.implied.role} is {_span(check.implied)}"
    for name in ("by", "rescue", "reason"):
        if getattr(check, name):
            yield name, getattr(check, name)
    if check.suppressed:
        yield "accepted", ": ".join(filter(None, (f"by {check.suppressed.by}", check.suppressed.reason)))
    texts = {(e.start, e.end): e.text for e in check.evidence}
    for edit in check.suggestions[:SHOWN_SUGGESTIONS]:
        stands = texts.get((edit.start, edit.end)) or _replaced(check, edit)
        yield "try", f"{edit.text} for {_flat(stands)}" if stands else edit.text


def _replaced(check: CheckReport, edit) -> str | None:
    """What an edit replaces, where it is a part of a piece of evidence."""
    for e in check.evidence:
        if e.start <= edit.start and edit.end <= e.end:
            return e.text[edit.start - e.start : edit.end - e.start]
    return None


def _source(document: DocumentReport, check: CheckReport) -> Iterator[Line]:
    rows = excerpt(document.source, [(e.start, e.end, e.role) for e in check.evidence])
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


def _rest(document: DocumentReport) -> Iterator[Line]:
    """Implied values and the numbers that took part in no check, by reason."""
    for fact in document.implied:
        yield [("    implied  ", "dim"), (f"{fact.fact}: {_span(fact)}", "")]
    reasons = Counter(item.reason for item in document.unchecked)
    for reason, count in sorted(reasons.items(), key=lambda item: (-item[1], item[0])):
        yield [("    unchecked ", "dim"), (f"{_some(count, 'number')}: {reason}", "")]


def _span(interval) -> str:
    """An interval in words.

    >>> from checker.reporting.report import ImpliedReport
    >>> _span(ImpliedReport("share", "93.41", "93.42", False, False, "percent"))
    '93.41 to 93.42 percent'
    """
    low, high = interval.low, interval.high
    if low is None or high is None:
        ends = "anything" if low is high else f"at least {low}" if high is None else f"at most {high}"
    else:
        ends = low if low == high else f"{low} to {high}"
    return _measured(ends, interval.unit)


def _measured(value: str, unit: str | None) -> str:
    return f"{value} {unit}" if unit else value


def _some(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _flat(text: str) -> str:
    return " ".join(text.split())
