"""Market quotations: "6-3/4, 5/8 pct" are 6-3/4 and 6-5/8 percent, "97.14-18" are 97.14 and 97.18; the second leaves the
whole out."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.draft import Draft, Scan
from checker.rational import Fraction

_ENDS = (".", ",", ";", ")")


def second_halves(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives a lone fraction of a percent behind a mixed number the whole of that number. In place."""
    for left, right in zip(drafts, drafts[1:]):
        if _plain(left) and (_plain(right) or right.kind == "currency" and not right.prefixed) and _asked(s, left, right):
            right.numeral = right.value = left.value - int(s.words[left.last][-len(s.words[right.first]) :]) * left.place + right.value * left.place
            right.place, right.inherited = left.place, "scale"
            left.unit, left.kind = right.unit, right.kind
            continue
        if right.kind != "percent" or not _fraction(right) or right.value >= 1 or not _fraction(left) or left.value < 1:
            continue
        if left.kind not in ("number", "percent") or right.hedge is not None or right.change is not None or between(s, left, right) not in ((), (",",)):
            continue
        right.value += left.value.numerator // left.value.denominator
        right.numeral, right.inherited = right.value, "scale"
        left.unit, left.kind, left.inherited = right.unit, right.kind, left.inherited or "unit"


def _plain(draft: Draft) -> bool:
    return draft.kind == "number" and draft.unit is None and draft.value is not None and draft.style == "digits" and draft.place is not None and draft.noun_last < 0


def _asked(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a hyphen or stroke ties the hundredths of what is asked to what is bid: "1.5320/35"."""
    at = left.last + 1
    tied = s.word(at) in ("-", "/") and s.glued(at) and s.glued(at + 1) and right.first == at + 1 and left.last > left.first
    digits = len(s.words[left.last]) if tied else 0
    tail = s.words[left.last][-len(s.words[right.first]) :] if tied else ""
    known = 1 < len(s.words[right.first]) <= digits and left.place == Fraction(1, 10**digits)
    after = right.first + 1
    ends = not s.glued(after) or s.word(after) in _ENDS and not (s.glued(after + 1) and s.word(after + 1)[:1].isdecimal())
    return tied and known and ends and left.value >= 1 and int(tail) < right.value


def _fraction(draft: Draft) -> bool:
    return draft.style == "fraction" and draft.value is not None and draft.low is None
