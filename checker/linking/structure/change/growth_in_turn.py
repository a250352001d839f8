"""Changes that follow one another, and what they come to together: "rose 10% in 2022 and another 10% in 2023, 21% in all".

The steps stand side by side, with nothing between them but their times and words such as "then" and "a further". The one
percentage behind them that words call the whole change ("in all", "over the two years") is that of all steps.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import is_expected
from checker.model import Frame

_PERCENT = KIND_SYMBOLS["percent"]
_BETWEEN = 9  # symbols from one step to the next
_REACH = 12  # symbols in front of the whole change in which words call it that
_BEHIND = 6
_FAR_OFF = 3  # times as much as the steps make: it is rather something else
_PARTS = ("first", "second", "other")


def growth_in_turn(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "growth-two-turns" and "growth-three-turns" (first, second, other, change)."""
    words, found = near(context), []
    for line in context.lines.figured:
        if line.symbols.count(_PERCENT) < 2 or line.crowded or not words.has("turn-step", line):
            continue
        steps = _steps(line, context, words)
        if steps and not words.has("turn-veto", line):
            whole = _whole(line, steps, context, words)
            if whole is not None:
                found.append(_frame(steps, whole, context))
    return found


def _steps(line: Line, context: Context, words: Near) -> list[int]:
    """The first run of two or three percentages with nothing but small words and times between them."""
    run: list[int] = []
    for index in line.figures:
        q = context.quantity(index)
        if q.kind != "percent":
            continue
        if len(run) > 1 and _called_whole(index, run, context, words):
            break
        plain = q.value is not None and q.value > 0 and not q.approx and "/" not in (q.unit or "")
        if run and plain and q.change in (None, context.quantity(run[0]).change) and _follows(run[-1], index, line, context, words):
            run.append(index)
        elif len(run) > 1:
            break
        else:
            run = [index] if plain and q.change else []
    return run if 1 < len(run) < 4 and not is_expected(run[0], context) else []


def _follows(a: int, b: int, line: Line, context: Context, words: Near) -> bool:
    start, end = (context.lines.position_of[i] for i in (a, b))
    if end - start > _BETWEEN:
        return False
    small = {m for p in range(start + 1, end) for m in [words.pattern("turn-between").match(line.symbols, p)] if m is not None}
    covered = {p for m in small for p in range(m.start(), m.end())}
    timed = [p for p in range(start + 1, end) if line.quantity[p] >= 0]
    if any(context.quantity(line.quantity[p]).kind not in ("year", "period", "date") for p in timed):
        return False
    return all(p in covered or p in timed for p in range(start + 1, end)) and (bool(timed) or words.within("turn-step", line, start, end))


def _whole(line: Line, steps: list[int], context: Context, words: Near) -> int | None:
    """The next percentage, in the sentence or the one behind it, where words call it the change of all steps."""
    lines = [other for other in context.lines.lines[line.number : line.number + 2] if other.block == line.block]
    behind = [i for other in lines for i in other.figures if i > steps[-1] and context.quantity(i).kind in ("percent", "points", "ratio", "multiple")]
    if not behind or context.quantity(behind[0]).kind != "percent":
        return None
    whole = behind[0]
    q, own, at = context.quantity(whole), context.line(whole), context.lines.position_of[whole]
    if q.approx or q.value is None or q.value <= 0 or q.change not in (None, context.quantity(steps[0]).change) or "/" in (q.unit or "") or words.has("turn-veto", own):
        return None
    return whole if _called_whole(whole, steps, context, words) and not words.pattern("turn-of").match(own.symbols, at + 1) else None


def _called_whole(index: int, steps: list[int], context: Context, words: Near) -> bool:
    """Whether words at a percentage call it that of all steps: "in all", "over the two years"."""
    line, at, position = context.line(index), context.lines.position_of[index], context.lines.position_of
    start = max(at - _REACH, position[steps[-1]] if context.line(steps[-1]) is line else 0)
    said = words.within("turn-total", line, start, at) or words.within("turn-total", line, at + 1, at + _BEHIND)
    return said or any(_as_long(i, len(steps), context) for i in line.quantities(start, at + _BEHIND))


def _as_long(index: int, steps: int, context: Context) -> bool:
    """True of "two years", where there are two steps."""
    q = context.quantity(index)
    return q.kind == "duration" and q.value == steps and q.unit in ("year", "month", "quarter")


def _frame(steps: list[int], whole: int, context: Context) -> Frame:
    q, last = context.quantity(whole), context.quantity(steps[0])
    sign, made = (-1 if last.change == "down" else 1), 1
    for index in steps:
        made *= 1 + sign * context.quantity(index).value / 100
    made = abs(made - 1) * 100
    claims = {"change": (whole,), **{name: (i,) for name, i in zip(_PARTS, steps)}}
    tied = max(made, q.value) < _FAR_OFF * min(made, q.value)
    family = "growth-two-turns" if len(steps) == 2 else "growth-three-turns"
    return Frame(family, (q.start, q.end), claims, {}, sign, frozenset(claims) if tied else frozenset(), 1, None, (), "growth in turn")
