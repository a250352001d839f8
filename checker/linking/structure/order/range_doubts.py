"""Why a figure near a range may not be one of its set."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.ends import far_beyond
from checker.model import Quantity

_FAR = 8  # times above the upper end, or below the lower one
_BEFORE = 4  # symbols in front of a figure


def far_from(sample: Quantity, q: Quantity) -> bool:
    """True of a value many times above or below a range in one figure: rather of another thing."""
    if sample.low is None or sample.high is None or (sample.unit or "").partition("/")[0] != (q.unit or "").partition("/")[0]:
        return False
    return far_beyond(sample.low, sample.high, q.value, _FAR)


def moved(at: int, line: Line, context: Context) -> bool:
    """True of a change, not a level: "the average price jumped 6 percent"."""
    return any(p.search(line.symbols, max(0, at - _BEFORE), at) for p in (context.lexicon.rising, context.lexicon.falling))
