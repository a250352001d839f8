"""A place, its value, and those told right behind it on either side, each with its own.

    The abbey came second with 81,000 guests, behind the cave on 96,000 and ahead of the mill on 52,000
    With 31 million tonnes Tarn was third among the growers of barley, after Ossel with 40 million and Lutz with 36 million

Which way the places go, the others tell: those above against those below, or two on one side in their order. One other alone tells
nothing unless votes, money or people are counted. Two values of the place itself, and values of other measures, prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import medals, named
from checker.linking.structure.order.standings import apart, is_value, kin, more_is_better
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_LAST = 9  # ranks below this are rather dates or names
_NAME = 9  # symbols between a word of a side and its value
_REACH = 16  # symbols from an ordinal to its value
_APART = 4  # times as much: rather another measure
_BEFORE, _BEHIND = 3, 4  # symbols around an ordinal in which a word says that it is a place, or another thing


@dataclass(frozen=True, slots=True)
class _Other:
    """A value on a side of the place: 1 above, -1 below."""

    index: int
    side: int


def placed_among(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "comparison" (level, bound)."""
    words, found = near(context), []
    cued = words.standing("ranked-behind", "ranked-ahead")
    known = {frozenset((f.claims["level"][0], f.claims["bound"][0])) for f in frames if f.family == "comparison" and f.source == "roles"}
    for line in told_lines(context):
        if line.number not in cued or KIND_SYMBOLS["ordinal"] not in line.symbols or words.has("among-not", line):
            continue
        for at, index in line.placed:
            if _is_place(at, index, line, context, words):
                found.extend(f for f in _sides(at, line, context, words) if frozenset((f.claims["level"][0], f.claims["bound"][0])) not in known)
    return found


def _is_place(at: int, index: int, line: Line, context: Context, words: Near) -> bool:
    q = context.quantity(index)
    if q.kind != "ordinal" or q.value is None or not 1 < q.value <= _LAST:
        return False
    if at and any(words.pattern(name).match(line.symbols, at - 1) for name in ("definite", "owner-word")):
        return False
    return words.within("standing-ranks", line, max(0, at - _BEFORE), at) and not words.within("among-turn", line, at + 1, at + 2)


def _sides(at: int, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """The frames of a place and of those told on its sides."""
    marks = sorted([(m.start(), m.end(), 1) for m in words.matches("ranked-behind", line, at)] + [(m.start(), m.end(), -1) for m in words.matches("ranked-ahead", line, at)])
    own = _own(at, marks[0][0], line, context, words) if marks else None
    if own is None:
        return
    others = [o for n, (_, end, side) in enumerate(marks) for o in _others(end, marks[n + 1][0] if n + 1 < len(marks) else len(line.symbols), side, own, line, context, words)]
    sign = _direction(own, others, line, context, words)
    for other in others:
        if sign and context.quantity(other.index).value != context.quantity(own).value:
            yield named(other.index, own, sign * other.side)


def _own(at: int, stop: int, line: Line, context: Context, words: Near) -> int | None:
    """The value of a place: the only one between it and the first word of a side, or else in front of it."""
    for start, end in ((at + 1, min(stop, at + _REACH)), (max(0, at - _REACH), at)):
        values = [i for i in line.quantities(start, end) if context.quantity(i).is_measure and context.quantity(i).style != "words"]
        if values:
            fit = len(values) == 1 and is_value(values[0], context) and not medals(values[0], context) and not apart(values[0], line, context, words)
            return values[0] if fit and words.ends("among-value", line, context.lines.position_of[values[0]], 2) else None
    return None


def _others(start: int, stop: int, side: int, own: int, line: Line, context: Context, words: Near) -> Iterator[_Other]:
    """The values of a side up to the next one: the first near its word, the others behind "and" or a comma."""
    top, last = context.quantity(own), start
    for p in range(start, stop):
        index = line.quantity[p]
        if index < 0 or not context.quantity(index).is_measure:
            continue
        q = context.quantity(index)
        led = words.ends("among-value", line, p, 2) or line.symbols[p - 1] == context.lexicon.symbols.chars["("]
        fit = led and is_value(index, context) and kin(top, q) and q.value < _APART * top.value and top.value < _APART * q.value
        if p - last > _NAME or not fit or last != start and not words.within("standing-and", line, last, p):
            return
        yield _Other(index, side)
        last = p + 1


def _direction(own: int, others: list[_Other], line: Line, context: Context, words: Near) -> int:
    """1 where the first of all has most, -1 where least, 0 where nobody can tell."""
    if not others:
        return 0
    values = [(o.side, context.quantity(o.index).value) for o in others]
    above, below = [v for side, v in values if side > 0], [v for side, v in values if side < 0]
    pairs = [(a, b) for a in above for b in below] or [*zip(above, above[1:]), *zip(below, below[1:])]
    if pairs:
        signs = {(a > b) - (a < b) for a, b in pairs}
        return signs.pop() if len(signs) == 1 else 0
    sure = context.quantity(own).kind != "physical" and more_is_better(own, line, context, words)
    return int(sure and not words.has("least-of-all", line))
