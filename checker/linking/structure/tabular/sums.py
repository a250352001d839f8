"""Totals of tables: which rows make up a total row, and which columns a total column.

A total is believed where it adds up somewhere: a set of rows that adds up in one column is the set for all of them. A
column in which it misses is then proved wrong if it is near, or one slip away; a table of one column needs the slip.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace

from checker.linking.structure.tabular.numbers import ZERO, Numbers
from checker.linking.structure.tabular.words import AVERAGE, CHANGE, NOT_TOTAL, PARTIAL, TOTAL, Labels
from checker.model import Frame, Quantity
from checker.rational import Fraction
from checker.tables import Row

_MOST_PARTS = 40
_COARSE = Fraction(1, 20)  # a sum known no better than this proves nothing
_MANY = 3  # rows that hold, beside which one that does not is wrong by whatever it misses
_TOLD = 2  # rows in which a total column must hold
_FEW = 4  # parts of which any may have the slip where only one column tells


@dataclass(frozen=True, slots=True)
class Tested:
    """A total in one column (or row) with its parts: does it hold, and is it fit to prove anything?"""

    total: int
    parts: tuple[int, ...]
    holds: bool
    strong: bool


def sum_frames(labels: Labels, numbers: Numbers) -> tuple[list[Frame], frozenset[frozenset[int]]]:
    """Frames of the family "sum" for total rows and total columns, and the columns that go into each total column, with it."""
    across, sets = _total_columns(labels, numbers)
    return [*_total_rows(labels, numbers), *across], sets


def is_total(labels: Labels, number: int) -> bool:
    """True of a row that its label calls a total, or that has no label at the end of others."""
    words = labels.rows[number]
    if not words:
        return number > 1 and labels.mostly_labelled
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
            found.extend(_judged(tested, numbers, bool(labels.rows[number]), True))
            nodes = nodes[: len(nodes) - size] if size else nodes
        nodes.append(number)
    return found


def _best(row: Row, nodes: list[Row], columns: list[int], labels: Labels, numbers: Numbers) -> tuple[int, list[Tested]]:
    """How many of the last nodes make up the total row, and the tests of its columns. Where none of them adds up, the
    rows of its section, or all."""
    runs = [run for c in columns if (run := _run(row, nodes[-_MOST_PARTS:], c, labels, numbers))]
    section = _section(row, nodes)
    best: tuple[tuple, int, list[Tested]] = ((0,), 0, [])
    for size in range(2, min(len(nodes), _MOST_PARTS) + 1):
        tested = [t for run in runs if (t := run.get(size)) is not None]
        holds = sum(t.holds and t.strong for t in tested)
        rank = (holds, holds - len(tested), size in (section, len(nodes)), size)
        if tested and rank > best[0]:
            best = (rank, size, tested)
    if best[0][0]:
        return best[1], best[2]
    whole = section if section > 1 else len(nodes)
    return 0, [t for run in runs if (t := run.get(whole)) is not None]


def _section(row: Row, nodes: list[Row]) -> int:
    """How many of the last nodes stand in the section of the row; one more than can be parts where it is longer."""
    found = 0
    while found < min(len(nodes), _MOST_PARTS + 1) and nodes[-1 - found].section == row.section:
        found += 1
    return found


def _run(row: Row, nodes: list[Row], column: int, labels: Labels, numbers: Numbers) -> dict[int, Tested]:
    """The total in one column against its last two, three, ... parts; up to a cell with words for a number or another
    unit. A blank cell leaves doubt."""
    total = row.cell(column)
    if total is None or total.figure < 0:
        return {}
    q, value = numbers.quantity(total.figure), abs(numbers.value(total.figure))
    doubtful = labels.has(labels.columns[column], AVERAGE)
    parts: list[int] = []
    implied, several, found = ZERO, 0, {}
    for size, node in enumerate(reversed(nodes), 1):
        cell = node.cell(column)
        if cell is None or cell.nil:
            doubtful = doubtful or cell is None
        elif cell.figure < 0 or _unlike(numbers.quantity(cell.figure), q):
            break
        else:
            parts.insert(0, cell.figure)
            doubtful = doubtful or _deducted(node, labels)
            implied = implied + numbers.of(cell.figure)
            several += numbers.value(cell.figure) != 0
        if len(parts) > 1:
            fine = value > 0 and implied.width is not None and implied.width <= _COARSE * value
            holds = numbers.meets(total.figure, implied)
            found[size] = Tested(total.figure, tuple(parts), holds, fine and several > 1 and not doubtful)
    return found


def _deducted(row: Row, labels: Labels) -> bool:
    """True of "Less: capitalised costs": what is taken off."""
    tokens = labels.context.extraction.tokens
    first = bisect_left(tokens.starts, row.label[0]) if row.label else -1
    return first >= 0 and tokens.words[first] in labels.context.lexicon.pack.words("table-deducted")


def _unlike(a: Quantity, b: Quantity) -> bool:
    return (a.kind, a.unit) != (b.kind, b.unit)


def _test(total: int, parts: tuple[int, ...], numbers: Numbers) -> Tested | None:
    if len(parts) < 2 or any(_unlike(numbers.quantity(i), numbers.quantity(total)) for i in parts):
        return None
    implied = numbers.sum(parts)
    value = abs(numbers.value(total))
    fine = implied.width is not None and implied.width <= _COARSE * value and value > 0
    several = sum(numbers.value(i) != 0 for i in parts) > 1
    return Tested(total, parts, numbers.meets(total, implied), fine and several)


def _judged(tested: list[Tested], numbers: Numbers, named: bool, down: bool) -> list[Frame]:
    """Frames for the tests of one set of parts: what holds is pinned; what does not, where the others prove the set, or,
    in a table of one column, a slip explains it and the row is `named` a total. `down`: a column's, not a row's."""
    holds = [t for t in tested if t.holds and t.strong]
    misses = [t for t in tested if not t.holds and numbers.misses(t.total, t.parts)]
    units, alone, least = Counter(numbers.quantity(t.total).unit for t in holds), named and len(tested) == 1, 1 if down else _TOLD
    frames = [replace(_frame(t, numbers, True), fitted=not _borne_out(t, holds, units, alone, len(misses), least, numbers)) for t in tested if t.holds]
    for t in misses:
        implied = numbers.sum(t.parts)
        slip = _slipped(t, numbers, down)
        if holds:
            like = any(numbers.quantity(h.total).unit == numbers.quantity(t.total).unit for h in holds)
            near = slip or numbers.near(t.total, implied, Fraction(1, 10))
            proved = t.strong and like and len(misses) <= len(holds) and (near or _only_miss(t, holds, misses, numbers))
        else:
            own = numbers.slip(t.total, implied)
            proved = named and t.strong and len(tested) == 1 and (own or slip and len(t.parts) <= _FEW) and _long(t.total, numbers)
        if proved:
            frames.append(_frame(t, numbers, True))
    return frames


def _borne_out(t: Tested, holds: list[Tested], units: Counter, alone: bool, misses: int, least: int, numbers: Numbers) -> bool:
    """Whether a slip in a total that holds would be told: the others prove the set without it, or it is the one of a row `alone`."""
    own, unit = t.holds and t.strong, numbers.quantity(t.total).unit
    others = len(holds) - own
    if not others:
        return alone and t.strong and _long(t.total, numbers)
    return others >= least and t.strong and units[unit] > own and misses < others


def _only_miss(t: Tested, holds: list[Tested], misses: list[Tested], numbers: Numbers) -> bool:
    """True of the one miss among many that hold, by however much; an average or a level at the end lies among its parts."""
    values = [abs(numbers.value(i)) for i in t.parts]
    alike = [h for h in holds if len(h.parts) == len(t.parts)]
    return len(misses) == 1 and len(alike) >= _MANY and not min(values) <= abs(numbers.value(t.total)) <= max(values)


def _slipped(t: Tested, numbers: Numbers, down: bool) -> bool:
    implied = numbers.sum(t.parts)
    if numbers.slip(t.total, implied) or _copied((t.total, *t.parts) if down else t.parts, numbers):
        return True
    return any(numbers.slip(part, numbers.of(t.total) - numbers.sum(p for p in t.parts if p != part)) for part in t.parts)


def _copied(members: tuple[int, ...], numbers: Numbers) -> bool:
    """True where two of these are the same long figure: 4,180 and 4,180 with a total of 6,245. At the end of a row it may
    be no sum that repeats a part, but what is in store."""
    figures = [abs(numbers.value(i)) for i in members if _long(i, numbers)]
    return len(set(figures)) < len(figures)


def _long(index: int, numbers: Numbers) -> bool:
    """True of a figure of three digits at least: of shorter ones every other is a slip away."""
    q = numbers.quantity(index)
    return q.value is not None and abs(q.value) >= 100 * (q.place or 1)


def _frame(t: Tested, numbers: Numbers, pinned: bool) -> Frame:
    q = numbers.quantity(t.total)
    claims = {"total": (t.total,), "part": t.parts}
    return Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims) if pinned else frozenset(), 2, None, (), "table")


# ---------------------------------------------------------------- total columns


def _total_columns(labels: Labels, numbers: Numbers) -> tuple[list[Frame], frozenset[frozenset[int]]]:
    columns = [n for n, c in enumerate(labels.table.columns) if not c.texts]
    found: list[Frame] = []
    told: list[frozenset[int]] = []
    for at, column in enumerate(columns):
        words = labels.columns[column]
        if not labels.has(words, TOTAL) or labels.has(words, CHANGE):
            continue
        sets = [columns[k:at] for k in range(at - 1)] + [columns[at + 1 :], columns[:at] + columns[at + 1 :]]
        best: list[Tested] = []
        chosen: list[int] = []
        for parts in sets:
            tested = [t for row in labels.table.rows if (t := _across(row, column, parts, numbers)) is not None]
            if sum(t.holds and t.strong for t in tested) > sum(t.holds and t.strong for t in best):
                best, chosen = tested, parts
        if sum(t.holds and t.strong for t in best) >= _TOLD:
            found.extend(_judged(best, numbers, True, False))
            told.append(frozenset((column, *chosen)))
    return found, frozenset(told)


def _across(row: Row, column: int, parts: list[int], numbers: Numbers) -> Tested | None:
    total = row.cell(column)
    cells = [row.cell(c) for c in parts]
    if total is None or total.figure < 0 or any(c is None or c.note for c in cells):
        return None
    return _test(total.figure, tuple(c.figure for c in cells if not c.nil and c.figure >= 0), numbers)
