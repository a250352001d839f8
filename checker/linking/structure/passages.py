"""The narrowest passages around a sentence, for structures that ask what else a figure could belong to."""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.model import TIMES

_OPENING = 6  # symbols of a sentence


def passages(line: Line, context: Context, back: int = 1, ahead: bool = False) -> Iterator[list[Line]]:
    """The sentence; it with one in front of it, with two, up to `back`; with `ahead` also it and the next. Of one paragraph."""
    lines, passage = context.lines.lines, [line]
    yield passage
    for number in range(line.number - 1, max(-1, line.number - 1 - back), -1):
        if lines[number].block != line.block:
            break
        passage = [lines[number], *passage]
        yield passage
    if ahead and line.number + 1 < len(lines) and lines[line.number + 1].block == line.block:
        yield [line, lines[line.number + 1]]


def opens_elsewhere(line: Line, context: Context) -> bool:
    """True of a sentence that opens with a place or a group: "In the old town it had been 51%", not "In the first year"."""
    words = near(context)
    if not words.pattern("place-word").match(line.symbols) or words.pattern("takes-up").match(line.symbols):
        return False  # "in other words"
    dated = any(q >= 0 and context.quantity(q).kind in TIMES for q in line.quantity[:_OPENING])
    return not dated and not words.within("told-time", line, 0, _OPENING)
