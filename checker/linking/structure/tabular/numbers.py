"""Arithmetic on figures of a table: whether a relation holds between them, and whether one slip would explain a miss.

Only intervals decide, as in judging; here they decide which cells of a table belong together.
"""

from __future__ import annotations

from bisect import bisect_left

from checker.interval import Interval, around, point
from checker.linking.context import Context
from checker.linking.structure.near import digits_slip
from checker.model import Quantity
from checker.rational import Fraction
from checker.rounding import reading
from checker.units import measure

_MOST_WRITINGS = 40  # values within an interval that are tried as what may have been meant
ZERO = point(0)


class Numbers:
    """The figures of a document: their intervals in base units, each made once, and where they and the sentences start."""

    def __init__(self, context: Context):
        self.context = context
        self.known: dict[int, Interval] = {}
        self.starts = [q.start for q in context.extraction.quantities]
        tokens = context.extraction.tokens.starts
        self.lines = [line for line in context.lines.lines if line.firsts]
        self.line_starts = [tokens[line.firsts[0]] for line in self.lines]

    def within(self, span: tuple[int, int]) -> range:
        """The figures that start between two offsets."""
        return range(bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1]))

    def quantity(self, index: int) -> Quantity:
        return self.context.quantity(index)

    def of(self, index: int) -> Interval:
        found = self.known.get(index)
        if found is None:
            q = self.context.quantity(index)
            found = self.known[index] = reading(q).interval * measure(q).factor
        return found

    def value(self, index: int) -> Fraction:
        """The nominal value in base units, 0 of a range."""
        q = self.context.quantity(index)
        return Fraction(0) if q.value is None else q.value * measure(q).factor

    def loosely(self, index: int) -> Interval:
        """The figure as if it were rounded to its last digit, whatever it counts: a table rarely says."""
        q = self.context.quantity(index)
        return self.of(index).hull(around(self.value(index), (q.place or q.scale) * measure(q).factor / 2))

    def sum(self, indices) -> Interval:
        total = ZERO
        for index in indices:
            total = total + self.of(index)
        return total

    def misses(self, total: int, parts) -> bool:
        """True where parts do not add up to a total even if all of them are rounded."""
        found = ZERO
        for index in parts:
            found = found + self.loosely(index)
        return self.loosely(total).meet(found) is None

    def meets(self, index: int, implied: Interval) -> bool:
        return self.of(index).meet(implied) is not None

    def near(self, index: int, implied: Interval, part: Fraction = Fraction(3, 10)) -> bool:
        """True where the figure is within a part of what is implied."""
        if implied.lo is None or implied.hi is None:
            return False
        centre = (implied.lo + implied.hi) / 2
        return abs(self.value(index) - centre) <= part * abs(centre)

    def slip(self, index: int, implied: Interval) -> bool:
        """True where one slip of the hand makes the figure what it should be: a digit, two digits exchanged, the point."""
        q = self.context.quantity(index)
        if q.value is None or implied.lo is None or implied.hi is None:
            return False
        scale = measure(q).factor * q.scale
        place = (q.place or Fraction(1)) / q.scale
        low, high = sorted((implied.lo / scale, implied.hi / scale))
        while high - low > _MOST_WRITINGS * place:
            place *= 10
        first, last = -(-(low - place / 2) // place), (high + place / 2) // place
        written = _digits(q.value / q.scale / place)
        return any(digits_slip(written, _digits(Fraction(n))) for n in range(int(first), int(last) + 1))


def _digits(value: Fraction) -> str:
    return str(abs(round(value)))


def numbers_of(context: Context) -> Numbers:
    """The figures of this document, shared by all structures that reckon with them."""
    if "numbers" not in context.shelf:
        context.shelf["numbers"] = Numbers(context)
    return context.shelf["numbers"]
