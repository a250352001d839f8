"""A whole that a verb divides, and the closed list of its parts: no slip has to explain why they miss it.

    the choir's 58 voices divide into 21 sopranos, 16 altos, nine tenors and a dozen basses
    thirty-one bells hang in the tower, namely a peal of twelve, a chime of eighteen and one cracked tenor

The whole is the only count in front of the verb; every member of the list has one figure, and a conjunction closes it. Where the
whole is of things that have parts of their own (teams, sets), the parts may be those of each.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, listed, overlaps, plain_count, sum_frame
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_FEWEST = 5  # of a smaller whole any list may be told
_FAR = 2  # times as much: the parts of other things
_FRONT = 16  # symbols from the whole to the verb


def divisions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words, found = near(context), []
    for line in told_lines(context):
        if line.figures and words.has("division-verb", line):
            found.extend(_divided(line, context, words))
    return found


def _divided(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    for m in words.matches("division-verb", line):
        before = [i for i in line.quantities(0, m.start()) if plain_count(i, context)]
        if len(before) != 1 or m.start() - context.lines.position_of[before[0]] > _FRONT:
            continue
        total = before[0]
        whole = context.quantity(total)
        parts = listed(m.end(), line, whole, context)
        if not parts or len(parts) < 2 or not (_is_whole(whole, context) or words.within("division-whole", line, context.lines.position_of[total] + 1, context.lines.position_of[total] + 3)) or overlaps(line, context):
            continue
        made = sum(context.quantity(i).value for i in parts)
        last = context.lines.position_of[parts[-1]]
        plain = all(plain_count(i, context) and context.quantity(i).value < whole.value for i in parts) and not words.within("division-not", line, 0, last + 3)
        if plain and whole.value < _FAR * made < _FAR * _FAR * whole.value and _closed(parts, line, context) and not _one_more(last, line, context):
            yield replace(sum_frame(total, tuple(parts), True, 0, line, context, whole=True), source="roles")


def _is_whole(q: Quantity, context: Context) -> bool:
    """True of a count of things that have no parts of that sort of their own."""
    return bool(q.noun) and q.value >= _FEWEST and q.noun[-1] not in context.lexicon.pack.words("division-container")


def _closed(parts: list[int], line: Line, context: Context) -> bool:
    """Whether a conjunction leads to the last part."""
    a, b = context.lines.position_of[parts[-2]], context.lines.position_of[parts[-1]]
    return any(s in conjunctions(context) for s in line.symbols[a + 1 : b])


def _one_more(at: int, line: Line, context: Context) -> bool:
    """True where the list goes on behind the last figure with a member that has none: "six scientists and the captain"."""
    joins = conjunctions(context)
    for p in range(at + 1, len(line.symbols)):
        if line.symbols[p] in context.lexicon.symbols.marks and line.symbols[p] not in joins:
            return False
        if line.symbols[p] in joins:
            return True
    return False
