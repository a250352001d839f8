"""Changes and what they change: which figure is new, which old, for every "12%", "5,000 more" and "doubled".

Reads the rows of `change_items`. A change takes the levels that words tie to it behind it (to, from), then those in front
of it in its clause, then the pair that a sentence near by states (see `change_pairs`). A word of rising or falling
without a figure takes its two levels alone and gives a frame of the family "direction".
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.change_event import BASES, Event, Reader, claim_of, reader_of
from checker.linking.structure.change_items import Item
from checker.linking.structure.change_pairs import beyond, dated, earlier, pair_of, whole_base
from checker.model import Frame

_NEAR = 8  # tokens between "3.2 times" and the old value behind it


def changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "change" and "direction"."""
    reader = reader_of(context)
    telling = reader.words.telling
    found: list[Frame] = []
    for line in context.lines.lines:
        if telling.isdisjoint(line.symbols) or not any(context.quantity(q).is_measure for q in line.quantities()):
            continue
        done: list[Event] = []
        for event in _events(line, reader.row(line.number)):
            _complete(event, done, reader)
            if event.new is not None and event.base is not None:
                done.append(event)
                found.extend(_frames(event, reader))
    return found


def _events(line: Line, row: list[Item]):
    for at, item in enumerate(row):
        if item.kind == "change" and not item.aside or item.kind == "level" and item.apposed and item.percent:
            yield Event(line, row, at, [item], item.sign)
        elif item.kind == "move" or item.kind == "level" and item.word == "base" and item.sign:
            yield Event(line, row, at, [], item.sign)


def _complete(event: Event, done: list[Event], reader: Reader) -> None:
    if event.head.kind == "level" and not event.changes:  # "8,914, fewer than the 9,370"
        event.base = event.head
        _new_before(event, done, reader)
        return
    if event.head.kind == "level":  # "to 37.3m from 36.2m, or 3.5%"
        if not any(event.head in e.changes for e in done):
            _named_again(event, reader)
        return
    _forward(event, done, reader)
    if not event.changes:
        if event.new is None and event.base is not None and event.base.start - event.head.end <= 1:
            _new_before(event, done, reader)
        return
    if event.base is not None and event.new is None:
        _new_before(event, done, reader)
    elif event.new is not None and event.base is None:
        _base_before(event, done, reader)
    elif event.new is None:
        _pair_before(event, reader)
    if event.new is None or event.base is None:
        beyond(event, done, reader)


# ---------------------------------------------------------------- levels behind


def _forward(event: Event, done: list[Event], reader: Reader) -> None:
    """Levels behind the change, up to the next clause or the next change."""
    depth = 0
    row = event.row
    for at in range(event.at + 1, len(row)):
        item = row[at]
        following = row[at + 1] if at + 1 < len(row) else None
        if item.kind == "mark":
            if item.word in (";", "|") or item.word == ":" and not depth and not _lists_pair(event, at, reader):
                return
            depth += {"(": 1, ")": -1}.get(item.word, 0)
            if depth < 0:
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


def _to_follows(item: Item | None) -> bool:
    return item is not None and item.kind == "level" and item.word == "to"


def _lists_pair(event: Event, at: int, reader: Reader) -> bool:
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
    if known is None and depth == 0 and _merges(event, item, reader):
        event.changes.append(item)
        return True
    if known is not None and not reader.alike(known, item):
        return bool(depth or item.apposed or item.word in BASES or item.word == "to")
    if item.word == "to" and event.new is None and _continues(event, item, reader):
        event.new = item
        return event.base is None
    if item.word in BASES and event.base is None and _continues(event, item, reader):
        event.base = item
        return event.new is None
    if item.word:
        return False
    if known is None and following is not None and following.kind == "level" and following.word == "base" and reader.alike(item, following):
        event.new = item  # in brackets or behind a colon: "(8.8% versus 2.2%)"
        return bool(depth) or _colon(event, item)
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
    comma = next((i.at for i in reversed(event.row) if i.kind == "mark" and i.word in ",)" and start < i.at < item.start), None)
    if comma is None or item.word == "than":
        return True
    own = [p for p in range(comma + 1, item.start) if not reader.light(p, event.line)]
    led = event.head.start <= 1 or any(i.kind == "move" and i.start == comma + 1 for i in event.row)
    return len(own) <= (4 if led and item.word == "to" else 0)


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
        return len(between) <= _NEAR and not any(s in words.separators for s in between)
    between = [i for i in event.row if i.kind == "mark" and event.head.at < i.at < item.at]
    if not event.head.compared or not item.then or event.new is not None or not between or between[-1].word != ",":
        return False
    return item.at - event.head.at <= 22 and all(i.word == "," for i in between)


