"""Rates with a name: a margin is profit over sales, an incidence is cases over people, a tax is its rate times its base.

A phrase finds the name and its rate (families quotient-NAME, levy; an incidence shows by its unit); what goes above and below the line is
found by the words at the other numbers nearby: the classes top-NAME and bottom-NAME of the pack.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from checker.linking.context import Context, content, same_head, stem
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.difference.ratio_pairs import widened
from checker.linking.structure.kindred import may_name
from checker.linking.structure.near import near
from checker.linking.structure.rate.areas import apart
from checker.linking.structure.rate.unit_rates import is_step
from checker.linking.structure.share.figures import comparable, is_expected, is_share
from checker.linking.structure.slips import TELLING, evidence
from checker.model import Frame
from checker.rational import Fraction
from checker.units import measure

_FAR_BACK = 10  # for rates with a name, of which only a slip is told from so far away
_BACK, _AHEAD = 2, 1  # sentences around the rate that are searched
_MOST = 4
_SLIP = 12  # what is off by more is rather something else
_SORT = 5  # symbols in front of a figure in which its profit is named
_FAR_OFF = 3  # times as much as two figures make: they are hardly its own
_NAMED = 7  # symbols from a rate to the figure in "times EBITDA of 84m"
_NAME = 2  # words of "times operating profit"
_OF_REACH = 7  # symbols in "27 of his last 36 games"
_KINDS = ("currency", "count", "number", "physical")


def quotients(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "quotient" and "incidence" (part, whole, rate) and "levied" (base, rate, amount)."""
    found: list[Frame] = []
    shared = {f.claims["share"][0] for f in frames if "share" in f.claims}
    for frame in frames:
        kind, _, name = frame.family.partition("-")
        if kind == "quotient":
            found.extend(_quotient(frame, name, "quotient", context, frame.claims["rate"][0] in shared))
        elif kind == "levy":
            found.extend(_levied(frame, context))
    for index, q in enumerate(context.extraction.quantities):
        if q.unit and "/" in q.unit and q.unit.partition("/")[2][:1].isdigit() and q.kind in ("number", "count"):
            cue = Frame("incidence", (q.start, q.end), {"rate": (index,)}, source="per so many")
            found.extend(_quotient(cue, "incidence", "incidence", context))
    return found


def _quotient(frame: Frame, name: str, family: str, context: Context, shared: bool = False) -> Iterator[Frame]:
    rate = frame.claims["rate"][0]
    if family == "incidence" and context.lexicon.pattern("rate-adjusted").search(context.line(rate).symbols):
        return
    if context.quantity(rate).value is None:
        return  # "between 5% and 6%"
    if family == "quotient" and (not is_share(rate, context) or _limited(rate, context)):
        return
    tops, bottoms = _stems(f"top-{name}", context), _stems(f"bottom-{name}", context)
    near = [i for i in _around(rate, context, family) if i != rate and context.quantity(i).kind in _KINDS]
    per = [i for i in near if "/" in (context.quantity(i).unit or "")]
    near = [i for i in near if i not in per] if len(per) != 1 or family != "quotient" else near
    words = {i: words_at(i, context) for i in near}
    counted = {i for i in near if {stem(w, context) for w in context.quantity(i).noun} & tops}
    below = _named_behind(frame, rate, bottoms, context) or [i for i in near if words[i] & bottoms and i not in counted]
    above = [i for i in near if words[i] & tops and (i not in below or len(below) > 1) and not _difference(i, context) and not is_step(i, context)]
    above = [i for i in above if name != "turnout" or not _of_one_side(i, context)]
    pairs = [(a, b) for a, b in product(above[:_MOST], below[:_MOST]) if a != b and _divides(a, b, family, context)]
    own = context.lines.line_of[rate]
    pairs = [p for p in pairs if all(context.lines.line_of[i] == own for i in p)] or pairs or ([] if shared else _of_each_other(rate, context))
    far = [p for p in pairs if min(context.lines.line_of[i] for i in p) < own - _BACK]
    pairs = [p for p in pairs if p not in far or _slipped(*p, rate, context) or _agree(*p, rate, context)]
    sure = pairs if len(pairs) == 1 or family == "incidence" else [p for p in pairs if _slipped(*p, rate, context)]
    if len(sure) == 1 and not any(_agree(*p, rate, context) for p in pairs):
        pairs = sure
    for a, b in pairs[:6]:
        claims = {"part": (a,), "whole": (b,), "rate": (rate,)}
        tied = frozenset(claims) if len(pairs) == 1 and not _otherwise(a, b, rate, near, context) and not _of_another_name(b, rate, bottoms, context) and not apart(context.line(rate), (context.line(i) for i in (a, b)), context) and not narrowed(b, family, context) and not _over_another_time(a, rate, context) and _plausible(a, b, rate, context) else frozenset()
        outright = tied and family == "quotient" and _outright(a, b, rate, context)
        yield Frame(family, frame.cue, claims, {}, 0, tied, 0 if outright else 2, frame.blocked, (), frame.source)


