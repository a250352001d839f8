"""Numbers in the prose near a table that say what the table says: a cell, a total, a change between two columns.

A number is tied to a cell where the sentence names the row and something names the column: a header word, a period, a
unit or noun that only this column has. What is tied more loosely can pass, and proves something only where one slip of
the hand explains the difference.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.interval import Interval
from checker.linking.context import same_unit, stem
from checker.linking.lines import Line
from checker.linking.structure.tabular.mentions import Mention, Names, column_names, columns_in, lines_near, row_names, rows_in
from checker.linking.structure.tabular.numbers import Numbers
from checker.linking.structure.tabular.sums import is_total
from checker.linking.structure.tabular.words import AVERAGE, CHANGE, PARTIAL, SHARE, Labels
from checker.model import TIMES, Frame, Quantity

_BEFORE = 4  # tokens before a number in which a word of rise or fall makes it a change
_TIED, _LOOSE, _OPEN = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Near:
    """One sentence near a table: the rows and columns that it names and its figures."""

    line: Line
    rows: tuple[Mention, ...]
    columns: tuple[Mention, ...]
    figures: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """A table with what the reading of the prose around it asks for."""

    labels: Labels
    numbers: Numbers
    columns: tuple[int, ...]  # columns of numbers
    totals: tuple[int, ...]  # total rows
    items: tuple[int, ...]  # the rows that they add up
    periods: tuple[int, ...]  # columns under a date, oldest first
    pattern: dict

    def cell(self, row: int, column: int) -> int:
        cell = self.labels.table.rows[row].cell(column)
        return -1 if cell is None else cell.figure


def prose_frames(labels: Labels, numbers: Numbers, number: int) -> list[Frame]:
    """Frames for the sentences around table `number` of the document."""
    reader = _reader(labels, numbers)
    if not reader.columns:
        return []
    names, heads = row_names(labels), column_names(labels)
    found: list[Frame] = []
    for line in lines_near(labels, number):
        figures = tuple(q for q in line.quantities() if numbers.quantity(q).is_measure)
        if figures:
            near = Near(line, tuple(rows_in(line, names, labels)), tuple(columns_in(line, heads, labels)), figures)
            found.extend(_sentence(near, reader))
    return found


def _reader(labels: Labels, numbers: Numbers) -> Reader:
    table = labels.table
    columns = tuple(n for n, c in enumerate(table.columns) if not c.texts)
    totals = tuple(n for n in range(len(table.rows)) if is_total(labels, n))
    items = tuple(n for n in range(len(table.rows)) if n not in totals and not labels.opens(labels.rows[n], PARTIAL))
    return Reader(labels, numbers, columns, totals, items, _periods(labels, columns), {})


def _periods(labels: Labels, columns: tuple[int, ...]) -> tuple[int, ...]:
    """The columns whose headers are calendar references, in the order of time; empty where years or months are unknown."""
    dated = []
    quantities = labels.context.extraction.quantities
    for column in columns:
        spans = labels.table.columns[column].headers
        whens = [q.when for q in quantities if q.kind in TIMES and q.when and any(a <= q.start < b for a, b in spans)]
        if labels.has(labels.columns[column], CHANGE):
            continue
        if whens:
            w = max(whens, key=lambda w: (w.year is not None, w.month is not None))
            dated.append(((w.year or 0, w.month or 0, w.day or 0, w.label or ""), column))
    others = [c for c in columns if c not in {column for _, column in dated} and not labels.has(labels.columns[c], CHANGE) and not labels.has(labels.columns[c], SHARE)]
    if others:  # what the other columns are is not known: 2003 may be the first of three columns of that year
        return ()
    return tuple(column for _, column in sorted(dated)) if len({key for key, _ in dated}) == len(dated) else ()


def _sentence(near: Near, reader: Reader) -> list[Frame]:
    found: list[tuple[int, Frame, bool]] = []
    for figure in near.figures:
        q = reader.numbers.quantity(figure)
        mention = _row_of(q, near)
        change = _change_word(q, near, reader)
        if q.kind in ("points", "multiple", "ratio") and mention is None:
            continue
        if mention is not None and change:
            found.extend(_changes(figure, q, mention, change, near, reader))
        elif mention is not None:
            found.extend(_cells(figure, q, mention, near, reader))
        elif not near.rows:
            found.extend(_totals(figure, q, near, reader))
    said = {frame.claims["first"] for _, frame, holds in found if holds and "first" in frame.claims}
    return [f for _, f, holds in found if holds or f.claims.get("first") not in said]


def _row_of(q: Quantity, near: Near) -> Mention | None:
    """The row that the number is about: the last one named before it; none where two are named together."""
    before = [m for m in near.rows if m.last < q.outer]
    if not before:
        return None
    last = before[-1]
    joined = [m for m in before[:-1] if last.first - m.last <= 2 and m.number != last.number]
    return None if joined else last


# ---------------------------------------------------------------- cells


def _cells(figure: int, q: Quantity, mention: Mention, near: Near, reader: Reader) -> list[tuple[int, Frame, bool]]:
    """The number as a cell of the row: in the column that is named, or else in the only one with its unit."""
    columns = [c for c in reader.columns if (i := reader.cell(mention.number, c)) >= 0 and _comparable(q, reader.numbers.quantity(i))]
    if not columns or q.value is None:
        return []
    named = [m.number for m in near.columns if m.number in columns]
    chosen = list(dict.fromkeys(named)) or columns
    holding = [c for c in chosen if reader.numbers.meets(figure, reader.numbers.of(reader.cell(mention.number, c)))]
    if holding:
        return [(_TIED, _repeated(reader.cell(mention.number, holding[0]), figure, q, True), True)]
    if len(chosen) > 1 or _disowned(q, near, reader):
        return []
    cell = reader.cell(mention.number, chosen[0])
    tie = _tie(q, chosen[0], bool(named), mention, near, reader)
    return _graded(_repeated(cell, figure, q, True), tie, figure, reader.numbers.of(cell), reader)


def _comparable(q: Quantity, cell: Quantity) -> bool:
    """Bare numbers in the table may be anything that is counted; with a unit both must have it. Losses are told apart
    by words in prose and by signs in tables: they are not compared. A scale that only one of them has is unknown."""
    if cell.value is None or q.value is None or cell.value < 0 or q.value < 0:
        return False
    if q.scale != cell.scale == 1 and q.value > 20 * cell.value:
        return False
    if cell.kind == "number" and cell.unit is None:
        return q.kind in ("number", "count")
    return q.kind == cell.kind and same_unit(q, cell)


def _tie(q: Quantity, column: int, named: bool, mention: Mention, near: Near, reader: Reader) -> int:
    """How surely the number speaks of this column: by a header word and its own unit or noun, or by less."""
    labels = reader.labels
    if not mention.sure:
        return _LOOSE
    words = {stem(w, labels.context) for w in labels.columns[column]} | labels.caption
    noun = bool(q.noun) and stem(q.noun[-1], labels.context) in words
    if q.noun and not noun:
        return _OPEN
    if q.kind in ("physical", "points", "duration"):
        return _TIED if named or _is_unit(column, labels) or _measured(column, near, labels) else _LOOSE
    if q.kind == "percent" and labels.has(labels.columns[column], SHARE) and _between_has(mention, q, "account", reader):
        return _TIED
    return _TIED if named and (noun or q.kind == "percent") else _LOOSE


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


def _disowned(q: Quantity, near: Near, reader: Reader) -> bool:
    """True where words beside the number make it another thing: the whole it is taken of, or a comparison."""
    words = reader.labels.context.extraction.tokens.words
    pack = reader.labels.context.lexicon.pack
    before, after = words[q.outer - 1] if q.outer else "", words[q.last + 1] if q.last + 1 < len(words) else ""
    return before in pack.words("table-other-before") or after in pack.words("table-other-after") or q.approx in ("above", "below")


def _repeated(cell: int, figure: int, q: Quantity, pinned: bool) -> Frame:
    claims = {"first": (cell,), "second": (figure,)}
    return Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims) if pinned else frozenset(), 2, None, (), "table")


def _graded(frame: Frame, tie: int, figure: int, implied: Interval, reader: Reader) -> list[tuple[int, Frame, bool]]:
    """The frame where it proves something: tied, or tied loosely and a slip away from what the table says."""
    q = reader.numbers.quantity(figure)
    long = q.value is not None and abs(q.value) >= 100 * (q.place or 1)
    telling = q.value is not None and abs(q.value) >= 10 * (q.place or 1)
    if tie == _TIED and telling or tie == _LOOSE and long and reader.numbers.slip(figure, implied):
        return [(tie, frame, False)]
    return []


# ---------------------------------------------------------------- changes


def _change_word(q: Quantity, near: Near, reader: Reader) -> int:
    """+1 or -1 where a word of rise or fall stands right before the number (or "up" and the like after it), else 0."""
    pack = reader.labels.context.lexicon.pack
    words = reader.labels.context.extraction.tokens.words
    start = max(near.line.firsts[0], q.outer - _BEFORE)
    before = words[start : q.outer]
    if before and before[-1] in pack.words("table-level-before") or reader.labels.has(tuple(before), "account"):
        return 0
    for names in (("rise", "rise-noun"), ("fall", "fall-noun")):
        found = frozenset().union(*(pack.words(name) for name in names))
        if any(w in found for w in before):
            return 1 if names[0] == "rise" else -1
    return {"up": 1, "down": -1}.get(q.change, 0) if q.change and q.kind == "percent" else 0


def _changes(figure: int, q: Quantity, mention: Mention, sign: int, near: Near, reader: Reader) -> list[tuple[int, Frame, bool]]:
    """A change of the row between the two periods of the table."""
    if len(reader.periods) != 2:
        return []
    old, new = (reader.cell(mention.number, c) for c in reader.periods)
    if min(old, new) >= 0 and min(reader.numbers.value(old), reader.numbers.value(new)) <= 0:
        return []
    if old < 0 or new < 0 or 0 in reader.numbers.of(old):
        return []
    a, b, base = reader.numbers.of(old), reader.numbers.of(new), reader.numbers.quantity(old)
    if q.kind == "percent" and base.kind != "percent":
        part, implied = "change", (b / a - 1) * sign
    elif base.kind != "percent" and _comparable(q, base):
        part, implied = "delta", (b - a) * sign
    else:
        return []
    claims = {part: (figure,), "base": (old,), "new": (new,)}
    frame = Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 2, None, (), "table")
    if reader.numbers.meets(figure, implied):
        return [(_TIED, frame, True)]
    tie = _TIED if mention.sure and _plain_between(mention, q, reader) else _LOOSE
    return _graded(frame, tie, figure, implied, reader)


def _plain_between(mention: Mention, q: Quantity, reader: Reader) -> bool:
    """True where between the row's name and the number stand only words of change, of grammar and of the table."""
    context = reader.labels.context
    pack = context.lexicon.pack
    words = context.extraction.tokens.words[mention.last + 1 : q.outer]
    names = ("rise", "fall", "rise-noun", "fall-noun", "move", "table-measure")
    moves = frozenset(w for n in names for entry in pack.words(n) for w in entry.split())
    allowed = moves | context.function | context.generic
    return all(w in allowed or not w.isalpha() and w in ",'" or w == "'s" or stem(w, context) in reader.labels.caption for w in words)


