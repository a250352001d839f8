"""An estimate, how far it may be off either way, and the interval that this makes.

    averaged 12.0 hours with a margin of error of 1.5 hours, that is, between 10.5 and 13.5 hours
    at 42 per cent, plus or minus 3 points, or between 39 and 45 per cent

All of it stands in one sentence: one estimate in front of the margin, one range behind it.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.ends import ends
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity
from checker.units import compatible

_NEAR = 3  # symbols from the words for a margin to its figure, and from it to words behind it
_SHARES = ("percent", "points")
_KINDS = ("number", "count", "percent", "points", "physical", "currency", "duration")


def margins_of_error(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "margin-of-error" (estimate, distance, bounds)."""
    words, found = near(context), []
    for line in context.lines.figured:
        if len(line.figures) > 2 and words.has("margin-of-error", line):
            made = _frame(line, context, words)
            found.extend([made] if made else [])
    return found


def _frame(line: Line, context: Context, words: Near) -> Frame | None:
    cues = list(words.matches("margin-of-error", line))
    margin = next((i for m in cues for i in line.quantities(m.end(), m.end() + _NEAR) if _is_value(context.quantity(i))), None)
    if len(cues) != 1 or margin is None:
        return None
    at, q = context.lines.position_of[margin], context.quantity(margin)
    before = [i for i in line.quantities(0, cues[0].start()) if _fits(context.quantity(i), q)]
    bounds = _bounds(line, at, q, context)
    if len(before) != 1 or bounds is None or words.has("margin-of-other", line):
        return None
    low, high = ends(bounds, context)
    if not low < high or not words.within("margin-leads", line, at + 1, context.lines.position_of[bounds[0]]):
        return None
    claims = {"estimate": before, "distance": (margin,), "bounds": bounds}
    return Frame("margin-of-error", (q.start, q.end), {k: tuple(v) for k, v in claims.items()}, {}, 0, frozenset(claims), 0, None, (), "statistics")


def _bounds(line: Line, at: int, margin: Quantity, context: Context) -> tuple[int, ...] | None:
    """The only range behind the margin, or the only two figures."""
    behind = [i for i in line.quantities(at + 1) if _fits(context.quantity(i), margin) or context.quantity(i).low is not None]
    if len(behind) == 2 and all(_is_value(context.quantity(i)) for i in behind) or len(behind) == 1 and ends((behind[0],), context):
        return tuple(behind)
    return None


def _is_value(q: Quantity) -> bool:
    return q.value is not None and q.value > 0 and q.kind in _KINDS


def _fits(q: Quantity, margin: Quantity) -> bool:
    """Whether a figure is of the margin's unit; shares have margins in points, and either may be bare."""
    if not _is_value(q):
        return False
    bare = "number" in (q.kind, margin.kind)
    return bare or q.kind in _SHARES and margin.kind in _SHARES or q.kind == margin.kind and compatible(q.unit, margin.unit)
