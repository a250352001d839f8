"""When a level was: then, now, or on a date, as its own clause tells it; and which of two levels is the older one."""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.event import BASES, Reader
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near
from checker.model import When

THEN, NOW = -1, 1
_SIDES = ("told-before", "told-after", "told-later")
_JOINED = 5  # symbols from a figure to "and"
_LAST = "last-"  # labels of what is over


@dataclass(frozen=True, slots=True)
class Moment:
    """`side`: THEN, NOW or 0; `date`: what the calendar says, where it does."""

    side: int = 0
    date: tuple[int, int, int] | None = None
    label: str | None = None


def moment_of(item: Item | None, index: int, reader: Reader, words: Near) -> Moment:
    """The moment of a level."""
    context = reader.context
    line, at = context.line(index), context.lines.position_of[index]
    when = reader.period(item) if item is not None else None
    date, label = _dated(when), when.label if when is not None else None
    if item is not None and item.word in BASES:
        return Moment(THEN, date, label)
    if item is not None and item.word == "to" and item.near and (item.opens or not item.then):
        return Moment(NOW, date, label)
    left, right = clause_of(line, at, reader, words)
    if item is not None and item.then != item.now and not (item.then and words.within("told-after", line, at + 1, right)):
        return Moment(THEN if item.then else NOW, date, label)
    if date is None:
        date, label = _opening_date(line, at, left, context)
    for start, end in ((at + 1, right), (left, at)):
        side = _side(line, start, end, start > at, words)
        if side is not None:
            return Moment(side, date, label)
    return Moment(0, date, label)


def _side(line: Line, start: int, end: int, behind: bool, words: Near) -> int | None:
    """What the words between two positions say, of two that differ the one nearer to the figure; None where they say nothing."""
    if not words.maybe(_SIDES, line):
        return None
    then, now = words.place("told-before", line, start, end, not behind), words.place("told-after", line, start, end, not behind)
    later = words.place("told-later", line, start, end, False) if behind else -1
    if now < 0 or 0 <= later < now:
        now = later
    if then < 0 and now < 0:
        return None
    if then == now:
        return 0
    if then < 0 or now < 0:
        return THEN if now < 0 else NOW
    return (THEN if then < now else NOW) if behind else (THEN if then > now else NOW)


def clause_of(line: Line, at: int, reader: Reader, words: Near) -> tuple[int, int]:
    """From the last level, or a mark that closes a clause, to the next mark or level."""
    known, place = reader.context.shelf.setdefault("clauses", {}), (line.number, at)
    if place not in known:
        known[place] = _clause_of(line, at, reader, words)
    return known[place]


def _clause_of(line: Line, at: int, reader: Reader, words: Near) -> tuple[int, int]:
    symbols, closing, ending = line.symbols, reader.words.clause_marks, reader.words.ending
    figures = [place for place, q in line.placed if (quantity := reader.context.quantity(q)).is_measure and quantity.kind not in ("duration", "age")]
    left = max([place for place in figures if place < at], default=-1) + 1
    for place in range(at - 1, left - 1, -1):
        if symbols[place] in closing and (symbols[place] in reader.words.full_stops or _figure_before(place, figures)):
            left = place + 1
            break
    stop = words.pattern("told-stop").search(symbols, at + 1)
    last = min([place for place in figures if place > at], default=len(symbols))
    last = min(last, stop.start()) if stop else last
    return left, next((place for place in range(at + 1, last) if symbols[place] in ending), max(at + 1, last))


def _figure_before(place: int, figures: list[int]) -> bool:
    """True where "and" joins two figures that each have words of their own: "11.8% before and 9.3% after"."""
    return any(place - _JOINED <= figure < place for figure in figures)


def _opening_date(line: Line, at: int, left: int, context: Context) -> tuple[tuple[int, int, int] | None, str | None]:
    for place in (*range(at + 1, min(at + 4, len(line.quantity))), *range(at - 1, left - 1, -1)):
        q = line.quantity[place]
        when = context.quantity(q).when if q >= 0 else None
        if when is not None:
            return _dated(when), when.label
    return None, None


def _dated(when: When | None) -> tuple[int, int, int] | None:
    if when is None or when.year is None and when.month is None and when.day is None:
        return None
    return (when.year or 0, when.month or 0, when.day or 0)


def older(x: Moment, y: Moment) -> int:
    """1 where the first is the older one, -1 where the second is, 0 where nobody says."""
    for sign, one, other in ((1, x, y), (-1, y, x)):
        if one.date is not None and one.date[0] and other.date is None and (other.label or "").startswith(_LAST):
            return sign  # "84,000 in 2021, last year 61,000": who says so looks back on both
    if x.side != y.side:
        return 1 if x.side < y.side else -1
    return _before(x.date, y.date)


def _before(a: tuple[int, int, int] | None, b: tuple[int, int, int] | None) -> int:
    """1 where one date is before another, -1 where it is behind, 0 where they can be one, as 2011 and March 2011."""
    for p, q in zip(a or (), b or ()):
        if not p or not q:
            return 0
        if p != q:
            return 1 if p < q else -1
    return 0


def apart(x: Moment, y: Moment) -> bool:
    """True where the text may put them at two times: one of them is told of a time that the other is not."""
    if (x.date is None and x.label is None) != (y.date is None and y.label is None):
        return True
    return x.side != y.side or _before(x.date, y.date) != 0 or x.label is not None and y.label is not None and x.label != y.label


def plainly_apart(x: Moment, y: Moment) -> bool:
    """True where one is said to be of the past and the other is not, or both are dated."""
    return THEN in (x.side, y.side) and x.side != y.side or _before(x.date, y.date) != 0
