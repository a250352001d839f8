"""Averages that are not of the things and the total told beside them.

    helped 2,600 families ... On average a family with children got 350    of some of them
    1,200 claims, 9,000 euros on average ... a profit of 22 million        no total of what was averaged
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.structure.near import near

_FRONT, _BEHIND = 6, 4  # symbols around a total that say what it is


def mean_of_some(total: int, count: int, mean: int, context: Context) -> bool:
    """Whether words make an average that of some of the things, or a total that of something else."""
    at, words = context.lines.position_of, near(context)
    if context.line(total) is context.line(mean):
        return False
    if words.within("mean-not-total", context.line(total), at[total] - _FRONT, at[total] + _BEHIND):
        return True
    noun, line = context.quantity(count).noun, context.line(mean)
    if not noun or line is context.line(count):
        return False
    own, tokens = stem(noun[-1], context), context.extraction.tokens.words
    named = [p for p in range(len(line.symbols)) if line.quantity[p] < 0 and stem(tokens[line.firsts[p]], context) == own]
    return any(words.within("mean-some", line, p + 1, p + 2) or words.within("mean-some-such", line, p - 1, p) for p in named)
