"""The average of all, the averages of two or three groups, and their sizes, wherever they stand.

    taught 1,500 children ... 300 at Alta ... 8 days on average ... 500 ... 6 days ... the remaining 700 ... 4 days ... in all 5.5 days
    pay rose by an average of 4% ... civil servants 5% on average ... the private sector, which makes up the rest, 3% on average

The text has as many averages of one unit as groups, and one more, which is told of all of them. That there are no more groups is told
by words ("the rest of them") or by the sizes, which add up to a count of all. Without sizes the average of all lies between the others.
"""

from __future__ import annotations

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.joint.page import page_of
from checker.linking.structure.joint.weighted import closed_line
from checker.linking.structure.near import near
from checker.linking.structure.roles.cast import COUNTS, Cast, Told, cast_of, clear, opens_apart, ties_of
from checker.linking.structure.roles.sides import Spot, one_sided, opens_with_side, opposite
from checker.model import Frame
from checker.rational import Fraction

_KINDS = (("percent",), ("currency",), ("physical",), ("duration",), ("age",), ("points",), COUNTS)
_ALIKE = 3  # times: a bare figure further from the one in front of it is none of its kind
_GROUPS = (2, 3)
_OUTSIDE = Fraction(102, 100)  # times the nearest of the groups
_OWN = 3  # symbols behind an average that are its own
_FEWEST = 5  # of a group
_BEFORE = 1  # sentences in front of an average in which its group is counted


