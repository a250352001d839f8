"""A configuration file -> its settings with the line of each, or everything that is wrong with it.

Relative paths in the file are relative to its folder. Imports pydantic: only where there is a file.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

from pydantic import ValidationError

from checker.configuring.find import CACHE, SHARED, short
from checker.configuring.schema import ConfigFile, OverrideTable, ProfileTable, known_keys
from checker.configuring.toml import Lines, parsed
from checker.errors import FilesRefused, Problem
from checker.rulebook.lines import line_of
from checker.settings import AUTO, Override

FOLDERS, FILES = ("rules", "packs"), ("facts", "suppressions")


@dataclass(frozen=True, slots=True)
class ConfigurationFile:
    """What a file says: `values` by the names of `Settings`, only those that it sets; `lines` by key from the top."""

    path: str
    values: dict[str, object]
    lines: Lines

    def place(self, *key: str | int) -> str:
        """Where a key stands, for people: "factcheck.toml:3"."""
        line = line_of(self.lines, key)
        return self.path if line is None else f"{self.path}:{line}"


def read_file(path: str, shown: str | None = None) -> ConfigurationFile:
    """The settings in a file; `shown` is its path as messages name it. Raises FilesRefused with all problems."""
    shown = shown or path
    data, lines = _own(path, shown)
    folder = os.path.dirname(os.path.abspath(path))
    problems = [*_missing(data, folder, lines, shown), *_outside(data, folder, lines, shown)]
    try:
        config = ConfigFile.model_validate(data)
    except ValidationError as error:
        problems += _problems(error, lines, shown)
    if problems:
        raise FilesRefused(tuple(sorted(problems, key=lambda problem: (problem.line or 0, problem.key or ""))))
    return ConfigurationFile(shown, _values(config, folder), lines)


def _own(path: str, shown: str) -> tuple[dict, Lines]:
    """The tables of the file that are ours, and the lines of their keys."""
    data, lines = parsed(path, shown)
    if os.path.basename(path) != SHARED:
        return data, lines
    tools = data.get("tool", {})
    tools = tools.get("factcheck", {}) if isinstance(tools, dict) else tools
    if not isinstance(tools, dict):
        hint = "Try: [tool.factcheck]"
        raise FilesRefused((Problem(shown, "is not a table", line_of(lines, ("tool", "factcheck")), "tool.factcheck", hint),))
    return tools, {key[2:]: line for key, line in lines.items() if key[:2] == ("tool", "factcheck") and key[2:]}


# ---------------------------------------------------------------- what is wrong, for people

_SAID = {
    "string_type": ("is not a text", 'Try: "..." in quotes'),
    "list_type": ("is not a list", 'Try: ["..."] in brackets'),
    "dict_type": ("is not a table", "Try: key = value lines under a [heading]"),
    "model_type": ("is not a table", "Try: key = value lines under a [[heading]]"),
    "string_too_short": ("is empty", "Try: a text"),
    "too_short": ("is too short", "Try: more entries"),
    "too_long": ("is too long", "Try: fewer entries"),
    "missing": ("is missing", 'Try: paths = ["drafts"]'),
}
_WANTED = {
    "jobs": "a number from 0 on, or \"auto\"",
    "cache": "true, false, or a folder in quotes",
    "solver": "true or false",
    "today": "a date such as 2026-03-31, without quotes",
    "min-coverage": "a percentage from 0 to 100",
    "hedges": "0.2 (for 20%), or two factors such as [0.8, 1.2]",
}


def _problems(error: ValidationError, lines: dict, shown: str) -> tuple[Problem, ...]:
    found: dict[Problem, None] = {}
    for item in error.errors():
        key = item["loc"]
        depth = next((i for i, part in enumerate(key) if part in _WANTED), None)
        if depth is not None and key[0] != "severity":  # alternatives: one sentence for all of them
            key = key[: depth + (2 if key[depth] == "hedges" else 1)]
        message, hint = _said(item, key)
        found[Problem(shown, message, line_of(lines, key), _named(key), hint)] = None
    return tuple(found)


def _said(item: dict, key: tuple[str | int, ...]) -> tuple[str, str]:
    name = str(key[-1])
    if item["type"] == "extra_forbidden":
        known = known_keys(key[:-1])
        near = get_close_matches(name, known, 1)
        return f"unknown key {name!r}", f"Did you mean {near[0]}?" if near else f"Try one of: {', '.join(known)}"
    wanted = next((_WANTED[part] for part in reversed(key) if part in _WANTED), None)
    if wanted:
        return f"is not {wanted}", ""
    if item["type"] == "literal_error":
        words = re.findall(r"'([^']*)'", item["ctx"]["expected"])
        near = get_close_matches(str(item["input"]), words, 1)
        return f"cannot be {item['input']!r}", f"Did you mean {near[0]}?" if near else f"Try: {', '.join(words)}"
    return _SAID.get(item["type"], (item["msg"][0].lower() + item["msg"][1:], ""))


def _named(key: tuple[str | int, ...]) -> str:
    """A key as people point to it, entries counted from one: overrides[2].ignore."""
    text = ""
    for part in key:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def _missing(data: dict, folder: str, lines: dict, shown: str):
    """Files and folders that the configuration names and that are not there."""
    for key in (*FOLDERS, *FILES):
        given = data.get(key)
        for number, name in enumerate(given if isinstance(given, list) else ()):
            if isinstance(name, str) and not os.path.exists(os.path.join(folder, name)):
                yield Problem(shown, f"no such file or folder: {name}", line_of(lines, (key, number)), key)


def _outside(data: dict, folder: str, lines: Lines, shown: str):
    """Files that would be written outside the project: a file that came with documents must not reach beyond them."""
    outputs = data.get("outputs")
    written = [("outputs", number, name) for number, name in enumerate(outputs if isinstance(outputs, list) else ())]
    home = os.path.realpath(folder)
    for key, number, name in [*written, ("cache", 0, data.get("cache"))]:
        if not isinstance(name, str) or name.rpartition("=")[2] == "-":
            continue
        place = os.path.realpath(os.path.join(folder, name.rpartition("=")[2]))
        if place != home and not place.startswith(os.path.join(home, "")):
            yield Problem(shown, f"{name} is outside the folder of this file", line_of(lines, (key, number)), key, _OUTSIDE)


_OUTSIDE = "Try: a file below it, or --output on the command line"

# ---------------------------------------------------------------- into settings


def _values(config: ConfigFile, folder: str) -> dict[str, object]:
    """What the file sets, in the types of `Settings`; paths as the program opens them."""
    values = {name: getattr(config, name) for name in config.model_fields_set}
    for name in {*FOLDERS, *FILES, "documents"} & values.keys():
        values[name] = tuple(_placed(folder, path) for path in values[name])
    if "outputs" in values:
        values["outputs"] = tuple(_placed_output(folder, output) for output in values["outputs"])
    if "exclude" in values:
        values["exclude"] = tuple(values["exclude"])
    if "baseline" in values:
        values["baseline"] = _placed(folder, values["baseline"])
    if "cache" in values:
        given = values["cache"]
        values["cache"] = None if given is False else _placed(folder, CACHE if given is True else given)
    if "min_coverage" in values:
        values["min_coverage"] = Decimal(values["min_coverage"])
    if values.get("jobs") == "auto":
        values["jobs"] = AUTO
    if "today" in values:
        values["today"] = values["today"].isoformat()
    values.update(_profile(config))
    if "overrides" in values:
        values["overrides"] = tuple(Override(tuple(o.paths), **_profile(o)) for o in config.overrides)
    return {name: value for name, value in values.items() if value is not None or name == "cache"}


def _profile(table: ProfileTable | OverrideTable) -> dict[str, object]:
    """The keys that may differ between documents, only those that are set."""
    made: dict[str, object] = {
        "select": None if table.select is None else tuple(table.select),
        "ignore": tuple(table.ignore),
        "severity": tuple(table.severity.items()),
        "hedges": tuple((name, tuple(map(Decimal, given if isinstance(given, list) else [given]))) for name, given in table.hedges.items()),
    }
    return {name: made[name] for name in made if name in table.model_fields_set}


def _placed(folder: str, path: str) -> str:
    """A path of the file as seen from the working folder, short where it can be."""
    return short(os.path.normpath(os.path.join(folder, path)))


def _placed_output(folder: str, output: str) -> str:
    """FORMAT=FILE or FILE with its file placed."""
    form, mark, path = output.rpartition("=")
    return f"{form}{mark}{_placed(folder, path)}"
