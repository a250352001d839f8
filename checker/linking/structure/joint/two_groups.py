"""Three averages of one kind of which two stand beside a size: the third is that of both groups together.

    the 18 pupils of class A had a mean of 75, the 12 of class B 60; the mean of all was 69
    600 patients stayed for 2 days on average ... in the only other clinic 200 for 10 ... on average 4 days

Wider than `weighted`: what says that the third is that of all is that it has no size of its own, or that of both groups.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.evidence import holds, one_time, reckoned, slipped
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.linking.structure.joint.weighted import closed_line
from checker.model import Frame
from checker.rational import Fraction

_COUNTED = ("count", "number")
_AVERAGED = ("currency", "percent", "physical", "duration", "age", "number")
_FEWEST = 5  # of a group
_MANY = 20  # of which a percentage is told
_WITHIN = 9  # sentences
_NEAR = 8  # symbols
_OPENING = 3

Mean = tuple[int, Figure, Figure | None]  # number of its sentence, the average, the size of its group


def two_groups(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "weighted-average"."""
    page = page_of(context)
    known = {i for f in frames if f.family == "weighted-average" or f.family in ("share", "slash") and f.pinned >= {"share", "part", "whole"} for c in ("average", "share") for i in f.claims.get(c, ())}
    means = [(n, f) for n, line in enumerate(page.lines) for f in page.figures(line) if f.index not in known and _is_mean(page, f)]
    found: list[Frame] = []
    numbers = [n for n, _ in means]
    for k in range(len(means) - 2):
        three = [m for m in means[k : bisect_left(numbers, numbers[k] + _WITHIN)] if _alike(m[1], means[k][1])]
        if len(three) == 3 and three[0] == means[k]:
            frame = _frame(page, three)
            if frame is not None:
                found.append(frame)
                break
    return found


def _is_mean(page: Page, f: Figure) -> bool:
    """True of a share, of an amount for each, and of what is called an average in its own words."""
    q = f.quantity
    if not q.positive or q.kind not in _AVERAGED or f.item.kind != "level" or f.item.apposed or f.item.word in ("base", "than", "from"):
        return False
    if q.kind == "percent":
        return not page.says("bound-norm", f.line, max(0, f.at - _NEAR), f.at + 1)
    if q.kind == "currency" and "/" in (q.unit or ""):
        return True
    ahead = page.says("joint-mean", f.line, max(f.left, f.at - 2 * _NEAR), f.at)
    carried = any(page.says("joint-mean", f.line, 0, f.at) for g in page.figures(f.line) if g.at < f.at and _alike(f, g))
    return ahead or page.says("joint-mean", f.line, f.at + 1, min(f.right, f.at + _NEAR)) or carried


def _alike(a: Figure, b: Figure) -> bool:
    p, q = a.quantity, b.quantity
    times = ("duration", "age")
    if p.kind in times and q.kind in times:
        return _years(p) == _years(q)
    return p.kind == q.kind and (p.unit == q.unit or p.kind == "number" and q.kind == "number")


def _years(q) -> str:
    return "year" if q.kind == "age" else q.unit or ""


def _frame(page: Page, three: list[tuple[int, Figure]]) -> Frame | None:
    figures = [f for _, f in three]
    sized = [(n, f, _size(page, n, f, figures)) for n, f in three]
    both = [size for _, f, size in sized if size is not None]
    whole = _whole(page, sized)
    if whole is None or len({f.index for f in both}) < len(both):
        return None
    groups = [(f, size) for _, f, size in sized if f is not whole and size is not None]
    (first, count), (second, size) = groups
    if first.quantity.value == second.quantity.value or not _one_sort(count, size) or not one_time(page, (*figures, count, size)):
        return None
    if any(_alike(g, whole) and g.item.kind == "level" and g not in figures and g.quantity.kind != "currency" for f in figures for g in page.figures(f.line)):
        return None  # there are more of them
    if _larger(page, whole, (count, size)):
        return None
    if whole.quantity.kind == "percent" and (any(page.says("is-share", f.line) for f in figures) or min(count.quantity.value, size.quantity.value) < _MANY):
        return None
    if whole.quantity.kind == "percent" and first.quantity.value + second.quantity.value == 100:
        return None
    if not _proved(page, whole, groups, _told_in(page, three)):
        return None
    claims = {"average": (whole.index,), "first": (first.index,), "second": (second.index,), "count": (count.index,), "size": (size.index,)}
    return replace(page.frame("weighted-average", claims), source="two-groups")


def _larger(page: Page, whole: Figure, sizes: tuple[Figure, Figure]) -> bool:
    """True where the sentence of the average of all tells of more things than both groups hold."""
    both = sum(g.quantity.value for g in sizes)
    return any(g.quantity.kind == "count" and g.quantity.value and g.quantity.value > both and g not in sizes for g in page.figures(whole.line))


