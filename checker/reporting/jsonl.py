"""The report as lines of JSON: one record a line, each saying what it is and which document it belongs to.

`document`, `check`, `implied` and `unchecked` come document by document, then `error`, `rule` and, last, `summary`.
The fields of each are those of the JSON report.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from checker.reporting.json_report import plain
from checker.reporting.report import Report

INNER = ("checks", "implied", "unchecked")

_encode = json.JSONEncoder(ensure_ascii=False).encode


def render(report: Report, verbose: bool = False) -> str:
    """One line a record. `verbose` changes nothing: all are there."""
    return "".join(_encode(record) + "\n" for record in records(report))


def records(report: Report) -> Iterator[dict]:
    """The records in their order."""
    for document in map(plain, report.documents):
        path = {"path": document["path"]}
        yield {"type": "document", **{name: value for name, value in document.items() if name not in INNER}}
        for kind, name in (("check", "checks"), ("implied", "implied"), ("unchecked", "unchecked")):
            yield from ({"type": kind, **path, **item} for item in document[name])
    yield from ({"type": "error", **plain(error)} for error in report.errors)
    yield from ({"type": "rule", **plain(rule)} for rule in report.rules)
    yield {"type": "summary", "schema": report.schema, "tool": plain(report.tool), **plain(report.summary)}
