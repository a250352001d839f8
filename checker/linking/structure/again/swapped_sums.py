"""A sum of money told again with its digits in another order, wherever it stands.

    the lowest tender, from Aro Glass, was for £37,600 ... RESOLVED to accept the Aro Glass tender of £36,700
    revenue of $284.6 million ... "Earning $248.6 million of revenue in such a quarter"
    and cost £146,900 ... "I have paid £164,900 for my neighbours' bees"

Each of the two is told once, in sentences of their own, and no third sum has these digits. Words tie them: of three digits two
telling words beside both, of more one, or that both are what something cost. Names of its own beside either part them.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from checker.linking.context import Context, content, period_of, proper, telling
from checker.linking.structure.near import digits_slip, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity

_LEAST = 3  # digits, zeros at the end aside
_BESIDE = 9  # tokens around a sum that name it
_MOVED = 4, 6  # symbols in front of a sum and behind it in which it may be said to have moved
_CHANGED = 8
_PAID = 3
_MANY = 14  # sums of a text, of more some have their digits in common
_SIZE = 2  # how far apart the two may be: digits in another order keep the size


def swapped_sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated"."""
    sums = [i for line in prose_lines(context) for i in line.figures if _is_sum(context.quantity(i))]
    if not 2 <= len(sums) <= _MANY:
        return []
    told = Counter((context.quantity(i).unit, context.quantity(i).value) for i in sums)
    alike: dict[tuple[str | None, object, str], list[int]] = defaultdict(list)
    for i in sums:
        q = context.quantity(i)
        if told[q.unit, q.value] == 1 and len(_digits(q).rstrip("0")) >= _LEAST:
            alike[q.unit, q.place, "".join(sorted(_digits(q)))].append(i)
    values = {context.quantity(i).value for i in sums}
    return [_frame(*pair, context) for pair in alike.values() if len(pair) == 2 and _tied(*pair, values, context)]


def _is_sum(q: Quantity) -> bool:
    return q.kind == "currency" and q.value is not None and q.value > 0 and q.approx is None and q.sense != "range" and "/" not in (q.unit or "") and q.style != "words"


def _digits(q: Quantity) -> str:
    """The digits as they are written.

    >>> from checker.rational import Fraction
    >>> _digits(Quantity(0, 6, 0, 1, 0, 0, 0, "currency", Fraction(37600), "GBP", Fraction(100)))
    '376'
    """
    return str(int(q.value / (q.place or q.scale)))


def _tied(a: int, b: int, values: set, context: Context) -> bool:
    p, q = context.quantity(a), context.quantity(b)
    if p.scale != q.scale or context.line(a) is context.line(b) or max(p.value, q.value) >= _SIZE * min(p.value, q.value):
        return False
    if any(abs(v - p.value) == q.value or v and abs(p.value - q.value) == v for v in values):
        return False  # one is the other with something added
    x, y = _digits(p), _digits(q)
    long = len(x.rstrip("0")) > _LEAST
    if not long and not digits_slip(x, y):
        return False
    if any(_moved(i, context) for i in (a, b)):
        return False
    if _side_by_side(a, b, context) or _owned(a, b, context) and _owned(b, a, context):
        return False
    shared = _beside(a, context) & _beside(b, context)
    paid = all(near(context).within("sum-paid", context.line(i), context.lines.position_of[i] - _PAID, context.lines.position_of[i]) for i in (a, b))
    return len(shared) >= (1 if long else 2) or long and paid and digits_slip(x, y)


def _moved(index: int, context: Context) -> bool:
    """True of a sum that is another one by its words: "rose to £14,300", "cut its offer for the shed to £13,400"."""
    line, at, words = context.line(index), context.lines.position_of[index], near(context)
    return words.within("sum-moved", line, at - _MOVED[0], at + _MOVED[1]) or words.within("sum-changed", line, at - _CHANGED, at)


def _side_by_side(a: int, b: int, context: Context) -> bool:
    """True of sums told one like the other, which are of two things, or of two times: "sales in Europe were ... sales in Asia were"."""
    words, (p, q) = context.extraction.tokens.words, (context.quantity(a), context.quantity(b))
    led = [words[x.outer - 1] if x.outer else "" for x in (p, q)]
    whens = [period_of(i, context) for i in (a, b)]
    return led[0] == led[1] and led[0] not in context.lexicon.pack.words("sum-lead") or None not in whens and whens[0] != whens[1]


def _owned(index: int, other: int, context: Context) -> bool:
    """True of a sum with a name beside it that the sentence of the other lacks: "Aro asked for ... Bek wanted ..."."""
    line, there = context.line(index), context.line(other)
    first, last = _reach(index, context)
    words = context.extraction.tokens.words
    opening = next((t for t in range(line.firsts[0], last) if words[t].isalpha()), last)
    if first <= opening and not proper(opening + 1, opening + 2, context):
        first = opening + 1  # its capital may be no name's
    return not proper(first, last, context) <= content(there.firsts[0], there.lasts[-1] + 1, context)


def _reach(index: int, context: Context) -> tuple[int, int]:
    """The tokens around a sum that name it."""
    q, line = context.quantity(index), context.line(index)
    return max(line.firsts[0], q.outer - _BESIDE), min(line.lasts[-1] + 1, q.last + 1 + _BESIDE)


def _beside(index: int, context: Context) -> frozenset[str]:
    q, (first, last) = context.quantity(index), _reach(index, context)
    return telling(content(first, q.outer, context) | content(q.last + 1, last, context), context)


def _frame(a: int, b: int, context: Context) -> Frame:
    q, claims = context.quantity(b), {"first": (a,), "second": (b,)}
    return Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3)
