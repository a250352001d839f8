"""Plain statements of facts: "Turnover of the ferry was 4.2 million euros in 2021".

A name, a word like "was" or a colon, one figure, and a year in the line: sentences, headlines, items of lists; or
a cell of a table between its label and the year above. They serve comparisons across documents:
only what is called in the same words, for the same year, is the same fact.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, content_of_span, telling
from checker.linking.facts import noun_phrase
from checker.linking.lines import Line
from checker.linking.structure.tabular import figured_prose
from checker.model import Extraction, Quantity
from checker.tables import Span, Table

_KINDS = ("currency", "percent", "physical", "count", "number")
_COLON = ":"
_FEWEST = 2  # telling words that a name needs


@dataclass(frozen=True, slots=True)
class Level:
    """One statement: the figure, what it is the value of, and when."""

    quantity: Quantity
    words: frozenset[str]
    year: str
    name: str


def levels_of(context: Context) -> tuple[Level, ...]:
    """All plain statements of the prose and then of the tables, in order."""
    found = []
    for line in figured_prose(context):
        years = {q.when.year for i in line.figures if (q := context.quantity(i)).kind in ("year", "period") and q.when and q.when.year and not q.when.end_year}
        measures = [i for i in line.figures if context.quantity(i).is_measure]
        if len(years) == 1 and len(measures) == 1:
            level = _level(line, measures[0], str(years.pop()), context)
            if level is not None:
                found.append(level)
    tables = context.extraction.tables
    told = {(q.start, q.end): str(q.when.year) for q in context.extraction.quantities if tables and q.kind == "year" and q.when and q.when.year}
    return (*found, *(level for table in tables for level in _cells(table, told, context)))


def _cells(table: Table, told: dict[Span, str], context: Context) -> list[Level]:
    """The cells that say their unit themselves, where a row has a name of its own and a column is one year."""
    years = {number: year for number, column in enumerate(table.columns) if (year := _year_of(column.headers, told))}
    found = []
    for row in table.rows if years else ():
        words = telling(content_of_span(row.label, context), context) if row.label and not row.indent and not row.section else frozenset()
        for cell in row.cells if len(words) >= _FEWEST else ():
            q = context.quantity(cell.figure) if cell.figure >= 0 and cell.column in years else None
            if q is not None and _states(q) and cell.second < 0 and (q.start < q.number_start or q.number_end < q.end):
                found.append(Level(q, words, years[cell.column], " ".join(_text(context.extraction, row.label).split())))
    return found


def _year_of(headers: tuple[Span, ...], told: dict[Span, str]) -> str | None:
    """The year of a column whose header is nothing else."""
    return told.get(tuple(headers[0])) if len(headers) == 1 else None


def _states(q: Quantity) -> bool:
    return q.kind in _KINDS and q.value is not None and q.sense not in ("range", "bound") and q.change is None


def _level(line: Line, index: int, year: str, context: Context) -> Level | None:
    q = context.quantity(index)
    at = context.lines.position_of[index]
    if not _states(q):
        return None
    end = _name_ends(line, at, context)
    span = noun_phrase(line, end, context) if end else None
    words = telling(content_of_span(span, context), context) if span else frozenset()
    if len(words) < _FEWEST:
        return None
    return Level(q, words, year, " ".join(_text(context.extraction, span).split()))


def _name_ends(line: Line, at: int, context: Context) -> int | None:
    """Where the name of a figure ends: in front of a word like "was", or of the colon of a label."""
    verbs = context.lexicon.pattern("level-is").finditer(line.symbols, max(0, at - 4), at)
    verb = next((m for m in verbs if m.end() == at), None)
    if verb:
        return verb.start()
    labelled = at > 0 and line.quantity[at - 1] < 0 and context.extraction.tokens.words[line.firsts[at - 1]] == _COLON
    return at - 1 if labelled and at + 1 >= _last(line, context) else None


def _last(line: Line, context: Context) -> int:
    """How many symbols a line has without the stop that ends it: behind the figure of a label nothing may follow."""
    marks = context.lexicon.symbols.marks
    return next((p + 1 for p in range(len(line.symbols) - 1, -1, -1) if line.quantity[p] >= 0 or line.symbols[p] not in marks), 0)


def _text(extraction: Extraction, span: tuple[int, int]) -> str:
    return extraction.document.text[span[0] : span[1]]
