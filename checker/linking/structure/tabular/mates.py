"""Figures of a sentence whose cell is known from the figures beside them, so that no slip has to explain what they miss.

    Skerrin was the busiest with 84,310, while Holm came to 67,125     the first is Skerrin's in one column: so is Holm's
    Velden brought in 5.1 tonnes, after 6.8 the year before            the one of two periods, and words that lead to it

The row of each figure is named in front of it; a figure that the table has elsewhere, that words give to something else, or that
lies far from its cell is passed over.
"""

from __future__ import annotations

from checker.linking.structure.near import near as words_near
from checker.linking.structure.tabular.mentions import Mention
from checker.linking.structure.tabular.reader import TIED, Near, Reader, Said, comparable, disowned, graded, held, led, of_part, repeated, says
from checker.linking.structure.tabular.told import not_told
from checker.model import Quantity

_KINDS = frozenset("number count currency physical percent".split())
_LONG = 100  # of a figure with three digits it is no chance that a cell has it
_FAR = 4  # times as much as the cell, or as little: another thing
_PERIODS = 2


def mate_claims(near: Near, reader: Reader) -> list[Said]:
    """Frames "repeated" (first: the cell, second: the figure) of one sentence."""
    if len(near.figures) < 2 or not near.rows or of_part(near, reader) or words_near(reader.labels.context).has("table-intended", near.line):
        return []
    told = {mention.number: figures for mention, figures in _attached(near, reader)}
    if len(told) > 1:
        return _in_one_column(told, near, reader)
    return _in_two_periods(*next(iter(told.items())), near, reader) if told else []


def _attached(near: Near, reader: Reader) -> list[tuple[Mention, tuple[int, ...]]]:
    """Each row that is named for sure, with the figures from its name to the next; nothing where one is named twice, or unsurely."""
    found = []
    for k, mention in enumerate(near.rows):
        end = near.rows[k + 1].first if k + 1 < len(near.rows) else near.line.lasts[-1] + 1
        figures = tuple(i for i in near.figures if mention.last < reader.numbers.quantity(i).outer < end)
        found.append((mention, figures))
    numbers = [m.number for m in near.rows]
    return found if all(m.sure for m in near.rows) and len(set(numbers)) == len(numbers) else []


def _in_one_column(told: dict[int, tuple[int, ...]], near: Near, reader: Reader) -> list[Said]:
    """The rows' figures, one of each, as cells of the column that one of them is in for certain."""
    pairs = [(row, figures[0]) for row, figures in told.items() if len(figures) == 1 and _is_cell(figures[0], near, reader)]
    if len(pairs) < 2 or len(pairs) < len(told) or not _alike([i for _, i in pairs], reader):
        return []
    sure = [{c for c in reader.columns if _has(row, c, i, reader)} for row, i in pairs if _is_long(i, reader)]
    columns = set().union(*(s for s in sure if len(s) == 1))
    if len(columns) != 1 or any(s and s != columns for s in sure):
        return []
    column = columns.pop()
    return [said for row, i in pairs for said in _said(i, row, column, reader)]


def _in_two_periods(row: int, figures: tuple[int, ...], near: Near, reader: Reader) -> list[Said]:
    """Two figures of one row, of which words say that one is that of the time before."""
    if len(reader.periods) != _PERIODS or len(figures) != _PERIODS or not all(_is_cell(i, near, reader) for i in figures):
        return []
    first, second = (reader.numbers.quantity(i) for i in figures)
    moved = led(first, "table-from", near, reader) and led(second, "table-to", near, reader)
    then = led(second, "table-from", near, reader) or led(second, "table-then", near, reader) and says(second, "table-ago", near, reader)
    if not _alike(list(figures), reader) or moved == then:
        return []
    cells = dict(zip(reader.periods, figures if moved else figures[::-1]))
    if not any(_has(row, c, i, reader) for c, i in cells.items()):
        return []
    return [said for column, i in cells.items() for said in _said(i, row, column, reader)]


def _said(figure: int, row: int, column: int, reader: Reader) -> list[Said]:
    cell = reader.cell(row, column)
    if cell < 0 or not _bare_or_same(reader.numbers.quantity(figure), reader.numbers.quantity(cell)):
        return []
    frame, value, stated = repeated(cell, figure, reader.numbers.quantity(figure)), reader.numbers.quantity(figure).value, reader.numbers.quantity(cell).value
    if _has(row, column, figure, reader):
        return [held(frame, TIED, figure, reader)]
    if any(_has(row, c, figure, reader) for c in reader.columns) or not stated < _FAR * value < _FAR * _FAR * stated:
        return []
    return graded(frame, TIED, figure, reader.numbers.of(cell), reader)


def _is_cell(index: int, near: Near, reader: Reader) -> bool:
    """False of what words give to something else: changes, bounds, parts, other years."""
    q = reader.numbers.quantity(index)
    plain = q.kind in _KINDS and q.value is not None and q.value > 0 and q.style == "digits" and not q.approx and not q.change and q.sense not in ("range", "bound")
    return plain and not disowned(q, reader) and not not_told(q, near, reader) and not says(q, "table-difference", near, reader) and not led(q, "table-moved-before", near, reader)


def _has(row: int, column: int, index: int, reader: Reader) -> bool:
    cell = reader.cell(row, column)
    if cell < 0 or not _bare_or_same(reader.numbers.quantity(index), reader.numbers.quantity(cell)):
        return False
    q, c = reader.numbers.quantity(index), reader.numbers.quantity(cell)
    return abs(q.value - c.value) * 2 <= max(q.place or q.scale, c.place or c.scale) if q.kind != c.kind else reader.numbers.meets(index, reader.numbers.of(cell))


def _bare_or_same(q: Quantity, cell: Quantity) -> bool:
    """A bare cell may have any unit, as the caption says which; a bare figure counts what the column does."""
    bare = cell.kind == "number" and cell.unit is None and q.kind in ("physical", "currency") or q.kind == "number" and cell.kind in ("count", "physical", "currency")
    return comparable(q, cell) or bare and q.scale == cell.scale


def _is_long(index: int, reader: Reader) -> bool:
    q = reader.numbers.quantity(index)
    return q.value / (q.place or 1) >= _LONG


def _alike(figures: list[int], reader: Reader) -> bool:
    """Whether they are of one unit and one noun; a bare one goes with any."""
    found = [reader.numbers.quantity(i) for i in figures]
    units = {(q.kind, q.unit) for q in found if q.kind not in ("number", "count")}
    return len(units) < 2 and len({q.noun[-1] for q in found if q.noun}) < 2 and not (units and any(q.noun for q in found))
