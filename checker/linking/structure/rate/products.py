"""Totals, counts and averages; distances, times and speeds: three figures of which two give the third.

An average is told by a phrase ("average-cue": an average of 47, £65 apiece) or by its unit (96 km/h, £700 per pupil, 360 per
square kilometre). The other two are looked for among the figures of its sentence, those in front of it first, then in the
sentence before. They are tied to it where there is one of each and words lead from them to the average.
"""

from __future__ import annotations

from itertools import product

from checker.linking.context import Context, stem
from checker.linking.structure.near import Near, near, one_slip
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.rate.product_sides import CLOSE, COUNTS, Mean, measured, noun_stems, sides
from checker.linking.structure.rate.sole_journeys import no_journey
from checker.linking.structure.rate.unit_rates import of_some, reduced
from checker.linking.structure.slips import meant
from checker.linking.structure.triad import taken_by_triads
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure, measure_of

_AGREES = Fraction(103, 100)
_SPACE = ("[length]^2", "[length]^3")
_ELSEWHERE = 14  # symbols in front of an average in which words say that it is of others
_MOST = 3  # candidates for one part
_AMOUNTS = (*COUNTS, "currency", "physical", "duration")
_SLIP = 12  # what is off by more than one wrong digit, and not by a thousand, is rather something else
_SAME_BREATH = 10  # symbols from an average to a total behind it
_FEW = 10  # so few of something are in many texts


