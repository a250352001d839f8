"""Reckonings: a rate, how many it is for, and what that makes, told in any order and across neighbouring sentences.

    90 g of pasta a head: for a party of fourteen that means 1.26 kg
    The levy is 60p a tonne. On 45,000 tonnes the parish would get £27,000
    costs 38 dollars ... 2,400 boys and girls ... to treat every one of them we shall need 91,200 dollars

`unit_rates` finds the rates. What can be its base and what it makes is told by kind, unit and noun; of the figures around
the nearest that fit are taken. Three figures that belong together agree, but for a slip of the hand: others prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, stem, topic
from checker.linking.lines import Line
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.near import Near, near, written
from checker.linking.structure.parts import is_compared
from checker.linking.structure.rate.quotients import narrowed
from checker.linking.structure.rate.sole_journeys import no_journey
from checker.linking.structure.rate.unit_rates import PACE, UnitRate, counted_in, is_speed, is_step, makes_range, said_again, unit_rates
from checker.linking.structure.slips import PLAIN, TELLING, evidence, meant
from checker.linking.structure.triad import taken_by_triads
from checker.model import Frame
from checker.rational import Fraction
from checker.units import measure, measure_of

_COUNTS = ("count", "number")
_AGREES = Fraction(51, 50)
_CLOSE = Fraction(27, 25)  # nearer than this, other things may have been counted as well
_SLIP, _TENTH = 12, Fraction(9, 10)  # a slip makes a figure no more than so much larger, but for its zeros
_MOST = 40  # pairs that are tried for one rate
_BACK, _AHEAD = 4, 4  # sentences around a rate
_FAR_NOUN = 3
_ELSEWHERE = 14  # symbols in front of a rate in which words say that it is of others
_BLOCKS = 4
_FEW = 10  # so few things that nothing names are hardly what a rate is for


@dataclass(frozen=True, slots=True)
class _Way:
    """A base and an amount for a rate. `named`: the noun or the unit of the base is that of the rate; `fits`: what is
    counted is what the rate counts."""

    base: int
    amount: int
    named: bool
    fits: bool
    tier: int


def reckonings(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" (total, count, average) for rates whose base and amount stand somewhere near."""
    words, found = near(context), []
    taken = {f.claims["average"][0] for f in frames if f.family.startswith("average") and "average" in f.claims and f.pinned}
    taken |= taken_by_triads(frames)
    used = {f.claims["total"][0] for f in frames if f.family.startswith("average") and f.source == "triad"}
    for rate in unit_rates(context, words):
        if rate.index in taken or measure(rate.q).dimension == PACE or _per_many(rate) and words.has("rate-adjusted", rate.line):
            continue
        found.extend(f for f in _of(rate, context, words) if not (f.pinned and f.claims.get("total", (-1,))[0] in used))  # another rate makes it
    return found


def _of(rate: UnitRate, context: Context, words: Near) -> Iterator[Frame]:
    if words.within("triad-elsewhere", rate.line, rate.at - _ELSEWHERE, rate.at + 4):
        return
    for tier, lines in enumerate(_around(rate.line, context)):
        if any(words.has("reckon-veto", line) for line in lines):
            return
        if is_speed(rate.q) and (any(words.has("time-out", line) for line in lines) or words.within("top-speed", rate.line, rate.at - 5, rate.at + 1)):
            return
        ways = [w for w in _ways(rate, lines, tier, context) if not makes_range(rate, w.amount, context)][:_MOST]
        agreeing = [w for w in ways if _ratio(rate, w, context) <= _AGREES]
        if agreeing:
            yield from (_frame(rate, w, False) for w in agreeing[:2])  # what is off by a hair proves nothing
            return
        slipped = [w for w in ways if _explained(rate, w, len(ways) == 1, context, words)]
        if len(slipped) == 1:
            enough = PLAIN if rate.under == "[time]" or rate.base >= 0 else TELLING  # there are durations everywhere
            yield _frame(rate, slipped[0], _evidence(rate, slipped[0], context) >= enough)
            return
        if ways and tier == 0 and any(w.named for w in ways):
            return


def _frame(rate: UnitRate, way: _Way, tied: bool) -> Frame:
    family, parts = "average", ("total", "count", "average")
    if _per_many(rate):
        family, parts = "incidence", ("part", "whole", "rate")
    elif is_speed(rate.q):
        family, parts = "speed", ("distance", "time", "speed")
    claims = dict(zip(parts, ((way.amount,), (way.base,), (rate.index,))))
    return Frame(family, (rate.q.start, rate.q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), way.tier, None, (), "reckoning")


def _per_many(rate: UnitRate) -> bool:
    """True of "14 per 100,000"."""
    return any(part[:1].isdecimal() for part in (rate.q.unit or "").split("/")[1:])


