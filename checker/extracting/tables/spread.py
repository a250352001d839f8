"""Units that a column states once: the sign in its first row, the sign in all the rows that have one."""

from __future__ import annotations

from dataclasses import replace

from checker.model import Quantity
from checker.rational import Fraction
from checker.tables import Span, Table


def spread_currency(table: Table, by_cell: dict[Span, list[Quantity]], other: frozenset[int], money: frozenset[int]) -> None:
    """Financial tables print the currency sign in the first row and the totals only: it is for the whole column, but for
    the `other` rows, which count something else unless the column is one of those that are headed as `money`."""
    for column, _ in enumerate(table.columns):
        rows = [row for row in table.rows if column in money or id(row) not in other]
        cells = [c.span for row in rows for c in row.cells if c.column == column and by_cell.get(c.span)]
        signs = [by_cell[span][0].unit for span in cells if by_cell[span][0].kind == "currency" and by_cell[span][0].inherited != "unit"]
        if len(set(signs)) != 1 or len(signs) == len(cells):
            continue
        for span in cells:
            q = by_cell[span][0]
            if q.kind == "number" and q.unit is None:
                place = q.place if q.place is not None else Fraction(1)
                changed = replace(q, kind="currency", unit=signs[0], place=place, sense="rounded", inherited=q.inherited or "unit")
                by_cell[span] = [changed, *by_cell[span][1:]]


def spread_percent(table: Table, by_cell: dict[Span, list[Quantity]], other: frozenset[int]) -> None:
    """Where every row that has a sign has a percent sign, and the first has it, the column is of percents, but for the `other` rows."""
    for column, _ in enumerate(table.columns):
        cells = [c.span for row in table.rows for c in row.cells if c.column == column and by_cell.get(c.span) and id(row) not in other]
        cells = [span for span in cells if by_cell[span][0].kind != "currency" or by_cell[span][0].inherited != "unit"]
        found = [by_cell[span][0] for span in cells]
        if len(found) < 2 or found[0].kind != "percent" or {q.kind for q in found} != {"percent", "number"} or any(q.unit for q in found if q.kind == "number"):
            continue
        for span in cells:
            q = by_cell[span][0]
            if q.kind == "number" and q.scale == 1 and q.value is not None and abs(q.value) < 1000:
                by_cell[span] = [replace(q, kind="percent", unit="percent", inherited=q.inherited or "unit"), *by_cell[span][1:]]
