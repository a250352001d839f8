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

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.alone import beside_another, from_an_event, flows_in, joined_elsewhere, of_its_unit, told_apart, words_of_table
from checker.linking.structure.change.doubts import quoted
from checker.linking.structure.change.event import BASES, Reader, claim_of, reader_of
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.moments import NOW, THEN, clause_of, older
from checker.linking.structure.change.other_subject import renames
from checker.linking.structure.change.scene import Level, Pair, Scene, about, akin, scene_of
from checker.linking.structure.change.sole_changes import elsewhere
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame
from checker.units import measure_of

_BACK, _AHEAD = 2, 2  # sentences around a change that hold its values
_SMALL = 10
_LOOSE = 2  # the tier from which on a tie proves nothing
_BRACKET = 6  # symbols of "(4 million in 2023)"
_ARRIVES = 7  # symbols in front of a value in which words lead to it
_AROUND = 3
_PARTS = ("change", "delta", "multiple")
_COUNTS = ("count", "number")
_REPEATED = 7  # symbols behind a change in which words say that it came more than once
_CALLED = ("toldside-arrives", "toldside-general", "toldside-own")


def told_sides(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    reader, words, found = reader_of(context), near(context), []
    ours = [f for f in frames if f.family == "change" and (f.pinned and f.tier < _LOOSE or f.blocked)]
    settled = {i for f in ours for part in _PARTS for i in f.claims.get(part, ())}
    homes = {frozenset((*f.claims["new"], *f.claims["base"])) for f in ours if f.pinned and {"new", "base"} <= f.claims.keys()}
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
            if pair is not None and pair.key not in homes:  # "It is not true that it has doubled: it rose by 50%, from 6 to 9"
                settled.add(head.index)
                found.append(_frame(scene, pair, reader))
    return found


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
    if any(_rival(x, pair, scene, reader) for x in levels) or not _sound(pair, scene, reader, words):
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
    led, past = _led_to(new, head, reader, words), _past(base, new, reader, words)
    if new.moment.side == THEN and not led and older(base.moment, new.moment) <= 0 or base.item is not None and base.item.word in ("to", "reach"):
        return False
    if past:
        return led or new.moment.side == NOW or new.line == base.line or abs(new.line - base.line) == 1
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
    if _named(line, opened + 2, at, set(), reader, words):
        return False  # "(his partner got 6m in 2021)"
    timed = any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in line.quantity[opened + 1 : end])
    return end > 0 and (timed or words.within("told-before", line, opened + 1, end))


def _led_to(new: Level, head: Head, reader: Reader, words: Near) -> bool:
    """Whether the change leads to a value: "fell 35% to 3.4m", "and stood at 137", "It stands at 47", "so that 83 were taken"."""
    line, at = reader.context.line(new.index), reader.context.lines.position_of[new.index]
    if line.number not in (head.line.number, head.line.number + 1) or new.index < head.index:
        return False
    if line is head.line and new.item is not None and new.item.word in ("to", "reach") and new.item.near and not new.item.then:
        return True
    start = max(head.end if line is head.line else 0, at - _ARRIVES, clause_of(line, at, reader, words)[0] - 1)
    return words.within("toldside-arrives", line, start, at)


# ---------------------------------------------------------------- whether they are of one thing


def _sound(pair: Pair, scene: Scene, reader: Reader, words: Near) -> bool:
    """Whether nothing severs the three: a plan, a quotation, another place, a sentence that speaks of something else."""
    head, context = scene.head, reader.context
    lines = [context.lines.lines[n] for n in sorted({pair.base.line, pair.new.line, head.line.number})]
    if any(words_of_table(x.number, reader) or x is not lines[0] and opens_elsewhere(x, context) for x in lines):
        return False
    if any(_doubtful(x, reader, words) for x in (pair.base, pair.new)) or scene.way == "delta" and not of_its_unit(scene, pair, reader):
        return False
    if _cut_off(pair, head, reader) or any(_moves_too(x, pair, head, reader, words) for x in lines) or not _same_subject(pair, head, reader, words):
        return False
    if told_apart(head, pair, reader) and not _resumed(pair, head, reader) or joined_elsewhere(head, pair, reader):
        return False
    if elsewhere(head, pair.base.index, pair.new.index, reader) or renames(head, (pair.base.index, pair.new.index), reader) and not _concludes(head, reader):
        return False
    return all(_goes_on(x, pair, head, reader, words) for x in (pair.base, pair.new))


