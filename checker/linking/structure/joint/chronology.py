"""A life or a history told in years, ages and lengths of time: from the first date the lengths must lead to the last.

"Born in 1871, she married at 24; eleven years later, in 1906, ...": 1871 + 24 + 11. Each length may be a year out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.near import digits_slip
from checker.linking.structure.roles.cast import by_name, cast_of
from checker.linking.structure.time.date_slips import longer_by_far
from checker.model import Frame, Quantity
from checker.rational import Fraction

_FIRST, _LAST = 1200, 2200  # years
_LINES = 8
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Point:
    """A year, an age or a length of time: `kind` is Y, A, E (the age at the end, "aged 92") or D."""

    kind: str
    index: int
    value: int


def chronology(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "chronology" (earlier, later, part) and "chronology-back" (with the age at the end)."""
    page = page_of(context)
    found: list[Frame] = []
    for n in sorted({n for name in ("joint-born", "ended-word") for n, _ in page.saying(name)}):
        points = [p for other in page.lines[n : n + _LINES] for p in points_of(page, other)]
        frame = _frame(page, points) or _two_ages(page, points)
        frame = frame and _dated(page, frame)
        if frame is not None and not _of_another(page, frame) and not _broken(page, frame):
            found.append(frame)
        for a, b, c in zip(points, points[1:], points[2:]):
            if (a.kind, b.kind, c.kind) == ("Y", "D", "Y") and a.value < c.value and not longer_by_far(Fraction(b.value), c.value - a.value) and _at_once(b, c, page):
                found.append(page.frame("chronology", _claims(a, c, [b])))
        if found:
            break
    if not found:
        made = next((f for n, _ in page.saying("joint-started") if (f := _career(page, n)) is not None), None)
        found = [made] if made is not None and not _of_another(page, made) and not _broken(page, made) else []
    return found + [f for line in page.lines for f in _since(page, line) if not any(f.claims["later"] == k.claims["later"] for k in found)]


def _frame(page: Page, points: list[Point]) -> Frame | None:
    said = "".join(p.kind for p in points)
    for shape in ("YADY", "YDDY", "YADDY", "YDDDY"):
        if said.startswith(shape):
            inner = points[1 : len(shape) - 1]
            return page.frame("chronology", _claims(points[0], points[len(shape) - 1], inner))
    if said.startswith("YDYD") and not said.startswith("YDYDY"):
        return page.frame("chronology", _claims(points[0], points[2], [points[1], points[3]]))
    for shape in ("YEADY", "YEADDY"):
        if said.startswith(shape):
            last = len(shape) - 1
            return page.frame("chronology-back", _claims(points[0], points[last], points[2:last]) | {"age": (points[1].index,)})
    return None


def _career(page: Page, n: int) -> Frame | None:
    """A first year, lengths of time, and the year at their end: "joined in 1979, aged 24 ... nine years later ... for 20 years until 2008"."""
    points = [p for other in page.lines[n : n + _LINES] for p in points_of(page, other)]
    if cast_of(page.context) is None or not points or points[0].kind != "Y" or page.context.line(points[0].index) is not page.lines[n]:
        return None
    ages = _two_ages(page, points, True)
    if ages is not None:
        return by_name(ages)
    told = [points[0], *(p for p in points[1:] if p.kind not in "AE" or page.context.line(p.index) is not page.lines[n])]
    said = "".join(p.kind for p in told)
    shape = next((shape for shape in ("YDDY", "YDDDY") if said == shape), None)
    return shape and by_name(page.frame("chronology", _claims(told[0], told[-1], told[1:-1])))


def _two_ages(page: Page, points: list[Point], loose: bool = False) -> Frame | None:
    """ "19 when his first book appeared, in 1836 ... died in 1871, at the age of 54": two years with the age in each, that fit but for a
    slip unless `loose`."""
    dated = [p for p in points if p.kind in "YAE"]
    if len(dated) != 4 or len(dated) < len(points):
        return None
    pairs = [sorted(dated[:2], key=lambda p: p.kind == "Y"), sorted(dated[2:], key=lambda p: p.kind == "Y")]
    if any((a.kind == "Y") or y.kind != "Y" or page.context.line(a.index) is not page.context.line(y.index) for a, y in pairs):
        return None
    (young, first), (old, last) = sorted(pairs, key=lambda pair: pair[0].value)
    if young.value >= old.value or first.value >= last.value or not loose and not _within(first, last, old.value - young.value):
        return None
    return page.frame("chronology-back", {"earlier": (last.index,), "later": (first.index,), "part": (young.index,), "age": (old.index,)})


def _within(first: Point, last: Point, years: int) -> bool:
    """Whether two years are so many apart, or one slip away from it."""
    apart = last.value - first.value
    return abs(apart - years) <= 2 or digits_slip(str(last.value), str(first.value + years)) or digits_slip(str(first.value), str(last.value - years))


def _of_another(page: Page, frame: Frame) -> bool:
    """True where a sentence of the story begins with somebody else: a brother, a daughter."""
    lines = {id(line): line for members in frame.claims.values() for i in members if (line := page.context.line(i))}
    return any(page.says("kin-word", line, 0, 3) for line in lines.values())


