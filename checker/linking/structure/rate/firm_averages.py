"""Averages whose total and count words leave no doubt about, whatever stands behind them.

    Over 18 home games they let in 93,600 people, on average 5,200 a match          the only two figures in front of it
    raised £36,000. Twelve hundred people responded, so that the mean gift was £30   a result, its count in front, the total before
    Nine of them are to share £72,000 in equal parts. Each gets £8,000               shared out equally

No slip needs to explain why they disagree.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.rate.unit_rates import is_step
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import compatible

_COUNTS = ("count", "number")
_KINDS = (*_COUNTS, "currency", "physical", "duration")
_LED, _BEHIND = 4, 7  # symbols in front of an average and behind it in which words call it one
_RESULT = 9  # symbols in front of it in which words make it a result
_FAR, _ROUGH, _OFF = 12, Fraction(6, 5), Fraction(11, 10)
_VETOES = ("triad-veto", "reckon-veto", "sole-severed", "sole-unreal", "typical-word", "firm-not")


def firm_averages(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" (total, count, average)."""
    words, lines, found = near(context), told_lines(context), []
    known = {f.claims["average"][0] for f in frames if f.pinned and {"average", "total"} <= f.claims.keys()}
    cued = words.standing("firm-average", "firm-each")
    for n, line in enumerate(lines):
        if line.number not in cued:
            continue
        before = lines[n - 1] if n and lines[n - 1].block == line.block and not any(words.has(name, lines[n - 1]) for name in _VETOES) else None
        for total, count, average in _told(line, before, context, words):
            end = context.lines.position_of[average] + _LED
            if average not in known and not any(words.within(name, line, 0, end) for name in _VETOES) and _likely(total, count, average, context):
                known.add(average)
                found.append(_frame(total, count, average, context))
    return found


def _frame(total: int, count: int, average: int, context: Context) -> Frame:
    q, claims = context.quantity(average), {"total": (total,), "count": (count,), "average": (average,)}
    return Frame("average", (q.start, q.end), claims, {}, 0, frozenset(claims), 0, None, (), "roles")


def _told(line: Line, before: Line | None, context: Context, words: Near) -> Iterator[tuple[int, int, int]]:
    """The total, the count and the average of a sentence, or of it and the one before."""
    for at, index in line.placed:
        if not _can_be(context.quantity(index)) or is_step(index, context):
            continue
        front = [i for i in line.quantities(0, at) if context.quantity(i).is_measure]
        called = words.ends("firm-average", line, at, _LED) or words.within("firm-average-behind", line, at + 1, at + _BEHIND)
        each = words.within("firm-each", line, max(0, at - _LED), at) or words.pattern("firm-each").match(line.symbols, at + 1)
        opened = bool(front) and context.lines.position_of[front[0]] == 0  # "Over 18 home games", which is no bound
        if called and len(front) == 2 and (opened or words.within("firm-span", line, 0, 1)):
            yield from _pair(front, index, context)
        if before is None or not called and not each:
            continue
        own = [i for i in before.figures if context.quantity(i).is_measure]
        alike = [i for i in own if _one_sort(context.quantity(i), context.quantity(index))]
        result = words.within("sole-result", line, max(0, at - _RESULT), at) or words.pattern("firm-since").match(line.symbols)
        if len(front) == len(alike) == 1 and result and _is_count(context.quantity(front[0])):
            yield alike[0], front[0], index
        if not front and each and len(own) == 2 and words.has("firm-equally", before) and words.within("firm-gets", line, 0, at):
            yield from _pair(own, index, context)


def _pair(two: list[int], index: int, context: Context) -> Iterator[tuple[int, int, int]]:
    """Of two figures the one of the average's sort as total, the other as count."""
    q = context.quantity(index)
    fits = [(t, c) for t, c in (two, two[::-1]) if not is_step(t, context) and _one_sort(context.quantity(t), q) and _is_count(context.quantity(c))]
    if len(fits) > 1:
        fits = [(t, c) for t, c in fits if context.quantity(t).value > 2 * context.quantity(c).value]
    if len(fits) == 1:
        yield (*fits[0], index)


def _can_be(q: Quantity) -> bool:
    return q.kind in _KINDS and q.value is not None and q.value > 0 and q.sense not in ("range", "bound") and q.style != "fraction"


def _one_sort(total: Quantity, average: Quantity) -> bool:
    if not _can_be(total) or "/" in (total.unit or ""):
        return False
    over = (average.unit or "").partition("/")[0]
    if average.kind in _COUNTS:
        return total.kind in _COUNTS and total.value.denominator == 1 and (not average.noun or not total.noun or average.noun[-1] == total.noun[-1])
    return total.kind == average.kind and compatible(total.unit, over or None)


def _is_count(q: Quantity) -> bool:
    return q.kind in _COUNTS and q.value is not None and q.value >= 2 and q.value.denominator == 1 and q.sense != "range" and "/" not in (q.unit or "")


def _likely(total: int, count: int, average: int, context: Context) -> bool:
    """Whether the three miss one another by no more than a wrong figure makes them, and no rough one is why."""
    t, c, a = (context.quantity(i) for i in (total, count, average))
    if t.kind not in _COUNTS and (t.unit or "") != (a.unit or "").partition("/")[0] or t.value <= a.value:
        return False
    ratio = t.value / (c.value * a.value)
    apart = max(ratio, 1 / ratio)
    least = _ROUGH if t.approx or a.approx else _OFF if c.approx else 1
    return apart <= _FAR and (apart > least or least == 1)
