"""How long something took, told apart from its beginning and its end.

`spans` reads a length between its two dates; here the dates stand on one side of it, in its sentence or before it:

    joined in 1994 and stayed until 2021, a run of 27 years         a length that sums up
    founded in 1887. In 1912, 25 years on, a second boat            a length right after the second date
    sat from 3 May to 14 June. In those six weeks                   a length that points back
    left in August 2009 ... arrived in February 2016. The six-year voyage   an event that has a length
    a nine-hour day. The gates open at 8.15am and close at 5.15pm   the same with times of day
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.time.calendar import frame, is_point, owned
from checker.linking.structure.time.date_slips import tells_years
from checker.linking.structure.time.spans import followed, since
from checker.model import Frame, Quantity

_UNITS = ("day", "week", "month", "year", "decade", "century", "fortnight")
_CLOCK_UNITS = ("hour", "minute", "second")
_BACK = 8  # sentences before a length in which the two dates may stand
_BESIDE = 3  # symbols between a date and a length that belongs to it
_BY = 8  # symbols in front of a date in which its verb stands


def lengths(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration) of dates, "hours" of times of day."""
    words, found = near(context), []
    for line in context.lines.figured:
        for index in line.figures:
            q = context.quantity(index)
            if q.kind != "duration" or q.value is None or q.unit not in _UNITS + _CLOCK_UNITS or q.approx == "above":
                continue
            clock = q.unit in _CLOCK_UNITS
            if clock and words.has("time-away", line) or owned(index, context) or words.has("alternative-word", line):
                continue
            if not clock and followed(context.lines.position_of[index], line, words):
                continue
            pair = _ends(index, line, clock, context, words)
            if pair is not None and _told(pair, context) and (clock or tells_years(q.unit, *(context.quantity(i).when for i in pair)) and not since(_in_time(pair, context)[1], context)):
                pair = pair if clock else _in_time(pair, context)
                family = "hours" if clock else "period"
                found.append(frame(family, {"start": pair[0], "end": pair[1], "duration": index}, True, context))
    return found


def _is_end(q: Quantity, clock: bool) -> bool:
    if clock:
        return q.kind == "time" and q.clock is not None
    return is_point(q) or q.kind == "date" and q.when is not None and bool(q.when.day and q.when.month)


def _points(line: Line, clock: bool, context: Context, start: int = 0, end: int | None = None) -> list[int]:
    return [i for i in line.quantities(start, end) if _is_end(context.quantity(i), clock)]


def _ends(index: int, line: Line, clock: bool, context: Context, words: Near) -> tuple[int, int] | None:
    """The two dates that a length runs between; None where the text ties none to it."""
    at = context.lines.position_of[index]
    before, after = _points(line, clock, context, 0, at), _points(line, clock, context, at + 1)
    earlier = list(_earlier(line, clock, context))
    if clock and earlier:  # the hours of another day stand further off
        earlier = [i for i in earlier if context.line(i) is context.line(earlier[0])]
    between = words.within("length-between", line, at - 2, at)
    if between or words.within("length-back", line, at - 2, at) and not words.within("elapsed-those-of", line, at + 1, at + 2):
        pair = _pair(before or earlier)
        return pair if pair and (between or _began(pair[0], context, words) and _ended(pair[1], context, words)) else None
    if words.within("length-sum", line, at - 5, at) and _lately(line, at, context) or words.within("length-sum-after", line, at + 1, at + 3):
        return _pair(before) or _across(before, earlier, context, words) if not after else None
    nearby = (before or [None])[-1]
    if nearby is not None and at - context.lines.position_of[nearby] <= _BESIDE and not after:
        return _beside(index, line, before, earlier, words, context)
    if not clock and not before and words.within("rate-article", line, at - 1, at):
        return None  # "A 9-day course was given": one of many, in a span told before
    if words.within("length-event", line, at + 1, at + 4) or words.within("length-label", line, at - 4, at):
        return _of_event(line, (before, after), earlier, clock, context, words)
    if words.within("length-been", line, at - 6, at) and len(before) == 1 and len(earlier) == 1 and _began(earlier[0], context, words):
        return earlier[0], before[0]
    return None


