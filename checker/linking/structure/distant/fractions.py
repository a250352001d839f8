"""A share that is told in words, and in figures where another sentence tells it again.

    Three in five bakers open on Sundays ... It takes the 60 percent of bakers who open then as proof
    A quarter of the lighthouses have been sold ... with 25 percent of the lighthouses sold, nobody knew

What the figures are of must be what the words are of, and nothing new may stand behind them; a share that comes back by "the",
"that", "a level of" needs one word in common, another two. Where two shares could be meant, nothing is tied.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.structure.distant.mentions import alike, bears_head, behind, common, commented, head_behind, narrowed, of_then, plain_share, said, said_at, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told, ties_of
from checker.linking.structure.slips import NONE, slip_between
from checker.model import Frame
from checker.rational import Fraction

_PERCENTS = 3  # of a text: of more each is of something else
_FAR = 4  # times as much: rather another thing
_AGAIN = 5  # symbols in front of a share in which it is told to be known
_LEAST = 10  # percent: of fewer anything is a slip away
_OTHER = 7  # symbols in front of a share in which it is told to be another one


def distant_fractions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "restated" (fraction, share)."""
    if not all(any(KIND_SYMBOLS[kind] in line.symbols for line in context.lines.figured) for kind in ("ratio", "percent")) or (sheet := told_plainly(context)) is None:
        return []
    fractions = [t for t in sheet.all if _in_words(t, sheet)]
    shares = [t for t in sheet.all if _in_figures(t, sheet)] if fractions else []
    percents = sum(t.q.kind == "percent" for t in sheet.all)
    alone = len({t.q.value for t in fractions}) == 1 and percents == 1
    pairs = [(f, p) for f in fractions for p in shares if (percents <= _PERCENTS or _pointed(f, p, sheet)) and f.index < p.index and f.line is not p.line and _same(f, p, alone, sheet)]
    pairs += [(f, p) for f in fractions for p in shares if p.index < f.index and alone and commented(f, sheet) and _as_much(f, p, sheet)]
    ties = ties_of(frames)
    return [_frame(f, p, sheet) for f, p in pairs if sum(f is a or p is b for a, b in pairs) == 1 and not ties.sets.get(p.index) and not _of_a_share(f, p, sheet)]


def _of_a_share(fraction: Told, share: Told, sheet: Sheet) -> bool:
    """True of "64% rent, and a quarter of those have the town as their landlord ... it houses 16%": the share of another share."""
    place = (share.q.place or 1) / 2
    others = (t.q for t in sheet.all if t.q.kind == "percent" and t.index != share.index and t.q.value)
    return any(abs(q.value * fraction.q.value - share.q.value) <= place for q in others)


def _frame(fraction: Told, share: Told, sheet: Sheet) -> Frame:
    return sheet.frame("restated", {"fraction": (fraction.index,), "share": (share.index,)}, share.index)


def _in_words(told: Told, sheet: Sheet) -> bool:
    q = told.q
    text = sheet.context.extraction.document.text[q.number_start : q.number_end]
    return q.kind == "ratio" and not any(c.isdigit() for c in text) and q.value is not None and 0 < q.value < 1 and q.sense != "range" and _plain(told, sheet)


def _in_figures(told: Told, sheet: Sheet) -> bool:
    q = told.q
    return q.kind == "percent" and q.value is not None and 0 < q.value <= 100 and q.approx != "about" and q.sense not in ("range", "bound") and _plain(told, sheet)


def _plain(told: Told, sheet: Sheet) -> bool:
    """True of a share that is of no other time or set, is not what is hoped for, and no share of a share."""
    words, line = sheet.words, told.line
    other = words.within("distant-fraction-not", line, max(told.left, told.at - _OTHER), told.at) or words.within("distant-fraction-not-after", line, told.at + 1, behind(told, sheet))
    return not other and not of_then(line, sheet) and plain_share(told, sheet)


def _same(fraction: Told, share: Told, alone: bool, sheet: Sheet) -> bool:
    if not _as_much(fraction, share, sheet):
        return False
    made = fraction.q.value * 100
    known, own, head = said_at(fraction, sheet), said_at(share, sheet), head_behind(share, sheet)
    if not bears_head(head, known, sheet):
        return False
    shared, narrow = common(own, known), narrowed(share, known, sheet)
    if _pointed(fraction, share, sheet):
        return narrow != "name"
    more = frozenset(w for w in shared if not head or not alike(w, head))
    slip = alone and narrow != "name" and _slipped(share, made) and (not head or bool(more) or not _narrower(share, sheet))
    if _again(share, sheet):
        return slip or len(shared) > 1 and bool(more) and narrow != "name" or not narrow and bool(more)
    new = said(share.line, sheet, share.at + 1, behind(share, sheet))
    told = not narrow and common(new, known) == new and (len(shared) > 1 or alone and bool(new))
    return told or slip and (bool(head) and alike(head, head_behind(fraction, sheet)) or sheet.words.pattern("distant-with").match(share.line.symbols) is not None)


def _as_much(fraction: Told, share: Told, sheet: Sheet) -> bool:
    """Whether the two can be one share, by their sizes and times."""
    made = fraction.q.value * 100
    return made <= _FAR * share.q.value <= _FAR * _FAR * made and sheet.one_time((fraction.index, share.index))


def _narrower(share: Told, sheet: Sheet) -> bool:
    """True of "of pupils who keep cats"."""
    return sheet.words.within("distant-relative", share.line, share.at + 1, behind(share, sheet))


def _slipped(share: Told, made: Fraction) -> bool:
    return share.q.value >= _LEAST and made >= _LEAST and slip_between(share.q, made) != NONE


def _again(told: Told, sheet: Sheet) -> bool:
    """True of a share that comes back: "the 40 percent", "a level of 40 percent", "the share, 40 percent, is"."""
    words, line = sheet.words, told.line
    named = words.ends("distant-level-of", line, told.at, 2) and words.within("distant-article", line, max(told.left, told.at - _AGAIN), told.at)
    return named or words.ends("distant-fraction-again", line, told.at, 1)


def _pointed(fraction: Told, share: Told, sheet: Sheet) -> bool:
    """True of the only share of the next sentence that points back: "Those 40 percent", "That puts support at 40 percent"."""
    line, words = share.line, sheet.words
    shares = [t for t in sheet.all if t.line in (line, fraction.line) and t.q.kind in ("percent", "ratio")]
    if line.number != fraction.line.number + 1 or len(shares) != 2:
        return False
    return words.ends("distant-those", line, share.at, 1) or share.at == 1 and words.pattern("distant-that").match(line.symbols) is not None or words.pattern("distant-that-puts").match(line.symbols) is not None and words.ends("distant-at", line, share.at, 1)
