"""A majority that is pointed at behind the count that makes it, and one of voters whose votes another sentence counts.

    Of the 640 growers who replied, 410 want the levy. With such a majority behind it, the board ...
    Of 96 delegates, 61 said no, and a majority of that size cannot be ignored
    after a majority of those who took part in a poll had asked for it ... [paragraphs] ... Of these, 310 were in favour and 190 against

Who is pointed at is the only count of the sentence that can be one side of the whole in it. The votes are the only ones for and against
that the text counts; the sentence with the word says that there was a vote, and what those wanted whom it names.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import plain_count
from checker.model import Frame

_BEHIND, _SIDE = 4, 6  # symbols behind a word or count
_LEAST = 10
_PAIRS = ("part", "opening-pair", "pair")
_SIGNS = (("majority-voters", "majority", 1), ("minority-voters", "minority", -1))


def majority_pointed(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "majority" and "minority" (part, whole)."""
    words = near(context)
    pointed, voters = words.standing("majority-pointed"), words.standing(*(name for name, _, _ in _SIGNS))
    if not pointed and not voters:
        return []
    found, pairs = [], _pairs(frames, context)
    for number in sorted(pointed):
        found.extend(_pointed(context.lines.lines[number], pairs, context, words))
    votes = _votes(context, words) if voters else []
    if len(votes) == 1:
        for number in sorted(voters):
            found.extend(_of_voters(context.lines.lines[number], votes[0], pairs, context, words))
    known = {(f.family, *f.claims["part"]) for f in frames if f.family in ("majority", "minority") and f.pinned and "part" in f.claims}
    return [f for f in found if (f.family, *f.claims["part"]) not in known]


def _pairs(frames: tuple[Frame, ...], context: Context) -> dict[int, set[tuple[int, int]]]:
    """(part, whole) by the line of the part."""
    found: dict[int, set[tuple[int, int]]] = {}
    for f in frames:
        if f.family in _PAIRS and {"part", "whole"} <= f.pinned and len(f.claims["part"]) == 1:
            part, whole = f.claims["part"][0], f.claims["whole"][0]
            if all(plain_count(i, context) for i in (part, whole)) and context.quantity(part).value < context.quantity(whole).value >= _LEAST:
                found.setdefault(context.lines.line_of[part], set()).add((part, whole))
    return found


def _pointed(line: Line, pairs: dict[int, set[tuple[int, int]]], context: Context, words: Near) -> Iterator[Frame]:
    """The only pair of the sentence in front of the word, or of the one that the sentence takes up."""
    for m in words.matches("majority-pointed", line):
        home = line if any(context.lines.position_of[part] < m.start() for part, _ in pairs.get(line.number, ())) else context.lines.lines[max(0, line.number - 1)]
        if home is not line and (m.start() > _BEHIND or home.block != line.block):
            continue
        told = pairs.get(home.number, set())
        counts = [i for i in home.figures if plain_count(i, context) and context.quantity(i).value >= _LEAST]
        if len(told) != 1 or set(counts) != set(next(iter(told))) or words.has("majority-none", home) or words.has("majority-none", line):
            continue
        part, whole = next(iter(told))
        start = context.lines.position_of[part] if home is line else 0
        if not words.within("majority-apart", line, start, m.start()) and not words.pattern("majority-whose").match(line.symbols, m.end()):
            yield _frame("majority", 1, part, whole, line, m.span(), context)


def _votes(context: Context, words: Near) -> list[tuple[int, int]]:
    """The counts for and against of each sentence that tells both: "310 were in favour and 190 against"."""
    found = []
    for number in sorted(words.standing("votes-against-count") & words.standing("votes-for-count")):
        line = context.lines.lines[number]
        counts = [i for i in line.figures if plain_count(i, context)]
        sides = [[i for i in counts if words.within(name, line, (at := context.lines.position_of[i]) + 1, min(at + 1 + _SIDE, next((p for p in range(at + 1, len(line.symbols)) if line.quantity[p] >= 0), at + 1 + _SIDE)))] for name in ("votes-for-count", "votes-against-count")]
        if len(sides[0]) == len(sides[1]) == 1 and sides[0] != sides[1]:
            found.append((sides[0][0], sides[1][0]))
    return found


def _of_voters(line: Line, vote: tuple[int, int], pairs: dict[int, set[tuple[int, int]]], context: Context, words: Near) -> Iterator[Frame]:
    """The word of a sentence that says what most of the voters, or fewer, were for."""
    home = context.line(vote[0])
    told = pairs.get(home.number, set())
    counts = {i for pair in told for i in pair}
    wholes = {whole for part, whole in told if part == vote[0]}
    if abs(home.number - line.number) < 1 or len(wholes) != 1 or words.has("majority-none", line) or words.has("majority-none", home) or not counts:
        return
    for name, family, sign in _SIGNS:
        for m in words.matches(name, line):
            wanted = words.within("majority-wanted", line, m.end(), len(line.symbols)) and words.within("majority-vote", line, m.end(), len(line.symbols))
            if wanted and not words.within("votes-against-count", line, m.end(), len(line.symbols)) and not any(context.quantity(i).is_measure for i in line.quantities(m.start())):
                yield _frame(family, sign, vote[0], wholes.pop(), line, m.span(), context)
                return


def _frame(family: str, sign: int, part: int, whole: int, line: Line, span: tuple[int, int], context: Context) -> Frame:
    claims = {"part": (part,), "whole": (whole,)}
    return Frame(family, offsets(line, *span, context.extraction), claims, {}, sign, frozenset(claims), 2, None, (), "roles")
