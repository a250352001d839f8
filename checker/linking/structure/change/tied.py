"""Changes whose two values stand elsewhere in their sentence, or behind it, and words tie them all the same.

"Nine goals at Christmas and four times as many, 36, by May": a multiple that points back. "Cases nearly tripled, officials said:
11,960 had been confirmed, against 4,120 a year before": the pair behind. "From 14.2 to 12.9 metres; 1.3 metres in five months":
an amount that only says how far the two are apart.
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.doubts import moves_otherwise
from checker.linking.structure.change.event import BASES, Event, Reader, claim_of, reader_of
from checker.linking.structure.change.far import akin, barred, frame_of, in_order, levels_around, slips, suits
from checker.linking.structure.change.pairs import pair_of
from checker.linking.structure.change.terms import Item
from checker.model import Frame

_BEHIND = 12  # words from "twice as many" to the new value
_COUNTS = ("number", "count")
_AMOUNTS = ("number", "count", "currency", "physical", "duration")


def tied_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change"."""
    reader = reader_of(context)
    spent = {i for f in frames if f.source == "changes" and f.family == "change" and f.pinned for p in ("new", "base") for i in f.claims.get(p, ())}
    found: list[Frame] = []
    for event in context.shelf.get("unsettled-changes", []):
        if not barred(event, reader):
            pair = _as_many(event, reader) or _told_behind(event, spent, reader)
            if pair is not None and not moves_otherwise(pair, event, reader):
                found.append(frame_of(event, *pair, reader, "tied"))
    for f in frames:
        if f.source == "changes" and f.family == "direction":
            found.extend(_apart(f, reader))
    return found


def _apart(frame: Frame, reader: Reader) -> list[Frame]:
    """ "sank from 14.2 metres to 12.9 metres in August; 1.3 metres in five months", "from 31 to 47, sixteen new faces in all"."""
    line = reader.context.line(frame.claims["new"][0])
    row = reader.row(line.number)
    pair = [next((i for i in row if i.index == frame.claims[p][0]), None) for p in ("new", "base")]
    if None in pair or {i.word for i in pair} != {"from", "to"}:
        return []
    last = max(pair, key=lambda i: i.at)
    delta = next((i for i in row if i.at > last.at and i.kind in ("level", "change")), None)
    if delta is None or delta.kind == "change" or delta.word or not _bare_amount(delta, last, line, reader):
        return []
    q, new, base = (reader.quantity(i) for i in (delta, *pair))
    if q.kind not in _AMOUNTS or None in (q.value, new.value, base.value) or q.value >= max(new.value, base.value) or q.scale != new.scale or not (reader.alike(delta, pair[0]) or reader.alike(delta, pair[1])):
        return []
    event = Event(line, row, row.index(delta), [delta], frame.sign)
    if any(i.kind == "level" and not i.word and _flows(i, delta, reader) for i in row[event.at + 1 :]):
        return []  # "from 410 to 436: 51 joined, 19 left and six died"
    if not _ends(delta, line, reader) and not slips(event, *in_order(*pair), reader):
        return []
    cue = offsets(line, delta.at, delta.at + 1, reader.context.extraction)
    claims = {"new": frame.claims["new"], "base": frame.claims["base"], "delta": (delta.index,)}
    return [Frame("change", cue, claims, {}, frame.sign, frozenset(claims), 1, None, (), "tied")]


def _bare_amount(delta: Item, last: Item, line: Line, reader: Reader) -> bool:
    """True where a mark and filling words are all that stands in front of a figure, behind the pair and what dates it."""
    mark = next((p for p in range(delta.at - 1, last.at, -1) if line.symbols[p] in reader.words.separators), None)
    if mark is None or reader.words.separators[line.symbols[mark]] not in (",", ";", ":"):
        return False
    return all(reader.light(p, line) and line.symbols[p] not in reader.words.conjunction for p in range(mark + 1, delta.at))


