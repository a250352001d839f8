"""Balances and ratios with a name whose two sides are each told once under theirs, however far apart.

    Exports came to 18.4 billion crowns ... the country imported goods worth 15.9 billion ... The trade surplus of 2.5 billion
    Revenue came to 320 million dollars ... Operating profit was 48 million ... The operating margin of 15 percent
    Net profit came to 84 million euros ... there were 40 million shares throughout ... Earnings per share of 2.10 euros

What comes of the two must be called so as well; where a name stands at two values, or a side is missing, nothing is tied.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, same_head
from checker.linking.structure.distant.sheet import Sheet, Ties, Told, one, sheet_of, ties_of
from checker.model import Frame
from checker.rational import Fraction

_COUNTS = ("count", "number")
_AMOUNTS = ("currency", *_COUNTS)
_FAR = Fraction(4)  # times as much: the figures are rather of other things
_LARGE = 1000


@dataclass(frozen=True, slots=True)
class _Sort:
    """What comes of two sides: its family, the claims of the result and of the sides, and the kinds of the result."""

    name: str
    family: str
    claims: tuple[str, str, str]
    kinds: tuple[str, ...] = _AMOUNTS


_BALANCE, _QUOTIENT = ("difference", "first", "second"), ("rate", "part", "whole")
_SORTS = (
    *(_Sort(name, "balance", _BALANCE) for name in ("trade", "births", "budget", "movers")),
    *(_Sort(name, "quotient", _QUOTIENT, ("percent",)) for name in ("operating", "net", "gross", "pretax", "tax", "equity", "jobless", "fatality")),
    _Sort("shares", "per-share", ("rate", "amount", "count"), ("currency",)),
)


def distant_accounts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "balance" (first, second, difference), "quotient" (part, whole, rate) and "per-share" (amount, count, rate)."""
    sheet = sheet_of(context)
    if not sheet.short:
        return []
    ties = ties_of(frames)
    return [frame for sort in _SORTS if (frame := _frame(sort, sheet, ties)) is not None]


def _frame(sort: _Sort, sheet: Sheet, ties: Ties) -> Frame | None:
    names = tuple(f"distant-{sort.name}{end}" for end in ("", "-one", "-two"))
    if not all(sheet.words.lines[name] for name in names):
        return None
    found: dict[str, list[Told]] = {name: [] for name in names}
    for told in sheet.plain:
        name = sheet.called(told, (*names, f"distant-{sort.name}-not"))
        if name in found:
            found[name].append(told)
    result = one([t for t in found[names[0]] if t.q.kind in sort.kinds])
    sides = [one([t for t in found[name] if t.q.kind in _AMOUNTS and "/" not in (t.q.unit or "")]) for name in names[1:]]
    if result is None or None in sides or not _fitting(sort, result, sides):
        return None
    three = (result, *sides)
    indices = tuple(t.index for t in three)
    if not sheet.apart(*three) or sheet.words.has("distant-topped-up", result.line) or not sheet.one_time(indices):
        return None
    frame = sheet.frame(sort.family, {claim: (i,) for claim, i in zip(sort.claims, indices)}, result.index)
    return None if ties.elsewhere(frame, result.index) else frame


def _fitting(sort: _Sort, result: Told, sides: list[Told]) -> bool:
    """Whether three figures are of units, and of sizes, of which one can come of the other two."""
    a, b = (t.q for t in sides)
    if sort.family == "per-share":
        made = a.value / b.value
        return a.kind == "currency" and a.value > _LARGE and b.kind in _COUNTS and b.value > _LARGE and same_head(a, result.q) and _near(made, result.q.value)
    if a.kind == b.kind == "currency" and not same_head(a, b) or (a.kind in _COUNTS) != (b.kind in _COUNTS):
        return False
    if sort.family == "quotient":
        return _near(a.value / b.value * 100, result.q.value)
    if a.kind == "currency" and not same_head(a, result.q) or (a.kind in _COUNTS) != (result.q.kind in _COUNTS):
        return False
    if result.q.value in (a.value, b.value):
        return False  # a side told again, a target
    return a.value != b.value and _near(abs(a.value - b.value), result.q.value)


def _near(made: Fraction, stated: Fraction) -> bool:
    return made <= _FAR * stated and stated <= _FAR * made
