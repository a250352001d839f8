"""A number of the prose as a cell of the table: its row is named, and something names its column."""

from __future__ import annotations

from checker.linking.context import stem
from checker.linking.structure.tabular.mentions import Mention
from checker.linking.structure.tabular.reader import LOOSE, OPEN, TIED, Near, Reader, Said, comparable, disowned, graded, held, plain_between, repeated
from checker.linking.structure.tabular.words import CHANGE, SHARE, Labels
from checker.model import Quantity
from checker.rational import Fraction

_LIKE = Fraction(1, 2)  # a figure so near to the cell of a row and column that are both named is that cell's


def cell_claims(figure: int, q: Quantity, mention: Mention, near: Near, reader: Reader) -> list[Said]:
    """The number as a cell of the row: in the column that is named, or else in the only one with its unit."""
    columns = [c for c in reader.columns if (i := reader.cell(mention.number, c)) >= 0 and comparable(q, reader.numbers.quantity(i))]
    if not columns or q.value is None:
        return []
    named = _columns_of(q, near, columns)
    chosen = named or columns
    holding = [c for c in chosen if reader.numbers.meets(figure, reader.numbers.of(reader.cell(mention.number, c)))]
    only = len(chosen) == 1 and not disowned(q, reader)
    if not holding and not only:
        return []
    column = (holding or chosen)[0]
    cell = reader.cell(mention.number, column)
    tie = _tie(q, column, bool(named), mention, near, reader) if only else OPEN
    if tie == LOOSE and named and mention.sure and not q.noun and plain_between(mention, q, reader):
        tie = TIED if reader.numbers.near(figure, reader.numbers.of(cell), _LIKE) else tie
    if holding:
        return [held(repeated(cell, figure, q), tie, figure, reader)]
    if named and mention.sure and not q.noun and _exchanged(figure, mention.number, column, reader):
        tie = TIED
    return graded(repeated(cell, figure, q), tie, figure, reader.numbers.of(cell), reader)


def _exchanged(figure: int, row: int, column: int, reader: Reader) -> bool:
    """True of a figure that stands in the next cell of the row or column that the sentence names: it was taken from there."""
    beside = [reader.cell(row, c) for c in reader.columns if c != column] + [reader.cell(r, column) for r in reader.items if r != row]
    return any(c >= 0 and reader.numbers.value(c) == reader.numbers.value(figure) for c in beside)


def _columns_of(q: Quantity, near: Near, columns: list[int]) -> list[int]:
    """The columns that the words around a number name: right after it, or else the only one of the sentence. Two side by
    side ("in 2018 and 2017, respectively") name neither."""
    following = [other for other in near.firsts if other > q.last]
    end = min(following, default=near.line.lasts[-1] + 1)
    after = [m for m in near.columns if q.last < m.first < end and m.number in columns]
    if after:
        pair = len(after) > 1 and after[1].first - after[0].last <= 2
        return sorted({m.number for m in after}) if pair else [after[0].number]
    return list(dict.fromkeys(m.number for m in near.columns if m.number in columns))


def _tie(q: Quantity, column: int, named: bool, mention: Mention, near: Near, reader: Reader) -> int:
    """How surely the number speaks of this column: by a header word and its own unit or noun, or by less."""
    labels = reader.labels
    if not mention.sure:
        return LOOSE
    words = {stem(w, labels.context) for w in labels.columns[column]} | labels.caption
    noun = bool(q.noun) and stem(q.noun[-1], labels.context) in words
    if q.noun and not noun:
        return OPEN
    if q.kind == "currency" and len(reader.columns) == 1 and q.first - mention.last <= 3:
        return TIED
    if q.kind in ("physical", "points", "duration"):
        return TIED if named or _is_unit(column, labels) or _measured(column, near, labels) else LOOSE
    if q.kind == "percent" and labels.has(labels.columns[column], CHANGE) and plain_between(mention, q, reader):
        return TIED
    if q.kind == "percent" and labels.has(labels.columns[column], SHARE) and _between_has(mention, q, "account", reader):
        return TIED
    return TIED if named and (noun or q.kind == "percent") else LOOSE


def _is_unit(column: int, labels: Labels) -> bool:
    """True where the header is a unit and nothing else: "Tonnes", "Pts"."""
    return len(labels.columns[column]) == 1 and "(" not in labels.header(column)


def _measured(column: int, near: Near, labels: Labels) -> bool:
    """True where the sentence has a word for what the column measures: "deepest" beside "Maximum depth"."""
    words = labels.context.extraction.tokens.words[near.line.firsts[0] : near.line.lasts[-1] + 1]
    return any(labels.has(labels.columns[column], name) and labels.has(tuple(words), name) for name in labels.measures())


def _between_has(mention: Mention, q: Quantity, name: str, reader: Reader) -> bool:
    words = reader.labels.context.extraction.tokens.words[mention.last + 1 : q.outer]
    return reader.labels.has(tuple(words), name)
