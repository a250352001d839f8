"""Parts and their total, each with its growth: what they were before must add up as well.

A level and the growth beside it are a pair; where of consecutive pairs one is the sum of the others, their former
values are facts that no figure states, with the same sum.
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.joint.pairs import one_measure, pairs_of
from checker.model import Frame, Statement

_MOST_PARTS = 4
_MOST_NEAR = 6  # pairs to either side of the total
_WITHIN = 10  # sentences from the first pair to the last


def growths_of_parts(context: Context, frames: tuple[Frame, ...]) -> list[Statement]:
    """Statements of growth for each pair, and of the sum of the former values. Among others of their unit a total is called one."""
    page = page_of(context)
    pairs = [p for p in pairs_of(page) if not p[0].quantity.approx and p[1].quantity.value]
    found: list[Statement] = []
    used: set[int] = set()
    for k, whole in enumerate(pairs):
        near = [p for p in pairs[max(0, k - _MOST_NEAR) : k + _MOST_NEAR + 1] if p is not whole and p[0].index not in used]
        near = [p for p in near if abs(p[0].line.number - whole[0].line.number) <= _WITHIN and one_measure(whole[0], p[0])]
        parts = _parts(whole, near) if whole[0].index not in used else None
        if parts is not None and not _unlike(parts, page) and (len(parts) == len(near) or _called_total(whole, parts, page)):
            group = [*parts, whole]
            used |= {p[0].index for p in group}
            found += _said(group, len(parts), page)
    return found


def _called_total(whole, parts, page: Page) -> bool:
    """True of a level that is called a total in words in which none of its parts is: not of "group sales" among "group sales"."""
    here = page.says("whole-of-parts", whole[0].line, 0, whole[0].right)
    return here and not any(p[0].line is not whole[0].line and page.says("whole-of-parts", p[0].line, 0, p[0].at) for p in parts)


def _unlike(parts, page: Page) -> bool:
    """True of levels of different measures: sales and orders."""
    pattern, told = page.near.pattern("growth-measure"), []
    for level, growth, _ in parts:
        start = min(level.left, growth.left) if growth.line is level.line else level.left
        told.append({m.group() for m in list(pattern.finditer(level.line.symbols, start, level.at))[-1:]})
    told = [words for words in told if words]
    return any(not words & told[0] for words in told[1:])


def _parts(whole, near) -> list | None:
    """The fewest pairs on one side of a pair whose levels add up to its own, as far as their digits go."""
    total = whole[0].quantity
    if "/" in (total.unit or ""):
        return None  # prices and rates do not add up
    sides = [p for p in near if p[0].index < whole[0].index], [p for p in near if p[0].index >= whole[0].index]
    for size in range(2, _MOST_PARTS + 1):
        for group in (group for side in sides for group in combinations(side, size)):
            levels = [p[0].quantity for p in group]
            unit = max(q.place or 1 for q in (*levels, total))
            if all(q.value > unit for q in levels) and abs(sum(q.value for q in levels) - total.value) <= unit:
                return list(group)
    return None


def _said(group, total: int, page: Page) -> list[Statement]:
    found, refs = _before(group, page, _lent([level.quantity for level, _, _ in group]))
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
            total = context.quantity(frame.claims["total"][0])
            said, refs = _before(pairs[n : n + 2], page, _lent([total, *(p[0].quantity for p in pairs[n : n + 2])]))
            found += [*said, Statement("sum-of-parts", {"total": frame.claims["total"], "part": tuple(refs)}, 0, "former-total", lent=_lent([p[0].quantity for p in pairs[n : n + 2]]))]
    return found


def _lent(levels) -> str | None:
    """The physical unit that bare numbers take from the others."""
    return next((q.unit for q in levels if q.kind == "physical"), None)


def _before(group, page: Page, lent: str | None) -> tuple[list[Statement], list[tuple]]:
    """The former value of each level, as a fact, and what its growth says of it."""
    text = page.context.extraction.document.text
    found, refs = [], []
    for level, growth, sign in group:
        q = level.quantity
        ref = (f"#{level.index}", "before", " ".join(text[q.start : q.end].split()), "before")
        refs.append(ref)
        found.append(Statement("growth-from-base", {"new": (level.index,), "base": (ref,), "change": (growth.index,)}, sign, "growths-of-parts", lent=lent))
    return found, refs