def _told_in(page: Page, three: list[tuple[int, Figure]]) -> list[Line]:
    """The sentences of the averages, and the one in front of them."""
    own = {f.line.number for _, f in three}
    first = page.lines.index(three[0][1].line)
    return [line for line in page.lines if line.number in own] + page.lines[max(0, first - 1) : first]


def _size(page: Page, n: int, f: Figure, means: list[Figure]) -> Figure | None:
    """What stands nearest to an average and counts: in its sentence between it and the other averages, else in the one before or behind."""
    own = [g for g in page.figures(f.line) if _counts(g) and g not in means]
    others = [m.at for m in means if m.line is f.line and m is not f]
    ahead = [g for g in own if g.at < f.at and not any(g.at < o < f.at for o in others)]
    behind = [g for g in own if g.at > f.at and not any(f.at < o < g.at for o in others)]
    if others and ahead and behind and min(others) < f.at:
        ahead = [g for g in ahead if g.at > max(o for o in others if o < f.at)]
    if ahead or behind:
        return ahead[-1] if ahead and not (behind and _first_of_row(page, f, means)) else behind[0]
    for m in (n - 1, n + 1):
        if 0 <= m < len(page.lines) and page.lines[m].block == f.line.block and not any(g.line is page.lines[m] for g in means):
            near = [g for g in page.figures(page.lines[m]) if _counts(g)]
            if near and (len(near) == 1 or near[0].at <= _OPENING):
                return near[0]  # "the other 30 were for Sundays and the 6 friends": the subject
    return None


def _first_of_row(page: Page, f: Figure, means: list[Figure]) -> bool:
    """True of "80% of the 50, 60% of the 150": sizes follow their averages."""
    row = [m for m in means if m.line is f.line]
    own = [g.at for g in page.figures(f.line) if _counts(g) and g not in means]
    return len(row) > 1 and all(any(m.at < at < (row[k + 1].at if k + 1 < len(row) else 10**6) for at in own) for k, m in enumerate(row))


def _counts(g: Figure) -> bool:
    q = g.quantity
    whole = q.kind in _COUNTED and q.value is not None and q.value.denominator == 1 and q.value >= _FEWEST or q.kind == "physical" and q.value and q.value > 0
    return bool(whole) and g.item.kind == "level" and g.item.word not in ("base", "than") and not g.item.apposed and q.sense not in ("bound", "range")


def _whole(page: Page, sized: list[Mean]) -> Figure | None:
    """The average without a size of its own, or with that of both groups; of all by its words where all have one."""
    bare = [f for _, f, size in sized if size is None]
    if len(bare) == 1:
        return bare[0]
    if not bare:
        sizes = [size.quantity.value for _, _, size in sized if size is not None]
        sums = [f for (_, f, size) in sized if size is not None and size.quantity.value * 2 == sum(sizes)]
        told = [f for _, f, _ in sized if page.says("all-groups", f.line, f.left, f.right)]
        return sums[0] if len(sums) == 1 else None if len(told) != 1 or len(sums) > 1 else None
    return None


def _one_sort(a: Figure, b: Figure) -> bool:
    p, q = a.quantity, b.quantity
    if p.kind in _COUNTED and q.kind in _COUNTED:
        return True
    return p.kind == q.kind and p.unit == q.unit


def _proved(page: Page, whole: Figure, groups, lines) -> bool:
    """Whether it comes out, or words close the list of groups, or the average is called one of all and a mistake shows."""
    (first, count), (second, size) = ((m.quantity.value, n.quantity.value) for m, n in groups)
    implied = (first * count + second * size) / (count + size)
    if holds(whole.quantity, implied):
        return True
    if page.says("each-alike", whole.line) or page.says("outer-average", whole.line) and not any(closed_line(page, line) for line in lines):
        return False
    if any(closed_line(page, line) for line in lines):
        return True
    outside = not min(first, second) <= whole.quantity.value <= max(first, second)
    wrong = outside or slipped(whole.quantity, implied) or reckoned(whole.quantity, [(first + second) / 2]) or _of_group(whole, groups)
    return page.says("all-groups", whole.line) and wrong


def _of_group(whole: Figure, groups) -> bool:
    """Whether a slip in the average or the size of one group is why they do not fit."""
    (m1, n1), (m2, n2) = groups
    w, a, b, x, y = (f.quantity.value for f in (whole, m1, m2, n1, n2))
    meant = [(m1, (w * (x + y) - b * y) / x), (m2, (w * (x + y) - a * x) / y)]
    if (a - w) * (w - b) > 0:
        meant += [(n1, y * (w - b) / (a - w)), (n2, x * (a - w) / (w - b))]
    return any(slipped(f.quantity, Fraction(v)) for f, v in meant)
