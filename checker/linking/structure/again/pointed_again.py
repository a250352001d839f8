"""A figure that points back by its own words, and the only one before it that it can point to.

    bake for 50 minutes; if it trembles at the end of those fifty minutes             a length that was told just before
    a 58-year-old beekeeper ... in this woman of 58 the test made a diagnosis          the age of the only patient
    closed to lorries of more than 7.5 tonnes (the 7.5-tonne limit has applied since May)     a limit called by its figure

Where two figures could be meant, or dates lie near a length, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.again.others import of_another
from checker.linking.structure.near import Near, digits_slip, near
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame, Quantity

_BACK = 2  # sentences in front of a length, or of a limit
_SHARES = ("percent", "ratio", "multiple")
_RECKONS = ("number", *_SHARES)
_WHO = 3  # symbols between "this" and an age
_OLDEST = 115
_YEARS = 10  # between two ages of one person
_APART = 20  # times as much: rather another limit


def pointed_again(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "repeated" and "limit-again"."""
    words, found = near(context), []
    lines = {line.number: line for line in told_lines(context)}
    known = {f.claims["second"][0] for f in frames if f.family == "repeated" and f.pinned}
    for line in lines.values():
        for at, index in line.placed:
            if not at or index in known:
                continue
            for family, read in _READ:
                meant = read(at, index, line, lines, context, words)
                if meant:
                    q, claims = context.quantity(index), {"first": meant, "second": (index,)}
                    found.append(Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 3, None, (), "roles"))
                    break
    return found


def _before(at: int, line: Line, lines: dict[int, Line], context: Context, back: int = _BACK) -> list[int]:
    own = [i for n in range(line.number - back, line.number) if n in lines and lines[n].block == line.block for i in lines[n].figures]
    return own + line.quantities(0, at)


def _only(found: Iterator[int], context: Context) -> tuple[int, ...]:
    """The figure, or figures of one value, as the one that is meant; () where they differ."""
    some = list(found)
    return (some[-1],) if some and len({context.quantity(i).value for i in some}) == 1 else ()


# ---------------------------------------------------------------- lengths


def _length(at: int, index: int, line: Line, lines, context: Context, words: Near) -> tuple[int, ...]:
    q = context.quantity(index)
    if q.kind not in ("duration", "physical", "currency") or not _plain(q) or not words.pattern("again-those").match(line.symbols, at - 1):
        return ()
    if words.within("again-not", line, at - 2, at - 1) or words.within("not-the-same", line, at + 1, at + 2):
        return ()
    before = _before(at, line, lines, context)
    if q.kind == "duration" and any(context.quantity(i).kind in TIMES or context.quantity(i).clock is not None for i in before):
        return ()
    same = [i for i in before if context.quantity(i).kind == q.kind and context.quantity(i).unit == q.unit]
    loose = any(not _plain(context.quantity(i)) for i in same) or any(context.quantity(i).kind == q.kind and context.quantity(i).unit != q.unit for i in before)
    if loose or len(same) != 1 or any(context.quantity(i).kind in _RECKONS for i in range(same[0] + 1, index)):
        return ()  # "cut her deficit of 94 seconds to 37": those 57 seconds
    if of_another(same[0], index, context):
        return ()
    shared = any(context.quantity(i).kind in _SHARES for i in before)
    return () if shared else (same[0],)


def _plain(q: Quantity) -> bool:
    return q.value is not None and q.value > 0 and not q.approx and q.sense != "range" and q.change is None and "/" not in (q.unit or "")


# ---------------------------------------------------------------- limits


def _limit(at: int, index: int, line: Line, lines, context: Context, words: Near) -> tuple[int, ...]:
    """The only bound of the unit in front of "the 7.5-tonne limit"."""
    q = context.quantity(index)
    if q.kind not in ("physical", "duration", "currency") or q.value is None or q.approx:
        return ()
    if not words.pattern("definite").match(line.symbols, at - 1) or not words.pattern("limit-called").match(line.symbols, at + 1):
        return ()
    before = [i for i in _before(at, line, lines, context) if context.quantity(i).kind == q.kind and context.quantity(i).unit == q.unit]
    bounds = [i for i in before if context.quantity(i).approx in ("above", "below") or words.ends("norm-over", context.line(i), context.lines.position_of[i], 4)]
    if len(before) != len(bounds) or any(words.has(name, x) for name in ("again-changed", "limit-other") for x in {context.line(i).number: context.line(i) for i in (*before, index)}.values()):
        return ()
    near_by = all(context.quantity(i).value and context.quantity(i).value < _APART * q.value and q.value < _APART * context.quantity(i).value for i in bounds)
    return _only(iter(bounds), context) if near_by else ()


# ---------------------------------------------------------------- ages


def _age(at: int, index: int, line: Line, lines, context: Context, words: Near) -> tuple[int, ...]:
    """The age of the only person whose age the text has told, of "this woman of 58", "this 58-year-old"."""
    if not words.within("this-person", line, max(0, at - _WHO), at) or not _is_age(at, index, line, context, words):
        return ()
    ages = [i for n in lines if n <= line.number for p, i in lines[n].placed if i < index and _is_age(p, i, lines[n], context, words)]
    meant = _only(iter(ages), context)
    return meant if not meant or _mistaken(context.quantity(meant[0]), context.quantity(index)) else ()


def _mistaken(a: Quantity, b: Quantity) -> bool:
    """True of ages that one person can have by a slip; a child and someone of fifty are two."""
    return abs(a.value - b.value) <= _YEARS or digits_slip(str(a.value), str(b.value))


def _is_age(at: int, index: int, line: Line, context: Context, words: Near) -> bool:
    q = context.quantity(index)
    if q.kind == "age":
        return q.value is not None and not q.approx
    aged = q.kind == "number" and q.unit is None and q.value is not None and 1 < q.value <= _OLDEST and q.style == "digits"
    return aged and at > 1 and words.ends("person-of", line, at, 3)


_READ = (("repeated", _length), ("limit-again", _limit), ("repeated", _age))
