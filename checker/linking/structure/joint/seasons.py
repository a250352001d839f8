"""The first part of a year, the rest of it, and the year: nine months and a quarter, two halves."""

from __future__ import annotations

from checker.linking.context import Context, same_head
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame

_WITHIN = 6  # sentences
_LEVELS = ("currency", "count", "number", "physical")
_PAIRS = (("nine-months", "last-quarter"), ("joint-first-half", "joint-second-half"))


def seasons(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum"."""
    if not any(q.kind in ("period", "duration") for q in context.extraction.quantities):
        return []
    page = page_of(context)
    for n, line in enumerate(page.lines):
        for early, late in _PAIRS:
            first = _told_of(page, line, early)
            if first is None:
                continue
            window = page.lines[n : n + _WITHIN]
            second = next((f for other in window if (f := _told_of(page, other, late)) is not None), None)
            total = second and _year(page, window, first, second)
            if total:
                return [page.frame("sum", {"total": (total.index,), "part": (first.index, second.index)})]
    return []


def _told_of(page: Page, line: Line, name: str) -> Figure | None:
    """The figure of a season: the last one in front of its name, with nothing told of between, else the next behind it."""
    said = page.context.lexicon.pack.words(name)
    at = next((p for p, q in enumerate(line.quantity) if q >= 0 and _text(page, q) in said), None)
    if at is None:
        return None
    figures = [f for f in page.figures(line) if f.quantity.kind in _LEVELS and f.quantity.value and f.item.word not in ("from", "base", "than")]
    other = [p for p, q in enumerate(line.quantity) if q >= 0 and page.context.quantity(q).kind == "period" and p != at]
    before = [f for f in figures if f.at < at and not any(f.at < p < at for p in other)]
    after = [f for f in figures if f.at > at and not any(at < p < f.at for p in other)]
    opens = at <= 6 and after
    return after[0] if opens else before[-1] if before else after[0] if after else None


def _year(page: Page, window: list[Line], first: Figure, second: Figure) -> Figure | None:
    found = []
    for line in window:
        if page.says("full-year", line):
            found += [f for f in page.figures(line) if f.index > max(first.index, second.index) and f.quantity.kind in _LEVELS and f.quantity.value]
    found = [f for f in found if same_head(f.quantity, first.quantity) and same_head(f.quantity, second.quantity)]
    found = [f for f in found if f.quantity.value > max(first.quantity.value, second.quantity.value) and f.item.word not in ("from", "base", "than")]
    return found[0] if len(found) == 1 else None


def _text(page: Page, index: int) -> str:
    q = page.context.quantity(index)
    return " ".join(page.context.extraction.document.text[q.start : q.end].lower().split())
