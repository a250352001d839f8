"""Two groups that are all there is of what they part: men and women, towns and villages, goods and services.

    Girls reached an average of 71 points and boys 67
    orders from home were up 3%, those from abroad 10%
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from checker.language import Pack
from checker.linking.context import Context
from checker.linking.lines import Line

Spot = tuple[Line, int, int, int]  # a sentence, where a figure stands, and the places around it that are nearer to it than to others
_OPENING = 4  # words of a sentence that say of whom it tells
_BEHIND = 6  # symbols behind a figure that say whose it is


def opposite(a: Spot, b: Spot, context: Context) -> bool:
    """Whether the words in front of two figures, or behind both, are those of two sides."""
    return _pair(a, b, context) is not None


def _pair(a: Spot, b: Spot, context: Context) -> tuple[frozenset[str], frozenset[str]] | None:
    """The two sides that two figures are told of."""
    return next((found for front in (True, False) if (found := _sides(*(_words(spot, front, context) for spot in (a, b)), context))), None)


def one_sided(spot: Spot, others: Sequence[Spot], context: Context) -> bool:
    """Whether the clause of a figure has a word of a side that one of two others is told of."""
    own = _words(spot, True, context) | _words(spot, False, context)
    said = [_words(o, front, context) for o in others for front in (True, False)]
    return any(own & side and any(words & side for words in said) for pair in _pairs(context.lexicon.pack) for side in pair)


def opens_with_side(a: Spot, b: Spot, context: Context) -> bool:
    """True of "Among men 5%, among women 6%": the sentence opens with one of the two sides, and not with a place that has both."""
    words = context.extraction.tokens.words[a[0].firsts[0] : a[0].firsts[0] + _OPENING]
    pair = _pair(a, b, context)
    return pair is not None and any(not side.isdisjoint(words) for side in pair)


def _sides(a: frozenset[str], b: frozenset[str], context: Context) -> tuple[frozenset[str], frozenset[str]] | None:
    for one, other in _pairs(context.lexicon.pack):
        if a & one and b & other and not a & other and not b & one or a & other and b & one and not a & one and not b & other:
            return one, other
    return None


@lru_cache(maxsize=8)
def _pairs(pack: Pack) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    told = pack.data.get("words_two_sides", {}).get("two-sides", {})
    return tuple((frozenset(one), frozenset(other)) for one, other in told.values())


def _words(spot: Spot, front: bool, context: Context) -> frozenset[str]:
    """The words in front of a figure back to the one before, or those behind it up to a mark or a joining word."""
    line, at, left, right = spot
    tokens, end = context.extraction.tokens.words, at if front else min(right, at + 1 + _BEHIND)
    places = range(left, at)
    if not front:
        stops, joins = context.lexicon.symbols.marks, context.lexicon.pack.words("conjunction")
        places = range(at + 1, next((p for p in range(at + 1, end) if line.symbols[p] in stops or tokens[line.firsts[p]] in joins), end))
    if not places:
        return frozenset()
    first, last = line.firsts[places[0]], line.lasts[places[-1]]
    hyphened = {f"{a}-{b}" for a, mark, b in zip(tokens[first:last], tokens[first + 1 :], tokens[first + 2 : last + 1]) if mark == "-"}
    return frozenset(tokens[first : last + 1]) | hyphened
