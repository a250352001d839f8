"""Growth of sales and of profit, and the margin before and after: any three of the four ... fix the last.

Only where the margin and the profit are of one sort: an operating margin says nothing of the net profit.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.model import Frame

_MEASURES = ("joint-revenue", "joint-profit", "joint-margin")
_GROWTHS = ("percent", "ratio", "multiple")


def margins(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "margin-growth" and, where profit or sales are said not to have moved, "margin-level"."""
    return page_of(context).frames(_MEASURES, _frame)


def _frame(page: Page, passage: list[Line]) -> Frame | None:
    growths: dict[str, list[Figure]] = {name: [] for name in _MEASURES}
    levels: list[Figure] = []
    for line in passage:
        last = None
        for f in page.figures(line):
            name = page.called(f, _MEASURES) or (last if f.item.kind == "level" else None)
            if f.item.kind == "change" and name and f.quantity.kind in _GROWTHS and not f.item.apposed:
                growths[name].append(f)
            elif f.item.kind == "level" and name == "joint-margin" and f.quantity.kind in ("percent", "number"):
                levels.append(f)
            last = name or last
    pair = _pair(levels)
    revenue, profit = one(growths["joint-revenue"]), one(growths["joint-profit"])
    if pair is None or growths["joint-margin"] or not one_sort(page, passage):
        return None
    new, base = pair
    claims = {"share-new": (new.index,), "share-base": (base.index,)}
    unmoved = any(page.says("no-change", line) for line in passage)
    if revenue and profit and "multiple" not in (revenue.quantity.kind, profit.quantity.kind):  # those are for `portions`
        return page.frame("margin-growth", claims | {"rate": (revenue.index,), "change": (profit.index,)}, 0, _one_owner(page, revenue, profit, new))
    if revenue and unmoved and not growths["joint-profit"]:
        return page.frame("margin-level", claims | {"rate": (revenue.index,)})
    return None


def _pair(levels: list[Figure]) -> tuple[Figure, Figure] | None:
    """The margin now and before, told by "from", "to", or a time."""
    if len(levels) != 2:
        return None
    a, b = levels
    if a.item.word in ("from", "base") or a.item.then:
        return (b, a) if b.item.word not in ("from", "base") and not b.item.then else None
    return (a, b) if b.item.word in ("from", "base", "than") or b.item.then else None


def one_sort(page: Page, passage: list[Line]) -> bool:
    """True where the words in front of margin and profit are the same: operating ... operating, net ... net."""
    words = page.context.extraction.tokens.words
    sorts: dict[str, set[str]] = {"joint-margin": set(), "joint-profit": set()}
    for line in passage:
        for name, found in sorts.items():
            for m in page.near.pattern(name).finditer(line.symbols):
                spoken = [words[line.firsts[p]] for p in range(max(0, m.start() - 1), m.end())]
                kinds = page.context.lexicon.pack.words("profit-sort")
                found |= {w for w in spoken if w in kinds}
    return not sorts["joint-profit"] or not sorts["joint-margin"] or sorts["joint-margin"] == sorts["joint-profit"]


def _one_owner(page: Page, *figures: Figure) -> bool:
    """True where all or none of the sentences speak of a part of the business."""
    return len({page.says("owner-part", f.line) for f in figures}) == 1
