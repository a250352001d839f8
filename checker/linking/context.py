"""What the words around a number say about it: what it counts or measures, and when.

Built lazily, for the numbers that linking asks about. Words are compared as stems of content words; the pack's closed
classes (function words, words that only refer back, words that every measure has) decide what counts as content.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from checker.linking.kept import once_a_figure
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line, Lines
from checker.model import Extraction, Quantity, When
from checker.once import once
from checker.units import compatible

_LABEL = 4  # symbols at the start of a sentence in which a colon ends its label
_SHARES = ("percent", "ratio")
_REACH = 24  # words to the left that can belong to the subject of a number
_KEPT = 50_000  # stems that are kept from one document to the next


@dataclass(slots=True)
class Context:
    """The document as linking sees it, with caches."""

    extraction: Extraction
    lexicon: Lexicon
    lines: Lines
    function: frozenset[str]
    generic: frozenset[str]
    referring: frozenset[str]
    stems: Stems  # of words, shared with other documents
    telling_stems: TellingStems  # of content words
    quantity: Callable[[int], Quantity]  # by its index
    line: Callable[[int], Line]  # that a quantity stands in
    topics: dict[int, frozenset[str]] = field(default_factory=dict)
    near: object = None  # the words of classes in the lines, see structure/near
    shelf: dict[object, object] = field(default_factory=dict)  # what structures read once and share: by the name of what it is, or what reads it
    # What facts speak of, by each of its words: (order of appearance, words, key); and the keys in that order.
    measures: dict[str, list[tuple[int, frozenset[str], str]]] = field(default_factory=dict)
    measured: list[str] = field(default_factory=list)


def context_of(extraction: Extraction, lexicon: Lexicon, lines: Lines) -> Context:
    function, generic, referring = map(lexicon.pack.words, ("function-word", "generic-noun", "referring-word"))
    stems, telling_stems = _stems(lexicon)
    if len(stems) > _KEPT or len(telling_stems) > _KEPT:
        stems.clear()
        telling_stems.clear()
    homes = [lines.lines[number] for number in lines.line_of]
    return Context(extraction, lexicon, lines, function, generic, referring, stems, telling_stems, extraction.quantities.__getitem__, homes.__getitem__)


class Stems(dict[str, str]):
    """The stem of each word met so far, in this document and others."""

    def __init__(self, lexicon: Lexicon):
        self.lexicon = lexicon

    def __missing__(self, word: str) -> str:
        self[word] = stemmed(word, self.lexicon)
        return self[word]


class TellingStems(dict[str, str]):
    """The same for content words; of others nothing."""

    def __init__(self, stems: Stems):
        self.stems, self.function = stems, stems.lexicon.pack.words("function-word")

    def __missing__(self, word: str) -> str:
        tells = word.isalpha() and len(word) > 1 and word not in self.function
        self[word] = self.stems[word] if tells else ""
        return self[word]


@once
def _stems(lexicon: Lexicon) -> tuple[Stems, TellingStems]:
    stems = Stems(lexicon)
    return stems, TellingStems(stems)


def stem(word: str, context: Context) -> str:
    """The word without the pack's endings ("zones", "zone" -> "zone"), so that forms of one noun compare equal."""
    return context.stems[word]


def stemmed(word: str, lexicon: Lexicon) -> str:
    """The stem of a word that stands in no document, such as one of the pack."""
    classes = lexicon.pack.data.get("classes", {})
    if word in (known := classes.get("stems", {})):
        return known[word]
    for ending, replacement in classes.get("endings", {}).items():
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            return word[: len(word) - len(ending)] + replacement
    return word


def content(first: int, last: int, context: Context) -> frozenset[str]:
    """Stems of the content words of tokens first..last (exclusive)."""
    known = context.telling_stems
    return frozenset([said for word in context.extraction.tokens.words[first:last] if (said := known[word])])


