"""How long something took, told beside two times of day.

    leaves at 7.40 and gets in at 9.10, so the climb takes ninety minutes
    Leave Sel at 14:20 and you step ashore at 16:05, after a crossing of an hour and three quarters
    went off at 18:52 on Sunday and was restored at 21:22. The two-and-a-half-hour blackout

Times that are so far apart belong to the length, whatever the wording. Where none are, the only two times that it can mean
contradict it where words say that it sums them up, or where one slip explains it.
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, digits_slip, near
from checker.linking.structure.slips import PLAIN, slip_between
from checker.linking.structure.time.calendar import frame
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.rounding import reading

_MINUTES = {"second": Fraction(1, 60), "minute": Fraction(1), "hour": Fraction(60)}
_DAY = 24 * 60
_OFF = 3  # times as long as what lies between the times, or as short: hardly meant to be it
_BACK = 2  # sentences before a length in which times are looked for
_NEAR, _START = 6, 5  # symbols around a length for its words; from the start of a sentence to a length that takes up the one before


def clock_lengths(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "hours" (start, end, duration)."""
    words, found = near(context), []
    for line in context.lines.figured:
        for index in line.figures:
            q = context.quantity(index)
            if q.kind == "duration" and q.unit in _MINUTES and q.value and q.sense != "bound" and q.value * _MINUTES[q.unit] < _DAY:
                made = _frame(index, line, context, words)
                found.extend([made] if made else [])
    return found


def _frame(index: int, line: Line, context: Context, words: Near) -> Frame | None:
    at = context.lines.position_of[index]
    late = words.within("clock-late", line, at + 1, at + 5)
    if words.within("elapsed-other", line, at - 2, at) or not late and words.within("elapsed-other-after", line, at + 1, at + 3):
        return None
    lines = [n for n in range(line.number, max(-1, line.number - 1 - _BACK), -1) if context.lines.lines[n].block == line.block]
    reach = [_times(context.lines.lines[n], context) for n in lines]
    for pair in combinations([i for found in reach for i in found][:_NEAR], 2):
        start, end = sorted(pair)
        if _apart(context.quantity(index), context.quantity(start), context.quantity(end)):
            return frame("hours", {"start": start, "end": end, "duration": index}, True, context)
    here, before = reach[0], reach[1] if len(reach) > 1 else []
    told = _told_firmly(index, line, [*before, *here], context, words)
    if told or late:
        return told
    pair = here if len(here) == 2 else before if len(before) == 2 and not here else [*before, *here] if len(before) == len(here) == 1 else []
    in_turn = not here and [len(found) for found in reach[1:]] == [1, 1] and context.lines.lines[lines[1]].number == line.number - 1
    pair = [*before, *reach[2]] if in_turn else pair
    if len(pair) != 2 or any(context.quantity(i).unit in _MINUTES for i in line.quantities(0, at)):
        return None  # the first length behind the times is theirs
    start, end = sorted(pair)
    doubtful = _halved(start, end, index, context) or _interrupted(line, at, context, words)
    opened = at <= 1 and len(before) == 2 and lines[1:2] == [line.number - 1] and not words.has("length-ahead", line) and _bounded(start, end, context, words)  # "Three hours of Schiller", behind the two times
    if in_turn:
        sure = _bounded(start, end, context, words) and _summed(index, line, start, end, context, words)
    else:
        sure = _tied(index, line, start, end, context, words) or (len(here) == 2 or opened) and _slip(context.quantity(index), context.quantity(start), context.quantity(end))
    return frame("hours", {"start": start, "end": end, "duration": index}, True, context) if sure and not doubtful else None


def _bounded(start: int, end: int, context: Context, words: Near) -> bool:
    """Whether something begins at the first time and ends at the other."""
    at = context.lines.position_of
    return words.within("length-start", context.line(start), at[start] - 8, at[start]) and words.within("length-end", context.line(end), at[end] - 8, at[end])


def _interrupted(line: Line, at: int, context: Context, words: Near) -> bool:
    """Whether the text says that not all the time between counts, or that clocks do not agree; not where it says that there was no break."""
    paragraph = [o for o in context.lines.lines if o.block == line.block]
    doubts = words.within("elapsed-doubt", line, at - 2 * _NEAR, at + 2 * _NEAR) or any(words.has("time-away", o) for o in paragraph)
    if not doubts or not words.has("time-unbroken", line):
        return doubts
    count = sum(1 for o in paragraph for name in ("time-away",) for _ in words.matches(name, o))
    return count > 1 or any(words.has("time-away", o) for o in paragraph if o is not line)


def _times(line: Line, context: Context) -> list[int]:
    return [i for i in line.figures if context.quantity(i).kind == "time" and context.quantity(i).clock is not None]


