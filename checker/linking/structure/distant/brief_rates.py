"""Averages, takings and speeds of brief texts: the only figures of their sorts.

    The mill ground 5,400 sacks of rye last month ... [a paragraph] ... It ran on 27 days. That comes to 200 sacks a day
    The fine is 80 crowns ... 350 anglers were fined. The sum they paid was 28,000 crowns
    The barge does eight kilometres an hour. The canal is 56 kilometres long. It takes seven hours

The claim stands last and is told as what the others make. Of each of these there is but one figure in the text.
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.structure.distant.brief import brief, elsewhere, stranger
from checker.linking.structure.distant.mentions import narrowed, of_then, opens_apart
from checker.linking.structure.distant.rates import kin
from checker.linking.structure.distant.sheet import Sheet, Told, ties_of
from checker.linking.structure.rate.unit_rates import UnitRate, is_speed
from checker.linking.structure.triad.told import told_rates
from checker.model import Frame
from checker.rational import Fraction
from checker.units import measure, measure_of

_COUNTS = ("count", "number")
_FRONT, _BEHIND = 7, 4  # symbols around a figure in which words say what it is
_FAR = Fraction(3)
_TIME = "[time]"
_FEW = 2


def brief_rates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" (total, count, average) and "speed" (distance, time, speed)."""
    sheet = brief(context)
    if sheet is None or len(sheet.all) < 3 or len({t.line.number for t in sheet.all}) == 1:
        return []  # of one sentence others know more
    ties, rates, found = ties_of(frames), {r.index: r for r in told_rates(context, sheet.words)}, []
    for told in sheet.plain:
        if told.q.approx or of_then(told.line, sheet) or elsewhere(told, sheet):
            continue
        frame = _mean(told, rates, sheet) or _sum(told, rates, sheet) or _journey(told, sheet)
        if frame is not None and not any(ties.elsewhere(frame, i) for members in frame.claims.values() for i in members):
            found.append(frame)
    return found


def _only(figures: list[Told]) -> Told | None:
    return figures[0] if len(figures) == 1 else None


def _frame(family: str, parts: tuple[str, str, str], three: tuple[Told, Told, Told], claim: Told, light: tuple[str, ...], sheet: Sheet, named: bool = False) -> Frame | None:
    """The frame of three figures, where nothing sets the claim apart from the others; where words name all three, it may stand anywhere."""
    others, plain = tuple(t for t in three if t is not claim), {t.index for t in sheet.plain}
    if any(t.index not in plain or not t.q.value or t.q.approx or t.q.sense in ("range", "bound") for t in three):
        return None
    count = three[1].q.value * (_factor(three[1]) if family == "speed" else 1)
    made = three[0].q.value * _factor(three[0]) / (count * three[2].q.value * _factor(three[2]))
    if not 1 / _FAR <= made <= _FAR or any(t.index > claim.index for t in others) and not named or not sheet.one_time(tuple(t.index for t in three)):
        return None
    if all(t.index < claim.index for t in others) and stranger(claim, others, light, sheet):
        return None
    if any(sheet.words.has(name, t.line) for t in three for name in ("triad-veto", "reckon-veto", "distant-rebate")):
        return None
    return sheet.frame(family, {part: (t.index,) for part, t in zip(parts, three)}, claim.index)


def _factor(told: Told) -> Fraction:
    unit = (told.q.unit or "").partition("/")[0] if told.q.kind == "currency" else told.q.unit
    return Fraction(1) if told.q.kind in _COUNTS else measure_of(unit, told.q.kind).factor


# ---------------------------------------------------------------- averages


