"""Lines to grids: which lines of a text form a table, and where the cells of each line are. Layout only, no language.

Three layouts are read: cells between bars, cells between tabs, and cells set apart by wide gaps, whose columns are
told from where the numbers stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Document
from checker.tables import Span

_LEADERS = re.compile(r"(?:\s?\.){4,}\s?|_{4,}")
_RULE = re.compile(r"[\s|:=+_–—-]*")
_MARKDOWN_RULE = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*")  # the line under the headers of a table of its own
_MOST_HEADS = 4  # lines above the first row that can be headers
_WIDEST_TEXT = 90  # a line with more characters than this and no gap is prose
_BLANK = re.compile(r"\n[ \t\r]*\n[ \t\r]*\n")


@dataclass(frozen=True, slots=True)
class RawCell:
    """Offsets of a cell's text, its first and last position in the line, and its column where bars or tabs tell it."""

    span: Span
    left: int
    right: int
    column: int = -1


@dataclass(frozen=True, slots=True)
class RawRow:
    span: Span
    indent: int
    cells: tuple[RawCell, ...]


def grids(document: Document) -> Iterator[tuple[list[RawRow], Span]]:
    """The tables of a document as rows of raw cells, each with the span of the whole."""
    for first, last in _runs(document):
        lines = _lines(document.text, first, last)
        rows = _rows(document.text, lines)
        if len(rows) > 1:
            yield rows, (lines[0][0], lines[-1][1])


def _runs(document: Document) -> Iterator[Span]:
    """Spans of neighbouring table rows, with the lines that touch them above (headers) and below (a last row)."""
    blocks, text = document.blocks, document.text
    at = 0
    while at < len(blocks):
        if blocks[at].kind != "table":
            at += 1
            continue
        end = at
        while end + 1 < len(blocks) and _goes_on(blocks, end + 1, text):
            end += 1
        yield _with_headers(text, blocks[at].start), _with_footers(text, blocks, end)
        at = end + 1


def _goes_on(blocks, at: int, text: str) -> bool:
    """True where block `at` belongs to the table that ends with the block before it."""
    gap = text[blocks[at - 1].end : blocks[at].start]
    if _BLANK.search(gap):
        return False
    if blocks[at].kind == "table":
        return not (gap.count("\n") > 1 and at + 1 < len(blocks) and _MARKDOWN_RULE.fullmatch(text, blocks[at + 1].start, blocks[at + 1].end))
    between = gap.count("\n") == 1 and at + 1 < len(blocks) and blocks[at + 1].kind == "table"
    short = blocks[at].end - blocks[at].start < _WIDEST_TEXT and "\n" not in text[blocks[at].start : blocks[at].end]
    return between and short and text.count("\n", blocks[at].end, blocks[at + 1].start) == 1


def _with_headers(text: str, start: int) -> int:
    """The start of the table with the lines right above it that are set in columns too."""
    start = text.rfind("\n", 0, start) + 1
    for _ in range(_MOST_HEADS):
        before = text.rfind("\n", 0, max(start - 1, 0)) + 1
        line = text[before : start - 1] if start else ""
        if not line.strip() or not _set_in_columns(line):
            break
        start = before
    return start


def _set_in_columns(line: str) -> bool:
    body = line.strip()
    if "|" in body or "\t" in body:
        return True
    indented = len(line) - len(line.lstrip()) >= 8 and len(body) < _WIDEST_TEXT
    return indented or len(_gap_cells(body)) > 1 and len(body) < 120 and body[-1] not in ".:;"


def _with_footers(text: str, blocks, end: int) -> int:
    """The end of the table with a short line right below it that ends in a number: its last row, set more closely."""
    close = blocks[end].end
    if end + 1 < len(blocks) and text.count("\n", close, blocks[end + 1].start) == 1:
        body = text[blocks[end + 1].start : blocks[end + 1].end]
        if "\n" not in body and len(body) < 60 and re.search(r"[^\W\d]\s+\S*\d[\d.,%)]*$", body):
            return blocks[end + 1].end
    return close


def _lines(text: str, start: int, end: int) -> list[Span]:
    """The lines between two offsets that are not blank, as spans with their indent."""
    found, at = [], start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            found.append((at, stop))
        at = stop + 1
    return found


def _rows(text: str, lines: list[Span]) -> list[RawRow]:
    bodies = [text[a:b] for a, b in lines if not _RULE.fullmatch(text[a:b])]
    spans = [(a, b) for a, b in lines if not _RULE.fullmatch(text[a:b])]
    if not bodies:
        return []
    if 2 * sum("|" in body for body in bodies) >= len(bodies):
        closed = all(body.strip().startswith("|") for body in bodies)
        ended = closed and all(body.strip().endswith("|") for body in bodies)
        return [_parted(a, body, "|", closed, ended) for (a, _), body in zip(spans, bodies)]
    if 2 * sum("\t" in body.strip() for body in bodies) >= len(bodies):
        return [_parted(a, body, "\t", False, False) for (a, _), body in zip(spans, bodies)]
    return [_gapped(a, body) for (a, _), body in zip(spans, bodies)]


def _parted(start: int, body: str, mark: str, opened: bool, ended: bool) -> RawRow:
    """A line whose cells stand between marks; `opened` and `ended`: every line has one at its edges."""
    body = body.rstrip("\r\n")
    pieces = body.split(mark)
    cells, at, column = [], 0, 0
    for number, piece in enumerate(pieces):
        edge = number == 0 and opened or number == len(pieces) - 1 and ended
        if not edge:
            stripped = piece.strip()
            if stripped:
                left = at + len(piece) - len(piece.lstrip())
                cells.append(RawCell((start + left, start + left + len(stripped)), left, left + len(stripped), column))
            column += 1
        at += len(piece) + 1
    return RawRow((start, start + len(body)), 0, tuple(cells))


def _gapped(start: int, body: str) -> RawRow:
    cells = tuple(RawCell((start + a, start + b), a, b) for a, b in _gap_cells(body))
    return RawRow((start, start + len(body)), cells[0].left if cells else 0, cells)


def _gap_cells(body: str) -> list[Span]:
    """Spans of the stretches between wide gaps or dot leaders."""
    body = _LEADERS.sub(lambda m: " " * len(m.group()), body)
    return [m.span() for m in re.finditer(r"\S+(?:[ \u00a0]\S+)*", body)]
