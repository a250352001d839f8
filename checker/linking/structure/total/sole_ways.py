"""Which figures of a passage can be a total and its parts: runs of one sort behind it or in front of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Protocol

from checker.linking.context import Context
from checker.linking.kept import once_a_figure, once_a_line
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import TOTALS, after_noun, bare_or_same, is_compared, kin, sum_frame
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

COUNTS = ("count", "number")
_PARTS = range(2, 7)
_SENTENCES = 7  # from a total to its last part
_IDLE = 2  # sentences in a row without a part
_BLOCKS = 4  # paragraphs
_LEAST = 5
_OWNED = 5  # symbols from a part to the whole of somebody


@dataclass(frozen=True, slots=True)
class Way:
    """A total, its parts in order, and the lines that hold them."""

    total: int
    parts: tuple[int, ...]
    lines: tuple[Line, ...]

    @property
    def behind(self) -> bool:
        return self.parts[-1] > self.total


class Told(Protocol):
    """A total and its parts, however they were found."""

    @property
    def total(self) -> int: ...

    @property
    def parts(self) -> tuple[int, ...]: ...


def first_sums(taken: set[int], found: Callable[[int, int], Iterator[Told]], context: Context) -> list[Frame]:
    """Frames "sum": for each figure the first way in which it is `found` to be a total (by the number of its line among those told),
    of parts that no other total has; `taken` are the figures that frames have before."""
    frames, taken = [], set(taken)
    for n, line in enumerate(told_lines(context)):
        for total in line.figures:
            way = next((w for w in found(total, n) if taken.isdisjoint(w.parts)), None) if total not in taken else None
            if way is not None:
                taken |= {total, *way.parts}
                frames.append(sum_frame(total, way.parts, True, 2, line, context, whole=True))
    return frames


@once_a_figure
def can_total(index: int, context: Context) -> bool:
    q = context.quantity(index)
    least = _LEAST if q.kind in COUNTS else 0
    if not measured(q) or not q.value > least or q.approx is not None or q.sense in ("range", "bound"):
        return False
    line, at = context.line(index), context.lines.position_of[index]
    if near(context).pattern("part-of").match(line.symbols, at + 1) and q.kind in COUNTS:
        return False  # "eight of the trials"
    if at and line.symbols[at - 1] == context.lexicon.symbols.chars["("]:
        return False
    return not is_compared(index, context)


@once_a_line
def _measured_in(line: Line, context: Context) -> list[int]:
    return [i for i in line.figures if measured(context.quantity(i))]


def measured(q: Quantity) -> bool:
    points = q.kind == "points" and q.unit == "point"
    return (points or q.kind in TOTALS and q.kind not in ("percent", "duration")) and q.positive and "/" not in (q.unit or "")


def ways(total: int, n: int, lines: list[Line], context: Context, words: Near) -> Iterator[Way]:
    """Runs of the figures of its sort behind a total, or in front of it; in "twelve of the nineteen" the one right in front too."""
    here = [i for i in _measured_in(lines[n], context) if i != total and _of_sort(i, total, context)]
    behind, row = _reach(n, 1, lines, total, context)
    row = [*(i for i in here if i > total), *row]
    head = [i for i in here if i < total]
    opened = tuple(head) if len(head) == 1 and _taken_of(head[0], total, lines[n], context, words) else ()
    if opened or not head:
        for size in _PARTS:
            parts = (*opened, *row[: size - len(opened)])
            if len(parts) == size:
                last = context.line(parts[-1]).number
                yield Way(total, parts, tuple(line for line in behind if line.number <= last))
    if words.has("solesum-adds", lines[n]) and context.quantity(total).kind in COUNTS:  # "three tenors and eleven basses, which made 14 singers"
        named = [i for i in lines[n].figures if i < total and context.quantity(i).kind in COUNTS and measured(context.quantity(i))]
        if len(named) in _PARTS and all(context.quantity(i).noun for i in named):
            yield Way(total, tuple(named), (lines[n],))
    front, row = _reach(n, -1, lines, total, context)
    row = [*row, *head]
    for size in _PARTS:
        if len(row) >= size:
            first = context.line(row[-size]).number
            yield Way(total, tuple(row[-size:]), tuple(line for line in front if line.number >= first))


def _reach(n: int, step: int, lines: list[Line], total: int, context: Context) -> tuple[list[Line], list[int]]:
    """The sentences around a total that can hold its parts, its own included, and the figures like it in the others, in the
    order of the text."""
    home, found, idle = lines[n], [lines[n]], 0
    rows: list[list[int]] = []
    for k in range(n + step, n + step * _SENTENCES, step):
        if not 0 <= k < len(lines) or abs(lines[k].block - home.block) > (_BLOCKS if step > 0 else 0) or idle > _IDLE:
            break
        found.append(lines[k])
        rows.append([i for i in _measured_in(lines[k], context) if i != total and _of_sort(i, total, context)])
        idle = 0 if rows[-1] else idle + 1
    return found[::step], [i for row in rows[::step] for i in row]


def akin(index: int, total: int, context: Context) -> bool:
    """True of figures that are measured as the total is. Of counts all are, but for those of other things."""
    return index != total and measured(context.quantity(index)) and _of_sort(index, total, context)


def _of_sort(index: int, total: int, context: Context) -> bool:
    q, t = context.quantity(index), context.quantity(total)
    if t.kind in COUNTS:
        return q.kind in (*COUNTS, "points") and kin(t, q) and (counts_alike(q, t, context) or not t.noun)
    return kin(t, q) or q.kind == "number" and q.unit is None and not q.noun


def counts_alike(q: Quantity, t: Quantity, context: Context) -> bool:
    """True of bare figures, of the noun of the total and of one that takes up any: bats are animals."""
    if bare_or_same(q, t, context):
        return True
    noun, pack, words = context.extraction.tokens.words[q.noun_last], context.lexicon.pack, context.extraction.tokens.words
    return noun in pack.words("solesum-general") or {noun, words[t.noun_last]} <= pack.words("solesum-seats")


def _taken_of(part: int, total: int, line: Line, context: Context, words: Near) -> bool:
    """True of "twelve of the nineteen"."""
    at = context.lines.position_of
    starts = {at[part] + 1, after_noun(part, line, context)}
    if any(words.pattern("part-of").fullmatch(line.symbols, start, at[total]) for start in starts if start < at[total]):
        return True
    return 0 < at[total] - at[part] <= _OWNED and words.pattern("part-of").match(line.symbols, at[part] + 1) is not None  # "three of the village's eleven"
