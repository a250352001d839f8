"""Spans of time: two dates and how long it is from one to the other.

Where a phrase gives the dates ("span") they are taken; else the dates in front of the length and behind it, or the only
two of the sentence, where a word next to the length says that it runs between them.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.time.calendar import frame, owned, points_of
from checker.linking.structure.time.date_slips import in_years, likely_apart, longer_by_far, tells_years
from checker.linking.structure.time.length_doubts import of_a_life, put_aside
from checker.model import Frame

_FAR = 4  # times as long as a span, or as short: some time within it
_WATCHED = 5  # symbols around a length
_BRACKET = "("
_CLAUSE = 8  # symbols between a date and its verb
_UNITS = ("day", "week", "month", "year", "decade", "century", "fortnight")


def spans_of_time(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration), both dates in one figure ("2007 to 2016") or each its own."""
    words, found = near(context), []
    for given in frames:
        if given.family == "span" and "duration" in given.claims and "start" in given.claims:
            start = given.claims["start"][0]
            end = given.claims.get("end", (start,))[0]
            when = context.quantity(start).when
            length = given.claims["duration"][0]
            if when is None or (start == end) == (when.end_year is None) or not _is_length(length, context):
                continue
            if start == end and context.extraction.document.text[context.quantity(start).start - 1 : context.quantity(start).start] == _BRACKET and context.quantity(length).value.denominator != 1:
                continue  # "once 6.3 years (1969-71: 75.0 and 68.7)"
            if start == end and when.end_year - when.year < 2:  # a fiscal year, 2013/14
                continue
            if not tells_years(context.quantity(length).unit, when):
                continue  # "from 16 January 27 BC": the years are not read
            line, at = context.line(length), context.lines.position_of[length]
            tied = bool(given.pinned) and likely_apart(context.quantity(length), when, context.quantity(end).when or when, _FAR) and not words.within("level-lead", line, at - 1, at) and not _within(length, end, line, context, words) and not followed(at, line, words) and not _of_object(at, start, line, context, words) and not put_aside(start, end, length, context)
            told = frame("period", {"start": start, "end": end, "duration": length}, tied, context)
            found.append(told if line is context.line(start) else replace(told, fitted=True))  # of the lengths of other sentences that which fits is taken
    for line in context.lines.figured:
        lengths = [i for i in line.figures if _is_length(i, context)]
        if len(lengths) == 1:
            found.extend(_between(lengths[0], line, context, words))
    return found


def _within(length: int, end: int, line: Line, context: Context, words: Near) -> bool:
    """True of a length that is only some of a span: "often in no more than 12 days", "the 30 years from 1985 to 2020 for
    which there are data"."""
    place, q = context.lines.position_of[end], context.quantity(length)
    lead = context.extraction.tokens.words[max(0, q.outer - 1) : q.outer]
    onward = next((i for i in line.quantity[place + 1 : place + 3] if i >= 0), -1)
    listed = onward >= 0 and context.quantity(onward).kind == "year" and line.symbols[place + 1] == context.lexicon.symbols.chars[","]  # "(1999-2001, 2006 and 2012)"
    return bool(set(lead) & context.lexicon.pack.words("span-within")) or listed or words.within("span-restricted", line, place + 1, place + 3)


def followed(at: int, line: Line, words: Near) -> bool:
    """True of how long each one was watched ("followed for one year between 2012 and 2016"), of an age, of the steps of a
    span ("five-year periods"), and of what comes behind it ("runs from May to July and will spend the following two years")."""
    if words.within("length-onward", line, at - 1, at):
        return True
    return words.within("length-follow", line, at - _WATCHED, at + _WATCHED) or words.within("length-several", line, at + 1, at + 3)


