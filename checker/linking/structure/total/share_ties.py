"""What words beside the shares of a list tell of it: that there are no others, that each excludes the rest."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near

_NEAR = 6  # symbols beside a share in which a word tells that it is one of two poles
_BESIDE, _AFTER = 3, 4  # symbols in front of a share and behind it in which its way is named
_BEHIND = 10  # symbols behind the last share


def no_more(members: tuple[int, ...], everything: frozenset[int], context: Context, words: Near) -> bool:
    """True of all the shares of a passage, where words behind the last one say that there are no others."""
    tail, last = context.line(members[-1]), context.lines.position_of[members[-1]]
    return everything == frozenset(members) and words.within("sharesum-none", tail, last, last + _BEHIND)


def ways(members: tuple[int, ...], first: Line, words: Near, context: Context) -> bool:
    """True of ways of which each goes but one, named beside each share: "48% came by car, 27% by train and 25% on foot"."""
    place = context.lines.position_of
    last = place[members[0]] + _NEAR
    if not words.within("sharesum-way", first, 0, last):
        return False
    return all(words.within("sharesum-way-like", context.line(i), place[i] - _BESIDE, place[i] + _AFTER) for i in members)


def opposed(one: int, other: int, since: int, line: Line, words: Near, context: Context) -> bool:
    """True of two shares with the names of two poles in the same place beside them: "53% in favour and 47% against", not "49% were
    women, and 53% of the women"."""
    told = context.extraction.tokens.words
    name = lambda m: told[line.firsts[m.start()] : line.lasts[m.end() - 1] + 1]  # noqa: E731
    poles = [(m.start() - one, name(m)) for m in words.matches("sharesum-pole", line, max(0, one - _NEAR), one + _NEAR)]
    counter = [(m.start() - other, name(m)) for m in words.matches("sharesum-counterpole", line, max(since, other - _NEAR), other + _NEAR)]
    return any((a < 0) == (b < 0) and abs(a - b) < 2 and of != to for a, of in poles for b, to in counter)
