"""Whether a change and the two values that words give it are of one thing: each sentence goes on with what the one in front speaks
of, nothing is planned, quoted or moved by something else as well.

    a dry June took 15 points off that, so that 65 per cent were left       a pronoun goes on
    Last year's total was 320                                               what a time owns is what was spoken of
    not: beans, after an increase of 60 per cent, came to 90                behind the price of maize
"""

from __future__ import annotations

from checker.linking.context import content, telling
from checker.linking.lines import Line
from checker.linking.structure.change.alone import joined_elsewhere, of_its_unit, told_apart, words_of_table
from checker.linking.structure.change.doubts import quoted
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.moments import clause_of
from checker.linking.structure.change.other_subject import renames
from checker.linking.structure.change.scene import Level, Pair, Scene, about
from checker.linking.structure.change.sole_changes import elsewhere
from checker.linking.structure.near import Near
from checker.linking.structure.passages import opens_elsewhere
from checker.units import measure_of

_SMALL = 10
_ARRIVES = 7  # symbols in front of a value in which words lead to it
_AROUND = 3
_COUNTS = ("count", "number")
_CALLED = ("toldside-arrives", "toldside-general")


def led_to(new: Level, head: Head, reader: Reader, words: Near) -> bool:
    """Whether the change leads to a value: "fell 35% to 3.4m", "and stood at 137", "It stands at 47", "so that 83 were taken"."""
    line, at = reader.context.line(new.index), reader.context.lines.position_of[new.index]
    if line.number not in (head.line.number, head.line.number + 1) or new.index < head.index:
        return False
    if line is head.line and new.item is not None and new.item.word in ("to", "reach") and new.item.near and not new.item.then:
        return True
    start = max(head.end if line is head.line else 0, at - _ARRIVES, clause_of(line, at, reader, words)[0] - 1)
    return words.within("toldside-arrives", line, start, at)


def sound(pair: Pair, scene: Scene, reader: Reader, words: Near) -> bool:
    """Whether nothing severs the three: a plan, a quotation, another place, a sentence that speaks of something else."""
    head, context = scene.head, reader.context
    lines = [context.lines.lines[n] for n in sorted({pair.base.line, pair.new.line, head.line.number})]
    if any(words_of_table(x.number, reader) or x is not lines[0] and opens_elsewhere(x, context) for x in lines):
        return False
    if any(_doubtful(x, reader, words) for x in (pair.base, pair.new)) or scene.way == "delta" and not of_its_unit(scene, pair, reader):
        return False
    if head.subject - frozenset().union(*(about(x.line, reader) for x in (pair.base, pair.new))) or scene.way == "delta" and not head.verb and not led_to(pair.new, head, reader, words):
        return False  # "due to a fall in property income of 5.3 billion", "a gain of 2.8 million from the sale"
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
    return not named(line, start if inner else 0, head.start, moves, reader, words) - spoken


def named(line: Line, start: int, end: int, moves: set[int], reader: Reader, words: Near) -> frozenset[str]:
    """The telling words between two positions, without those of times and of moving."""
    plain = (p for p in range(start, end) if line.quantity[p] < 0 and p not in moves and not _light(p, line, words))
    return telling(frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, reader.context) for p in plain)), reader.context)


def _doubtful(x: Level, reader: Reader, words: Near) -> bool:
    """True of a value that is planned, quoted, rough, or an average of others."""
    context = reader.context
    q, line, at = context.quantity(x.index), context.line(x.index), context.lines.position_of[x.index]
    if q.approx is not None or q.sense in ("range", "bound") or q.change is not None or _quoted(x, line, at, reader, words):
        return True
    if measure_of(q.unit, q.kind).offset:
        return True  # 39F to 61F
    left, right = clause_of(line, at, reader, words)
    if words.within("denominator-word", line, left, at):
        return True  # "for every 100 they kept 20"
    return words.within("told-unreal", line, left, right) or words.within("told-will", line, left, right) or words.within("then-otherwise", line, left, right)


def _quoted(x: Level, line: Line, at: int, reader: Reader, words: Near) -> bool:
    """True of a price that only a quotation is told of, not of "settled at 78.15", "the previous night's close was 80.55"."""
    start = max(0, at - _ARRIVES)
    return quoted(x.index, reader) and not words.any_within(_CALLED, line, start, at) and not _of_a_time(line, start, at, reader, words)


def _of_a_time(line: Line, start: int, end: int, reader: Reader, words: Near) -> bool:
    """True of "last year's total": what a time owns is what was spoken of."""
    for m in words.matches("toldside-own", line, start + 2, end):
        owner, mark = m.start() - 2, m.start() - 1
        if line.quantity[mark] < 0 and not content(line.firsts[mark], line.lasts[mark] + 1, reader.context) and (line.quantity[owner] >= 0 or _light(owner, line, words)):
            return True
    return False


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
    if _of_a_time(line, left, at, reader, words):
        return True
    if all(_bare(y, reader) for y in (pair.base, pair.new)) and max(pair.base.line, pair.new.line) - min(pair.base.line, pair.new.line) <= 1 and head.line.number < min(pair.base.line, pair.new.line):
        return True  # "Thefts have halved. Officers dealt with 836 in 2023": of what was spoken of
    return not named(line, left, at, set(), reader, words) - frozenset().union(*(about(n, reader) for n in range(first, x.line)))


def _bare(x: Level, reader: Reader) -> bool:
    q = reader.context.quantity(x.index)
    return q.kind == "number" and q.unit is None and not q.noun and q.value >= _SMALL and q.style == "digits"


def _light(place: int, line: Line, words: Near) -> bool:
    return any(words.within(name, line, place, place + 1) for name in ("told-time", "told-before", "told-now", "then-stands", "then-count"))
