"""What rows and columns are called, compared with the words of labels that the pack names and with those of sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from checker.language import Pack, longest
from checker.language.pack import Phrases
from checker.linking.context import Context, stem
from checker.once import once
from checker.tables import Span, Table

# Classes of label words (checker/language/en/tables.toml).
TOTAL, NOT_TOTAL, PARTIAL = "table-total", "table-not-total", "table-partial"
CHANGE, SHARE, AVERAGE = "table-change", "table-share", "table-average"
_MEASURE = "measure-"  # classes of words for one thing that is measured
_NOTE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@dataclass(slots=True)
class Labels:
    """The labels of one table in the forms in which they are asked for."""

    context: Context
    table: Table
    rows: list[tuple[str, ...]] = field(default_factory=list)  # words of each row's label, notes in brackets left out
    columns: list[tuple[str, ...]] = field(default_factory=list)
    caption: frozenset[str] = frozenset()
    mostly_labelled: bool = True  # most rows have a label

    def has(self, words: tuple[str, ...], name: str) -> bool:
        """True where an entry of a class stands in the words."""
        table, said = self._table(name), list(words)
        return any(longest(table, said, i) for i in range(len(said)))

    def measures(self) -> list[str]:
        return [name for name in self.context.lexicon.pack.classes if name.startswith(_MEASURE)]

    def header(self, column: int) -> str:
        """The header cells of a column as written."""
        text = self.context.extraction.document.text
        return " ".join(text[a:b] for a, b in self.table.columns[column].headers)

    def opens(self, words: tuple[str, ...], name: str) -> bool:
        return bool(words) and longest(self._table(name), list(words), 0) is not None

    def _table(self, name: str):
        known = _tables(self.context.lexicon.pack)
        if name not in known:
            known[name] = self.context.lexicon.pack.phrases([name])
        return known[name]


@once
def _tables(pack: Pack) -> dict[str, Phrases[str]]:
    """The phrases of the classes that were asked for."""
    return {}


def labels_of(context: Context, table: Table) -> Labels:
    rows = [words_of(context, _named(context, row.label)) if row.label else () for row in table.rows]
    columns = [tuple(w for span in column.headers for w in words_of(context, span)) for column in table.columns]
    caption = frozenset(stem(w, context) for span in (*table.caption, *table.corner) for w in words_of(context, span))
    return Labels(context, table, rows, columns, caption, 2 * sum(map(bool, rows)) > len(rows))


def _named(context: Context, span: Span) -> Span:
    """A label without the one word after its last comma: "Women, n (%)", "Mean age, years", "Deferred taxes, net"."""
    text = _NOTE.sub(lambda m: " " * len(m.group()), context.extraction.document.text[span[0] : span[1]])
    before, comma, after = text.rpartition(",")
    return (span[0], span[0] + len(before)) if comma and len(after.split()) == 1 else span


def words_of(context: Context, span: Span) -> tuple[str, ...]:
    """The words and figures of a label, without what stands in brackets and without marks."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    notes = [m.span() for m in _NOTE.finditer(text, *span)]
    first, last = bisect_left(tokens.starts, span[0]), bisect_left(tokens.starts, span[1])
    return tuple(
        tokens.words[i]
        for i in range(first, last)
        if tokens.words[i][0].isalnum() and not any(a <= tokens.starts[i] < b for a, b in notes)
    )
