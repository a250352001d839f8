"""The levels that words tie to a change, in its own sentence: behind it (to, from), then in front of it."""

from __future__ import annotations

from checker.linking.lines import Line
from checker.linking.structure.change.doubts import of_what_is_named
from checker.linking.structure.change.event import BASES, Event, Reader, claim_of
from checker.linking.structure.change.pairs import dated, earlier, pair_of, whole_base
from checker.linking.structure.change.terms import Item
from checker.linking.structure.change.twins import twin

_NEAR = 8  # tokens between "3.2 times" and the old value behind it


def forward(event: Event, done: list[Event], reader: Reader) -> None:
    """Levels behind the change, up to the next clause or the next change."""
    depth = 0
    row = event.row
    for at in range(event.at + 1, len(row)):
        item = row[at]
        following = row[at + 1] if at + 1 < len(row) else None
        if item.kind == "mark":
            if item.word in (";", "|") or item.word == ":" and not depth and not _lists_pair(event, at):
                return
            depth += {"(": 1, ")": -1}.get(item.word, 0)
            if depth < 0 or item.word == "&" and _next_pair(event, at):
                return
        elif item.kind == "move":
            if not _leads(event, item, following):
                return
        elif item.kind == "change" and item.aside:
            continue
        elif item.kind == "change":
            if not _merges(event, item, reader):
                return
            event.changes.append(item)
        elif not _takes(event, item, following, depth, reader):
            return
        elif item is event.base and event.new is None and event.changes and not _to_follows(following) and _settled(event, done, reader):
            return


def _next_pair(event: Event, at: int) -> bool:
    """True of "from 6.4 to 3.9, a drop of 2.5, and from 6.3 to 4.1": the change sums up the pair in front."""
    words = [i.word if i.kind == "level" else "" for i in event.row[at + 1 : at + 3]]
    return event.head.noun and sorted(words) == ["from", "to"] and any(i.kind == "level" and i.word in ("from", "to") for i in event.row[: event.at])


def _to_follows(item: Item | None) -> bool:
    return item is not None and item.kind == "level" and item.word == "to"


def _lists_pair(event: Event, at: int) -> bool:
    """ "five times what we paid: 9,500 instead of 1,900": a colon, then a level and its base."""
    pair = [i for i in event.row[at + 1 : at + 3]]
    return len(pair) == 2 and all(i.kind == "level" for i in pair) and not pair[0].word and pair[1].word == "base" and event.new is event.base is None


def _leads(event: Event, item: Item, following: Item | None) -> bool:
    """ "12%, bringing it to 4.5m", "to 4.5m, up from 4.0m": a word of moving that only leads to a level of this change."""
    joined = following is not None and following.kind == "level" and following.word and following.start - item.end <= 2
    if not joined:
        return False
    if event.base is not None and event.new is None and _crossed(event, item):
        return False
    fresh = not event.changes and event.new is None and event.base is None
    if event.new is event.base is None and any(i.kind == "mark" and i.word == "&" and i.at == item.start - 1 for i in event.row):
        return False  # "doubled in the sixties and grew from 60,000 to 75,000 thereafter"
    return not fresh or event.sign == item.sign and item.start - event.head.end <= 1


def _crossed(event: Event, item: Item) -> bool:
    """True where "and" stands between the old value and a further word of moving."""
    return any(i.kind == "mark" and i.word == "&" and event.base.at < i.at < item.start for i in event.row)


def _merges(event: Event, item: Item, reader: Reader) -> bool:
    """ "rose 5.0m, or 12%": another name for the change, of the other kind."""
    if not item.apposed or len(event.changes) != 1:
        return False
    return claim_of(reader.quantity(item)) != claim_of(reader.quantity(event.changes[0])) != "multiple"


def _takes(event: Event, item: Item, following: Item | None, depth: int, reader: Reader) -> bool:
    """Give the level its part; False where it ends the search."""
    known = event.new or event.base
    if known is None and (depth == 0 or twin(event, item, reader)) and _merges(event, item, reader):
        event.changes.append(item)
        return True
    if known is not None and not reader.alike(known, item):
        return bool(depth or item.apposed or item.word in BASES or item.word == "to")
    if event.base is None and event.new is None and event.changes and item.word in ("", "reach") and _told_then(event, item, reader):
        event.base = item
        return False
    if item.word in ("to", "reach") and event.new is None and _continues(event, item, reader):
        event.new = item
        return event.base is None
    if item.word in BASES and event.base is None and _continues(event, item, reader):
        event.base = item
        return event.new is None
    if item.word:
        return False
    if known is None and following is not None and following.kind == "level" and following.word == "base" and reader.alike(item, following):
        event.new = item  # in brackets or behind a colon: "(8.8% versus 2.2%)"
        return bool(depth) or _colon(event, item) or _multiple(event, reader)
    if event.base is None and event.new is not None and not depth and item.then and _just_behind(event, item, reader):
        event.base = item
        return False
    if event.base is None and _old_value(event, item, depth, reader):
        event.base = item
        return False
    return bool(depth) or item.apposed and event.new is None


