"""How well a share, a part and a whole bear each other out, by their digits alone."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import permutations
from math import lcm

from checker.linking.structure.share.wholes import as_fraction
from checker.linking.structure.slips import TELLING, WEAK, comes_out, slip_between
from checker.model import Quantity
from checker.rational import Fraction

_SIMPLE = 10  # denominators that have a word of their own
_LONG = 3  # digits whose order is easily confused


def evidence(part: Quantity, whole: Quantity, share: Quantity) -> int:
    """0 where no slip in one of the three makes them agree; else how telling the best is, and one more where a figure comes out.

    >>> from checker.model import Quantity
    >>> count = lambda n: Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(n), None, Fraction(1))
    >>> percent = lambda n: Quantity(0, 3, 0, 2, 0, 0, 0, "percent", Fraction(n), "percent", Fraction(1))
    >>> evidence(count(609), count(1450), percent(24)), evidence(count(17), count(400), percent(31))
    (4, 0)
    """
    rate = as_fraction(share)
    if not rate or rate >= 1 or not part.value or not whole.value:
        return 0
    made = part.value / whole.value
    if share.kind == "ratio":
        best = TELLING if made.denominator <= _SIMPLE else 0
    else:
        best = _weight(share, made * 100)
    return max(best, _weight(part, whole.value * rate), _weight(whole, part.value / rate))


def _weight(q: Quantity, implied: Fraction) -> int:
    if _teen(q, implied):
        return TELLING + 1
    slip = slip_between(q, implied)
    if not slip and _shuffled(q, implied):
        slip = WEAK
    return slip + comes_out(q, implied) if slip else 0


def _teen(q: Quantity, implied: Fraction) -> bool:
    """True of numbers in words that differ by "teen" and "ty"."""
    if q.style != "words" or implied.denominator != 1:
        return False
    low, high = sorted((q.value, implied))
    return 13 <= low <= 19 and high == (low - 10) * 10


def _shuffled(q: Quantity, implied: Fraction) -> bool:
    """True of long figures with the same digits in another order."""
    place = q.place or q.scale
    stated, meant = str(int(q.value / place)), str(int(implied / place + Fraction(1, 2)))
    return len(stated.rstrip("0")) >= _LONG and sorted(stated) == sorted(meant)


def explained(share: Quantity, amounts: Iterable[Quantity]) -> bool:
    """True where a sum or a rest of the amounts nearby, all above zero, gives the share: it is then of that."""
    kinds: dict[str, list[Fraction]] = {}
    for q in amounts:
        if q.value:
            kinds.setdefault(q.kind, []).append(q.value)
    stated, slack = as_fraction(share), (share.place or Fraction(1)) / 200 if share.kind == "percent" else Fraction(0)
    return any(_some_give(_whole_numbers(values), _Range.of(stated - slack, stated + slack)) for values in kinds.values())


def _whole_numbers(values: list[Fraction]) -> list[int]:
    """The values in a unit small enough for all of them: with integers the many trials below are quick, and exact."""
    unit = lcm(*(v.denominator for v in values))
    return [v.numerator * (unit // v.denominator) for v in values]


@dataclass(frozen=True, slots=True)
class _Range:
    """What rounds to a share: from `low` to `high`, both of so many parts of `one`."""

    low: int
    high: int
    one: int

    @classmethod
    def of(cls, low: Fraction, high: Fraction) -> _Range:
        one = lcm(low.denominator, high.denominator)
        return cls(int(low * one), int(high * one), one)

    def holds(self, top: int, bottom: int) -> bool:
        """True where the quotient is the share."""
        return self.low * bottom <= top * self.one <= self.high * bottom

    def bottoms(self, top: int, largest: int) -> tuple[int, int]:
        """The least and the most, up to `largest`, that the top can be divided by to give the share."""
        return -(-top * self.one // self.high), min(largest, top * self.one // self.low) if self.low > 0 else largest


def _some_give(values: list[int], share: _Range) -> bool:
    """True where two or three of the values make the share: a of a + b, b - a of b, b - a of a, a + b of c, a of b + c."""
    ordered = sorted(values)
    for a, b in permutations(values, 2):
        if share.holds(a, a + b) or b > a and share.holds(b - a, b) or a != b and share.holds(abs(b - a), a):
            return True
        if _third(ordered, a, b, *share.bottoms(a + b, ordered[-1])):
            return True
        least, most = share.bottoms(a, b + ordered[-1])
        if _third(ordered, a, b, least - b, most - b):
            return True
    return False


def _third(ordered: list[int], a: int, b: int, least: int, most: int) -> bool:
    """True where one of the values besides a and b lies between two limits."""
    return bisect_right(ordered, most) - bisect_left(ordered, least) > (least <= a <= most) + (least <= b <= most)
