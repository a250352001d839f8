"""What a rate is for and what it makes: the figures around it that can be how many there are, and how much that is in all."""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, period_of, stem, topic
from checker.linking.lines import Line
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.parts import is_compared, is_former
from checker.linking.structure.rate.per_share import of_label
from checker.linking.structure.rate.unit_rates import UnitRate, counted_in, is_speed, is_step, said_again
from checker.model import Quantity
from checker.units import measure, measure_of

_AS = ("year", "day")  # units that seasons and nights stand for
_COUNTS = ("count", "number", "points")
_FEW = 10
_FAR_NOUN = 3
_AGAINST = 5
_AT = 2  # symbols in "30 miles at 8 mph"
_SURE, _FITS, _MAYBE, _UNLIKE = 3, 1, 0, -1


@dataclass(frozen=True, slots=True)
class Side:
    """A figure that can be one of the two, and how much its words say so."""

    index: int
    tie: int


def candidates(rate: UnitRate, lines: list[Line], context: Context) -> tuple[list[Side], list[Side]]:
    """The figures that can be the count of a rate, and those that can be its total."""
    figures = [i for line in lines for i in line.figures if i != rate.index and _plain(i, context)]
    if rate.base >= 0 and _is_picked(rate.base, context):
        return [], []
    own = rate.line.number
    figures = [i for i in figures if context.lines.line_of[i] == own or not _elsewhere(i, context)]
    counts = [Side(rate.base, _SURE)] if rate.base >= 0 else [Side(i, tie) for i in figures if not is_former(i, context) and (tie := _as_count(i, rate, context)) is not None]
    best = max((side.tie for side in counts), default=0)
    if best >= _SURE:
        counts = [side for side in counts if side.tie == best]
    totals = [Side(i, tie) for i in figures if not is_against(i, context) and (tie := _as_total(i, rate, context)) is not None]
    if is_speed(rate.q) and any(_is_leg(i, context) for i in figures):
        return [], []
    own = [side for side in totals if context.line(side.index) is rate.line and 0 < rate.at - context.lines.position_of[side.index] <= _AT]
    return counts, own or totals


def _plain(index: int, context: Context) -> bool:
    """True of a figure that can be a side of some rate: of a value, all of it, told for the first time."""
    known = context.shelf.setdefault("plain-sides", {})  # rates stand together
    if index not in known:
        known[index] = _is_plain(index, context)
    return known[index]


def _is_plain(index: int, context: Context) -> bool:
    q = context.quantity(index)
    if q.value is None or q.value <= 0 or q.sense in ("range", "bound") or is_step(index, context) or said_again(index, context) or of_label(index, context):
        return False
    line, at = context.line(index), context.lines.position_of[index]
    if at > 1 and line.symbols[at - 1] == context.lexicon.symbols.chars["("] and context.lexicon.pattern("test-sign").match(line.symbols, at - 2):
        return False  # degrees of freedom: "t(46)"
    subset = context.lexicon.pattern("reckon-subset").match(line.symbols, at + 1)
    if q.kind == "physical" and q.outer > 0 and context.extraction.tokens.words[q.outer - 1] in context.lexicon.pack.words("definite-article"):
        return True  # "the 2,900 square metres of the quay"
    if subset is None or q.outer > 0 and context.extraction.tokens.words[q.outer - 1] in context.lexicon.pack.words("reckon-all"):
        return True
    apposed = at > 0 and line.symbols[at - 1] == context.lexicon.symbols.chars[","]  # our swimmers, 65 of them, ...
    return apposed or any(line.quantity[p] >= 0 for p in range(subset.end(), min(subset.end() + 2, len(line.quantity))))


def _is_picked(index: int, context: Context) -> bool:
    """True of "each of the 30 whose books are open": not all that were counted."""
    q, words = context.quantity(index), context.extraction.tokens.words
    behind = max(q.last, q.noun_last) + 1
    return bool(set(words[behind : behind + 1]) & context.lexicon.pack.words("triad-relative"))


def _is_leg(index: int, context: Context) -> bool:
    """True of "the first 5 km": one of several stretches."""
    line, at, q = context.line(index), context.lines.position_of[index], context.quantity(index)
    return q.kind == "physical" and at > 0 and line.quantity[at - 1] >= 0 and context.quantity(line.quantity[at - 1]).kind == "ordinal"


def is_against(index: int, context: Context) -> bool:
    """True of a figure that another is set against, or of the first or last of several stretches."""
    line, at = context.line(index), context.lines.position_of[index]
    if is_compared(index, context) or at > 0 and line.quantity[at - 1] >= 0 and context.quantity(line.quantity[at - 1]).kind == "ordinal":
        return True
    return context.lexicon.pattern("triad-against").search(line.symbols, max(0, at - _AGAINST), at) is not None


