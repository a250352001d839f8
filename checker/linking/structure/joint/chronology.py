"""A life or a history told in years, ages and lengths of time: from the first date the lengths must lead to the last.

"Born in 1871, she married at 24; eleven years later, in 1906, ...": 1871 + 24 + 11. Each length may be a year out.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Page, page_of
from checker.model import Frame, Quantity

_FIRST, _LAST = 1200, 2200  # years
_LINES = 8
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class _Point:
    """A year, an age or a length of time: `kind` is Y, A, E (the age at the end, "aged 92") or D."""

    kind: str
    index: int
    value: int


def chronology(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "chronology" (earlier, later, part) and "chronology-back" (with the age at the end)."""
    page = page_of(context)
    found: list[Frame] = []
    for n, line in enumerate(page.lines):
        if not page.near.has("joint-born", line) and not page.near.has("ended-word", line):
            continue
        points = [p for other in page.lines[n : n + _LINES] for p in _points(page, other)]
        frame = _frame(page, points)
        if frame is not None:
            found.append(frame)
        for a, b, c in zip(points, points[1:], points[2:]):
            if (a.kind, b.kind, c.kind) == ("Y", "D", "Y") and a.value < c.value and _at_once(b, c, page):
                found.append(page.frame("chronology", _claims(a, c, [b])))
        if found:
            return found
    return found


def _frame(page: Page, points: list[_Point]) -> Frame | None:
    said = "".join(p.kind for p in points)
    for shape in ("YADY", "YDDY", "YADDY", "YDDDY"):
        if said.startswith(shape):
            inner = points[1 : len(shape) - 1]
            return page.frame("chronology", _claims(points[0], points[len(shape) - 1], inner))
    if said.startswith("YDYD") and not said.startswith("YDYDY"):
        return page.frame("chronology", _claims(points[0], points[2], [points[1], points[3]]))
    if said.startswith("YEADY"):
        return page.frame("chronology-back", _claims(points[0], points[4], points[2:4]) | {"age": (points[1].index,)})
    return None


def _at_once(length: _Point, year: _Point, page: Page) -> bool:
    """True of "fifty years later, in 1974"."""
    line, at = page.context.line(length.index), page.context.lines.position_of[length.index]
    near = page.context.line(year.index) is line and 0 < page.context.lines.position_of[year.index] - at <= 4
    return near and (page.says("joint-later", line, at + 1, at + 3) or page.says("after-word", line, max(0, at - 2), at))


def _claims(first: _Point, last: _Point, inner: list[_Point]) -> dict[str, tuple[int, ...]]:
    return {"earlier": (first.index,), "later": (last.index,), "part": tuple(p.index for p in inner)}


def _points(page: Page, line: Line) -> list[_Point]:
    found = []
    for at, index in enumerate(line.quantity):
        point = _point(page, line, at, index, page.context.quantity(index)) if index >= 0 else None
        if point is not None:
            found.append(point)
    return found


def _point(page: Page, line: Line, at: int, index: int, q: Quantity) -> _Point | None:
    if q.kind in ("year", "date") and q.when is not None and q.when.year and not q.when.end_year:
        return _Point("Y", index, q.when.year)
    if q.value is None or q.value.denominator != 1 or q.approx:
        return None
    before = max(0, at - 4)
    if q.kind == "number" and _FIRST <= q.value <= _LAST and q.style == "digits" and page.says("joint-born", line, before, at):
        return _Point("Y", index, int(q.value))
    if q.kind in ("age", "number", "count") and q.value <= _OLDEST:
        if page.says("aged-at-end", line, before, at):
            return _Point("E", index, int(q.value))
        if page.says("aged-then", line, max(0, at - 5), at):
            return _Point("A", index, int(q.value))
    if q.kind == "duration" and q.unit == "year" and not page.says("leading-back", line, at + 1, at + 3) and _told(page, line, at):
        return _Point("D", index, int(q.value))
    return None


def _told(page: Page, line: Line, at: int) -> bool:
    """True of a length that carries the story on: "eleven years later", "after 12 years", "served for 25 years"."""
    return page.says("joint-later", line, at + 1, at + 3) or page.says("for-years", line, max(0, at - 2), at)
