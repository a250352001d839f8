"""Tables of groups with their sizes in the headers ("Active (n = 120)") and prose about all of them together.

A sentence that gives the sum of the sizes speaks of everybody: a row that it names is then told for all groups.
"""

from __future__ import annotations

from checker.linking.structure.tabular.columns import group_size
from checker.linking.structure.tabular.reader import OPEN, TIED, Near, Reader, Said, comparable, graded, held
from checker.model import Frame

_BESIDE = 4  # tokens between a number and the row that it counts


def group_claims(near: Near, reader: Reader) -> list[Said]:
    """Frames of the family "sum" for one sentence: the sizes of the groups, and rows across them."""
    columns = [c for c in reader.columns if group_size(reader.labels, c, reader.numbers) is not None]
    sizes = tuple(group_size(reader.labels, c, reader.numbers) for c in columns)
    if len(columns) < 2 or len(columns) != len(reader.columns) or near.columns:
        return []
    numbers = reader.numbers
    whole = next((i for i in near.figures if numbers.value(i) == sum(numbers.value(s) for s in sizes)), None)
    if whole is None:
        return []
    found = [held(_sum(whole, sizes, reader), OPEN, whole, reader)]
    for figure in near.figures:
        q = numbers.quantity(figure)
        rows = {m.number for m in near.rows if m.sure and 0 < m.first - q.last <= _BESIDE}
        if figure == whole or len(rows) != 1 or q.approx:
            continue
        cells = tuple(reader.cell(next(iter(rows)), c) for c in columns)
        if min(cells) < 0 or not all(comparable(q, numbers.quantity(i)) for i in cells):
            continue
        frame, implied = _sum(figure, cells, reader), numbers.sum(cells)
        found.extend([held(frame, TIED, figure, reader)] if numbers.meets(figure, implied) else graded(frame, TIED, figure, implied, reader))
    return found


def _sum(total: int, parts: tuple[int, ...], reader: Reader) -> Frame:
    q = reader.numbers.quantity(total)
    claims = {"total": (total,), "part": parts}
    return Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