def _mean(told: Told, rates: dict[int, UnitRate], sheet: Sheet) -> Frame | None:
    """The average that the only total and the only number make."""
    words, rate = sheet.words, rates.get(told.index)
    led = words.within("brief-mean", told.line, told.at - _FRONT, told.at) or words.within("brief-result", told.line, told.at - _FRONT, told.at)
    led = led or rate is not None and words.within("brief-mean", told.line, told.at + 1, told.at + _BEHIND)
    if not led and not (rate is not None and rate.sort == "unit" and rate.nouns and sum(r.nouns == rate.nouns for r in rates.values()) == 1):
        return None
    if words.within("average-then", told.line, told.at - _FRONT, told.at):
        return None  # "last year it had been 240 a stall"
    if is_speed(told.q) or "/" in (told.q.unit or "") and rate is None or rate and any(part[:1].isdecimal() for part in (told.q.unit or "").split("/")[1:]):
        return None
    if rate is None and not words.within("brief-mean", told.line, told.at - _FRONT, told.at):
        return None
    others = [t for t in sheet.all if t is not told]
    totals = [t for t in others if _may_be_total(t, told, sheet)]
    if rate is not None and rate.under == _TIME:
        count = _only([t for t in others if t.q.kind == "duration"])
        if count is None or count.q.unit != (rate.unit or (told.q.unit or "").rpartition("/")[2]) or words.within("brief-days", count.line, count.at - 2, count.at + 3):
            return None
        total = _only([t for t in totals if t is not count])
    else:
        tops = _tops(totals)
        counts = [t for t in others if t.q.kind in _COUNTS and t.q.value and t.q.value >= _FEW and t.q.value.denominator == 1 and "/" not in (t.q.unit or "") and t not in tops]
        named = [t for t in counts if rate is not None and rate.nouns and t.q.noun and _for_them(rate, t, sheet)]
        total, count = _only(tops), _only(named) or _only(counts) or _only([t for t in counts if _averaged(t, told, sheet)])
        if count is None or rate is not None and rate.nouns and not _for_them(rate, count, sheet):
            return None
        if count in named:  # "has scored 27 in her 36 matches", whatever else is told
            total = _only([t for t in totals if t.q.noun and t.q.noun != count.q.noun]) or _only([t for t in totals if not t.q.noun and t.line is count.line and t.index < count.index]) or total
    known = bool(rate and rate.nouns and total and count.q.noun and told.q.kind in _COUNTS and (total.q.noun and told.q.noun or total.line is count.line and total.index < count.index))
    if not led and not known:
        return None
    if total is None or narrowed(told, frozenset(), sheet) == "name" or opens_apart(told.line, frozenset(), sheet):
        return None
    return _frame("average", ("total", "count", "average"), (total, count, told), told, ("brief-mean-light",), sheet, known)


def _tops(totals: list[Told]) -> list[Told]:
    """Of counts the greatest: it is the total of the others' things."""
    return [max(totals, key=lambda t: t.q.value)] if totals and all(t.q.kind in _COUNTS for t in totals) else totals


def _averaged(count: Told, told: Told, sheet: Sheet) -> bool:
    """True of the 30 farms of "The average farm has 40 cows"."""
    behind = (m.end() for m in sheet.words.matches("brief-mean", told.line, 0, told.at) if m.end() < told.at)
    tokens, first = sheet.context.extraction.tokens.words, told.line.firsts
    return bool(count.q.noun) and any(stem(tokens[first[p]], sheet.context) == stem(count.q.noun[-1], sheet.context) for p in behind)


def _for_them(rate: UnitRate, count: Told, sheet: Sheet) -> bool:
    if not count.q.noun:
        return True
    own = stem(count.q.noun[-1], sheet.context)
    return own in rate.nouns or any(kin(own, noun, sheet) for noun in rate.nouns) or bool(rate.nouns & sheet.stems("per-head"))


def _may_be_total(t: Told, told: Told, sheet: Sheet) -> bool:
    q, over = t.q, (told.q.unit or "").partition("/")[0]
    if "/" in (q.unit or "") or not q.value:
        return False
    if told.q.kind in _COUNTS:
        return q.kind in _COUNTS and q.value > told.q.value and (not told.q.noun or not q.noun or kin(q.noun[-1], told.q.noun[-1], sheet))
    return q.kind == told.q.kind and measure_of(over or None, told.q.kind).dimension == measure_of(q.unit, q.kind).dimension and (q.kind != "currency" or q.unit == over)


# ---------------------------------------------------------------- takings


def _sum(told: Told, rates: dict[int, UnitRate], sheet: Sheet) -> Frame | None:
    """What the only number of things brings at the only price."""
    words, q = sheet.words, told.q
    if not _is_money(told) or "/" in (q.unit or "") or not words.within("brief-sum", told.line, max(0, told.at - _FRONT), told.at):
        return None
    others = [t for t in sheet.all if t is not told]
    prices = [t for t in others if _is_money(t)]
    counts = [t for t in others if t.q.kind in _COUNTS and t.q.value and t.q.value > _FEW and t.q.value.denominator == 1 or t.q.kind in ("physical", "duration") and not _is_money(t)]
    price, count = _only(prices), _only(counts)
    if price is None or count is None or measure_of((price.q.unit or "").partition("/")[0]).dimension != measure_of(q.unit).dimension or not _is_price(price, rates, sheet) or not _paid_for(price, count, sheet):
        return None
    return _frame("average", ("total", "count", "average"), (told, count, price), told, ("brief-sum-light",), sheet, price.line is count.line)


