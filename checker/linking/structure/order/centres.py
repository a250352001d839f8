"""The mean or median of a set lies between its ends, wherever in the text the three are told.

    the youngest of the jurors was 23 and the oldest 68. Their average age was 47
    the meanest bid was 190,000 kroner, the most generous 345,000, and the median 260,000
    nineteen lighthouses ... at 43 metres no other comes near it ... the mean height of the nineteen is 31 metres

A mean belongs to ends of its sentence or the ones in front of it; farther off only where it is called the mean of so many, and
as many were counted before. One end is enough.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.degrees import may_measure
from checker.linking.structure.order.outermost import inside
from checker.linking.structure.order.ranking import comparison
from checker.linking.structure.order.told_sets import alike, observed, of_set, one_unit, ranges_told
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_KINDS = frozenset("number count currency physical percent duration points age".split())
_REACH = 12  # symbols between a superlative and its value
_FRONT = 14  # symbols from a value to a superlative behind it
_MEAN = 10  # symbols from a word for the mean to its value
_BACK = 2  # sentences in front of a mean that may tell the ends of its set
_FEW = 50  # means in a document whose ends are sought afar
_SET = 3  # members of a set that has a mean worth telling
_NEAR = 4  # times as much: rather another measure than that of a range, where no unit tells
_APART = 20  # times as much: another measure
_ENDS = (("end-upper", 1), ("centre-upper", 1), ("end-lower", -1), ("centre-lower", -1))


@dataclass(frozen=True, slots=True)
class _End:
    index: int
    sign: int
    line: Line


def centres(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "comparison" (level, bound) of the ends of a set with its mean."""
    words, lines, found = near(context), told_lines(context), []
    known = {f.claims["value"][0] for f in frames if f.family in ("inside-range", "between-ends") and f.pinned}
    means = [(line, i) for line in lines if line.figures for i in _means(line, context, words) if i not in known]
    if not means:
        return []
    ends = [end for line in lines if line.figures for end in _ends(line, context, words)]
    blocks: dict[int, list[_End]] = {}
    for end in ends:
        blocks.setdefault(end.line.block, []).append(end)
    numbered = {line.number: line for line in lines}
    for line, mean in means:
        found.extend(_of_range(line, mean, numbered.get(line.number - 1), context, words))
        counted = len(means) <= _FEW and _counted(line, context)
        told = ends if counted else blocks.get(line.block, ())
        own = [e for e in told if e.index != mean and _of_set(e, mean, line, counted, context)]
        for sign in (1, -1):
            side = [e for e in own if e.sign == sign]
            if len({context.quantity(e.index).value for e in side}) == 1:
                found.append(replace(comparison(side[0].index, mean, sign), source="roles"))
    return found


def _of_range(line: Line, mean: int, before: Line | None, context: Context, words: Near) -> Iterator[Frame]:
    """The mean of a set whose range was told in the sentence before: "ran from 40 to 95 grams. The mean of the dozen was 71"."""
    before = before if before is not None and before.block == line.block else None
    told = [t for t in ranges_told(before, context, words) if observed(t, words)] if before is not None else []
    if len(told) != 1 or any(True for _ in ranges_told(line, context, words)):
        return
    sample, q = context.quantity(told[0].values[-1]), context.quantity(mean)
    low, high = context.quantity(told[0].values[0]).low if sample.sense == "range" else context.quantity(told[0].values[0]).value, sample.high if sample.sense == "range" else sample.value
    bare = q.kind == "number" and q.unit is None and not q.noun and q.scale == sample.scale and q.style == sample.style
    alone = _of_the_same(mean, line, context, words) and not [i for i in before.quantities(told[0].last) if is_measure(i, context)] and not [i for i in line.quantities(0, context.lines.position_of[mean]) if is_measure(i, context)]
    elsewhere = any(words.has(name, line) for name in ("mean-elsewhere", "mean-of-more"))
    fits = not elsewhere and bare and alone and low is not None and 0 < low < _NEAR * q.value < _NEAR * _NEAR * high or not elsewhere and of_set(sample, q) and not bare
    if fits and one_unit(sample, q):
        yield replace(inside(told[0].values, mean, context), source="roles")


def _means(line: Line, context: Context, words: Near) -> Iterator[int]:
    """Figures that are told as the mean or median of a set."""
    for m in words.matches("ends-mean", line):
        if words.within("centre-not", line, 0, len(line.symbols)) or words.within("end-not", line, m.start() - 3, m.end() + 3):
            return
        figures = [i for i in line.quantities(m.end(), m.end() + _MEAN) if not _members(i, context, words)]
        if figures and _fit(figures[0], context) and _of_it(m.start(), m.end(), figures[0], line, context, words):
            yield figures[0]


def _members(index: int, context: Context, words: Near) -> bool:
    """True of "the nineteen": how many there are."""
    line, at = context.line(index), context.lines.position_of[index]
    q = context.quantity(index)
    return q.style == "words" and q.kind in ("count", "number") and words.within("centre-of", line, at - 2, at)


