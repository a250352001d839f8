"""Votes told in one sentence, and in a neighbouring one the margin that they make, or the body that gave all of them.

    Fifty-two deputies were for the tax and 40 against ... It passed with a majority of twelve            the margin of two sides
    All eleven jurors took part. Six were for acquittal, three for a fine and two wanted a new trial      all who vote

The sentence of the sides holds no other votes. A body is whole where its words say so and nobody was away.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.count.ballots import for_and_against, is_vote
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, overlaps
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_AHEAD = 2  # sentences from the sides to their margin
_TIMES = 4  # as large, or as small: rather something else
_MOST = 5  # parts of a body
_THERE = 12  # symbols from a body to the words that all of it was there
_NOUN = 3  # symbols from a count of votes to its noun


def votes_next(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "balance" (first, second, difference) and "sum" (total, part)."""
    words = near(context)
    cued = words.standing("votenext-margin", "votenext-there")
    if not cued:
        return []
    lines, found = told_lines(context), []
    taken = {i for f in frames if f.family in ("balance", "sum", "ballot-sides") and f.pinned for own in f.claims.values() for i in own}
    for n, line in enumerate(lines):
        if line.number not in cued or not line.figures:
            continue
        frame = _margin(n, lines, context, words) or _body(n, lines, context, words)
        if frame is not None and taken.isdisjoint(i for own in frame.claims.values() for i in own):
            found.append(frame)
    return found


def _frame(family: str, claims: dict[str, tuple[int, ...]], focus: int, context: Context) -> Frame:
    q = context.quantity(focus)
    return Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles")


def _margin(n: int, lines: list[Line], context: Context, words: Near) -> Frame | None:
    """The only margin of a sentence, and the only two sides in front of it."""
    line = lines[n]
    margins = [i for p, i in line.placed if is_vote(i, context) and words.ends("votenext-margin", line, p, 4)]
    if len(margins) != 1 or _of_another_time(margins[0], line, context, words):
        return None
    for other in (x for x in lines[max(0, n - _AHEAD) : n][::-1] if x.block == line.block):
        if not other.figures:
            continue
        pair = for_and_against(other, context, words)
        if pair is None or words.has("votenext-doubt", other) or len([i for i in other.figures if is_vote(i, context) and _is_side(i, other, context, words)]) != 2:
            return None
        made = abs(context.quantity(pair[0]).value - context.quantity(pair[1]).value)
        own = context.quantity(margins[0]).value
        if not made or made > _TIMES * own or own > _TIMES * made:
            return None
        return _frame("balance", {"first": pair[:1], "second": pair[1:], "difference": (margins[0],)}, margins[0], context)
    return None


def _of_another_time(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of a margin whose clause tells of another vote, or of a day."""
    at, marks = context.lines.position_of[index], context.lexicon.symbols.marks
    end = next((p for p in range(at + 1, len(line.symbols)) if line.symbols[p] in marks), len(line.symbols))
    return words.within("votenext-doubt", line, 0, end) or any(context.quantity(i).kind in TIMES for i in line.quantities(0, end))


def _is_side(index: int, line: Line, context: Context, words: Near) -> bool:
    """Whether a count stands for votes: not of those who abstained."""
    at = context.lines.position_of[index]
    return not words.within("ballot-other", line, at + 1, at + 1 + _NOUN)


def _body(n: int, lines: list[Line], context: Context, words: Near) -> Frame | None:
    """A body all of which was there, and the next sentence, all counts of which are its votes."""
    line = lines[n]
    bodies = [i for i in line.figures if is_vote(i, context) and _whole_body(i, line, context, words)]
    after = lines[n + 1] if n + 1 < len(lines) else None
    if len(bodies) != 1 or after is None or after.block != line.block or not words.has("votenext-chose", after) or any(words.has(name, x) for name in ("votenext-doubt", "absent-word", "ballot-other", "votenext-one") for x in (line, after)):
        return None
    total, parts = context.quantity(bodies[0]), [i for i in after.figures if context.quantity(i).kind in ("count", "number")]
    if not 1 < len(parts) <= _MOST or any(not is_vote(i, context) or context.quantity(i).noun and not _votes_noun(i, context) for i in parts) or overlaps(after, context):
        return None
    values, place = [context.quantity(i).value for i in parts], [context.lines.position_of[i] for i in parts]
    joined = any(s in conjunctions(context) for s in after.symbols[place[-2] + 1 : place[-1]])
    if not joined or any(v >= total.value for v in values) or not sum(values) < 2 * total.value < 4 * sum(values):
        return None
    return _frame("sum", {"total": (bodies[0],), "part": tuple(parts)}, bodies[0], context)


def _whole_body(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "all nine members took part", "with all 250 delegates present"."""
    q, at = context.quantity(index), context.lines.position_of[index]
    noun = q.noun_last >= 0 and context.extraction.tokens.words[q.noun_last] in context.lexicon.pack.words("voting-body")
    everyone = words.ends("ballot-all", line, at, 3)
    return bool(noun and everyone and words.within("votenext-there", line, at + 1, at + _THERE))


def _votes_noun(index: int, context: Context) -> bool:
    last = context.quantity(index).noun_last
    pack = context.lexicon.pack
    return last >= 0 and context.extraction.tokens.words[last] in pack.words("voting-body") | pack.words("votes-word")
