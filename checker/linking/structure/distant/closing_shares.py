"""The last share of one whole, behind others that sentences or paragraphs apart have told.

    Spruce ... makes up 58% of the fallen timber ... Beech ... 24% ... Pine comes next with 11% ... Oak and the like provide the final 7%
    The newer kinds stand on 44% of the area ... [two paragraphs] ... The old ones make up the remaining 56% of the area

Every plain share of the text is one of them: of one time, of nothing with two names, and none is a share of another. Where some
of them make up the whole with the last one, the others are of something else. What two shares of one name miss is wrong by
itself; of more, one slip of the hand has to explain it.
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context
from checker.linking.structure.at_figure import period_at
from checker.linking.structure.distant.mentions import alike, behind, head_behind, plain_share, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.linking.structure.near import near
from checker.linking.structure.parts import overlaps
from checker.linking.structure.total.rests import inner, more_of_the_list, slips
from checker.model import Frame
from checker.rational import Fraction

_MOST = 8  # members
_LEAST, _FAR = 65, 135  # percent that shares of one whole may come to by mistake
_ROUNDED = Fraction(1, 2)  # percent of each member that rounding may leave
_FRONT = 4  # symbols from a word that closes to its share
_OPENING = 3  # symbols of a clause
_SEVERAL = 3  # parts of which one may be called otherwise
_OTHER = 7  # symbols in front of a share in which it is one of another thing
_CUES = ("closingshare-the", "closingshare-else")


def closing_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "rest-share" (part..., rest)."""
    cued = near(context).standing(*_CUES)
    if not cued or (sheet := told_plainly(context)) is None:
        return []
    tied = {i for f in frames if f.family in ("rest-share", "remainder", "rest-fraction", "share-sum") and f.pinned for found in f.claims.values() for i in found}
    shares = [t for t in sheet.all if _is_share(t, sheet)]
    rest = next((t for t in reversed(shares) if t.line.number in cued and _closes(t, sheet)), None)
    if rest is None or rest.index in tied or shares[-1] is not rest and any(t.line is not rest.line for t in shares[shares.index(rest) + 1 :]):
        return []
    parts = shares[: shares.index(rest)]
    if not 1 <= len(parts) < _MOST or any(t.index in tied for t in parts) or len({t.line.number for t in (*parts, rest)}) < 2:
        return []
    if _unread(parts, rest, sheet) or more_of_the_list(parts[0].index, rest.index, context):
        return []
    chosen = _chosen(parts, rest, sheet)
    claims = {"part": tuple(t.index for t in chosen), "rest": (rest.index,)}
    return [Frame("rest-share", (chosen[0].q.start, rest.q.end), claims, {}, 0, frozenset(claims), 2, None, (), "by name")] if chosen else []


def _unread(parts: list[Told], rest: Told, sheet: Sheet) -> bool:
    """True where some share from the first one to the rest is of no sort that is known: it may be one more."""
    known = {t.index for t in (*parts, rest)}
    return any(parts[0].index < t.index < rest.index and t.index not in known and t.q.kind in ("percent", "ratio") for t in sheet.all)


def _chosen(parts: list[Told], rest: Told, sheet: Sheet) -> list[Told]:
    """The parts that make up the whole with the rest; all of them where they should, but do not."""
    for size in range(len(parts), 0, -1):
        for members in combinations(parts, size):
            if abs(_off(list(members), rest)) <= _ROUNDED * size:
                return list(members) if size == len(parts) and _one_whole(parts, rest, sheet) else []
    off = _off(parts, rest)
    if not _LEAST <= 100 - off <= _FAR or not _one_whole(parts, rest, sheet):
        return []
    named = len(parts) == 1 and bool(head_behind(rest, sheet)) and head_behind(rest, sheet) == head_behind(parts[0], sheet)
    return parts if named or any(slips(t.q, off, len(parts) + 1) for t in (*parts, rest)) else []


def _off(parts: list[Told], rest: Told) -> Fraction:
    return 100 - sum((_percent(t) for t in (*parts, rest)), Fraction(0))


def _percent(told: Told) -> Fraction:
    return told.q.value * (100 if told.q.kind == "ratio" else 1)


def _is_share(told: Told, sheet: Sheet) -> bool:
    q, words, line = told.q, sheet.words, told.line
    if q.kind not in ("percent", "ratio") or q.value is None or not 0 < _percent(told) < 100 or q.sense in ("range", "bound") or q.approx:
        return False
    if q.kind == "ratio" and not sheet.context.extraction.tokens.words[q.first].isalpha() or not plain_share(told, sheet):
        return False
    if words.within("distant-whole-not", line, max(told.left, told.at - _OTHER), told.at):
        return False
    if words.ends("distant-whole-not-next", line, told.at, 2) and not words.ends("closingshare-adds", line, told.at, _FRONT):
        return False
    return not words.within("distant-whole-not-after", line, told.at + 1, behind(told, sheet))


def _closes(told: Told, sheet: Sheet) -> bool:
    """True of "the final 7%", and of the only share of a sentence that opens with "all other infections"."""
    words, line = sheet.words, told.line
    if words.within("closingshare-not", line, max(0, told.at - _OTHER), told.at + _FRONT) or words.within("closingshare-behind", line, told.at + 1, told.at + 1 + _FRONT):
        return False
    if words.ends("closingshare-the", line, told.at, _FRONT) or words.ends("closingshare-the", line, told.at - 1, _FRONT):
        return True
    start, alone = sheet.clause(told), sum(t.line is line and t.q.kind == told.q.kind for t in sheet.all) == 1
    if alone and words.ends("closingshare-article", line, told.at, 1) and words.within("closingshare-else", line, 0, start):
        return True  # "the region covers the rest, and has voted to put up the 28%"
    if alone and head_behind(told, sheet) and words.within("closingshare-without", line, 0, told.at):
        return True
    return alone and any(words.within("closingshare-else", line, at, at + _OPENING) for at in {start, 0})


def _one_whole(parts: list[Told], rest: Told, sheet: Sheet) -> bool:
    """Whether shares can be of one whole: by what they are of, their time, and what is said beside them."""
    shares = [*parts, rest]
    heads = {head for t in shares if (head := head_behind(t, sheet))} - sheet.stems("back-reference")
    if len(parts) < _SEVERAL and not all(alike(a, b) for a in heads for b in heads):
        return False
    years = {when.year for t in shares if (when := period_at(t.index, sheet.context)) and when.year}
    nested = any(inner(t.index, t.line, sheet.context) or sheet.words.within("closingshare-not", t.line, max(0, t.at - _OTHER), t.at) for t in shares)
    loose = any(overlaps(t.line, sheet.context) or sheet.words.has("closingshare-veto", t.line) for t in shares)
    return len(years) < 2 and not nested and not loose
