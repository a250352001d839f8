"""Where the prose near a table names its rows and columns."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field

from checker.linking.context import stem
from checker.linking.lines import Line
from checker.linking.structure.tabular.numbers import Numbers
from checker.linking.structure.tabular.words import Labels

_REACH = 30  # sentences on either side of a table that can speak of it
_OPENERS = frozenset(".,;:(\"'“‘–—")
_SHORTEST = 3  # letters of a word by which a row can be known


@dataclass(frozen=True, slots=True)
class Mention:
    """A row or column that a sentence names: tokens first..last (inclusive). `sure` where it is named by all of its label,
    or by a proper name that is no other row's, and no further word makes it another thing ("operating" before "costs")."""

    number: int
    first: int
    last: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Names:
    """The words by which rows, or columns, can be known: stems to the labels that begin with them."""

    labels: tuple[tuple[str, ...], ...]
    by_first: dict[str, tuple[int, ...]]
    by_last: dict[str, int] = field(default_factory=dict)  # the last of two or three words, where no other label has it


def row_names(labels: Labels) -> Names:
    """Rows by the stems of their labels; a word that several rows begin with names none by itself."""
    return _names(labels, labels.rows)


def column_names(labels: Labels) -> Names:
    """Columns by each of their telling header words: what only one column has."""
    context = labels.context
    stems = [frozenset(_stems(words, context)) for words in labels.columns]
    single: list[tuple[str, ...]] = [()] * len(stems)
    by_first: dict[str, tuple[int, ...]] = {}
    for number, words in enumerate(stems):
        others = frozenset().union(*(s for n, s in enumerate(stems) if n != number))
        for word in sorted(words - others - context.function):
            if len(word) >= _SHORTEST:
                by_first[word] = (number,)
    return Names(tuple(single), by_first)


def _names(labels: Labels, found: list[tuple[str, ...]]) -> Names:
    stems = tuple(_stems(words, labels.context) for words in found)
    often = Counter(stems)
    by_first: dict[str, list[int]] = {}
    for number, words in enumerate(stems):
        if often[words] == 1 and words and not words[0].isdecimal():
            by_first.setdefault(words[0], []).append(number)
    said = Counter(w for words in stems for w in set(words))
    by_last = {words[-1]: n for n, words in enumerate(stems) if len(words) in (2, 3) and said[words[-1]] == 1 and len(words[-1]) >= _SHORTEST and words[-1].isalpha()}
    return Names(stems, {word: tuple(numbers) for word, numbers in by_first.items()}, by_last)


def _stems(words: tuple[str, ...], context) -> tuple[str, ...]:
    return tuple(stem(w, context) for w in words)


def rows_in(line: Line, names: Names, labels: Labels) -> list[Mention]:
    """The rows that a sentence names, in order. A name of several words may be cut to its first where that is a proper
    name and no other row begins with it."""
    context = labels.context
    tokens, text = context.extraction.tokens, context.extraction.document.text
    found: list[Mention] = []
    i, end = line.firsts[0], line.lasts[-1] + 1
    while i < end:
        best: Mention | None = None
        for number in names.by_first.get(stem(tokens.words[i], context), ()):
            words = names.labels[number]
            length = _common(words, i, end, context)
            proper = text[tokens.starts[i]].isupper()
            full = length == len(words)
            alone = length and len(names.by_first[words[0]]) == 1 and proper and i > line.firsts[0]
            long_enough = len(words[0]) >= _SHORTEST or length > 1
            if words[length - 1 if length else 0] in context.function and length < 2:  # "May", "Other"
                full, alone = full and proper and i > line.firsts[0], False
            if long_enough and (full or alone) and (best is None or length > best.last - best.first + 1):
                best = Mention(number, i, i + length - 1, _alone(i, i + length, full, line, context))
        if best is None and (number := names.by_last.get(stem(tokens.words[i], context))) is not None and _surname(i, number, line, labels):
            best = Mention(number, i, i, True)
        if best is not None:
            found.append(best)
            i = best.last
        i += 1
    return found


def _surname(at: int, number: int, line: Line, labels: Labels) -> bool:
    """True of a capital word, no other in front of it, that closes a label of capital words: "Berk" of "Ayla Berk"."""
    tokens, text = labels.context.extraction.tokens, labels.context.extraction.document.text
    label = labels.table.rows[number].label
    capitals = label is not None and all(w[:1].isupper() for w in text[label[0] : label[1]].split())
    before = at > line.firsts[0] and text[tokens.starts[at - 1]].isupper()
    return capitals and text[tokens.starts[at]].isupper() and not before


def _alone(first: int, after: int, full: bool, line: Line, context) -> bool:
    """True where the words before and after a name do not belong to it: a part of a label is a name by itself only where
    no capital follows; nothing but grammar or a mark stands before it."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    if not full and after < len(tokens.words) and (text[tokens.starts[after]].isupper() or text[tokens.starts[after]].isdecimal()):
        return False
    if first == line.firsts[0]:
        return True
    before, name = tokens.words[first - 1], text[tokens.starts[first]].isupper()
    if name and text[tokens.starts[first - 1]].islower():
        return True
    return before in context.function or before in context.generic or before in _OPENERS


def _common(words: tuple[str, ...], at: int, end: int, context) -> int:
    """How many of the words stand one after the other from token `at` on."""
    tokens = context.extraction.tokens.words
    n = 0
    while n < len(words) and at + n < end and stem(tokens[at + n], context) == words[n]:
        n += 1
    return n


def columns_in(line: Line, names: Names, labels: Labels) -> list[Mention]:
    """The columns whose header words a sentence uses, in order."""
    context = labels.context
    words = context.extraction.tokens.words
    found = []
    for i in range(line.firsts[0], line.lasts[-1] + 1):
        for number in names.by_first.get(stem(words[i], context), ()):
            found.append(Mention(number, i, i, True))
    return found


def lines_near(labels: Labels, numbers: Numbers, number: int) -> list[Line]:
    """The sentences that can speak of a table: around it, up to the tables before and after it."""
    context = labels.context
    tables = context.extraction.tables
    start = tables[number - 1].span[1] if number else 0
    end = tables[number + 1].span[0] if number + 1 < len(tables) else len(context.extraction.document.text)
    edges = [bisect_left(numbers.line_starts, offset) for offset in (start, *labels.table.span, end)]
    return numbers.lines[max(edges[0], edges[1] - _REACH) : edges[1]] + numbers.lines[edges[2] : min(edges[3], edges[2] + _REACH)]
