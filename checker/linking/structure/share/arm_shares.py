"""Counts with their shares in brackets, arm by arm: of which arm one is that fits none, the others tell.

    lemons (n = 64) or cider (n = 45) ... fever in 48 (75%) after lemons and in 36 (80%) after cider ... 16 (25%) and 9 (20%)

Where the arms, or all of them together, explain every such pair of the text but one, that one is a share of an arm, too:
of the one from which a slip of the hand leads to it, else of the other one of two, where its neighbour is of the first. A
pair that nearly fits may leave out a few of its arm, and proves nothing. Where one arm explains none of several pairs and the
other all the rest, its own number is wrong if another one, a slip away from it, would explain them all.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.structure.near import near
from checker.linking.structure.parts import after_noun, equated, slashed
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import is_share
from checker.linking.structure.share.wholes import as_fraction, fits
from checker.linking.structure.slips import TELLING, slip_between
from checker.linking.structure.total.arms import sizes
from checker.model import Frame
from checker.rational import Fraction

_COUNTED = ("count", "number")
_EXPLAINED = 2  # pairs that show what the shares are of
_ARMS = 2
_NEAR = Fraction(1, 4)  # a share may leave out so many of its arm
_LEAST = 10
_WHOLE_SHARE = frozenset(["part", "whole", "share"])
_ROUNDED, _MOST_SIZES = Fraction(1, 20), 200  # how far rounding leads from the size that a share tells, and how many sizes are tried


def arm_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    bracketed = context.lexicon.symbols.chars["("] + KIND_SYMBOLS["percent"]
    if not any(bracketed in line.symbols for line in context.lines.figured):
        return []
    arms, wholes = _arms(frames, context)
    if len(arms) != _ARMS or min(context.quantity(i).value for i in arms) < _LEAST:
        return []
    pairs = _pairs(max(arms), frames, context)
    of = {pair: [w for w in wholes if _fits(pair, w, context)] for pair in pairs}
    open_ones = [pair for pair in pairs if not of[pair]]
    if len(open_ones) > 1:
        told = {tuple(f.claims[part][0] for part in ("part", "share", "whole")) for f in frames if f.family == "share" and f.claims.keys() >= _WHOLE_SHARE}
        elsewhere = [whole for part, share, whole in sorted(told) if whole in arms and _fits((part, share), whole, context)]
        whole = _misprinted(open_ones, arms, [*elsewhere, *(w for found in of.values() for w in found)], context)
    else:
        whole = _whole(open_ones[0], arms, wholes, of, context) if open_ones and (len(pairs) > _EXPLAINED or _side_by_side(open_ones[0], arms, of, context)) else None
    return [_frame(part, whole, share, context) for part, share in open_ones] if whole is not None else []


def _side_by_side(pair: tuple[int, int], arms: tuple[int, ...], of: dict[tuple[int, int], list[int]], context: Context) -> bool:
    """True of the two only pairs of a text, in one sentence and neither of the other, where a slip that tells leads from one to the
    arm that the other is not of."""
    others = [p for p in of if p != pair]
    line, place = context.line(pair[0]), context.lines.position_of
    if len(others) != 1 or len(of[others[0]]) != 1 or context.line(others[0][0]) is not line:
        return False
    left, told = [w for w in arms if w not in of[others[0]]], [place[i] for i in (*pair, *others[0])]
    if len(left) != 1 or near(context).within("of-them", line, min(told), max(told)):
        return False
    return evidence(*(context.quantity(i) for i in (pair[0], left[0], pair[1]))) >= TELLING


def _frame(part: int, whole: int, share: int, context: Context) -> Frame:
    claims = {"part": (part,), "whole": (whole,), "share": (share,)}
    return Frame("share", (context.quantity(part).start, context.quantity(share).end), claims, {}, 0, frozenset(claims), 2, None, (), "arm shares")


def _arms(frames: tuple[Frame, ...], context: Context) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The two arms that the text has, and what a share may be of: those that add up, else the last two that one sentence tells as "n = 63"."""
    groups = [f for f in frames if f.family in ("groups", "sum") and {"total", "part"} <= f.pinned and len(f.claims["part"]) == _ARMS]
    if len({frozenset(context.quantity(i).value for i in f.claims["part"]) for f in groups}) == 1:
        arms = groups[0].claims["part"]
        return arms, (*arms, groups[0].claims["total"][0])
    if groups:
        return (), ()
    told = [tuple(i for i in line.figures if _is_size(i, context)) for line in context.lines.figured]
    pair = next((found for found in reversed(told) if len(found) == _ARMS), ()) or _in_turn(told) or _worded(context)
    return pair, pair


