"""Lists matched by position: "rose by 5% and 10%, respectively, from 200 and 120 million to 210 and 132 million".

Lists of one length in a sentence with the word give one claim a position: a change with its base and new value, or a
share with its part and whole.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.tabular import figured_prose
from checker.model import Frame

_List = tuple[int, ...]


def parallel_lists(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "change" and "share", one a position of the lists."""
    word = context.lexicon.pattern("respective")
    found: list[Frame] = []
    for line in figured_prose(context):
        if word.search(line.symbols):
            lists = _lists(line, context)
            for size in sorted({len(members) for members in lists}):
                found.extend(_claims([m for m in lists if len(m) == size], line, context))
            found.extend(_gaps(lists, line, context))
            found.extend(_totals(lists, line, context))
    return found


def _gaps(lists: list[_List], line: Line, context: Context) -> list[Frame]:
    """"54 and 49 respectively, a gap of 5": the difference of a list of two."""
    pairs = [m for m in lists if len(m) == 2]
    m = context.lexicon.pattern("gap-of").search(line.symbols)
    if len(pairs) != 1 or not m:
        return []
    gap = next((q for q in line.quantities(m.end(), m.end() + 3)), None)
    if gap is None or gap in pairs[0]:
        return []
    return [_frame("balance", {"difference": (gap,), "first": pairs[0][:1], "second": pairs[0][1:]}, 0, context)]


def _totals(lists: list[_List], line: Line, context: Context) -> list[Frame]:
    """"... respectively. Total dues came to £200,000": the sum of a list, told in one of the next sentences."""
    found = []
    lines = context.lines.lines
    for other in lines[line.number + 1 : line.number + 4]:
        if other.block != line.block or not context.lexicon.pattern("total-lead").match(other.symbols):
            continue
        total = next((q for q in other.figures if context.quantity(q).is_measure and context.quantity(q).value is not None), None)
        if total is None:
            break
        t = context.quantity(total)
        if t.kind == "percent":
            break
        like = [m for m in lists if all(context.quantity(q).unit == t.unit and context.quantity(q).kind == t.kind for q in m)]
        for members in like:
            claims = {"total": (total,), "part": members}
            found.append(Frame("sum", (t.start, t.end), claims, {}, 0, frozenset(claims), 3))
        break
    return found


def _lists(line: Line, context: Context) -> list[_List]:
    """Runs of figures of one kind with nothing but commas and conjunctions, and what they count, between them."""
    chars = context.lexicon.symbols.chars
    joins = {chars[","], *(chars[w] for w in context.lexicon.pack.words("conjunction") if w in chars)}
    found: list[list[int]] = []
    end = -1
    for at, index in line.placed:
        q = context.quantity(index)
        if not q.is_measure or q.value is None:
            end = -1
            continue
        between = line.symbols[end:at] if end > 0 else ""
        last = context.quantity(found[-1][-1]) if found and end > 0 else None
        if between and set(between) <= joins and last is not None and _one_kind(last.kind, q.kind):
            found[-1].append(index)
        else:
            found.append([index])
        end = at + 1 + max(0, q.noun_last - q.last)
    return [tuple(members) for members in found if len(members) > 1]


def _one_kind(a: str, b: str) -> bool:
    return a == b or {a, b} <= {"count", "number"} or "number" in (a, b) and "percent" not in (a, b) and "duration" not in (a, b)


def _claims(lists: list[_List], line: Line, context: Context) -> list[Frame]:
    kind = {members: context.quantity(members[-1]).kind for members in lists}
    shares = [m for m in lists if kind[m] == "percent"]
    levels = [m for m in lists if kind[m] != "percent"]
    if len(shares) != 1 or len(levels) != 2:
        return []
    origin = context.lexicon.pattern("from-word")
    based = [m for m in levels if _after(origin, context.lines.position_of[m[0]], line)]
    at = context.lines.position_of[shares[0][0]]
    start = max(0, at - 8)
    up, down = context.lexicon.rising.search(line.symbols, start, at), context.lexicon.falling.search(line.symbols, start, at)
    if len(based) == 1 and bool(up) != bool(down):
        other = next(m for m in levels if m != based[0])
        return [_frame("change", {"change": (c,), "base": (b,), "new": (n,)}, 1 if up else -1, context) for c, b, n in zip(shares[0], based[0], other)]
    if not based and not up and not down and all(kind[m] in ("count", "number") for m in levels) and kind[levels[0]] == "count":
        return [_frame("share", {"share": (s,), "whole": (w,), "part": (p,)}, 0, context) for s, w, p in zip(shares[0], *levels)]
    return []


def _after(pattern, at: int, line: Line) -> bool:
    return any(m.end() == at for m in pattern.finditer(line.symbols, max(0, at - 3), at))


def _frame(family: str, claims: dict[str, tuple[int, ...]], sign: int, context: Context) -> Frame:
    q = context.quantity(next(iter(claims.values()))[0])
    return Frame(family, (q.start, q.end), claims, {}, sign, frozenset(claims), 0)
