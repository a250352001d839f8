"""Figures of the prose that one slip of the hand parts from what the table has: a cell, a sum, a difference, a quotient.

    Glass, our smallest segment, sold goods worth $78 million      one cell of the row that is named
    Altogether the jury returned 35 verdicts of guilty             the sum of the only column that is near
    Takings were £83 up on the year before                         the difference of two cells of a row or column
    Hall Ltd had received £3,600 a time                            one cell of a row over another

A figure that the table explains in any of these ways is left in peace. One that it does not explain is blamed only where
just one reading is a slip away, and the sentence speaks of nothing but the table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from checker.linking.context import stem
from checker.linking.structure.near import digits_slip
from checker.linking.structure.tabular.reader import Near, Reader, disowned, has, led, own_stems, repeated, says, times_in
from checker.linking.structure.tabular.words import AVERAGE, CHANGE, SHARE
from checker.model import TIMES, Frame, Quantity
from checker.rational import Fraction

_KINDS = frozenset("number count currency physical points duration".split())
_BEFORE, _AFTER = 14, 8  # words around a figure that can say that it is not the table's
_NEAR = 4  # words beside a figure that can make it another thing
_REACH = 6  # words between a difference and the row that it is from
_MOST_ROWS = 16
_LONG = 3  # digits of a figure that one wrong digit ties


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the table has for a figure, and the frame that says so."""

    implied: Fraction
    frame: Frame
    sure: bool  # row and column are both named: two digits suffice
    beside: frozenset[Fraction] = frozenset()  # other cells of the row: where the sentence has one of them, two digits suffice


def told_claims(near: Near, reader: Reader, apart: bool = False) -> list[Frame]:
    """Frames of one sentence; what it says of other things, years or owners than the table's is passed over. With `apart` of
    differences alone: of a sentence that goes on about a row."""
    if len(reader.items) > _MOST_ROWS or not near.figures:
        return []
    found: list[Frame] = []
    known = list(_values(reader))
    matched = {v for i in near.figures for v in known if reader.numbers.quantity(i).value and _means(reader.numbers.quantity(i), v)}
    for figure in near.figures:
        q = reader.numbers.quantity(figure)
        if q.kind not in _KINDS or q.value is None or q.value <= 0 or q.style != "digits" or not_told(q, near, reader):
            continue
        readings = [r for r in (_moves if apart else _readings)(figure, q, near, reader) if r.implied > 0]
        exact = [r for r in readings if _means(q, r.implied)]
        if exact:
            found.extend(_fitted(q, r, matched, near, reader) for r in exact[:1] if q.scale == 1 or reader.numbers.value(figure) == r.implied)
        elif not any(_means(q, v) for v in known):
            found.extend(_blamed(q, readings, matched, near, reader))
    return found


def _fitted(q: Quantity, reading: _Reading, matched: set[Fraction], near: Near, reader: Reader) -> Frame:
    """The frame of a figure that is what the table has; one that nobody would be blamed for is no more than fitted."""
    digits = len(_digits(q, reading)[0])
    slipped = digits >= _LONG or digits > 1 and (reading.sure or bool(matched & reading.beside) and not q.noun)
    return replace(reading.frame, fitted=not slipped or _severed(q, reading, near, reader))


def _blamed(q: Quantity, readings: list[_Reading], matched: set[Fraction], near: Near, reader: Reader) -> list[Frame]:
    """The reading that a slip explains, where there is one; digits exchanged are a slip before any other."""
    slips = [r for r in readings if _slipped(q, r, bool(matched & r.beside))]
    slips = [r for r in slips if _exchanged(q, r)] or slips
    if len({r.implied for r in slips}) != 1:
        return []
    strong = _exchanged(q, slips[0]) and len(_digits(q, slips[0])[0]) >= _LONG
    return [slips[0].frame] if strong or not _severed(q, slips[0], near, reader) else []


def _severed(q: Quantity, reading: _Reading, near: Near, reader: Reader) -> bool:
    """True where the sentence or words beside the figure may make it another thing than the table's; of a difference those are its own words."""
    return reading.frame.family != "balance" and (q.approx is not None or _elsewhere_near(q, near, reader) or _dated(near, reader) or disowned(q, reader))


