"""Results told with what they come to a share: "$21.6 million, or 18 cents a share", the shares somewhere near.

An amount and a rate side by side imply a number of things ("share" is what the rate says it is for: nothing here knows
the word). It is compared with the number of them that are outstanding, and with what another such pair of the same
paragraph implies. As in statements, only a gross difference or one slip of the hand is proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.tabular.numbers import Numbers, numbers_of
from checker.model import Frame, Quantity
from checker.rational import Fraction

_BEFORE = 4  # tokens before a number that can say what it counts
_LONG = 25  # tokens between a result and a part of it
_GAP = 5  # tokens between an amount and its rate
_LOOK = 3  # sentences in which the number of shares is looked for
_NEAR, _GROSS = Fraction(11, 10), Fraction(3, 2)
_FINE = Fraction(1, 16)  # a rate known no better proves nothing


@dataclass(frozen=True, slots=True)
class _Pair:
    amount: int
    rate: int
    noun: str
    line: Line


def results_per_share(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "per-share" and "per-share-pair"."""
    rates = _rates(context)
    if not rates:
        return []
    numbers = numbers_of(context)
    found: list[Frame] = []
    pairs = list(_pairs(rates, context))
    for pair in pairs:
        first = pair.rate == min(rate for rate in rates if context.line(rate) is pair.line)  # others are of earlier periods
        for count in _outstanding(pair, context):
            found.append(_frame(pair.amount, pair.rate, count, numbers, first))
    paired = {pair.rate for pair in pairs}
    for rate, noun in rates.items():
        if rate not in paired:
            found.extend(_spread(rate, noun, numbers))
    found.extend(_twins(pairs, numbers))
    return found


def _rates(context: Context) -> dict[int, str]:
    """The amounts of money for one thing, with the stem of what it is."""
    words = context.extraction.tokens.words
    found = {}
    for index, q in enumerate(context.extraction.quantities):
        if q.kind == "currency" and q.unit and "/" in q.unit and q.value and context.lines.line_of[index] >= 0:
            noun = q.unit.rpartition("/")[2]
            after = words[q.last + 1] if q.last + 1 < len(words) else ""
            held = stem(after, context) if after.isalpha() and after not in context.function else noun
            found[index] = held if held in _held(context) else noun
    return found


def _held(context: Context) -> frozenset[str]:
    return context.lexicon.pack.words("statement-held")


def _pairs(rates: dict[int, str], context: Context) -> Iterator[_Pair]:
    """Amounts right in front of their rates: "$21.6 million, or 18 cents a share"."""
    joints = context.lexicon.pack.words("statement-joint")
    words = context.extraction.tokens.words
    for rate, noun in rates.items():
        amount = rate - 1
        if amount < 0 or context.lines.line_of[amount] != context.lines.line_of[rate] or noun not in _held(context):
            continue
        a, b = context.quantity(amount), context.quantity(rate)
        between = words[a.last + 1 : b.outer]
        if _is_amount(a, b) and len(between) <= _GAP and all(w in joints for w in between):
            yield _Pair(amount, rate, noun, context.line(rate))


def _is_amount(a: Quantity, rate: Quantity) -> bool:
    return a.kind == "currency" and "/" not in (a.unit or "/") and a.value is not None and rate.value is not None and abs(a.value) > 1000


def _outstanding(pair: _Pair, context: Context) -> list[int]:
    """The numbers of such things around a pair that are told to be all there are."""
    lines = context.lines.lines
    said = context.lexicon.pack.words("statement-outstanding")
    words = context.extraction.tokens.words
    for line in _around(pair.line.number, lines):
        if line.firsts and not said.isdisjoint(words[line.firsts[0] : line.lasts[-1] + 1]):
            found = [i for i in line.figures if _counts(i, pair.noun, context)]
            if found:
                return found[:2]
    return []


def _around(number: int, lines) -> Iterator[Line]:
    yield lines[number]
    for step in range(1, _LOOK):
        for other in (number + step, number - step):
            if 0 <= other < len(lines):
                yield lines[other]


