"""Totals whose parts stand sentences or paragraphs apart, with other matter in between.

    the trust had £186,000 to give away ... £74,000 for the lido ... £52,000 ... Two small grants complete the list: £38,000, £22,000
    every one of its 906 bells was weighed ... the tower holds 410 ... 305 came from the ... That leaves 191
    the cake stall took £412 ... The tombola brought in £367 ... Altogether £779 will go towards the bus

All figures of the sort of the total from it to the part that closes the list (or, in front of it, from the first of the
document) are its parts. Two of three things must be told: that the total is all there is, that nothing follows the last
part, how many parts there are. Where the parts miss it, a slip of the hand must explain why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.at_figure import other_period
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, called_total, is_subset, overlaps, pinned_by, telling_slip
from checker.linking.structure.slips import NONE, WEAK
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.total.part_counts import numbered
from checker.linking.structure.total.sum_levels import is_level
from checker.linking.structure.total.sole_sums import closes, since
from checker.linking.structure.total.sole_ways import COUNTS, akin, can_total, first_sums
from checker.model import Frame

_SENTENCES = 40  # from a total to its last part
_MOST = 8  # parts
_LEAST = 40  # of a smaller total too many figures are parts by chance
_FEW = 200  # counts below this are everywhere: more must tie them
_SMALL = 100  # times smaller figures are no parts
_FAR = 2  # times as much: other things
_AROUND = 5
_FRONT = 3
_BESIDE = 9  # symbols of a sentence that opens with what is left


@dataclass(frozen=True, slots=True)
class _Way:
    total: int
    parts: tuple[int, ...]
    closed: bool


def distant_sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words, lines = near(context), told_lines(context)

    def found(i: int, n: int) -> Iterator[_Way]:
        return (w for w in _ways(i, n, lines, context, words) if _sound(w, context, words) and _tied(w, context, words)) if _is_total(i, context) else iter(())

    return first_sums(pinned_by(frames, "sum", "groups", "difference", "balance", "coin-share"), found, context)


def _is_total(index: int, context: Context) -> bool:
    q = context.quantity(index)
    counted = q.kind not in (*COUNTS, "points") or q.kind != "points" and bool(q.noun) and q.value is not None and q.value >= _LEAST and q.value.denominator == 1
    return counted and can_total(index, context) and is_level(index, context, near(context))


# ---------------------------------------------------------------- which figures


def _ways(total: int, n: int, lines: list[Line], context: Context, words: Near) -> Iterator[_Way]:
    """What stands behind a total up to the part that closes the list; what stands in front of one that adds up."""
    home, at = lines[n], context.lines.position_of[total]
    if _whole(total, home, at, context, words):
        row, closed = _behind(total, lines[n : n + _SENTENCES], context, words)
        if 1 < len(row) <= _MOST:
            yield _Way(total, tuple(row), closed)
    adds = _adds(total, home, at, context, words)
    if adds or words.within("distantsum-every", home, at - _FRONT, at):
        row = [i for line in lines[max(0, n - _SENTENCES) : n + 1] for i in line.figures if i < total and _is_part(i, total, context, words)]
        if 1 < len(row) <= _MOST:
            yield _Way(total, tuple(row), adds)


def _adds(total: int, line: Line, at: int, context: Context, words: Near) -> bool:
    """True of the figure that words add others up to."""
    return words.within("distantsum-adds-up", line, 0, _AROUND + 1) and not any(is_level(i, context, words) for i in line.quantities(0, at))


def _behind(total: int, lines: list[Line], context: Context, words: Near) -> tuple[list[int], bool]:
    """The figures behind a total up to the one that closes the list, or to the end of the paragraph that says that it does."""
    row: list[int] = []
    ending: int | None = None
    for line in lines:
        if ending not in (None, line.block) or len(row) > _MOST:
            break
        for i in (i for i in line.figures if i > total and _is_part(i, total, context, words)):
            row.append(i)
            if len(row) > 1 and _leaves(i, line, context, words):
                return row, True
        if row and words.has("distantsum-end", line):
            ending = line.block
    return row, ending is not None


def _is_part(index: int, total: int, context: Context, words: Near) -> bool:
    q, t = context.quantity(index), context.quantity(total)
    if not akin(index, total, context) or not is_level(index, context, words) or q.value == t.value or q.value * _SMALL < t.value:
        return False
    if q.kind in COUNTS and (q.value.denominator > 1 or q.kind == "number" and q.value > t.value):
        return False
    line, at = context.line(index), context.lines.position_of[index]
    if is_subset(at, line, context) and line.quantities(0, at):
        return False  # "149 motor boats, of which 12 are"
    start = since(index, context)
    return not other_period(index, total, context) and not words.within("distantsum-then", line, start, at) and not words.within("solesum-some", line, at - _FRONT, at) and not words.pattern("solesum-not-after").match(line.symbols, after_noun(index, line, context))


def _leaves(part: int, line: Line, context: Context, words: Near) -> bool:
    """True of what the parts in front of it leave of the whole."""
    return closes(part, context, words) or words.within("distantsum-leaves", line, 0, min(_BESIDE, context.lines.position_of[part]))


def _whole(total: int, line: Line, at: int, context: Context, words: Near) -> bool:
    end = after_noun(total, line, context)
    before = any(words.within(name, line, at - _AROUND, at) for name in ("resum-total", "solesum-whole", "distantsum-whole"))
    return before or any(words.within(name, line, end, end + _AROUND) for name in ("resum-total-after", "distantsum-whole-after"))


# ---------------------------------------------------------------- what ties, what severs


def _sound(way: _Way, context: Context, words: Near) -> bool:
    """False where some of the figures make it up, where one is as large, or where words leave room for others."""
    t, values = context.quantity(way.total), [context.quantity(i).value for i in way.parts]
    made = sum(values)
    if not _FAR * min(made, t.value) > max(made, t.value) or any(v >= t.value for v in values) or any(context.quantity(i).approx or called_total(i, context) for i in way.parts):
        return False
    if made != t.value and any(sum(chosen) == t.value for size in range(2, len(values)) for chosen in combinations(values, size)):
        return False
    ends = {context.line(i).number: context.line(i) for i in (way.total, way.parts[-1])}.values()
    return not any(words.has("distantsum-open", line) for line in ends) and not any(overlaps(context.line(i), context) for i in way.parts)


def _tied(way: _Way, context: Context, words: Near) -> bool:
    """Whether the parts add up, or enough is told that one slip proves a mistake."""
    made = sum(context.quantity(i).value for i in way.parts)
    counted = numbered(way.total, way.parts, context)
    if made == context.quantity(way.total).value:
        return len(way.parts) > 2 or way.closed
    t = context.quantity(way.total)
    if t.kind in COUNTS and t.value < _FEW and not (counted or any(context.quantity(i).noun for i in way.parts) and _leaves(way.parts[-1], context.line(way.parts[-1]), context, words)):
        return False
    further = any(words.within("resum-further", context.line(i), context.lines.position_of[i] - _FRONT, context.lines.position_of[i] + 1) for i in way.parts[1:])
    slip = telling_slip(way.total, way.parts, context) if _complete(way, context) else NONE
    return slip != NONE and (way.closed or counted and (slip > WEAK or further))


def _complete(way: _Way, context: Context) -> bool:
    """False where some other figure of the sort stands between the total and the last part, or the first and the total."""
    first, last = sorted((way.total, way.parts[-1] if way.parts[-1] > way.total else way.parts[0]))
    t = context.quantity(way.total)
    between = (i for i in range(first + 1, last) if i not in way.parts and i != way.total)
    return not any(context.quantity(i).kind not in COUNTS and akin(i, way.total, context) and t.value != context.quantity(i).value >= t.value / _SMALL for i in between)
