"""Members of a list: the ways to count them, whether they are things of one form, whether the count in front is theirs."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.near import near
from checker.linking.structure.parts import conjunctions, participle
from checker.rational import Fraction

Span = tuple[int, int]

_FEWEST = Fraction(1, 2)  # of what is announced; a list of no more is one of something else
_STROKE = "/"
_QUOTES, _PAIRED_QUOTES = '"', ("“”", "«»", "„“")
_MOST_WAYS = 4  # conjunctions within items that may or may not part two of them
_LONG_ITEM = 60  # characters; longer items are clauses, whose commas are not separators


def of_size(listed: int, index: int, context: Context) -> bool:
    """True where a slip in the count, or a few members more or less, can part it from the list: else it counts other things."""
    announced = context.quantity(index).value
    return 2 * announced >= listed > announced * _FEWEST


def told_apart(pieces: list[Span], span: Span, home: Line, index: int, context: Context) -> bool:
    """True where marks tell the members apart: no pair with one head ("Social and Political Writings"), no strokes between
    words, no commas within semicolons that part the number that is announced."""
    symbols, announced = home.symbols, context.quantity(index).value
    if len(pieces) == 1:
        start, end = pieces[0]
        join = next((j for j in range(start, end) if symbols[j] in conjunctions(context)), end)
        lengths = [_words(a, b, home, context) for a, b in ((start, join), (join + 1, end))]
        return announced == 2 or lengths[1] <= lengths[0]
    words = context.extraction.tokens.words
    if any(words[t] == _STROKE for t in range(home.firsts[span[0]], home.lasts[min(span[1], len(symbols)) - 1] + 1)):
        return False
    comma, semicolon = (context.lexicon.symbols.chars[mark] for mark in ",;")
    return semicolon not in symbols[span[0] : span[1]] or all(symbols.count(comma, a, b) + 1 != announced for a, b in pieces)


def _words(start: int, end: int, home: Line, context: Context) -> int:
    a, b = offsets(home, start, end, context.extraction) if start < end else (0, 0)
    return len(context.extraction.document.text[a:b].split())


def of_named(at: int, line: Line, context: Context) -> bool:
    """True of "three of the brothers": what is listed may be all of them."""
    return context.lexicon.pattern("of-the-group").match(line.symbols, at + 1) is not None


def in_name(at: int, line: Line, context: Context) -> bool:
    """True of a number that a title opens with: the "Seven" of "Dusk, Seven Gates and Ember"."""
    index, text, tokens = line.quantity[at], context.extraction.document.text, context.extraction.tokens
    if index < 0 or context.quantity(index).style != "words" or at + 1 >= len(line.symbols):
        return False
    capitals = [text[tokens.starts[line.firsts[j]]].isupper() for j in (at, at + 1)]
    return at > 0 and all(capitals)


def _remark(start: int, end: int, home: Line, context: Context) -> bool:
    """True of words that tell something of the member in front of them: "treated with saline"."""
    return end - start > 2 and participle(start, home, context)


def _members(start: int, end: int, home: Line, context: Context) -> int:
    """Two where a conjunction parts the words: "the gallery in Lund and the museum in Orm"."""
    return 2 if any(s in conjunctions(context) for s in home.symbols[start + 1 : end]) else 1


def plain(pieces, home: Line, context: Context) -> bool:
    """True where the members are things of one form, not clauses or remarks on the one before: "Cemax, a maker of ..."."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    article = context.lexicon.pattern("list-article")
    forms: set[tuple[bool, bool]] = set()
    closed = articles = 0
    for a, b in pieces:
        start, end = offsets(home, a, b, context.extraction)
        if end - start > _LONG_ITEM * _members(a, b, home, context):
            return False
        first = next((t for t in range(home.firsts[a], home.lasts[b - 1] + 1) if text[tokens.starts[t]].isalnum()), home.firsts[a])
        lower = text[tokens.starts[first]].islower()
        if pieces[0][0] < a < pieces[-1][0] and _remark(a, b, home, context):
            return False  # controls, treated with saline, and cases
        forms.add((lower, lower and bool(article.match(home.symbols, a))))
        closed += bool(lower and home.symbols[a] in context.lexicon.symbols.closed and not article.match(home.symbols, a))
        articles += bool(article.match(home.symbols, a))
    if forms == {(True, True), (True, False)} and not closed and 2 * articles > len(pieces) > 2:
        forms = {(True, True)}  # a dormer, a rear extension, replacement windows
    if 0 < closed < len(pieces) and forms == {(True, False)}:
        return False  # one form was kept, the other was lost, and upon request it was made anew
    semicolons = context.lexicon.symbols.chars[";"] in home.symbols[pieces[0][0] : pieces[-1][1]]
    paired = len(pieces) == 1 and text[offsets(home, *pieces[0], context.extraction)[0]].isupper() and context.lexicon.pattern("conjunction").search(home.symbols, *pieces[0])
    return (len(pieces) > 1 or bool(paired)) and (len(forms) == 1 or semicolons)


