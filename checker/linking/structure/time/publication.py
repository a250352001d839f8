"""What a document reports as done cannot lie after its own date."""

from __future__ import annotations

from checker.linking.context import Context
from checker.model import Frame

_SHORT = 10  # symbols of a line that only dates the document


def events_before_publication(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Pair every dated past event with the date of the document, where the document has a full one."""
    published = context.extraction.date
    if published is None or published.day is None:
        return []
    later = next((i for i, q in enumerate(context.extraction.quantities) if q.kind == "date" and _same_day(q.when, published) and _alone(i, context)), None)
    found = []
    for frame in frames:
        earlier = frame.claims.get("earlier") if frame.family == "event" else None
        if later is None or not earlier or earlier[0] == later:
            continue
        when = context.quantity(earlier[0]).when
        if when and when.year and when.month and when.day:
            claims = {"earlier": earlier, "later": (later,)}
            found.append(Frame("publication", frame.cue, claims, {}, 0, frozenset(claims), 0, None, (), frame.source))
    return found


def _alone(index: int, context: Context) -> bool:
    """True of the date in a line of its own, or with a label: a date within a sentence says nothing of the document."""
    return context.lines.line_of[index] >= 0 and len(context.line(index).symbols) <= _SHORT


def _same_day(a, b) -> bool:
    return a is not None and not a.anchored and (a.year, a.month, a.day) == (b.year, b.month, b.day)
