"""Two measures in one unit and, in the bracket behind them, the same two in another: the first is the third, the second the fourth.

    100 by 80 metres (330 by 260 ft)
    beams of 5 or 9 metres (16 ft 5 in or 29 ft 6 in)

Where one of the pairs agrees, the order is beyond doubt, and the other must.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.model import Quantity
from checker.rounding import reading
from checker.units import measure

_JOIN = 2  # symbols between the two of a row


def twin_rows(context: Context) -> Iterator[tuple[int, int]]:
    """(first, second) for both pairs of such rows."""
    chars = context.lexicon.symbols.chars
    for line in context.lines.figured:
        for a, b, c, d in zip(line.figures, line.figures[1:], line.figures[2:], line.figures[3:]):
            at = [context.lines.position_of[i] for i in (a, b, c, d)]
            if line.symbols[at[1] + 1 : at[2]] == chars["("] and line.symbols[at[3] + 1 : at[3] + 2] == chars[")"] and _rows(a, b, c, d, context) and _joined_alike(at, line):
                if _agree(a, c, context) or _agree(b, d, context):
                    yield a, c
                    yield b, d


def _joined_alike(at: list[int], line: Line) -> bool:
    first, second = line.symbols[at[0] + 1 : at[1]], line.symbols[at[2] + 1 : at[3]]
    return first == second and 0 < len(first) <= _JOIN


def _rows(a: int, b: int, c: int, d: int, context: Context) -> bool:
    """Whether four measures stand in two rows, each with its unit, of one dimension and two systems."""
    one, two, three, four = (context.quantity(i) for i in (a, b, c, d))
    if not all(_measured(q) for q in (one, two, three, four)) or one.unit != two.unit or three.unit != four.unit or one.unit == three.unit:
        return False
    near, far = measure(one), measure(three)
    return near.dimension == far.dimension and not near.offset and not far.offset and near.factor != far.factor


def _measured(q: Quantity) -> bool:
    return q.kind == "physical" and bool(q.value) and bool(q.unit) and q.value > 0 and q.sense not in ("range", "bound") and not q.change


def _agree(first: int, second: int, context: Context) -> bool:
    a, b = (reading(context.quantity(i)).converted * measure(context.quantity(i)).factor for i in (first, second))
    return a.meet(b) is not None
