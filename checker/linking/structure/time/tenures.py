"""How long something went on, where words tell of one date that it began then, of another that it ended, and of the length that
it lay between.

    in 1968 she was put in charge of the mine. ... She stayed for 23 years, through two currencies, and handed over in 1991
    begun on 9 March 1644, the siege was lifted on 2 April of the same year; in those 24 days ...

The two must be the only dates of the narrowest passage that holds two: the sentence, with one and two in front of it, with the
one behind. No slip has to explain a miss where words tell of both ends.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.time.calendar import frame, is_point, owned
from checker.linking.structure.time.date_slips import IN_YEARS, slip_in_time, tells_years
from checker.model import Frame

_LEAD = 6  # symbols between a word of staying and its length
_CLAUSE = 20  # symbols around a date in which its verb stands
_DOUBT = 6  # the same, that the text itself says it is not so simple
_ROUND = 4  # symbols around a length in which words may say that it is not all


def tenures(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration) of lengths that no other structure gave their dates."""
    words, lines, found = near(context), told_lines(context), []
    known = {f.claims["duration"][0] for f in frames if f.family == "period" and "duration" in f.claims and f.pinned}
    for n, line in enumerate(lines):
        for index in line.figures:
            if index in known or not _is_length(index, line, context, words):
                continue
            pair = _pair(index, line, n, lines, context, words)
            if pair is not None:
                made = frame("period", {"start": pair[0], "end": pair[1], "duration": index}, True, context, 2)
                found.append(replace(made, source="roles"))
    return found


def _is_length(index: int, line: Line, context: Context, words: Near) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.kind != "duration" or not q.value or q.value <= 1 or q.unit not in IN_YEARS or q.approx or owned(index, context):
        return False
    led = next((m.start() for m in words.matches("tenure-stay", line, max(0, at - _LEAD), at) if m.end() == at), -1)
    pointed = words.ends("tenure-those", line, at, _LEAD) or words.ends("tenure-after", line, at, _LEAD)
    if not pointed and (led < 1 or not words.within("tenure-who", line, led - 1, led) or words.within("tenure-then", line, at, len(line.symbols))):
        return False
    if words.within("elapsed-doubt", line, at - _DOUBT, at + _DOUBT):
        return False
    return not words.within("tenure-not", line, at + 1, at + _ROUND) and not words.within("tenure-not", line, at - 1, at)


def _pair(index: int, line: Line, n: int, lines: list[Line], context: Context, words: Near) -> tuple[int, int] | None:
    behind = lines[n + 1 : n + 2]
    for passage in ([line], lines[max(0, n - 1) : n + 1], lines[max(0, n - 2) : n + 1], [*lines[max(0, n - 1) : n + 1], *behind]):
        own = [x for x in passage if x.block == line.block]
        dates = [i for x in own for i in x.figures if _is_date(i, context, words)]
        if len(dates) > 2 or any(words.has("told-unreal", x) for x in own):
            return None
        if len(dates) == 2:
            return _bounded(index, dates, line, context, words)
    return None


def _is_date(index: int, context: Context, words: Near) -> bool:
    q = context.quantity(index)
    return is_point(q) or _same_year(index, context, words)


def _same_year(index: int, context: Context, words: Near) -> bool:
    """True of "2 April of the same year"."""
    q = context.quantity(index)
    dated = q.kind == "date" and q.when is not None and bool(q.when.day and q.when.month)
    if not dated or q.when.year and not q.when.anchored:
        return False
    line, at = context.line(index), context.lines.position_of[index]
    said = [i for i in line.quantities(at + 1, at + _ROUND) if context.quantity(i).kind == "period" and (context.quantity(i).when is None or not context.quantity(i).when.month)]
    return words.pattern("tenure-same-year").match(line.symbols, at + 1) is not None or bool(said)


def _bounded(index: int, dates: list[int], line: Line, context: Context, words: Near) -> tuple[int, int] | None:
    a, b = (context.quantity(i).when for i in dates)
    if _same_year(dates[0], context, words) or not _later(a, b) or not tells_years(context.quantity(index).unit, a, b):
        return None
    at = context.lines.position_of[index]
    after = words.ends("tenure-after", line, at, 2)
    began, ended = _by("tenure-start", dates[0], dates, context, words), _by("tenure-end", dates[1], dates, context, words)
    pointed = words.ends("tenure-those", line, at, _LEAD)
    if not (began and ended) and (after or pointed or not (began or ended) or not slip_in_time(context.quantity(index), a, b)):
        return None
    if after and not (context.line(dates[1]) is line and context.lines.position_of[dates[1]] < at):
        return None  # "in 1968, after twelve years at the office"
    return (dates[0], dates[1]) if index > dates[0] else None


def _later(a, b) -> bool:
    """Whether the second date is the later one; of one without a year by its day."""
    if not b.year or b.anchored:
        return (a.month or 0, a.day or 0) < (b.month or 0, b.day or 0) and bool(a.day and b.day)
    return (a.year, a.month or 0, a.day or 0) < (b.year, b.month or 13, b.day or 32)


def _by(name: str, index: int, dates: list[int], context: Context, words: Near) -> bool:
    """Whether a word of the class stands in the clause of a date: no other date between them."""
    line, at = context.line(index), context.lines.position_of[index]
    others = [context.lines.position_of[i] for i in dates if i != index and context.line(i) is line]
    start = max([0, at - _CLAUSE, *(p + 1 for p in others if p < at)])
    end = min([len(line.symbols), at + _CLAUSE, *(p for p in others if p > at)])
    return words.within(name, line, start, end)