def _cut_off(pair: Pair, head: Head, reader: Reader) -> bool:
    """True of "12 points higher at weekends; overall it rose from 68 to 71": a semicolon between the change and its values."""
    at = [reader.context.lines.position_of[x.index] for x in (pair.base, pair.new) if x.line == head.line.number]
    first, last = min((*at, head.start)), max((*at, head.start))
    return any(head.line.symbols[p] in reader.words.full_stops for p in range(first, last))


def _moves_too(line: Line, pair: Pair, head: Head, reader: Reader, words: Near) -> bool:
    """True of a sentence with another change of the kind: "It fell by 40 in 2020 and by 20 in 2021"."""
    context, kind, own = reader.context, reader.context.quantity(head.index).kind, {head.index, *pair.key}
    kinds = _COUNTS if kind in _COUNTS else (kind,)
    others = {i.index for i in reader.row(line.number) if i.kind == "change" and i.index >= 0} | {h.index for h in heads_of(line, reader, words) if not h.loose}
    led = {i for at, i in line.placed if context.quantity(i).is_measure and words.ends("apart-by", line, at, 3)}
    return bool(led - own) or any(context.quantity(i).kind in kinds for i in others - own)


def _same_subject(pair: Pair, head: Head, reader: Reader, words: Near) -> bool:
    """Whether the sentence of a change that goes on with an old value in front names nothing new, or takes the thing up by a pronoun
    up to its new value: "a dry June took 15 points off that", not "beans, after a rise of 60 per cent, came to 90"."""
    line, context = head.line, reader.context
    own = [context.lines.position_of[x.index] for x in (pair.base, pair.new) if x.line == line.number]
    start = _clause_start(head, reader)
    if line.number <= min(pair.base.line, pair.new.line) and (not own or max(own) >= start) or any(start <= p < head.end for p in own):
        return True
    end = context.lines.position_of[pair.new.index] if pair.new.line == line.number and pair.new.index > head.index else min(len(line.symbols), head.end + _AROUND)
    if words.within("toldside-it", line, start if any(p < start for p in own) else 0, end):
        return True
    moves = {p for m in reader.marks(line) for p in range(m.start, m.end)}
    inner = _concludes(head, reader) or any(p < start for p in own)
    if inner and words.within("toldside-numbers", line, start, head.start):
        return True
    spoken = frozenset().union(*(about(n, reader) for n in range(min(pair.base.line, pair.new.line), line.number)))
    if inner and start:
        spoken |= content(line.firsts[0], line.firsts[start], context)
    return not _named(line, start if inner else 0, head.start, moves, reader, words) - spoken


def _named(line: Line, start: int, end: int, moves: set[int], reader: Reader, words: Near) -> frozenset[str]:
    """The telling words between two positions, without those of times and of moving."""
    plain = (p for p in range(start, end) if line.quantity[p] < 0 and p not in moves and not _light(p, line, words))
    return telling(frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, reader.context) for p in plain)), reader.context)


