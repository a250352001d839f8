"""Which place a sentence speaks of: "the parish" is not "the county", and what is told of the one is none of the other's."""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.context import Context, stem
from checker.linking.lines import Line


def apart(one: Line, others: Iterable[Line], context: Context) -> bool:
    """True where a sentence names a sort of place and another one names another, and none names the same."""
    mine = named(one, context)
    theirs = [named(line, context) for line in others if line is not one]
    return bool(mine) and any(found and not found & mine for found in theirs)


def named(line: Line, context: Context) -> frozenset[str]:
    """The sorts of place of a sentence: "the town", "in the capital"."""
    words, nouns, articles = context.extraction.tokens.words, context.lexicon.pack.words("place-sort"), context.lexicon.pack.words("the-word")
    if not line.firsts:
        return frozenset()
    tokens = words[line.firsts[0] : line.lasts[-1] + 1]
    return frozenset(stem(b, context) for a, b in zip(tokens, tokens[1:]) if b in nouns and a in articles)
