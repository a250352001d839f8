"""The average of a whole that is made up of groups: it lies between theirs, and their sizes say where.

Only where words close the list of groups ("just two sorts", "these two regions only", "of both kinds").
"""

from __future__ import annotations

from checker.linking.context import Context, same_unit
from checker.linking.lines import Line
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame

_COUNTED = ("count", "number")


def weighted(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "weighted-average" (with sizes) and "average-between" (without)."""
    page = page_of(context)
    found = []
    for n, line in enumerate(page.lines):
        if not _closed(page, line):
            continue
        start = max(0, n - 4)
        figures = [f for other in page.lines[start : n + 3] for f in page.figures(other) if f.item.kind == "level" and f.quantity.value is not None]
        frame = _frame(page, figures)
        if frame is not None:
            found.append(frame)
            break
    return found


def _closed(page: Page, line: Line) -> bool:
    """True where words say that there are no other groups, or where two groups are counted."""
    if page.near.has("closed-groups", line):
        return True
    nouns, words = page.context.lexicon.pack.words("group-noun"), page.context.extraction.tokens.words
    counted = (page.context.quantity(i) for i in line.quantities())
    return any(q.kind == "count" and q.value == 2 and q.noun_last >= 0 and words[q.noun_last] in nouns for q in counted)


def _frame(page: Page, figures: list[Figure]) -> Frame | None:
    averages = _averages(figures)
    if averages is None:
        return None
    wholes = [f for f in averages if page.says("whole-average", f.line, _start(f, averages), min(f.right, f.at + 6))]
    if len(wholes) != 1:
        return None
    whole = wholes[0]
    parts = [f for f in averages if f is not whole]
    sizes = [_sized(f, figures) for f in parts]
    if all(sizes):
        claims = {"average": (whole.index,), "first": (parts[0].index,), "second": (parts[1].index,), "count": (sizes[0].index,), "size": (sizes[1].index,)}
        return page.frame("weighted-average", claims)
    moving = any(i.kind in ("move", "change") and i.sign for f in averages for i in page.reader.row(f.line.number))
    summed = whole.quantity.kind == "currency" and not page.says("joint-mean", whole.line)
    if summed or moving or len({f.quantity.value for f in parts}) == 1 or page.says("is-share", whole.line):
        return None  # a sum of two amounts, growths and shares read alike; one figure given twice is no two groups
    return page.frame("average-between", {"average": (whole.index,), "part": tuple(f.index for f in parts)})


def _start(f: Figure, averages: list[Figure]) -> int:
    """Where the words about an average begin: behind the one before it in its sentence."""
    return max((a.at + 1 for a in averages if a.line is f.line and a.at < f.at), default=0)


def _averages(figures: list[Figure]) -> list[Figure] | None:
    """The three figures of one unit that are no counts: two groups and all of them."""
    for kinds in (("currency",), ("percent",), ("physical",), ("duration",)):
        found = [f for f in figures if f.quantity.kind in kinds]
        if len(found) == 3 and all(same_unit(found[0].quantity, f.quantity) for f in found):
            return found
    return None


def _sized(average: Figure, figures: list[Figure]) -> Figure | None:
    """The count right in front of an average, with no other average between."""
    before = [f for f in figures if f.index < average.index]
    if not before or before[-1].quantity.kind not in _COUNTED or before[-1].quantity.scale != 1 and before[-1].quantity.kind == "number":
        return None
    size = before[-1]
    near = size.line.number == average.line.number or average.line.number - size.line.number == 1 and average.at < 6
    return size if near and size.quantity.value > 2 else None