def proper(first: int, last: int, context: Context) -> frozenset[str]:
    """Stems of the capitalised content words of tokens first..last (exclusive)."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    return frozenset().union(*(content(t, t + 1, context) for t in range(first, last) if text[tokens.starts[t]].isupper()))


def content_between(line: Line, start: int, end: int, context: Context) -> frozenset[str]:
    """Stems of the content words between two positions of a line that no figure has taken in."""
    known, words, firsts, taken = context.telling_stems, context.extraction.tokens.words, line.firsts, line.quantity
    return frozenset([said for p in range(start, min(end, len(taken))) if taken[p] < 0 and (said := known[words[firsts[p]]])])


def names_between(line: Line, start: int, end: int, context: Context) -> frozenset[str]:
    """Those of them that are capitalised."""
    tokens, text, firsts, taken = context.extraction.tokens, context.extraction.document.text, line.firsts, line.quantity
    own = (firsts[p] for p in range(start, min(end, len(taken))) if taken[p] < 0 and text[tokens.starts[firsts[p]]].isupper())
    return frozenset([said for token in own if (said := context.telling_stems[tokens.words[token]])])


def content_of_span(span: tuple[int, int], context: Context) -> frozenset[str]:
    """Stems of the content words between two offsets."""
    from bisect import bisect_left

    starts = context.extraction.tokens.starts
    return content(bisect_left(starts, span[0]), bisect_left(starts, span[1]), context)


def topic(index: int, context: Context) -> frozenset[str]:
    """What the number is about: the noun it counts, else the words of its clause in front of it and its "of" phrase."""
    known = context.topics.get(index)
    if known is not None:
        return known
    q = context.quantity(index)
    if q.noun:
        found = frozenset(stem(w, context) for w in q.noun if w not in context.function)
    else:
        found = subject(index, context)
    context.topics[index] = found
    return found


def subject(index: int, context: Context) -> frozenset[str]:
    """Content words between the start of the number's clause and the number."""
    line, at = context.line(index), context.lines.position_of[index]
    start = max(0, at - _REACH)
    for m in context.lexicon.breaks.finditer(line.symbols, start, at):
        start = m.end()
    first = line.firsts[start] if start < at else line.firsts[at]
    return content(first, line.firsts[at], context)


def telling(words: frozenset[str], context: Context) -> frozenset[str]:
    """Without words that any measure may have (total, value, number) and words that only refer back (country, group)."""
    return words - context.generic - context.referring


def alike(a: frozenset[str], b: frozenset[str], context: Context) -> bool:
    """True where two descriptions name the same thing as far as their telling words go; empty ones are not alike."""
    x, y = telling(a, context), telling(b, context)
    return bool(x and y) and 2 * len(x & y) >= len(x | y)


def same_unit(a: Quantity, b: Quantity) -> bool:
    """True where two figures can be compared: convertible units, the same counted noun, or a bare number beside either."""
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return not a.noun or not b.noun or a.noun[-1] == b.noun[-1]
    if a.kind in _SHARES and b.kind in _SHARES:
        return True
    if (a.unit is None) != (b.unit is None):
        return False
    return compatible(a.unit, b.unit)


def same_head(a: Quantity, b: Quantity) -> bool:
    """True also where one of them leaves out its "per": 64 cents a share from 52 cents."""
    if a.unit and b.unit and ("/" in a.unit) != ("/" in b.unit):
        return compatible(a.unit.partition("/")[0], b.unit.partition("/")[0])
    return same_unit(a, b)


def behind_label(line: Line, context: Context) -> int:
    """Where a sentence begins behind its label: "Headline 2: ..."."""
    return line.symbols.rfind(context.lexicon.symbols.chars[":"], 0, _LABEL) + 1


def years_in(line: Line, context: Context, ends: bool = False) -> set[int]:
    """The years that the figures of a sentence name, of spans the first; with `ends` the last as well."""
    whens = [when for i in line.figures if (when := context.quantity(i).when) is not None]
    return {when.year for when in whens if when.year} | {when.end_year for when in whens if ends and when.end_year}


@once_a_figure
def period_of(index: int, context: Context) -> When | None:
    """The calendar reference nearest to the number in its clause: the one after it before the one in front of it."""
    line, at = context.line(index), context.lines.position_of[index]
    stop = context.lexicon.breaks.search(line.symbols, at + 1)
    end = min(stop.start() if stop else len(line.symbols), at + 8)
    for position in [*range(at + 1, end), *range(at - 1, max(-1, at - 12), -1)]:
        q = line.quantity[position]
        if q >= 0:
            found = context.quantity(q)
            if found.when is not None:
                return found.when
            if position > at and found.is_measure:
                break
    return None
