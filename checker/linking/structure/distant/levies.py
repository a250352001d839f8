"""What a rate makes of its base, where both sums are told once: taxes, fees, commissions, payouts, shares of an output.

    The state levies a duty of 12 percent on imported rum. ... [a paragraph] ... Rum for 50 million pesos was landed ... brought in 6 million
    Geothermal plants met 30 percent of demand. ... Demand came to 900 gigawatt hours; the plants' part of it was 270

The rate is a percentage with a word of levying at it, or one "of" something; the two sums are the only ones of their unit in the
passage, and what the rate is of names the larger one, or what it is called names the smaller one. Bands, allowances, interest over
years and what is only a part of the base prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.linking.context import Context, content, proper, telling
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.distant.levels import Named, groups_in, levels_of, light
from checker.linking.structure.distant.sheet import sheet_of, ties_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.wholes import fits
from checker.linking.structure.slips import TELLING
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_REACHES = (1, 2, 3, 60)  # sentences around a rate
_RATES = ("percent", "ratio")
_MISS = 3  # a miss by more is of other figures
_FRONT, _BEHIND = 8, 6  # symbols around a rate that say what it is
_GIVEN = frozenset(["levied-gift", "levied-content"])  # what anything can give or hold
_DOUBTFUL = frozenset(["levied-interest"])  # a loan beside its rate is no interest
_LOOSE = "loose"  # families that only say that two figures stand side by side
_SORTS = ("levied-tax", "levied-fee", "levied-payout", "levied-interest", "levied-gift", "levied-content")


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate, what it is of, and whether a word of levying stands at it."""

    index: int
    q: Quantity
    line: Line
    of: frozenset[str]
    groups: frozenset[str]
    levied: bool


