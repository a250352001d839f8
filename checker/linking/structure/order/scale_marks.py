"""Marks on a scale whose ends were told before: none lies beyond them.

    we asked guests to rate the inn from 1 to 10. Couples gave it 8.3, families 7.6
    may award between one and five stars. ... the average mark for the breakfast was 4.2 stars
    gave the inn a 7 on a scale that goes from nought to five                  the mark in front, its scale behind it

The scale stands with a word of rating and begins with nought or one. A mark is written with a decimal and nothing of its own
behind it but the scale's noun; it is called a mark, or stands in a row with one that is.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_TOPS = (4, 5, 6, 7, 10, 12, 20, 100)
_AHEAD = 6  # sentences behind the scale
_LEAD = 4  # symbols in front of the scale's ends
_SHORT, _ENDS = 4, 8  # symbols between a mark and its scale; from "on a scale" to the ends
_CALLED = 9  # symbols in front of a mark in which it is called one
_COUNTS = ("count", "number")
_APART = 12  # times the top: no mark with its digits wrong


def scale_marks(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "on-scale" (value, bound)."""
    words, lines, found = near(context), told_lines(context), []
    known = {i for f in frames if f.family == "on-scale" for i in f.claims["value"]}
    ahead = words.standing("scale-behind")
    for line in lines:
        for index, bound in _in_front(line, context, words) if line.number in ahead else ():
            if index not in known:
                found.append(_frame(index, bound, context))
                known.add(index)
    cued = words.standing("scale-asked")
    for n, line in enumerate(lines):
        scales = [s for s in scales_of(line, context, words)] if line.number in cued else []
        if len(scales) != 1:
            continue
        bound, end = scales[0]
        for other in lines[n : n + 1 + _AHEAD]:
            if other.block != line.block or other is not line and any(scales_of(other, context, words)):
                break
            for index in _marks(end if other is line else 0, other, bound[-1], context, words):
                if index not in known:
                    found.append(_frame(index, bound, context))
    return found


def _frame(index: int, bound: tuple[int, ...], context: Context) -> Frame:
    q, claims = context.quantity(index), {"value": (index,), "bound": bound}
    return Frame("on-scale", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles")


def _in_front(line: Line, context: Context, words: Near) -> Iterator[tuple[int, tuple[int, ...]]]:
    """The bare mark right in front of "on a scale", and the ends of the scale behind it."""
    for m in words.matches("scale-behind", line):
        marks = [i for i in line.quantities(max(0, m.start() - _SHORT), m.start())]
        ends = [i for i in line.quantities(m.end(), m.end() + _ENDS) if context.quantity(i).kind in (*_COUNTS, "range", "points")]
        if not marks or not ends or not _bare(marks[-1], line, m.start(), context):
            continue
        first, at = context.quantity(ends[0]), context.lines.position_of
        if first.sense == "range":
            yield marks[-1], (ends[0],)
        elif len(ends) > 1 and words.within("ends-to", line, at[ends[0]] + 1, at[ends[1]]) and at[ends[1]] - at[ends[0]] <= 3 and first.value is not None and first.value < (context.quantity(ends[1]).value or 0):
            yield marks[-1], (ends[1],)


def _bare(index: int, line: Line, end: int, context: Context) -> bool:
    """Whether a figure is a plain mark, with no other figure and no clause between it and its scale."""
    q, at = context.quantity(index), context.lines.position_of[index]
    plain = q.value is not None and q.sense == "exact" and not q.approx and not q.change
    bare = q.kind == "number" and q.unit is None and not q.noun or q.kind == "points"
    between = line.symbols[at + 1 : end]
    return plain and bare and context.lexicon.symbols.chars[";"] not in between and between.count(context.lexicon.symbols.chars[","]) <= 1


def scales_of(line: Line, context: Context, words: Near) -> Iterator[tuple[tuple[int, ...], int]]:
    """The ends of each scale of a sentence, in one figure or two, and the position behind it."""
    figures = [i for i in line.figures if context.quantity(i).kind in (*_COUNTS, "points", "range")]
    for index in figures:
        q, at = context.quantity(index), context.lines.position_of[index]
        if q.sense == "range" and q.low in (0, 1) and q.high in _TOPS and _led(at, line, words):
            yield (index,), at + 1
        if q.sense == "exact" and q.value in _TOPS and words.ends("scale-one", line, at, 4) and words.has("scale-asked", line):
            yield (index,), at + 1  # "between one and five stars"
    for a, b in zip(figures, figures[1:]):
        p, q = context.quantity(a), context.quantity(b)
        at, end = context.lines.position_of[a], context.lines.position_of[b]
        if p.value in (0, 1) and q.value in _TOPS and words.within("ends-to", line, at + 1, end) and end - at <= 3 and _led(at, line, words):
            yield (b,), end + 1


def _led(at: int, line: Line, words: Near) -> bool:
    return words.within("scale-from", line, max(0, at - _LEAD), at) and words.has("scale-asked", line)


def _marks(start: int, line: Line, bound: int, context: Context, words: Near) -> Iterator[int]:
    """The figures of a sentence that are called marks, and those in a row with one."""
    top = context.quantity(bound)
    called = False
    for index in line.quantities(start):
        q, at = context.quantity(index), context.lines.position_of[index]
        named = bool(q.noun) and q.noun[-1:] == top.noun[-1:] or top.kind == q.kind == "points"
        bare = q.kind == "number" and q.unit is None and not q.noun
        decimal = q.place is not None and q.place < 1 and q.style == "digits"
        high = top.high if top.sense == "range" else top.value
        if not (named or bare) or q.value is None or q.approx or q.change or q.sense == "range" or not decimal or q.value > _APART * high:
            continue
        if words.within("scale-not", line, at + 1, at + 4) or words.within("scale-not", line, max(start, at - 3), at):
            continue
        called = called or named or words.within("scale-mark", line, max(start, at - _CALLED), at)
        if called:
            yield index
