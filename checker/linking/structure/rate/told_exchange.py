"""An exchange rate that a sentence tells, and the amounts around it that are one sum in two currencies.

    The forint trades at 360 to the dollar. ... In local money, the contract of $45 million is worth 16.2 billion forints
    With the pound at $1.30, the £60 million ferry costs the island $78 million
    fixed its money at 25 tolls to the euro. A pension of 8,000 tolls is now worth 320 euros

The money need not be known: what so many of are given for one of another is money. Of the amounts around the rate those that
are said to be the other ones again are compared with them: set beside it, or the only ones of the two currencies.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.language.pack import Pack
from checker.linking.context import Context, stem, stemmed
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import PLAIN, TELLING, slip_between
from checker.model import Frame, Quantity
from checker.once import once
from checker.rational import Fraction
from checker.units import measure

_BACK, _AHEAD, _BLOCKS = 12, 5, 5
_FRONT = 9  # symbols in front of a rate in which its money is named
_VERB = 4  # words between "the pound" and what it is worth
_BESIDE = 6  # symbols between two amounts that are one
_CLAUSE = 9  # symbols between two amounts of one clause
_LED = 7  # symbols from words that lead to an amount
_AGREES, _CLEAR, _MOST = Fraction(51, 50), Fraction(27, 25), 12
_SORT = 20  # times as much: another sort of amount, as the price of a share
_TIMES = 4  # times as much: a disagreement that no slip explains goes no further


@dataclass(frozen=True, slots=True)
class _Told:
    """So many of one money for one of another: `own` and `other` are the units, or the stem of an unknown money's noun."""

    index: int
    own: frozenset[str]
    other: frozenset[str]


