"""One quantity said twice: in another unit, in two scales of temperature, in another currency, per another time.

Phrases pair two figures ("same-measure"); here it is told what ties them, from their units alone.

    26 miles (42 km)                     conversion
    a rise of 2 °C (3.6 °F)              temperature-difference
    5.6 litres per 100 km (50 mpg)       fuel
    £1.35bn ($2.5bn)                     exchange-pair, for `exchange`
    £26 a month, equivalent to £312 a year   period-rate
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.structure.again.bracketed import bracketed
from checker.linking.structure.again.measures_again import measured_again
from checker.linking.structure.again.rounded import rounded
from checker.linking.structure.again.said_again import openings
from checker.linking.structure.again.sole_twins import far_apart, pointed_twins, sole_twins
from checker.linking.structure.again.twin_rows import twin_rows
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.rounding import reading
from checker.units import compatible, measure, other_senses

_TEMPERATURE = "[temperature]"
_SLIP, _ROUGH, _OTHER_LENGTH = 12, Fraction(9, 8), 2
_CELSIUS = Fraction(9, 5)  # degrees Fahrenheit in one degree Celsius


def conversions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """A frame of its own family for every pair of figures that can be one quantity."""
    found, seen = [], set()
    for frame in frames:
        if frame.family != "same-measure" or "second" not in frame.claims:
            continue
        first, second = frame.claims["first"][0], frame.claims["second"][0]
        if (first, second) not in seen:
            seen.add((first, second))
            found.append(_typed(frame, first, second, context))
    for first, second in bracketed(context):
        if (first, second) not in seen:
            seen.add((first, second))
            found.append(_again(first, second, True, 0, "bracket", context))
    for second in openings(context, frames):
        number = context.lines.line_of[second]
        first = [i for i in context.lines.lines[number - 1].figures if _alike(i, second, context)]
        if len(first) == 1 and (first[0], second) not in seen:
            found.append(_again(first[0], second, True, 1, "that is", context))
    for first, second in twin_rows(context):
        if (first, second) not in seen:
            seen.add((first, second))
            found.append(_again(first, second, True, 0, "table", context))
    for first, second in pointed_twins(context):
        if (first, second) not in seen:
            seen.add((first, second))
            found.append(_again(first, second, True, 1, "roles", context))
    for first, second in sole_twins(context):
        if (first, second) not in seen:
            seen.add((first, second))
            made = _again(first, second, True, 1, "sole twin", context)
            found.append(replace(made, family="conversion-exact") if made is not None and made.pinned and far_apart(first, second, context) else made)
    for first, second, tied in measured_again(context):
        if (first, second) not in seen:
            found.append(_again(first, second, tied, 3, "again", context))
    return [f for f in found if f is not None]


def _again(first: int, second: int, tied: bool, tier: int, source: str, context: Context) -> Frame | None:
    """The typed frame of a measure and of what says it again without a phrase for both."""
    claims = {"first": (first,), "second": (second,)}
    cue = (context.quantity(second).start, context.quantity(second).end)
    made = Frame("same-measure", cue, claims, {}, 0, frozenset(claims) if tied else frozenset(), tier, source=source)
    return _typed(made, first, second, context)


def _alike(first: int, second: int, context: Context) -> bool:
    a, b = context.quantity(first), context.quantity(second)
    return a.kind == b.kind == "physical" and bool(a.unit and b.unit) and compatible(a.unit, b.unit)


def _typed(frame: Frame, first: int, second: int, context: Context) -> Frame | None:
    a, b = context.quantity(first), context.quantity(second)
    if a.unit is None or b.unit is None or a.unit == b.unit or None in (a.value, b.value) or _cut(a, context):
        return None
    one, other = measure(a), measure(b)
    if one.dimension != other.dimension:
        return _other_dimension(frame, a, b, one.dimension, other.dimension)
    if one.factor == other.factor and one.offset == other.offset:
        return None
    if "currency" in one.dimension:
        return _period_rate(frame, first, second, context) if "[time]" in one.dimension else None
    if one.dimension == _TEMPERATURE:
        return _temperature(frame, first, second, context)
    return replace(frame, family="conversion", pinned=frame.pinned if _telling(a, b) and not rounded(a, b) else frozenset())


def _telling(a: Quantity, b: Quantity) -> bool:
    """Whether a disagreement would be a slip: not of two things (hundredweights, of 100 lbs), nor of figures in words that are
    only rough ("half a metre (1.5 feet)", pints, which differ by country and are rounded in kitchens)."""
    senses = [other_senses(q.unit) if q.kind == "physical" else () for q in (a, b)]
    sizes = [[abs(q.value) * measure(q).factor * factor for factor in (1, *others)] for q, others in zip((a, b), senses)]
    if not all(sizes[0]) or not all(sizes[1]):
        return False
    ratios = [max(one / other, other / one) for one in sizes[0] for other in sizes[1]]
    rough = "digits" != a.style or "digits" != b.style or len(ratios) > 1
    same = a.value == b.value and a.kind == b.kind == "physical"  # one figure written for both
    if a.kind == b.kind == "duration" and ratios[0] >= _OTHER_LENGTH:
        return False  # "within two days (or three weeks)": two offers
    return (ratios[0] <= _SLIP or same or 900 < ratios[0] < 1100) and not (rough and min(ratios) < _ROUGH)


def _cut(q: Quantity, context: Context) -> bool:
    """True where a figure is the end of a fraction that was not read as one: "1 1 ⁄ 4 inches"."""
    return context.extraction.document.text[max(0, q.start - 3) : q.start].rstrip()[-1:] in ("⁄", "/")


def _other_dimension(frame: Frame, a: Quantity, b: Quantity, one: str, other: str) -> Frame | None:
    if a.kind == b.kind == "currency":
        return replace(frame, family="exchange-pair") if "/" not in a.unit + b.unit and one != other else None
    if {one, other} == {"[length]^2", "[length]^-2"} and "/" in a.unit and "/" in b.unit:
        return replace(frame, family="fuel")
    return None


def _period_rate(frame: Frame, first: int, second: int, context: Context) -> Frame | None:
    """Pay for a month and for a year is one rate; prices for a month and for a year may be two offers."""
    words = near(context)
    line, at = context.line(first), context.lines.position_of
    offered = words.within("rate-or", line, at[first] + 1, at[second]) or words.has("price-list", line)
    one_sum = not offered or words.has("pay-word", line) and not words.has("price-list", line)
    return replace(frame, family="period-rate", pinned=frame.pinned if one_sum else frozenset())


def _temperature(frame: Frame, first: int, second: int, context: Context) -> Frame:
    """Degrees on two scales, or a difference in degrees: which of them, the words or the figures tell."""
    fahrenheit, celsius = sorted((first, second), key=lambda i: context.quantity(i).unit != "degree_Fahrenheit")
    f, c = reading(context.quantity(fahrenheit)).converted, reading(context.quantity(celsius)).converted
    differs = (c * _CELSIUS).meet(f) is not None
    if differs or _is_difference(first, near(context), context):
        claims = {**frame.claims, "first": (fahrenheit,), "second": (celsius,)}
        return replace(frame, family="temperature-difference", claims=claims)
    return replace(frame, family="conversion")


def _is_difference(first: int, words: Near, context: Context) -> bool:
    line, at = context.line(first), context.lines.position_of[first]
    if at and line.quantity[at - 1] >= 0:
        return False  # "warmer by four to five degrees up to 27 degrees"
    led = any(at - m.end() <= 1 for m in words.matches("difference-word", line, max(0, at - 5), at))
    return led or words.within("warmer-word", line, at + 1, at + 4)
