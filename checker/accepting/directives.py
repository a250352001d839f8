"""Comments that accept findings, read: which rules, on which lines, until when, and why.

    <!-- factcheck-ignore share-of-total: the county counts closed parks -->          this line, or what follows
    <!-- factcheck-ignore share-of-total until 2026-12-31: to be mended -->           the last day on which it holds
    <!-- factcheck-off sum-of-parts, balance: the ministry's own sums -->             from here on
    <!-- factcheck-on -->                                                             up to here
    <!-- factcheck-ignore-file *: wrong on purpose -->                                the whole document

A comment with text on its line speaks of that line; one alone speaks of the paragraph or table below it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from checker.reporting.build import line_starts, place

LINE, FILE, OFF, ON = "factcheck-ignore", "factcheck-ignore-file", "factcheck-off", "factcheck-on"
EVERY = "*"
MOST = 1000  # of one document: nobody writes more by hand
_COMMENT = re.compile(r"<!--\s*(factcheck[\w-]*)(.*)-->", re.DOTALL)
_UNTIL = re.compile(r"\s+until\s+(\S+)$")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Directive:
    """One comment: its place, the lines it covers (from 1, both included; none where it is wrong), what it says."""

    start: int
    end: int
    rules: tuple[str, ...] = ()
    lines: tuple[int, int] = (0, -1)
    reason: str | None = None
    until: str | None = None
    wrong: str | None = None  # why it is not applied

    def covers(self, rule: str, lines: Iterable[int]) -> bool:
        """Whether it accepts findings of a rule that touch these lines."""
        return (rule in self.rules or EVERY in self.rules) and any(self.lines[0] <= line <= self.lines[1] for line in lines)


def directives(text: str, comments: Iterable[tuple[int, int]], known: frozenset[str]) -> tuple[Directive, ...]:
    """What the comments of a text say about the rules that are known, in the order of the text; the first `MOST`."""
    matches = ((start, end, _COMMENT.fullmatch(text, start, end)) for start, end in comments)
    said = list(islice((found for found in matches if found[2]), MOST + 1))
    rows = _Rows(text) if said else None
    found: list[Directive] = []
    opened: list[int] = []
    for number, (start, end, match) in enumerate(said):
        if number == MOST:
            found.append(Directive(start, end, wrong=f"only the first {MOST} of a document are read"))
        elif match[1] == ON:
            found += _closed(match[2], rows.at(start), Directive(start, end), found, opened)
        else:
            made = _read(match[1], match[2].strip(), Directive(start, end), known)
            if made.wrong is None:
                made = replace(made, lines=rows.covered(match[1], start, end))
                opened += [len(found)] if match[1] == OFF else []
            found.append(made)
    return tuple(found)


def _read(kind: str, said: str, made: Directive, known: frozenset[str]) -> Directive:
    """The directive with its rules, date and reason, or with what is wrong."""
    if kind not in (LINE, FILE, OFF):
        return replace(made, wrong=f"there is no {kind}. Try: {LINE}, {FILE}, {OFF} or {ON}")
    head, _, reason = said.partition(":")
    until = _UNTIL.search(f" {head.strip()}")
    head = f" {head.strip()}"[: until.start()] if until else head
    rules = tuple(name.strip() for name in head.split(",") if name.strip())
    made = replace(made, rules=rules, reason=" ".join(reason.split()) or None, until=until and until[1])
    return replace(made, wrong=_wrong(kind, made, known))


def _wrong(kind: str, made: Directive, known: frozenset[str]) -> str | None:
    example = f"<!-- {kind} {', '.join(made.rules) or 'RULE'}: why -->"
    if not made.rules:
        return f"it names no rule. Try: {example}"
    unknown = [rule for rule in made.rules if rule not in known and rule != EVERY]
    if unknown:
        from difflib import get_close_matches  # only where something is wrong

        near = get_close_matches(unknown[0], sorted(known), 1)
        return f"there is no rule {unknown[0]!r}" + (f". Did you mean {near[0]}?" if near else "")
    if made.until and not is_day(made.until):
        return f"{made.until} is not a date. Try: 2026-03-31"
    return None if made.reason else f"it gives no reason. Try: {example}"


def is_day(text: str) -> bool:
    """Whether a text is a date such as 2026-03-31."""
    from datetime import date

    try:
        return _DAY.fullmatch(text) is not None and date.fromisoformat(text) is not None
    except ValueError:
        return False


def _closed(said: str, line: int, closing: Directive, found: list[Directive], opened: list[int]) -> list[Directive]:
    """Ends what is open, all of it or the rules that are named; where nothing is, the comment is wrong."""
    names = {name.strip() for name in said.partition(":")[0].split(",") if name.strip()}
    ended = [index for index in opened if not names or names & {*found[index].rules}]
    for index in ended:
        found[index] = replace(found[index], lines=(found[index].lines[0], line))
        opened.remove(index)
    return [] if ended else [replace(closing, wrong=f"there is no {OFF} before it")]


class _Rows:
    """The lines of a text, asked where an offset stands and where a paragraph ends."""

    def __init__(self, text: str):
        self.starts = line_starts(text)
        self.rows = [text[start:end] for start, end in zip(self.starts, [*self.starts[1:], len(text)])]

    def at(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return place(self.starts, offset)[0]

    def covered(self, kind: str, start: int, end: int) -> tuple[int, int]:
        """The first and last line that a comment speaks of."""
        rows, first, last = self.rows, self.at(start), self.at(end - 1)
        if kind == FILE:
            return 1, len(rows)
        if kind == OFF:
            return first, len(rows)
        before = rows[first - 1][: start - self.starts[first - 1]]
        after = rows[last - 1][end - self.starts[last - 1] :]
        if before.strip() or after.strip():
            return first, last
        top = next((n for n in range(last, len(rows)) if rows[n].strip()), len(rows))
        below = next((n for n in range(top, len(rows)) if not rows[n].strip()), len(rows))
        return top + 1, below
