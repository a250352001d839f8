"""Grids to tables: header rows, the column of labels, columns of numbers, headings inside the body. Layout only."""

from __future__ import annotations

import re
from collections.abc import Callable
from statistics import median

from checker.extracting.tables.grid import RawCell, RawRow
from checker.tables import Cell, Column, Row, Span, Table

_NUMBER = re.compile(r"[^\w]*(?:[A-Za-z]{1,3}(?=\s?[$€£¥₹]))?[^\w]*\d")
_MOST_LETTERS = 8  # of a cell that is a number with a unit
_NIL = re.compile(r"[-–—―]+|\$?\s*[-–—―]+%?")
_CLOSE_SET = re.compile(r"(.*[^\W\d].*?)\s(\S*\d[\d.,%)]*)")
_MOST_HEADS = 6
_MOST_COLUMNS = 64  # what is wider is no table to be read
_NEAR = 8  # characters between a header and its column

NUMBER, NIL, TIME, TEXT = "number", "nil", "time", "text"
Kinds = Callable[[Span], str]


def kind_of(text: str) -> str:
    """number, nil or text, from the characters alone.

    >>> [kind_of(t) for t in ("66 (55.0)", "$ (9,819)", "—", "Q1", "41%", "US$ 3.2 mln", "6 months or less")]
    ['number', 'number', 'nil', 'text', 'number', 'number', 'text']
    """
    if _NIL.fullmatch(text):
        return NIL
    letters = sum(map(str.isalpha, text))
    return NUMBER if letters <= _MOST_LETTERS and _NUMBER.match(text) else TEXT


def table_of(rows: list[RawRow], span: Span, text: str, kinds: Kinds, caption: tuple[Span, ...]) -> Table | None:
    """The table that the rows are, figures not yet looked up; None where there are no two rows of numbers under one
    another. `kinds` tells what a cell holds."""
    rows = _columned(rows, text, kinds)
    if not rows:
        return None
    first = next((n for n, row in enumerate(rows) if any(kinds(c.span) == NUMBER for c in row.cells)), len(rows))
    body = rows[first:]
    if len(body) < 2 or first > _MOST_HEADS:
        return None
    width = 1 + max(c.column for row in rows for c in row.cells)
    if width > _MOST_COLUMNS:
        return None
    labels = _label_column(body, width, kinds)
    columns = _columns(rows[:first], body, width, labels, kinds, text)
    corner = tuple(c.span for row in rows[:first] for c in row.cells if c.column == labels)
    found, heads = _body(body, labels, kinds)
    if len(found) < 2:
        return None
    return Table(span, columns, found, caption, corner, heads)


# ---------------------------------------------------------------- columns


def _columned(rows: list[RawRow], text: str, kinds: Kinds) -> list[RawRow]:
    """The rows with a column for every cell: as parted, or where the numbers of gap-set rows stand."""
    if all(c.column >= 0 for row in rows for c in row.cells):
        return rows
    stacks = _stacks([c for row in rows for c in row.cells if kinds(c.span) == NUMBER])
    if not stacks:
        return []
    rows = [_split_close(row, text, stacks, kinds) for row in rows]
    return [RawRow(row.span, row.indent, tuple(_placed(row, stacks, kinds))) for row in rows]


def _stacks(cells: list[RawCell]) -> list[Span]:
    """The stretches of the line in which numbers stand above one another, left to right."""
    found: list[list[int]] = []
    for left, right in sorted((c.left, c.right) for c in cells):
        if found and left < found[-1][1]:
            found[-1][1] = max(found[-1][1], right)
        else:
            found.append([left, right])
    return [(a, b) for a, b in found]


def _split_close(row: RawRow, text: str, stacks: list[Span], kinds: Kinds) -> RawRow:
    """A label and a number with a single space between them are two cells where the number ends a column of others."""
    cells: list[RawCell] = []
    for cell in row.cells:
        m = _CLOSE_SET.fullmatch(text, *cell.span) if kinds(cell.span) == TEXT else None
        shift = cell.left - cell.span[0]
        if m and (len(row.cells) == 1 or any(a < m.end(2) + shift <= b for a, b in stacks)):
            for group in (1, 2):
                a, b = m.span(group)
                cells.append(RawCell((a, b), a + shift, b + shift))
        else:
            cells.append(cell)
    return RawRow(row.span, row.indent, tuple(cells))


