"""Names that stand with their number in one sentence, in apposition, behind "called" or "are", or in front of it.

    four villages on the way up, Santa Brida, Pozal, Ermo and Tal, and waits ...
    five tributaries, the Arl, the Benna, the Coss, the Dure and the Ems, which ...
    the four boats on display are the Ariel, the Swift, the Petrel and the Tern
    Aisha, Tom, Bartek and Lucy, the four winners
    five new routes from the island, flying to Arl, Benna, Coss and Dure
    unites three parties. Its members are the Liberals, the Greens and the Centre

A name has capitals, an article or a quotation mark in front of it aside; one conjunction closes the list, and a mark stands
behind it. Where more are listed than announced, a comma in front of the conjunction leaves it open: "Ann Berg, Treasurer, and
Tom Lee" are two.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.enumerations import announcing, announcing_in
from checker.linking.structure.count.list_forms import in_name, of_named
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, conjunctions
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_PHRASE = 9  # symbols between the noun of a count and the mark or verb that opens its names
_LONGEST = 6  # words of a name
_MOST = 2  # apart by more, they are rather names of something else
_OPENING = 3  # symbols in front of a count that opens a sentence
_LEADS = (("names-route", "names-route-to"), ("names-port", "names-port-at"))  # what leads to a place, and what is one
_FEWEST_PLACES = 3
_QUOTES = "\"'“”‘’«»"

Spans = list[tuple[int, int]]


def name_lists(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "enumeration"."""
    known = {f.claims["announced"][0] for f in frames if f.family in ("enumeration", "counted-list") and "announced" in f.claims and f.pinned}
    words, found, lines = near(context), [], prose_lines(context)
    for line, after in zip(lines, [*lines[1:], None]):
        counts = announcing_in(line, context)
        for index in counts:
            if index in known or not context.quantity(index).noun or not _whole_set(index, line, context, words):
                continue
            home, read = line, _behind(index, line, context, words) or _led(index, line, context, words) or _in_front(index, line, context, words)
            if read is None and after is not None and after.block == line.block and len(counts) == 1 and (start := _members(after, words)) is not None:
                home, read = after, _names(start, after, context, words)
            if read is not None and len(read[0]) > 1 and not any(context.quantity(i).value == len(read[0]) for i in counts if i != index):
                found.extend(_frame(index, *read, home, context))
    return found


def _whole_set(index: int, line: Line, context: Context, words: Near) -> bool:
    """False of "two of the four", "another two", "at least three"."""
    at = context.lines.position_of[index]
    return not words.within("names-veto", line, max(0, at - _OPENING), at) and not of_named(at, line, context) and not words.pattern("names-open").search(line.symbols, at + 1)


def _frame(index: int, names: Spans, serial: bool, line: Line, context: Context) -> list[Frame]:
    q, listed = context.quantity(index), len(names)
    if abs(listed - q.value) > _MOST or listed > q.value and serial:
        return []
    spans = tuple(offsets(line, a, b, context.extraction) for a, b in names)
    if listed == 2 != q.value and q.start < spans[0][0] and names[1][1] - names[1][0] > names[0][1] - names[0][0]:
        return []  # "in four parts, Hale and Minster Press": rather one name
    return [Frame("enumeration", (q.start, q.end), {"announced": (index,)}, {"item": spans}, 0, frozenset(("announced", "item")), 0, None, (), "names")]


def _members(line: Line, words: Near) -> int | None:
    """Where the names stand in "Its members are the Liberals ..." and "The titles in the running are Dusk by Ida Moll ..."."""
    if m := words.pattern("names-members").match(line.symbols):
        return m.end()
    m = words.pattern("names-noun").match(line.symbols)
    tail = words.pattern("names-noun-tail").match(line.symbols, m.end()) if m else None
    told = words.pattern("copula").match(line.symbols, (tail or m).end()) if m else None
    return told.end() if told else None


def _led(index: int, line: Line, context: Context, words: Near) -> tuple[Spans, bool] | None:
    """The names behind "five new routes, flying to" or "four ports, calling at": one place for each; no mark need stand behind them."""
    q, at, chars = context.quantity(index), context.lines.position_of[index], context.lexicon.symbols.chars
    start = at + 1 + max(0, q.noun_last - q.last)
    for noun, lead in _LEADS:
        if not words.pattern(noun).match(line.symbols, start - 1):
            continue
        for m in words.matches(lead, line, start, start + _PHRASE):
            marks = [s for s in line.symbols[start : m.start()] if s in context.lexicon.symbols.marks]
            if line.quantities(start, m.start()) or marks not in ([], [chars[","]]) or m.start() > start and line.symbols[m.start() - 1] != chars[","]:
                return None
            read = _names(m.end(), line, context, words, True)
            few = read is not None and (len(read[0]) < _FEWEST_PLACES or q.value - len(read[0]) > len(read[0]) - _FEWEST_PLACES + 1)
            return None if read is None or few or sum(words.within("names-land", line, a, b) for a, b in read[0]) > 1 else read
    return None


