"""The result of a match, and the scores of all its parts in a row: together they are the result.

    The quarters went 24-19, 18-22, 27-20 and 21-23. In the end the Kings had beaten Tacoma 90-84
    Brynas beat Modo 5-2 (1-0, 2-1, 2-1)

The row has as many scores as the match has parts, and stands beside the only other score of the passage. Scores that only grow may be
those that the match stood at; overtime and penalties are no part.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_JOINT = 2  # symbols between two scores of a row
_PARTS = {"score-row-quarters": (4,), "score-row-thirds": (3,)}
_BRACKETED = (3, 4)
_APART = 2  # times as many goals: rather something else
_NEAR = 6  # symbols around a row in which its parts are named


def score_rows(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "score-parts" (total, part)."""
    words, lines, found = near(context), prose_lines(context), []
    for n, line in enumerate(lines):
        for row in _rows(line, context):
            passage = [x for x in lines[max(0, n - 1) : n + 2] if x.block == line.block]
            others = [i for x in passage for i in x.figures if context.quantity(i).kind == "score" and i not in row]
            off = any(words.has(name, x) for name in ("score-extra", "score-row-not") for x in passage)
            if len(others) == 1 and not off and _named(row, others[0], line, context, words) and not _standing(row, context) and _goals(row, others[0], context):
                q, claims = context.quantity(others[0]), {"total": (others[0],), "part": row}
                found.append(Frame("score-parts", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles"))
    return found


def _rows(line: Line, context: Context) -> Iterator[tuple[int, ...]]:
    """Three scores or more with nothing but a comma or "and" between them."""
    run: list[int] = []
    position = context.lines.position_of
    for index in (*line.figures, -1):
        scored = index >= 0 and context.quantity(index).kind == "score"
        if scored and run and position[index] - position[run[-1]] <= _JOINT + 1 and _joined(position[run[-1]] + 1, position[index], line, context):
            run.append(index)
            continue
        if len(run) > 2:
            yield tuple(run)
        run = [index] if scored else []


def _joined(start: int, end: int, line: Line, context: Context) -> bool:
    marks, both = context.lexicon.symbols.chars, context.lexicon.pattern("conjunction")
    return start < end and all(line.symbols[p] in (marks[","], marks[";"]) or both.match(line.symbols, p) for p in range(start, end))


def _named(row: tuple[int, ...], result: int, line: Line, context: Context, words: Near) -> bool:
    """Whether words say that the row is of all parts of the match, or brackets right behind the result do."""
    position, marks = context.lines.position_of, context.lexicon.symbols.chars
    start, end = position[row[0]], position[row[-1]] + 1
    if context.lines.line_of[result] == line.number and position[result] == start - 2 and line.symbols[start - 1] == marks["("] and line.symbols[end : end + 1] == marks[")"]:
        return len(row) in _BRACKETED
    return any(len(row) in many and words.within(name, line, max(0, start - _NEAR), end + _NEAR) for name, many in _PARTS.items())


def _standing(row: tuple[int, ...], context: Context) -> bool:
    """True of scores that only grow: "24-19, 42-41, 69-61" is where the match stood."""
    told = [(context.quantity(i).low, context.quantity(i).high) for i in row]
    return all(a[0] <= b[0] and a[1] <= b[1] for a, b in zip(told, told[1:]))


def _goals(row: tuple[int, ...], result: int, context: Context) -> bool:
    """False where a result counts something else than its parts do: of a match of sets it counts the sets."""
    made = sum((context.quantity(i).low or 0) + (context.quantity(i).high or 0) for i in row)
    whole = (context.quantity(result).low or 0) + (context.quantity(result).high or 0)
    return whole != len(row) and made < _APART * whole and whole < _APART * made
