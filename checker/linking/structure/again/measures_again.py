"""A measurement that a later sentence gives again in another unit.

    From shore to shore it is 21 miles ... Those 34 kilometres took 13 hours
    He fights at 165 lb. In the metric gym the scales say 75 kg
    25 US gallons, about 95 litres

A word in front of the second points back, or says how it is read; the first is the only measurement before it of which it
can be the conversion, exactly or but for a slip of the hand.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import TELLING, slip_between
from checker.model import Quantity
from checker.units import Measure, measure

_BACK = 12  # sentences
_MOST = 12
_AGREES = 50  # a fiftieth: how far rounding takes two figures apart


def measured_again(context: Context) -> Iterator[tuple[int, int, bool]]:
    """(first, second, tied) for figures that are one measurement in two units."""
    words = near(context)
    figures = [i for i, q in enumerate(context.extraction.quantities) if q.kind == "physical" and q.unit and "/" not in q.unit and q.value and context.lines.line_of[i] >= 0]
    for place, second in enumerate(figures):
        if not _points_back(second, context, words):
            continue
        q, own = context.quantity(second), measure(context.quantity(second))
        number = context.lines.line_of[second]
        others = [i for i in figures[max(0, place - _MOST) : place] if number - context.lines.line_of[i] <= _BACK and _other_unit(context.quantity(i), own)]
        agreeing = [i for i in others if _agree(context.quantity(i), q)]
        slipped = [i for i in others if _slipped(context.quantity(i), q)]
        if agreeing:
            yield agreeing[-1], second, False
        elif len({context.quantity(i).value for i in slipped}) == 1:
            yield slipped[-1], second, True


def _points_back(index: int, context: Context, words: Near) -> bool:
    line, at, q = context.line(index), context.lines.position_of[index], context.quantity(index)
    comma = context.lexicon.symbols.chars[","]
    apposed = q.approx == "about" and at >= 2 and line.symbols[at - 1] == comma and line.quantity[at - 2] == index - 1
    return apposed or words.within("again-back", line, at - 4, at)


def _other_unit(q: Quantity, own: Measure) -> bool:
    other = measure(q)
    return other.dimension == own.dimension and other.factor != own.factor and not other.offset and q.sense != "range" and not (other.factor / own.factor).denominator == 1 and not (own.factor / other.factor).denominator == 1


def _agree(a: Quantity, b: Quantity) -> bool:
    x, y = a.value * measure(a).factor, b.value * measure(b).factor
    return abs(x - y) * _AGREES <= abs(x)


def _slipped(a: Quantity, b: Quantity) -> bool:
    x, y = a.value * measure(a).factor, b.value * measure(b).factor
    return max(slip_between(b, x / measure(b).factor), slip_between(a, y / measure(a).factor)) >= TELLING
