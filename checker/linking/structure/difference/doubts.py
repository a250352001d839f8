"""Why two figures are not the sides of a difference that stands near them.

    $40,000 more than the $85,000 he was offered, but the jury awarded him $110,000     behind "but" it is another matter
    300 metres higher than the village, at 1,480 metres; the lake, at 1,150, is         of another thing than what it is higher than
    a majority of three; 40 of its members come from the south and 31 are new           members of one side
    seven points, 41 to 34, though Rovers, with two games in hand                       the difference of the two is told already
    short of a majority: 13 of the 27 members were for it                               the figure is a part itself
"""

from __future__ import annotations

from checker.linking.context import Context, content, same_unit, subject, telling
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.linking.structure.parts import after_noun

_BESIDE = 8  # symbols in front of a difference in which one of its sides is told: "exceeding the other (10.9 km) by 3.7 km; ..."
_THAN = 3  # words between a comparison and what it is compared with
_NAME = 4  # words that name what something is higher than
_OF = 3  # words between "of" and a whole


def part_itself(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "13 of the 27 members": a part of a whole, no difference."""
    ends = [at for at in _ends(index, line, context) if words.pattern("of-alone").match(line.symbols, at)]
    return any(_plain(line.quantity[p], context) for at in ends for p in range(at + 1, min(at + 1 + _OF, len(line.quantity))))


def _ends(index: int, line: Line, context: Context) -> tuple[int, int]:
    """Where the words behind a figure begin: right behind it, and behind what it counts."""
    return context.lines.position_of[index] + 1, after_noun(index, line, context)


def told_already(high: int, low: int, index: int, context: Context) -> bool:
    """True where another figure of the sentences of two figures, one of another unit, is what lies between them."""
    d, x, y = (context.quantity(i) for i in (index, high, low))
    lines = {context.lines.line_of[i]: context.line(i) for i in (high, low, index)}.values()
    others = (context.quantity(i) for line in lines for i in line.figures if i not in (high, low, index))
    return any(q.is_measure and q.value == abs(x.value - y.value) and q.kind not in ("percent", "multiple", "ratio") and not same_unit(q, d) for q in others)


def outside(side: int, index: int, context: Context, words: Near) -> bool:
    """True of a figure that the words give to something that the difference does not compare."""
    line = context.line(side)
    owned = any(words.pattern("of-own").match(line.symbols, at) for at in _ends(side, line, context))
    return owned or line is context.line(index) and _behind(side, index, line, context, words)


def _behind(side: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a figure behind the difference, in a clause of its own: after "but" where the base is told, or of another thing
    than the one that is named as the base."""
    at, place = after_noun(index, line, context), context.lines.position_of[side]
    than = words.pattern("than-alone")
    found = next((m for m in than.finditer(line.symbols, at, min(at + _THAN, len(line.symbols)))), None)
    if found is None:
        return words.within("semicolon", line, at, place) and any(_plain(i, context) and context.quantity(i).kind == context.quantity(side).kind for i in line.quantities(max(0, at - _BESIDE), at - 1) if i != index)
    if place <= found.end():
        return False
    told = next((p for p in range(found.end(), min(found.end() + _THAN, place)) if _plain(line.quantity[p], context)), None)
    if told is not None:
        return words.within("but-word", line, told + 1, place)
    stop = next((p for p in range(found.end(), place) if line.quantity[p] >= 0 or words.pattern("clause-mark").match(line.symbols, p)), found.end() + _NAME)
    stop = min(stop, found.end() + _NAME, place)
    named = telling(content(line.firsts[found.end()], line.firsts[stop], context), context)
    apart = words.within("semicolon", line, found.end(), place)
    own = telling(subject(side, context) | _clause(line, place, context, words), context)
    return apart and bool(named) and bool(own) and not named & own


def _clause(line: Line, place: int, context: Context, words: Near) -> frozenset[str]:
    start = words.place("semicolon", line, 0, place, last=True)
    return content(line.firsts[start], line.firsts[place], context) if start >= 0 else frozenset()


def _plain(index: int, context: Context) -> bool:
    return index >= 0 and context.quantity(index).is_measure and context.quantity(index).value is not None