def _apart(length: Quantity, start: Quantity, end: Quantity) -> bool:
    minutes = Fraction((end.clock - start.clock) % _DAY)
    return minutes in reading(length).interval * _MINUTES[length.unit]


def _halved(start: int, end: int, length: int, context: Context) -> bool:
    """Whether it all agrees if one of the times is of the other half of the day, which neither tells, or the later one is told
    first: "ended at 1.20, having begun at 6.20"."""
    minutes = Fraction((context.quantity(end).clock - context.quantity(start).clock) % _DAY)
    stated = reading(context.quantity(length)).interval * _MINUTES[context.quantity(length).unit]
    return any(m % _DAY in stated for m in (minutes + _DAY // 2, -minutes, _DAY // 2 - minutes))


def _summed(index: int, line: Line, start: int, end: int, context: Context, words: Near) -> bool:
    """Whether a length names what lasted, or says that it did: of what began in one sentence and ended in the next."""
    at = context.lines.position_of[index]
    event = words.within("length-event", line, 0, at) or words.within("length-event", line, at + 1, at + 4)
    return event and words.within("clock-lead", line, at - _NEAR, at) and not words.within("clock-other-event", line, 0, at) and _likely(index, start, end, context)


def _likely(index: int, start: int, end: int, context: Context) -> bool:
    """Whether a length is not of quite another size than what lies between two times."""
    minutes = Fraction((context.quantity(end).clock - context.quantity(start).clock) % _DAY)
    stated = context.quantity(index).value * _MINUTES[context.quantity(index).unit]
    return bool(minutes) and stated <= _OFF * minutes <= _OFF * _OFF * stated


def _tied(index: int, line: Line, start: int, end: int, context: Context, words: Near) -> bool:
    """Whether words at a length say that it sums up what lies between two times."""
    at = context.lines.position_of[index]
    event = words.within("length-event", line, at - 4, at) or words.within("length-event", line, at + 1, at + 4)
    said = context.line(end) is line and words.within("sole-result", line, context.lines.position_of[end], at)
    said = said or words.within("length-sum", line, at - _NEAR, at) or words.within("length-sum-after", line, at + 1, at + 4) or words.within("clock-lead", line, at - _NEAR, at)
    began = words.within("length-start", context.line(start), context.lines.position_of[start] - 8, context.lines.position_of[start])
    other = context.line(end) is not line and at > _START
    if not _likely(index, start, end, context):
        return False
    return (event or said or words.within("elapsed-later", line, at + 1, at + 3)) and (began or event or context.line(start) is line) and not other


def _told_firmly(index: int, line: Line, times: list[int], context: Context, words: Near) -> Frame | None:
    """Of the only two times, of "due to begin at 7pm, began at 8.30pm, half an hour late" and of "left at 6.40 a.m. Eleven hours later,
    at 5.40 p.m.", where the length opens its sentence and the second time stands right behind it."""
    if len(times) != 2 or _interrupted(line, context.lines.position_of[index], context, words):
        return None
    (start, end), place, at = sorted(times), context.lines.position_of, context.lines.position_of[index]
    overdue = context.line(start) is line and place[end] < at <= place[end] + _START - 1 and words.within("clock-late", line, at + 1, at + 5) and words.within("clock-due", line, place[start] - _NEAR, place[start])
    opened = at <= 2 and context.line(start).number == line.number - 1 or context.line(start) is line and 0 < at - place[start] <= 2
    at_last = opened and context.line(end) is line and at < place[end] <= at + 2 * _NEAR and words.within("clock-later", line, at + 1, place[end])
    return frame("hours", {"start": start, "end": end, "duration": index}, True, context) if (overdue or at_last) and _likely(index, start, end, context) else None


def _slip(length: Quantity, start: Quantity, end: Quantity) -> bool:
    """Whether one slip of the hand explains the miss: in the length, or in one of the times."""
    minutes = Fraction((end.clock - start.clock) % _DAY)
    if length.value.denominator == 1 and slip_between(length, minutes / _MINUTES[length.unit]) == PLAIN:
        return True
    if length.components > 1 and minutes % 60 and minutes != length.value * _MINUTES[length.unit] and (minutes - length.value * _MINUTES[length.unit]) % 60 == 0:
        return True  # the minutes agree, and only the hours do not
    stated = reading(length).interval * _MINUTES[length.unit]
    for told, other, sign in ((start.clock, end.clock, -1), (end.clock, start.clock, 1)):
        for minute in stated.lo, stated.hi:
            meant = int(other + sign * minute) % _DAY if minute is not None else told
            if meant != told and sorted(_digits(meant)) == sorted(_digits(told)) and digits_slip(_digits(meant), _digits(told)):
                return True
    return False


def _digits(clock: int) -> str:
    return f"{clock // 60:02}{clock % 60:02}"
