"""Shares of more than a hundred per cent in the bracket behind a count, which a zero too many, or a point left out, has made.

    Of the 640 hens ... 480 hens (750%) had laid      75% of a count of the passage
    40 goats were fed ... thirty-eight (950%) ate     the same, in words

No part is more than its whole, and what has grown so much is no part: where one of the counts in front makes the very share
with a zero less, it is the whole. Of what rose or is set against something nothing is tied.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.parts import after_noun, plain_count
from checker.linking.structure.slips import PLAIN, slip_between
from checker.model import Frame

_HUNDRED = 100
_BACK = 3  # sentences in front that may hold the whole
_CHANGED = 14  # symbols in front of a share that may make it a change
_LEAST = 10  # of smaller wholes each share is one slip away
_TRIED = 20
_BRACKET_END = ")],;"


def over_hundred(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    return [frame for line in context.lines.figured for at, share in line.placed if _is_over(share, context) for frame in _read(share, at, line, context)]


def _is_over(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind == "percent" and q.value is not None and q.value > _HUNDRED and not q.change and not q.approx


def _read(share: int, at: int, line: Line, context: Context) -> Iterator[Frame]:
    part, s = _counted(at, line, context), context.quantity(share)
    if part is None or near(context).within("change-up", line, at - _CHANGED, at):
        return
    p = context.quantity(part)
    for whole in _in_front(part, line, context):
        w = context.quantity(whole)
        if w.value > max(p.value, _LEAST) and slip_between(s, p.value * _HUNDRED / w.value) >= PLAIN:
            claims = {"part": (part,), "whole": (whole,), "share": (share,)}
            yield Frame("share", (p.start, s.end), claims, {}, 0, frozenset(claims), 2, None, (), "over hundred")
            return


def _counted(at: int, line: Line, context: Context) -> int | None:
    """The count that the bracket with the share stands behind: "480 hens (750%)"."""
    chars, marks = context.lexicon.symbols.chars, line.symbols[at + 1 : at + 2]
    if line.symbols[at - 1 : at] != chars["("] or marks not in {chars[m] for m in _BRACKET_END}:
        return None
    before = next((line.quantity[p] for p in range(at - 2, -1, -1) if line.quantity[p] >= 0), -1)
    if before < 0 or not plain_count(before, context):
        return None
    return before if line.symbols[context.lines.position_of[before] + 1] == chars["("] or after_noun(before, line, context) == at - 1 else None


def _in_front(part: int, line: Line, context: Context) -> list[int]:
    """The counts in front of the part in its sentence and in a few before it, the nearest first."""
    lines = [x for x in context.lines.lines[max(0, line.number - _BACK) : line.number + 1] if x.block == line.block]
    return [i for x in lines for i in x.figures if i < part and plain_count(i, context)][-_TRIED:][::-1]
