"""Results of one match told at several times, and how many goals or games they are.

    led 9-7 at the interval, won the second half 12-8 and the match 21-15       score-parts: both halves are the match
    2-1 up at the break, they lost 1-0                                          score-later: no score shrinks
    a seven-goal thriller ... it finished 4-3                                   score-goals: so many goals
    a 3-2 lead in the series after the fifth; by four games to two, in the sixth  series-games: every game has a winner

A passage is a sentence and the next one, for goals the few sentences of a story that has one result. Another match is meant where
the sentence of a result has names and none of those in the sentence in front.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, proper
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_BESIDE = 5  # symbols between a score and the words for its part of the match
_STORY = 8  # sentences in which a match is told
_MOST = 40  # goals of a match


def scorelines(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "score-parts" (total, part), "score-later" (total, part), "score-goals" (part, total) and "series-games"."""
    words, lines, found = near(context), prose_lines(context), []
    halves, many = words.standing("score-half-time"), words.standing("score-game")
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        if line.number in halves and words.has("score-half-time", line):
            found.extend(_halves([x for x in lines[n : n + 2] if x.block == line.block], context, words))
        if line.number in many:
            found.extend(_goals(line, lines[max(0, n - 1) : n + _STORY], context, words))
        found.extend(_series(line, context, words))
    return found


def _scores(line: Line, context: Context) -> list[int]:
    return [i for i in line.figures if context.quantity(i).kind == "score"]


def _frame(family: str, claims: dict[str, tuple[int, ...]]) -> Frame:
    return Frame(family, (0, 0), claims, {}, 0, frozenset(claims), 2, None, (), "roles")


# ---------------------------------------------------------------- halves


