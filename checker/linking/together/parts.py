"""Parts and their total, each with its growth: what they were before must add up as well.

A level and the growth beside it are a pair; where of consecutive pairs one is the sum of the others, their former
values are facts that no figure states, with the same sum.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.joint.pairs import one_measure, pairs_of
from checker.model import Frame, Statement

_MOST_PARTS = 4
_WITHIN = 10  # sentences from the first pair to the last


def growths_of_parts(context: Context, frames: tuple[Frame, ...]) -> list[Statement]:
    """Statements of growth for each pair, and of the sum of the former values."""
    page = page_of(context)
    pairs = pairs_of(page)
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


def _total(group) -> int | None:
    """The number of the pair whose level is the sum of the others, as far as their digits go."""
    levels = [level.quantity for level, _, _ in group]
    if not all(one_measure(group[0][0], other) for other, _, _ in group[1:]):
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
    found, refs = _before(group, page)
    parts = tuple(ref for n, ref in enumerate(refs) if n != total)
    found.append(Statement("sum-of-parts", {"total": (refs[total],), "part": parts}, 0, "growths-of-parts"))
    return found


def former_totals(context: Context, frames: tuple[Frame, ...]) -> list[Statement]:
    """Statements of growth for two parts, and of the sum of what they were, which the text states."""
    page = page_of(context)
    found: list[Statement] = []
    told = {f.claims["part"]: f for f in frames if f.family == "former-total"}
    pairs = pairs_of(page) if told else []
    for n in range(len(pairs) - 1):
        frame = told.get(tuple(p[0].index for p in pairs[n : n + 2]))
        if frame is not None:
            said, refs = _before(pairs[n : n + 2], page)
            found += [*said, Statement("sum-of-parts", {"total": frame.claims["total"], "part": tuple(refs)}, 0, "former-total")]
    return found


def _before(group, page: Page) -> tuple[list[Statement], list[tuple]]:
    """The former value of each level, as a fact, and what its growth says of it."""
    text = page.context.extraction.document.text
    found, refs = [], []
    for level, growth, sign in group:
        q = level.quantity
        ref = (f"#{level.index}", "before", " ".join(text[q.start : q.end].split()), "before")
        refs.append(ref)
        found.append(Statement("growth-from-base", {"new": (level.index,), "base": (ref,), "change": (growth.index,)}, sign, "growths-of-parts"))
    return found, refs
