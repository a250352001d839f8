"""Which of two values was first, as the words and dates right beside each of them tell it."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.event import BASES, Reader
from checker.linking.structure.near import Near

_EARLIER, _LAST, _DATED, _NOW = -2, -1, 0, 1
_BACK = frozenset(["earlier", "ago", "previous", "same"])  # of labels
_FRONT, _BEHIND = 9, 8  # symbols around a value that say when it was


def earlier_of(a: int, b: int, reader: Reader, words: Near) -> int | None:
    """The one of two values that words or dates right beside them put before the other; None where they do not."""
    (x, year), (y, other) = (_when(i, reader, words) for i in (a, b))
    if year and other:
        return None if year == other else a if year < other else b
    if year or other:
        dated, told, level = (a, b, y) if year else (b, a, x)
        return None if level is None else told if level < _LAST else dated
    if x is None or y is None:
        one, level = (a, x) if y is None else (b, y)
        return one if level is not None and level < _LAST else None
    return None if x == y else a if x < y else b


def _when(index: int, reader: Reader, words: Near) -> tuple[int | None, int]:
    """How far back words right beside a value put it, and its year where it has one."""
    context = reader.context
    line, at = context.line(index), context.lines.position_of[index]
    item = next((i for i in reader.row(line.number) if i.index == index), None)
    if item is not None and item.word in BASES:
        return _EARLIER, 0
    left, right = _own_words(at, line, reader)
    for start, end in ((at + 1, right), (left, at)):
        whens = [w for q in line.quantity[start:end] if q >= 0 and (w := context.quantity(q).when) is not None]
        labels = {part for w in whens if w.label for part in w.label.replace("-", " ").split()}
        if words.within("pair-before", line, start, end) or labels & _BACK:
            return _EARLIER, 0
        year = next((w.year for w in whens if w.year and not w.anchored and not w.end_year), 0)
        if year:
            return None, year
        if "last" in labels or words.within("pair-last", line, start, end):
            return _LAST, 0
        if words.within("pair-recent", line, start, end) or "this" in labels:
            return _NOW, 0
        if whens:
            return _DATED, 0
    return None, 0


def _own_words(at: int, line: Line, reader: Reader) -> tuple[int, int]:
    """The stretch of a sentence that belongs to a value: up to a mark or "and", the next value, a few words away."""
    stops = reader.words.separators.keys() | reader.words.conjunction
    left, right = at, at + 1
    while left and at - left < _FRONT and line.symbols[left - 1] not in stops and not _value(left - 1, line, reader.context):
        left -= 1
    while right < len(line.symbols) and right - at <= _BEHIND and line.symbols[right] not in stops and not _value(right, line, reader.context):
        right += 1
    return left, right


def _value(place: int, line: Line, context: Context) -> bool:
    return line.quantity[place] >= 0 and context.quantity(line.quantity[place]).is_measure
