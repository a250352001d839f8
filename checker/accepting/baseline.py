"""A baseline: the findings that were there when a project began to check, so that only new ones fail.

    {"factcheck-baseline": 1,
     "documents": {"docs/q3.md": [{"id": "...", "rule": "...", "verdict": "fail", "message": "..."}]}}

Paths are relative to the file. A finding is known by its id: its rule, its figures and the words around them, and a
counter where the same is said several times; lines are no part of it, so that edits elsewhere change nothing and a
third copy of an accepted sentence is new. A fail that was a warning when it was accepted is new, too.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping

from checker.errors import FilesRefused, Problem
from checker.reporting.findings import FINDINGS
from checker.reporting.report import DocumentReport, Report
from checker.settings import relative

NAME = "factcheck-baseline.json"
MARK, VERSION = "factcheck-baseline", 1

Baseline = Mapping[str, Mapping[str, dict]]  # absolute path -> id -> entry


def read_baseline(path: str) -> Baseline:
    """The accepted findings. Raises FilesRefused for what is no baseline."""
    hint = "Try: factcheck baseline create"
    try:
        with open(path, "rb") as file:
            data = json.loads(file.read())
        if data[MARK] != VERSION:
            raise FilesRefused((Problem(path, f"is a baseline of version {data[MARK]!r}, not {VERSION}", hint=hint),))
        folder = os.path.dirname(os.path.abspath(path))
        return {
            os.path.normpath(os.path.join(folder, name)): {entry["id"]: _whole(entry) for entry in entries}
            for name, entries in data["documents"].items()
        }
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise FilesRefused((Problem(path, f"the baseline cannot be read: {reason}", hint=hint),)) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise FilesRefused((Problem(path, "is no baseline", hint=hint),)) from None


def baseline_text(accepted: Baseline, path: str) -> str:
    """What the file at `path` holds for these findings: one a line, sorted, the same bytes for the same findings."""
    folder = os.path.dirname(os.path.abspath(path))
    rows = []
    for document, entries in sorted((relative(document, folder), entries) for document, entries in accepted.items()):
        if entries:
            lines = ",\n".join(f"   {json.dumps(entry, ensure_ascii=False)}" for entry in entries.values())
            rows.append(f"  {json.dumps(document, ensure_ascii=False)}: [\n{lines}\n  ]")
    body = "{\n" + ",\n".join(rows) + "\n }" if rows else "{}"
    return f'{{"{MARK}": {VERSION},\n "documents": {body}}}\n'


def baseline_of(report: Report) -> Baseline:
    """All findings of a report that nobody has accepted yet, in the order of the text."""
    return {
        os.path.abspath(document.path): {
            check.id: {"id": check.id, "rule": check.rule, "verdict": check.verdict, "message": check.message}
            for check in document.checks
            if check.verdict in FINDINGS and check.suppressed is None
        }
        for document in report.documents
    }


def pruned(accepted: Baseline, documents: Iterable[DocumentReport]) -> tuple[Baseline, int]:
    """The baseline without what is no longer found in these documents and without documents that are gone, and how
    many entries that took out. What was a fail and is a warning now is kept as a warning, never the other way round."""
    found = {os.path.abspath(d.path): {c.id: c.verdict for c in d.checks if c.verdict in FINDINGS} for d in documents}
    kept: dict[str, dict[str, dict]] = {}
    for path, entries in accepted.items():
        if path in found:
            kept[path] = {
                id: {**entry, "verdict": "fail" if entry["verdict"] == found[path][id] == "fail" else "warn"}
                for id, entry in entries.items()
                if id in found[path]
            }
        elif os.path.exists(path):
            kept[path] = dict(entries)
    return kept, _count(accepted) - _count(kept)


def _count(accepted: Baseline) -> int:
    return sum(map(len, accepted.values()))


def _whole(entry: dict) -> dict:
    return {key: str(entry[key]) for key in ("id", "rule", "verdict", "message")}
