"""Groups that are told without a list: equal ones by their number and size, and two that leave nobody out.

    the 96 recruits were split into three platoons of 32      number of groups, size of each
    all 158 pupils took the test, 83 girls and 75 boys        two kinds that make up everybody
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near, one_slip
from checker.linking.structure.parts import after_noun, is_compared, is_subset, slipped
from checker.model import Frame, Quantity

_COUNTED = ("count", "number")
_MOST_GROUPS = 40
_FEW = 9  # of fewer another count in front is made up
_LEAST = 10  # a total that is split


def _whole(q: Quantity) -> bool:
    return q.kind in _COUNTED and q.value is not None and q.value.denominator == 1 and not q.approx and q.sense != "range"


def equal_groups(line: Line, divide: re.Pattern[str], context: Context) -> Iterator[Frame]:
    """Frames "equal-groups" (total, count, size): a word of dividing, then so many groups "of" so many."""
    verb = divide.search(line.symbols)
    if not verb:
        return
    of_word = context.lexicon.pattern("of-alone")
    for number in line.quantities(verb.end()):
        n, end = context.quantity(number), after_noun(number, line, context)
        if not (_whole(n) and n.kind == "count" and 2 <= n.value <= _MOST_GROUPS and of_word.match(line.symbols, end)):
            continue
        at = end + 1
        size = line.quantity[at] if at < len(line.quantity) else -1
        if size < 0 or not _whole(context.quantity(size)) or context.quantity(size).value < 2 or _goes_on(size, line, context):
            continue
        totals = [t for t in _before(line, verb.start(), context) if context.quantity(t).value > context.quantity(size).value]
        for total in totals[:1]:
            claims = {"total": (total,), "count": (number,), "size": (size,)}
            tied = len(totals) == 1 and _explained(total, number, size, context)
            cue = (n.start, context.quantity(size).end)
            yield Frame("equal-groups", cue, claims, {}, 0, frozenset(claims) if tied else frozenset(), 1)


def _explained(total: int, number: int, size: int, context: Context) -> bool:
    """True where the product holds, or one slip explains why not: otherwise the groups may be some of many."""
    t, n, s = (context.quantity(i) for i in (total, number, size))
    return t.value == n.value * s.value or any(one_slip(q, v) for q, v in ((t, n.value * s.value), (n, t.value / n.value), (s, t.value / n.value)) if v.denominator == 1)


def _goes_on(size: int, line: Line, context: Context) -> bool:
    """True of "of five or six", "of 60 and one of 50", "of 12 to 15": not all alike."""
    at = after_noun(size, line, context)
    return any(context.quantity(i).kind in _COUNTED for i in line.quantities(at, at + 4))


def _before(line: Line, end: int, context: Context) -> list[int]:
    """Whole numbers from ten in front of a place, those of the sentence or else of the one before in the paragraph."""
    lines = [(line, end)]
    if line.number and context.lines.lines[line.number - 1].block == line.block:
        lines.append((context.lines.lines[line.number - 1], None))
    for where, stop in lines:
        found = [i for i in where.quantities(0, stop) if _whole(context.quantity(i)) and context.quantity(i).value >= _LEAST]
        if found:
            return [i for i in found if not is_compared(i, context)]
    return []


def halves(line: Line, context: Context) -> Iterator[Frame]:
    """Frames "sum": "..., 83 girls and 75 boys" after the one number of all of them."""
    figures = [i for i in line.figures if _whole(context.quantity(i))]
    for first, second in zip(figures, figures[1:]):
        if not _opposite(first, second, line, context):
            continue
        at = context.lines.position_of[first]
        a, b = (context.quantity(i) for i in (first, second))
        everybody = [i for i in line.quantities(0, at) if _everybody(i, context) and context.quantity(i).value > max(a.value, b.value)]
        if len(everybody) != 1 or is_subset(at, line, context):
            continue
        total = everybody[0]
        claims = {"total": (total,), "part": (first, second)}
        tied = slipped(total, (first, second), context) and not near(context).within("increment", line, at, context.lines.position_of[second] + 4)
        yield Frame("sum", (a.start, b.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 1)


def _everybody(index: int, context: Context) -> bool:
    q, words = context.quantity(index), context.extraction.tokens.words
    return _whole(q) and q.noun_last >= 0 and words[q.noun_last] in context.lexicon.pack.words("all-in") and not is_compared(index, context)


def _opposite(first: int, second: int, line: Line, context: Context) -> bool:
    """True of two counts joined by a conjunction, set off by a mark, of two sorts that leave no third."""
    symbols, chars, words = line.symbols, context.lexicon.symbols.chars, context.extraction.tokens.words
    at, end = context.lines.position_of[first], after_noun(first, line, context)
    joins = [chars[w] for w in context.lexicon.pack.words("conjunction") if w in chars]
    marks = [chars[c] for c in ",:(–—-"]
    if symbols[end : end + 1] not in joins or line.quantity[end + 1 : end + 2] != [second] or not at or symbols[at - 1] not in marks:
        return False
    last = after_noun(second, line, context)
    if last < len(symbols) and symbols[last] not in context.lexicon.symbols.marks:
        return False  # "20 men and 25 women answering"
    if any(context.quantity(i).kind in _COUNTED for i in line.quantities(last, last + 5)):
        return False  # "..., 6 men, 4 women and 3 children"
    earlier = line.quantities(max(0, at - 4), at)
    nouns = {words[context.quantity(i).noun_last] for i in (first, second) if context.quantity(i).noun_last >= 0}
    pairs = (v.words for k, v in context.lexicon.pack.classes.items() if k.startswith("opposite-"))
    return not any(context.quantity(i).noun and (context.quantity(i).value or _FEW) < _FEW for i in earlier) and len(nouns) == 2 and any(nouns <= set(w) for w in pairs)
