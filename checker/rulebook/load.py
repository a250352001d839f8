"""Rule files -> rules, from what is compiled where possible; all problems of all files at once.

`load_rules([folder, file])` looks at each file's bytes, takes the compiled rule that fits them (shipped, or in the
user's cache) and compiles the others. Promises: rules in the order of their ids, one rule an id, or FilesRefused.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.errors import FilesRefused, Problem
from checker.model import Rule
from checker.rulebook import compiled

_PACKAGE = Path(__file__).resolve().parent.parent


def shipped_folder() -> Path:
    """The folder of the rules that come with the program: in the wheel, or beside the package in its source tree."""
    inside = _PACKAGE / "_rules"
    return inside if inside.is_dir() else _PACKAGE.parent / "rules"


def shipped_rules() -> tuple[Rule, ...]:
    """The rules that come with the program."""
    return load_rules([shipped_folder()])


def load_rules(paths: Iterable[str | Path]) -> tuple[Rule, ...]:
    """The rules of files and folders (every *.toml directly in them), by id.

    Raises FilesRefused with every problem of every file, among them two files with one id.
    """
    problems: list[Problem] = []
    rules: list[Rule] = []
    for path in _files(paths, problems):
        found = _load(path)
        if isinstance(found, Rule):
            rules.append(found)
        else:
            problems += found
    problems += _doubled(rules)
    if problems:
        raise FilesRefused(tuple(problems))
    return tuple(sorted(rules, key=lambda rule: rule.id))


def compile_rules(folder: str | Path) -> dict[str, Rule]:
    """The rules of a folder, each compiled anew, by the digest of its file. Raises FilesRefused."""
    problems: list[Problem] = []
    rules: dict[str, Rule] = {}
    for path in _files([folder], problems):
        content = path.read_bytes()
        found = _build(content, path)
        if isinstance(found, Rule):
            rules[_digest(content)] = found
        else:
            problems += found
    problems += _doubled(list(rules.values()))
    if problems:
        raise FilesRefused(tuple(problems))
    return rules


def _files(paths: Iterable[str | Path], problems: list[Problem]) -> Iterator[Path]:
    """Each file once, in the order of the paths; a path that is missing is a problem."""
    seen = set()
    for path in map(Path, paths):
        if not path.exists():
            problems.append(Problem(str(path), "no such file or folder", hint="Try: a rule file or a folder of them"))
            continue
        for file in sorted(path.glob("*.toml")) if path.is_dir() else [path]:
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _load(path: Path) -> Rule | tuple[Problem, ...]:
    try:
        content = path.read_bytes()
    except OSError as error:
        return (Problem(str(path), f"cannot be read: {error.strerror}", hint="Try: its permissions"),)
    digest = _digest(content)
    rule = compiled.shipped_rule(digest, str(path)) or compiled.cached_rule(digest, str(path))
    if rule is not None and rule.id == path.stem:
        return rule
    found = _build(content, path)
    if isinstance(found, Rule):
        compiled.keep(digest, found)
    return found


def _build(content: bytes, path: Path) -> Rule | tuple[Problem, ...]:
    from checker.rulebook.build import build  # slow: sympy and pydantic, only when something is to be compiled

    return build(content, path)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _doubled(rules: list[Rule]) -> Iterator[Problem]:
    """Two rules with one id: a problem at both places, each naming the other."""
    places: dict[str, list[str]] = {}
    for rule in rules:
        places.setdefault(rule.id, []).append(rule.origin)
    for name, origins in places.items():
        for origin in origins if len(origins) > 1 else ():
            others = ", ".join(f"{other}:{_id_line(other)}" for other in origins if other != origin)
            yield Problem(origin, f"{name!r} is also the id of {others}", _id_line(origin), "id", "Try: another name")


def _id_line(origin: str) -> int:
    from checker.rulebook.lines import line_of, lines_of

    return line_of(lines_of(Path(origin).read_text("utf-8")), ("id",)) or 1
