"""Totals and parts that are all the figures of their sort in a short text: whatever the miss, nothing else can be meant.

    The stall sold 140 jars on Friday ... [a paragraph] ... 165 more went on Saturday ... The combined number, 305
    Police took 18 pistols in Arn ... in Bels they took 25 ... That makes 43 weapons
    cleared 64 barns ... 31 stables ... In all, 95 buildings

Words say that a figure is made up of others, and the text has no other figure that could be one of them. Some words mean just
what was told ("together", "that makes"), others may mean more ("in all"): then the total may not be far above its parts.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.structure.distant.only import groups_of, like, only_like
from checker.linking.structure.distant.sheet import Sheet, Told, of_a_study, sheet_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, called_total, is_subset, overlaps, pinned_by, sum_frame
from checker.linking.structure.total.reckoned_sums import is_level
from checker.linking.structure.total.sole_ways import COUNTS, can_total
from checker.linking.structure.total.sum_labels import are_labels
from checker.model import Frame
from checker.rational import Fraction

_CUES = ("onlysum-adds", "onlysum-whole", "onlysum-after", "onlysum-the")
_MOST = 4  # parts
_OFF, _ABOVE = Fraction(7, 4), Fraction(4, 3)  # times as much: rather something else; the total of more than was told
_LEAD, _OPENING, _FAR = 3, 4, 12  # symbols in front of a total, of its sentence, and between an opening and it
_SMALL = 50  # times smaller bare figures are of something else
_LEAST = 10  # smaller totals are everywhere
_TAKEN = ("sum", "groups", "difference", "balance", "stock", "stock-out", "remainder", "change", "average", "part", "products", "rate")


def only_sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words = near(context)
    cued = words.standing(*_CUES)
    if not cued or not (sheet := sheet_of(context)).short or of_a_study(context):
        return []
    taken, found = pinned_by(frames, *_TAKEN), []
    for told in sheet.all:
        sure = _says(told, context, words) if told.line.number in cued and told.index not in taken else 0
        parts = _parts(told, sure, sheet, words) if sure else ()
        if parts and taken.isdisjoint(parts) and not are_labels(told.index, parts, context):
            taken |= {told.index, *parts}
            found.append(replace(sum_frame(told.index, parts, True, 2, told.line, context, whole=True), source="roles"))
    return found


def _says(told: Told, context: Context, words: Near) -> int:
    """2 where words say that a figure is made up of what was told, 1 where it may hold more, 0 elsewhere."""
    line, at = told.line, told.at
    if not can_total(told.index, context) or told.q.kind in COUNTS and told.q.value < _LEAST:
        return 0
    first = all(line.quantity[p] < 0 or not context.quantity(line.quantity[p]).is_measure for p in range(at))
    opened = 0 if first and at <= _FAR else -1
    for name, sure in (("onlysum-adds", 2), ("onlysum-whole", 1)):
        if words.within(name, line, max(0, at - _LEAD), at) or opened >= 0 and words.within(name, line, 0, min(at, _OPENING)):
            return sure if sure == 2 or is_level(told.index, context, words) else 0
    if told.q.kind == "count" and opened >= 0 and is_level(told.index, context, words) and words.ends("onlysum-the", line, at, 2):
        return 1
    return 2 if words.pattern("onlysum-after").match(line.symbols, after_noun(told.index, line, context)) else 0


def _parts(told: Told, sure: int, sheet: Sheet, words: Near) -> tuple[int, ...]:
    """The only figures of its sort in the text, all in front of the total; () where they may not be its parts."""
    context, line = sheet.context, told.line
    if words.has("onlysum-veto", line) or words.within("onlysum-with", line, 0, told.at) or words.within("onlysum-near", line, max(0, told.at - _LEAD), after_noun(told.index, line, context) + 2) or overlaps(line, context):
        return ()
    if sure < 2 and words.pattern("onlysum-behind").match(line.symbols, after_noun(told.index, line, context)):
        return ()  # "all 51 vehicles on the list"
    row = [t for t in only_like(told, sheet) if t.q.noun or t.q.value is None or t.q.value * _SMALL >= told.q.value]
    if not 2 <= len(row) <= _MOST or any(t.index > told.index or t.line is line and sure < 2 for t in row) or _parted(row, sheet):
        return ()
    if not all(_is_part(t, told, sheet, words) for t in row) or not _of_one_set(row, told, sure, context):
        return ()
    made, total = sum(t.q.value for t in row), told.q.value
    if max(made, total) > (_OFF if sure == 2 or made > total else _ABOVE) * min(made, total) or any(t.q.value >= total for t in row):
        return ()
    return tuple(t.index for t in row)


def _parted(row: list[Told], sheet: Sheet) -> bool:
    """Whether a figure of another sort stands between two in one sentence, where a part may be told: "4 plates, 3 cups, 6 jugs"."""
    pairs = [(a, b) for a, b in zip(row, row[1:]) if a.line is b.line]
    return any(a.index < t.index < b.index for a, b in pairs for t in sheet.all if t.line is a.line)


def _is_part(part: Told, total: Told, sheet: Sheet, words: Near) -> bool:
    context, line, q = sheet.context, part.line, part.q
    if q.approx or q.change == "down" or not is_level(part.index, context, words) or called_total(part.index, context) or is_subset(part.at, line, context) or overlaps(line, context):
        return False
    if q.kind in COUNTS and (q.value.denominator > 1 or q.scale != total.q.scale or words.ends("onlysum-not-lead", line, part.at, 2) and not words.ends("onlysum-in", line, part.at, 2)):
        return False
    end = after_noun(part.index, line, context)
    start = sheet.clause(part)
    return not words.within("onlysum-part-veto", line, start, part.at) and not words.within("onlysum-part-veto", line, part.at + 1, min(part.right, end + _LEAD)) and not words.pattern("solesum-not-after").match(line.symbols, end)


def _of_one_set(row: list[Told], total: Told, sure: int, context: Context) -> bool:
    """Whether what is counted can be put together: one noun, things of one sort, or any where words add up just these."""
    if total.q.kind not in COUNTS:
        return total.q.kind == "points" or sum(t.q.kind == total.q.kind for t in row) * 2 >= len(row)
    named = [t for t in row if t.q.noun]
    if all(like(t, total, context) for t in named):
        groups = [groups_of(t, context) for t in named]
        return bool(total.q.noun) or not groups or bool(frozenset.intersection(*groups))
    return sure == 2 and bool(total.q.noun) and len({t.q.noun[-1] for t in (*named, total)}) == len(named) + 1
