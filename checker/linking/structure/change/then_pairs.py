"""Two values of one thing of which one is told to be the older: a clause that takes the thing up again says when it was.

    The rate was 22 per cent once. It is 14 today
    profit slid to 5.1m; twelve months earlier it had been 6.8m
    The island school has 118 pupils. A decade ago there were 164

The clause of the one names nothing new but a time; the other is the only value of its sort in the nearest sentence that has
one. So they are one thing at two times, whatever else stands around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.items import of_a_term
from checker.linking.structure.change.moments import NOW, clause_of, moment_of, older
from checker.linking.structure.change.scene import Level, about, akin, level_of
from checker.linking.structure.change.fitting import figure
from checker.linking.structure.near import Near
from checker.model import Quantity

TIME_WORDS = ("told-before", "told-now", "told-will", "then-season")  # one of them stands beside every pair
_LATER = 2  # the side of what is still to come
_BACK = 6  # sentences in front in which the other value may stand
_OPENS = 12  # symbols of a clause in front of its figure
_KINDS = frozenset("count number currency physical percent".split())
_COUNTS = ("count", "number")
_SMALL = 10
_TIMED = 5  # symbols of "65 per cent in the autumn"


@dataclass(frozen=True, slots=True)
class ThenPair:
    """The old value and the new one, and the lines from the first to the last of them."""

    base: int
    new: int
    first: int
    last: int


def then_pairs(reader: Reader, words: Near) -> list[ThenPair]:
    """The pairs of a document, in the order of the clauses that say when."""
    shelf = reader.context.shelf
    if "then-pairs" not in shelf:
        shelf["then-pairs"] = list(_pairs(reader, words))
    return shelf["then-pairs"]


def _pairs(reader: Reader, words: Near) -> Iterator[ThenPair]:
    context, seen = reader.context, set()
    for line in context.lines.figured:
        if line.crowded or not words.maybe(TIME_WORDS, line):
            continue
        for index in line.figures:
            if not _is_value(context.quantity(index), context):
                continue
            side = _side_of(index, reader, words)
            pair = _other(index, side, line, reader, words) if side else _one_after_the_other(index, line, reader, words)
            if pair is None:
                continue
            numbers = sorted(context.lines.line_of[i] for i in pair)
            if pair not in seen and numbers[-1] - numbers[0] <= _BACK:
                seen.add(pair)
                yield ThenPair(*pair, *numbers)


def _is_value(q: Quantity, context: Context) -> bool:
    if q.kind not in _KINDS or not q.positive or q.approx in ("above", "below") or q.sense in ("range", "bound"):
        return False
    return q.change is None and not of_a_term(q, context.extraction.document.text) and not (q.kind in _COUNTS and q.value < _SMALL)


def _side_of(index: int, reader: Reader, words: Near) -> int:
    """When the clause of a figure says it was: THEN, NOW, or what is still to come; 0 where it says nothing."""
    line, at = reader.context.line(index), reader.context.lines.position_of[index]
    item = next((i for i in reader.row(line.number) if i.index == index), None)
    if item is not None and (item.negative or item.aside or item.apposed or item.blocked):
        return 0
    left, right = clause_of(line, at, reader, words)
    if words.within("told-will", line, left, at):
        return _LATER
    if words.within("told-now", line, left, right):
        return NOW
    return min(level_of(index, line.number, reader, words).moment.side, 0)


def _other(index: int, side: int, line: Line, reader: Reader, words: Near) -> tuple[int, int] | None:
    """The old and the new value, where the clause of this one takes up what another one is of."""
    context, at = reader.context, reader.context.lines.position_of[index]
    lines, here = context.lines.lines, line.number
    beside = [lines[n] for n in range(here, max(-1, here - 1 - _BACK), -1) if abs(lines[n].block - line.block) <= 1]
    for home in beside:
        found = [i for i in home.figures if i < index and _akin(index, i, reader)]
        if home is line:
            found = found[-1:]
            if found and _based(index, reader, words):
                return None  # "to 185 from 111" has its change beside it
        elif home.crowded:
            return None
        if not found:
            continue
        if len({context.quantity(i).value for i in found}) > 1 or not _taken_up(line, at, home, reader, words):
            return None
        other = found[-1]
        sides = side, _side_of(other, reader, words)
        if sides[0] == sides[1]:
            return None
        return (index, other) if sides[0] < sides[1] else (other, index)
    return None


def _one_after_the_other(index: int, line: Line, reader: Reader, words: Near) -> tuple[int, int] | None:
    """The two values of "71 per cent voted in spring and 65 per cent in autumn": behind "and" stand only the figure and its time."""
    at = reader.context.lines.position_of[index]
    left, right = clause_of(line, at, reader, words)
    before = [i for i in line.figures if i < index and _akin(index, i, reader)]
    if not before or left != at or line.symbols[at - 1 : at] not in reader.words.conjunction or not words.within("then-season", line, at, right):
        return None
    start, end = clause_of(line, reader.context.lines.position_of[before[-1]], reader, words)
    first, second = ({m.group() for m in words.matches("then-season", line, *ends)} for ends in ((start, end), (at, right)))
    if not first or first == second or right - at > _TIMED:
        return None
    x, y = (moment_of(None, i, reader, words) for i in (before[-1], index))
    return (index, before[-1]) if older(x, y) < 0 else (before[-1], index)


def _based(index: int, reader: Reader, words: Near) -> bool:
    return words.ends("compared-word", reader.context.line(index), reader.context.lines.position_of[index], 4)


def _akin(x: int, y: int, reader: Reader) -> bool:
    p, q = (reader.context.quantity(i) for i in (x, y))
    if not _is_value(q, reader.context) or (p.kind == "percent") != (q.kind == "percent"):
        return False
    first, second = (Level(i, None, None, figure(reader.context.quantity(i)), reader.context.lines.line_of[i]) for i in (x, y))
    return akin(first, second, "percent", reader) or _counted_again(p, q, reader.context) or p.kind == "number" and p.unit is None and _bare(p, q)


def _counted_again(p: Quantity, q: Quantity, context: Context) -> bool:
    """True of "7,430 names" and "6,250 people": one of them counts what anything can be counted by."""
    general = context.lexicon.pack.words("then-counted")
    return p.kind in _COUNTS and q.kind in _COUNTS and p.scale == q.scale and any(x.noun and x.noun[-1] in general for x in (p, q)) and max(p.value, q.value) <= 4 * min(p.value, q.value) and p.value != q.value


def _bare(p: Quantity, q: Quantity) -> bool:
    """True of a bare figure of the size of one with a unit or a noun."""
    return q.kind in ("currency", "physical", "count") and p.scale == q.scale and not p.noun and max(p.value, q.value) <= 4 * min(p.value, q.value) and p.value != q.value


def _taken_up(line: Line, at: int, home: Line, reader: Reader, words: Near) -> bool:
    """True of "twelve months before it had been", "the same count had stood at", "there used to be": the clause in front of the
    figure names nothing but times and what the other sentence speaks of."""
    left, _ = clause_of(line, at, reader, words)
    left = max(left, at - _OPENS)
    inner = next((p + 1 for p in range(at - 1, left, -1) if line.symbols[p] in reader.words.separators), left)
    if words.within("then-subject", line, inner, at):
        left = inner  # "who are for it, where it once was 53%"
    context = reader.context
    named = frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, context) for p in range(left, at) if line.quantity[p] < 0 and not _light(p, line, words)))
    noun = context.quantity(line.quantity[at]).noun
    told = content(line.firsts[0], line.firsts[left], context) if home is line else about(home.number, reader)
    fresh = telling(named, context) - told
    if home is line and words.pattern("then-stands").match(line.symbols, left) and not fresh:
        return True  # "it was 52 per cent then and is 43 now"
    if not words.within("then-subject", line, left, at):
        return bool(noun) and not fresh and stem(noun[-1], context) in told
    return not fresh


def _light(place: int, line: Line, words: Near) -> bool:
    return any(words.within(name, line, place, place + 1) for name in ("told-time", "told-before", "told-now", "then-stands", "then-count"))
