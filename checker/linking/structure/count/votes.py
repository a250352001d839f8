"""Votes of a body all of whose members voted, and games that were won, drawn or lost.

    eleven judges ... all of them ... by six votes to five
    played 38 games, winning 21, drawing 9 and losing 8
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_BACK = 12  # sentences between the body and its vote
_CUE = 4  # words between a word of voting and the votes
_COUNTED = ("count", "number")


def votes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part...)."""
    words, lines, found = near(context), prose_lines(context), []
    against, games = words.standing("votes-to"), words.standing("won-games")
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        for first, second in _pairs(line, context, words) if line.number in against else ():
            total = _body(first, lines[max(0, n - _BACK) : n + 1], context, words)
            if total is not None:
                claims = {"total": (total,), "part": (first, second)}
                found.append(Frame("sum", (0, 0), claims, {}, 0, frozenset(claims), 2))
        if line.number in games:
            found.extend(_season(line, lines[n - 1] if n and lines[n - 1].block == line.block else None, context, words))
    return found


def _season(line: Line, before: Line | None, context: Context, words: Near) -> list[Frame]:
    """Games played, and those won, drawn and lost, each with its word right in front or behind."""
    parts = [_beside(name, line, context, words) for name in ("won-games", "drew-games", "lost-games")]
    if None in parts or len(set(parts)) < 3:
        return []
    for home in (line, before):
        games = [i for i in home.figures if i not in parts and _games(i, context) and context.quantity(i).value > max(context.quantity(p).value for p in parts)] if home else []
        if len(games) == 1:
            claims = {"total": (games[0],), "part": tuple(sorted(parts))}
            return [Frame("sum", (0, 0), claims, {}, 0, frozenset(claims), 2)]
        if games:
            return []
    return []


def _beside(name: str, line: Line, context: Context, words: Near) -> int | None:
    """The only count of a line with a word of the class in front of it or behind."""
    found = set()
    for m in words.matches(name, line):
        after = [i for i in line.quantities(m.end(), m.end() + 1) if _vote(i, context)]
        found.update(after or [i for i in line.quantities(max(0, m.start() - 1), m.start()) if _vote(i, context)])
    return found.pop() if len(found) == 1 else None


def _games(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return _vote(index, context) and q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("games-noun")


def _pairs(line: Line, context: Context, words: Near):
    """Two counts told against each other with a word of voting in front: "by six votes to five"."""
    figures = [i for i in line.figures if _vote(i, context)]
    for a, b in zip(figures, figures[1:]):
        at, end = context.lines.position_of[a], context.lines.position_of[b]
        told = words.pattern("votes-to").fullmatch(line.symbols, at + 1, end)
        if told and words.within("vote-cue", line, at - _CUE, end):
            yield a, b


def _vote(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _COUNTED and q.value is not None and q.approx is None and q.scale == 1 and q.value.denominator == 1


def _body(first: int, lines: list[Line], context: Context, words: Near) -> int | None:
    """The number of those who vote, where words say that all of them did and nobody abstained."""
    pack, tokens = context.lexicon.pack, context.extraction.tokens.words
    for other in reversed(lines):
        for index in reversed(other.figures):
            q = context.quantity(index)
            if index == first or q.kind != "count" or q.noun_last < 0 or tokens[q.noun_last] not in pack.words("voting-body"):
                continue
            if q.value is None or q.approx or q.value <= context.quantity(first).value or q.value < 3:
                continue
            span = [x for x in lines if x.number >= other.number]
            return index if any(words.has("all-voting", x) for x in span) and not any(words.has("absent-word", x) for x in span) else None
    return None
