"""What remains after two withdrawals, the second taken from what the first left.

"$1,200; a third of it went on rent, half of what was left on a machine; the last $400": 1,200 x 2/3 x 1/2. Falls of a price
from one day to the next are the same.
"""

from __future__ import annotations

from checker.linking.context import Context, same_unit
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame

_SHARES = ("percent", "ratio")
_LEVELS = ("currency", "count", "number", "physical", "duration")
_WITHIN = 7  # sentences


def remaining(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "remaining": whole, two shares, rest."""
    page = page_of(context)
    found: list[Frame] = []
    for n, line in enumerate(page.lines):
        for second in page.figures(line):
            if second.quantity.kind in _SHARES and _of_rest(page, second):
                frame = _frame(page, n, second)
                if frame is not None:
                    found.append(frame)
                    return found
    return found


def _frame(page: Page, n: int, second: Figure) -> Frame | None:
    before = [f for line in page.lines[max(0, n - _WITHIN) : n + 1] for f in page.figures(line) if f.index < second.index]
    shares = [f for f in before if f.quantity.kind in _SHARES and _taken(page, f)]
    after = [f for line in page.lines[n : n + _WITHIN] for f in page.figures(line) if f.index > second.index]
    if len(shares) != 1 or any(f.quantity.kind in _SHARES and not f.item.apposed for f in after):
        return None
    first = shares[0]
    wholes = [f for f in before if f.index < first.index and f.quantity.kind in _LEVELS and f.quantity.value and f.quantity.sense != "bound"]
    for whole in sorted(wholes, key=lambda f: -f.quantity.value):
        rests = [f for f in after if f.quantity.kind in _LEVELS and _same(whole, f) and f.quantity.value and _left(page, f)]
        if len(rests) == 1 and rests[0].quantity.value < whole.quantity.value:
            claims = {"whole": (whole.index,), "first": (first.index,), "second": (second.index,), "rest": (rests[0].index,)}
            return page.frame("remaining", claims)
    return None


def _same(a: Figure, b: Figure) -> bool:
    p, q = a.quantity, b.quantity
    if p.kind in ("count", "number") and q.kind in ("count", "number"):
        return not (p.noun and q.noun) or p.noun[-1] == q.noun[-1]
    return p.kind == q.kind and same_unit(p, q)


def _of_rest(page: Page, f: Figure) -> bool:
    return page.says("of-what-was-left", f.line, max(0, f.at - 3), min(len(f.line.symbols), f.at + 7)) and _taken(page, f)


def _taken(page: Page, f: Figure) -> bool:
    return f.item.kind == "change" and f.item.sign <= 0 or page.says("goes-away", f.line, max(0, f.left - 2), f.right)


def _left(page: Page, f: Figure) -> bool:
    return page.says("left-over", f.line, max(0, f.left - 1), f.right)