def _of_object(at: int, start: int, line: Line, context: Context, words: Near) -> bool:
    """True of "to repay over twelve years debts incurred between 1961 and 1970": the span tells when its object came about."""
    made = context.lines.position_of[start] - 2
    if context.line(start) is line and 0 <= made < at and words.within("span-due", line, made, made + 1):
        return words.within("span-spread", line, at - 1, at)  # "debts falling due between 1988 and 1991, over nine years"
    apart = context.line(start) is not line or at >= made or any(s in context.lexicon.symbols.marks for s in line.symbols[at:made])
    if apart or not words.within("span-spread", line, at - 1, at):
        return False
    ending = tuple(context.lexicon.pack.words("participle-ending"))
    return words.within("span-made", line, made, made + 1) or context.extraction.tokens.words[line.firsts[made]].endswith(ending)


def since(index: int, context: Context) -> bool:
    """True of a date behind "since": what is told from then on has not ended, so that no length runs up to it."""
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).within("since-word", line, at - 2, at)


def _is_length(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind == "duration" and q.unit in _UNITS and q.value is not None and q.approx not in ("above", "below") and not owned(index, context)


def _between(length: int, line: Line, context: Context, words: Near) -> list[Frame]:
    points = points_of(line, context)
    if len(points) < 2:
        return []
    at = context.lines.position_of
    place = at[length]
    if followed(place, line, words):
        return []
    before, after = [p for p in points if at[p] < place], [p for p in points if at[p] > place]
    if words.within("until-word", line, place + 1, place + 3) and words.within("for-word", line, place - 2, place) and before and after:
        pairs = [(start, after[0]) for start in before[-2:]]
    elif words.within("later-word", line, place + 1, place + 2) and before and after and _joined(line, place, at[after[0]]):
        pairs = [(before[-1], after[0])]
    elif words.within("for-word", line, place - 2, place) and words.within("ending-word", line, place + 1, place + 4) and before and after and _joined(line, place, at[after[0]]):
        pairs = [(before[-1], after[0])]
    elif len(points) == 2 and len(after) == 2 and words.within("since-word", line, place + 1, place + 2) and words.within("is-word", line, place - 2, place):
        pairs = [(points[0], points[1])]
    elif len(points) == 2 and _tied(points, line, place, context, words):
        pairs = [(points[0], points[1])]
    else:
        return []
    ordered = [_ordered(p, context) for p in pairs]
    return [frame("period", {"start": a, "end": b, "duration": length}, len(pairs) == 1 and not _longer_by_far(a, b, length, context) and not put_aside(a, b, length, context), context) for a, b in ordered if not of_a_life(a, length, context)]


def _longer_by_far(start: int, end: int, length: int, context: Context) -> bool:
    """Whether a length must have begun long before the first of two dates."""
    q, years = context.quantity(length), context.quantity(end).when.year - context.quantity(start).when.year
    return years > 0 and longer_by_far(in_years(q), years)


def _joined(line: Line, start: int, end: int) -> bool:
    """Whether no other figure stands between the length and the date behind it."""
    return end - start <= 6 and all(q < 0 for q in line.quantity[start + 1 : end])


def _tied(points: list[int], line: Line, place: int, context: Context, words: Near) -> bool:
    """Whether a word by the length says that it runs from one date to the other."""
    marked = words.within("the-length", line, place - 1, place) and words.has("since-word", line) and words.has("marking-word", line)
    if words.has("alternative-word", line):
        return False  # either February 29 or nine months from the last day of the month, whichever is later
    first, last = (context.lines.position_of[i] for i in _ordered((points[0], points[1]), context))
    leased = words.within("term-noun", line, place + 1, place + 3) and words.within("begin-word", line, first - _CLAUSE, first)
    return marked or leased and words.within("expiry-word", line, last - _CLAUSE, last)


def _ordered(pair: tuple[int, int], context: Context) -> tuple[int, int]:
    a, b = (context.quantity(i).when for i in pair)
    return pair if (a.year, a.month or 0, a.day or 0) <= (b.year, b.month or 13, b.day or 32) else (pair[1], pair[0])
