"""Whether words set two figures against each other: what came and what went, the higher and the lower, for and against."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.near import Near

_FRONT, _BEHIND = 9, 5  # symbols beside a figure in which its side is told
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


def _on(index: int, name: str, context: Context, words: Near) -> bool:
    """Whether a word of the class stands by a figure, in front of it or behind it, and no other figure between."""
    line, at = context.line(index), context.lines.position_of[index]
    start = max([p + 1 for p in range(max(0, at - _FRONT), at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).is_measure], default=max(0, at - _FRONT))
    end = next((p for p in range(at + 1, min(len(line.symbols), at + 1 + _BEHIND)) if line.quantity[p] >= 0), at + 1 + _BEHIND)
    if words.pattern("side-more").match(line.symbols, at + 1) or words.ends("side-another", line, at, 3):
        return False  # "20 more": what came on top
    return words.within(name, line, start, at) or words.within(name, line, at + 1, end)
