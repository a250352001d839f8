"""Names in front of a colon or dash, and right behind it how many they are.

    Ancona, Bari, Ravenna, Trieste: four harbours in six days
    Moss, Vane, Adeyo and Krill - five keepers, one shirt

Four names at least, with or without a conjunction; nothing else stands in front of the mark. A name has capitals.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.enumerations import announcing, spaced
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, conjunctions
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_LEAST = 4  # names
_LONGEST = 4  # words of a name
_REACH = 60  # symbols up to the mark
_APART = 3  # a number farther off counts something else


def named_totals(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "enumeration"."""
    words, found = near(context), []
    for line in prose_lines(context):
        if line.figures:
            found.extend(_named(line, context, words))
    return found


def _named(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    first = context.lines.position_of[line.figures[0]]
    end = _mark(line, min(first, _REACH), context)
    if end < 0:
        return
    start = end + 1
    while m := words.pattern("named-total").match(line.symbols, start):
        start = m.end()
    names = _names(end, line, context)
    if start != first or len(names) < _LEAST:
        return
    q, end = context.quantity(line.figures[0]), after_noun(line.figures[0], line, context)
    if words.pattern("named-total-not").match(line.symbols, end):
        return  # "three shifts each", "two sisters and their aunt"
    if announcing(line.figures[0], context) and q.kind == "count" and q.noun and abs(q.value - len(names)) <= _APART:
        spans = tuple(offsets(line, a, b, context.extraction) for a, b in names)
        yield Frame("enumeration", (q.start, q.end), {"announced": (line.figures[0],)}, {"item": spans}, 0, frozenset(("announced", "item")), 0, None, (), "names")


def _mark(line: Line, end: int, context: Context) -> int:
    """The colon or dash in front of the first figure, the only one there."""
    chars = context.lexicon.symbols.chars
    marks = [j for j in range(end) if line.symbols[j] == chars[":"] or line.symbols[j] in (chars["–"], chars["—"], chars["-"]) and spaced(j, line, context)]
    return marks[0] if len(marks) == 1 else -1


def _names(end: int, line: Line, context: Context) -> list[tuple[int, int]]:
    """Positions of the names up to `end`; none where something else stands between."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    comma, joins = context.lexicon.symbols.chars[","], conjunctions(context)
    cuts = [j for j in range(end) if line.symbols[j] == comma or line.symbols[j] in joins]
    spans = [(a + 1, b) for a, b in zip([-1, *cuts], [*cuts, end]) if b > a + 1]
    named = all(b - a <= _LONGEST and text[tokens.starts[line.firsts[j]]].isupper() for a, b in spans for j in range(a, b))
    joined = [j for j in cuts if line.symbols[j] in joins]
    return spans if named and (not joined or joined == cuts[-1:]) else []