def _around(line: Line, context: Context) -> Iterator[list[Line]]:
    """The sentence of a rate, then its neighbours, then those further off."""
    lines, n = context.lines.lines, line.number
    for back, ahead in ((0, 0), (1, 1), (_BACK, _AHEAD)):
        yield [other for other in lines[max(0, n - back) : n + ahead + 1] if abs(other.block - line.block) <= _BLOCKS]


# ---------------------------------------------------------------- candidates


def _ways(rate: UnitRate, lines: list[Line], tier: int, context: Context) -> Iterator[_Way]:
    figures = [i for line in lines for i in line.figures if i != rate.index]
    figures = [i for i in figures if (q := context.quantity(i)).value is not None and q.value > 0 and q.sense not in ("range", "bound") and not is_step(i, context) and not _is_subset(i, context) and not said_again(i, context)]
    if rate.base >= 0 and context.quantity(rate.base).value is None:
        return  # a range of bases
    bases = [(rate.base, True)] if rate.base >= 0 else [(i, named) for i in figures if (named := _is_base(i, rate, context)) is not None]
    if any(named for _, named in bases):
        bases = [b for b in bases if b[1]]
    for base, named in bases:
        for amount in figures:
            fits = _is_amount(amount, rate, context) if amount != base else None
            if tier == 2 and rate.under == "[time]" and bool(context.quantity(amount).noun) != bool(rate.q.noun):
                continue  # 118 firefighters, and a cat that costs 300 a year
            if fits is not None and (named or not _for_some(amount, base, context)) and _is_more(amount, base, rate, context) and not is_compared(amount, context):
                yield _Way(base, amount, named, fits, tier)


def _is_base(index: int, rate: UnitRate, context: Context) -> bool | None:
    """Whether a figure says how many: True where its noun or unit is that of the rate, None where it cannot be."""
    q = context.quantity(index)
    if rate.under:
        fits = measure(q).dimension == rate.under and "/" not in (q.unit or "") and q.kind in ("physical", "duration")
        return True if fits and (rate.under != "[time]" or counted_in(q, rate)) else None
    if q.kind not in _COUNTS or q.value < 2 or q.value.denominator != 1 or "/" in (q.unit or ""):
        return None
    stems = _stems(index, context)
    number = (rate.q.unit or "").partition("/")[2].split("/")[-1].partition(" ")[0]
    if number.isdecimal() and q.value < int(number):
        return None
    people = _people(context)
    if rate.nouns & stems or rate.nouns & people and (stems | topic(index, context)) & people:
        return True
    return None if q.value < _FEW else False


def _people(context: Context) -> frozenset[str]:
    if "reckoned-people" not in context.shelf:
        words = context.lexicon.pack.words("bottom-incidence") | context.lexicon.pack.words("per-head")
        context.shelf["reckoned-people"] = frozenset(stem(w, context) for w in words)
    return context.shelf["reckoned-people"]


def _for_some(amount: int, base: int, context: Context) -> bool:
    """True of "100 crowns for ten", a price of its own."""
    line, at = context.line(amount), context.lines.position_of
    return context.line(base) is line and at[base] == at[amount] + 2 and context.lexicon.pattern("reckon-for").match(line.symbols, at[amount] + 1) is not None


def _is_subset(index: int, context: Context) -> bool:
    """True of "five of them", "ten more"."""
    line, at, q = context.line(index), context.lines.position_of[index], context.quantity(index)
    everything = q.outer > 0 and context.extraction.tokens.words[q.outer - 1] in context.lexicon.pack.words("reckon-all")
    return not everything and context.lexicon.pattern("reckon-subset").match(line.symbols, at + 1) is not None


def _stems(index: int, context: Context) -> frozenset[str]:
    q = context.quantity(index)
    tokens = context.extraction.tokens.words
    return frozenset(stem(w, context) for w in (*q.noun, *tokens[q.last + 1 : q.last + 1 + _FAR_NOUN]) if w.isalpha())


def _is_amount(index: int, rate: UnitRate, context: Context) -> bool | None:
    """Whether a figure can be what a rate makes: True where it counts the same, None where it cannot be."""
    q = context.quantity(index)
    over, _, under = (rate.q.unit or "").partition("/")
    if "/" in (q.unit or "") and (q.unit.partition("/")[2] not in under):
        return None
    own = (q.unit or "").partition("/")[0]
    if rate.q.kind in _COUNTS + ("points",):
        if q.kind not in _COUNTS + ("points",):
            return None
        people = context.lexicon.pack.words("per-head") | context.lexicon.pack.words("all-in")
        return not q.noun or not rate.q.noun or q.noun[-1] == rate.q.noun[-1] or q.noun[-1] in people or context.extraction.tokens.words[q.noun_last] in people
    return True if q.kind == rate.q.kind and measure_of(own or None, q.kind).dimension == measure_of(over or None, rate.q.kind).dimension else None


