"""Whether an old value, a new one and a change agree, and if not, whether a slip of the hand in one of them tells why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK
from checker.model import Quantity

_BAND = Fraction(1, 20)
_SIMPLE = tuple(Fraction(n, d) for n, d in ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (3, 2), (2, 1), (5, 2), (3, 1), (7, 2), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1), (10, 1)))
_THOUSANDTH = Fraction(1, 1000)
_LONG = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it is written: its value and half the worth of its last digit where it is rounded."""

    value: Fraction
    half: Fraction
    place: Fraction

    @property
    def digits(self) -> str:
        return str(int(self.value / self.place))


def figure(q: Quantity) -> Figure:
    place = q.place or q.scale
    if q.kind == "percent" and q.place is None:
        place = Fraction(1)
    while (q.value / place).denominator != 1 and place > Fraction(1, 10**6):
        place /= 10
    rounded = q.scale > 1 or place < 1 or q.kind == "percent"
    return Figure(q.value, place / 2 if rounded else Fraction(0), place)


def agree(base: Figure, new: Figure, change: Figure, way: str, sign: int) -> bool:
    """Whether the change leads from one to the other, within their rounding. `way`: percent, ratio, delta, basis or multiple;
    `sign`: of the change, 0 where it may go either way."""
    up = new.value > base.value
    if sign and way != "multiple" and up != (sign > 0):
        return False
    lo, hi = _implied(base, new, way)
    reach = change.value * _BAND if way == "multiple" else min(Fraction(3, 100), change.value / 10) if way == "ratio" else change.half
    if way == "multiple":
        lo, hi = new.value / base.value, new.value / base.value
    return lo - reach <= change.value <= hi + reach


def _implied(base: Figure, new: Figure, way: str) -> tuple[Fraction, Fraction]:
    if way in ("delta", "basis"):
        off, reach = abs(new.value - base.value), new.half + base.half
        times = 100 if way == "basis" else 1
        return (off - reach) * times, (off + reach) * times
    big, small = max(new.value, base.value), min(new.value, base.value)
    times = 100 if way == "percent" else 1
    ends = [
        abs((new.value + a * new.half) / (base.value + b * base.half) - 1) * times
        for a in (-1, 1) for b in (-1, 1) if base.value + b * base.half > 0
    ]  # fmt: skip
    return (min(ends), max(ends)) if big != small else (Fraction(0), max(ends))


def why_not(base: Figure, new: Figure, change: Figure, way: str, sign: int) -> int:
    """How telling the best slip is that would make three figures agree that do not: NONE, WEAK, TELLING or PLAIN."""
    best = NONE
    if way == "percent" and agree(new, base, change, way, 0) and not agree(base, new, change, way, 0) and sign == (1 if new.value > base.value else -1):
        best = PLAIN  # over the new value
    for n, one in enumerate((base, new, change)):
        for value, worth in variants(one, way):
            if worth <= best or n == 2 and way == "multiple" and (value > 1) != (one.value > 1):
                continue
            if n < 2 and way in ("percent", "ratio") and len(one.digits) < _LONG:
                worth = min(worth, TELLING)  # small counts go with every percentage
            three = [base, new, change]
            three[n] = Figure(value, one.half, one.place)
            if three[0].value > 0 and three[0].value != three[1].value and agree(*three, way, sign):
                best = worth
    if best < TELLING and way in ("multiple", "ratio"):
        best = max(best, _other_word(base, new, change, way, sign))
    return best


def _other_word(base: Figure, new: Figure, change: Figure, way: str, sign: int) -> int:
    """ "doubled" for "tripled", "a quarter" for "a half": the figures give exactly another simple number."""
    if way == "ratio" and sign and (new.value > base.value) != (sign > 0):
        return NONE
    implied = new.value / base.value if way == "multiple" else abs(new.value / base.value - 1)
    simple = [s for s in _SIMPLE if abs(s - implied) <= s * _THOUSANDTH * 5]
    return TELLING if simple and (implied > 1) == (change.value > 1) else NONE


def variants(one: Figure, way: str) -> Iterator[tuple[Fraction, int]]:
    """What a hand may have meant by a figure, each with how much it tells."""
    digits = one.digits
    zeros = PLAIN if len(digits.rstrip("0")) > 1 else TELLING
    for times in (10, 100, 1000):
        yield one.value * times, zeros
        yield one.value / times, zeros
    size = len(digits)
    long = way in ("delta", "basis") and len(digits.rstrip("0")) >= _LONG  # a percentage has few digits
    for i in range(size - 1):
        if digits[i] != digits[i + 1]:
            yield int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]) * one.place, PLAIN
    for i, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and (size > 1 or other != "0"):
                yield int(digits[:i] + other + digits[i + 1 :]) * one.place, TELLING if long else WEAK
    for i in range(size + 1):
        for other in "0123456789":
            yield int(digits[:i] + other + digits[i:]) * one.place, WEAK
    if size > 1:
        for i in range(size):
            yield int(digits[:i] + digits[i + 1 :]) * one.place, WEAK
