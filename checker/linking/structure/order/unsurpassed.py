"""The greatest or least of a set that the text limits, and others of the set told behind it.

    the lowest of the monthly readings was 4.2. Later entries include 6.8, 5.1 and 9.9     a superlative "of the", and a list
    the tallest of the five brothers measures 1.98. Only Marek, who is 1.87, comes near    ... and a rival
    no pumpkin was heavier than Mr Krol's, at 412 kilos, which pushed one of 389 into second place
    nowhere did a metre cost more than in Belmont, 6,450. ... 3,900 in Old Mill, 4,720 in Quarry Hill
    came fourth with 67 points. Only three teams did better, on 81, 77 and 70               those that are above

The others must be of its unit, and be called others: a list of three or more, or a word like "second", "rival", "include".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import comparison, named
from checker.linking.structure.order.standings import apart, is_value, kin
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_REACH = 18  # symbols from a superlative to its value
_AHEAD = 2  # sentences behind it that may tell the others
_BESIDE = 9  # symbols between a figure and a word that makes it one of the others
_LISTED = 3  # figures in a row are others of the set, whatever the words
_RUN = 9  # symbols between two figures of a list of others


@dataclass(frozen=True, slots=True)
class _First:
    """A value beyond which none of its set lies, in the direction of `sign`, and the position behind it."""

    index: int
    sign: int
    line: Line
    end: int


def unsurpassed(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "comparison" (level, bound)."""
    words, found, lines = near(context), [], told_lines(context)
    cued = words.standing("standing-most", "standing-least", "nobody-else", "only-better")
    better = words.standing("only-better")
    for n, line in enumerate(lines):
        if line.number not in cued and not (n + 1 < len(lines) and lines[n + 1].number in better):
            continue
        following = [x for x in lines[n + 1 : n + 1 + _AHEAD] if x.block == line.block]
        for first in (*_greatest(line, context, words), *_nobody(line, context, words)):
            found.extend(_others(first, following, context, words))
        found.extend(_better(line, following, context, words))
        found.extend(_between(line, following, context, words))
    return found


# ---------------------------------------------------------------- the first


def _greatest(line: Line, context: Context, words: Near) -> Iterator[_First]:
    """ "the tallest of the five brothers measures 1.98"."""
    for name, sign in (("standing-most", 1), ("standing-least", -1)):
        for m in words.matches(name, line):
            if not m.start() or not words.pattern("definite").match(line.symbols, m.start() - 1) or words.within("standing-cut", line, m.start() - 2, m.end() + 4):
                continue
            if not words.pattern("limited-set").match(line.symbols, m.end()):
                continue
            index = _value(m.end(), line, context, words)
            if index is not None:
                yield _First(index, sign, line, context.lines.position_of[index] + 1)


def _nobody(line: Line, context: Context, words: Near) -> Iterator[_First]:
    """ "no pumpkin was heavier than his, which weighed 412 kilos"."""
    for m in words.matches("nobody-else", line):
        for name, sign in (("standing-higher", 1), ("standing-lower", -1)):
            more = next(words.matches(name, line, m.end(), m.end() + _BESIDE), None)
            than = words.place("unsurpassed-than", line, more.end(), more.end() + 2) if more is not None else -1  # "more heavily than"
            if than < 0 or words.within("standing-cut", line, than, than + 4):
                continue
            index = _value(than + 1, line, context, words)
            if index is not None and context.lines.position_of[index] > than + 2:
                yield _First(index, sign, line, context.lines.position_of[index] + 1)


def _value(start: int, line: Line, context: Context, words: Near) -> int | None:
    """The first measure behind, in its clause: a count of the set itself aside ("the tallest of the five")."""
    for p in range(start, min(len(line.symbols), start + _REACH)):
        index = line.quantity[p]
        if line.symbols[p] == context.lexicon.symbols.chars[";"]:
            return None
        if index < 0 or not context.quantity(index).is_measure:
            continue
        if p - start <= 2 and context.quantity(index).kind in ("count", "number") and words.within("limited-set", line, start, start + 2):
            continue
        return index if is_value(index, context) and not apart(index, line, context, words) and context.quantity(index).value != 1 else None
    return None


# ---------------------------------------------------------------- the others


