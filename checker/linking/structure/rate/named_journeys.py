"""A journey whose way, time and speed stand sentences apart, each called what it is.

    will cover the 364 km between the two ports at an average of 52 km/h ... Passengers will be on board for seven hours
    after a flight of 900 kilometres ... "I was aloft for nine hours" ... the average speed of 100 km/h was confirmed

Around a speed that is called an average there is one way that was travelled and one time that a journey took, of a size that can
be its own; no stops, legs or other speeds are told.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.rate.sole_journeys import of_its_own
from checker.linking.structure.rate.unit_rates import is_speed
from checker.linking.structure.slips import TELLING, evidence, meant
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure, measure_of

_BACK, _AHEAD, _BLOCKS = 6, 6, 4
_FRONT, _BEHIND = 8, 4  # symbols beside a figure in which words say what it is
_CAN_BE = 12  # times as much, or as little: the time of something else
_HOUR = 3600  # seconds
_FAR, _APART = Fraction(5), Fraction(11, 10)
_SURE = ("sole journey", "roles")  # frames that tie the three as surely
_UNLIKE = ("journey-pauses", "sole-stops", "sole-unreal", "sole-driven")


def named_journeys(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "speed-slipped" (distance, time, speed)."""
    words, found = near(context), []
    known = {i for f in frames if f.pinned and f.source in _SURE for i in f.claims.get("speed", ())}
    cued = words.standing("journey-average")
    for line in context.lines.figured:
        for index in line.figures if line.number in cued else ():
            if index not in known and _is_speed(context.quantity(index)) and _is_average(index, line, context, words):
                frame = _of(index, line, context, words)
                found += [frame] if frame is not None else []
    return found


def _is_speed(q: Quantity) -> bool:
    return q.kind == "physical" and bool(q.value) and bool(q.unit) and is_speed(q) and q.sense not in ("range", "bound")


def _is_average(index: int, line: Line, context: Context, words: Near) -> bool:
    at = context.lines.position_of[index]
    if any(words.within(name, line, at - _FRONT, at + 2) for name in ("triad-claimed", "journey-compared")):
        return False
    return words.within("journey-average", line, at - _FRONT, at) or words.within("journey-average", line, at + 1, at + 3)


def _of(speed: int, home: Line, context: Context, words: Near) -> Frame | None:
    lines = context.lines.lines
    around = [x for x in lines[max(0, home.number - _BACK) : home.number + _AHEAD + 1] if abs(x.block - home.block) <= _BLOCKS]
    figures = [i for x in around for i in x.figures]
    if sum(_is_speed(context.quantity(i)) for i in figures) != 1:
        return None
    pairs = [(w, t) for w in figures if _measures(context.quantity(w), "[length]") for t in figures if _measures(context.quantity(t), "[time]") and _goes_into(context.quantity(t), context.quantity(speed)) and _apart(w, t, speed, context) <= _CAN_BE]
    named = [(w, t) for w, t in pairs if _is_way(w, context, words) and _is_time(t, context, words)]
    pairs = named if len(named) == 1 else pairs
    if len(pairs) != 1:
        return None
    way, time = pairs[0]
    three = (way, time, speed)
    if any(words.has(name, line) and not words.has("distant-nonstop", line) for name in _UNLIKE for line in map(context.line, three)) or any(context.quantity(i).approx for i in three):
        return None
    named = _is_way(way, context, words) + _is_time(time, context, words)
    apart, slip = _apart(*three, context), evidence(meant(context.quantity(way), context.quantity(time), context.quantity(speed)))
    if of_its_own(time, (way, speed), context, words) or not named or apart > _FAR:
        return None
    tied = apart <= _APART or named > 1 or slip >= TELLING
    claims = {"distance": (way,), "time": (time,), "speed": (speed,)}
    q = context.quantity(speed)
    return Frame("speed-slipped", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 1, None, (), "roles")


def _measures(q: Quantity, dimension: str) -> bool:
    return q.kind in ("physical", "duration") and bool(q.value) and q.value > 0 and q.sense not in ("range", "bound") and measure(q).dimension == dimension


def _goes_into(time: Quantity, speed: Quantity) -> bool:
    """False of twenty hours and so much a day, of which some are nights."""
    period = measure_of((speed.unit or "").rpartition("/")[2])
    return period.dimension != "[time]" or period.factor <= measure(time).factor or period.factor <= _HOUR


def _apart(way: int, time: int, speed: int, context: Context) -> Fraction:
    w, t, v = (context.quantity(i).value * measure(context.quantity(i)).factor for i in (way, time, speed))
    return max(w / (t * v), t * v / w)


def _is_way(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    if words.within("sole-other-way", line, at - _FRONT, at + _BEHIND):
        return False
    return words.within("journey-way", line, at - _FRONT, at) or words.within("journey-way-behind", line, at + 1, at + 1 + _BEHIND)


def _is_time(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("journey-time", line, at - _FRONT, at) or words.within("journey-time-behind", line, at + 1, at + 1 + _BEHIND)
