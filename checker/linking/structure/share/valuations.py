"""What a share of a firm was sold for, and what that values all of it at.

    The fund paid £25m for a 12.5 per cent stake, valuing the company at £200m
    The investors bought 30% of the firm for $60m. The deal put a value of $200m on it

The price is the only other sum of money of the two sentences and the stake their only share; a stake that was raised to so much, a
value without debts or before the new money, and what is put on the rest are another matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import comparable, is_share
from checker.model import Frame

_SHARES = ("percent", "ratio")
_TO_VALUE = 9  # symbols from "valuing" to the value: "valuing the whole of the Cardiff battery venture at £320m"
_STAKE = 4  # symbols around a percentage in which it is called a stake, or something of the firm


def valuations(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    words, found = near(context), []
    cued = words.standing("valuation-cue")
    taken = {i for f in frames if cued and f.family == "share" and {"part", "whole"} <= f.pinned for part in f.pinned for i in f.claims.get(part, ())}
    for number in sorted(cued):
        line = context.lines.lines[number]
        for whole in _values(line, context, words):
            for home in _homes(line, context):
                told = _told(whole, home, context, words)
                if told is not None and taken.isdisjoint(told):
                    claims = {"part": (told[0],), "whole": (whole,), "share": (told[1],)}
                    q = context.quantity(whole)
                    found.append(Frame("share", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles"))
                    break
    return found


def _values(line: Line, context: Context, words: Near) -> Iterator[int]:
    """The sums that a firm is valued at: each the first sum of money behind a word of valuing."""
    for m in words.matches("valuation-cue", line):
        behind = [i for i in line.quantities(m.end(), m.end() + _TO_VALUE) if context.quantity(i).is_measure]
        if behind and context.quantity(behind[0]).kind == "currency" and context.quantity(behind[0]).value:
            yield behind[0]


def _homes(line: Line, context: Context) -> Iterator[tuple[Line, ...]]:
    """The sentence alone, and with the one in front of it."""
    yield (line,)
    before = context.lines.lines[line.number - 1] if line.number else None
    if before is not None and before.block == line.block:
        yield (before, line)


def _told(whole: int, home: tuple[Line, ...], context: Context, words: Near) -> tuple[int, int] | None:
    """The only other sum of money and the only share of these sentences, a stake."""
    figures = [i for line in home for i in line.figures]
    sums = [i for i in figures if context.quantity(i).kind == "currency" and i != whole]
    shares = [i for i in figures if context.quantity(i).kind in _SHARES]
    if len(sums) != 1 or len(shares) != 1 or any(words.has("valuation-not", line) for line in home):
        return None
    part, share = sums[0], shares[0]
    p, w = context.quantity(part), context.quantity(whole)
    if not p.value or p.value >= w.value or not comparable(part, whole, context) or p.approx in ("above", "below") or w.approx in ("above", "below"):
        return None
    return (part, share) if is_share(share, context) and _is_stake(share, context, words) else None


def _is_stake(share: int, context: Context, words: Near) -> bool:
    """True of "a 30% stake", "30% of the firm"; not of a stake that was raised to 30%."""
    line, at = context.line(share), context.lines.position_of[share]
    if words.within("valuation-raised", line, 0, at) and words.ends("valuation-to", line, at, 2):
        return False
    return words.within("valuation-stake", line, max(0, at - _STAKE), at + _STAKE + 1)
