"""A part that is taken up again by its number: "two-thirds of the 240 birds were hens; those 160 birds weighed less".

The share of a whole makes a set; "these 160", "the 160 birds that ..." behind it can only mean that set, where no other
count of the text has its number. Said of what follows at once it is tied, farther away only where one slip of the hand
explains the difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, stem
from checker.linking.structure.near import near, one_slip
from checker.linking.structure.share.figures import comparable, is_share, told
from checker.linking.structure.share.wholes import as_fraction
from checker.model import Frame
from checker.rational import Fraction

_COUNTED = ("count", "number")
_BACK = 5  # sentences in front of a definite count that may hold its share


def taken_up(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    sets = _sets(context, frames)
    if not sets:
        return []
    known = {f.claims["part"][0] for f in frames if f.family == "share" and {"part", "whole", "share"} <= f.claims.keys()}
    found: list[Frame] = []
    said: dict[Fraction | None, int] = {}  # where each number is counted first
    for index, q in enumerate(context.extraction.quantities):
        if q.kind in _COUNTED:
            said.setdefault(q.value, index)
        if q.kind not in _COUNTED or index in known or q.value is None or q.value.denominator != 1 or q.approx or context.lines.line_of[index] < 0:
            continue
        if said[q.value] < index:
            continue  # said before: that is what it takes up
        pointing, described = _pointed(index, context), _described(index, context)
        if pointing or described:
            found.extend(_read(index, pointing, sets, context))
    return found


def _sets(context: Context, frames: tuple[Frame, ...]) -> list[tuple[int, int, Frame]]:
    """(share, whole, where it is said): shares of a whole whose part is not told beside them."""
    known, found = told(frames), {}
    for frame in frames:
        if frame.family in ("share-of", "of-share") and is_share(frame.claims["share"][0], context):
            share, whole = frame.claims["share"][0], frame.claims["whole"][0]
            if share not in known and context.quantity(whole).kind in _COUNTED:
                found.setdefault((share, whole), frame)
    named = _named(context, frames, {share for share, _ in found} | known)
    return [*((share, whole, frame) for (share, whole), frame in found.items()), *named]


def _named(context: Context, frames: tuple[Frame, ...], known: set[int]) -> Iterator[tuple[int, int, Frame]]:
    """Shares of a whole by its noun, "three-fifths of the firms", which the text counts once in front of it."""
    for frame in frames:
        span = frame.spans.get("whole-words")
        if frame.family != "share-alone" or not span or frame.claims["share"][0] in known:
            continue
        share = frame.claims["share"][0]
        if not is_share(share, context):
            continue
        words = {stem(w, context) for w in context.extraction.document.text[span[0][0] : span[0][1]].lower().split()}
        number = context.lines.line_of[share]
        lines = context.lines.lines[max(0, number - _BACK) : number + 1]
        counted = [i for line in lines for i in line.figures if i < share and _counts(i, words, context)]
        if len({context.quantity(i).value for i in counted}) == 1:
            yield share, counted[-1], frame


def _counts(index: int, words: set[str], context: Context) -> bool:
    q = context.quantity(index)
    return q.kind == "count" and bool(q.noun) and stem(q.noun[-1], context) in words and q.value is not None and q.value > 9


def _pointed(index: int, context: Context) -> bool:
    """True of "these 160"."""
    q, words = context.quantity(index), context.extraction.tokens.words
    return words[q.outer - 1 : q.outer] != [] and words[q.outer - 1] in context.lexicon.pack.words("pointing-word")


def _described(index: int, context: Context) -> bool:
    """True of "the 160 birds that had been ringed"."""
    line, at = context.line(index), context.lines.position_of[index]
    q, words = context.quantity(index), context.extraction.tokens.words
    definite = at and q.noun and words[q.outer - 1] in context.lexicon.pack.words("definite-article")
    return bool(definite) and near(context).within("relative-word", line, at + 1, at + 4)


def _read(part: int, pointing: bool, sets: list[tuple[int, int, Frame]], context: Context) -> Iterator[Frame]:
    p, number = context.quantity(part), context.lines.line_of[part]
    reach = 1 if pointing else _BACK
    fits = [s for s in sets if s[0] < part and 0 <= number - context.lines.line_of[s[0]] <= reach and _may_be(part, s[1], pointing, context)]
    for share, whole, frame in fits:
        meant = as_fraction(context.quantity(share)) * context.quantity(whole).value
        if not (_called_alike(part, whole, context) or meant == p.value or one_slip(p, meant)):
            continue
        sure = len(fits) == 1 and (pointing and context.lines.line_of[whole] >= number - 1 or one_slip(p, meant) or meant == p.value)
        claims = {"part": (part,), "whole": (whole,), "share": (share,)}
        yield Frame("share", frame.cue, claims, {}, 0, frozenset(claims) if sure else frozenset(), 2, frame.blocked, (), "taken up")


def _may_be(part: int, whole: int, pointing: bool, context: Context) -> bool:
    if not comparable(part, whole, context):
        return False
    p, w = context.quantity(part), context.quantity(whole)
    return pointing or bool(w.noun) and stem(p.noun[-1], context) == stem(w.noun[-1], context)


def _called_alike(part: int, whole: int, context: Context) -> bool:
    """True where both count the same, or the part what anything can be called: "these 160 pieces" of the coins."""
    p, w = context.quantity(part), context.quantity(whole)
    if not p.noun or not w.noun:
        return True
    return stem(p.noun[-1], context) == stem(w.noun[-1], context) or p.noun[-1] in context.lexicon.pack.words("any-noun")
