"""Why a change is not to be computed, or no proof: other bases, other periods, currencies, words that point elsewhere."""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.context import content
from checker.linking.lines import Line
from checker.linking.structure.change.event import BASES, Event, Reader, claim_of
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near
from checker.model import TIMES

_NEAR, _BESIDE = 6, 3  # symbols around a level
_NAMED = 7  # symbols behind a multiple that say of what it is


def better_up(event: Event, reader: Reader) -> bool:
    """True of "the margin improved": there better is more."""
    line, words, head = event.line, reader.words, event.head
    if line.symbols[head.start : head.end] not in words.made_better:
        return False
    if near(reader.context).within("less-is-better", line, max(0, head.start - 6), head.start):
        return False  # "the cost-income ratio improved"
    return not words.more_is_better.isdisjoint(line.symbols[max(0, head.start - 6) : head.start])


def contrary(event: Event) -> bool:
    """True where another word of moving in the clause says the contrary: "cut its growth forecast to 2 from 3.2"."""
    if event.base.kind == "level" and event.base.sign and event.base.sign != event.sign:
        return True  # "growth of 6.1, down from 6.4"
    first, last = event.head.start, max(event.new.at, event.base.at)
    return any(i.kind == "move" and i is not event.head and first - 14 <= i.start <= last and i.sign and i.sign != event.sign for i in event.row)


def names_other(event: Event, reader: Reader) -> bool:
    """True where the word does not say which way these two levels go: "the growth forecast", "rates ranged from", losses."""
    line, words, head = event.line, reader.words, event.head
    first = min(event.new.start, event.base.start)
    between = line.symbols[head.end : first] if first >= head.end else ""
    if not words.ranging.isdisjoint(between) or len(between) > 9:
        return True
    if any((reader.quantity(i).value or 0) < 0 for i in (event.new, event.base)):
        return True
    if event.head.kind == "level" and _other_thing(event, reader):
        return True
    if head.noun and _moved_itself(event, first, reader) or _range_of_moves(event):
        return True
    if event.base.surpassed and (_unnamed(event.base, reader) or _unnamed(event.new, reader)):
        return True
    contiguous = event.base.word == "from" and event.new.word == "to" and 0 < event.new.start - event.base.at <= 1
    if contiguous and len(between) > 4:
        return True
    noun = head.noun and between and between[0] not in words.filler and between[0] not in words.phrase_end and line.quantity[head.end] < 0
    return bool(noun)


def _moved_itself(event: Event, first: int, reader: Reader) -> bool:
    """True of a noun of moving that is itself moved: "hopes for growth were cut to 3.1 from 3.6", "put the gain down to 40 from 60"."""
    line, words = event.line, reader.words
    other = words.down - words.up if event.sign > 0 else words.up - words.down
    led = line.symbols[event.head.end : max(event.new.at, event.base.at)]
    return any(s in words.auxiliary for s in line.symbols[event.head.end : first]) or any(s in led for s in other)


def _range_of_moves(event: Event) -> bool:
    """True of "closed 3 pence to 1 penny higher": by how much prices moved."""
    new, base = event.new, event.base
    beside = new.word == "to" and base.word in ("", "from") and 0 < new.start - base.at <= 1
    return beside and any(i.kind in ("move", "change") and new.at < i.start <= new.at + 3 for i in event.row)


def _other_thing(event: Event, reader: Reader) -> bool:
    """ "profits of 232,000, up from revenues of 5.9m"; "1.68bn in new funds and the total, up from 2.6bn"."""
    line, base, new = event.line, event.base, event.new
    if any(not reader.light(p, line) for p in range(base.start + 1, base.at)) and not base.surpassed and base.at - base.start > 2:
        return True
    return any(line.symbols[p] in reader.words.conjunction for p in range(new.at, base.start))


def other_period(event: Event, reader: Reader) -> bool:
    """True of a change that says in words what it is measured from, beside a value of another year: "up 36 on the week, to 748,
    against 1,034 a year ago"."""
    return _set_beside(event) and reader.own_base(event, event.base.start)


