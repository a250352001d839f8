"""Dates that the calendar does not have: 31 June, 29 February of a common year."""

from __future__ import annotations

from calendar import monthrange

from checker.linking.context import Context
from checker.model import Frame, Quantity, When

_LEAP, _EVERY_MONTH, _LONGEST = 2000, 28, 31


def real_dates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "calendar-date" (date, and real where there is one) for the days that not every month has."""
    found = []
    other = context.lexicon.pattern("old-calendar")
    if other is not None and any(other.search(line.symbols) for line in context.lines.lines):
        return []  # a text about calendars speaks of days that ours does not have
    for index, q in enumerate(context.extraction.quantities):
        when = q.when
        if q.kind == "date" and when is not None and when.day and when.month and _EVERY_MONTH < when.day <= _LONGEST and not _clock(q, context):
            claims = {"date": (index,), "real": (index,)} if _exists(when) else {"date": (index,)}
            found.append(Frame("calendar-date", (q.start, q.end), claims, {}, 0, frozenset(["date", "real"])))
    return found


def _clock(q: Quantity, context: Context) -> bool:
    """True of "09: 30 September": the day is the minutes of a time."""
    return ":" in context.extraction.document.text[max(0, q.start - 2) : q.start]


def _exists(when: When) -> bool:
    """True of a day that its month has; without a year of its own every year may be meant."""
    year = when.year if when.year and not when.anchored else _LEAP
    return when.day <= monthrange(year, when.month)[1]