def _behind(index: int, line: Line, context: Context, words: Near) -> tuple[Spans, bool] | None:
    """The names behind the first comma, "called" or "are" after the count, and whether a comma stands before the last."""
    q, at = context.quantity(index), context.lines.position_of[index]
    comma, colon = (context.lexicon.symbols.chars[mark] for mark in ",:")
    start = at + 1 + max(0, q.noun_last - q.last)
    opening = at <= _OPENING and not words.pattern("definite").match(line.symbols)  # "Of the six stations, Lund, Ems and Quay, all ..., will close"
    for j in range(start, min(len(line.symbols), start + _PHRASE)):
        called = words.pattern("names-called").match(line.symbols, j)
        told = words.pattern("copula").match(line.symbols, j)
        if called or told:
            return _names((called or told).end(), line, context, words)
        if line.symbols[j] == colon:
            return _names(j + 1, line, context, words) if _of_phrase(index, start, j, line, context, words) else None
        if line.symbols[j] == comma:
            called = words.pattern("names-called").match(line.symbols, j + 1)
            if called:
                return _names(called.end(), line, context, words)
            if opening and words.pattern("closed-word").match(line.symbols) or _capital(j - 1, line, context):
                return None
            return _names(j + 1, line, context, words)
        if line.symbols[j] in context.lexicon.symbols.marks or line.quantity[j] >= 0 and not words.pattern("definite").match(line.symbols, j - 1):
            return None
    return None


def _of_phrase(index: int, start: int, end: int, line: Line, context: Context, words: Near) -> bool:
    """True of what stands between a noun and a colon in "the seven surviving panels of the Passion altarpiece:"."""
    if not words.pattern("names-tie").match(line.symbols, start):
        return False
    if any(announcing(i, context) for i in line.figures if i < index):
        return False  # "four candidates for the three seats of the ward:"
    made = tuple(context.lexicon.pack.words("participle-ending"))
    return not any(context.extraction.tokens.words[line.firsts[j]].endswith(made) for j in range(start, end))


def _in_front(index: int, line: Line, context: Context, words: Near) -> tuple[Spans, bool] | None:
    """The names right in front of "..., the five winners"."""
    at, comma = context.lines.position_of[index], context.lexicon.symbols.chars[","]
    if at < 4 or not words.pattern("names-these").match(line.symbols, at - 1) or line.symbols[at - 2] != comma:
        return None
    start = at - 2
    while start > 0 and (line.symbols[start - 1] == comma or line.symbols[start - 1] in conjunctions(context) or _capital(start - 1, line, context)):
        start -= 1
    beside = words.pattern("names-beside").match(line.symbols)
    if beside and start <= beside.end() + 1 and line.symbols[after_noun(index, line, context) :][:1] != comma:
        return None  # "Unlike the Marl and the Senn, the three rivers": others than those named
    found = _names(start, line, context, words)
    return found if found and found[0] and found[0][-1][1] == at - 2 and line.symbols[start] != comma else None


def _names(start: int, line: Line, context: Context, words: Near, unmarked: bool = False) -> tuple[Spans, bool] | None:
    """Positions of the names from a position on; None where what stands there is no list of names with a mark behind it, or
    with any other word where it may be `unmarked`."""
    comma, marks, joins = context.lexicon.symbols.chars[","], context.lexicon.symbols.marks, conjunctions(context)
    found: Spans = []
    first, closing, serial = start, False, False
    for j in range(start, len(line.symbols) + 1):
        s = line.symbols[j] if j < len(line.symbols) else ""
        if s and (s in joins or s not in marks) and not closing and s in joins:
            serial = line.symbols[j - 1] == comma
            if j > first:
                found.append((first, j))
            first, closing = j + 1, True
        elif not s or s in marks and not quotes(j, line, context) or unmarked and closing and j > first and not _capital(j, line, context) and not _goes_on(j, line, context, words):
            if j > first:
                found.append((first, j))
            elif closing:
                return None  # "Ann and, from Ghana, Kofi"
            first = j + 1
            if closing or s != comma:
                return (found, serial) if closing and j > found[-1][0] and all(_is_name(a, b, line, context, words) for a, b in found) else None
        elif line.quantity[j] >= 0 and not in_name(j, line, context) or s in joins or j - first > _LONGEST:
            return None
    return None


def _goes_on(j: int, line: Line, context: Context, words: Near) -> bool:
    """True of the "of" of "Isle of Ems"."""
    return words.pattern("names-inner").match(line.symbols, j) is not None and j + 1 < len(line.symbols) and _capital(j + 1, line, context)


def _is_name(a: int, b: int, line: Line, context: Context, words: Near) -> bool:
    """True of "Santa Brida", "the Arl", "the Rev. Paul Stubbs", "Bridge of Ems"."""
    article = words.pattern("list-article").match(line.symbols, a)
    first = article.end() if article else a
    own = [j for j in range(first, b) if not quotes(j, line, context)]
    return bool(own) and all(_capital(j, line, context) or own[0] < j < own[-1] and words.pattern("names-inner").match(line.symbols, j) for j in own)


def _capital(j: int, line: Line, context: Context) -> bool:
    tokens, text = context.extraction.tokens, context.extraction.document.text
    return (line.quantity[j] < 0 or in_name(j, line, context)) and text[tokens.starts[line.firsts[j]]].isupper()


def quotes(j: int, line: Line, context: Context) -> bool:
    """True of a quotation mark."""
    return context.extraction.tokens.words[line.firsts[j]] in _QUOTES
