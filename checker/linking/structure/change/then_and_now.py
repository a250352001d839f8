"""Changes beside two values that words put at two times: whatever else is near, they are what changed.

    The rate was 22 per cent once. It is 14 today, and the eight points that went missing ...
    profit slid to 5.1m; twelve months earlier it had been 6.8m, so a quarter of it is gone
    Paying users numbered 168,000. Twelve months before, the same count had stood at 120,000. "Forty per cent in a year ..."

The pair is read by `then_pairs`. The change is the only one that can be theirs in their sentences and the next one: said by any
word of changing, or opening the sentence right behind them.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.change.alone import words_of_table
from checker.linking.structure.change.event import BASES, Reader, claim_of, reader_of
from checker.linking.structure.change.fitting import agree, figure
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.moments import clause_of
from checker.linking.structure.change.sole_changes import elsewhere
from checker.linking.structure.change.scene import names_anew
from checker.linking.structure.change.then_pairs import TIME_WORDS, ThenPair, then_pairs
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.model import Frame, Quantity

_ASIDE, _CLOSE = 5, 4  # symbols around an amount in which a word tells that it is gone or has come
_TIMED = 3  # symbols behind a change in which it has a time of its own
_OPENS = 3  # symbols of a sentence in front of a change that opens it
_RELATIVE = ("percent", "ratio", "multiple")
_AMOUNTS = ("count", "number", "currency", "physical")


def then_and_now(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    words = near(context)
    if not words.standing(*TIME_WORDS):
        return []
    reader, found = reader_of(context), []
    ours = [f for f in frames if f.family == "change" and (f.pinned or f.blocked)]
    settled = {(i, _key(f)) for f in ours for part in ("change", "delta", "multiple") for i in f.claims.get(part, ())}
    for pair in then_pairs(reader, words):
        key = frozenset((pair.base, pair.new))
        heads = [h for h in _heads(pair, reader, words) if h.index not in key and _suits(h, pair, context)]
        if len({h.index for h in heads}) != 1 or any(i == heads[0].index and other != key for i, other in settled):
            continue
        if _sound(heads[0], pair, reader, words):
            settled.add((heads[0].index, key))
            found.append(_frame(heads[0], pair, context))
    return found


def _sign(head: Head, pair: ThenPair) -> int:
    """The way of a change; what stands right behind the old value, "it had been 5.1%, three-tenths higher", is said of that."""
    return 0 if head.index == pair.base + 1 else head.sign


def _key(frame: Frame) -> frozenset[int]:
    return frozenset((*frame.claims.get("new", ()), *frame.claims.get("base", ())))


def _frame(head: Head, pair: ThenPair, context: Context) -> Frame:
    q = context.quantity(head.index)
    part = "multiple" if head.way == "multiple" else claim_of(q)
    claims = {"new": (pair.new,), "base": (pair.base,), part: (head.index,)}
    sign = _sign(head, pair) or (1 if context.quantity(pair.new).value > context.quantity(pair.base).value else -1)
    return Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 1, None, (), "alone")


def _heads(pair: ThenPair, reader: Reader, words: Near) -> Iterator[Head]:
    """What may be the change: in the sentences of the pair, between them, in the one in front and the one behind."""
    lines = reader.context.lines.lines
    for number in range(max(0, pair.first - 1), min(len(lines), pair.last + 2)):
        line = lines[number]
        if line.crowded or abs(line.block - lines[pair.last].block) > 1:
            continue
        known = set()
        for head in heads_of(line, reader, words):
            known.add(head.index)
            yield head
        for at, index in line.placed:
            if index not in known and (sign := _told(at, index, line, number == pair.last + 1, reader, words)) is not None:
                yield Head(line, index, at, at + 1, sign, False, True, False, frozenset(), frozenset(), frozenset(), False)


def _told(at: int, index: int, line: Line, behind: bool, reader: Reader, words: Near) -> int | None:
    """The way of a figure that words beside it call a change, or that opens the sentence right behind the two; None of others."""
    q = reader.context.quantity(index)
    if q.kind not in (*_RELATIVE, *_AMOUNTS, "points") or q.change is not None and q.kind in _AMOUNTS or not q.value or q.value < 0 or q.approx in ("above", "below"):
        return None
    if any(i.index == index and i.word in BASES for i in reader.row(line.number)):
        return None  # "down from 4.9 billion": an old value
    stop = next((p for p in range(at + 1, min(at + 1 + _ASIDE, len(line.symbols))) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), at + 1 + _ASIDE)
    start = next((p + 1 for p in range(at - 1, max(-1, at - 1 - _CLOSE), -1) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), max(0, at - _CLOSE))
    for name, sign in (("then-lost", -1), ("then-gained", 1)):
        if words.within(name, line, start, at) or words.within(name, line, at + 1, stop):
            return sign
    opening = next((p for p in range(at) if line.symbols[p] not in reader.words.quotes and not words.within("then-opening", line, p, p + 1)), at)
    if behind and opening == at <= _OPENS and q.kind in ("percent", "points"):
        return 0
    return None


def _suits(head: Head, pair: ThenPair, context: Context) -> bool:
    """Whether a change can be one of such values."""
    q, level = context.quantity(head.index), context.quantity(pair.new)
    other = context.quantity(pair.base)
    if level.kind == "percent":
        return q.kind == "points" or q.kind == "number" and q.unit is None and head.points
    if q.kind in _RELATIVE:
        return True
    if q.kind in ("count", "number"):
        nouns = {x.noun[-1] for x in (q, level, other) if x.noun}
        return q.scale == level.scale and (level.kind in ("count", "number") and len(nouns) < 2 or q.kind == "number" and q.unit is None)
    return q.kind in (level.kind, other.kind) and any(_unit(q) == _unit(x) for x in (level, other))


def _unit(q: Quantity) -> str:
    return (q.unit or "").partition("/")[0]


def _sound(head: Head, pair: ThenPair, reader: Reader, words: Near) -> bool:
    """Whether nothing severs the change from the two: a plan, a denial, another place, values that it fits better."""
    context, line = reader.context, head.line
    q, start = context.quantity(head.index), max(0, head.start - 12)
    if head.unreal and not head.gap and not head.since or head.since and not (line.number == pair.last and pair.base > head.index):
        return False  # "up four per cent from the previous record"
    if _of_another(head, pair, reader, words):
        return False
    if words.within("told-unreal", line, start, head.start + 1) or words.within("then-otherwise", line, start, head.end + _ASIDE):
        return False
    if not (pair.first <= line.number <= pair.last or _points_back(head, reader)):
        return False
    if any(words_of_table(n, reader) for n in range(pair.first, pair.last + 1)) or any(_unreal(i, reader, words) for i in (pair.base, pair.new)):
        return False
    own = [context.quantity(i).when for i in line.quantities(head.end, head.end + _TIMED)]
    if head.since and head.years or any(when is not None and when.year for when in own):
        return False  # "up 14 per cent since 2019; a year ago it was 298,000"
    if any(opens_elsewhere(context.lines.lines[n], context) for n in {pair.first, pair.last, line.number}) or not reader.words.hedges.isdisjoint(line.symbols[max(0, head.start - 3) : head.start]):
        return False
    if q.kind != "points" and elsewhere(head, pair.base, pair.new, reader):
        return False
    return _goes(head, pair, context)


def _of_another(head: Head, pair: ThenPair, reader: Reader, words: Near) -> bool:
    """True of "It is 1.21 today, and butter has gone up by 25 per cent": its clause names something else and concludes nothing."""
    line, context = head.line, reader.context
    start = next((p + 1 for p in range(head.start - 1, -1, -1) if line.symbols[p] in reader.words.separators or line.symbols[p] in reader.words.conjunction or line.quantity[p] >= 0), 0)
    if any(line.symbols[p] in reader.words.concluding for p in range(start, head.start)):
        return False
    light = ("told-change", "then-lost", "then-gained", "told-time", "told-before", "told-now", "then-stands", "then-count")
    plain = (p for p in range(start, head.start) if line.quantity[p] < 0 and not any(words.within(name, line, p, p + 1) for name in light))
    moves = {p for m in reader.marks(line) for p in range(m.start, m.end)}
    named = frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, context) for p in plain if p not in moves))
    told = range(pair.first, pair.last + 1)
    return names_anew(named, told, line, start if line.number in told else 0, reader) and not _led_by(head, pair, reader, words)


def _led_by(head: Head, pair: ThenPair, reader: Reader, words: Near) -> bool:
    """True of "Trust in the court has dropped by 8 points; it was 61 per cent then and is 53 now": both values stand behind
    the change in its sentence, alone there, and the clause of the first one takes up what changed."""
    line, context = head.line, reader.context
    first = min(pair.base, pair.new)
    if not head.sign or not pair.first == pair.last == line.number or head.index > first or context.quantity(first).kind != "percent":
        return False
    at = context.lines.position_of[first]
    cuts = [p for p in range(head.end, at) if line.symbols[p] in context.lexicon.symbols.marks]
    if any(words.pattern("place-word").match(line.symbols, p + 1) and not words.pattern("takes-up").match(line.symbols, p + 1) and line.quantity[p + 2] < 0 for p in cuts):
        return False  # "fell by 8 points; in the old town it was 61 per cent once"
    others = [i for i in line.figures if context.quantity(i).kind in (*_RELATIVE, "points")]
    return len(others) == len((head.index, pair.base, pair.new)) and words.within("then-subject", line, *clause_of(line, at, reader, words))


def _unreal(index: int, reader: Reader, words: Near) -> bool:
    line, at = reader.context.line(index), reader.context.lines.position_of[index]
    return words.within("told-unreal", line, *clause_of(line, at, reader, words))


def _points_back(head: Head, reader: Reader) -> bool:
    """True of "that is an increase of 40 per cent", "it has thus come down by 83", and of what opens its sentence."""
    said, known = head.line.symbols[: head.end], reader.words
    return head.points or not all(kind.isdisjoint(said) for kind in (known.pointing, known.concluding, known.demonstrative))


def _goes(head: Head, pair: ThenPair, context: Context) -> bool:
    """Whether the two go the way of the change, or by exactly as much the other way."""
    q = context.quantity(head.index)
    base, new = (context.quantity(i) for i in (pair.base, pair.new))
    sign = _sign(head, pair) or ((1 if q.value > 1 else -1) if q.kind == "multiple" or head.way == "multiple" else 0)
    if not sign or (new.value > base.value) == (sign > 0):
        return True
    way = "percent" if q.kind == "percent" else "ratio" if q.kind == "ratio" else "delta"
    return head.way != "multiple" and q.kind != "multiple" and agree(figure(base), figure(new), figure(q), way, -sign)
