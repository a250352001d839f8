"""Reports that may leave the house: positions, rules and arithmetic, no words of the documents.

Instead of the text each document carries a mask of equal shape, so that lines and columns are right in every unit;
no format could quote a word if it wanted to. Units are kept where they are measures or currencies: what is counted
("park") is a word of the text.
"""

from __future__ import annotations

import re
from dataclasses import replace

from checker.reporting.report import CheckReport, DocumentReport, ErrorReport, Report
from checker.reporting.words import span

_MASKS = (  # one character for those that take as many units, in UTF-8 and UTF-16
    (re.compile("[^\x80-\U0010ffff\r\n]"), "x"),
    (re.compile("[\x80-\u07ff]"), "\u00b7"),
    (re.compile("[\u0800-\uffff]"), "\u2026"),
    (re.compile("[\U00010000-\U0010ffff]"), "\U0001f539"),
)
_INTERNAL = re.compile(r"(internal error, please report it: \w+).*", re.DOTALL)


def without_quotes(report: Report) -> Report:
    """The report without any words of its documents."""
    return replace(
        report,
        documents=tuple(map(_document, report.documents)),
        errors=tuple(ErrorReport(e.path, _INTERNAL.sub(r"\1", e.message)) for e in report.errors),
        quoted=False,
    )


def mask(text: str) -> str:
    """A text of the same lines and lengths that says nothing.

    >>> mask("5 é\\n😀")
    'xx·\\n🔹'
    """
    for characters, mark in _MASKS:
        text = characters.sub(mark, text)
    return text


def _document(document: DocumentReport) -> DocumentReport:
    return replace(
        document,
        checks=tuple(map(_check, document.checks)),
        implied=tuple(replace(fact, fact="a value", unit=_measure(fact.unit), period=None, figures=()) for fact in document.implied),
        unchecked=tuple(replace(item, text="") for item in document.unchecked),
        source=mask(document.source),
    )


def _check(check: CheckReport) -> CheckReport:
    evidence = tuple(replace(e, text="", unit=_measure(e.unit)) for e in check.evidence)
    implied = check.implied and replace(check.implied, unit=_measure(check.implied.unit))
    stated = [e for e in evidence if implied and e.role == implied.role and (e.low or e.high)]
    said = [f"{e.role} is given as {span(e)}" for e in stated]
    said += [f"the others imply {span(implied)}"] if implied else []
    message = f"{check.rule}: {', '.join(said)}" if said else f"{check.rule}: {check.verdict}"
    accepted = check.suppressed and replace(check.suppressed, reason=None)  # a comment is a part of the document
    return replace(check, message=message, evidence=evidence, implied=implied, suggestions=(), steps=(), suppressed=accepted)


def _measure(unit: str | None) -> str | None:
    """The unit where all its parts are measures, percents or currencies."""
    from checker.units import measure_of

    if unit is None or any("count:" in measure_of(part).dimension for part in unit.split("/")):
        return None
    return unit
