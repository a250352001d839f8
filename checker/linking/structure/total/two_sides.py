"""A number and the two that it is made up of, told side by side: "94 at table, 51 from his side and 43 from hers".

Both parts are bare numbers behind a mark, each followed by the same word for where it belongs, and "and" joins them; nothing
else is counted in the sentence. They add up to the number, but for a slip of the hand.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, slipped, sum_frame
from checker.model import Frame

_COUNTS = ("count", "number")
_FROM_WHOLE, _BETWEEN = 12, 8  # symbols from the whole to its first part, and on to the second
_LEAST = 10


def two_sides(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum"."""
    words, found = near(context), []
    totals = {i for f in frames if f.family == "sum" for i in f.claims.get("total", ())}
    sided = words.standing("side-of")
    for line in context.lines.figured:
        if line.number not in sided or line.crowded or len(words.pattern("side-of").findall(line.symbols)) < 2:
            continue
        figures = [i for i in line.figures if context.quantity(i).is_measure]
        for n, (whole, a, b) in enumerate(zip(figures, figures[1:], figures[2:])):
            others = [i for i in figures[:n] + figures[n + 3 :] if context.quantity(i).kind in _COUNTS]
            if whole not in totals and not others and _sides(whole, a, b, line, context, words):
                found.append(sum_frame(whole, (a, b), slipped(whole, (a, b), context), 0, line, context))
    return found


def _sides(whole: int, a: int, b: int, line: Line, context: Context, words: Near) -> bool:
    w, x, y = (context.quantity(i) for i in (whole, a, b))
    if any(q.kind not in _COUNTS or q.value is None or q.value.denominator != 1 or q.approx or "/" in (q.unit or "") for q in (w, x, y)):
        return False
    if x.noun or y.noun or w.value < _LEAST or max(x.value, y.value) >= w.value or min(x.value, y.value) < 2:
        return False
    at, first, second = (context.lines.position_of[i] for i in (whole, a, b))
    marks, joined = context.lexicon.symbols.marks, line.symbols[first + 1 : second]
    if first - at > _FROM_WHOLE or second - first > _BETWEEN or line.symbols[first - 1] not in marks or conjunctions(context).isdisjoint(joined):
        return False
    if any(m.group() == line.symbols[first + 1] for m in words.pattern("side-of").finditer(line.symbols, at, first)):
        return False  # "22.1 million in England, 2.4 million in Scotland and 1.3 million in Wales"
    one, other = (words.pattern("side-of").match(line.symbols, p + 1) for p in (first, second))
    return one is not None and other is not None and one.group() == other.group() and not words.within("side-veto", line, at, len(line.symbols))
