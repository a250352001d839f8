"""What is told to lie on one side of a mark, and the end of it right behind: that lies on the same side.

    lead well inside the statutory ceiling of 10 micrograms a litre, the worst reading coming in at 7.4 micrograms
    Noise stayed below the permitted maximum of 65 decibels. The highest value, outside the school, was 61 decibels

What is within a mark is so with its highest value, what is above one with its lowest. A mark that most of them keep, or a mean,
another time or place, and what "but" sets against it prove nothing.
"""

from __future__ import annotations

from checker.linking.context import Context, same_unit
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.bounds import Word, marks_told, words_of_marks
from checker.model import TIMES, Frame

_NAMES = {-1: ("standing-most", "end-upper", "worst-of-all", "marked-peak"), 1: ("standing-least", "end-lower", "worst-of-all", "marked-trough")}
_KINDS = ("count", "number", "physical", "percent", "duration", "currency")
_APART = 20  # times as much: rather another measure


def worst_of_marked(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "threshold" (level, bound)."""
    marks, words = {m.index: m for m in marks_told(context, frames)}, near(context)
    known = {(f.claims.get("level"), f.claims.get("bound")) for f in frames if f.family == "threshold" and f.pinned}
    found: list[Frame] = []
    for number in sorted({context.lines.line_of[i] for i in marks}):
        line, after = context.lines.lines[number], context.lines.lines[number + 1 : number + 2]
        following = [x for x in after if x.block == line.block]
        for word in words_of_marks(line, marks, words, context):
            side = word.side or word.kept * marks[word.mark].kind if word.mark is not None else 0
            level = _level(word, side, following, context, words) if side and not words.has("marked-partly", line) else None
            if level is not None and ((level,), (word.mark,)) not in known:
                known.add(((level,), (word.mark,)))
                found.append(_frame(level, word.mark, side, context))
    return found


def _frame(level: int, bound: int, side: int, context: Context) -> Frame:
    q, claims = context.quantity(bound), {"level": (level,), "bound": (bound,)}
    return Frame("threshold", (q.start, q.end), claims, {}, side, frozenset(claims), 1, None, (), "roles")


def _level(word: Word, side: int, following: list[Line], context: Context, words: Near) -> int | None:
    """The only figure of the mark's unit behind it, in its sentence or else in the next one, where it is told as the end."""
    first = max(context.lines.position_of[word.mark] + 1, word.end)
    for line, start in ((word.line, first), *((x, 0) for x in following)):
        figures = [i for i in line.quantities(start) if _alike(i, word.mark, context)]
        if figures:
            led = _ends(line, start, context.lines.position_of[figures[0]], side, words)
            return figures[0] if len(figures) == 1 and led and not _other(line, start, figures[0], context, words) else None
    return None


def _ends(line: Line, start: int, at: int, side: int, words: Near) -> bool:
    """Whether a word for the end stands in front of a figure, the first one with an article."""
    return any(_led(m.start(), line, words) for name in _NAMES[side] for m in words.matches(name, line, start, at))


def _led(at: int, line: Line, words: Near) -> bool:
    return any(words.pattern(name).match(line.symbols, p) for name in ("definite", "owner-word", "marked-article") for p in (at - 1, at) if p >= 0)


def _alike(index: int, bound: int, context: Context) -> bool:
    q, b = context.quantity(index), context.quantity(bound)
    counts = ("count", "number")
    if q.kind not in _KINDS or q.value is None or q.change or (q.kind in counts) != (b.kind in counts) or q.style == "ordinal":
        return False
    if q.kind in counts and (q.noun[-1:] != b.noun[-1:] or not q.noun and q.style != b.style):
        return False
    if not (q.value < _APART * b.value and b.value < _APART * q.value):
        return False
    return same_unit(q, b) or bool(q.unit and b.unit) and q.unit == b.unit.partition("/")[0]


def _other(line: Line, start: int, index: int, context: Context, words: Near) -> bool:
    """Whether the end is told of another time or place, set against the mark, or no fact."""
    at = context.lines.position_of[index]
    q, unsure = context.quantity(index), ("told-unreal", "range-wider", "marked-elsewhere")
    return bool(q.approx) or _dated(line, start, context) or any(words.within(name, line, start, at) for name in unsure) or words.within("marked-elsewhere", line, at + 1, len(line.symbols))


def _dated(line: Line, start: int, context: Context) -> bool:
    """Whether a year or a period is told that is no mere month: "last year", "in 2016"."""
    told = (context.quantity(i) for i in line.quantities(start))
    return any(q.kind == "period" and (q.when is None or q.when.label != "month") or q.kind in TIMES and q.when is not None and q.when.year is not None and not q.when.anchored for q in told)
