"""Average, count and total, told in different sentences: one candidate a part.

What ties them is their names alone, so that a miss is only a mistake where one slip of the hand explains it.
"""

from __future__ import annotations

from checker.linking.context import Context, same_unit
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.near import one_slip
from checker.model import Frame
from checker.rational import Fraction

_COUNTED = ("count", "number")
_AROUND = 4  # sentences to either side
_FEWEST = 5


def apart(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "average"."""
    page = page_of(context)
    averaged = {f.claims["average"][0] for f in frames if f.family == "average" and f.pinned >= {"average", "count", "total"}}
    found: list[Frame] = []
    for n, line in page.saying("joint-mean"):
        found += [f for a in page.figures(line) if a.index not in averaged and (f := _average(page, n, a)) is not None]
    return found


def _average(page: Page, n: int, mean: Figure) -> Frame | None:
    q = mean.quantity
    cue = "joint-mean" if q.kind == "currency" else "called-average"  # "two rounds each" are no average
    if q.value is None or q.kind in ("percent", "ratio") or not page.says(cue, mean.line, max(mean.left, mean.at - 6), min(mean.right, mean.at + 7)):
        return None
    around = [f for line in page.lines[max(0, n - _AROUND) : n + _AROUND + 1] for f in page.figures(line)]
    counts = [f for f in around if f.quantity.kind in _COUNTED and f.index < mean.index and _plain(f, _FEWEST) and not f.item.then and f.item.word != "base"]
    counts = [f for f in counts if _counts_for(f, mean)]
    totals = [f for f in around if f.index > mean.index and _plain(f, 1) and _alike(f, mean) and f.quantity.value > 2 * q.value]
    totals = [f for f in totals if page.says("joint-total", f.line, max(0, f.left - 1), min(f.right + 1, f.at + 4))]
    held = [(c, t) for c in counts for t in totals if _holds(c.quantity.value * q.value, t)]
    pairs = held or [(c, t) for c in counts[-3:] for t in totals[:1] if one_slip(t.quantity, c.quantity.value * q.value)]
    if len(pairs) != 1 or not held and len(totals) != 1:
        return None
    count, total = pairs[0]
    return page.frame("average", {"average": (mean.index,), "count": (count.index,), "total": (total.index,)})


def _plain(f: Figure, least: int) -> bool:
    return f.quantity.value is not None and f.quantity.value >= least and f.quantity.sense != "bound" and f.item.kind == "level"


def _counts_for(count: Figure, mean: Figure) -> bool:
    """A price a share is not for so many firms: what is counted is what the mean is for, where both are named."""
    per, noun = (mean.quantity.unit or "").partition("/")[2], count.quantity.noun[-1:]
    return not per or not noun or noun[0] == per


def _alike(total: Figure, mean: Figure) -> bool:
    p, q = total.quantity, mean.quantity
    if q.kind in _COUNTED:
        return p.kind in _COUNTED
    return p.kind == q.kind and (same_unit(p, q) or (q.unit or "").partition("/")[0] == p.unit)


def _holds(implied: Fraction, total: Figure) -> bool:
    return abs(implied - total.quantity.value) <= (total.quantity.place or 0)
