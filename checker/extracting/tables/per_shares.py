"""What the money of a table is told for: "Basic earnings per share" before a row or over rows, "Price per share" over a column."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import replace

from checker.extracting.draft import ONE, Scan
from checker.extracting.per_shares import thing_at
from checker.extracting.unit_table import singular_of
from checker.language import longest
from checker.model import Quantity
from checker.tables import Span, Table

_BETWEEN = 3  # words between "per" and "share": "per diluted ordinary share"
_LARGEST = 1000  # amounts that a heading far above makes prices are smaller, and have a fraction


def rates(table: Table, whole: Scan, scan: Callable[[Span], Scan], but: Collection[str]) -> dict[Span, str]:
    """What the labels, headings and headers of a table, the text `whole`, say that amounts are for."""
    if not whole.has("per-share-told"):
        return {}
    labels = [*(row.label for row in table.rows), *table.heads.values(), *(span for column in table.columns for span in column.headers)]
    return {span: rate for span in labels if span and (rate := _rate_in(scan(span), but))}


def _rate_in(s: Scan, but: Collection[str]) -> str:
    """What a label or header says that its amounts are for; empty where it says nothing: "share" of "Loss per common share"."""
    for i, word in enumerate(s.words):
        if word in but:
            return ""
        if word in s.lex.paid_on and word in s.lex.sets["per-share-sure"]:
            return s.lex.paid_on[word]
        if word in s.lex.sets["per"] and word.isalpha() and word not in s.lex.sets["articles"] and word not in s.lex.sets["each"]:
            for k in range(i + 1, min(i + 1 + _BETWEEN, len(s.words))):
                if hit := longest(s.lex.per_nouns, s.words, k):
                    return singular_of(s.words[hit[0] - 1], s.lex.plural)
            return thing_at(s, i + 1) if s.word(i - 1) in s.lex.sets["told-per"] and not s.word(i + 2).isalpha() else ""
    return ""


def prices(table: Table, by_cell: dict[Span, list[Quantity]], told: dict[Span, str], counted: Collection[int]) -> None:
    """Gives the amounts of rows and columns whose labels name it what they are for. In place. `counted`: rows of things."""
    if not told:
        return
    over = [next((rate for span in reversed(column.headers) if (rate := told.get(span, ""))), "") for column in table.columns]
    for row in table.rows:
        own = told.get(row.label, "") if row.label else ""
        headed = told.get(table.heads.get(row.section) or (0, 0), "") if row.label and id(row) not in counted else ""
        for cell in row.cells if own or headed or any(over) else ():
            found = by_cell.get(cell.span)
            rate = own or over[cell.column] or (headed if found and _small(found[0]) else "")
            if rate and found and found[0].kind == "currency" and found[0].unit and found[0].scale == ONE and "/" not in found[0].unit:
                by_cell[cell.span] = [replace(found[0], per=rate), *found[1:]]


def _small(q: Quantity) -> bool:
    return q.value is not None and abs(q.value) < _LARGEST and q.place is not None and q.place < ONE
