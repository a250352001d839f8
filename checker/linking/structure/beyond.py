"""More than there are: days of a month, people of every hundred.

    the ferry did not sail on 34 days in May        days-of-month
    February was the wettest ... Rain fell on 34 days   the same, of the month that the sentence before is about
    107 readers in every hundred wrote back         of-hundred
    the gate is guarded 31 hours a day              hours-of-a-day

Days count only where something happens on them: an answer may well have taken 34 days in May. Hours a day
count where words tell of one thing that stands open or is watched: several machines work more hours a day than it has.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.impossible import value_frame
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity

_LEAD = 4  # symbols in front of the days
_OPEN = 6  # symbols from "open" to its hours


def beyond_counts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames with what is too much as value, in the families named above."""
    words, found = near(context), []
    for index, q in enumerate(context.extraction.quantities):
        if q.value is None or q.approx or context.lines.line_of[index] < 0:
            continue
        if q.kind == "duration":
            found.extend(_days(index, q, context, words))
            found.extend(_hours(index, q, context, words))
        elif q.kind == "count" and q.scale == 1:
            found.extend(_people(index, q, context, words))
    return found


def _days(index: int, q: Quantity, context: Context, words: Near) -> Iterator[Frame]:
    line, at = context.line(index), context.lines.position_of[index]
    month = line.quantity[at + 2] if at + 2 < len(line.quantity) else -1
    if q.unit == "day" and month < 0 and _of_month_before(at, line, context, words):
        yield value_frame("days-of-month", index, context)
    if q.unit != "day" or month < 0 or not words.pattern("days-in").match(line.symbols, at + 1) or not words.within("days-on", line, at - _LEAD, at):
        return
    when = context.quantity(month).when
    whole = when is not None and when.month and not when.day and not when.end_year
    if whole and not words.pattern("days-and").match(line.symbols, at + 3):
        yield value_frame("days-of-month", index, context)


def _of_month_before(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "Rain fell on 34 days, and": the sentence before opens with a month, its subject, and neither names another time."""
    before = context.lines.lines[line.number - 1] if line.number else line
    subject = before.quantity[0] if before.quantity else -1
    if before is line or before.block != line.block or subject < 0 or not words.pattern("be-verb").match(before.symbols, 1):
        return False
    when = context.quantity(subject).when
    closed = at + 1 >= len(line.symbols) or line.symbols[at + 1] in context.lexicon.symbols.marks
    if when is None or not when.month or when.day or when.end_year or not closed or not words.ends("days-on", line, at, 3):
        return False
    return not any(context.quantity(i).when is not None for i in line.quantities(0, at)) and not words.has("days-other", line)


def _hours(index: int, q: Quantity, context: Context, words: Near) -> Iterator[Frame]:
    """The hours of a day in which something stands open: "staffed 31 hours a day"."""
    if q.unit != "hour/day" or q.sense == "range" or q.change:
        return
    line, at = context.line(index), context.lines.position_of[index]
    if words.within("hours-open", line, max(0, at - _OPEN), at) and not words.has("hours-summed", line):
        yield value_frame("hours-of-a-day", index, context)


def _people(index: int, q: Quantity, context: Context, words: Near) -> Iterator[Frame]:
    line, at = context.line(index), context.lines.position_of[index]
    end = at + 1 + max(0, q.noun_last - q.last)
    if words.lexicon.pack.words("beyond-people").isdisjoint(q.noun) or words.has("not-people", line):
        return
    if any(words.pattern("every-hundred").match(line.symbols, p) for p in range(at + 1, end + 1)):
        yield value_frame("of-hundred", index, context)
