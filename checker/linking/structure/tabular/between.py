"""What a sentence says of two rows of a table: by how much one is ahead, or how many times the other.

    lambs stood £15 clear of hoggets         a word of distance, two rows named
    Ardle caught twice what fell on Fenby    a multiple, two rows named
    Marl, three points to the good           one row named, of a table of two
    88% of those given the splint completed  a row named, and the column of those who did
"""

from __future__ import annotations

from checker.linking.structure.tabular.mentions import Mention
from checker.linking.structure.tabular.reader import Near, Reader, Said, comparable
from checker.linking.structure.tabular.words import AVERAGE, CHANGE, SHARE
from checker.model import TIMES, Frame, Quantity

_BESIDE = 4  # tokens between a figure and a word of distance


def between_claims(near: Near, reader: Reader) -> list[Said]:
    """Differences and multiples between two rows, and shares of one column in another."""
    found: list[Said] = []
    for figure in near.figures:
        q = reader.numbers.quantity(figure)
        if q.value is None or q.approx:
            continue
        pair = _pair(near, reader)
        if pair is not None and q.kind == "multiple":
            found.extend(_multiple(figure, q, pair, near, reader))
        elif pair is not None and q.kind != "percent" and _apart(q, near, reader):
            found.extend(_difference(figure, q, pair, near, reader))
        elif q.kind == "percent" and len({m.number for m in near.rows}) == 1:
            found.extend(_share(figure, q, near.rows[0], near, reader))
    return found


def _pair(near: Near, reader: Reader) -> tuple[int, int] | None:
    """The two rows that are compared: the only two of the sentence, or the one it names and the only other one."""
    named = list(dict.fromkeys(m.number for m in near.rows if m.number in reader.items))
    if len(named) == 1 and len(reader.items) == 2:
        named += [n for n in reader.items if n not in named]
    return (named[0], named[1]) if len(named) == 2 else None


def _column(near: Near, reader: Reader, rows: tuple[int, int], q: Quantity | None) -> int | None:
    """The only column that can be compared, or the only one that the sentence names."""
    fits = [c for c in reader.columns if min(reader.cell(r, c) for r in rows) >= 0 and not any(reader.labels.has(reader.labels.columns[c], n) for n in (CHANGE, SHARE))]
    if q is not None:
        fits = [c for c in fits if all(_may_be(q, reader.numbers.quantity(reader.cell(r, c))) for r in rows)]
    named = [c for c in dict.fromkeys(m.number for m in near.columns) if c in fits]
    fits = named or fits
    return fits[0] if len(fits) == 1 else None


def _may_be(q: Quantity, cell: Quantity) -> bool:
    """Whether a figure can lie between such cells; a bare one may be of any that are counted."""
    counted = q.kind == "number" and cell.kind == "count" or q.kind == "points" and q.unit == "point" and cell.kind == "number"
    return comparable(q, cell) or counted


def _apart(q: Quantity, near: Near, reader: Reader) -> bool:
    """True where a word of distance stands behind a figure and its noun."""
    context = reader.labels.context
    words, last = context.extraction.tokens.words, max(q.last, q.noun_last)
    end = near.line.lasts[-1] + 1
    if any((time := reader.numbers.quantity(i)).kind in TIMES and 0 < time.first - last <= _BESIDE for i in near.line.figures):
        return False  # "20 more next year": than there were
    return any(reader.labels.opens(tuple(words[at + 1 : min(at + 1 + _BESIDE, end)]), "table-apart") for at in {q.last, last})


def _difference(figure: int, q: Quantity, rows: tuple[int, int], near: Near, reader: Reader) -> list[Said]:
    column = _column(near, reader, rows, q)
    if column is None:
        return []
    a, b = (reader.cell(r, column) for r in rows)
    first, second = (a, b) if reader.numbers.value(a) >= reader.numbers.value(b) else (b, a)
    if reader.numbers.value(figure) > reader.numbers.value(first) > 0:
        return []  # more than there is: a figure of another column
    implied = reader.numbers.of(first) - reader.numbers.of(second)
    claims = {"first": (first,), "second": (second,), "difference": (figure,)}
    frame = Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
    return [Said(frame, reader.numbers.meets(figure, implied))]


def _multiple(figure: int, q: Quantity, rows: tuple[int, int], near: Near, reader: Reader) -> list[Said]:
    column = _column(near, reader, rows, None)
    order = sorted((m for m in near.rows if m.number in rows), key=lambda m: m.first)
    if column is None or order[0].number == order[-1].number or order[0].last > q.first or order[-1].first < q.last:
        return []
    new, base = reader.cell(order[0].number, column), reader.cell(order[-1].number, column)
    if reader.numbers.value(base) <= 0:
        return []
    claims = {"multiple": (figure,), "base": (base,), "new": (new,)}
    frame = Frame("change", (q.start, q.end), claims, {}, 1, frozenset(claims), 2, None, (), "table")
    ratio = reader.numbers.value(new) / reader.numbers.value(base)
    return [Said(frame, 2 * abs(ratio - q.value) <= q.value / 5)]


def _share(figure: int, q: Quantity, row: Mention, near: Near, reader: Reader) -> list[Said]:
    """The share of the larger column that the smaller one is, where the sentence names one of the two."""
    columns = [c for c in reader.columns if reader.cell(row.number, c) >= 0 and not any(reader.labels.has(reader.labels.columns[c], n) for n in (CHANGE, SHARE, AVERAGE))]
    named = {m.number for m in near.columns}
    if len(columns) != 2 or len(reader.columns) != 2 or not named & set(columns) or len([i for i in near.figures if reader.numbers.quantity(i).kind == "percent"]) != 1:
        return []
    a, b = (reader.cell(row.number, c) for c in columns)
    kinds = {reader.numbers.quantity(i).kind for i in (a, b)}
    if not kinds <= {"number", "count"} or len(reader.periods) > 1 or not 0 < reader.numbers.value(b) < reader.numbers.value(a):
        return []
    claims = {"share": (figure,), "part": (b,), "whole": (a,)}
    frame = Frame("share", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")
    holds = reader.numbers.meets(figure, reader.numbers.of(b) / reader.numbers.of(a))
    return [Said(frame, holds)] if holds or reader.numbers.near(figure, reader.numbers.of(b) / reader.numbers.of(a)) else []
