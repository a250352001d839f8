"""A journey told by the clock: when it began and ended, how far it went, and how fast.

    casts off at 8.15am, plods the 45 miles at 18mph and ties up at 10.45am

The two times of day, the distance and the speed stand in neighbouring sentences, one of each; words at the times say that
something set out and arrived.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.rate.unit_rates import in_its_unit, is_speed
from checker.model import Frame
from checker.units import measure

_AROUND = 2  # sentences to either side of the speed
_FURTHER, _AVERAGE = 6, 6  # around one that is called an average; symbols in which that stands
_FAR_OFF = 20  # times as far, or as little: a height, another line
_PARAGRAPH = 12  # sentences of a paragraph that tells of one journey
_NOON = 720
_BEHIND = 4
_SECONDS = 60
_BY = 12  # symbols at a time in which its verb stands


def journeys_by_clock(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "journey" (distance, speed, start, end)."""
    words, found = near(context), []
    for index, q in enumerate(context.extraction.quantities):
        if q.kind != "physical" or not q.value or not q.unit or not is_speed(q) or context.lines.line_of[index] < 0:
            continue
        line, at = context.line(index), context.lines.position_of[index]
        if words.within("top-speed", line, at - 5, at + 1):
            continue
        for lines in _passages(line, words.within("journey-average", line, at - _AVERAGE, at + 1), context):
            frame = _frame(index, [i for other in lines for i in other.figures], context, words)
            if frame is not None and not any(words.has("time-out", other) for other in lines):
                found.append(frame)
                break
    return found


def _passages(line: Line, average: bool, context: Context) -> Iterator[Sequence[Line]]:
    """The sentence of a speed, with one and two to either side, of an average with more, and its paragraph."""
    lines = context.lines.lines
    for reach in range((_FURTHER if average else _AROUND) + 1):
        yield lines[max(0, line.number - reach) : line.number + reach + 1]
    yield [x for x in lines[max(0, line.number - _PARAGRAPH) : line.number + _PARAGRAPH] if x.block == line.block][:_PARAGRAPH]


def _frame(speed: int, figures: list[int], context: Context, words: Near) -> Frame | None:
    times = [i for i in figures if context.quantity(i).clock is not None]
    ways = [i for i in figures if _can_be(i, speed, times, context) and context.quantity(i).kind == "physical" and context.quantity(i).value and measure(context.quantity(i)).dimension == "[length]"]
    ways = in_its_unit(speed, ways, context)
    if len(times) != 2 or len(ways) != 1 or not (_near("length-start", times[0], context, words) and (_near("length-end", times[1], context, words) or _near("journey-end", times[1], context, words))):
        return None
    start, end = (context.quantity(i).clock for i in times)
    last = context.quantity(times[1])
    if end < start < _NOON and not any(w.isalpha() for w in context.extraction.tokens.words[last.first : last.last + 1]):
        return None  # morning or afternoon is not told
    q = context.quantity(speed)
    claims = {"distance": (ways[0],), "speed": (speed,), "start": (times[0],), "end": (times[1],)}
    return Frame("journey", (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "roles")


def _can_be(way: int, speed: int, times: list[int], context: Context) -> bool:
    """Whether a length is of a size that can be travelled between two times of day."""
    if len(times) != 2:
        return False
    start, end = (context.quantity(i).clock for i in times)
    w, v = (context.quantity(i) for i in (way, speed))
    minutes = (end - start) % (2 * _NOON)
    made = v.value * measure(v).factor * minutes * _SECONDS
    own = (w.value or 0) * measure(w).factor
    return 0 < own < _FAR_OFF * made and made < _FAR_OFF * own


def _near(name: str, index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within(name, line, at - _BY, at) or words.within(name, line, at + 1, at + _BEHIND)
