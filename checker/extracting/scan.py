"""A text being read for typed numbers, and what the readers hand back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from checker.extracting.vocabulary import Endings, Vocabulary
from checker.model import Tokens, When
from checker.rational import Fraction

_MARGIN = 16  # no reader looks farther than this beyond the text; an index below 0 lands there too
_LONGEST = 9  # digits of a number that is worth converting here

# Digits with single marks between them, as one piece: 1985/86, 3.11.2, 2023-03-24, 10:45.
_CLUSTER = re.compile(r"\d+(?:[.,:∶/\-–—‒'’·‑]\d+)*")
_CAPITALS = re.compile(r" (?<=[A-Z] )(\d{1,3})(?![\w%$£€]|[.,:/]\d| ?[-–] ?\d)(?! [A-Z]{3})")
_BEFORE = re.compile(r"(?:^|(?<![A-Z\d] )(?<![\w$]))([A-Z]{2,5})$")
_DIGITS = re.compile(r"\d+")
_DASHES = str.maketrans("–—‒‑∶", "----:")


@dataclass(frozen=True, slots=True)
class Scan:
    """The words with a margin of empty ones at the end, so that readers may look around without asking for the end."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    book: Vocabulary
    barred: frozenset[str] = frozenset()  # halves of the day that are units in this text
    named: Mapping[tuple[str, str], int] = field(default_factory=dict)  # capitals and the number that the text puts behind them, how often
    clocked: bool = False  # times of day are written with a full stop in this text

    def glued(self, at: int) -> bool:
        """Whether token `at` and the next touch."""
        return self.ends[at] == self.starts[at + 1]

    def upper(self, at: int) -> bool:
        """Whether token `at` is written with a capital."""
        return self.text[self.starts[at] : self.starts[at] + 1].isupper()

    def number(self, at: int) -> int | None:
        """The value of a token that is a run of digits of bearable length."""
        word = self.words[at]
        return int(word) if word.isdecimal() and len(word) <= _LONGEST else None

    def measured(self, at: int) -> bool:
        """Whether a unit or scale stands at token `at`: "3 pct", "3-mile"."""
        measures = self.book.words["measures"]
        word = self.words[at]
        if word == "-" and self.ends[at - 1] == self.starts[at]:
            return self.words[at + 1] in measures and self.glued(at)
        return word in measures and not (word in self.book.words["money-signs"] and self.words[at + 1].isdecimal())

    def named_unit(self, at: int) -> str | None:
        """Which unit of the calendar token `at` is, by its key in the pack."""
        return self.book.named["units"].get(self.words[at]) or self.book.named["lengths"].get(self.words[at])

    def ends_phrase(self, table: Endings, at: int) -> int:
        """The first token of a phrase of the table whose last word is token `at`, or -1."""
        for before in table.get(self.words[at], ()):
            first = at - len(before)
            if first >= 0 and (not before or tuple(self.words[first:at]) == before):
                return first
        return -1


class Cluster(NamedTuple):
    """Numbers joined without spaces: first and last token, end offset, the marks between ("-", "--", "/")."""

    first: int
    last: int
    end: int
    marks: str


class Hit(NamedTuple):
    """What a reader found: tokens first..last; `low` and `high` are the two numbers of a score or a span of years."""

    kind: str
    first: int
    last: int
    when: When | None = None
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    number: int = -1  # the token of the numeral, where there is one
    doubt: int = 0  # what a year still needs, see years.py


def open_scan(text: str, tokens: Tokens, book: Vocabulary) -> Scan:
    beyond = len(text)
    edges = [beyond + 2 * step for step in range(1, _MARGIN + 1)]
    return Scan(text, tokens.words + [""] * _MARGIN, tokens.starts + edges, tokens.ends + edges, book, _barred(text, book), _named(text))


def _named(text: str) -> dict[tuple[str, str], int]:
    """Capitals with a small number that come more than once with the same: "US 2", "EU 28"."""
    found: Counter[tuple[str, str]] = Counter()
    for match in _CAPITALS.finditer(text):
        letters = _BEFORE.search(text[max(match.start() - 8, 0) : match.start()])
        if letters:
            found[letters[1].lower(), match[1]] += 1
    return {name: times for name, times in found.items() if times > 1}


def _barred(text: str, book: Vocabulary) -> frozenset[str]:
    rivals = book.numbered["clock.rivals"]
    named = {group for word, group in rivals.items() if len(word) > _MARGIN // 4 and word in text}
    return frozenset(word for word, group in rivals.items() if group in named)


def cluster_at(scan: Scan, at: int) -> Cluster:
    """The cluster that starts with the digits of token `at`."""
    start = scan.starts[at]
    end = _CLUSTER.match(scan.text, start).end()  # type: ignore[union-attr]  # the caller saw a digit
    if end == scan.ends[at]:
        return Cluster(at, at, end, "")
    marks = _DIGITS.sub("", scan.text[start:end]).translate(_DASHES)
    return Cluster(at, at + 2 * len(marks), end, marks)
