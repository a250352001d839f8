"""What a run found, as data: the report's contract, one field a line. Every output format is written from this.

Plain dataclasses, so that a run need not import pydantic; `schema` turns the very same classes into the JSON Schema.
Field metadata is in pydantic's words (description, pattern, alias, exclude). Ends of intervals are decimal strings,
rounded outward, `None` where unbounded; offsets are code points of the decoded source, half-open; lines and columns
are counted from 1. Fields may be added, never renamed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from checker import __version__

SCHEMA = 1
NAME = "factcheck"
DECIMAL = {"pattern": r"^-?[0-9]+(\.[0-9]+)?$"}

Verdict = Literal["pass", "warn", "fail", "unknown"]
Severity = Literal["error", "warning", "note"]


def _named(alias: str):
    return field(metadata={"alias": alias})


def _told(description: str):
    return field(metadata={"description": description})


def _decimal(description: str):
    return field(metadata={"description": description, **DECIMAL})


@dataclass(frozen=True, slots=True)
class EvidenceReport:
    """Words of the document that take part in a check."""

    role: str
    text: str = _told("exactly what stands at start..end")
    start: int
    end: int
    line: int
    column: int
    low: str | None = _decimal("lower end of what was written, in the unit as written")
    high: str | None = _decimal("upper end of what was written, in the unit as written")
    low_open: bool
    high_open: bool
    unit: str | None


@dataclass(frozen=True, slots=True)
class AssumedReport:
    """A value that takes part without standing in the document."""

    role: str
    value: str
    unit: str | None
    source: str


@dataclass(frozen=True, slots=True)
class ImpliedReport:
    """What a role would have to be for the others to stand."""

    role: str
    low: str | None = _decimal("lower end, rounded down")
    high: str | None = _decimal("upper end, rounded up")
    low_open: bool
    high_open: bool
    unit: str | None


@dataclass(frozen=True, slots=True)
class SuggestionReport:
    """One single edit that would mend the finding."""

    role: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SuppressedReport:
    """A person has accepted the finding: it is reported, but not counted as a fail or a warning."""

    by: Literal["comment", "file", "baseline"]
    reason: str | None
    until: str | None = field(metadata={"description": "the last day on which it holds"})


@dataclass(frozen=True, slots=True)
class CheckReport:
    """A verdict with its proof."""

    id: str = _told("fingerprint: stays when lines move, changes when the figures or the words around them do")
    rule: str
    verdict: Verdict
    by: Literal["exact", "rounding", "hedge"] | None = _told("why it passes")
    severity: Severity
    message: str
    equation: str
    reason: str | None = _told("why it cannot be decided")
    rescue: str | None = _told("what saves it from a fail")
    bond: str = _told("the phrase or structure that ties the numbers")
    evidence: tuple[EvidenceReport, ...]
    assumed: tuple[AssumedReport, ...]
    implied: ImpliedReport | None
    suggestions: tuple[SuggestionReport, ...] = _told("the likeliest first")
    steps: tuple[str, ...] = field(default=(), metadata={"description": "the arithmetic of a finding over several relations, in order"})
    suppressed: SuppressedReport | None = field(default=None, metadata={"description": "set where a person accepted it"})


@dataclass(frozen=True, slots=True)
class PlaceReport:
    """Words of the document, with where they stand."""

    text: str
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class FactReport:
    """A value that the text determines without stating it."""

    fact: str
    low: str | None = _decimal("lower end, rounded down")
    high: str | None = _decimal("upper end, rounded up")
    low_open: bool
    high_open: bool
    unit: str | None
    sources: tuple[str, ...] = field(metadata={"alias": "from", "description": "ids of the checks it follows from"})
    period: str | None = field(default=None, metadata={"description": "of when it is, as the text says it"})
    figures: tuple[PlaceReport, ...] = field(default=(), metadata={"description": "the figures that it follows from, in order"})


@dataclass(frozen=True, slots=True)
class UncheckedReport:
    """A number that was read but took part in no check."""

    text: str
    start: int
    end: int
    line: int
    column: int
    reason: str


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """All about one document."""

    path: str
    sha256: str = _told("of the bytes of the file")
    language: str
    date: str | None = _told("the document's date, as far as it is known: 2023-03-24, 2023-03, 2023")
    notes: tuple[str, ...]
    quantities: int = _told("numbers that took part in a check or are listed as unchecked")
    checked: int
    checks: tuple[CheckReport, ...]
    implied: tuple[FactReport, ...]
    unchecked: tuple[UncheckedReport, ...]
    source: str = field(repr=False, metadata={"exclude": True})  # the text, for the formats that quote lines


@dataclass(frozen=True, slots=True)
class ErrorReport:
    """A file that could not be read."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class RuleReport:
    """What a rule demands, and why."""

    id: str
    title: str
    about: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Tool:
    """The program that wrote the report."""

    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts over all documents; quantities that are not checked are listed, with the reason, as unchecked.

    Suppressed checks are counted as suppressed only.
    """

    documents: int
    quantities: int
    checked: int
    passes: int = _named("pass")
    warn: int
    fail: int
    unknown: int
    suppressed: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """The report of one run."""

    schema: Literal[1]
    tool: Tool
    summary: Summary
    documents: tuple[DocumentReport, ...]
    errors: tuple[ErrorReport, ...]
    rules: tuple[RuleReport, ...] = _told("the rules that some check applied, by id")
    quoted: bool = field(metadata={"exclude": True})  # whether the words of the documents may be shown
    implied: bool = field(default=False, metadata={"exclude": True})  # whether people shall see what is implied


def report_of(
    documents: tuple[DocumentReport, ...], errors: tuple[ErrorReport, ...], rules: tuple[RuleReport, ...] = ()
) -> Report:
    """The report of a run over these documents with these rules."""
    checks = [check for document in documents for check in document.checks]
    verdicts = [check.verdict for check in checks if check.suppressed is None]
    summary = Summary(
        documents=len(documents),
        quantities=sum(document.quantities for document in documents),
        checked=sum(document.checked for document in documents),
        passes=verdicts.count("pass"),
        warn=verdicts.count("warn"),
        fail=verdicts.count("fail"),
        unknown=verdicts.count("unknown"),
        suppressed=len(checks) - len(verdicts),
    )
    used = {check.rule for check in checks}
    known = tuple(sorted((rule for rule in rules if rule.id in used), key=lambda rule: rule.id))
    return Report(SCHEMA, Tool(NAME, __version__), summary, documents, errors, known, True)
