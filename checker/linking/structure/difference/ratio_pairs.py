"""Ratios with a name, whose two figures are found by arithmetic: a margin, a yield, a rate of anything.

    Of 640 seeds sown, 416 germinated, a germination rate of 65%
    bought for €42 million ... the rents come to €2.73 million a year. At 6.5 per cent the initial yield is ...

Figures of one unit around a percentage that bears the name of a ratio are tried in pairs. Where one divided by another
gives it, they are its figures. Where none do, one plain slip of the hand that would make just one pair fit is the proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.linking.context import Context, content, same_head, stem
from checker.linking.lines import Line
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.difference.cues import compared
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import is_expected
from checker.linking.structure.share.sole_shares import said_of
from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK
from checker.linking.structure.tabular import prose_lines
from checker.linking.structure.variants import variants
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_COUNTS = ("count", "number")
_KINDS = frozenset([*_COUNTS, "currency", "physical"])
_BEFORE, _BEHIND = 9, 5  # symbols between a name and its percentage
_TIMES_SAID = ("ratio-times", "ratio-multiple")
_GUARD = 7
_RIGHT = 14  # symbols in front of a ratio in which one of its figures stands if any figure does
_CUE = 6  # words between a figure and what came in, or went out
_BACK, _AHEAD = 3, 1  # sentences around a ratio that may hold its figures
_MOST = 12
_OFF = 4  # what is off by more is no slip, but for its zeros
_SMALL = 10
_FEW, _CLOSE = 3, 2
_NEVER = PLAIN + 1
_SLACK = Fraction(1, 50)  # a ratio that is off by so little was reckoned from finer figures


@dataclass(frozen=True, slots=True)
class _Pair:
    """What stands above the line and below it. `apart`: sentences between them and the ratio."""

    top: int
    bottom: int
    apart: int
    off: Fraction


def ratio_pairs(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "quotient" (part, whole, rate)."""
    words, lines, found = near(context), prose_lines(context), []
    known = {i for f in frames if len(f.pinned) > 2 for claim in ("share", "rate", "change") for i in f.claims.get(claim, ())}
    shared = frozenset(i for f in frames if f.family == "share" and f.pinned for i in f.claims.get("part", ()))
    for n, line in enumerate(lines):
        for index in line.figures:
            times = _times(index, line, context, words) if index not in known else 0
            if times:
                found.extend(f for f in _of(index, times, n, lines, context, words) if not f.pinned or shared.isdisjoint(f.claims.get("part", ())))
    return found


def _times(index: int, line: Line, context: Context, words: Near) -> int:
    """What makes the figure a plain ratio: 100 of a percentage with a name, 1 of "14 times earnings", 0 of anything else."""
    q, at = context.quantity(index), context.lines.position_of[index]
    if not q.positive or q.sense in ("range", "bound") or q.approx or q.change:
        return 0
    if q.kind == "percent" and q.unit == "percent":
        led = words.ends("ratio-lead", line, at, 5)
        if words.pattern("of-word").match(line.symbols, at + 1) and words.within("whole-name", line, at + 2, at + 4):
            return 0  # "24% of the total", which is not told
        if words.pattern("of-word").match(line.symbols, at + 1) and not words.pattern("ratio-of").match(line.symbols, at + 1):
            return 0  # "45% of passengers" is of those
        return 100 if led or _named("ratio-name", at, line, context, words) or words.pattern("ratio-of").match(line.symbols, at + 1) else 0
    if q.kind in ("multiple", *_COUNTS) and words.maybe(_TIMES_SAID, line) and q.scale == 1 and 1 < q.value < 100 and q.style != "fraction":
        if q.style == "words" and _occasions(at, line, words):
            return 0
        told = words.pattern("ratio-times").match(line.symbols, at + 1) or any(m.end() in (at, at - 1) for m in words.matches("ratio-times", line, max(0, at - 5), at))
        return 1 if told or q.kind == "multiple" and words.pattern("ratio-multiple").match(line.symbols, at + 1) else 0
    return 0


def _occasions(at: int, line: Line, words: Near) -> bool:
    """True of "was shelled three times from the hills": how often, where nothing is covered so many times."""
    often = words.pattern("how-often").match(line.symbols, at + 1)
    end = often.end() if often else at + 1
    return words.pattern("occasion-behind").match(line.symbols, end) is not None and not words.within("ratio-covered", line, 0, at)


