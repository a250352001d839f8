"""Orders that words tell of figures in any place: votes for and against, comparatives.

    elected Mrs Ferris by 9 votes to 7          the north tower, at 71 metres, is lower than its twin, which rises to 74
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.difference.cues import announced
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import comparison
from checker.linking.structure.order.standings import kin
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame

_RANKABLE = frozenset("physical currency percent count number duration age points".split())
_COUNTS = ("count", "number")
_BEFORE = 12  # symbols between a verb of winning and the votes
_THAN = 12  # symbols between a comparative and its figures


def placings(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "comparison" (level, bound)."""
    words, lines, found = near(context), prose_lines(context), []
    against, compared = words.standing("votes-to"), words.standing("placing-over", "placing-under")
    for line in lines:
        if line.figures and line.number in against:
            found.extend(_votes(line, context, words))
        if line.figures and line.number in compared:
            found.extend(_compared(line, context, words))
    return found


def _value(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _RANKABLE and q.value is not None and q.value > 0 and q.sense not in ("range", "bound") and not q.approx and q.change is None and q.style not in ("fraction", "multiple")


def _votes(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """Votes by which somebody won: "carried by eleven votes to eight"."""
    figures = [i for i in line.figures if context.quantity(i).kind in _COUNTS and _value(i, context)]
    for a, b in zip(figures, figures[1:]):
        at, end = context.lines.position_of[a], context.lines.position_of[b]
        by = at and words.pattern("by-alone").match(line.symbols, at - 1)
        joined = end - at <= 4 and words.pattern("votes-to").search(line.symbols, at + 1, end)
        if not by or not joined or not words.within("placing-outdo", line, at - _BEFORE, at) or words.within("placing-undone", line, at - 2 * _BEFORE, at):
            continue
        if context.quantity(b).noun and context.quantity(b).noun[-1:] != context.quantity(a).noun[-1:]:
            continue
        yield comparison(a, b, 1)


def _compared(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """Two values around a comparative: "at 71 metres, is lower than its twin, which rises to 74"."""
    for name, sign in (("placing-over", 1), ("placing-under", -1)):
        for m in words.matches(name, line):
            before = [i for i in line.quantities(max(0, m.start() - _THAN), m.start()) if context.quantity(i).is_measure]
            behind = [i for i in line.quantities(m.end(), m.end() + _THAN) if context.quantity(i).is_measure or context.quantity(i).kind in TIMES]
            if len(before) != 1 or not behind or words.within("negation", line, m.start() - 4, m.start()) or context.lexicon.symbols.chars[";"] in line.symbols[m.start() : m.end() + _THAN]:
                continue
            a, b = before[0], behind[0]
            if _value(a, context) and _value(b, context) and kin(context.quantity(a), context.quantity(b)) and not announced(b, line, context, words) and not announced(a, line, context, words):
                yield comparison(a, b, sign)
