"""Pairs of an old and a new value, in the sentence of a change and in the sentences around it.

What stands in another sentence is tied only by words that point there: "that is 12% less", "the 12% drop", "so ...", an
old value told right afterwards ("A year earlier it had been 4.0m").
"""

from __future__ import annotations

from checker.linking.lines import Line
from checker.linking.structure.change.event import BASES, Event, Reader
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near

_LAST = "last-"  # labels of what is over
_SUM_UP = 3  # lines, its own included, where the pair may stand that a change sums up
_SEASON = 5  # symbols from "in" to "spring"


def earlier(a: Item, b: Item | None, reader: Reader) -> bool:
    """True where both figures have a year and the first one's is before the other's."""
    if b is None:
        return False
    x, y = reader.period(a), reader.period(b)
    return x is not None and x.year is not None and (y is None or y.year is None or x.year < y.year)


def dated(a: Item, b: Item, reader: Reader) -> bool:
    """True where both figures have a year of their own, the first one's before the other's."""
    when = reader.period(b)
    return when is not None and when.year is not None and earlier(a, b, reader)


def pair_of(levels: list[Item], reader: Reader) -> tuple[Item, Item] | None:
    """(new, old) of two levels, nearest first, where words or dates tell which is which."""
    if len(levels) < 2:
        return None
    y, x = levels[0], levels[1]
    if (x.word in BASES) != (y.word in BASES):
        if x.word == "base" and dated(y, x, reader) or y.word == "base" and dated(x, y, reader):
            return (x, y) if dated(y, x, reader) else (y, x)  # "in 2012 it had reached 492"
        return (y, x) if x.word in BASES else (x, y)
    if x.word in BASES:
        return None
    if x.word in ("", "reach") and y.word == "to" and reader.quantity(x).kind == reader.quantity(y).kind and reader.same_scale(x, y) and _named(x, reader):
        return y, x  # "which stood at 31,200, has dwindled to 28,080"
    if dated(x, y, reader) or dated(y, x, reader):
        return (y, x) if dated(x, y, reader) else (x, y)
    if x.then != y.then:
        return (y, x) if x.then != _after_a_year(*((x, y) if x.then else (y, x)), reader) else (x, y)
    if x.now != y.now:
        return (x, y) if x.now else (y, x)
    return None


def _after_a_year(then: Item, other: Item, reader: Reader) -> bool:
    """True of "2.1 million in 2017 and 1.4 million last year": who says so looks back on both."""
    told, when = reader.period(then), reader.period(other)
    return told is not None and told.year is None and (told.label or "").startswith(_LAST) and when is not None and when.year is not None


def whole_base(event: Event, reader: Reader) -> bool:
    """False where the old value is that of one thing among others, or a forecast: "compared with 147.5m for coffee"."""
    line, words, base = event.line, reader.words, event.base
    if not any(i is base for i in event.row) or base.surpassed:
        return True
    if event.changes and any(s in words.extreme for s in line.symbols[base.start : base.at]):
        return False
    if base.word not in ("base", "after"):
        return True
    size = len(line.symbols)
    end = next((p for p in range(base.at + 1, size) if line.symbols[p] in words.separators or line.symbols[p] in words.breaks), size)
    if any(line.symbols[p] in words.expectation for p in range(max(base.start - 2, 0), end)):
        return False
    tail = range(base.at + 1, end)
    if base.then or any(line.quantity[p] >= 0 for p in tail) or len(tail) <= 1:
        return True
    seasoned = near(reader.context).within("told-time", line, end - 2, end)  # "against 4.1 per cent in the spring"
    return not any(line.symbols[p] in words.elsewhere and not (seasoned and end - p < _SEASON) for p in tail)


def beyond(event: Event, reader: Reader) -> None:
    """What the sentences around say, where the one of the change leaves a level open."""
    if event.new is not None:
        _then_value(event, reader)
        if event.base is None:
            _earlier_value(event, reader)
        return
    if event.base is not None:
        _new_told(event, reader)
        return
    nearest = next((i for i, _ in event.backward()), None)
    if nearest is not None and nearest.kind == "change" and not reader.concludes(event):
        return
    if nearest is not None and nearest.kind == "level" and not reader.concludes(event) and nearest.word not in BASES and not nearest.then and not nearest.now:
        if not event.head.apposed and reader.plain(event, nearest) and reader.measures(event, nearest) and event.sign:
            event.new = nearest
            _then_value(event, reader)
        return
    _summed_up(event, reader)


