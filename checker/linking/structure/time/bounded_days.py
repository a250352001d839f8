"""How long something took that a paragraph begins and ends with a day.

    sealed in on 4 March ... The hatch was opened on 8 April ... "Thirty-five days is nothing"
    came up on 8 March after a sit-in of seventeen days, having gone underground on 19 February
    set out on 3 March ... on 2 April lost a ski ... walked in on 27 April. They had been 55 days on the ice

Days are told for few things in a paragraph. Where it tells two, or more in their order, and words at a length say that it sums
something up ("after", "in those", "that it lasted"), the first and the last bound it: surely where something begins at one and
ends at the other, else where one slip explains the miss.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, groupby

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.time.calendar import frame, owned
from checker.linking.structure.time.date_slips import IN_YEARS, apart, days_off, likely_apart, slip_in_time
from checker.linking.structure.time.length_doubts import of_another_subject
from checker.linking.structure.time.spans import followed
from checker.model import Frame, Quantity, When

_UNITS = ("day", "week", "fortnight", "month")
_LEAD, _NOUN = 5, 7  # symbols of the words that lead to a length; from "after" over what lasted to "of"
_ROUND = 8  # symbols around a length in which the text may say that it is not so simple
_BY = 9  # symbols in front of a date in which its verb stands
_NEAR = 2  # sentences from the last of the days to a length
_MANY = 5
_DAYS = 1  # by so many, counts of days may differ: both ends may count or neither


def bounded_days(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration) of lengths that no other structure gave their dates."""
    words, found = near(context), []
    told = [f.claims for f in frames if f.family == "period" and "duration" in f.claims and f.pinned]
    known, taken = {c["duration"][0] for c in told}, {(c["start"][0], c["end"][0]) for c in told if "end" in c}
    for _, own in groupby(told_lines(context), key=lambda line: line.block):
        lines = list(own)
        days = [i for line in lines for i in line.figures if _is_day(context.quantity(i))]
        if not 1 < len(days) <= _MANY or any(words.has("told-unreal", context.line(i)) for i in days):
            continue
        for line in lines:
            for index in line.figures:
                pair = _pair(index, days, line, context, words) if index not in known and sums_up(index, line, context, words) else None
                if pair is not None and pair not in taken:
                    found.append(replace(frame("period", {"start": pair[0], "end": pair[1], "duration": index}, True, context, 2), source="roles"))
    return found


def _is_day(q: Quantity) -> bool:
    return q.kind == "date" and q.when is not None and bool(q.when.day and q.when.month)


def sums_up(index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a length sums up what the passage told."""
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.kind != "duration" or not q.value or q.value <= 1 or q.unit not in _UNITS or q.approx or owned(index, context) or followed(at, line, words):
        return False
    if words.within("elapsed-other", line, at - 1, at) or words.within("elapsed-other-after", line, at + 1, at + 3):
        return False
    if words.within("elapsed-doubt", line, at - _ROUND, at + _ROUND) or words.has("alternative-word", line) or words.has("told-unreal", line) or _of_another_time(line, context):
        return False
    opens = at <= 1 and words.pattern("days-be").match(line.symbols, at + 1) is not None
    those = words.ends("days-those", line, at, _LEAD) and words.pattern("days-that").match(line.symbols, at + 1) is not None
    event = words.within("of-word", line, at - 1, at) and words.within("days-after", line, at - _NOUN, at - 1)
    return opens or those or event or words.ends("days-lead", line, at, _LEAD)


def _pair(index: int, days: list[int], line: Line, context: Context, words: Near) -> tuple[int, int] | None:
    """The first and the last day of the paragraph, where nothing else can bound the length."""
    if line is not context.line(days[0]) and of_another_subject(index, days[0], context):
        return None
    q, place = context.quantity(index), context.lines.position_of
    here = [i for i in days if context.line(i) is line]
    turned = len(days) == 2 == len(here) and not _follow(days, context)
    ordered = days[::-1] if turned else days
    first, last = ordered[0], ordered[-1]
    if not _follow(ordered, context) or not turned and (first > index or days[-1] > index):
        return None
    if line.number - max(context.line(i).number for i in days) > _NEAR or _between(first, last, line, context, words):
        return None
    whens = {i: context.quantity(i).when for i in days}
    if any(apart(q, whens[a], whens[b]) or apart(q, whens[b], whens[a]) for a, b in combinations(days, 2)) or _rivals(index, days, context):
        return None
    began, ended = words.within("length-start", context.line(first), place[first] - _BY, place[first]), words.within("length-end", context.line(last), place[last] - _BY, place[last])
    if not ended and words.within("length-start", context.line(last), place[last] - _BY, place[last]):
        return None  # "they set out on 7 March and were there after five days": it is the length of what begins there
    if days_off(q, whens[first], whens[last]) <= _DAYS or len(days) > 2 and not began:
        return None
    slip = slip_in_time(q, whens[first], whens[last]) > NONE
    return (first, last) if slip or began and ended and likely_apart(q, whens[first], whens[last]) else None


def _follow(days: list[int], context: Context) -> bool:
    """Whether the days stand in their order, and are of one calendar: all with their year or none, or the first alone."""
    whens = [context.quantity(i).when for i in days]
    open_ = [when.year is None or when.anchored for when in whens]
    if any(open_) and not all(open_) and (open_[0] or not all(open_[1:])):
        return False
    return all(_later(a, b, any(open_)) for a, b in zip(whens, whens[1:]))


def _later(a: When, b: When, open_: bool) -> bool:
    return ((a.month, a.day) if open_ else (a.year, a.month, a.day)) < ((b.month, b.day) if open_ else (b.year, b.month, b.day))


def _between(first: int, last: int, line: Line, context: Context, words: Near) -> bool:
    """True of "From 3 May to 9 June": what was done in such a period may have lasted as it liked."""
    home, at = context.line(first), context.lines.position_of[first]
    return home is context.line(last) and home is not line and words.within("days-from", home, at - 2, at)


def _rivals(index: int, days: list[int], context: Context) -> bool:
    """Whether another length of days stands between the first day and this one."""
    others = [i for i in range(min(days), max(*days, index) + 1) if i != index and context.quantity(i).kind == "duration" and context.quantity(i).unit in IN_YEARS]
    return any(not _of_another_time(context.line(i), context) for i in others)


def _of_another_time(line: Line, context: Context) -> bool:
    """True of a sentence that names a mere year: "in the 1998 race one gave up after 9 days"."""
    return any(context.quantity(i).kind == "year" for i in line.figures)
