"""A balance whose two sides are named wherever they stand: what came in and what went out, sold and bought abroad, born and died.

    The museum took in 5.2 million crowns ... In all it spent 4.7 million, most of it on guards ... The surplus of 0.5 million will pay for the lift
    Timber and ore worth 7.4 billion left the country ... Purchases from abroad came to 9.1 billion ... the deficit was 1.7 billion

Only one figure of the unit stands by words for the one side, and only one by words for the other. Where they do not give the
balance, it is wrong: of one that words narrow (the primary one, that with one country) nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, period_of, same_head
from checker.linking.lines import Line
from checker.linking.structure.difference.cues import LIKELY, announced, compared
from checker.linking.structure.difference.told_gaps import told_gaps
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import PLAIN, TELLING, slip_between
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity

_SORTS = ("money", "trade", "people")
_BACK, _AHEAD, _BLOCKS = 8, 3, 4  # sentences and paragraphs around a balance
_FRONT, _BEHIND = 16, 5  # symbols beside a figure in which its side is told
_NAME = 9  # symbols beside a balance in which it is named
_PART = 5  # symbols beside a side in which words make it a part
_CLOSE = 4  # paragraphs within which no slip needs to explain a miss
_NEARLY = 20  # of what they leave one part, by which another figure may differ from it
_OFF = 4  # times as much, or as little: it is rather something else
_KINDS = ("currency", "number", "count", "physical")


def named_sides(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "balance" (first, second, difference)."""
    words, lines, found = near(context), prose_lines(context), []
    known = {i for f in frames if f.family == "balance" and f.pinned for i in f.claims.get("difference", ())}
    cued = words.standing("books-left")
    for n, line in enumerate(lines):
        for index in line.figures if line.number in cued else ():
            if index not in known and _is_balance(index, line, context, words):
                found.extend(_of(index, lines[max(0, n - _BACK) : n + _AHEAD + 1], context, words))
    return [*found, *told_gaps(context, (*frames, *found))]


def _amount(q: Quantity) -> bool:
    return q.kind in _KINDS and q.value is not None and q.value > 0 and q.sense not in ("range", "bound") and "/" not in (q.unit or "") and q.style == "digits"


def _is_balance(index: int, line: Line, context: Context, words: Near) -> bool:
    at, q = context.lines.position_of[index], context.quantity(index)
    named = words.within("books-left", line, at - _NAME, at) or words.within("books-left", line, at + 1, at + _NAME)
    if not named or not _amount(q) or q.approx or announced(index, line, context, words) < LIKELY:
        return False
    narrowed = words.within("books-narrowed", line, at - _NAME, at) or words.within("books-narrowed-behind", line, at + 1, at + _BEHIND)
    return not narrowed and not compared(at, line, context, words)


def _of(index: int, lines: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    home = context.line(index)
    around = [x for x in lines if abs(x.block - home.block) <= _BLOCKS]
    figures = [i for x in around for i in x.figures if i != index and _amount(context.quantity(i)) and _like(context.quantity(index), context.quantity(i))]
    at = context.lines.position_of[index]
    for sort in _SORTS:
        if words.within(f"books-{sort}-not", home, at - _NAME, at + _BEHIND):
            continue  # a budget deficit is none of exports and imports
        sides = [[i for i in figures if _on(i, figures, f"books-{sort}-{side}", f"books-{sort}-{other}", context, words)] for side, other in (("in", "out"), ("out", "in"))]
        came, went = ([i for i in side if i < index] or side for side in sides)  # those told in front of a balance are its own
        if len(came) == len(went) == 1 and came != went:
            made = abs(context.quantity(came[0]).value - context.quantity(went[0]).value)
            others = (context.quantity(i).value for i in figures if i not in (came[0], went[0]))
            if not any(abs(value - made) * _NEARLY <= made for value in others):  # they leave another one, which is told as well
                yield from _frame(index, came[0], went[0], context, words)


def _like(d: Quantity, q: Quantity) -> bool:
    """Whether a figure can be a side of a balance: of its unit, or bare with a scale where the others name it."""
    if "currency" in (d.kind, q.kind):
        return (d.kind == q.kind and same_head(d, q)) or "number" in (d.kind, q.kind) and (q.scale > 1 and d.scale > 1)
    return d.kind == q.kind and same_head(d, q) or {d.kind, q.kind} <= {"count", "number"}


def _on(index: int, figures: list[int], name: str, other: str, context: Context, words: Near) -> bool:
    """Whether words of one side stand by a figure, with no other of the unit or its noun between, and nearer than those of the other side."""
    line, at = context.line(index), context.lines.position_of[index]
    start = max([p + 1 + len(context.quantity(line.quantity[p]).noun) for p in range(max(0, at - _FRONT), at) if line.quantity[p] in figures], default=max(0, at - _FRONT))
    end = next((p for p in range(at + 1, min(len(line.symbols), at + 1 + _BEHIND)) if line.quantity[p] >= 0), at + 1 + _BEHIND)
    own, its = (max([m.end() for m in words.matches(c, line, start, at)], default=-1) for c in (name, other))
    return own > its or own == its == -1 and words.within(name, line, at + 1, end) and not words.within(other, line, at + 1, end)


def _frame(index: int, came: int, went: int, context: Context, words: Near) -> Iterator[Frame]:
    d, a, b = (context.quantity(i) for i in (index, came, went))
    if a.value == b.value:
        return
    made = abs(a.value - b.value)
    low = min(a.value, b.value)
    slips = (slip_between(d, made), slip_between(a, b.value + d.value), slip_between(a, b.value - d.value), slip_between(b, a.value + d.value), slip_between(b, a.value - d.value))
    ratio = max(made / d.value, d.value / made)
    plain = not any(q.approx for q in (a, b)) and not any(_elsewhere(i, context, words) for i in (came, went))
    dated, *others = (period_of(i, context) for i in (index, came, went))
    plain = plain and len({when.year for when in (dated, *others) if when is not None and when.year}) < 2
    blocks = [context.line(i).block for i in (index, came, went)]
    beside = any(i not in (index, came, went) and _like(d, context.quantity(i)) for i in context.line(index).figures)  # a gift, the year before
    sure = max(slips) >= (PLAIN if d.value > low else TELLING) or ratio <= _OFF and d.value < low and not beside and not (dated and not any(others)) and max(blocks) - min(blocks) <= _CLOSE
    claims = {"first": (came,), "second": (went,), "difference": (index,)}
    yield Frame("balance", (d.start, d.end), claims, {}, 0, frozenset(claims) if sure and plain else frozenset(), 2, None, (), "roles")


def _elsewhere(index: int, context: Context, words: Near) -> bool:
    """Whether a side is a part, only planned, or what another is compared with."""
    line, at = context.line(index), context.lines.position_of[index]
    part = words.within("books-part", line, at - _PART, at) or words.within("books-part", line, at + 1, at + 3) and not words.within("books-holds", line, at + 1, at + 3)
    return compared(at, line, context, words) or part or bool(context.quantity(index).change) and words.ends("apart-by", line, at, 3)
