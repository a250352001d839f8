"""Lists of counted things after their number: "eleven cars - six sleepers, four couchettes and a solitary diner"."""

from __future__ import annotations

from bisect import bisect_left

from checker.linking.context import Context
from checker.model import Frame

Span = tuple[int, int]


def counted_list(announced: int, readings: list[tuple[Span, ...]], context: Context) -> Frame | None:
    """The frame "counted-list" (announced, part..., item...) of a list whose members are counts or single things; `item`
    are those that count as one. None of a list of things, and of one that announces how many members it has."""
    q = context.quantity(announced)
    for items in readings:
        counts = [_count(span, context) for span in items]
        parts = tuple(i for i in counts if i is not None)
        singles = tuple(span for span, i in zip(items, counts) if i is None)
        if not parts or q.value <= max(context.quantity(i).value for i in parts) or q.value == len(items):
            continue
        if len(parts) + len(singles) < 2 or not any(context.quantity(i).value > 1 for i in parts):
            continue
        tied = bool(singles) and all(_single(span, context) for span in singles)
        claims = {"announced": (announced,), "part": parts}
        pinned = frozenset({*claims, "item"}) if tied else frozenset()
        return Frame("counted-list", (q.start, q.end), claims, {"item": singles} if singles else {}, 0, pinned, 0)
    return None


def _count(span: Span, context: Context) -> int | None:
    """The count that a member opens with."""
    quantities = context.extraction.quantities
    at = bisect_left(quantities, span[0], key=lambda q: q.start)
    if at < len(quantities) and quantities[at].start == span[0] and quantities[at].kind in ("count", "number"):
        q = quantities[at]
        return at if q.value is not None and q.value.denominator == 1 and not q.approx and q.noun else None
    return None


def _single(span: Span, context: Context) -> bool:
    """True of a member that names one thing: it opens with an article and counts nothing."""
    tokens = context.extraction.tokens
    first = bisect_left(tokens.starts, span[0])
    return tokens.words[first] in context.lexicon.pack.words("single-article")
