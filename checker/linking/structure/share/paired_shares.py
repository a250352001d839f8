"""A share and the pair of amounts that it is of, some sentences apart and in any order.

    one parent in three lies awake ... of the 1,350 who took part, 450 said that they had
    of her 620 cabins, 465 have a balcony ... when three quarters of the cabins on a ship have one

The pair is tied by its own words; the share belongs to the pair that it fits, or to the only one nearby, or of its
name, from which one slip of the hand keeps it apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.at_figure import other_period, words_at
from checker.linking.structure.kindred import bears, called, kindred, may_name, of_those, opens_back
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import LABELS, comparable, is_share, told
from checker.linking.structure.share.wholes import fits
from checker.linking.structure.slips import TELLING
from checker.model import Frame

_SHARES = ("percent", "ratio")
_NEAR, _FAR = 2, 14  # sentences between a share and its pair; the second where they have a name in common
_LEAST = 10  # of smaller parts each share is one slip away
_MOST = 200
_SAID = 5  # words behind "of" in which a share names its whole


@dataclass(frozen=True, slots=True, order=True)
class _Pair:
    number: int  # in the order in which frames tell them
    part: int
    whole: int


_Places = dict[int, list[_Pair]]  # by the line of the part


def paired_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) for shares that nothing ties yet."""
    known, words = told(frames), near(context)
    served = {f.claims["part"][0] for f in frames if f.family == "share" and f.pinned and {"part", "whole", "share"} <= f.claims.keys()}
    pairs = _pairs(frames, served, context)
    if not pairs or len(pairs) > _MOST:
        return []
    beside = {f.claims["share"][0] for f in frames if f.family in LABELS and {"value", "share"} <= f.claims.keys()}
    open_ones = [s for line in context.lines.lines for s in line.figures if s not in known and _is_open(s, line, words, context)]
    places = _places(pairs, context)
    fitting = {s: p for s in open_ones for p in _fitting(s, places, context)[:1]}
    found = [replace(_frame(p, s), fitted=True) for s, p in fitting.items()]
    left = _places(set(pairs).difference(fitting.values()), context)
    for share in open_ones:
        if share not in fitting and share not in beside:
            found.extend(_slipped(share, left, open_ones, words, context))
    return found


def _is_open(share: int, line: Line, words: Near, context: Context) -> bool:
    q = context.quantity(share)
    if q.kind not in _SHARES or not q.value or q.value < 0 or not is_share(share, context) or of_those(share, context):
        return False
    at = context.lines.position_of[share]
    return not words.within("other-percentage", line, at - 4, at + 4)


def _pairs(frames: tuple[Frame, ...], served: set[int], context: Context) -> list[_Pair]:
    """Pairs that stand in one sentence and whose part has no share yet."""
    found = {}
    for f in frames:
        if f.family == "part" and f.pinned:
            part, whole = f.claims["part"][0], f.claims["whole"][0]
            if part not in served and 0 <= context.lines.line_of[part] - context.lines.line_of[whole] <= 1 and comparable(part, whole, context) and context.quantity(part).value < context.quantity(whole).value:
                found.setdefault((part, whole), _Pair(len(found), part, whole))
    return list(found.values())


def _places(pairs: Iterable[_Pair], context: Context) -> _Places:
    found: _Places = {}
    for pair in pairs:
        found.setdefault(context.lines.line_of[pair.part], []).append(pair)
    return found


def _close(share: int, pairs: _Places, reach: int, context: Context) -> list[_Pair]:
    number = context.lines.line_of[share]
    return sorted(p for n in range(number - reach, number + reach + 1) for p in pairs.get(n, ()))


def _named(share: int, pairs: _Places, context: Context) -> list[_Pair]:
    names = kindred(called(share, context), context)
    return [p for p in _close(share, pairs, _FAR, context) if bears(p.whole, names, context) or bears(p.part, names, context) or kindred(words_at(p.whole, context), context) & names] if names else []


def _fitting(share: int, pairs: _Places, context: Context) -> list[_Pair]:
    candidates = [*_close(share, pairs, _NEAR, context), *_named(share, pairs, context)]
    return [p for p in candidates if fits(context.quantity(p.part), context.quantity(p.whole), context.quantity(share))]


def _slipped(share: int, pairs: _Places, open_ones: list[int], words: Near, context: Context) -> Iterator[Frame]:
    """The one pair of its name; without a name the one of the sentence in front, which the share takes up."""
    line = context.line(share)
    candidates = _named(share, pairs, context)
    if not candidates and not called(share, context) and opens_back(share, context):
        candidates = [p for p in _close(share, pairs, 1, context) if p.part < share]
    taking_up = [p for p in sorted(pairs.get(line.number + 1, ())) if context.lines.line_of[p.whole] == line.number + 1 and opens_back(p.part, context)]
    if not candidates and len(taking_up) == 1 and len([i for i in line.figures if context.quantity(i).is_measure]) == 1:
        candidates = taking_up  # "a fifth of his fortune. The sum, 240,000 out of 1.2 million"
    if len(candidates) != 1 or context.quantity(share).approx or words.has("share-wanted", line) or words.has("of-the-rest", line):
        return
    pair = candidates[0]
    part, whole = context.quantity(pair.part), context.quantity(pair.whole)
    if part.value < _LEAST and part.scale == 1 or part.approx or whole.approx or any(s != share and abs(context.lines.line_of[s] - context.lines.line_of[pair.part]) <= _NEAR for s in open_ones):
        return
    weight = evidence(*(context.quantity(i) for i in (pair.part, pair.whole, share)))
    if weight >= TELLING and not _of_another_set(share, pair, context) and (candidates == taking_up or may_name(share, pair.whole, context)) and not other_period(pair.part, share, context):
        yield _frame(pair, share)


def _of_another_set(share: int, pair: _Pair, context: Context) -> bool:
    """True of "64% of the applications" where applications are counted in a sentence that stands nearer than the pair."""
    words, q, home = context.extraction.tokens.words, context.quantity(share), context.lines.line_of[share]
    if words[q.last + 1 : q.last + 2] and words[q.last + 1] not in context.lexicon.pack.words("of-word"):
        return False
    named = {stem(w, context) for w in words[q.last + 2 : q.last + _SAID]}
    whole = context.quantity(pair.whole)
    lines = context.lines.lines[max(0, home - _FAR) : home + 1]
    others = [i for line in lines for i in line.figures if i not in (pair.whole, pair.part) and context.quantity(i).kind == "count" and context.quantity(i).noun]
    return any(stem(context.quantity(i).noun[-1], context) in named and context.quantity(i).noun[-1:] != whole.noun[-1:] for i in others)


def _frame(pair: _Pair, share: int) -> Frame:
    claims = {"part": (pair.part,), "whole": (pair.whole,), "share": (share,)}
    return Frame("share", (0, 0), claims, {}, 0, frozenset(claims), 4, None, (), "paired share")
