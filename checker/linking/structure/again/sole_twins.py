"""A measurement and, set beside it, the same in another unit: nothing else can be meant, whatever the two figures are.

    2,400 metres, about 7,900 feet, before ...
    holds 42 kilograms, around 93 pounds, and
    In square metres this is about 1,300
    stands at 1,800 metres ... Visitors are told that this is 5,900 feet, and

The second figure stands right behind the first (a mark and a word that says so, or "about", between them) and nothing behind
it makes it a measure of its own; or the text names its unit apart from it, and only one figure nearby measures the same.
Units of one system ("3 km, about 400 metres") are parts of one another and prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.model import Quantity
from checker.rational import Fraction
from checker.units import measure

_APART = 6  # symbols from a figure to what says it again
_CLAUSE = 9  # symbols between two temperatures
_CUE = 5  # symbols of words that say a figure again
_OF_WHAT = 4  # symbols in "of river sand"
_FAR = Fraction(4)  # what is off by more is hardly the same thing
_ROUGHLY = Fraction(9, 8)  # no "about" makes one of two figures so much larger
_DEGREES = 3
_TEMPERATURE = "[temperature]"
_BACK = 2  # sentences


def sole_twins(context: Context) -> Iterator[tuple[int, int]]:
    """(first, second) for figures that are one measurement in two units."""
    words = near(context)
    for line in context.lines.figured:
        measured = [i for i in line.figures if _is_measured(context.quantity(i))]
        for first, second in zip(measured, measured[1:]):
            if (_apposed(first, second, line, context, words) or _scales(first, second, line, context, words)) and _other_system(first, second, context):
                yield first, second
        for second in measured[1:]:
            if (first := _cued(second, line, context, words)) is not None:
                yield first, second
        for second in measured:
            if context.quantity(second).inherited == "unit" and (first := _only_other(second, line, context)) is not None and not words.within("converted-not", line, context.lines.position_of[second] - 2, context.lines.position_of[second]):
                yield first, second


def pointed_twins(context: Context) -> Iterator[tuple[int, int]]:
    """(first, second) where a sentence says the only such figure of those in front of it again."""
    words = near(context)
    cued = words.standing("twin-pointed")
    for line in context.lines.figured:
        for second in line.figures if line.number in cued else ():
            if _is_measured(context.quantity(second)) and (first := _pointed(second, line, context, words)) is not None:
                yield first, second


def far_apart(first: int, second: int, context: Context) -> bool:
    """Whether two figures differ by more than their hedges excuse."""
    a, b = context.quantity(first), context.quantity(second)
    if not (a.approx or b.approx):
        return False
    if measure(a).dimension == _TEMPERATURE:
        return abs(a.value * measure(a).factor + measure(a).offset - b.value * measure(b).factor - measure(b).offset) > _DEGREES
    sizes = a.value * measure(a).factor / (b.value * measure(b).factor)
    return max(sizes, 1 / sizes) > _ROUGHLY


def _is_measured(q: Quantity) -> bool:
    return q.kind == "physical" and q.value is not None and bool(q.unit) and "/" not in q.unit and q.sense not in ("range", "bound") and q.components == 1


def _other_system(first: int, second: int, context: Context) -> bool:
    """Whether two figures measure the same in units that no whole number leads between, and could be one thing."""
    a, b = context.quantity(first), context.quantity(second)
    one, other = measure(a), measure(b)
    if one.dimension != other.dimension or one.factor == other.factor and one.offset == other.offset:
        return False
    if one.dimension == _TEMPERATURE:
        return True
    ratio = one.factor / other.factor
    if ratio.denominator == 1 or (1 / ratio).denominator == 1 or a.value <= 0 or b.value <= 0:
        return False
    sizes = a.value * one.factor / (b.value * other.factor)
    return 1 / _FAR < sizes < _FAR


def _apposed(first: int, second: int, line: Line, context: Context, words: Near) -> bool:
    """True of "42 kilograms, around 93 pounds, and": a mark or a cue leads to the second, and it is closed behind."""
    at, q, chars = context.lines.position_of, context.quantity(second), context.lexicon.symbols
    start, end = at[first] + 1, at[second]
    if not 0 < end - start <= _APART or any(n >= 0 for n in line.quantity[start:end]):
        return False
    mark = next((p for p in range(end - 1, start - 1, -1) if line.symbols[p] in chars.marks), -1)
    if mark < 0 or line.symbols[mark] == chars.chars.get(";"):
        return False
    between = mark + 1 == end
    cued = any(m.end() == end for m in words.matches("twin-cue", line, mark + 1, end)) or between and q.approx == "about"
    after = start == mark or any(m.start() == start and m.end() == mark for m in words.matches("twin-after", line, start, mark))
    of_what = words.pattern("of-word").match(line.symbols, start) is not None and mark - start <= _OF_WHAT and mark + 1 < end
    if not cued or not after and not of_what:
        return False
    return not words.pattern("twin-other").match(line.symbols, end + 1) and _closed(line, end + 1, context)


def _scales(first: int, second: int, line: Line, context: Context, words: Near) -> bool:
    """True of one temperature in each of the two scales, in a bracket or behind "which": "190C, which on an American dial is 375F"."""
    if measure(context.quantity(first)).dimension != _TEMPERATURE or any(context.quantity(i).change for i in (first, second)):
        return False
    start, end = (context.lines.position_of[i] for i in (first, second))
    others = [i for i in line.figures if measure(context.quantity(i)).dimension == _TEMPERATURE]
    if len(others) != 2 or end - start > _CLAUSE or any(n >= 0 for n in line.quantity[start + 1 : end]):
        return False
    bracket = line.symbols[start + 1 : end] == context.lexicon.symbols.chars["("]
    return bracket or words.within("twin-which", line, start + 1, end)


def _cued(second: int, line: Line, context: Context, words: Near) -> int | None:
    """The only figure in front of "..., or 1,100 gallons, ..." that measures the same in another system, however far in front."""
    at, chars = context.lines.position_of[second], context.lexicon.symbols
    cue = next((m for m in words.matches("twin-cue", line, max(0, at - _APART), at) if m.end() == at), None)
    if cue is None or cue.start() == 0 or line.symbols[cue.start() - 1] not in chars.marks or not _closed(line, at + 1, context):
        return None
    own = measure(context.quantity(second)).dimension
    front = [i for i in line.figures if i < second and context.quantity(i).value and measure(context.quantity(i)).dimension == own]
    if len(front) != 1 or not _is_measured(context.quantity(front[0])) or words.within("converted-not", line, cue.start() - 3, cue.start()):
        return None
    return front[0] if _other_system(front[0], second, context) else None


def _pointed(second: int, line: Line, context: Context, words: Near) -> int | None:
    """The only figure of the sentences in front that measures the same, of a sentence that says it again: "guests are told that
    this is 5,900 feet"."""
    at, own = context.lines.position_of[second], measure(context.quantity(second)).dimension
    alike = [i for i in line.figures if context.quantity(i).value and measure(context.quantity(i)).dimension == own]
    if alike != [second] or not words.ends("twin-pointed", line, at, _CUE) or not _closed(line, at + 1, context):
        return None
    return _only_other(second, line, context)


def _closed(line: Line, at: int, context: Context) -> bool:
    """Whether a mark or the end stands behind a figure: it is set in, and measures nothing else."""
    return at >= len(line.symbols) or line.symbols[at] in context.lexicon.symbols.marks or line.symbols[at] in context.lexicon.symbols.closing


def _only_other(second: int, line: Line, context: Context) -> int | None:
    """The one figure of the sentence, or of those in front of it, that measures the same in another unit."""
    for number in range(line.number, max(-1, line.number - _BACK - 1), -1):
        other_line = context.lines.lines[number]
        found = [i for i in other_line.figures if i < second and _is_measured(context.quantity(i)) and measure(context.quantity(i)).dimension == measure(context.quantity(second)).dimension]
        if found:
            return found[0] if len(found) == 1 and not context.quantity(found[0]).change and _other_system(found[0], second, context) else None
    return None
