"""How telling a slip of the hand is that would explain a figure."""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.structure.near import digits_slip, written, written_slip
from checker.model import Quantity
from checker.rational import Fraction
from checker.units import measure

NONE, WEAK, TELLING, PLAIN = range(4)
_DIGITS = 3  # of figures with so many digits few others are one digit away


def slip_between(q: Quantity, implied: Fraction) -> int:
    """Whether the figure that should stand there is one slip from the one that does, and how much that tells.

    >>> from checker.model import Quantity
    >>> figure = lambda n: Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(n), None, Fraction(1))
    >>> slip_between(figure(53), Fraction(35)), slip_between(figure(53), Fraction(56)), slip_between(figure(53), Fraction(47))
    (3, 1, 0)
    >>> slip_between(figure(985), Fraction(905)), slip_between(figure(980), Fraction(900)), slip_between(figure(520), Fraction(52))
    (2, 1, 3)
    """
    if implied <= 0 or not q.value or q.value < 0:
        return NONE
    if _zeros(q.value, implied):
        return WEAK if q.style == "words" or q.approx else PLAIN  # "about two" has no zero to lose
    stated, meant = written(q, implied)
    if len(stated) == len(meant) == 1:
        place = q.place or q.scale
        return WEAK if abs(implied - int(meant) * place) * _DIGITS < place and meant != "0" else NONE
    if not written_slip(stated, meant):
        return NONE
    if stated.rstrip("0") == meant.rstrip("0") or sorted(stated) == sorted(meant):
        return PLAIN
    if len(stated) != len(meant):
        return WEAK  # a digit left out or put in explains too much
    return TELLING if max(len(stated.rstrip("0")), len(meant.rstrip("0"))) >= _DIGITS else WEAK


def _zeros(a: Fraction, b: Fraction) -> bool:
    """True of values that are apart by one to three zeros."""
    low, high = sorted((a.numerator * b.denominator, b.numerator * a.denominator))
    return high % low == 0 and high // low in (10, 100, 1000)


def comes_out(q: Quantity, implied: Fraction) -> bool:
    """Whether what should stand there has no more figures than what does: a quotient that comes out is no accident.

    >>> from checker.model import Quantity
    >>> figure = lambda n: Quantity(0, 3, 0, 2, 0, 0, 0, "number", Fraction(n), None, Fraction(1))
    >>> comes_out(figure(90000), Fraction(60000)), comes_out(figure(53), Fraction(35)), comes_out(figure(53), Fraction(71, 2))
    (True, True, False)
    """
    place = q.place or q.scale
    own, other = q.value / place, implied / place
    while own and own % 10 == 0:
        own, other = own / 10, other / 10
    return other.denominator == 1


def meant(total: Quantity, count: Quantity, mean: Quantity) -> tuple[tuple[Quantity, Fraction], ...]:
    """Each of three figures of which two give the third, with what the others make of it."""
    ft, fn, fm = (measure(q).factor for q in (total, count, mean))
    return (
        (total, count.value * fn * mean.value * fm / ft),
        (mean, total.value * ft / (count.value * fn) / fm),
        (count, total.value * ft / (mean.value * fm) / fn),
    )


def evidence(implied: Iterable[tuple[Quantity, Fraction]]) -> int:
    """0 where no slip in one figure explains it; else how telling the best slip is, and one more where a figure comes out."""
    return max((slip + comes_out(q, value) for q, value in implied if (slip := slip_between(q, value))), default=0)


def slipped(q: Quantity, implied: Fraction) -> bool:
    """Whether a figure is one slip from what should stand there: one digit changed, dropped, doubled or put in front, two
    exchanged, zeros. Two single digits prove nothing: each is one slip from the other.

    >>> percent = lambda n: Quantity(0, 3, 0, 2, 0, 0, 0, "percent", Fraction(n), "percent", Fraction(1))
    >>> slipped(percent(18), Fraction(8)), slipped(percent(61), Fraction(51)), slipped(percent(45), Fraction(31)), slipped(percent(8), Fraction(6))
    (True, True, False, False)
    """
    if q.value is None or q.value <= 0 or implied <= 0 or q.kind == "ratio":
        return False
    stated, meant = written(q, implied)
    if max(len(stated), len(meant)) < 2:
        return False
    return stated.rstrip("0") == meant.rstrip("0") or digits_slip(stated, meant) or _carried(int(stated), int(meant))


def _carried(stated: int, meant: int) -> bool:
    """True where long figures are apart by one digit of one column, carried over: 1,060 and 960."""
    apart = str(abs(stated - meant)).rstrip("0")
    return len(apart) == 1 and max(stated, meant) >= 100
