"""The only two values that a statement can speak of: they are set against each other, and nothing else of their sort is near.

    Parking has become three times as dear: a motorist who paid 2 euros an hour then now pays 6
    The clinic sees four times as many patients. In 2012 it treated 1,900 people; last year the figure was 7,600

A statement ("has doubled", "is cheaper than it was") needs two values of one thing. Where its own sentence, or it and its
neighbour in the paragraph, hold exactly two figures that can be compared, told of two times or as two sides, they are meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.change_event import BASES, Reader
from checker.linking.structure.change_items import of_a_term
from checker.linking.structure.change_moments import apart, moment_of, older, plainly_apart
from checker.linking.structure.change_scene import about
from checker.linking.structure.change_terms import Item
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import Near, near
from checker.linking.structure.share_figures import cut_off, odd
from checker.linking.structure.standings import kin
from checker.model import Quantity

_KINDS = frozenset("count number currency physical".split())
_COUNTS = ("count", "number")
_SMALL = 10
_BACK = 4  # sentences in front that may hold a value
_PRONOUN = 3  # symbols from "it" to its value
_COUNTED_BY = 4  # symbols from "fewer" to what there are fewer of
_SAYS_NOTHING = 2  # words of a sentence that names no subject of its own: "We used 40 litres"
_UNREAL = 12  # symbols in front of a figure


@dataclass(frozen=True, slots=True)
class Statement:
    """What is said without its values: the words from `start` to `end` of a line; `index` is the figure among them, if any;
    `often`: of how often something happens, whatever that is called; `lasting`: of how long it takes; `loose`:
    only a name tells that the values are of it, with `counts` the one right behind it."""

    line: Line
    start: int
    end: int
    index: int = -1
    often: bool = False
    lasting: bool = False
    loose: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Two values in the order of the text. `older` is the one of an earlier time, None where nobody says."""

    first: int
    second: int
    older: int | None
    lines: frozenset[int]

    @property
    def newer(self) -> int | None:
        return None if self.older is None else self.second if self.older == self.first else self.first


def told_pair(said: Statement, kinds: frozenset[str], reader: Reader, words: Near) -> Told | None:
    """The only two values of these kinds that the statement can speak of; None where there are others, or something severs them."""
    for scope, far in _scopes(said, reader):
        values = [i for line in scope for i in values_of(line, reader, said.lasting) if i != said.index]
        pair = _only_two(values, kinds, reader, words)
        if pair is None:
            continue
        lines = frozenset(reader.context.lines.line_of[i] for i in pair) | {said.line.number}
        if _severed(said, pair, lines, reader, words) or not _of_one_name(said, pair, reader):
            return None
        contrast, first = _contrast(*pair, reader, words)
        before = _all_before(said, pair, reader)
        sure = first is not None and not said.loose if far else contrast and not (before and (said.loose or first is None))
        return Told(*pair, first, lines) if sure else None
    return None