def not_told(q: Quantity, near: Near, reader: Reader) -> bool:
    """True of a figure that is not the table's, by the words of its sentence."""
    return _subset(q, reader) or _elsewhere(q, near, reader)


def _elsewhere(q: Quantity, near: Near, reader: Reader) -> bool:
    """True where words around the figure speak of other things than the table's, or give it a year that the table has not."""
    context, line = reader.labels.context, near.line
    words = context.extraction.tokens.words
    if reader.labels.has(tuple(words[max(line.firsts[0], q.outer - _BEFORE) : min(q.last + 1 + _AFTER, line.lasts[-1] + 1)]), "table-elsewhere"):
        return True
    own = {w for labels in (*reader.labels.rows, *reader.labels.columns) for w in labels}
    for i in line.figures:
        other = reader.numbers.quantity(i)
        if other.kind in TIMES and other.when and other.when.year and not other.when.anchored and str(other.when.year) not in own:
            first, last = sorted((q.last, other.first)) if q.first < other.first else (other.last, q.first)
            if not {",", ";"} & set(words[first + 1 : last]):
                return True
    return False


def _dated(near: Near, reader: Reader) -> bool:
    """True of a sentence with a date or period that is none of the table's."""
    words, own = reader.labels.context.extraction.tokens.words, own_stems(reader)
    return any(not {stem(w, reader.labels.context) for w in words[q.first : q.last + 1]} & own for q in times_in(near, reader))


def _elsewhere_near(q: Quantity, near: Near, reader: Reader) -> bool:
    words = reader.labels.context.extraction.tokens.words
    return reader.labels.has(tuple(words[max(near.line.firsts[0], q.outer - _NEAR) : min(q.last + 1 + _NEAR, near.line.lasts[-1] + 1)]), "table-elsewhere-near")


def _subset(q: Quantity, reader: Reader) -> bool:
    """True of "31 of the trees"."""
    words, pack = reader.labels.context.extraction.tokens.words, reader.labels.context.lexicon.pack
    ends = {q.last, max(q.last, q.noun_last)}
    return any(words[at + 1 : at + 2] and words[at + 1] in pack.words("of-alone") and words[at + 2 : at + 3] and words[at + 2] in pack.words("the-word") for at in ends)


# ---------------------------------------------------------------- what the table has


def _number(index: int, reader: Reader) -> Fraction:
    """A cell as it is written, with its scale word only."""
    q = reader.numbers.quantity(index)
    return Fraction(0) if q.value is None else q.value


def _values(reader: Reader) -> Iterator[Fraction]:
    for row in (*reader.items, *reader.totals):
        for column in reader.columns:
            if reader.cell(row, column) >= 0:
                yield _number(reader.cell(row, column), reader)


def _fits(q: Quantity, cell: int, reader: Reader) -> bool:
    """A bare cell may have any unit; one with a unit must have the figure's."""
    c = reader.numbers.quantity(cell)
    if c.value is None or c.value <= 0 or c.kind not in _KINDS:
        return False
    if c.kind in ("number", "count") and c.unit is None or c.kind == "count":
        return q.kind != "duration"
    return (q.kind == c.kind and _unit(q) == _unit(c)) or q.kind == "number" and c.kind != "currency"


def _means(q: Quantity, implied: Fraction) -> bool:
    """True where the figure is what is implied, in its own scale or in that of the table."""
    place = q.place or q.scale
    if abs(q.value - implied) * 2 <= place:
        return True
    return q.scale != 1 and abs(q.value / q.scale - implied) * 2 <= place / q.scale


def _digits(q: Quantity, reading: _Reading) -> tuple[str, str]:
    """The figure and what is implied in the figure's last place; empty where that does not come out."""
    place, value = (q.place or q.scale) / q.scale, q.value / q.scale
    implied = reading.implied / q.scale if reading.implied >= q.scale > 1 and reading.implied > 20 * value else reading.implied
    return (str(int(value / place)), str(int(implied / place))) if (implied / place).denominator == 1 else ("", "")


