"""Announced things that are told in turn, each by what it is in the row: "the first", "another", "the last".

    picks out two risks. The first is damp on the stairs; the second is the lift; the third is a loose rail
    four reasons were given. One was the price. Another was the smell. The last was that nobody had asked
    spoke of four fears. The first was rust. Rent came second. Third, ... Fourth was the noise. And fifth, ...

The row begins right behind the announcement and counts on at the openings of clauses. One thing more than was announced tells
by itself; one fewer only of things that are announced to be told (reasons, faults, aims), where a word closes the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.count.enumerations import announcing_in
from checker.linking.structure.count.list_forms import of_size
from checker.linking.structure.count.points import sequence_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_MOST = 14  # sentences of a row
_FEWEST = 2
_AFTER = 3  # sentences behind a row that may tell of one more
_NEXT = 0  # one more, whichever it is


@dataclass(frozen=True, slots=True)
class _Turn:
    """A member of the row: which it is (or one more), whether it can begin a row of its own, and whether it closes one."""

    number: int
    closing: bool
    joined: bool  # behind "and", within a sentence
    span: tuple[int, int]


def told_in_turn(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "enumeration" (announced; item: the word of each)."""
    words, lines, found = near(context), prose_lines(context), []
    listed = {f.claims["announced"][0] for f in frames if f.family == "enumeration"}
    for n, line in enumerate(lines[:-1]):
        after = lines[n + 1]
        if not line.figures or after.number != line.number + 1 or after.block - line.block > 1 or not _begins(after, context, words):
            continue
        counts = [i for i in announcing_in(line, context) if context.quantity(i).noun]
        if len(counts) != 1 or counts[0] in listed or context.quantity(counts[0]).style != "words" or _narrowed(counts[0], line, context, words):
            continue
        behind = lines[n + 1 : n + 1 + _MOST]
        turns, last = _row([x for x in behind if x.block == after.block], counts[0], context, words)
        if len(turns) >= _FEWEST and _proves(turns, counts[0], behind[last + 1 :], context, words):
            q, claims = context.quantity(counts[0]), {"announced": (counts[0],)}
            found.append(Frame("enumeration", (q.start, q.end), claims, {"item": tuple(t.span for t in turns)}, 0, frozenset(("announced", "item")), 1, None, (), "roles"))
    return found


def _begins(line: Line, context: Context, words: Near) -> bool:
    """Whether a sentence may tell the first of several."""
    return any(_number(p, line, context) == 1 for p in (0, 1)) or words.pattern("turn-one").match(line.symbols) is not None


