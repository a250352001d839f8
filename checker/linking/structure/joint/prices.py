"""Growth of price, of volume and of revenue: the first two give the third.

Where the text draws that conclusion itself, or where a slip of the hand explains why the three do not fit.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.evidence import as_written, growth, slipped
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.model import Frame

_MEASURES = ("joint-price", "joint-volume", "joint-revenue")
_GROWTHS = ("percent", "ratio", "multiple")
_APART = 8  # sentences from the first to the last


def prices(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "price-volume", and "price-volume-level" where revenue is said not to have moved."""
    return page_of(context).frames(_MEASURES, _frame)


def _frame(page: Page, passage: list[Line]) -> Frame | None:
    growths: dict[str, list[Figure]] = {name: [] for name in _MEASURES}
    for line in passage:
        for f in page.figures(line):
            if f.item.kind == "change" and f.quantity.kind in _GROWTHS and f.quantity.value is not None and not f.item.apposed and not f.item.blocked and not _is_share(page, f):
                name = page.called(f, _MEASURES)
                if name is None:
                    return None
                growths[name].append(f)
    price, volume, revenue = (one(growths[name]) for name in _MEASURES)
    if price is None or volume is None:
        return None
    claims = {"first": (price.index,), "second": (volume.index,)}
    if revenue is not None and max(revenue.line.number, price.line.number, volume.line.number) - min(price.line.number, volume.line.number) <= _APART:
        told = page.says("sums-up", revenue.line)
        return page.frame("price-volume", claims | {"change": (revenue.index,)}, 0, told or _slipped(page, price, volume, revenue))
    flat = [line for line in passage if page.says("no-change", line) and page.says("joint-revenue", line)]
    if not growths["joint-revenue"] and len(flat) == 1 and page.says("sums-up", flat[0]):
        return page.frame("price-volume-level", claims)
    return None


def _is_share(page: Page, f: Figure) -> bool:
    """True of "were 30 per cent of volume": no growth."""
    return f.quantity.change is None and page.near.pattern("turn-of").match(f.line.symbols, f.at + 1) is not None


def _slipped(page: Page, price: Figure, volume: Figure, revenue: Figure) -> bool:
    """True where one slip in one of the three explains it, and nothing else that is told of does."""
    three = (price, volume, revenue)
    lines = [f.line for f in three]
    if any(page.says("more-than-price", line) for line in page.lines[min(x.number for x in lines) : max(x.number for x in lines) + 1]):
        return False
    if len({page.says("of-all-kinds", f.line, f.left, f.right) for f in (volume, revenue)}) > 1:
        return False
    p, v, r = map(growth, three)
    meant = ((price, (1 + r) / (1 + v) - 1 if v > -1 else 0), (volume, (1 + r) / (1 + p) - 1 if p > -1 else 0), (revenue, (1 + p) * (1 + v) - 1))
    return any(f.quantity.kind != "multiple" and slipped(f.quantity, as_written(f.quantity, implied * (f.item.sign or 1))) for f, implied in meant)