def _settled(event: Event, done: list[Event], reader: Reader) -> bool:
    """True where a level in front completes the change, so that none behind may."""
    _new_before(event, done, reader)
    if event.new is not None and event.tied:
        return True
    event.new, event.tied = None, True
    return False


# ---------------------------------------------------------------- levels in front


def _new_before(event: Event, done: list[Event], reader: Reader) -> None:
    """The nearest level in front: "4.5m, up 12% from 4.0m", "4.5m was 12% more than the 4.0m"."""
    for item, crossed in event.backward():
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


def _base_before(event: Event, done: list[Event], reader: Reader) -> None:
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


def _pair_before(event: Event, reader: Reader) -> None:
    """ "4.5m, compared with 4.0m a year earlier, a rise of 12%"; "from 4.0m to 4.5m, or 12%"."""
    levels: list[Item] = []
    for item, _ in event.backward():
        if item.kind == "change":
            break
        if not item.apposed and (not levels or reader.alike(levels[0], item)):
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
    event.tied = (event.head.apposed or bool(event.sign or _multiple(event, reader)) and summing) and not own and whole_base(event, reader)
    if not event.sign:
        event.sign = next((i.sign for i in reversed(event.row[: event.at]) if i.kind == "move" and i.sign), 0)


def _named_again(event: Event, reader: Reader) -> None:
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
    return reader.quantity(event.changes[0]).kind == "multiple"


def _fraction_of(event: Event, reader: Reader) -> bool:
    """ "twice the normal drop": what it is a multiple of is said in words."""
    end = max(event.head.end, event.head.at + 1)
    return _multiple(event, reader) and event.line.symbols[end : end + 1] in reader.words.article


# ---------------------------------------------------------------- frames


def _frames(event: Event, reader: Reader) -> list[Frame]:
    if event.new is event.base or not reader.alike(event.new, event.base):
        return []
    if any(reader.quantity(i).value == 0 for i in (event.new, event.base)):
        return []
    if event.new.negative != event.base.negative and reader.quantity(event.new).kind != "percent":
        return []  # from a loss to a profit
    claims = {"new": (event.new.index,), "base": (event.base.index,)}
    for item in event.changes:
        if reader.measures(event, event.new, item):
            claims.setdefault(_named(event, item, reader), (item.index,))
    if len({q for qs in claims.values() for q in qs}) < len(claims) or event.tier > 1 and not event.tied:
        return []
    blocked = _blocked(event, reader)
    tied = event.tied and whole_base(event, reader) and not _other_period(event, reader) and not _loose(event, reader)
    pinned = frozenset(claims) if tied else frozenset()
    cue = offsets(event.line, min(event.head.start, event.head.at), max(event.head.end, event.head.at + 1), reader.context.extraction)
    if event.changes:
        sign = 0 if any(i.better and not i.sign for i in event.changes) else event.sign
        if len(claims) < 3:
            return []
        found = [Frame("change", cue, claims, {}, sign, pinned, event.tier, blocked, (), "changes")]
        if _bracketed(event) and event.base.word == "base" and not event.base.then:  # which group comes first is anybody's guess
            turned = {**claims, "new": claims["base"], "base": claims["new"]}
            found.append(Frame("change", cue, turned, {}, sign, pinned, event.tier, blocked, (), "changes"))
        return found
    if not event.sign or event.head.better and not _better_up(event, reader) or blocked or not tied or _contrary(event) or _names_other(event, reader):
        return []
    return [Frame("direction", cue, claims, {}, event.sign, pinned, event.tier, None, (), "changes")]


def _named(event: Event, item: Item, reader: Reader) -> str:
    q = reader.quantity(item)
    return "delta" if q.kind == "points" and reader.quantity(event.new).kind != "percent" else claim_of(q)


def _better_up(event: Event, reader: Reader) -> bool:
    """True of "the margin improved": there better is more."""
    line, words, head = event.line, reader.words, event.head
    if line.symbols[head.start : head.end] not in words.made_better:
        return False
    return any(s in words.more_is_better for s in line.symbols[max(0, head.start - 6) : head.start])


def _contrary(event: Event) -> bool:
    """True where another word of moving in the clause says the contrary: "cut its growth forecast to 2 from 3.2"."""
    first, last = event.head.start, max(event.new.at, event.base.at)
    return any(i.kind == "move" and i is not event.head and first - 14 <= i.start <= last and i.sign and i.sign != event.sign for i in event.row)