def _all_before(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """True of values of the sentence before, to which no word of the statement's own sentence points back."""
    if any(reader.context.lines.line_of[i] >= said.line.number for i in pair):
        return False
    opening = said.line.symbols[: said.start]
    return reader.words.pointing.isdisjoint(opening) and reader.words.concluding.isdisjoint(opening)


# ---------------------------------------------------------------- where they stand


def _scopes(said: Statement, reader: Reader) -> Iterator[tuple[tuple[Line, ...], bool]]:
    """The statement's own sentence, then it with its neighbour behind and in front, as far as they hold values; then with some
    more in front (these are far)."""
    lines, here = reader.context.lines.lines, said.line.number
    own = [i for i in values_of(said.line, reader, said.lasting) if i != said.index and not _few(i, reader.context)]
    if len(own) > 1:
        yield (said.line,), False
        return
    for n in (here + 1, here - 1):
        if 0 <= n < len(lines) and _beside(lines[n], said.line, reader.context):
            yield tuple(sorted((said.line, lines[n]), key=lambda x: x.number)), False
    for back in range(2, _BACK + 1):
        if here < back or not _beside(lines[here - back], said.line, reader.context):
            return
        yield tuple(lines[here - back : here + 1]), True


def _beside(line: Line, own: Line, context: Context) -> bool:
    """True of a sentence of the same paragraph or the next one."""
    blocks = context.extraction.document.blocks
    return abs(line.block - own.block) <= 1 and not line.crowded and blocks[line.block].kind == blocks[own.block].kind


def values_of(line: Line, reader: Reader, lasting: bool = False) -> list[int]:
    """The figures of a sentence that can be a value of something."""
    context, text = reader.context, reader.context.extraction.document.text
    standing = {i.index for i in reader.row(line.number) if i.kind in ("level", "change")}
    if lasting:
        standing |= {i for i in line.figures if context.quantity(i).kind == "duration" and not _only_when(i, line, reader)}
    return [i for i in line.figures if i in standing and _is_value(context.quantity(i), lasting, text, context)]


def _only_when(index: int, line: Line, reader: Reader) -> bool:
    """True of "three years ago", "in two hours": it says when."""
    at = reader.context.lines.position_of[index]
    return line.symbols[at + 1 : at + 2] in reader.words.time_after or line.symbols[at - 1 : at] in reader.words.span_before


def _is_value(q: Quantity, lasting: bool, text: str, context: Context) -> bool:
    if q.kind not in _KINDS and not (lasting and q.kind == "duration") or q.value is None or q.value <= 0 or q.sense in ("range", "bound") or of_a_term(q, text):
        return False
    broken = odd(q, context) and not (q.kind == "number" and q.value.denominator != 1)
    return not (cut_off(q, context) or broken) and not (q.style == "words" and q.value == 1)


def _only_two(values: list[int], kinds: frozenset[str], reader: Reader, words: Near) -> tuple[int, int] | None:
    """Two values of one sort with which no third one could be compared; a few of something else ("two doctors") may stand by, or
    one that is of neither of the two times."""
    context = reader.context
    pairs = [(a, b) for a, b in combinations(values, 2) if _alike(a, b, context)]
    pairs = [p for p in pairs if not kinds or any(context.quantity(i).kind in kinds for i in p)]
    if len(pairs) > 1:
        plain = [p for p in pairs if not any(_few(i, context) for i in p)]
        pairs = plain if plain else pairs
    if len(pairs) > 1:
        pairs = [p for p in pairs if _both_dated(*p, reader, words)]
    return pairs[0] if len(pairs) == 1 else None


def _both_dated(a: int, b: int, reader: Reader, words: Near) -> bool:
    """True of two values that words or dates put at two times, each of them with its own."""
    x, y = (moment_of(_item(i, reader), i, reader, words) for i in (a, b))
    return plainly_apart(x, y) and all(m.side or m.date is not None or m.label is not None for m in (x, y))


def _few(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _COUNTS and q.style == "words" and q.value < _SMALL


def _alike(a: int, b: int, context: Context) -> bool:
    p, q = context.quantity(a), context.quantity(b)
    if p.noun and q.noun and ("/" in (p.unit or "")) != ("/" in (q.unit or "")):
        return False  # "12 ships a day", "76 ships"
    if p.kind == "number" and q.kind not in _COUNTS:
        return p.unit is None and kin(q, p)
    return kin(p, q) or p.kind == q.kind == "duration" and p.unit == q.unit


# ---------------------------------------------------------------- what sets them against each other


def _contrast(a: int, b: int, reader: Reader, words: Near) -> tuple[bool, int | None]:
    """Whether words set two values against each other, and which of them is the older one."""
    x, y = (moment_of(_item(i, reader), i, reader, words) for i in (a, b))
    first = older(x, y)
    if plainly_apart(x, y) and first:
        return True, a if first > 0 else b
    if _item_word(b, reader) in BASES:
        return True, b
    return apart(x, y) or _said_between(a, b, reader, words), None


def _item(index: int, reader: Reader) -> Item | None:
    return next((i for i in reader.row(reader.context.lines.line_of[index]) if i.index == index), None)


def _item_word(index: int, reader: Reader) -> str:
    item = _item(index, reader)
    return item.word if item is not None else ""


def _said_between(a: int, b: int, reader: Reader, words: Near) -> bool:
    """True where each of two values has words of its own: not of "20 and 30", "from 20 to 30 metres"."""
    lines, at = reader.context.lines, reader.context.lines.position_of
    line = lines.lines[lines.line_of[b]]
    start = at[a] + 1 if lines.line_of[a] == line.number else 0
    own = content(line.firsts[start], line.firsts[at[b]], reader.context) - {stem(w, reader.context) for w in reader.context.quantity(a).noun}
    return bool(own) or words.within("sole-against", line, start, at[b]) or any(q >= 0 for q in line.quantity[start : at[b]])


# ---------------------------------------------------------------- what severs them


def _severed(said: Statement, pair: tuple[int, int], lines: frozenset[int], reader: Reader, words: Near) -> bool:
    """True where another change is told of them, a plan or a part, or another subject opens."""
    for number in lines:
        line = reader.context.lines.lines[number]
        if line.crowded or any(words.has(name, line) for name in ("sole-veto", "told-versus", "told-will")):
            return True
        if any(i.index not in (said.index, *pair) and i.kind == "change" for i in reader.row(number)):
            return True
        if line is not said.line and (words.pattern("sole-other").match(line.symbols) or _moves(line, 0, len(line.symbols), reader)):
            return True
    if any(_in_parts(i, reader.context, words) for i in pair):
        return True
    if all(_in_front(i, said, reader.context) for i in pair) and _moves(said.line, 0, said.start, reader):
        return True  # "hours have declined from 60 to 40, and output has tripled"
    behind = [reader.context.lines.position_of[i] for i in pair if reader.context.lines.line_of[i] == said.line.number and reader.context.lines.position_of[i] >= said.end]
    if behind and (_moves(said.line, said.end, max(behind), reader) or _other_opens(said.line, said.end, min(behind), reader, words)):
        return True
    unreal = [(said.line, said.start - _UNREAL, said.end), *((reader.context.line(i), reader.context.lines.position_of[i] - _UNREAL, reader.context.lines.position_of[i] + 3) for i in pair)]
    return any(words.within("sole-unreal", *where) for where in unreal) or words.within("sole-not", said.line, said.start - 4, said.start)


def _in_parts(index: int, context: Context, words: Near) -> bool:
    """True of "of its 60 people", in front of a part of them."""
    line, at = context.line(index), context.lines.position_of[index]
    return any(words.pattern("part-word").match(line.symbols, p) for p in range(max(0, at - 2), at) if p == 0 or line.symbols[p - 1] in words.lexicon.symbols.marks)


def _in_front(index: int, said: Statement, context: Context) -> bool:
    return context.lines.line_of[index] == said.line.number and context.lines.position_of[index] < said.start


def _moves(line: Line, start: int, end: int, reader: Reader) -> bool:
    return any(i.kind == "move" and i.sign and start <= i.start < end and not _particle(i, line, reader) for i in reader.row(line.number))


def _particle(move: Item, line: Line, reader: Reader) -> bool:
    """True of "day-ahead" and of "put their names down"."""
    before = line.symbols[move.start - 1 : move.start]
    adverb = line.symbols[move.start : move.end] in reader.words.up | reader.words.down
    return before == reader.words.hyphen or adverb and bool(before) and before not in reader.words.auxiliary and before not in reader.words.separators


def _other_opens(line: Line, start: int, end: int, reader: Reader, words: Near) -> bool:
    """True where a clause between two positions opens with a word that leads to something else."""
    cuts = [p + 1 for p in range(start, end) if line.symbols[p] in reader.words.separators]
    return any(words.pattern("sole-other").match(line.symbols, p) for p in cuts)


def _based_here(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """False where what is compared with is named, and the sentence of the values does not speak of it: "half the price of
    its rival's cheapest model"."""
    context, line = reader.context, said.line
    if line.symbols[said.end : said.end + 1] not in reader.words.again or any(context.lines.line_of[i] == line.number for i in pair):
        return True
    stop = next((p for p in range(said.end + 1, len(line.symbols)) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), len(line.symbols) - 1)
    named = content(line.firsts[said.end], line.firsts[stop], context) - context.generic
    if not named or near(context).within("told-time", line, said.end, stop) or near(context).within("sole-once", line, said.end, stop):
        return True
    return any(2 * len(named & about(context.lines.line_of[i], reader)) >= len(named) for i in pair)


def _of_one_name(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """False where the values count something that the statement does not speak of: "volunteers have doubled: 120 meals in May"."""
    context, line = reader.context, said.line
    nouns = {stem(context.quantity(i).noun[-1], context) for i in pair if context.quantity(i).noun}
    if not _based_here(said, pair, reader):
        return False
    if said.loose:
        return _named_alike(said, pair, nouns, reader)
    if not nouns or said.often or all(i < said.index or context.lines.line_of[i] < line.number for i in pair):
        return True
    stops = [p for p in range(said.end, len(line.symbols)) if line.symbols[p] in reader.words.separators]
    own = [context.lines.position_of[i] for i in pair if context.lines.line_of[i] == line.number]
    if own and (not stops or min(own) < stops[0]):
        return True  # in one clause
    end = stops[0] if stops else len(line.symbols)
    named = content(line.firsts[0], line.lasts[end - 1] + 1, context)
    if nouns & named or kindred(frozenset(nouns), context) & kindred(named, context) - named:
        return True
    people = {stem(w, context) for w in context.lexicon.pack.words("person-noun")}
    return bool(nouns & {stem(w, context) for w in ("people", "person")}) and bool(named & people)


def _named_alike(said: Statement, pair: tuple[int, int], nouns: set[str], reader: Reader) -> bool:
    """True where what the values count, or a word of their clause, is what the clause of the statement speaks of."""
    context, line = reader.context, said.line
    end = next((p for p in range(said.end, len(line.symbols)) if line.symbols[p] in reader.words.separators), len(line.symbols))
    own = [context.lines.position_of[i] for i in pair if context.lines.line_of[i] == line.number]
    if own and min(own) < end:
        return True
    if said.counts:  # "fewer couples": what stands right behind the word
        named = content(line.lasts[said.end - 1] + 1, line.lasts[min(said.end + _COUNTED_BY, end) - 1] + 1, context)
    else:
        named = content(line.firsts[0], line.lasts[end - 1] + 1, context) - context.generic
    if own and (nouns <= {"person"} or reader.words.separators.get(line.symbols[end : end + 1]) == ":"):
        return True  # "interest keeps growing: 96 people put their names down"
    if any(_taken_up(i, said, reader) for i in pair):
        return True
    others = frozenset(nouns) or frozenset().union(*(_names_of(context.lines.line_of[i], reader) for i in pair if context.lines.line_of[i] != line.number))
    if own and not nouns:
        others = content(line.firsts[end - 1], line.lasts[-1] + 1, context)
    if not nouns and len(others) <= _SAYS_NOTHING:
        return True
    return bool(others & named or (kindred(others, context) - others) & (kindred(named, context) - named))


def _taken_up(index: int, said: Statement, reader: Reader) -> bool:
    """True of "it lay 35 centimetres deep": a pronoun for what the sentence before spoke of, right in front of a value of it."""
    context = reader.context
    line, at = context.line(index), context.lines.position_of[index]
    if line.number != said.line.number + 1 or line.block != said.line.block:
        return False
    return near(context).within("sole-it", line, at - _PRONOUN, at)


def _names_of(number: int, reader: Reader) -> frozenset[str]:
    """The telling words of a sentence, without its figures and times."""
    line, context = reader.context.lines.lines[number], reader.context
    words = near(context)
    timed = {p for name in ("told-time", "sole-before", "sole-recent") for m in words.matches(name, line) for p in range(*m.span())}
    plain = (p for p in range(len(line.symbols)) if line.quantity[p] < 0 and p not in timed)
    return frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, context) for p in plain)) - context.generic