def _exchanged(q: Quantity, reading: _Reading) -> bool:
    a, b = _digits(q, reading)
    return sorted(a) == sorted(b)


def _slipped(q: Quantity, reading: _Reading, mates: bool) -> bool:
    """True where one slip parts them: one digit of three, two exchanged, or one of two where more ties the figure."""
    a, b = _digits(q, reading)
    if min(len(a), len(b)) < 2 or len(a) != len(b) or not digits_slip(a, b):
        return False
    return len(a) >= _LONG or sorted(a) == sorted(b) or reading.sure or mates and not q.noun


# ---------------------------------------------------------------- readings


def _readings(figure: int, q: Quantity, near: Near, reader: Reader) -> Iterator[_Reading]:
    rows = _rows(q, near, reader)
    difference, quotient = says(q, "table-difference", near, reader) or led(q, "table-difference-before", near, reader), "/" in (q.unit or "") or says(q, "table-quotient", near, reader)
    if difference:
        yield from _differences(figure, q, _compared(q, near) or rows, reader)
    if quotient:
        yield from _quotients(figure, q, rows, reader)
    if difference or quotient:
        return
    yield from _moves(figure, q, near, reader)
    whole = has("table-all-told", near, reader)
    named = {m.number for m in near.columns}
    for row in rows:
        for column in reader.columns:
            cell = reader.cell(row, column)
            if cell >= 0 and _fits(q, cell, reader) and not (named & set(reader.columns) and column not in named and _noun_of(q, reader) not in (None, column)):
                others = frozenset(_number(c, reader) for k in reader.columns if k != column and (c := reader.cell(row, k)) >= 0)
                yield _Reading(_number(cell, reader), repeated(cell, figure, q), column in named or _noun_of(q, reader) == column or _only_unit(row, column, q, reader), others)
    if whole and (not near.rows or len({m.number for m in near.rows}) == len(reader.items)):
        yield from _sums(figure, q, reader)
    if not near.rows and not whole:
        column = _noun_of(q, reader)
        for row in reader.items if column is not None else ():
            cell = reader.cell(row, column)
            if cell >= 0 and _fits(q, cell, reader):
                yield _Reading(_number(cell, reader), repeated(cell, figure, q), False)


def _rows(q: Quantity, near: Near, reader: Reader) -> list[int]:
    """The row that the figure speaks of: the one behind it with a preposition, the last in front of it, the only one."""
    context = reader.labels.context
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    beside = pack.words("table-beside")
    sure = [m for m in near.rows if not beside & set(words[max(near.line.firsts[0], m.first - 2) : m.first])]
    if len(sure) != len(near.rows):
        return []
    before = [m for m in sure if m.last < q.first]
    chosen = before[-1:] or sure[:1]
    if before and len(before) > 1 and before[-1].first - before[-2].last <= 2:
        return []
    years = [number for number, label in enumerate(reader.labels.rows) if len(label) == 1 and label[0].isdecimal() and len(label[0]) == 4 and label[0] in words[near.line.firsts[0] : near.line.lasts[-1] + 1]]
    return [m.number for m in chosen] or (years if len(years) == 1 else [])


def _only_unit(row: int, column: int, q: Quantity, reader: Reader) -> bool:
    """True of the only cell of the row with the figure's unit."""
    units = [k for k in reader.columns if (c := reader.cell(row, k)) >= 0 and _unit(reader.numbers.quantity(c)) == _unit(q)]
    return bool(_unit(q)) and q.kind != "count" and units == [column]


def _unit(q: Quantity) -> str:
    """The unit without what it is per: a rent of 340 euros a week stands under "Weekly rent"."""
    return (q.unit or "").partition("/")[0]


def _noun_of(q: Quantity, reader: Reader) -> int | None:
    """The only column whose header has the noun of the figure."""
    if not q.noun:
        return None
    head = stem(q.noun[-1], reader.labels.context)
    found = [c for c in reader.columns if head in {stem(w, reader.labels.context) for w in reader.labels.columns[c]}]
    return found[0] if len(found) == 1 else None


