"""Which figures can be a total or a part of one."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.kept import once_a_figure
from checker.linking.structure.near import Near
from checker.linking.structure.parts import TOTALS, is_compared, slashed

_NOUN = 8  # symbols from a bracket to a figure in it


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
