"""Changes whose old and new value stand elsewhere: "There were 41 branches then. Today there are 53. Twelve more!"

What `changes` leaves open is looked up here among the levels around it. Two of one kind, written alike and alone of that
kind between them and the change, are its old and new value where the change points back: it opens a sentence, is "the"
change, or sums up behind a semicolon. Where the tie is looser a contradiction counts only if one slip of the hand
explains it. Which of the two came first is left to the sense of the change.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.doubts import loose, moves_otherwise, of_that_time, only_two, other_period
from checker.linking.structure.change.event import BASES, Event, Reader, as_many_as, claim_of, reader_of
from checker.linking.structure.change.pairs import pair_of, whole_base
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import one_slip
from checker.model import Frame, Quantity

_NEAR, _FAR, _WHOLE_TEXT = 2, 9, 60  # lines in front of the change: close by, for what points back, for what also names it
_APART, _MULTIPLE_APART = 6, 40  # values that are one thing at two times differ by no more
_KINDS = ("number", "count", "currency", "physical", "percent")
_COUNTS = ("number", "count")


def far_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" for events that their own sentence leaves open."""
    events = context.shelf.get("unsettled-changes", [])
    if not events:
        return []
    reader = reader_of(context)
    spent = {e.new.index for e in events if e.new is not None and e.base is None} | {i for f in frames if f.source == "changes" and f.family == "change" for p in ("new", "base", "delta", "change") for i in f.claims.get(p, ()) if f.pinned}
    settled = {i for f in frames if f.source == "tied" for p in ("delta", "change", "multiple") for i in f.claims.get(p, ())}
    found: list[Frame] = []
    for event in events:
        own = {i.index for i in (event.new, event.base) if i is not None}
        if not barred(event, reader) and event.head.index not in settled:
            found.extend(_recalled(event, spent - own, reader))
    return found


def barred(event: Event, reader: Reader) -> bool:
    """True where the words forbid or the change is told of something else: a forecast, another basis, a rate per year."""
    line, words, head = event.line, reader.words, event.head
    start = min(event.head.start, event.head.at)
    if any(i.blocked or i.yearly or i.hedged or i.aside for i in event.changes) or any(m.tag == "blocked" for m in reader.marks(line)):
        return True
    if not words.negation.isdisjoint(line.symbols[max(0, start - 3) : start]):
        return True
    if reader.own_base(event, len(line.symbols)) and not any(i is event.base for i in event.row[event.at :]):
        return True
    if not all(found.isdisjoint(line.symbols) for found in (words.expectation, words.rebased, words.currency)):
        return True
    if as_many_as(head, line, reader):
        return True
    q = reader.quantity(head)
    if line.symbols[max(head.end, head.at + 1) :][:1] in words.per_each:
        return True  # 5% every January
    if q.kind == "percent" and not words.gap_nouns.isdisjoint((line.symbols[head.start : head.end], *line.symbols[head.start : head.at])):
        return True  # of percentages, where counts stand beside them: "63 (15%) of 408 (difference 9%)"
    return head.kind != "change" or q.value is None or q.kind == "ratio" and q.approx is not None or event.head.then and not event.head.definite


