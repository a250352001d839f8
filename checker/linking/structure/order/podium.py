"""Places of one contest told sentences apart, each with its value: the figures must stand in the order of the places.

    The kestrel won, with 14,310 votes. ¶ In second place the lapwing surprised everyone. Its supporters put in 9,870. ¶ Bronze
    went to the wren on 9,120

The passage of a place runs from its word to the next. The values are the figures of the one unit that every passage has, one
in each, of one size. Three places show which way they go; of two, more is better where weights, points or votes are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import comparison
from checker.linking.structure.order.standings import is_value
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame, Quantity
from checker.units import compatible

_PLACES = (("podium-won", 1), ("podium-runner-up", 2), ("podium-bronze", 3), ("podium-fourth-place", 4))
_APART = 2  # values of one contest lie within this factor of their neighbours
_RANKS = (1, 2, 3, 4)
_LONG = 3  # sentences of a passage
_ASIDE = 3  # symbols in front of a figure in which a word makes it another
_LISTED = 3


@dataclass(frozen=True, slots=True)
class _Place:
    place: int
    line: Line
    row: int  # of the line among those told
    start: int
    end: int


def podium(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "comparison" (level, bound) of neighbouring places."""
    words, lines = near(context), told_lines(context)
    places = [p for row, line in enumerate(lines) for p in _words(line, row, context, words)]
    if len({p.place for p in places}) < 2:
        return []
    passages = [(p.place, list(_passage(k, places, lines, context, words))) for k, p in enumerate(places)]
    told = [(place, found) for place, found in passages if found]
    order = sorted({place for place, _ in told})
    if len(order) < 2 or order != list(range(order[0], order[0] + len(order))) or len(told) != len(order):
        return []
    values = _values([found for _, found in sorted(told, key=lambda x: x[0])], context)
    sign = _sign(values, context)
    known = {frozenset((f.claims["level"][0], f.claims["bound"][0])) for f in frames if f.family == "comparison"}
    pairs = [(a, b) for a, b in zip(values, values[1:]) if sign and frozenset((a, b)) not in known and context.quantity(a).value != context.quantity(b).value]
    return [replace(comparison(a, b, sign), source="roles") for a, b in pairs]


# ---------------------------------------------------------------- places


def _words(line: Line, row: int, context: Context, words: Near) -> list[_Place]:
    """The places that a sentence names, in order; of words that overlap the first."""
    found = [(m.start(), m.end(), place) for name, place in _PLACES for m in words.matches(name, line)]
    for at, index in line.placed:
        q = context.quantity(index)
        if q.kind == "ordinal" and q.value is not None and q.value in _RANKS and (words.within("place-noun", line, at + 1, at + 2) or words.within("place-came", line, at - 1, at)):
            found.append((at, at + 2, int(q.value)))
    found.sort()
    kept: list[_Place] = []
    for start, end, place in found:
        if kept and start < kept[-1].end or words.within("podium-not", line, start - 3, end + 3):
            continue
        if start and line.quantity[start - 1] >= 0 and context.quantity(line.quantity[start - 1]).kind in ("count", "number"):
            continue  # "six silver and eight bronze": medals
        if kept and (kept[-1].place == place or start - kept[-1].end < _ASIDE and words.pattern("podium-verb").match(line.symbols, start)):
            continue  # "bronze was won by"
        kept.append(_Place(place, line, row, start, end))
    return kept


def _passage(k: int, places: list[_Place], lines: list[Line], context: Context, words: Near) -> Iterator[int]:
    """The figures from a place to the next one, or, where another place ends its sentence, in front of it in its clause."""
    p, following = places[k], places[k + 1] if k + 1 < len(places) else None
    found: list[int] = []
    for line in lines[p.row : p.row + _LONG]:
        start = p.end if line is p.line else 0
        end = following.start if following is not None and following.line is line else len(line.symbols)
        found.extend(i for i in line.quantities(start, end) if _fit(i, p, context, words))
        if following is not None and following.line.number <= line.number + (end < len(line.symbols)):
            break
    if not found:
        since = places[k - 1].end if k and places[k - 1].line is p.line else 0
        found.extend(i for i in p.line.quantities(since, p.start) if _fit(i, p, context, words))
    yield from found


def _fit(index: int, place: _Place, context: Context, words: Near) -> bool:
    q, line, at = context.quantity(index), context.line(index), context.lines.position_of[index]
    start = _since_mark(at, line, context)
    if line is place.line and place.end <= at:
        start = max(start, place.end)
    if not is_value(index, context) or q.kind == "age" or q.style == "words" and q.kind == "number" or words.within("podium-other", line, start, at):
        return False
    dated = any(context.quantity(i).kind in TIMES for i in line.quantities(max(0, at - _ASIDE), at))
    return not dated and not words.within("podium-other-behind", line, at + 1, at + _ASIDE)


def _since_mark(at: int, line: Line, context: Context) -> int:
    return max((p + 1 for p in range(max(0, at - _ASIDE), at) if line.symbols[p] in context.lexicon.symbols.marks), default=max(0, at - _ASIDE))


# ---------------------------------------------------------------- values


def _values(passages: list[list[int]], context: Context) -> list[int]:
    """One figure of each passage, all of one unit and of like size; [] where that leaves a choice."""
    units = [context.quantity(i) for found in passages for i in found if context.quantity(i).unit or context.quantity(i).noun]
    rows: dict[tuple[int, ...], None] = {}
    for unit in units:
        row = [[i for i in found if _of(unit, context.quantity(i))] for found in passages]
        row = [[i for i in own if not _bare(context.quantity(i))] or own for own in row]
        if all(len({context.quantity(i).value for i in own}) == 1 for own in row) and _near(row, context):
            rows[tuple(own[0] for own in row)] = None
    return list(next(iter(rows))) if len(rows) == 1 else []


def _bare(q: Quantity) -> bool:
    return q.kind == "number" and q.unit is None and not q.noun


def _of(unit: Quantity, q: Quantity) -> bool:
    if _bare(q):
        return q.scale == unit.scale
    if unit.kind in ("count", "number"):
        return q.kind in ("count", "number") and q.noun[-1:] == unit.noun[-1:]
    return q.kind == unit.kind and (q.unit == unit.unit or compatible(q.unit, unit.unit))


def _near(row: list[list[int]], context: Context) -> bool:
    values = [context.quantity(own[0]).value for own in row]
    return all(max(a, b) < _APART * min(a, b) for a, b in zip(values, values[1:]))


def _sign(values: list[int], context: Context) -> int:
    """1 where the first has most, -1 where least, 0 where nobody can tell."""
    if len(values) < 2:
        return 0
    first, last = context.quantity(values[0]), context.quantity(values[-1])
    units = {q.unit or "" for q in map(context.quantity, values)} - {""}
    if any(compatible(unit, "second") for unit in units):
        return -1 if len(values) >= _LISTED else 0
    better = any(compatible(unit, "kilogram") or unit == "point" for unit in units) or any(context.lexicon.pack.words("podium-more").intersection(q.noun) for q in map(context.quantity, values))
    if better:
        return 1
    return 0 if len(values) < _LISTED or first.value == last.value else 1 if first.value > last.value else -1
