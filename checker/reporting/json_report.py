"""The report as JSON: the same bytes for the same documents, made to be read by programs and compared by people.

A record without inner records (a piece of evidence, an unchecked number) takes one line.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache

from checker.reporting.report import Report

_encode = json.JSONEncoder(ensure_ascii=False).encode
_PLAIN = {str: json.encoder.encode_basestring, int: int.__repr__, bool: {True: "true", False: "false"}.get, type(None): lambda _: "null"}


def render(report: Report, verbose: bool = False) -> str:
    """The report's text, with a line end. `verbose` changes nothing: JSON always holds all."""
    return _written(plain(report), "\n") + "\n"


def plain(value):
    """Dataclasses as dictionaries under the names of the contract, tuples as lists."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    names = _names(type(value))
    return value if names is None else {name: plain(getattr(value, attribute)) for attribute, name in names}


@cache
def _names(kind: type) -> tuple[tuple[str, str], ...] | None:
    """The attributes of a dataclass with their names in the report; None of other kinds."""
    if not is_dataclass(kind):
        return None
    shown = (f for f in fields(kind) if not f.metadata.get("exclude"))
    return tuple((f.name, f.metadata.get("alias", f.name)) for f in shown)


def _flat(value) -> str:
    """What holds nothing that would take a line of its own."""
    if isinstance(value, dict):
        return "{" + ", ".join([f"{_flat(name)}: {_flat(member)}" for name, member in value.items()]) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flat, value)) + "]"
    return _PLAIN.get(type(value), _encode)(value)


def _written(value, line: str) -> str:
    members = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    if not any([member for member in members if isinstance(member, (dict, list))]):
        return _flat(value)
    inner = line + "  "
    if isinstance(value, dict):
        lines = [f"{_flat(name)}: {_written(member, inner)}" for name, member in value.items()]
        return "{" + inner + ("," + inner).join(lines) + line + "}"
    return "[" + inner + ("," + inner).join(_written(member, inner) for member in value) + line + "]"