def _colon(event: Event, item: Item) -> bool:
    return any(i.kind == "mark" and i.word == ":" and event.head.at < i.at < item.at for i in event.row)


def _continues(event: Event, item: Item, reader: Reader) -> bool:
    """False where another subject opens between the change and a level behind a comma: "12% higher, the old figure having been
    cut from 51m"; a word of moving may lead there: "12%, taking membership to 4.5m"."""
    known = event.new or event.base
    start = max((i.at for i in (event.head, known) if i is not None and i.at < item.start), default=event.head.start)
    comma = next((i.at for i in reversed(event.row) if i.kind == "mark" and i.word in ",)" and start < i.at < item.start and not _closes_aside(event, i, start)), None)
    if comma is None or item.word == "than":
        return True
    own = [p for p in range(comma + 1, item.start) if not reader.light(p, event.line)]
    led = any(i.kind == "move" and i.start == comma + 1 for i in event.row)
    opened = event.head.start <= 1 and event.base is not None and item.word in ("to", "reach")  # "Up 15% from 400, output reached 460"
    return len(own) <= (4 if led and item.word in ("to", "from") or opened else 0)


def _closes_aside(event: Event, mark: Item, start: int) -> bool:
    """True of the end of brackets that open behind a position: "from ten per cent (4.9 million) to 12"."""
    return mark.word == ")" and any(i.kind == "mark" and i.word == "(" and start < i.at < mark.at for i in event.row)


def _old_value(event: Event, item: Item, depth: int, reader: Reader) -> bool:
    """ "(2022: 22.5m)", "3.2 times the 160m", "415 more than at the end of March, when it was 1,960"."""
    symbols, words = event.line.symbols, reader.words
    if depth and event.new is not None:
        dated = event.line.quantity[item.at - 2] >= 0 and reader.context.quantity(event.line.quantity[item.at - 2]).when is not None
        return item.then or words.separators.get(symbols[item.at - 1]) == ":" and dated
    if depth:
        return False
    change = reader.quantity(event.changes[0]) if event.changes else None
    if change is not None and change.kind == "multiple" and event.new is None:
        between = symbols[max(event.head.end, event.head.at + 1) : item.at]
        return len(between) <= _NEAR and words.separators.keys().isdisjoint(between) and symbols[item.at - 1] not in words.span_before
    between = [i for i in event.row if i.kind == "mark" and event.head.at < i.at < item.at]
    if not event.head.compared or not item.then or event.new is not None or not between or between[-1].word != ",":
        return False
    return item.at - event.head.at <= 22 and all(i.word == "," for i in between)


def _just_behind(event: Event, item: Item, reader: Reader) -> bool:
    """ "to 82.90, having closed at 81.50 the day before": a few words behind the comma after the new value."""
    comma = next((i.at for i in event.row if i.kind == "mark" and i.word == "," and event.new.at < i.at < item.at), None)
    return comma is not None and item.at - comma <= 5 and reader.same_scale(item, event.new)


def _told_then(event: Event, item: Item, reader: Reader) -> bool:
    """ "12% more than in 2021, when 82,500 came", "four times as many as in 2010 (300)"."""
    line, words = event.line, reader.words
    start = max(event.head.end, event.head.at + 1)
    if event.head.compared and line.symbols[start : start + 1] in words.base_weak and line.symbols[start + 1 : start + 2] in words.when:
        told = line.symbols[start + 2 : item.at]  # "nine more than when she took over with 55"
        return len(told) <= 10 and words.separators.keys().isdisjoint(told)
    first = next((p for p in range(start, min(start + 9, item.at)) if line.symbols[p] in words.separators), None)
    if first is None or not _says_when(start, first, line, reader):
        return False
    if words.separators[line.symbols[first]] == "(":
        return item.at - first <= 2 and (event.head.compared or _multiple(event, reader))
    told = line.symbols[first + 1 : item.at]
    return words.separators[line.symbols[first]] == "," and told[:1] in words.when and len(told) <= 7 and words.separators.keys().isdisjoint(told)


def _says_when(start: int, stop: int, line: Line, reader: Reader) -> bool:
    """True where a date or words like "a year before" stand between two positions."""
    words = reader.words
    if any(line.quantity[p] >= 0 and reader.context.quantity(line.quantity[p]).when is not None for p in range(start, stop)):
        return words.coming.isdisjoint(line.symbols[start:stop])
    return any(m.tag == "then" and start <= m.start and m.end <= stop for m in reader.marks(line))


def _settled(event: Event, done: list[Event], reader: Reader) -> bool:
    """True where a level in front completes the change, so that none behind may."""
    new_before(event, done, reader)
    if event.new is not None and event.tied:
        return True
    event.new, event.tied = None, True
    return False


