"""Side files and the baseline, applied to the reports of a run."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import replace

from checker.accepting.baseline import read_baseline
from checker.accepting.findings import UNDATED, complaint, past
from checker.accepting.side import Entry, read_entries
from checker.reporting.findings import FINDINGS
from checker.reporting.report import CheckReport, DocumentReport, SuppressedReport
from checker.settings import Settings


def acceptance(settings: Settings) -> Callable[[DocumentReport], DocumentReport]:
    """What the files of the settings do to the report of a document: accept findings, and add one for each entry that
    is past its date or unused. Raises FilesRefused with all problems of the files."""
    entries: dict[str, list[Entry]] = {}
    for entry in read_entries(settings.suppressions):
        entries.setdefault(entry.path, []).append(entry)
    accepted = read_baseline(settings.baseline) if settings.baseline else {}

    def with_files(document: DocumentReport) -> DocumentReport:
        path = os.path.abspath(document.path)
        return _accepted(document, entries.get(path, []), accepted.get(path, {}), settings.today)

    return with_files


def _accepted(document: DocumentReport, own: list[Entry], known: Mapping[str, dict], today: str | None) -> DocumentReport:
    if not own and not known:
        return document
    valid = {entry.id: entry for entry in own if not past(entry.until, today)}
    found = {(check.id, check.rule) for check in document.checks if check.verdict in FINDINGS}
    checks = [_by_baseline(_by_entry(check, valid), known) for check in document.checks]
    checks += [complaint("warn", message, key=entry.id) for entry in own if (message := _idle(entry, found, today))]
    undated = [UNDATED] if today is None and any(entry.until for entry in own) else []
    return replace(document, checks=tuple(checks), notes=tuple(dict.fromkeys((*document.notes, *undated))))


def _by_entry(check: CheckReport, valid: dict[str, Entry]) -> CheckReport:
    entry = valid.get(check.id)
    if entry is None or entry.rule != check.rule or check.suppressed or check.verdict not in FINDINGS:
        return check
    return replace(check, suppressed=SuppressedReport("file", entry.reason, entry.until))


def _by_baseline(check: CheckReport, known: Mapping[str, dict]) -> CheckReport:
    entry = known.get(check.id)
    if entry is None or check.suppressed or check.verdict not in ("warn", entry["verdict"]):
        return check
    return replace(check, suppressed=SuppressedReport("baseline", None, None))


def _idle(entry: Entry, found: set[tuple[str, str]], today: str | None) -> str | None:
    if past(entry.until, today):
        return f"The suppression at {entry.place} held until {entry.until} and is not applied any more."
    if (entry.id, entry.rule) not in found:
        return f"The suppression at {entry.place} holds nothing back: there is no finding {entry.id} of {entry.rule}."
    return None