def by_cause(event: Event, reader: Reader) -> bool:
    """True of an amount behind which a value of another time is set: it may only tell what one cause did ("strikes cut output
    by 36 to 748, against 1,034 a year ago")."""
    if not _set_beside(event) or any(claim_of(reader.quantity(i)) != "delta" for i in event.changes):
        return False
    comma = _unnamed(event.new, reader) or any(i.kind == "mark" and i.word == "," and event.head.at < i.at < event.base.start for i in event.row)
    return comma and (event.base.then or reader.period(event.base) is not None)


def scattered(event: Event) -> bool:
    """True where "and" or another word of moving stands among the three: "to 22 cents from five, and cut costs by 428,000"."""
    members = (event.head, event.new, event.base)
    start, end = min(i.at for i in members), max(i.at for i in members)
    between = (i for i in event.row if start < i.at < end and i not in event.changes and i is not event.new and i is not event.base)
    if event.head.at == end and not event.head.apposed and not event.head.noun and any(i.kind == "move" and i.at < start for i in event.row):
        return True  # "the drop to 16 from 27 made it reduce its estimate by 4%"
    return any(i.kind == "move" and i is not event.head or i.kind == "mark" and i.word == "&" for i in between)


def _set_beside(event: Event) -> bool:
    """True where the old value stands behind the change, led by "compared with", "after" and the like."""
    behind = event.base.word in ("base", "after") and event.base.at >= event.head.at
    return behind and bool(event.changes) and any(i is event.base for i in event.row)


def _unnamed(item: Item, reader: Reader) -> bool:
    """True of a bare figure: an index, a quotation, one that has its noun from elsewhere."""
    q = reader.quantity(item)
    lent = q.kind == "count" and q.inherited == "unit" and q.noun_last < 0
    return q.scale == 1 and (lent or q.unit is None and not q.noun)


def bracketed(event: Event) -> bool:
    """True of a pair in brackets behind the word: "(34.0% vs 26.1%)" compares groups."""
    return any(i.kind == "mark" and i.word == "(" and event.head.at < i.at < min(event.new.at, event.base.at) for i in event.row)


def as_odds(event: Event, reader: Reader) -> bool:
    """True of "rose from 12 to 1, and then to 20 to 1": so many to one; not of "rose from 12% to 1%", "from 12 km to 1 km"."""
    new, base = reader.quantity(event.new), reader.quantity(event.base)
    bare = all(q.kind == "number" and q.unit is None for q in (new, base))
    return event.sign > 0 and bare and base.value is not None and new.value == 1 < base.value and event.new.at - event.base.at == 2


def of_another(multiple: Item, line: Line, reader: Reader) -> bool:
    """True of "20 times the pay of a clerk", unlike "twice the number of last year": what it is a multiple of has a name."""
    end = max(multiple.end, multiple.at + 1)
    words = near(reader.context)
    if words.pattern("times-what").match(line.symbols, end):
        return True
    if words.within("told-time", line, end, end + _NAMED) or any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in line.quantity[end : end + _NAMED]):
        return False
    if end + 1 >= len(line.symbols) or not of_what_is_named(end, line, reader):
        return False
    return bool(content(line.firsts[end + 1], line.lasts[end + 1] + 1, reader.context) - reader.context.generic)


def of_what_is_named(end: int, line: Line, reader: Reader) -> bool:
    """True of "the normal drop" behind a multiple, and not of "the original reading", which is a value of then."""
    if line.symbols[end : end + 1] not in reader.words.article:
        return False
    return not any(tag == "then" for _, tag, _ in reader.words.tags.get(line.symbols[end + 1 : end + 2], ()))


def loose(event: Event, reader: Reader) -> bool:
    """True of wordings that can also mean another old value: a spread "107 points over the 9-1/4 bond", a quotation "up 13 at 6.78 from 6.84"."""
    if not event.changes:
        if bracketed(event):
            return True
        ranged = 0 < event.new.start - event.base.at <= 1 and (_unnamed(event.base, reader) or bool(reader.quantity(event.base).inherited))
        return ranged and reader.quantity(event.new).unit is not None  # "drop from 3 to 5 per cent"
    head = event.head
    if head.compared and reader.quantity(head).kind == "multiple":
        return True  # "three times higher": three times or four
    if any(reader.quantity(item).kind == "multiple" and of_another(item, event.line, reader) for item in event.changes):
        return True
    if head.apposed and not event.sign and reader.quantity(head).kind != "multiple" or head.hedged:
        return True
    return event.new.quoted and event.base.word == "from" and event.base.at > head.at