def _halves(passage: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """The score at the interval, that of the second half where it is told, and the result."""
    if any(words.has("score-doubt", line) for line in passage):
        return
    told = [(line, i) for line in passage for i in _scores(line, context)]
    first = [i for line, i in told if at_half_time(i, line, context, words)]
    second = [i for line, i in told if i not in first and _of_second_half(i, line, context, words)]
    final = [(line, i) for line, i in told if i not in first and i not in second]
    if len(first) != 1 or len(second) > 1 or len(final) != 1 or not _ended(final[0][1], final[0][0], context, words) or _of_others(final[0][0], passage[0], context):
        return
    if second:
        yield _frame("score-parts", {"total": (final[0][1],), "part": (first[0], second[0])})
    else:
        yield _frame("score-later", {"total": (final[0][1],), "part": (first[0],)})


def at_half_time(index: int, line: Line, context: Context, words: Near) -> bool:
    """ "2-1 at the interval", "at half-time it was 2-1": no other score between."""
    at = context.lines.position_of[index]
    before, behind = free(at, -1, line, context), free(at, 1, line, context)
    if words.within("score-half-time", line, at + 1, behind):
        return True
    return words.within("score-half-time", line, before, at) and not words.within("score-ended", line, before, at)


def _of_second_half(index: int, line: Line, context: Context, words: Near) -> bool:
    """ "won the second half 12-8", "a second half of 12-8", "12-8 in the second half"."""
    at, tokens = context.lines.position_of[index], context.extraction.tokens.words
    for p in (*range(at - 1, max(-1, at - 4), -1), *range(at + 1, min(len(line.symbols), at + 4))):
        own = line.quantity[p]
        q = context.quantity(own) if own >= 0 else None
        if q is not None and q.kind == "period":
            return bool(set(tokens[q.first : q.last + 1]) & words.lexicon.pack.words("score-second")) and tokens[q.last] in words.lexicon.pack.words("score-period")
    return False


def free(at: int, step: int, line: Line, context: Context) -> int:
    """How far a score's own words may reach to one side: up to the next score."""
    end = max(0, at - _BESIDE) if step < 0 else min(len(line.symbols), at + 1 + _BESIDE)
    for p in range(at + step, end - (step < 0), step):
        if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind == "score":
            return p + (step < 0)
    return end


def _ended(index: int, line: Line, context: Context, words: Near) -> bool:
    at = context.lines.position_of[index]
    return words.within("score-ended", line, max(0, at - _BESIDE - 1), at) or words.within("winner-noun", line, at + 1, at + 3)


def _of_others(line: Line, told: Line, context: Context) -> bool:
    """True of a sentence with names other than those of the one that spoke of the match: "On Sunday Holm won 1-0"."""
    names, others = (proper(x.firsts[0], x.lasts[-1] + 1, context) for x in (told, line))
    return line is not told and bool(others) and names.isdisjoint(others)


# ---------------------------------------------------------------- goals


def _goals(line: Line, story: list[Line], context: Context, words: Near) -> Iterator[Frame]:
    """A match named by its number of goals, and the one result of its story. A match of the past is only remembered."""
    if words.has("score-doubt", line) or words.has("score-past", line) or any(context.quantity(i).kind == "year" for i in line.figures):
        return
    for at, index in line.placed:
        q = context.quantity(index)
        if q.kind != "count" or not q.noun or q.value is None or q.value.denominator != 1 or not 2 < q.value <= _MOST or q.approx:
            continue
        if words.lexicon.pack.words("score-goal").isdisjoint(q.noun) or not _names_match(at, index, line, context, words):
            continue
        scores = [(x, i) for x in story for i in _scores(x, context)]
        ends = [(x, i) for x, i in scores if _ended(i, x, context, words) and not at_half_time(i, x, context, words)]
        if len(ends) != 1 or _of_others(ends[0][0], line, context) or any(words.has("score-doubt", x) for x, _ in scores):
            continue
        if all(i == ends[0][1] or at_half_time(i, x, context, words) for x, i in scores):
            yield _frame("score-goals", {"total": (index,), "part": (ends[0][1],)})


def _names_match(at: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """ "a seven-goal thriller", "a thriller of seven goals"."""
    end = at + 2 + max(0, context.quantity(index).noun_last - context.quantity(index).last)
    if words.within("score-share", line, max(0, at - 3), end + 3):
        return False
    return any(words.pattern("score-game").match(line.symbols, p) for p in range(end - 1, end + 2)) or any(m.end() == at for m in words.matches("score-game-of", line, max(0, at - 5), at))


# ---------------------------------------------------------------- series


def _series(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """Games won by either side, and the number of the game that decided it, or after which they stood so."""
    if not words.has("series-noun", line) or words.has("series-doubt", line):
        return
    numbers = [i for i in line.figures if _game_number(i, line, context, words)]
    if len(numbers) != 1:
        return
    pairs = [(a, b) for a, b in zip(line.figures, line.figures[1:]) if _won_and_lost(a, b, line, context, words)]
    if len(_scores(line, context)) > 2:
        return  # "6-4, 3-6, 9-7": the games of sets
    scores = [i for i in _scores(line, context) if words.within("series-lead", line, max(0, context.lines.position_of[i] - 4), context.lines.position_of[i] + 4)]
    if len(pairs) == 1 and not scores:
        yield _frame("series-counts", {"total": (numbers[0],), "part": pairs[0]})
    elif len(scores) == 1 and not pairs:
        yield _frame("series-games", {"total": (numbers[0],), "part": (scores[0],)})


def _game_number(index: int, line: Line, context: Context, words: Near) -> bool:
    """ "in the sixth", "after the fifth"."""
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.kind != "ordinal" or q.value is None or not 2 <= q.value <= 20:
        return False
    return words.ends("series-in", line, at, 4) and not words.pattern("series-else").match(line.symbols, at + 1)


def _won_and_lost(a: int, b: int, line: Line, context: Context, words: Near) -> bool:
    """ "by four games to two"."""
    position, (p, q) = context.lines.position_of, (context.quantity(a), context.quantity(b))
    if p.kind != "count" or q.kind not in ("count", "number") or not p.noun or words.lexicon.pack.words("series-noun").isdisjoint(p.noun) and not words.within("series-noun", line, position[a] + 1, position[b]):
        return False
    return p.value is not None and q.value is not None and words.within("series-to", line, position[a] + 1, position[b]) and position[b] - position[a] <= 4
