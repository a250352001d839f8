"""Errors for people: what is wrong, where, and what to do.

The only exceptions that the command line turns into messages. A *document* never raises one of these while it is
checked; it yields verdicts and notes. They are for what a person wrote by hand or typed: paths, options, rule files,
language packs, configuration.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a file that a person wrote.

    >>> str(Problem("rules/x.toml", "unknown key 'equaton'", line=3, key="equaton", hint="Try: equation"))
    "rules/x.toml:3: equaton: unknown key 'equaton'. Try: equation"
    """

    path: str
    message: str
    line: int | None = None
    key: str | None = None
    hint: str | None = None

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        key = f" {self.key}:" if self.key else ""
        hint = f". {self.hint}" if self.hint else ""
        return f"{place}:{key} {self.message}{hint}"


class FactcheckError(Exception):
    """Base of the errors that the command line shows as a message without a traceback."""


class UsageError(FactcheckError):
    """The command was called wrongly: a missing path, an unknown format."""


class ReadError(FactcheckError):
    """One document cannot be read; the others still are."""


class FilesRefused(FactcheckError):
    """Rule files, packs or configuration with problems, all of them at once."""

    def __init__(self, problems: tuple[Problem, ...]):
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self):  # so that it comes home from another process
        return FilesRefused, (self.problems,)