def _in_turn(told: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The two sizes of a text that tells one in each of two sentences: "In arm A (n = 64) ... In arm B (n = 45)"."""
    alone = [i for found in told for i in found]
    return tuple(alone) if len(alone) == _ARMS else ()


def _worded(context: Context) -> tuple[int, ...]:
    """The two sizes that the words of one sentence, and of no other, make those of arms: "64 hens were assigned to maize and 45 to barley"."""
    found = [parts for line in context.lines.figured if len(parts := sizes(line, context, near(context))) == _ARMS and not any(context.quantity(i).kind == "percent" for i in line.figures)]
    return found[0] if len({tuple(context.quantity(i).value for i in parts) for parts in found}) == 1 else ()


def _is_size(index: int, context: Context) -> bool:
    """True of "n = 64"."""
    q = context.quantity(index)
    before = context.extraction.tokens.words[max(0, q.first - 2) : q.first - 1]
    counted = q.kind in _COUNTED and q.value is not None and q.value >= _LEAST and q.value.denominator == 1
    return counted and equated(index, context) and bool(before) and before[0] in context.lexicon.pack.words("arm-size")


def _pairs(behind: int, frames: tuple[Frame, ...], context: Context) -> list[tuple[int, int]]:
    """The counts behind the arms with a share in a bracket right behind them, and no whole of their own."""
    chars = context.lexicon.symbols.chars
    told = {f.claims["share"][0] for f in frames if f.family == "share" and f.pinned >= _WHOLE_SHARE and f.source != "evident share"}
    found = []
    for line in context.lines.figured:
        for at, index in line.placed:
            q = context.quantity(index)
            if index < behind or q.kind not in _COUNTED or q.value is None or q.value.denominator != 1 or q.approx or slashed(q, context):
                continue
            end = at + 1 if line.symbols[at + 1 : at + 2] == chars["("] else after_noun(index, line, context)  # "11 (5.3%) deaths"
            share = line.quantity[end + 1] if line.symbols[end : end + 1] == chars["("] and end + 1 < len(line.quantity) else -1
            plain = share >= 0 and context.quantity(share).kind == "percent" and is_share(share, context) and context.quantity(share).value
            if plain and line.symbols[end + 2 : end + 3] == chars[")"] and share not in told:
                found.append((index, share))
    return found


def _fits(pair: tuple[int, int], whole: int, context: Context) -> bool:
    part, share = pair
    return context.quantity(part).value <= context.quantity(whole).value and fits(*(context.quantity(i) for i in (part, whole, share)))


def _misprinted(open_ones: list[tuple[int, int]], arms: tuple[int, ...], explaining: list[int], context: Context) -> int | None:
    """The arm of which pairs are that fit none: that of "n = 580" with 18 (10.0%) and 27 (15.0%), which are of 180, where the
    other arm explains others."""
    left = [w for w in arms if w not in explaining]
    if len(left) != 1 or sum(w in arms for w in explaining) < _EXPLAINED:
        return None
    stated = context.quantity(left[0])
    part, share = (context.quantity(i) for i in max(open_ones, key=lambda pair: context.quantity(pair[0]).value))
    meant = part.value / as_fraction(share)
    for size in range(max(_LEAST, floor(meant * (1 - _ROUNDED))), ceil(meant * (1 + _ROUNDED)) + 1)[:_MOST_SIZES]:
        other = replace(stated, value=Fraction(size))
        if slip_between(stated, other.value) and all(fits(context.quantity(p), other, context.quantity(s)) for p, s in open_ones):
            return left[0]
    return None


def _whole(pair: tuple[int, int], arms: tuple[int, ...], wholes: tuple[int, ...], of: dict[tuple[int, int], list[int]], context: Context) -> int | None:
    part, share = (context.quantity(i) for i in pair)
    meant = part.value / as_fraction(share)
    if any(abs(meant - context.quantity(w).value) <= _NEAR * context.quantity(w).value for w in wholes):
        return None
    slipped = [w for w in arms if evidence(part, context.quantity(w), share)]
    if len(slipped) == 1:
        return slipped[0]
    beside = [p for p in of if p != pair and context.lines.line_of[p[0]] == context.lines.line_of[pair[0]]]
    if len(beside) != 1 or len(of[beside[0]]) != 1 or of[beside[0]][0] not in arms:
        return None
    return next(w for w in arms if w != of[beside[0]][0])
