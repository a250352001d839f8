"""Where reports go: what `--output` and `--format` of the command line, or the outputs of a configuration, mean.

    report.html             the format by the ending
    html=reports/seeds.html the format by name
    github=-                on standard output
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from typing import NamedTuple

from checker.errors import UsageError
from checker.reporting import FORMATS

STDOUT = "-"
DEFAULT = "text"
_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9]*)=(.+)", re.DOTALL)


class Target(NamedTuple):
    """One report to write: its format, and its file (`-` is standard output)."""

    format: str
    path: str


def targets(outputs: Iterable[str], format: str | None = None) -> tuple[Target, ...]:
    """The reports to write; without outputs one on standard output. Raises `UsageError` before any work is done.

    >>> targets([]), targets([], "json")
    ((Target(format='text', path='-'),), (Target(format='json', path='-'),))
    >>> targets(["a.sarif", "github=-"])
    (Target(format='sarif', path='a.sarif'), Target(format='github', path='-'))
    >>> targets(["a.report"], "json")
    (Target(format='json', path='a.report'),)
    """
    outputs = tuple(outputs)
    if format is not None:
        known_format(format)
    if not outputs:
        return (Target(format or DEFAULT, STDOUT),)
    named = [_NAMED.fullmatch(output) for output in outputs]
    if format is not None and named.count(None) != 1:
        hint = f"Try: --output {format}=FILE, or {format}=- for standard output"
        raise UsageError(f"--format {format} needs one --output FILE without a format of its own. {hint}")
    found = tuple(_target(output, match, format) for output, match in zip(outputs, named))
    _writable(found)
    return found


def _target(output: str, match: re.Match | None, format: str | None) -> Target:
    if match:
        return Target(known_format(match[1]), match[2])
    return Target(format or _by_ending(output), output)


def known_format(name: str, known: Iterable[str] = FORMATS) -> str:
    """The name of a format, if it is one. Raises UsageError."""
    if name not in known:
        raise UsageError(f"unknown format: {name}. Try: {', '.join(known)}")
    return name


def _by_ending(path: str) -> str:
    """The format that the longest ending of a file name means."""
    name = os.path.basename(path).lower()
    endings = {ending: format for format, entry in FORMATS.items() for ending in entry.endings if ending}
    for ending in sorted(endings, key=len, reverse=True):
        if name.endswith(ending):
            return endings[ending]
    if os.path.splitext(name)[1]:
        raise UsageError(f"the ending of {path} means no format. Try: --output FORMAT={path}, FORMAT one of {', '.join(FORMATS)}")
    return DEFAULT


def _writable(found: tuple[Target, ...]) -> None:
    """Tell a typing mistake before the work, not after it."""
    seen = set()
    for _, path in found:
        where = path if path == STDOUT else os.path.realpath(path)
        if where in seen and not _is_device(where):
            raise UsageError(f"two reports for {'standard output' if path == STDOUT else path}")
        seen.add(where)
        if path != STDOUT:
            demand_writable(path)


def demand_writable(path: str) -> None:
    """Raises UsageError where a file cannot be at this path: no such folder, or a folder itself."""
    if not os.path.isdir(os.path.dirname(os.path.abspath(path))):
        raise UsageError(f"cannot write {path}: no such folder")
    if os.path.isdir(path):
        raise UsageError(f"cannot write {path}: it is a folder")


def _is_device(path: str) -> bool:
    return os.path.exists(path) and not os.path.isfile(path)
