"""Members of a set that is told by its smallest and its largest, or by the ages of those in it.

    the smallest 280 g and the largest 1.4 kg; the one in the photograph weighed 950 g
    The jurors, aged between 23 and 67, include a 31-year-old baker
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.outermost import End, ends_of, inside, value_beside
from checker.linking.structure.order.told_sets import alike
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame


def of_the_set(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "inside-range" and "between-ends"."""
    words, lines, found = near(context), prose_lines(context), []
    cued = words.standing("ends-aged", "end-upper")
    for n, line in enumerate(lines):
        if not line.figures or line.number not in cued:
            continue
        found.extend(_ages(line, context, words))
        if len(line.figures) > 1 and words.has("end-upper", line) and words.has("end-lower", line):
            following = [x for x in lines[n + 1 : n + 2] if x.block == line.block]
            found.extend(_between_both(list(ends_of(line, context, words)), line, following, context, words))
    return found


def _between_both(ends: list[End], line: Line, following: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """ "the smallest 280 g and the largest 1.4 kg; the one in the photograph weighed 950 g": a member behind both ends."""
    upper, lower = ([e.index for e in ends if e.sign == s] for s in (1, -1))
    if len(upper) != 1 or len(lower) != 1 or not alike(context.quantity(upper[0]), context.quantity(lower[0])):
        return
    last = max(context.lines.position_of[i] for i in (upper[0], lower[0]))
    for other in (line, *following):
        start = last + 1 if other is line else 0
        for m in words.pattern("ends-one").finditer(other.symbols, start):
            index = value_beside(m.start(), m.end(), other, context)
            if index is None or index in (upper[0], lower[0]) or not alike(context.quantity(upper[0]), context.quantity(index)) or context.quantity(index).approx:
                continue
            if not words.within("ends-compared", other, m.start(), context.lines.position_of[index]) and not words.within("ends-other-set", other, start, context.lines.position_of[index]):
                yield inside((lower[0], upper[0]), index, context)


def _ages(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """ "The jurors, aged between 23 and 67, include a 31-year-old baker": ages of those who are counted among them."""
    opening = words.pattern("ends-aged").search(line.symbols)
    named = words.pattern("ends-include").search(line.symbols, opening.end()) if opening else None
    if named is None:
        return
    pair = [i for i in line.quantities(opening.end(), named.start()) if context.quantity(i).kind in ("age", "number", "range", "duration")]
    if len(pair) == 2 and None not in (low := context.quantity(pair[0]).value, high := context.quantity(pair[1]).value) and low < high or len(pair) == 1 and context.quantity(pair[0]).sense == "range":
        for i in line.quantities(named.end()):
            if context.quantity(i).kind == "age" and context.quantity(i).value is not None and not context.quantity(i).approx:
                made = inside(tuple(pair), i, context)
                yield replace(made, pinned=frozenset(made.claims))
