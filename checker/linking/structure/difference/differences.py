"""Differences: a word says that a figure lies between two others, which stand around it in any order.

    expected to make €140,000, was knocked down at €187,000, beating its estimate by €47,000
    paid €18,300 of the €27,500 she was owed ... to make good the shortfall of €9,200
    finished on 271, six strokes clear of Prewett, whose closing 66 brought her home in 277

What the two sides are is told by unit and kind, not by the wording between. Where two figures give the stated difference
they are its sides. Where none do, one plain slip of the hand that would make just one pair fit is the proof that they were
meant to; the looser the tie, the plainer it must be.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from checker.linking.context import Context, period_of, same_head
from checker.linking.lines import Line
from checker.linking.structure.difference.cues import CUES, LIKELY, SURE, announced, beaten, compared
from checker.linking.structure.difference.doubts import outside, part_itself, told_already
from checker.linking.structure.difference.sides import came_and_went, in_and_out, linked, opposed, set_apart
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, in_row, slashed
from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK, slip_between
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_COUNTS = ("count", "number")
_KINDS = frozenset([*_COUNTS, "currency", "physical", "duration", "age"])
_BACK, _AHEAD = 4, 1  # sentences around a difference that may hold its sides
_MOST = 14  # figures around it that are tried
_OFF, _FAR_OFF = 5, 11  # what is off by more is no slip, but for its zeros
_ROUNDED = Fraction(3, 2)  # what is off by more does not fit, however the three are rounded: see `_fits`
_NEVER = PLAIN + 1
_TIED = 4  # sentences to figures of which one came in and one went out
_CLOSE = 3  # one in the sentence before, the other in that before it
_SMALL = 10  # counts below it are everywhere
_SIDES = 15  # times as large as the other side: it hardly matters
_ELSEWHERE, _LONG = 6, 16
_RESULT = 4  # symbols behind the second side in which words lead to what comes of both
_NAMED = 6  # symbols from "that is" to the figure of a difference
_BY = 5  # symbols in front of a figure that words for "by" take at most


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two sides, the larger first. `apart`: sentences between them and their difference; `slip`: see `_slip`."""

    high: int
    low: int
    apart: int
    ratio: Fraction
    slip: int = NONE


