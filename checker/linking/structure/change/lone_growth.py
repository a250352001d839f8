"""What the growth of one part makes of the growth of the whole.

    tea, 40% of exports, went up by 15%; as all else stood still, exports rose by 6%
    wages, 70% of costs, rose 4%, adding 2.8 percentage points to the growth of costs

In one sentence or two, with one share, the growth of that part behind it, and one growth of the whole: where words say that
nothing else moved, or that so many points are what the part adds. The share may be that before the growth or after it.
"""

from __future__ import annotations

from checker.linking.context import Context, content, subject
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import is_expected, is_share
from checker.linking.structure.share.wholes import as_fraction
from checker.model import Frame, Quantity
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_STILL = 5  # symbols behind a rest in which it is said not to have moved
_NAMED = 5  # symbols behind a share that name what it is of
_LEAD = 5  # symbols in front of points that a part adds
_FAR_OFF = 12  # times as much as it makes: it is rather something else, but for a zero


def lone_growth(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "growth-from-part" (share, rate, change)."""
    words, found = near(context), []
    rests = frozenset(i for f in frames if f.family == "rest" for i in f.claims["rest"] if _still(i, context, words))
    cued = words.standing("still-rest", "growth-adds") | {context.lines.line_of[i] for i in rests}
    for line in context.lines.figured:
        if line.number not in cued:
            continue
        still = words.has("still-rest", line) or not rests.isdisjoint(line.figures)
        if line.crowded or not still and not words.has("growth-adds", line):
            continue
        before = context.lines.lines[max(0, line.number - 1) : line.number]
        behind = context.lines.lines[line.number + 1 : line.number + 2]
        for lines in ([line], [*before, line], [line, *behind]):
            frame = _of(lines, still, rests, context, words) if lines[0].block == lines[-1].block else None
            if frame is not None:
                found.append(frame)
                break
    return found


def _still(rest: int, context: Context, words: Near) -> bool:
    """True of "sails, the other 70%, were unchanged": what is left of the whole, and that it did not move."""
    at = context.lines.position_of[rest]
    return words.within("no-change", context.line(rest), at + 1, at + _STILL)


def _of(lines: list[Line], still: bool, rests: frozenset[int], context: Context, words: Near) -> Frame | None:
    figures = [i for line in lines for i in line.figures if i not in rests and context.quantity(i).kind in (*_SHARES, "points")]
    if len(figures) != 3 or any(context.quantity(i).value is None or context.quantity(i).approx or is_expected(i, context) for i in figures) or any(words.has("still-veto", line) for line in lines):
        return None
    shares = [i for i in figures if context.quantity(i).kind in _SHARES and is_share(i, context)]
    rates = [i for i in figures if i not in shares and context.quantity(i).kind == "percent"]
    whole = [i for i in figures if context.quantity(i).kind == "points" and _added(i, context, words)]
    if still and not whole and len(rates) == 2:
        behind = [i for i in rates if shares and i > shares[0]]
        whole = [i for i in rates if behind and i != behind[0]]
    rates = [i for i in rates if i not in whole]
    told = {context.lines.line_of[i] for i in (*shares, *rates)}
    if still and whole and shares and context.lines.line_of[whole[0]] > max(told) and not _of_the_whole(shares[0], whole[0], context, words):
        return None
    if not len(shares) == len(rates) == len(whole) == 1 or rates[0] < shares[0]:
        return None
    share, rate, total = (context.quantity(i) for i in (shares[0], rates[0], whole[0]))
    claims = {"share": (shares[0],), "rate": (rates[0],), "change": (whole[0],)}
    tied = not _agree(share, rate, total)
    return Frame("growth-from-part", (share.start, share.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 1, None, (), "lone growth")


def _of_the_whole(share: int, whole: int, context: Context, words: Near) -> bool:
    """True of "30% of turnover ... Turnover as a whole rose by 9%": a sentence of its own names what the share is of, and nothing else."""
    line, at = context.line(share), context.lines.position_of[share]
    stop = next((p for p in range(at + 1, min(at + 1 + _NAMED, len(line.symbols))) if line.symbols[p] in context.lexicon.symbols.marks), at + _NAMED)
    named = content(line.lasts[at] + 1, line.firsts[min(stop, len(line.firsts) - 1)], context)
    told = subject(whole, context)
    called = words.within("growthpart-whole", context.line(whole), 0, context.lines.position_of[whole])
    return bool(told & named) and (called or told <= named)


def _added(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("growth-adds", line, at - _LEAD, at)


def _agree(share: Quantity, rate: Quantity, total: Quantity) -> bool:
    """Whether the three agree with the share taken before the growth or after it; or are too far apart to be of one thing."""
    part, growth, stated = as_fraction(share), rate.value / 100, total.value / 100
    if part >= 1 or not stated or not growth:
        return True
    half = ((total.place or Fraction(1)) + (share.place or Fraction(1)) * growth + (rate.place or Fraction(1)) * part) / 200
    sign = -1 if rate.change == "down" else 1
    later = part * growth / (1 + sign * growth * (1 - part))  # of a share that takes the growth in
    return any(abs(made - stated) <= half + stated / 50 for made in (part * growth, later)) or not 1 < _FAR_OFF * stated / (part * growth) < _FAR_OFF**2
