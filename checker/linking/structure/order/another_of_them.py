"""The greatest of a set with its value, and another of the set, told behind it with a value of its own.

    The deepest of the nine lakes, Blue Tarn, reaches 52 metres. Swan Tarn, another of the lakes, is 38 metres deep
    The heaviest load seen by any of the 31 gauges was 47 kilos, at Orm. At Sell, where another of the gauges stands, 39 kilos were read

The set is called by the same noun in both sentences, and each has one figure of the unit. What is measured otherwise - a height
above the sea beside a depth - is no value of the set.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import named
from checker.linking.structure.order.standings import is_value
from checker.linking.structure.order.told_sets import alike
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_AHEAD = 2  # sentences behind the greatest that may tell of another
_NOUN = 5  # symbols behind "another of the" in which its noun stands
_SENSE = 3  # symbols behind a figure in which an adjective says what it measures
_LETTERS = 3  # of an adjective that its superlative begins with
_APART = 4
_KINDS = ("physical", "currency", "percent", "points", "count", "number")


def another_of_them(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "comparison" (level, bound)."""
    words, lines, found = near(context), told_lines(context), []
    cued, others = words.standing("most-of-all", "least-of-all"), words.standing("another-of-them")
    if not others:
        return []
    for n, line in enumerate(lines):
        if line.number in cued and not words.has("another-not", line):
            for sign, word, index in _greatest(line, context, words):
                for other in lines[n + 1 : n + 1 + _AHEAD]:
                    if other.block == line.block and other.number in others:
                        found.extend(_other(sign, word, index, line, other, context, words))
    return found


def _greatest(line: Line, context: Context, words: Near) -> Iterator[tuple[int, str, int]]:
    """The sign of the only superlative of a sentence, its word, and the only value that it can be of."""
    said = [(sign, m) for name, sign in (("most-of-all", 1), ("least-of-all", -1)) for m in words.matches(name, line) if m.start() == 0 or words.ends("definite", line, m.start(), 1)]
    values = [i for i in line.figures if _is_told(i, context) and context.quantity(i).style != "words"]
    measured = [i for i in values if context.quantity(i).kind not in ("count", "number")] or values  # beside "the 14 lakes"
    if len(said) == 1 and len(measured) == 1 and context.lines.position_of[measured[0]] > said[0][1].start():
        sign, m = said[0]
        yield sign, context.extraction.tokens.words[line.firsts[m.start()]], measured[0]


def _is_told(index: int, context: Context) -> bool:
    return context.quantity(index).kind in _KINDS and is_value(index, context)


def _other(sign: int, word: str, top: int, home: Line, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    nouns = frozenset(_nouns(line, context, words))
    q = context.quantity(top)
    if not nouns or not nouns & _said(home, context) or words.has("another-not", line):
        return
    values = [i for i in line.figures if _is_told(i, context) and alike(q, context.quantity(i)) and context.quantity(i).kind == q.kind]
    if len(values) != 1 or not _same_sense(word, values[0], line, context):
        return
    value = context.quantity(values[0]).value
    if value < _APART * q.value and q.value < _APART * value and value != q.value:
        yield named(top, values[0], sign)


def _nouns(line: Line, context: Context, words: Near) -> Iterator[str]:
    """The stems of the words behind "another of the"."""
    tokens = context.extraction.tokens.words
    for m in words.matches("another-of-them", line):
        for p in range(m.end(), min(len(line.symbols), m.end() + _NOUN)):
            if line.symbols[p] in context.lexicon.symbols.marks or tokens[line.firsts[p]] in context.function:
                break
            yield stem(tokens[line.firsts[p]], context)


def _said(line: Line, context: Context) -> frozenset[str]:
    tokens = context.extraction.tokens.words
    return frozenset(stem(tokens[k], context) for k in range(line.firsts[0], line.lasts[-1] + 1) if tokens[k] not in context.function)


def _same_sense(word: str, index: int, line: Line, context: Context) -> bool:
    """False of "900 metres high" beside the deepest."""
    at, tokens = context.lines.position_of[index], context.extraction.tokens.words
    adjectives = [w for p in range(at + 1, min(len(line.symbols), at + 1 + _SENSE)) if (w := tokens[line.firsts[p]]) in context.lexicon.pack.words("another-sense")]
    return all(word.startswith(w[:_LETTERS]) for w in adjectives)
