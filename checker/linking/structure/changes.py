"""Changes and what they change: which figure is new, which old, for every "12%", "5,000 more" and "doubled".

Reads the rows of `change_items`. A change takes the levels that words tie to it behind it (to, from), then those in front
of it in its clause, then the pair that the sentence before or after states. A word of rising or falling without a figure
takes its two levels alone and gives a frame of the family "direction".
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from checker.linking.context import Context, period_of, same_unit
from checker.linking.lines import Line, offsets
from checker.linking.structure.change_items import Item, Words, items_of, words_of
from checker.model import Frame, Quantity

_BASES = ("from", "base", "than", "after")
_SUM_UP = 4  # lines back where the pair may stand that a change sums up


@dataclass(slots=True)
class Event:
    """One change while its levels are looked for."""

    line: Line
    row: list[Item]
    at: int  # of the change, or of the word of moving, in the row
    changes: list[Item] = field(default_factory=list)
    sign: int = 0
    new: Item | None = None
    base: Item | None = None
    new_line: Line | None = None
    tied: bool = True
    tier: int = 0
    blocked: str | None = None

    @property
    def head(self) -> Item:
        return self.row[self.at]


@dataclass(slots=True)
class Reader:
    """The rows of a document, made when asked for."""

    context: Context
    words: Words
    rows: dict[int, list[Item]] = field(default_factory=dict)

    def row(self, number: int) -> list[Item]:
        if number not in self.rows:
            self.rows[number] = items_of(self.context.lines.lines[number], self.context, self.words)
        return self.rows[number]

    def quantity(self, item: Item) -> Quantity:
        return self.context.quantity(item.index)

    def alike(self, a: Item | None, b: Item | None) -> bool:
        """True where two levels measure the same, or one of them is missing."""
        if a is None or b is None:
            return True
        p, q = self.quantity(a), self.quantity(b)
        return same_unit(p, q) or _one_per(p, q) or _scaled_alike(p, q)


def _one_per(p: Quantity, q: Quantity) -> bool:
    """ "64 cents a share from 52 cents": the unit without its "per" is the same."""
    heads = [x.unit.partition("/")[0] if x.unit else "" for x in (p, q)]
    return bool(heads[0] and heads[1] and p.unit and q.unit and ("/" in p.unit) != ("/" in q.unit)) and same_unit(*(_headed(x) for x in (p, q)))


def _headed(q: Quantity) -> Quantity:
    from dataclasses import replace

    return replace(q, unit=q.unit.partition("/")[0])


def _scaled_alike(p: Quantity, q: Quantity) -> bool:
    """ "$1.5 billion to 1.9 billion": a bare number with a scale word beside a unit."""
    bare = [x for x in (p, q) if x.unit is None and x.kind == "number"]
    return len(bare) == 1 and bare[0].scale > 1 and (p.scale > 1 and q.scale > 1)


def changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "change" and "direction"."""
    words = words_of(context)
    reader = Reader(context, words)
    found: list[Frame] = []
    for line in context.lines.lines:
        if not any(context.quantity(q).is_measure for q in line.quantities()):
            continue
        row = reader.row(line.number)
        done: list[Event] = []
        for event in _events(line, row, reader):
            _complete(event, done, reader)
            if event.new is not None and event.base is not None:
                done.append(event)
                found.extend(_frames(event, reader))
    return found


def _events(line: Line, row: list[Item], reader: Reader):
    for at, item in enumerate(row):
        if item.kind == "change":
            yield Event(line, row, at, [item], item.sign)
        elif item.kind == "move" or item.kind == "level" and item.word == "than" and item.sign:
            yield Event(line, row, at, [], item.sign)


# ---------------------------------------------------------------- levels in the same sentence


def _complete(event: Event, done: list[Event], reader: Reader) -> None:
    head = event.head
    if head.kind == "level":  # "8,914, fewer than the 9,370"
        event.base = head
        _new_before(event, done, reader)
        return
    _forward(event, reader)
    if not event.changes:
        if event.new is None and event.base is not None and _adverbial(event):
            _new_before(event, done, reader)
        return
    if event.base is not None and event.new is None:
        _new_before(event, done, reader)
    elif event.new is not None and event.base is None:
        _base_before(event, reader)
    elif event.new is None:
        _pair_before(event, reader)
    if event.new is None or event.base is None:
        _beyond(event, reader)


