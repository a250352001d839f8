"""How old a thing was when it came to its end, told at the end alone.

    The first loom was set up in 1921 ... The mill closed in 1999, after 78 years

The length stands right behind the year of the end; the beginning is the only founding that the text dates before. A miss counts
where no date of the text fits the length and one slip explains it: two digits exchanged, or any slip where the sentence names a
thing that was founded.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE, PLAIN
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.time.calendar import frame, owned, points_of
from checker.linking.structure.time.date_slips import apart, slip_in_time
from checker.linking.structure.time.lives import foundings
from checker.model import Frame

_LEAST = 10  # years; of fewer each is a slip from every other
_BESIDE, _BY = 4, 8  # symbols from the year of the end to the length; from its verb to the year
_MANY = 20  # dates of a text among which some fit by chance


def lifetimes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration) of lengths that no other structure gave their dates."""
    words, lines, found = near(context), told_lines(context), []
    ending = words.standing("thing-ended")
    known = {f.claims["duration"][0] for f in frames if f.family == "period" and "duration" in f.claims and f.pinned}
    for line in lines:
        points = points_of(line, context) if line.number in ending else []
        for index in line.figures if len(points) == 1 else ():
            if index in known or not _told_of(points[0], index, line, context, words):
                continue
            start = _start(points[0], index, line, context, words)
            if start is not None:
                made = frame("period", {"start": start, "end": points[0], "duration": index}, True, context, 3)
                found.append(replace(made, source="roles"))
    return found


def _told_of(end: int, length: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a length stands behind the year in which something ended: "closed in 1999, after 78 years"."""
    q, place = context.quantity(length), context.lines.position_of
    at = place[length]
    years = q.kind == "duration" and q.unit == "year" and q.value is not None and q.value >= _LEAST and not q.approx and not owned(length, context)
    beside = years and 0 < at - place[end] <= _BESIDE and words.ends("tenure-after", line, at, 1)
    return beside and words.within("thing-ended", line, place[end] - _BY, place[end]) and not words.within("elapsed-doubt", line, at - _BY, at + _BY)


def _start(end: int, length: int, line: Line, context: Context, words: Near) -> int | None:
    """The only founding before, where nothing else that the text dates fits the length."""
    q, last = context.quantity(length), context.quantity(end).when
    before = [i for i in foundings(context, words) if context.lines.line_of[i] < line.number]
    if len({context.quantity(i).when for i in before}) != 1 or context.quantity(before[0]).when.year >= last.year:
        return None
    first = context.quantity(before[0]).when
    dates = [i for other in context.lines.figured[:_MANY] if other.number < line.number for i in points_of(other, context)]
    if apart(q, first, last) or any(apart(q, context.quantity(i).when, last) for i in dates):
        return before[0] if apart(q, first, last) else None
    slip = slip_in_time(q, first, last)
    return before[0] if slip == PLAIN or slip > NONE and _same_thing(before[0], end, line, context) else None


def _same_thing(start: int, end: int, line: Line, context: Context) -> bool:
    """Whether the sentence of the end names something that the one of the beginning names."""
    tokens, home = context.extraction.tokens.words, context.line(start)
    told = {context.telling_stems[w] for w in tokens[line.firsts[0] : context.quantity(end).first]} - {""}
    return not told.isdisjoint(context.telling_stems[w] for w in tokens[home.firsts[0] : home.lasts[-1] + 1])
