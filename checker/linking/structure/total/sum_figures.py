"""Which figures can be a total, and which its parts: no rate, change, bound, range or figure of another year."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.kept import once_a_figure
from checker.linking.structure.near import Near
from checker.linking.structure.parts import TOTALS, is_compared, kin, slashed
from checker.model import Quantity

_NOUN = 8  # symbols from a bracket to a figure in it
_LEAST = 10  # of fewer things a total is hardly told
_COUNTS = ("count", "number")


@once_a_figure
def is_level(index: int, context: Context, words: Near) -> bool:
    """True of a figure that can be a total or a part: no rate, change, bound, range, figure of comparison or subset."""
    q = context.quantity(index)
    points = q.kind == "points" and q.unit == "point"
    if not points and (q.kind not in TOTALS or q.kind in ("percent", "duration")) or not q.positive or "/" in (q.unit or "") or q.sense in ("range", "bound") or _in_brackets(index, context):
        return False
    if is_compared(index, context) or slashed(q, context) or "-" in context.extraction.document.text[q.number_start : q.end + 1] and q.style == "digits":
        return False
    line, at = context.line(index), context.lines.position_of[index]
    if words.ends("resum-not", line, at, 4):
        return False
    if words.pattern("resum-not-after").match(line.symbols, at + 1 + max(0, q.noun_last - q.last)):
        return False
    return True


def _in_brackets(index: int, context: Context) -> bool:
    """True of the figure of another year: "(2011: 79 million)", "325,900 (338,800)"."""
    line, at = context.line(index), context.lines.position_of[index]
    chars = context.lexicon.symbols.chars
    if at > 1 and line.symbols[at - 1] == chars["("] and line.quantity[at - 2] >= 0:
        return True
    opened = line.symbols.rfind(chars["("], max(0, at - _NOUN), at)
    closed = line.symbols.find(chars[")"], at, at + _NOUN)
    return 0 <= opened and closed > 0 and chars[")"] not in line.symbols[opened:at] and any(context.quantity(i).when is not None for i in line.quantities(opened, closed))


def can_total(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in TOTALS and q.kind not in ("percent", "duration") and q.value is not None and q.value >= (_LEAST if q.kind in _COUNTS else 0) and q.approx is None and "/" not in (q.unit or "")


def akin(total: Quantity, part: Quantity) -> bool:
    """True where a figure can be measured like the total; its unit may be left out ("11 km and another nine")."""
    if part.unit is not None and part.unit != total.unit and total.kind not in _COUNTS:
        return False
    left_out = part.kind == "number" and part.style == "words" and part.scale == total.scale == 1 and total.kind == "physical"
    return kin(total, part) or left_out and part.positive


def other_sort(index: int, total: int, context: Context) -> bool:
    """True of a figure that counts other things than the total does, or is hedged."""
    q, t = context.quantity(index), context.quantity(total)
    return q.approx is not None or q.scale != t.scale and q.kind in _COUNTS or q.kind in _COUNTS and q.value == 1