def _adverbial(event: Event) -> bool:
    """ "4.5m, up from 4.0m": the word of moving right behind a mark and right before its level."""
    return event.base.start - event.head.end <= 1


def _forward(event: Event, reader: Reader) -> None:
    """Levels behind the change, up to the next clause or the next change."""
    depth = 0
    row = event.row
    for at in range(event.at + 1, len(row)):
        item = row[at]
        if item.kind == "mark":
            if item.word in (";", "|") or item.word == ":" and not depth:
                return
            depth += {"(": 1, ")": -1}.get(item.word, 0)
        elif item.kind == "move":
            following = row[at + 1] if at + 1 < len(row) else None
            joined = following is not None and following.kind == "level" and following.word and following.start - item.end <= 2
            if not joined or not event.changes and event.new is None and event.base is None and not _same_move(event, item):
                return
        elif item.kind == "change":
            if not _merges(event, item, reader):
                return
            event.changes.append(item)
        elif not _takes(event, item, depth, reader):
            return


def _same_move(event: Event, item: Item) -> bool:
    return event.sign == item.sign and item.start - event.head.end <= 1


def _merges(event: Event, item: Item, reader: Reader) -> bool:
    """ "rose 5.0m, or 12%": another name for the change, of the other kind."""
    if not item.apposed or not event.changes or len(event.changes) > 1:
        return False
    return _claim(reader.quantity(item)) != _claim(reader.quantity(event.changes[0]))


def _claim(q: Quantity) -> str:
    return "multiple" if q.kind == "multiple" else "change" if q.kind in ("percent", "points", "ratio") else "delta"


def _takes(event: Event, item: Item, depth: int, reader: Reader) -> bool:
    """Give the level its part; False where it ends the search."""
    known = event.new or event.base
    if item.apposed and event.changes and len(event.changes) == 1 and known is None and _merges(event, item, reader):
        event.changes.append(item)
        return True
    if known is not None and not reader.alike(known, item):
        return bool(depth or item.apposed or item.word in _BASES or item.word == "to")
    if item.word == "to" and event.new is None:
        event.new = item
        return event.base is None
    if item.word in _BASES and event.base is None:
        event.base = item
        return event.new is None
    if depth and known is not None and event.base is None and (item.then or _earlier(item, event.new, reader)):
        event.base = item
        return False
    return bool(depth) or item.apposed and event.new is None


def _earlier(a: Item, b: Item | None, reader: Reader) -> bool:
    """True where a figure's year is before the other's, or where only it has one in the past."""
    if b is None:
        return False
    x, y = period_of(a.index, reader.context), period_of(b.index, reader.context)
    if x is None or x.year is None:
        return False
    return y is None or y.year is None or x.year < y.year


def _new_before(event: Event, done: list[Event], reader: Reader) -> None:
    """The nearest level in front: "4.5m, up 12% from 4.0m", "4.5m was 12% more than the 4.0m"."""
    for item, crossed in _backward(event):
        if item.kind == "change":
            previous = next((e for e in done if item in e.changes), None)
            if previous is not None and crossed and _plain(event, previous.base or item, reader) and reader.alike(previous.new, event.base):
                event.new = previous.new
            return
        if item.word in _BASES or not reader.alike(item, event.base):
            previous = next((e for e in done if item is e.base), None)
            if previous is not None and _plain(event, item, reader) and reader.alike(previous.new, event.base):
                event.new = previous.new  # "up 2% from 23.5 and 42% above the 17.0"
                return
            if item.word in _BASES:
                return
            continue
        if item.then and not event.base.then:
            return
        event.new = item
        event.tied = _plain(event, item, reader) or _opens(event, item)
        return


def _opens(event: Event, item: Item) -> bool:
    """ "At 31 percent, backing was up four points on the 27 percent": the sentence opens with the level."""
    return item.at <= 2 and not any(i.kind in ("level", "change") for i in event.row[event.row.index(item) + 1 : event.at])


