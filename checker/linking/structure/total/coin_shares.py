"""What becomes of a coin: so many pence of every pound, so many cents of each dollar. They come to a hundred.

    Of every crown paid in, 52 cents go on seed and 31 on wages. The last 17 cents are put by
    What becomes of a pound spent on a ticket? The players get 47p. Rent takes 21p ... That leaves 9p for everything else

The coin opens the passage; all small coins behind it in its paragraph, and those of the next one that goes on with it, are
its parts. The last one must be said to be what is left, or that nothing is left must be.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import is_compared
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.total.sole_sums import closes, since
from checker.model import Frame

_SENTENCES = 12
_MOST = 9
_LEADS = 8  # symbols in front of a part in which words say that it is what is left


def coin_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "coin-share" (part..., rest: the last one)."""
    words, lines, found, until = near(context), told_lines(context), [], -1
    small = context.lexicon.pack.words("small-coin")
    for n, line in enumerate(lines):
        if line.number <= until or not _cuts_up(line, context, words):
            continue
        passage = [other for other in lines[n : n + _SENTENCES] if other.block - line.block < 2]
        coins = frozenset(context.quantity(i).unit for other in passage for i in other.figures if _small(i, small, context))
        row = _row(passage, coins, context, words) if coins else None
        if row is not None and 2 < len(row) <= _MOST and _closed(row, context, words):
            until = context.line(row[-1]).number
            claims = {"part": tuple(row[:-1]), "rest": tuple(row[-1:])}
            cue = (context.quantity(row[0]).start, context.quantity(row[-1]).end)
            found.append(Frame("coin-share", cue, claims, {}, 0, frozenset(claims), 0, None, (), "coin shares"))
    return found


def _cuts_up(line: Line, context: Context, words: Near) -> bool:
    """True of "of every pound", "what becomes of a euro": the one coin may have been read as a figure."""
    if words.has("coin-whole", line):
        return True
    ones = (i for i in line.figures if context.quantity(i).kind == "currency" and context.quantity(i).value == 1 and context.quantity(i).style == "words")
    return any(words.ends("coin-becomes", line, context.lines.position_of[i], _LEADS) for i in ones)


def _small(index: int, small: frozenset[str], context: Context) -> bool:
    q = context.quantity(index)
    return q.kind == "currency" and context.extraction.tokens.words[q.last] in small


def _row(passage: list[Line], coins: frozenset[str | None], context: Context, words: Near) -> list[int] | None:
    """The small coins of a passage up to the one that is left; None where one of them is no part of the coin."""
    row: list[int] = []
    for line in passage:
        for i in (i for i in line.figures if context.quantity(i).unit in coins):
            q, at = context.quantity(i), context.lines.position_of[i]
            if _of_another_time(i, line, context, words):
                continue
            if q.approx or q.change or q.value is None or not 0 < q.value < 100 or q.sense in ("range", "bound") or words.within("coin-price", line, at + 1, at + 4):
                return None
            row.append(i)
            if len(row) > 2 and _is_left(i, context, words):
                return row
    return row


def _of_another_time(index: int, line: Line, context: Context, words: Near) -> bool:
    start, at = since(index, context), context.lines.position_of[index]
    return is_compared(index, context) or words.within("sharesum-then", line, start, at) or words.within("sharesum-compared", line, at - 2, at) or words.within("sharesum-then-after", line, at + 1, at + 4)


def _is_left(part: int, context: Context, words: Near) -> bool:
    """True of "the last 17 cents", "that leaves 9p"."""
    at = context.lines.position_of[part]
    return closes(part, context, words) or words.within("coin-left", context.line(part), at - _LEADS, at)


def _closed(row: list[int], context: Context, words: Near) -> bool:
    tail = context.line(row[-1])
    if _is_left(row[-1], context, words):
        return True
    after = [line for line in context.lines.lines[tail.number : tail.number + 2] if line.block == tail.block]
    return any(words.has("distantsum-end", line) for line in after)
