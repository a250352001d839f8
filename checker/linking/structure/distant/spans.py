"""How long something lasted, told sentences or paragraphs apart from the date on which it began and that on which it ended.

    The mill fell silent in May 2016 ... [two paragraphs] ... When the wheel turns again, in August 2022, it will have stood still for six years
    She has been in charge since June 2009. Her farewell, in July 2020, ends eleven years at the helm
    The bill was tabled on 3 March ... passed on 14 June 2021 ... The house had needed 103 days

Words at the length say what sort of time it is, and words of the same sort stand at one date as its beginning and at one as its end; the
end may also be the only date of the sentence of the length. Else words must say that it is all of the time. Plans, parts and the times of others prove nothing.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.distant.sheet import Sheet, sheet_of
from checker.linking.structure.near import Near
from checker.linking.structure.time.calendar import is_point, owned
from checker.linking.structure.time.date_slips import IN_YEARS, apart, likely_apart, tells_years
from checker.model import Frame, When

_SORTS = ("closed", "office", "work", "held")
_STATE, _DOUBT = 9, 4  # symbols around a length: of what it is a time; that it is not all
_CLAUSE = 16  # symbols around a date in which its verb stands
_NAMED = 5  # symbols from a length to the end of what it is a time of: "of building"
_MANY = 6  # dates of a text, among which a beginning and an end stand out
_FAR = 4  # times as long, or as short, as what lies between: then another time is meant


def distant_spans(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration) of lengths that no other structure gave their dates."""
    sheet = sheet_of(context)
    if not sheet.short:
        return []
    points = [i for line in sheet.lines for i in line.figures if _is_date(i, context)]
    if not 1 < len(points) <= _MANY:
        return []
    known = {f.claims["duration"][0] for f in frames if f.family in ("period", "span") and "duration" in f.claims and f.pinned}
    lengths = [(i, line) for line in sheet.lines for i in line.figures if i not in known and _is_length(i, line, context, sheet.words)]
    found = []
    for index, line in lengths:
        pair = _pair(index, line, points, sheet)
        if pair is not None:
            found.append(sheet.frame("period", {"start": pair[:1], "end": pair[1:], "duration": (index,)}, index))
    return found


def _is_date(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return is_point(q) or q.kind == "date" and q.when is not None and bool(q.when.day and q.when.month)


def _is_length(index: int, line: Line, context: Context, words: Near) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.kind != "duration" or not q.value or q.value <= 1 or q.unit not in IN_YEARS or q.approx or q.sense == "bound" or owned(index, context):
        return False
    if words.within("far-span-other", line, at - _STATE, at):
        return False
    return not any(words.within(name, line, at - _DOUBT, at + _DOUBT) for name in ("far-span-not", "told-unreal"))


def _pair(index: int, line: Line, points: list[int], sheet: Sheet) -> tuple[int, int] | None:
    """The date at which a time of this sort began and the one at which it ended, where only one of each is told."""
    context, q, place = sheet.context, sheet.context.quantity(index), sheet.context.lines.position_of[index]
    if any(apart(q, context.quantity(a).when, context.quantity(b).when) for a in points for b in points if a != b):
        return None  # it is the time between two others
    for sort in _SORTS:
        if not sheet.words.within(f"far-span-{sort}-state", line, place - _STATE, place + _STATE):
            continue
        start, end = _ends(sort, line, points, sheet)
        if start is not None and end is not None and _fits(index, start, end, context) and _whole(sort, place, line, (start, end), sheet):
            return start, end
    return None


def _ends(sort: str, line: Line, points: list[int], sheet: Sheet) -> tuple[int | None, int | None]:
    """The beginning and the end: by their words, the end as the only date of the sentence of the length, or as one of two dates."""
    here = [i for i in points if sheet.context.line(i) is line]
    starts = [i for i in points if _by(f"far-span-{sort}-start", i, points, sheet)]
    starts = [i for i in starts if i not in here] or starts  # where the sentence of the length tells one of the two, it is the end
    ends = [i for i in points if i not in starts[:1] and _by(f"far-span-{sort}-end", i, points, sheet)]
    ends = here if len(here) == 1 and here[0] not in starts else ends
    if len(points) == 2 and len(starts) + len(ends) == 1:
        starts, ends = starts or [i for i in points if i not in ends], ends or [i for i in points if i not in starts]
    return (starts[0], ends[0]) if len(starts) == len(ends) == 1 else (None, None)


def _whole(sort: str, place: int, line: Line, dates: tuple[int, int], sheet: Sheet) -> bool:
    """Whether a length is all of the time between: as words say, or as it names what the dates tell of."""
    words = sheet.words
    if words.within("far-span-whole", line, place - _STATE, place + _STATE):
        return True
    if words.ends("far-span-the", line, place, 1) and words.pattern("far-span-of").match(line.symbols, place + 1) and words.within(f"far-span-{sort}-state", line, place + 2, place + _NAMED):
        return True  # "the 14 months of building"
    named = [m.group() for m in words.matches(f"far-span-{sort}-state", line, max(0, place - _STATE), place + _STATE) if words.ends("far-span-the", line, m.start(), 1)]
    return any(name in told.symbols for name in named for i in dates if (told := sheet.context.line(i)) is not line)


def _fits(index: int, start: int, end: int, context: Context) -> bool:
    """Whether two dates are in their order, and about so far apart as a length says."""
    q, a, b = context.quantity(index), context.quantity(start).when, context.quantity(end).when
    if start == end or not tells_years(q.unit, a, b) or not likely_apart(q, a, b, _FAR):
        return False
    if _open(a) or _open(b):
        return bool(a.day and b.day) and _open(a) != _open(b) or _open(a) and _open(b)
    return (a.year, a.month or 0, a.day or 0) < (b.year, b.month or 13, b.day or 32)


def _open(when: When) -> bool:
    return when.year is None or when.anchored


def _by(name: str, index: int, points: list[int], sheet: Sheet) -> bool:
    """Whether a word of the class stands in the clause of a date: no other date between them."""
    context, words = sheet.context, sheet.words
    line, at = context.line(index), context.lines.position_of[index]
    others = [context.lines.position_of[i] for i in points if i != index and context.line(i) is line]
    start = max([0, at - _CLAUSE, *(p + 1 for p in others if p < at)])
    end = min([len(line.symbols), at + _CLAUSE, *(p for p in others if p > at)])
    return words.within(name, line, start, end) and not words.within("far-span-not-dated", line, start, end)
