"""The average of a whole that is made up of two groups: it lies between theirs, and their sizes say where.

The whole is told by its words ("of all", "over the whole club", "both together"), the groups are the only two other figures
of its unit. That there are no more groups the text must say, or a plain mistake show.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, same_head
from checker.linking.lines import Line
from checker.linking.structure.joint.evidence import holds, one_time, reckoned, slipped
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame
from checker.rational import Fraction

_COUNTED = ("count", "number")
_KINDS = (("currency",), ("percent",), ("physical",), ("duration",), ("points",), _COUNTED)
_FEWEST = 5  # of a group
_AROUND = 12  # symbols around a figure in which words say that it is only wanted
_BACK, _AHEAD = 6, 5  # sentences around the average of all


def weighted(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "weighted-average" (with sizes) and "average-between" (without)."""
    page = page_of(context)
    for n, line in page.saying("whole-average"):
        window = page.lines[max(0, n - _BACK) : n + _AHEAD]
        figures = [f for other in window for f in page.figures(other) if f.quantity.value is not None and f.quantity.sense not in ("bound", "range")]
        frame = next((made for whole in page.figures(line) if (made := _of(page, whole, figures, window)) is not None), None)
        if frame is not None:
            return [frame]
    return []


def _of(page: Page, whole: Figure, figures: list[Figure], window: list[Line]) -> Frame | None:
    """The frame of one average of a whole with the only two others of its unit."""
    kinds = next((kinds for kinds in _KINDS if whole.quantity.kind in kinds), None)
    if kinds is None or whole not in figures:
        return None
    if page.says("bound-norm", whole.line, max(0, whole.at - _AROUND), whole.at + _AROUND):
        return None  # "demands that 40% of all those entitled should be in favour"
    peers = [f for f in figures if f.quantity.kind in kinds and _comparable(page, f, whole) and (f.item.kind == "level" or kinds == ("points",))]
    groups = [f for f in peers if f is not whole]
    if len(groups) != 2 or whole not in peers or not page.says("whole-average", whole.line, _start(whole, peers), min(whole.right, whole.at + 6)):
        return None
    closed = any(closed_line(page, line) for line in window)
    others = [f for f in groups if page.says("whole-average", f.line, _start(f, peers), min(f.right, f.at + 6))]
    if page.says("each-alike", whole.line) or page.says("of-both", whole.line, whole.at + 1, whole.at + 3) or closed and others or len({f.quantity.value for f in groups}) == 1 or any(f.item.then != whole.item.then for f in groups):
        return None
    if not closed and (any(f.index > whole.index for f in groups) or not _all_averages(page, peers, whole) or _outer(page, whole)):
        return None
    if whole.quantity.kind == "percent" and sum(f.quantity.value for f in groups) == 100:
        return None  # the two parts of one whole
    said = page.says("called-average", whole.line) if whole.quantity.kind != "percent" else closed_line(page, whole.line) or page.says("all-groups", whole.line)
    if not said or not one_time(page, (whole, *groups)):
        return None
    sized = sorted(_sizes(groups, whole, figures, closed), key=lambda sizes: not holds(whole.quantity, _all_of_them(groups, sizes)))
    if sized and one_time(page, (whole, *groups, *sized[0])):
        return _sized(page, whole, groups, sized[0], closed)
    return _between(page, whole, groups, closed)


def _sized(page: Page, whole: Figure, groups: list[Figure], sizes: tuple[Figure, Figure], closed: bool) -> Frame | None:
    first, second = (f.quantity.value for f in groups)
    all_of_them, w = _all_of_them(groups, sizes), whole.quantity.value
    fits, outside = holds(whole.quantity, all_of_them), not min(first, second) <= w <= max(first, second)
    wrong = slipped(whole.quantity, all_of_them) or reckoned(whole.quantity, [(first + second) / 2]) or outside
    if not (fits or wrong or closed and min(f.quantity.value for f in sizes) >= _FEWEST):
        return None
    if any(g.quantity.kind == "count" and g.quantity.value and g.quantity.value > sum(f.quantity.value for f in sizes) for g in page.figures(whole.line)):
        return None  # there are more than both
    claims = {"average": (whole.index,), "first": (groups[0].index,), "second": (groups[1].index,), "count": (sizes[0].index,), "size": (sizes[1].index,)}
    return page.frame("weighted-average", claims)


def _all_of_them(groups: list[Figure], sizes: tuple[Figure, Figure]) -> Fraction:
    (first, second), (n, m) = (f.quantity.value for f in groups), (f.quantity.value for f in sizes)
    return (n * first + m * second) / (n + m)


