"""What a new value, told right beside its change, was before: the only other value of its sort near by.

    he bought it with 40 trees and a donkey ... There are now six times as many, 240
    It could print 450 sheets an hour. Since the spring it has printed 1,800, and this fourfold gain cost next to nothing
    The toll is to be trebled, to 12 groats; carters have been paying four since the bridge was mended

The new value stands right behind the change, or in front of "this fourfold gain". The old one stands in front, or behind
where words put it in the past; no third value of that sort may stand between the two, or anywhere near.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.alone import words_of_table
from checker.linking.structure.change.event import BASES, Reader, claim_of, reader_of
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.moments import THEN, moment_of
from checker.linking.structure.change.sole_changes import elsewhere
from checker.linking.structure.change.sole_pairs import alike, values_of
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_BESIDE = 3  # symbols between a change and its new value
_BACK, _AHEAD = 4, 1  # sentences around that may hold the old one
_FORMERLY = 7  # symbols of "of what they had been"
_PLANNED = 6  # symbols in front of a value
_GAIN = 12  # symbols between a new value and "this gain"


def sole_bases(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, multiple or change)."""
    reader, words, found = reader_of(context), near(context), []
    settled = {i for f in frames if f.family == "change" and (f.pinned or f.blocked) for part in ("change", "delta", "multiple") for i in f.claims.get(part, ())}
    for line in told_lines(context):
        if KIND_SYMBOLS["multiple"] not in line.symbols and KIND_SYMBOLS["ratio"] not in line.symbols:
            continue
        for head in heads_of(line, reader, words):
            q = context.quantity(head.index)
            if head.index in settled or head.loose or not (q.kind == "multiple" or head.way == "multiple" or q.kind == "ratio" and head.sign):
                continue
            new = _new(head, reader, words)
            base = _base(new, head, reader, words) if new is not None else None
            if base is not None and _goes(head, base, new.index, reader) and not elsewhere(head, base, new.index, reader):
                claims = {"new": (new.index,), "base": (base,), claim_of(q) if not head.way else "multiple": (head.index,)}
                found.append(Frame("change", (q.start, q.end), claims, {}, head.sign, frozenset(claims), 1, None, (), "alone"))
    return found


def _new(head: Head, reader: Reader, words: Near) -> Item | None:
    """The value right behind a change, or in front of one that takes it up."""
    line, row, end = head.line, reader.row(head.line.number), _end(head, reader, words)
    levels = [i for i in row if i.kind == "level" and i.index >= 0 and i.index != head.index and reader.quantity(i).kind in ("count", "number", "currency", "physical")]
    behind = next((i for i in levels if i.at >= end), None)
    if behind is not None and behind.at - end <= _BESIDE and (behind.word in ("to", "at") or _put_in(behind, end, line, reader)) and not behind.then:
        return behind
    if head.noun and not reader.words.demonstrative.isdisjoint(line.symbols[max(0, head.start - 2) : head.start]):
        front = [i for i in levels if i.at < head.start and head.start - i.at <= _GAIN]
        return front[-1] if front and front[-1].word not in BASES else None
    return None


def _end(head: Head, reader: Reader, words: Near) -> int:
    """Where a change ends: behind "as many", "of what they had been"."""
    line = head.line
    much = words.pattern("pair-much").match(line.symbols, head.end) or words.pattern("told-of-it").match(line.symbols, head.end)
    end = much.end() if much else head.end
    formerly = next((p for p in range(end, min(end + _FORMERLY, len(line.symbols))) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), -1)
    return formerly if formerly >= 0 and line.quantity[formerly] < 0 and words.within("told-before", line, end, formerly) else end


def _put_in(item: Item, end: int, line: Line, reader: Reader) -> bool:
    """True of "six times as many, 240,": marks and small words lie between, and a mark or nothing follows."""
    between = line.symbols[end : item.at]
    place = max(item.end, item.at + 1)
    closed = place >= len(line.symbols) or line.symbols[place] in reader.words.separators
    return bool(between) and between[0] in reader.words.separators and reader.words.conjunction.isdisjoint(between) and (closed or len(between) > 1)


def _base(new: Item, head: Head, reader: Reader, words: Near) -> int | None:
    """The only other value of the sort of the new one, in front of it or told as old."""
    context, here = reader.context, head.line.number
    found = []
    for number in range(max(0, here - _BACK), min(len(context.lines.lines), here + _AHEAD + 1)):
        line = context.lines.lines[number]
        if line.crowded or abs(line.block - head.line.block) > 1 or words_of_table(number, reader):
            continue
        for i in values_of(line, reader):
            if i not in (new.index, head.index) and _akin(i, new.index, context) and not _aside(i, line, context) and not _planned(i, line, words, context):
                item = next((x for x in reader.row(number) if x.index == i), None)
                then = moment_of(item, i, reader, words).side == THEN or number == here and _so_far(i, line, reader, words)
                if i < head.index or then:
                    found.append((i, number, then))
                elif number == here:
                    continue  # "four equal batches of 9,000"
    values = {context.quantity(i).value for i, _, _ in found}
    if len(values) != 1 or context.quantity(new.index).value in values:
        return None
    base, number, _ = found[0]
    others = [i for i in reader.row(number) if i.kind == "change" and i.index not in (head.index, base, new.index) and reader.quantity(i).kind in ("percent", "ratio", "multiple")]
    return None if others else base


def _akin(a: int, b: int, context: Context) -> bool:
    """True of two values of one sort, of which one may be told by the day."""
    p, q = context.quantity(a), context.quantity(b)
    return alike(a, b, context) or p.kind == q.kind == "physical" and p.scale == q.scale and (p.unit or "").partition("/")[0] == (q.unit or "").partition("/")[0]


def _so_far(index: int, line: Line, reader: Reader, words: Near) -> bool:
    """True of "carters have been paying four"."""
    at = reader.context.lines.position_of[index]
    start = max((p for p in range(at) if line.symbols[p] in reader.words.separators), default=0)
    return words.within("base-so-far", line, start, at)


def _planned(index: int, line: Line, words: Near, context: Context) -> bool:
    """True of what was no more than meant: "from a planned 57.5 billion"; not of what a thing could do."""
    at = context.lines.position_of[index]
    return words.within("base-planned", line, at - _PLANNED, at)


def _aside(index: int, line: Line, context: Context) -> bool:
    """True of "carrots (22 kilos)": a part of what was told."""
    at = context.lines.position_of[index]
    return line.symbols[max(0, at - 1) : at] == context.lexicon.symbols.chars["("]


def _goes(head: Head, base: int, new: int, reader: Reader) -> bool:
    """True where the two go the way that the change says."""
    q, up = reader.context.quantity(head.index), reader.context.quantity(new).value > reader.context.quantity(base).value
    if q.kind == "multiple" or head.way == "multiple":
        return up == (q.value > 1)
    return up == (head.sign > 0)
