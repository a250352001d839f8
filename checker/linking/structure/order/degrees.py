"""What a word of degree measures: the oldest is told in years, the dearest in money, the heaviest by weight."""

from __future__ import annotations

from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.model import Quantity
from checker.units import compatible

_UNITS = (("degree-length", "metre"), ("degree-weight", "kilogram"))
_AGES = ("age", "number")
_BARE = "number"


def may_measure(start: int, q: Quantity, line: Line, words: Near) -> bool:
    """False where the word at a position is of another measure than the figure; bare figures may be of any."""
    if words.pattern("degree-age").match(line.symbols, start):
        return q.kind in _AGES or q.kind == "duration" and q.unit == "year"
    if q.kind == _BARE and q.unit is None:
        return True
    if words.pattern("degree-money").match(line.symbols, start):
        return q.kind == "currency"
    for name, unit in _UNITS:
        if words.pattern(name).match(line.symbols, start):
            return q.kind == "physical" and compatible(q.unit, unit) or name == "degree-length" and q.kind == "duration"
    return True
