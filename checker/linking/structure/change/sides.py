"""By how many percent one value is above or below another, where each side of the comparison has its own in brackets.

    The index for wool (214) is 3.6% below its peak of the year of the flood (222)
    Rents in the port (640 crowns) were 28 per cent higher than in the hills (500 crowns)

In front of the percentage stands one value, behind "higher than" or "below" another of its sort, and nothing parts the clause.
Bare counts may be sizes of samples: of those a slip of the hand has to explain a miss.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.fitting import fits_but_for_a_slip
from checker.linking.structure.change.points_tied import one_clause, plain, set_in
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_REACH = 4  # symbols behind the percentage in which the side is told
_OFF = 20  # times apart: not of one thing
_SOURCES, _YEARS = 100, (1600, 2100)
_LOOSE = 2  # the tier from which on a tie proves nothing
_KINDS = ("number", "count", "currency", "physical", "duration")


def sides_compared(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "change" (new, base, change) for percentages that nothing has tied."""
    settled = {i for f in frames if f.family == "change" and (f.pinned and f.tier < _LOOSE or f.blocked) for i in f.claims.get("change", ())}
    words, found = near(context), []
    for line in told_lines(context):
        if KIND_SYMBOLS["percent"] not in line.symbols or not (words.has("points-higher", line) or words.has("points-lower", line)):
            continue
        percents = [i for i in line.figures if context.quantity(i).kind == "percent"]
        if len(percents) != 1 or percents[0] in settled or not plain(percents[0], context) or words.has("sides-veto", line):
            continue
        sign, pair = _sides(percents[0], line, context, words)
        if pair is not None:
            found.append(_frame(*pair, percents[0], sign, context))
    return found


def _sides(percent: int, line: Line, context: Context, words: Near) -> tuple[int, tuple[int, int] | None]:
    """The side told behind the percentage, and (new, base) where each stands in brackets of its own."""
    at = context.lines.position_of[percent]
    side = next((s for s, name in ((1, "points-higher"), (-1, "points-lower")) if any(m.start() == at + 1 for m in words.matches(name, line, at + 1, at + _REACH))), 0)
    values = [i for i in line.figures if context.quantity(i).kind in _KINDS]
    if not side or len(values) != 2 or not values[0] < percent < values[1] or not all(plain(i, context) and set_in(i, line, context) for i in values):
        return 0, None
    new, base = (context.quantity(i) for i in values)
    low, high = sorted((new.value, base.value))
    fits = new.kind == base.kind and new.unit == base.unit and new.scale == base.scale and high <= _OFF * low and not (_note(new) or _note(base))
    if fits and new.kind in ("number", "count") and new.value.denominator == 1:
        fits = fits_but_for_a_slip(base, new, context.quantity(percent), side)
    return side, (values[0], values[1]) if fits and one_clause(values[0], values[1], line, context) else None


def _note(q: Quantity) -> bool:
    """True of what may be the number of a source or its year: "Hay (12)", "Rowe (1987)"."""
    bare = q.kind in ("number", "count") and not q.noun and q.unit is None and q.value.denominator == 1
    return bare and (q.value < _SOURCES or _YEARS[0] <= q.value <= _YEARS[1])


def _frame(new: int, base: int, percent: int, sign: int, context: Context) -> Frame:
    q = context.quantity(percent)
    claims = {"new": (new,), "base": (base,), "change": (percent,)}
    return Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 1, None, (), "roles")
