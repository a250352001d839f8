"""Growth of price, of volume and of revenue: the first two give the third, where the text itself draws that conclusion."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.model import Frame

_MEASURES = ("joint-price", "joint-volume", "joint-revenue")
_GROWTHS = ("percent", "ratio", "multiple")


def prices(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "price-volume", and "price-volume-level" where revenue is said not to have moved."""
    return page_of(context).frames((*_MEASURES, "sums-up"), _frame)


def _frame(page: Page, passage: list[Line]) -> Frame | None:
    growths: dict[str, list[Figure]] = {name: [] for name in _MEASURES}
    for line in passage:
        for f in page.figures(line):
            if f.item.kind == "change" and f.quantity.kind in _GROWTHS and not f.item.apposed and not f.item.blocked:
                name = page.called(f, _MEASURES)
                if name is None:
                    return None
                growths[name].append(f)
    price, volume, revenue = (one(growths[name]) for name in _MEASURES)
    if price is None or volume is None:
        return None
    claims = {"first": (price.index,), "second": (volume.index,)}
    if revenue is not None and page.says("sums-up", revenue.line):
        return page.frame("price-volume", claims | {"change": (revenue.index,)})
    flat = [line for line in passage if page.says("no-change", line) and page.says("joint-revenue", line)]
    if not growths["joint-revenue"] and len(flat) == 1 and page.says("sums-up", flat[0]):
        return page.frame("price-volume-level", claims)
    return None
