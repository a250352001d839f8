"""One measurement in two units, the only two figures of its dimension in a brief text.

    The dyke is 64 kilometres long ... [a paragraph] ... The distance, about 40 miles, takes a cyclist four hours
    The vat holds 300 gallons. About 1,140 litres fit in it
    The boulder weighs 2.6 tonnes ... That is 2,600 kilograms

The second is put roughly, as what is converted is, or is called by what it measures, or is told as the same again; its sentence brings
in no other thing. Units of which one is so many of the other are only tied where words say that it is the same.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.again.sole_twins import far_apart
from checker.linking.structure.distant.brief import brief, elsewhere, stranger
from checker.linking.structure.distant.mentions import of_then
from checker.linking.structure.distant.sheet import Sheet, Told, ties_of
from checker.model import Frame
from checker.rational import Fraction
from checker.units import measure, times_as_large

_SORTS = ("brief-dim-long", "brief-dim-high", "brief-dim-wide", "brief-dim-deep")
_FAR, _NEARLY = Fraction(5, 2), Fraction(6, 5)
_CUE, _NAMED, _SPOT = 5, 4, 3  # symbols in front of a figure
_TIME = "[time]"


def brief_twins(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "conversion" and "conversion-exact" (first, second)."""
    sheet = brief(context)
    if sheet is None:
        return []
    pairs: dict[str, list[Told]] = {}
    for told in sheet.all:
        if told.q.kind in ("physical", "duration") and told.q.unit and "/" not in told.q.unit:
            pairs.setdefault(measure(told.q).dimension, []).append(told)
    ties, found = ties_of(frames), []
    for figures in pairs.values():
        if len(figures) != 2 or any(not _is_plain(t, sheet) for t in figures) or not _same(*figures, sheet):
            continue
        first, second = figures
        family = "conversion-exact" if far_apart(first.index, second.index, context) else "conversion"
        frame = sheet.frame(family, {"first": (first.index,), "second": (second.index,)}, second.index)
        found.extend([] if any(ties.elsewhere(frame, t.index) for t in figures) else [frame])
    return found


def _is_plain(told: Told, sheet: Sheet) -> bool:
    q = told.q
    return bool(q.value) and q.value > 0 and q.sense not in ("range", "bound") and not q.change and q.approx in (None, "about") and not measure(q).offset and (q.approx == "about" or sheet.is_plain(told))


def _same(first: Told, second: Told, sheet: Sheet) -> bool:
    """Whether the second of two figures tells the first again."""
    words, at, line = sheet.words, second.at, second.line
    sizes = first.q.value * measure(first.q).factor / (second.q.value * measure(second.q).factor)
    if first.q.unit == second.q.unit or first.line is line or not 1 / _FAR <= sizes <= _FAR:
        return False
    again = words.ends("twin-pointed", line, at, _CUE) or words.ends("brief-again", line, at, _CUE)
    ratio = times_as_large(first.q, second.q)
    if (ratio.denominator == 1 or ratio < _NEARLY or measure(first.q).dimension == _TIME) and not again:
        return False
    if elsewhere(second, sheet) or of_then(line, sheet) or words.within("brief-twin-not", line, 0, at + 1 + _SPOT) or not sheet.one_time((first.index, second.index)):
        return False
    if words.pattern("distant-restricted").match(line.symbols, at + 1):
        return False  # "the 15 kilometres to the lighthouse"
    one, other = (frozenset(name for name in _SORTS if words.within(name, t.line, t.left, t.right)) for t in (first, second))
    if one and other and not one & other:
        return False
    named = words.within("brief-dim", line, max(0, at - _NAMED), at) or words.ends("distant-the", line, at, 2)
    return (again or named or second.q.approx == "about") and not stranger(second, (first,), ("brief-dim-light",), sheet)