def _of_it(start: int, end: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "the average was 47", "their average age is 47", "the mean height of the nineteen is": of the set in hand."""
    at = context.lines.position_of[index]
    between = line.symbols[end:at]
    if any(s in context.lexicon.symbols.marks for s in between) or words.within("centre-per", line, end, at):
        return False
    if any(context.quantity(i).kind in TIMES for i in line.quantities(0, at)):
        return False  # "last year the average was"
    if words.pattern("centre-on").match(line.symbols, start) and words.pattern("centre-they").match(line.symbols, end):
        return True
    if not any(words.pattern(name).match(line.symbols, start - 1) for name in ("definite", "owner-word", "whole-pointer")) or not start:
        return False
    if words.ends("centre-put", line, start - 1, 3) and words.pattern("centre-at").match(line.symbols, end) and at == end + 1:
        return True  # "put the average at 66"
    plain = words.pattern("is-word").match(line.symbols, end) or end == at or words.pattern("of-word").match(line.symbols, end) and at == end + 1
    return bool(plain) or words.within("is-word", line, at - 2, at) or words.within("of-word", line, at - 1, at)


def _of_the_same(mean: int, line: Line, context: Context, words: Near) -> bool:
    """True of "the mean was 71", "the mean of the dozen was 71": no word says what it is the mean of, and none that it is older."""
    at = context.lines.position_of[mean]
    said = max((m.end() for m in words.matches("ends-mean", line, 0, at)), default=-1)
    tokens = context.extraction.tokens.words
    named = said < 0 or any(line.quantity[p] < 0 and tokens[line.firsts[p]] not in context.function for p in range(said, at))
    return not named and not any(context.quantity(i).kind in TIMES or context.quantity(i).kind == "duration" for i in line.quantities(at + 1, at + 1 + _MEAN))


def is_measure(index: int, context: Context) -> bool:
    """Whether a figure could be meant by a bare one behind it; those counted in words are the members."""
    q = context.quantity(index)
    return q.is_measure and not (q.style == "words" and q.kind in ("count", "number"))


def _fit(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _KINDS and q.value is not None and q.value > 0 and q.sense != "range" and q.approx in (None, "about") and q.change is None and q.style not in ("fraction", "multiple")


# ---------------------------------------------------------------- ends


def _ends(line: Line, context: Context, words: Near) -> Iterator[_End]:
    if words.has("centre-not", line):
        return
    for name, sign in _ENDS:
        for m in words.matches(name, line):
            if words.within("end-not", line, m.start() - 3, m.end() + 2):
                continue
            named = name.startswith("centre")
            if not named and not (m.start() and any(words.pattern(p).match(line.symbols, m.start() - 1) for p in ("definite", "owner-word"))):
                continue
            index = _value(m.start(), m.end(), line, context, words)
            if index is not None and may_measure(m.start() + named, context.quantity(index), line, words):
                yield _End(index, sign, line)
    for m in words.matches("centre-unrivalled", line):
        before = [i for i in line.quantities(max(0, m.start() - _REACH), m.start()) if _fit(i, context)]
        if len(before) == 1:
            yield _End(before[0], 1, line)


def _value(start: int, end: int, line: Line, context: Context, words: Near) -> int | None:
    """The first figure behind a superlative in its clause, else the only one in front of it."""
    chars = context.lexicon.symbols.chars
    for p in range(end, min(len(line.symbols), end + _REACH)):
        if line.symbols[p] in (chars[";"], chars[":"], chars[")"]) or _another(p, end, line, words):
            break
        if line.quantity[p] >= 0 and not (p - end <= 2 and _members(line.quantity[p], context, words)):
            return line.quantity[p] if _fit(line.quantity[p], context) else None
    before = [i for i in line.quantities(max(0, start - _FRONT), start) if _fit(i, context) and context.quantity(i).unit]
    return before[0] if len(before) == 1 else None


def _another(at: int, end: int, line: Line, words: Near) -> bool:
    """True where another superlative begins."""
    return at > end and any(words.pattern(name).match(line.symbols, at) for name, _ in _ENDS)


def _of_set(end: _End, mean: int, line: Line, counted: bool, context: Context) -> bool:
    """Whether an end is one of the set of which the mean is told: close in front of it, or anywhere where it counts its set."""
    a, b = context.quantity(end.index), context.quantity(mean)
    if not alike(a, b) and not {a.kind, b.kind} == {"age", "number"} or not one_unit(a, b) and not one_unit(b, a) or not a.value < _APART * b.value or not b.value < _APART * a.value:
        return False
    if end.line.block == line.block and 0 <= line.number - end.line.number <= _BACK:
        return True
    return counted and "number" not in (a.kind, b.kind)


def _counted(line: Line, context: Context) -> bool:
    """Whether the mean's sentence takes up the number of the set: "the mean height of the nineteen"."""
    words = near(context)
    for i in line.figures:
        q = context.quantity(i)
        if _members(i, context, words) and q.value >= _SET:
            return any(p.value == q.value and p.noun and p.kind == "count" for p in map(context.quantity, range(i)))
    return False
