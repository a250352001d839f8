"""A rate in a sentence of its own that narrows it: it is of less, of another or of another time than the total in front of it.

    took 210 calls in 14 hours. Last winter their rate of 9 calls an hour ...    another time
    ... Her mean of 22 calls an hour in the mornings was ...                     a part
    ... The region's mean of 12 calls an hour ...                                another's
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.context import Context
from checker.linking.structure.near import Near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.rate.unit_rates import UnitRate, is_speed
from checker.model import TIMES

_LEAD = 6  # symbols in front of a rate in which its owner stands, or what it is held against


def is_scoped(rate: UnitRate, sides: Iterable[int], context: Context, words: Near) -> bool:
    """Whether a rate that stands apart from both sides is narrowed in its own sentence."""
    line, at = rate.line, rate.at
    if is_speed(rate.q) or any(context.line(i) is line for i in sides):
        return False  # of speeds the structures of journeys tell more
    dated = any(context.quantity(i).kind in TIMES for i in line.quantities(0, at))
    others = words.within("rate-of-another", line, max(0, at - _LEAD), at)
    end = after_noun(rate.index, line, context)
    each = words.pattern("rate-article").match(line.symbols, end)  # "9 calls an hour in": what it is for stands behind
    return dated or others or words.pattern("rate-narrowed").match(line.symbols, each.end() + 1 if each else end) is not None
