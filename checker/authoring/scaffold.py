"""The first draft of a rule: a file that loads and whose examples hold, to be changed line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from checker.errors import UsageError

KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def draft(name: str, folder: str | Path, taken: Iterable[str]) -> Path:
    """Write the draft of the rule `name` into a folder, which is made where it is missing; the path of the file.

    Raises UsageError for a name that no rule may have, one that is taken, and a file that is there already.
    """
    if not KEBAB.fullmatch(name):
        slug = "-".join(re.findall(r"[a-z0-9]+", name.lower()))
        raise UsageError(f"{name!r} is not in kebab-case. Try: {slug or 'seats-left'}")
    if name in frozenset(taken):
        raise UsageError(f"a rule {name} comes with the program: factcheck explain {name}. Try: another name")
    path = Path(folder) / f"{name}.toml"
    if path.exists():
        raise UsageError(f"{path} is there already and was left as it is. Try: another name, or delete it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(path, "x", encoding="utf-8", newline="\n") as file:
            file.write(text(name))
    except OSError as error:
        raise UsageError(f"cannot write {path}: {(error.strerror or str(error)).lower()}") from None
    return path


def text(name: str) -> str:
    """What the draft holds."""
    return Path(__file__).with_name("scaffold.toml").read_text("utf-8").replace("RULE-ID", name)