def _backward(event: Event):
    """Levels and changes in front of the change in its clause, nearest first, and whether a mark lies between."""
    depth, crossed = 0, False
    for at in range(event.at - 1, -1, -1):
        item = event.row[at]
        if item.kind == "mark":
            if item.word in (";", "|", ":"):
                return
            if item.word == ")":
                depth += 1
            elif item.word == "(":
                depth = max(0, depth - 1)
            crossed = True
        elif item.kind == "level" and not depth or item.kind == "change":
            yield item, crossed


def _plain(event: Event, item: Item, reader: Reader) -> bool:
    """True where nothing but filling words, dates and marks lies between a level and the change: no other subject."""
    line, words = event.line, reader.words
    start, end = item.at + 1, min(event.head.start, event.head.at)
    last = max((p for p in range(start, end) if line.symbols[p] in words.separators), default=None)
    if last is not None:
        return all(_light(p, line, words) for p in range(last + 1, end))
    return sum(not _light(p, line, words) for p in range(start, end)) <= 6 and not any(line.symbols[p] in words.conjunction for p in range(start, end))


def _light(place: int, line: Line, words: Words) -> bool:
    symbol = line.symbols[place]
    return line.quantity[place] >= 0 or symbol in words.filler or symbol in words.auxiliary


def _base_before(event: Event, reader: Reader) -> None:
    """ "from 4.0m in 2019, output rose 12% to 4.5m"; "it had 4.0m in 2011 and has grown by 12%, to 4.5m"."""
    for item, _ in _backward(event):
        if item.kind == "change":
            return
        if not reader.alike(item, event.new):
            continue
        if item.word in _BASES or item.then or _earlier(item, event.new, reader):
            event.base, event.tier = item, 0 if item.word in _BASES else 1
            event.tied = item.word in _BASES or _counted_alike(item, event.new, reader)
        return


def _counted_alike(a: Item, b: Item, reader: Reader) -> bool:
    p, q = reader.quantity(a), reader.quantity(b)
    return bool(p.unit) or not (p.noun and q.noun) or p.noun[-1] == q.noun[-1]


def _pair_before(event: Event, reader: Reader) -> None:
    """ "4.5m, compared with 4.0m a year earlier, a rise of 12%"; "from 4.0m to 4.5m, or 12%"."""
    levels: list[Item] = []
    for item, _ in _backward(event):
        if item.kind == "change":
            break
        if not levels or reader.alike(levels[0], item):
            levels.append(item)
        if len(levels) == 2:
            break
    pair = _pair(levels, reader)
    if pair is None:
        return
    event.new, event.base = pair
    later = max(pair, key=lambda i: i.at)
    event.tied = (event.head.apposed or _plain(event, later, reader)) and _whole_base(event, reader)
    if not event.sign:
        event.sign = next((i.sign for i in reversed(event.row[: event.at]) if i.kind == "move" and i.sign), 0)


def _pair(levels: list[Item], reader: Reader) -> tuple[Item, Item] | None:
    """(new, old) of two levels, nearest first, where words or dates tell which is which."""
    if len(levels) < 2:
        return None
    y, x = levels[0], levels[1]
    if (x.word in _BASES) != (y.word in _BASES):
        return (y, x) if x.word in _BASES else (x, y)
    if x.word in _BASES:
        return None
    if x.then != y.then:
        return (y, x) if x.then else (x, y)
    if x.now != y.now:
        return (x, y) if x.now else (y, x)
    if _earlier(x, y, reader) or _earlier(y, x, reader):
        return (y, x) if _earlier(x, y, reader) else (x, y)
    return None


def _whole_base(event: Event, reader: Reader) -> bool:
    """False where the old value is that of one thing among others, or a forecast: "compared with 147.5m for coffee"."""
    line, words, base = event.line, reader.words, event.base
    if base.word not in ("base", "after") or not any(i is base for i in event.row):
        return True
    around = [p for p in range(max(base.start - 6, 0), len(line.symbols))]
    end = next((p for p in around if p > base.at and (line.symbols[p] in words.separators or line.symbols[p] in words.breaks)), len(line.symbols))
    if any(line.symbols[p] in words.expectation for p in range(max(base.start - 2, 0), end)):
        return False
    tail = range(base.at + 1, end)
    if base.then or any(line.quantity[p] >= 0 for p in tail) or len(tail) <= 1:
        return True
    return not any(line.symbols[p] in words.elsewhere for p in tail)


