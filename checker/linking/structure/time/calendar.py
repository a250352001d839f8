"""Dates, weekdays, ages and anniversaries.

    Tuesday, 4 June 2019                                   dated
    Born in 1945, she was 23 when, in 1968                 age-at
    Founded in 1898, it marks its 125th anniversary in 2023  anniversary
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions
from checker.model import Frame, Quantity

_GREGORIAN = 1753  # English dates before follow another calendar
_OPENING = 8  # symbols in front of the years of the one a sentence is about, not of a wife or a pupil further on
_OLDEST = 122
_REACH = 12
_POSSESSIVE = ("'", "’")
_OLD_CALENDAR = "old-calendar"


def dates_and_ages(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families named above."""
    words = near(context)
    quantities = context.extraction.quantities
    dated = [i for i, q in enumerate(quantities) if q.kind == "date" and q.when is not None and q.when.weekday is not None and context.lines.line_of[i] >= 0]
    found = [f for i in dated if (f := _dated(i, context, words)) is not None]
    for line in context.lines.figured:
        found.extend(_lifetimes(line, context, words))
        points = points_of(line, context)
        if points:
            found.extend(_ages(line, points, context, words))
            found.extend(_anniversaries(line, points, context, words))
    return found


def points_of(line: Line, context: Context) -> list[int]:
    """The quantities of a line that are a day, month or year of a year that is written."""
    return [i for i in line.figures if is_point(context.quantity(i))]


def is_point(q: Quantity) -> bool:
    """True of "1968", "June 2020", "3 March 2019"; not of spans, fiscal years and what is counted from the document's date."""
    when = q.when
    return when is not None and q.kind in ("date", "year", "period") and when.year is not None and when.end_year is None and not when.anchored and when.label in (None, "month")


def owned(index: int, context: Context) -> bool:
    """True of a length that something has: "seven years' service" is no span between the dates beside it."""
    end = context.quantity(index).end
    return any(mark in context.extraction.document.text[end - 1 : end + 1] for mark in _POSSESSIVE)


def frame(family: str, claims: dict[str, int], pinned: bool, context: Context, tier: int = 0, blocked: str | None = None) -> Frame:
    """A frame of a structure: one quantity a part."""
    q = context.quantity(next(iter(claims.values())))
    return Frame(family, (q.start, q.end), {p: (i,) for p, i in claims.items()}, {}, 0, frozenset(claims) if pinned else frozenset(), tier, blocked, (), "calendar")


# ---------------------------------------------------------------- weekdays


def _dated(index: int, context: Context, words: Near) -> Frame | None:
    when = context.quantity(index).when
    if not (when.year and when.month and when.day) or when.anchored:
        return None
    line, at = context.line(index), context.lines.position_of[index]
    if any(_corrects(i, index, context, words) for i in (index - 1, index + 1, index - 2, index + 2)):
        return None
    old = when.year < _GREGORIAN or words.within(_OLD_CALENDAR, line, at - _REACH, at + _REACH)
    return frame("dated", {"date": index}, True, context, 0, _OLD_CALENDAR if old else None)


def _corrects(other: int, index: int, context: Context, words: Near) -> bool:
    """Whether another date nearby is the same day with another weekday, in a text that says that one was a mistake."""
    if not 0 <= other < len(context.extraction.quantities):
        return False
    a, b = context.quantity(index).when, context.quantity(other).when
    if a is None or b is None or (a.month, a.day) != (b.month, b.day) or None in (b.day, b.weekday) or a.weekday == b.weekday:
        return False
    number = context.lines.line_of[index]
    return any(words.has("correction", line) for line in context.lines.lines[max(0, number - 1) : number + 2])


# ---------------------------------------------------------------- ages


def _ages(line: Line, points: list[int], context: Context, words: Near) -> list[Frame]:
    """Every age of a sentence that says when somebody was born, at every other date in it."""
    born = born_in(line, context, words)
    if born is None:
        return []
    ages = [i for i in line.figures if is_age(i, line, context, words)]
    events = [i for i in points if i != born and not words.within("since-word", line, context.lines.position_of[i] - 1, context.lines.position_of[i]) and (not ages or not _parted(ages[0], i, line, context))]
    if len(ages) != 1 or not events:
        return []
    at = context.lines.position_of
    after = [e for e in events if at[e] > at[ages[0]]]
    told = [e for e in events if words.within("died-word", line, at[e] - 6, at[e])]
    if any(words.within("christened-word", line, at[e] - 4, at[e]) for e in events):
        return []
    best = told if len(told) == 1 else after[:1] if len(after) == 1 and len(events) > 1 else events
    return [frame("age-at", {"born": born, "event": e, "age": ages[0]}, len(best) == 1, context) for e in best if not _later(ages[0], e, line, context)]


def _parted(age: int, event: int, line: Line, context: Context) -> bool:
    """Whether a mark that ends a clause stands between an age and a date behind it."""
    symbols, at = context.lexicon.symbols, context.lines.position_of
    brackets = symbols.chars.get("(", "") + symbols.chars.get(")", "")
    return any(s in symbols.closing and s not in brackets for s in line.symbols[at[age] : at[event]])


