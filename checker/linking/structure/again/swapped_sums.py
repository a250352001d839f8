"""A sum of money told again with its digits in another order, wherever it stands.

    the lowest tender, from Aro Glass, was for £37,600 ... RESOLVED to accept the Aro Glass tender of £36,700
    revenue of $284.6 million ... "Earning $248.6 million of revenue in such a quarter"
    and cost £146,900 ... "I have paid £164,900 for my neighbours' bees"

Each of the two is told once, in sentences of their own, and no third sum has these digits. Words tie them: of three digits two
telling words beside both, of more one, or that both are what something cost.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from checker.linking.context import Context, content, period_of, telling
from checker.linking.structure.near import digits_slip, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity

_LEAST = 3  # digits, zeros at the end aside
_BESIDE = 9  # tokens around a sum that name it
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
    words = near(context)
    if any(words.within("sum-moved", context.line(i), context.lines.position_of[i] - 4, context.lines.position_of[i] + 6) for i in (a, b)):
        return False
    if _side_by_side(a, b, context):
        return False
    shared = _beside(a, context) & _beside(b, context)
    paid = all(words.within("sum-paid", context.line(i), context.lines.position_of[i] - 3, context.lines.position_of[i]) for i in (a, b))
    return len(shared) >= (1 if long else 2) or long and paid and digits_slip(x, y)


def _side_by_side(a: int, b: int, context: Context) -> bool:
    """True of sums told one like the other, which are of two things, or of two times: "sales in Europe were ... sales in Asia were"."""
    words, (p, q) = context.extraction.tokens.words, (context.quantity(a), context.quantity(b))
    led = [words[x.outer - 1] if x.outer else "" for x in (p, q)]
    whens = [period_of(i, context) for i in (a, b)]
    return led[0] == led[1] and led[0] not in context.lexicon.pack.words("sum-lead") or None not in whens and whens[0] != whens[1]


def _beside(index: int, context: Context) -> frozenset[str]:
    q, line = context.quantity(index), context.line(index)
    first, last = max(line.firsts[0], q.outer - _BESIDE), min(line.lasts[-1] + 1, q.last + 1 + _BESIDE)
    return telling(content(first, q.outer, context) | content(q.last + 1, last, context), context)


def _frame(a: int, b: int, context: Context) -> Frame:
    q, claims = context.quantity(b), {"first": (a,), "second": (b,)}
    return Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3)
