"""Market quotations: "6-3/4, 5/8 pct" are 6-3/4 and 6-5/8 percent; the second leaves the whole out."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.draft import Draft, Scan


def second_halves(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives a lone fraction of a percent behind a mixed number the whole of that number. In place."""
    for left, right in zip(drafts, drafts[1:]):
        if right.kind != "percent" or not _fraction(right) or right.value >= 1 or not _fraction(left) or left.value < 1:
            continue
        if left.kind not in ("number", "percent") or right.hedge is not None or right.change is not None or between(s, left, right) not in ((), (",",)):
            continue
        right.value += left.value.numerator // left.value.denominator
        right.numeral, right.inherited = right.value, "scale"
        left.unit, left.kind, left.inherited = right.unit, right.kind, left.inherited or "unit"


def _fraction(draft: Draft) -> bool:
    return draft.style == "fraction" and draft.value is not None and draft.low is None
