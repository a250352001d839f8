"""Which of two figures is the later one: by their years, by how long ago they were, by the words for then and now."""

from __future__ import annotations

from checker.linking.structure.joint.page import Figure, Page
from checker.rational import Fraction

_BASES = ("from", "base", "than")


def in_order(page: Page, a: Figure, b: Figure) -> tuple[Figure, Figure] | None:
    """(later, earlier); None where words tell nothing, or tell one time for both."""
    if (a.item.word in _BASES) != (b.item.word in _BASES):
        return (b, a) if a.item.word in _BASES else (a, b)
    years = year_of(page, a), year_of(page, b)
    if None not in years:
        return None if years[0] == years[1] else (a, b) if years[0] > years[1] else (b, a)
    ago = _ago(page, a), _ago(page, b)
    if ago[0] != ago[1]:
        return (b, a) if ago[0] > ago[1] else (a, b)
    if (a.item.word == "to") != (b.item.word == "to"):
        return (a, b) if a.item.word == "to" else (b, a)
    return None


def year_of(page: Page, f: Figure) -> int | None:
    """The year nearest to a figure among the words that are its own, or the one that its sentence opens with."""
    line = f.line
    told = [(at, q.when.year) for at, i in line.placed if (q := page.context.quantity(i)).when is not None and q.when.year and not q.when.end_year and q.kind in ("year", "date")]
    own = [(abs(at - f.at), at < f.at, year) for at, year in told if f.left <= at < f.right]
    if own:
        return min(own)[2]
    first = min((g.at for g in page.figures(line)), default=f.at)
    opening = [year for at, year in told if at < first]
    return opening[0] if opening else None


def _ago(page: Page, f: Figure) -> Fraction:
    """How many years ago, as far as words tell: "three years ago" 3, "last year" 1, nothing 0."""
    line = f.line
    for at, i in line.placed:
        q = page.context.quantity(i)
        if q.kind == "duration" and q.unit == "year" and q.value and page.says("leading-back", line, at + 1, at + 2):
            return q.value + 1 if page.says("joint-back-from-then", line, at + 1, at + 2) else q.value
    if f.item.now:
        return Fraction(0)
    stop = next((p for p in range(f.at + 1, f.right) if line.symbols[p] in page.reader.words.separators), f.right)
    return Fraction(1 if f.item.then or page.says("joint-formerly", line, f.left, stop) else 0)
