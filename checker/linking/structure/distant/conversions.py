"""One measurement told in two units, sentences or paragraphs apart: the only two figures of their dimension.

    has covered 800 miles on a single trip ... [three paragraphs] ... A flight of 1,290 kilometres is not the longest on record
    The tower is 328 feet high ... At a height of 100 metres the wind ...
    The tunnel is 12 kilometres long ... The guide in English gives the length as 7.5 miles
    The canal is 62 miles long and has nine locks. A barge takes two days for the 100 kilometres

One is told in units of here, the other in those of there, and no third figure of that dimension stands in the text. Words of one
sort stand at both: of a way, a height, a weight, an area, of heat or cold; or the second is pointed at as the first again.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of, ties_of
from checker.model import Frame
from checker.rational import Fraction
from checker.units import measure, times_as_large

_SORTS = tuple(f"distant-sort-{name}" for name in ("way", "height", "weight", "area", "heat", "cold"))
_SURE = tuple(frozenset([f"distant-sort-{name}"]) for name in ("area", "weight", "heat", "cold"))
_FAR = Fraction(8, 5)
_AGAIN = Fraction(3)  # where words say that it is the same again
_NEARLY = Fraction(6, 5)  # times as large: names that are used for one another
_DEGREES = 40  # kelvins between two temperatures that may be one
_AS = 5  # symbols of "the length is given as"
_AROUND = 9  # symbols around a figure in which words say what it measures


def distant_conversions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "conversion" (first, second)."""
    sheet = sheet_of(context)
    pairs: dict[str, list[Told]] = {}
    for told in sheet.all:
        if told.q.kind == "physical" and told.q.value and "/" not in (told.q.unit or "/"):
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
    again = [t for t in firsts.values() if _told_as(t, sheet)]
    if len(again) == 1:
        firsts = {key: t for key, t in firsts.items() if t is again[0] or _may_be(t, again[0], sheet)}
    if len(firsts) != 2:
        return None
    a, b = firsts.values()
    if a.line is b.line or not all(sheet.is_plain(t) and not t.q.approx for t in (a, b)) or _one_system(a, b) or not sheet.one_time((a.index, b.index)):
        return None
    if not _about_as_much(a, b, _AGAIN if again == [b] else _FAR) or sheet.words.within("distant-other-way", b.line, b.left, min(b.right, b.at + _AROUND)):
        return None
    return (a, b) if _one_thing(a, b, sheet) or _pointed(b, sheet) or again == [b] else None


def _told_as(told: Told, sheet: Sheet) -> str:
    """The sort of measurement that is told again: "its leaflet gives the length as 30 miles"; empty where none is."""
    return next((name for name in _SORTS if sheet.words.ends(f"{name}-as", told.line, told.at, _AS)), "")


def _may_be(told: Told, again: Told, sheet: Sheet) -> bool:
    """Whether a figure can be what another one tells again: nothing says that it is of another sort, a height and no length."""
    sort = _sort(told, sheet)
    return told.index < again.index and (not sort or _told_as(again, sheet) in sort)


def _one_thing(a: Told, b: Told, sheet: Sheet) -> bool:
    """Whether words of one sort stand at both figures; of areas and weights there is but one, and one word is enough."""
    one, other = _sort(a, sheet), _sort(b, sheet)
    if not sheet.apart(a, b) and not measure(a.q).offset:
        return False
    return bool(one & other) or one | other in _SURE


def _pointed(told: Told, sheet: Sheet) -> bool:
    """Whether a figure is told as one that was told before: "the 100 kilometres", "those 40 hectares", "100 kilometres, the whole way"."""
    words = sheet.words
    if words.pattern("distant-restricted").match(told.line.symbols, told.at + 1):
        return False
    return words.ends("distant-the", told.line, told.at, 2) or words.within("distant-whole", told.line, told.at + 1, min(told.right, told.at + _AROUND))


def _about_as_much(a: Told, b: Told, far: Fraction) -> bool:
    """Whether two figures may be one; of temperatures, which begin nowhere, by the degrees between them."""
    x, y = (t.q.value * measure(t.q).factor + measure(t.q).offset for t in (a, b))
    return abs(x - y) < _DEGREES if measure(a.q).offset or measure(b.q).offset else x <= far * y <= far * far * x


def _one_system(a: Told, b: Told) -> bool:
    """True of units that are whole multiples of each other, of metres and kilometres, or nearly one, as tons and tonnes."""
    ratio = times_as_large(a.q, b.q)
    return ratio.denominator == 1 or ratio < _NEARLY


def _sort(told: Told, sheet: Sheet) -> frozenset[str]:
    """What a figure measures, as far as the words around it say; of two sorts none is meant."""
    start, end = max(told.left, told.at - _AROUND), min(told.right, told.at + _AROUND)
    found = frozenset(name for name in _SORTS if sheet.words.within(name, told.line, start, told.at) or sheet.words.within(name, told.line, told.at + 1, end))
    return found if len(found) == 1 else frozenset()