def _between(page: Page, whole: Figure, groups: list[Figure], closed: bool) -> Frame | None:
    moving = any(i.kind in ("move", "change") and i.sign for f in (whole, *groups) for i in page.reader.row(f.line.number))
    if page.says("narrowing-word", whole.line, whole.left, whole.at):
        return None  # "327 people in the kitchens, whose pay averages 2,100": a group of its own
    summed = whole.quantity.kind == "currency" and not page.says("joint-mean", whole.line)
    if summed or moving or page.says("is-share", whole.line):
        return None  # a sum of two amounts, growths and shares read alike
    if whole.quantity.kind == "percent" and not closed_line(page, whole.line):
        return None
    if not closed and (whole.quantity.kind == "percent" or not page.says("all-groups", whole.line)):
        return None
    return page.frame("average-between", {"average": (whole.index,), "part": tuple(f.index for f in groups)})


def _sizes(groups: list[Figure], whole: Figure, figures: list[Figure], closed: bool) -> Iterator[tuple[Figure, Figure]]:
    """The counts in front of each of the two averages, or those behind each: what they count has one name."""
    per = next((head for f in (*groups, whole) if (head := (f.quantity.unit or "").partition("/")[2])), None)
    counts = [f for f in figures if f not in groups and f is not whole and f.quantity.value > 2 and f.item.kind == "level"]
    counts = [f for f in counts if f.quantity.kind in _COUNTED and f.quantity.value.denominator == 1 and "/" not in (f.quantity.unit or "") or per and f.quantity.unit == per]
    first, second = groups
    start = whole.index if whole.index < first.index else -1
    for ahead in (True, False):
        spans = ((start, first.index), (first.index, second.index)) if ahead else ((first.index, second.index), (second.index, whole.index if start < 0 else second.index + 4))
        found = [[c for c in counts if lo < c.index < hi] for lo, hi in spans]
        near = [[c for c in members if abs(c.line.number - f.line.number) <= 1] for members, f in zip(found, groups)]
        chosen = [members[-1] if ahead else members[0] for members in near if members]
        if len(chosen) == 2 and _parts(groups, chosen):
            return
        if len(chosen) == 2 and chosen[0] is not chosen[1] and (closed or _one_name(*chosen)):
            yield chosen[0], chosen[1]


def _parts(groups: list[Figure], counts: list[Figure]) -> bool:
    """True of "300 (60%) ..., 250 (50%) ...": counts of which each is its share of one whole, no sizes of groups."""
    if any(g.quantity.kind != "percent" or not g.quantity.value for g in groups):
        return False
    first, second = (n.quantity.value / g.quantity.value for n, g in zip(counts, groups))
    return abs(first - second) * 50 <= max(first, second)


def _one_name(a: Figure, b: Figure) -> bool:
    p, q = a.quantity.noun, b.quantity.noun
    return not p or not q or p[-1] == q[-1]


def _all_averages(page: Page, peers: list[Figure], whole: Figure) -> bool:
    """True where the whole and at least one group are called averages; of shares, where the whole is all that are."""
    if whole.quantity.kind == "percent":
        return page.says("all-groups", whole.line)
    return page.says("joint-mean", whole.line) and sum(page.says("joint-mean", line) for line in {f.line.number: f.line for f in peers}.values()) + (
        page.near.pattern("joint-mean").search(whole.line.symbols, 0, max(0, _start(whole, peers))) is not None
    ) >= 2


def _comparable(page: Page, f: Figure, whole: Figure) -> bool:
    if f.quantity.kind not in _COUNTED:
        return same_head(f.quantity, whole.quantity)
    return _one_name(f, whole) and _averaged(page, f)


def _averaged(page: Page, f: Figure) -> bool:
    """True of a count that is called an average itself: "an average of 240 visitors", "620 a day on average"."""
    return page.says("called-average", f.line, max(f.left, f.at - 5), min(f.right, f.at + 7))


def _outer(page: Page, whole: Figure) -> bool:
    """True of an average of more than the groups: of the industry, of the country."""
    return page.says("outer-average", whole.line)


def closed_line(page: Page, line: Line) -> bool:
    """True where words say that there are no other groups, or where two groups are counted."""
    return page.near.has("closed-groups", line) or counts_groups(page, line)


def counts_groups(page: Page, line: Line) -> bool:
    """True of "the two regions", "both arms"."""
    nouns, words = page.context.lexicon.pack.words("group-noun"), page.context.extraction.tokens.words
    both = page.context.lexicon.pack.words("both-of")
    tokens = words[line.firsts[0] : line.lasts[-1] + 1] if line.firsts else ()
    if not both.isdisjoint(tokens) and any(a in both and b in nouns for a, b in zip(tokens, tokens[1:])):
        return True
    counted = (page.context.quantity(i) for i in line.figures)
    return any(q.kind == "count" and q.value == Fraction(2) and q.noun_last >= 0 and words[q.noun_last] in nouns for q in counted)


def _start(f: Figure, averages: list[Figure]) -> int:
    """Where the words about an average begin: behind the one before it in its sentence."""
    return max((a.at + 1 for a in averages if a.line is f.line and a.at < f.at), default=0)
