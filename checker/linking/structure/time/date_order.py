"""Which of two dates comes first, and whether both are told in one calendar, with their years or without."""

from __future__ import annotations

from checker.linking.context import Context

_HALF_YEAR = 186


def in_time(pair: tuple[int, int], context: Context) -> tuple[int, int]:
    """The earlier date first; of two without a year the one from which it is less far to the other."""
    one, other = sorted(pair)
    a, b = context.quantity(one).when, context.quantity(other).when
    if a.year and b.year:
        return (other, one) if (a.year, a.month or 0, a.day or 0) > (b.year, b.month or 13, b.day or 32) else (one, other)
    days = [(when.month or 0) * 31 + (when.day or 0) for when in (a, b)]
    return (other, one) if 0 < days[0] - days[1] < _HALF_YEAR or days[1] - days[0] > _HALF_YEAR else (one, other)


def same_calendar(pair: tuple[int, int], context: Context, told: bool) -> bool:
    """Whether both dates have a year of their own, or neither has; or, where words tell that they bound the length, the later
    one goes on in the year of the first: "left on 3 May 1839 ... and anchored on 21 June"."""
    a, b = (context.quantity(i).when for i in pair)
    open_ = [when.year is None or when.anchored for when in (a, b)]
    if told and open_ == [False, True] and pair[0] < pair[1] and a.month and b.month:
        return (a.month, a.day or 0) < (b.month, b.day or 0)
    return open_[0] == open_[1]