def _earlier(line: Line, clock: bool, context: Context) -> Iterator[int]:
    """Dates of the sentences before, the nearest sentence first, as long as they belong to one paragraph."""
    for number in range(line.number - 1, max(-1, line.number - 1 - _BACK), -1):
        other = context.lines.lines[number]
        if other.block != line.block:
            return
        yield from _points(other, clock, context)


def _pair(found: list[int]) -> tuple[int, int] | None:
    return (min(found), max(found)) if len(found) == 2 else None


def _across(before: list[int], earlier: list[int], context: Context, words: Near) -> tuple[int, int] | None:
    """The only date in front of a length and the only one of the sentences before it, where something began."""
    return (earlier[0], before[0]) if len(before) == len(earlier) == 1 and _began(earlier[0], context, words) else None


def _lately(line: Line, at: int, context: Context) -> bool:
    """Whether a comma or the like stands shortly before a length: it sums up what stands in front."""
    chars = context.lexicon.symbols.chars
    marks = [chars[m] for m in ",–—-:(;" if m in chars]
    return any(s in marks for s in line.symbols[max(0, at - 6) : at])


def _beside(index: int, line: Line, before: list[int], earlier: list[int], words: Near, context: Context) -> tuple[int, int] | None:
    """ "In 1912, 25 years on": the last date, and the only other one in front of it, where something began."""
    at = context.lines.position_of
    adjoined = all(line.symbols[p] in context.lexicon.symbols.closing for p in range(at[before[-1]] + 1, at[index]))  # not "in 1951 and died ten years later"
    later = adjoined and words.within("later-word", line, at[index] + 1, at[index] + 3)
    after = words.within("length-after", line, at[before[-1]] + 1, at[index])
    others = before[:-1] or earlier
    if not (later or after) or len(others) != 1:
        return None
    return (others[0], before[-1]) if later or _began(others[0], context, words) else None


def _of_event(line: Line, around: tuple[list[int], list[int]], earlier: list[int], clock: bool, context: Context, words: Near) -> tuple[int, int] | None:
    """The beginning and the end of a voyage, a ban, a working day: the only two dates in front of it, or behind it."""
    before, after = around
    ahead = after or _next(line, clock, context)
    if len(before) + len(earlier) == 2 and not after:
        pair = tuple(sorted([*before, *earlier]))
    elif len(ahead) == 2 and not before and not earlier:
        pair = (min(ahead), max(ahead))
    else:
        return None
    if not _began(pair[0], context, words) or not _ended(pair[1], context, words):
        return None
    return None if any(_is_span(i, context) for end in pair for i in context.line(end).figures) else pair


def _is_span(index: int, context: Context) -> bool:
    """True of "from 1931 to 1938": where stretches stand beside two dates, those are hardly the ends of it all."""
    when = context.quantity(index).when
    return when is not None and when.end_year is not None


def _next(line: Line, clock: bool, context: Context) -> list[int]:
    lines = context.lines.lines
    if line.number + 1 >= len(lines) or lines[line.number + 1].block != line.block:
        return []
    return _points(lines[line.number + 1], clock, context)


def _began(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("length-start", line, at - _BY, at)


def _ended(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("length-end", line, at - _BY, at) or words.within("length-end", line, at + 1, at + _BY)


def _told(pair: tuple[int, int], context: Context) -> bool:
    """True of a pair of which neither is counted from the date of the document while the other is written out."""
    whens = [context.quantity(i).when for i in pair]
    return None in whens or (whens[0].year is None or whens[0].anchored) == (whens[1].year is None or whens[1].anchored)


def _in_time(pair: tuple[int, int], context: Context) -> tuple[int, int]:
    """The earlier date first, where both have their year."""
    a, b = (context.quantity(i).when for i in pair)
    return pair[::-1] if a.year and b.year and (a.year, a.month or 0, a.day or 0) > (b.year, b.month or 13, b.day or 32) else pair
