"""Known facts: files in which people keep figures that their documents must not contradict.

A leaf. TOML (`[[fact]]` tables) or CSV (a header line) with subject, measure, period, value and source; value and unit
are written as a document would write them ("9.6 million square kilometres"). All that is wrong in the files is told at
once, each with its line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from checker.errors import FilesRefused, Problem
from checker.model import Quantity

NEEDED = ("subject", "measure", "value", "source")
KEYS = (*NEEDED, "period", "also", "exact")


@dataclass(frozen=True, slots=True)
class KnownFact:
    """One fact as it is written; `also` are other names of the measure, separated by semicolons in a CSV file."""

    subject: str
    measure: str
    value: str
    source: str
    period: str = ""
    also: tuple[str, ...] = ()
    exact: bool = False  # taken at its word; else it stands for all that is rounded to it
    path: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Known:
    """A fact as judging uses it: its value read as a quantity, its names as sets of telling words."""

    fact: KnownFact
    quantity: Quantity
    subject: frozenset[str]
    measures: tuple[frozenset[str], ...]


def read_facts(paths: Iterable[str]) -> tuple[KnownFact, ...]:
    """The facts of all files, in their order. Raises FilesRefused with every problem of every file."""
    found: list[KnownFact] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            text = Path(path).read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            reason = "not UTF-8 text" if isinstance(error, UnicodeDecodeError) else (error.strerror or str(error)).lower()
            problems.append(Problem(path, f"cannot be read: {reason}"))
            continue
        rows = _csv(path, text, problems) if path.lower().endswith(".csv") else _toml(path, text, problems)
        for line, row in rows:
            fact = _fact(path, line, row, problems)
            if fact is not None:
                found.append(fact)
    if problems:
        raise FilesRefused(tuple(problems))
    return tuple(found)


def _toml(path: str, text: str, problems: list[Problem]) -> list[tuple[int, dict]]:
    import tomllib

    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        line = int(message.rpartition("line ")[2].partition(",")[0] or 0) if "line " in message else None
        problems.append(Problem(path, f"is not TOML: {message.partition(' (')[0].lower()}", line))
        return []
    for key in data:
        if key != "fact":
            problems.append(Problem(path, f"unknown key {key!r}", hint="Try: [[fact]]"))
    rows = data.get("fact", [])
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.split("#")[0].strip() == "[[fact]]"]
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        problems.append(Problem(path, "'fact' is no list of tables", hint="Try: [[fact]]"))
        return []
    return list(zip(lines, rows)) if len(lines) == len(rows) else [(0, row) for row in rows]


def _csv(path: str, text: str, problems: list[Problem]) -> list[tuple[int, dict]]:
    reader = csv.DictReader(io.StringIO(text, newline=""))
    try:
        header = [name.strip().lower() for name in reader.fieldnames or ()]
        reader.fieldnames = header
        rows = [(reader.line_num, {k: (v or "").strip() for k, v in row.items() if k}) for row in reader]
    except csv.Error as error:
        problems.append(Problem(path, f"is not CSV: {error}", reader.line_num))
        return []
    missing = [name for name in NEEDED if name not in header]
    if missing:
        problems.append(Problem(path, f"no column {', '.join(missing)}", 1, hint=f"Try: {','.join(KEYS)}"))
        return []
    return [(line, {k: v for k, v in row.items() if v} | ({"also": row["also"].split(";")} if row.get("also") else {})) for line, row in rows]


def _fact(path: str, line: int, row: dict, problems: list[Problem]) -> KnownFact | None:
    before = len(problems)
    for key in row:
        if key not in KEYS:
            problems.append(Problem(path, "unknown key", line or None, key, f"Try: {', '.join(KEYS)}"))
    for key in NEEDED:
        if key not in row:
            problems.append(Problem(path, "is missing", line or None, key))
    for key, value in row.items():
        listed = key == "also" and isinstance(value, list) and all(isinstance(v, str) for v in value)
        period = key == "period" and isinstance(value, int)
        flag = key == "exact" and (isinstance(value, bool) or value in ("true", "false"))
        if not listed and not period and not flag and not (isinstance(value, str) and value.strip()):
            problems.append(Problem(path, "is no text", line or None, key))
    if len(problems) > before:
        return None
    also = tuple(name.strip() for name in row.get("also", ()) if name.strip())
    return KnownFact(row["subject"], row["measure"], row["value"], row["source"], str(row.get("period", "")), also, row.get("exact") in (True, "true"), path, line)
