"""Columns that are computed from others: a difference, a growth, a product, a share of the total, "n (%)" of an N.

No header is needed: what holds in most rows is what the column is. A row in which it misses is then proved wrong. Where
headers say it, "2019 | 2018 | Increase", one row that holds is enough.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from checker.interval import EVERYTHING, Interval
from checker.linking.structure.tabular.numbers import Numbers
from checker.linking.structure.tabular.reader import periods
from checker.linking.structure.tabular.sums import is_total
from checker.linking.structure.tabular.words import CHANGE, Labels
from checker.model import Frame
from checker.rational import Fraction
from checker.tables import Row

_MOST_COLUMNS = 10
_ENOUGH, _PART = 2, 4  # rows that must hold; at most one miss for so many of them
_TOLD = 1  # rows that must hold where the headers are two times and a change
_COARSE = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to compute a column: the frame's family and parts, the value it implies, which units it takes."""

    family: str
    parts: tuple[str, str, str]  # of the result and of the two columns
    implied: Callable[[Interval, Interval], Interval]
    fits: Callable[..., bool]
    changes: bool | None = None  # only under (False: not under) a header that says that it is a change


def _same(c, a, b) -> bool:
    return (c.kind, c.unit) == (a.kind, a.unit) == (b.kind, b.unit) and c.kind != "percent"


def _growth(c, a, b) -> bool:
    return c.kind == "percent" and a.kind != "percent" and (a.kind, a.unit) == (b.kind, b.unit)


def _product(c, a, b) -> bool:
    return c.kind == "currency" and {a.kind, b.kind} == {"currency", "number"} and "percent" not in (a.kind, b.kind)


def _over(a: Interval, b: Interval) -> Interval:
    return EVERYTHING if 0 in b else a / b


KINDS = (
    Kind("change", ("delta", "base", "new"), lambda a, b: b - a, _same, True),
    Kind("change", ("delta", "new", "base"), lambda a, b: a - b, _same, True),
    Kind("balance", ("difference", "first", "second"), lambda a, b: a - b, _same, False),
    Kind("change", ("change", "base", "new"), lambda a, b: _over(b, a) - 1, _growth),
    Kind("change", ("change", "new", "base"), lambda a, b: _over(a, b) - 1, _growth),
    Kind("product", ("amount", "first", "second"), lambda a, b: a * b, _product),
)


@dataclass(frozen=True, slots=True)
class _Row:
    result: int
    a: int
    b: int
    holds: bool
    strong: bool


def column_frames(labels: Labels, numbers: Numbers, totals: frozenset[frozenset[int]]) -> list[Frame]:
    """Frames for computed columns, those left out that are told as totals already."""
    columns = [n for n, c in enumerate(labels.table.columns) if not c.texts]
    found = [*_shares(labels, numbers, columns), *_bracketed(labels, numbers, columns)]
    if len(columns) > _MOST_COLUMNS:
        return found
    taken, dated = set(totals), periods(labels, numbers, tuple(columns))
    for result in reversed(columns):
        for a in columns:
            for b in columns:
                trio = frozenset((result, a, b))
                if a < b and b - a <= 2 and len(trio) == 3 and trio not in taken:
                    told = set(dated) == {a, b} and labels.has(labels.columns[result], CHANGE)
                    frames = _computed(labels, numbers, result, a, b, _TOLD if told else _ENOUGH)
                    taken.update([trio] if frames else ())
                    found.extend(frames)
    return found


def _computed(labels: Labels, numbers: Numbers, result: int, a: int, b: int, enough: int) -> list[Frame]:
    names = labels.columns[result]
    for kind in KINDS:
        if kind.changes is not None and kind.changes != labels.has(names, CHANGE):
            continue
        rows = [r for row in labels.table.rows if (r := _row(row, kind, result, a, b, numbers)) is not None]
        if _believed(rows, enough):
            told = [r for r in rows if r.holds or _provable(r, kind, numbers) and not (enough == _TOLD and _in_percent(r, kind, numbers))]
            tally = _tally(rows)
            return [replace(_frame(kind, r, numbers), fitted=_fitted(r, tally, enough)) for r in told]
    return []


def _row(row: Row, kind: Kind, result: int, a: int, b: int, numbers: Numbers) -> _Row | None:
    cells = [row.cell(n) for n in (result, a, b)]
    if any(c is None or c.figure < 0 for c in cells):
        return None
    c, x, y = (cell.figure for cell in cells)
    if not kind.fits(*(numbers.quantity(i) for i in (c, x, y))):
        return None
    if kind.parts[0] == "change" and min(numbers.value(x), numbers.value(y)) <= 0:
        return None
    implied = kind.implied(numbers.of(x), numbers.of(y))
    return _Row(c, x, y, numbers.meets(c, implied), _telling(c, implied, numbers) and x != y)


def _telling(index: int, implied: Interval, numbers: Numbers) -> bool:
    """True where agreement is no chance: two digits at least, and an interval that is narrow beside the value."""
    q = numbers.quantity(index)
    if q.value is None or implied.width is None:
        return False
    value = numbers.value(index)
    return abs(q.value) >= 10 * (q.place or 1) and implied.width <= _COARSE * abs(value)


