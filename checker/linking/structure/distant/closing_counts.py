"""How many the others are, behind the only part of a whole that the text has told.

    examined the files of 350 cases ... In 217 of these ... [a paragraph] ... In all the other cases, 133 of them, the limit was missed

The part is tied to its whole by its words, and no other part of it is told. A slip of the hand has to explain a miss.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.linking.structure.near import near
from checker.linking.structure.parts import is_compared, overlaps, plain_count, slipped, sum_frame
from checker.model import Frame

_LEAST = 10
_BEHIND = 4  # symbols behind a count in which something says that it is another
_OPENING, _LEAD = 3, 6  # symbols of a clause, and of the words that lead to it


def closing_counts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    cued = near(context).standing("closingcount-other")
    if not cued:
        return []
    sheet = sheet_of(context)
    parts: dict[int, set[int]] = defaultdict(set)
    for f in frames:
        if f.family == "part" and f.pinned and f.claims.keys() >= {"part", "whole"}:
            parts[f.claims["whole"][0]].add(f.claims["part"][0])
    tied = {i for f in frames if f.family in ("sum", "remainder", "share", "difference", "change") and f.pinned for members in f.claims.values() for i in members}
    only = [(whole, next(iter(own))) for whole, own in parts.items() if len(own) == 1 and plain_count(whole, context) and context.quantity(whole).value >= _LEAST]
    rests = [t for t in sheet.all if t.line.number in cued and t.index not in tied and _is_rest(t, sheet)] if only else []
    found = []
    for rest in rests:
        fits = [(w, p) for w, p in only if _fits(w, p, rest, context) and not _another(w, p, rest, sheet)]
        if len(fits) == 1 and len(rests) == 1:
            whole, part = fits[0]
            found.append(replace(sum_frame(whole, (part, rest.index), True, 2, rest.line, context, whole=True), source="roles"))
    return found


def _is_rest(told: Told, sheet: Sheet) -> bool:
    """True of "the remaining 133", "the others, 133 in all": the only count of its clause."""
    words, line, context = sheet.words, told.line, sheet.context
    if not plain_count(told.index, context) or is_compared(told.index, context) or words.within("closingcount-not", line, told.at - _BEHIND, told.at + _BEHIND):
        return False
    if words.ends("closingcount-other", line, told.at, _OPENING):
        return True
    behind = words.pattern("closingcount-of-them").match(line.symbols, told.at + 1)
    start = max(told.left, sheet.clause(told) - 1)
    lead = words.within("closingcount-other", line, max(0, start - _LEAD), told.at)
    return bool(behind) and lead and not told.q.noun


def _another(whole: int, part: int, rest: Told, sheet: Sheet) -> bool:
    """True where a third of their sort stands between: "a further 12 gave a pig"."""
    noun = sheet.context.quantity(whole).noun[-1:]
    return any(whole < t.index < rest.index and t.index != part and t.q.kind in ("count", "number") and t.q.unit in (None, *t.q.noun) and t.q.noun[-1:] in ((), noun) for t in sheet.all)


def _fits(whole: int, part: int, rest: Told, context: Context) -> bool:
    w, p = context.quantity(whole), context.quantity(part)
    if not whole < rest.index > part or not plain_count(part, context) or p.value >= w.value or rest.q.value >= w.value:
        return False
    if rest.q.noun and w.noun and rest.q.noun[-1] != w.noun[-1] or context.line(part) is rest.line or overlaps(context.line(part), context):
        return False
    return slipped(whole, (part, rest.index), context)
