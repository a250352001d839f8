"""Growth of sales and of profit, and the margin before and after: any three of the four ... fix the last.

Only where the margin and the profit are of one sort: an operating margin says nothing of the net profit.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.moments import in_order
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.linking.structure.roles.cast import cast_of
from checker.linking.structure.total.lists_of_shares import any_of
from checker.model import Frame

_MEASURES = ("joint-revenue", "joint-profit", "joint-margin")
_SPANS = ("margin-quarter", "margin-half", "margin-nine-months", "margin-full-year")
_GROWTHS = ("percent", "ratio", "multiple")


def margins(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "margin-growth", "margin-levels" (with the profit told twice) and, where profit or sales are said not to have moved, "margin-level"."""
    frames = page_of(context).frames(("joint-revenue", "joint-profit"), _frame)
    return [replace(f, source="by name") for f in frames] if cast_of(context) is not None else frames


def _frame(page: Page, passage: list[Line]) -> Frame | None:
    growths: dict[str, list[Figure]] = {name: [] for name in _MEASURES}
    levels: list[Figure] = []
    profits: list[Figure] = []
    for line in passage:
        last, beside = None, False
        for f in page.figures(line):
            name = page.called(f, _MEASURES) or (last if f.item.kind == "level" or beside else None)
            beside = f.quantity.kind == "currency"  # "profit, at 84 million, was 40% up"
            if f.item.kind == "change" and name and f.quantity.kind in _GROWTHS and not f.item.apposed:
                growths[name].append(f)
            elif f.item.kind == "level" and f.quantity.kind in ("percent", "number") and (name == "joint-margin" or _of_revenue(page, f) or _again(page, f, levels)):
                levels.append(f)
            elif name == "joint-profit" and f.quantity.kind == "currency" and f.quantity.value and f.item.kind == "level":
                profits.append(f)
            last = name or last
    pair = _pair(page, levels)
    revenue, profit = one(growths["joint-revenue"]), one(growths["joint-profit"])
    if pair is None or growths["joint-margin"] or not one_sort(page, passage):
        return None
    new, base = pair
    claims = {"share-new": (new.index,), "share-base": (base.index,)}
    unmoved = any(page.says("no-change", line) for line in passage)
    if revenue and not one_terms(page, [f.line for f in (revenue, new, base, *(profit and [profit] or profits))]):
        return None
    if revenue and profit and "multiple" not in (revenue.quantity.kind, profit.quantity.kind):  # those are for `portions`
        return page.frame("margin-growth", claims | {"rate": (revenue.index,), "change": (profit.index,)}, 0, _one_owner(page, revenue, profit, new))
    earned = in_order(page, *profits) if len(profits) == 2 else None
    if revenue and earned and not growths["joint-profit"] and profits[0].quantity.unit == profits[1].quantity.unit and _one_owner(page, revenue, *profits, new):
        return page.frame("margin-levels", claims | {"rate": (revenue.index,), "new": (earned[0].index,), "base": (earned[1].index,)})
    if revenue and unmoved and not growths["joint-profit"]:
        return page.frame("margin-level", claims | {"rate": (revenue.index,)})
    return None


def _of_revenue(page: Page, f: Figure) -> bool:
    """True of profit as a part of revenue: "operating profit came to 21% of revenue", "of this revenue 14% was kept as profit"."""
    line = f.line
    behind = page.near.pattern("of-word").match(line.symbols, f.at + 1) is not None and page.says("margin-of-sales", line, f.at + 2, f.at + 5)
    front = page.says("margin-of-these", line, 0, f.at)
    return (behind or front) and page.says("joint-profit", line)


def _again(page: Page, f: Figure, levels: list[Figure]) -> bool:
    """True of what a margin was before: "after 9.1%", "in the year before the figure had been 9.1%"."""
    if len(levels) != 1 or f.quantity.kind != "percent" or not 0 <= f.line.number - levels[0].line.number <= 1 or page.called(f, ("joint-revenue", "joint-profit")):
        return False
    return f.line is levels[0].line and (f.item.word in ("base", "from", "than") or f.item.then) or page.says("margin-again", f.line, f.left, f.at)


def _pair(page: Page, levels: list[Figure]) -> tuple[Figure, Figure] | None:
    """The margin now and before, told by "from", "to", or a time."""
    if len(levels) != 2:
        return None
    a, b = levels
    if a.item.word in ("from", "base") or a.item.then:
        return (b, a) if b.item.word not in ("from", "base") and not b.item.then else None
    if b.item.word in ("from", "base", "than") or b.item.then:
        return a, b
    ordered = in_order(page, a, b)
    return ordered or ((a, b) if page.says("margin-again", b.line, b.left, b.at) and not page.says("margin-since", b.line, 0, b.at) else None)


def one_terms(page: Page, lines: list[Line]) -> bool:
    """True where nothing is expected, left out or told in other terms, and no two sentences tell of spans of different length."""
    if any(page.says(name, line) for name in ("constant-terms", "margin-without") for line in lines):
        return False
    return len({name for name in _SPANS for line in lines if _spoken(page, name, line)}) < 2


def _spoken(page: Page, name: str, line: Line) -> bool:
    """Whether a word of a class stands in a line, also within a time: "the full year"."""
    words = page.context.extraction.tokens.words[line.firsts[0] : line.lasts[-1] + 1]
    return page.says(name, line) or any_of(page.context.lexicon.pack.words(name), words)


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
    return len({page.says("owner-part", f.line, 0, f.at) for f in figures}) == 1
