"""Changes whose old and new value words tell apart, however they are ordered: then they are tied by any wrong figure too.

    At entry the pressure was 148 mm Hg. By the spring it had come down by 11 mm Hg and stood at 137
    Rents ran to 50 shillings in May. An increase of 60 per cent had brought them to 80 by autumn
    The fee shrank by 15% to 3.4 million (4 million in 2023)
    In the week to Sunday the ward took in 112 people. The week before it was 70, so admissions have gone up 60 per cent

The new value is what the change leads to ("to", "and stood at", "so that"), or what is told of today; the old one what words, dates
or a bracket put in the past, or the one value in front that a pronoun goes on with. No third value of their sort may stand near, and
each sentence must go on with what the one in front speaks of.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import offsets
from checker.linking.structure.change.alone import beside_another, flows_in, from_an_event, words_of_table
from checker.linking.structure.change.event import BASES, Reader, claim_of, reader_of
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.moments import NOW, THEN, older
from checker.linking.structure.change.scene import Level, Pair, Scene, akin, scene_of
from checker.linking.structure.change.told_directions import told_directions
from checker.linking.structure.change.told_sides_sound import led_to, named, sound
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_BACK, _AHEAD = 2, 2  # sentences around a change that hold its values
_SMALL = 10
_LOOSE = 2  # the tier from which on a tie proves nothing
_BRACKET = 6  # symbols of "(4 million in 2023)"
_ARRIVES = 7  # symbols in front of a value in which words lead to it
_AROUND = 3
_PARTS = ("change", "delta", "multiple")
_COUNTS = ("count", "number")
_REPEATED = 7  # symbols behind a change in which words say that it came more than once


def told_sides(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change), and those of "direction" of changes without a figure."""
    reader, words, found = reader_of(context), near(context), []
    ours = [f for f in frames if f.family == "change" and (f.pinned and f.tier < _LOOSE or f.blocked)]
    settled = {i for f in ours for part in _PARTS for i in f.claims.get(part, ())}
    homes = {frozenset((*f.claims["new"], *f.claims["base"])) for f in ours if f.pinned and {"new", "base"} <= f.claims.keys()}
    doubted = [f.claims for f in frames if f.family == "change" and not f.pinned and not f.tier]  # "460 tonnes, compared with 400 for copper"
    for line in told_lines(context):
        if not any(context.quantity(i).is_measure for i in line.figures):
            continue
        for head in heads_of(line, reader, words):
            if head.index in settled or head.unreal or head.will or head.since or not _plain(head, reader, words):
                continue
            if words.pattern("toldside-off").match(line.symbols, max(head.end, context.lines.position_of[head.index] + 1)) and words.within("toldside-took", line, head.start - _AROUND, head.end):
                head = replace(head, sign=-1)  # "dearer cocoa took 2.3 points off the margin"
            scene = scene_of(head, reader, words)
            pair = _pair(scene, reader, words) if scene is not None else None
            if pair is not None and pair.key not in homes and (made := _frame(scene, pair, reader)).claims not in doubted:
                settled.add(head.index)  # the homes: "It is not true that it has doubled: it rose by 50%, from 6 to 9"
                found.append(made)
    return [*found, *told_directions(context, (*frames, *found))]


def _plain(head: Head, reader: Reader, words: Near) -> bool:
    """False of a change that is hedged, or that says itself what it is of."""
    q, line = reader.context.quantity(head.index), head.line
    if q.approx is not None or q.sense in ("range", "bound") or not reader.words.hedges.isdisjoint(line.symbols[max(0, head.start - _AROUND) : head.start]):
        return False
    at = reader.context.lines.position_of[head.index]
    if claim_of(q) == "delta" and head.start == at and (head.verb or head.noun) and reader.words.article.isdisjoint(line.symbols[max(0, at - _AROUND) : at]):
        return False  # "60 million falls due"
    times = q.kind == "multiple" and reader.context.extraction.tokens.words[q.last] in reader.context.lexicon.pack.words("pair-times")
    if times and not words.ends("toldside-made", line, at, _AROUND) or head.way and not words.within("told-factor", line, at - _AROUND, at):
        return False  # "twice more", unlike "made it three times as wide"
    if words.within("toldside-repeated", line, head.end, head.end + _REPEATED) or words.within("toldside-repeated", line, head.start - _AROUND, head.start):
        return False  # "by 20 per cent twice"
    if any(i >= 0 and reader.context.quantity(i).kind in TIMES for i in line.quantity[head.end : head.end + _AROUND]):
        return False  # "up 14 per cent since 2019": of a time of its own
    return not (beside_another(head, reader) or flows_in(head, reader) or from_an_event(head, words) or words_of_table(line.number, reader) or opens_elsewhere(line, reader.context))


