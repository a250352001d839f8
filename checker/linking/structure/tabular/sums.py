"""Totals of tables: which rows make up a total row, and which columns a total column.

A total is believed where it adds up somewhere: a set of rows that adds up in one column is the set for all of them. A
column in which it misses is then proved wrong if it is near, or one slip away; a table of one column needs the slip.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from checker.linking.structure.tabular.numbers import Numbers
from checker.linking.structure.tabular.words import AVERAGE, CHANGE, NOT_TOTAL, PARTIAL, TOTAL, Labels
from checker.model import Frame
from checker.tables import Row

_MOST_PARTS = 40
_COARSE = Fraction(1, 20)  # a sum known no better than this proves nothing
_FEW = 4  # parts of which any may have the slip where only one column tells


@dataclass(frozen=True, slots=True)
class Tested:
    """A total in one column (or row) with its parts: does it hold, and is it fit to prove anything?"""

    total: int
    parts: tuple[int, ...]
    holds: bool
    strong: bool


def sum_frames(labels: Labels, numbers: Numbers) -> list[Frame]:
    """Frames of the family "sum" for total rows and total columns."""
    return [*_total_rows(labels, numbers), *_total_columns(labels, numbers)]


def is_total(labels: Labels, number: int) -> bool:
    """True of a row that its label calls a total, or that has no label at the end of others."""
    words = labels.rows[number]
    if not words:
        return number > 1 and 2 * sum(map(bool, labels.rows)) > len(labels.rows)
    return labels.opens(words, TOTAL) and not labels.opens(words, NOT_TOTAL)


def _total_rows(labels: Labels, numbers: Numbers) -> list[Frame]:
    rows = labels.table.rows
    columns = [n for n, c in enumerate(labels.table.columns) if not c.texts]
    nodes: list[int] = []  # rows not yet in any total, and totals in place of their parts
    found: list[Frame] = []
    for number, row in enumerate(rows):
        if labels.opens(labels.rows[number], PARTIAL):
            continue
        if is_total(labels, number) and len(nodes) > 1:
            size, tested = _best(row, [rows[n] for n in nodes], columns, labels, numbers)
            found.extend(_judged(tested, numbers))
            nodes = nodes[: len(nodes) - size] if size else nodes
        nodes.append(number)
    return found


def _best(row: Row, nodes: list[Row], columns: list[int], labels: Labels, numbers: Numbers) -> tuple[int, list[Tested]]:
    """How many of the last nodes make up the total row, and the tests of its columns. Where none of them adds up, the
    rows of its section, or all."""
    best: tuple[tuple, int, list[Tested]] | None = None
    section = sum(1 for n in nodes if n.section == row.section)
    for size in range(2, min(len(nodes), _MOST_PARTS) + 1):
        tested = [t for c in columns if (t := _column(row, nodes[-size:], c, labels, numbers)) is not None]
        holds = sum(t.holds and t.strong for t in tested)
        rank = (holds, holds - len(tested), size in (section, len(nodes)), size)
        if best is None or rank > best[0]:
            best = (rank, size, tested)
    if best is None:
        return 0, []
    if best[0][0] or best[1] in (section, len(nodes)):
        return (best[1] if best[0][0] else 0), best[2]
    return 0, []


def _column(row: Row, parts: list[Row], column: int, labels: Labels, numbers: Numbers) -> Tested | None:
    """The total in one column; None where a cell has words for a number, or the units differ."""
    total = row.cell(column)
    if total is None or total.figure < 0:
        return None
    found, blank = [], 0
    for part in parts:
        cell = part.cell(column)
        if cell is None or cell.nil:
            blank += cell is None
        elif cell.figure < 0:
            return None
        else:
            found.append(cell.figure)
    return _test(total.figure, tuple(found), numbers, blank or labels.has(labels.columns[column], AVERAGE))


def _test(total: int, parts: tuple[int, ...], numbers: Numbers, doubtful) -> Tested | None:
    units = {(numbers.quantity(i).kind, numbers.quantity(i).unit) for i in (total, *parts)}
    if len(parts) < 2 or len(units) > 1:
        return None
    implied = numbers.sum(parts)
    value = abs(numbers.value(total))
    fine = implied.width is not None and implied.width <= _COARSE * value and value > 0
    several = sum(numbers.value(i) != 0 for i in parts) > 1
    return Tested(total, parts, numbers.meets(total, implied), bool(fine and several and not doubtful))


def _judged(tested: list[Tested], numbers: Numbers) -> list[Frame]:
    """Frames for the tests of one set of parts: what holds is pinned; what does not, where the others prove the set."""
    holds = [t for t in tested if t.holds and t.strong]
    misses = [t for t in tested if not t.holds and numbers.misses(t.total, t.parts)]
    frames = [_frame(t, numbers, True) for t in tested if t.holds]
    for t in misses:
        implied = numbers.sum(t.parts)
        slip = _slipped(t, numbers)
        if holds:
            like = any(numbers.quantity(h.total).unit == numbers.quantity(t.total).unit for h in holds)
            proved = t.strong and like and len(misses) <= len(holds) and (slip or numbers.near(t.total, implied, Fraction(1, 10)))
        else:
            own = numbers.slip(t.total, implied)
            proved = t.strong and len(tested) == 1 and (own or slip and len(t.parts) <= _FEW) and _long(t, numbers)
        if proved:
            frames.append(_frame(t, numbers, True))
    return frames


def _slipped(t: Tested, numbers: Numbers) -> bool:
    implied = numbers.sum(t.parts)
    if numbers.slip(t.total, implied):
        return True
    return any(numbers.slip(part, numbers.of(t.total) - numbers.sum(p for p in t.parts if p != part)) for part in t.parts)


def _long(t: Tested, numbers: Numbers) -> bool:
    """True where the total has three digits at least: of shorter ones every other is a slip away."""
    q = numbers.quantity(t.total)
    return q.value is not None and abs(q.value) >= 100 * (q.place or 1)


def _frame(t: Tested, numbers: Numbers, pinned: bool) -> Frame:
    q = numbers.quantity(t.total)
    claims = {"total": (t.total,), "part": t.parts}
    return Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims) if pinned else frozenset(), 2, None, (), "table")


# ---------------------------------------------------------------- total columns


def _total_columns(labels: Labels, numbers: Numbers) -> list[Frame]:
    columns = [n for n, c in enumerate(labels.table.columns) if not c.texts]
    found: list[Frame] = []
    for at, column in enumerate(columns):
        words = labels.columns[column]
        if not labels.has(words, TOTAL) or labels.has(words, CHANGE):
            continue
        sets = [columns[k:at] for k in range(at - 1)] + [columns[at + 1 :], columns[:at] + columns[at + 1 :]]
        best: list[Tested] = []
        for parts in sets:
            tested = [t for row in labels.table.rows if (t := _across(row, column, parts, numbers)) is not None]
            if sum(t.holds and t.strong for t in tested) > sum(t.holds and t.strong for t in best):
                best = tested
        if sum(t.holds and t.strong for t in best) >= 2:
            found.extend(_judged(best, numbers))
    return found


def _across(row: Row, column: int, parts: list[int], numbers: Numbers) -> Tested | None:
    total = row.cell(column)
    cells = [row.cell(c) for c in parts]
    if total is None or total.figure < 0 or any(c is None or c.note for c in cells):
        return None
    return _test(total.figure, tuple(c.figure for c in cells if not c.nil and c.figure >= 0), numbers, False)
