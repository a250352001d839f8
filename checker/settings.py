"""What a run may be told: one frozen value, whoever tells it (a configuration file, the command line, a program).

A leaf. Paths are as the program opens them; those in patterns are relative to `base`, the folder of the configuration
file. Everything is hashable and has a default: `Settings()` is a run without any configuration.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from decimal import Decimal
from fnmatch import fnmatchcase
from functools import lru_cache

FAIL_ON = ("fail", "warn", "never")
AUTO = 0  # jobs: as many as there are processors, where the documents are worth it


@dataclass(frozen=True, slots=True)
class Profile:
    """How one document is checked: which rules, how grave they are, how wide hedges are read.

    `select` and `ignore` are patterns over rule ids. `severity` gives (rule id, severity), `hedges` (hedge, ends as
    factors), one number for the distance from 1: ("about", (Decimal("0.2"),)).
    """

    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    hedges: tuple[tuple[str, tuple[Decimal, ...]], ...] = ()

    def applies(self, rule: str) -> bool:
        """Whether the rule of this id is to be used."""
        return _any(self.select, rule) and not _any(self.ignore, rule)


@dataclass(frozen=True, slots=True)
class Override:
    """What is different for the documents that one of the patterns matches; `select` replaces, the rest adds."""

    paths: tuple[str, ...]
    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    hedges: tuple[tuple[str, tuple[Decimal, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a run; the key of each in a configuration file is its name with hyphens."""

    select: tuple[str, ...] = ("*",)
    ignore: tuple[str, ...] = ()
    severity: tuple[tuple[str, str], ...] = ()
    hedges: tuple[tuple[str, tuple[Decimal, ...]], ...] = ()
    overrides: tuple[Override, ...] = ()
    rules: tuple[str, ...] = ()  # folders of further rules
    packs: tuple[str, ...] = ()  # folders of further words
    facts: tuple[str, ...] = ()  # files of known facts
    exclude: tuple[str, ...] = ()  # patterns of documents to pass over in folders
    outputs: tuple[str, ...] = ()  # files to write, as --output has them
    documents: tuple[str, ...] = ()  # what the outputs are about; none: any run
    fail_on: str = "fail"
    min_coverage: Decimal = Decimal(0)  # percent of the numbers
    jobs: int = AUTO
    cache: str | None = None  # the folder
    baseline: str | None = None
    suppressions: tuple[str, ...] = ()
    solver: bool = False  # whether what propagation cannot decide is put to the solver
    today: str | None = None  # ISO date, for suppressions that expire
    base: str = ""

    def profile(self, path: str) -> Profile:
        """How the document at `path`, relative to `base` and with forward slashes, is checked; later overrides win."""
        select, ignore = self.select, self.ignore
        severity, hedges = dict(self.severity), dict(self.hedges)
        for other in self.overrides:
            if any(matches(pattern, path) for pattern in other.paths):
                select = select if other.select is None else other.select
                ignore += other.ignore
                severity.update(other.severity)
                hedges.update(other.hedges)
        return Profile(select, ignore, tuple(severity.items()), tuple(hedges.items()))


def matches(pattern: str, path: str) -> bool:
    """Whether a pattern, in the notation of .gitignore, means a path or a folder above it.

    >>> [matches("drafts", p) for p in ("drafts/a.md", "old/drafts/a.md", "drafts.md")]
    [True, True, False]
    >>> [matches("docs/*.md", p) for p in ("docs/a.md", "docs/old/a.md", "more/docs/a.md")]
    [True, False, False]
    >>> matches("docs/**/*.md", "docs/a.md"), matches("*.md", "docs/old/a.md")
    (True, True)
    """
    return _pattern(pattern).fullmatch(path) is not None


def relative(path: str, folder: str) -> str:
    """A path as seen from a folder, with forward slashes; as it is where there is no way from one to the other.

    >>> relative("docs/old/a.md", "docs"), relative("a.md", "docs")
    ('old/a.md', '../a.md')
    """
    try:
        path = os.path.relpath(path, folder)
    except ValueError:  # on another drive
        pass
    return path.replace(os.sep, "/")


@lru_cache(maxsize=512)
def _pattern(pattern: str) -> re.Pattern[str]:
    body = pattern.removeprefix("./").strip("/")
    anchored = "/" in pattern.removeprefix("./").rstrip("/")
    parts = re.split(r"(\*\*/|\*\*|\*|\?|\[!?[^\]/]+\])", body)
    stars = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    made = "".join(stars.get(p) or (f"[^{p[2:]}" if p[:2] == "[!" else p if i % 2 else re.escape(p)) for i, p in enumerate(parts))
    return re.compile(("" if anchored else "(?:.*/)?") + made + "(?:/.*)?", re.DOTALL)


def _any(patterns: tuple[str, ...], name: str) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)
