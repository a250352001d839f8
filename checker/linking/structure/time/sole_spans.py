"""A length that is told before its dates: "took six years: work began in 1926, and the first tram ran in 1932".

Where a verb says that something took or lasted so long, or a length counts from an event ("nine years after he was
arrested"), and its sentence goes on, or the next one tells, with exactly two dates, the first of them a beginning or the
second an end, nothing else can be meant: no slip has to explain a miss.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.time.calendar import frame, is_point, owned
from checker.linking.structure.time.date_slips import IN_YEARS, likely_apart
from checker.model import Frame

_LEAD = 3  # symbols between a verb and its length
_BY = 8  # symbols in front of a date in which its verb stands
_ROUND = 12  # symbols around a length in which the text may say that it is not so simple


def sole_spans(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration) of lengths that no other structure gave their dates."""
    words, found = near(context), []
    known = {f.claims["duration"][0] for f in frames if f.family == "period" and "duration" in f.claims and f.pinned}
    for line in context.lines.lines:
        for index in line.figures:
            q = context.quantity(index)
            if q.kind != "duration" or not q.value or q.unit not in IN_YEARS or q.approx or index in known or owned(index, context):
                continue
            pair = _pair(index, line, context, words)
            if pair is not None:
                made = frame("period", {"start": pair[0], "end": pair[1], "duration": index}, True, context, 3)
                found.append(replace(made, source="alone"))
    return found


def _pair(index: int, line: Line, context: Context, words: Near) -> tuple[int, int] | None:
    at = context.lines.position_of[index]
    lasted = words.within("length-took", line, at - _LEAD, at)
    counted = words.within("elapsed-after", line, at + 1, at + 2)
    if not (lasted or counted) or words.within("elapsed-doubt", line, at - _ROUND, at + _ROUND) or words.has("told-unreal", line):
        return None
    if words.within("elapsed-other", line, at - 1, at) or words.within("elapsed-other-after", line, at + 1, at + 3):
        return None
    own, after = _dates(line, context, at), _following(line, context)
    if _dates(line, context, 0, at) or _lengths(line, context) > 1 or len(own) not in (0, 2):
        return None
    if own and (counted or not _opened(at, line, context)):
        return None
    if not own and (after is None or _lengths(after, context) or words.has("told-unreal", after)):
        return None
    pair = own or _dates(after, context)
    if len(pair) != 2 or not _of_one_sort(pair, context) or words.has("length-another", context.line(pair[1])):
        return None
    began, ended = _by(("length-start", "length-first"), pair[0], context, words), _by(("length-end", "length-last"), pair[1], context, words)
    likely = likely_apart(context.quantity(index), *(context.quantity(i).when for i in pair))
    return (pair[0], pair[1]) if began and ended or lasted and likely and (began or ended) else None


def _following(line: Line, context: Context) -> Line | None:
    lines = context.lines.lines
    after = lines[line.number + 1] if line.number + 1 < len(lines) else None
    return after if after is not None and after.block == line.block and not after.crowded else None


def _dates(line: Line, context: Context, start: int = 0, end: int | None = None) -> list[int]:
    found = (i for i in line.quantities(start, end))
    return [i for i in found if is_point(q := context.quantity(i)) or q.kind == "date" and q.when is not None and bool(q.when.day and q.when.month)]


def _lengths(line: Line, context: Context) -> int:
    return sum(context.quantity(i).kind == "duration" and context.quantity(i).unit in IN_YEARS for i in line.figures)


def _opened(at: int, line: Line, context: Context) -> bool:
    """True where a mark leads from the length to what explains it: "took six years: work began", "lasted a week, from"."""
    return any(s in context.lexicon.symbols.marks for s in line.symbols[at : at + _ROUND])


def _of_one_sort(pair: list[int], context: Context) -> bool:
    """Whether the dates stand in their order, and both have a year or neither."""
    a, b = (context.quantity(i).when for i in pair)
    if (a.year is None or a.anchored) != (b.year is None or b.anchored):
        return False
    return not a.year or (a.year, a.month or 0, a.day or 0) < (b.year, b.month or 13, b.day or 32)


def _by(names: tuple[str, ...], index: int, context: Context, words: Near) -> bool:
    """Whether a word of a class stands in front of a date."""
    line, at = context.line(index), context.lines.position_of[index]
    return any(words.within(name, line, at - _BY, at) for name in names)