def _elsewhere(index: int, context: Context) -> bool:
    return context.lexicon.pattern("triad-elsewhere").search(context.line(index).symbols) is not None


def _as_count(index: int, rate: UnitRate, context: Context) -> int | None:
    q = context.quantity(index)
    if rate.sort == "exchange":
        money = q.kind == "currency" and "/" not in (q.unit or "") and q.unit != rate.q.unit and measure(q).factor == 1
        return None if not money else _SURE if rate.nouns & _unit_stems(q, context) else _FITS
    unit = rate.unit or (rate.q.unit or "").rpartition("/")[2]
    if rate.under == "[time]" and q.kind == "count" and unit in _AS and set(q.noun[-1:]) & context.lexicon.pack.words(f"triad-as-{unit}"):
        return _SURE
    if rate.under:
        fits = measure(q).dimension == rate.under and "/" not in (q.unit or "") and q.kind in ("physical", "duration")
        if rate.unit:
            return _SURE if fits and q.unit == rate.unit else None
        return _FITS + (q.unit == (rate.q.unit or "").rpartition("/")[2]) if fits and (rate.under != "[time]" or counted_in(q, rate)) else None
    if rate.nouns and q.kind == "physical" and "/" not in (q.unit or ""):
        return _SURE if rate.nouns & _unit_stems(q, context) else None
    if q.kind not in _COUNTS or q.value < 2 or q.value.denominator != 1 or "/" in (q.unit or "") or q.place and q.place < 1:
        return None
    many = (rate.q.unit or "").partition("/")[2].split("/")[-1].partition(" ")[0]
    if many.isdecimal() and q.value < int(many):
        return None
    stems = _stems(index, context)
    if rate.nouns & stems:
        return _SURE
    people = _people(context)
    if rate.nouns & people and (stems | topic(index, context)) & people:
        return _SURE
    if rate.nouns and rate.nouns & words_at(index, context) and not q.noun:
        return _FITS
    if rate.sort in ("one", "label", "to"):
        return None
    if rate.nouns and q.noun:
        return _UNLIKE
    return _MAYBE if q.value >= _FEW or q.noun else None


def _people(context: Context) -> frozenset[str]:
    if "triad-people" not in context.shelf:
        words = map(context.lexicon.pack.words, ("bottom-incidence", "per-head", "triad-people"))
        context.shelf["triad-people"] = frozenset(stem(w, context) for entries in words for w in entries)
    return context.shelf["triad-people"]


def _stems(index: int, context: Context) -> frozenset[str]:
    """What a figure counts: its noun, or words right behind it."""
    q = context.quantity(index)
    if q.noun:
        return frozenset(stem(w, context) for w in q.noun)
    tokens = context.extraction.tokens.words
    return frozenset(stem(w, context) for w in tokens[q.last + 1 : q.last + 1 + _FAR_NOUN] if w.isalpha())


def _unit_stems(q: Quantity, context: Context) -> frozenset[str]:
    """The words of a unit as they are written: "160 kilos"."""
    return frozenset(stem(w, context) for w in context.extraction.tokens.words[q.first : q.last + 1] if w.isalpha())


def _as_total(index: int, rate: UnitRate, context: Context) -> int | None:
    q = context.quantity(index)
    over, _, under = (rate.q.unit or "").partition("/")
    if "/" in (q.unit or "") and q.unit.partition("/")[2] not in under:
        return None
    own = (q.unit or "").partition("/")[0] or None
    if _other_period(index, rate.index, context):
        return None
    if rate.q.kind in _COUNTS:
        return _counted_total(q, rate, context)
    knots = not under and is_speed(rate.q)
    if q.kind != rate.q.kind or measure_of(own, q.kind).dimension != ("[length]" if knots else measure_of(over or None, rate.q.kind).dimension):
        return None
    same = q.kind == "physical" and own == over
    return _FITS + same + (2 if rate.tops and rate.tops & words_at(index, context) else 0)


def _counted_total(q: Quantity, rate: UnitRate, context: Context) -> int | None:
    if rate.tops and q.kind == "duration" and q.unit and stem(q.unit, context) in rate.tops:
        return _SURE
    if q.kind not in _COUNTS or q.value.denominator != 1:
        return None
    own = frozenset(stem(w, context) for w in q.noun[-1:])
    if own & frozenset(stem(w, context) for w in rate.q.noun[-1:]) or own & rate.tops:
        return _SURE
    if own & rate.nouns:
        return None
    if not own or not rate.q.noun:
        return _MAYBE
    return _MAYBE if own & _people(context) else None


def _other_period(a: int, b: int, context: Context) -> bool:
    """Whether two figures stand with years of their own that differ."""
    one, other = period_of(a, context), period_of(b, context)
    return one is not None and other is not None and one.year is not None and other.year is not None and one.year != other.year
