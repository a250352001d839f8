"""One cell of a table over another, as a sentence tells it: a part of its whole, where just two counts can be meant.

    in 15% of those given placebo                      two counts in one column (or row), a part and its whole
"""

from __future__ import annotations

from checker.linking.context import stem
from checker.linking.structure.near import near as words_near
from checker.linking.structure.tabular.reader import Near, Reader, Said
from checker.model import Frame, Quantity
from checker.rational import Fraction

_NEXT = 10  # tokens between a figure and the name of its row or column
_COUNTS = ("number", "count")


def over(family: str, claims: dict[str, tuple[int, ...]], figure: int, cells: tuple[int, int], reader: Reader) -> list[Said]:
    """The frame of a figure that is one cell over another, where it is near to that."""
    q, implied = reader.numbers.quantity(figure), reader.numbers.of(cells[0]) / reader.numbers.of(cells[1])
    frame = Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
    holds = reader.numbers.meets(figure, implied)
    return [Said(frame, holds)] if holds or reader.numbers.near(figure, implied, Fraction(1)) else []


def part_and_whole(figure: int, q: Quantity, near: Near, reader: Reader) -> list[Said]:
    """A share where one row, or one column, has two counts only and the share stands nearest to its name."""
    if any(reader.numbers.quantity(c).kind in ("percent", "ratio") for r in reader.items for k in reader.columns if (c := reader.cell(r, k)) >= 0):
        return []
    of_row, of_column = _two_of_row(q, near, reader), _two_of_column(q, near, reader)
    if of_row and of_column:  # what has a share each are groups, not a part and a whole
        shares = sum(reader.numbers.quantity(i).kind in ("percent", "ratio") for i in near.figures)
        rows, columns = len({m.number for m in near.rows}), len({m.number for m in near.columns})
        of_row, of_column = of_row if shares == rows > 1 else None, of_column if shares == columns > 1 and shares != rows else None
    pair = of_row or of_column
    if pair is None:
        return []
    small, large = sorted(pair, key=reader.numbers.value)
    if not all(reader.numbers.quantity(c).kind in _COUNTS and reader.numbers.value(c) > 0 and reader.numbers.value(c).denominator == 1 for c in pair) or reader.numbers.value(small) == reader.numbers.value(large):
        return []
    claims = {"share": (figure,), "part": (small,), "whole": (large,)}
    return over("share", claims, figure, (small, large), reader)


def _two_of_row(q: Quantity, near: Near, reader: Reader) -> tuple[int, int] | None:
    """The counts of the row named beside the figure, in a table of two columns of which the sentence names one."""
    if len(reader.columns) != 2 or len(reader.periods) > 1 or not {m.number for m in near.columns} & set(reader.columns):
        return None
    if not _one_way([(reader.cell(r, reader.columns[0]), reader.cell(r, reader.columns[1])) for r in reader.items], reader):
        return None
    row = _nearest(q, near.rows, reader.items)
    cells = (reader.cell(row, reader.columns[0]), reader.cell(row, reader.columns[1])) if row is not None else (-1, -1)
    return cells if min(cells) >= 0 else None


def _two_of_column(q: Quantity, near: Near, reader: Reader) -> tuple[int, int] | None:
    """The same of a column, in a table of two rows."""
    if len(reader.items) != 2 or len(reader.columns) < 2 or reader.totals:
        return None
    if not _one_way([(reader.cell(reader.items[0], c), reader.cell(reader.items[1], c)) for c in reader.columns], reader):
        return None
    context = reader.labels.context
    said = {stem(w, context) for w in _words(near, reader)}
    if not any(said & {stem(w, context) for w in reader.labels.rows[r]} for r in reader.items) and not words_near(context).has("sole-table-those", near.line):
        return None
    column = _nearest(q, near.columns, reader.columns)
    cells = (reader.cell(reader.items[0], column), reader.cell(reader.items[1], column)) if column is not None else (-1, -1)
    return cells if min(cells) >= 0 else None


def _one_way(pairs: list[tuple[int, int]], reader: Reader) -> bool:
    """Whether the same of two is the smaller everywhere: a part, and what it is of."""
    values = [(reader.numbers.value(a), reader.numbers.value(b)) for a, b in pairs if min(a, b) >= 0]
    return len(values) == len(pairs) > 1 and (all(a < b for a, b in values) or all(a > b for a, b in values))


def _nearest(q: Quantity, mentions: tuple, numbers: tuple[int, ...]) -> int | None:
    """The row or column named right behind a figure, else right in front of it."""
    fits = [m for m in mentions if m.number in numbers]
    behind = [m for m in fits if 0 < m.first - q.last <= _NEXT]
    front = [m for m in fits if 0 < q.first - m.last <= _NEXT]
    chosen = min(front + behind, key=lambda m: m.first - q.last if m.first > q.last else q.first - m.last, default=None)
    return chosen.number if chosen is not None else None


def _words(near: Near, reader: Reader) -> list[str]:
    return reader.labels.context.extraction.tokens.words[near.line.firsts[0] : near.line.lasts[-1] + 1]
