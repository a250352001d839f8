"""A share of a share, and the count or the share of the whole that it makes, told in different paragraphs.

    reached 8,000 homes ... Of these 35% keep a dog ... Among homes with a dog, 20% insure it ... 560 homes keep a dog and insure it
    Vineyards cover 45% of the farmland ... Within the vineyards 60% is for white grapes ... White grapes take 27% of the farmland

The base of the second share says again what the first one took, the result says what the second one took, and of what. Nobody else
may have been counted in between.
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.structure.joint.evidence import as_written, holds, one_time, worth
from checker.linking.structure.joint.page import Figure, Page, one, page_of
from checker.linking.structure.joint.shares_of_shares import counted_alike, is_count, points_back, reopened, shares_in
from checker.linking.structure.near import near
from checker.linking.structure.roles.cast import by_name, cast_of, clear, common, ties_of
from checker.model import Frame
from checker.rational import Fraction

_AHEAD = 6  # sentences from the second share to what the two make
_BACK = 6  # sentences from the first share to the second
_OPENING = 14  # symbols from the beginning of a sentence to a share whose base opens it
_FEW = 10
_NEXT = 2  # sentences that "of these" reaches back


def nested(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "part-of-part" and "share-of-share"."""
    if not near(context).standing("of-a-group") or cast_of(context) is None:
        return []
    page, ties = page_of(context), ties_of(frames)
    shares = [f for n in range(len(page.lines)) for f in shares_in(page, n)]
    pairs = [(a, b) for b in shares for a in [_first(page, shares, b)] if a is not None]
    pairs = [(a, b) for a, b in pairs if not any(a is c and d.index < b.index and _base(page, a, True) & _base(page, b) for c, d in pairs)]  # what the two make
    if len(pairs) != 1:
        return []
    made = (by_name(_counted(page, *pairs[0])), by_name(_shared(page, *pairs[0], shares)))
    return [f for f in made if f is not None and not any(ties.elsewhere(f, i) for c in ("first", "second") for i in f.claims[c])]


def _first(page: Page, shares: list[Figure], second: Figure) -> Figure | None:
    """The only share whose takers are the base of the second one."""
    base = _base(page, second)
    before = [f for f in shares if f.index < second.index and 0 <= second.line.number - f.line.number <= _BACK and f.line is not second.line]
    if points_back(page, second) and not base:
        near_by = [f for f in before if second.line.number - f.line.number <= _NEXT]
        return near_by[0] if len(near_by) == 1 else None
    named = [f for f in before if _takers(page, f) & (base - _base(page, f, True))]
    return one(named) if base else None


def _base(page: Page, f: Figure, narrow: bool = False) -> frozenset[str]:
    """What a share is of: what opens its sentence ("among those with asthma, 45%"), or stands behind it ("30% of the spruce").
    The `narrow` one ends where its verb or a preposition begins: "40% of its budget on roads"."""
    line, marks = f.line, page.reader.words.separators
    opening = page.near.pattern("nested-opening").match(line.symbols)
    if opening is not None and f.at <= _OPENING and not any(_counts(page, line.quantity[p]) for p in range(f.at)):
        start, stop = opening.end(), next((p for p in range(opening.end(), f.at) if line.symbols[p] in marks), f.at)
    elif line.symbols[f.at + 1 : f.at + 2] in page.reader.words.of:
        start, end = f.at + 2, min(f.right, f.at + 8)
        verbs = page.near.pattern("nested-narrow" if narrow else "nested-verb")
        stop = next((p for p in range(start, end) if line.symbols[p] in marks or line.quantity[p] >= 0 or verbs.match(line.symbols, p)), end)
    else:
        return frozenset()
    return telling(content(line.firsts[start], line.firsts[stop] if stop < len(line.firsts) else line.lasts[-1] + 1, page.context), page.context) if stop > start else frozenset()