def _over_another_time(part: int, rate: int, context: Context) -> bool:
    """True where the sentences of a count and of its rate tell times of their own: "300 last week ... over the last four weeks 14"."""
    first, second = context.line(part), context.line(rate)
    if first is second:
        return False
    times = [{(q.kind, q.value, q.unit, q.when) for i in line.figures if (q := context.quantity(i)).kind in ("period", "duration")} for line in (first, second)]
    return all(times) and not times[0] & times[1]


def _named_behind(frame: Frame, rate: int, bottoms: frozenset[str], context: Context) -> list[int]:
    """The figure of "1.1 times EBITDA of 84m": what the rate is of stands right behind it."""
    line, at = context.line(rate), context.lines.position_of[rate]
    following = next((i for i in line.quantities(at + 1, at + _NAMED) if context.quantity(i).kind in _KINDS), None)
    if following is None or not frame.family.startswith("quotient"):
        return []
    between = line.symbols[at + 1 : context.lines.position_of[following]]
    words = context.extraction.tokens.words[line.firsts[at + 1] : context.quantity(following).outer]
    named = bool({stem(w, context) for w in words} & bottoms)
    return [following] if named and context.lexicon.pattern("of-word").search(between) and not set(context.lexicon.symbols.closing) & set(between) else []


def _outright(a: int, b: int, rate: int, context: Context) -> bool:
    """True of two amounts and their ratio in one sentence that has no others: no slip needs to explain why they disagree."""
    line, three = context.line(rate), (a, b, rate)
    if any(context.line(i) is not line or context.quantity(i).approx for i in three):
        return False
    kinds = {context.quantity(i).kind for i in three}
    others = [q for i in line.figures if i not in three and (q := context.quantity(i)).is_measure]
    first, second = sorted(context.lines.position_of[i] for i in (a, b))
    if near(context).within("apart-compared", line, first + 1, second):
        return False  # "1.8 million, compared with 0.9 million in the first quarter": one thing at two times
    if context.lexicon.pattern("quotient-narrowed").match(line.symbols, context.lines.position_of[rate] + 1):
        return False
    stated, made = _stated(rate, context), _quotient_of(a, b, context)
    near_enough = _FAR_OFF * min(stated, made) > max(stated, made)
    return near_enough and not any(q.kind in kinds or q.kind == "ratio" for q in others) and rate > min(a, b)


def _limited(rate: int, context: Context) -> bool:
    """True of the rate of a part of the business, or after something has been left out."""
    line, at = context.line(rate), context.lines.position_of[rate]
    pattern = context.lexicon.pattern("quotient-unless")
    return pattern.search(line.symbols, max(0, at - 8), min(len(line.symbols), at + 3)) is not None


