"""Changes and what they change: which figure is new, which old, for every "12%", "5,000 more" and "doubled".

Reads the rows of `change_items`. A change takes the levels that words tie to it behind it (to, from), then those in front
of it in its clause, then the pair that a sentence near by states (see `change_pairs`). A word of rising or falling
without a figure takes its two levels alone and gives a frame of the family "direction".
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.doubts import as_odds, better_up, blocked, bracketed, by_cause, contrary, loose, names_other, other_period, scattered
from checker.linking.structure.change.event import Event, Reader, claim_of, more_of, reader_of
from checker.linking.structure.change.levels import base_before, forward, named_again, new_before, pair_before
from checker.linking.structure.change.pairs import beyond, whole_base
from checker.linking.structure.change.rivals import of_others
from checker.linking.structure.change.terms import Item
from checker.linking.structure.change.twins import astray
from checker.linking.structure.near import near
from checker.model import Frame

_PART = 6  # symbols from a part to its whole: "33 of the council's 150 seats"


def changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "change" and "direction"."""
    reader = reader_of(context)
    telling = reader.words.telling
    found: list[Frame] = []
    unsettled: list[Event] = context.shelf.setdefault("unsettled-changes", [])  # for change_tied and change_far
    for line in context.lines.figured:
        if telling.isdisjoint(line.symbols) or not any(context.quantity(q).is_measure for q in line.figures):
            continue
        done: list[Event] = []
        for event in _events(line, reader.row(line.number)):
            _complete(event, done, reader)
            if event.new is not None and event.base is not None:
                done.append(event)
                frames = _frames(event, reader)
                found.extend(frames)
                if any(f.pinned or f.blocked for f in frames):
                    continue
            if event.changes:
                unsettled.append(event)
    return found


def _events(line: Line, row: list[Item]):
    for at, item in enumerate(row):
        if item.kind == "change" and not item.aside or item.kind == "level" and item.apposed and item.percent:
            yield Event(line, row, at, [item], item.sign)
        elif item.kind == "move" or item.kind == "level" and item.word in ("base", "than") and item.sign:
            yield Event(line, row, at, [], item.sign)


def _complete(event: Event, done: list[Event], reader: Reader) -> None:
    if event.head.kind == "level" and not event.changes:  # "8,914, fewer than the 9,370"
        event.base = event.head
        new_before(event, done, reader)
        return
    if event.head.kind == "level":  # "to 37.3m from 36.2m, or 3.5%"
        if not any(event.head in e.changes for e in done):
            named_again(event, reader)
        return
    forward(event, done, reader)
    if not event.changes:
        if event.new is None and event.base is not None and event.base.start - event.head.end <= 1:
            new_before(event, done, reader)
        return
    if event.base is not None and event.new is None:
        new_before(event, done, reader)
    elif event.new is not None and event.base is None:
        base_before(event, done, reader)
    elif event.new is None:
        pair_before(event, reader)
    if event.new is None or event.base is None:
        beyond(event, reader)


def _frames(event: Event, reader: Reader) -> list[Frame]:
    if event.new is event.base or not reader.alike(event.new, event.base):
        return []
    if any(reader.quantity(i).value == 0 for i in (event.new, event.base)):
        return []
    if event.new.negative != event.base.negative and reader.quantity(event.new).kind != "percent":
        return []  # from a loss to a profit
    if of_others(event, reader) or as_odds(event, reader):
        return []
    if _whole_of_part(event, reader):
        return []
    if event.base.word == "than" and not reader.words.averages.isdisjoint(event.line.symbols[event.base.start : event.base.at]):
        return []  # a gap to others, not a change in time
    claims = {"new": (event.new.index,), "base": (event.base.index,)}
    for item in event.changes:
        if reader.measures(event, event.new, item) and not _of_others(event, item, reader) and not astray(event, item, "delta" in claims, reader):
            claims.setdefault(_named(event, item, reader), (item.index,))
    if len({q for qs in claims.values() for q in qs}) < len(claims) or event.tier > 1 and not event.tied:
        return []
    reason = blocked(event, reader)
    tied = event.tied and whole_base(event, reader) and not other_period(event, reader) and not loose(event, reader)
    pinned = frozenset(claims) if tied else frozenset()
    cue = offsets(event.line, min(event.head.start, event.head.at), max(event.head.end, event.head.at + 1), reader.context.extraction)
    if event.changes:
        sign = 0 if any(i.better and not i.sign for i in event.changes) else event.sign
        if _made_better(event, reader):
            sign = 1 if reader.quantity(event.new).value > reader.quantity(event.base).value else -1
        if len(claims) < 3:
            return []
        tier = max(event.tier, int(by_cause(event, reader) or scattered(event)))
        found = [Frame("change", cue, claims, {}, sign, pinned, tier, reason, (), "roles" if event.sole else "changes")]
        if bracketed(event) and event.base.word == "base" and not event.base.then:  # which group comes first is anybody's guess
            turned = {**claims, "new": claims["base"], "base": claims["new"]}
            found.append(Frame("change", cue, turned, {}, sign, pinned, tier, reason, (), "changes"))
        return found
    if not event.sign or event.head.better and not better_up(event, reader) or reason or not tied or contrary(event) or scattered(event) or names_other(event, reader):
        return []
    return [Frame("direction", cue, claims, {}, event.sign, pinned, event.tier, None, (), "changes")]


def _whole_of_part(event: Event, reader: Reader) -> bool:
    """True of "33 of the council's 150 seats, down from 41": what came down is the part."""
    line, new = event.line, event.new
    if new.at >= event.head.at or new.at >= len(line.quantity) or line.quantity[new.at] != new.index:
        return False
    before = line.quantities(max(0, new.at - _PART), new.at)[-1:]
    if not before or {reader.context.quantity(before[0]).kind, reader.quantity(new).kind} - {"count", "number"}:
        return False
    return near(reader.context).pattern("of-alone").match(line.symbols, reader.context.lines.position_of[before[0]] + 1) is not None


def _made_better(event: Event, reader: Reader) -> bool:
    """True of "the ratio improved by 2.4 points": which way, its name does not tell."""
    said = event.line.symbols[event.head.start : event.head.end]
    return not reader.words.made_better.isdisjoint(said) and not better_up(event, reader)


def _of_others(event: Event, item: Item, reader: Reader) -> bool:
    """ "50 pupils in April, 59 now, so we have bought 2 more toasters"."""
    if claim_of(reader.quantity(item)) != "delta":
        return False
    nouns = {stem(n, reader.context) for i in (event.new, event.base) for n in reader.quantity(i).noun[-1:]}
    more = more_of(item, event.line, reader)
    return not reader.measures(event, event.base, item) or bool(more and nouns) and more not in nouns


def _named(event: Event, item: Item, reader: Reader) -> str:
    q = reader.quantity(item)
    return "delta" if q.kind == "points" and reader.quantity(event.new).kind != "percent" else claim_of(q)