def _names_other(event: Event, reader: Reader) -> bool:
    """True where the word does not say which way these two levels go: "the growth forecast", "rates ranged from", losses."""
    line, words, head = event.line, reader.words, event.head
    first = min(event.new.start, event.base.start)
    between = line.symbols[head.end : first] if first >= head.end else ""
    if any(s in words.ranging for s in between) or len(between) > 9:
        return True
    if any((reader.quantity(i).value or 0) < 0 for i in (event.new, event.base)):
        return True
    if event.head.kind == "level" and event.base.word == "base" and (_unnamed(event.base, reader) or _unnamed(event.new, reader)):
        return True
    contiguous = event.base.word == "from" and event.new.word == "to" and 0 < event.new.start - event.base.at <= 1
    if contiguous and len(between) > 4:
        return True
    noun = head.noun and between and between[0] not in words.filler and between[0] not in words.phrase_end and line.quantity[head.end] < 0
    return bool(noun)


def _other_period(event: Event, reader: Reader) -> bool:
    """True of an amount of change beside a value of another year: "fell by 36 to 748, against 1,034 a year ago"."""
    if event.base.word != "base" or event.base.at < event.head.at or not event.changes or not any(i is event.base for i in event.row):
        return False
    if reader.own_base(event, event.base.start):
        return True
    comma = _unnamed(event.new, reader) or any(i.kind == "mark" and i.word == "," and event.head.at < i.at < event.base.start for i in event.row)
    amounts = all(claim_of(reader.quantity(i)) == "delta" for i in event.changes)
    return comma and amounts and event.base.then


def _unnamed(item: Item, reader: Reader) -> bool:
    """True of a bare figure: an index, a quotation."""
    q = reader.quantity(item)
    return q.unit is None and q.scale == 1 and not q.noun


def _bracketed(event: Event) -> bool:
    """True of a pair in brackets behind the word: "(34.0% vs 26.1%)" compares groups."""
    return any(i.kind == "mark" and i.word == "(" and event.head.at < i.at < min(event.new.at, event.base.at) for i in event.row)


def _loose(event: Event, reader: Reader) -> bool:
    """True of wordings that can also mean another old value: a spread "107 points over the 9-1/4 bond", a quotation "up 13 at 6.78 from 6.84"."""
    if not event.changes:
        if _bracketed(event):
            return True
        ranged = 0 < event.new.start - event.base.at <= 1 and (_unnamed(event.base, reader) or bool(reader.quantity(event.base).inherited))
        return ranged and reader.quantity(event.new).unit is not None  # "drop from 3 to 5 per cent"
    head = event.head
    if head.compared and reader.quantity(head).kind == "multiple":
        return True  # "three times higher": three times or four
    if head.apposed and not event.sign:
        return True
    return event.new.quoted and event.base.word == "from" and event.base.at > head.at


def _blocked(event: Event, reader: Reader) -> str | None:
    """The reason why these figures are not to be compared."""
    line, words = event.line, reader.words
    if any(i.blocked for i in event.changes) or any(s in words.rebased for s in line.symbols):
        return "blocked-basis"
    start = min(event.head.start, event.head.at)
    if any(s in words.negation for s in line.symbols[max(0, start - 3) : start]):
        return "negated"
    if any(s in words.respectively for s in line.symbols) and sum(i.kind == "level" for i in event.row) > 2:
        return "respectively"
    if _quoted(event, reader):
        return "inverted-quote"
    if any(i.yearly for i in event.changes) and event.base.word in BASES and not event.base.then:
        when = reader.period(event.base)
        return "year-on-year" if when is not None and when.label is not None else None
    return None


def _quoted(event: Event, reader: Reader) -> bool:
    """True where what moves is a currency: its price falls where it rises."""
    line, words = event.line, reader.words
    if any(reader.quantity(i).kind not in ("number", "currency") or reader.quantity(i).scale > 1 for i in (event.new, event.base)):
        return False
    start = max((i.start for i in event.row[: event.at] if i.kind == "mark" and i.word in (";", "|")), default=0)
    end = min(event.head.start, event.head.at)
    later = max(event.new.at, event.base.at)
    around = [*range(max(start, end - 14), end), *range(end, min(later + 5, len(line.symbols)))]
    return any(line.symbols[p] in words.currency and line.quantity[p] < 0 for p in around)