def _named(name: str, at: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a name stands at a percentage with no other percentage between."""
    start, end = at, at + 1
    while start > max(0, at - _BEFORE) and not _share(line.quantity[start - 1], context):
        start -= 1
    while end < min(len(line.symbols), at + _BEHIND) and not _share(line.quantity[end], context):
        end += 1
    return words.within(name, line, start, at) or words.within(name, line, at + 1, end)


def widened(rate: int, context: Context) -> bool:
    """Whether words say that a ratio is of a longer time, or of more or less, than the figures around it."""
    line, at = context.line(rate), context.lines.position_of[rate]
    return near(context).within("ratio-wider", line, at - _GUARD, at + _GUARD)


def _share(index: int, context: Context) -> bool:
    return index >= 0 and context.quantity(index).kind == "percent"


def _of(rate: int, times: int, n: int, lines: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    line, at = lines[n], context.lines.position_of[rate]
    pairs = list(_pairs(rate, times, _around(rate, n, lines, context), context))
    if times == 100 and _named("ratio-markup", at, line, context, words):
        yield from _marked_up(rate, pairs, context, words)
        return
    fitting = [p for p in pairs if _fits(_ratio(p.top, p.bottom, context), rate, times, context)]
    if fitting:
        yield _frame(rate, min(fitting, key=lambda p: p.apart), False, context)
        return
    if compared(at, line, context, words) or widened(rate, context) or _otherwise(rate, times, pairs, context):
        return
    if sum(_share(i, context) for i in line.figures) > 2:
        return
    own = next((i for i in reversed(line.quantities(max(0, at - _RIGHT), at)) if _amount(context.quantity(i))), None)
    near_by = [p for p in pairs if own in (p.top, p.bottom)] if own is not None else pairs  # "38,000 had been looking for a year, which is 23%"
    chosen = _meant(rate, times, [p for p in near_by if p.off <= _OFF], context)
    if chosen is not None and _of_more(rate, chosen, line, context, words):
        return
    if chosen is not None and is_expected(rate, context) == is_expected(chosen.top, context) == is_expected(chosen.bottom, context) and _may_be(rate, chosen, line, context, words):
        yield _frame(rate, chosen, True, context)


def _of_more(rate: int, pair: _Pair, line: Line, context: Context, words: Near) -> bool:
    """True of "of the newcomers 14,355, that is 45%": the figure is a part of something larger, unless its own part stands in
    front of it, as in "2,900 of the island's 5,200"."""
    place = context.lines.position_of
    if context.line(pair.bottom) is not line or not said_of(rate, pair.bottom, line, context):
        return False
    return context.line(pair.top) is not line or not words.pattern("of-word").search(line.symbols[place[pair.top] + 1 : place[pair.bottom]])


def _frame(rate: int, pair: _Pair, tied: bool, context: Context) -> Frame:
    q, claims = context.quantity(rate), {"part": (pair.top,), "whole": (pair.bottom,), "rate": (rate,)}
    return Frame("quotient", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), min(pair.apart, 2), None, (), "ratio")


def _marked_up(rate: int, pairs: list[_Pair], context: Context, words: Near) -> Iterator[Frame]:
    """A mark-up is what a price is above what was paid: "paid $48 for the chair and sold it for $84, a mark-up of 75%"."""
    for p in pairs:
        base, new = sorted((p.top, p.bottom), key=lambda i: context.quantity(i).value)
        if p.apart or not (near_word(base, "cost-word", context, words) and near_word(new, "gain-word", context, words)):
            continue
        q, claims = context.quantity(rate), {"base": (base,), "new": (new,), "change": (rate,)}
        yield Frame("change", (q.start, q.end), claims, {}, 1, frozenset(claims) if len(pairs) == 1 else frozenset(), 1, None, (), "mark-up")


def near_word(index: int, name: str, context: Context, words: Near) -> bool:
    """Whether a word of a class stands in front of a figure, or right behind it."""
    line, at = context.line(index), context.lines.position_of[index]
    return words.within(name, line, at - _CUE, at) or words.within(name, line, at + 1, at + 4)


# ---------------------------------------------------------------- candidates


def _around(rate: int, n: int, lines: list[Line], context: Context) -> list[int]:
    found: list[int] = []
    for k in sorted(range(max(0, n - _BACK), min(len(lines), n + _AHEAD + 1)), key=lambda k: abs(k - n) + (k > n)):
        if abs(lines[k].block - lines[n].block) <= (1 if k < n else 0):
            found += [i for i in lines[k].figures if i != rate and _amount(context.quantity(i))]
    return found[:_MOST]


def _amount(q: Quantity) -> bool:
    return q.kind in _KINDS and q.positive and q.sense not in ("range", "bound") and q.style not in ("fraction", "vague") and q.components == 1 and (q.unit or "")[:2] != "1/"


def _pairs(rate: int, times: int, around: list[int], context: Context) -> Iterator[_Pair]:
    home, stated = context.line(rate).number, context.quantity(rate).value / times
    for a, b in combinations(around, 2):
        x, y = context.quantity(a), context.quantity(b)
        if not _alike(x, y) or any(q.kind in _COUNTS and q.scale == 1 and q.value < _SMALL for q in (x, y)) and times == 100:
            continue
        if abs(context.line(a).number - context.line(b).number) > 1:
            continue
        top, bottom = (a, b) if (_worth(a, (a, b), context) < _worth(b, (a, b), context)) == (stated < 1) else (b, a)
        apart = sum(abs(context.line(i).number - home) for i in (a, b))
        made = _ratio(top, bottom, context)
        yield _Pair(top, bottom, apart, max(made / stated, stated / made))


def _alike(x: Quantity, y: Quantity) -> bool:
    """Whether two figures can be divided by each other: one unit, or one of them has none beside a unit with a scale."""
    if x.kind in _COUNTS and y.kind in _COUNTS:
        return x.value.denominator == y.value.denominator == 1
    if x.kind == "count" or y.kind == "count":
        return False
    if "number" in (x.kind, y.kind):
        return x.scale == y.scale != 1 or {x.kind, y.kind} == {"number", "physical"} or x.scale == y.scale and min(x.value, y.value) >= _SMALL
    return x.kind == y.kind and same_head(x, y)


def _worth(index: int, pair: tuple[int, int], context: Context) -> Fraction:
    q = context.quantity(index)
    alike = q.kind in ("physical", "currency") and all(context.quantity(i).kind == q.kind for i in pair)
    return q.value * measure(q).factor if alike else q.value


def _ratio(top: int, bottom: int, context: Context) -> Fraction:
    return _worth(top, (top, bottom), context) / _worth(bottom, (top, bottom), context)


def _fits(made: Fraction, rate: int, times: int, context: Context) -> bool:
    """Whether a ratio is the stated one as far as its digits, and those of its figures, tell."""
    q = context.quantity(rate)
    slack = (q.place or Fraction(1)) / 2 + q.value * _SLACK / 2
    return abs(made * times - q.value) <= slack


def _otherwise(rate: int, times: int, pairs: list[_Pair], context: Context) -> bool:
    """Whether the ratio is that of a difference, or of the second to the first: 84 for what cost 48 is a mark-up of 75%."""
    for p in pairs:
        made = _ratio(p.top, p.bottom, context)
        if any(_fits(other, rate, times, context) for other in (1 / made, abs(1 - made), abs(1 / made - 1), made / (1 + made), 1 / (1 + made))):
            return True
    return False


# ---------------------------------------------------------------- which pair is meant


def _may_be(rate: int, pair: _Pair, line: Line, context: Context, words: Near) -> bool:
    """Whether a figure bears a word of what a ratio of that name is made of, where the pack knows that."""
    at = context.lines.position_of[rate]
    of = words.pattern("ratio-of").match(line.symbols, at + 1)
    if of:  # "9% of sales"
        said = kindred(content(line.firsts[at + 1], line.lasts[of.end() - 1] + 1, context), context)
        return bool(kindred(words_at(pair.bottom, context), context) & said)
    names = [n.partition("-")[2] for n in context.lexicon.classes if n.startswith("name-") and _named(n, at, line, context, words)]
    names = [n for n in names if f"top-{n}" in context.lexicon.classes]
    sides = [(pair.top, "top-"), (pair.bottom, "bottom-")]
    return not names or any({stem(w, context) for w in context.lexicon.pack.words(sort + n)} & words_at(i, context) for n in names for i, sort in sides)


def _slip(rate: int, top: int, bottom: int, times: int, context: Context) -> int:
    """How telling the best slip in one of three figures is that makes them fit."""
    made, q = _ratio(top, bottom, context) * times, context.quantity(rate)
    half, best = (q.place or 1) / Fraction(2), NONE
    for index, power in ((rate, 0), (top, 1), (bottom, -1)):
        figure = context.quantity(index)
        fitting = made if power == 0 else figure.value * (q.value / made) ** power
        for value, level in variants(figure):
            if level <= best or not value:
                continue
            if value == fitting or level == PLAIN and abs(made - value if power == 0 else made * (value / figure.value) ** power - q.value) <= half:
                best = level
    return best


def _meant(rate: int, times: int, pairs: list[_Pair], context: Context) -> _Pair | None:
    weighed = [(_slip(rate, p.top, p.bottom, times, context), p) for p in pairs if _needed(p, len(pairs)) != _NEVER]
    weighed = [(slip, p) for slip, p in weighed if slip >= _needed(p, len(pairs))]
    best = max((slip for slip, _ in weighed), default=NONE)
    explained = [p for slip, p in weighed if slip == best]
    nearest = min((p.apart for p in explained), default=0)
    explained = [p for p in explained if p.apart == nearest]
    return explained[0] if len(explained) == 1 else None


def _needed(pair: _Pair, rivals: int) -> int:
    if rivals == 1 and pair.apart <= 1:
        return WEAK
    if pair.apart <= _CLOSE and rivals <= _FEW:
        return TELLING
    return PLAIN if rivals <= 2 * _FEW else _NEVER
