"""Totals, counts and averages; distances, times and speeds: three figures of which two give the third.

A phrase finds the average or the speed ("average-cue", "speed-cue"); the other two are looked for among the figures of the
sentence, those in front of it first, then in the sentence before. They are tied to it where there is one of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity
from checker.units import measure, measure_of

_MOST = 3  # candidates for one part
_COUNTS = ("count", "number", "points")
_SLIP = 12  # what is off by more than one wrong digit, and not by a thousand, is rather something else
_SPACE = ("[length]^2", "[length]^3")
_FAR_NOUN = 3  # words after a number in which its noun may stand


@dataclass(slots=True)
class _Sides:
    """Candidates for the total and for the count of one average; `tier` is 0 in its sentence, 3 with the one before."""

    totals: list[int]
    counts: list[int]
    tier: int = 0

    @property
    def alone(self) -> bool:
        return len(self.totals) == len(self.counts) == 1


def products(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" (total, count, average) and "speed" (distance, time, speed, or a pace)."""
    words, found, seen = near(context), [], set()
    for frame in (*frames, *_rates(context)):
        if frame.family in ("average-cue", "speed-cue"):
            index = frame.claims["average" if frame.family == "average-cue" else "speed"][0]
            key = (frame.family, index, bool(frame.pinned))
            if key not in seen:
                seen.add(key)
                make = _speed if frame.family == "speed-cue" else _average
                found.extend(make(frame, index, context, words))
    return found


def _rates(context: Context) -> list[Frame]:
    """Figures that are an average by their unit: "360 per square kilometre", "20 per 100 patients"."""
    found = []
    for i, q in enumerate(context.extraction.quantities):
        if q.kind in ("count", "number") and q.unit and "/" in q.unit and q.value and context.lines.line_of[i] >= 0:
            under = measure_of(q.unit.partition("/")[2]).dimension
            if under in _SPACE or under.startswith("count:"):
                found.append(Frame("average-cue", (q.start, q.end), {"average": (i,)}, {}, 0, frozenset({"average"})))
    return found


# ---------------------------------------------------------------- distance, time and speed


def _speed(frame: Frame, index: int, context: Context, words: Near) -> list[Frame]:
    speed = context.quantity(index)
    over, under = _parted(speed)
    if {over, under} != {"[length]", "[time]"}:
        return []
    line = context.line(index)
    sides = _sides(index, line, context, lambda q: _dimension(q) == "[length]", lambda q: q.kind == "duration" and _dimension(q) == "[time]")
    if sides is None:
        return []
    at = context.lines.position_of[index]
    odd = words.has("time-out", line) or words.within("top-speed", line, at - 5, at + 1)
    tied = sides.alone and bool(frame.pinned) and not odd
    family = "speed" if over == "[length]" else "pace"
    found = []
    for d, t in product(sides.totals, sides.counts):
        total, other = (d, t) if family == "speed" else (t, d)
        likely = tied and _plausible(total, (other, index), context)
        found.append(_frame(frame, family, {"distance": d, "time": t, "speed": index}, likely, sides.tier))
    return found


def _parted(q: Quantity) -> tuple[str | None, str | None]:
    """The dimensions above and below the stroke of a unit."""
    dimension = _dimension(q)
    if dimension == "[length]*[time]^-1":
        return "[length]", "[time]"
    if dimension == "[length]^-1*[time]":
        return "[time]", "[length]"
    return None, None


def _dimension(q: Quantity) -> str:
    return measure(q).dimension if q.unit else ""


def _sides(index: int, line: Line, context: Context, is_total, is_count) -> _Sides | None:
    """Both candidates from the sentence; one that is missing from the sentence before, if that does not have both."""
    here = [i for i in line.quantities() if i != index]
    totals, counts = ([i for i in here if test(context.quantity(i))] for test in (is_total, is_count))
    if totals and counts:
        return _Sides(totals[:_MOST], counts[:_MOST])
    if not line.number:
        return None
    before = context.lines.lines[line.number - 1].quantities()
    earlier = [[i for i in before if test(context.quantity(i))] for test in (is_total, is_count)]
    if all(earlier) and (totals or counts) or not (totals or counts):
        return None
    totals, counts = totals or earlier[0], counts or earlier[1]
    return _Sides(totals[:_MOST], counts[:_MOST], 3) if totals and counts else None


# ---------------------------------------------------------------- total, count and average


def _average(frame: Frame, index: int, context: Context, words: Near) -> list[Frame]:
    average = context.quantity(index)
    if average.value is None or average.value <= 0 or average.kind in ("percent", "ratio") or _dimension(average).endswith("[time]^-1"):
        return []
    line = context.line(index)
    if words.has("typical-word", line):
        return []
    unit = (average.unit or "").partition("/")[0] or None
    per = _per_words(index, line, context)
    sides = _around(index, line, unit, per, context)
    if sides is None:
        return []
    shared = bool(per & _noun_stems(sides.counts[0], context)) or _dimension(context.quantity(sides.counts[0])) in _SPACE
    of_counts = average.kind in _COUNTS and bool(per)
    tied = sides.alone and bool(frame.pinned) and (shared or not of_counts and (sides.tier == 0 or bool(per)))
    claims = [{"total": t, "count": n, "average": index} for t, n in product(sides.totals, sides.counts) if t != n]
    return [_frame(frame, "average", c, tied and _plausible(t, (n, index), context), sides.tier) for c in claims for t, n in [(c["total"], c["count"])]]


