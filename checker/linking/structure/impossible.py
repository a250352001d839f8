"""Figures that cannot be, whatever the rest of the text says.

    39 degrees 84 minutes north      minutes of a degree from sixty on
    -283 °C                          colder than the absolute zero
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.structure.near import near
from checker.model import Frame

_COLD = -100  # temperatures below this are tested
_TEMPERATURES = ("degree_Celsius", "degree_Fahrenheit")


def impossible_figures(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "minutes-of-degree", "arcminutes", "latitude", "bearing", "tilt" and "temperature", each with its figure as value."""
    return [*_minutes(context), *_temperatures(context), *_angles(context)]


def _minutes(context: Context) -> Iterator[Frame]:
    for index in range(1, len(context.extraction.quantities)):
        degree, q = context.quantity(index - 1), context.quantity(index)
        if q.kind == "duration" and q.unit == "minute" and degree.unit == "degree" and q.first - degree.last == 1 and q.value is not None:
            yield _frame("minutes-of-degree", index, context)
        elif q.unit == "arcminute" and degree.unit == "degree" and q.first - degree.last <= 1 and q.value is not None:
            yield _frame("arcminutes", index, context)


def _angles(context: Context) -> Iterator[Frame]:
    words = near(context)
    for index, q in enumerate(context.extraction.quantities):
        if q.unit != "degree" or q.value is None or context.lines.line_of[index] < 0:
            continue
        line, at = context.line(index), context.lines.position_of[index]
        for family in ("latitude", "bearing", "tilt"):
            if words.ends("angle-" + family, line, at, 4):
                yield _frame(family, index, context)


def _temperatures(context: Context) -> Iterator[Frame]:
    for index, q in enumerate(context.extraction.quantities):
        if q.unit in _TEMPERATURES and q.value is not None and q.value < _COLD and not q.change:
            yield _frame("temperature", index, context)


def _frame(family: str, index: int, context: Context) -> Frame:
    q = context.quantity(index)
    return Frame(family, (q.start, q.end), {"value": (index,)}, {}, 0, frozenset(["value"]), 0, None, (), family)
