"""What the reading of prose around a table rests on: sentences with the rows and columns they name, and how tightly a
number is tied to what the table says."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from checker.interval import Interval
from checker.linking.context import same_unit, stem
from checker.linking.lines import Line
from checker.linking.structure.tabular.mentions import Mention
from checker.linking.structure.tabular.numbers import Numbers
from checker.linking.structure.tabular.sums import is_total
from checker.linking.structure.tabular.words import CHANGE, PARTIAL, SHARE, Labels
from checker.model import TIMES, Frame, Quantity

# How surely a number speaks of a cell: by words that leave no doubt, by less, by too little to prove anything.
TIED, LOOSE, OPEN = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Said:
    """A frame that a sentence gives, and whether it holds."""

    frame: Frame
    holds: bool


@dataclass(frozen=True, slots=True)
class Near:
    """One sentence near a table: the rows and columns that it names and its figures."""

    line: Line
    rows: tuple[Mention, ...]
    columns: tuple[Mention, ...]
    figures: tuple[int, ...]
    firsts: tuple[int, ...]  # first tokens of the figures


@dataclass(frozen=True, slots=True)
class Reader:
    """A table with what the reading of the prose around it asks for."""

    labels: Labels
    numbers: Numbers
    columns: tuple[int, ...]  # columns of numbers
    totals: tuple[int, ...]  # total rows
    items: tuple[int, ...]  # the rows that they add up
    periods: tuple[int, ...]  # columns under a date, oldest first

    def cell(self, row: int, column: int) -> int:
        cell = self.labels.table.rows[row].cell(column)
        return -1 if cell is None else cell.figure


def reader_of(labels: Labels, numbers: Numbers) -> Reader:
    table = labels.table
    columns = tuple(n for n, c in enumerate(table.columns) if not c.texts)
    totals = tuple(n for n in range(len(table.rows)) if is_total(labels, n))
    items = tuple(n for n in range(len(table.rows)) if n not in totals and not labels.opens(labels.rows[n], PARTIAL))
    return Reader(labels, numbers, columns, totals, items, periods(labels, numbers, columns))


def periods(labels: Labels, numbers: Numbers, columns: tuple[int, ...]) -> tuple[int, ...]:
    """The columns whose headers are calendar references, in the order of time; empty where years or months are unknown."""
    dated = []
    for column in columns:
        found = [numbers.quantity(i) for span in labels.table.columns[column].headers for i in numbers.within(span)]
        whens = [q.when for q in found if q.kind in TIMES and q.when]
        if labels.has(labels.columns[column], CHANGE):
            continue
        if whens:
            w = max(whens, key=lambda w: (w.year is not None, w.month is not None))
            dated.append(((w.year or 0, w.month or 0, w.day or 0, w.label or ""), column))
    known = {column for _, column in dated}
    others = [c for c in columns if c not in known and not any(labels.has(labels.columns[c], name) for name in (CHANGE, SHARE))]
    if others:  # what the other columns are is not known: 2003 may be the first of three columns of that year
        return ()
    return tuple(column for _, column in sorted(dated)) if len({key for key, _ in dated}) == len(dated) else ()


def comparable(q: Quantity, cell: Quantity) -> bool:
    """Bare numbers in the table may be anything that is counted; with a unit both must have it. Losses are told apart
    by words in prose and by signs in tables: they are not compared. A scale that only one of them has is unknown."""
    if cell.value is None or q.value is None or cell.value < 0 or q.value < 0:
        return False
    if q.scale != cell.scale == 1 and q.value > 20 * cell.value:
        return False
    if cell.kind == "number" and cell.unit is None:
        return q.kind in ("number", "count")
    return q.kind == cell.kind and same_unit(q, cell)


def other_year(line: Line, labels: Labels, numbers: Numbers) -> bool:
    """True of a sentence about years none of which the table is of, where it says of which it is."""
    context = labels.context
    said = {q.when.year for i in line.figures if (q := numbers.quantity(i)).kind in TIMES and q.when and q.when.year and not q.when.anchored}
    own = {word for word in labels.caption if len(word) == 4 and word.isdecimal()}
    own |= {word for words in labels.columns for word in words if len(word) == 4 and word.isdecimal()}
    own |= {word for words in labels.rows for word in words if len(word) == 4 and word.isdecimal()}
    return bool(own and said and context) and not own & {str(year) for year in said}


def of_part(near: Near, reader: Reader) -> bool:
    """True of a sentence about "the first half of 2023" beside a column for the year."""
    context, own = reader.labels.context, own_stems(reader)
    parts = [q for q in times_in(near, reader) if q.when is not None and q.when.label is not None and q.when.year is not None]
    named = [{stem(w, context) for w in context.extraction.tokens.words[q.first : q.last + 1] if w.isalpha() and w not in context.function} for q in parts]
    return any(words and not words & own for words in named)


def times_in(near: Near, reader: Reader) -> list[Quantity]:
    return [q for i in near.line.figures if (q := reader.numbers.quantity(i)).kind in TIMES and q.kind != "time"]


def own_stems(reader: Reader) -> set[str]:
    return {stem(w, reader.labels.context) for labels in (*reader.labels.rows, *reader.labels.columns) for w in labels}


def disowned(q: Quantity, reader: Reader) -> bool:
    """True where words beside the number make it another thing: the whole it is taken of, or a comparison."""
    words = reader.labels.context.extraction.tokens.words
    pack = reader.labels.context.lexicon.pack
    before, after = words[q.outer - 1] if q.outer else "", words[q.last + 1] if q.last + 1 < len(words) else ""
    two = " ".join(words[max(0, q.outer - 2) : q.outer])
    return two in pack.words("table-moved-to") or before in pack.words("table-other-before") or after in pack.words("table-other-after") or q.approx in ("above", "below")


def repeated(cell: int, figure: int, q: Quantity) -> Frame:
    claims = {"first": (cell,), "second": (figure,)}
    return Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "table")


def graded(frame: Frame, tie: int, figure: int, implied: Interval, reader: Reader) -> list[Said]:
    """The frame where it proves something: tied, or tied loosely and a slip away from what the table says."""
    if _proves(tie, figure, reader) and (tie == TIED or reader.numbers.slip(figure, implied)):
        return [Said(frame, False)]
    return []


def held(frame: Frame, tie: int, figure: int, reader: Reader) -> Said:
    """The frame of a figure that is what the table says: no more than fitted where another one would have proved nothing."""
    return Said(frame if _proves(tie, figure, reader) else replace(frame, fitted=True), True)


def _proves(tie: int, figure: int, reader: Reader) -> bool:
    """Whether a slip in a figure tied so would be told: one tied loosely needs three digits, any other two."""
    q = reader.numbers.quantity(figure)
    digits = abs(q.value) / (q.place or 1) if q.value is not None else 0
    return tie == TIED and digits >= 10 or tie == LOOSE and digits >= 100


def plain_between(mention: Mention, q: Quantity, reader: Reader) -> bool:
    """True where between the row's name and the number stand only words of change, of grammar and of the table."""
    context = reader.labels.context
    pack = context.lexicon.pack
    words = without_figures(mention.last + 1, q.outer, reader)
    names = ("rise", "fall", "rise-noun", "fall-noun", "move", "reach", "be", "table-measure")
    moves = frozenset(w for n in names for entry in pack.words(n) for w in entry.split())
    allowed = moves | context.function | context.generic
    return all(w in allowed or not w.isalpha() and w in ",'" or w == "'s" or stem(w, context) in reader.labels.caption for w in words)