def _later(age: int, event: int, line: Line, context: Context) -> bool:
    """Whether an "and" or a length of time stands between an age and a date behind it: "joined at the age of 22 and left in 2006"."""
    at = context.lines.position_of
    lengths = any(context.quantity(i).kind == "duration" for i in line.quantities(at[age] + 1, at[event]))
    return lengths or not conjunctions(context).isdisjoint(line.symbols[at[age] + 1 : at[event]])


def _lifetimes(line: Line, context: Context, words: Near) -> list[Frame]:
    """ "(1950-2021)" behind the name that opens a sentence and, in it or the next, the age at which somebody died."""
    chars, lines = context.lexicon.symbols.chars, context.lines.lines
    found = []
    for index in line.figures:
        when, at = context.quantity(index).when, context.lines.position_of[index]
        if when is None or when.end_year is None or not 10 < when.end_year - (when.year or 0) <= _OLDEST or line.symbols[at - 1 : at] != chars.get("(") or at > _OPENING:
            continue
        for other in lines[line.number : line.number + 2]:
            ages = [i for i in other.figures if other.block == line.block and is_age(i, other, context, words) and words.has("died-word", other)]
            if len(ages) == 1:
                found.append(frame("age-at", {"born": index, "event": index, "age": ages[0]}, True, context))
    return found if len(found) == 1 else []


def born_in(line: Line, context: Context, words: Near) -> int | None:
    """The date behind the only word for being born."""
    found = [m for m in words.matches("born-word", line)]
    if len(found) != 1:
        return None
    for p in range(found[0].end(), min(len(line.symbols), found[0].end() + _REACH)):
        index = line.quantity[p]
        if index >= 0 and is_point(context.quantity(index)):
            return index
        if index >= 0 and context.quantity(index).is_measure:
            return None
    return None


def has_birthdays(index: int, context: Context, words: Near) -> bool:
    """True of the date of a birth, or at which a thing was made; not of "she began as a page in 1962", "the Vienna-born bass"."""
    line, at = context.line(index), context.lines.position_of[index]
    hyphen = context.lexicon.symbols.chars["-"]
    made = (m for m in words.matches("birth-of-thing", line, max(0, at - 8), at) if line.symbols[m.start() - 1 : m.start()] != hyphen)
    return next(made, None) is not None or words.within("birth-of-thing", line, at + 1, at + 4) or words.within("birth-of-thing", line, 0, 3)


def is_age(index: int, line: Line, context: Context, words: Near) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.value is None or q.value.denominator != 1 or not 0 < q.value <= _OLDEST or q.noun:
        return False
    if q.kind == "age":
        return not words.within("age-limit", line, at - 3, at)
    if q.kind not in ("number", "count"):
        return False
    if words.within("calendar-age", line, at - 4, at) and at and line.quantity[at - 1] < 0:
        return True
    return words.within("was-word", line, at - 2, at) and words.within("when-word", line, at + 1, at + 3)


# ---------------------------------------------------------------- anniversaries


def _anniversaries(line: Line, points: list[int], context: Context, words: Near) -> list[Frame]:
    found = []
    if len(points) != 2:
        return found
    earlier, later = sorted(points, key=lambda i: (context.quantity(i).when.year, context.quantity(i).when.month or 0))
    for index in line.figures:
        at = context.lines.position_of[index]
        if context.quantity(index).kind == "ordinal" and context.quantity(index).value and _of_life(at, line, words):
            found.append(frame("year-of-life", {"born": earlier, "event": later, "position": index}, True, context))
        elif context.quantity(index).kind == "ordinal" and context.quantity(index).value and words.within("anniversary-word", line, at + 1, at + 3):
            place = context.lines.position_of[earlier]
            first = any(context.quantity(i).kind == "ordinal" and context.quantity(i).value == 1 for i in line.quantities(0, place))
            founded = first or words.within("founded-word", line, place - 8, place) or words.within("founded-word", line, 0, 3)
            if words.within("birthday-word", line, at + 1, at + 3):
                founded = founded and has_birthdays(earlier, context, words)
            when = context.quantity(earlier).when
            places = [context.lines.position_of[i] for i in (earlier, later, index)]
            off = words.within("anniversary-off", line, min(places), max(places))
            broken = off or context.lexicon.breaks.search(line.symbols, min(places), max(places)) is not None
            if (when.month, when.day) != (2, 29) and not leap_day(line, context):
                found.append(frame("anniversary", {"start": earlier, "end": later, "position": index}, founded and not broken, context))
    return found


def leap_day(line: Line, context: Context) -> bool:
    """True of "born on a 29th of February, in 1952, she had her 17th birthday in 2020"."""
    return any((when := context.quantity(i).when) is not None and (when.month, when.day) == (2, 29) for i in line.figures)


def _of_life(at: int, line: Line, words: Near) -> bool:
    """True of "born in 1931 ... died in 2019 in his eighty-ninth year": of a sentence that tells of one birth and of a death."""
    own = words.ends("year-of-life", line, at, 3) and words.pattern("year-lived").match(line.symbols, at + 1) is not None and not words.has("obituary-kin", line)
    return own and sum(1 for _ in words.matches("born-word", line)) == 1 and words.has("died-word", line)
