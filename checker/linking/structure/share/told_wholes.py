"""Shares of a whole that the text comes back to, by what was done with it, by its noun, or as all there is.

    The council inspected 340 kitchens. ... Mice had been at work in 85 of the places. That is a quarter of those inspected
    has sold 8,400 seats. ... [a paragraph] ... Of the buyers 2,100 are students, or a quarter of everyone who bought one

The words behind "of" must stand at one amount in front, as its noun or as what the sentence does with it, and at no other; those that
mean anything ("all", "the total") mean the only one there is. The part stands in the sentence of the share, tied to it, or is the one
amount of the sentence in front that "that" takes up. Words that neither tells narrow the whole to a group of its own.
"""

from __future__ import annotations

from checker.linking.context import Context, content_of_span, stem, telling
from checker.linking.structure.distant.mentions import common, of_then, said, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told, one
from checker.linking.structure.kindred import kindred
from checker.linking.structure.share.figures import COUNTED, comparable, is_expected, is_share, told
from checker.linking.structure.share.sole_shares import otherwise, said_of
from checker.linking.structure.share.wholes import as_fraction, is_side
from checker.model import Frame
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_AMOUNTS = (*COUNTED, "physical")  # what money is of, it does not say
_LEAST = 10  # of fewer there are many sets
_BACK = 1  # sentences from what "that" takes up to the share
_FAR = Fraction(4)  # times as much: it is rather of something else
_VERB = 4  # symbols from a share to the verb that ties it
_MORE = 3  # symbols in front of an amount that comes on top of others
_POINTS = 12  # symbols in front of a share in which "this" stands


def told_wholes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    open_ones = [f for f in frames if f.family == "share-alone" and f.spans.get("whole-words")]
    sheet = told_plainly(context) if open_ones else None
    if sheet is None:
        return []
    known, found = told(frames), {}
    places = {t.index: t for t in sheet.all}
    for frame in open_ones:
        share = places.get(frame.claims["share"][0])
        if share is None or share.index in known or share.index in found or not _is_plain(share, sheet):
            continue
        pair = _pair(share, content_of_span(frame.spans["whole-words"][0], context), sheet)
        if pair is not None:
            claims = {"part": (pair[0].index,), "whole": (pair[1].index,), "share": (share.index,)}
            found[share.index] = Frame("share", frame.cue, claims, {}, 0, frozenset(claims), 2, frame.blocked, (), "roles")
    return list(found.values())


def _is_plain(share: Told, sheet: Sheet) -> bool:
    q, line = share.q, share.line
    alone = sum(t.q.kind in _SHARES for t in sheet.all if t.line is line) == 1
    return alone and not line.crowded and q.value is not None and 0 < as_fraction(q) < 1 and q.sense not in ("range", "bound") and not q.approx and is_share(share.index, sheet.context)


def _pair(share: Told, names: frozenset[str], sheet: Sheet) -> tuple[Told, Told] | None:
    """The part and the whole that a share is told of."""
    part = _part(share, sheet)
    if part is None:
        return None
    whole = _whole(part, names, sheet)
    if whole is None or not _sound(part, whole, share, sheet):
        return None
    others = [t.q.value for t in sheet.all if t.q.kind in _AMOUNTS and t.index not in (part.index, whole.index) and abs(t.line.number - share.line.number) <= _BACK]
    return None if otherwise(part.q, whole.q, share.q, others) else (part, whole)


# ---------------------------------------------------------------- the part


def _part(share: Told, sheet: Sheet) -> Told | None:
    line, words, context = share.line, sheet.words, sheet.context
    own = [t for t in sheet.all if t.line is line and _is_amount(t)]
    if own:
        tied = words.within("share-verb", line, share.at - _VERB, share.at) or said_of(share.index, own[0].index, line, context)
        return own[0] if len(own) == 1 and own[0].index < share.index and tied else None
    if not words.within("told-whole-this", line, max(0, share.at - _POINTS), share.at):
        return None
    before = [t for t in sheet.all if 0 < line.number - t.line.number <= _BACK and t.line.block == line.block and _is_amount(t)]
    return before[0] if len(before) == 1 else None


def _is_amount(told: Told) -> bool:
    q = told.q
    plain = q.kind in _AMOUNTS and q.value is not None and q.value > 0 and q.sense not in ("range", "bound") and not q.strict and not q.change
    return plain and (q.value >= _LEAST or q.scale > 1) and "/" not in (q.unit or "")


# ---------------------------------------------------------------- the whole


def _whole(part: Told, names: frozenset[str], sheet: Sheet) -> Told | None:
    context = sheet.context
    amounts = [t for t in sheet.all if t.index < part.index and _is_amount(t) and comparable(part.index, t.index, context) and not is_side(t.index, context)]
    own = telling(names, context) - sheet.stems("told-whole-anyone")
    if not own:
        return one(amounts)
    bearing = [t for t in amounts if _bears(t, own, sheet)]
    whole = one(bearing)
    if whole is None or any(t.line is whole.line and t not in (part, whole) and comparable(part.index, t.index, context) for t in sheet.all):
        return None  # "ringed 380 gulls ashore and 120 at sea": it is of both
    known = said(whole.line, sheet) | said(part.line, sheet) | _noun(whole, sheet)
    return whole if all(_is_known(n, known, context) for n in own) else None


def _bears(told: Told, names: frozenset[str], sheet: Sheet) -> bool:
    """Whether a name is the noun of a figure, or what its sentence does with it."""
    return any(_is_known(n, _noun(told, sheet) | said(told.line, sheet, sheet.clause(told), sheet.stop(told)), sheet.context) for n in names)


def _noun(told: Told, sheet: Sheet) -> frozenset[str]:
    return frozenset(stem(w, sheet.context) for w in told.q.noun)


def _is_known(name: str, known: frozenset[str], context: Context) -> bool:
    return bool(common(frozenset([name]), known) or (kindred(frozenset([name]), context) - {name}) & kindred(known, context))


def _sound(part: Told, whole: Told, share: Told, sheet: Sheet) -> bool:
    """Whether the two are of one time, both told as facts, and of a size that the share can be of."""
    context = sheet.context
    made, stated = part.q.value / whole.q.value, as_fraction(share.q)
    if made >= 1 or not made <= _FAR * stated <= _FAR * _FAR * made or any(t.q.approx for t in (part, whole)):
        return False
    lines = {t.line.number: t.line for t in (part, whole, share)}.values()
    if len({of_then(line, sheet) for line in lines}) > 1 or is_expected(part.index, context) != is_expected(whole.index, context):
        return False
    more = any(sheet.words.within("increment", t.line, max(0, t.at - _MORE), t.at) for t in (part, whole))
    return not more and sheet.one_time((part.index, whole.index))