def _recalled(event: Event, spent: set[int], reader: Reader) -> list[Frame]:
    tie = points_back(event, reader)
    pair = _pair(event, _FAR if tie == "back" else 0, spent, reader)
    if pair is None and (tie == "back" or tie and _summing(event, reader)):
        pair = _pair(event, *((_WHOLE_TEXT, spent, reader, True) if tie == "back" else (1, spent, reader)))
    if pair is None or all(i.word in BASES for i in pair):
        return []  # "compared with 15 in May and fell 18 pct from 17": each is what another value is compared with
    timed = two_times(*pair, reader)
    if not timed and not (tie and _summing(event, reader)):
        return []
    if moves_otherwise(pair, event, reader) or of_that_time(event, pair, reader):
        return []
    x, y = pair  # in the order of the text
    lines = [reader.context.lines.line_of[i.index] for i in pair]
    here = all(n == event.line.number for n in lines)
    close = all(event.line.number - _NEAR <= n for n in lines)
    one_noun = len({reader.quantity(i).noun[-1:] for i in (event.head, x, y)} - {()}) <= 1
    sure = timed and (tie == "back" and close and one_noun or here and tie == "sums") or here and tie == "sums" and _of_two(event, reader)
    if not sure and not slips(event, x, y, reader):
        return []
    tier = 1 if here else 2 if sure else 3
    source = "alone" if here and timed and sure and only_two(x, y, event, reader) else "recalled"
    told = pair_of([y, x], reader)
    if told is not None and reader.quantity(event.head).kind == "multiple" and (reader.quantity(told[0]).value > reader.quantity(told[1]).value) != (reader.quantity(event.head).value > 1):
        return []
    if event.new is not None and event.new.word or event.base is not None:
        told = (x, y) if event.new is x or event.base is y else (y, x)
        return [frame_of(event, *told, reader, source, tier)]
    orders = [told] if told is not None and {told[0].word, told[1].word} & {"to", *BASES} else [(y, x), (x, y)]
    if event.sign and len(orders) == 2 and (reader.quantity(y).value > reader.quantity(x).value) != (event.sign > 0):
        orders.reverse()
    return [frame_of(event, new, base, reader, source, tier) for new, base in orders]


def two_times(x: Item, y: Item, reader: Reader) -> bool:
    """True where words or dates put two levels at different times: from and to, then and now, 2012 and 2019."""
    if (x.word in BASES) != (y.word in BASES) or y.word == "to" and not x.word:
        return True
    a, b = (_time(i, reader) for i in (x, y))
    return a != b and (a is not None or b is not None)


def _time(item: Item, reader: Reader):
    """What says when a level was: now, then, a date in its clause or at the opening of its sentence."""
    when = reader.period(item)
    if when is not None:
        return when
    if item.now:
        return "now"
    if item.then:
        return "then"
    line = reader.context.line(item.index)
    if any(reader.words.separators.get(s) == ";" for s in line.symbols[: item.at]):
        return None
    opening = [m.tag for m in reader.marks(line) if m.start <= 1 and m.tag in ("now", "then")]
    if opening:
        return opening[0]
    return next((reader.context.quantity(q).when for q in line.quantity[:4] if q >= 0 and reader.context.quantity(q).when is not None), None)


def _summing(event: Event, reader: Reader) -> bool:
    """True of a change that says nothing but how far its two values are apart: "a rise of 12%", "nine more", "13 points"."""
    head = event.head
    return head.noun or head.compared or reader.quantity(head).kind in ("points", "multiple")


def _of_two(event: Event, reader: Reader) -> bool:
    """True of "seven times as many" and of "(difference 13 points)": what stands in front is all that is compared."""
    line, head, words = event.line, event.head, reader.words
    if reader.quantity(head).kind == "multiple":
        return line.symbols.startswith(words.any_as_many, max(head.end, head.at + 1))
    if reader.quantity(head).kind != "points":
        return False
    return line.symbols[head.start : head.end] in words.gap_nouns or not words.gap_nouns.isdisjoint(line.symbols[head.start : head.at])


def frame_of(event: Event, new: Item, base: Item, reader: Reader, source: str = "recalled", tier: int = 2) -> Frame:
    line, head = event.line, event.head
    q = reader.quantity(head)
    part = "delta" if q.kind == "points" and reader.quantity(new).kind != "percent" else claim_of(q)
    claims = {"new": (new.index,), "base": (base.index,), part: (head.index,)}
    cue = offsets(line, min(head.start, head.at), max(head.end, head.at + 1), reader.context.extraction)
    sign = 0 if head.better else event.sign  # "worse" may be more or less
    return Frame("change", cue, claims, {}, sign, frozenset(claims), tier, None, (), source)