# ---------------------------------------------------------------- levels in other sentences


def _beyond(event: Event, reader: Reader) -> None:
    """What the sentences around say: the pair that a change sums up, an old value told afterwards."""
    head = event.head
    if event.new is not None:
        _then_value(event, reader)
        return
    if event.base is not None:
        return
    opening = _first_of_clause(event, reader)
    nearest = next((i for i, _ in _backward(event) if i.kind == "level"), None)
    if nearest is not None and not head.apposed and _plain(event, nearest, reader) and _measures(event, nearest, reader) and not nearest.word:
        event.new = nearest
        _then_value(event, reader)
        if event.base is not None:
            return
        event.new = None
    anaphoric = opening or head.noun and head.definite or _concludes(event, reader)
    if anaphoric or head.noun or head.compared:
        _summed_up(event, anaphoric, reader)


def _concludes(event: Event, reader: Reader) -> bool:
    """True where the clause of the change opens with a word of conclusion: "so turnout has slipped by 5.9 points"."""
    line, words = event.line, reader.words
    start = max((i.end for i in event.row[: event.at] if i.kind in ("mark", "level") and i.end <= event.head.start), default=0)
    return any(line.symbols[p] in words.concluding for p in range(start, min(start + 3, len(line.symbols))))


def _measures(event: Event, item: Item, reader: Reader) -> bool:
    """Points change percentages; amounts change levels of their own unit; percentages change anything."""
    change, level = reader.quantity(event.changes[0]), reader.quantity(item)
    claim = _claim(change)
    if change.kind == "points":
        return level.kind == "percent"
    return claim != "delta" or same_unit(change, level)


def _then_value(event: Event, reader: Reader) -> None:
    """The old value in the next sentence or the one before: "A year earlier it had been 4.0m."."""
    line = event.line
    for number in (line.number + 1, line.number - 1, line.number - 2):
        if not _same_text(number, line, reader):
            continue
        levels = [i for i in reader.row(number) if i.kind == "level" and reader.alike(i, event.new)]
        first = levels[0] if number > line.number and levels else levels[-1] if levels else None
        if first is not None and first.then and not any(i.kind == "change" and i.sign for i in reader.row(number)):
            event.base, event.tier = first, 3
            event.tied = event.tied and len(levels) == 1 and _counted_alike(first, event.new, reader) and _sums(event, reader)
            return
    _earlier_value(event, reader)


def _earlier_value(event: Event, reader: Reader) -> None:
    """ "In 2011 it had 18,340 inhabitants; by 2021 it had grown by 12%, to 20,541": the older of two dated levels."""
    line = event.line
    for number in range(line.number, max(-1, line.number - 3), -1):
        if not _same_text(number, line, reader):
            return
        row = reader.row(number)[: event.at] if number == line.number else reader.row(number)
        levels = [i for i in row if i.kind == "level" and reader.alike(i, event.new)]
        if levels:
            if _earlier(levels[-1], event.new, reader) and _sums(event, reader):
                event.base, event.tier = levels[-1], 2 if number == line.number else 3
                event.tied = len(levels) == 1 and _counted_alike(levels[-1], event.new, reader) and number == line.number
            return


def _sums(event: Event, reader: Reader) -> bool:
    q = reader.quantity(event.new)
    return bool(q.unit or q.noun or q.scale > 1)


def _same_text(number: int, line: Line, reader: Reader) -> bool:
    lines = reader.context.lines.lines
    return 0 <= number < len(lines) and abs(lines[number].block - line.block) <= 1


def _first_of_clause(event: Event, reader: Reader) -> bool:
    """True where a pronoun, an article or nothing stands in front of the change in its clause: "that is 12% less"."""
    line, words = event.line, reader.words
    at = min(event.head.start, event.head.at)
    while at and _light(at - 1, line, words) and line.symbols[at - 1] not in words.separators:
        at -= 1
    return not at or line.symbols[at - 1] in words.separators or line.symbols[at - 1] in words.breaks


