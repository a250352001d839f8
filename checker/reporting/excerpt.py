"""Source lines with the numbers marked under them, cut to a readable width."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.reporting.build import line_starts, place

WIDTH = 100  # columns of a row; a longer line is cut to windows around its numbers
AROUND = 20  # code points shown to both sides of a number in such a window
GAP = " … "
_SOMETHING = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a row to underline: display column, width, and what it is."""

    column: int
    width: int
    label: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of source: line number, what is shown of it, and the marks under it, left to right."""

    line: int
    shown: str
    marks: tuple[Mark, ...]


def excerpt(text: str, spans: list[tuple[int, int, str]], starts: list[int] | None = None) -> list[Row]:
    """The rows that show these spans (start, end, label), in the order of the text.

    `starts` are the text's `line_starts`, for those who ask often. A span over a line end is marked up to it; labels of equal spans are joined.

    >>> [row] = excerpt("Of 167 zones, 156.", [(3, 6, "whole"), (14, 17, "part")])
    >>> row.line, row.shown, [(m.column, m.width, m.label) for m in row.marks]
    (1, 'Of 167 zones, 156.', [(3, 3, 'whole'), (14, 3, 'part')])
    """
    starts = line_starts(text) if starts is None else starts
    lines: dict[int, dict[tuple[int, int], list[str]]] = {}
    for start, end, label in sorted(spans):
        number = place(starts, start)[0]
        labels = lines.setdefault(number, {}).setdefault((start, end), [])
        if label not in labels:
            labels.append(label)
    rows = []
    for number, marked in sorted(lines.items()):
        first = starts[number - 1]
        last = starts[number] if number < len(starts) else len(text)
        while last > first and text[last - 1] in "\r\n":
            last -= 1
        for windows in _packed(_windows(text, first, last, marked)):
            rows.append(_row(text, number, first, last, windows, marked))
    return rows


def _windows(text: str, first: int, last: int, marked) -> list[tuple[int, int]]:
    """The stretches of the line to show: all of it, or one around each span; near ones are one."""
    if last - first <= WIDTH:
        return [(first, last)]
    windows: list[tuple[int, int]] = []
    for start, end in marked:
        low, high = _snapped(text, max(first, start - AROUND), min(last, min(end, last) + AROUND), first, last, start, end)
        if windows and low <= windows[-1][1] + len(GAP) and high - windows[-1][0] <= WIDTH:
            windows[-1] = windows[-1][0], max(high, windows[-1][1])
        else:
            if windows and low < windows[-1][1] <= start:
                low = windows[-1][1]
            windows.append((start - len(text[low:start].lstrip()), high))
    return windows


def _snapped(text: str, low: int, high: int, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """The window without the halves of words at its ends."""
    if low > first:
        space = text.find(" ", low, start)
        low = space + 1 if space >= 0 else low
    if high < last:
        space = text.rfind(" ", end, high)
        high = space if space > end else high
    return low, high


def _packed(windows: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """The windows of a line in rows that keep to the width."""
    rows: list[list[tuple[int, int]]] = []
    for window in windows:
        used = sum(high - low + len(GAP) for low, high in rows[-1]) if rows else 0
        if rows and used + window[1] - window[0] <= WIDTH:
            rows[-1].append(window)
        else:
            rows.append([window])
    return rows


def _row(text: str, number: int, first: int, last: int, windows: list[tuple[int, int]], marked) -> Row:
    """One row; every span is marked in the window that holds its start."""
    shown, marks = "", []
    for index, (low, high) in enumerate(windows):
        shown += GAP if index else "… " if _SOMETHING.search(text, first, low) else ""
        at = len(shown)
        shown += text[low:high]
        for (start, end), labels in marked.items():
            if low <= start < max(high, low + 1):
                left = columns_of(shown[: at + start - low])
                width = columns_of(text[start : min(end, high)])
                marks.append(Mark(left, max(width, 1), "/".join(labels)))
    shown += " …" if windows[-1][1] < last else ""
    return Row(number, "".join(c if c.isprintable() else " " for c in shown), tuple(marks))


def columns_of(text: str) -> int:
    """How many columns of a terminal the text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)