def distant_levies(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "levied" (base, rate, amount) and "share" (part, whole, share)."""
    sheet = sheet_of(context)
    if not sheet.short:
        return []
    reader, words = reader_of(context), near(context)
    rates = [r for line in sheet.lines if any(context.quantity(i).kind in _RATES for i in line.figures) for r in _rates(line, reader, words)]
    if not rates:
        return []
    ties, found = ties_of(tuple(f for f in frames if not f.family.startswith(_LOOSE))), []
    levels = [x for x in levels_of(sheet, reader) if x.q.kind == "currency" and "/" not in (x.q.unit or "") and not measure(x.q).offset and x.q.approx is None]
    for rate in rates:
        pair = _pair(rate, levels, reader, words)
        if pair is not None:
            frame = _frame(rate, *pair, context)
            if not any(ties.elsewhere(frame, i) for i in (rate.index, pair[0].index, pair[1].index)):
                found.append(frame)
    claimed = [frozenset(i for part in f.claims.values() for i in part) for f in found]
    return [f for f, own in zip(found, claimed) if sum(len(own & other) > 1 for other in claimed) == 1]  # of two rates of one pair one at least is another's


def _rates(line: Line, reader: Reader, words: Near) -> Iterator[Rate]:
    """The percentages of a line that are a rate on something; no growth, no bound, no band."""
    context = reader.context
    items = {i.index: i for i in reader.row(line.number)}
    for at, index in line.placed:
        q = context.quantity(index)
        if q.kind not in _RATES or not q.value or share_of(q) >= 1 or q.approx is not None or q.change or q.sense in ("range", "bound"):
            continue
        item = items.get(index)
        if item is not None and item.kind == "change" and item.sign:
            continue
        if words.within("levied-not", line, at - _FRONT, at + _BEHIND):
            continue
        start = next((p + 1 for p in range(at - 1, max(-1, at - _FRONT - 1), -1) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), max(0, at - _FRONT))
        stop = next((p for p in range(at + 1, min(len(line.symbols), at + _BEHIND + 2)) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), min(len(line.symbols), at + _BEHIND + 2))
        of = words.pattern("levied-of").match(line.symbols, at + 1)
        levied = bool(_levies(line, start, stop, words))
        if not levied and (of is None or q.kind == "ratio") or words.within("levied-beside", line, at - 1, at):
            continue
        span = line.firsts[start], line.lasts[stop - 1] + 1
        named = telling(content(*span, context), context) - light(context.lexicon) - proper(max(span[0], line.firsts[0] + 1), span[1], context)
        yield Rate(index, q, line, named, groups_in(line, start, stop, words, context), levied)


def share_of(q: Quantity) -> Fraction:
    """A percentage or a fraction as a part of one."""
    return q.value / 100 if q.kind == "percent" else q.value


def _pair(rate: Rate, levels: list[Named], reader: Reader, words: Near) -> tuple[Named, Named] | None:
    """The smaller and the larger of the only two sums of a unit; None where others could be meant."""
    here = rate.line
    for reach in _REACHES:
        around = [x for x in levels if abs(x.line.number - here.number) <= reach and (reach > 3 or abs(x.line.block - here.block) <= 1)]
        pairs = list(_pairs(around, rate, words))
        if not pairs:
            continue
        wide = [x for x in levels if abs(x.line.number - here.number) <= reach + 1]
        same = {x.q.value for x in wide if _one_unit(x, pairs[0][1])}
        return pairs[0] if len(same) == 2 else None  # of three sums nobody knows
    return None


def _pairs(levels: list[Named], rate: Rate, words: Near) -> Iterator[tuple[Named, Named]]:
    for x, y in combinations(levels, 2):
        if not _one_unit(x, y) or x.q.value == y.q.value:
            continue
        amount, base = sorted((x, y), key=lambda n: n.q.value)
        made = base.q.value * share_of(rate.q)
        if not made <= _MISS * amount.q.value or not amount.q.value <= _MISS * made:
            continue
        if any(words.has("levied-apart", n.line) for n in (amount, base)):
            continue
        if _names(rate, amount, base, words):
            yield amount, base


def _one_unit(x: Named, y: Named) -> bool:
    """Whether two sums can be a part and its whole."""
    return x.q.kind == y.q.kind and x.q.unit == y.q.unit


def _names(rate: Rate, amount: Named, base: Named, words: Near) -> bool:
    """Whether what the rate is of names the base and the amount is paid or called what the rate is, or both are called by one word."""
    of_base = bool(rate.of & base.words or rate.groups & base.groups)
    if rate.groups and base.groups and not rate.groups & base.groups:
        of_base = False
    at, own = amount.line.quantity.index(amount.index), rate.line.quantity.index(rate.index)
    called = _levies(amount.line, at - 2 * _FRONT, at + _BEHIND, words)
    said = _levies(rate.line, own - _FRONT, own + _BEHIND, words)
    if called and (said or not called <= _GIVEN):
        tied = bool(called & said) and (of_base or not called & said <= _GIVEN)  # a dividend is no part of a share of sales
        sure = tied and bool((called & said) - _DOUBTFUL)
    else:
        tied, sure = of_base and (bool(called) or _given(amount, words)), False  # what is paid may be anything
    return tied and (sure or rate.q.kind != "percent" or fits(amount.q, base.q, rate.q) or evidence(amount.q, base.q, rate.q) >= TELLING)


def _levies(line: Line, start: int, end: int, words: Near) -> frozenset[str]:
    """The sorts of levies of which a word stands between two positions."""
    return frozenset([name for name in words.among(_SORTS, line) if words.within(name, line, max(0, start), end)])


def _given(level: Named, words: Near) -> bool:
    """True of what is paid, received, brought in, contributed."""
    at = level.line.quantity.index(level.index)
    return words.within("levied-pay", level.line, at - 2 * _FRONT, at + 2 * _BEHIND)


def _frame(rate: Rate, amount: Named, base: Named, context: Context) -> Frame:
    q = rate.q
    if amount.q.kind == "currency" and q.kind == "percent":
        claims = {"base": (base.index,), "rate": (rate.index,), "amount": (amount.index,)}
        return Frame("levied", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "by name")
    claims = {"part": (amount.index,), "whole": (base.index,), "share": (rate.index,)}
    return Frame("share", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "by name")
