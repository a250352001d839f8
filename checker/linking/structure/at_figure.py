"""What is told at a number: the words around it, and the period it is of."""

from __future__ import annotations

from collections.abc import Collection

from checker.linking.context import Context, content, period_of, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.model import When

REACH = 9  # words at a number
_BASES = (("basis-value", "basis-volume"), ("basis-spent", "basis-poured"))  # two measures of one thing


def other_period(a: int, b: int, context: Context) -> bool:
    """Whether two numbers are told of different periods."""
    x, y = period_at(a, context), period_at(b, context)
    return bool(x and y) and (x.year, x.label) != (y.year, y.label)


def period_at(index: int, context: Context) -> When | None:
    """The period of the number's clause, else the nearest year in front of it in its sentence, else the first behind it."""
    known = period_of(index, context)
    if known is not None:
        return known
    line, at = context.line(index), context.lines.position_of[index]
    for span in (reversed(line.quantities(0, at)), line.quantities(at + 1)):
        found = next((w for i in span if (w := context.quantity(i).when) is not None and w.year), None)
        if found is not None:
            return found
    return None


def words_at(index: int, context: Context) -> frozenset[str]:
    """Stems at a number: those in front of it back to the number before, what it counts, and the words that follow it."""
    known = context.shelf.setdefault("words-at", {})
    if index not in known:
        known[index] = _words_at(index, context)
    return known[index]


def _words_at(index: int, context: Context) -> frozenset[str]:
    q, line = context.quantity(index), context.line(index)
    at = context.lines.position_of[index]
    stops, comma = context.lexicon.pack.words("share-clause-end"), context.lexicon.symbols.chars[","]
    others = [p for p in range(max(0, at - 2 * REACH), at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).is_measure]
    start = max(others[-1] + 1 if others else 0, at - REACH, 0)
    if others:  # what follows the number before, up to a comma, is about that one
        breaks = [p for p in range(start, at) if context.extraction.tokens.words[line.firsts[p]] in stops or line.symbols[p] == comma]
        start = breaks[-1] + 1 if breaks else start
        while start < at and line.firsts[start] <= context.quantity(line.quantity[others[-1]]).noun_last:
            start += 1
    first = line.firsts[start] if start < at else q.first
    stops = context.lexicon.pack.words("words-end")
    words, last = context.extraction.tokens.words, q.last + 1
    end = min(line.lasts[-1] + 1, last + REACH)
    following = []
    for k in range(last, end):
        if not words[k][0].isalpha() and words[k] != "-" or words[k] in stops:
            break
        following.append(k)
    after = content(last, following[-1] + 1, context) if following else frozenset()
    return content(first, q.first, context) | after | frozenset(stem(w, context) for w in q.noun)


def across(a: int, b: int, context: Context, words: Near) -> bool:
    """True of "6 cm by 4 cm": the sides of one thing."""
    line = context.line(a)
    first, last = sorted((context.lines.position_of[a], context.lines.position_of[b]))
    return context.line(b) is line and last - first == 2 and words.within("told-across", line, first + 1, last)


def two_bases(lines: Collection[Line], words: Near) -> bool:
    """True of shares by value and growths in tonnes; of a share of what is spent and a growth in litres."""
    return any(all(any(words.has(name, line) for line in lines) for name in bases) for bases in _BASES)
