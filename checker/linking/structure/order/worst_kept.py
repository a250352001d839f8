"""The worst of a set all of which kept to a mark: it keeps to it as well.

    must hold at least 12% ... all met the test. The thinnest was 12.3%
    the law wants fewer than 80 spores a litre. All six barns complied: the worst reading was 64
    up to 350 colonies are allowed ... nowhere did a beach have to close. The highest count, 310, came from the mouth of the river

The mark is a bound told as a rule; what follows says that it was met, and a superlative behind that names the end of the set.
"""

from __future__ import annotations

from checker.linking.context import Context, same_unit
from checker.linking.lines import Line
from checker.linking.structure.denied import denied
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame

_AHEAD = 5  # sentences behind the rule
_TURN = 2  # symbols from "not" to the mark
_KINDS = ("count", "number", "physical", "percent", "currency", "duration")


def worst_kept(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "threshold" (level, bound)."""
    words, lines, found = near(context), prose_lines(context), []
    ruled = words.standing("must-word", "mark-rule")
    for n, line in enumerate(lines):
        bounds = [i for i in line.figures if _is_bound(i, context)] if line.number in ruled else []
        if len(bounds) != 1:
            continue
        following = [x for x in lines[n + 1 : n + 1 + _AHEAD] if x.block == line.block]
        level = _level(bounds[0], following, context, words)
        if level is not None:
            claims = {"level": (level,), "bound": (bounds[0],)}
            found.append(Frame("threshold", (0, 0), claims, {}, _side(bounds[0], context, words), frozenset(claims), 3, None, (), "roles"))
    return found


def _is_bound(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.approx in ("above", "below") and q.kind in _KINDS and q.value is not None and not q.change


def _side(bound: int, context: Context, words: Near) -> int:
    """1 where the mark is to be reached, -1 where it is not to be passed: "must not exceed 40"."""
    line, at = context.line(bound), context.lines.position_of[bound]
    turned = words.within("mark-not", line, max(0, at - _TURN), at) and not denied(context.quantity(bound), context)
    return (1 if context.quantity(bound).approx == "above" else -1) * (-1 if turned else 1)


def _level(bound: int, following: list[Line], context: Context, words: Near) -> int | None:
    """The figure behind the superlative that stands behind the words for all having kept to the mark."""
    names = ("worst-of-all", "standing-least" if _side(bound, context, words) > 0 else "standing-most")
    met = False
    for line in following:
        if any(_is_bound(i, context) and same_unit(context.quantity(bound), context.quantity(i)) for i in line.figures):
            return None  # another mark
        said = next(words.matches("all-met", line), None)
        if said is not None and words.has("not-all-met", line) or met and words.has("worst-elsewhere", line):
            return None
        start = 0 if met else said.end() if said is not None else len(line.symbols)
        met = met or said is not None
        ends = [m.end() for name in names for m in words.matches(name, line, start)]
        if met and ends and not any(context.quantity(i).kind in TIMES and context.quantity(i).when is not None and context.quantity(i).when.year for i in line.figures):
            return _of_end(min(ends), bound, line, context, words)
    return None


def _of_end(start: int, bound: int, line: Line, context: Context, words: Near) -> int | None:
    """The first figure of the mark's unit; not how many there are ("the worst of the nine")."""
    for index in line.quantities(start):
        q, at = context.quantity(index), context.lines.position_of[index]
        alike = q.kind in _KINDS and q.value is not None and not q.change and same_unit(context.quantity(bound), q) and (q.unit is not None or q.kind in ("count", "number"))
        if alike and not words.within("limited-set", line, max(start, at - 2), at) and (q.kind in ("count", "number")) == (context.quantity(bound).kind in ("count", "number")):
            return index
    return None
