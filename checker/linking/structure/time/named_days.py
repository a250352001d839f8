"""A weekday told in another sentence than its date.

    publishes its accounts on 6 March 2024. ... The chairman takes questions that Wednesday        pointed at: the date spoken of last
    has called a meeting on 11 May 2023 ... Doors open at noon on the Thursday of the meeting      the only day of the document
    Bus drivers will stop work on Friday ... The strike begins at 4 a.m. and covers all of 8 November 2024       one event, told twice

A weekday is no figure, so the frames hold its words. Of two events, rounds, weeks, or of a day that was put off nothing is said.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.calendars import weekday
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity, When

_DAYS, _OTHER = "day-name", "named-day-other"
_SORTS = tuple(f"named-day-{name}" for name in ("vote", "strike", "meeting", "match", "show", "opening", "sale", "rite", "trial", "closure", "march", "launch", "report", "blast", "budget", "draw", "exam", "trip", "visit", "decision", "move", "feast"))
_BACK = 2  # sentences from a weekday that points back to the date
_POINT = 3  # symbols of the words that point
_TOLD_OF = 6  # and of those that say what a day is
_SAID = 4  # symbols in front of a weekday in which words say that it is when something was told
_ASIDE = 5  # symbols around a weekday, and around a date, in which another day may be told
_GREGORIAN = 1753


@dataclass(frozen=True, slots=True)
class _Mention:
    """A weekday by itself; `day` is 0 for Monday."""

    line: Line
    at: int
    day: int
    pointed: bool


def named_days(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "named-day" (date; its words and those of the weekday; both once more where the calendar agrees)."""
    words = near(context)
    standing = words.standing(_DAYS)
    if not standing:
        return []
    dates = [i for i, q in enumerate(context.extraction.quantities) if q.kind == "date" and q.when is not None and q.when.day and context.lines.line_of[i] >= 0 and not _in_brackets(q, context)]
    if not any(_full(context.quantity(i).when) for i in dates):
        return []
    mentions = [m for line in told_lines(context) if line.number in standing for m in _mentions(line, context, words)]
    found = [(m, date) for m in mentions if m.pointed and (date := _pointed(m, mentions, dates, context, words)) is not None]
    return [_frame(m, date, context) for m, date in found or _one_event(mentions, dates, context, words)]


def _in_brackets(q: Quantity, context: Context) -> bool:
    """True of "(22.08.2016)" behind a line that refers to another text."""
    text = context.extraction.document.text
    return text[max(0, q.start - 1) : q.start] == "(" and text[q.end : q.end + 1] == ")"


def _full(when: When) -> bool:
    """Whether a date is known to the day by what is written, and has no weekday beside it."""
    return bool(when.year and when.month and when.day) and not when.anchored and when.weekday is None and when.year >= _GREGORIAN


def _mentions(line: Line, context: Context, words: Near) -> list[_Mention]:
    tokens, text = context.extraction.tokens, context.extraction.document.text
    numbers = _numbers(context)
    found = []
    for m in words.matches(_DAYS, line):
        at, first = m.start(), line.firsts[m.start()]
        if line.quantity[at] < 0 and text[tokens.starts[first]].isupper():
            found.append(_Mention(line, at, numbers[tokens.words[first]], _points(line, at, words)))
    return found


def _numbers(context: Context) -> dict[str, int]:
    return {name: n for n, names in enumerate(context.lexicon.pack.data["dates"]["weekdays"]) for name in names}


def _points(line: Line, at: int, words: Near) -> bool:
    if words.ends("named-day-that", line, at, _POINT) or words.ends("named-day-is", line, at, _TOLD_OF):
        return True
    if words.ends("named-day-on-the", line, at, _POINT) and line.symbols[at + 1 : at + 2] in words.lexicon.symbols.marks:
        return True
    return words.ends("named-day-the", line, at, 1) and words.pattern("named-day-itself").match(line.symbols, at + 1) is not None


