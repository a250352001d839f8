"""Changes told twice in one breath: an amount and, alone in the bracket right behind it, the share that it is of the old value.

    rose by 45 owls (25%), from 180 in May to 225
    rose by 45 million francs (25%) from 180 million        the old value alone

Of means the share may be the mean of all shares, a little more or less than that of the two means: where it is off by so little,
and by no slip of the hand, it proves nothing.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.change.event import Event, Reader, reader_of
from checker.linking.structure.change.terms import Item
from checker.linking.structure.parts import after_noun
from checker.linking.structure.slips import TELLING, slip_between
from checker.model import Frame, Quantity
from checker.rational import Fraction

_HUNDRED = 100
_LITTLE = Fraction(1, 4)  # of the change
_COUNTED = ("count", "currency")


def told_from(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) of the changes that words tie to an old value, and to no new one."""
    reader, found = reader_of(context), []
    for event in context.shelf.get("unsettled-changes", ()):
        if event.new is not None or event.base is None or event.base.word != "from" or len(event.changes) != 2 or not event.tied or event.tier:
            continue
        amount, share = event.changes
        if not twin(event, share, reader) or not reader.measures(event, event.base, amount):
            continue
        q, base, s = (reader.quantity(i) for i in (amount, event.base, share))
        if q.value and base.value and q.value < base.value and not _little_off(s, q.value, base):  # what rises may well double
            claims = {"part": (amount.index,), "whole": (event.base.index,), "share": (share.index,)}
            found.append(Frame("share", (q.start, base.end), claims, {}, 0, frozenset(claims), 1, None, (), "told from"))
    return found


def twin(event: Event, item: Item, reader: Reader) -> bool:
    """True of "25%" in "rose by 45 owls (25%)"."""
    line, marks = event.line, reader.words.separators
    around = [marks.get(line.symbols[p]) for p in (item.at - 1, item.at + 1) if p < len(line.symbols)]
    head = event.changes[0] if event.changes else event.head
    return reader.quantity(item).kind == "percent" and around == ["(", ")"] and after_noun(head.index, line, reader.context) == item.at - 1


def astray(event: Event, item: Item, told: bool, reader: Reader) -> bool:
    """True of the share of an amount that is not `told` of the two values, or is not their difference: "cut by 45 boats (12%), from
    18 harbours to 15"; and of "5.4%" in "fell by 4.2 kg (5.4%), from 82.0 kg to 77.8 kg", where that of the means is 5.1%."""
    new, base = reader.quantity(event.new), reader.quantity(event.base)
    if not new.value or not base.value or not twin(event, item, reader):
        return False
    q, made = reader.quantity(event.changes[0]), abs(new.value - base.value)
    rounded = sum(x.place or x.scale for x in (q, new, base))
    return not told or not q.value or abs(abs(q.value) - made) > rounded or _little_off(reader.quantity(item), made, base)


def _little_off(share: Quantity, amount: Fraction, base: Quantity) -> bool:
    if base.kind in _COUNTED or not share.value:
        return False
    made = amount * _HUNDRED / base.value
    off = abs(abs(share.value) - made)
    return (share.place or 1) < off <= made * _LITTLE and slip_between(share, made) < TELLING