def unmarked(pieces, home: Line, context: Context) -> bool:
    """True where no member is a clause or a remark, whatever their forms: "Thai, Greek, lemon and a purple one". A remark could
    only make the list longer, so this is enough where it is too short."""
    article, lead = context.lexicon.pattern("list-article"), context.lexicon.pattern("those-of")
    for n, (a, b) in enumerate(pieces):
        start, end = offsets(home, a, b, context.extraction)
        first = home.symbols[a]
        led = article.match(home.symbols, a) or n == 0 and lead.match(home.symbols, a)
        if end - start > _LONG_ITEM * _members(a, b, home, context) or first in context.lexicon.symbols.closed and not led or _remark(a, b, home, context):
            return False
    return len(pieces) > 2 or len(pieces) > 1 and near(context).has("list-closed", home)


def ways(pieces, home: Line, context: Context) -> list[tuple[Span, ...]]:
    """The list counted by its separators, and with one, two ... conjunctions within members as separators too.

    In a plain list the last conjunction parts two members: "a, b and c" are three.
    """
    if not pieces:
        return []
    joins = conjunctions(context)
    parted = lambda piece: next((j for j in range(piece[1] - 2, piece[0], -1) if home.symbols[j] in joins and not _inner(j, piece[0], home, context)), None)  # noqa: E731
    opened = pieces[-1][0] and home.symbols[pieces[-1][0] - 1] in joins
    current, readings = list(pieces), []
    last = None if opened else parted(pieces[-1])
    if last is not None:
        current[-1:] = [(pieces[-1][0], last), (last + 1, pieces[-1][1])]
        if home.symbols[pieces[-1][0] - 1] == context.lexicon.symbols.chars[";"]:
            readings.append(tuple(pieces))  # semicolons part the members: "a; b; c and its lid" are three or four
    readings.append(tuple(current))
    for _ in range(_MOST_WAYS):
        k = next((k for k in range(len(current) - 1, -1, -1) if parted(current[k]) is not None), None)
        if k is None:
            break
        at = parted(current[k])
        current[k : k + 1] = [(current[k][0], at), (at + 1, current[k][1])]
        readings.append(tuple(current))
    return [tuple(offsets(home, a, b, context.extraction) for a, b in r if a < b) for r in readings]


def _inner(at: int, start: int, home: Line, context: Context) -> bool:
    """True of what stands in brackets or quotation marks that open behind `start`, and of "black-and-white": they part no members."""
    chars = context.lexicon.symbols.chars
    hyphened = home.symbols[at - 1] == home.symbols[at + 1 : at + 2] == chars["-"]
    words = context.extraction.tokens.words
    inside = [words[t] for t in home.firsts[start:at]]
    quoted = inside.count(_QUOTES) % 2 == 1 or any(inside.count(a) > inside.count(b) for a, b in _PAIRED_QUOTES)
    return hyphened or quoted or home.symbols.count(chars["("], start, at) > home.symbols.count(chars[")"], start, at)
