"""Relations that tables carry: totals, computed columns, and prose that repeats or sums up what a table says.

    words     what rows and columns are called       numbers   does it add up, and would one slip explain it?
    sums      total rows and columns                 columns   differences, growth, shares, products
    prose     numbers of the text near a table that name its rows and columns
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.tabular.columns import column_frames
from checker.linking.structure.tabular.numbers import Numbers
from checker.linking.structure.tabular.prose import prose_frames
from checker.linking.structure.tabular.sums import sum_frames
from checker.linking.structure.tabular.words import labels_of
from checker.model import Frame


def tables(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """All frames that the tables of a document give."""
    found: list[Frame] = []
    if not context.extraction.tables:
        return found
    numbers = Numbers(context)
    for number, table in enumerate(context.extraction.tables):
        labels = labels_of(context, table)
        found.extend(sum_frames(labels, numbers))
        found.extend(column_frames(labels, numbers))
        found.extend(prose_frames(labels, numbers, number))
    return found