def points_back(event: Event, reader: Reader) -> str:
    """How the change points back: "back" to sentences before, "sums" up its own, "" for neither."""
    line, head, words = event.line, event.head, reader.words
    if _names_subject(event, reader):
        return ""
    if head.definite and head.noun:
        return "back"
    opening = min(head.start, head.at)
    while opening and reader.light(opening - 1, line) and line.symbols[opening - 1] not in words.separators and line.quantity[opening - 1] < 0:
        opening -= 1
    mark = words.separators.get(line.symbols[opening - 1]) if opening else "."
    if mark in (".", ":") and _closed(event, reader):
        return "back"
    return "sums" if mark in (";", ":", ",", "(") else ""


def _closed(event: Event, reader: Reader) -> bool:
    """True where the change is a statement of its own: "Nineteen more, in ten years", "Quadrupled!"; not "a rise of 3m due to"."""
    line, q = event.line, reader.quantity(event.head)
    end = max(event.head.end, event.head.at + 1)
    if q.noun and event.head.compared:
        end = max(end, next((p + 1 for p in range(event.head.at, len(line.lasts)) if line.lasts[p] >= q.noun_last), end))
    following = line.symbols[end : end + 1]
    if not following or following in reader.words.separators or following in reader.words.quotes:
        return True
    if _for_a_time(end, line, reader):
        return True
    return event.head.compared and following in reader.words.phrase_end and following not in reader.words.auxiliary  # "thirty more were needed"


def _for_a_time(place: int, line: Line, reader: Reader) -> bool:
    """True where a length of time stands at a position: "a sevenfold rise in ten years"."""
    spans = (q for q in line.quantity[place + 1 : place + 3] if q >= 0)
    return line.symbols[place : place + 1] in reader.words.before_length and any(reader.context.quantity(q).kind in ("duration", "period") for q in spans)


def _names_subject(event: Event, reader: Reader) -> bool:
    """True where the change says what changes, or from what: "a rise of 12% in wages", "12% more than in May"."""
    line, head = event.line, event.head
    end = max(head.end, head.at + 1)
    return line.symbols[end : end + 1] in reader.words.own_subject or reader.own_base(event, len(line.symbols))


def _pair(event: Event, reach: int, spent: set[int], reader: Reader, named: bool = False) -> tuple[Item, Item] | None:
    """The two levels that can be its old and new value, in the order of the text; None where there are more or fewer. With
    `named`, of the whole text only those that count the same thing or go with one that is known."""
    known = event.new or event.base
    if event.new is not None and event.base is not None:
        doubted = not whole_base(event, reader) or other_period(event, reader) or loose(event, reader)
        return None if doubted or not all(suits(event, i, reader) for i in (event.new, event.base)) else in_order(event.new, event.base)
    levels = [i for i in levels_around(event, reach, reader) if i.index not in spent and suits(event, i, reader)]
    if known is not None:
        others = [i for i in levels if i is not known and akin(known, i, event, reader)]
        return in_order(known, others[0]) if len(others) == 1 else None
    for n, first in enumerate(levels):  # the nearest one that has a fellow
        fellows = [i for i in levels[n + 1 :] if akin(first, i, event, reader) and (not named or reader.quantity(i).noun and reader.quantity(first).noun)]
        if len(fellows) == 1:
            return in_order(fellows[0], first)
        if fellows:
            return None
    return None


def in_order(a: Item, b: Item) -> tuple[Item, Item]:
    return (a, b) if a.index < b.index else (b, a)


