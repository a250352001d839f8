"""The figure of a headline in the sentence that opens its story: what the headline shortens.

    MILL TO BUY 7.5 PCT OF DAIRY // The mill said it agreed to buy a 7.5 pct stake in ...      the only figure of its unit
    TIMBER PRICES FALL 0.4 PCT // Timber prices fell 0.4 pct in March to stand 6.1 pct ...     the first one, a change alike
    FISH CATCH PUT AT 48,000 TONNES // ... was put at 48,000 tonnes after 39,000 tonnes        the first one, beside one word

Both speak of the same things by two words at least. Later sentences may have as many figures of the unit as they like.
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.parts import is_compared, is_subset
from checker.model import Quantity

_KINDS = ("currency", "percent", "physical")
_COUNTS = ("count", "number")
_SHARED = 2  # words
_SURE = 3  # words that show what a headline shortens where a count has no unit to know it by
_SMALL = 20  # cargoes, stages, instalments: "two 10,000-tonne cargoes"
_LEAST = 5  # of smaller counts there are many in any story
_ADDED = 8  # figures of a story's beginning that may add up to the headline's
_SIZES = 10  # times as much is still a figure mistyped


def told_in_opening(index: int, titles: list[Line], opening: Line, like: list[int], context: Context) -> int | None:
    """The figure of the opening sentence that a headline's figure repeats, None where another could be meant; `like` are those of its unit."""
    q, like = context.quantity(index), [i for i in like if not is_compared(i, context)]
    counted = q.kind in _COUNTS and q.value >= _LEAST and q.scale == (context.quantity(like[0]).scale if like else 0)
    if not like or not counted and q.kind not in _KINDS or q.sense == "bound":
        return None
    first, title = like[0], next(line for line in titles if index in line.figures)
    shared = _words(titles, context) & _words([opening], context)
    if len(shared) < (_SURE if counted else _SHARED) or not _alike(q, context.quantity(first)):
        return None
    turned_alike = q.change is not None and q.change == context.quantity(first).change
    if _of_others(first, opening, context, turned_alike):
        return None
    alone = all(is_subset(context.lines.position_of[i], opening, context) for i in like[1:])
    said_alike = alone or turned_alike or _beside_one_word(index, title, first, opening, context)
    return first if said_alike and not _made_of(q, [context.quantity(i) for i in like]) else None


def _alike(q: Quantity, o: Quantity) -> bool:
    """True of two figures of one direction and size, neither of them vague."""
    turned = bool(q.change and o.change and q.change != o.change)
    plain = {q.style, o.style} <= {"digits", "words"} and o.sense not in ("range", "bound")
    return plain and not turned and one_size(q, o)


def one_size(a: Quantity, b: Quantity) -> bool:
    """True of figures within ten times of each other: of others it is not said that they are the same thing."""
    return a.value <= _SIZES * b.value and b.value <= _SIZES * a.value


def vague(a: Quantity, b: Quantity) -> bool:
    """True of "up to 9%" beside 4%: nearly everything would agree with it."""
    return a.value != b.value and any(q.sense == "bound" or q.approx in ("above", "below") for q in (a, b))


def _of_others(index: int, line: Line, context: Context, turned_alike: bool) -> bool:
    """True of "two 10,000-tonne cargoes", "of which 20 mln": not what the headline tells. A change is up or down by its figure."""
    at = context.lines.position_of[index]
    before = context.quantity(line.quantity[at - 1]) if at and line.quantity[at - 1] >= 0 else None
    several = before is not None and before.kind in _COUNTS and before.value is not None and before.value <= _SMALL
    return several or not turned_alike and is_subset(at, line, context)


def _beside_one_word(index: int, title: Line, first: int, opening: Line, context: Context) -> bool:
    """True where the word in front of both, or behind both, is the same: "at 3.5 million", "surplus of 12", "12 million of early aid"."""
    words, (q, o) = context.extraction.tokens.words, map(context.quantity, (index, first))
    if q.first > title.firsts[0] and o.first > opening.firsts[0]:
        if words[q.first - 1] == words[o.first - 1] and words[q.first - 1].isalpha() or _before(q, context) & _before(o, context):
            return True
    return bool(_behind(q, context) & _behind(o, context))


def _before(q: Quantity, context: Context) -> frozenset[str]:
    """The word in front of a figure, or in front of its "of"."""
    at = q.first - 1
    at -= context.extraction.tokens.words[at] in context.function
    return content(at, at + 1, context)


def _behind(q: Quantity, context: Context) -> frozenset[str]:
    """The word behind a figure, or behind its "of"."""
    words, at = context.extraction.tokens.words, q.last + 1
    at += at < len(words) and words[at] in context.function
    return content(at, min(at + 1, len(words)), context)


def summed_up(q: Quantity, figures: list[int], context: Context) -> bool:
    """True of a headline's figure that two of the story's figures, or three in a row, make: "60 mln of six-year bonds and 20 mln of
    ten-year ones". A bare one with its scale may have the unit of the first."""
    like = [o.value for o in map(context.quantity, figures) if o.value and 0 < o.value < q.value and _of_one_sort(q, o)][:_ADDED] if q.value else []
    pairs = {a + b for a, b in combinations(like, 2)}
    return q.value in pairs or any(a + b + c == q.value for a, b, c in zip(like, like[1:], like[2:]))


def _of_one_sort(q: Quantity, o: Quantity) -> bool:
    bare = o.kind in _COUNTS and not o.unit and (q.kind in _COUNTS or o.scale > 1 and q.kind == "currency")
    return bare or o.kind == q.kind and (o.unit == q.unit or q.kind in _COUNTS)


def _made_of(q: Quantity, others: list[Quantity]) -> bool:
    """True of a figure that is the sum of two others, or what lies between them."""
    return any(q.value in (a.value + b.value, abs(a.value - b.value)) for a, b in combinations(others, 2))


def _words(lines: list[Line], context: Context) -> frozenset[str]:
    return telling(frozenset().union(*(content(line.firsts[0], line.lasts[-1] + 1, context) for line in lines)), context)
