"""Growth rates that stand together and are no whole with its parts, because the passage says what else there is."""

from __future__ import annotations

from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.terms import Item

_LARGE = 1000  # smaller counts are everywhere
_PART = 50  # less than a fiftieth left over is rounding


def open_counts(found: list[tuple[Line, Item]], reader: Reader) -> bool:
    """True where the passage counts a whole and as many parts as have a rate, and these leave some of it over: "3,600 vehicles, 2,900
    cars and 300 vans"."""
    numbers = [line.number for line, _ in found]
    for line in reader.context.lines.lines[min(numbers) : max(numbers) + 1]:
        counted = sorted(q.value for q in map(reader.context.quantity, line.figures) if q.kind in ("count", "number") and q.value is not None and q.value >= _LARGE)
        if len(counted) == len(found) and 0 < sum(counted[:-1]) < counted[-1] - counted[-1] / _PART:
            return True
    return False


def of_times(line: Line, item: Item, found: list[tuple[Line, Item]], reader: Reader) -> bool:
    """True of "output in May and June together fell by 2%": what is put together are times, and the parts are none."""
    times = [sum(q >= 0 and reader.context.quantity(q).when is not None for q in other.quantity[: i.at]) for other, i in found if other is not line]
    own = sum(q >= 0 and reader.context.quantity(q).when is not None for q in line.quantity[: item.at])
    return own > 1 and max(times, default=own) < own
