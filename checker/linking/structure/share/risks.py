"""What two shares of two groups make: the relative risk, and how many must be treated to spare one.

    84 of those who had the talk (7%), 144 in the ordinary-care group (12%) ... must see 20 people to spare one
    66 of 550 (12.0%) and 88 of 550 (16.0%). That is a relative risk of 0.75

The two shares are the only ones of the sentence, or of the one in front of it; which of them comes first is not told, so the
ratio may be taken either way.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity

_REACH = 4  # symbols from the name of a ratio to its figure
_NEEDED = 10  # symbols between "treated" and the number that it is of
_FAR = 4  # times as much: of something else


def risks(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "relative-risk" (value, first: the share above, second: below) and "number-needed" (value, first, second)."""
    words = near(context)
    found: list[Frame] = []
    named = words.standing("risk-ratio", "risk-needed")
    for line in context.lines.figured:
        if line.number not in named or words.has("risk-not", line) or not (words.has("risk-ratio", line) or words.has("risk-needed", line)):
            continue
        pair = _pair(line, context)
        if pair is None:
            continue
        for index in _ratios(line, context, words):
            found.extend(_relative(index, pair, context))
        for index in _needed(line, context, words):
            found.extend(_spared(index, pair, context))
    return found


def _pair(line: Line, context: Context) -> tuple[int, int] | None:
    """The only two shares of the sentence; else of the one before it, or of that before."""
    for back in range(3):
        number = line.number - back
        if number < 0 or context.lines.lines[number].block != line.block:
            return None
        shares = [i for i in context.lines.lines[number].figures if _is_share(context.quantity(i))]
        if shares:
            return (shares[0], shares[1]) if len(shares) == 2 and shares[0] != shares[1] else None
    return None


def _is_share(q: Quantity) -> bool:
    return q.kind == "percent" and q.value is not None and 0 < q.value < 95 and not q.change and q.sense not in ("range", "bound")


def _ratios(line: Line, context: Context, words: Near) -> Iterator[int]:
    for m in words.matches("risk-ratio", line):
        figure = next((i for i in line.quantity[m.end() : m.end() + _REACH] if i >= 0), -1)
        if figure >= 0 and _plain(context.quantity(figure)):
            yield figure


def _needed(line: Line, context: Context, words: Near) -> Iterator[int]:
    for m in words.matches("risk-needed", line):
        figure = next((i for i in line.quantity[max(0, m.start() - _NEEDED) : m.start()][::-1] if i >= 0), -1)
        q = context.quantity(figure) if figure >= 0 else None
        if q is not None and q.kind in ("count", "number") and q.value is not None and q.value >= 2 and q.sense not in ("range", "bound"):
            yield figure


def _plain(q: Quantity) -> bool:
    return q.kind == "number" and q.value is not None and q.value > 0 and q.sense not in ("range", "bound") and (q.place is None or q.place < 1)


def _relative(index: int, pair: tuple[int, int], context: Context) -> Iterator[Frame]:
    q, a, b = (context.quantity(i) for i in (index, *pair))
    ways = [(pair, a.value / b.value), (pair[::-1], b.value / a.value)]
    (first, second), implied = min(ways, key=lambda way: max(way[1] / q.value, q.value / way[1]))
    if max(implied / q.value, q.value / implied) < _FAR:
        yield _frame("relative-risk", index, first, second, context)


def _spared(index: int, pair: tuple[int, int], context: Context) -> Iterator[Frame]:
    q = context.quantity(index)
    first, second = sorted(pair, key=lambda i: -context.quantity(i).value)
    gap = context.quantity(first).value - context.quantity(second).value
    if gap > 0 and max(q.value * gap / 100, 100 / (q.value * gap)) < _FAR:
        yield _frame("number-needed", index, first, second, context)


def _frame(family: str, index: int, first: int, second: int, context: Context) -> Frame:
    q = context.quantity(index)
    claims = {"value": (index,), "first": (first,), "second": (second,)}
    return Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "two shares")
