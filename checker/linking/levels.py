"""Plain statements of facts: "Turnover of the ferry was 4.2 million euros in 2021".

A name, a word like "was" or "reached", one figure, and a year in the sentence. They serve comparisons across documents:
only what is called in the same words, for the same year, is the same fact.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, content_of_span, telling
from checker.linking.facts import noun_phrase
from checker.linking.lines import Line
from checker.linking.structure.tabular import prose_lines
from checker.model import Extraction, Quantity

_KINDS = ("currency", "percent", "physical", "count", "number")
_FEWEST = 2  # telling words that a name needs


@dataclass(frozen=True, slots=True)
class Level:
    """One statement: the figure, what it is the value of, and when."""

    quantity: Quantity
    words: frozenset[str]
    year: str
    name: str


def levels_of(context: Context) -> tuple[Level, ...]:
    """All plain statements of the prose, in order."""
    found = []
    for line in prose_lines(context):
        years = {q.when.year for i in line.quantities() if (q := context.quantity(i)).kind in ("year", "period") and q.when and q.when.year and not q.when.end_year}
        measures = [i for i in line.quantities() if context.quantity(i).is_measure]
        if len(years) == 1 and len(measures) == 1:
            level = _level(line, measures[0], str(years.pop()), context)
            if level is not None:
                found.append(level)
    return tuple(found)


def _level(line: Line, index: int, year: str, context: Context) -> Level | None:
    q = context.quantity(index)
    at = context.lines.position_of[index]
    if q.kind not in _KINDS or q.value is None or q.sense in ("range", "bound") or q.change is not None:
        return None
    verb = next((m for m in context.lexicon.pattern("level-is").finditer(line.symbols, max(0, at - 4), at) if m.end() == at), None)
    span = noun_phrase(line, verb.start(), context) if verb else None
    words = telling(content_of_span(span, context), context) if span else frozenset()
    if len(words) < _FEWEST:
        return None
    return Level(q, words, year, " ".join(_text(context.extraction, span).split()))


def _text(extraction: Extraction, span: tuple[int, int]) -> str:
    return extraction.document.text[span[0] : span[1]]
