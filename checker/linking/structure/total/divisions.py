"""A whole that a verb divides, and the closed list of its parts: no slip has to explain why they miss it.

    the choir's 58 voices divide into 21 sopranos, 16 altos, nine tenors and a dozen basses
    thirty-one bells hang in the tower, namely a peal of twelve, a chime of eighteen and one cracked tenor
    the $92m was split between the mines ($41m), the railway ($33m) and the port ($18m)

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
_BRACKETED = 3  # the same where every part stands in a bracket
_FRONT = 16  # symbols from the whole to the verb
_MORE = 3  # symbols behind the last bracket in which a further member may be joined


def divisions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words, found = near(context), []
    for line in told_lines(context):
        if line.figures and words.has("division-verb", line):
            found.extend(_divided(line, context, words))
        if len(line.figures) > 2 and words.has("division-among", line):
            found.extend(_shared_among(line, context, words))
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


def _shared_among(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """A whole that is shared between those behind each of whom a bracket says how much, and nobody else."""
    m = next(words.matches("division-among", line))
    before = [i for i in line.quantities(0, m.start()) if context.quantity(i).is_measure]
    parts = [i for i in line.quantities(m.end()) if context.quantity(i).is_measure]
    if len(before) != 1 or len(parts) < 2 or words.within("division-not", line, 0, len(line.symbols)) or overlaps(line, context):
        return
    whole, chars, at = context.quantity(before[0]), context.lexicon.symbols.chars, context.lines.position_of
    shares = [i for i in parts if line.symbols[at[i] - 1] == chars["("] and line.symbols[at[i] + 1 : at[i] + 2] == chars[")"]]
    if shares != parts[: len(shares)] or len(shares) < 2 or not whole.value or whole.approx:
        return
    alike = all((q := context.quantity(i)).value and (q.kind == "number" or q.unit == whole.unit and q.kind == whole.kind) and q.value < whole.value and not q.approx for i in shares)
    made, last = sum(context.quantity(i).value or 0 for i in shares), at[shares[-1]]
    if alike and whole.value < _BRACKETED * made < _BRACKETED * _BRACKETED * whole.value and _closed(shares, line, context) and not conjunctions(context) & set(line.symbols[last : last + _MORE]):
        yield replace(sum_frame(before[0], tuple(shares), True, 0, line, context, whole=True), source="roles")


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
