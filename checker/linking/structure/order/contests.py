"""Races: who came in before whom, and by how much.

    won in 2:08.14. Brandt took silver with 2:08.51      places in words, times in their order
    2:20:42 ... 2:21:36 ... 54 seconds off it            two times and the time between them
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import figured_prose
from checker.model import Frame, Quantity

_PODIUM = (("podium-third", 3), ("podium-second", 2), ("podium-first", 1))
_UNITS = {"second": 1, "minute": 60, "hour": 3600}
_AFTER = 3  # symbols behind a time that can still tell its place
_APART = 4  # a gap is at most so small a part of the times
_ALIKE = 2  # times of one race lie within this factor


def contests(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "finish" (earlier, later) and "time-gap" (first, second, difference)."""
    words, found = near(context), []
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    previous: Line | None = None
    race = 0
    for line in figured_prose(context):
        race += words.has("race-section", line)
        times = [i for i in line.figures if _taken(i, line, context)]
        if all(context.quantity(i).kind == "number" for i in times):
            times = []
        if times or any(context.quantity(i).kind == "duration" for i in line.figures):
            before = previous if previous is not None and previous.block == line.block else None
            found.extend(_gaps(line, before, context, words))
        if times:
            known = places.setdefault((line.block, race), [])
            known.extend(_places(times, line, known, context, words))
        previous = line
    for ranked in places.values():
        for (a, i), (b, j) in combinations(ranked, 2):
            if a != b and _alike(context.quantity(i), context.quantity(j)):
                first, second = (i, j) if a < b else (j, i)
                claims = {"earlier": (first,), "later": (second,), "rest": (first, second)}
                found.append(Frame("finish", (0, 0), claims, {}, 0, frozenset(claims), 2))
    return found


def seconds(q: Quantity):
    """The length of a time taken, None of any other figure."""
    if q.lap is not None:
        return q.lap
    if q.kind == "number" and q.value is not None:  # "second in 12.7", after "first in 12.4 seconds"
        return q.value
    if q.kind == "duration" and q.unit in _UNITS and q.value is not None and q.sense != "range":
        return q.value * _UNITS[q.unit]
    return None


def _taken(index: int, line: Line, context: Context) -> bool:
    """True of a lap time, and of a length of time with its minutes and seconds."""
    q = context.quantity(index)
    if (q.kind == "duration" and q.unit == "second" or q.kind == "number") and q.place is not None and q.place < 1 and not q.approx:
        return bool(near(context).pattern("race-in").match(line.symbols, context.lines.position_of[index] - 1))
    return q.lap is not None or q.components > 1 and seconds(q) is not None


def _alike(a: Quantity, b: Quantity) -> bool:
    x, y = seconds(a), seconds(b)
    return (a.kind == b.kind or {a.kind, b.kind} == {"duration", "number"}) and x < _ALIKE * y and y < _ALIKE * x


def _places(times: list[int], line: Line, known: list[tuple[int, int]], context: Context, words: Near) -> list[tuple[int, int]]:
    """(place, time) of each time of a line whose place is told in front of it, or right behind."""
    found: list[tuple[int, int]] = []
    start = 0
    for index in times:
        at = context.lines.position_of[index]
        told = context.quantity(index).lap is not None or words.pattern("race-in").match(line.symbols, at - 1)
        place = None if not told or words.within("race-other", line, start, at + 2) else _place(start, at, line, context, words)
        if place is None and found and found[-1][1] == line.quantity[start - 1] and words.within("race-next", line, start, start + 4):
            place = found[-1][0] + 1
        if place is not None and place not in [p for p, _ in (*known, *found)]:
            found.append((place, index))
        start = at + 1
    return found


def _place(start: int, at: int, line: Line, context: Context, words: Near) -> int | None:
    end = next((j for j in range(at + 1, min(len(line.symbols), at + _AFTER)) if line.symbols[j] in context.lexicon.symbols.marks), at + 1)
    ordinals = [context.quantity(i) for i in line.quantities(start, end) if context.quantity(i).kind == "ordinal"]
    if ordinals:
        return int(ordinals[-1].value) if ordinals[-1].value is not None and ordinals[-1].value < 30 else None
    return next((rank for name, rank in _PODIUM if words.within(name, line, start, at)), None)


def _gaps(line: Line, before: Line | None, context: Context, words: Near) -> list[Frame]:
    """A short time next to a word of distance, where just two longer times stand in front of it, or one in front and one behind,
    or two in the next sentence."""
    found = []
    for gap in line.figures:
        q, at = context.quantity(gap), context.lines.position_of[gap]
        if q.lap is not None or seconds(q) is None or not _is_gap(at, line, context, words):
            continue
        times = [i for i in line.quantities(0, at) if _long(i, q, line, context)]
        if len(times) < 2 and before is not None:
            times = [i for i in before.figures if _long(i, q, before, context)] + times
        if len(times) == 1 and context.line(times[0]) is line:
            times += [i for i in line.quantities(at + 1, len(line.symbols)) if _long(i, q, line, context)]
        if not times:
            times = [i for other in context.lines.lines[line.number + 1 : line.number + 2] if other.block == line.block for i in other.figures if _long(i, q, other, context)]
        if len(times) == 2 and _alike(*(context.quantity(i) for i in times)):
            claims = {"first": (times[0],), "second": (times[1],), "difference": (gap,)}
            found.append(Frame("time-gap", (q.start, q.end), claims, {}, 0, frozenset(claims), 2))
    return found


def _long(index: int, gap: Quantity, line: Line, context: Context) -> bool:
    return _taken(index, line, context) and _APART * seconds(gap) <= seconds(context.quantity(index))


def _is_gap(at: int, line: Line, context: Context, words: Near) -> bool:
    told = words.ends("gap-before", line, at, 4)
    after = line.symbols[at + 1 : at + 2]
    return bool(words.pattern("gap-after").match(line.symbols, at + 1)) or told and (after in context.lexicon.symbols.marks or words.within("gap-after", line, at + 1, at + 3))
