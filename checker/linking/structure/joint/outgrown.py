"""The growth of two parts and of the whole that they make up, each in a sentence or a paragraph of its own.

`parts_of_growth` reads what stands together. Here words must say that there are but these two parts: "the two together",
"nothing but", "the only other".
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.change.parts_of_growth import Rate, growth_frame, rates
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.joint.weighted import counts_groups
from checker.model import Frame

_WITHIN = 6  # sentences from the first to the last
_NEAR = 14  # symbols around a growth that tell what grew


def outgrown(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "growth-of-total" and "growth-of-total-mixed"."""
    page = page_of(context)
    known = {f.claims["change"] for f in frames if f.family.startswith("growth-of-total")}
    found = []
    for n, _ in page.saying("but-these-parts"):
        told = [(m, r) for m in range(max(0, n - _WITHIN), min(len(page.lines), n + 3)) for r in growths_of(page, page.lines[m])]
        frame = _frame(page, [(m, r) for m, r in told if m >= n - _WITHIN], n)
        if frame is not None and frame.claims["change"] not in known:
            found.append(frame)
            known.add(frame.claims["change"])
    return found


def _frame(page: Page, told: list[tuple[int, Rate]], n: int) -> Frame | None:
    told = [(m, r) for m, r in told if not r[1].apposed and not r[1].blocked]
    wholes = [k for k, (m, r) in enumerate(told) if abs(m - n) <= 1 and _of_whole(page, *r)]
    if len(wholes) != 1 or not 2 <= wholes[0] or any(page.near.has("joint-mean", r[0]) or page.near.has("reopens", r[0]) for _, r in told):
        return None
    whole = told[wholes[0]][1]
    parts = told[: wholes[0]]
    if len(parts) != 2:  # of more the two whose names stand beside that of the whole
        said = _words(page, whole[0])
        parts = [(m, r) for m, r in parts if said & _around(page, *r)]
    figures = [r[1] for r in (*(p[1] for p in parts), whole)] if len(parts) == 2 else []
    if not figures or parts[0][1][1].sign == 0 or any(page.reader.quantity(i).sense in ("range", "bound", "hedged") for i in figures):
        return None
    if not _closed(page, whole[0], [p[1] for p in parts]):
        return None
    return growth_frame([parts[0][1], parts[1][1], whole], 2, page.reader)


def _closed(page: Page, line: Line, parts: list[Rate]) -> bool:
    """True where words say that these are all the parts: "nothing but", "the two schools", or both are named again."""
    if any(page.near.has("nothing-else", part) for part in (line, *(r[0] for r in parts))):
        return True
    said = telling(_words(page, line), page.context)
    own = [telling(_around(page, *r), page.context) for r in parts]
    both = own[0] & own[1]
    return counts_groups(page, line) or all(said & (words - both) for words in own)


def growths_of(page: Page, line: Line) -> list[Rate]:
    """The growths of a sentence; the only percentage of one that speaks of a growth without a verb for it ("growth was slower,
    at 6%", "the decline came to 8%") is one."""
    found = rates(line, page.reader)
    if not found:
        items = [f.item for f in page.figures(line) if f.quantity.kind == "percent"]
        noun = bool(items) and any(s in page.reader.words.nouns for s in line.symbols[: items[0].at])
        found = [(line, items[0])] if noun and len(items) == 1 and items[0].word in ("reach", "at", "") and not items[0].apposed else []
    return found


def _of_whole(page: Page, line: Line, item) -> bool:
    others = [i.at for i in page.reader.row(line.number) if i.kind == "change" and i.at < item.at]
    return page.says("whole-of-parts", line, max(others, default=-1) + 1, item.at + 9)


def _words(page: Page, line: Line) -> frozenset[str]:
    return content(line.firsts[0], line.lasts[-1] + 1, page.context)


def _around(page: Page, line: Line, item) -> frozenset[str]:
    start = max(0, item.at - _NEAR)
    return content(line.firsts[start], line.lasts[item.at] + 1, page.context) if line.firsts else frozenset()
