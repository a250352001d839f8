"""A share that is concluded from two amounts of its sentence, in whatever order and words they stand.

    a 400g jar holds just 140g of strawberries, which makes it 35% fruit
    single dwellings numbered 2.1 million; with 6.0 million households in all, that puts their share at 35 per cent
    half the fleet runs on batteries, and the boast is true: 94 of the 188 vehicles plug in at night
    most governors favoured the later start: nine of the fourteen raised a hand

Words of conclusion tie the share to the amounts, a colon ties a statement to the pair that proves it. Where they do not
agree, it is a proof only if one slip of the hand explains it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near, one_slip
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import comparable, is_share, same_people, told
from checker.linking.structure.share.wholes import as_fraction, fits
from checker.linking.structure.slips import TELLING
from checker.model import Frame, Quantity
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_KINDS = ("count", "number", "currency", "physical", "duration")
_REACH = 5  # symbols from the words of conclusion to the share
_SIMPLE = 10  # denominators that have a word of their own
_MOST = 6  # amounts of a sentence
_OPENS = 6  # symbols of a sentence that opens with a share


def told_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share), and "majority" and "minority" (part, whole) for statements behind which a pair stands."""
    words, found = near(context), []
    known = told(frames)
    pairs: dict[int, dict[tuple[int, int], Frame]] = {}
    for f in frames:
        if f.family == "part" and f.pinned:
            pairs.setdefault(context.lines.line_of[f.claims["part"][0]], {})[f.claims["part"][0], f.claims["whole"][0]] = f
    for line in context.lines.figured:
        shares = [i for i in line.figures if context.quantity(i).kind in _SHARES]
        if len(shares) == 1 and shares[0] not in known and is_share(shares[0], context):
            found.extend(_concluded(shares[0], line, words, context))
            if not words.has("share-wanted", line):
                found.extend(_proved(shares[0], line, pairs.get(line.number, {}), context))
                found.extend(_taken_up(shares[0], line, pairs, words, context))
        elif not shares:
            found.extend(_borne_out(line, pairs.get(line.number, {}), words, context))
    return found


def _concluded(share: int, line: Line, words: Near, context: Context) -> Iterator[Frame]:
    at = context.lines.position_of[share]
    start = next((m.start() for m in words.matches("share-conclusion", line, 0, at) if m.end() >= at - _REACH), None)
    if start is None or words.within("share-not-told", line, 0, len(line.symbols)):
        return
    amounts = [i for i in line.quantities(0, at) if context.quantity(i).kind in _KINDS and context.quantity(i).value]
    if not 2 <= len(amounts) <= _MOST:
        return
    last = line.quantities(0, start)[-1:]
    if last != amounts[-1:]:
        return  # it says what the figure between them is
    readings = [(a, b) for a in amounts for b in amounts if a != b and comparable(a, b, context) and context.quantity(a).value < context.quantity(b).value]
    for part, whole in readings[:4]:
        yield _frame(part, whole, share, len(readings) == 1, context)


def _proved(share: int, line: Line, pairs: dict[tuple[int, int], Frame], context: Context) -> Iterator[Frame]:
    """A share in front of a colon or dash, and behind it the one pair of the sentence."""
    at = _only(line, pairs, context)
    if at is not None and _colon(context.lines.position_of[share], at, line, context):
        (part, whole), = pairs
        yield _frame(part, whole, share, True, context)


def _taken_up(share: int, line: Line, pairs: dict[int, dict[tuple[int, int], Frame]], words: Near, context: Context) -> Iterator[Frame]:
    """ "Of 9.5 million, milk brought in 760,000. The 8 percent share was ...": a definite share behind the one pair."""
    at, before = context.lines.position_of[share], pairs.get(line.number - 1, {})
    if pairs.get(line.number) or len(before) != 1 or context.lines.lines[line.number - 1].block != line.block:
        return
    (part, whole), = before
    named = words.pattern("share-noun").match(line.symbols, at + 1) or any(m.end() == at - 1 for m in words.matches("share-name", line, 0, at))
    if at > _OPENS or not words.pattern("taken-up-share").match(line.symbols) or not named or line.quantities(0, at):
        return
    q = context.quantity(share)
    claims = {"part": (part,), "whole": (whole,), "share": (share,)}
    yield Frame("share", (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "told share")


def _borne_out(line: Line, pairs: dict[tuple[int, int], Frame], words: Near, context: Context) -> Iterator[Frame]:
    """ "Most governors favoured it: nine of the fourteen raised a hand." """
    at = _only(line, pairs, context)
    if at is None or not _colon(0, at, line, context):
        return
    ((part, whole), source), = pairs.items()
    for name, claim, sign in (("most-opening", "majority", 1), ("few-opening", "minority", -1)):
        m = words.pattern(name).match(line.symbols)
        if m and not words.within("no-majority", line, 0, at):
            claims = {"part": (part,), "whole": (whole,)}
            yield Frame(claim, source.cue, claims, {}, sign, frozenset(claims), 1, None, (), "borne out")


def _only(line: Line, pairs: dict[tuple[int, int], Frame], context: Context) -> int | None:
    """Where the one pair of the sentence begins; None where there are several, or half of it stands elsewhere."""
    places = [context.lines.position_of[i] for pair in pairs for i in pair if context.lines.line_of[i] == line.number]
    return min(places) if len(pairs) == 1 and len(places) == 2 else None


def _colon(start: int, end: int, line: Line, context: Context) -> bool:
    """True where a colon or dash stands right in front of the place, or but for "that is" and the like."""
    chars = context.lexicon.symbols.chars
    marks = {chars[":"], chars["–"], chars["—"]}
    return any(s in marks for s in line.symbols[max(start, end - 3) : end])


def _frame(part: int, whole: int, share: int, only: bool, context: Context) -> Frame:
    q = [context.quantity(i) for i in (part, whole, share)]
    holds = fits(*q)
    claims = {"part": (part,), "whole": (whole,), "share": (share,)}
    apart = q[1].scale == 1 and q[0].noun and q[1].noun and q[0].noun[-1] != q[1].noun[-1] and not same_people(q[0], q[1], context)
    tied = only and (holds or not apart and (slip(*q) or evidence(*q) >= TELLING))
    return Frame("share", (q[2].start, q[2].end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 1, None, (), "told share")


def slip(part: Quantity, whole: Quantity, share: Quantity) -> bool:
    """True where one slip of the hand in one of the three explains that they do not agree."""
    if not share.value or not whole.value or not part.value:  # a range has no value
        return False
    rate = as_fraction(share)
    implied = part.value / whole.value * 100
    if share.kind == "ratio" and (part.value / whole.value).denominator <= _SIMPLE:
        return True  # another word for another simple fraction
    return share.kind == "percent" and one_slip(share, implied) or one_slip(part, _like(part, whole.value * rate)) or one_slip(whole, _like(whole, part.value / rate))


def _like(q: Quantity, value: Fraction) -> Fraction:
    """The value to the digits that the figure is written with."""
    place = q.place or Fraction(1)
    return Fraction(int(value / place + Fraction(1, 2))) * place
