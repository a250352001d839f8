"""A charge for each of them, how many they are, and what that makes, each called what it is, also for a time.

    every household will pay £12 a month ... The borough has 30,500 households, so the charge will bring in £366,000 a month
    A fee of 5 euros a head ... Some 240,000 visitors land in a normal year ... expects 1.2 million euros a year from the fee
    14 cents a kilowatt-hour ... On the 2,500 kilowatt-hours of last year this comes to 350 dollars a year

Around the charge one figure counts what it is for, and words lead to one amount that it makes. A slip explains why they
disagree, or words name the charge again where they tell the amount.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.rate.unit_rates import UnitRate, clause_start, is_speed, is_step
from checker.linking.structure.slips import TELLING, slip_between
from checker.linking.structure.triad.told import told_rates
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure_of

_COUNTS = ("count", "number")
_BACK, _AHEAD, _BLOCKS = 5, 5, 3
_LONG = 60  # sentences of a text in which the only number and amount may stand anywhere
_LED = 10  # symbols in front of an amount in which words lead to it
_FRONT = 14  # symbols in front of a rate in which it says what it is for
_NAMED = 5  # words at a rate and at an amount that may name the charge
_AGREES, _FAR, _CLEAR = Fraction(51, 50), Fraction(5), Fraction(11, 10)
_MANY = 10


def named_products(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average-periodic" (total, count, average)."""
    words, found = near(context), []
    known = {i for f in frames if f.pinned and {"average", "total"} <= f.claims.keys() for part in ("average", "total") for i in f.claims[part]}
    for rate in told_rates(context, words):
        if rate.index in known or rate.q.kind != "currency" or rate.line.crowded or is_speed(rate.q) or rate.q.approx or is_step(rate.index, context):
            continue
        nouns, measured = _things(rate, context, words)
        if (nouns or measured) and not nouns & _held(context):  # shares are bought with other securities
            found.extend(_of(rate, nouns, measured, known, context, words))
    return found


def _held(context: Context) -> frozenset[str]:
    return frozenset(stem(w, context) for w in context.lexicon.pack.words("rate-share-noun"))


def _period(q: Quantity) -> str:
    """The time in the unit of a figure: the month of "£12 a month"."""
    return next((part for part in (q.unit or "").split("/")[1:] if measure_of(part).dimension == "[time]"), "")


def _things(rate: UnitRate, context: Context, words: Near) -> tuple[frozenset[str], str]:
    """The stems of what a rate is for, or the unit of what is measured."""
    if rate.under and rate.under != "[time]":
        return frozenset(), (rate.q.unit or "").partition("/")[2]
    if not rate.under:
        return rate.nouns, ""
    start = max(clause_start(rate.line, rate.at, context), rate.at - _FRONT)
    m = next((m for m in words.matches("product-for-each", rate.line, rate.at + 1) if m.start() == rate.at + 1), None)
    for m in words.matches("product-each", rate.line, start, rate.at) if m is None else ():
        pass
    tokens = context.extraction.tokens.words
    noun = tokens[rate.line.firsts[m.end()]] if m is not None and m.end() < len(rate.line.firsts) else ""
    return (frozenset([stem(noun, context)]), "") if noun.isalpha() and noun not in context.function else (frozenset(), "")


def _of(rate: UnitRate, nouns: frozenset[str], measured: str, known: set[int], context: Context, words: Near) -> list[Frame]:
    lines, n = context.lines.lines, rate.line.number
    near_by = [x for x in lines[max(0, n - _BACK) : n + _AHEAD + 1] if abs(x.block - rate.line.block) <= _BLOCKS]
    return _around(near_by, rate, nouns, measured, known, context, words) or _around(lines[:_LONG], rate, nouns, measured, known, context, words)


