"""Numbers of footnotes in tables: "Earnings per share (1)", "2019(2)(3)", "1.30 (1)". Layout only."""

from __future__ import annotations

import re
from collections.abc import Container

from checker.model import Quantity
from checker.tables import Span, Table

_AFTER_LABEL = re.compile(r"(?<=[\w).%])(?:\s?,?\s?\(\d{1,2}\)){1,6}\s*:?\s*$")
_AFTER_FIGURE = re.compile(r"(?<=\d)(?<=\.\d|\d\d)(?:%|\))?(?P<notes>(?:\s?,?\s?\(\d\)){1,6})\s*$")
_BARE = re.compile(r"(?<=[^\W\d_]{2}) ?[1-9]\s*$")  # "Adjusted EBITDA 3"
_DECIMAL = re.compile(r"\d\.\d+(?:%|\))?$")


def notes(table: Table, text: str) -> list[Span]:
    """The numbers of footnotes behind labels, headings and years; nothing is read there."""
    labels = [row.label for row in table.rows if row.label] + [span for column in table.columns for span in column.headers]
    found = [(span[0], _AFTER_LABEL.search(text[span[0] : span[1]])) for span in [*labels, *table.heads.values()]]
    return [(start + m.start(), start + m.end()) for start, m in found if m]


def bare_notes(table: Table, text: str, found: list[Quantity], governs: Container[str]) -> list[Span]:
    """The lone digits that end the labels of two rows and more and count nothing: footnotes without brackets. A word that
    governs a number ("over 5", "households of 3") keeps it."""
    ends = {}
    for row in table.rows:
        m = _BARE.search(text, *row.label) if row.label else None
        if m and text[row.label[0] : m.start()].split()[-1].lower() not in governs:
            ends[row.label[1]] = m
    lone = [q for q in found if q.end in ends and q.kind == "number" and q.approx is None and q.unit is None and q.style == "digits"]
    return [(q.start, q.end) for q in lone] if len(lone) > 1 else []


def own_part(span: Span, text: str) -> Span:
    """A cell without the numbers of footnotes behind its figure. Only a figure with decimals tells them: "66 (5)" may be a
    number and its share, "1.30 (1)" is none."""
    m = _AFTER_FIGURE.search(text, *span)
    if m is None or not _DECIMAL.search(text, span[0], m.start("notes")):
        return span
    return span[0], m.start("notes")
