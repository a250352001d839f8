"""The figures of a sentence that say by how much something changed, and what the sentence says of its values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.change.doubts import of_another
from checker.linking.structure.change.event import Event, Reader, as_many_as, more_of
from checker.linking.structure.change.far import points_back
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near
from checker.model import Quantity, When

_BEFORE, _BEHIND = 4, 3  # words between a figure and a word of moving, a noun or adjective of change
_CLAUSE = 14
_THE = 4  # symbols from "the" to an amount
_AMOUNTS = ("number", "count", "currency", "physical", "duration")
_TIMES = ("duration", "age")


@dataclass(frozen=True, slots=True)
class Head:
    """A figure of change. `loose`: only a word near it says so; `points`: it points back, or sums up; `unreal`: a plan, a
    negation, another basis: it agrees or proves nothing; `subject`: what its own clause says that changes; `years` and `labels`: of the times that
    its clause names; `since`: it is measured from a time that it names."""

    line: Line
    index: int
    start: int
    end: int
    sign: int
    loose: bool
    points: bool
    unreal: bool
    subject: frozenset[str]
    years: frozenset[int]
    labels: frozenset[str]
    since: bool
    will: bool = False  # of the future
    noun: bool = False  # an increase of 12%, a 12% increase
    verb: bool = False
    way: str = ""  # multiple, where the figure itself does not say so
    gap: bool = False  # unreal for no other reason than that it is a gap, or stands behind "to"


def heads_of(line: Line, reader: Reader, words: Near) -> list[Head]:
    """The figures of change of a line, read once for all that ask for them."""
    known = reader.headed.get(line.number)
    if known is None:
        known = reader.headed[line.number] = list(_heads_of(line, reader, words))
    return known


def _heads_of(line: Line, reader: Reader, words: Near) -> Iterator[Head]:
    if not line.placed:
        return
    row, marks = reader.row(line.number), reader.marks(line)
    blocked = any(m.tag == "blocked" for m in marks) or not reader.words.respectively.isdisjoint(line.symbols)
    known = {i.index for i in row}
    spans = [Item("level", p, q, start=p, end=p + 1) for p, q in line.placed if q not in known and reader.context.quantity(q).kind in _TIMES]
    for item in (*row, *spans):
        q = reader.quantity(item) if item.index >= 0 else None
        if q is None or not q.positive or q.approx in ("above", "below") or item.aside or item.blocked:
            continue
        if q.kind == "ratio" and _in_figures(q, reader):
            continue  # 3/8 of a dollar
        if item.kind == "change" and q.kind != "number" or item.kind == "change" and not _as_multiple(item, q.kind, line, words):
            event = Event(line, row, row.index(item), [item], item.sign)
            points = points_back(event, reader) == "back" or _points(item, line, reader) or reader.concludes(event)
            yield _head(item, line, 0 if item.better else item.sign, False, points, blocked or item.hedged, reader, words)
        elif way := _as_multiple(item, q.kind, line, words):
            yield _head(item, line, 0, False, _points(item, line, reader), blocked, reader, words, way)
        elif _beside(item, q.kind, line, reader, words):
            moves = (m for m in reversed(marks) if m.tag == "move" and 0 < item.at - m.start <= _BEFORE)
            sign = next((m.sign for m in moves if reader.words.separators.keys().isdisjoint(line.symbols[m.end : item.at])), 0)
            if sign or q.kind in _AMOUNTS:
                yield _head(item, line, sign, not _compared(item, line, reader), True, blocked, reader, words)


def _in_figures(q: Quantity, reader: Reader) -> bool:
    return any(c.isdigit() for c in reader.context.extraction.document.text[q.number_start : q.number_end])


def _head(item: Item, line: Line, sign: int, loose: bool, points: bool, unreal: bool, reader: Reader, words: Near, way: str = "") -> Head:
    start, end = min(item.start, item.at), max(item.end, item.at + 1)
    size = len(line.symbols)
    stop = next((p for p in range(end, min(size, end + _CLAUSE)) if line.symbols[p] in reader.words.separators), min(size, end + _CLAUSE))
    negated = not reader.words.negation.isdisjoint(line.symbols[max(0, start - 3) : start])
    unreal = unreal or negated or words.within("told-unreal", line, start - 12, start + 1) or words.within("told-chance", line, start - 3, stop)
    unreal = unreal or not reader.words.rebased.isdisjoint(line.symbols) or as_many_as(item, line, reader)
    unreal = unreal or reader.quantity(item).kind == "multiple" and of_another(item, line, reader)
    unreal = unreal or line.symbols.startswith(reader.words.any_per_each, end)
    first = next((end - n for n in (2, 1) if end - n > item.at and line.symbols[end - n : end] in reader.words.base_weak), end)  # "75% above the volume of 1985"
    based, since = _base_said(first, stop, line, reader, words)
    cause = not item.definite and not loose and words.within("told-cause", line, end, min(end + 2, stop)) and reader.quantity(item).kind in _AMOUNTS
    subject = _subject(end, stop, line, reader, words)
    noun = reader.quantity(item).noun
    if item.kind == "change" and noun and not words.within("told-change", line, item.at + 1, item.at + 2):
        subject |= {stem(noun[-1], reader.context)}
    if reader.quantity(item).kind in _AMOUNTS and (more := more_of(item, line, reader)):
        subject |= {more}
    many = reader.quantity(item).kind == "multiple" or bool(way)
    since = since or words.within("told-what", line, end, end + 1) or many and any(m.tag == "then" and end <= m.start < stop for m in reader.marks(line))
    if item.compared and not since and words.within("told-than", line, end, stop):
        since = True
    since = since or item.compared and bool(_whens(end, stop, line, reader))
    years = frozenset(y for w in _whens(start, stop, line, reader) if not w.anchored for y in (w.year, w.end_year) if y)
    labels = frozenset(w.label for w in _whens(end, stop, line, reader) if w.label)
    said = line.symbols[start:end]
    gap = not reader.words.gap_nouns.isdisjoint((said, *said))  # of two things at one time
    before = line.symbols[item.at - 1 : item.at]
    reached = not loose and not way and any(tag == "to" and entry == before for entry, tag, _ in reader.words.tags.get(before, ()))
    unreal = unreal or based or cause or item.then and not since and not item.definite and item.kind == "change"
    will = words.within("told-will", line, start - 12, start + 1)
    return Head(line, item.index, start, end, sign, loose, points, unreal or gap or reached, subject, years, labels, since, will, item.noun, item.verb, way, not unreal)


def _points(item: Item, line: Line, reader: Reader) -> bool:
    """True of "the expansion of 150 points", "that is 3.5 points on top": what changed was named before."""
    start = min(item.start, item.at)
    light = all(reader.light(p, line) and line.symbols[p] not in reader.words.separators for p in range(start))
    if light and start and not reader.words.pointing.isdisjoint(line.symbols[:start]):
        return True
    if start and not reader.words.pointing_noun.isdisjoint(line.symbols[max(0, start - 2) : start]):
        return True
    return item.noun and not reader.words.demonstrative.isdisjoint(line.symbols[max(0, start - 2) : start])


def _as_multiple(item: Item, kind: str, line: Line, words: Near) -> str:
    """ "half as many", "a third of the time", "cut to a third", "multiplied by four"."""
    if kind == "ratio" and words.pattern("told-of-it").match(line.symbols, item.at + 1):
        return "multiple"
    if kind == "ratio" and words.within("told-cut-to", line, item.at - 6, item.at):
        return "multiple"
    return "multiple" if kind == "number" and words.within("told-factor", line, item.at - 3, item.at) else ""


def _whens(start: int, stop: int, line: Line, reader: Reader) -> list[When]:
    return [w for q in line.quantity[max(0, start) : stop] if q >= 0 and (w := reader.context.quantity(q).when) is not None]


def _base_said(end: int, stop: int, line: Line, reader: Reader, words: Near) -> tuple[bool, bool]:
    """Whether words behind the change say from what it is measured: something that is neither figure nor time; and a time."""
    for p in range(end, min(end + 1, stop)):
        for said, tag, _ in reader.words.tags.get(line.symbols[p], ()):
            if tag in ("from", "base", "on", "on-year") and line.symbols.startswith(said, p):
                place = p + len(said)
                after = [reader.context.quantity(q) for q in line.quantity[place : place + 5] if q >= 0]
                figure = any(q.is_measure and q.kind not in _TIMES for q in after)
                named = tag == "on-year" or any(q.when is not None for q in after) or any(m.tag == "then" and place - 1 <= m.start <= place + 5 for m in reader.marks(line))
                named = named or tag == "base" and place >= stop  # "what it had been"
                timed = named or _span(place, stop, line, reader) or words.within("told-time", line, place, min(place + 4, stop))
                return not figure and not timed, named
    return False, False


def _span(place: int, stop: int, line: Line, reader: Reader) -> bool:
    """True where a length of time stands at a position and no name behind it: "over ten years", not "over three-month LIBOR"."""
    at = next((p for p in range(place, min(place + 4, stop)) if line.quantity[p] >= 0), None)
    if at is None or reader.context.quantity(line.quantity[at]).kind not in _TIMES:
        return False
    return at + 1 >= stop or line.symbols[at + 1] in reader.words.phrase_end


def _subject(end: int, stop: int, line: Line, reader: Reader, words: Near) -> frozenset[str]:
    """Content of "in exports to China", behind the figure; nothing of "in ten years", "in June"."""
    if line.symbols[end : end + 1] not in reader.words.own_subject or end + 1 >= stop or words.within("told-time", line, end, end + 4):
        return frozenset()
    last = next((p for p in range(end + 2, stop) if line.symbols[p] in reader.words.phrase_end or line.quantity[p] >= 0), stop)
    if any(q >= 0 for q in line.quantity[end + 1 : end + 3]):
        return frozenset()
    return content(line.firsts[end + 1], line.lasts[last - 1] + 1, reader.context) - reader.context.generic


def _compared(item: Item, line: Line, reader: Reader) -> bool:
    return reader.words.stands("comparative", line.symbols, item.at + 1)


def _beside(item: Item, kind: str, line: Line, reader: Reader, words: Near) -> bool:
    """True where a noun or adjective of change stands by a figure: "a saving of £50.", "the additional £4,250", "the 1.5% rally",
    "21 m taller", "cut by 19 days"."""
    symbols, separators = line.symbols, reader.words.separators
    if kind not in (*_AMOUNTS, "percent", "points"):
        return False
    if kind in _AMOUNTS and _compared(item, line, reader):
        return True
    if item.word not in ("", "to") or item.word and item.near:
        return False
    if kind in _TIMES and item.at and symbols[item.at - 1] in reader.words.entries["by"]:
        return any(m.tag == "move" and m.sign and 0 < item.at - m.start <= 2 * _BEFORE for m in reader.marks(line))
    if any(reader.words.stands("base", symbols, p) for p in range(max(0, item.at - 3), item.at)):
        return False  # "against a loss of 53m"
    left = item.at
    while left and item.at - left < 2 and symbols[left - 1] not in separators and line.quantity[left - 1] < 0:
        left -= 1
    noun = words.within("told-change", line, left, item.at)
    if not reader.words.demonstrative.isdisjoint(symbols[max(0, item.at - 3) : item.at]):
        right = next((p for p in range(item.at + 1, min(item.at + 1 + _BEHIND, len(symbols))) if symbols[p] in separators or line.quantity[p] >= 0), item.at + _BEHIND)
        return noun or item.definite and words.within("told-change", line, item.at + 1, right)
    closed = item.at + 2 >= len(symbols) or symbols[item.at + 1] in separators
    return closed and noun or kind == "count" and words.within("told-change", line, item.at + 1, item.at + 2)


def definite(head: Head, reader: Reader) -> bool:
    """True of "the loss of 0.75 metres", "the extra 220"."""
    return not reader.words.demonstrative.isdisjoint(head.line.symbols[max(0, head.start - _THE) : head.end])


def named_in_front(head: Head, reader: Reader) -> frozenset[str]:
    """The stem of the first telling word of the clause in front of a change: the deficit of "the deficit with them has doubled"."""
    line, separators = head.line, reader.words.separators
    start = max((p + 1 for p in range(head.start) if line.symbols[p] in separators or line.quantity[p] >= 0), default=0)
    for p in range(start, head.start):
        found = telling(content(line.firsts[p], line.lasts[p] + 1, reader.context), reader.context)
        if found:
            return found
    return frozenset()
