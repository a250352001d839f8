"""How well a share, a part and a whole bear each other out, by their digits alone."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from checker.linking.structure.slips import TELLING, WEAK, comes_out, slip_between
from checker.linking.structure.wholes import as_fraction
from checker.model import Quantity

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
    """True where a sum or a rest of the amounts nearby gives the share: it is then of that."""
    values = [q for q in amounts if q.value]
    for a in values:
        for b in values:
            if a is b or a.kind != b.kind:
                continue
            tops = ((a.value, a.value + b.value), (b.value - a.value, b.value), (abs(b.value - a.value), a.value))
            if any(bottom and top > 0 and _is(top / bottom, share) for top, bottom in tops):
                return True
            if any(c is not a and c is not b and c.kind == a.kind and (_is((a.value + b.value) / c.value, share) or _is(a.value / (b.value + c.value), share)) for c in values):
                return True
    return False


def _is(value: Fraction, share: Quantity) -> bool:
    """True where the value, rounded like the share, is the share."""
    stated = as_fraction(share)
    if share.kind != "percent":
        return value == stated
    return abs(value - stated) * 200 <= (share.place or Fraction(1))
