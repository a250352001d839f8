"""The settings as `factcheck config` prints them: a configuration file that says the same, and who said what."""

from __future__ import annotations

from dataclasses import fields

from checker.configuring.effective import Effective
from checker.settings import AUTO, Override, Settings

TABLES = ("severity", "hedges")


def shown(found: Effective) -> str:
    """Every setting as a line of TOML with where it comes from; what is not set is a comment."""
    settings = found.settings
    lines = [f"# configuration file: {found.file or 'none'}", f"# patterns are relative to: {settings.base}", ""]
    rows = []
    for name in [f.name for f in fields(Settings)]:
        if name not in (*TABLES, "overrides", "base"):
            rows.append((_line(name, getattr(settings, name)), found.origins[name]))
    for name in TABLES:
        entries = getattr(settings, name)
        rows += [("", None), (f"[{name}]", None)] if entries else []
        rows += [(f"{key} = {_value(value)}", found.place((name, key))) for key, value in entries]
    for number, override in enumerate(settings.overrides):
        rows += [("", None), ("[[overrides]]", None)]
        rows += [(line, found.place(("overrides", number, *key))) for line, key in _override(override)]
    width = max(len(line) for line, _ in rows) + 2
    lines += [f"{line:<{width}}# {origin}" if origin else line for line, origin in rows]
    return "\n".join(lines) + "\n"


def _line(name: str, value) -> str:
    key = name.replace("_", "-")
    if name == "jobs" and value == AUTO:
        value = "auto"
    if name == "cache" and value is None:
        return "cache = false"
    return f"# {key} is not set" if value is None else f"{key} = {_value(value, name == 'today')}"


def _override(override: Override):
    for name in ("paths", "select", "ignore"):
        if getattr(override, name):
            yield f"{name} = {_value(getattr(override, name))}", (name,)
    for name in TABLES:
        for key, value in getattr(override, name):
            yield f"{name}.{key} = {_value(value)}", (name, key)


def _value(value, bare: bool = False) -> str:
    """A value as TOML writes it."""
    if isinstance(value, tuple):
        alone = len(value) == 1 and not isinstance(value[0], str)
        return _value(value[0]) if alone else f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str) and not bare:
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'
    return str(value).lower() if isinstance(value, bool) else str(value)
