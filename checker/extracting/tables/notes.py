"""Numbers of footnotes in tables: "Earnings per share (1)", "2019(2)(3)", "1.30 (1)". Layout only."""

from __future__ import annotations

import re

from checker.tables import Span, Table

_AFTER_LABEL = re.compile(r"(?<=[\w).%])(?:\s?,?\s?\(\d{1,2}\)){1,6}\s*:?\s*$")
_AFTER_FIGURE = re.compile(r"(?<=\d)(?<=\.\d|\d\d)(?:%|\))?(?P<notes>(?:\s?,?\s?\(\d\)){1,6})\s*$")
_DECIMAL = re.compile(r"\d\.\d+(?:%|\))?$")


def notes(table: Table, text: str) -> list[Span]:
    """The numbers of footnotes behind labels, headings and years; nothing is read there."""
    labels = [row.label for row in table.rows if row.label] + [span for column in table.columns for span in column.headers]
    found = [(span[0], _AFTER_LABEL.search(text[span[0] : span[1]])) for span in [*labels, *table.heads.values()]]
    return [(start + m.start(), start + m.end()) for start, m in found if m]


def own_part(span: Span, text: str) -> Span:
    """A cell without the numbers of footnotes behind its figure. Only a figure with decimals tells them: "66 (5)" may be a
    number and its share, "1.30 (1)" is none."""
    m = _AFTER_FIGURE.search(text, *span)
    if m is None or not _DECIMAL.search(text, span[0], m.start("notes")):
        return span
    return span[0], m.start("notes")
