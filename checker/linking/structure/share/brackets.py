"""Shares with their counts in brackets, where words tie two of them: no slip needs to explain why they miss.

    Of the six per cent (1.3 million) of barns that ..., 71 per cent (0.9 million) have         the second is of the first
    for 94 per cent (20.4 million) of barns; the remaining six per cent (1.3 million)          both are of one whole
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import slashed
from checker.model import Frame

_COUNTED = ("count", "number")
_OPENS = 4  # symbols of a sentence in which "of the" and a share stand
_LEAST = 10
_ROUNDED = 1  # percent; shares that miss the whole by more are wrong themselves


def share_brackets(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) and "same-base" (part, share; other-part, other-share)."""
    words, found = near(context), []
    taken = {i for f in frames if f.family in ("share", "same-base") and f.pinned for i in f.claims.get("share", ())}
    for line in context.lines.figured:
        pairs = _pairs(line, context)
        if len(pairs) == 2 and pairs[1][0] not in taken and _opens(pairs[0][0], line, context, words) and not words.has("share-brackets-veto", line):
            (_, whole), (share, part) = pairs
            found.append(_frame("share", {"part": part, "whole": whole, "share": share}, context))
    rests = [f for f in frames if f.family == "rest-share" and {"part", "rest"} <= f.pinned and len(f.claims["part"]) == 1]
    for frame in rests:
        share, rest = frame.claims["part"][0], frame.claims["rest"][0]
        one, other = _told(share, context), _told(rest, context)
        if one is not None and other is not None and abs(100 - sum(context.quantity(i).value for i in (share, rest))) <= _ROUNDED:
            found.append(_frame("same-base", {"part": one, "share": share, "other-part": other, "other-share": rest}, context))
    return found


def _pairs(line: Line, context: Context) -> list[tuple[int, int]]:
    """The percentages of the sentence with the counts in the brackets behind them; none where one has no such count."""
    shares = [i for i in line.figures if context.quantity(i).kind == "percent"]
    told = [(i, count) for i in shares if (count := _told(i, context)) is not None]
    return told if len(told) == len(shares) else []


def _told(share: int, context: Context) -> int | None:
    """The count that a bracket right behind a share holds: "71 per cent (0.9 million"."""
    line, at, chars = context.line(share), context.lines.position_of[share], context.lexicon.symbols.chars
    if line.symbols[at + 1 : at + 2] != chars["("] or at + 2 >= len(line.quantity) or line.quantity[at + 2] < 0:
        return None
    count, closed = line.quantity[at + 2], line.symbols[at + 3 : at + 4] == chars[")"]
    q, s = context.quantity(count), context.quantity(share)
    plain = q.kind in _COUNTED and q.value is not None and q.value >= _LEAST and q.sense not in ("range", "bound") and not q.approx and not q.change
    return count if closed and plain and s.value and not s.approx and not s.change and not slashed(q, context) else None


def _opens(share: int, line: Line, context: Context, words: Near) -> bool:
    """True of "Of the eight per cent": what follows is a share of it."""
    at = context.lines.position_of[share]
    return at <= _OPENS and any(m.end() == at for m in words.matches("share-brackets-of", line, 0, at))


def _frame(family: str, claims: dict[str, int], context: Context) -> Frame:
    made = {part: (i,) for part, i in claims.items()}
    cue = (min(context.quantity(i).start for i in claims.values()), max(context.quantity(i).end for i in claims.values()))
    return Frame(family, cue, made, {}, 0, frozenset(made), 1, None, (), "alone")