def _dated(page: Page, frame: Frame) -> Frame:
    """The frame as one of dates where an end of the story is told with its month or day."""
    ends = [page.context.quantity(i) for part in ("earlier", "later") for i in frame.claims[part]]
    dated = all(q.when is not None for q in ends) and any(q.when.month for q in ends)
    return replace(frame, family=f"{frame.family}-dated") if dated else frame


def _broken(page: Page, frame: Frame) -> bool:
    """True of a story with a break, or with two things at a time, in its sentences or the next; not of "without a break"."""
    told = [i for members in frame.claims.values() for i in members]
    lines = page.context.lines.lines[page.context.lines.line_of[min(told)] : page.context.lines.line_of[max(told)] + 2]
    return any(broken(page, line) for line in lines)


def broken(page: Page, line: Line) -> bool:
    """Whether a sentence tells of a break, or of something else at the same time."""
    return any(not page.says("chronology-unbroken", line, max(0, m.start() - 6), m.start()) for m in page.near.matches("chronology-break", line))


def _since(page: Page, line: Line) -> Iterator[Frame]:
    """ "98 years after its opening, in 1931": the event has its year where its verb stands."""
    words, events = page.context.extraction.tokens.words, page.context.lexicon.pack.data.get("words_joint", {}).get("event-verbs", {})
    for at, index in line.placed:
        q = page.context.quantity(index)
        if q.kind != "duration" or q.unit != "year" or q.value is None or q.value.denominator != 1 or q.approx or not page.says("after-word", line, at + 1, at + 2):
            continue
        noun = next((p for p in range(at + 2, min(len(line.symbols), at + 6)) if words[line.firsts[p]] in events), None)
        later = next((p for p in points_of(page, line) if p.kind == "Y" and noun is not None and 0 < page.context.lines.position_of[p.index] - noun <= 4), None)
        if later is None:
            continue
        verbs = events[words[line.firsts[noun]]].split()
        years = [year for n in range(max(0, line.number - _LINES), line.number + 1) for year in _year_of(page, page.context.lines.lines[n], verbs) if year.index < index]
        if len({y.value for y in years}) == 1 and _within(years[-1], later, int(q.value)):
            yield page.frame("chronology", {"earlier": (years[-1].index,), "later": (later.index,), "part": (index,)})


def _year_of(page: Page, line: Line, verbs: list[str]) -> list[Point]:
    """The years right behind a verb: "was opened in 1833", and in front of it: "in 1948, it moved"."""
    words, found = page.context.extraction.tokens.words, []
    years = [(page.context.lines.position_of[p.index], p) for p in points_of(page, line) if p.kind == "Y"]
    for at in (p for p, first in enumerate(line.firsts) if words[first] in verbs):
        near = [p for spot, p in years if 0 < spot - at <= 5] or [p for spot, p in years if 0 < at - spot <= 4]
        found += near[:1]
    return found


def _at_once(length: Point, year: Point, page: Page) -> bool:
    """True of "fifty years later, in 1974"."""
    line, at = page.context.line(length.index), page.context.lines.position_of[length.index]
    near = page.context.line(year.index) is line and 0 < page.context.lines.position_of[year.index] - at <= 4
    return near and (page.says("joint-later", line, at + 1, at + 3) or page.says("after-word", line, max(0, at - 2), at))


def _claims(first: Point, last: Point, inner: list[Point]) -> dict[str, tuple[int, ...]]:
    return {"earlier": (first.index,), "later": (last.index,), "part": tuple(p.index for p in inner)}


def points_of(page: Page, line: Line) -> list[Point]:
    found = []
    for at, index in line.placed:
        point = _point(page, line, at, index, page.context.quantity(index))
        if point is not None:
            found.append(point)
    return found


def _point(page: Page, line: Line, at: int, index: int, q: Quantity) -> Point | None:
    if q.kind in ("year", "date", "period") and q.when is not None and (q.kind != "period" or q.when.month) and q.when.year and not q.when.end_year:
        return Point("Y", index, q.when.year)
    if q.value is None or q.value.denominator != 1 or q.approx:
        return None
    before = max(0, at - 4)
    if q.kind == "number" and _FIRST <= q.value <= _LAST and q.style == "digits" and page.says("joint-born", line, before, at):
        return Point("Y", index, int(q.value))
    if (q.kind in ("age", "number") or q.kind == "count" and not q.noun) and q.value <= _OLDEST:  # not "was one of six children"
        if page.says("aged-at-end", line, before, at):
            return Point("E", index, int(q.value))
        if page.says("aged-then", line, max(0, at - 5), at):
            return Point("A", index, int(q.value))
    if q.kind == "duration" and q.unit == "year" and not page.says("leading-back", line, at + 1, at + 3) and _told(page, line, at):
        return Point("D", index, int(q.value))
    return None


def _told(page: Page, line: Line, at: int) -> bool:
    """True of a length that carries the story on: "eleven years later", "after 12 years", "served for 25 years"."""
    if page.says("chronology-until-now", line, max(0, at - 6), at):
        return False  # "has been a judge for twenty years"
    after = page.says("after-word", line, at + 1, at + 2) and page.says("chronology-end", line, at + 2, at + 5)  # "nine years after the last ride"
    return after or page.says("joint-later", line, at + 1, at + 3) or page.says("for-years", line, max(0, at - 3), at)
