"""A share and the pair of amounts that it is of, some sentences apart and in any order.

    one parent in three lies awake ... of the 1,350 who took part, 450 said that they had
    of her 620 cabins, 465 have a balcony ... when three quarters of the cabins on a ship have one

The pair is tied by its own words; the share belongs to the pair that it fits, or to the only one nearby, or of its
name, from which one slip of the hand keeps it apart.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.structure.kindred import bears, called, kindred, may_name, of_those
from checker.linking.structure.near import near
from checker.linking.structure.share_evidence import evidence
from checker.linking.structure.shares import comparable, is_share, told
from checker.linking.structure.slips import TELLING
from checker.linking.structure.wholes import fits, other_period
from checker.model import Frame

_SHARES = ("percent", "ratio")
_NEAR, _FAR = 2, 14  # sentences between a share and its pair; the second where they have a name in common
_MOST = 200


@dataclass(frozen=True, slots=True)
class _Pair:
    part: int
    whole: int


def paired_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) for shares that nothing ties yet."""
    known, words = told(frames), near(context)
    served = {f.claims["part"][0] for f in frames if f.family == "share" and f.pinned and {"part", "whole", "share"} <= f.claims.keys()}
    pairs = _pairs(frames, served, context)
    if not pairs or len(pairs) > _MOST:
        return []
    found: list[Frame] = []
    for line in context.lines.lines:
        for share in line.quantities():
            q = context.quantity(share)
            if q.kind in _SHARES and share not in known and q.value and 0 < q.value and is_share(share, context):
                at = context.lines.position_of[share]
                if not words.within("other-percentage", line, at - 4, at + 4) and not of_those(share, context):
                    found.extend(_read(share, pairs, context))
    return found


def _pairs(frames: tuple[Frame, ...], served: set[int], context: Context) -> list[_Pair]:
    """Pairs that stand in one sentence and whose part has no share yet."""
    found = {}
    for f in frames:
        if f.family == "part" and f.pinned:
            part, whole = f.claims["part"][0], f.claims["whole"][0]
            if part not in served and 0 <= context.lines.line_of[part] - context.lines.line_of[whole] <= 1 and comparable(part, whole, context) and context.quantity(part).value < context.quantity(whole).value:
                found[part, whole] = _Pair(part, whole)
    return list(found.values())


def _read(share: int, pairs: list[_Pair], context: Context) -> Iterator[Frame]:
    number = context.lines.line_of[share]
    names = kindred(called(share, context), context)
    close = [p for p in pairs if _distance(p, number, context) <= _NEAR]
    named = [p for p in pairs if names and _distance(p, number, context) <= _FAR and (bears(p.whole, names, context) or bears(p.part, names, context))]
    fitting = [p for p in [*close, *named] if fits(context.quantity(p.part), context.quantity(p.whole), context.quantity(share))]
    if fitting:
        yield _frame(fitting[0], share)
        return
    candidates = named or close
    if len(candidates) != 1 or context.quantity(share).approx:
        return
    pair = candidates[0]
    weight = evidence(*(context.quantity(i) for i in (pair.part, pair.whole, share)))
    if weight >= TELLING and may_name(share, pair.whole, context) and not other_period(pair.part, share, context):
        yield _frame(pair, share)


def _distance(pair: _Pair, number: int, context: Context) -> int:
    return abs(context.lines.line_of[pair.part] - number)


def _frame(pair: _Pair, share: int) -> Frame:
    claims = {"part": (pair.part,), "whole": (pair.whole,), "share": (share,)}
    return Frame("share", (0, 0), claims, {}, 0, frozenset(claims), 4, None, (), "paired share")