def _sums(figure: int, q: Quantity, reader: Reader) -> Iterator[_Reading]:
    """The sum of each column that can be added up, or its total row; "prices average 215" is no sum."""
    if reader.labels.has(tuple(reader.labels.context.extraction.tokens.words[max(0, q.outer - _NEAR) : q.outer]), "average-word"):
        return
    for column in reader.columns:
        header = reader.labels.columns[column]
        if any(reader.labels.has(header, name) for name in (CHANGE, SHARE, AVERAGE)) or _noun_of(q, reader) not in (None, column):
            continue
        cells = [reader.cell(r, column) for r in reader.items]
        total = next((reader.cell(r, column) for r in reader.totals if reader.cell(r, column) >= 0), -1)
        if total >= 0 and _fits(q, total, reader):
            yield _Reading(_number(total, reader), repeated(total, figure, q), False)
        elif len(cells) > 1 and all(c >= 0 and _fits(q, c, reader) for c in cells):
            claims = {"total": (figure,), "part": tuple(cells)}
            frame = Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
            yield _Reading(sum(_number(c, reader) for c in cells), frame, len(reader.columns) == 1)


def _compared(q: Quantity, near: Near) -> list[int]:
    """The row that the sentence is about and the one right behind the figure: "34 more than the Liberals"."""
    after = [m.number for m in near.rows if 0 < m.first - max(q.last, q.noun_last) <= _REACH]
    return [near.rows[0].number, after[0]] if after and near.rows[0].last < q.first and near.rows[0].number != after[0] else []


def _differences(figure: int, q: Quantity, rows: list[int], reader: Reader) -> Iterator[_Reading]:
    """Between two cells of the row that is named, or of a total row; between two rows in one column."""
    pairs = []
    for row in rows or list(reader.totals) if len(rows) < 2 else ():
        cells = [c for column in reader.columns if (c := reader.cell(row, column)) >= 0 and _fits(q, c, reader)]
        pairs.extend(combinations(cells, 2))
    for column in reader.columns if rows else ():
        own = reader.cell(rows[0], column)
        others = rows[1:] or [r for r in reader.items if r != rows[0]]
        pairs.extend((own, c) for r in others if own >= 0 and (c := reader.cell(r, column)) >= 0 and _fits(q, c, reader))
    for a, b in pairs:
        first, second = (a, b) if _number(a, reader) >= _number(b, reader) else (b, a)
        claims = {"first": (first,), "second": (second,), "difference": (figure,)}
        frame = Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
        yield _Reading(_number(first, reader) - _number(second, reader), frame, False)


def _moves(figure: int, q: Quantity, near: Near, reader: Reader) -> Iterator[_Reading]:
    """Between two cells of the row that is named: "lost 615", "lent 615 fewer"."""
    rows = _rows(q, near, reader)
    if len(rows) == 1 and (led(q, "table-moved-before", near, reader) or says(q, "table-difference", near, reader) and not _compared(q, near)):
        yield from (r for r in _differences(figure, q, rows, reader) if _of_row(r, rows[0], reader))


def _of_row(reading: _Reading, row: int, reader: Reader) -> bool:
    cells = {reader.cell(row, column) for column in reader.columns}
    return {*reading.frame.claims["first"], *reading.frame.claims["second"]} <= cells


def _quotients(figure: int, q: Quantity, rows: list[int], reader: Reader) -> Iterator[_Reading]:
    """One cell of a row over another; the mean of a column."""
    for row in rows:
        cells = [c for column in reader.columns if (c := reader.cell(row, column)) >= 0]
        for a, b in combinations(cells, 2):
            total, count = (a, b) if _number(a, reader) >= _number(b, reader) else (b, a)
            if _number(count, reader) > 1 and _fits(q, total, reader):
                claims = {"total": (total,), "count": (count,), "average": (figure,)}
                frame = Frame("average", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
                yield _Reading(_number(total, reader) / _number(count, reader), frame, False)
