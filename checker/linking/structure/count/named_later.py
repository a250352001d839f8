"""Things that are announced by their number, and named sentences or paragraphs later.

    will shut four old halls ... The halls to be shut are Elm House in Hull, the Old Mill and Quay End in Leeds
    Five jurors were for acquittal. They were the baker Jo Lund, a Mr Tarn and the former mayor Ada Quill
    tolls on five goods are to go ... Raw wool, salted cod, tar and hemp are the ones on the list
    the judges let six entries through ... read out the names of the finalists: Arl, Benna, Coss and Dure

The later sentence takes up the noun of the count by a definite subject (or "they", "the ones", "the names"), and says nothing of it
that would pick some: its other words stand in the announcing sentence or the headline too, or are what is to happen to all.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.enumerations import announcing_in
from checker.linking.structure.count.list_forms import of_named, of_size
from checker.linking.structure.count.member_names import Spans, members_at
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_LONGEST = 60  # sentences of a text in which a noun means one set
_NOUN_BY = 4  # symbols from the article to the noun
_BY = 10  # symbols from the noun to "are"
_STEM = 4  # letters that forms of one word share at least
_FRONT = 3  # symbols in front of a count that is not of all
_CUES = ("later-are", "later-names", "later-they", "later-the")


@dataclass(frozen=True, slots=True)
class _List:
    """A sentence that names things: what it calls them ("" where it only points back), the words that tell which, and the members."""

    line: Line
    noun: str
    which: frozenset[str]  # None of them may pick some
    planned: bool  # "to be shut"
    pointing: bool  # "they", "the ones": what the sentence before announced
    readings: tuple[Spans, ...]


def named_later(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "enumeration" (announced; item: the words of each)."""
    words = near(context)
    cued = words.standing(*_CUES)
    if not cued or len(context.lines.lines) > _LONGEST:
        return []
    lines = told_lines(context)
    known = {f.claims["announced"][0] for f in frames if f.family in ("enumeration", "counted-list") and "announced" in f.claims and f.pinned}
    counts = [i for line in lines for i in announcing_in(line, context) if context.quantity(i).noun]
    found = []
    for n, line in enumerate(lines if counts else ()):
        listed = _list(line, context, words) if line.number in cued else None
        index = _announced(listed, [i for i in counts if context.lines.line_of[i] < line.number], lines[n - 1], context, words) if listed and n else None
        if index is None or index in known or not _all_told(listed, lines[n + 1 : n + 2], counts, context, words):
            continue
        q = context.quantity(index)
        for names in listed.readings if any(of_size(len(names), index, context) for names in listed.readings) else ():
            spans = tuple(offsets(line, a, b, context.extraction) for a, b in names)
            found.append(Frame("enumeration", (q.start, q.end), {"announced": (index,)}, {"item": spans}, 0, frozenset(("announced", "item")), 2, None, (), "roles"))
    return found


# ---------------------------------------------------------------- sentences that name


def _list(line: Line, context: Context, words: Near) -> _List | None:
    they = words.pattern("later-they").match(line.symbols)
    if they:
        readings = members_at(they.end(), line, context)
        return _List(line, "", frozenset(), False, True, readings) if readings else None
    return _named_after_colon(line, context, words) or _subject(line, context, words) or _predicate(line, context, words) or _apposed(line, context, words)


def _subject(line: Line, context: Context, words: Near) -> _List | None:
    """"The halls to be shut are Elm House and the Old Mill": the noun stands near the article, whatever tells which comes behind it."""
    opened = words.pattern("later-the").match(line.symbols)
    copula = next(words.matches("later-are", line, 1), None) if opened else None
    if copula is None or copula.start() > opened.end() + _NOUN_BY + _BY or line.quantities(0, copula.start()) or words.within("list-other", line, 0, copula.start()):
        return None  # "The other candidates are": all but those who were named
    marks = context.lexicon.symbols.marks
    if any(s in marks for s in line.symbols[: copula.start()]):
        return _apposed(line, context, words)
    lead = words.pattern("later-lead").match(line.symbols, copula.end())
    readings = members_at(lead.end() if lead else copula.end(), line, context)
    return _called(opened.end(), copula.start(), line, readings, context, words) if readings else None


def _called(start: int, end: int, line: Line, readings: tuple[Spans, ...], context: Context, words: Near) -> _List | None:
    """The list with the noun among the words from `start` on: the first that is no modifier ends in a plural and has nothing but words of which behind it."""
    tokens = context.extraction.tokens.words
    plural = tuple(context.lexicon.pack.words("plural-ending"))
    at = next((p for p in range(start, min(end, start + _NOUN_BY)) if tokens[line.firsts[p]].endswith(plural) or words.pattern("later-plural").match(line.symbols, p)), None)
    if at is None:
        return _those(start, end, line, readings, context, words)
    if words.pattern("later-names-noun").match(line.symbols, at):
        return _List(line, "", frozenset(), False, False, readings)
    which = content(line.firsts[start], line.firsts[at], context) | content(line.lasts[at] + 1, line.firsts[end], context)
    planned = at + 1 < end and words.pattern("later-to").match(line.symbols, at + 1) is not None
    return _List(line, stem(tokens[line.firsts[at]], context), which, planned, False, readings)


