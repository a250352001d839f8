"""How growth by equal steps comes out: whether a way of filling its parts holds, and what slip would make it hold."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.linking.context import Context
from checker.linking.structure.slips import TELLING, slip_between
from checker.model import Quantity
from checker.rational import Fraction
from checker.units import measure

MOST_STEPS = 60
_TOLERANCE = Fraction(1, 400)
_THREE = 100  # figures of fewer digits prove little


@dataclass(frozen=True, slots=True)
class Steps:
    """How often a rate is applied: `figures` are the quantities that say so, one span or the first and the last year."""

    number: int
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Growth:
    """One way of filling the parts. `factor` is what one step makes of one."""

    rate: int
    factor: Fraction
    base: int
    new: int
    steps: Steps


def values(way: Growth, context: Context) -> tuple[Fraction, Fraction]:
    """The first and the last value, in one unit."""
    base, new = context.quantity(way.base), context.quantity(way.new)
    if base.unit and new.unit:
        return base.value * measure(base).factor, new.value * measure(new).factor
    return base.value, new.value


def fits(factor: Fraction, number: int, way: Growth, context: Context) -> bool:
    """Whether so many steps take the first value to the last one, but for rounding."""
    base, new = values(way, context)
    q = context.quantity(way.new)
    half = (q.place or q.scale) / q.value / 2
    made = base * factor**number
    return abs(made / new - 1) <= max(min(half, Fraction(1, 50)), _TOLERANCE)


def slip(way: Growth, context: Context) -> int:
    """How telling the slip in one figure is that makes the others agree."""
    base, new = values(way, context)
    growth = way.factor**way.steps.number
    x, y = context.quantity(way.base), context.quantity(way.new)
    if not Fraction(1, 12) < base * growth / new < 12:
        return 0
    found = max(slip_between(_coarse(y), y.value * base * growth / new), _clean(slip_between(_coarse(x), x.value * new / growth / base), way, context))
    if found < TELLING and _other_rate(way, context):
        return TELLING
    if found < TELLING and y.value / (y.place or y.scale) >= _THREE:
        others = [n for n in range(2, MOST_STEPS) if n != way.steps.number and fits(way.factor, n, way, context)]
        if others and abs(others[0] - way.steps.number) < 11:
            return TELLING
    return found


def _coarse(q: Quantity) -> Quantity:
    """A figure with the worth of its last digit that is not a zero: 688,000 is told in thousands."""
    place = q.place or q.scale
    while q.value / place % 10 == 0 and q.value / place > _THREE * 10:
        place *= 10
    return replace(q, place=place)


def _other_rate(way: Growth, context: Context) -> bool:
    """Whether a rate one digit away makes the values agree."""
    q = context.quantity(way.rate)
    if q.kind != "percent" or q.value < 10 or context.quantity(way.new).value / (context.quantity(way.new).place or 1) < _THREE and q.place == 1:
        return False
    base, new = values(way, context)
    exact = abs(float(new / base) ** (1 / way.steps.number) - 1) * 100
    place = q.place or Fraction(1)
    near_by = Fraction(round(exact / float(place))) * place  # floats only choose the candidate; the test is exact
    factor = 1 + near_by / 100 * (1 if way.factor > 1 else -1)
    return near_by > 0 and slip_between(q, near_by) >= TELLING and fits(factor, way.steps.number, way, context)


def _clean(telling: int, way: Growth, context: Context) -> int:
    """A first value that comes out with as few digits as it is written with."""
    base, new = values(way, context)
    x = context.quantity(way.base)
    place = x.place or x.scale
    while x.value / place % 10 == 0:
        place *= 10
    implied = x.value * new / way.factor**way.steps.number / base
    rounded = round(implied / place) * place
    return telling if abs(implied - rounded) * 200 <= implied else 0
