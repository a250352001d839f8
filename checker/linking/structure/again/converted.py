"""A measurement told again in another unit, wherever it stands: at its word, so that one digit typed wrong shows.

    2,000 hectares, the equivalent of 4,942 acres
    Its height is 8,200 feet. ... Modern maps show the summit at 2,499 metres

Most figures of one dimension have their twin close by. What has none, and is one slip away from another that has none, is told
wrong: surely where words say that it is the same again or where it is set beside the other, else only where the slip is plain
and nothing else of that dimension is near.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, stem
from checker.linking.structure.again.rounded import rounded
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import attributive
from checker.linking.structure.slips import NONE, PLAIN, TELLING, slip_between
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.units import measure

_BACK = 6  # sentences
_MOST = 10  # figures in front of one that are tried
_AGREES = Fraction(101, 100)
_CLEAR, _ROUGH = Fraction(8, 7), Fraction(8, 5)
_BESIDE, _CUE = 6, 7  # symbols between two figures set side by side; in front of one in which words say that it is the same
_ALIKE = 3
_PRECISE = 100
_TEMPERATURE = "[temperature]"


def converted(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "conversion-exact" (first: taken at its word; second)."""
    words, found = near(context), []
    figures = [i for i, q in enumerate(context.extraction.quantities) if _is_measured(i, q, context)]
    pairs = list(_pairs(figures, context))
    same = [(a, b) for a, b in pairs if _agree(context.quantity(a), context.quantity(b))]
    at_home = {i for pair in same for i in pair}
    known = {i for f in frames if f.family in ("conversion", "temperature-difference", "fuel") for part in ("first", "second") for i in f.claims.get(part, ())}
    found.extend(_agreeing(a, b, context, words) for a, b in same if not {a, b} & known)
    for b in figures:
        if b in at_home:
            continue
        others = [a for a, other in pairs if other == b and a not in at_home]
        slipped = [(a, slip) for a in others if (slip := _slip(context.quantity(a), context.quantity(b)))]
        alike = sum(_ratio(context.quantity(a), context.quantity(b)) < _ALIKE for a in others)
        sure = [(a, slip) for a, slip in slipped if _tied(a, b, slip, alike, context, words)]
        if len(sure) == 1 and not context.quantity(b).approx in ("above", "below"):
            found.append(_frame(sure[0][0], b, True, context))
    return found


def _is_measured(index: int, q: Quantity, context: Context) -> bool:
    plain = q.kind == "physical" and q.value is not None and q.value > 0 and q.unit is not None and q.sense not in ("range", "bound") and not q.change
    return plain and context.lines.line_of[index] >= 0 and measure(q).dimension != _TEMPERATURE and not measure(q).offset


def _pairs(figures: list[int], context: Context) -> Iterator[tuple[int, int]]:
    """Figures of one dimension in different units, the second after the first."""
    for place, b in enumerate(figures):
        own, number = measure(context.quantity(b)), context.lines.line_of[b]
        for a in figures[max(0, place - _MOST) : place]:
            other = measure(context.quantity(a))
            if other.dimension == own.dimension and other.factor != own.factor and number - context.lines.line_of[a] <= _BACK:
                yield a, b


def _ratio(a: Quantity, b: Quantity) -> Fraction:
    ratio = a.value * measure(a).factor / (b.value * measure(b).factor)
    return max(ratio, 1 / ratio)


def _agree(a: Quantity, b: Quantity) -> bool:
    """Whether two figures are one measurement, to the digits of either."""
    ratio = _ratio(a, b)
    coarse = max(_half(a), _half(b))
    return ratio <= max(_AGREES, 1 + coarse) or rounded(a, b)


def _half(q: Quantity) -> Fraction:
    place = q.place or q.scale
    while q.value / place % 10 == 0:
        place *= 10
    return min(place / q.value / 2, Fraction(1, 60))


def _slip(a: Quantity, b: Quantity) -> int:
    """How telling the slip is that makes one of two figures the other in its unit, or the same figure stand for both."""
    if a.value == b.value and _precise(a, b) and _ratio(a, b) > _CLEAR:
        return TELLING
    into = a.value * measure(a).factor / measure(b).factor
    back = b.value * measure(b).factor / measure(a).factor
    return max(slip_between(b, into), slip_between(a, back))


def _tied(a: int, b: int, slip: int, alike: int, context: Context, words: Near) -> bool:
    x, y = context.quantity(a), context.quantity(b)
    line, at = context.line(b), context.lines.position_of
    if words.within("converted-not", line, at[b] - _CUE, at[b]) or _of_other_stuff(a, b, context) or attributive(b, context) and not attributive(a, context):
        return False
    beside = context.line(a) is line and 0 < at[b] - at[a] <= _BESIDE and not line.quantities(at[a] + 1, at[b])
    since = at[a] + 1 if context.line(a) is line else 0
    told = words.within("converted-cue", line, max(since, at[b] - _CUE), at[b]) or beside and words.within("converted-mark", line, at[a] + 1, at[b])
    if beside and told:
        return slip >= TELLING or slip != NONE and _CLEAR < _ratio(x, y) < _ROUGH and y.approx is None and x.approx is None
    if told and not line.quantities(0, at[b]):
        return slip >= TELLING and _precise(x, y)
    close = context.lines.line_of[b] - context.lines.line_of[a] <= _BACK
    return close and alike == 1 and slip == PLAIN and _precise(x, y) and _ratio(x, y) < _ROUGH


def _of_other_stuff(a: int, b: int, context: Context) -> bool:
    """True of "80 tonnes of barley, 9,000 pounds of honey": two things of a list."""
    one, other = (_stuff(i, context) for i in (a, b))
    return bool(one and other) and one != other


def _stuff(index: int, context: Context) -> str:
    """The stem of what a measure is of; of one without it, nothing."""
    words, last = context.extraction.tokens.words, context.quantity(index).last
    found = words[last + 2 : last + 3] if words[last + 1 : last + 2] and words[last + 1] in context.lexicon.pack.words("part-word") else []
    return stem(found[0], context) if found and found[0].isalpha() and found[0] not in context.lexicon.pack.words("closed-word") else ""


def _precise(a: Quantity, b: Quantity) -> bool:
    """Whether one of two figures has three digits that count."""
    return any(q.value / (q.place or q.scale) >= _PRECISE and Fraction(q.value / (q.place or q.scale)) % 100 for q in (a, b))


def _agreeing(a: int, b: int, context: Context, words: Near) -> Frame:
    """Two figures that are one; tied where a slip in one of them would be told, and the one is the other to its last digit."""
    made = _frame(a, b, False, context)
    x, y = (context.quantity(made.claims[part][0]) for part in ("first", "second"))
    exact = abs(x.value * measure(x).factor / measure(y).factor - y.value) * 2 <= (y.place or y.scale)
    return replace(made, pinned=frozenset(made.claims)) if exact and _tied(a, b, TELLING, 1, context, words) else made


def _frame(a: int, b: int, tied: bool, context: Context) -> Frame:
    x, y = context.quantity(a), context.quantity(b)
    forward = slip_between(y, x.value * measure(x).factor / measure(y).factor)
    turned = _half(x) < _half(y) if not tied else forward < slip_between(x, y.value * measure(y).factor / measure(x).factor)
    first, second = (b, a) if turned else (a, b)
    claims = {"first": (first,), "second": (second,)}
    return Frame("conversion-exact", (y.start, y.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 0, None, (), "converted")