def _others(first: _First, following: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    for line in (first.line, *following):
        start = first.end if line is first.line else 0
        if line is not first.line and _of_another(line, first, words):
            return
        alike = [i for i in line.quantities(start) if i != first.index and _like(first.index, i, context)]
        if not alike:
            continue
        listed = len(alike) >= _LISTED and all(context.lines.position_of[b] - context.lines.position_of[a] <= _RUN for a, b in zip(alike, alike[1:]))
        for index in alike:
            if (listed or _called(index, start, line, words, context)) and not _elsewhere(index, start, line, words, context):
                yield (comparison if listed else named)(first.index, index, first.sign)  # in a list of anything rivals stand close
        return


def _like(first: int, index: int, context: Context) -> bool:
    """Whether a figure is of the measure of the first: a bare one only where it is written as precisely."""
    a, b = context.quantity(first), context.quantity(index)
    if not is_value(index, context) or not kin(a, b) or a.value == b.value:
        return False
    if b.kind == "number" and a.kind != "number":
        return a.place == b.place and b.style == "digits" and (b.place is not None and b.place < 1 or b.value >= 100)
    return a.kind != "count" or b.kind != "count" or a.noun[-1:] == b.noun[-1:]


def _called(index: int, start: int, line: Line, words: Near, context: Context) -> bool:
    """Whether a word beside a figure makes it one of the others."""
    at = context.lines.position_of[index]
    if words.within("one-of-others", line, max(start, at - _BESIDE), at + _BESIDE):
        return True
    ranks = (i for i in line.quantities(max(start, at - _BESIDE), at + _BESIDE) if context.quantity(i).kind == "ordinal")
    return any(words.within("standing-place", line, context.lines.position_of[i] + 1, context.lines.position_of[i] + 2) for i in ranks)


def _elsewhere(index: int, start: int, line: Line, words: Near, context: Context) -> bool:
    """True of a figure of another time, of all together, of what was only expected."""
    at = context.lines.position_of[index]
    named = any(words.within(name, line, max(start, at - _BESIDE), at + 4) for name in ("standing-other-time", "others-not"))
    return named or apart(index, line, context, words) or words.within("told-unreal", line, max(start, at - _BESIDE), at)


def _of_another(line: Line, first: _First, words: Near) -> bool:
    """True of a sentence with a superlative of the same direction: it speaks of another set."""
    name = "standing-most" if first.sign > 0 else "standing-least"
    return any(m.start() and words.pattern("definite").match(line.symbols, m.start() - 1) for m in words.matches(name, line))


# ---------------------------------------------------------------- those above


def _better(line: Line, following: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """ "came fourth with 67 points. Only three teams did better, on 81, 77 and 70"."""
    for other in (line, *following[:1]):
        for m in words.matches("only-better", other):
            if words.within("standing-denied", other, m.start() - 2, m.start()) or words.within("unsurpassed-than", other, m.end(), m.end() + 1) or words.pattern("better-in-play").match(other.symbols, m.end()):
                continue  # "had never finished higher than tenth"
            before = [i for i in line.quantities(0, m.start() if other is line else None) if is_value(i, context) and context.quantity(i).unit]
            before = before or [i for i in line.quantities(0, m.start() if other is line else None) if is_value(i, context) and words.within("standing-score", line, context.lines.position_of[i] - 1, context.lines.position_of[i] + 2)]
            if len(before) != 1 or context.quantity(before[0]).kind == "duration" or words.has("standing-least-wins", line):
                continue
            above = [i for i in other.quantities(m.end()) if is_value(i, context) and kin(context.quantity(before[0]), context.quantity(i))]
            for index in above:
                if context.quantity(index).value != context.quantity(before[0]).value and not _elsewhere(index, m.end(), other, words, context):
                    yield named(index, before[0], 1)


def _between(line: Line, following: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """ "our second-largest market, with sales of 1.9. It ranks behind A (2.6) and ahead of B (1.4)"."""
    signs = [sign for name, sign in (("standing-most", 1), ("standing-least", -1)) if words.has(name, line)]
    if len(signs) != 1 or not following or not words.pattern("unsurpassed-it").match(following[0].symbols):
        return
    other, chars = following[0], context.lexicon.symbols.chars
    own = [i for i in line.figures if is_value(i, context)]
    for name, side in (("ranked-behind", 1), ("ranked-ahead", -1)):
        for m in words.matches(name, other):
            put_in = [i for i in other.quantities(m.end(), m.end() + _BESIDE) if other.symbols[context.lines.position_of[i] - 1] == chars["("]][:1]
            kindred = [i for i in own if put_in and is_value(put_in[0], context) and context.quantity(i).unit == context.quantity(put_in[0]).unit and kin(context.quantity(i), context.quantity(put_in[0]))]
            if len(kindred) == 1 and words.within("ranks-verb", other, m.start() - 5, m.start()):
                yield named(put_in[0], kindred[0], signs[0] * side)
