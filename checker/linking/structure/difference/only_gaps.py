"""Gaps between the only two figures of their sort in a short text, wherever the three stand: no slip needs to explain a miss.

    Her lead over her rival was put at 1,480 votes ... [paragraphs] ... She got 21,960 votes ... Moran finished with 20,480
    7,310 births ... [paragraphs] ... counted 8,250 deaths ... deaths had exceeded births by 940
    The Owls have 61 points ... The Rooks have 54 ... lead the table by seven points
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.difference.cues import CUES, LIKELY, SURE, announced, compared
from checker.linking.structure.difference.differences import told_elsewhere
from checker.linking.structure.difference.doubts import outside, part_itself, told_already
from checker.linking.structure.difference.sides import set_apart
from checker.linking.structure.distant.levels import told_ago
from checker.linking.structure.distant.only import only_like
from checker.linking.structure.distant.sheet import Sheet, Told, of_a_study, sheet_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, in_row, is_subset, overlaps, pinned_by, slashed
from checker.linking.structure.passages import opens_elsewhere
from checker.linking.structure.total.sole_ways import COUNTS
from checker.model import Frame, Quantity

_KINDS = frozenset([*COUNTS, "currency", "physical", "points"])
_OTHER_TIMES = ("year", "period", "ordinal", "date")
_OFF = 5  # times as much, or as little: rather something else
_SIDES = 8  # times the other side
_SMALL = 10
_BEFORE, _BESIDE, _BY = 12, 4, 5  # symbols around a gap
_TAKEN = ("balance", "sum", "remainder", "stock", "stock-out", "difference", "part", "groups")


def only_gaps(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "balance" (first, second, difference)."""
    words = near(context)
    cued = words.standing(*CUES, "onlygap-lead")
    if not cued or not (sheet := sheet_of(context)).short or of_a_study(context):
        return []
    taken, found = pinned_by(frames, *_TAKEN), []
    for told in sheet.all:
        if told.line.number not in cued or told.index in taken or not _is_gap(told, sheet, words):
            continue
        sides = _sides(told, sheet, words)
        if sides and taken.isdisjoint(sides):
            claims = {"first": sides[:1], "second": sides[1:], "difference": (told.index,)}
            found.append(Frame("balance", (told.q.start, told.q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles"))
    return found


def _amount(q: Quantity, context: Context) -> bool:
    return q.kind in _KINDS and q.positive and not q.approx and q.sense not in ("range", "bound") and q.style not in ("fraction", "multiple", "vague") and q.components == 1 and q.clock is None and q.lap is None and not slashed(q, context)


def _is_gap(told: Told, sheet: Sheet, words: Near) -> bool:
    """Whether words call a figure what lies between two others, and nothing says that those are not told here."""
    context, line, at = sheet.context, told.line, told.at
    if not _amount(told.q, context) or not (announced(told.index, line, context, words) == SURE or _leads(at, line, words)):
        return False
    if told_elsewhere(told.index, SURE, line, context, words) or part_itself(told.index, line, context, words) or words.within("onlygap-not", line, 0, sheet.stop(told)):
        return False
    if words.within("onlygap-narrowed", line, max(0, at - _BEFORE), at) or words.pattern("onlygap-behind").match(line.symbols, after_noun(told.index, line, context)):
        return False
    front = line.quantities(0, sheet.stop(told))
    timed = any(context.quantity(i).kind in _OTHER_TIMES for i in front)
    ago = told_ago(line, 0, len(line.symbols), words, context)
    return not timed and not ago and not opens_elsewhere(line, context) and not overlaps(line, context)


def _leads(at: int, line: Line, words: Near) -> bool:
    """True of "won by 940 votes", "lead the table by seven points", "put her lead at 940 votes"."""
    by = next((m for m in words.matches("apart-by", line, max(0, at - _BY), at) if m.end() == at), None)
    if by is not None:
        return words.within("onlygap-verb", line, max(0, by.start() - _BEFORE), by.start())
    return words.ends("onlygap-lead", line, at, _BESIDE) and words.within("onlygap-noun", line, max(0, at - _BEFORE), at)


def _sides(told: Told, sheet: Sheet, words: Near) -> tuple[int, ...]:
    """The only two figures of the text that it can lie between, the larger first; () where they may not be its sides."""
    context, d = sheet.context, told.q
    row = [t for t in only_like(told, sheet) if t.q.value is None or t.q.value * _SIDES >= d.value]
    row = row if len(row) < 3 else _named(told, row, context)
    if len(row) != 2 or not all(_is_side(t, told, sheet, words) for t in row):
        return ()
    high, low = sorted(row, key=lambda t: -t.q.value)
    made = high.q.value - low.q.value
    small = d.kind in (*COUNTS, "points") and low.q.value < _SMALL
    if not made or made * _OFF < d.value or d.value * _OFF < made or d.value >= high.q.value or low.q.value * _SIDES < high.q.value or small or high.q.value + low.q.value == d.value:
        return ()
    if {high.q.noun[-1:], low.q.noun[-1:], d.noun[-1:]} - {()} and not _one_noun(told, high, low) or told_already(high.index, low.index, told.index, context):
        return ()
    if d.kind not in COUNTS and all(t.q.kind in COUNTS and t.q.kind != d.kind for t in row) and d.kind != "points":
        return ()  # two bare numbers and a sum of money
    sides = (high.index, low.index)
    rows = all(in_row(told.index, i, context) for i in sides)
    return () if rows or set_apart(told.index, sides, context, words) or any(t.q.place is not None and t.q.place < 1 for t in (high, low)) and d.kind in COUNTS else sides


def _named(told: Told, row: list[Told], context: Context) -> list[Told]:
    """Those whose things the sentence of the gap names: "deaths had exceeded births by 940"."""
    said = content(told.line.firsts[0], told.line.firsts[told.at], context)
    named = [t for t in row if t.q.noun and stem(t.q.noun[-1], context) in said]
    return named if len({t.q.noun[-1] for t in named}) == len(named) == 2 else row


def _one_noun(told: Told, high: Told, low: Told) -> bool:
    """Whether two of the three at least count the same, or what is not said, or the gap counts nothing by name: "by 940"."""
    named = [t.q.noun[-1] for t in (told, high, low) if t.q.noun]
    return not told.q.noun or len(set(named)) < len(named) or len(named) == 1


def _is_side(side: Told, told: Told, sheet: Sheet, words: Near) -> bool:
    context, line, at, q = sheet.context, side.line, side.at, side.q
    if not _amount(q, context) or q.change or announced(side.index, line, context, words) >= LIKELY or outside(side.index, told.index, context, words):
        return False
    if is_subset(at, line, context) or overlaps(line, context) or words.within("onlygap-not", line, sheet.clause(side), after_noun(side.index, line, context) + 2):
        return False
    return sheet.is_plain(side) and not compared(at, line, context, words) and (q.kind not in COUNTS or q.scale == told.q.scale or q.scale == 1)
