"""The settings of one run: what holds without being said, then the configuration file, then the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, fields, replace

from checker.configuring.find import CACHE, nearest, short
from checker.errors import UsageError
from checker.settings import Settings

ADDED = ("ignore", "rules", "facts")  # what the command line says of these comes on top, of all else instead
DEFAULT, COMMAND_LINE, ENVIRONMENT = "default", "command line", "SOURCE_DATE_EPOCH"


@dataclass(frozen=True, slots=True)
class Effective:
    """The settings, and for each by its name who said so: "default", "factcheck.toml:3", "command line"."""

    settings: Settings
    origins: Mapping[str, str]
    file: str | None = None  # the configuration file
    lines: Mapping[tuple, int] = field(default_factory=dict)  # of the file's keys, from the top: ("severity", rule)

    @property
    def names_something(self) -> bool:
        """Whether the settings name rules or hedges at all."""
        given = self.settings
        return bool(given.select != ("*",) or given.ignore or given.severity or given.hedges or given.overrides)

    def place(self, key: tuple) -> str:
        """Where a key stands in the file, or the nearest table around it: "factcheck.toml:3"."""
        while key and key not in self.lines:
            key = key[:-1]
        return f"{self.file}:{self.lines.get(key, 1)}"


def effective(
    paths: Iterable[str], config: str | None = None, isolated: bool = False, given: Mapping[str, object] | None = None
) -> Effective:
    """The settings for these documents: the command line before the file, the file before what holds by itself.

    `config` names a configuration file, `isolated` forbids any; `given` is what the command line sets, by the names
    of `Settings`, with None for what it does not set. Raises UsageError, and FilesRefused with all problems of a file.
    """
    if config is not None and isolated:
        raise UsageError("--config and --isolated exclude each other")
    if config is not None and not os.path.isfile(config):
        raise UsageError(f"no such configuration file: {config}")
    path = None if isolated else config or nearest(paths)
    origins = {f.name: DEFAULT for f in fields(Settings)}
    values: dict[str, object] = {}
    lines: Mapping[tuple, int] = {}
    if path is not None:
        from checker.configuring.file import read_file

        found = read_file(path, short(path))
        values = {"cache": os.path.join(os.path.dirname(short(path)), CACHE), **found.values}
        values["base"] = os.path.dirname(os.path.abspath(path))
        origins.update({name: found.place(name.replace("_", "-")) for name in found.values})
        lines = found.lines
    else:
        values["base"] = os.getcwd()
    said = {name: value for name, value in (given or {}).items() if value is not None}
    if "today" not in {*values, *said} and (day := _epoch_day()):
        values["today"], origins["today"] = day, ENVIRONMENT
    if said.get("cache") is False:
        said["cache"] = None
    for name in said:
        added = name in ADDED and name in values
        said[name] = (*values[name], *said[name]) if added else said[name]
        origins[name] = f"{origins[name]}, {COMMAND_LINE}" if added else COMMAND_LINE
    return Effective(replace(Settings(), **{**values, **said}), origins, path and short(path), lines)


def _epoch_day() -> str | None:
    """The day of the convention for reproducible builds, where the environment sets it."""
    seconds = os.environ.get("SOURCE_DATE_EPOCH")
    if not seconds:
        return None
    from datetime import datetime, timezone

    try:
        return datetime.fromtimestamp(int(seconds), timezone.utc).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise UsageError(f"SOURCE_DATE_EPOCH is not a number of seconds: {seconds}") from None
