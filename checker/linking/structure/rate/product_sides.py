"""The figures that an average can be made of: those that can be its total, and those that can be its count.

They are looked for in its own sentence, those in front of it first, then in the sentence before.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.linking.structure.parts import conjunctions, is_compared
from checker.model import Quantity
from checker.units import measure, measure_of

COUNTS = ("count", "number", "points")
CLOSE = 7  # symbols from an average to the count in "for each of its 40 drivers"
_FAR_NOUN = 3  # words after a number in which its noun may stand


@dataclass(slots=True)
class Mean:
    """An average, and what it is of: the measures above and below the stroke of its unit."""

    index: int
    q: Quantity
    line: Line
    at: int
    led: bool  # words or a comma lead to it: it sums up what stands before
    over: str | None  # unit of the total; None: a plain number
    under: str | None  # unit of the count; None: things
    per: frozenset[str]  # stems of the things


def measured(unit: str) -> str | None:
    """The dimension of a unit of measure; None of a counted noun."""
    dimension = measure_of(unit).dimension
    return dimension if dimension and not dimension.startswith(("count:", "currency:")) else None


def sides(mean: Mean, context: Context, words: Near) -> tuple[list[int], list[int], int]:
    """Candidates for the total and the count, and the tier: 0 in the sentence, 3 with the one before."""
    before, after = mean.line.quantities(0, mean.at), mean.line.quantities(mean.at + 1)
    shared = _shared(mean, after[:1], context, words)
    for found in (before, before + after):
        totals, counts = _split(found, mean, context)
        if shared:
            totals, counts = [i for i in _split(before, mean, context)[0] + counts if i not in shared], shared
        if totals and counts:
            return totals, counts, 0
    if not mean.line.number or not (totals or counts):
        return [], [], 0
    earlier = _split(context.lines.lines[mean.line.number - 1].figures, mean, context)
    if all(earlier) and mean.under:  # that sentence has a pair of its own
        return [], [], 0
    if not mean.under and not totals:  # the total is what the sentence is about
        return [], [], 0
    return totals or earlier[0], counts or earlier[1], 3


def _shared(mean: Mean, after: list[int], context: Context, words: Near) -> list[int]:
    """The count of "an average of two for each of the 200 that own any": it is of these, whatever else is counted."""
    at = context.lines.position_of
    fits = [i for i in after if context.quantity(i).kind in COUNTS and at[i] - mean.at <= CLOSE]
    return [i for i in fits if words.within("rate-each-of-the", mean.line, mean.at + 1, at[i])]


def _split(found: list[int], mean: Mean, context: Context) -> tuple[list[int], list[int]]:
    beside = _set_beside(mean, found, context)
    others = [(i, q) for i in found if i != mean.index and i not in beside and (q := context.quantity(i)).value and q.value > 0 and not (q.unit and "/" in q.unit)]
    if mean.under is not None:
        over, under = _dimension_of(mean.over), measured(mean.under)
        totals = [i for i, q in others if _is(q, over)]
        return totals, [i for i, q in others if measure(q).dimension == under and i not in totals]
    counts = [i for i, q in others if q.kind in COUNTS and q.value > 1 and q.value.denominator == 1 and not _of_others(i, context)]
    matching = [i for i in counts if mean.per & noun_stems(i, context)]
    if mean.q.kind not in COUNTS:
        over = measure_of(mean.over, mean.q.kind).dimension if mean.over else ""
        return [i for i, q in others if q.kind == mean.q.kind and measure(q).dimension == over], matching or counts
    if matching and len(counts) > len(matching):
        return [i for i in counts if i not in matching], matching
    ordered = sorted(counts, key=lambda i: context.quantity(i).value, reverse=mean.q.value >= 1)
    return (ordered[:1], ordered[1:]) if len(counts) >= 2 else ([], counts)


def _set_beside(mean: Mean, found: list[int], context: Context) -> set[int]:
    """The figure that an average only stands beside in a comparison: "compared with eleven last year and an average of nine"."""
    before = [i for i in found if context.line(i) is mean.line and i < mean.index and context.quantity(i).is_measure]
    if not before or not is_compared(before[-1], context):
        return set()
    between = mean.line.symbols[context.lines.position_of[before[-1]] + 1 : mean.at]
    return {before[-1]} if conjunctions(context) & set(between) else set()


def _of_others(index: int, context: Context) -> bool:
    """True of "five of them": some of those that were counted before."""
    line, at, q = context.line(index), context.lines.position_of[index], context.quantity(index)
    if q.outer and context.extraction.tokens.words[q.outer - 1] in context.lexicon.pack.words("reckon-all"):
        return False
    return context.lexicon.pattern("some-of-them").match(line.symbols, at + 1) is not None


def _dimension_of(unit: str | None) -> str | None:
    """The dimension of what is above the stroke; None of things that are counted."""
    return None if unit is None or unit == "1" else measured(unit) or (measure_of(unit).dimension if measure_of(unit).dimension.startswith("currency") else None)


def _is(q: Quantity, over: str | None) -> bool:
    return q.kind in COUNTS and q.value > 1 if over is None else measure(q).dimension == over


def noun_stems(index: int, context: Context) -> frozenset[str]:
    """Stems of what a figure counts, as far as it can be told."""
    q = context.quantity(index)
    words = context.extraction.tokens.words[q.last + 1 : q.last + 1 + _FAR_NOUN]
    return frozenset(stem(w, context) for w in (*q.noun, *words) if w.isalpha())