def _pair(scene: Scene, reader: Reader, words: Near) -> Pair | None:
    """The old and the new value, where words give exactly two figures these parts."""
    lines, here = reader.context.lines.lines, scene.head.line
    window = {n for n in range(max(0, here.number - _BACK), min(len(lines), here.number + _AHEAD + 1)) if lines[n].block == here.block and not lines[n].crowded}
    levels = [x for x in scene.levels if x.line in window and not _few(x, reader)]
    known = {x.index for x in levels}
    told = [p for p in scene.pairs if (p.one or p.base.line != p.new.line) and p.key <= known and _leads(p, scene) and _sides_told(p, scene, reader, words)]
    if len({p.key for p in told}) != 1 or len({p.base.index for p in told}) != 1:
        return None
    pair = told[0]
    if any(_rival(x, pair, scene, reader) for x in levels) or not sound(pair, scene, reader, words):
        return None
    return pair


def _few(x: Level, reader: Reader) -> bool:
    """True of "two hospitals": small counts in words are everywhere."""
    q = reader.context.quantity(x.index)
    return q.kind in _COUNTS and (q.style == "words" or q.scale == 1 and not q.noun) and q.value < _SMALL


def _rival(x: Level, pair: Pair, scene: Scene, reader: Reader) -> bool:
    """Whether a third figure could be one of the two: of their sort, or bare where a word makes it a value."""
    if x.index in pair.key or not any(akin(x, y, scene.way, reader) for y in (pair.base, pair.new)):
        return False
    q, own = reader.context.quantity(x.index), [reader.context.quantity(y.index) for y in (pair.base, pair.new)]
    bare = q.unit is None and all(p.unit is not None for p in own)
    return not bare or x.item is not None and x.item.word in ("to", "reach", *BASES)


def _leads(pair: Pair, scene: Scene) -> bool:
    """Whether the two go the way of the change."""
    sign = scene.head.sign or ((1 if scene.change.value > 1 else -1) if scene.way == "multiple" else 0)
    return bool(sign) and (pair.new.at.value > pair.base.at.value) == (sign > 0)


# ---------------------------------------------------------------- which is which


def _sides_told(pair: Pair, scene: Scene, reader: Reader, words: Near) -> bool:
    """Whether words make the one the old value, or the other one the new one that the change leads to from the only one in front."""
    base, new, head = pair.base, pair.new, scene.head
    led, past = led_to(new, head, reader, words), _past(base, new, reader, words)
    if new.moment.side == THEN and not led and older(base.moment, new.moment) <= 0 or base.item is not None and base.item.word in ("to", "reach"):
        return False
    if past:
        beside = new.line == base.line and (base.item is not None and base.item.word in BASES or _put_in(base, new, reader, words) or base.moment.date is not None)
        return led or new.moment.side == NOW or beside or abs(new.line - base.line) == 1
    return led and base.index < head.index and base.line >= head.line.number - 1 and base.moment.side != NOW


def _past(base: Level, new: Level, reader: Reader, words: Near) -> bool:
    """Whether words, dates or a bracket say that a value is the older one."""
    if base.item is not None and base.item.word in BASES:
        return base.item.word != "after"
    if older(base.moment, new.moment) > 0 and (base.moment.side == THEN or base.moment.date is not None):
        return True
    return base.moment.side == THEN and new.moment.side != THEN or _put_in(base, new, reader, words)


def _put_in(base: Level, new: Level, reader: Reader, words: Near) -> bool:
    """True of "3.4 million (4 million in 2023)": a bracket right behind the new value, with a time."""
    line, at = reader.context.line(base.index), reader.context.lines.position_of[base.index]
    opened, marks = reader.context.lines.position_of[new.index], reader.words.separators
    if base.line != new.line or not 0 < at - opened <= _ARRIVES or marks.get(line.symbols[opened + 1]) != "(":
        return False
    end = next((p for p in range(at, min(len(line.symbols), at + _BRACKET)) if marks.get(line.symbols[p]) == ")"), -1)
    if named(line, opened + 2, at, set(), reader, words):
        return False  # "(his partner got 6m in 2021)"
    timed = any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in line.quantity[opened + 1 : end])
    return end > 0 and (timed or words.within("told-before", line, opened + 1, end))


def _frame(scene: Scene, pair: Pair, reader: Reader) -> Frame:
    head, q = scene.head, reader.context.quantity(scene.head.index)
    shares = reader.context.quantity(pair.new.index).kind == "percent"
    part = "multiple" if scene.way == "multiple" else "delta" if q.kind == "points" and not shares else claim_of(q)
    claims = {"new": (pair.new.index,), "base": (pair.base.index,), part: (head.index,)}
    sign = head.sign or (1 if pair.new.at.value > pair.base.at.value else -1)
    cue = offsets(head.line, head.start, head.end, reader.context.extraction)
    return Frame("change", cue, claims, {}, sign, frozenset(claims), 1, None, (), "roles")