def _placed(row: RawRow, stacks: list[Span], kinds: Kinds):
    """The cells with their columns: 0 for words left of the numbers, then one a stack; the first cell wins a column."""
    taken: set[int] = set()
    numbers = [c for c in row.cells if kinds(c.span) in (NUMBER, NIL)]
    alone = len(row.cells) == 2 and len(stacks) == 1 and len(numbers) == 1  # "All markets 2,310", not aligned
    for cell in row.cells:
        column = len(stacks) if alone and cell in numbers else _column_at(cell, stacks, kinds)
        if column is None or column in taken:
            continue
        taken.add(column)
        yield RawCell(cell.span, cell.left, cell.right, column)


def _column_at(cell: RawCell, stacks: list[Span], kinds: Kinds) -> int | None:
    distances = [max(left - cell.right, cell.left - right) for left, right in stacks]
    centre = (cell.left + cell.right) / 2
    nearest = min(range(len(stacks)), key=lambda n: (max(distances[n], 0), abs(centre - sum(stacks[n]) / 2)))
    if kinds(cell.span) == TEXT:
        start, end = stacks[0]
        header = distances[0] <= 0 and 2 * cell.left > start and cell.right <= end + 2
        if cell.left < start and not header:
            return 0
        if len(stacks) > 1 and start < 4 and end <= cell.left < stacks[1][0]:  # numbers stand left of the labels too
            return 0
    return nearest + 1 if distances[nearest] <= _NEAR else None


def _label_column(body: list[RawRow], width: int, kinds: Kinds) -> int:
    """The first column that holds words in most rows, else the first."""
    for column in range(width):
        held = [kinds(c.span) for row in body for c in row.cells if c.column == column]
        if held and 2 * held.count(TEXT) > len(held):
            return column
    return 0


def _columns(heads: list[RawRow], body: list[RawRow], width: int, labels: int, kinds: Kinds, text: str) -> tuple[Column, ...]:
    found = []
    for column in range(width):
        held = [kinds(c.span) for row in body for c in row.cells if c.column == column]
        texts = column == labels or 2 * (held.count(TEXT) + held.count(TIME)) > len(held)
        found.append(Column(tuple(_above(heads, column, labels, width, text)), texts))
    return tuple(found)


def _repeated(over: list[RawCell], below: list[RawRow], labels: int, width: int, text: str) -> int:
    """Over how many columns each cell of a header stands, where the header below says the same under each: 2 where "2018 |
    2019 | 2018 | 2019" stands under "Sales | | Costs |"; 0 where it does not."""
    columns = [cell.column for cell in over]
    step = columns[1] - columns[0] if len(columns) > 1 else 0
    if step < 2 or not below or labels != 0 or columns != list(range(1, width, step)) or (width - 1) % step:
        return 0
    words = [text[slice(*cell.span)] for cell in below[0].cells if cell.column != labels]
    return step if len(words) == width - 1 and words == words[:step] * len(columns) else 0


def _above(heads: list[RawRow], column: int, labels: int, width: int, text: str):
    """The header cells over a column; one that stands alone in its row, and is not over the labels, is over all; those
    set as far apart as the header below repeats itself are over as many columns each."""
    for n, row in enumerate(heads):
        others = [c for c in row.cells if c.column != labels]
        if len(others) == 1 and width - 1 > 1 and len(heads) > 1:
            yield others[0].span
        elif step := _repeated(others, heads[n + 1 : n + 2], labels, width, text):
            yield from (c.span for c in others if c.column <= column < c.column + step)
        else:
            yield from (c.span for c in others if c.column == column)


# ---------------------------------------------------------------- rows


def _body(body: list[RawRow], labels: int, kinds: Kinds) -> tuple[tuple[Row, ...], dict[int, Span]]:
    rows: list[Row] = []
    heads: dict[int, Span] = {}
    section = 0
    for raw in body:
        label = next((c.span for c in raw.cells if c.column == labels), None)
        held = [(c, kinds(c.span)) for c in raw.cells if c.column != labels]
        if not any(kind in (NUMBER, NIL) for _, kind in held):
            section += 1
            if label is not None:
                heads[section] = label
            continue
        cells = tuple(Cell(c.span, c.column, nil=kind == NIL, note=kind in (TEXT, TIME)) for c, kind in held)
        rows.append(Row(raw.span, label, cells, raw.indent, section))
    usual = median([row.indent for row in rows]) if rows else 0
    least = min((row.indent for row in rows), default=0)
    level = least if usual - least < 1 else usual
    return tuple(Row(r.span, r.label, r.cells, int(max(0, r.indent - level)), r.section) for r in rows), heads
