"""Figures that a rate, a quotient, a conversion or a bound has taken although the way they are written says otherwise: the rest of
what `conditions` unties, told by each family's own parts.

    the 30-2 test, 10(8) cells, 14/15          one token's two halves are no two figures
    at +20 min and +6 h                        counted from something
    12 mice in each arm (n = 12 per dose)      a size is no average
    a dozen ... four ... two                   three small figures in words come near each other everywhere
    800 km (500 miles)                         both rounded to one digit
    183 days (6.1 months)                      months of thirty days
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.change.joint_terms import other_terms
from checker.linking.structure.near import near
from checker.linking.structure.not_values import is_size
from checker.linking.structure.rate.incidence import of_others
from checker.linking.structure.rate.of_some import mean_of_some
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_GLUE = ("-", "–", "(", "/", "^")
_SMALL = 12
_ROUGH = Fraction(1, 20)  # how far two figures of one digit may be apart
_MONTH = Fraction(1, 40)  # by how much months differ
_GLUED = frozenset(("threshold", "quotient", "on-scale"))


def unlike(frame: Frame, context: Context) -> bool:
    """Whether the figures of a frame are no claims of its family."""
    figures = sorted({i for part in frame.claims.values() for i in part})
    if frame.family in _GLUED or frame.family.startswith("average"):
        if any(_glued(a, b, context) for a, b in zip(figures, figures[1:])) or frame.family != "threshold" and any(_plus(i, context) for i in figures):
            return True
    if frame.family.startswith("average"):
        sized = any(is_size(i, context) for i in frame.claims.get("average", ())) or any(_lettered(i, context) for i in frame.claims.get("count", ()))
        if {"total", "count", "average"} <= frame.claims.keys() and mean_of_some(*(frame.claims[part][0] for part in ("total", "count", "average")), context):
            return True
        return sized or _small(figures, context) or frame.family == "average-between" and _listed(figures, context)
    if frame.family == "threshold" and frame.source == "actual":
        return _excepted(figures[0], figures[-1], context)
    if frame.family == "incidence" and {"part", "whole", "rate"} <= frame.claims.keys():
        return of_others(*(frame.claims[part][0] for part in ("part", "whole", "rate")), context)
    if frame.family.startswith("joint"):
        return other_terms(frame, context)
    if frame.family == "quotient":
        return _apart(frame, context)
    if frame.family == "conversion":
        return _near_enough(*(context.quantity(frame.claims[part][0]) for part in ("first", "second")))
    if frame.family == "on-scale":
        return any(context.quantity(i).value == 0 for i in frame.claims["bound"])
    return False


def _glued(a: int, b: int, context: Context) -> bool:
    """True of the two halves of "30-2", "10(8)" and "14/15"."""
    p, q = context.quantity(a), context.quantity(b)
    return context.extraction.document.text[p.end : q.start] in _GLUE


def _lettered(index: int, context: Context) -> bool:
    """True of "42 d": a letter that is a unit, though none that is read."""
    q, words = context.quantity(index), context.extraction.tokens.words
    after = words[q.last + 1] if q.last + 1 < len(words) else ""
    return q.kind == "number" and len(after) == 1 and after.isalpha()


def _excepted(first: int, last: int, context: Context) -> bool:
    """True of "at least 74%, except for two (61%)"."""
    line, at = context.line(first), context.lines.position_of
    return context.line(last) is line and near(context).within("bound-although", line, at[first], at[last])


def _listed(figures: list[int], context: Context) -> bool:
    """True of "daily averages, 12, 18 and 24 degrees": the first is one of them."""
    qs = [context.quantity(i) for i in figures]
    return any(context.extraction.document.text[a.end : b.start].strip() == "," for a, b in zip(qs, qs[1:]))


def _plus(index: int, context: Context) -> bool:
    """True of "+30 min", which counts from something."""
    q, words = context.quantity(index), context.extraction.tokens.words
    return q.first > 0 and "+" in (words[q.first - 1], words[q.first])


def _small(figures: list[int], context: Context) -> bool:
    """True of small figures in words."""
    qs = [context.quantity(i) for i in figures]
    return all(q.style == "words" and q.value is not None and q.value <= _SMALL and q.scale == 1 for q in qs)


def _apart(frame: Frame, context: Context) -> bool:
    """True where "120 and 82 mm" are set against each other, or where the rate is the number word of a noun: "one parish"."""
    part, whole, rate = (context.quantity(frame.claims[p][0]) if p in frame.claims else None for p in ("part", "whole", "rate"))
    if part is None or whole is None or rate is None:
        return False
    if part.value == whole.value:
        return True  # two groups of one size
    named = rate.style == "words" and rate.kind == "count" and rate.value == 1
    return named or "physical" in (part.kind, whole.kind) and part.kind != whole.kind


def _near_enough(a: Quantity, b: Quantity) -> bool:
    """True of two figures of one digit each that are nearly the same, and of months counted as thirty days."""
    if None in (a.value, b.value) or min(a.value, b.value) <= 0:
        return False
    ratio = abs(a.value * measure(a).factor / (b.value * measure(b).factor) - 1)
    if a.kind == b.kind == "duration" and "month" in (a.unit, b.unit):
        return ratio <= _MONTH
    return a.kind == b.kind == "physical" and all(len(str(q.value.numerator).rstrip("0")) == 1 and q.value.denominator == 1 for q in (a, b)) and ratio <= _ROUGH