def new_before(event: Event, done: list[Event], reader: Reader) -> None:
    """The nearest level in front: "4.5m, up 12% from 4.0m", "4.5m was 12% more than the 4.0m"."""
    for item, crossed in event.backward():
        if event.head.kind == "level" and item.word == "base" and reader.alike(item, event.base):
            event.new = item  # "compared with 1.52bn last year, up from 1.01bn in 1985"
            return
        owner = next((e for e in done if item is e.base or item in e.changes), None)
        if owner is not None and (crossed or item is owner.base):
            if reader.plain(event, item) and reader.alike(owner.new, event.base):
                event.new = owner.new  # "up 2% from 23.5 and 42% above the 17.0"
            return
        if item.apposed and not event.changes:
            return  # "7.2m, or 10.6%, higher than the 68.0m"
        if item.kind == "change" or item.word in BASES and reader.alike(item, event.base):
            return
        if reader.alike(item, event.base) and not (item.apposed and item is not event.row[0]):
            item = _of_noun(event, item, reader)
            event.new = item
            event.tied = reader.plain(event, item) or _opens(event, item)
            return


def _of_noun(event: Event, item: Item, reader: Reader) -> Item:
    """A level further in front that counts the same thing as the old value: not "16" of "99,822 children under 16"."""
    noun = reader.quantity(event.base).noun
    if noun and not reader.quantity(item).noun:
        for other, _ in event.backward():
            if other.kind == "level" and reader.quantity(other).noun[-1:] == noun[-1:]:
                return other
    return item


def _opens(event: Event, item: Item) -> bool:
    """ "At 31 percent, backing was up four points on the 27 percent": the sentence opens with the level."""
    return item.at <= 2 and not any(i.kind in ("level", "change") for i in event.row[event.row.index(item) + 1 : event.at])


def base_before(event: Event, done: list[Event], reader: Reader) -> None:
    """ "from 4.0m in 2019, output rose 12% to 4.5m"; "it had 4.0m in 2011 and has grown by 12%, to 4.5m"."""
    for item, _ in event.backward():
        if item.kind == "change" or any(item is e.base or item is e.new for e in done):
            return
        if item.apposed or not reader.alike(item, event.new):
            continue
        if item.word == "to":
            return
        if item.word in BASES or item.then or earlier(item, event.new, reader):
            event.base, event.tier = item, 0 if item.word in BASES else 1
            opens = item.start <= 2 or reader.plain(event, item, True)
            event.tied = item.word in ("from", "base") and opens or (item.then or dated(item, event.new, reader)) and reader.same_scale(item, event.new)
        return


def pair_before(event: Event, reader: Reader) -> None:
    """ "4.5m, compared with 4.0m a year earlier, a rise of 12%"; "from 4.0m to 4.5m, or 12%"."""
    levels: list[Item] = []
    for item, _ in event.backward():
        if item.kind == "change":
            break
        if not item.apposed and reader.measures(event, item) and (not levels or reader.alike(levels[0], item)):
            levels.append(item)
        if len(levels) == 2:
            break
    pair = pair_of(levels, reader)
    if pair is None or not reader.measures(event, pair[0]):
        return
    event.new, event.base = pair
    later = max(pair, key=lambda i: i.at)
    first = levels[-1]
    if first.word in ("base", "than") and first is event.base and first.at > 8:
        event.tied = False  # "7,447 compared with 5,031, N 3,358, up 12%": another item of a list
        return
    summing = (not event.head.verb and reader.plain(event, later, True)) or reader.concludes(event)
    own = not event.head.apposed and reader.own_base(event, len(event.line.symbols)) or _fraction_of(event, reader)
    behind = {later.word, first.word} == {"from", "to"} and reader.plain(event, later, True) and reader.quantity(event.head).kind == "points"
    event.tied = (event.head.apposed or bool(event.sign or _multiple(event, reader)) and summing or behind) and not own and whole_base(event, reader)
    if not event.sign:
        event.sign = next((i.sign for i in reversed(event.row[: event.at]) if i.kind == "move" and i.sign), 0)


def named_again(event: Event, reader: Reader) -> None:
    """ "fell to 36.2m from 37.3m, or 3.1%": not where each level has its own percentage, "to 500 shares, or 4%, from 900, or 7%"."""
    line, row, at = event.line, event.row, event.at
    before = [i for i in row[:at] if i.kind in ("level", "change", "move")]
    of = line.symbols[event.head.at + 1 : event.head.at + 2]
    if len(before) < 3 or of in reader.words.own_subject:
        return
    y, x, move = before[-1], before[-2], before[-3]
    marks = {x.word, y.word}
    if move.kind != "move" or not move.sign or "to" not in marks or not marks & {"from", "base"} or not reader.alike(x, y):
        return
    event.new, event.base = (x, y) if x.word == "to" else (y, x)
    event.sign, event.tied = move.sign, not any(i.kind == "mark" and i.word in ";|" for i in row[row.index(move) : at])


def _multiple(event: Event, reader: Reader) -> bool:
    return bool(event.changes) and reader.quantity(event.changes[0]).kind == "multiple"


def _fraction_of(event: Event, reader: Reader) -> bool:
    """ "twice the normal drop": what it is a multiple of is said in words."""
    return _multiple(event, reader) and of_what_is_named(max(event.head.end, event.head.at + 1), event.line, reader)