def differences(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "balance" (first, second, difference)."""
    words, lines, found = near(context), prose_lines(context), []
    cued = words.standing(*CUES)
    for n, line in enumerate(lines):
        for index in line.figures if line.number in cued else ():
            sure = announced(index, line, context, words) if _amount(context.quantity(index), context) else 0
            if sure:
                found.extend(_of(index, sure, n, lines, context, words))
    return found


def _amount(q: Quantity, context: Context) -> bool:
    return q.kind in _KINDS and q.value is not None and q.value > 0 and q.sense not in ("range", "bound") and q.style not in ("fraction", "multiple", "vague") and q.components == 1 and not slashed(q, context)


def _of(index: int, sure: int, n: int, lines: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    around = _around(index, n, lines, context)
    pairs = list(_pairs(index, around, context))
    fitting = [p for p in pairs if p.ratio < _ROUNDED and _fits(p.high, p.low, index, context)]
    if not fitting and _added(index, pairs, context):
        return
    if fitting:
        best = replace(min(fitting, key=lambda p: p.apart), slip=TELLING)
        others = [p for p in pairs if (p.high, p.low) != (best.high, best.low)]
        told = not context.quantity(index).approx and _meant(index, sure, [best, *others], lines[n], context, words, best) is best
        yield _frame(index, best, told, context)
        return
    if not pairs or context.quantity(index).approx or _reckoned(index, around, context):
        return
    chosen = _meant(index, sure, pairs, lines[n], context, words)
    if chosen is not None:
        yield _frame(index, chosen, True, context)
    elif sure == SURE and len(pairs) == 1:  # the only one: it may be meant, which is not proved
        yield _frame(index, pairs[0], False, context)


def _frame(index: int, pair: _Pair, tied: bool, context: Context) -> Frame:
    q, claims = context.quantity(index), {"first": (pair.high,), "second": (pair.low,), "difference": (index,)}
    return Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 2, None, (), "difference")


# ---------------------------------------------------------------- candidates


def _around(index: int, n: int, lines: list[Line], context: Context) -> list[int]:
    """Figures of the same sort in the sentences around, nearest sentences first."""
    home, found = lines[n], []
    near_by = sorted(range(max(0, n - _BACK), min(len(lines), n + _AHEAD + 1)), key=lambda k: abs(k - n) + (k > n))
    for k in near_by:
        if abs(lines[k].block - home.block) <= (1 if k < n else 0):
            found += [i for i in lines[k].figures if i != index and _amount(context.quantity(i), context)]
    d = context.quantity(index)
    return [i for i in found if _like(d, context.quantity(i))][:_MOST]


def _like(d: Quantity, q: Quantity) -> bool:
    """Whether a difference can be one of such figures, as far as it alone tells."""
    if d.kind in ("duration", "age"):
        return q.kind in ("duration", "age") and same_head(d, q) or q.kind == "number" or {d.kind, q.kind} == {"duration", "age"}
    if d.kind == "count":
        return q.kind == "number" and q.scale in (1, d.scale) or q.kind == "count"
    if d.kind == "number":
        return q.kind not in ("age",) and (q.kind in _COUNTS or q.scale == d.scale or d.scale == 1 and q.value >= d.value / _FAR_OFF)
    return q.kind == "number" and q.place != 0 or q.kind == d.kind and same_head(d, q)


def _pairs(index: int, around: list[int], context: Context) -> Iterator[_Pair]:
    d = context.quantity(index)
    home = context.line(index).number
    for a, b in combinations(around, 2):
        x, y = context.quantity(a), context.quantity(b)
        if x.value == y.value or not _together(d, x, y):
            continue
        worth = {i: _worth(i, (index, a, b), context) for i in (index, a, b)}
        high, low = (a, b) if worth[a] > worth[b] else (b, a)
        made = worth[high] - worth[low]
        if made <= 0 or worth[high] < worth[index]:
            if worth[high] * _FAR_OFF < worth[index] or made <= 0:
                continue
        ratio = max(made / worth[index], worth[index] / made)
        apart = sum(abs(context.line(i).number - home) for i in (a, b))
        yield _Pair(high, low, apart, ratio)


def _together(d: Quantity, x: Quantity, y: Quantity) -> bool:
    """Whether three figures can be measured alike: one unit, and any number of figures without one."""
    named = [q for q in (d, x, y) if q.kind not in _COUNTS]
    if named and any(q.kind == "count" for q in (d, x, y)):
        return False
    if any({p.kind, q.kind} != {"duration", "age"} and not same_head(p, q) for p, q in combinations(named, 2)):
        return False
    if named and len(named) < 3 and len({q.unit for q in named}) > 1 and {q.kind for q in named} != {"duration", "age"}:
        return False
    return bool(named) or _counted_alike(d, x, y)


def _counted_alike(d: Quantity, x: Quantity, y: Quantity) -> bool:
    """Of counts two at least must count the same, or what is not said."""
    nouns = [q.noun[-1] for q in (d, x, y) if q.noun]
    return len(nouns) < 3 or len(set(nouns)) < 3


def _worth(index: int, trio: tuple[int, ...], context: Context) -> Fraction:
    """The value of a figure; one without a unit has that of the others."""
    q = context.quantity(index)
    if q.kind in ("currency", "number", "count", "age"):
        return q.value
    return q.value * (measure(q).factor / min(measure(context.quantity(i)).factor for i in trio if context.quantity(i).kind == q.kind))


def _slip(index: int, high: int, low: int, context: Context) -> int:
    """How telling the best slip in one of three figures is that makes them fit."""
    worth = {i: _worth(i, (index, high, low), context) for i in (index, high, low)}
    d, h, w = worth[index], worth[high], worth[low]
    meant = ((index, h - w), (high, w + d), (low, h - d), (high, w - d), (low, h + d))
    return max(slip_between(q, value * q.value / worth[i]) for i, value in meant if (q := context.quantity(i)))


def _fits(high: int, low: int, index: int, context: Context) -> bool:
    worth = {i: _worth(i, (index, high, low), context) for i in (index, high, low)}
    slack = sum(_half(context.quantity(i)) * (worth[i] / context.quantity(i).value) for i in worth)
    made, d = worth[high] - worth[low], worth[index]
    if context.quantity(index).approx:
        slack += d / 10
    return abs(made - d) <= slack and (made == d or 3 * slack < d)


def _half(q: Quantity) -> Fraction:
    return (q.place or 0) / Fraction(2) if q.place and (q.place < 1 or q.scale != 1) else Fraction(0)


def _reckoned(index: int, around: list[int], context: Context) -> bool:
    """Whether the difference is one of more than two figures: what was there, and what came and went."""
    d = context.quantity(index).value
    values = [context.quantity(i).value for i in sorted(around)]
    return d >= _SMALL and any(d in (a - b - c, b - a - c, a + b - c, c - a - b) for a, b, c in zip(values, values[1:], values[2:]))


def _added(index: int, pairs: list[_Pair], context: Context) -> bool:
    """Whether the figure is the sum of two others."""
    d = context.quantity(index)
    return any(context.quantity(p.high).value + context.quantity(p.low).value == d.value for p in pairs)


# ---------------------------------------------------------------- which pair is meant


def _meant(index: int, sure: int, pairs: list[_Pair], line: Line, context: Context, words: Near, fitting: _Pair | None = None) -> _Pair | None:
    """The pair that the difference is of although it does not fit, where one pair and one slip alone explain it. With the one that
    is `fitting`: whether it were this one if a slip kept it apart."""
    if _told_elsewhere(index, line, context, words) or part_itself(index, line, context, words):
        return None
    if _then(context.lines.position_of[index], line, context) and any(period_of(i, context) is None for p in pairs for i in (p.high, p.low)):
        return None  # "the gap was 50 in August"
    own = [p for p in pairs if _sizeable(p, index, context) and (sure == SURE or context.quantity(p.high).value > context.quantity(index).value) and not any(_other(i, index, sure, context, words) for i in (p.high, p.low))]
    own = [p for p in own if not (in_row(index, p.high, context) and in_row(index, p.low, context)) and not _alike_led(index, (p.high, p.low), context, words)]  # "after 3, 6 and 12 months"
    own = [p for p in own if not told_already(p.high, p.low, index, context) and not set_apart(index, (p.high, p.low), context, words)]
    own = [p if p is fitting else replace(p, slip=_slip(index, p.high, p.low, context)) for p in own]
    own = [p for p in own if p.ratio <= _OFF or p.slip == PLAIN]
    explained = [p for p in own if p.slip >= _needed(index, p, sure, len(own), line, context, words)]
    best = max((p.slip for p in explained), default=NONE)
    explained = [p for p in explained if p.slip == best]
    nearest = min((p.apart for p in explained), default=0)
    explained = [p for p in explained if p.apart == nearest]
    return explained[0] if len(explained) == 1 else None


def _told_elsewhere(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a difference whose sides are not those around it: of another time, of what was expected, adjusted, told with its own base."""
    at = context.lines.position_of[index]
    if words.within("apart-own-base", line, at + 1, at + 6) or words.has("apart-adjusted", line):
        return True
    if words.within("apart-elsewhere", line, at - _ELSEWHERE, at + _ELSEWHERE) and not beaten(at, line, words) or words.within("balance-else", line, at - _LONG, at) or _scored(at, line, words):
        return True
    return _than_then(at, line, context, words) or compared(at, line, context, words)


def _alike_led(index: int, sides: tuple[int, int], context: Context, words: Near) -> bool:
    """True of "put off by 30 days, here and there by 60 and at Holm by 90": three changes, none of them what lies between the others."""
    return all(words.ends("apart-by", context.line(i), context.lines.position_of[i], _BY) for i in (index, *sides))


def _scored(at: int, line: Line, words: Near) -> bool:
    """True of "19 to 14", a score."""
    m = words.pattern("votes-to").match(line.symbols, at + 1)
    return m is not None and m.end() < len(line.symbols) and line.quantity[m.end()] >= 0


def _then(at: int, line: Line, context: Context) -> bool:
    """Whether a time is told right behind a difference."""
    behind = [context.quantity(i) for i in line.quantities(at + 1, at + 4)]
    return bool(behind) and behind[0].kind in TIMES


def _than_then(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "160 million lower than last year": what it is lower than is not here."""
    for j in range(at + 1, min(len(line.symbols), at + _ELSEWHERE)):
        i = line.quantity[j]
        if i >= 0:
            return context.quantity(i).kind in TIMES and any(m.end() == j for m in words.matches("apart-than", line, j - 2, j))
    return False


def _needed(index: int, pair: _Pair, sure: int, rivals: int, line: Line, context: Context, words: Near) -> int:
    """How plainly a slip must explain the miss: the more plainly, the looser the three are tied."""
    sides = (pair.high, pair.low)
    tied, only = linked(sides, context, words) or in_and_out(sides, context, words) or came_and_went(sides, line, context, words), rivals == 1
    if only and pair.apart <= 1 and opposed(pair.high, pair.low, context, words) and sure == SURE:
        return NONE
    if only and _summed_up(index, pair, line, context, words):
        return NONE
    if only and pair.apart == 0 and opposed(pair.high, pair.low, context, words) and _results(index, pair, line, context, words):
        return WEAK
    if sure == SURE and pair.apart == 0:
        return NONE if only and tied else WEAK if only or tied else PLAIN
    if sure == SURE and (tied or only) and pair.apart <= (_TIED if tied else _CLOSE):
        return TELLING if tied else PLAIN
    if sure == LIKELY and pair.apart <= _CLOSE and tied:
        return WEAK if only and pair.apart == 0 else TELLING
    return PLAIN if sure == LIKELY and pair.apart == 0 and only else _NEVER


def _summed_up(index: int, pair: _Pair, line: Line, context: Context, words: Near) -> bool:
    """Whether a sentence opens with what comes of the two in front of it, each alone in its own: "That is a loss of 2.5 million"."""
    opened = next((m for m in words.matches("apart-summed", line, 0, 4) if not m.start()), None)
    if opened is None or not 0 < context.lines.position_of[index] - opened.end() <= _NAMED:
        return False
    back = context.lines.lines[max(0, line.number - 2) : line.number]
    like = [i for other in back for i in other.figures if _amount(q := context.quantity(i), context) and _like(context.quantity(index), q) and _SIDES * q.value >= context.quantity(index).value]
    return sorted(like) == sorted((pair.high, pair.low))


def _results(index: int, pair: _Pair, line: Line, context: Context, words: Near) -> bool:
    """Whether words say that the figure comes of two sides right in front of it: "820 births and 564 deaths, resulting in a rise of 256"."""
    last, at = max(pair.high, pair.low), context.lines.position_of[index]
    if last > index or context.line(last) is not line or line.quantities(context.lines.position_of[last] + 1, at):
        return False
    end = after_noun(last, line, context)
    return words.within("apart-results", line, end, min(at, end + _RESULT))


def _sizeable(pair: _Pair, index: int, context: Context) -> bool:
    """Whether both sides count for something: of small figures and small parts of large ones some fit anywhere."""
    x, y, d = (context.quantity(i) for i in (pair.high, pair.low, index))
    if pair.ratio > _FAR_OFF or any(q.kind in _COUNTS and q.scale == 1 and q.value < _SMALL for q in (x, y)):
        return False
    if any(q.clock is not None or q.lap is not None for q in (x, y, d)) or _SIDES * min(x.value, y.value) < max(x.value, y.value):
        return False
    if d.kind == "number" and d.scale == 1 and (x.kind == y.kind == "currency" or x.kind == y.kind == "physical" and not d.unit):
        return False  # "a margin of 20" after two prices: percent are meant; "a gap of 31" after two lengths
    if d.kind == "count" and any(q.place is not None and q.place < 1 for q in (x, y)):
        return False  # "two strong lines, at 12.71 and 14.69"
    finest = min(q.place or 1 for q in (x, y))
    return (any(q.kind not in _COUNTS for q in (x, y)) or d.kind in _COUNTS) and d.value % finest == 0


def _other(side: int, index: int, sure: int, context: Context, words: Near) -> bool:
    """Whether a figure is of another time, or a difference itself: no side of this one."""
    q, line, at = context.quantity(side), context.line(side), context.lines.position_of[side]
    if q.approx or announced(side, line, context, words) >= LIKELY or outside(side, index, context, words):
        return True
    if compared(at, line, context, words):
        return sure < SURE or context.line(index) is not line
    mine, its = period_of(index, context), period_of(side, context)
    return mine is not None and its is not None and mine.year != its.year and mine.year is not None and its.year is not None
