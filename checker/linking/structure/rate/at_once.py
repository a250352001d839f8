"""A total, how many it is for, and what each of them has, told in one breath with nothing between but words for the result.

    handed out 340 parcels to 85 families, which is four apiece
    85 families got 340 parcels, or four each
    found the net 112 times in 35 games this season, an average of 3.2 a night
    took £1,260 from 84 guests, an average of £15 a head

The words say what each of the three is, so that no slip needs to explain why they disagree.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.rate.unit_rates import UnitRate, is_speed
from checker.linking.structure.triad.told import told_rates
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure_of

_COUNTS = ("count", "number")
_SORTS = ("unit", "after", "mean")
_LINK = 6  # symbols between a total and the things
_LEAD = 5  # symbols between the things and the result
_FAR, _ROUGH = 12, Fraction(6, 5)
_TIMES = ("period", "year", "date")


def averages_at_once(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" and "average-slipped" (total, count, average)."""
    words, found = near(context), []
    known = {f.claims["average"][0] for f in frames if f.pinned and {"average", "total"} <= f.claims.keys()}
    for rate in told_rates(context, words):
        if rate.index in known or rate.sort not in _SORTS or rate.under or is_speed(rate.q) or rate.line.crowded or _per_many(rate):
            continue
        pair = _pair(rate, context, words)
        if pair is not None:
            found.extend(_frame(family, pair, rate, context) for family in ("average", "average-slipped"))
    return found


def _per_many(rate: UnitRate) -> bool:
    return any(part[:1].isdecimal() for part in (rate.q.unit or "").split("/")[1:])


def _frame(family: str, pair: tuple[int, int], rate: UnitRate, context: Context) -> Frame:
    claims = dict(zip(("total", "count", "average"), ((pair[0],), (pair[1],), (rate.index,))))
    return Frame(family, (rate.q.start, rate.q.end), claims, {}, 0, frozenset(claims), 0, None, (), "at once")


def _pair(rate: UnitRate, context: Context, words: Near) -> tuple[int, int] | None:
    """The total and the count right in front of a result."""
    line, at = rate.line, context.lines.position_of
    before = [i for i in line.quantities(0, rate.at) if context.quantity(i).kind not in _TIMES][-2:]
    if len(before) != 2 or any(words.has(name, line) for name in ("triad-veto", "reckon-veto", "sole-severed", "sole-unreal", "typical-word")):
        return None
    if sum(1 for _ in words.matches("each-word", line, rate.at + 1)) > 1:
        return None  # "or 10 each to the small ones and 20 each to the large"
    first, second = before
    if not _leads(_past_time(after_noun(second, line, context), rate.at, line, context, words), rate.at, line, words) or not _linked(first, second, line, context, words):
        return None
    fits = [(t, c) for t, c in ((first, second), (second, first)) if _is_total(context.quantity(t), rate.q) and _is_count(context.quantity(c))]
    fits = [(t, c) for t, c in fits if t == first or not words.within("once-link", line, at[first] + 1, at[second])]
    fits = [(t, c) for t, c in fits if context.quantity(t).value > max(context.quantity(c).value, rate.q.value) or context.quantity(t).kind not in _COUNTS]
    return fits[0] if len(fits) == 1 and _likely(*fits[0], rate, context) else None


def _past_time(start: int, end: int, line: Line, context: Context, words: Near) -> int:
    """Behind "this season", "so far this year", which says when all of it was."""
    at = start
    while at < min(end, start + _LEAD) and (line.quantity[at] >= 0 and context.quantity(line.quantity[at]).kind in _TIMES or words.pattern("once-span").match(line.symbols, at)):
        at += 1
    return at if at > start and line.quantity[at - 1] >= 0 or words.ends("once-so-far", line, at, 2) else start


def _leads(start: int, end: int, line: Line, words: Near) -> bool:
    """Whether nothing but words for a result stands between the second figure and the third."""
    if not 0 < end - start <= _LEAD:
        return False
    return any(m.end() == end and m.start() - start <= 1 for m in words.matches("once-lead", line, start, end))


def _linked(first: int, second: int, line: Line, context: Context, words: Near) -> bool:
    start, end = context.lines.position_of[first] + 1, context.lines.position_of[second]
    between = line.symbols[start:end]
    if not 0 < len(between) <= _LINK or any(symbol in context.lexicon.symbols.marks for symbol in between):
        return False
    return not words.within("once-apart", line, start, end)


def _is_total(q: Quantity, rate: Quantity) -> bool:
    if q.value is None or q.value <= 0 or q.sense in ("range", "bound") or q.change or "/" in (q.unit or ""):
        return False
    over = (rate.unit or "").partition("/")[0]
    if rate.kind in _COUNTS:
        return q.kind in _COUNTS and q.value.denominator == 1 and (not rate.noun or not q.noun or rate.noun[-1] == q.noun[-1])
    return q.kind == rate.kind and measure_of(q.unit, q.kind).dimension == measure_of(over or None, rate.kind).dimension


def _is_count(q: Quantity) -> bool:
    return q.kind in _COUNTS and q.value is not None and q.value >= 2 and q.value.denominator == 1 and q.sense not in ("range", "bound") and "/" not in (q.unit or "")


def _likely(total: int, count: int, rate: UnitRate, context: Context) -> bool:
    """Whether the three are plain, and miss one another by no more than a slip may make them."""
    figures = [context.quantity(i) for i in (total, count)] + [rate.q]
    worth = [q.value * (measure_of((q.unit or "").partition("/")[0] or None, q.kind).factor if q.kind not in _COUNTS else 1) for q in figures]
    ratio = worth[0] / (worth[1] * worth[2])
    apart = max(ratio, 1 / ratio)
    return apart <= _FAR and (apart > _ROUGH or not any(q.approx for q in figures))