def without_figures(first: int, last: int, reader: Reader) -> list[str]:
    """The words of tokens first..last (exclusive) that belong to no number."""
    context = reader.labels.context
    quantities = context.extraction.quantities
    at = max(0, bisect_left(quantities, first, key=lambda q: q.first) - 1)
    covered: set[int] = set()
    while at < len(quantities) and quantities[at].first < last:
        covered.update(range(quantities[at].outer, quantities[at].last + 1))
        at += 1
    words = context.extraction.tokens.words
    return [words[i] for i in range(first, last) if i not in covered]


def says(q: Quantity, name: str, near: Near, reader: Reader) -> bool:
    """Whether words of the class stand right behind the figure and its noun."""
    words, end = reader.labels.context.extraction.tokens.words, near.line.lasts[-1] + 1
    return any(reader.labels.opens(tuple(words[at + 1 : min(at + 6, end)]), name) for at in {q.last, max(q.last, q.noun_last)})


def led(q: Quantity, name: str, near: Near, reader: Reader) -> bool:
    """Whether words of the class lead right to the figure."""
    words = reader.labels.context.extraction.tokens.words
    before = words[max(near.line.firsts[0], q.outer - 3) : q.outer]
    return any(reader.labels.opens(tuple(before[k:]), name) for k in range(len(before))) if before else False


def has(name: str, near: Near, reader: Reader) -> bool:
    """Whether words of the class stand in the sentence."""
    words = reader.labels.context.extraction.tokens.words[near.line.firsts[0] : near.line.lasts[-1] + 1]
    return reader.labels.has(tuple(words), name)
