"""Levels that are none of a change's, although they stand where its values would.

    dropped to 61 after two mergers; vanished from all three        things that are counted
    her ranking rose to 23 from 41                                  of ranks the smaller is the better
    80 to our 100 ... 90 to our 100 today, so the gap has halved    a gap between levels, not one of them
    four more than in the series when the club used 11 players      what another subject had then
    up $1.10 on the day after Thursday's tumble from $81.00         the old value of another move
    weighs 500 pounds, 227 kilos; twice that                        one value told in two units
    raise £90,000: £40,000 from members                             more than either of the two
    boots brought in $808m, 37% more, and shoes $435m, up 16%       each with a change of its own
    women over 70 gave 8%, three points less than those under 30    who they are, not what they gave
    passed by 58 to 19 to open from 8 to 11                         the beginning of another pair
    it had passed $200m; it is $174m, of which $60m falls due       a part of a level, not what it moved by
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.event import Event, Reader
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near
from checker.model import Frame, Quantity
from checker.units import compatible, measure

_SUBJECT = 5  # symbols in front of a word of moving in which its subject stands
_BESIDE = 8  # symbols from a level to a change of its own behind it
_PART = 3  # symbols in which a figure is called a part of the one in front
_SAME = 50  # two tellings of one value are no further apart than a fiftieth


def of_others(event: Event, reader: Reader) -> bool:
    """True where words give a level of the change to something else."""
    new, base = reader.quantity(event.new), reader.quantity(event.base)
    if _all_of(base, reader.context) or event.base.word == "after" and base.noun and base.noun[-1:] != new.noun[-1:]:
        return True
    if any(_is_price(reader.quantity(i), new, base) for i in event.changes):
        return True
    if _of_group(event, new, base, reader) or _of_other_pair(event) or any(_ranked(level, event.line, reader) for level in (event.new, event.base)):
        return True
    return _of_rank(event, reader) or _of_gap(event, reader) or _then_used(event, new, base, reader) or _of_other_move(event)


def _is_price(amount: Quantity, new: Quantity, base: Quantity) -> bool:
    """True of "at a price of $30 a barrel ... from 80 cents to $2.07": told for one of something, which the levels are not."""
    return "/" in (amount.unit or "") and not any("/" in (q.unit or "") for q in (new, base)) and amount.kind == "currency" and amount.value is not None and None not in (new.value, base.value) and amount.value > new.value + base.value


def _ranked(level: Item, line: Line, reader: Reader) -> bool:
    """True of "the top 100 sold more than the bottom 400": how many stand at one end of a ranking."""
    return near(reader.context).within("ranked-end", line, level.at - 1, level.at)


def has_its_own(level: int, line: int, but: frozenset[int], reader: Reader) -> bool:
    """True of the new value of another change than those in `but`: "$808m, 37% more than a year earlier", "rose 37% to $808m"."""
    row = [i for i in reader.row(line) if i.kind in ("level", "change")]
    at = next((n for n, i in enumerate(row) if i.index == level), None)
    if at is None:
        return False
    behind, before, following = (row[n] if 0 <= n < len(row) else None for n in (at + 1, at - 1, at + 2))
    if row[at].word in ("to", "reach") and before is not None and before.kind == "change":
        return before.index not in but
    if behind is None or behind.kind != "change" or behind.index in but or behind.start - row[at].at > _BESIDE:
        return False
    return following is None or following.word not in ("to", "reach")


def void(frame: Frame, context: Context) -> bool:
    """True of a pair that is one value in two units, or of an amount larger than both of its levels."""
    if not {"new", "base"} <= frame.claims.keys():
        return False
    new, base = (context.quantity(frame.claims[p][0]) for p in ("new", "base"))
    if new.unit != base.unit and new.unit and base.unit and compatible(new.unit, base.unit) and new.value and base.value:
        x, y = new.value * measure(new).factor, base.value * measure(base).factor
        return _SAME * abs(x - y) <= max(x, y)
    if _of_range(frame.claims["base"][0], context) or any(_is_part(frame.claims[p][0], context) for p in ("delta", "change") if p in frame.claims):
        return True
    delta = context.quantity(frame.claims["delta"][0]) if "delta" in frame.claims else None
    same = delta is not None and delta.unit == new.unit == base.unit and None not in (delta.value, new.value, base.value)
    return same and delta.value > abs(new.value) + abs(base.value)


def _of_range(index: int, context: Context) -> bool:
    """True of "prices ran from 45": the lower end of a range, not what anything was before."""
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).ends("change-range-from", line, at, _PART)


def _is_part(index: int, context: Context) -> bool:
    """True of "of which 60 million", "including 40 percent": a part of the level in front."""
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).ends("share-inside", line, at, _PART)


def _all_of(q: Quantity, context: Context) -> bool:
    """True of "all three": some things that were named."""
    before = context.extraction.tokens.words[max(0, q.outer - 1) : q.outer]
    return q.style == "words" and bool(set(before) & context.lexicon.pack.words("whole-set"))


def _of_rank(event: Event, reader: Reader) -> bool:
    """True of a word of moving whose subject is a rank: which way is up there, the figures do not tell."""
    return not event.changes and near(reader.context).within("rank-measure", event.line, event.head.start - _SUBJECT, event.head.start)


def _of_gap(event: Event, reader: Reader) -> bool:
    """True where a gap moves, and the levels stand in front of it: it is a difference of levels."""
    head = event.head
    if not event.changes or reader.quantity(event.changes[0]).kind != "multiple" or max(event.new.at, event.base.at) > head.start:
        return False
    words = event.line.symbols[max(0, head.start - _SUBJECT) : head.start]
    return any(s in reader.words.gap_nouns for s in words) and not any(event.line.quantity[p] >= 0 for p in range(max(0, head.start - _SUBJECT), head.start))


def _then_used(event: Event, new: Quantity, base: Quantity, reader: Reader) -> bool:
    """True of "when the club used 11 players" behind a figure that counts no players."""
    if not event.changes or not base.noun or new.noun or event.base.at < event.head.at:
        return False
    line, words = event.line, reader.words
    start = next((p for p in range(min(event.base.at, len(line.symbols)) - 1, event.head.at, -1) if line.symbols[p] in words.when), None)
    return start is not None and event.base.at - start > 2 and start + 1 < len(line.symbols) and line.symbols[start + 1] in words.article


def _of_other_move(event: Event) -> bool:
    """True of "up $1.10 after the tumble from $81.00": a noun that moves the other way owns the old value."""
    if not event.changes or event.base.word != "from" or not event.sign:
        return False
    return any(i.kind == "move" and i.sign == -event.sign and event.head.at < i.start and 0 <= event.base.start - i.end <= 1 for i in event.row)


def _of_group(event: Event, new: Quantity, base: Quantity, reader: Reader) -> bool:
    """True of limits that say whose figures are compared ("those over 70 ... those under 30"), and of a bare figure in a change
    by points where a percentage stands between the two."""
    if {new.approx, base.approx} == {"above", "below"}:
        return True
    points = any(reader.quantity(i).kind == "points" for i in event.changes)
    if not points or new.kind == "percent" or event.new not in event.row or event.new.at > event.head.at:
        return False
    return any(i.kind == "level" and event.new.at < i.at < event.head.at and reader.quantity(i).kind == "percent" for i in event.row)


def _of_other_pair(event: Event) -> bool:
    """True where the old value and another level right behind it are a pair: "by 58 to 19 to open from 8 to 11"."""
    if event.base.word != "from" or event.base not in event.row:
        return False
    following = next(iter(event.row[event.row.index(event.base) + 1 :]), None)
    return following is not None and following is not event.new and following.kind == "level" and following.word == "to" and following.start - event.base.at <= 1
