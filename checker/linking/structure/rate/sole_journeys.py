"""A distance, a time and a speed that can only belong together, whatever they are.

    720 kilometres in nine hours, an average of 80 kilometres an hour
    Its track is 1.2 kilometres long. The cars travel at 4 metres a second, so that the ride lasts five minutes

One sentence, or two neighbours of a paragraph, hold one speed, one distance and one time and no others of their kind; words
say that the speed was kept (an average, "at", a verb of travel) and that the way took the time, or one of the three is told
as a result of the others. Tops, limits and winds, and what a clause of its own sets apart, prove nothing.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import passages
from checker.linking.structure.rate.unit_rates import in_its_unit, is_speed
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_LENGTH, _TIME = "[length]", "[time]"
_OPENS = 3  # symbols that open a sentence
_FRONT, _BEHIND = 6, 2  # symbols around a speed in which words say what sort it is
_SORTS = ("triad-top-speed", "triad-claimed", "top-speed")  # what a speed may be instead of one that was kept
_FAR, _ROUGHLY, _EXCUSED = Fraction(5), Fraction(5, 4), Fraction(11, 10)


def sole_journeys(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "speed" and "speed-slipped" (distance, time, speed)."""
    words = near(context)
    tied = {f.claims["speed"][0] for f in frames if f.family == "speed-slipped" and f.pinned}
    found = []
    for line in context.lines.figured:
        if KIND_SYMBOLS["physical"] not in line.symbols or line.crowded or not any(_is_speed(context.quantity(i)) for i in line.figures):
            continue
        three = next((t for lines in passages(line, context, 1, ahead=True) if (t := _three(lines, line, context, words)) is not None), None)
        if three is not None and (three[2] not in tied or _pointed(three, context, words)):
            found.append(_frame("speed", three, context, words))
            if _apart(three, context) > _EXCUSED and not any(context.quantity(i).approx for i in three):
                found.append(_frame("speed-slipped", three, context, words))  # no rounding of a distance and a time goes so far
    return found


def _frame(family: str, three: tuple[int, int, int], context: Context, words: Near) -> Frame:
    claims = dict(zip(("distance", "time", "speed"), ((i,) for i in three)))
    q = context.quantity(three[2])
    return Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "roles" if _pointed(three, context, words) else "sole journey")


def _pointed(three: tuple[int, int, int], context: Context, words: Near) -> bool:
    """True of "That is an average of" behind the sentence of the two others: it points at these and no other figures."""
    *front, last = sorted(three)
    line, at = context.line(last), context.lines.position_of[last]
    return context.line(front[0]) is context.line(front[1]) is not line and 0 <= words.place("sole-result", line, 0, at) < _OPENS


def _is_speed(q: Quantity) -> bool:
    return q.kind == "physical" and bool(q.value) and bool(q.unit) and is_speed(q)


def _three(lines: list[Line], home: Line, context: Context, words: Near) -> tuple[int, int, int] | None:
    figures = [i for line in lines for i in _own(line, context, words)]
    speeds = [i for i in figures if _is_speed(context.quantity(i))]
    ways = [i for i in figures if _measures(context.quantity(i), _LENGTH)]
    times = [i for i in figures if _measures(context.quantity(i), _TIME)]
    if len(speeds) != 1 or len(times) != 1:
        return None
    ways = in_its_unit(speeds[0], ways, context)
    if len(ways) != 1:
        return None
    three = ways[0], times[0], speeds[0]
    if not _plain(three, context) or _sorted_out(speeds[0], home, words, context) or not _is_way(ways[0], context, words):
        return None
    if any(context.lines.position_of[i] > 0 and words.has("sole-severed", context.line(i)) for i in three) or any(words.has("sole-unreal", line) for line in lines):
        return None
    return three if _kept(three, lines, context, words) else None


def _own(line: Line, context: Context, words: Near) -> list[int]:
    """The figures of a sentence up to where it turns to something else to compare with."""
    end = words.place("sole-against", line, 0, len(line.symbols))
    return [i for i in line.figures if end < 0 or context.lines.position_of[i] < end]


def _measures(q: Quantity, dimension: str) -> bool:
    return q.kind in ("physical", "duration") and bool(q.value) and q.value > 0 and measure(q).dimension == dimension


