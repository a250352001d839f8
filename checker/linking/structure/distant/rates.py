"""Rates whose total and whose count are each told once, however far apart; average speeds with the only way and the only time.

    open for 40 days. Altogether 26,000 people saw it ... [three paragraphs] ... An average of 650 visitors a day
    It is 12 kilometres long ... In the end it cost 84 million euros ... a cost of 7 million euros per kilometre
    a tax of 2 euros a night ... 1.3 million nights were spent in the town ... has taken in 2.6 million euros
    The line is 270 kilometres long ... the journey takes three hours ... The average speed of 90 kilometres an hour

What the rate is for must be counted, or measured in its own unit, at one value only, and what there is of it as well; each of the two
must be told as such. Rates of parts, tops and limits, and what is hoped for, prove nothing.
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem, telling
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.distant.sheet import Sheet, Told, one, sheet_of, ties_of
from checker.linking.structure.rate.unit_rates import PACE, UnitRate, is_speed
from checker.linking.structure.slips import slip_between
from checker.linking.structure.triad.told import told_rates
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure, measure_of

_COUNTS = ("count", "number")
_SORTS = ("unit", "after", "each", "mean", "one", "label", "timed")
_FRONT, _BEHIND = 6, 3  # symbols around a rate in which words say what sort it is
_FAR = Fraction(5, 2)
_NEAR = Fraction(21, 20)  # times as much, for another number of shares
_FEW = 2
_TIME = "[time]"
_PEOPLE = tuple(f"distant-kin-{name}" for name in ("guests", "riders", "ill", "pupils", "staff", "buyers", "members"))
_THINGS = tuple(f"distant-kin-{name}" for name in ("homes", "trips", "sites", "papers", "vehicles", "parcels", "meals", "books", "plants", "calls", "events", "beasts"))
_OTHERS = 6  # times too much, or too little: what a rate cannot be of


def distant_rates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" (total, count, average) and "speed" (distance, time, speed)."""
    sheet = sheet_of(context)
    if not sheet.short:
        return []
    ties, found = ties_of(frames), []
    plain = {told.index: told for told in sheet.plain}
    rates = [r for r in told_rates(context, sheet.words) if r.index in plain and r.sort in _SORTS]
    for rate in rates:
        if rate.q.style == "vague" or sum(_alike(rate, other) for other in rates) > 1:
            continue
        frame = _speed(rate, plain[rate.index], sheet) if is_speed(rate.q) else _average(rate, plain[rate.index], sheet)
        if frame is not None and not ties.elsewhere(frame, rate.index):
            found.append(frame)
    return found


def _alike(a: UnitRate, b: UnitRate) -> bool:
    """True of two rates of one sort with different values."""
    return a.q.kind == b.q.kind and a.under == b.under and (a.q.unit or "").rpartition("/")[2] == (b.q.unit or "").rpartition("/")[2] and (a is b or a.q.value != b.q.value)


# ---------------------------------------------------------------- averages


def _average(rate: UnitRate, told: Told, sheet: Sheet) -> Frame | None:
    words = sheet.words
    if any(words.has(name, told.line) for name in ("triad-veto", "reckon-veto", "distant-rebate")) or rate.q.kind == "physical" and rate.sort not in ("unit", "mean"):
        return None
    if measure(rate.q).dimension == PACE or not _units_of(rate) and words.within("distant-rate-not", told.line, told.at - _FRONT, told.at + _BEHIND) or any(part[:1].isdecimal() for part in (rate.q.unit or "").split("/")[1:]):
        return None
    count = one([t for t in sheet.plain if t.index != rate.index and _is_count(t, rate, sheet)])
    total = count and _total(count, rate, told, sheet)
    if count is None or total is None or not _fitting(total, count, rate, _FAR) or not sheet.apart(told, total, count) and (told.line in (total.line, count.line) or _elsewhere(told, sheet)):
        return None
    if count.q.approx and not _units_of(rate) or any(words.has(name, t.line) for t in (total, count) for name in ("told-unreal", "distant-rebate")) or not (_units_of(rate) or _named(total, (told, count), sheet)):
        return None
    if rate.nouns & sheet.stems("rate-share-noun") and nearly(total.q.value / count.q.value, rate.q) or not sheet.one_time((rate.index, total.index, count.index)) or any(words.within("distant-each", t.line, t.left, t.at) for t in (total, count)):
        return None
    claims = {"total": (total.index,), "count": (count.index,), "average": (rate.index,)}
    return sheet.frame("average", claims, rate.index)


def nearly(made: Fraction, rate: Quantity) -> bool:
    """True of a sum for each share that misses by little and by no slip: it is for the shares that there were on average, not at the end."""
    stated = rate.value
    if abs(made - stated) <= (rate.place or rate.scale) or slip_between(rate, made):
        return False
    return made <= _NEAR * stated and stated <= _NEAR * made


def _elsewhere(told: Told, sheet: Sheet) -> bool:
    """Whether a sentence right behind a total and a count tells the rate of others to compare with."""
    return any(sheet.words.has(name, told.line) for name in ("typical-word", "triad-elsewhere", "distant-else"))


def _total(count: Told, rate: UnitRate, told: Told, sheet: Sheet) -> Told | None:
    """The only figure that a rate can be of; of several the one that comes near it, where the others are far off."""
    found = [t for t in sheet.plain if t.index not in (rate.index, count.index) and _is_total(t, rate, told, sheet)]
    return one(found) or one([t for t in found if _fitting(t, count, rate, _OTHERS)])


