"""Two parts, each with its growth, and what both were together before: "10% more than last season ... last season the two
had brought in 800,000".

No rule tests these frames: they say which figures belong to another time (`outdone`), and what the test of the whole
document may reckon with (`together`).
"""

from __future__ import annotations

from checker.linking.context import Context, content, years_in
from checker.linking.structure.joint.evidence import growth
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.joint.pairs import LEVELS, Pair, both_counted, one_measure, pairs_of
from checker.linking.structure.joint.seasons import PAIRS, said_of
from checker.model import Frame
from checker.rational import Fraction

_WITHIN = 8  # sentences from the first part to the former total
_MORE = Fraction(3, 2)  # times as much as both parts: there are others
_BASE = 7  # symbols behind a growth that tell since when


def former_sums(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "former-total": total, the two parts (part), their growths (change)."""
    page = page_of(context)
    pairs = pairs_of(page)
    levels = {p[0].index for p in pairs}
    found = []
    for one, other in zip(pairs, pairs[1:]):
        if any(p[1].item.blocked or p[1].quantity.value is None for p in (one, other)) or not _akin(one[0], other[0]):
            continue
        start = page.number(one[0].line)
        after = [f for line in page.lines[start : start + _WITHIN] for f in page.figures(line) if f.index > other[0].index and f.index not in levels]
        totals = [f for f in after if _is_total(page, f, one, other)]
        if len(totals) == 1 and (frame := _frame(page, totals[0], one, other)) is not None:
            found.append(frame)
    return found


def _akin(a: Figure, b: Figure) -> bool:
    return one_measure(a, b) or both_counted(a, b)


def _is_total(page: Page, f: Figure, one: Pair, other: Pair) -> bool:
    """True of a level of the time before, of both parts together."""
    if f.quantity.kind not in LEVELS or not f.quantity.value or f.quantity.sense == "bound" or not _akin(one[0], f) or f.quantity.value * 2 < max(one[0].quantity.value, other[0].quantity.value):
        return False
    years, own = _years(page, one[1]) | _years(page, other[1]), _years(page, f)
    if _one_year(page, one, other):
        return bool(own) and (page.says("joint-had", f.line, 0, f.at) or bool(own & years_in(one[0].line, page.context)))
    if not f.item.then and f.item.word != "from" and not years & own and not _base_words(page, one, other) & _words(page, f):
        return False
    if not page.says("but-these-parts", f.line) and not _names_both(page, f, one, other) and not any(page.says("nothing-else", g.line) for g in (one[1], other[1])) or page.says("reopens", f.line):
        return False
    return not years or not own and f.item.word == "from" or bool(years & own)


def _one_year(page: Page, one: Pair, other: Pair) -> bool:
    """True of the two parts of a year, which has no others: its first nine months and its last quarter."""
    return any(said_of(page, one[0].line, early) and said_of(page, other[0].line, late) for early, late in PAIRS)


def _names_both(page: Page, f: Figure, one: Pair, other: Pair) -> bool:
    """True where the sentence of the total names both parts side by side: "imports and exports had added up to"."""
    if f.item.word in ("from", "base", "than"):
        return False  # what its own growth starts from
    a, b = _subject(page, one, None), _subject(page, other, one)
    words, known = page.context.extraction.tokens.words, page.context.telling_stems
    said = [known[words[f.line.firsts[p]]] for p in range(f.at)]
    return any(x in a - b and y in b - a or x in b - a and y in a - b for x, y in zip(said, said[2:]) if x and y)


def _subject(page: Page, pair: Pair, before: Pair | None) -> frozenset[str]:
    """The words in front of a level, back to the pair before it in its sentence."""
    level = pair[0]
    start = max((f.at + 1 for f in before[:2] if f.line is level.line), default=0) if before else 0
    return content(level.line.firsts[start], level.line.firsts[level.at], page.context)


def _frame(page: Page, total: Figure, one: Pair, other: Pair) -> Frame | None:
    parts = [p[0].quantity.value / (1 + _signed(p)) for p in (one, other) if _signed(p) > -1]
    if len(parts) != 2 or total.quantity.value < max(parts) * Fraction(9, 10) or total.quantity.value > _MORE * sum(parts):
        return None
    claims = {"total": (total.index,), "part": (one[0].index, other[0].index), "change": (one[1].index, other[1].index)}
    return page.frame("former-total", claims)


def _signed(pair: Pair) -> Fraction:
    return abs(growth(pair[1])) * pair[2]


def _base_words(page: Page, one: Pair, other: Pair) -> frozenset[str]:
    """The words for the time from which the growths are told: "than in the autumn"."""
    found: frozenset[str] = frozenset()
    for f in (one[1], other[1]):
        line = f.line
        if page.says("than-since", line, f.at + 1, f.at + 3):
            end = min(len(line.symbols), f.right, f.at + _BASE)
            found |= content(line.firsts[f.at + 1], line.lasts[end - 1] + 1, page.context) - page.context.generic
    return found


def _words(page: Page, f: Figure) -> frozenset[str]:
    return content(f.line.firsts[0], f.line.lasts[-1] + 1, page.context)


def _years(page: Page, f: Figure) -> set[int]:
    """The years named near a figure: right behind it, or at the head of its sentence."""
    near = [*range(0, 4), *range(f.at, min(len(f.line.symbols), f.at + _BASE))]
    quantities = (page.context.quantity(q) for p in near if p < len(f.line.quantity) and (q := f.line.quantity[p]) >= 0)
    return {q.when.year for q in quantities if q.when is not None and q.when.year}
