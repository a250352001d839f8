"""Cases, the people among whom they were counted, and how many that makes for so many people; people, their land, and how densely they live.

    notified 1,260 cases in 2021 ... The incidence is 15.0 per 100,000 ... [a paragraph] ... It has 8.4 million inhabitants
    covers 640 square kilometres ... is home to 51,200 people ... a density of 80 people per square kilometre

Of each there is one in the text: one rate, one figure of people who live somewhere, one of what the rate counts.
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.structure.roles.cast import COUNTS, Cast, Told, clear, kin, one, opens_apart, ties_of, told_of
from checker.model import Frame
from checker.units import measure, measure_of

_SORTS = ("ill", "dead", "born", "staff", "crime")  # what rates of people count: classes of the rates, and of what they count
_MANY = 1000
_LAND = "[length]^2"


def people(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "incidence" (part, whole, rate)."""
    if not any(_per_many(q.unit) for q in context.extraction.quantities):
        return []
    cast = told_of(context, "incidence-populace")
    if cast is None:
        return []
    rates = [t for t in cast.plain if t.q.kind in COUNTS and _per_many(t.q.unit)]
    rate, whole = one(rates), one([t for t in cast.plain if _populace(t, cast)])
    if rate is None or whole is None or len(rates) > 1:
        return []
    part = one([t for t in cast.plain if t.index not in (rate.index, whole.index) and _counted(t, rate, whole, cast)])
    if part is None or cast.in_line("rate-adjusted", rate):
        return []
    made = part.q.value / whole.q.value / measure(rate.q).factor
    if not clear(rate.q, made) or ties_of(frames).elsewhere(frame := cast.frame("incidence", {"part": (part.index,), "whole": (whole.index,), "rate": (rate.index,)}, rate), rate.index):
        return []
    return [frame]


def density(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "average" (total, count, average) of people, land and people per square kilometre."""
    if not any(_per_land(q.unit) for q in context.extraction.quantities):
        return []
    cast = told_of(context, "incidence-populace")
    if cast is None:
        return []
    rate = one(rates := [t for t in cast.plain if t.q.kind in COUNTS and _per_land(t.q.unit)])
    land = one([t for t in cast.plain if t.q.kind == "physical" and "/" not in (t.q.unit or "") and measure(t.q).dimension == _LAND])
    part = one([t for t in cast.plain if _populace(t, cast)])
    if rate is None or land is None or part is None or len(rates) > 1 or land.q.unit != rate.q.unit.rpartition("/")[2] or _of_elsewhere(rate, (land, part), cast):
        return []
    frame = cast.frame("average", {"total": (part.index,), "count": (land.index,), "average": (rate.index,)}, rate)
    return [frame] if clear(rate.q, part.q.value / land.q.value) and not ties_of(frames).elsewhere(frame, rate.index) else []


def _per_land(unit: str | None) -> bool:
    """True of "90 people per square kilometre"."""
    over, _, under = (unit or "").partition("/")
    return bool(over and under) and not under[:1].isdecimal() and "/" not in under and measure_of(under).dimension == _LAND


def _of_elsewhere(rate: Told, others: tuple[Told, Told], cast: Cast) -> bool:
    """Whether a rate is told of another place or time, or of a part of the land."""
    if cast.clause("incidence-outer", rate) or cast.in_line("density-narrowed", rate, others[0]):
        return True
    return opens_apart(rate.line, cast.stems(*others), cast.sheet) or not cast.together(rate, *others)


def _per_many(unit: str | None) -> bool:
    """True of "14 per 100,000"."""
    return any(part[:1].isdecimal() for part in (unit or "").split("/")[1:])


def _populace(told: Told, cast: Cast) -> bool:
    """True of those who live somewhere: "a population of 3 million", "home to 45,000 people"."""
    if told.q.kind not in COUNTS or "/" in (told.q.unit or "") or told.q.value < _MANY:
        return False
    if cast.counts(told, "incidence-inhabitant"):
        return True
    people = not told.q.noun or cast.counts(told, "distant-people")
    return people and cast.clause("incidence-populace", told)


def _counted(told: Told, rate: Told, whole: Told, cast: Cast) -> bool:
    """Whether a figure counts what the rate is of."""
    if told.q.kind not in COUNTS or not told.q.noun or "/" in (told.q.unit or "") or told.q.value * 2 > whole.q.value:
        return False
    if rate.q.noun:
        return kin(told.q.noun[-1], rate.q.noun[-1], cast.sheet) or stem(rate.q.noun[-1], cast.context) == stem(told.q.noun[-1], cast.context)
    sorts = [s for s in _SORTS if cast.words.has(f"incidence-rate-{s}", rate.line)]
    return len(sorts) == 1 and cast.counts(told, f"incidence-of-{sorts[0]}") or not sorts and told.line is rate.line
