"""Whether words set two figures against each other: what came and what went, the higher and the lower, for and against."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.event import reader_of
from checker.linking.structure.difference.ratio_pairs import near_word
from checker.linking.structure.near import Near

_FRONT, _BEHIND = 9, 5  # symbols beside a figure in which its side is told
_BETWEEN = 9  # symbols between two figures that are set against each other
_PAIRS = ("in", "high", "favour", "early")


def opposed(a: int, b: int, context: Context, words: Near) -> bool:
    """True of "took in 912 and found homes for 847", "the dearer bid, 495,000, and the cheaper one, 412,000"."""
    return any(_on(a, f"side-{name}", context, words) and _on(b, f"side-{name}-not", context, words) or _on(b, f"side-{name}", context, words) and _on(a, f"side-{name}-not", context, words) for name in _PAIRS)


def set_apart(index: int, sides: tuple[int, int], context: Context, words: Near) -> bool:
    """True of "...; in the town the deficit was 112": a place of its own opens the clause of the difference."""
    line, at = context.line(index), context.lines.position_of[index]
    start = line.symbols.rfind(context.lexicon.symbols.chars[";"], 0, at) + 1
    elsewhere = start > 0 or any(context.line(i) is not line for i in sides)
    return max(sides) < index and elsewhere and words.pattern("place-word").match(line.symbols, start) is not None


def linked(sides: tuple[int, int], context: Context, words: Near) -> bool:
    """Whether two sides are set against each other: "11,482 votes to 9,916"."""
    first, second = sorted(sides)
    line = context.line(first)
    if context.line(second) is not line:
        return False
    start, end = context.lines.position_of[first] + 1, context.lines.position_of[second]
    return end - start <= _BETWEEN and not line.quantities(start, end) and words.within("apart-linked", line, start, end)


def in_and_out(sides: tuple[int, int], context: Context, words: Near) -> bool:
    """Whether one side came in and the other went out."""
    return any(near_word(a, "gain-word", context, words) and near_word(b, "cost-word", context, words) for a, b in (sides, sides[::-1]))


def came_and_went(sides: tuple[int, int], line: Line, context: Context, words: Near) -> bool:
    """Whether one side is what something grew by, the other what it shrank by, and the difference what is left of both
    since the start."""
    return words.has("apart-since-start", line) and {_moved(i, context) for i in sides} == {1, -1}


def _moved(index: int, context: Context) -> int:
    """The sign of a figure that is told as a change; 0 of any other."""
    row = reader_of(context).row(context.lines.line_of[index])
    return next((item.sign for item in row if item.kind == "change" and item.index == index), 0)


def _on(index: int, name: str, context: Context, words: Near) -> bool:
    """Whether a word of the class stands by a figure, in front of it or behind it, and no other figure between."""
    line, at = context.line(index), context.lines.position_of[index]
    start = max([p + 1 for p in range(max(0, at - _FRONT), at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).is_measure], default=max(0, at - _FRONT))
    end = next((p for p in range(at + 1, min(len(line.symbols), at + 1 + _BEHIND)) if line.quantity[p] >= 0), at + 1 + _BEHIND)
    if words.pattern("side-more").match(line.symbols, at + 1) or words.ends("side-another", line, at, 3):
        return False  # "20 more": what came on top
    return words.within(name, line, start, at) or words.within(name, line, at + 1, end)