def _narrowed(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "two of the faults", "at least two faults", "another two", "the first two": there are more."""
    at = context.lines.position_of[index]
    return at > 0 and _number(at - 1, line, context) > 0 or words.within("listed-more", line, at - 3, at + 2) or words.within("list-other", line, at - 2, at + 2)


def _proves(turns: list[_Turn], index: int, lines: list[Line], context: Context, words: Near) -> bool:
    """Whether the row is whole: it agrees, it goes beyond what was announced, or a word closes it in front of that."""
    announced = int(context.quantity(index).value)
    if len(turns) == announced:
        return True
    if not of_size(len(turns), index, context) or abs(len(turns) - announced) > 1:
        return False
    if len(turns) > announced:
        return turns[-1].number > announced  # "another" may be something else
    noun = stem(context.extraction.tokens.words[context.quantity(index).noun_last], context)
    if noun not in context.lexicon.pack.words("announcing-noun") and noun not in context.lexicon.pack.words("turn-noun"):
        return False  # of five children three may be told of
    more = any(words.pattern("point-goes-on").match(x.symbols) or words.has("turn-more", x) for x in lines[:_AFTER])
    return (turns[-1].closing or turns[-1].joined) and not more


# ---------------------------------------------------------------- the row


def _row(lines: list[Line], index: int, context: Context, words: Near) -> tuple[list[_Turn], int]:
    """The members in their order, and the sentence that tells the last; none where one is missing or comes twice."""
    turns: list[_Turn] = []
    last = 0
    for n, line in enumerate(lines):
        found = list(_turns(line, index, not turns, context, words))
        if n == 0 and (not found or found[0].number != 1):
            return [], 0
        for turn in found:
            if turn.number not in (_NEXT, len(turns) + 1) or turns and turns[-1].closing:
                return [], 0
            turns.append(turn)
            last = n
    return turns, last


def _turns(line: Line, index: int, opening: bool, context: Context, words: Near) -> Iterator[_Turn]:
    """The members of the row that a sentence tells."""
    noun = stem(context.extraction.tokens.words[context.quantity(index).noun_last], context)
    for start, joined in _clauses(line, context, words):
        if opening and start:
            return
        for name, closing in (("turn-one", False), ("turn-another", False), ("turn-closing", True)):
            m = words.pattern(name).match(line.symbols, start)
            if m and _told(m.end(), line, noun, context, words) and (name != "turn-one" or opening):
                yield _Turn(1 if name == "turn-one" else _NEXT, closing, joined, _span(start, m.end(), line, context))
                break
        else:
            yield from _ordinal(start, joined, line, noun, context, words)
        opening = False


def _ordinal(start: int, joined: bool, line: Line, noun: str, context: Context, words: Near) -> Iterator[_Turn]:
    """A member by its number: "second, ...", "the third is", "fourth was"; and "rent came second"."""
    article = words.pattern("turn-article").match(line.symbols, start)
    at = article.end() if article else start
    number = _number(at, line, context)
    if number:
        comma = line.symbols[at + 1 : at + 2] == context.lexicon.symbols.chars[","]
        inverted = not article and words.pattern("turn-came").match(line.symbols, at + 1)
        if comma and not article or inverted or article and (comma or _told(at + 1, line, noun, context, words)):
            yield _Turn(number, False, joined, _span(start, at + 1, line, context))
        return
    for m in words.matches("turn-arrived", line, start):
        number = _number(m.end(), line, context)
        if number and number > 1 and _ended(m.end() + 1, line, context):
            yield _Turn(number, False, False, _span(m.start(), m.end() + 1, line, context))
            return


def _number(at: int, line: Line, context: Context) -> int:
    if at >= len(line.symbols) or line.quantity[at] >= 0 and context.quantity(line.quantity[at]).kind != "ordinal":
        return 0
    return sequence_of(context).get(context.extraction.tokens.words[line.firsts[at]], 0)


def _ended(at: int, line: Line, context: Context) -> bool:
    return at >= len(line.symbols) or line.symbols[at] in context.lexicon.symbols.marks


def _told(at: int, line: Line, noun: str, context: Context, words: Near) -> bool:
    """Whether a verb follows, or a comma or article that stands for one, or the noun of the announcement."""
    if at >= len(line.symbols):
        return False
    return words.pattern("turn-verb").match(line.symbols, at) is not None or stem(context.extraction.tokens.words[line.firsts[at]], context) == noun


def _clauses(line: Line, context: Context, words: Near) -> Iterator[tuple[int, bool]]:
    """Where clauses may open, each with whether "and" leads to it."""
    joins, marks = words.pattern("turn-join"), context.lexicon.symbols.marks
    for p in range(len(line.symbols)):
        behind = p == 0 or line.symbols[p - 1] in marks
        join = joins.match(line.symbols, p)
        if join and p + 1 < len(line.symbols):
            yield join.end(), p > 0
        elif behind:
            yield p, p > 0 and line.symbols[p - 1] == context.lexicon.symbols.chars[";"]


def _span(start: int, end: int, line: Line, context: Context) -> tuple[int, int]:
    tokens = context.extraction.tokens
    return tokens.starts[line.firsts[start]], tokens.ends[line.lasts[end - 1]]
