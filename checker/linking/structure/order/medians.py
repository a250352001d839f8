"""The middle of a list: "3.1 in A, 4.4 in B and 5.0 in C. The median of these was 4.4"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.model import Frame, Quantity
from checker.units import compatible

KINDS = frozenset("physical currency percent count number duration age range".split())
_REACH = 9  # words from one value of a list to the next, and from "median" to its figure
_CALLED = 12  # words from "the median", a noun or a clause in commas between, to its figure


def listed_values(line: Line, context: Context) -> tuple[int, ...]:
    """Like values of a sentence, three or more, an odd number, that stand one after the other."""
    found: list[int] = []
    joins = context.lexicon.pattern("conjunction")
    for index in line.figures:
        q = context.quantity(index)
        if q.kind not in KINDS or q.value is None or q.kind == "range":
            continue
        if found and not (alike(context.quantity(found[-1]), q) and _beside(found[-1], index, line, context)):
            found = []
        found.append(index)
        closed = len(found) >= 3 and joins.search(line.symbols, context.lines.position_of[found[-2]], context.lines.position_of[index])
        if closed:
            nouns = [context.quantity(i).noun[-1:] for i in found]
            announced = nouns[0] and nouns[0] not in nouns[1:]  # "the five stations had 12, 19, ..."
            return tuple(found[1:] if announced else found)
    return ()


def medians(values: tuple[int, ...], line: Line, context: Context, words: Near) -> list[Frame]:
    """"The median of these was 5.0", "..., a median of 23"."""
    same = line.number == context.line(values[0]).number
    led = words.matches("a-median" if same else "the-median", line)
    told = [next((i for i in line.quantities(m.end(), m.end() + _REACH) if context.quantity(i).is_measure), None) for m in led]
    for average in (*told, *_called(line, context, words)):
        listed = tuple(i for i in values if i != average)
        if average is None or len(listed) < 3 or len(listed) % 2 == 0 or not alike(context.quantity(listed[0]), context.quantity(average)):
            continue
        if same and context.lines.position_of[listed[-1]] > context.lines.position_of[average]:
            continue
        middle = sorted(listed, key=lambda i: context.quantity(i).value)[len(listed) // 2]
        claims = {"average": (average,), "value": (middle,), "part": listed}
        q = context.quantity(average)
        return [Frame("median", (q.start, q.end), claims, {}, 0, frozenset(claims), 2)]
    return []


def _called(line: Line, context: Context, words: Near) -> Iterator[int]:
    """The figure of "the median delay was 15 minutes", "the median, which chiefs prefer, was 17": of no other set by a word."""
    for m in words.matches("the-median-noun", line):
        average = next((i for i in line.quantities(m.end(), m.end() + _CALLED) if context.quantity(i).is_measure), None)
        if average is not None:
            at = context.lines.position_of[average]
            if words.within("is-word", line, at - 2, at) and not words.within("median-of-others", line, m.start() - 2, at + 6):
                yield average


def _beside(a: int, b: int, line: Line, context: Context) -> bool:
    """True of neighbours in one list: a comma or a conjunction between them, and few words."""
    at, end = context.lines.position_of[a], context.lines.position_of[b]
    between = line.symbols[at + 1 : end]
    parted = context.lexicon.symbols.chars[","] in between or context.lexicon.pattern("conjunction").search(between)
    return bool(parted) and end - at <= _REACH


def alike(a: Quantity, b: Quantity) -> bool:
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return (not a.noun or not b.noun or a.noun[-1] == b.noun[-1]) and a.scale == b.scale
    if "number" in (a.kind, b.kind):
        return False
    if a.kind == b.kind == "currency" and a.unit and b.unit:
        return a.unit.partition("/")[0] == b.unit.partition("/")[0]  # from £60 to £140 a night
    return (a.kind == b.kind or "age" in (a.kind, b.kind)) and a.unit is not None and compatible(a.unit, b.unit)
