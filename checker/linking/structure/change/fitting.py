"""Whether an old value, a new one and a change agree, and if not, whether a slip of the hand in one of them tells why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil, floor

from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK
from checker.model import Quantity
from checker.rational import Fraction

_BAND = Fraction(1, 20)
_SIMPLE = tuple(Fraction(n, d) for n, d in ((1, 10), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (3, 2), (2, 1), (5, 2), (3, 1), (7, 2), (4, 1), (5, 1), (6, 1), (7, 1), (8, 1), (9, 1), (10, 1)))
_THOUSANDTH = Fraction(1, 1000)
_LEAST_PLACE, _EXACT = Fraction(1, 10**6), Fraction(0)
_LONG = 3
_ROUGH = 1e-6  # far more than floats are off by


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
    value = q.value
    while value.numerator * place.denominator % (value.denominator * place.numerator) and place > _LEAST_PLACE:  # no whole number of places
        place /= 10
    rounded = q.scale > 1 or place < 1 or q.kind == "percent"
    return Figure(value, place / 2 if rounded else _EXACT, place)


def agree(base: Figure, new: Figure, change: Figure, way: str, sign: int, band: Fraction = _BAND) -> bool:
    """Whether the change leads from one to the other, within their rounding. `way`: percent, ratio, delta, basis or multiple;
    `sign`: of the change, 0 where it may go either way."""
    up = new.value > base.value
    if sign and way != "multiple" and up != (sign > 0):
        return False
    if way == "percent" and _far_off(base, new, change):
        return False
    lo, hi = _implied(base, new, way)
    reach = change.value * band if way == "multiple" else min(Fraction(3, 100), change.value / 10) if way == "ratio" else change.half
    if way == "multiple":
        lo, hi = new.value / base.value, new.value / base.value
    return lo - reach <= change.value <= hi + reach


def leads(base: Fraction, new: Fraction, way: str) -> Fraction:
    """What a change from one value to another would be told as, without its sign.

    >>> leads(Fraction(40), Fraction(50), "percent"), leads(Fraction(3), Fraction(2), "delta")
    (Fraction(25, 1), Fraction(1, 1))
    """
    if way == "multiple":
        return new / base
    if way in ("delta", "basis"):
        return abs(new - base) * (100 if way == "basis" else 1)
    return abs(new / base - 1) * (100 if way == "percent" else 1)


def _far_off(base: Figure, new: Figure, change: Figure) -> bool:
    """True of a percentage that is wrong beyond all rounding: floats tell that soon, what is near is for the fractions."""
    a, x, b, y = float(base.value), float(base.half), float(new.value), float(new.half)
    if a <= 2 * x:
        return False
    low, high, stated, half = (b - y) / (a + x) - 1, (b + y) / (a - x) - 1, float(change.value) / 100, float(change.half) / 100
    least, most = (0.0 if low < 0 < high else min(abs(low), abs(high))), max(abs(low), abs(high))
    return stated + half < least - _ROUGH * (1 + least) or stated - half > most + _ROUGH * (1 + most)


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


def fits_but_for_a_slip(base: Quantity, new: Quantity, change: Quantity, sign: int) -> bool:
    """Whether the three agree, or would but for a slip of the hand that tells: "40% of 2,300 voted. This was ... from 820"."""
    way = "percent" if change.kind == "percent" else "basis" if change.unit == "basis point" else "delta"
    figures = figure(base), figure(new), figure(change)
    return agree(*figures, way, sign) or why_not(*figures, way, sign) >= TELLING


def why_not(base: Figure, new: Figure, change: Figure, way: str, sign: int) -> int:
    """How telling the best slip is that would make three figures agree that do not: NONE, WEAK, TELLING or PLAIN."""
    best = NONE
    up = sign or (1 if new.value > base.value else -1)
    same = (new.value > base.value) == (up > 0)
    if way == "percent" and same and agree(new, base, change, way, 0):
        return PLAIN  # over the new value
    for n, (one, (lo, hi)) in enumerate(zip((base, new, change), _meant(base, new, change, way, up))):
        if n == 2 and sign and way != "multiple" and not same:
            continue
        least, most = max(lo, _EXACT) / one.place, hi / one.place
        low, high = ceil(least), floor(most)  # most variants are whole numbers
        few = n < 2 and way in ("percent", "ratio") and len(one.digits) < _LONG  # small counts go with every percentage
        for value, worth in variants(one, way):
            if (low <= value <= high if type(value) is int else least <= value <= most) and value > 0 and not (n == 2 and way == "multiple" and (value * one.place > 1) != (one.value > 1)):
                best = max(best, min(worth, TELLING) if few else worth)
    if best < TELLING and way in ("multiple", "ratio"):
        best = max(best, _other_word(base, new, change, way, sign))
    return best


_Range = tuple[Fraction, Fraction]


def _meant(base: Figure, new: Figure, change: Figure, way: str, up: int) -> tuple[_Range, _Range, _Range]:
    """Between what the old value, the new one and the change would have to lie, each for the other two to stand."""
    lo, hi = _implied(base, new, way)
    if way in ("delta", "basis"):
        times = 100 if way == "basis" else 1
        step, reach = change.value / times * up, base.half + new.half + change.half / times
        meant = base.value + step, new.value - step
        return (meant[1] - reach, meant[1] + reach), (meant[0] - reach, meant[0] + reach), (lo - change.half, hi + change.half)
    if way == "multiple":
        band = _BAND / 2
        ratio = new.value / base.value
        factors = (change.value * (1 - band), change.value * (1 + band))
        lo, hi = ratio * (1 - band), ratio * (1 + band)
    else:
        times = 100 if way == "percent" else 1
        off = change.half if way == "percent" else min(Fraction(3, 100), change.value / 10)
        factors = tuple(sorted(1 + up * (change.value + side * off) / times for side in (-1, 1)))
        lo, hi = lo - off, hi + off
    if factors[0] <= 0:
        nothing = (Fraction(1), Fraction(0))
        return nothing, nothing, (lo, hi)
    olds = ((new.value - new.half) / factors[1] - base.half, (new.value + new.half) / factors[0] + base.half)
    news = ((base.value - base.half) * factors[0] - new.half, (base.value + base.half) * factors[1] + new.half)
    return olds, news, (lo, hi)


def _other_word(base: Figure, new: Figure, change: Figure, way: str, sign: int) -> int:
    """ "doubled" for "tripled", "a quarter" for "a half": the figures give exactly another simple number."""
    if way == "ratio" and sign and (new.value > base.value) != (sign > 0):
        return NONE
    implied = new.value / base.value if way == "multiple" else abs(new.value / base.value - 1)
    simple = [s for s in _SIMPLE if abs(s - implied) <= s * _THOUSANDTH * 5]
    return TELLING if simple and (implied > 1) == (change.value > 1) else NONE


def variants(one: Figure, way: str) -> Iterator[tuple[Fraction | int, int]]:
    """What a hand may have meant by a figure, in units of its last digit, each with how much it tells.

    >>> figures = list(variants(Figure(Fraction(12), Fraction(0), Fraction(1)), "percent"))
    >>> [max((worth for value, worth in figures if value == n), default=0) for n in (21, 120, 13, 112, 2, 45)]
    [3, 3, 1, 1, 1, 0]
    """
    digits = one.digits
    number, size = int(digits), len(digits)
    zeros = PLAIN if len(digits.rstrip("0")) > 1 else TELLING
    for times in (10, 100, 1000):
        yield number * times, zeros
        yield Fraction(number, times), zeros
    for i in range(size - 1):
        if digits[i] != digits[i + 1]:
            yield int(digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]), PLAIN
    long = way in ("delta", "basis") and len(digits.rstrip("0")) >= _LONG  # a percentage has few digits
    for i, digit in enumerate(digits):
        worth = 10 ** (size - 1 - i)
        for other in range(10):
            if other != int(digit):
                yield number + (other - int(digit)) * worth, TELLING if long else WEAK
    for i in range(size + 1):
        head, tail = divmod(number, 10 ** (size - i))
        for other in range(10):
            yield (head * 10 + other) * 10 ** (size - i) + tail, WEAK
    for i in range(size if size > 1 else 0):
        yield int(digits[:i] + digits[i + 1 :]), WEAK
