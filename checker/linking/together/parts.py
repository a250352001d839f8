"""Parts and their total, each with its growth: what they were before must add up as well.

A level and the growth beside it are a pair; where of consecutive pairs one is the sum of the others, their former
values are facts that no figure states, with the same sum.
"""

from __future__ import annotations

from checker.linking.context import Context, same_head
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame, Statement

_GROWTHS = ("percent", "ratio")
_LEVELS = ("currency", "count", "number", "physical")
_MOST_PARTS = 4
_WITHIN = 10  # sentences from the first pair to the last


def growths_of_parts(context: Context, frames: tuple[Frame, ...]) -> list[Statement]:
    """Statements of growth for each pair, and of the sum of the former values."""
    page = page_of(context)
    pairs = _pairs(page)
    found: list[Statement] = []
    used: set[int] = set()
    for n in range(len(pairs)):
        for size in range(3, _MOST_PARTS + 2):
            group = pairs[n : n + size]
            if len(group) < size or group[-1][0].line.number - group[0][0].line.number > _WITHIN or any(p[0].index in used for p in group):
                continue
            total = _total(group)
            if total is not None:
                used |= {p[0].index for p in group}
                found += _said(group, total, page)
    return found


def _pairs(page: Page) -> list[tuple[Figure, Figure, int]]:
    """(level, growth, sign) in the order of the text."""
    found: list[tuple[Figure, Figure, int]] = []
    waiting: Figure | None = None
    block = None
    for line in page.lines:
        if block is not None and line.block != block and waiting is not None and not _level(waiting):
            waiting = None
        block = line.block
        figures = page.figures(line)
        for f in figures:
            if _level(f):
                led = _leading(page, f, figures)
                if led is not None and (not found or found[-1][1] is not led):
                    found.append((f, led, led.item.sign))
                waiting = f if led is None else None
            elif waiting is not None and not (waiting.line is not line and _remembers(page, f)) and f.quantity.kind in _GROWTHS and waiting.line.number >= line.number - 1:
                sign = _sign(page, f)
                if sign:
                    found.append((waiting, f, sign))
                waiting = None
        if waiting is not None and waiting.line.number < line.number:
            waiting = None
    return found


def _leading(page: Page, level: Figure, figures: list[Figure]) -> Figure | None:
    """The growth in front of a level that it led to: "rose 4 per cent to 194 million"."""
    before = [f for f in figures if f.at < level.at]
    led = level.item.word == "to" and before and before[-1].item.kind == "change" and before[-1].quantity.kind in _GROWTHS
    if not led or not before[-1].item.sign or before[-1].item.blocked:
        return None
    between = level.line.symbols[before[-1].at + 1 : level.at]
    return None if any(s in page.reader.words.separators or s in page.reader.words.conjunction for s in between) else before[-1]


def _remembers(page: Page, f: Figure) -> bool:
    """True of a growth of another time: "the largest since a 4.5 per cent drop in May 1980"."""
    dated = any(page.context.quantity(i).kind in ("date", "year") for i in f.line.quantities())
    return dated and not f.item.now


def _level(f: Figure) -> bool:
    q = f.quantity
    if q.kind not in _LEVELS or q.value is None or q.sense in ("bound", "range") or f.item.word in ("from", "base", "than"):
        return False
    return f.item.kind == "level" and not f.item.apposed or q.kind == "currency" and f.item.kind == "change" or f.item.kind == "change" and not f.item.apposed and q.scale > 1


def _sign(page: Page, f: Figure) -> int:
    if f.item.kind == "change" and not f.item.blocked:
        return f.item.sign
    line, end = f.line, min(len(f.line.symbols), f.at + 4)
    if page.says("again-as-much", line, f.at + 1, end):
        return 1
    if page.says("below-base", line, f.at + 1, f.at + 2):
        return -1
    if page.says("above-base", line, f.at + 1, f.at + 2):
        return 1
    return 0


def _total(group) -> int | None:
    """The number of the pair whose level is the sum of the others, as far as their digits go."""
    levels = [level.quantity for level, _, _ in group]
    if not all(same_head(levels[0], q) for q in levels[1:]):
        return None
    if any(q.approx for q in levels):
        return None
    unit = max(q.place or 1 for q in levels)
    for n in (len(group) - 1, 0):
        others = [q.value for m, q in enumerate(levels) if m != n]
        if abs(sum(others) - levels[n].value) <= unit and levels[n].value > max(others):
            return n
    return None


def _said(group, total: int, page: Page) -> list[Statement]:
    text = page.context.extraction.document.text
    found, refs = [], []
    for level, growth, sign in group:
        q = level.quantity
        ref = (f"#{level.index}", "before", " ".join(text[q.start : q.end].split()), "before")
        refs.append(ref)
        found.append(Statement("growth-from-base", {"new": (level.index,), "base": (ref,), "change": (growth.index,)}, sign, "growths-of-parts"))
    parts = tuple(ref for n, ref in enumerate(refs) if n != total)
    found.append(Statement("sum-of-parts", {"total": (refs[total],), "part": parts}, 0, "growths-of-parts"))
    return found