def blocked(event: Event, reader: Reader) -> str | None:
    """The reason why these figures are not to be compared."""
    line, words = event.line, reader.words
    if any(i.blocked for i in event.changes) or not words.rebased.isdisjoint(line.symbols):
        return "blocked-basis"
    start = min(event.head.start, event.head.at)
    if not words.negation.isdisjoint(line.symbols[max(0, start - 3) : start]):
        return "negated"
    if not words.respectively.isdisjoint(line.symbols) and sum(i.kind == "level" for i in event.row) > 2:
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


def moves_otherwise(pair: tuple[Item, Item], event: Event, reader: Reader) -> bool:
    """True of values that a verb of their own moves the other way ("credit eased to 9.1 billion from 9.2 billion while loans
    rose 7%"), and of one that only stands behind the change in a list."""
    if any(_listed_behind(item, event, reader) for item in pair) or _of_another_clause(pair, event, reader):
        return True
    if unadjusted((item.index for item in pair), event.line, reader):
        return True
    for item in pair:
        row = reader.row(reader.context.lines.line_of[item.index])
        own = [i for i in row if i.kind in ("move", "change") and i.start < item.at and i is not event.head and i.sign]
        if event.sign and item.word in ("to", *BASES) and own and own[-1].sign != event.sign and not own[-1].noun:
            return True
    return False


def unadjusted(values: Iterable[int], line: Line, reader: Reader) -> bool:
    """True of values that are told as unadjusted where the sentence of the change says no such thing: it is one of other values."""
    words = near(reader.context)
    return any(words.has("told-unadjusted", reader.context.line(i)) for i in values) and not words.has("told-unadjusted", line)


def _listed_behind(item: Item, event: Event, reader: Reader) -> bool:
    """True of the last in a list: "six withdrew, four more moved away, and 16 changed sides"."""
    if item.word or item.at < event.head.at or reader.context.line(item.index) is not event.line:
        return False
    return not reader.words.conjunction.isdisjoint(event.line.symbols[event.head.end : item.at])


def of_that_time(event: Event, pair: tuple[Item, Item], reader: Reader) -> bool:
    """True where the change names the time that it is measured from, and neither value is of then: "15 points below a month earlier"."""
    end = max(event.head.end, event.head.at + 1)
    spans = [reader.context.quantity(q).kind for q in event.line.quantity[end : end + 2] if q >= 0]
    named = any(m.tag == "then" and end <= m.start <= end + 1 for m in reader.marks(event.line)) or not {"duration", "period"}.isdisjoint(spans)
    return named and event.head.compared and not any(i.then or i.word in BASES for i in pair)


def only_two(x: Item, y: Item, event: Event, reader: Reader) -> bool:
    """True where no other level of their kind stands in the sentence of two levels and their change, and none of them is
    what came before something else ("one penny on the news to 885p after yesterday's 870p")."""
    return not any(quoted(i.index, reader) for i in (x, y)) and "after" not in (x.word, y.word) and not any(i.kind == "level" and i not in (x, y) and reader.alike(i, x) for i in event.row)


def quoted(level: int, reader: Reader) -> bool:
    """True of a high, a record or a close: "down 7.4 at 2,220.7, having touched a high of 2,248.8"."""
    line, at, words = reader.context.line(level), reader.context.lines.position_of[level], near(reader.context)
    return words.within("extreme-level", line, at - _NEAR, at + _NEAR) or words.within("close-of", line, at - _BESIDE, at + _BESIDE)


def _of_another_clause(pair: tuple[Item, Item], event: Event, reader: Reader) -> bool:
    """True of a change that another time or place opens in front of: "58% and 71% passed in May; in June, the gap of nine points
    was the smallest ever"."""
    line, lines = event.line, reader.context.lines
    if any(lines.line_of[i.index] != line.number for i in pair):
        return False
    last, start = max(i.at for i in pair), min(event.head.start, event.head.at)
    cuts = (p for p in range(last + 1, start) if reader.words.separators.get(line.symbols[p]) == ";")
    return any(near(reader.context).pattern("place-word").match(line.symbols, p + 1) for p in cuts)
