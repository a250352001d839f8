"""How figures that do not fit betray a mistake: a slip of the hand, or the sum that people do instead of the right one.

Names alone tie the members of these structures. A slip or a known wrong way of reckoning says that they were meant to
fit; anything else may be another matter, and proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.context import years_in
from checker.linking.structure.joint.page import Figure
from checker.linking.structure.share.wholes import as_fraction
from checker.linking.structure.slips import slipped
from checker.model import Quantity
from checker.rational import Fraction

__all__ = ["as_told", "as_written", "growth", "holds", "one_time", "reckoned", "slipped", "worth"]


def reckoned(q: Quantity, wrong: Iterable[Fraction]) -> bool:
    """Whether a figure is what one of the known wrong ways makes of the others, to its last digit."""
    place = Fraction(0) if q.kind in ("ratio", "multiple") else q.place or q.scale
    return q.value is not None and any(abs(q.value - value) * 2 <= place for value in wrong)


def holds(q: Quantity, implied: Fraction) -> bool:
    """Whether a figure is, but for its last digit, what the others make of it; a fraction in words to a tenth of itself."""
    if q.value is None:
        return False
    return abs(q.value - implied) <= (q.value / 10 if q.kind in ("ratio", "multiple") else q.place or q.scale)


def as_written(q: Quantity, worth: Fraction) -> Fraction:
    """A part of one as the figure would write it: 0.2 is 20 in percent."""
    return worth * 100 if q.kind == "percent" else worth


def as_told(f: Figure, grown: Fraction) -> Fraction:
    """A growth as the figure tells it: in percent, as a part of one, or as how many times as much."""
    return grown + 1 if f.quantity.kind == "multiple" else as_written(f.quantity, abs(grown))


def one_time(page, figures: Iterable[Figure]) -> bool:
    """Whether the sentences of some figures speak of no more than one year, and of no list in parallel."""
    lines = {f.line.number: f.line for f in figures}.values()
    years = {y for line in lines for y in years_in(line, page.context)}
    return len(years) < 2 and not any(page.near.has("together-respectively", line) for line in lines)


def worth(f: Figure) -> Fraction:
    """A share as a part of one."""
    return as_fraction(f.quantity)


def growth(f: Figure) -> Fraction:
    """A growth as a part of one, falls below nothing; a multiple as what it adds."""
    q = f.quantity
    if q.kind == "multiple":
        return q.value - 1
    return worth(f) * (f.item.sign or 1)