def _counts(index: int, noun: str, context: Context) -> bool:
    q = context.quantity(index)
    if q.kind not in ("count", "number") or q.value is None or q.value < 10000 or q.approx:
        return False
    if q.noun and not of_label(index, context):
        return noun in {stem(w, context) for w in q.noun[-2:]}
    words = context.extraction.tokens.words[max(0, q.outer - _BEFORE) : q.outer]
    said = context.lexicon.pack.words("statement-outstanding")
    return noun in {stem(w, context) for w in words} and not said.isdisjoint(words)


def of_label(index: int, context: Context) -> bool:
    """Whether the label of a statement's line tells the noun: "Avg shrs 6,100,000 vs 5,900,000" is of one period of several."""
    q, line = context.quantity(index), context.line(index)
    if q.noun_last >= 0 or not line.figures:
        return False
    first = context.quantity(line.figures[0])
    return first.outer > 0 and first.noun_last < 0 and context.extraction.tokens.words[first.outer - 1] in context.lexicon.pack.words("statement-label-ends")


def _spread(rate: int, noun: str, numbers: Numbers) -> list[Frame]:
    """A rate with the number of things in its sentence, and the amount there or in the sentence before."""
    context = numbers.context
    line = context.line(rate)
    counts = [i for i in line.figures if _counts(i, noun, context)]
    if len(counts) != 1 or noun not in _held(context):
        return []
    for other in (line, *context.lines.lines[max(0, line.number - 1) : line.number]):
        amounts = [i for i in other.figures if i != rate and _is_amount(context.quantity(i), context.quantity(rate))]
        if amounts:
            return [_frame(amounts[0], rate, counts[0], numbers, True)] if len(amounts) == 1 else []
    return []


def _frame(amount: int, rate: int, count: int, numbers: Numbers, provable: bool) -> Frame:
    """The frame, pinned where it holds or where the difference is proof."""
    q = numbers.quantity(rate)
    claims = {"rate": (rate,), "amount": (amount,), "count": (count,)}
    stated, net, shares = (abs(numbers.of(i)) for i in (rate, amount, count))
    holds = stated.meet(net / shares) is not None
    proved = holds or provable and _proved((rate, amount, count), (net / shares, stated * shares, net / stated), numbers)
    return Frame("per-share", (q.start, q.end), claims, {}, 0, frozenset(claims) if proved else frozenset(), 3, None, (), "statement")


def _proved(figures: tuple[int, ...], wanted, numbers: Numbers) -> bool:
    stated, implied = abs(numbers.of(figures[0])), wanted[0]
    if stated.lo <= 0 or implied.lo is None or implied.lo <= 0 or any(x.hi is None or x.hi - x.lo > _FINE * x.hi for x in (stated, implied)):
        return False
    off = max(stated.lo / implied.hi, implied.lo / stated.hi)
    return off > _NEAR and (off < _GROSS or any(numbers.slip(i, x) for i, x in zip(figures, wanted)))


def _twins(pairs: list[_Pair], numbers: Numbers) -> list[Frame]:
    """A pair and another that is told to be part of it: both imply one number of shares."""
    found = []
    for one, other in zip(pairs, pairs[1:]):
        if one.line.block != other.line.block or one.noun != other.noun or not _part_of(one, other, numbers.context):
            continue
        a, b, c, d = (abs(numbers.of(i)) for i in (other.rate, other.amount, one.rate, one.amount))
        if min(x.lo for x in (a, b, c, d)) <= 0:
            continue
        implied = b * c / d
        q = numbers.quantity(other.rate)
        claims = {"rate": (other.rate,), "amount": (other.amount,), "first": (one.amount,), "second": (one.rate,)}
        off = 1 if a.meet(implied) is not None else max(a.lo / implied.hi, implied.lo / a.hi)
        proved = off == 1 or off > _GROSS and numbers.slip(other.rate, implied)
        found.append(Frame("per-share-pair", (q.start, q.end), claims, {}, 0, frozenset(claims) if proved else frozenset(), 3, None, (), "statement"))
    return found


def _part_of(one: _Pair, other: _Pair, context: Context) -> bool:
    """True where the words between two pairs say that the second is in the first, and no other period is named."""
    a, b = context.quantity(one.rate).last + 1, context.quantity(other.amount).first
    between = context.extraction.tokens.words[a:b]
    pack = context.lexicon.pack
    parts, periods = pack.words("statement-part"), pack.words("statement-other-period")
    return len(between) <= _LONG and not parts.isdisjoint(between) and periods.isdisjoint(between)