def _another(line: Line, at: int, words: Near, *names: str) -> bool:
    """Whether words around a weekday or a date make it one of several, or the end of a span."""
    if words.ends("named-day-span", line, at, _POINT):
        return True
    return any(words.within(name, line, at - _ASIDE, at + _ASIDE) for name in ("named-day-not", *names))


# ---------------------------------------------------------------- that Friday


def _pointed(m: _Mention, mentions: list[_Mention], dates: list[int], context: Context, words: Near) -> int | None:
    """The date that a weekday points back to: the only one of the sentences before it, else of the document."""
    if _another(m.line, m.at, words, _OTHER):
        return None
    place = [(context.lines.line_of[i], context.lines.position_of[i], i) for i in dates]
    here = (m.line.number, m.at)
    close = [found for found in place if m.line.number - _BACK <= found[0] <= m.line.number and context.line(found[2]).block == m.line.block]
    before = close or place
    if len({context.quantity(i).when for *_, i in before}) != 1 or before[0][:2] > here:
        return None
    line, at, date = before[0]
    if not _full(context.quantity(date).when) or _another(context.line(date), at, words):
        return None
    others = [o for o in mentions if o is not m and not o.pointed and not words.ends("named-day-the", o.line, o.at, 1)]
    between = any((line, at) < (o.line.number, o.at) < here for o in others) if close else any(o.day == m.day for o in others)
    return None if between else date


# ---------------------------------------------------------------- one event


def _one_event(mentions: list[_Mention], dates: list[int], context: Context, words: Near) -> list[tuple[_Mention, int]]:
    """The only weekday of what is to happen, and the only date, which a sentence gives to the same."""
    own = [m for m in mentions if not m.pointed and not words.within("named-day-said", m.line, m.at - _SAID, m.at)]
    if len({m.day for m in own}) != 1 or len(dates) != 1:
        return []
    date, m = dates[0], own[0]
    line, at = context.line(date), context.lines.position_of[date]
    if not _full(context.quantity(date).when) or line is m.line:
        return []
    if _another(line, at, words, _OTHER) or any(_another(o.line, o.at, words, _OTHER) for o in own):
        return []
    told = [o for o in own if words.ends("named-day-on", o.line, o.at, 1) or _owner(o, context)]
    if words.within("named-day-date", line, at - _ASIDE, at) and 0 < line.number - m.line.number <= _BACK:
        return [(o, date) for o in told[:1]]
    if not words.has("named-day-set", line):
        return []
    return [(o, date) for o in told[:1] if any(_same_event(name, o, line, context, words) for name in _SORTS)]


def _owner(m: _Mention, context: Context) -> bool:
    """True of "Friday's vote"."""
    after = m.line.lasts[m.at] + 1
    return after <= m.line.lasts[-1] and context.extraction.tokens.words[after] in context.lexicon.pack.words("named-day-owner")


def _same_event(name: str, m: _Mention, dated: Line, context: Context, words: Near) -> bool:
    """Whether two sentences tell of one sort of event, the second as of something told before: "the strike", "Friday's strike"."""
    first, second = sorted((m.line, dated), key=lambda line: line.number)
    if not words.has(name, first):
        return False
    known = [found.start() for found in words.matches(name, second)]
    return any(words.ends("named-day-its", second, at, 2) for at in known) or bool(known) and (words.has("named-day-own", second) or second is m.line and _owner(m, context))


def _frame(m: _Mention, date: int, context: Context) -> Frame:
    q, tokens = context.quantity(date), context.extraction.tokens
    first = m.line.firsts[m.at]
    day = (tokens.starts[first], tokens.ends[first])
    spans = {"item": (day,)}
    if weekday(q.when).lo == m.day:
        spans["value"] = ((q.start, q.end), day)
    return Frame("named-day", day, {"date": (date,)}, spans, 0, frozenset(["date", "item", "value"]), 2, None, (), "by name")
