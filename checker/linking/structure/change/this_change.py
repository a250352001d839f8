"""A change that "this" says of the value in front, where its own sentence names what it is measured from.

    The yard spent 640 crowns on rope. This was a decrease of 5% in current prices from 674 crowns in the year of the flood
    Of the pens, 31 per cent stood empty. That is an increase of four percentage points on the 27 per cent of last spring

The sentence opens with "this", its verb and the change, and holds one other value of its sort, an old one by its words. The
sentence in front holds one value of that sort: no other can be meant. Where two amounts lie the wrong way round or far apart, or
other figures stand beside them, a slip of the hand has to explain it: "38 beds were lost. This was a fall of 5% from 760".
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.change.event import BASES, Reader, claim_of, reader_of
from checker.linking.structure.change.fitting import fits_but_for_a_slip
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.points_tied import plain
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_OPENING = 5  # symbols in which "this was an" leads to the change
_NEAR, _OFF = 3, 20  # times apart: what is further may be what was put in, "another 52 were built", and what is not of one thing
_LOOSE = 2  # the tier from which on a tie proves nothing
_KINDS = ("number", "count", "currency", "physical", "percent")


def this_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    reader, words, found = reader_of(context), near(context), []
    settled = {i for f in frames if f.family == "change" and (f.pinned and f.tier < _LOOSE or f.blocked) for part in ("change", "delta") for i in f.claims.get(part, ())}
    for line in told_lines(context):
        if line.number == 0 or not words.pattern("this-change").match(line.symbols):
            continue
        head = next((h for h in heads_of(line, reader, words) if h.start <= _OPENING), None)
        if head is None or head.index in settled or not head.noun or not head.sign or head.unreal or head.will:
            continue
        base = _base(head, reader, words)
        new = _new(head, base, reader, words) if base is not None else None
        if new is not None:
            found.append(_frame(head, new, base.index, context))
    return found


def _base(head: Head, reader: Reader, words: Near) -> Item | None:
    """The only value of the sentence besides the change, behind "from", "compared with"."""
    line, context = head.line, reader.context
    levels = [i for i in reader.row(line.number) if i.kind == "level" and i.index >= 0 and i.index != head.index and not i.apposed]
    if len(levels) != 1 or levels[0].at < head.end or levels[0].word not in BASES or words.has("this-change-veto", line):
        return None
    way, kind = context.quantity(head.index).kind, reader.quantity(levels[0]).kind
    if way == "points" and kind != "percent" or way == "percent" == kind or way not in ("percent", "points") and levels[0].word != "from":
        return None  # "This was an increase of 200, compared with 150 the year before"
    return levels[0] if _is_value(levels[0].index, context) else None


def _new(head: Head, base: Item, reader: Reader, words: Near) -> int | None:
    """The only value of that sort in the sentence in front."""
    context = reader.context
    front = context.lines.lines[head.line.number - 1]
    if front.block != head.line.block or front.crowded or words.has("this-change-veto", front):
        return None
    p = reader.quantity(base)
    same = [i for i in front.figures if (q := context.quantity(i)).kind == p.kind and q.unit == p.unit or {q.kind, p.kind} <= {"number", "count"}]
    if len(same) != 1 or not _is_value(same[0], context):
        return None
    low, high = sorted((context.quantity(same[0]).value, p.value))
    alone = not any(context.quantity(i).kind in _KINDS for i in front.figures if i != same[0])
    moved = p.kind == "percent" or (context.quantity(same[0]).value > p.value) == (head.sign > 0) and high <= _NEAR * low
    return same[0] if high <= _OFF * low and (alone and moved or fits_but_for_a_slip(p, context.quantity(same[0]), context.quantity(head.index), head.sign)) else None


def _is_value(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _KINDS and q.change is None and plain(index, context)


def _frame(head: Head, new: int, base: int, context: Context) -> Frame:
    q = context.quantity(head.index)
    part = "change" if q.kind == "points" else claim_of(q)
    claims = {"new": (new,), "base": (base,), part: (head.index,)}
    return Frame("change", (q.start, q.end), claims, {}, head.sign, frozenset(claims), 1, None, (), "roles")
