"""An age, the years in one office after another, and the age at which the last one was given up.

    was 41 when he became its head ... led it for 14 years ... moved straight to the academy ... stayed there for six years ...
    his last post. He gave it up at the age of 61

The two ages stand at the ends of the story, all lengths between them; each further office is said to follow at once.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.joint.chronology import Point, broken, points_of
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.near import near
from checker.linking.structure.roles.cast import by_name, cast_of
from checker.model import Frame

_MOST = 4  # offices
_BEFORE = 1  # sentences in front of a length in which its office is said to follow


def ages(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "ages-in-turn" (other, part, age)."""
    if not near(context).standing("chronology-close") or not near(context).standing("chronology-onward") or cast_of(context) is None:
        return []
    page = page_of(context)
    points = [p for line in page.lines for p in points_of(page, line) if p.kind in "ADE"]
    said = "".join(p.kind for p in points)
    start = said.find("AD")
    if start != 0 or not 2 <= len(points) - 2 <= _MOST or said != "A" + "D" * (len(points) - 2) + "A":
        return []
    first, *parts, last = points
    if not _told_in_turn(page, parts, last) or first.value >= last.value:
        return []
    frame = page.frame("ages-in-turn", {"other": (first.index,), "part": tuple(p.index for p in parts), "age": (last.index,)})
    found = by_name(frame)
    return [found] if found is not None else []


def _told_in_turn(page: Page, parts: list[Point], last: Point) -> bool:
    """Whether each office but the first follows at once, the last is given up at the end, and nothing comes in between."""
    end = page.number(page.context.line(last.index))
    start = page.number(page.context.line(parts[0].index))
    if any(broken(page, line) or page.says("chronology-also", line) for line in page.lines[start : end + 1]):
        return False
    if not any(page.says("chronology-close", line) for line in page.lines[end - 1 : end + 1]):
        return False
    numbers = [page.number(page.context.line(p.index)) for p in parts]
    return all(any(page.says("chronology-onward", line) for line in page.lines[max(before, n - _BEFORE) : n + 1]) for before, n in zip(numbers, numbers[1:]))
