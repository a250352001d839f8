"""Figures of a list that words put into order.

    the worst wards are, in descending order, Park with 212, Mill with 187, Abbey with 160 and Weir with 144
    listed from the smallest upwards: 12 kg, 19 kg and 31 kg

The list runs from the words on, a figure to each member; none is beyond its neighbour in front.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import named
from checker.linking.structure.order.standings import is_value, kin
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_FIRST, _NEXT = 12, 9  # symbols from the words to the first figure; from one figure to the next
_LEAST = 3
_DIRECTIONS = (("order-descending", 1), ("order-ascending", -1))


def listed_order(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "comparison" (level, bound) of neighbours."""
    words, found = near(context), []
    cued = words.standing(*dict(_DIRECTIONS))
    for line in prose_lines(context):
        if line.number not in cued:
            continue
        for name, sign in _DIRECTIONS:
            for m in words.matches(name, line):
                of_what = words.pattern("of-word").match(line.symbols, m.end())  # "in descending order of age"
                if not of_what and not words.within("negation", line, m.start() - 3, m.start()):
                    run = _run(m.end(), line, context, words)
                    found.extend(_steps(run, sign, context) if len(run) >= _LEAST else ())
    return found


def _steps(run: list[int], sign: int, context: Context) -> Iterator[Frame]:
    return (named(a, b, sign) for a, b in zip(run, run[1:]) if context.quantity(a).value != context.quantity(b).value)


def _run(start: int, line: Line, context: Context, words: Near) -> list[int]:
    """Like figures behind the words, parted by commas and conjunctions, up to the first that is unlike them."""
    found: list[int] = []
    chars, last = context.lexicon.symbols.chars, start
    for index in line.quantities(start):
        at = context.lines.position_of[index]
        if at - last > (_NEXT if found else _FIRST):
            break
        parted = not found or chars[","] in line.symbols[last:at] or chars[";"] in line.symbols[last:at] or words.within("conjunction", line, last, at)
        if not is_value(index, context) or not parted or found and not kin(context.quantity(found[-1]), context.quantity(index)):
            break
        found.append(index)
        last = at
        if len(found) > 1 and words.within("conjunction", line, context.lines.position_of[found[-2]], at):
            break  # the last of the list
    return found
