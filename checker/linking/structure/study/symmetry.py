"""Intervals lie around their estimates: a difference in the middle of its bounds, a ratio in the middle of their logarithms.

    mean difference 1.8 (95% CI 0.2 to 3.4)      centred
    hazard ratio 0.72 (95% CI 0.58 to 0.89)      centred-ratio

Not every method gives such intervals. So a miss counts only where one slip of the hand, in the estimate or in a bound, explains
it to the last digit, and no other interval of the document lies aside without one. Shares never count: theirs lean to the middle
of the scale. Figures of one digit are too coarse to tell.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.structure.ends import ends as ends_of
from checker.linking.structure.near import near
from checker.model import Frame, Quantity
from checker.rational import Fraction

_LOG_OFF = Fraction(1, 25)  # rounding to two digits moves the square of the middle by so much
_ODDS_OFF = Fraction(1, 6)  # so far off the intervals of shares lie by rounding and by their methods
_NAME = 12  # symbols from "median" to the figure
_PLACES = 2  # digits that bounds must have to tell


def symmetry(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "centred" and "centred-ratio" (estimate, low, high) for the intervals that `statistics` found."""
    words, found, aside = near(context), [], set()
    for frame in frames:
        if frame.family != "estimate-interval" or not frame.pinned:
            continue
        estimate, bounds = frame.claims["estimate"][0], frame.claims["bounds"]
        q, ends = context.quantity(estimate), ends_of(bounds, context)
        line, at = context.line(estimate), context.lines.position_of[estimate]
        if q.value is None or ends is None or q.value in ends or words.within("median-word", line, at - _NAME, at):
            continue  # intervals of medians lie as they like, and so do those at the end of a scale
        ratio = words.within("ratio-word", line, at - 7, at) and ends[0] > 0 < q.value and q.kind == "number" and q.unit is None
        family, holds = ("centred-ratio", _log_exact) if ratio else ("centred", _centred)
        if not _told_apart(q, ends) or not ratio and words.has("ratio-word", line):
            continue
        if not (_log_centred if ratio else _centred)(q.value, *ends, q.place):
            if not ratio and (_log_centred(q.value, *ends) or _of_share(q, ends) and not words.within("null-word", line, at - 7, at)):
                continue  # a ratio by another name lies in the middle all the same
            if not _slipped(q, ends, holds):
                aside.add(family)
                continue
        claims = {"estimate": (estimate,), "bounds": bounds}
        found.append(Frame(family, frame.cue, claims, {}, 0, frozenset(claims), 0, None, (), "symmetry"))
    return [f for f in found if f.family not in aside]


def _of_share(q: Quantity, ends: tuple[Fraction, Fraction]) -> bool:
    """True of "71.5% (58.2-81.9%)", and of "a sensitivity of 0.715 (0.582-0.819)", where odds lie in the middle."""
    whole = 100 if q.kind == "percent" else 1
    low, high = ends
    if not 0 < low < q.value < high < whole:
        return False
    odds = (q.value / (whole - q.value)) ** 2
    return q.kind == "percent" or abs(odds * (whole - low) * (whole - high) / (low * high) - 1) <= _ODDS_OFF


def _told_apart(q: Quantity, ends: tuple[Fraction, Fraction]) -> bool:
    """Whether the figures have enough digits to tell where the middle lies."""
    return q.place is not None and all(abs(value) / q.place >= 10 ** (_PLACES - 1) for value in (q.value, *ends))


def _centred(estimate: Fraction, low: Fraction, high: Fraction, place: Fraction) -> bool:
    return abs((low + high) / 2 - estimate) <= place and low < high


def _log_centred(estimate: Fraction, low: Fraction, high: Fraction, place: Fraction = Fraction(0)) -> bool:
    return 0 < low < high and abs(estimate * estimate / (low * high) - 1) <= _LOG_OFF


def _log_exact(estimate: Fraction, low: Fraction, high: Fraction, half: Fraction) -> bool:
    """True where rounding alone, by half a digit of each figure, moves the estimate off the middle."""
    return 0 < low < high and estimate > 0 and abs(estimate * estimate / (low * high) - 1) <= half * (2 / estimate + 1 / low + 1 / high)


def _slipped(q: Quantity, ends: tuple[Fraction, Fraction], holds) -> bool:
    """Whether one slip in the estimate or a bound makes the interval lie around it."""
    place, (low, high) = q.place, ends
    return (
        any(holds(other, low, high, place / 2) for other in _misread(q.value, place))
        or any(holds(q.value, other, high, place / 2) for other in _misread(low, place))
        or any(holds(q.value, low, other, place / 2) for other in _misread(high, place))
    )


def _misread(value: Fraction, place: Fraction) -> Iterator[Fraction]:
    """Neighbouring digits exchanged, the sign lost, the point moved: slips that nothing else looks like."""
    digits = str(int(abs(value) / place))
    for i in range(len(digits) - 1):
        other = digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :]
        if other != digits:
            yield int(other) * place * (1 if value >= 0 else -1)
    yield -value
    yield value * 10
    yield value / 10
