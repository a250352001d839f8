"""Changes and gaps in points whose two percentages words and brackets tie, wherever others stand.

    the first estimate (31%) was 5 points lower than the one of the guild (36%)       each side with its value
    68 per cent of barns had one. This is three points less since 1990 (71 per cent)  the old value behind its time
    a difference of 2 points between them; 28% by the one and 30% by the other        the two that follow a gap
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, is_compared
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_LEAD = 4  # symbols in front of the points that hold their word
_CLAUSE = 30  # symbols to the value that they are measured from
_OPENS = 16  # symbols in which a sentence takes up the one in front


def points_tied(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "change" (new, base, change) for changes in points that nothing has tied."""
    settled = {i for f in frames if f.family == "change" and (f.pinned or f.blocked) for i in f.claims.get("change", ())}
    words, found = near(context), []
    for line in told_lines(context):
        points = [i for i in line.figures if context.quantity(i).kind == "points"]
        if len(points) != 1 or points[0] in settled or not plain(points[0], context) or words.has("points-tied-veto", line):
            continue
        for new, base, sign in _readings(points[0], line, context, words):
            if all(plain(i, context) for i in (new, base)):
                found.append(_frame(new, base, points[0], sign, context))
            break
    return found


def _readings(points: int, line: Line, context: Context, words: Near) -> Iterator[tuple[int, int, int]]:
    """(new, base, sign); without a sign where either may be the larger."""
    at = context.lines.position_of[points]
    before = [i for i in line.quantities(0, at) if context.quantity(i).kind == "percent"]
    behind = [i for i in line.quantities(at + 1) if context.quantity(i).kind == "percent"]
    side = next((s for s, name in ((1, "points-higher"), (-1, "points-lower")) if any(m.start() == at + 1 for m in words.matches(name, line, at + 1, at + 4))), 0)
    if side and len(before) == len(behind) == 1 and set_in(behind[0], line, context) and set_in(before[0], line, context) and one_clause(before[0], behind[0], line, context):
        yield before[0], behind[0], side
    moved = next((s for s, name in ((1, "points-rise"), (-1, "points-fall")) if words.within(name, line, at - _LEAD, at)), 0)
    if moved and len(behind) == 1 and _of_then(at, behind[0], line, context, words):
        new = _now(at, before, line, context, words)
        if new is not None:
            yield new, behind[0], moved
    gap = words.within("points-apart", line, at - _LEAD, at) or any(m.start() <= at + 2 for m in words.matches("points-apart-after", line, at + 1, at + 4))
    if gap and not side and not before and len(behind) == 2 and _both_sides(*behind, line, context, words):
        yield behind[1], behind[0], 0


def plain(index: int, context: Context) -> bool:
    """True of a value that is told as it is: no hedge, bound or range."""
    q = context.quantity(index)
    return bool(q.value) and q.value > 0 and q.approx is None and q.sense not in ("range", "bound")


def set_in(index: int, line: Line, context: Context) -> bool:
    """True of a value in brackets of its own, with nothing but what it comes to beside it."""
    at, chars = context.lines.position_of[index], context.lexicon.symbols.chars
    return at > 0 and line.symbols[at - 1] == chars["("] and line.symbols[at + 1 : at + 2] in (chars[")"], chars[","], chars[";"])


def one_clause(first: int, last: int, line: Line, context: Context) -> bool:
    """True where no mark and no "and" stands from the bracket of the first to that of the last."""
    a, b = (context.lines.position_of[i] for i in (first, last))
    end = line.symbols.find(context.lexicon.symbols.chars[")"], a)
    parting = (conjunctions(context) | set(context.lexicon.symbols.marks)) - {context.lexicon.symbols.chars["-"]}
    return a < end < b and not parting & set(line.symbols[end + 1 : b - 1])


def _of_then(at: int, base: int, line: Line, context: Context, words: Near) -> bool:
    """True of "since 1990 (71 per cent", "compared with 1990 (28 per cent", "from the estimate of 1985, 17%": an earlier time and its value."""
    place = context.lines.position_of[base]
    since = words.place("points-since", line, at + 1, place)
    timed = [p for p in range(since + 1, place) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind in TIMES]
    if since < 0 or place - at > _CLAUSE or not timed:
        return False
    led = any(m.end() == place for m in words.matches("points-level", line, place - 3, place))
    return led or set_in(base, line, context) and timed[-1] == place - 2


def _now(at: int, before: list[int], line: Line, context: Context, words: Near) -> int | None:
    """The one value in front that is no old one: in the sentence, or alone in the one that it takes up."""
    own = [i for i in before if not is_compared(i, context)]
    if before:
        return own[0] if len(own) == 1 and own[0] == before[0] else None
    if line.number == 0 or not words.within("takes-up", line, 0 if at < _OPENS else at - _OPENS, at):
        return None
    front = context.lines.lines[line.number - 1]
    told = [i for i in front.figures if context.quantity(i).kind in ("percent", "points")]
    return told[0] if front.block == line.block and len(told) == 1 and not words.has("points-tied-veto", front) and not is_compared(told[0], context) else None


def _both_sides(first: int, second: int, line: Line, context: Context, words: Near) -> bool:
    """True of "28% by the one and 30% by the other", "the homes (40 per cent) compared with the flats (33 per cent)"."""
    a, b = (context.lines.position_of[i] for i in (first, second))
    joined = conjunctions(context) & set(line.symbols[a + 1 : b]) or words.within("points-versus", line, a + 1, b)
    same = line.symbols[a + 1 : a + 2] == line.symbols[b + 1 : b + 2] or set_in(first, line, context) and set_in(second, line, context)
    return bool(joined) and same


def _frame(new: int, base: int, points: int, sign: int, context: Context) -> Frame:
    q = context.quantity(points)
    claims = {"new": (new,), "base": (base,), "change": (points,)}
    sign = sign or (1 if context.quantity(new).value >= context.quantity(base).value else -1)
    return Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 1, None, (), "roles")
