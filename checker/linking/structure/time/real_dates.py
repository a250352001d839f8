"""Dates that the calendar does not have: 31 June, 29 February of a common year."""

from __future__ import annotations

from checker.calendars import month_length
from checker.linking.context import Context
from checker.model import Frame, Quantity, When

_LEAP, _EVERY_MONTH, _LONGEST = 2000, 28, 31


def real_dates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "calendar-date" (date, and real where there is one) for the days that not every month has."""
    found = []
    for index, q in enumerate(context.extraction.quantities):
        when = q.when
        if q.kind == "date" and when is not None and when.day and when.month and _EVERY_MONTH < when.day and not _clock(q, context) and (when.day <= _LONGEST or _written_out(q, context)):
            real = _exists(when)
            if not real and _of_another_calendar(index, context):
                continue
            claims = {"date": (index,), "real": (index,)} if real else {"date": (index,)}
            found.append(Frame("calendar-date", (q.start, q.end), claims, {}, 0, frozenset(["date", "real"])))
    return found


def _of_another_calendar(index: int, context: Context) -> bool:
    """True where the paragraph speaks of calendars: there are days that ours does not have."""
    if context.lines.line_of[index] < 0:
        return False
    block, words = context.line(index).block, context.lexicon.pattern("old-calendar")
    return any(words.search(line.symbols) for line in context.lines.lines if line.block == block)


def _written_out(q: Quantity, context: Context) -> bool:
    """True of a day beyond 31 with its month and year behind a word: "born on 34 September 1930"."""
    text = context.extraction.document.text
    return q.when is not None and bool(q.when.year) and not q.when.anchored and text[: q.start].rstrip()[-1:].isalpha()


def _clock(q: Quantity, context: Context) -> bool:
    """True of "09: 30 September": the day is the minutes of a time."""
    return ":" in context.extraction.document.text[max(0, q.start - 2) : q.start]


def _exists(when: When) -> bool:
    """True of a day that its month has; without a year of its own every year may be meant."""
    year = when.year if when.year and not when.anchored else _LEAP
    return when.day <= month_length(year, when.month)
