"""One of a set whose ends are told, known by what it is called: the mean in brackets, the winning bid, a superlative of any kind.

    aged between 19 and 64 years (mean age, 41.7 years)              a mean right behind its range, whatever it is the mean of
    ranged from £90,000 to £310,000. The winning offer of £265,000    one that only a member of the set can be
    from CHF 4.20 to CHF 6.50; the tiniest of them cost 4.40           any superlative with a definite article

It must be the only figure of its unit behind the range, in its sentence or the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.outermost import inside
from checker.linking.structure.order.range_doubts import no_set, of_means
from checker.linking.structure.order.told_sets import Told, observed, of_set, one_unit, ranges_told
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_BEHIND = 6  # symbols from a bracket right behind a range to the mean in it
_MEMBER = 12  # symbols between a word for a member and its figure
_UNREAL = 12  # symbols in front of a figure in which a word may make it no fact
_SET = 3  # members of a set that has a range worth telling
_LARGE = 1000  # a bare figure so large, beside money, is money
_APART = 2  # times as much: rather another measure
_APPOSED = 7  # symbols from a figure to a superlative behind it


def range_figures(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "inside-range" and "between-ends"."""
    words, found = near(context), []
    lines = {line.number: line for line in told_lines(context)}
    known = {f.claims["value"][0] for f in frames if f.family in ("inside-range", "between-ends") and f.pinned}
    for line in lines.values():
        for told in ranges_told(line, context, words):
            after = lines.get(line.number + 1)
            following = [after] if after is not None and after.block == line.block else []
            for value in (*_meant(told, context, words), *_members(told, following, context, words)):
                if value not in known:
                    known.add(value)
                    found.append(inside(told.values, value, context))
    return found


def _meant(told: Told, context: Context, words: Near) -> Iterator[int]:
    """The mean in a bracket right behind a range: "(mean age, 41.7 years)"."""
    line, chars = told.line, context.lexicon.symbols.chars
    opened = next((p for p in range(told.last, min(len(line.symbols), told.last + 3)) if line.symbols[p] in (chars["("], chars["["])), -1)
    if opened < 0 or not words.within("ends-mean", line, opened + 1, opened + 3):
        return
    closed = line.symbols.find(chars[")"], opened)
    inner = line.quantities(opened + 1, closed if closed > 0 else opened + 1 + _BEHIND)
    if inner and _fits(told, inner[0], context):
        yield inner[0]


def _members(told: Told, following: list[Line], context: Context, words: Near) -> Iterator[int]:
    """The only figure of the unit behind the range, where a word says that it is one of the set."""
    if not observed(told, words) and not _announced(told, context):
        return
    if no_set(told.values[0], context):
        return
    of_levels = of_means(told.values[0], 1, context)
    for line in (told.line, *(() if of_levels else following)):
        start = told.last if line is told.line else 0
        figures = [i for i in line.quantities(start) if i not in told.values and _fits(told, i, context)]
        if not figures:
            continue
        if len(figures) == 1 and not _severed(figures[0], start, line, told, context, words) and _called(figures[0], start, line, context, words):
            yield figures[0]
        return


def _announced(told: Told, context: Context) -> bool:
    """True of "eleven quotations came in, from 38,000 to 61,000": a set is counted in front of its range, in the sentence."""
    first = context.lines.position_of[told.values[0]]
    return any(q.kind == "count" and q.noun and q.value and q.value >= _SET and q.sense == "exact" for q in map(context.quantity, told.line.quantities(0, max(0, first - 1))))


def _fits(told: Told, index: int, context: Context) -> bool:
    q, sample = context.quantity(index), context.quantity(told.values[-1])
    if not q.is_measure or q.value is None or q.sense == "range" or q.approx in ("above", "below") or q.change:
        return False
    if q.kind == "number" and not q.unit:
        first = context.quantity(told.values[0])
        low, high = first.low if first.value is None else first.value, sample.high if sample.value is None else sample.value
        alike = sample.kind == "currency" and q.scale == sample.scale and not q.noun and q.value >= _LARGE
        return alike and low is not None and high is not None and low < _APART * q.value < _APART * _APART * high
    return of_set(sample, q) and one_unit(sample, q) and (q.kind != "count" or bool(q.noun) and q.noun[-1:] == sample.noun[-1:])


def _severed(index: int, start: int, line: Line, told: Told, context: Context, words: Near) -> bool:
    """True where another time, another set or a comparison stands around the figure, or the figure is no fact."""
    at = context.lines.position_of[index]
    if any(context.quantity(i).kind in TIMES for i in line.quantities(start, at)) or words.within("told-unreal", line, max(0, at - _UNREAL), at):
        return True
    parted = line.symbols.rfind(context.lexicon.symbols.chars[";"], start, at) if line is told.line else -1
    if parted >= 0 and not words.pattern("definite").match(line.symbols, parted + 1) and not words.within("range-member", line, parted, at):
        return True  # "marks ran from 41 to 96; in French the lowest was 37"
    if words.within("end-not", line, start, at + 1):
        return True
    return any(words.within(name, line, start, at + _MEMBER) for name in ("ends-other-set", "ends-compared", "range-of-others", "range-wider")) or words.within("next-end-not", line, start, at)


def _called(index: int, start: int, line: Line, context: Context, words: Near) -> bool:
    """Whether the figure is called one of the set: "the winning bid was", "the tiniest, at", ", 6.40, the steepest of the lot"."""
    at = context.lines.position_of[index]
    if words.within("range-member", line, max(start, at - _MEMBER), at):
        return True
    if words.ends("definite", line, at, 1) and words.pattern("range-member-behind").match(line.symbols, at + 1):
        return True  # "and took the 4.6 million euro offer"
    tokens, pack, chars = context.extraction.tokens.words, context.lexicon.pack, context.lexicon.symbols
    if any(not m.start() or set(line.symbols[max(start, m.start() - 2) : m.start()]) & set(chars.marks) for m in words.matches("range-ours", line, start, at)):
        return True
    for p in (*range(max(start, at - _MEMBER), at), *range(at + 1, min(len(line.symbols), at + _APPOSED))):
        if line.quantity[p] >= 0 or not p or not words.pattern("definite").match(line.symbols, p - 1):
            continue
        word = tokens[line.firsts[p]]
        endings = tuple(pack.words("superlative-ending"))
        if word.endswith(endings) and word not in pack.words("superlative-not") or words.pattern("superlative-most").match(line.symbols, p):
            return True
    return False
