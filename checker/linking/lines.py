"""The document as lines of symbols: one string a sentence, one character a token or quantity.

What phrases match on. Built once for a document; positions in a line lead back to tokens, quantities and offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.lexicon import Lexicon
from checker.model import Extraction

_EMPHASIS = "*"  # no symbol of any word
_CROWDED = 30  # figures in one sentence; of more, some fit each other by chance
_LONGEST = 600  # tokens; longer "sentences" are tables or hostile, and are cut so that matching stays linear


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence. `firsts[i]`..`lasts[i]` are the tokens (inclusive) behind symbol i; `quantity[i]` its index or -1;
    `figures` are those that are quantities, in order, and `placed` their positions with them."""

    number: int
    block: int
    symbols: str
    firsts: list[int]
    lasts: list[int]
    quantity: list[int]
    figures: tuple[int, ...]
    placed: tuple[tuple[int, int], ...]

    @property
    def crowded(self) -> bool:
        """Whether it is a table set as a sentence: what is found by reckoning alone is not looked for in it."""
        return len(self.figures) > _CROWDED

    def quantities(self, start: int, end: int | None = None) -> list[int]:
        """Indices of the quantities between two positions, in order; `figures` are those of the whole line."""
        return [q for q in self.quantity[start:end] if q >= 0] if self.figures else []


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines, and for each quantity the line it stands in and its position there."""

    lines: tuple[Line, ...]
    line_of: list[int]
    position_of: list[int]
    figured: tuple[Line, ...]  # those with a quantity, about every second one


def lines_of(extraction: Extraction, lexicon: Lexicon) -> Lines:
    """Cut the extraction into lines. Quantities swallow their hedges and units; everything else is one symbol a token."""
    chars = lexicon.symbols.chars
    base = "".join(map(chars.get, extraction.tokens.words, repeat("w"))).replace(chars["*"], _EMPHASIS)
    quantities = extraction.quantities
    line_of, position_of = [-1] * len(quantities), [-1] * len(quantities)
    lines: list[Line] = []
    at = 0
    for sentence in extraction.sentences:
        start = sentence.first
        while start < sentence.last:
            stop = min(sentence.last, start + _LONGEST)
            at = _add_line(lines, sentence.block, start, stop, base, quantities, at, line_of, position_of)
            start = max(stop, lines[-1].lasts[-1] + 1 if lines and lines[-1].lasts else stop)
    return Lines(tuple(lines), line_of, position_of, tuple(line for line in lines if line.figures))


def _add_line(lines, block, start, stop, base, quantities, at, line_of, position_of) -> int:
    """Append the line of tokens start..stop; returns the index of the first quantity after it."""
    number = len(lines)
    while at < len(quantities) and quantities[at].last < start:
        at += 1
    if at >= len(quantities) or quantities[at].first >= stop:  # no figure, as in every second one
        tokens = list(range(start, stop))
        lines.append(_unadorned(Line(number, block, base[start:stop], tokens, tokens, [-1] * len(tokens), (), ()), position_of))
        return at
    pieces: list[str] = []
    firsts: list[int] = []
    lasts: list[int] = []
    owner: list[int] = []
    placed: list[tuple[int, int]] = []
    token = start
    while at < len(quantities) and quantities[at].first < stop:
        q = quantities[at]
        first = max(token, min(q.outer, q.first))
        pieces.append(base[token:first])
        plain = range(token, first)
        firsts.extend(plain)
        lasts.extend(plain)
        owner.extend([-1] * len(plain))
        line_of[at], position_of[at] = number, len(firsts)
        placed.append((len(firsts), at))
        pieces.append(KIND_SYMBOLS[q.kind])
        firsts.append(first)
        lasts.append(q.last)
        owner.append(at)
        token = max(token, q.last + 1)
        at += 1
    if token < stop:
        pieces.append(base[token:stop])
        plain = range(token, stop)
        firsts.extend(plain)
        lasts.extend(plain)
        owner.extend([-1] * len(plain))
    figures = tuple(q for _, q in placed)
    lines.append(_unadorned(Line(number, block, "".join(pieces), firsts, lasts, owner, figures, tuple(placed)), position_of))
    return at


def _unadorned(line: Line, position_of: list[int]) -> Line:
    """The line without marks of emphasis: "**1,904** of them" reads like "1,904 of them"."""
    if _EMPHASIS not in line.symbols or not line.symbols.strip(_EMPHASIS):
        return line
    kept = [i for i, symbol in enumerate(line.symbols) if symbol != _EMPHASIS]
    firsts, lasts, owner = ([x[i] for i in kept] for x in (line.firsts, line.lasts, line.quantity))
    placed = tuple((position, q) for position, q in enumerate(owner) if q >= 0)
    for position, q in placed:
        position_of[q] = position
    return Line(line.number, line.block, "".join(line.symbols[i] for i in kept), firsts, lasts, owner, line.figures, placed)


def offsets(line: Line, start: int, end: int, extraction: Extraction) -> tuple[int, int]:
    """Offsets of the text behind positions start..end (exclusive) of a line."""
    tokens = extraction.tokens
    return tokens.starts[line.firsts[start]], tokens.ends[line.lasts[end - 1]]