def _then_value(event: Event, reader: Reader) -> None:
    """The old value in the next sentence: "A year earlier it had been 4.0m"; or behind a semicolon in this one."""
    later = [i for i in event.row[event.at + 1 :] if i.kind in ("level", "change") and i is not event.new]
    if len(later) == 1 and later[0].kind == "level" and later[0].then and reader.alike(later[0], event.new) and not reader.own_base(event, len(event.line.symbols)):
        if any(i.kind == "mark" and i.word == ";" and event.head.at < i.at < later[0].at for i in event.row) and _named(event.new, reader):
            event.base, event.tier = later[0], 2
            return
    if _told_before(event, reader):
        return
    number = event.line.number + 1
    if not _same_text(number, event.line, reader) or any(i.kind == "level" for i in event.row[event.at + 1 :] if i is not event.new):
        return
    kinds = (reader.quantity(event.new).kind, "number")
    levels = [i for i in reader.row(number) if i.kind == "level" and reader.alike(i, event.new) and reader.quantity(i).kind in kinds]
    first = levels[0] if len(levels) == 1 else None
    if first is None or not first.then or not first.opens or reader.own_base(event, len(event.line.symbols)) or not reader.same_scale(first, event.new) or any(i.kind == "change" and i.sign for i in reader.row(number)):
        return
    if reader.quantity(event.new).kind in ("number", "count") and not _large(event, reader):
        return
    event.base, event.tier = first, 3


def _large(event: Event, reader: Reader) -> bool:
    return _named(event.new, reader)


def _named(item: Item, reader: Reader) -> bool:
    """True where a figure says what it is: by a unit, a noun, or its size."""
    q = reader.quantity(item)
    return q.unit is not None or q.scale > 1 or bool(q.noun) or q.value is not None and abs(q.value) >= 1000


def _told_before(event: Event, reader: Reader) -> bool:
    """ "A year ago it cost 1,200. It now costs 1,500, 25% more": the old value in the sentence before."""
    number = event.line.number - 1
    if not event.new.now or not _same_text(number, event.line, reader) or reader.own_base(event, len(event.line.symbols)):
        return False
    levels = [i for i in reader.row(number) if i.kind == "level" and reader.same_scale(i, event.new)]
    if len(levels) != 1 or any(i.kind == "change" for i in reader.row(number)) or not any(_named(i, reader) for i in (*levels, event.new)):
        return False
    if not (levels[0].then or (when := reader.period(levels[0])) is not None and when.year):
        return False
    event.base, event.tier = levels[0], 3
    return True


def _earlier_value(event: Event, reader: Reader) -> None:
    """ "In 2011 it had 18,340 inhabitants; by 2021 it had grown by 12%, to 20,541": the older of two dated levels."""
    levels = [i for i in event.row[: event.at] if i.kind == "level" and not i.apposed and reader.alike(i, event.new)]
    if len(levels) == 1 and earlier(levels[0], event.new, reader) and reader.same_scale(levels[0], event.new) and _large(event, reader):
        if not any(i.kind == "change" for i in event.row[: event.at]):
            event.base, event.tier = levels[0], 2


def _new_told(event: Event, reader: Reader) -> None:
    """ "The list stood at 2,375 in June. That is 415 more than in March, when it was 1,960"."""
    if not _opening(event, reader) or not event.head.compared or any(i.kind == "level" for i in event.row[: event.at]):
        return
    number = event.line.number - 1
    if not _same_text(number, event.line, reader):
        return
    levels = [i for i in reader.row(number) if i.kind == "level"]
    if levels and levels[-1].word not in BASES and reader.same_scale(levels[-1], event.base):
        event.new, event.tier = levels[-1], 3
        event.sole = event.base.word == "than" and sum(reader.alike(i, event.base) for i in levels) == 1 and reader.context.lines.lines[number].block == event.line.block