def levels_around(event: Event, reach: int, reader: Reader) -> list[Item]:
    """Levels in front of the change, nearest first, up to `reach` sentences back and not beyond another change; where one value
    is known, also those behind it in its sentence."""
    line, lines = event.line, reader.context.lines.lines
    rows = [event.row[: event.at]]
    for number in range(line.number - 1, max(-1, line.number - 1 - reach), -1):
        if reach < _WHOLE_TEXT and lines[number].block < line.block - 2:
            break
        rows.append(reader.row(number))
    found: list[Item] = []
    for item in (i for row in rows for i in reversed(row)):
        if item.kind == "change" and not item.aside and event.base is None and reach < _WHOLE_TEXT:
            break
        if item.kind == "level":
            found.append(item)
    for item in event.row[event.at + 1 :] if event.new or event.base else ():
        if item.kind == "change":
            break
        if item.kind == "level":
            found.append(item)
    return found


def suits(event: Event, item: Item, reader: Reader) -> bool:
    q, change = reader.quantity(item), reader.quantity(event.head)
    if q.kind not in _KINDS or q.value is None or q.value <= 0 or item.apposed or item.negative or q.approx in ("above", "below"):
        return False
    if change.kind == "points":
        return q.kind == "percent"
    if claim_of(change) == "delta":
        counted = event.head.compared and q.kind in _COUNTS and change.kind in _COUNTS  # "118 more guests" of 263 people
        return (counted or reader.measures(event, item)) and change.scale == q.scale
    return q.kind != "percent" or change.kind == "multiple"


def akin(a: Item, b: Item, event: Event, reader: Reader) -> bool:
    """True where two levels can be one thing at two times: kind, unit, scale and noun agree, and their size."""
    p, q = reader.quantity(a), reader.quantity(b)
    if p.kind != q.kind and not (p.kind in _COUNTS and q.kind in _COUNTS) or p.scale != q.scale or None in (p.value, q.value) or not reader.alike(a, b):
        return False
    if p.noun and q.noun and p.noun[-1] != q.noun[-1]:
        return False
    places = (p.place or 1, q.place or 1)
    if p.kind in _COUNTS and places[0] != places[1] and (min(places) < 1 or not (p.noun or q.noun)):
        return False
    less, more = sorted((p.value, q.value))
    most = _MULTIPLE_APART if reader.quantity(event.head).kind == "multiple" else _APART
    return less < more <= most * less


def slips(event: Event, x: Item, y: Item, reader: Reader) -> bool:
    """True where the three figures agree, or would after one slip in one of them."""
    p, q, change = (reader.quantity(i) for i in (x, y, event.head))
    orders = [(p, q), (q, p)]
    if change.kind == "multiple":
        orders = [o for o in orders if (o[1].value > o[0].value) == (change.value > 1)]
    elif event.sign:
        orders = [o for o in orders if (o[1].value > o[0].value) == (event.sign > 0)]
    if event.new is not None and event.new.word:
        orders = [o for o in orders if o[1] is reader.quantity(event.new)]
    if event.base is not None:
        orders = [o for o in orders if o[0] is reader.quantity(event.base)]
    return any(_fits_or_slips(base, new, change) for base, new in orders)


def _fits_or_slips(base: Quantity, new: Quantity, change: Quantity) -> bool:
    amount = change.value
    if change.kind == "multiple":
        implied, meant_new, meant_base = new.value / base.value, base.value * amount, new.value / amount
    elif claim_of(change) == "delta" or change.kind == "points":
        step = amount / 100 if change.unit == "basis point" else amount
        up = 1 if new.value > base.value else -1
        implied, meant_new, meant_base = abs(new.value - base.value), base.value + up * step, new.value - up * step
        implied = implied * 100 if change.unit == "basis point" else implied
    else:
        rate = amount / 100 if change.kind == "percent" else amount
        up = 1 if new.value > base.value else -1
        factor = 1 + up * rate
        if factor <= 0:
            return False
        implied = abs(new.value / base.value - 1) * (100 if change.kind == "percent" else 1)
        meant_new, meant_base = base.value * factor, new.value / factor
    fits = abs(implied - amount) <= (change.place or change.scale) / 2
    return fits or one_slip(change, implied) or one_slip(new, meant_new) or one_slip(base, meant_base)
