"""Files of accepted findings, for documents that cannot carry comments.

    [[suppress]]
    path = "q3.docx"                  # relative to the file
    id = "0123456789abcdef"           # of the finding, as the JSON report has it
    rule = "share-of-total"
    reason = "the annex explains it"
    until = 2026-12-31                # may be left out

An id says what the finding says, not on which line, so an entry stays good while the rest of the document changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from checker.configuring.toml import parsed
from checker.errors import FilesRefused, Problem
from checker.rulebook.lines import line_of

KEYS = ("path", "id", "rule", "reason", "until")
DEMANDED = KEYS[:4]


@dataclass(frozen=True, slots=True)
class Entry:
    """An accepted finding: the absolute path of its document, its id and rule, why and until when, and where that stands."""

    path: str
    id: str
    rule: str
    reason: str
    until: str | None
    place: str


def read_entries(paths: Iterable[str]) -> tuple[Entry, ...]:
    """The entries of all files. Raises FilesRefused with everything that is wrong in any of them."""
    entries: list[Entry] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            data, lines = parsed(path, path)
        except FilesRefused as refused:
            problems += refused.problems
            continue
        found = list(_problems(path, data, lines))
        problems += found
        if not found:
            entries += _entries(path, data, lines)
    if problems:
        raise FilesRefused(tuple(problems))
    return tuple(entries)


def _problems(path: str, data: Mapping, lines: dict) -> Iterator[Problem]:
    for key in data:
        if key != "suppress":
            yield Problem(path, f"unknown key {key!r}", line_of(lines, (key,)), None, "Try: [[suppress]]")
    tables = data.get("suppress", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        yield Problem(path, "is not a list of tables", line_of(lines, ("suppress",)), "suppress", "Try: [[suppress]]")
        return
    for number, table in enumerate(tables):
        named = f"suppress[{number + 1}]"
        for key in table:
            if key not in KEYS:
                from difflib import get_close_matches  # only where something is wrong

                near = get_close_matches(key, KEYS, 1)
                hint = f"Did you mean {near[0]}?" if near else f"Try one of: {', '.join(KEYS)}"
                yield Problem(path, f"unknown key {key!r}", line_of(lines, ("suppress", number, key)), named, hint)
        for key in DEMANDED:
            if not isinstance(table.get(key), str) or not table[key].strip():
                said = "is missing" if key not in table else "is not a text, or empty"
                yield Problem(path, said, line_of(lines, ("suppress", number, key)), f"{named}.{key}", f'Try: {key} = "..."')
        until = table.get("until")
        if until is not None and (not isinstance(until, date) or isinstance(until, datetime)):
            line = line_of(lines, ("suppress", number, "until"))
            yield Problem(path, "is not a date", line, f"{named}.until", "Try: 2026-03-31, without quotes")


def _entries(path: str, data: Mapping, lines: dict) -> Iterator[Entry]:
    folder = os.path.dirname(os.path.abspath(path))
    for number, table in enumerate(data.get("suppress", [])):
        until = table.get("until")
        yield Entry(
            os.path.normpath(os.path.join(folder, table["path"])), table["id"], table["rule"], " ".join(table["reason"].split()),
            until and until.isoformat(), f"{path}:{line_of(lines, ('suppress', number))}",
        )  # fmt: skip
