"""The only two values that a statement can speak of: they are set against each other, and nothing else of their sort is near.

    Parking has become three times as dear: a motorist who paid 2 euros an hour then now pays 6
    The clinic sees four times as many patients. In 2012 it treated 1,900 people; last year the figure was 7,600

A statement ("has doubled", "is cheaper than it was") needs two values of one thing. Where its own sentence, or it and its
neighbour in the paragraph, hold exactly two figures that can be compared, told of two times or as two sides, they are meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.at_figure import across
from checker.linking.structure.change.event import BASES, Reader
from checker.linking.structure.change.items import of_a_term
from checker.linking.structure.change.moments import apart, moment_of, older, plainly_apart
from checker.linking.structure.change.sole_doubts import Statement, all_before, of_one_name, severed
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near
from checker.linking.structure.order.standings import kin
from checker.linking.structure.share.figures import cut_off, odd
from checker.model import Quantity
from checker.units import measure

_KINDS = frozenset("count number currency physical".split())
_COUNTS = ("count", "number")
_SMALL = 10
_BACK = 4  # sentences in front that may hold a value


@dataclass(frozen=True, slots=True)
class Told:
    """Two values in the order of the text. `older` is the one of an earlier time, None where nobody says; `plain`: words set
    the two against each other, they do not only have words of their own."""

    first: int
    second: int
    older: int | None
    plain: bool
    lines: frozenset[int]

    @property
    def newer(self) -> int | None:
        return None if self.older is None else self.second if self.older == self.first else self.first


def told_pair(said: Statement, kinds: frozenset[str], reader: Reader, words: Near) -> Told | None:
    """The only two values of these kinds or dimensions that the statement can speak of; None where there are others, or something severs them."""
    for scope, far in _scopes(said, reader):
        values = [i for line in scope for i in values_of(line, reader, said.lasting) if i != said.index]
        pair = _only_two(values, kinds, reader, words)
        if pair is None:
            continue
        lines = frozenset(reader.context.lines.line_of[i] for i in pair) | {said.line.number}
        if severed(said, pair, lines, reader, words) or not of_one_name(said, pair, reader):
            return None
        contrast, first = _contrast(*pair, reader, words)
        before = all_before(said, pair, reader)
        if first is None and _broken(said, pair, reader):
            return None
        sure = first is not None and not said.loose if far else contrast and not (before and (said.loose or first is None))
        return Told(*pair, first, first is not None or _set_against(*pair, reader, words), lines) if sure else None
    return None


def _broken(said: Statement, pair: tuple[int, int], reader: Reader) -> bool:
    """True of a statement behind a clause that tells of something else: "Dairy made 131 million, while bread doubled, to 22"."""
    at = reader.context.lines.position_of
    own = [at[i] for i in pair if reader.context.lines.line_of[i] == said.line.number]
    return len(own) == 2 and min(own) < said.start and any(s in reader.words.breaks for s in said.line.symbols[min(own) : said.start])


# ---------------------------------------------------------------- where they stand


def _scopes(said: Statement, reader: Reader) -> Iterator[tuple[tuple[Line, ...], bool]]:
    """The statement's own sentence, then it with its neighbour behind and in front, as far as they hold values; then with some
    more in front (these are far)."""
    lines, here = reader.context.lines.lines, said.line.number
    own = [i for i in values_of(said.line, reader, said.lasting) if i != said.index and not _few(i, reader.context)]
    if len(own) > 1:
        yield (said.line,), False
        return
    for n in (here + 1, here - 1):
        if 0 <= n < len(lines) and _beside(lines[n], said.line, reader.context):
            yield tuple(sorted((said.line, lines[n]), key=lambda x: x.number)), False
    for back in range(2, _BACK + 1):
        if here < back or not _beside(lines[here - back], said.line, reader.context):
            return
        yield tuple(lines[here - back : here + 1]), True


def _beside(line: Line, own: Line, context: Context) -> bool:
    """True of a sentence of the same paragraph or the next one."""
    blocks = context.extraction.document.blocks
    return abs(line.block - own.block) <= 1 and not line.crowded and blocks[line.block].kind == blocks[own.block].kind


def values_of(line: Line, reader: Reader, lasting: bool = False) -> list[int]:
    """The figures of a sentence that can be a value of something."""
    context, text = reader.context, reader.context.extraction.document.text
    standing = {i.index for i in reader.row(line.number) if i.kind in ("level", "change")}
    if lasting:
        standing |= {i for i in line.figures if context.quantity(i).kind == "duration" and not _only_when(i, line, reader)}
    return [i for i in line.figures if i in standing and _is_value(context.quantity(i), lasting, text, context)]


def _only_when(index: int, line: Line, reader: Reader) -> bool:
    """True of "three years ago", "in two hours": it says when."""
    at = reader.context.lines.position_of[index]
    return line.symbols[at + 1 : at + 2] in reader.words.time_after or line.symbols[at - 1 : at] in reader.words.span_before


def _is_value(q: Quantity, lasting: bool, text: str, context: Context) -> bool:
    if q.kind not in _KINDS and not (lasting and q.kind == "duration") or q.value is None or q.value <= 0 or q.sense in ("range", "bound") or of_a_term(q, text):
        return False
    broken = odd(q, context) and not (q.kind == "number" and q.value.denominator != 1)
    return not (cut_off(q, context) or broken) and not (q.style == "words" and q.value == 1)


def _only_two(values: list[int], kinds: frozenset[str], reader: Reader, words: Near) -> tuple[int, int] | None:
    """Two values of one sort with which no third one could be compared; a few of something else ("two doctors") may stand by, or
    one that is of neither of the two times."""
    context = reader.context
    pairs = [(a, b) for a, b in combinations(values, 2) if alike(a, b, context) and not across(a, b, context, words)]
    pairs = [p for p in pairs if not kinds or any(is_of_kinds(context.quantity(i), kinds) for i in p)]
    if len(pairs) > 1:
        plain = [p for p in pairs if not any(_few(i, context) for i in p)]
        pairs = plain if plain else pairs
    if len(pairs) > 1:
        pairs = [p for p in pairs if _both_dated(*p, reader, words)]
    return pairs[0] if len(pairs) == 1 else None


def is_of_kinds(q: Quantity, kinds: frozenset[str]) -> bool:
    """True of a figure of one of these kinds or dimensions."""
    return q.kind in kinds or q.unit is not None and measure(q).dimension in kinds


def _both_dated(a: int, b: int, reader: Reader, words: Near) -> bool:
    """True of two values that words or dates put at two times, each of them with its own."""
    x, y = (moment_of(_item(i, reader), i, reader, words) for i in (a, b))
    return plainly_apart(x, y) and all(m.side or m.date is not None or m.label is not None for m in (x, y))


def _few(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _COUNTS and q.style == "words" and q.value < _SMALL


def alike(a: int, b: int, context: Context) -> bool:
    """Whether two values are of one sort, so that they can be compared."""
    p, q = context.quantity(a), context.quantity(b)
    if p.noun and q.noun and ("/" in (p.unit or "")) != ("/" in (q.unit or "")):
        return False  # "12 ships a day", "76 ships"
    if p.kind == q.kind == "physical" and p.unit != q.unit:
        return False  # 5,000 litres, or 1,100 gallons
    if p.kind == "number" and q.kind not in _COUNTS:
        return p.unit is None and kin(q, p)
    return kin(p, q) or p.kind == q.kind == "duration" and p.unit == q.unit


# ---------------------------------------------------------------- what sets them against each other


def _contrast(a: int, b: int, reader: Reader, words: Near) -> tuple[bool, int | None]:
    """Whether words set two values against each other, and which of them is the older one."""
    x, y = (moment_of(_item(i, reader), i, reader, words) for i in (a, b))
    first = older(x, y)
    if plainly_apart(x, y) and first:
        return True, a if first > 0 else b
    if _item_word(b, reader) in BASES:
        return True, b
    return apart(x, y) or _said_between(a, b, reader, words), None


def _item(index: int, reader: Reader) -> Item | None:
    return next((i for i in reader.row(reader.context.lines.line_of[index]) if i.index == index), None)


def _item_word(index: int, reader: Reader) -> str:
    item = _item(index, reader)
    return item.word if item is not None else ""


def _set_against(a: int, b: int, reader: Reader, words: Near) -> bool:
    """True of "1,900 against 7,600", and of two values of different sentences."""
    lines, at = reader.context.lines, reader.context.lines.position_of
    return lines.line_of[a] != lines.line_of[b] or words.within("pair-against", lines.lines[lines.line_of[b]], at[a] + 1, at[b])


def _said_between(a: int, b: int, reader: Reader, words: Near) -> bool:
    """True where each of two values has words of its own: not of "20 and 30", "from 20 to 30 metres"."""
    lines, at = reader.context.lines, reader.context.lines.position_of
    line = lines.lines[lines.line_of[b]]
    start = at[a] + 1 if lines.line_of[a] == line.number else 0
    own = content(line.firsts[start], line.firsts[at[b]], reader.context) - {stem(w, reader.context) for w in reader.context.quantity(a).noun}
    return bool(own) or words.within("pair-against", line, start, at[b]) or any(q >= 0 for q in line.quantity[start : at[b]])
