"""Differences whose two sides words name: what outnumbers what, and what is left of so much.

    Deaths outnumbered births by 366. Registrars entered 4,921 deaths and 4,555 births
    There were 40 more nests than boxes: the wardens counted 160 nests and 120 boxes
    We laid out 1.84 million of the 2.10 million received and are carrying 260,000 over

Of what is compared each is counted once, by its name. Of what is left the part is told right in front of its whole, and no third
amount of the kind stands between.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content, stem
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.units import compatible

_CUES = ("gap-outnumber", "gap-more", "gap-spent")
_AROUND = 2  # sentences from what is compared to its counts
_NAME = 6  # symbols beside a verb that name what is compared
_BY, _THAN = 4, 6  # symbols from a verb to its figure, from a name to "than"
_WHOLE = 4  # symbols of "of the 2.10 million"
_SPENT, _LEFT = 5, 7  # symbols from a verb to its amount, from what is left to its word
_SMALL = 10
_COUNTS = ("count", "number")


def told_gaps(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "balance" (first, second, difference)."""
    words, lines, found = near(context), prose_lines(context), []
    known = {f.claims["difference"][0] for f in frames if f.family == "balance" and f.pinned and "difference" in f.claims}
    cued = words.standing(*_CUES)
    for n, line in enumerate(lines):
        if line.number not in cued or line.crowded or not line.figures:
            continue
        for index, sides in (*_compared(n, lines, context, words), *_left(line, context, words)):
            if index not in known and _plain(context.quantity(index)) and all(_plain(context.quantity(i)) for i in sides):
                known.add(index)
                q, claims = context.quantity(index), {"first": (sides[0],), "second": (sides[1],), "difference": (index,)}
                found.append(Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "roles"))
    return found


def _plain(q: Quantity) -> bool:
    return bool(q.value) and q.value > 0 and not q.approx and q.sense not in ("range", "bound") and q.style not in ("fraction", "multiple", "vague") and "/" not in (q.unit or "")


# ---------------------------------------------------------------- what outnumbers what


def _compared(n: int, lines: list[Line], context: Context, words: Near) -> Iterator[tuple[int, tuple[int, int]]]:
    """The figures of "X outnumbered Y by so many" and of "so many more X than Y", with the counts of both."""
    line = lines[n]
    if words.has("told-unreal", line) or words.has("told-will", line):
        return
    for index, more, fewer in (*_outnumbered(line, context, words), *_more_than(line, context, words)):
        window = [other for other in lines[max(0, n - _AROUND) : n + _AROUND + 1] if other.block == line.block and not other.crowded]
        counted = [i for other in window for i in other.figures if i != index and context.quantity(i).kind in _COUNTS and context.quantity(i).noun]
        sides = [[i for i in counted if stem(context.quantity(i).noun[-1], context) == name] for name in (more, fewer)]
        if more != fewer and all(len(side) == 1 for side in sides):
            pair = sides[0][0], sides[1][0]
            if not _of_another_time(index, pair, line, context) and context.quantity(pair[0]).value > context.quantity(pair[1]).value >= _SMALL:
                yield index, pair


def _of_another_time(index: int, pair: tuple[int, int], line: Line, context: Context) -> bool:
    """True of counts of another year than what is compared, or of another place."""
    own = _years(line, context)
    others = [other for i in pair if (other := context.line(i)) is not line]
    return any(opens_elsewhere(other, context) or own and (years := _years(other, context)) and not years & own for other in others)


def _years(line: Line, context: Context) -> set[int]:
    return {when.year for i in line.figures if (when := context.quantity(i).when) is not None and when.year}


def _outnumbered(line: Line, context: Context, words: Near) -> Iterator[tuple[int, str, str]]:
    for m in words.matches("gap-outnumber", line):
        at = next((p for p, _ in line.placed if p > m.end()), -1)
        by = next((b.start() for b in words.matches("apart-by", line, m.end(), at) if b.end() == at), -1) if at > 0 else -1
        if by > m.end():
            more, fewer = _last_name(line, max(0, m.start() - _NAME), m.start(), context), _first_name(line, m.end(), by, context)
            if more and fewer:
                yield line.quantity[at], more, fewer


def _more_than(line: Line, context: Context, words: Near) -> Iterator[tuple[int, str, str]]:
    for m in words.matches("gap-more", line):
        than = words.place("than-alone", line, m.end(), min(len(line.symbols), m.end() + _THAN))
        if not m.start() or line.quantity[m.start() - 1] < 0 or than < 0:
            continue
        one, other = _first_name(line, m.end(), than, context), _first_name(line, than + 1, min(len(line.symbols), than + _NAME), context)
        less = words.pattern("gap-fewer").match(line.symbols, m.start()) is not None
        if one and other:
            yield line.quantity[m.start() - 1], *((other, one) if less else (one, other))


def _first_name(line: Line, start: int, end: int, context: Context) -> str:
    names = (content(line.firsts[p], line.lasts[p] + 1, context) for p in range(start, end) if line.quantity[p] < 0)
    return next((next(iter(found)) for found in names if len(found) == 1), "")


def _last_name(line: Line, start: int, end: int, context: Context) -> str:
    names = [found for p in range(start, end) if line.quantity[p] < 0 and len(found := content(line.firsts[p], line.lasts[p] + 1, context)) == 1]
    return next(iter(names[-1])) if names else ""


# ---------------------------------------------------------------- what is left of it


def _left(line: Line, context: Context, words: Near) -> Iterator[tuple[int, tuple[int, int]]]:
    """What is carried over of "1.84 million of the 2.10 million received"."""
    for m in words.matches("gap-spent", line):
        amounts = [i for i in line.figures if context.lines.position_of[i] >= m.end() and context.quantity(i).kind in (*_COUNTS, "currency", "physical")]
        if len(amounts) < 3:
            continue
        part, whole, left = amounts[:3]
        a, b, c = (context.lines.position_of[i] for i in (part, whole, left))
        of = words.within("gap-of-the", line, a + 1, b) and b - a <= _WHOLE and a - m.end() <= _SPENT
        rest = words.within("gap-left", line, c + 1, c + _LEFT) or words.within("gap-leaving", line, c - _SPENT, c)
        if of and rest and _alike(part, whole, left, context) and not any(_alike(i, whole, left, context) for i in line.figures if i not in (part, whole, left)):
            yield left, (whole, part)


def _alike(a: int, b: int, c: int, context: Context) -> bool:
    p, q, r = (context.quantity(i) for i in (a, b, c))
    if any(x.kind in _COUNTS for x in (p, q, r)):
        return {x.kind for x in (p, q, r)} <= set(_COUNTS) and len({x.noun[-1] for x in (p, q, r) if x.noun}) < 2
    return p.kind == q.kind == r.kind and compatible(p.unit, q.unit) and compatible(q.unit, r.unit)
