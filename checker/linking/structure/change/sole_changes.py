"""Changes whose two values are the only ones of their sort near by, told of two times: no others can be meant.

    Wool has lost three-tenths of its value: a bale that fetched 1,200 crowns two summers back goes for 840 now
    The vet put him on the scales again: 830 grams. A fortnight earlier it had been 610, and we were proud of the extra 220

What other structures find by their verbs, or by trying the figures, is found here by what stands near: the change, whatever says
that it is one, and the only two values it can lead between, of which words tell the older one. The older one is what words put
in the past; where they do not, the way of the change tells it.
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem, telling
from checker.linking.structure.change.alone import AGO, beside_another, flows_in, of_its_own, words_of_table
from checker.linking.structure.change.event import Reader, claim_of, reader_of
from checker.linking.structure.change.fitting import agree, figure, leads
from checker.linking.structure.change.heads import Head, definite, heads_of
from checker.linking.structure.change.moments import moment_of
from checker.linking.structure.change.other_subject import renames
from checker.linking.structure.change.scene import about, names_anew
from checker.linking.structure.change.sole_doubts import Statement
from checker.linking.structure.change.sole_pairs import Told, told_pair, values_of
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame, Quantity

_ANY: frozenset[str] = frozenset()
_AMOUNTS = ("currency", "physical", "duration")
_NOUN = 2  # symbols from "a decrease of" to its amount
_SMALL = 10  # bare counts below it are everywhere
_CLAUSE = 8  # symbols behind a change that may say of what time it is
_LOOSE = 2  # the tier from which on a tie proves nothing
_OFF = 5  # a miss by more is of other figures
_BACK, _AHEAD = 4, 2  # sentences around in which the values may stand after all


def sole_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    reader, words, found = reader_of(context), near(context), []
    ours = [f for f in frames if f.family == "change" and (f.pinned and f.tier < _LOOSE or f.blocked)]
    settled = {i for f in ours for part in ("change", "delta", "multiple") for i in f.claims.get(part, ())}
    doubted = [f.claims for f in frames if f.family == "change" and not f.pinned and not f.tier]  # "460 tonnes, compared with 400 for copper"
    for line in told_lines(context):
        if not any(context.quantity(i).is_measure for i in line.figures):
            continue
        for head in heads_of(line, reader, words):
            if head.index not in settled and (frame := _frame(head, reader, words)) is not None and frame.claims not in doubted:
                found.append(frame)
    return found


def _frame(head: Head, reader: Reader, words: Near) -> Frame | None:
    q, at = reader.context.quantity(head.index), reader.context.lines.position_of[head.index]
    if head.unreal or head.will or head.since or q.kind == "points" or not _taken_up(head, q, reader) and (of_its_own(head, reader) or flows_in(head, reader)):
        return None
    if head.way and head.start < 2:
        return None  # "A third of that went on paint"
    if (head.verb or head.noun) and head.start == at and claim_of(q) == "delta" and reader.words.article.isdisjoint(head.line.symbols[max(0, at - _NOUN) : at]):
        return None  # "a loan of 200,000 falls due"
    kinds = frozenset({q.kind}) if q.kind in _AMOUNTS else _ANY
    said = Statement(head.line, head.start, head.end, head.index, lasting=q.kind == "duration", loose=head.loose and not definite(head, reader))
    told = told_pair(said, kinds, reader, words)
    if told is None or told.older is None and (claim_of(q) == "delta" or len(told.lines) > 1) or _joined_on(head, told, reader) or not all(_is_level(i, reader) for i in (told.first, told.second)):
        return None
    if any(words_of_table(n, reader) or words.has("told-unreal", reader.context.lines.lines[n]) for n in told.lines) or claim_of(q) == "delta" and not _of_one_noun(q, told, reader):
        return None
    apart = head.line.number not in {reader.context.lines.line_of[i] for i in (told.first, told.second)}
    if claim_of(q) == "delta" and (head.loose or apart and not head.points) and not definite(head, reader):
        return None  # "we shall order 500 more", "a loan of 200,000 falls due"
    if claim_of(q) == "delta" and max(told.lines) > head.line.number and of_its_time(head, reader, words):
        return None
    if _added_on(head, told, reader) or _names_another(head, told, reader):
        return None
    pair = _ordered(head, told, q, reader)
    if pair is None or renames(head, pair, reader) or elsewhere(head, *pair, reader):
        return None
    claims = {"new": (pair[1],), "base": (pair[0],), claim_of(q): (head.index,)}
    return Frame("change", (q.start, q.end), claims, {}, head.sign, frozenset(claims), 1 if len(told.lines) == 1 else 2, None, (), "roles" if _by_words(head, told, q, reader) else "alone")


def _by_words(head: Head, told: Told, q: Quantity, reader: Reader) -> bool:
    """True where words give every figure its part: the change that an article takes up, or the old value with its time."""
    if told.older is None:
        return False
    item = next((i for i in reader.row(reader.context.lines.line_of[told.older]) if i.index == told.older), None)
    return _taken_up(head, q, reader) or item is not None and item.word == "after" and _of_then(told.older, item, reader)


def _names_another(head: Head, told: Told, reader: Reader) -> bool:
    """True of "Turnover rose by 12%. Net profit came to 66 million, after 60 million": what opens the sentence of the two is new."""
    context, first = reader.context, min(told.first, told.second)
    line, noun = context.line(first), context.quantity(first).noun
    if line.number <= head.line.number or near(context).within("takes-up", line, 0, context.lines.position_of[first]):
        return False
    spoken = about(head.line.number, reader)
    if noun and stem(noun[-1], context) in spoken:
        return False
    item = next((i for i in reader.row(line.number) if i.index == first), None)
    stop = max(0, item.start - (item.word == "to")) if item is not None else context.lines.position_of[first]
    opening = telling(content(line.firsts[0], line.firsts[stop], context), context)
    return bool(opening - spoken)


def _taken_up(head: Head, q: Quantity, reader: Reader) -> bool:
    """True of "The rise of 12% was due to ...", which opens a sentence and is of what the one before told."""
    verb = head.line.symbols[head.end : head.end + 1] in reader.words.auxiliary
    return head.noun and head.points and q.kind == "percent" and verb and not beside_another(head, reader)


def _added_on(head: Head, told: Told, reader: Reader) -> bool:
    """True of "It is 1.21 today, and butter has gone up by 25 per cent": behind the two, "and" adds what has a subject of its own."""
    line, context = head.line, reader.context
    if not head.verb or max(told.first, told.second) > head.index:
        return False
    start = next((p + 1 for p in range(head.start - 1, -1, -1) if line.symbols[p] in reader.words.conjunction or line.quantity[p] >= 0), 0)
    if not start or line.symbols[start - 1] not in reader.words.conjunction or not reader.words.concluding.isdisjoint(line.symbols[start : head.start]):
        return False
    return names_anew(content(line.firsts[start], line.firsts[head.start], context), told.lines, line, start, reader)


def of_its_time(head: Head, reader: Reader, words: Near) -> bool:
    """True of "fell by 19 in the week to Friday", in front of a sentence with the value of a year ago."""
    end = max(head.end, reader.context.lines.position_of[head.index] + 1)
    dated = any(q >= 0 and reader.context.quantity(q).kind in (*TIMES, "duration") for q in head.line.quantity[end : end + _CLAUSE])
    return dated or words.within("told-time", head.line, end, end + _CLAUSE)


def _joined_on(head: Head, told: Told, reader: Reader) -> bool:
    """True of "a fall of six per cent in May, and the market is at 14 instead of 18": what "and" adds has a subject of its own."""
    at = reader.context.lines.position_of
    own = [at[i] for i in (told.first, told.second) if reader.context.lines.line_of[i] == head.line.number]
    between = head.line.symbols[head.end : min(own)] if own and min(own) > head.end else ""
    return not (reader.words.conjunction.isdisjoint(between) and reader.words.breaks.isdisjoint(between) and reader.words.when.isdisjoint(between))


def _is_level(index: int, reader: Reader) -> bool:
    """False of what is itself a change, or the amount of one: "a decrease of 9 million"."""
    number = reader.context.lines.line_of[index]
    item = next((i for i in reader.row(number) if i.index == index), None)
    before = [i for i in reader.row(number) if i.kind == "move" and 0 < item.at - i.end <= _NOUN] if item is not None else []
    return item is not None and item.kind == "level" and (item.word != "after" or _of_then(index, item, reader)) and not item.apposed and not item.negative and not any(i.noun for i in before)


def _of_then(index: int, item: Item, reader: Reader) -> bool:
    """True of "after 45 tonnes in the season before": a time says that it is an old value."""
    return (moment_of(item, index, reader, near(reader.context)).label or "").endswith(AGO)


def _of_one_noun(q: Quantity, told: Told, reader: Reader) -> bool:
    """False of counts of other things than the change counts, and of small ones, which are everywhere."""
    values = [reader.context.quantity(i) for i in (told.first, told.second)]
    if q.kind not in ("count", "number"):
        return any(v.kind == q.kind for v in values) and (q.kind != "duration" or values[0].kind == values[1].kind)
    return len({v.noun[-1] for v in (q, *values) if v.noun}) <= 1 and min(v.value for v in values) >= _SMALL


def _ordered(head: Head, told: Told, q: Quantity, reader: Reader) -> tuple[int, int] | None:
    """The old value and the new one; None where the change goes the other way than the two."""
    value = {i: reader.context.quantity(i).value for i in (told.first, told.second)}
    sign = head.sign or (1 if q.value > 1 else -1) * (q.kind == "multiple" or head.way == "multiple")
    if told.older is not None:
        base, new = told.older, told.newer
    elif sign:
        base, new = sorted(value, key=value.__getitem__, reverse=sign < 0)
    else:
        return None
    if any(i.index == base and i.word in ("to", "reach") and i.near for i in reader.row(reader.context.lines.line_of[base])):
        return None  # "fell 6.4% to 312p, after touching 298p"
    return None if sign and (value[new] > value[base]) != (sign > 0) else (base, new)


def elsewhere(head: Head, base: int, new: int, reader: Reader) -> bool:
    """True where the change misses these by far too much, or leads between other values of the passage."""
    context, q = reader.context, reader.context.quantity(head.index)
    way = _way(head, q)
    change, old, late = figure(q), context.quantity(base).value, context.quantity(new).value
    implied = leads(old, late, way)
    if not implied or not 1 <= _OFF * implied / change.value <= _OFF**2:
        return True
    lines = context.lines.lines
    near_by = lines[max(0, head.line.number - _BACK) : head.line.number + _AHEAD + 1]
    values = [i for line in near_by if not line.crowded for i in values_of(line, reader) if i != head.index]
    for a in values:
        for b in values:
            if a != b and {a, b} != {base, new} and agree(figure(context.quantity(a)), figure(context.quantity(b)), change, way, head.sign):
                return True
    return False


def _way(head: Head, q: Quantity) -> str:
    return head.way or {"percent": "percent", "ratio": "ratio", "multiple": "multiple"}.get(q.kind, "delta")