def _is_more(amount: int, base: int, rate: UnitRate, context: Context) -> bool:
    """Whether an amount can be what a rate makes: more than the rate, and than the base where each of it counts for one
    or more. An average sums up what stands before it."""
    q, n = context.quantity(amount), context.quantity(base)
    if q.value == rate.q.value or _worth(amount, context) <= _worth(rate.index, context):
        return False
    if rate.q.kind in _COUNTS and not rate.under and rate.q.value >= 1 and measure(rate.q).factor == 1 and q.value < n.value:
        return False
    return rate.q.kind not in _COUNTS or q.value.denominator == 1


# ---------------------------------------------------------------- what ties them


def _led(rate: UnitRate, way: _Way, context: Context, words: Near) -> bool:
    """Whether words lead to the last of the three, as to a result."""
    last = max((rate.index, way.base, way.amount))
    line, at = context.line(last), context.lines.position_of[last]
    return words.within("reckon-lead", line, at - 6, at) or words.within("reckon-lead", line, at + 1, at + 4)


def _explained(rate: UnitRate, way: _Way, only: bool, context: Context, words: Near) -> bool:
    """Whether one figure typed wrong is why the three disagree. The looser they are tied, the more plainly: two digits that
    changed places, or a figure that comes out round, tell more than one other digit."""
    ratio = _ratio(rate, way, context)
    if ratio > _SLIP and not any(_TENTH < ratio / power < 1 / _TENTH for power in (100, 1000)):
        return False
    if is_speed(rate.q) and no_journey(way.amount, way.base, rate.index, context, words):
        return False
    telling = _evidence(rate, way, context)
    at = context.lines.position_of[way.amount]
    if words.within("triad-veto", context.line(way.amount), at - _ELSEWHERE, at + _ELSEWHERE):
        return False
    if way.tier == 2 and rate.q.approx:
        return False  # a rate put roughly agrees with much of what stands afar
    if not telling or ratio < _CLOSE and telling <= PLAIN:
        return False
    led = _led(rate, way, context, words)
    if rate.sort == "price" and not (led and words.within("reckon-all", context.line(way.amount), 0, context.lines.position_of[way.amount])):
        return False
    if _per_many(rate) and narrowed(way.base, "incidence", context):
        return False
    averaged = is_speed(rate.q) and (words.within("average-word", rate.line, rate.at - 7, rate.at + 3) or way.tier == 0)
    if rate.sort == "mean" and way.amount > rate.index and not led:
        return False
    needed = 1 + (not way.named and rate.base < 0) * (2 if rate.nouns else 1) + (not way.fits) + (way.tier == 2) - (led and only and way.tier < 2)
    if not (only or way.named or rate.base >= 0) and len(written(rate.q, rate.q.value)[0].rstrip("0")) < 2:
        needed = max(needed, PLAIN)  # of some pairs one nearly always makes one digit of another
    if way.tier == 2 and not way.named and rate.q.kind in _COUNTS and not any(context.quantity(i).noun for i in (way.base, way.amount)):
        return False  # two bare figures from afar: nothing says which of them counts what
    if rate.base >= 0 and context.quantity(rate.base).value < _FEW:
        needed = max(needed, PLAIN)
    if rate.under == "[time]" or rate.base >= 0:  # there are durations everywhere
        needed += (way.tier > 0 or not led) and not averaged
    if rate.q.kind in _COUNTS and rate.q.value < _FEW and rate.q.value.denominator == 1 and not _per_many(rate):
        if way.tier or rate.base >= 0:
            return False
        needed = max(needed, 2)
    if rate.nouns & _stems_of("rate-share-noun", context):
        return telling >= PLAIN and bool(_stems_of("statement-outstanding", context) & words_at(way.base, context))
    return telling >= max(needed, 1 if way.named or rate.base >= 0 else 2)


def _stems_of(name: str, context: Context) -> frozenset[str]:
    return frozenset(stem(w, context) for w in context.lexicon.pack.words(name))


def _evidence(rate: UnitRate, way: _Way, context: Context) -> int:
    return evidence(meant(*(context.quantity(i) for i in (way.amount, way.base, rate.index))))


def _ratio(rate: UnitRate, way: _Way, context: Context) -> Fraction:
    ratio = _worth(way.amount, context) / (_worth(rate.index, context) * _worth(way.base, context))
    return max(ratio, 1 / ratio)


def _worth(index: int, context: Context) -> Fraction:
    q = context.quantity(index)
    return q.value * measure(q).factor
