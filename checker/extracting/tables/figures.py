"""The numbers in the cells of tables: read again, each cell by itself, with the unit and scale of its headers."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
import re

from checker.extracting.draft import Scan, finished
from checker.extracting.lexicon import lexicon
from checker.extracting.tables.counted import OWNED, TITLED, column_nouns, count_words, name_counts, row_nouns, titled
from checker.extracting.tables.grid import grids
from checker.extracting.tables.layout import NUMBER, TEXT, TIME, kind_of, table_of
from checker.extracting.tables.measures import NOTHING, HeaderWords, Measure, combined, header_words, leading_unit, measure_in, measured
from checker.extracting.tables.notes import bare_notes, notes, own_part
from checker.extracting.tables.per_shares import prices, rates
from checker.extracting.tables.rates import excepted, rate_words, unscaled
from checker.extracting.tables.spread import spread_currency, spread_percent
from checker.extracting.tables.things import added_shares, has_sign, lettered, scale_of_things, things_over
from checker.language import Pack, longest
from checker.model import TIMES, Document, Extraction, Quantity, When
from checker.rational import Fraction
from checker.tables import Cell, Span, Table

_YEAR, _SPACED = re.compile(r"(?:1[5-9]|20)\d\d"), re.compile(r"(?:1 [5-9]|2 0) \d \d")
_YEARS = re.compile(r"(?:1 [5-9]|2 0) \d \d|(?:1[5-9]|20)\d\d(?:\s?[/–-]\s?(?:\d\d)?\d\d)?[A-Za-z*]{0,2}(?:\s?\(\w{1,2}\))?(?:\s{0,3}[$€£%](?:['’]?000s?|[mk]|bn)?(?:\s\w{1,12})?)?")
_ZEROS, _OTHER_DIGIT = re.compile("000"), re.compile("[1-9]")
_SCALED = re.compile(r"\([^()\d]{4,120}\)")  # what may be "(in thousands, except per share data)"
_LOSS = re.compile(r"[^\w(]*\([^\w(]*\d[^()]*\)[^\w(]*(?:[^\W\d_]{2,6})?")  # "(0.2)", "(16) bps"
_MINUS = re.compile(r"[^\w]*[-−–][^\w]*\d.*", re.DOTALL)
_ANNOUNCED = 40  # blocks back in which a paragraph may announce a table
_AGED = Measure("year of age", "age")
_SHORT, _CAPTION = 24, 240  # characters of a caption that may be nothing but a measure; of the text that can be a caption


def with_tables(extraction: Extraction, pack: Pack) -> Extraction:
    """The extraction with its tables, and with the numbers of their cells read cell by cell.

    Nothing changes for a text without tables. Linear in the length of the text.
    """
    document = extraction.document
    if not any(block.kind == "table" for block in document.blocks):
        return extraction
    reader = _Reader(extraction, pack)
    tables = tuple(t for t in (reader.table(rows, span) for rows, span in grids(document)) if t is not None)
    if not tables:
        return extraction
    cells = [reader.read(table) for table in tables]
    quantities = _exchanged(extraction.quantities, [q for found in cells for q in found.quantities], [s for f in cells for s in f.spans])
    index = {(q.number_start, q.number_end): i for i, q in enumerate(quantities)}
    done = tuple(_numbered(table, found, index) for table, found in zip(tables, cells))
    return replace(extraction, quantities=quantities, tables=done)


@dataclass(slots=True)
class _Found:
    """The quantities read in one table by cell, and the spans that they replace whatever was read there before."""

    by_cell: dict[Span, list[Quantity]]
    spans: list[Span]

    @property
    def quantities(self) -> list[Quantity]:
        return [q for found in self.by_cell.values() for q in found]


class _Reader:
    """What reading a table asks for again and again."""

    def __init__(self, extraction: Extraction, pack: Pack):
        self.document: Document = extraction.document
        self.text = extraction.document.text
        self.tokens = extraction.tokens
        self.quantities = extraction.quantities
        self.starts = [q.start for q in extraction.quantities]
        self.block_starts = [b.start for b in extraction.document.blocks]
        self.lex = lexicon(pack)
        self.words: HeaderWords = header_words(pack.data)
        units = self.lex.units
        self.plain = {units.signs[sign]: frozenset(letters.values()) for sign, letters in units.sign_letters.items()}
        self.rate_words = rate_words(pack)
        self.but_shares = pack.phrases(["table-but-shares"])
        self.ages = pack.words("table-age")
        self.still_scaled = pack.phrases(["table-still-scaled"])
        self.pure = pack.phrases(["table-pure"])
        self.no_shares = pack.phrases(["table-no-shares"])
        self.things, self.money = pack.phrases(["table-things"]), pack.phrases(["table-money"])
        self.count_words = count_words(pack, self.lex.sets["of"])
        self.vocabulary = frozenset(extraction.tokens.words)
        self.facts: dict = {}  # of the whole document; asked once, not by every cell

    # ------------------------------------------------------------ layout

    def table(self, rows, span: Span) -> Table | None:
        return table_of(rows, span, self.text, self.kind, self.caption(span[0]))

    def kind(self, span: Span) -> str:
        """What a cell holds: years and dates are times, whatever they look like."""
        text = self.text[span[0] : span[1]]
        found = kind_of(text)
        if found != NUMBER:
            return found
        if _ZEROS.search(text) and not _OTHER_DIGIT.search(text):
            return TEXT  # "£000"
        if _YEARS.fullmatch(text):
            return TIME
        if (any(map(str.isalpha, text)) or "/" in text) and any(q.kind in TIMES and q.kind != "time" for q in self.within(span)):
            return TIME
        return found

    def within(self, span: Span) -> list[Quantity]:
        """The quantities, as first read, that overlap a span."""
        at = bisect_left(self.starts, span[1])
        found = []
        while at and self.quantities[at - 1].end > span[0]:
            at -= 1
            found.append(self.quantities[at])
        return found[::-1]

    def caption(self, start: int) -> tuple[Span, ...]:
        """The last line above the table, or the last sentence of the paragraph above it, and a heading over that."""
        blocks = self.document.blocks
        at = bisect_left(self.block_starts, start) - 1
        found: list[Span] = []
        while at >= 0 and len(found) < 2 and blocks[at].kind not in ("table", "code"):
            block = blocks[at]
            announces = block.kind == "heading" or block.end - block.start < 100 or self.text[block.end - 1] == ":"
            if found and not announces:
                break
            found.append((max(block.start, block.end - _CAPTION), block.end))
            at -= 1
        return tuple(reversed(found))

    # ------------------------------------------------------------ numbers

    def read(self, table: Table) -> _Found:
        scan = self.scan(table.span)
        measures = self.measures(table, scan)
        by_cell: dict[Span, list[Quantity]] = {}
        spans: list[Span] = []
        rated: set[int] = set()
        things, scale = scale_of_things([self.scan(span).words for span in (*table.corner, *table.caption, *self.announced(table))], self.things, self.words, self.lex.scales)
        shares, kept = added_shares(table, self.text, self.lex.units.signs, lambda span: self.names(span, self.still_scaled)), self.still_scaled if self.scaled_shares(table) else {}
        scaled = {id(row) for row in table.rows if things and row.label and (id(row) in shares or self.names(row.label, things)) and not has_sign(row, self.text, self.lex.units.signs)}
        nouns = row_nouns(self.count_words, table, self.scan, shares, lambda row: has_sign(row, self.text, self.lex.units.signs), self.unpaid(table, measures))
        for row in table.rows:
            own = measure_in(scan, self.words, row.label, False) if row.label else NOTHING
            labels = [span for span in (row.label, table.heads.get(row.section)) if span]
            plain = any(self.spared(table, span) or unscaled(self.rate_words, self.scan(span).words, row, self.text, self.lex.units.signs) for span in labels) and not any(self.names(span, kept) for span in labels)
            pure = row.label is not None and self.names(row.label, self.pure) and not has_sign(row, self.text, self.lex.units.signs) and "," not in "".join(self.text[slice(*cell.span)] for cell in row.cells)
            counted = id(row) in shares or id(row) in nouns
            if not counted and (plain or pure or own.unit is not None or row.label and self.names(row.label, self.money)):
                rated.add(id(row))
            for cell in row.cells:
                if cell.note or table.columns[cell.column].texts or any(q.kind == "score" for q in self.within(cell.span)):
                    continue
                spans.append(cell.span)
                column = measures[cell.column]
                measure = own.or_else(replace(column, scale=1) if plain else column)
                if own == NOTHING and id(row) in scaled:
                    measure = Measure(scale=scale)
                elif pure and own == NOTHING:
                    measure = NOTHING  # "Net debt to EBITDA" under "£m"
                elif counted and own == NOTHING and measure.kind == "currency":
                    measure = replace(measure, unit=None, kind=None)
                by_cell[cell.span] = measured(self.cell(cell.span), measure, column, self.plain)
        uncounted = shares | nouns.keys() | frozenset(id(row) for row in table.rows if row.label is not None and (self.names(row.label, self.things) or self.names(row.label, self.pure)))
        money = frozenset(n for n, column in enumerate(table.columns) if any(self.names(span, self.money) for span in column.headers))
        spread_currency(table, by_cell, uncounted, money)
        spread_percent(table, by_cell, frozenset(id(row) for row in table.rows if row.label is not None and self.names(row.label, self.no_shares)))
        paid = any(measure.kind for measure in measures) or any(has_sign(row, self.text, self.lex.units.signs) for row in table.rows)
        shared = () if paid else titled(self.count_words, self.document.blocks[max(0, (at := bisect_left(self.block_starts, table.span[0])) - TITLED) : at], self.within, self.scan)
        heads = [[self.scan(span) for span in headers if not self.names(span, self.money)] for headers in (c.headers if m.unit is None else () for c, m in zip(table.columns, measures))]
        columns = column_nouns(self.count_words, [self.scan(row.label) for row in table.rows if row.label], heads, shared)
        name_counts(scan, table, by_cell, columns, nouns, rated)
        prices(table, by_cell, rates(table, scan, self.scan, self.words.but), uncounted)
        for column in table.columns:
            for header in column.headers:
                year = self.year(header)
                if year is not None and header not in by_cell:
                    by_cell[header] = [year]
                    spans.append(header)
        spans += notes(table, self.text) + bare_notes(table, self.text, self.within(table.span), self.lex.sets["noun-stop"])
        return _Found(by_cell, spans)

    def spared(self, table: Table, label: Span) -> bool:
        """Whether the scale of the table leaves a label out: "(in thousands, except ship-days)"."""
        return excepted(self.words.but, [self.scan(span).words for span in (*table.corner, *table.caption)], self.scan(label).words)

    def scaled_shares(self, table: Table) -> bool:
        """Whether the scale of the table is for numbers of shares, too: no "except share and per share data"."""
        told = (*table.corner, *table.caption, *self.announced(table), *(span for column in table.columns for span in column.headers))
        return not any(self.names(span, self.but_shares) for span in told)

    def measures(self, table: Table, scan: Scan) -> list[Measure]:
        """The measure of each column: its own headers first, then the corner, then the caption."""
        shared = [_of_cells(scan, self.words, span) for span in reversed(table.corner)]
        outer = [self.said(span) for span in (*reversed(table.caption), *self.announced(table))]
        # "(in thousands)" in a row of headers of its own is for all columns
        lonely = [span for column in table.columns for span in column.headers if span[1] - span[0] > 1 and self.alone(span)]
        spread = [m for span in lonely if (m := measure_in(scan, self.words, span, True)).scale != 1 or self.text[span[0]] == "("]
        letters = lettered(table, self.text, self.lex.units.signs, self.words.letters)
        found = []
        for column in table.columns:
            timed = [any(q.kind in TIMES for q in self.within(span)) for span in column.headers]
            own = [measure_in(scan, self.words, span, True) for span in reversed(column.headers)]
            own = [letters.get(self.text[slice(*span)], m) if m == NOTHING else m for span, m in zip(reversed(column.headers), own)]
            own = [NOTHING if m.kind == "duration" and self.text[slice(*span)].lower() == m.unit else m for span, m in zip(reversed(column.headers), own)]  # "YEAR" over "AGO"
            leading = [leading_unit(scan, self.words, span) for span, time in zip(column.headers, timed) if not time]
            said = [*own, *leading, *shared, *spread]
            if any(timed):  # "Fiscal Years" over 2019 and 2018; not "Years" right over the numbers
                below = timed[::-1].index(True)
                said = [NOTHING if measure.kind == "duration" and n >= below else measure for n, measure in enumerate(said)]
            counted = things_over([span for span in column.headers if self.names(span, self.things) and not self.names(span, self.money)], column.headers, own, lonely)
            measure = self.named(combined([*said, *outer]), column.headers, [*said, *outer])
            if counted and measure.kind == "currency" and not self.paid(table, len(found)):  # "Number of shares" beside "Amount" under "$ in thousands"
                measure = combined(measure_in(scan, self.words, span, True) for span in counted)
            aged = measure == NOTHING and any(self.text[a:b].lower() in self.ages for a, b in column.headers)
            found.append(_AGED if aged else measure)
        return found

    def unpaid(self, table: Table, measures: list[Measure]) -> bool:
        """Whether nothing in the table is of money, nor has a scale."""
        return all(measure == NOTHING for measure in measures) and not any(has_sign(row, self.text, self.lex.units.signs) for row in table.rows)

    def paid(self, table: Table, column: int) -> bool:
        """Whether a sign of a currency stands in a cell of the column."""
        return any(self.text[at] in self.lex.units.signs for row in table.rows for cell in row.cells if cell.column == column for at in range(*cell.span))

    def named(self, measure: Measure, headers: tuple[Span, ...], said: list[Measure]) -> Measure:
        """The measure of a column that a bare sign heads, with the currency that other headers or the caption name:
        "$" under "(in thousands of Canadian dollars)"."""
        meant = self.plain.get(measure.unit or "")
        if not meant or not any(self.text[a:b].strip(" ()") in self.lex.units.signs for a, b in headers):
            return measure
        other = next((m.unit for m in said if m.unit in meant and m.unit != measure.unit), None)
        return replace(measure, unit=other) if other else measure

    def said(self, span: Span) -> Measure:
        """The measure that a caption states: in brackets, or by itself where it says nothing else."""
        scan = self.scan(span)
        return measure_in(scan, self.words, span, span[1] - span[0] < _SHORT or scan.word(0) in self.words.joints)

    def alone(self, span: Span) -> bool:
        """True where nothing else stands on the line of a cell."""
        start, end = self.text.rfind("\n", 0, span[0]) + 1, self.text.find("\n", span[1])
        around = self.text[start : span[0]] + self.text[span[1] : end if end >= 0 else len(self.text)]
        return not any(map(str.isalnum, around))

    def announced(self, table: Table) -> list[Span]:
        """Where the paragraphs since the last table announce this one, nearest first: their ends behind a colon, then the scales in
        brackets: "the following data (in thousands, except percentages). The results ..."."""
        blocks, found = self.document.blocks, []
        scales: list[Span] = []
        at = bisect_left(self.block_starts, table.span[0]) - 1
        for block in reversed(blocks[max(0, at - _ANNOUNCED) : at + 1]):
            if block.kind == "table":
                break
            if self.text[block.end - 1] in ":)":
                found.append((max(block.start, block.end - _CAPTION), block.end))
            scales += [m.span() for m in reversed(list(_SCALED.finditer(self.text, block.start, block.end)))]
        return found + [span for span in scales if self.said(span).scale != 1]

    def names(self, span: Span, table) -> bool:
        """True where a phrase of the table stands in the span and owns nothing there: not "employees’ pay"."""
        words = self.scan(span).words
        return any((hit := longest(table, words, i)) and not "".join(words[hit[0] : hit[0] + 1]).startswith(OWNED) for i in range(len(words)))

    def scan(self, span: Span) -> Scan:
        """The tokens of a span as a text of its own."""
        first, last = bisect_left(self.tokens.starts, span[0]), bisect_left(self.tokens.starts, span[1])
        t = self.tokens
        return Scan(self.text, t.words[first:last], t.starts[first:last], t.ends[first:last], self.lex, bytearray(last - first), facts=self.facts, vocabulary=self.vocabulary)

    def cell(self, span: Span) -> list[Quantity]:
        """The numbers of one cell; one in brackets alone, or with a minus before it, is negative."""
        from checker.extracting.quantities import read_all

        first, text = bisect_left(self.tokens.starts, span[0]), self.text[span[0] : span[1]]
        found = []
        for draft in read_all(replace(self.scan(own_part(span, self.text)), tables=(span,)))[:2]:
            q = finished(draft)
            if q.value is None or not q.is_measure:
                continue
            value = -abs(q.value) if not found and (_LOSS.fullmatch(text) or _MINUS.fullmatch(text)) else abs(q.value)
            shift = {"first": q.first + first, "last": q.last + first, "outer": q.outer + first}
            kind = {"kind": "number", "unit": None, "noun": (), "noun_last": -1} if q.kind in ("count", "age") else {}
            found.append(replace(q, value=value, approx=None, band=None, sense="rounded" if q.place is not None else "exact", **shift, **kind))
        return found

    def year(self, span: Span) -> Quantity | None:
        text = self.text[slice(*span)]
        if not _YEAR.fullmatch(text) and not _SPACED.fullmatch(text):
            return None
        token, last = bisect_left(self.tokens.starts, span[0]), bisect_left(self.tokens.starts, span[1]) - 1
        value = int(text.replace(" ", ""))
        return Quantity(*span, *span, token, last, token, "year", Fraction(value), sense="exact", when=When(year=value))


def _exchanged(known: tuple[Quantity, ...], new: list[Quantity], spans: list[Span]) -> tuple[Quantity, ...]:
    """All quantities in order, those in `spans` exchanged for the new ones."""
    spans = sorted(spans)
    starts = [a for a, _ in spans]

    def outside(q: Quantity) -> bool:
        at = bisect_left(starts, q.end) - 1
        return at < 0 or spans[at][1] <= q.start

    kept: list[Quantity] = []
    for q in sorted([*filter(outside, known), *new], key=lambda q: q.start):  # tables may share lines
        if not kept or kept[-1].end <= q.start:
            kept.append(q)
    return tuple(kept)


def _numbered(table: Table, found: _Found, index: dict[Span, int]) -> Table:
    def cell(c: Cell) -> Cell:
        figures = [index[q.number_start, q.number_end] for q in found.by_cell.get(c.span, ())]
        return replace(c, figure=figures[0] if figures else -1, second=figures[1] if len(figures) > 1 else -1)

    rows = tuple(replace(row, cells=tuple(map(cell, row.cells))) for row in table.rows)
    return replace(table, rows=rows)


def _of_cells(scan: Scan, words: HeaderWords, span: Span) -> Measure:
    """The measure in the corner of a table; a length of time by itself, "Year" or "Week", only says what the labels are."""
    found = measure_in(scan, words, span, True)
    return measure_in(scan, words, span, False) if found.kind == "duration" else found
