"""Dataclasses as plain data and back, every field of them: for what is kept between runs and never shown."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Literal, Union, get_args, get_origin, get_type_hints


def to_data(value):
    """Dataclasses as lists of their fields, tuples as lists."""
    if is_dataclass(value):
        return [to_data(getattr(value, name)) for name, _ in _fields(type(value))]
    return [to_data(item) for item in value] if isinstance(value, tuple) else value


def from_data(kind, data):
    """The value of this type that `to_data` made the data of. Raises ValueError where it cannot have been.

    >>> from checker.reporting.report import ErrorReport
    >>> from_data(ErrorReport, to_data(ErrorReport("a.txt", "is not text")))
    ErrorReport(path='a.txt', message='is not text')
    """
    if is_dataclass(kind):
        known = _fields(kind)
        if not isinstance(data, list) or len(data) != len(known):
            raise ValueError(f"not a {kind.__name__}")
        return kind(*(from_data(inner, item) for (_, inner), item in zip(known, data)))
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        if data is None and NoneType in arguments:
            return None
        [kind] = [argument for argument in arguments if argument is not NoneType]
        return from_data(kind, data)
    if origin is tuple and isinstance(data, list):
        return tuple(from_data(arguments[0], item) for item in data)
    if origin is Literal and data in arguments or isinstance(kind, type) and type(data) is kind:
        return data
    raise ValueError(f"not {kind}: {data!r}")


@cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    hints = get_type_hints(kind)
    return tuple((field.name, hints[field.name]) for field in fields(kind))
