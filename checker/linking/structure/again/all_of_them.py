"""All of those that were counted, with their number said again: it is the same.

    she has five donkeys, and all eight of them wear hats
    a crew of thirteen set out ... all thirty of them came back

They are the only ones counted in the sentence and the one before it, and "them" can mean nobody else.
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.exceeding import another_set
from checker.linking.structure.share.figures import COUNTED
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_BACK = 1  # sentences in front
_MOST = 4  # counts in front that are tried
_FEW = 2  # more than were counted: somebody who is not counted may be with them


def all_of_them(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "repeated" (first, second)."""
    words, found = near(context), []
    lines = {line.number: line for line in told_lines(context)}
    cued = words.standing("all-them")
    for line in lines.values():
        for at, index in line.placed if line.number in cued else ():
            meant = _meant(at, index, line, lines, context, words) if _is_all(at, index, line, context, words) else None
            if meant is not None:
                q, claims = context.quantity(index), {"first": (meant,), "second": (index,)}
                found.append(Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3, None, (), "roles"))
    return found


def _is_all(at: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """True of the number of "all eight of them", which opens a clause or is its object; set apart it belongs to a noun in front."""
    q = context.quantity(index)
    if q.kind not in COUNTED or not _whole(q) or not at or not words.pattern("all-word").match(line.symbols, at - 1):
        return False
    apart = at > 1 and line.symbols[at - 2] in context.lexicon.symbols.marks and line.symbols[at - 2] not in context.lexicon.symbols.chars[";"]
    return not apart and words.pattern("all-them").match(line.symbols, at + 1) is not None


def _whole(q: Quantity) -> bool:
    return q.value is not None and q.value.denominator == 1 and q.value > 1 and not q.approx and q.sense != "range"


def _meant(at: int, index: int, line: Line, lines: dict[int, Line], context: Context, words: Near) -> int | None:
    """The only set that was counted in front, where nobody joined it."""
    own = [i for n in range(line.number - _BACK, line.number) if n in lines and lines[n].block == line.block for i in lines[n].figures] + line.quantities(0, at)
    counts = [i for i in own if context.quantity(i).kind in COUNTED and context.quantity(i).value is not None]
    said = context.quantity(index).value
    values = [context.quantity(i).value for i in counts]
    if len(counts) > _MOST or any(sum(some) == said for size in range(1, len(values) + 1) for some in combinations(values, size)):
        return None
    if any(value and not said % value and said > value for value in values):
        return None  # "five couples danced. All ten of them"
    if len(counts) != 1 or not _whole(context.quantity(counts[0])) or not _is_set(counts[0], context, words):
        return None
    home, place = context.line(counts[0]), context.lines.position_of
    stretches = [(home, place[counts[0]], at if home is line else len(home.symbols)), *([] if home is line else [(line, 0, at)])]
    joined = any(words.within("all-joined", x, start, end) for x, start, end in stretches) or words.within("all-joined", home, 0, place[counts[0]])
    near_by = 0 < said - values[0] <= _FEW and any(words.within("all-added", x, 0, end) for x, _, end in stretches)
    return None if joined or near_by or another_set(counts[0], index, context) else counts[0]


def _is_set(index: int, context: Context, words: Near) -> bool:
    """True of a number of things or people, and of "a crew of thirteen"; not of some of a larger set."""
    q, line, at = context.quantity(index), context.line(index), context.lines.position_of[index]
    if words.pattern("reckon-subset").match(line.symbols, at + 1):
        return False
    return bool(q.noun) or words.ends("all-group", line, at, 3)