def _believed(rows: list[_Row], enough: int = _ENOUGH) -> bool:
    return _enough(*_tally(rows), enough)


def _tally(rows: list[_Row]) -> tuple[int, int]:
    """How many rows hold and tell something, and how many miss."""
    return sum(r.holds and r.strong for r in rows), sum(not r.holds for r in rows)


def _enough(holds: int, misses: int, enough: int) -> bool:
    return holds >= enough and misses <= max(1, holds // _PART)


def _fitted(r: _Row, tally: tuple[int, int], enough: int = _ENOUGH) -> bool:
    """True of a row that holds, where the others would not prove it wrong if it missed."""
    holds, misses = tally
    return r.holds and not _enough(holds - r.strong, misses + 1, enough)


def _provable(r: _Row, kind: Kind, numbers: Numbers) -> bool:
    """Whether the figures miss even if all of them are rounded; what is implied is narrow beside itself or the figure told."""
    implied = kind.implied(numbers.loosely(r.a), numbers.loosely(r.b))
    if implied.width is None or implied.width > max(abs(implied.lo or 1), _COARSE * abs(numbers.value(r.result))):
        return False
    return numbers.loosely(r.result).meet(implied) is None


def _in_percent(r: _Row, kind: Kind, numbers: Numbers) -> bool:
    """True of a growth in percent that stands in a column of differences: 20 beside 150 and 180."""
    growths = (_over(numbers.of(y), numbers.of(x)) for x, y in ((r.a, r.b), (r.b, r.a)))
    stated = abs(numbers.loosely(r.result))
    return "delta" in kind.parts and any((abs(g - 1) * 100).meet(stated) is not None for g in growths)


def _frame(kind: Kind, r: _Row, numbers: Numbers) -> Frame:
    if kind.family == "balance" and numbers.value(r.result) < 0:  # a balance is told without a sign
        kind = KINDS[1]
    q = numbers.quantity(r.result)
    claims = dict(zip(kind.parts, ((r.result,), (r.a,), (r.b,))))
    return Frame(kind.family, (q.start, q.end), claims, {}, 0, frozenset(claims), 0, None, (), "table")


# ---------------------------------------------------------------- shares


def _shares(labels: Labels, numbers: Numbers, columns: list[int]) -> list[Frame]:
    """Percent columns beside columns whose total row they divide by."""
    totals = [n for n in range(len(labels.table.rows)) if is_total(labels, n)]
    if not totals:
        return []
    total = labels.table.rows[totals[-1]]
    found: list[Frame] = []
    for at, column in enumerate(columns):
        for other in columns[max(0, at - 3) : at]:
            whole = total.cell(other)
            if whole is None or whole.figure < 0 or 0 in numbers.of(whole.figure):
                continue
            rows = [r for row in labels.table.rows if row is not total and (r := _share(row, column, other, whole.figure, numbers)) is not None]
            if _believed(rows):
                found.extend(_share_frames(rows, numbers))
                break
    return found


def _share(row: Row, column: int, other: int, whole: int, numbers: Numbers) -> _Row | None:
    share, part = row.cell(column), row.cell(other)
    if share is None or part is None or share.figure < 0 or part.figure < 0:
        return None
    if numbers.quantity(share.figure).kind != "percent" or numbers.quantity(part.figure).kind == "percent":
        return None
    implied = numbers.of(part.figure) / numbers.of(whole)
    return _Row(share.figure, part.figure, whole, numbers.meets(share.figure, implied), _telling(share.figure, implied, numbers))


def _bracketed(labels: Labels, numbers: Numbers, columns: list[int]) -> list[Frame]:
    """Cells such as "66 (55.0)" under headers that give the numbers of the groups: "(n = 120)"."""
    rows: list[_Row] = []
    for column in columns:
        whole = group_size(labels, column, numbers)
        if whole is None or 0 in numbers.of(whole):
            continue
        for row in labels.table.rows:
            cell = row.cell(column)
            if cell is None or cell.second < 0 or numbers.quantity(cell.second).kind != "percent":
                continue
            implied = numbers.of(cell.figure) / numbers.of(whole)
            rows.append(_Row(cell.second, cell.figure, whole, numbers.meets(cell.second, implied), _telling(cell.second, implied, numbers)))
    return _share_frames(rows, numbers) if _believed(rows) else []


def group_size(labels: Labels, column: int, numbers: Numbers) -> int | None:
    """The one whole number in the headers of a column that is no year: "Active (n = 120)"."""
    found = [i for span in labels.table.columns[column].headers for i in numbers.within(span)]
    sizes = [i for i in found if (q := numbers.quantity(i)).kind in ("number", "count") and q.value is not None and q.value.denominator == 1]
    return sizes[0] if len(sizes) == 1 else None


def _share_frames(rows: list[_Row], numbers: Numbers) -> list[Frame]:
    found, tally = [], _tally(rows)
    for r in rows:
        q = numbers.quantity(r.result)
        claims = {"share": (r.result,), "part": (r.a,), "whole": (r.b,)}
        found.append(Frame("share", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table", fitted=_fitted(r, tally)))
    return found