def _is_money(t: Told) -> bool:
    return t.q.kind == "currency" or t.q.kind == "physical" and t.q.unit == "pound"


def _is_price(t: Told, rates: dict[int, UnitRate], sheet: Sheet) -> bool:
    words, rate = sheet.words, rates.get(t.index)
    if words.within("average-then", t.line, t.at - _FRONT, t.at):
        return False
    if "/" in (t.q.unit or ""):
        return True
    told = words.ends("brief-price", t.line, t.at, _FRONT) or words.pattern("brief-each").match(t.line.symbols, t.at + 1) is not None
    return told or rate is not None and rate.sort != "mean"


def _paid_for(price: Told, count: Told, sheet: Sheet) -> bool:
    """Whether a number counts what a price is for, or those who pay it."""
    under = (price.q.unit or "").partition("/")[2]
    if count.q.kind in ("physical", "duration"):
        return bool(under) and measure_of(under).dimension == measure(count.q).dimension and count.q.unit == under
    if under and measure_of(under).dimension[:1] == "[":
        return False
    words, near_it = sheet.words, range(max(0, count.at - _FRONT), count.at + _FRONT)
    if count.q.noun and under and kin(count.q.noun[-1], under, sheet):
        return True
    return words.within("brief-sold", count.line, near_it.start, near_it.stop) or not stranger(count, (price,), (), sheet) and count.line is price.line


# ---------------------------------------------------------------- journeys


def _journey(told: Told, sheet: Sheet) -> Frame | None:
    """The only speed, the only way and the only time, the last of them told as a result."""
    words = sheet.words
    speeds = [t for t in sheet.all if t.q.kind == "physical" and is_speed(t.q)]
    times = [t for t in sheet.all if t.q.kind in ("duration", "physical") and measure(t.q).dimension == _TIME and "/" not in (t.q.unit or "")]
    ways = [t for t in sheet.all if t.q.kind == "physical" and measure(t.q).dimension == "[length]"]
    speed = _only(speeds)
    ways = [t for t in ways if speed is not None and _in_its_way(t, speed)]
    time, way = _only([t for t in times if _is_travel(t, sheet)]), _only(ways)
    if speed is None or time is None or way is None or told not in (speed, time):
        return None
    if any(words.within(name, speed.line, speed.at - _FRONT, speed.at + _BEHIND) for name in ("triad-top-speed", "triad-claimed")):
        return None
    if any(words.has("sole-stops", t.line) or words.has("sole-driven", t.line) for t in (speed, time, way)):
        return None
    if told is speed:
        led = any(words.within(name, told.line, told.at - _FRONT - 2, told.at) for name in ("brief-result", "brief-mean", "brief-speed"))
    else:
        led = words.ends("brief-takes", told.line, told.at, _FRONT)
    mean = words.within("average-word", speed.line, speed.at - _FRONT, speed.at + _BEHIND)
    if measure(time.q).factor > measure_of("hour").factor and not mean:
        return None  # nobody drives for three days
    return _frame("speed", ("distance", "time", "speed"), (way, time, speed), told, ("brief-way-light",), sheet, mean and told is speed) if led else None


def _in_its_way(way: Told, speed: Told) -> bool:
    """Whether a length is told in the unit of a speed: miles of miles an hour, nautical miles of knots."""
    unit = speed.q.unit or ""
    return unit.startswith(f"{way.q.unit}/") or "/" not in unit and measure_of(way.q.unit).factor == measure(speed.q).factor * measure_of("hour").factor


def _is_travel(time: Told, sheet: Sheet) -> bool:
    """Whether a time can be one of a journey: not "aged", "for two weeks ahead", "ten minutes late"."""
    words = sheet.words
    return not words.within("brief-days", time.line, time.at - 2, time.at + 3) and not words.within("brief-no-journey", time.line, max(0, time.at - _FRONT), time.at + _BEHIND)