def _of_each_other(rate: int, context: Context) -> list[tuple[int, int]]:
    """ "27 of his 36 games, a winning percentage of .750": one count of another right in front of the rate."""
    line, at = context.line(rate), context.lines.position_of[rate]
    found = [i for i in line.quantities(0, at) if context.quantity(i).kind in ("count", "number")][-2:]
    if len(found) != 2:
        return []
    start, end = (context.lines.position_of[i] for i in found)
    between = line.symbols[start + 1 : end]
    joined = context.lexicon.pattern("of-word").search(between)
    return [(found[0], found[1])] if joined and len(between) <= _OF_REACH and _divides(*found, "incidence", context) else []


def _quotient_of(a: int, b: int, context: Context) -> Fraction:
    top, bottom = (context.quantity(i).value * measure(context.quantity(i)).factor for i in (a, b))
    return top / bottom


def _stated(rate: int, context: Context) -> Fraction:
    q = context.quantity(rate)
    return q.value / 100 if q.kind == "percent" else q.value * measure(q).factor


def _agree(a: int, b: int, rate: int, context: Context) -> bool:
    stated, made = _stated(rate, context), _quotient_of(a, b, context)
    return bool(stated) and abs(made - stated) * 20 <= abs(stated)


def _plausible(a: int, b: int, rate: int, context: Context) -> bool:
    """Whether a rate is off by no more than a slip makes it."""
    stated, made = _stated(rate, context), _quotient_of(a, b, context)
    return bool(stated and made) and 1 < _SLIP * made / stated < _SLIP * _SLIP or _slipped(a, b, rate, context)


def _other_profit(a: int, rate: int, context: Context) -> bool:
    """True where the margin is called that of one sort of profit and the profit is another: operating and net."""
    sorts = []
    for i in (a, rate):
        line, at = context.line(i), context.lines.position_of[i]
        sorts.append({m.group() for m in near(context).matches("profit-sort", line, max(0, at - _SORT), at)})
    return all(sorts) and not sorts[0] & sorts[1]


def _of_another_name(bottom: int, rate: int, bottoms: frozenset[str], context: Context) -> bool:
    """True where what the rate is of is called otherwise than the figure: "1.3 times EBITDA" of an operating profit."""
    q = context.quantity(rate)
    said = content(q.last + 1, q.last + 1 + _NAME, context) & bottoms
    return bool(said) and not said & words_at(bottom, context)


def _otherwise(a: int, b: int, rate: int, around: list[int], context: Context) -> bool:
    """Whether the rate is that of a longer time, or what another figure nearby makes it, or the other way round."""
    if len({is_expected(i, context) for i in (a, b, rate)}) > 1:
        return True
    if widened(rate, context) or _other_profit(a, rate, context) or _agree(b, a, rate, context):
        return True
    others = [i for i in around if i not in (a, b) and context.quantity(i).value]
    return any(_divides(a, i, "quotient", context) and _agree(a, i, rate, context) for i in others)


def _slipped(a: int, b: int, rate: int, context: Context) -> bool:
    """Whether one figure typed wrong is why a rate is not what its two figures make it."""
    x, y, q = (context.quantity(i) for i in (a, b, rate))
    times = Fraction(100) if q.kind == "percent" else 1 / measure(q).factor
    if q.value is None or q.value <= 0 or x.value <= 0:
        return False
    implied = ((q, x.value / y.value * times), (x, q.value / times * y.value), (y, x.value * times / q.value))
    return evidence(implied) >= TELLING


def _of_one_side(index: int, context: Context) -> bool:
    """True of the votes of one who stood: "headed the poll with 3,120 votes, followed by"."""
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).within("vote-of-one", line, at - _OF_REACH, at + _OF_REACH)


def _difference(index: int, context: Context) -> bool:
    """True of "1,400 votes ahead": no votes that were cast."""
    q, words = context.quantity(index), context.extraction.tokens.words
    end = max(q.last, q.noun_last) + 1
    return bool(set(words[end : end + 1]) & context.lexicon.pack.words("a-difference"))


