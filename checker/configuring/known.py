"""Names in the settings that only the rules and the language pack know: every one that means nothing is a problem."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from checker.configuring.effective import COMMAND_LINE, Effective
from checker.errors import FilesRefused, Problem, UsageError


def demand_known(found: Effective, rules: Iterable[str], hedges: Iterable[str]) -> None:
    """Raises FilesRefused, or UsageError for the command line's, with every rule and hedge that there is not."""
    rules, hedges = sorted(rules), sorted(hedges)
    problems = list(_problems(found, rules, hedges))
    if not problems:
        return
    if all(problem.path == COMMAND_LINE for problem in problems):
        raise UsageError("\n".join(f"{p.key}: {p.message}{f'. {p.hint}' if p.hint else ''}" for p in problems))
    raise FilesRefused(tuple(problems))


def _problems(found: Effective, rules: list[str], hedges: list[str]) -> Iterator[Problem]:
    for table, part in [((), found.settings), *((("overrides", i), o) for i, o in enumerate(found.settings.overrides))]:
        for key in ("select", "ignore"):
            for number, pattern in enumerate(getattr(part, key) or ()):
                if not any(fnmatchcase(rule, pattern) for rule in rules):
                    yield _problem(found, (*table, key, number), key, "rule", pattern, rules)
        for key, names, what in (("severity", rules, "rule"), ("hedges", hedges, "hedge")):
            for name, _ in getattr(part, key):
                if name not in names:
                    yield _problem(found, (*table, key, name), key, what, name, names)


def _problem(found: Effective, place: tuple, key: str, what: str, name: str, known: list[str]) -> Problem:
    from difflib import get_close_matches  # only where something is wrong

    near = get_close_matches(name, known, 1)
    hint = f"Did you mean {near[0]}?" if near else f"Try one of: {', '.join(known)}" if len(known) < 20 else None
    if len(place) == 2 and found.origins[key] == COMMAND_LINE:
        return Problem(COMMAND_LINE, f"there is no {what} {name!r}", None, f"--{key}", hint)
    if len(place) == 2 and COMMAND_LINE in found.origins[key]:
        return Problem(found.origins[key], f"there is no {what} {name!r}", None, key, hint)
    path, _, line = found.place(place).rpartition(":")
    return Problem(path, f"there is no {what} {name!r}", int(line), key, hint)
