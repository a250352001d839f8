"""Tables as the stages hand them on: rows of cells under headers, with the quantities that stand in the cells.

A leaf: frozen values, no language, no arithmetic. Spans are offsets into the document's text, half-open; figures are
indices into `Extraction.quantities`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one row has in one column. `figure` is its number, `second` the one in brackets after it ("66 (55.0)"); -1
    where there is none. `nil` tells a dash from a blank, `note` a cell with words and no number ("n.a.")."""

    span: Span
    column: int
    figure: int = -1
    second: int = -1
    nil: bool = False
    note: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One body row. `cells` has at most one cell a column, in the order of the columns; `indent` is in characters.

    `section` counts the headings inside the body that stand above the row: rows of one section belong together.
    """

    span: Span
    label: Span | None
    cells: tuple[Cell, ...]
    indent: int = 0
    section: int = 0

    def cell(self, column: int) -> Cell | None:
        """The row's cell in a column, None where it is blank."""
        return next((c for c in self.cells if c.column == column), None)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of numbers and the header cells above it, top first."""

    headers: tuple[Span, ...] = ()
    texts: bool = False  # a column of words: names, remarks


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `caption` is the heading or line of prose right above it, `corner` the header above the labels.

    `heads` maps a section number to the heading inside the body that opens it.
    """

    span: Span
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: tuple[Span, ...] = ()
    corner: tuple[Span, ...] = ()
    heads: dict[int, Span] = field(default_factory=dict)

    def figures(self, column: int) -> tuple[int, ...]:
        """The figures of a column, top to bottom, -1 where a row has none."""
        cells = (row.cell(column) for row in self.rows)
        return tuple(-1 if cell is None else cell.figure for cell in cells)
