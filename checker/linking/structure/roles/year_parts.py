"""The two parts of a year and all of it, which is named by nothing but its year.

    new orders worth 5.9 billion in 2021, its busiest year ... From January to September contracts for 4.1 billion ... October to December
    brought a further 1.8 billion

Of the measure there are these three figures in the text and no other; nothing was cancelled or revised.
"""

from __future__ import annotations

from checker.linking.context import Context, content
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.linking.structure.joint.seasons import LEVELS, PAIRS, said_of, same_measure, told_of_seasons
from checker.linking.structure.joint.share_volume import sentence_words
from checker.linking.structure.near import near
from checker.linking.structure.roles.cast import by_name, cast_of, clear, ties_of
from checker.model import Frame

_OF = 3  # symbols behind a figure that say what it is of


def year_parts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    if not any(q.kind in ("period", "duration", "date") for q in context.extraction.quantities) or cast_of(context) is None:
        return []
    page, ties = page_of(context), ties_of(frames)
    for names in PAIRS:
        frame = by_name(_frame(page, names))
        if frame is not None and not any(f.family == "sum" and f.pinned and f.claims["part"] == frame.claims["part"] for f in frames) and not ties.elsewhere(frame, frame.claims["part"][1]):
            return [frame]
    return []


def _frame(page: Page, names: tuple[str, str]) -> Frame | None:
    first, second = (_told(page, names, name) for name in names)
    if first is None or second is None or first is second or not same_measure(first, second):
        return None
    levels = [f for line in page.lines for f in _levels(page, line) if f.index not in (first.index, second.index) and same_measure(f, first)]
    if any(f.quantity.value < max(first.quantity.value, second.quantity.value) and f.quantity.scale == first.quantity.scale for f in levels):
        return None  # more of it is told
    total = one([f for f in levels if f.quantity.value > max(first.quantity.value, second.quantity.value)])
    if total is None or not _of_year(page, total) or not _tied(page, total, first, second) or _severed(page, (total, first, second)):
        return None
    if not clear(total.quantity, first.quantity.value + second.quantity.value):
        return None
    return page.frame("sum", {"total": (total.index,), "part": (first.index, second.index)})


def _levels(page: Page, line) -> list[Figure]:
    return [f for f in page.figures(line) if f.quantity.kind in LEVELS and f.quantity.value and (f.item.sign == 0 or page.says("seasons-more", line, f.left, f.at)) and f.item.word not in ("from", "base", "than") and f.quantity.sense not in ("bound", "range")]


def _told(page: Page, names: tuple[str, str], name: str) -> Figure | None:
    """The only level that is told of a season; the one right behind its words where its sentence has more."""
    found = []
    for line in page.lines:
        if not line.figures or not said_of(page, line, name):
            continue
        figures = _levels(page, line)
        at = told_of_seasons(page, line, names, [f.quantity.start for f in figures]).get(name)
        if at is not None:
            found.append(figures[at])
    return one(found)


def _of_year(page: Page, total: Figure) -> bool:
    """Whether the sentence of a total speaks of a year."""
    years = any(page.context.quantity(i).kind in ("year", "period") for i in total.line.figures)
    return years or page.says("seasons-year", total.line) or bool(said_of(page, total.line, "full-year"))


def _tied(page: Page, total: Figure, first: Figure, second: Figure) -> bool:
    """Whether words say that the second part came on top of the first, and the sentence of the total speaks of what they are."""
    parts = sentence_words(first, page) | sentence_words(second, page)
    more = page.says("seasons-more", second.line, 0, second.right)
    return bool(parts & sentence_words(total, page)) or more or page.says("sums-up", total.line)


def _severed(page: Page, three: tuple[Figure, Figure, Figure]) -> bool:
    """Whether something else explains a difference: other years, other things, plans, what was cancelled."""
    lines = {f.line.number: f.line for f in three}.values()
    years = {when.year for line in lines for i in line.figures if (when := page.context.quantity(i).when) is not None and when.year}
    other = any(page.says(name, f.line, 0, f.at) for f in three for name in ("told-unreal", "looks-ahead", "owner-part", "joint-mean"))
    gone = any(near(page.context).has("seasons-not", line) and not near(page.context).has("rest-denied", line) for line in page.lines)
    things = [t for f in three if (t := _thing(page, f))]
    return len(years) > 1 or other or gone or any(not a & b for a in things for b in things)


def _thing(page: Page, f: Figure) -> frozenset[str]:
    """What a figure is said to be of: coal in "2.4 million tonnes of coal"."""
    line = f.line
    if line.symbols[f.at + 1 : f.at + 2] not in page.reader.words.of or f.at + 2 >= len(line.firsts):
        return frozenset()
    return content(line.firsts[f.at + 2], line.lasts[min(f.at + _OF, len(line.firsts) - 1)] + 1, page.context)
