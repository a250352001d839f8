"""Differences that a word of remainder announces: "the net 2,685", "a gap of 6", "would clear it by 1.7 m", "12 to spare".

The two figures are those of its unit in front of it: in its sentence, or with as many sentences before as it takes to have
two. Where there are more, nothing is tied. Money is only tied where words say what came in and what was spent; other
figures where a slip explains the miss, or where the three are measured to the same decimal.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.difference.doubts import told_already
from checker.linking.structure.near import Near, near, one_slip
from checker.linking.structure.parts import is_compared, overlaps
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import compatible

_KINDS = frozenset("currency physical count number duration".split())
_BACK = 5  # sentences
_FATE = 2  # symbols behind a count in which it is said to be of victims
_CUE = 7  # words between a word of remainder and its figure

_CUES = ("remainder-sure", "remainder-likely", "remainder-after", "remainder-after-amount", "by-alone")
_MORE = 2  # times as much as either side: no slip makes a difference so large


def remainders(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "balance" that no phrase found."""
    words, lines = near(context), prose_lines(context)
    known = {f.claims["difference"] for f in frames if f.family == "balance" and "difference" in f.claims}
    found = []
    cued = words.standing(*_CUES)
    for n, line in enumerate(lines):
        for at, index in line.placed if line.number in cued else ():
            if (index,) in known or not _amount(context.quantity(index)):
                continue
            sure = _announced(at, line, context, words)
            if sure:
                back = _BACK if sure == 2 else 1
                pair = _pair(index, at, lines[max(0, n - back) : n + 1], context, words)
                found.extend(_frames(index, pair, sure, line, context, words) if pair else ())
    return found


def _amount(q: Quantity) -> bool:
    return (q.kind in _KINDS or q.kind == "points" and q.unit == "point") and q.value is not None and q.value > 0 and q.sense != "range" and q.approx is None and "/" not in (q.unit or "")


def _announced(at: int, line: Line, context: Context, words: Near) -> int:
    """2 where words leave no doubt that a figure is what is left or lies between, 1 where they make it likely, 0 elsewhere."""
    if not words.maybe(_CUES, line):
        return 0
    start = max([0, *(j + 1 for j in range(max(0, at - _CUE), at) if line.quantity[j] >= 0)], default=0)
    start = max(start, at - _CUE)
    end = at + 1 + max(0, context.quantity(line.quantity[at]).noun_last - context.quantity(line.quantity[at]).last)
    if words.within("balance-else", line, at - 16, at) or any(words.within(name, line, end, end + _FATE) for name in ("fate-dead", "fate-hurt")):
        return 0  # "the third night left eight dead"
    for name, sure in (("remainder-sure", 2), ("remainder-likely", 1)):
        cue = next((m.start() for m in words.matches(name, line, start, at) if m.end() == at), None)
        if cue is not None:
            return 0 if words.within("compared-word", line, cue - 4, cue) or words.within("turned-to", line, cue - 2, cue) else sure
    uncounted = context.quantity(line.quantity[at]).kind not in ("count", "number")  # 17 left: they went
    amount = words.pattern("remainder-after-amount").match(line.symbols, end) if uncounted else None
    if amount and amount.end() < len(line.quantity) and line.quantity[amount.end()] >= 0:
        return 0  # "165,000 over 22 years"
    if amount or words.pattern("remainder-after").match(line.symbols, end):
        return 1
    by = words.pattern("by-alone").match(line.symbols, at - 1) if at else None
    return 2 if by and words.within("clearing-verb", line, start, at - 1) else 0


def _pair(index: int, at: int, lines: list[Line], context: Context, words: Near) -> tuple[int, int] | None:
    """The two figures in front that the difference can be of; None where there are fewer or more of them."""
    d = context.quantity(index)
    home, found = lines[-1], []
    for line in reversed(lines):
        if line.block != home.block:
            break
        stop = at if line is home else len(line.symbols)
        if any(_announced(context.lines.position_of[i], line, context, words) for i in line.quantities(0, stop) if _like(d, context.quantity(i))):
            return None  # a balance is no side of another
        here = [i for i in line.quantities(0, stop) if _like(d, context.quantity(i)) and not _aside(i, line, context, words)]
        found = here + found
        if len(found) > 2:
            return None
        if len(found) == 2:
            return (found[0], found[1]) if context.quantity(found[0]).value != context.quantity(found[1]).value else None
    return None


def _like(d: Quantity, q: Quantity) -> bool:
    if not _amount(q) or q.change is not None and q.kind not in ("physical", "currency"):  # "reaching 41.3 m"
        return False
    if d.kind == "points":
        return q.kind == "number" and q.unit is None or q.kind == "points"
    if d.kind in ("count", "number") and q.kind in ("count", "number"):
        return not d.noun or not q.noun or d.noun[-1] == q.noun[-1]
    if d.kind == "physical" and q.unit != d.unit:
        return False
    return q.kind == d.kind and q.components == 1 and compatible(q.unit, d.unit) and q.value >= d.value / 50


def _aside(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a figure of another time or place: what something else is compared with."""
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.change is not None and q.kind == "currency" and not (words.within("gain-word", line, at - 2, at) or words.within("cost-word", line, at - 2, at)):
        return True  # it rose by so much
    return is_compared(index, context) and not words.within("difference-sides", line, context.lines.position_of[index] - 3, context.lines.position_of[index])


def _frames(index: int, pair: tuple[int, int], sure: int, line: Line, context: Context, words: Near) -> list[Frame]:
    first, second = pair
    a, b, d = (context.quantity(i) for i in (*pair, index))
    if d.value > _MORE * max(a.value, b.value):
        return []  # "17, so that the three of them made 68"
    gained, spent = (any(_said(i, name, context, words) for i in pair) for name in ("gain-word", "cost-word"))
    if d.kind == "currency":
        tied = gained and spent and (sure == 2 or _slipped(a, b, d))
    elif d.kind == "physical":
        exact = {q.place for q in (a, b, d)}
        tied = sure == 2 and len(exact) == 1 and None not in exact and {a.unit, b.unit} == {d.unit} and (min(exact) < 1 or _slipped(a, b, d))
    elif d.kind == "points":
        tied = sure == 2 and context.line(first).number == line.number
    else:
        tied = context.line(first).number == line.number and _slipped(a, b, d)
    tied = tied and not told_already(first, second, index, context)
    claims = {"first": (first,), "second": (second,), "difference": (index,)}
    return [Frame("balance", (d.start, d.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 2, overlaps(line, context))]


def _said(index: int, name: str, context: Context, words: Near) -> bool:
    """True where a word of gaining, or of spending, stands in front of a figure or right behind it."""
    line, at = context.line(index), context.lines.position_of[index]
    return words.within(name, line, at - _CUE, at) or words.within(name, line, at + 1, at + 3)


def _slipped(a: Quantity, b: Quantity, d: Quantity) -> bool:
    """True where the difference holds, or one slip in one of the three explains why it does not."""
    high, low = max(a.value, b.value), min(a.value, b.value)
    made: Fraction = high - low
    if made == d.value or d.value == high + low:
        return True
    larger, smaller = (a, b) if a.value == high else (b, a)
    return one_slip(d, made) or one_slip(larger, low + d.value) or high > d.value and one_slip(smaller, high - d.value)
