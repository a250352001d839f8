"""One measurement told in two units, sentences or paragraphs apart: the only two figures of their dimension.

    has covered 800 miles on a single trip ... [three paragraphs] ... A flight of 1,290 kilometres is not the longest on record
    The tower is 328 feet high ... At a height of 100 metres the wind ...

One is told in units of here, the other in those of there, and no third figure of that dimension stands in the text. Words of one
sort stand at both: of a way, a height, a weight, an area.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of, ties_of
from checker.model import Frame
from checker.rational import Fraction
from checker.units import measure

_SORTS = tuple(f"distant-sort-{name}" for name in ("way", "height", "weight", "area"))
_FAR = Fraction(8, 5)
_AROUND = 9  # symbols around a figure in which words say what it measures


def distant_conversions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "conversion" (first, second)."""
    sheet = sheet_of(context)
    pairs: dict[str, list[Told]] = {}
    for told in sheet.all:
        if told.q.kind == "physical" and told.q.value and "/" not in (told.q.unit or "/") and not measure(told.q).offset:
            pairs.setdefault(measure(told.q).dimension, []).append(told)
    ties, found = ties_of(frames), []
    for figures in pairs.values():
        pair = _two(figures, sheet)
        if pair is not None:
            frame = sheet.frame("conversion", {"first": (pair[0].index,), "second": (pair[1].index,)}, pair[1].index)
            found.extend([] if any(ties.elsewhere(frame, t.index) for t in pair) else [frame])
    return found


def _two(figures: list[Told], sheet: Sheet) -> tuple[Told, Told] | None:
    """The only two values, in units of two systems, and of one sort of measurement."""
    firsts: dict[tuple, Told] = {}
    for told in figures:
        firsts.setdefault((told.q.value, told.q.unit), told)
    if len(firsts) != 2:
        return None
    a, b = firsts.values()
    if not sheet.apart(a, b) or not all(sheet.is_plain(t) and not t.q.approx for t in (a, b)) or _one_system(a, b) or not sheet.one_time((a.index, b.index)):
        return None
    ratio = a.q.value * measure(a.q).factor / (b.q.value * measure(b.q).factor)
    return (a, b) if 1 / _FAR <= ratio <= _FAR and _sort(a, sheet) & _sort(b, sheet) else None


def _one_system(a: Told, b: Told) -> bool:
    """True of units that are whole multiples of each other: of metres and kilometres, of feet and yards."""
    ratio = measure(a.q).factor / measure(b.q).factor
    ratio = max(ratio, 1 / ratio)
    return ratio.denominator == 1


def _sort(told: Told, sheet: Sheet) -> frozenset[str]:
    """What a figure measures, as far as the words around it say; of two sorts none is meant."""
    start, end = max(told.left, told.at - _AROUND), min(told.right, told.at + _AROUND)
    found = frozenset(name for name in _SORTS if sheet.words.within(name, told.line, start, told.at) or sheet.words.within(name, told.line, told.at + 1, end))
    return found if len(found) == 1 else frozenset()