def products(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average" (total, count, average), "speed" (distance, time, speed) and "pace"."""
    words, found, cued = near(context), [], {}
    for frame in frames:
        if frame.family == "average-cue":
            cued[frame.claims["average"][0]] = frame
    quantities, taken = context.extraction.quantities, taken_by_triads(frames)
    for index, q in enumerate(quantities):
        if q.kind not in _AMOUNTS or not q.positive or context.lines.line_of[index] < 0:
            continue
        if index in taken:
            continue
        told = index in cued or q.unit and ("/" in q.unit or _family(q) != "average") or q.kind != "duration" and _per_noun(q, context)
        if told and not of_some(context.line(index), context.lines.position_of[index], context):
            found.extend(_of(_mean(index, q, cued.get(index), context, words), context, words))
    return found + _at_that_pace(context, words)


def _at_that_pace(context: Context, words: Near) -> list[Frame]:
    """ "At that pace the 1,440 nautical miles take five days": the speed stands in the sentence before."""
    found = []
    for line in context.lines.figured:
        m = words.pattern("back-pace").search(line.symbols)
        if m is None or not line.number:
            continue
        lengths = {kind: [i for i in line.figures if measure(context.quantity(i)).dimension == kind and context.quantity(i).value] for kind in ("[length]", "[time]")}
        speeds = [i for i in context.lines.lines[line.number - 1].figures if context.quantity(i).unit and _family(context.quantity(i)) == "speed"]
        ways = list(product(lengths["[length]"], lengths["[time]"], speeds))
        for d, t, s in ways[:_MOST]:
            claims = {"distance": (d,), "time": (t,), "speed": (s,)}
            tied = frozenset(claims) if len(ways) == 1 and _plausible(d, (t, s), context) else frozenset()
            found.append(Frame("speed", m.span(), claims, {}, 0, tied, 3, None, (), "pace"))
    return found


def _mean(index: int, q: Quantity, cue: Frame | None, context: Context, words: Near) -> Mean:
    line, at = context.line(index), context.lines.position_of[index]
    over, _, under = (q.unit or "").partition("/")
    if not under and _family(q) == "speed":  # knots
        over, under = "metre", "second"
    comma = at > 0 and line.symbols[at - 1] in _opening(context) or at > 1 and line.symbols[at - 2] in _opening(context)
    led = cue is not None or comma or words.within("rate-lead", line, at - 5, at)
    per = frozenset(stem(w, context) for w in under.split() if w.isalpha()) or _per_noun(q, context)
    counted = not under or measured(under) is None
    return Mean(index, q, line, at, led, over or None, None if counted else under, per)


def _opening(context: Context) -> str:
    chars = context.lexicon.symbols.chars
    return "".join(chars[mark] for mark in ",(–—:=" if mark in chars)


def _per_noun(q: Quantity, context: Context) -> frozenset[str]:
    """Stems of what an amount is per, where the unit does not say: "£1,550 a rider"."""
    words, first = context.extraction.tokens.words, q.last + 1
    if first + 1 >= len(words) or words[first] not in context.lexicon.pack.words("per") or not (words[first] + words[first + 1]).isalpha():
        return frozenset()
    noun = stem(words[first + 1], context)
    return frozenset() if measured(noun) else frozenset([noun])  # not "up from 136 mln a week before"


def _of(mean: Mean, context: Context, words: Near) -> list[Frame]:
    """The frames of one average, one for each pair of candidates."""
    if words.has("typical-word", mean.line) or words.within("sole-against", mean.line, mean.at - 3, mean.at) or words.within("triad-among", mean.line, mean.at + 1, mean.at + 3) or words.within("triad-elsewhere", mean.line, mean.at - _ELSEWHERE, mean.at + 4):
        return []
    totals, counts, tier = sides(mean, context, words)
    if not totals or not counts:
        return []
    family = _family(mean.q)
    alone = len(totals) == len(counts) == 1
    found = []
    for t, n in product(totals[:_MOST], counts[:_MOST]):
        tied = alone and _tied(mean, t, n, tier, family, context, words)
        if not tied and not _nearly(t, (n, mean.index), context):
            continue
        parts = {"average": ("total", "count", "average"), "speed": ("distance", "time", "speed"), "pace": ("time", "distance", "speed")}[family]
        claims = dict(zip(parts, ((t,), (n,), (mean.index,))))
        pinned = frozenset(claims) if tied else frozenset()
        found.append(Frame(family, (mean.q.start, mean.q.end), claims, {}, 0, pinned, tier, None, (), "average"))
    return found


def _family(q: Quantity) -> str:
    dimension = measure(q).dimension if q.unit else ""
    return {"[length]*[time]^-1": "speed", "[length]^-1*[time]": "pace"}.get(dimension, "average")


# ---------------------------------------------------------------- what ties them


def _tied(mean: Mean, total: int, count: int, tier: int, family: str, context: Context, words: Near) -> bool:
    if not _plausible(total, (count, mean.index), context) or any(_vetoed(i, context, words) for i in (total, count)) or words.ends("apart-by", context.line(total), context.lines.position_of[total], 5) or words.within("average-then", mean.line, mean.at - CLOSE, mean.at):
        return False
    figures = [context.quantity(i) for i in (total, count, mean.index)]
    if all(q.kind in COUNTS and q.value < _FEW for q in figures) or _side_by_side(mean, total, context):
        return False
    if mean.under is not None:
        return _measured_tie(mean, total, count, family, context, words)
    shared = bool(mean.per & noun_stems(count, context))
    if (mean.q.unit or "").partition("/")[2][:1].isdigit():
        return shared  # 12 per 100,000 are cases of people: an incidence
    at = context.lines.position_of
    if mean.per and not shared:
        if tier and context.quantity(count).noun:
            return False  # firms that offer 35 dollars a share
        generic = mean.per & frozenset(stem(w, context) for w in context.lexicon.pack.words("per-head"))
        if mean.q.kind in COUNTS or not (generic and not tier) and not _slipped(mean, total, count, context):
            return False
    if tier:
        few = mean.q.kind in COUNTS and mean.q.value < _FEW and mean.q.value.denominator == 1
        return mean.led and bool(mean.per) and not few and (_slipped(mean, total, count, context) or not _has_count(total, context))
    if at[total] < mean.at < at[count]:  # the money for these, the number of others; unless "for each of the 40 drivers"
        return at[count] - mean.at <= CLOSE and words.within("each-word", mean.line, mean.at + 1, at[count])
    if words.within("each-word", context.line(total), at[total] + 1, at[total] + 2):
        return False  # "units at 29.20 crowns each": no sum
    if mean.at < at[total]:
        close = at[total] - mean.at <= _SAME_BREATH
        return words.within("sum-tie", mean.line, at[total] - 4, at[total]) or close and _slipped(mean, total, count, context)
    return mean.led or shared


def _side_by_side(mean: Mean, total: int, context: Context) -> bool:
    """True of "two tenders, of £290 and £315 apiece": two of a list, neither of them the sum."""
    first, second = sorted((context.lines.position_of[total], mean.at))
    return context.line(total) is mean.line and mean.line.symbols[first + 1 : second] in conjunctions(context)


def _has_count(total: int, context: Context) -> bool:
    """Whether a total stands with a number of its own things: "owns 500 dwellings and spent £750,000 on repairs"."""
    return any(context.quantity(i).kind == "count" for i in context.line(total).figures)


def _vetoed(total: int, context: Context, words: Near) -> bool:
    """Whether something is left out of a total, or comes on top of it."""
    at = context.lines.position_of[total]
    line = context.line(total)
    return words.within("triad-veto", line, at - _ELSEWHERE, at + _ELSEWHERE) or reduced(line, context, words)


def _measured_tie(mean: Mean, total: int, count: int, family: str, context: Context, words: Near) -> bool:
    line, at = mean.line, context.lines.position_of
    if words.has("time-out", line) or words.within("top-speed", line, mean.at - 5, mean.at + 1):
        return False
    if family == "average" and not _slipped(mean, total, count, context):
        return _shown_spread(mean, count, context)
    if words.within("average-word", line, mean.at - 7, mean.at) or words.within("average-word", line, mean.at + 1, mean.at + 3):
        return True
    places = [at[i] for i in (total, count) if context.line(i) is line]
    if len(places) < 2:
        return False
    if family == "speed" and (words.within("sole-severed", line, min(places), mean.at) or no_journey(total, count, mean.index, context, words)):
        return False
    if family == "pace" and words.within("pace-time", line, at[total] - 3, at[total]) and not words.has("pace-unsteady", line):
        return words.has("pace-steady", line) or _slipped(mean, total, count, context)
    if mean.at > max(places):
        return mean.led
    return words.within("at-word", line, mean.at - 2, mean.at) and words.has("takes-word", line)


def _shown_spread(mean: Mean, count: int, context: Context) -> bool:
    """True of so many to an area or a volume that the sentence gives: a density or a yield."""
    return mean.led and measure_of(mean.under).dimension in _SPACE and context.line(count) is mean.line and context.lines.position_of[count] < mean.at


def _nearly(total: int, factors: tuple[int, int], context: Context) -> bool:
    """Whether three figures that nothing ties agree nonetheless."""
    return _apart(total, factors, context) < _AGREES


def _slipped(mean: Mean, total: int, count: int, context: Context) -> bool:
    """Whether one digit typed wrong in one of the three explains the disagreement."""
    return any(one_slip(q, value) for q, value in meant(*(context.quantity(i) for i in (total, count, mean.index))))


def _plausible(total: int, factors: tuple[int, int], context: Context) -> bool:
    """Whether a product misses its total by no more than a slip of the pen does."""
    ratio = _apart(total, factors, context)
    return ratio <= _SLIP or 900 < ratio < 1100


def _apart(total: int, factors: tuple[int, int], context: Context) -> Fraction:
    product_of = Fraction(1)
    for i in factors:
        product_of *= _worth(context.quantity(i))
    ratio = _worth(context.quantity(total)) / product_of
    return max(ratio, 1 / ratio)


def _worth(q: Quantity) -> Fraction:
    return q.value * measure(q).factor
