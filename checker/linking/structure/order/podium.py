"""Places of one contest told sentences apart, each with its value: the figures must stand in the order of the places.

    The kestrel won, with 14,310 votes. ¶ In second place the lapwing surprised everyone. Its supporters put in 9,870. ¶ Bronze
    went to the wren on 9,120

The passage of a place runs from its word to the next. The values are the figures of the one unit that every passage has, one
in each, of one size. Three places show which way they go; of two, more is better where weights, points or votes are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import comparison
from checker.linking.structure.order.standings import is_value
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame, Quantity
from checker.units import compatible

_PLACES = {"podium-won": 1, "podium-runner-up": 2, "podium-beaten": 2, "podium-bronze": 3, "podium-fourth-place": 4}
_NAMED = tuple(_PLACES)
_APART = 2  # values of one contest lie within this factor of their neighbours
_APART_OF_THREE = 4  # of bare figures right behind three places
_RANKS = (1, 2, 3, 4)
_LONG = 3  # sentences of a passage
_ASIDE = 3  # symbols in front of a figure in which a word makes it another
_LISTED = 3
_NAME = 7  # symbols between a word of beating and what leads to the figure of the beaten


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
    tops = list(_tops(lines, context, words)) if places and not any(p.place == 1 for p in places) else []
    with_top = sorted([*tops, *places], key=lambda p: (p.row, p.start))
    return (_told(with_top, lines, frames, context) if len(tops) == 1 else []) or _told(places, lines, frames, context)


def _told(places: list[_Place], lines: list[Line], frames: tuple[Frame, ...], context: Context) -> list[Frame]:
    """The comparisons of neighbouring places, those aside that are made already."""
    if len({p.place for p in places}) < 2:
        return []
    words = near(context)
    passages = [(p, list(_passage(k, places, lines, context, words))) for k, p in enumerate(places)]
    known = {frozenset((f.claims["level"][0], f.claims["bound"][0])) for f in frames if f.family == "comparison"}
    found: list[Frame] = []
    for contest in _contests([(p, values) for p, values in passages if values], words):
        values = _values(contest, context)
        sign = _sign(values, context)
        pairs = [(a, b) for a, b in zip(values, values[1:]) if sign and frozenset((a, b)) not in known and context.quantity(a).value != context.quantity(b).value]
        found.extend(replace(comparison(a, b, sign), source="roles") for a, b in pairs)
    return found


def _contests(told: list[tuple[_Place, list[int]]], words: Near) -> Iterator[list[list[int]]]:
    """The figures of each contest in the order of its places, which follow one another without a gap. A place that was told
    already is one of the next contest, if that begins with the first."""
    runs: list[list[tuple[_Place, list[int]]]] = []
    for place, values in told:
        again = bool(runs) and any(p.place == place.place for p, _ in runs[-1])
        if not runs or again and (place.place == 1 or place.line.block != runs[-1][-1][0].line.block):
            runs.append([])
        elif again:
            return  # who knows which of the two is meant
        runs[-1].append((place, values))
    for run in runs:
        run.sort(key=lambda x: x[0].place)
        order = [p.place for p, _ in run]
        if len(order) > 1 and order == list(range(order[0], order[0] + len(order))):
            yield [values for _, values in run]


# ---------------------------------------------------------------- places


def _words(line: Line, row: int, context: Context, words: Near) -> list[_Place]:
    """The places that a sentence names, in order; of words that overlap the first."""
    found = [(m.start(), m.end(), _PLACES[name]) for name in words.among(_NAMED, line) for m in words.matches(name, line)]
    for at, index in line.placed if KIND_SYMBOLS["ordinal"] in line.symbols else ():
        q = context.quantity(index)
        ranked = q.kind == "ordinal" and q.value is not None and q.value in _RANKS
        if ranked and (words.within("place-noun", line, at + 1, at + 2) or words.within("place-came", line, at - 1, at) or _alone(at, line, words)):
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
        if words.pattern("podium-beaten").match(line.symbols, start) and not (kept and kept[-1].place == 1 and words.within("standing-who", line, end, end + _NAME)):
            continue
        kept.append(_Place(place, line, row, start, end))
    return kept


def _tops(lines: list[Line], context: Context, words: Near) -> Iterator[_Place]:
    """Superlatives that stand for the first place where no other word does: "the biggest maker is Hale, with 640 tonnes"."""
    standing = words.standing("most-of-all")
    for row, line in enumerate(lines):
        for m in words.matches("most-of-all", line) if line.number in standing else ():
            led = m.start() and any(words.pattern(name).match(line.symbols, m.start() - 1) for name in ("definite", "owner-word"))
            if led and not words.within("podium-not", line, m.start() - 3, m.end() + 3) and not words.within("standing-cut", line, m.start() - 2, m.end() + 3):
                yield _Place(1, line, row, m.start(), m.end())


def _alone(at: int, line: Line, words: Near) -> bool:
    """True of an ordinal that ranks somebody by itself: "Second were the Orioles with 71", "the goat's cheese second with 640"."""
    if at and any(words.pattern(name).match(line.symbols, at - 1) for name in ("definite", "owner-word", "standing-not-rank")):
        return False
    if at and words.within("podium-be", line, at - 1, at) and line.symbols[at + 1 : at + 2] in words.lexicon.symbols.marks:
        return True  # "Orsk, a hamlet, was third, making 430 tonnes"
    return words.pattern("podium-alone" if at else "podium-opening").match(line.symbols, at + 1) is not None


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
    dated = any(context.quantity(i).kind in TIMES for i in line.quantities(max(0, at - _ASIDE), at + 1 + _ASIDE))
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
    if rows:
        return list(next(iter(rows))) if len(rows) == 1 else []
    first = [found[0] for found in passages]  # "first with 812, second with 640"
    alike = all(_bare(context.quantity(i)) and _of(context.quantity(first[0]), context.quantity(i)) for i in first)
    return first if alike and _near([[i] for i in first], context, _APART if len(first) < _LISTED else _APART_OF_THREE) else []


def _bare(q: Quantity) -> bool:
    return q.kind == "number" and q.unit is None and not q.noun


def _of(unit: Quantity, q: Quantity) -> bool:
    if _bare(q):
        return q.scale == unit.scale and (not _bare(unit) or q.place == unit.place and q.style == unit.style)
    if unit.kind in ("count", "number"):
        return q.kind in ("count", "number") and q.noun[-1:] == unit.noun[-1:]
    return q.kind == unit.kind and (q.unit == unit.unit or compatible(q.unit, unit.unit))


def _near(row: list[list[int]], context: Context, apart: int = _APART) -> bool:
    values = [context.quantity(own[0]).value for own in row]
    return all(max(a, b) < apart * min(a, b) for a, b in zip(values, values[1:]))


def _scored(index: int, context: Context) -> bool:
    """Whether points or votes are told in the sentence of a bare figure, or in the one before."""
    line, more = context.line(index), context.lexicon.pack.words("podium-more")
    told = [context.quantity(i) for x in context.lines.lines[max(0, line.number - 1) : line.number + 1] if x.block == line.block for i in x.figures]
    return _bare(context.quantity(index)) and any(q.kind == "points" or more.intersection(q.noun) for q in told)


def _sign(values: list[int], context: Context) -> int:
    """1 where the first has most, -1 where least, 0 where nobody can tell."""
    if len(values) < 2:
        return 0
    first, last = context.quantity(values[0]), context.quantity(values[-1])
    units = {q.unit or "" for q in map(context.quantity, values)} - {""}
    if any(compatible(unit, "second") for unit in units):
        return -1 if len(values) >= _LISTED else 0
    thrown = all(q.place is not None and q.place < 1 for q in (first, last)) and any(compatible(unit, "meter") for unit in units)
    better = thrown or _scored(values[0], context) or any(compatible(unit, "kilogram") or unit == "point" for unit in units) or any(context.lexicon.pack.words("podium-more").intersection(q.noun) for q in map(context.quantity, values))
    if better:
        return 1
    return 0 if len(values) < _LISTED or first.value == last.value else 1 if first.value > last.value else -1
