"""Two parts, each with its growth, and what both were together before: the parts carried back add up to it.

    580,000 items ... 412,000 books, 3 per cent more, while e-books went up by 12 per cent to 168,000 ... had beaten the 550,000 of 2022

That there are only these two is told by what both are together now, by two sides, by the parts of a year, or by words.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.joint.evidence import growth
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.linking.structure.joint.pairs import LEVELS, Pair, both_counted, one_measure, pairs_of
from checker.linking.structure.joint.seasons import PAIRS, said_of
from checker.linking.structure.roles.cast import by_name, cast_of
from checker.linking.structure.roles.sides import Spot, opposite
from checker.linking.structure.total.lists_of_shares import any_of
from checker.model import Frame
from checker.rational import Fraction

_CLEAR, _FAR = Fraction(102, 100), 2  # times what the parts were together


def former_totals(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "former-of-two" (total, first, change, second, rate)."""
    if cast_of(context) is None:
        return []
    page = page_of(context)
    pairs = [p for p in pairs_of(page) if p[1].quantity.kind in ("percent", "ratio") and p[1].quantity.value is not None and growth(p[1]) > -1]
    for one_part, other in zip(pairs, pairs[1:]):
        akin = [p for p in pairs if _akin(p[0], one_part[0])]
        if not _akin(one_part[0], other[0]) or len(akin) != 2 and not _seasonal(page, one_part, other):
            continue
        frame = _frame(page, one_part, other)
        if frame is not None and not any(t.family == "former-total" and t.claims["total"] == frame.claims["total"] for t in frames):
            return [frame]
    return []


def _akin(a: Figure, b: Figure) -> bool:
    return one_measure(a, b) or both_counted(a, b)


def _seasonal(page: Page, a: Pair, b: Pair) -> bool:
    return any(said_of(page, a[0].line, early) and said_of(page, b[0].line, late) for early, late in PAIRS)


def _frame(page: Page, a: Pair, b: Pair) -> Frame | None:
    figures = [f for line in page.lines for f in page.figures(line) if f.quantity.kind in LEVELS and f.quantity.value and _akin(f, a[0]) and f.index not in (a[0].index, b[0].index)]
    now = one([f for f in figures if f.quantity.value == a[0].quantity.value + b[0].quantity.value and not f.quantity.approx])
    spots: list[Spot] = [(p[0].line, min(p[0].at, p[1].at), min(p[0].left, p[1].left), max(p[0].right, p[1].right)) for p in (a, b)]
    closed = now is not None or _seasonal(page, a, b) or opposite(*spots, page.context)
    made = sum((p[0].quantity.value / (1 + abs(growth(p[1])) * p[2]) for p in (a, b)), Fraction(0))
    before = [f for f in figures if f is not now and _of_then(page, f, now, a) and (closed or page.says("but-these-parts", f.line))]
    total = one(before)
    if total is None or any(page.says(name, total.line, 0, total.at) for name in ("told-unreal", "looks-ahead")):
        return None
    if any(page.says(name, line) for name in ("constant-terms", "margin-without") for line in (a[0].line, b[0].line, total.line)):
        return None
    off = max(total.quantity.value / made, made / total.quantity.value)
    if abs(total.quantity.value - made) > (total.quantity.place or 1) and not _CLEAR < off < _FAR:
        return None
    claims = {"total": (total.index,), "first": (a[0].index,), "change": (a[1].index,), "second": (b[0].index,), "rate": (b[1].index,)}
    return by_name(page.frame("former-of-two", claims))


def _of_then(page: Page, f: Figure, now: Figure | None, a: Pair) -> bool:
    """Whether a figure is told of the year before: "up from 11,200", "in the previous year", "the 550,000 of 2022"."""
    if f.item.then or f.item.word in ("from", "base") and (now is None or f.line is now.line):
        return True
    own, others = _years(page, f), _years(page, now or a[0])
    return bool(own) and bool(others) and max(own) + 1 == max(others) or _said_of_then(page, f)


def _said_of_then(page: Page, f: Figure) -> bool:
    """True of "In the previous year it had ...", also where that is read as a time."""
    tokens = page.context.extraction.tokens.words[f.line.firsts[0] : f.line.firsts[f.at]]
    return any_of(page.context.lexicon.pack.words("former-year"), tokens)


def _years(page: Page, f: Figure) -> set[int]:
    return {when.year for i in f.line.figures if (when := page.context.quantity(i).when) is not None and when.year}
