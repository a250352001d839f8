"""A document's text as lines of HTML, every number a link to its check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from checker.reporting.build import line_starts
from checker.reporting.findings import rank
from checker.reporting.report import DocumentReport

LISTED = 20  # checks named on one number
_ROW = re.compile(r"[ ]*\||[^\t\r\n]*\t")  # of a table: its columns need letters of one width


class Piece(NamedTuple):
    """A stretch of text and the checks that it takes part in, by index, the worst first; none where it was not checked."""

    start: int
    end: int
    checks: tuple[int, ...]
    reason: str | None


def pieces(document: DocumentReport) -> list[Piece]:
    """The marked stretches, apart from one another: spans that overlap are cut where one begins or ends."""
    ends: list[tuple[int, int, int]] = []  # offset, opens (1) or closes (0), check
    for index, check in enumerate(document.checks):
        for start, end in {(e.start, e.end) for e in check.evidence if e.start < e.end}:
            ends += [(start, 1, index), (end, 0, index)]
    reasons = {}
    for item in document.unchecked:
        if item.start < item.end:
            reasons[item.start] = item
    found, active, last = [], {}, 0
    for offset, opens, index in sorted(ends):
        if active and offset > last:
            ranked = sorted(active, key=lambda i: (*rank(document.checks[i]), i))
            found.append(Piece(last, offset, tuple(ranked[:LISTED]), None))
        active[index] = active.get(index, 0) + (1 if opens else -1)
        if not active[index]:
            del active[index]
        last = offset
    return _with_unchecked(found, reasons)


def _with_unchecked(found: list[Piece], reasons: dict) -> list[Piece]:
    """The numbers that took part in no check, put between the others; what a check covers stays as it is."""
    merged, free = [], 0
    queue = sorted(reasons.values(), key=lambda item: item.start)
    at = 0
    for piece in [*found, None]:
        until = piece.start if piece else None
        while at < len(queue) and (until is None or queue[at].start < until):
            item = queue[at]
            start, end = max(item.start, free), item.end if until is None else min(item.end, until)
            if start < end:
                merged.append(Piece(start, end, (), item.reason))
                free = end
            at += 1
        if piece:
            merged.append(piece)
            free = piece.end
    return merged


def marked_lines(key: str, document: DocumentReport, shown: Callable[[str], str]) -> str:
    """The text, a paragraph a line; `key` is the document's prefix of ids, `shown` escapes."""
    starts = line_starts(document.source)
    marks = iter(pieces(document))
    mark = next(marks, None)
    lines = []
    for number, start in enumerate(starts, 1):
        end = starts[number] if number < len(starts) else len(document.source)
        inner, at = [], start
        while mark is not None and mark.start < end:
            inner.append(shown(document.source[at : mark.start].rstrip("\r\n")))
            stop = min(mark.end, end)
            inner.append(_link(key, document, mark, shown(document.source[mark.start : stop].rstrip("\r\n")), shown))
            at = stop
            mark = next(marks, None) if mark.end <= end else mark._replace(start=end)
        inner.append(shown(document.source[at:end].rstrip("\r\n")))
        kind = ' class="row"' if _ROW.match(document.source, start, end) else ""
        lines.append(f'<p data-n="{number}"{kind}>{"".join(inner)}</p>\n')
    return "".join(_without_the_last(lines))


def _without_the_last(lines: list[str]) -> Iterator[str]:
    """The lines, less the empty one that a final line end makes."""
    yield from lines[:-1]
    if lines and not lines[-1].endswith('"></p>\n'):
        yield lines[-1]


def _link(key: str, document: DocumentReport, mark: Piece, words: str, shown: Callable[[str], str]) -> str:
    if not mark.checks:
        title = shown((mark.reason or "").replace("-", " "))
        return f'<a class="n unchecked" id="{key}n{mark.start}" href="#{key}u{mark.start}" title="not checked: {title}">{words}</a>'
    worst = document.checks[mark.checks[0]]
    kind = f"{worst.verdict} accepted" if worst.suppressed else worst.verdict
    cards = " ".join(f"{key}c{i}" for i in mark.checks)
    label = f"{words}, {worst.verdict}"
    return f'<a class="n {kind}" id="{key}n{mark.start}" href="#{key}c{mark.checks[0]}" data-cards="{cards}" aria-label="{label}">{words}</a>'