def _those(start: int, end: int, line: Line, readings: tuple[Spans, ...], context: Context, words: Near) -> _List | None:
    """"Those acquitted were Jo Lund and Ada Quill": the word says which, and stands in the announcing sentence too."""
    which = content(line.firsts[start], line.firsts[end], context)
    pointed = words.pattern("later-those").match(line.symbols) and end - start <= 2
    return _List(line, "", which, False, True, readings) if pointed and which else None


def _apposed(line: Line, context: Context, words: Near) -> _List | None:
    """"The towns, Arl, Benna and Coss, will": names between marks behind the noun, and a verb behind them."""
    opened, chars = words.pattern("later-the").match(line.symbols), context.lexicon.symbols.chars
    marks = {chars[mark] for mark in ",–—("}
    at = next((p for p in range(opened.end(), min(len(line.symbols), opened.end() + _NOUN_BY + 1)) if line.symbols[p] in marks), -1) if opened else -1
    if at < 0 or line.quantities(0, at):
        return None
    readings = members_at(at + 1, line, context)
    end = readings[0][-1][1] if readings else -1
    if end < 0 or end + 1 >= len(line.symbols) or line.symbols[end] not in marks | {chars[")"]}:
        return None
    return _called(opened.end(), at, line, readings, context, words)


def _predicate(line: Line, context: Context, words: Near) -> _List | None:
    """"Raw wool, salted cod and hemp are the ones on the list", "Arl, Benna and Coss are the towns chosen"."""
    copula = next(words.matches("later-are", line, 3), None)
    if copula is None or line.quantities(0, copula.start()):
        return None
    ones = words.pattern("later-ones").match(line.symbols, copula.end())
    opened = words.pattern("later-the").match(line.symbols, copula.end())
    if not ones and not opened:
        return None
    readings = members_at(0, line, context, copula.start())
    if not readings or ones:
        return _List(line, "", frozenset(), False, True, readings) if readings else None
    marks = context.lexicon.symbols.marks
    end = next((p for p in range(opened.end(), len(line.symbols)) if line.symbols[p] in marks), len(line.symbols) - 1)
    return _called(opened.end(), end, line, readings, context, words)


def _named_after_colon(line: Line, context: Context, words: Near) -> _List | None:
    """"the names of the finalists: Arl, Benna and Coss"."""
    colon = line.symbols.find(context.lexicon.symbols.chars[":"])
    if colon < 0 or line.quantities(0, colon) or not words.within("later-names", line, 0, colon):
        return None
    readings = members_at(colon + 1, line, context)
    return _List(line, "", frozenset(), False, False, readings) if readings else None


# ---------------------------------------------------------------- the count that they make up


def _announced(listed: _List, before: list[int], previous: Line, context: Context, words: Near) -> int | None:
    """The only count that the named things can be: of their noun, of the sentence before, or of the text."""
    if listed.pointing and listed.which:
        before = [i for i in before if _said_in(context.line(i), listed.which, context)]
    elif listed.pointing:
        before = [i for i in before if context.line(i) is previous]
    elif listed.noun:
        before = [i for i in before if stem(context.quantity(i).noun[-1], context) == listed.noun]
    if not before or len({context.quantity(i).value for i in before}) != 1 or not _whole_set(before[0], context, words):
        return None
    return before[0] if _same_ones(listed, before, context, words) else None


def _same_ones(listed: _List, before: list[int], context: Context, words: Near) -> bool:
    """Whether the words that tell which of them are meant pick none of those that were announced."""
    if not listed.which:
        return True
    title = context.lines.lines[0]
    told = frozenset().union(*(content(x.firsts[0], x.lasts[-1] + 1, context) for x in (title, *(context.line(i) for i in before))))
    light = {stem(w, context) for w in context.lexicon.pack.words("later-which")}
    if all(w in light or _said_there(w, told) for w in listed.which):
        return True
    home, at = context.line(before[0]), context.lines.position_of[before[0]]
    return listed.planned and words.within("later-future", home, 0, at)


def _said_in(line: Line, which: frozenset[str], context: Context) -> bool:
    return all(_said_there(w, content(line.firsts[0], line.lasts[-1] + 1, context)) for w in which)


def _said_there(word: str, told: frozenset[str]) -> bool:
    """Whether a word or another form of it is among some: camped and camp."""
    return word in told or any(min(len(word), len(other)) >= _STEM and (word.startswith(other) or other.startswith(word)) for other in told)


def _whole_set(index: int, context: Context, words: Near) -> bool:
    """False of "another two", "at least three", "two of the four", "five, including"."""
    line, at = context.line(index), context.lines.position_of[index]
    return not words.within("names-veto", line, max(0, at - _FRONT), at) and not of_named(at, line, context) and not words.within("names-open", line, at + 1, len(line.symbols))


def _all_told(listed: _List, after: list[Line], counts: list[int], context: Context, words: Near) -> bool:
    """False where the sentence or the next one leaves room for others, or counts those that it names."""
    line = listed.line
    if words.has("later-more", line) or any(words.has("later-also", x) and x.block == line.block for x in after):
        return False
    sizes = {len(names) for names in listed.readings}
    return not any(context.quantity(i).value in sizes for i in counts if context.line(i) is line)