def _counts(page: Page, index: int) -> bool:
    """True of a figure that may be what a share is of; not of "one night a week"."""
    if index < 0 or not page.context.quantity(index).is_measure:
        return False
    q = page.context.quantity(index)
    return not (q.style == "words" and q.value is not None and q.value <= _FEW)


def _takers(page: Page, f: Figure) -> frozenset[str]:
    """The words of the sentence of a share that say what it took."""
    line, marks = f.line, page.reader.words.separators
    end = next((p for p in range(f.at + 1, f.right) if line.symbols[p] in marks), f.right)
    return telling(content(line.firsts[f.left], line.lasts[max(f.at, end - 1)] + 1, page.context), page.context) - _base(page, f, True)


def _counted(page: Page, first: Figure, second: Figure) -> Frame | None:
    """The count of all of them in front of the two, and that of those who are both behind them."""
    n, m = page.number(second.line), page.number(first.line)
    wholes = [f for line in page.lines[max(0, m - _NEXT) : m + 1] for f in page.figures(line) if f.index < second.index and is_count(f)]
    parts = [f for line in page.lines[n : n + _AHEAD] for f in page.figures(line) if f.index > second.index and is_count(f) and _both(page, first, second, f)]
    pairs = [(w, p) for w in wholes for p in parts if counted_alike(w, p) and p.quantity.value < w.quantity.value and _of_all(page, first, w)]
    whole, part = one([w for w, _ in pairs]), one([p for _, p in pairs])
    if whole is None or part is None or reopened(page, n, part) or not one_time(page, (first, second, whole, part)):
        return None
    made = whole.quantity.value * worth(first) * worth(second)
    if not clear(part.quantity, made) or any(holds(part.quantity, whole.quantity.value * x) for x in (worth(first), 1 - worth(first), worth(first) * (1 - worth(second)))):
        return None
    return page.frame("part-of-part", {"whole": (whole.index,), "first": (first.index,), "second": (second.index,), "part": (part.index,)})


def _of_all(page: Page, first: Figure, whole: Figure) -> bool:
    """Whether the first share is of what a count counts."""
    noun = page.words_between(whole.line, whole.left, whole.right)
    base = _base(page, first)
    if points_back(page, first) or page.says("nested-they", first.line, 0, min(len(first.line.symbols), first.at + 4)):
        return True
    return bool(common(base, noun)) or page.says("nested-asked", first.line, 0, first.at)


def _both(page: Page, first: Figure, second: Figure, result: Figure) -> bool:
    """Whether the words of a result say what the second share took, and, where they say more, of what."""
    line = result.line
    said = content(line.firsts[0], line.lasts[-1] + 1, page.context)
    taken = _takers(page, second) - _takers(page, first)
    both = bool(common(taken, said)) and bool(common(_takers(page, first) | _base(page, second), said))
    if both or page.says("nested-such", line) and line.number - second.line.number <= _NEXT:
        return True
    again = bool(common(taken | _base(page, second), said))
    return again and (page.says("draws-conclusion", line, 0, result.at) or page.says("in-all-of-them", line, 0, result.at) and page.says("narrowing-word", line, result.at) and page.says("nested-joined", line, result.at))


def _shared(page: Page, first: Figure, second: Figure, shares: list[Figure]) -> Frame | None:
    """The share of the whole that the two make."""
    n, base = page.number(second.line), _base(page, first, True)
    later = [f for f in shares if f.index > second.index and page.number(f.line) - n < _AHEAD and worth(f) != 1 - worth(second)]
    later = [f for f in later if base & _base(page, f) or page.says("of-everything", f.line, f.at + 1, f.at + 4)]
    result = one(later)
    if result is None or reopened(page, n, result) or not _both(page, first, second, result) or not one_time(page, (first, second, result)):
        return None
    made = worth(first) * worth(second)
    if not clear(result.quantity, as_written(result.quantity, made)) or made < Fraction(1, 100):
        return None
    return page.frame("share-of-share", {"first": (first.index,), "second": (second.index,), "share": (result.index,)})
