"""The same fact in several documents: statements that cannot both be true.

Compared are figures of one name, one year and one unit, each as generously as a rescue would read it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from checker.interval import Interval
from checker.model import Assumed, Check, Evidence, Quantity
from checker.rounding import reading
from checker.units import measure

ACROSS = "across-documents"


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a document: where it stands, in words, and what it is the value of (a key that equals for one fact)."""

    path: str
    line: int
    text: str
    name: str
    year: str
    key: Hashable
    quantity: Quantity


def contradictions(stated: Iterable[Stated]) -> list[tuple[str, Check]]:
    """(path, check) for each statement that the first other document with the same fact contradicts."""
    first: dict[Hashable, list[Stated]] = {}
    found = []
    for one in stated:
        unit = measure(one.quantity)
        known = first.setdefault((one.key, one.year, unit.dimension), [])
        other = next((o for o in known if o.path != one.path and _worth(o).meet(_worth(one)) is None), None)
        if other is not None:
            found.append((one.path, _check(one, other)))
        known.append(one)
    return found


def _worth(s: Stated) -> Interval:
    unit, wide = measure(s.quantity), reading(s.quantity)
    interval = wide.wide if wide.truncated is None else wide.wide.hull(wide.truncated)
    return interval * unit.factor + unit.offset


def _check(one: Stated, other: Stated) -> Check:
    q = one.quantity
    where = f"{other.path}:{other.line}"
    message = f"{one.name}, {one.year}: {one.text} here, {other.text} in {where}."
    evidence = (Evidence("here", q.start, q.end, reading(q).interval, q.unit),)
    return Check(ACROSS, "error", "fail", message, "here == there", evidence, assumed=(Assumed("there", other.text, None, where),), bond="one name, one year")