def narrowed(whole: int, family: str, context: Context) -> bool:
    """True where only a part of the people counts: "400,000 inhabitants, half of them women"."""
    if family != "incidence":
        return False
    line, at = context.line(whole), context.lines.position_of[whole]
    return any(context.quantity(i).kind in ("ratio", "percent") for i in line.quantities(at + 1))


def _divides(a: int, b: int, family: str, context: Context) -> bool:
    x, y = context.quantity(a), context.quantity(b)
    if x.value is None or y.value is None or y.value <= 0:
        return False
    per = {"/" in (x.unit or ""), "/" in (y.unit or "")}
    if len(per) == 2 and family == "quotient":
        return same_head(x, y)
    return comparable(a, b, context) and (family == "quotient" or x.value < y.value)


def _stems(name: str, context: Context) -> frozenset[str]:
    return frozenset(stem(w, context) for w in context.lexicon.pack.words(name))


def _around(index: int, context: Context, family: str) -> list[int]:
    """Numbers of the sentence, then of those before and after it, that belong to the same text."""
    number, lines = context.lines.line_of[index], context.lines.lines
    found = [*lines[number].figures]
    back = _BACK if family == "incidence" else _FAR_BACK
    for other in [*range(number - 1, max(-1, number - 1 - back), -1), *range(number + 1, min(len(lines), number + 1 + _AHEAD))]:
        found += lines[other].figures
    return found


# ---------------------------------------------------------------- a rate and its base


def _levied(frame: Frame, context: Context) -> Iterator[Frame]:
    """Two amounts of one currency around a rate: the larger is the base, the smaller what the rate makes of it."""
    rate = frame.claims["rate"][0]
    if context.quantity(rate).change or context.quantity(rate).value is None or _blocked(rate, context):
        return
    words, q = context.extraction.tokens.words, context.quantity(rate)
    if set(words[q.last + 1 : q.last + 2]) & context.lexicon.pack.words("comparison-word"):
        return
    own, line_of = context.lines.line_of[rate], context.lines.line_of
    span = context.lines.lines[max(0, own - 1) : own + 3]
    amounts = [i for line in span for i in line.figures if context.quantity(i).kind == "currency" and context.quantity(i).value]
    makes = [i for i in amounts if i > rate and _made(i, context) and any(_larger(b, i, context) for b in amounts if line_of[b] <= line_of[i])][:1]
    amounts = [i for i in amounts if makes and line_of[i] <= line_of[makes[0]]]
    readings = [(b, a) for a in makes for b in amounts if a != b and _larger(b, a, context)]
    for base, amount in readings[:6]:
        claims = {"base": (base,), "rate": (rate,), "amount": (amount,)}
        sure = len(readings) == 1 and len(amounts) == 2 and line_of[base] <= own + 1 and may_name(rate, base, context)
        tied = frozenset(claims) if sure else frozenset()
        yield Frame("levied", frame.cue, claims, {}, 0, tied, 2, frame.blocked, (), frame.source)


def _larger(base: int, amount: int, context: Context) -> bool:
    a, b = context.quantity(amount), context.quantity(base)
    return same_head(a, b) and "/" not in (b.unit or "") and b.value > a.value


def _blocked(rate: int, context: Context) -> bool:
    """True where words near the rate make it one of several (bands, compound interest)."""
    pattern = context.lexicon.pattern("levy-unless")
    number, lines = context.lines.line_of[rate], context.lines.lines
    return bool(pattern) and any(pattern.search(line.symbols) for line in lines[max(0, number - 1) : number + 2])


def _made(index: int, context: Context) -> bool:
    """True where the words in front of an amount make it a result: "makes", "will pay", "or"."""
    q, words = context.quantity(index), context.extraction.tokens.words
    before = words[max(0, q.outer - 6) : q.outer]
    return bool(set(before) & context.lexicon.pack.words("made-word"))