def _same_text(number: int, line: Line, reader: Reader) -> bool:
    lines = reader.context.lines.lines
    return 0 <= number < len(lines) and abs(lines[number].block - line.block) <= 1


def _opening(event: Event, reader: Reader) -> bool:
    """True where the sentence opens with words that point back, and the change follows: "That is 12% less"."""
    line, words = event.line, reader.words
    start, end = 0, min(event.head.start, event.head.at)
    for p in range(end - 1, -1, -1):
        if line.symbols[p] in words.separators and words.separators[line.symbols[p]] in (";", ":"):
            start = p + 1
            break
    between = range(start, end)
    if not all(reader.light(p, line) for p in between):
        return False
    head = event.head
    loose = words.pointing_noun if not (head.noun or head.compared) else words.pointing
    return any(line.symbols[p] in loose for p in between)


def _summed_up(event: Event, reader: Reader) -> None:
    """The pair in front that the change points back to, in its sentence or those before."""
    head = event.head
    pointing = _opening(event, reader) or reader.concludes(event) or head.noun and head.definite and not _own_subject(event, reader)
    pointing = pointing or _predicate(event, reader) or _after_old_value(event, reader) or _tagged_on(event, reader)
    if not pointing or not event.sign or any(m.tag == "blocked" for m in reader.marks(event.line)) or reader.own_base(event, len(event.line.symbols)):
        return
    event.tier = 2
    line, levels, rows = event.line, [], []
    for number in range(line.number, max(-1, line.number - _SUM_UP), -1):
        if not _same_text(number, line, reader):
            return
        row = reader.row(number)[: event.at] if number == line.number else reader.row(number)
        for item in reversed(row):
            if item.kind == "change":
                return
            if item.kind == "level" and not item.apposed:
                if not reader.measures(event, item) or levels and not reader.same_scale(levels[0], item):
                    return
                levels.append(item)
                rows.append(number)
            if len(levels) == 2:
                pair = pair_of(levels, reader)
                named = rows[1] == line.number or any(_named(i, reader) for i in levels)
                if pair is not None and named and (rows[0] == rows[1] or levels[1].word not in BASES):
                    event.new, event.base = pair
                    event.tier = 2 if number == line.number else 3
                    # "it had been 2,912, or 500 less": of the old value?
                    event.tied = not (head.compared and reader.plain(event, event.base, True) and event.base is levels[0] and not _opening(event, reader))
                return


def _predicate(event: Event, reader: Reader) -> bool:
    """ "...; the increase is 20 per cent"."""
    head, symbols = event.head, event.line.symbols
    before = symbols[head.start - 2 : head.start - 1]
    return head.predicate and symbols[head.start - 1 : head.start] in reader.words.demonstrative and (not before or before in reader.words.separators)


def _tagged_on(event: Event, reader: Reader) -> bool:
    """ "from 580 to 540; forty fewer": a bare comparison behind a semicolon or colon."""
    line, words = event.line, reader.words
    at = min(event.head.start, event.head.at)
    while at and reader.light(at - 1, line) and line.symbols[at - 1] not in words.separators:
        at -= 1
    return event.head.compared and at > 0 and words.separators.get(line.symbols[at - 1]) in (";", ":")


def _after_old_value(event: Event, reader: Reader) -> bool:
    """ "That compares with 4.8m a year ago, a rise of 8.3%": the change right behind an old value that has no new one."""
    nearest = next((i for i, _ in event.backward() if i.kind == "level"), None)
    return nearest is not None and (nearest.word in BASES or nearest.then) and not event.head.verb and reader.plain(event, nearest, True)


def _own_subject(event: Event, reader: Reader) -> bool:
    """True where the change names what it changes: "the rise of 12% in wages", "the 2% wage rise"."""
    if event.head.end - event.head.at > 2:
        return True
    end = max(event.head.end, event.head.at + 1)
    return any(s in reader.words.own_subject for s in event.line.symbols[end : end + 1])