def told_exchange(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "average-exchange" (total: in the money of the rate, count: in the other, average: the rate)."""
    words, found = near(context), []
    taken = {f.claims["average"][0] for f in frames if f.family == "average-exchange"}
    if not any(q.kind == "currency" for q in context.extraction.quantities):
        return []
    told = [rate for line in context.lines.figured for rate in _rates(line, context, words)]
    for rate in told:
        if rate.index not in taken and not _changing(rate, told, context, words):
            found.extend(_frames(rate, {r.index for r in told}, context, words))
    return found


# ---------------------------------------------------------------- the rate


def _rates(line: Line, context: Context, words: Near) -> Iterator[_Told]:
    """ "18.5 rand to the dollar", "the rand traded at 18.5 to the dollar", "the pound at $1.30", "one dollar buys 150 yen"."""
    for at, index in line.placed:
        q = context.quantity(index)
        if q.kind not in ("currency", "number", "count") or not q.value or q.value < 0 or q.approx or q.sense in ("range", "bound") or q.change or q.scale != 1:
            continue
        other = _behind(index, at, line, context, words)
        own = _own(q, index, context) if other is None or q.kind != "number" else _named(line, at, context, words)
        if other is None and q.kind == "currency":
            other = _front(at, line, context, words)
        if own and other and not own & other:
            yield _Told(index, own, other)


def _own(q: Quantity, index: int, context: Context) -> frozenset[str]:
    if q.kind == "currency":
        return frozenset([q.unit]) if q.unit and "/" not in q.unit else frozenset()
    return frozenset([stem(q.noun[-1], context)]) if q.noun else frozenset()


def _behind(index: int, at: int, line: Line, context: Context, words: Near) -> frozenset[str] | None:
    """The other money, right behind a rate: "to the dollar"."""
    q, tokens = context.quantity(index), context.extraction.tokens.words
    m = words.pattern("exchange-to").match(line.symbols, at + 1 + max(0, q.noun_last - q.last))
    if m is None or m.end() >= len(line.symbols):
        return None
    return _units(context).get(stem(tokens[line.firsts[m.end()]], context))


def _front(at: int, line: Line, context: Context, words: Near) -> frozenset[str] | None:
    """The other money in front of a rate: "the pound at $1.30", "a dollar buys 150 yen"."""
    for m in words.matches("exchange-is", line, max(0, at - _VERB), at):
        one = line.quantity[m.start() - 1] if m.end() == at and m.start() else -1
        if one >= 0 and context.quantity(one).value == 1:
            return _own(context.quantity(one), one, context)
        if m.end() == at and m.start() >= 2 and words.ends("exchange-one", line, m.start() - 1, 2):
            return _units(context).get(stem(context.extraction.tokens.words[line.firsts[m.start() - 1]], context))
    return None


def _named(line: Line, at: int, context: Context, words: Near) -> frozenset[str]:
    """The money that a clause speaks of in front of a bare rate: "the rand traded at 18.5"."""
    tokens, known = context.extraction.tokens.words, _units(context)
    if not words.within("exchange-is", line, at - _VERB, at):
        return frozenset()
    for p in range(at - 1, max(-1, at - _FRONT), -1):
        if line.quantity[p] >= 0:
            break
        if (found := known.get(stem(tokens[line.firsts[p]], context))) is not None:
            return found
    return frozenset()


class _Moneys(dict[str, frozenset[str]]):
    """The units of money by the stem of the last word of a name: "dollar" is that of several countries."""

    def __init__(self, lexicon: Lexicon):
        pack: Pack = lexicon.pack
        for entry in pack.data["units"]["currency"]:
            for name in (*entry.get("names", ()), *entry.get("exact", ())):
                key = stemmed(name.split()[-1], lexicon)
                self[key] = self.get(key, frozenset()) | {entry["id"]}


_moneys = once(_Moneys)


def _units(context: Context) -> _Moneys:
    return _moneys(context.lexicon)


def _changing(rate: _Told, told: list[_Told], context: Context, words: Near) -> bool:
    """Whether the rate is one of several, or of another time."""
    q, line, at = context.quantity(rate.index), context.line(rate.index), context.lines.position_of[rate.index]
    others = [context.quantity(r.index).value for r in told if r.own & rate.own and r.other & rate.other]
    if any(value != q.value for value in others):
        return True
    times = [context.lines.position_of[i] for i in line.figures if context.quantity(i).kind in ("period", "year")]
    if any(p < at + _BESIDE and not words.ends("apart-than", line, p, 3) for p in times):
        return True  # "a year ago the rand stood at 15 to the dollar"
    return words.within("exchange-past", line, at - _FRONT, at + _BESIDE) or words.ends("exchange-from", line, at, 3)


# ---------------------------------------------------------------- the amounts


def _frames(rate: _Told, rates: set[int], context: Context, words: Near) -> Iterator[Frame]:
    home, lines = context.line(rate.index), context.lines.lines
    around = [x for x in lines[max(0, home.number - _BACK) : home.number + _AHEAD + 1] if abs(x.block - home.block) <= _BLOCKS]
    figures = [i for x in around for i in x.figures if i not in rates and _amount(context.quantity(i))]
    own, other = ([i for i in figures if _of(i, unit, context)][:_MOST] for unit in (rate.own, rate.other))
    agreeing = [(a, b) for a in own for b in other if _apart(rate, a, b, context) <= _AGREES]
    yield from (_frame(rate, a, b, False, context) for a, b in agreeing[:2])
    done = {i for pair in agreeing for i in pair}
    own, other = [i for i in own if i not in done], [i for i in other if i not in done]
    own, other = ([a for a in own if any(_apart(rate, a, b, context) <= _SORT for b in other)], [b for b in other if any(_apart(rate, a, b, context) <= _SORT for a in own)])
    for last in sorted((*own, *other)):
        first = max((i for i in (other if last in own else own) if i < last), default=-1)
        if first >= 0 and not any(first < i < last for i in (*own, *other)):
            a, b = (last, first) if last in own else (first, last)
            if _tied(rate, a, b, len(own) == len(other) == 1, context, words):
                yield _frame(rate, a, b, True, context)


def _amount(q: Quantity) -> bool:
    return q.kind in ("currency", "count") and bool(q.value) and q.value > 0 and q.value != 1 and q.sense not in ("range", "bound") and "/" not in (q.unit or "") and not q.change


def _of(index: int, units: frozenset[str], context: Context) -> bool:
    q = context.quantity(index)
    return q.unit in units if q.kind == "currency" else bool(q.noun) and stem(q.noun[-1], context) in units


def _apart(rate: _Told, own: int, other: int, context: Context) -> Fraction:
    ratio = _worth(own, context) / (_worth(other, context) * _worth(rate.index, context))
    return max(ratio, 1 / ratio)


def _worth(index: int, context: Context) -> Fraction:
    q = context.quantity(index)
    return q.value * (measure(q).factor if q.kind == "currency" else 1)


def _tied(rate: _Told, own: int, other: int, only: bool, context: Context, words: Near) -> bool:
    """Whether two amounts are told as one, so that a disagreement is a mistake."""
    first, last = sorted((own, other))
    line, at = context.line(last), context.lines.position_of
    if any(context.quantity(i).approx in ("above", "below") for i in (first, last)) or words.within("exchange-not", line, at[last] - _LED, at[last] + 3) or words.has("exchange-besides", line):
        return False
    since = at[first] + 1 if context.line(first) is line else 0
    beside = since and at[last] - at[first] <= _BESIDE and (words.ends("exchange-mark", line, at[last], 2) or words.ends("or-word", line, at[last], 2))
    led = words.within("exchange-cue", line, since, at[last]) or words.within("exchange-behind", line, at[last] + 1, at[last] + 1 + _LED)
    worth = words.within("exchange-worth", line, since, at[last])
    clause = since and at[last] - since <= _CLAUSE and not any(symbol in context.lexicon.symbols.marks for symbol in line.symbols[since : at[last]])
    apart, slip = _apart(rate, own, other, context), _slip(rate, own, other, context)
    if not (beside or led or worth) or apart <= _CLEAR and slip < PLAIN:
        return False
    if any(context.quantity(i).approx for i in (first, last)) and apart < _CLEAR * _CLEAR:
        return False
    return slip >= TELLING or (beside or only and (led or worth and clause)) and apart <= _TIMES


def _slip(rate: _Told, own: int, other: int, context: Context) -> int:
    a, b, r = (context.quantity(i) for i in (own, other, rate.index))
    x, y, v = (_worth(i, context) for i in (own, other, rate.index))
    return max(slip_between(a, y * v * a.value / x), slip_between(b, x / v * b.value / y), slip_between(r, x / y * r.value / v))


def _frame(rate: _Told, own: int, other: int, tied: bool, context: Context) -> Frame:
    q, claims = context.quantity(rate.index), {"total": (own,), "count": (other,), "average": (rate.index,)}
    return Frame("average-exchange", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 1, None, (), "roles" if tied else "triad")
