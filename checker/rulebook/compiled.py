"""Rules as JSON, so that a warm start needs neither sympy nor pydantic nor a TOML parser.

Shipped rules travel in compiled.json next to this module, a user's own are kept in the user's cache folder; both are
found by the SHA-256 of the rule file's bytes. A cache that cannot be read or written is no error: the rule is
compiled again.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import asdict, fields
from functools import lru_cache
from pathlib import Path

from checker.model import Role, Rule

SHIPPED = Path(__file__).with_name("compiled.json")
FORMAT = 3  # raise it whenever the same rule file compiles to something else


def to_data(rule: Rule) -> dict:
    """A rule as plain JSON data; where it came from is not part of it."""
    data = asdict(rule)
    del data["origin"]
    data["tight"] = sorted(rule.tight)
    for role in data["roles"]:
        role["kinds"] = sorted(role["kinds"])
    return data


def from_data(data: dict, origin: str) -> Rule:
    """The rule of `to_data`; raises KeyError, TypeError or ValueError for what never was one."""
    data = {**data, "origin": origin}
    roles = tuple(Role(**{**role, "kinds": frozenset(role["kinds"])}) for role in data["roles"])
    changed = {
        "roles": roles,
        "frames": tuple(data["frames"]),
        "left": _tuples(data["left"]),
        "right": _tuples(data["right"]),
        "forms": {role: _tuples(form) for role, form in data["forms"].items()},
        "tight": frozenset(data["tight"]),
        "link": {key: tuple(value) if key == "phrases" else _tuples(value) for key, value in data["link"].items()},
        "examples": {heading: tuple(entries) for heading, entries in data["examples"].items()},
    }
    return Rule(**{**data, **changed})


def _tuples(value):
    return tuple(map(_tuples, value)) if isinstance(value, list) else value


# ---------------------------------------------------------------- shipped


def path() -> Path:
    """The file that holds the shipped rules, compiled."""
    return SHIPPED


def text() -> str:
    """What that file should hold, from the rule files as they are now. Raises FilesRefused."""
    from checker.rulebook.load import compile_rules, shipped_folder  # here, for load uses this module

    return compiled_text(compile_rules(shipped_folder()))


def shipped_rule(digest: str, origin: str) -> Rule | None:
    """The compiled rule of a file with this digest, if it is one that travels with the program."""
    data = _shipped().get(digest)
    return None if data is None else _read(data, origin)


@lru_cache(maxsize=1)
def _shipped() -> dict[str, dict]:
    try:
        data = json.loads(SHIPPED.read_text("utf-8"))
        return data["rules"] if data["format"] == FORMAT else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def compiled_text(rules: dict[str, Rule]) -> str:
    """The contents of compiled.json for rules by digest: one rule a line, in the order of their ids."""
    rows = [
        f"{json.dumps(digest)}: {json.dumps(to_data(rule), ensure_ascii=False, sort_keys=True)}"
        for digest, rule in sorted(rules.items(), key=lambda entry: entry[1].id)
    ]
    return f'{{"format": {FORMAT}, "rules": {{\n' + ",\n".join(rows) + "\n}}\n"


# ---------------------------------------------------------------- the user's cache


def cache_folder() -> Path | None:
    """Where this user's programs keep what can be made again; `None` where there is no home."""
    try:
        if sys.platform == "win32":
            base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        elif sys.platform == "darwin":
            base = Path.home() / "Library" / "Caches"
        else:
            base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    except RuntimeError:
        return None
    return base / "factcheck" / "rules"


def cached_rule(digest: str, origin: str) -> Rule | None:
    """The rule compiled earlier for a file with this digest."""
    folder = cache_folder()
    try:
        return folder and _read(json.loads(_entry(folder, digest).read_text("utf-8")), origin)
    except (OSError, ValueError):
        return None


def keep(digest: str, rule: Rule) -> None:
    """Put a compiled rule into the cache, whole or not at all."""
    folder = cache_folder()
    if folder is None:
        return
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{digest}.{os.getpid()}"
        unfinished.write_text(json.dumps(to_data(rule)), "utf-8")
        unfinished.replace(_entry(folder, digest))
    except OSError:
        return


def _entry(folder: Path, digest: str) -> Path:
    return folder / f"{digest}-{FORMAT}.json"


_FIELDS = frozenset(field.name for field in fields(Rule)) - {"origin"}


def _read(data, origin: str) -> Rule | None:
    """The rule, or `None` where another version wrote the data or somebody spoilt it."""
    try:
        return from_data(data, origin) if data.keys() == _FIELDS else None
    except (AttributeError, KeyError, TypeError, ValueError):
        return None
