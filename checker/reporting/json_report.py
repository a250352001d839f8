"""The report as JSON: the same bytes for the same documents, made to be read by programs and compared by people.

A record without inner records (a piece of evidence, an unchecked number) takes one line.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache

from checker.reporting.report import Report

_string = json.encoder.encode_basestring
_SCALARS = {str: _string, int: int.__repr__, bool: {True: "true", False: "false"}.__getitem__, type(None): {None: "null"}.__getitem__}


def render(report: Report, verbose: bool = False) -> str:
    """The report's text, with a line end. `verbose` changes nothing: JSON always holds all."""
    return _written(report, "\n") + "\n"


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


@cache
def _keys(kind: type) -> tuple[tuple[str, str], ...]:
    """The attributes of a dataclass with what stands in front of their values."""
    return tuple((attribute, f"{_string(name)}: ") for attribute, name in _names(kind))


def _written(value, line: str) -> str:
    """A value as it is written where lines begin with `line`: records under the names of the contract, tuples as lists."""
    scalar = _SCALARS.get(type(value))
    if scalar is not None:
        return scalar(value)
    opening, closing = "[]" if type(value) is tuple else "{}"
    keyed = [("", member) for member in value] if type(value) is tuple else [(key, getattr(value, name)) for name, key in _keys(type(value))]
    if all([type(member) in _SCALARS or member == () for _, member in keyed]):
        return opening + ", ".join([key + (_SCALARS[type(member)](member) if member != () else "[]") for key, member in keyed]) + closing
    inner = line + "  "
    return opening + inner + ("," + inner).join([key + _written(member, inner) for key, member in keyed]) + line + closing
