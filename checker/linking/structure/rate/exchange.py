"""Two currencies side by side: all pairs of one document imply one rate.

"£1.35bn ($2.5bn)" and, further on, "$500m (£350m)" cannot both be right. Pairs come from phrases ("exchange-pair"); each is
tested against the narrowest of those that agree with most others. A rate moves from day to day and from year to year:
what differs by less than that, speaks of another time or of a shop's price list is no proof.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.interval import Interval
from checker.linking.context import Context
from checker.linking.structure.near import near
from checker.linking.structure.slips import slipped
from checker.model import Frame
from checker.rational import Fraction
from checker.rounding import reading

_MOVES = Fraction(9, 8)  # rates within a year hardly differ by more
_LARGE = 20_000  # amounts from here on are not prices of things in shops
_MOST = 400  # pairs of one document that are compared


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two figures that are one amount. `rate` is the worth of the first currency of the group in the second."""

    frame: Frame
    a: int
    b: int
    rate: Interval
    wide: Interval  # the same, read generously
    nominal: Fraction
    other_time: bool
    large: bool
    years: frozenset[int]


def exchange_rates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "exchange" (first, second: the pair; base, new: the pair that sets the rate) for pairs of the same two currencies."""
    groups: dict[tuple[str, str], list[_Pair]] = {}
    for frame in frames:
        if frame.family == "exchange-pair":
            names = tuple(sorted(context.quantity(frame.claims[p][0]).unit for p in ("first", "second")))
            pair = _pair(frame, names[0], context)
            if pair is not None:
                groups.setdefault(names, []).append(pair)
    return [made for pairs in groups.values() if len(pairs) > 1 for made in _compared(pairs[:_MOST], context)]


def _pair(frame: Frame, first_unit: str, context: Context) -> _Pair | None:
    ends = sorted((frame.claims["first"][0], frame.claims["second"][0]), key=lambda i: context.quantity(i).unit != first_unit)
    a, b = (context.quantity(i) for i in ends)
    if not a.value or not b.value or a.value < 0 or b.value < 0 or a.sense == "bound" or b.sense == "bound":
        return None
    one, other = (reading(q).converted if q.value != 1 else Interval(q.value, q.value) for q in (a, b))
    widest = [reading(q).wide if q.value != 1 else Interval(q.value, q.value) for q in (a, b)]
    if any(i.lo is None or i.lo <= 0 or i.hi is None for i in (one, other, *widest)):
        return None
    line, words = context.line(ends[0]), near(context)
    at = sorted(context.lines.position_of[i] for i in ends)
    then = words.within("other-time", line, at[0] - 8, at[1] + 5)
    unit_price = a.value == 1 or b.value == 1  # $1 = 10.67 crowns
    shop = words.has("shop-word", line)
    large = unit_price or min(a.value, b.value) >= _LARGE or not shop and max(a.scale, b.scale) > 1
    told = [(context.lines.position_of[i], q.when.year) for i in line.figures if (q := context.quantity(i)).when is not None and q.when.year]
    years = frozenset(year for _, year in told)
    if len(years) > 1:  # "£200,000 ($320,000) in 1998 and £500,000 ($700,000) in 2019"
        years = frozenset([min((abs(p - at[1]) + (p < at[1]), year) for p, year in told)[1]])
    return _Pair(frame, ends[0], ends[1], other / one, widest[1] / widest[0], b.value / a.value, then, large, years)


def _compared(pairs: list[_Pair], context: Context) -> list[Frame]:
    """Each pair against the one that sets the rate, the later of two that disagree against the earlier."""
    agreeing = [sum(p.rate.meet(q.rate) is not None for q in pairs) for p in pairs]
    best = max(range(len(pairs)), key=lambda n: (agreeing[n], -_width(pairs[n]), -n))
    settled = [p for p in pairs if p.rate.meet(pairs[best].rate) is not None]
    measure = min(settled, key=_width)
    found = []
    for p in pairs:
        if p is not measure:
            found.append(_frame(p, measure, _tied(p, measure, len(settled), len(pairs), context), context))
    return found


def _tied(p: _Pair, q: _Pair, agreeing: int, count: int, context: Context) -> bool:
    """True where a disagreement of two pairs would prove a mistake."""
    if p.other_time or q.other_time or p.years and q.years and not p.years & q.years:
        return False
    if agreeing < 2 and count > 2 or not (p.large and q.large) and agreeing < 3 and not (_slip(p, q, context) and (agreeing > 1 or _at_once(p, q, context))):
        return False
    if _later(p, q, context):
        return False
    ratio = p.nominal / q.nominal
    return max(ratio, 1 / ratio) > _MOVES


def _slip(p: _Pair, q: _Pair, context: Context) -> bool:
    """True where one slip of the hand in the pair that is tested would make it agree."""
    a, b = context.quantity(p.a), context.quantity(p.b)
    return slipped(b, a.value * q.nominal) or slipped(a, b.value / q.nominal)


def _at_once(p: _Pair, q: _Pair, context: Context) -> bool:
    """True of two pairs of one sentence."""
    return context.lines.line_of[p.a] == context.lines.line_of[q.a]


def _later(p: _Pair, q: _Pair, context: Context) -> bool:
    """True where words between two pairs lead on to another time: "ten years later"."""
    words = near(context)
    first, last = sorted((p.a, q.a))
    start, end = context.lines.line_of[first], context.lines.line_of[last]
    for number in range(start, end + 1):
        line = context.lines.lines[number]
        at = context.lines.position_of[first] if number == start else 0
        stop = context.lines.position_of[last] + 8 if number == end else len(line.symbols)
        if words.within("later-time", line, at, stop):
            return True
    return False


def _frame(p: _Pair, measure: _Pair, tied: bool, context: Context) -> Frame:
    """The pair and the one that it is measured by. A rate for one unit of money is a family of its own: that unit is exact."""
    unit = next((e for e in (measure.a, measure.b, p.a, p.b) if context.quantity(e).value == 1), None)
    family = "exchange" if unit is None else "exchange-at"
    rate, pair = (p, measure) if unit in (p.a, p.b) else (measure, p)
    turned = unit is not None and unit == rate.b
    (first, base), (second, new) = ((pair.b, rate.b), (pair.a, rate.a)) if turned else ((pair.a, rate.a), (pair.b, rate.b))
    claims = {"first": (first,), "second": (second,), "base": (base,), "new": (new,)}
    pinned = frozenset(claims) if tied or p.rate.meet(measure.rate) is not None else frozenset()
    return Frame(family, p.frame.cue, claims, {}, 0, pinned, 0, None, (), p.frame.source)


def _width(pair: _Pair) -> Fraction:
    return pair.wide.hi / pair.wide.lo