def _named(total: Told, others: tuple[Told, Told], sheet: Sheet) -> bool:
    """Whether words say that a figure is all there is, or what it is is named with the other two."""
    context, words = sheet.context, sheet.words
    if words.within("distant-total", total.line, total.left, total.at) and len({t.line.number for t in others}) == 2:
        return True
    own = telling(words_at(total.index, context), context)
    return bool(own & telling(frozenset().union(*(words_at(t.index, context) for t in others)), context))


def _units_of(rate: UnitRate) -> bool:
    """True of a rate that only turns one unit into another: 159 litres to the barrel."""
    over, _, under = (rate.q.unit or "").partition("/")
    return rate.q.kind == "physical" and bool(under) and measure_of(over).dimension == measure_of(under).dimension


def _unit_under(rate: UnitRate) -> str:
    return rate.unit or (rate.q.unit or "").rpartition("/")[2]


def _is_count(told: Told, rate: UnitRate, sheet: Sheet) -> bool:
    """Whether a figure counts what a rate is for."""
    q = told.q
    if rate.under:
        return q.kind in ("duration", "physical") and "/" not in (q.unit or "") and q.unit == _unit_under(rate) and q.value >= _FEW and not _passing(told, sheet)
    nouns = rate.nouns or content(rate.line.firsts[0], rate.line.lasts[-1] + 1, sheet.context)
    if q.kind not in _COUNTS or q.value < _FEW or "/" in (q.unit or "") or not q.noun:
        return False
    own = stem(q.noun[-1], sheet.context)
    return own in nouns or any(own in sheet.context.lexicon.pack.words(name) and nouns & sheet.context.lexicon.pack.words(name) for name in _THINGS if rate.nouns)


def _passing(told: Told, sheet: Sheet) -> bool:
    """True of a time that is no span of what is counted: "40 days ago", "within 40 days"."""
    words = sheet.words
    return words.within("distant-passing", told.line, told.at - _BEHIND, told.at + _BEHIND) or words.within("distant-formerly", told.line, told.left, told.at)


def _is_total(told: Told, rate: UnitRate, own: Told, sheet: Sheet) -> bool:
    q, over = told.q, (rate.q.unit or "").partition("/")[0]
    if "/" in (q.unit or "") or q.value <= rate.q.value:
        return False
    if rate.q.kind in _COUNTS:
        return q.kind in _COUNTS and bool(q.noun) and bool(rate.q.noun) and kin(q.noun[-1], rate.q.noun[-1], sheet)
    if q.kind != rate.q.kind or rate.q.kind == "currency" and q.unit != over and rate.sort == "unit":
        return False
    if _units_of(rate):
        return q.unit == over
    return rate.q.kind == "currency" and (q.unit == over) or measure_of(over).dimension == measure(q).dimension and rate.q.kind != "currency"


def kin(a: str, b: str, sheet: Sheet) -> bool:
    """Whether two nouns may count the same: visitors and people, families and households."""
    x, y = stem(a, sheet.context), stem(b, sheet.context)
    pack = sheet.context.lexicon.pack.words
    if x == y:
        return True
    heads, people = pack("distant-people"), any(n in pack(name) for name in _PEOPLE for n in (x, y))
    return any(x in pack(name) and y in pack(name) for name in (*_PEOPLE, *_THINGS)) or people and (x in heads or y in heads)


def _fitting(total: Told, count: Told, rate: UnitRate, far: int | Fraction) -> bool:
    """Whether a total makes about so much for one."""
    made = total.q.value / count.q.value
    if rate.q.kind not in (*_COUNTS, "currency"):
        made = made * measure(total.q).factor / measure_of((rate.q.unit or "").partition("/")[0]).factor
    return made <= far * rate.q.value and rate.q.value <= far * made


# ---------------------------------------------------------------- speeds


def _speed(rate: UnitRate, told: Told, sheet: Sheet) -> Frame | None:
    words = sheet.words
    if not words.within("average-word", told.line, told.at - _FRONT, told.at + _BEHIND) or any(words.within(name, told.line, told.at - _FRONT, told.at + _BEHIND) for name in ("triad-top-speed", "triad-claimed")):
        return None
    length = (rate.q.unit or "").partition("/")[0]
    way = one([t for t in sheet.plain if t.q.kind == "physical" and t.q.unit == length])
    time = one([t for t in sheet.plain if t.q.kind in ("duration", "physical") and measure(t.q).dimension == _TIME and measure(t.q).factor <= measure_of("hour").factor and not t.q.approx and not _passing(t, sheet)])
    if way is None or time is None or words.has("sole-other-way", way.line) or any(_halting(t, sheet) for t in (told, time)):
        return None
    if way.q.approx or not sheet.apart(told, way, time) or not sheet.one_time((way.index, time.index, rate.index)):
        return None
    made = way.q.value * measure(way.q).factor / (time.q.value * measure(time.q).factor)
    stated = rate.q.value * measure(rate.q).factor
    if not made <= _FAR * stated <= _FAR * _FAR * made:
        return None
    return sheet.frame("speed", {"distance": (way.index,), "time": (time.index,), "speed": (rate.index,)}, rate.index)


def _halting(told: Told, sheet: Sheet) -> bool:
    """Whether a sentence tells of stops on the way that may count."""
    words = sheet.words
    return words.has("sole-stops", told.line) and not words.has("sole-uncounted", told.line) and not words.has("distant-nonstop", told.line)