def _plausible(total: int, factors: tuple[int, int], context: Context) -> bool:
    """Whether a product misses its total by no more than a slip of the pen does."""
    product_of = 1
    for i in factors:
        product_of *= _worth(context.quantity(i))
    ratio = _worth(context.quantity(total)) / product_of
    ratio = max(ratio, 1 / ratio)
    return ratio <= _SLIP or 900 < ratio < 1100


def _worth(q: Quantity):
    return q.value * measure(q).factor


def _per_words(index: int, line: Line, context: Context) -> frozenset[str]:
    """Stems of what the average is per: the unit's denominator, or the words behind it ("£1,550 a rider")."""
    q = context.quantity(index)
    under = (q.unit or "").partition("/")[2]
    if under:
        return frozenset(stem(w, context) for w in under.split() if w.isalpha())
    words, first = context.extraction.tokens.words, q.last + 1
    if first + 1 < len(words) and words[first] in context.lexicon.pack.words("per"):
        return frozenset(stem(w, context) for w in words[first + 1 : first + 2] if w.isalpha())
    return frozenset()


def _around(index: int, line: Line, unit: str | None, per: frozenset[str], context: Context) -> _Sides | None:
    at = context.lines.position_of[index]
    average = context.quantity(index)
    stop = context.lexicon.breaks.search(line.symbols, at + 1)
    before = line.quantities(0, at)
    after = [i for i in line.quantities(at + 1, stop.start() if stop else None) if _comes_to(i, line, unit, context)]
    for found in (before, before + after):
        totals, counts = _split(found, average, unit, per, context)
        if totals and counts:
            return _Sides(totals[:_MOST], counts[:_MOST])
    totals, counts = _split(before + after, average, unit, per, context)
    if totals and not counts and line.number:
        earlier = context.lines.lines[line.number - 1].quantities()
        counts = _split(earlier, average, unit, per, context)[1]
        return _Sides(totals[:_MOST], counts[:_MOST], 3) if counts else None
    return None


def _comes_to(index: int, line: Line, unit: str | None, context: Context) -> bool:
    """Whether a figure behind the average can belong to it: a total needs a word that sums up."""
    q, at = context.quantity(index), context.lines.position_of[index]
    return q.kind in _COUNTS or near(context).within("sum-tie", line, at - 4, at)


def _split(found: list[int], average: Quantity, unit: str | None, per: frozenset[str], context: Context) -> tuple[list[int], list[int]]:
    """Which figures can be the total, and which the count: of two counts the larger is the total."""
    totals, counts = [], []
    for i in found:
        q = context.quantity(i)
        if q.value is None or q.value <= 1 and q.kind in _COUNTS or q.value <= 0 or q.sense == "bound":
            continue
        if average.kind not in _COUNTS:
            if q.kind == average.kind and q.unit is not None and (q.unit == unit or measure(q).dimension == measure(average).dimension):
                totals.append(i)
            if q.kind in _COUNTS and q.value > 1 and q.value.denominator == 1 and not (q.unit and "/" in q.unit):
                counts.append(i)
        elif q.kind in _COUNTS and q.value.denominator == 1 and not (q.unit and "/" in q.unit) or _dimension(q) in _SPACE and unit != average.unit:
            counts.append(i)
    under = (average.unit or "").partition("/")[2]
    spread = [i for i in counts if under and measure_of(under).dimension == _dimension(context.quantity(i)) != ""]
    if spread:
        return [i for i in counts if context.quantity(i).kind in _COUNTS and i not in spread], spread
    counts = [i for i in counts if context.quantity(i).kind in _COUNTS]
    matching = [i for i in counts if per & _noun_stems(i, context)]
    if average.kind in _COUNTS and matching and len(counts) > len(matching):
        return [i for i in counts if i not in matching], matching
    if average.kind in _COUNTS and len(counts) >= 2:
        ordered = sorted(counts, key=lambda i: context.quantity(i).value, reverse=average.value >= 1)
        totals, counts = ordered[:1], ordered[1:]
    return totals, [i for i in counts if i in matching] or counts


def _noun_stems(index: int, context: Context) -> frozenset[str]:
    q = context.quantity(index)
    words = context.extraction.tokens.words[q.last + 1 : q.last + 1 + _FAR_NOUN]
    return frozenset(stem(w, context) for w in (*q.noun, *words) if w.isalpha())


def _frame(frame: Frame, family: str, claims: dict[str, int], tied: bool, tier: int) -> Frame:
    pinned = frozenset(claims) if tied else frozenset()
    return Frame(family, frame.cue, {p: (i,) for p, i in claims.items()}, {}, 0, pinned, tier, frame.blocked, (), frame.source)