def _summed_up(event: Event, opening: bool, reader: Reader) -> None:
    """The last pair in front that the change can sum up, in its sentence or those before."""
    line = event.line
    levels: list[Item] = []
    for number in range(line.number, max(-1, line.number - _SUM_UP), -1):
        if not _same_text(number, line, reader):
            break
        row = reader.row(number)[: event.at] if number == line.number else reader.row(number)
        for item in reversed(row):
            if item.kind == "change" and number != line.number:
                return
            if item.kind == "level" and _measures(event, item, reader) and (not levels or reader.alike(levels[0], item)):
                levels.append(item)
                if len(levels) == 2:
                    pair = _pair(levels, reader)
                    if pair is not None:
                        event.new, event.base = pair
                        event.tier = 2 if number == line.number else 3
                        event.tied = opening and not _own_subject(event, reader) and _counted_alike(*pair, reader)
                    return


def _own_subject(event: Event, reader: Reader) -> bool:
    """True where the change names what it changes: "a rise of 12% in wages"."""
    line, words = event.line, reader.words
    end = max(event.head.end, event.head.at + 1)
    return any(s in words.elsewhere for s in line.symbols[end : end + 1])


# ---------------------------------------------------------------- frames


def _frames(event: Event, reader: Reader) -> list[Frame]:
    if event.new is event.base or not reader.alike(event.new, event.base):
        return []
    if event.new.negative != event.base.negative and _swings(event, reader):
        return []
    blocked = _blocked(event, reader)
    claims = {"new": (event.new.index,), "base": (event.base.index,)}
    for item in event.changes:
        claims.setdefault(_named(event, item, reader), (item.index,))
    if len({q for qs in claims.values() for q in qs}) < len(claims):
        return []
    tied = event.tied and _whole_base(event, reader)
    made = partial(Frame, claims=claims, cue=_cue(event, reader), pinned=frozenset(claims) if tied else frozenset(), tier=event.tier)
    if event.changes:
        sign = 0 if any(i.better and not i.sign for i in event.changes) else event.sign
        return [made("change", sign=sign, blocked=blocked, source="changes")]
    if not event.sign or event.head.better or blocked:
        return []
    return [made("direction", sign=event.sign, source="changes")]


def _swings(event: Event, reader: Reader) -> bool:
    return reader.quantity(event.new).kind != "percent"


def _named(event: Event, item: Item, reader: Reader) -> str:
    q = reader.quantity(item)
    claim = _claim(q)
    if q.kind == "points" and reader.quantity(event.new).kind != "percent":
        return "delta"
    return claim


def _cue(event: Event, reader: Reader) -> tuple[int, int]:
    head = event.head
    return offsets(event.line, min(head.start, head.at), max(head.end, head.at + 1), reader.context.extraction)


def _blocked(event: Event, reader: Reader) -> str | None:
    """The reason why these figures are not to be compared."""
    line, words, context = event.line, reader.words, reader.context
    if any(i.blocked for i in event.changes):
        return "blocked-basis"
    if _negated(event, reader):
        return "negated"
    if any(s in words.respectively for s in line.symbols) and sum(i.kind == "level" for i in event.row) > 2:
        return "respectively"
    bare = all(reader.quantity(i).kind in ("number", "currency") for i in (event.new, event.base))
    if bare and _quoted(event, reader):
        return "inverted-quote"
    if any(i.yearly for i in event.changes):
        when = period_of(event.base.index, context)
        if when is not None and not event.base.then and when.label is not None:
            return "year-on-year"
    return None


def _negated(event: Event, reader: Reader) -> bool:
    start = min(event.head.start, event.head.at)
    return any(s in reader.words.negation for s in event.line.symbols[max(0, start - 3) : start])


def _quoted(event: Event, reader: Reader) -> bool:
    """True where what moves is a currency: its price falls where it rises."""
    line, words = event.line, reader.words
    start = max((i.start for i in event.row[: event.at] if i.kind == "mark" and i.word in (";", "|")), default=0)
    end = min(event.head.start, event.head.at)
    return any(line.symbols[p] in words.currency and line.quantity[p] < 0 for p in range(max(start, end - 14), end))
