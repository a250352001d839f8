"""Relations that tables carry: totals, computed columns, and prose that repeats or sums up what a table says.

    words     what rows and columns are called       numbers   does it add up, and would one slip explain it?
    sums      total rows and columns                 columns   differences, growth, shares, products
    prose     numbers of the text near a table that name its rows and columns: cells, totals, changes (reader, mentions)
    groups    groups with their sizes in the headers   extremes  superlatives about rows
"""

from __future__ import annotations

from bisect import bisect_right

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.tabular.columns import column_frames
from checker.linking.structure.tabular.numbers import numbers_of
from checker.linking.structure.tabular.prose import prose_frames
from checker.linking.structure.tabular.sums import sum_frames
from checker.linking.structure.tabular.words import labels_of
from checker.model import Frame


def tables(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """All frames that the tables of a document give."""
    found: list[Frame] = []
    if not context.extraction.tables:
        return found
    numbers = numbers_of(context)
    for number, table in enumerate(context.extraction.tables):
        labels = labels_of(context, table)
        sums, totals = sum_frames(labels, numbers)
        found.extend(sums)
        found.extend(column_frames(labels, numbers, totals))
        found.extend(prose_frames(labels, numbers, number))
    return found


def told_lines(context: Context) -> list[Line]:
    """The lines of the prose that hold no more figures than a reader can follow: where figures may be tied by arithmetic."""
    if "told-lines" not in context.shelf:
        context.shelf["told-lines"] = [line for line in prose_lines(context) if not line.crowded]
    return context.shelf["told-lines"]


def prose_lines(context: Context) -> list[Line]:
    """The lines that stand in no table: phrases never span cells."""
    if "prose-lines" not in context.shelf:
        context.shelf["prose-lines"] = _outside_tables(context)
    return context.shelf["prose-lines"]


def figured_prose(context: Context) -> list[Line]:
    """The lines outside of tables in which a quantity stands."""
    if "figured-prose" not in context.shelf:
        context.shelf["figured-prose"] = [line for line in prose_lines(context) if line.figures]
    return context.shelf["figured-prose"]


def _outside_tables(context: Context) -> list[Line]:
    lines, spans = context.lines.lines, [table.span for table in context.extraction.tables]
    if not spans:
        return list(lines)
    starts, tokens = [a for a, _ in spans], context.extraction.tokens.starts

    def outside(line: Line) -> bool:
        at = bisect_right(starts, tokens[line.firsts[0]]) - 1 if line.firsts else -1
        return at < 0 or spans[at][1] <= tokens[line.firsts[0]]

    return [line for line in lines if outside(line)]