def _around(around: Sequence[Line], rate: UnitRate, nouns: frozenset[str], measured: str, known: set[int], context: Context, words: Near) -> list[Frame]:
    """The frame of a rate with the only number and the only amount of some sentences."""
    figures = [i for x in around for i in x.figures if i != rate.index and (q := context.quantity(i)).value and q.value > 0 and q.sense not in ("range", "bound")]
    counts = [i for i in figures if _is_count(i, nouns, measured, context, words)]
    totals = [i for i in figures if i not in known and _is_total(i, rate, context) and _led(i, context, words)]
    if len(counts) != 1 or len(totals) != 1 or any(words.has("triad-veto", context.line(i)) or words.has("reckon-veto", context.line(i)) for i in (rate.index, counts[0], totals[0])):
        return []
    count, total = counts[0], totals[0]
    apart = _apart(rate, count, total, context)
    told = not any(context.quantity(i).approx for i in (count, total))
    tied = _AGREES < apart and _slip(rate, count, total, context) >= TELLING or told and _CLEAR < apart <= _FAR and _names_again(rate, count, total, context, words)
    q, claims = rate.q, {"total": (total,), "count": (count,), "average": (rate.index,)}
    return [Frame("average-periodic", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 1, None, (), "roles")]


def _is_count(index: int, nouns: frozenset[str], measured: str, context: Context, words: Near) -> bool:
    q = context.quantity(index)
    if measured:
        return q.kind == "physical" and q.unit == measured
    if q.kind == "physical":
        return stem(context.extraction.tokens.words[q.last], context) in nouns  # "62 euros for each tonne"
    if q.kind not in _COUNTS or q.value.denominator != 1 or q.value < _MANY or "/" in (q.unit or ""):
        return False
    own = frozenset(stem(w, context) for w in q.noun)
    return bool(own & nouns) or bool(nouns & _people(context) and own & _people(context))


def _people(context: Context) -> frozenset[str]:
    if "product-people" not in context.shelf:
        names = ("bottom-incidence", "per-head", "triad-people", "product-people")
        context.shelf["product-people"] = frozenset(stem(w, context) for name in names for w in context.lexicon.pack.words(name))
    return context.shelf["product-people"]


def _is_total(index: int, rate: UnitRate, context: Context) -> bool:
    q = context.quantity(index)
    own, other = (measure_of((x.unit or "").partition("/")[0]) for x in (q, rate.q))
    if q.kind != "currency" or own.dimension != other.dimension or q.value * own.factor <= rate.q.value * other.factor:
        return False
    parts = (q.unit or "").split("/")[1:]
    return len(parts) <= 1 and _period(q) == (parts[0] if parts else "") and _period(rate.q) in ("", _period(q))


def _led(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    start = max([p + 1 for p in range(max(0, at - _LED), at) if line.quantity[p] >= 0], default=max(0, at - _LED))
    return words.within("product-lead", line, start, at)


def _apart(rate: UnitRate, count: int, total: int, context: Context) -> Fraction:
    ratio = _worth(context.quantity(total)) / (context.quantity(count).value * _worth(rate.q))
    return max(ratio, 1 / ratio)


def _worth(q: Quantity) -> Fraction:
    """A sum in whole units of its money, whatever it is for."""
    return q.value * measure_of((q.unit or "").partition("/")[0]).factor


def _slip(rate: UnitRate, count: int, total: int, context: Context) -> int:
    n, t = context.quantity(count), context.quantity(total)
    r, s = _worth(rate.q), _worth(t)
    return max(slip_between(t, r * n.value * t.value / s), slip_between(rate.q, s / n.value * rate.q.value / r), slip_between(n, s / r))


def _names_again(rate: UnitRate, count: int, total: int, context: Context, words: Near) -> bool:
    """Whether the amount is told as what the charge makes, by a result in the sentence of the count or by its name."""
    line, at = context.line(total), context.lines.position_of[total]
    if sum(context.quantity(i).kind == "currency" and i != rate.index for i in line.figures) > 1:
        return False
    behind = context.lines.line_of[count] == line.number - 1 and context.line(count).block == line.block
    if words.within("product-at-that", line, 0, at) or behind and words.pattern("product-they").match(line.symbols):
        return True  # "at that volume", "they bring in"
    if context.line(count) is line and count < total and words.within("product-so", line, context.lines.position_of[count], at):
        return True
    return bool(_charges(rate.line, 0, len(rate.line.symbols), words) & _charges(line, at - _LED, at + _NAMED, words))


def _charges(line: Line, start: int, end: int, words: Near) -> set[str]:
    """The names of charges between two positions, as symbols."""
    return {m.group() for m in words.matches("product-charge", line, max(0, start), end)}
