"""How long something was, in a brief text that tells the date of its beginning and that of its end.

    The kiln was lit in 1934 ... [a paragraph] ... It was put out in 1971, after 37 years
    Moss became a warden in 1990. He retired in 2016. He had been one for 26 years
    The siege began in 1571 ... The year of its end was 1574. The three years it took cost the town its harbour

Words of one sort stand at both dates, those of a beginning at the first and of an end at the second, and the length is told as all of
it: right behind what a state lasts, counted from the one date at the other, or taken up again with what it was.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.distant.brief import brief, elsewhere, strange
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.linking.structure.distant.spans import fits, is_date, told_by
from checker.linking.structure.time.calendar import owned
from checker.linking.structure.time.date_slips import IN_YEARS
from checker.model import Frame

_LIFE = "brief-life"
_SORTS = (_LIFE, "brief-law", "brief-bond", "far-span-office", "far-span-work", "far-span-held", "far-span-closed")
_LED, _BEHIND, _LABEL = 8, 3, 6  # symbols around a length


def brief_spans(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "period" (start, end, duration)."""
    sheet = brief(context)
    if sheet is None:
        return []
    points = [i for line in sheet.lines for i in line.figures if is_date(i, context)]
    if len(points) != 2:
        return []
    known = {f.claims["duration"][0] for f in frames if f.family in ("period", "span") and "duration" in f.claims and f.pinned}
    found = []
    for told in sheet.all:
        pair = _bounded(points, sheet) if told.index not in known and told.q.kind == "duration" else None
        if pair is not None and _is_whole(told, pair, sheet) and fits(told.index, *pair, context):
            found.append(sheet.frame("period", {"start": pair[:1], "end": pair[1:], "duration": (told.index,)}, told.index))
    return found if len(found) == 1 else []


def _is_whole(told: Told, points: tuple[int, int], sheet: Sheet) -> bool:
    """Whether a length is told as all of the time that something was."""
    q, words, line, at = told.q, sheet.words, told.line, told.at
    if q.kind != "duration" or not q.value or q.value <= 1 or q.unit not in IN_YEARS or q.approx or q.sense == "bound" or owned(told.index, sheet.context):
        return False
    if told.index < points[0] or line.number < sheet.context.line(points[1]).number or elsewhere(told, sheet) and not _later(told, points, sheet):
        return False
    if any(words.within(name, line, max(0, at - _LED), at + _BEHIND + 2) for name in ("brief-span-not", "told-unreal")):
        return False
    dated = tuple(sheet.context.line(i) for i in points)
    if line not in dated and strange(line, at, dated, ("brief-span-light",), sheet):
        return False  # "Digging took three years", "Its bar was closed for two"
    closed = _closed(at + 1, line, sheet) or words.pattern("brief-span-there").match(line.symbols, at + 1) is not None
    if words.ends("brief-span-after", line, at, 2):
        return closed
    if words.ends("brief-span-lead", line, at, _LED) or _later(told, points, sheet):
        return True
    there = words.pattern("brief-span-there").match(line.symbols, at + 1) is not None
    if words.ends("far-span-the", line, at, 2) and (there or words.pattern("brief-span-that").match(line.symbols, at + 1)):
        return True
    return there and words.ends("brief-span-spent", line, at, 3) or words.within("brief-span-label", line, max(0, at - _LABEL), at)


def _later(told: Told, points: tuple[int, int], sheet: Sheet) -> bool:
    """True of "was torn down in 1986, 64 years later" and "64 years later, in 1986": counted from the only other date."""
    context, line, at = sheet.context, told.line, told.at
    if context.line(points[1]) is not line or context.line(points[0]) is line or not sheet.words.pattern("brief-span-later").match(line.symbols, at + 1):
        return False
    return abs(context.lines.position_of[points[1]] - at) <= _LABEL


def _closed(at: int, line: Line, sheet: Sheet) -> bool:
    symbols = sheet.context.lexicon.symbols
    return at >= len(line.symbols) or line.symbols[at] in symbols.marks or line.symbols[at] in symbols.closing


def _bounded(points: list[int], sheet: Sheet) -> tuple[int, int] | None:
    """The two dates, where words of one sort tell of a beginning at the first and of an end at the second."""
    first, second = points
    sorts = [sort for sort in _SORTS if told_by(f"{sort}-start", first, points, sheet)]
    if len(sorts) > 1 and _LIFE in sorts:
        return None  # "Born in 1931, he joined the navy at 19": the date is that of his birth
    return (first, second) if any(told_by(f"{sort}-end", second, points, sheet) for sort in sorts) else None
