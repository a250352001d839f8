"""The figures of a sentence that say by how much something changed, whatever the sentence says of its values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.lines import Line
from checker.linking.structure.change_event import Event, Reader
from checker.linking.structure.change_far import _tie
from checker.linking.structure.change_terms import Item, marks_of
from checker.linking.structure.near import Near

_BEFORE, _BEHIND = 4, 3  # words between a figure and a noun or adjective of change
_KINDS = ("number", "count", "currency", "physical", "duration", "percent", "ratio", "points")


@dataclass(frozen=True, slots=True)
class Head:
    """A figure of change. `loose`: only a word near it says so; `points`: it points back, or sums up; `unreal`: a plan, a
    negation, another basis: it agrees or proves nothing."""

    line: Line
    index: int
    start: int
    end: int
    sign: int
    loose: bool
    points: bool
    unreal: bool


def heads_of(line: Line, reader: Reader, words: Near) -> Iterator[Head]:
    row = reader.row(line.number)
    if not row:
        return
    marks = marks_of(line, reader.words)
    blocked = any(m.tag == "blocked" for m in marks)
    for at, item in enumerate(row):
        q = reader.quantity(item) if item.index >= 0 else None
        if q is None or q.value is None or q.value <= 0 or q.approx in ("above", "below"):
            continue
        start, end = min(item.start, item.at), max(item.end, item.at + 1)
        if item.kind == "change":
            if item.aside or item.blocked:
                continue
            event = Event(line, row, at, [item], item.sign)
            unreal = blocked or item.yearly or item.hedged or _not_said(start, line, reader, words)
            unreal = unreal or any(line.symbols.startswith(each, end) for each in reader.words.per_each)
            yield Head(line, item.index, start, end, 0 if item.better else item.sign, False, bool(_tie(event, reader)), unreal)
        elif item.kind == "level" and not item.word and q.kind in _KINDS and _beside(item, line, reader, words):
            yield Head(line, item.index, start, end, _sign(item, row), True, True, blocked or _not_said(start, line, reader, words))


def _not_said(start: int, line: Line, reader: Reader, words: Near) -> bool:
    negated = any(s in reader.words.negation for s in line.symbols[max(0, start - 3) : start])
    return negated or words.within("told-unreal", line, start - 12, start + 1)


def _beside(item: Item, line: Line, reader: Reader, words: Near) -> bool:
    """True where a noun or adjective of change stands by a figure: "a saving of £50", "the additional £4,250"."""
    separators = reader.words.separators
    left = item.at
    while left and item.at - left < _BEFORE and line.symbols[left - 1] not in separators and line.quantity[left - 1] < 0:
        left -= 1
    right = item.at + 1
    while right < len(line.symbols) and right - item.at <= _BEHIND and line.symbols[right] not in separators and line.quantity[right] < 0:
        right += 1
    return words.within("told-change", line, left, item.at) or words.within("told-change", line, item.at + 1, right)


def _sign(item: Item, row: list[Item]) -> int:
    """That of the word of moving next to it."""
    moves = [i for i in row if i.kind == "move" and abs(i.start - item.at) <= _BEFORE]
    signs = {i.sign for i in moves}
    return signs.pop() if len(signs) == 1 else 0
