"""What severs a statement from the only two values near it: another change, a plan, another name."""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.scene import about
from checker.linking.structure.change.terms import Item
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import Near, near

_APPOSED, _AVERAGE = 3, 4  # symbols in front of a statement, of a value
_COUNTED_BY = 4  # symbols from "fewer" to what there are fewer of
_PRONOUN = 3  # symbols from "it" to its value
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


def all_before(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """True of values of the sentence before, to which no word of the statement's own sentence points back."""
    if any(reader.context.lines.line_of[i] >= said.line.number for i in pair):
        return False
    opening = said.line.symbols[: said.start]
    return reader.words.pointing.isdisjoint(opening) and reader.words.concluding.isdisjoint(opening)


def severed(said: Statement, pair: tuple[int, int], lines: frozenset[int], reader: Reader, words: Near) -> bool:
    """True where another change is told of them, a plan or a part, or another subject opens."""
    for number in lines:
        line = reader.context.lines.lines[number]
        if line.crowded or any(words.has(name, line) for name in ("pair-veto", "told-versus", "told-will")):
            return True
        if any(i.index not in (said.index, *pair) and i.kind == "change" for i in reader.row(number)):
            return True
        if line is not said.line and (words.pattern("pair-other").match(line.symbols) or _moves(line, 0, len(line.symbols), reader)):
            return True
    if any(_in_parts(i, reader.context, words) for i in pair):
        return True
    if all(_in_front(i, said, reader.context) for i in pair):
        last = max(reader.context.lines.position_of[i] for i in pair)
        if _moves(said.line, 0, said.start, reader) or _other_opens(said.line, last, said.start, reader, words):
            return True  # "hours have declined from 60 to 40, and output has tripled"
    if _apposed(said, pair, reader) or len({_averaged(i, reader) for i in pair}) > 1 or _led(said, pair, reader):
        return True
    if words.pattern("pair-as-that").match(said.line.symbols, said.end):
        return True  # "half as much as that": what stands here is the other value
    behind = [reader.context.lines.position_of[i] for i in pair if reader.context.lines.line_of[i] == said.line.number and reader.context.lines.position_of[i] >= said.end]
    if behind and (_moves(said.line, said.end, max(behind), reader) or _other_opens(said.line, said.end, min(behind), reader, words)):
        return True
    unreal = [(said.line, said.start - _UNREAL, said.end), *((reader.context.line(i), reader.context.lines.position_of[i] - _UNREAL, reader.context.lines.position_of[i] + 3) for i in pair)]
    return any(words.within("pair-unreal", *where) for where in unreal) or words.within("pair-not", said.line, said.start - 4, said.start)


def _in_parts(index: int, context: Context, words: Near) -> bool:
    """True of "of its 60 people", in front of a part of them."""
    line, at = context.line(index), context.lines.position_of[index]
    return any(words.pattern("part-word").match(line.symbols, p) for p in range(max(0, at - 2), at) if p == 0 or line.symbols[p - 1] in words.lexicon.symbols.marks)


def _in_front(index: int, said: Statement, context: Context) -> bool:
    return context.lines.line_of[index] == said.line.number and context.lines.position_of[index] < said.start


def _apposed(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """True of "a rate of 6 per cent, twice what was found inland": it is said of the figure right in front of it."""
    before = [q for q in said.line.quantity[max(0, said.start - _APPOSED) : said.start] if q >= 0 and reader.context.quantity(q).is_measure]
    return bool(before) and before[-1] not in pair


def _averaged(index: int, reader: Reader) -> bool:
    """True of "a daily average of 61 million" and of a record."""
    line, at = reader.context.line(index), reader.context.lines.position_of[index]
    return any(s in reader.words.averages or s in reader.words.extreme for s in line.symbols[max(0, at - _AVERAGE) : at])


def _led(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """True of "he doubled the fund; by his last year it had gone from 300 to 340": they are values of another move."""
    items = [i for n in {reader.context.lines.line_of[i] for i in pair} for i in reader.row(n) if i.index in pair]
    if {i.word for i in items} != {"from", "to"} or not all(reader.context.lines.line_of[i] == said.line.number for i in pair):
        return False
    first = min(i.start for i in items)
    return any(s in reader.words.separators for s in said.line.symbols[said.end : first])


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
    cuts = [p + (line.symbols[p : p + 1] in reader.words.conjunction) for p in cuts]
    joined = any(line.symbols[p - 1] in reader.words.conjunction and not words.pattern("pair-it").match(line.symbols, p) for p in cuts)
    return joined or any(words.pattern("pair-other").match(line.symbols, p) for p in cuts)


def _based_here(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """False where what is compared with is named, and the sentence of the values does not speak of it: "half the price of
    its rival's cheapest model"."""
    context, line = reader.context, said.line
    if line.symbols[said.end : said.end + 1] not in reader.words.again or any(context.lines.line_of[i] == line.number for i in pair):
        return True
    stop = next((p for p in range(said.end + 1, len(line.symbols)) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), len(line.symbols) - 1)
    named = content(line.firsts[said.end], line.firsts[stop], context) - context.generic
    if not named or near(context).within("told-time", line, said.end, stop) or near(context).within("pair-once", line, said.end, stop):
        return True
    return any(2 * len(named & about(context.lines.line_of[i], reader)) >= len(named) for i in pair)


def of_one_name(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
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
    if own and said.end <= min(own) < end:
        return True
    if said.counts:  # "fewer couples": what stands right behind the word
        named = content(line.lasts[said.end - 1] + 1, line.lasts[min(said.end + _COUNTED_BY, end) - 1] + 1, context)
    else:
        named = content(line.firsts[0], line.lasts[end - 1] + 1, context) - context.generic
    if nouns and nouns <= {"person", "people"} and named & {stem(w, context) for w in context.lexicon.pack.words("person-noun")}:
        return True
    if own and (nouns and nouns <= {"person"} or reader.words.separators.get(line.symbols[end : end + 1]) == ":"):
        return True  # "interest keeps growing: 96 people put their names down"
    if any(_taken_up(i, said, reader) for i in pair):
        return True
    others = frozenset(nouns) or frozenset().union(*(_names_of(context.lines.line_of[i], reader) for i in pair if context.lines.line_of[i] != line.number))
    if own and not nouns and min(own) < said.start:
        others |= content(line.firsts[0], line.firsts[said.start], context)
    elif own and not nouns:
        others = content(line.firsts[end - 1], line.lasts[-1] + 1, context)
    if said.counts and said.index >= 0 and not nouns:
        return bool(others & named)  # "twice as much water" is told of no area
    if not nouns and len(others) <= _SAYS_NOTHING and not (said.counts and said.index >= 0):
        return True
    return bool(others & named or (kindred(others, context) - others) & (kindred(named, context) - named))


def _taken_up(index: int, said: Statement, reader: Reader) -> bool:
    """True of "it lay 35 centimetres deep": a pronoun for what the sentence before spoke of, right in front of a value of it."""
    context = reader.context
    line, at = context.line(index), context.lines.position_of[index]
    if line.number != said.line.number + 1 or line.block != said.line.block:
        return False
    return near(context).within("pair-it", line, at - _PRONOUN, at)


def _names_of(number: int, reader: Reader) -> frozenset[str]:
    """The telling words of a sentence, without its figures and times."""
    line, context = reader.context.lines.lines[number], reader.context
    words = near(context)
    timed = {p for name in ("told-time", "pair-before", "pair-recent") for m in words.matches(name, line) for p in range(*m.span())}
    plain = (p for p in range(len(line.symbols)) if line.quantity[p] < 0 and p not in timed)
    return frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, context) for p in plain)) - context.generic
