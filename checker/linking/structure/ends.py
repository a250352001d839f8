"""The two ends of a range, told as one figure or as two, and what lies many times beyond them."""

from __future__ import annotations

from checker.linking.context import Context
from checker.rational import Fraction


def ends(indices: tuple[int, ...], context: Context) -> tuple[Fraction, Fraction] | None:
    """The ends of "3 to 9", or of "between 3" with "and 9"; None of what is no range."""
    qs = [context.quantity(i) for i in indices]
    if len(qs) == 1:
        return (qs[0].low, qs[0].high) if qs[0].low is not None and qs[0].high is not None else None
    return (qs[0].value, qs[1].value) if len(qs) == 2 and None not in (qs[0].value, qs[1].value) else None


def far_beyond(low: Fraction, high: Fraction, value: Fraction, times: int) -> bool:
    """True of a value above zero so many times below the lower end, or above the upper one: rather of another thing.

    >>> [far_beyond(Fraction(10), Fraction(20), Fraction(value), 5) for value in (1, 2, 100, 101)]
    [True, False, False, True]
    """
    return low > 0 and value > 0 and not low <= times * value <= times * times * high
