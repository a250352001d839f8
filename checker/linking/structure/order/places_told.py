"""Words that leave no doubt which figure is that of a place, or of one of the others.

    second with 12 and Mbeki third on 9               the figure stands right behind its place, and places have their order
    its other four dives reached 1,910, 2,150, ...    as many figures as there are others
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.linking.structure.order.ranking import named
from checker.model import Frame

_SECOND = 2  # "next" is behind the first


def all_of_them(end: int, below: list[int], line: Line, context: Context) -> bool:
    """Whether right behind "the other" stands the number of the figures that follow."""
    index = line.quantity[end] if end < len(line.quantity) else -1
    return len(below) > 1 and index >= 0 and index not in below and context.quantity(index).value == len(below)


def right_behind(end: int, below: list[int], line: Line, context: Context, words: Near) -> bool:
    """Whether nothing but "with", "on", "at" stands between a place, which ends at `end`, and its figure."""
    lead = words.pattern("podium-alone").match(line.symbols, end)
    at = lead.end() if lead else end if end and words.pattern("podium-alone").match(line.symbols, end - 1) else -1
    return bool(below) and context.lines.position_of[below[0]] == at


def rank(start: int, line: Line, context: Context) -> int:
    """The place that a word at `start` tells."""
    index = line.quantity[start]
    return int(context.quantity(index).value or 0) if index >= 0 and context.quantity(index).kind == "ordinal" else _SECOND


def in_turn(told: list[tuple[int, int]], sign: int, context: Context) -> Iterator[Frame]:
    """The comparisons of neighbouring places, each with its figure."""
    for (place, value), (other, behind) in zip(told, told[1:]):
        if other == place + 1 and context.quantity(value).value != context.quantity(behind).value:
            yield named(value, behind, sign)
