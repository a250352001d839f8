"""Weekdays of dates whose year, or month, stands elsewhere.

    Saturday, September 5 ... Tuesday, September 9                    two of them fit into one calendar, or do not
    on Friday 21 October ... had closed on 18 October 2022            a date with its year beside it
    from Monday 5 January 2026 ... on Tuesday the 20th                a day of the month that was spoken of
    Fixtures, 2025. The season opens on Saturday 9 August             the only year of a document
"""

from __future__ import annotations

from dataclasses import replace

from checker.expression import evaluate
from checker.linking.context import Context
from checker.linking.structure.near import Near, near
from checker.linking.structure.time.calendar import frame
from checker.model import Frame, When

_NEAR_DAYS, _NEAR_LINES = 45, 8
_FEW_LINES = 3  # to a date with its year, or to the month of a mere day
_AGREE = 2  # other dates that must fit the only year of a document
_NEXT_YEAR = (1, 2, 5, 6)  # by so many weekdays the calendars of neighbouring years disagree
_GREGORIAN = 1753  # English dates before follow another calendar
_COMPARED = 3  # symbols from "than" to a year
_WEEKDAY = ("call", "weekday", ("role", "a"))
_APART = ("call", "drift", ("role", "a"), ("role", "b"))


def weekdays(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "weekdays" (earlier, later), of which one has a weekday at least."""
    words = near(context)
    dates = [i for i, q in enumerate(context.extraction.quantities) if q.kind == "date" and q.when is not None and q.when.day and context.lines.line_of[i] >= 0]
    named = [i for i in dates if context.quantity(i).when.weekday is not None]
    if not named:
        return []
    found = _pairs([i for i in named if context.quantity(i).when.month], context, words)
    for index in named:
        when = context.quantity(index).when
        if when.month is None:
            partner = _month_of(index, dates, context)
            found.extend([_made(index, partner, context)] if partner is not None else [])
        elif when.year is None or when.anchored:
            partner = _dated_beside(index, dates, context, words)
            found.extend([_made(index, partner, context)] if partner is not None and not _in_named_year(partner, index, context) else [])
    found.extend(_only_year(named, context, words))
    return found


def _made(index: int, other: int, context: Context, tied: bool = True) -> Frame:
    """The frame of a date with a weekday, `later`, and of what it is held against."""
    return frame("weekdays", {"later": index, "earlier": other}, tied, context)


def _pairs(dated: list[int], context: Context, words: Near) -> list[Frame]:
    """Two dates near each other of which one at least has no year: their weekdays must be as far apart as their days."""
    found = []
    for a, b in zip(dated, dated[1:]):
        one, other = context.quantity(a).when, context.quantity(b).when
        if one.year and not one.anchored and other.year and not other.anchored or any(when.year and when.year < _GREGORIAN for when in (one, other)):
            continue
        days, lines = _days(one, other), context.lines.line_of[b] - context.lines.line_of[a]
        if days == 0 or days > _NEAR_DAYS or lines > _NEAR_LINES:
            continue
        placed = any(_fits(i, other, context) for i in (a, b) for other in dated if other not in (a, b)) and not _in_order(a, b, dated, context)
        tied = lines <= 1 or context.line(a).block == context.line(b).block or _of_one_event(a, b, context, words) or _of_no_year_near(a, b, context, words)
        tied = tied and not any(_of_other_year(i, context, words) for i in (a, b)) and not _in_named_year(a, b, context)
        found.append(_made(b, a, context, tied and not placed))
    return found


def _in_named_year(a: int, b: int, context: Context) -> bool:
    """True where the date without a year has its weekday in another year that the paragraph names: "hired on 29 February 2020 ...
    the year 2024 ... 1 March, a Friday"."""
    dated, bare = (a, b) if context.quantity(a).when.year else (b, a)
    when, block = context.quantity(bare).when, context.line(bare).block
    if when.year or when.weekday is None or not context.quantity(dated).when.year:
        return False
    here = (context.quantity(i).when for line in context.lines.figured if line.block == block for i in line.figures if i not in (a, b))
    years = {w.year for w in here if w is not None and w.year and not w.anchored} - {context.quantity(dated).when.year}
    return any(_in_month(when, replace(when, year=year)) for year in years)


def _of_one_event(a: int, b: int, context: Context, words: Near) -> bool:
    """True of the day on which something opens and, paragraphs below, the one on which it closes."""
    first, last = context.line(a), context.line(b)
    told = words.has("event-begins", first) and words.has("event-ends", last) and not any(words.has("event-other", line) for line in (first, last))
    return told and not any(context.quantity(i).kind == "period" for line in (first, last) for i in line.figures)  # "last year it closed on"


def _of_no_year_near(a: int, b: int, context: Context, words: Near) -> bool:
    """True of two days without a year that agree, or disagree by more than the weekdays of a year and the next do, in a text
    whose paragraphs tell them of no other time: neither can be of last year or of next."""
    one, other = context.quantity(a), context.quantity(b)
    if any(q.when.weekday is None or q.when.year and not q.when.anchored for q in (one, other)):
        return False
    blocks = {context.line(i).block for i in (a, b)}
    lines = [line for line in context.lines.lines if line.block in blocks]
    times = [q for line in lines for i in line.figures if (q := context.quantity(i)).kind in ("year", "period") and i not in (a, b)]
    if times or any(words.has("event-other", line) for line in lines):
        return False
    drift = evaluate(_APART, {"a": one.when, "b": other.when})
    return drift.is_point and drift.lo not in _NEXT_YEAR


def _days(one: When, other: When) -> int:
    """About how many days lie between two days of the year, the shorter way round."""
    days = abs((other.month - one.month) * 30 + other.day - one.day)
    return min(days, 365 - days)


def _of_other_year(index: int, context: Context, words: Near) -> bool:
    """True of "last May 3", "October 9 fell on a Monday in 2013", a day that only comes in some years, one of a programme to come."""
    line, at = context.line(index), context.lines.position_of[index]
    own = (context.quantity(i).kind for i in line.quantities(at + 1, at + 1 + _COMPARED) if context.quantity(i).when is not None)
    when = context.quantity(index).when
    dated = when.weekday is not None and (when.year is None or when.anchored) and "year" in own
    return dated or words.within("other-year", line, at - 3, at) or words.within("some-years", line, 0, at) or words.has("on-the-air", line)


def _fits(a: int, b: int, context: Context) -> bool:
    """Whether two dates near each other have weekdays of one calendar: then a third that does not fit is of another year."""
    one, other = context.quantity(a).when, context.quantity(b).when
    if abs(context.lines.line_of[a] - context.lines.line_of[b]) > _NEAR_LINES or one.year and other.year and one.year != other.year:
        return False
    drift = evaluate(_APART, {"a": one, "b": other})
    return drift.is_point and drift.lo == 0


def _in_order(a: int, b: int, dated: list[int], context: Context) -> bool:
    """Whether the dates of the paragraph run on: then the one that does not fit is of their year, and wrong."""
    block = context.line(a).block
    whens = [context.quantity(i).when for i in dated if context.line(i).block == block]
    days = [(when.month, when.day) for when in whens]
    return context.line(b).block == block and len(days) > 2 and days == sorted(set(days))


def _month_of(index: int, dates: list[int], context: Context) -> int | None:
    """The date with its month that stands last before a mere day, and has a weekday or a year."""
    number = context.lines.line_of[index]
    before = [i for i in dates if i < index and number - context.lines.line_of[i] <= _NEAR_LINES and context.quantity(i).when.month]
    if not before:
        return None
    when = context.quantity(before[-1]).when
    spoken = [q.when for q in context.extraction.quantities[:index] if q.when is not None and q.when.month and q.when.year and not q.when.anchored]
    if any(when.month != context.quantity(before[-1]).when.month and _in_month(context.quantity(index).when, when) for when in spoken):
        return None  # a month further up has that day
    settled = when.weekday is not None or when.year is not None and not when.anchored
    return before[-1] if settled and (when.day <= context.quantity(index).when.day or when.day > 20) else None


def _in_month(day: When, month: When) -> bool:
    """Whether a day of a month falls on the weekday that it is given."""
    found = evaluate(_WEEKDAY, {"a": replace(day, year=month.year, month=month.month)})
    return found.is_point and found.lo == day.weekday


def _dated_beside(index: int, dates: list[int], context: Context, words: Near) -> int | None:
    """The only date with a year of its own, and without weekday, that lies near in text and in time."""
    when, line = context.quantity(index).when, context.line(index)
    found = []
    for i in dates:
        other = context.quantity(i).when
        if other.year and other.year >= _GREGORIAN and not other.anchored and other.month and abs(context.lines.line_of[i] - line.number) <= _FEW_LINES and context.line(i).block == line.block:
            found.append(i)
    fit = len(found) == 1 and context.quantity(found[0]).when.weekday is None and _days(when, context.quantity(found[0]).when) <= _NEAR_DAYS
    return found[0] if fit and not _of_other_year(index, context, words) else None


def _only_year(named: list[int], context: Context, words: Near) -> list[Frame]:
    """Dates without a year in a document that names one year only: where others fit it, or where it stands in their sentence."""
    quantities = context.extraction.quantities
    years = [i for i, q in enumerate(quantities) if q.kind in ("year", "date", "period") and q.when is not None and q.when.year and not q.when.anchored and context.lines.line_of[i] >= 0]
    if not years or len({quantities[i].when.year for i in years}) != 1 or any(quantities[i].when.end_year for i in years):
        return []
    year = next((i for i in years if quantities[i].when.month is None and quantities[i].when.label is None), None)
    open_ = [i for i in named if quantities[i].when.month and quantities[i].when.year is None]
    if year is None:
        return []
    fitting = [i for i in open_ if _fits_year(i, year, context)]
    return [
        _made(i, year, context)
        for i in open_
        if i in fitting or (len(fitting) >= _AGREE or context.line(i) is context.line(year)) and not _of_other_year(i, context, words) and not _held_against(year, context, words)
    ]


def _held_against(year: int, context: Context, words: Near) -> bool:
    """True of the year of a comparison, or of an index: "9% more than in 2023", "(2015 = 100)"."""
    line, at = context.line(year), context.lines.position_of[year]
    return words.within("year-compared", line, at - _COMPARED, at) or line.symbols[at + 1 : at + 2] == context.lexicon.symbols.chars.get("=")


def _fits_year(index: int, year: int, context: Context) -> bool:
    drift = evaluate(_APART, {"a": context.quantity(index).when, "b": context.quantity(year).when})
    return drift.is_point and drift.lo == 0
