"""Superlatives about the rows of a table: "July was the wettest month", "Dolphins took most golds".

The word must say which column it is about: by what it measures ("wettest" beside "Rain"), or by a header word right after
it. Superlatives over time ("the highest since 1990") and shared ones ("one of the largest") say nothing about the rows.
"""

from __future__ import annotations

from checker.language import longest
from checker.linking.structure.tabular.mentions import Mention
from checker.linking.structure.tabular.reader import Near, Reader
from checker.model import Frame

_CLASSES = {"table-highest": 1, "table-lowest": -1}
_BESIDE = 8  # tokens between a superlative and the row it is said of
_AFTER = 3  # tokens after a superlative that can make it another thing


def extreme_claims(near: Near, reader: Reader) -> list[Frame]:
    """Frames of the family "extreme" for one sentence."""
    context = reader.labels.context
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    tables = {name: pack.phrases([name]) for name in _CLASSES}
    found = []
    for i in range(near.line.firsts[0], near.line.lasts[-1] + 1):
        for name, sign in _CLASSES.items():
            hit = longest(tables[name], words, i)
            if hit is None or _shared(i, hit[0], near, reader):
                continue
            row, column = _row(i, hit[0], near), _column(i, hit[0], near, reader)
            if row is not None and column is not None:
                found.extend(_frame(row, column, sign, i, hit[0], reader))
    return found


def _shared(first: int, after: int, near: Near, reader: Reader) -> bool:
    """True where the superlative is not about these rows: "second highest", "one of the largest", "the highest since"."""
    context = reader.labels.context
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    start = max(near.line.firsts[0], first - _AFTER)
    around = {*words[start:first], *words[after : after + _AFTER]}
    if not pack.words("table-not-extreme").isdisjoint(around):
        return True
    return any(start <= reader.numbers.quantity(i).first < first for i in near.line.figures if reader.numbers.quantity(i).kind == "ordinal")


def _row(first: int, after: int, near: Near) -> Mention | None:
    """The only row named beside the superlative."""
    beside = [m for m in near.rows if m.sure and (0 <= first - m.last <= _BESIDE or 0 <= m.first - after <= _BESIDE)]
    return beside[0] if len({m.number for m in beside}) == 1 else None


def _column(first: int, after: int, near: Near, reader: Reader) -> int | None:
    """The column that the superlative is about."""
    labels = reader.labels
    said = tuple(labels.context.extraction.tokens.words[first:after])
    measures = [name for name in labels.measures() if labels.has(said, name)]
    columns = [c for c in reader.columns if any(labels.has(labels.columns[c], name) for name in measures)]
    if len(columns) == 1:
        return columns[0]
    named = [m.number for m in near.columns if 0 <= m.first - after <= 1 and m.number in reader.columns]
    return named[0] if len(named) == 1 else None


def _frame(row: Mention, column: int, sign: int, first: int, after: int, reader: Reader) -> list[Frame]:
    others = [reader.cell(n, column) for n in reader.items if n != row.number]
    value = reader.cell(row.number, column)
    if row.number not in reader.items or min([value, *others], default=-1) < 0 or len(others) < 2:
        return []
    tokens = reader.labels.context.extraction.tokens
    claims = {"value": (value,), "other": tuple(others)}
    return [Frame("extreme", (tokens.starts[first], tokens.ends[after - 1]), claims, {}, sign, frozenset(claims), 2, None, (), "table")]