def groups(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "weighted-average", "weighted-average-three" and "average-between"."""
    words = near(context)
    cast = cast_of(context) if words.standing("called-average") or words.standing("joint-groups-asked", "joint-groups-rate") else None
    if cast is None or cast.anywhere("median-word") or any(f.family.startswith("weighted") for f in frames):
        return []
    ties = ties_of(frames)
    for kinds in _KINDS:
        units = {t.q.unit for t in cast.sheet.all if t.q.kind in kinds} if kinds != COUNTS else {None}
        for unit in sorted(units, key=str):
            frame = _frame(_averages(kinds, unit, cast), cast)
            if frame is not None and (frame.family != "average-between" or not ties.elsewhere(frame, frame.claims["average"][0])):
                return [frame]
    return []


def _averages(kinds: tuple[str, ...], unit: str | None, cast: Cast) -> list[Told]:
    """The averages of a unit; one that is said of a group goes on to the next: "girls reached 71.4 points on average and boys 66.8"."""
    found: list[Told] = []
    for t in cast.sheet.all:
        same = t.q.kind in kinds and (kinds == COUNTS or _one_unit(t.q.unit, unit))
        if same and _averaged(t, cast) or found and _goes_on(found[-1], t, same, cast):
            found.append(t)
    return found


def _goes_on(last: Told, told: Told, same: bool, cast: Cast) -> bool:
    """Whether a figure is an average because the one in front of it is: right behind it in its sentence, or told of the other side."""
    if not (same or told.q.kind == "number" and told.q.unit is None) or told not in cast.plain or cast.words.within("joint-groups-not", told.line, told.left, told.at):
        return False
    sides = opposite(_spot(last), _spot(told), cast.context)
    if told.line is not last.line:
        return sides and same and told.line.number == last.line.number + 1
    alike = not told.q.noun and last.q.value / _ALIKE < told.q.value < last.q.value * _ALIKE
    if not same and any(t.index > told.index and t.line is told.line and t.q.kind == last.q.kind for t in cast.sheet.all):
        return False  # "the 40 of one class scored 62 points, the 60 of the other 72"
    between = [t for t in cast.sheet.all if last.index < t.index < told.index]
    return (sides or alike) and all(same and t.q.kind in COUNTS for t in between)


def _one_unit(a: str | None, b: str | None) -> bool:
    """True of "3,450 euros a month" and "3,300 euros"."""
    (head, _, per), (other, _, for_each) = (a or "").partition("/"), (b or "").partition("/")
    return head == other and (per == for_each or not per or not for_each)


def _spot(told: Told) -> Spot:
    return told.line, told.at, told.left, told.right


def _averaged(told: Told, cast: Cast) -> bool:
    """True of an average, of a share of a group, and of a price of one; not of what is only wanted or compared."""
    if told.q.value is None or told.q.value <= 0 or told.q.sense in ("bound", "range") or cast.words.within("joint-groups-not", told.line, told.left, told.at):
        return False
    if "/" in (told.q.unit or "") and told.q.kind in ("physical", "currency"):
        return True  # so many tonnes a hectare
    if told.q.kind == "percent" and not told.q.change and (_rated(told, cast) or not cast.clause("joint-groups-hold", told)):
        return _called(told, cast) or _rated(told, cast)
    if told.q.kind in COUNTS:
        return cast.at("called-average", told) and not told.q.change
    return told.q.kind == "percent" and not told.q.change or _called(told, cast) or cast.clause("joint-groups-each", told)


def _rated(told: Told, cast: Cast) -> bool:
    """Whether the sentence of a figure speaks of a rate, or takes up one: "it is 85% for boys"."""
    if cast.in_line("joint-groups-rate", told):
        return True
    before = [o for o in cast.sheet.lines if o.number == told.line.number - 1]
    return bool(before) and cast.words.has("joint-groups-rate", before[0]) and cast.words.pattern("joint-taken-up").match(told.line.symbols) is not None


def _rates(told: list[Told], cast: Cast) -> bool:
    """Whether percentages are rates that each group has of its own: turnout, joblessness."""
    return all(t.q.kind == "percent" and _rated(t, cast) for t in told)


def _called(told: Told, cast: Cast) -> bool:
    """Whether a figure is called an average, also in front of a count: "the average for all 100 pupils was 68"."""
    before = [at for at, i in told.line.placed if at < told.at and cast.context.quantity(i).kind not in COUNTS and cast.context.quantity(i).is_measure]
    start = before[-1] + 1 if before else 0
    last = next((m.end() for m in cast.words.matches("called-average", told.line, start, start + _OWN) if before), start)  # "36 on average; the other"
    return cast.words.within("called-average", told.line, last, told.right)


def _frame(told: list[Told], cast: Cast) -> Frame | None:
    if len(told) - 1 not in _GROUPS:
        return None
    wholes = [t for t in told if _of_all(t, told, cast)] or [t for t in told[:1] if _opens(t, told, cast)]
    if len(wholes) != 1:
        return None
    whole = wholes[0]
    parts = [t for t in told if t is not whole]
    if whole.q.kind == "percent" and (_called(whole, cast) or _rates([whole], cast)) and not any(_called(p, cast) for p in parts) and not _rates(parts, cast):
        return None  # fares go up by 3.8% on average, 47% are in favour
    if len({t.q.value for t in parts}) < 2 or not cast.one_time(whole, *parts) or _now_and_then(whole, parts, cast) or whole.index < parts[-1].index and _nested(whole, parts, cast) or cast.in_line("joint-groups-not", *told):
        return None
    sizes = _sizes(parts, cast)
    closed = _closed(whole, parts, cast)
    if sizes and (closed or _all_told(sizes, cast)):
        return _weighted(whole, parts, sizes, cast)
    low, high = min(t.q.value for t in parts), max(t.q.value for t in parts)
    if not any(_called(p, cast) or _rated(p, cast) or cast.clause("joint-groups-each", p) or "/" in (p.q.unit or "") for p in parts):
        return None  # "a yearly average of 200 tonnes ... Orm took 10 tonnes": an amount, no average
    if not closed or low <= whole.q.value <= high or max(whole.q.value / high, low / whole.q.value) < _OUTSIDE:
        return None
    if cast.words.has("joint-groups-more", whole.line) or whole.index > parts[0].index and cast.words.has("outer-average", whole.line):
        return None  # "in the industry as a whole it was 52"
    return cast.frame("average-between", {"average": (whole.index,), "part": tuple(t.index for t in parts)}, whole)


def _of_all(whole: Told, told: list[Told], cast: Cast) -> bool:
    """True of the average of all, as its words say: "taken together", "over the three schools", "44% of the 1,000 people asked"."""
    start = max((t.at + 1 for t in told if t.line is whole.line and t.at < whole.at), default=0)
    if cast.words.within("joint-groups-rest", whole.line, start, whole.right):
        return False
    if any(cast.words.within(name, whole.line, start, whole.right) for name in ("joint-groups-of-all", "all-groups")):
        return True
    counts = [t for t in cast.plain if t.q.kind in COUNTS and t.q.value >= _FEWEST]
    most = max((t.q.value for t in counts), default=0)
    of_all = [t for t in counts if t.line is whole.line and start <= t.at and t.q.value == most == sum(o.q.value for o in counts if o.line is not whole.line and o.q.value < most)]
    return bool(of_all) or any(start <= p < whole.right for p in _counted_groups(whole.line, len(told) - 1, cast, "joint-groups-the"))


def _opens(whole: Told, told: list[Told], cast: Cast) -> bool:
    """True of an average in front of those of the groups, in a sentence that counts no group and opens with none."""
    if not _called(whole, cast) and not _rates([whole], cast) or any(t.line is whole.line for t in told[1:]) or cast.in_line("joint-groups-rest", whole):
        return False
    counts = any(t.q.kind in COUNTS and t.q.value >= _FEWEST for t in cast.sheet.all if t.line is whole.line and t not in told)
    return not counts and not opens_apart(whole.line, cast.stems(*told[1:]), cast.sheet)


def _counted_groups(line: Line, groups: int, cast: Cast, name: str) -> list[int]:
    """Where so many groups are counted behind a word of a class: "the three schools", "only two wines"."""
    return [p for p, i in line.placed if (q := cast.context.quantity(i)).kind in COUNTS and q.value == groups and cast.words.ends(name, line, p, 2)]


def _closed(whole: Told, parts: list[Told], cast: Cast) -> bool:
    """Whether words say that there are no other groups."""
    lines = [line for line in cast.sheet.lines if min(t.line.number for t in (whole, *parts)) - 1 <= line.number <= max(t.line.number for t in (whole, *parts)) + 1]
    page = page_of(cast.context)
    if len(parts) == 2 and opposite(_spot(parts[0]), _spot(parts[1]), cast.context) and not one_sided(_spot(whole), [_spot(p) for p in parts], cast.context):
        return True
    return any(closed_line(page, line) or cast.words.has("joint-groups-rest", line) or _counted_groups(line, len(parts), cast, "joint-groups-all-of") for line in lines)


def _now_and_then(whole: Told, parts: list[Told], cast: Cast) -> bool:
    """True of "9% in 2012 ... among men it is now 6%"."""
    told = {any(cast.context.quantity(i).kind == "year" for i in t.line.figures) for t in parts}
    years = any(cast.context.quantity(i).kind == "year" for i in whole.line.figures)
    later = {cast.words.has("joint-groups-now", t.line) for t in parts}
    return cast.words.has("joint-groups-now", whole.line) not in later or years and True not in told and True in later


def _nested(whole: Told, parts: list[Told], cast: Cast) -> bool:
    """True where all groups are those of one place that their sentence opens with, and the whole is told of another."""
    lines = {t.line.number: t.line for t in parts}
    if len(parts) == 2 and opposite(_spot(parts[0]), _spot(parts[1]), cast.context) and opens_with_side(_spot(parts[0]), _spot(parts[1]), cast.context):
        return False  # "among men the rate was 6%"
    return len(lines) == 1 and opens_apart(parts[0].line, cast.stems(whole), cast.sheet)


def _weighted(whole: Told, parts: list[Told], sizes: list[Told], cast: Cast) -> Frame | None:
    total = sum(t.q.value for t in sizes)
    made = sum((p.q.value * s.q.value for p, s in zip(parts, sizes)), Fraction(0)) / total
    low, high = min(t.q.value for t in parts), max(t.q.value for t in parts)
    if not cast.one_time(whole, *parts, *sizes) or not (low <= whole.q.value <= high or clear(whole.q, made)):
        return None
    names = (("first", "count"), ("second", "size"), ("third", "number"))
    claims = {"average": (whole.index,)}
    for (part, size), p, s in zip(names, parts, sizes):
        claims |= {part: (p.index,), size: (s.index,)}
    return cast.frame("weighted-average" if len(parts) == 2 else "weighted-average-three", claims, whole)


def _sizes(parts: list[Told], cast: Cast) -> list[Told]:
    """How many each group has, in the order of the groups: the count that its own words name, or the one right in front of it."""
    counts = [t for t in cast.plain if t.q.kind in COUNTS and t.q.value >= _FEWEST and t.q.value.denominator == 1 and "/" not in (t.q.unit or "") and not t.q.approx and t not in parts]
    lines = {t.line.number - back for t in parts for back in (0, _BEFORE)}
    shares = [t for t in cast.plain if t.q.kind == "percent" != parts[0].q.kind and t.line.number in lines and not t.q.change and t.index < parts[-1].index]
    if len(shares) == len(parts) and sum(t.q.value for t in shares) == 100:
        counts = shares
    named = [_named(p, counts, cast) for p in parts]
    if all(len({c.q.value for c in found}) == 1 for found in named) and len({found[0].index for found in named}) == len(parts):
        return [found[0] for found in named]
    found, start = [], -1
    for p in parts:
        before = [c for c in counts if start < c.index < p.index and p.line.number - c.line.number <= _BEFORE]
        if len(before) > 1:
            before = [c for c in before if c.line is p.line]
        if len(before) != 1 or cast.words.within("of-word", before[0].line, before[0].at - 2, before[0].at) or any(t.q.kind in ("percent", "ratio") and before[0].index < t.index < p.index for t in cast.sheet.all if parts[0].q.kind != "percent"):
            return []  # "of the 900 who came, half"
        found.append(before[0])
        start = p.index
    return found


def _named(part: Told, counts: list[Told], cast: Cast) -> list[Told]:
    """The counts whose things the words at a group's average name, "600 farmers ... among the farmers 50%", or "them" takes up."""
    line = part.line
    spans = [(line.firsts[part.left], line.lasts[part.right - 1])]
    spans += [(o.firsts[0], o.lasts[-1]) for o in cast.sheet.lines if o.number == line.number - 1 and cast.words.within("joint-groups-them", line, 0, part.right)]
    for first, last in spans:
        words = content(first, last + 1, cast.context)
        if found := [c for c in counts if c.q.noun and stem(c.q.noun[-1], cast.context) in words]:
            return found
    return []


def _all_told(sizes: list[Told], cast: Cast) -> bool:
    """Whether the text counts all of them as well, and the sizes add up to that."""
    total = sum(t.q.value for t in sizes)
    if all(t.q.kind == "percent" for t in sizes):
        return total == 100
    return any(t.q.kind in COUNTS and t.q.value == total and all(t is not s for s in sizes) for t in cast.sheet.all)
