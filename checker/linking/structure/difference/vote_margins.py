"""The margin of a vote, called so where a sentence opens, behind the votes of two and of no more.

    Ilse Brand got 6,410 votes and Tom Reyes 5,980. Her margin of victory, 430 votes, ...
    ... had 2,150 votes against 1,890 for the other list. The majority of 260 was enough

The margin has nothing between its name and its figure, and nothing behind it that narrows it to a place or a time. Whatever the
figures are, there is no other pair that it could be of.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame, Quantity

_BACK = 2  # sentences that tell the votes
_LEAST = 100  # fewer are seats, rounds, candidates
_OFF = 15  # times as much, or as little: rather something else
_LEAD = 3  # symbols between the name of a margin and its figure


def vote_margins(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "balance" (first, second, difference)."""
    words, found = near(context), []
    known = {i for f in frames if f.family == "balance" and f.pinned for i in f.claims.get("difference", ())}
    cued = words.standing("vote-margin")
    for line in prose_lines(context):
        index = _margin(line, context, words) if line.number in cued else None
        sides = _sides(index, line, context, words) if index is not None and index not in known else ()
        if sides:
            q, claims = context.quantity(index), {"first": sides[:1], "second": sides[1:], "difference": (index,)}
            found.append(Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles"))
    return found


def _margin(line: Line, context: Context, words: Near) -> int | None:
    """The figure of "Her margin of victory, 430 votes,", where it opens the sentence and is not narrowed."""
    named = words.pattern("vote-margin").match(line.symbols)
    if named is None:
        return None
    at = next((p for p in range(named.end(), min(named.end() + _LEAD, len(line.symbols))) if line.quantity[p] >= 0), -1)
    led = at >= 0 and any(m.start() == named.end() and m.end() == at for m in words.matches("vote-margin-lead", line, named.end(), at))
    if not led or not _votes(line.quantity[at], context) or _rough(line.quantity[at], context):
        return None
    end = after_noun(line.quantity[at], line, context)
    dated = any(context.quantity(i).kind in TIMES for i in line.quantities(end, end + 2))
    return None if dated or words.pattern("vote-margin-narrowed").match(line.symbols, end) else line.quantity[at]


def _sides(index: int, line: Line, context: Context, words: Near) -> tuple[int, ...]:
    """The only two numbers of votes in the sentences in front of it; () where there are others, or they may not be all."""
    own, front = context.quantity(index), []
    for number in range(line.number - 1, max(-1, line.number - 1 - _BACK), -1):
        other = context.lines.lines[number]
        if other.block != line.block or words.has("votes-not-all", other):
            return ()
        front = [i for i in other.figures if _votes(i, context)] + front
        if len(front) > 1:
            break
    named = any(_is_named(context.quantity(i), context) for i in front)
    if len(front) != 2 or not named or any(_rough(i, context) or words.ends("votes-out-of", context.line(i), context.lines.position_of[i], 3) for i in front):
        return ()
    a, b = (context.quantity(i).value for i in front)
    made = abs(a - b)
    return tuple(front) if made and own.value < max(a, b) and made < _OFF * own.value and own.value < _OFF * made else ()


def _rough(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return bool(q.approx or q.change) or q.sense in ("range", "bound")


def _is_named(q: Quantity, context: Context) -> bool:
    return q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("votes-word")


def _votes(index: int, context: Context) -> bool:
    """True of a number of votes, and of a bare number that can be one: not a year, a rank, or a few."""
    q = context.quantity(index)
    bare = q.kind == "number" and not q.noun and not q.unit
    return q.kind in ("count", "number") and q.value is not None and q.value >= _LEAST and q.value.denominator == 1 and (bare or _is_named(q, context))
