"""A range that a whole set has, and in the next sentence the end of that set: it lies inside.

    Eight flats are to let, at rents of between £640 and £1,150. The most expensive, under the roof, is on offer at £1,350
    The nine candidates are between 34 and 61 years old. Marta Lind, at 29, is the youngest

The superlative opens its sentence, or ends it, and stands for a member: alone, with "of them", or with a word of the set behind it.
The value is the only figure of the unit. A range of most of a set, of a part of it or of what is usual proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.outermost import inside
from checker.linking.structure.order.range_doubts import far_from, no_set, of_means
from checker.linking.structure.order.told_sets import Told, observed, of_set, one_unit, ranges_told
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_ENDS = ("end-upper", "end-lower")
_SET = 3  # members of a set that has a range worth telling
_LEAD = 4  # symbols in front of a bare age
_SEVERED = ("ends-other-set", "ends-compared", "range-of-others", "range-wider", "told-unreal", "next-end-not")


def ends_of_next(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "inside-range" and "between-ends"."""
    words, lines, found = near(context), told_lines(context), []
    cued = words.standing(*_ENDS)
    known = {i for f in frames if f.family in ("inside-range", "between-ends") and f.pinned for i in f.claims["value"]}
    for home, line in zip(lines, lines[1:]):
        if line.number not in cued or not line.figures or line.block != home.block or not home.figures:
            continue
        sets = [told for told in ranges_told(home, context, words) if _whole(told, context, words)]
        value = _value(sets[0], line, context, words) if len(sets) == 1 else None
        if value is not None and value not in known:
            found.append(replace(inside(sets[0].values, value, context), source="roles"))
    return found


def _whole(told: Told, context: Context, words: Near) -> bool:
    """Whether a range is that of all members of a set: one that is counted in front of it, or observed."""
    first, line = context.lines.position_of[told.values[0]], told.line
    counted = any(q.kind == "count" and q.noun and q.value and q.value >= _SET and q.sense == "exact" for q in map(context.quantity, line.quantities(0, max(0, first - 1))))
    if not counted and not observed(told, words):
        return False
    several = sum(context.quantity(i).sense == "range" for i in line.figures) > 1
    partial = words.has("next-end-partial", line) or words.has("range-of-others", line)
    return not several and not partial and not no_set(told.values[0], context) and not of_means(told.values[0], 1, context)


def _value(told: Told, line: Line, context: Context, words: Near) -> int | None:
    """The only figure of the set's unit in a sentence that tells of an end of the set."""
    figures = [i for i in line.figures if _fits(told, i, line, context, words)]
    if len(figures) != 1 or any(words.has(name, line) for name in _SEVERED):
        return None
    at = context.lines.position_of[figures[0]]
    for start, end in _superlatives(line, words):
        opening = start <= 1 and at >= end and _stands_alone(end, told.line, line, context, words)
        if (opening or _closing(start, end, at, line, context, words)) and not _dated(line, min(start, at), max(end, at), context):
            return figures[0]
    return None


def _superlatives(line: Line, words: Near) -> Iterator[tuple[int, int]]:
    """Those behind "the": where they begin and end."""
    for led in words.matches("the-alone", line):
        found = [m for name in _ENDS if (m := words.pattern(name).match(line.symbols, led.end()))]
        if found and not words.within("end-not", line, led.start() - 2, found[0].end() + 1):
            yield found[0].span()


def _stands_alone(end: int, home: Line, line: Line, context: Context, words: Near) -> bool:
    """Whether a superlative means a member of the set: nothing behind it but a mark, a verb or "of them", or a word of the set."""
    if line.symbols[end : end + 1] == context.lexicon.symbols.chars[","] or words.pattern("next-end-behind").match(line.symbols, end):
        return True
    noun, tokens = line.firsts[end] if end < len(line.firsts) else -1, context.extraction.tokens.words
    if noun < 0 or line.quantity[end] >= 0:
        return False
    counted = (w for i in home.figures for w in context.quantity(i).noun)
    said = content(home.firsts[0], home.lasts[-1] + 1, context) | {stem(w, context) for w in counted}
    behind = words.pattern("next-end-behind").match(line.symbols, end + 1)
    return stem(tokens[noun], context) in said and (behind is not None or line.symbols[end + 1 : end + 2] == context.lexicon.symbols.chars[","])


def _closing(start: int, end: int, at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "Marta Lind, at 29, is the youngest": a value in commas, and nothing behind the superlative but "of them"."""
    chars = context.lexicon.symbols.chars
    apposed = line.symbols[at + 1 : at + 2] == chars[","] and words.within("next-end-is", line, at + 2, start) and start - at <= _LEAD + 1
    return apposed and (end >= len(line.symbols) - 1 or words.pattern("next-end-of-them").match(line.symbols, end) is not None)


def _fits(told: Told, index: int, line: Line, context: Context, words: Near) -> bool:
    q, sample = context.quantity(index), context.quantity(told.values[-1])
    if not q.is_measure or q.value is None or q.sense == "range" or q.approx or q.change or q.kind == "count" and not q.noun:
        return False
    if q.kind == "number" and not q.unit:
        aged = sample.kind == "age" and q.style == "digits" and q.value.denominator == 1
        at = context.lines.position_of[index]
        return aged and words.within("next-end-is", line, max(0, at - 1), at) and (at + 1 >= len(line.symbols) - 1 or line.symbols[at + 1] in context.lexicon.symbols.marks)
    if "/" in (q.unit or "") and q.unit != sample.unit or q.kind == "count" and q.noun[-1:] != sample.noun[-1:]:
        return False
    return of_set(sample, q) and one_unit(sample, q) and not far_from(sample, q)


def _dated(line: Line, start: int, end: int, context: Context) -> bool:
    """Whether another time stands between a superlative and its value."""
    return any(context.quantity(i).kind in TIMES for i in line.quantities(start, end))
