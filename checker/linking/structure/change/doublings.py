"""What doubles in a told time, and how often that time goes into another: "doubled every 40 minutes ... after 200 minutes".

The first and the last value are the only two levels of their sort in the sentence and its neighbours, the other length of
time is the only one that the first goes into.
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context, same_head
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import is_expected
from checker.model import Frame, Quantity
from checker.units import measure

_EVERY = 4  # symbols from "doubled" to its time
_MOST = 20  # times over
_SMALL = 10  # of counts below it there are many
_COUNTS = ("count", "number")
_FAR_OFF = 40  # times as much as it makes: it is rather something else


def doublings(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "doubling-time" (base, new, multiple, time, duration)."""
    words, found = near(context), []
    for index, q in enumerate(context.extraction.quantities):
        if q.kind != "multiple" or q.value is None or not 2 <= q.value <= 10 or q.approx or context.lines.line_of[index] < 0:
            continue
        line, at = context.line(index), context.lines.position_of[index]
        times = [i for i in line.quantities(at + 1, at + 1 + _EVERY) if _is_time(context.quantity(i))]
        if times and words.within("doubling-every", line, at + 1, context.lines.position_of[times[0]]):
            found.extend(_of(index, times[0], context, words))
    return found


def _of(multiple: int, time: int, context: Context, words: Near) -> list[Frame]:
    own = context.line(multiple)
    lines = [line for line in context.lines.lines[max(0, own.number - 1) : own.number + 2] if line.block == own.block]
    if any(line.crowded or words.has("doubling-veto", line) for line in lines):
        return []
    if any(context.quantity(i).kind == "ordinal" for line in lines for i in line.figures):
        return []  # "at first", "the second dish"
    figures = [i for line in lines for i in line.figures if i not in (multiple, time)]
    spans = [i for i in figures if _is_time(context.quantity(i)) and (steps := _steps(i, time, context)) and 1 < steps <= _MOST]
    levels = [i for i in figures if _is_level(context.quantity(i)) and not is_expected(i, context)]
    pairs = [(a, b) for a, b in combinations(levels, 2) if _alike(context.quantity(a), context.quantity(b))]
    if len({context.quantity(i).value for i in spans}) != 1 or len(pairs) != 1:
        return []
    base, new = sorted(pairs[0], key=lambda i: context.quantity(i).value)
    made = context.quantity(base).value * context.quantity(multiple).value ** _steps(spans[0], time, context)
    ratio = made / context.quantity(new).value
    claims = {"base": (base,), "new": (new,), "multiple": (multiple,), "time": (time,), "duration": (spans[0],)}
    tied = max(ratio, 1 / ratio) < _FAR_OFF
    q = context.quantity(multiple)
    return [Frame("doubling-time", (q.start, q.end), claims, {}, 1, frozenset(claims) if tied else frozenset(), 1, None, (), "doubling")]


def _is_time(q: Quantity) -> bool:
    return q.kind == "duration" and bool(q.value) and q.value > 0 and not q.approx and "/" not in (q.unit or "")


def _steps(span: int, time: int, context: Context) -> int:
    """How often one time goes into another; 0 where it does not come out."""
    a, b = (context.quantity(i) for i in (span, time))
    times = a.value * measure(a).factor / (b.value * measure(b).factor)
    return int(times) if times.denominator == 1 else 0


def _is_level(q: Quantity) -> bool:
    if q.value is None or q.value <= 0 or q.approx or q.sense in ("range", "bound") or "/" in (q.unit or ""):
        return False
    return q.kind in ("currency", "physical") or q.kind in _COUNTS and q.value >= _SMALL


def _alike(a: Quantity, b: Quantity) -> bool:
    if a.kind in _COUNTS and b.kind in _COUNTS:
        return not a.noun or not b.noun or a.noun[-1] == b.noun[-1]
    return a.kind == b.kind and same_head(a, b)