def _doubtful(x: Level, reader: Reader, words: Near) -> bool:
    """True of a value that is planned, quoted, rough, or an average of others."""
    context = reader.context
    q, line, at = context.quantity(x.index), context.line(x.index), context.lines.position_of[x.index]
    if q.approx is not None or q.sense in ("range", "bound") or q.change is not None or quoted(x.index, reader) and not words.any_within(_CALLED, line, at - _ARRIVES, at):
        return True
    if measure_of(q.unit, q.kind).offset:
        return True  # 39F to 61F
    left, right = clause_of(line, at, reader, words)
    if words.within("denominator-word", line, left, at):
        return True  # "for every 100 they kept 20"
    return words.within("told-unreal", line, left, right) or words.within("told-will", line, left, right) or words.within("then-otherwise", line, left, right)


def _resumed(pair: Pair, head: Head, reader: Reader) -> bool:
    """True of "took 2.3 points off the margin, which narrowed from 14.2% to 11.9%": "which" goes on with what changed, by a verb of
    the same way and both values."""
    line, words = head.line, [x.item.word for x in (pair.base, pair.new)]
    first = min(x.item.start for x in (pair.base, pair.new))
    moves = [i for i in reader.row(line.number) if i.kind == "move" and head.end <= i.start < first]
    relative = any(line.symbols[p] in reader.words.pointing for p in range(head.end, first))
    return words == ["from", "to"] and relative and bool(moves) and {i.sign for i in moves} == {head.sign}


def _concludes(head: Head, reader: Reader) -> bool:
    """True of "so admissions have gone up 60 per cent"."""
    start = _clause_start(head, reader)
    return head.line.symbols[start : start + 1] in reader.words.concluding


def _clause_start(head: Head, reader: Reader) -> int:
    return max((p + 1 for p in range(head.start) if head.line.symbols[p] in reader.words.separators), default=0)


def _goes_on(x: Level, pair: Pair, head: Head, reader: Reader, words: Near) -> bool:
    """Whether the clause of a value speaks of what the sentences in front do, by a pronoun, a general word or no new name."""
    context, first = reader.context, min(pair.base.line, pair.new.line, head.line.number)
    line, at = context.line(x.index), context.lines.position_of[x.index]
    if x.line == first or x.line == head.line.number and x.index > head.index:
        return True
    left = max((p + 1 for p in range(at) if line.symbols[p] in reader.words.full_stops), default=0)
    if words.within("then-subject", line, left, at) or words.within("toldside-general", line, left, at):
        return True
    if any(m.start() > left and (line.quantity[m.start() - 1] >= 0 or _light(m.start() - 1, line, words)) for m in words.matches("toldside-own", line, left, at)):
        return True
    if all(_bare(y, reader) for y in (pair.base, pair.new)) and max(pair.base.line, pair.new.line) - min(pair.base.line, pair.new.line) <= 1 and head.line.number < min(pair.base.line, pair.new.line):
        return True  # "Thefts have halved. Officers dealt with 836 in 2023": of what was spoken of
    return not _named(line, left, at, set(), reader, words) - frozenset().union(*(about(n, reader) for n in range(first, x.line)))


def _bare(x: Level, reader: Reader) -> bool:
    q = reader.context.quantity(x.index)
    return q.kind == "number" and q.unit is None and not q.noun and q.value >= _SMALL and q.style == "digits"


def _light(place: int, line: Line, words: Near) -> bool:
    return any(words.within(name, line, place, place + 1) for name in ("told-time", "told-before", "told-now", "then-stands", "then-count"))


def _frame(scene: Scene, pair: Pair, reader: Reader) -> Frame:
    head, q = scene.head, reader.context.quantity(scene.head.index)
    shares = reader.context.quantity(pair.new.index).kind == "percent"
    part = "multiple" if scene.way == "multiple" else "delta" if q.kind == "points" and not shares else claim_of(q)
    claims = {"new": (pair.new.index,), "base": (pair.base.index,), part: (head.index,)}
    sign = head.sign or (1 if pair.new.at.value > pair.base.at.value else -1)
    cue = offsets(head.line, head.start, head.end, reader.context.extraction)
    return Frame("change", cue, claims, {}, sign, frozenset(claims), 1, None, (), "roles")