def _plain(three: tuple[int, int, int], context: Context) -> bool:
    """Whether three figures are told as they are, and are of a size that can be those of one journey."""
    way, time, speed = (context.quantity(i) for i in three)
    if any(q.sense in ("range", "bound") for q in (way, time, speed)) or any(q.approx in ("above", "below") for q in (way, time, speed)):
        return False
    apart = _apart(three, context)
    return apart <= _FAR and (apart > _ROUGHLY or not any(q.approx for q in (way, time, speed)))


def _apart(three: tuple[int, int, int], context: Context) -> Fraction:
    way, time, speed = (q.value * measure(q).factor for q in map(context.quantity, three))
    return max(way / (time * speed), time * speed / way)


def _sorted_out(speed: int, line: Line, words: Near, context: Context) -> bool:
    """True of a top speed, a limit, a wind, and of what is only claimed."""
    at = context.lines.position_of[speed]
    if words.has("sole-driven", line):
        return False  # "driven by the wind at 2 miles an hour"
    return any(words.within(name, line, at - _FRONT, at + _BEHIND + 1) for name in _SORTS)


def _is_way(way: int, context: Context, words: Near) -> bool:
    """False of how high, wide or long something is, and of half the way: not of a track, which is as long as the way on it."""
    line, at = context.line(way), context.lines.position_of[way]
    if words.has("sole-other-way", line):
        return False
    if words.pattern("sole-route-long").match(line.symbols, at + 1):
        return words.has("sole-route", line)
    return not words.pattern("twin-other").match(line.symbols, at + 1) or words.pattern("sole-way-behind").match(line.symbols, at + 1) is not None


def _kept(three: tuple[int, int, int], lines: list[Line], context: Context, words: Near) -> bool:
    """Whether words say that this speed was kept on this way for this time."""
    way, time, speed = three
    last = max(three)
    line, at = context.line(speed), context.lines.position_of[speed]
    average = words.within("average-word", line, at - _FRONT, at + _BEHIND + 1)
    stops = any(words.has("sole-stops", other) for other in lines)
    if stops and not average and not any(words.has("sole-uncounted", other) for other in lines):
        return False
    led = _led(last, context, words)
    if last == speed and led and not average:
        led = words.within("at-word", line, at - 3, at) or words.within("sole-equals", line, at - _FRONT, at)
    if len(lines) > 1:
        told = not any(words.has(name, line) for name in _SORTS)
        summed_up = last == speed and line is lines[1] and not at and told  # "Six kilometres an hour is good enough for me"
        return (led or summed_up) and context.line(last) is lines[1]
    apart = last == speed and any(symbol in context.lexicon.symbols.marks for symbol in line.symbols[context.lines.position_of[max(way, time)] : at])
    moves = average or led or words.within("at-word", line, at - 3, at) or not apart and words.within("triad-travel", line, at - _FRONT, at)
    spot = context.lines.position_of[time]
    return moves and (led or words.within("triad-takes", line, spot - 3, spot) and not of_its_own(time, (way, speed), context, words))


def no_journey(way: int, time: int, speed: int, context: Context, words: Near) -> bool:
    """Whether a length is none that was travelled, or the time has a clause of its own."""
    return not _is_way(way, context, words) or of_its_own(time, (way, speed), context, words)


def of_its_own(time: int, others: tuple[int, int], context: Context, words: Near) -> bool:
    """True of "swam for two hours, rode 90 km at 30 km/h": the time has a clause of its own."""
    line, at, chars = context.line(time), context.lines.position_of, context.lexicon.symbols
    if any(context.line(i) is not line for i in others) or not words.within("rate-for", line, at[time] - 2, at[time]):
        return False
    other = min(others, key=lambda i: abs(at[i] - at[time]))
    start, end = sorted((at[time], at[other]))
    return any(symbol in chars.marks for symbol in line.symbols[start + 1 : end])


def _led(last: int, context: Context, words: Near) -> bool:
    """Whether words make the last of the three a result."""
    line, at = context.line(last), context.lines.position_of[last]
    return words.within("sole-result", line, 0, at) or words.pattern("sole-behind").match(line.symbols, at + 1) is not None