def _flows(item: Item, delta: Item, reader: Reader) -> bool:
    """Whether a figure behind an amount may have come or gone as well: a count or a bare one beside a count, else one like it."""
    kinds = {reader.quantity(item).kind, reader.quantity(delta).kind}
    return kinds <= set(_COUNTS) or reader.alike(item, delta)


def _ends(delta: Item, line: Line, reader: Reader) -> bool:
    """True where a mark, "in all" or a length of time follows: the figure is no item of its own."""
    following = line.symbols[delta.at + 1 :]
    if not following or following[0] in reader.words.separators or any(following.startswith(said) for said in reader.words.whole_growth):
        return True
    spans = (q for q in line.quantity[delta.at + 2 : delta.at + 5] if q >= 0)
    return following[0] in reader.words.before_length and any(reader.context.quantity(q).kind == "duration" for q in spans)


def _as_many(event: Event, reader: Reader) -> tuple[Item, Item] | None:
    """(new, old) of "nine goals at Christmas and four times as many, 36, by May", "he doubled that number: 480"."""
    line, words, head = event.line, reader.words, event.head
    if reader.quantity(head).kind != "multiple":
        return None
    rest = line.symbols[max(head.end, head.at + 1) :]
    said = max((s for s in words.as_many if rest.startswith(s)), key=len, default="")
    if not said or rest[len(said) : len(said) + 1] in words.again:
        return None
    after = next((i for i in event.row[event.at + 1 :] if i.kind in ("level", "change")), None)
    before = next((i for i in levels_around(event, 1, reader) if i.at < head.at or i not in event.row), None)
    if after is None or before is None or after.kind == "change" or after.word in BASES or after.at - head.at - len(said) > _BEHIND:
        return None
    p, q = reader.quantity(before), reader.quantity(after)
    fits = p.kind == q.kind and p.unit == q.unit or {p.kind, q.kind} <= set(_COUNTS)
    return (after, before) if fits and p.value and q.value else None


def _told_behind(event: Event, spent: set[int], reader: Reader) -> tuple[Item, Item] | None:
    """(new, old) of "Cases nearly tripled, officials said: 11,960 had been confirmed, against 4,120 a year before", the pair
    behind a colon or in the next sentence, of the same thing; where no level stands in front."""
    line, head = event.line, event.head
    if event.new is not None or event.base is not None or any(i.kind in ("level", "change") for i in event.row[: event.at]) or reader.own_base(event, len(line.symbols)):
        return None
    colon = next((i.at for i in event.row if i.kind == "mark" and i.word == ":" and i.at > head.at), None)
    number = line.number if colon is not None else line.number + 1
    if number >= len(reader.context.lines.lines) or not _same_paragraph(number, line, reader) or colon is None and claim_of(reader.quantity(head)) == "delta":
        return None
    if any(s in reader.words.expectation for s in reader.context.lines.lines[number].symbols):
        return None
    row = [i for i in reader.row(number) if i.kind in ("level", "change") and (colon is None or i.at > colon)]
    levels = [i for i in row if i.kind == "level" and not i.apposed and i.index not in spent and suits(event, i, reader)]
    if len(levels) != 2 or any(i.kind == "change" for i in row) or not akin(*levels, event, reader):
        return None
    pair = pair_of(levels[::-1], reader)
    if pair is None or not (pair[1].then or pair[1].word == "from") or {i.word for i in levels}.isdisjoint(BASES) and not pair[0].now:
        return None
    own = _subject(line, head.start, reader)
    other = _subject(reader.context.lines.lines[number], levels[0].at, reader) if colon is None else own
    unnamed = not telling(other, reader.context)  # "it stood at": what slipped may be what is spoken of
    return pair if own & other or colon is not None or unnamed and slips(event, *in_order(*pair), reader) else None


def _same_paragraph(number: int, line: Line, reader: Reader) -> bool:
    return abs(reader.context.lines.lines[number].block - line.block) <= 1


def _subject(line: Line, stop: int, reader: Reader) -> frozenset[str]:
    return content(line.firsts[0], line.firsts[stop], reader.context) if stop else frozenset()