# ---------------------------------------------------------------- totals


def _totals(figure: int, q: Quantity, near: Near, reader: Reader) -> list[tuple[int, Frame, bool]]:
    """A number of a sentence that names no row: the total of a column, where the sentence speaks of all rows."""
    everything, counted = _speaks_of_all(near, reader, figure)
    if not everything:
        return []
    columns = [c for c in reader.columns if _column_fits(q, c, reader)]
    named = [m.number for m in near.columns if m.number in columns]
    columns = list(dict.fromkeys(named)) or columns
    found = [(frame, implied) for c in columns for frame, implied in _total_of(figure, q, c, reader)]
    holding = [frame for frame, implied in found if reader.numbers.meets(figure, implied)]
    if holding:
        return [(_TIED, holding[0], True)]
    if len(found) != 1 or _disowned(q, near, reader):
        return []
    frame, implied = found[0]
    unit = q.kind in ("physical", "duration") or bool(named) or bool(q.noun) and stem(q.noun[-1], reader.labels.context) in reader.labels.caption
    return _graded(frame, _TIED if counted and unit else _LOOSE, figure, implied, reader)


def _speaks_of_all(near: Near, reader: Reader, figure: int) -> tuple[bool, bool]:
    """Whether the sentence speaks of all rows, and whether it says how many there are ("the four months together")."""
    context = reader.labels.context
    pack, words = context.lexicon.pack, context.extraction.tokens.words
    said = words[near.line.firsts[0] : near.line.lasts[-1] + 1]
    together = reader.labels.has(tuple(said), "table-together")
    counts = [reader.numbers.quantity(i) for i in near.line.quantities() if i != figure]
    counted = any(c.value == len(reader.items) and c.kind in ("count", "duration", "number") and c.style == "words" for c in counts)
    return together or counted, counted


def _column_fits(q: Quantity, column: int, reader: Reader) -> bool:
    cells = [reader.cell(row, column) for row in reader.items]
    if not cells or min(cells) < 0 or reader.labels.has(reader.labels.columns[column], AVERAGE):
        return False
    return all(_comparable(q, reader.numbers.quantity(i)) for i in cells) and q.kind != "percent"


def _total_of(figure: int, q: Quantity, column: int, reader: Reader) -> list[tuple[Frame, Interval]]:
    totals = [reader.cell(row, column) for row in reader.totals]
    if totals and totals[-1] >= 0:
        return [(_repeated(totals[-1], figure, q, True), reader.numbers.of(totals[-1]))]
    parts = tuple(reader.cell(row, column) for row in reader.items)
    if len(parts) < 2:
        return []
    claims = {"total": (figure,), "part": parts}
    return [(Frame("sum", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table"), reader.numbers.sum(parts))]
