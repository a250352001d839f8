"""What doubles every so many years, or grows by so much in each of them, and the only two dated values of one unit.

    stood at 60 in 2004 and has doubled every three years since ... In 2013 it numbered 480 deer
    A berth cost 300 pounds in 2019 ... raised the fee by 5 percent in each of the three years since ... Today they pay 347.29 pounds

The first value has a year; the last has one too, or words say that it is what came of it. Where the text has another rate, or
a third value of the unit with a year, nobody can tell which are meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.distant.sheet import Sheet, Told, sheet_of
from checker.model import Frame
from checker.units import compatible

_EVERY = 4  # symbols from "doubled" to its time
_EACH = 9  # symbols behind a rate that say in how many years it was so
_SIGNED = 8  # symbols in front of a rate with the word for the way it goes
_KINDS = ("currency", "physical", "count", "number")
_COUNTS = ("count", "number")
_YEARS = ("year", "decade")
_APART = 4  # times as much as comes out: rather something else
_SMALL = 10
_MANY = 20  # levels of a text, among which two stand out


@dataclass(frozen=True, slots=True)
class _Growth:
    """A rate, its sign, and the time that it takes or for which it holds."""

    rate: int
    time: int
    sign: int
    line: Line
    steps: bool  # it doubles in each such time

    def years(self, context: Context) -> int:
        q = context.quantity(self.time)
        return int(q.value) * (10 if q.unit == "decade" else 1)


@dataclass(frozen=True, slots=True)
class _Level:
    told: Told
    year: int | None  # the index of the year that stands with it


def yearly_growth(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "doubling-dates" (base, new, multiple, time, start, end) and "compound" (base, new, rate, duration)."""
    sheet = sheet_of(context)
    if not sheet.short or not sheet.words.standing("doubling-every", "growth-each"):
        return []
    growths = [g for line in sheet.lines for g in _growths(line, sheet)]
    if len(growths) != 1 or any(sheet.words.has("growth-not-yearly", line) for line in (growths[0].line,)):
        return []
    growth = growths[0]
    known = {f.claims["new"][0] for f in frames if f.family in ("compound", "compound-dates-times", "doubling-time") and f.pinned and ("duration" in f.claims or growth.steps)}
    made = [frame for base, new in _pairs(growth, sheet) if (frame := _frame(growth, base, new, sheet)) is not None]
    return made if len(made) == 1 and made[0].claims["new"][0] not in known else []


def _growths(line: Line, sheet: Sheet) -> list[_Growth]:
    context, words, found = sheet.context, sheet.words, []
    for at, index in line.placed:
        q = context.quantity(index)
        if q.value is None or q.approx not in (None, "exact") or q.kind not in ("multiple", "percent"):
            continue
        reach = _EVERY if q.kind == "multiple" else _EACH
        times = [(p, i) for p, i in line.placed if at < p <= at + reach and context.quantity(i).kind == "duration" and context.quantity(i).unit in _YEARS and (context.quantity(i).value or 0) > 1]
        if len(times) != 1:
            continue
        place, time = times[0]
        if q.kind == "multiple" and 2 <= q.value <= 10 and words.within("doubling-every", line, at + 1, place):
            found.append(_Growth(index, time, 1, line, True))
        if q.kind == "percent" and "/" not in (q.unit or "") and words.within("growth-each", line, at + 1, place) and (sign := _sign(at, line, sheet)):
            found.append(_Growth(index, time, sign, line, False))
    return found


def _sign(at: int, line: Line, sheet: Sheet) -> int:
    signs = {sign for name, sign in (("growth-each-up", 1), ("growth-each-down", -1)) if sheet.words.within(name, line, max(0, at - _SIGNED), at)}
    return signs.pop() if len(signs) == 1 else 0


# ---------------------------------------------------------------- the two values


def _pairs(growth: _Growth, sheet: Sheet) -> Iterator[tuple[_Level, _Level]]:
    """A first value with its year, and one of its unit that is of a later year or that words call what came of it."""
    levels = [_Level(t, _year_of(t, sheet)) for t in sheet.plain if t.index != growth.rate and _is_level(t)]
    for base, new in permutations(levels[:_MANY], 2):
        if any(x.told.line in (base.told.line, new.told.line) and _alike(base.told, x.told) for x in levels if x not in (base, new)):
            continue  # which of two in one sentence?
        if base.year is not None and base.told.index < new.told.index and _alike(base.told, new.told):
            later = _year(base, sheet) < _year(new, sheet) if new.year is not None else sheet.words.has("grown-since", new.told.line)
            if later:
                yield base, new


def _is_level(told: Told) -> bool:
    q = told.q
    return q.kind in _KINDS and not q.approx and q.style != "words" and (q.kind not in _COUNTS or q.value >= _SMALL)


def _alike(a: Told, b: Told) -> bool:
    p, q = a.q, b.q
    if p.kind in _COUNTS and q.kind in _COUNTS:
        return p.scale == q.scale and (not p.noun or not q.noun or p.noun[-1] == q.noun[-1])
    return p.kind == q.kind and compatible((p.unit or "").partition("/")[0], (q.unit or "").partition("/")[0])


def _year_of(told: Told, sheet: Sheet) -> int | None:
    """The only year of the words of a figure; else the only one of its sentence."""
    context, line = sheet.context, told.line
    for found in (line.quantities(told.left, told.right), line.figures):
        years = [i for i in found if (when := context.quantity(i).when) is not None and when.year and not when.end_year]
        if len(years) == 1:
            return years[0]
    return None


def _year(level: _Level, sheet: Sheet) -> int:
    return sheet.context.quantity(level.year).when.year


def _frame(growth: _Growth, base: _Level, new: _Level, sheet: Sheet) -> Frame | None:
    """The frame, where the years go into the time and the last value is of the size that comes out."""
    context, rate = sheet.context, sheet.context.quantity(growth.rate)
    years = growth.years(context)
    between = _year(new, sheet) - _year(base, sheet) if new.year is not None else None
    if growth.steps:
        if between is None or between % years:
            return None
        made = base.told.q.value * rate.value ** (between // years)
        claims = {"multiple": (growth.rate,), "time": (growth.time,), "start": (base.year,), "end": (new.year,)}
    else:
        if between not in (None, years):
            return None
        made = base.told.q.value * (1 + growth.sign * rate.value / 100) ** years
        claims = {"rate": (growth.rate,), "duration": (growth.time,)}
    value = new.told.q.value
    if not made < _APART * value or not value < _APART * made:
        return None
    claims |= {"base": (base.told.index,), "new": (new.told.index,)}
    q = context.quantity(growth.rate)
    return Frame("doubling-dates" if growth.steps else "compound", (q.start, q.end), claims, {}, growth.sign, frozenset(claims), 2, None, (), "by name")
