"""Ratios with a name whose two sides are each told once under theirs, however far apart.

    Revenue came to 320 million dollars ... Operating profit was 48 million ... The operating margin of 15 percent
    Net profit came to 84 million euros ... there were 40 million shares throughout ... Earnings per share of 2.10 euros

What comes of the two must be called so as well; where a name stands at two values, or a side is missing, nothing is tied. The
names are the pack's: a class "distant-NAME" with a family, and "-one" and "-two" for what is divided by what.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, same_head
from checker.linking.lexicon import Lexicon
from checker.linking.structure.distant.rates import nearly
from checker.linking.structure.distant.sheet import Sheet, Ties, Told, one, sheet_of, ties_of
from checker.linking.structure.near import near
from checker.model import Frame
from checker.once import once
from checker.rational import Fraction

_COUNTS = ("count", "number")
_AMOUNTS = ("currency", *_COUNTS)
_PREFIX = "distant-"
_SIDES = ("-one", "-two")
_CLAIMS = {"quotient": ("rate", "part", "whole"), "per-share": ("rate", "amount", "count")}
_KINDS = {"quotient": "percent", "per-share": "currency"}  # of the ratio
_FAR = Fraction(4)  # times as much: the figures are rather of other things
_LARGE = 1000


@dataclass(frozen=True, slots=True)
class _Sort:
    """A ratio: its name, those of its sides, that of what is called alike, and its family."""

    names: tuple[str, str, str]
    other: str
    family: str


def _sorts_of(lexicon: Lexicon) -> tuple[_Sort, ...]:
    classes = lexicon.pack.classes
    named = (
        (name, family)
        for name, c in sorted(classes.items())
        if name.startswith(_PREFIX) and classes.keys() >= {name + side for side in _SIDES}
        for family in (c.extra or {}).get("families", ())
    )
    return tuple(_Sort((name, *(name + side for side in _SIDES)), f"{name}-not", family) for name, family in named)


_sorts = once(_sorts_of)


def distant_accounts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "quotient" (part, whole, rate) and "per-share" (amount, count, rate)."""
    words = near(context)
    sorts = [sort for sort in _sorts(context.lexicon) if all(words.lines[name] for name in sort.names)]
    if not sorts or not (sheet := sheet_of(context)).short:
        return []
    ties = ties_of(frames)
    return [frame for sort in sorts if (frame := _frame(sort, sheet, ties)) is not None]


def _frame(sort: _Sort, sheet: Sheet, ties: Ties) -> Frame | None:
    found: dict[str, list[Told]] = {name: [] for name in sort.names}
    for told in sheet.plain:
        name = sheet.called(told, (*sort.names, sort.other))
        if name in found:
            found[name].append(told)
    result = one([t for t in found[sort.names[0]] if t.q.kind == _KINDS[sort.family]])
    sides = [one([t for t in found[name] if t.q.kind in _AMOUNTS and "/" not in (t.q.unit or "")]) for name in sort.names[1:]]
    if result is None or None in sides or not _fitting(sort, result, sides):
        return None
    three = (result, *sides)
    indices = tuple(t.index for t in three)
    if not sheet.apart(*three) or not sheet.one_time(indices):
        return None
    frame = sheet.frame(sort.family, {claim: (i,) for claim, i in zip(_CLAIMS[sort.family], indices)}, result.index)
    return None if ties.elsewhere(frame, result.index) else frame


def _fitting(sort: _Sort, result: Told, sides: list[Told]) -> bool:
    """Whether three figures are of units, and of sizes, of which one can be the ratio of the other two."""
    a, b = (t.q for t in sides)
    made = a.value / b.value
    if sort.family == "per-share":
        return a.kind == "currency" and a.value > _LARGE and b.kind in _COUNTS and b.value > _LARGE and same_head(a, result.q) and _near(made, result.q.value) and not nearly(made, result.q)
    alike = same_head(a, b) if a.kind == b.kind == "currency" else (a.kind in _COUNTS) == (b.kind in _COUNTS)
    return alike and _near(made * 100, result.q.value)


def _near(made: Fraction, stated: Fraction) -> bool:
    return made <= _FAR * stated and stated <= _FAR * made
