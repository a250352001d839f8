"""Why a figure near a range may not be one of its set."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.ends import far_beyond
from checker.linking.structure.near import near
from checker.model import Quantity

_FAR = 8  # times above the upper end, or below the lower one
_BEFORE = 4  # symbols in front of a figure
_NAMED = 8  # symbols in front of a range in which it is said of what it is
_HYPHENS = ("-", "‑", "–")


def far_from(sample: Quantity, q: Quantity) -> bool:
    """True of a value many times above or below a range in one figure: rather of another thing."""
    if sample.low is None or sample.high is None or (sample.unit or "").partition("/")[0] != (q.unit or "").partition("/")[0]:
        return False
    return far_beyond(sample.low, sample.high, q.value, _FAR)


def moved(at: int, line: Line, context: Context, reach: int = _BEFORE) -> bool:
    """True of a change, not a level: "the average price jumped 6 percent"; with a longer reach, of what has moved on since."""
    return any(p.search(line.symbols, max(0, at - reach), at) for p in (context.lexicon.rising, context.lexicon.falling))


def no_set(index: int, context: Context) -> bool:
    """True of a range in one figure that holds no values: matches won and lost ("fell to 0-6", "went 0-4"), and of what is
    asked for, which others grant or refuse."""
    q, line, at = context.quantity(index), context.line(index), context.lines.position_of[index]
    text = context.extraction.document.text[q.start : q.end]
    record = q.low == 0 and q.unit is None and q.kind in ("number", "count", "range") and any(mark in text for mark in _HYPHENS)
    return record and near(context).within("record-verb", line, at - _BEFORE, at) or near(context).within("range-wanted", line, at - _NAMED, at)


def of_means(index: int, sign: int, context: Context) -> bool:
    """True of an end beside a range of means: "monthly means range from 4 to 19; the highest was 31"."""
    return bool(sign) and near(context).within("ends-mean", context.line(index), 0, context.lines.position_of[index])
