"""What a document reports as done cannot lie after its own date.

The event must be told as past ("held", not "to be held"), on a day that words join to it, and no other date that stands
apart is as late: there the text was continued. A day without a year is of the document's year only where its passage
names no other, and it lies close to the document's date.
"""

from __future__ import annotations

from collections import defaultdict

from checker.calendars import span_of
from checker.linking.context import Context
from checker.linking.structure.near import near
from checker.model import TIMES, Frame, When

_SHORT = 10  # symbols of a line that only dates the document
_CLOSE = 92  # days from the document's date to a day without a year; from further off, it is rather the year before


def events_before_publication(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Pair every dated past event with the date of the document, where the document has a full one."""
    published = context.extraction.date
    if published is None or published.day is None:
        return []
    events = [(frame, frame.claims["earlier"]) for frame in frames if frame.family == "event"]
    told = {claim[0] for _, claim in events}
    apart = [i for i, q in enumerate(context.extraction.quantities) if q.kind == "date" and i not in told and _day(q.when) and _alone(i, context)]
    later = next((i for i in apart if _day(context.quantity(i).when) == _day(published)), None)
    if later is None:
        return []
    latest, named = max(_day(context.quantity(i).when) for i in apart), _years_named(context)
    found = []
    for frame, earlier in events:
        day = _day(context.quantity(earlier[0]).when)
        if day and (day <= _day(published) or _past(frame, context) and _of_year(earlier[0], latest, named, context)):
            claims = {"earlier": earlier, "later": (later,)}
            found.append(Frame("publication", frame.cue, claims, {}, 0, frozenset(claims), 0, None, (), frame.source))
    return found


def _past(frame: Frame, context: Context) -> bool:
    """True of what is told as done: no infinitive or passive to come, and no bracket or further clause before the date."""
    words, index = near(context), frame.claims["earlier"][0]
    line, at = context.line(index), context.lines.position_of[index]
    start = next((j for j in range(at) if context.extraction.tokens.starts[line.firsts[j]] >= frame.cue[0]), at)
    return not words.within("event-to-come", line, max(0, start - 4), at)


def _of_year(index: int, latest: int, named: dict[int, set[int]], context: Context) -> bool:
    """True of a day whose year is told, or can only be the document's; and that nothing that stands apart reaches."""
    when = context.quantity(index).when
    if not when.anchored or _day(when) <= latest:
        return _day(when) > latest
    return named[context.line(index).block] <= {when.year} and _day(when) - latest <= _CLOSE


def _years_named(context: Context) -> dict[int, set[int]]:
    """The years that the dates of each paragraph name themselves."""
    named: dict[int, set[int]] = defaultdict(set)
    for i, q in enumerate(context.extraction.quantities):
        if q.kind in TIMES and q.when and q.when.year and not q.when.anchored and context.lines.line_of[i] >= 0:
            named[context.line(i).block].add(q.when.year)
    return named


def _alone(index: int, context: Context) -> bool:
    """True of the date in a line of its own, or with a label: a date within a sentence says nothing of the document."""
    return context.lines.line_of[index] >= 0 and len(context.line(index).symbols) <= _SHORT


def _day(when: When | None) -> int:
    """The number of a full date, 0 of what is none."""
    span = span_of(when) if when is not None and when.month and when.day else None
    return span[0].toordinal() if span else 0
