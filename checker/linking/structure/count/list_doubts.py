"""What parts a list from the number in front of it: then the number announces other things, or its members are not told apart.

    met three of the goals but not our other goals: speed, cost and comfort     the list is of the others
    one of only four lakes (together with Orm, Bessa and Tolk)                  the list leaves one out
    two birds: Corvus alba Reed, 1911 and Corvus minor Hale, 1972               figures stand among the words
    two brothers - Odo and Ivo, Ivo and Odo - who                               a member is told twice
    two groups: group A, rested for a day, and group B, rested for two           those announced are told by their name, other words tell of them
    four drugs (a tonic, a sedative, as well as placebos)                       a member stands behind no comma
    several traits were read from seven plates: size, shape and edge            several things are listed
"""

from __future__ import annotations

import re

from checker.linking.context import Context, stem
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.list_forms import in_name
from checker.linking.structure.near import near
from checker.linking.structure.parts import conjunctions, participle

Span = tuple[int, int]
_TIE = 3  # symbols behind a participle in which its preposition stands
_TELLER = 8  # symbols of who told a list, up to the verb
_BARE = ("count", "number", "year")


def of_others(at: int, line: Line, home: Line, span: Span, context: Context) -> bool:
    """True where words say that the list is of other things than those counted."""
    words, q = near(context), context.quantity(line.quantity[at])
    start, end = span
    if words.pattern("list-apart").match(home.symbols, start) or words.within("list-further", home, start, end):
        return True
    if home is not line:
        return False
    behind = at + 1 + max(0, q.noun_last - q.last)
    if words.within("list-other", line, behind, start):
        return True
    return start > behind + 1 and words.within("list-several", line, 0, at)


def untold(pieces: list[Span], home: Line, context: Context) -> bool:
    """True of members that marks do not tell apart: figures among words, each with a number of its own, one told twice."""
    if any(near(context).within("list-pairs", home, a, b) for a, b in pieces):
        return True  # "a baker, a smith and twins"
    figures = [_figured(a, home, context) for a, _ in pieces]
    if any(figures) and not (all(figures) and all(b - a == 1 for a, b in pieces)):
        return True
    if not any(figures) and any(_figured(j + 1, home, context) for a, b in pieces for j in range(a, b - 1) if home.symbols[j] in conjunctions(context)):
        return True  # Red, Blue (a bus line) and one tram
    text = context.extraction.document.text
    told = [" ".join(sorted(text[a:b].casefold().split())) for a, b in (offsets(home, *piece, context.extraction) for piece in pieces)]
    return len(set(told)) < len(told) or _crowded(pieces, home, context)


def bearing_its_name(pieces: list[Span], home: Line, index: int, context: Context) -> bool:
    """True where as many members as are announced open or end with the name of what is announced, and the others do not."""
    q, words = context.quantity(index), context.extraction.tokens.words
    if not q.noun:
        return False
    name = stem(words[q.noun_last], context)
    ends = lambda a, b: (words[home.firsts[a]], words[home.lasts[b - 1]])  # noqa: E731
    named = sum(any(stem(word, context) == name for word in ends(*piece)) for piece in pieces)
    return named == q.value and named < len(pieces)


def _figured(at: int, home: Line, context: Context) -> bool:
    """True of a member that opens with a bare number, but not "two-wheelers"."""
    index = home.quantity[at]
    if index < 0 or context.quantity(index).kind not in _BARE or in_name(at, home, context):
        return False
    return home.symbols[at + 1 : at + 2] != context.lexicon.symbols.chars["-"]


def _crowded(pieces: list[Span], home: Line, context: Context) -> bool:
    """True of figures with a comma but no space between two: "1.5,15,150 and 1500"."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    starts = [tokens.starts[home.firsts[a]] for a, _ in pieces]
    return any(text[start : start + 1].isdecimal() and text[start - 1 : start] == "," for start in starts[1:])


def goes_on(start: int, home: Line, context: Context) -> bool:
    """True where what stands behind a verb is what the things do, no list of them: "They are taking shape in Orm and Tolk"."""
    return start >= len(home.firsts) or participle(start, home, context, _TIE)


def before_attribution(start: int, end: int, home: Line, context: Context) -> int:
    """Where a list ends: in front of who told it, as in "a pony, a goat and a goose, the brigade said"."""
    words, comma = near(context), context.lexicon.symbols.chars[","]
    cut = home.symbols.rfind(comma, start, end)
    joined = any(s in conjunctions(context) for s in home.symbols[start : max(start, cut)])
    said = cut > start and any(words.pattern("list-told").match(home.symbols, p) for p in range(cut + 2, min(end, cut + 1 + _TELLER)))
    return cut if joined and said and not any(s in conjunctions(context) for s in home.symbols[cut:end]) else end


def closing(start: int, home: Line, context: Context) -> int:
    """Where a list ends that a clause closes: "...; no others are planned"."""
    m = next(near(context).matches("list-closed", home, start), None)
    if m is None:
        return len(home.symbols)
    marks = context.lexicon.symbols.marks
    return next((p for p in range(m.start() - 1, start, -1) if home.symbols[p] in marks), len(home.symbols))


def lists_all(copula: re.Match[str], home: Line, context: Context) -> bool:
    """True of a sentence that lists all who were counted under another name: "The borrowers are ...; no other loans were made", or
    by the part they played, with capitals: "The signatories are Norland, Quarria and Veld"."""
    words, tokens, text = near(context), context.extraction.tokens, context.extraction.document.text
    after = [x for x in context.lines.lines[home.number : home.number + 2] if x.block == home.block]
    if any(words.has("list-closed", x) for x in after):
        return True
    named = copula.end() < len(home.firsts) and text[tokens.starts[home.firsts[copula.end()]]].isupper()
    return named and words.within("list-role", home, copula.start() - 1, copula.start())
