"""Figures that bound another: "more than 500", "below the 50 mg limit", "no more than 180m"; and those that were set or hoped for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.denied import denied
from checker.linking.structure.near import Near
from checker.model import Quantity

KINDS = frozenset("number count currency physical percent duration points multiple age".split())
_YEAR = "year"
_SIDES = {"bound-more": 1, "bound-less": -1, "mark-above": 1, "mark-below": -1}  # on which side the truth lies  # on which side the truth lies
_SIDED = tuple(_SIDES)
_BOUNDING = (*_SIDED, "bound-hoped")


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure with the side on which the truth lies: 1 above, -1 below. `norm`: it was set or hoped for, not observed."""

    index: int
    side: int
    norm: bool
    line: Line
    at: int


def bounds_of(line: Line, marks: dict[int, str], context: Context, words: Near) -> Iterator[Bound]:
    said = words.maybe(_BOUNDING, line)
    for at, index in line.placed:
        q = context.quantity(index)
        if not said and index not in marks and q.approx not in ("above", "below"):
            continue
        if q.kind not in KINDS or q.value is None or q.value <= 0 or q.change and q.approx is None:
            continue
        if words.within("bound-by", line, at - 1, at) or _tells_whom(q, at, line, words):
            continue
        side, noun = _side(at, index, line, context, words)
        if side:
            set_only = index in marks and not noun and q.approx is None
            yield Bound(index, side, set_only or words.within("bound-norm", line, max(0, at - 14), at) or words.pattern("bound-may").match(line.symbols, at + 1) is not None, line, at)
            continue
        hoped = any(at - 2 <= m.end() <= at for m in words.matches("bound-hoped", line, max(0, at - 8), at))
        side = 1 if hoped else {"mark-least": 1, "mark-most": -1}.get(marks.get(index, ""), 0)
        if side:
            yield Bound(index, side, True, line, at)


def _tells_whom(q: Quantity, at: int, line: Line, words: Near) -> bool:
    """True of "children under 5 years", "patients > 15 years old": an age that tells who is meant bounds nothing, unless what is
    for them is told, "for students under 25"."""
    years = q.kind == "age" or q.kind == "duration" and q.unit == _YEAR
    return years and not words.within("reckon-for", line, at - 3, at) and any(words.within(name, line, at - 2, at) for name in ("answering-noun", "all-in", "person-noun"))


def _side(at: int, index: int, line: Line, context: Context, words: Near) -> tuple[int, bool]:
    """On which side of the figure the truth lies, and whether a noun of a mark stands between: "below the limit of 50"."""
    q = context.quantity(index)
    if q.approx in ("above", "below"):
        turned = words.within("bound-turned", line, at - 4, at) and not denied(q, context)
        quick = q.kind == "duration" and not context.lexicon.pack.words("quick-word").isdisjoint(context.extraction.tokens.words[q.outer : q.first])
        return (1 if q.approx == "above" else -1) * (-1 if turned else 1) * (-1 if quick else 1), False
    for name in words.among(_SIDED, line):
        side = _SIDES[name]
        for m in words.matches(name, line, max(0, at - 8), at):
            noun = words.within("mark-noun", line, m.end(), at)
            gap = at - m.end()
            if gap > (5 if noun else 1) or any(i >= 0 for i in line.quantity[m.end() : at]) or gap and not words.pattern("mark-definite").match(line.symbols, m.end()):
                continue
            turned = words.within("bound-turned", line, m.start() - 2, m.start())
            return (-side if turned else side), noun or bool(words.pattern("mark-noun").match(line.symbols, at + 1))
    return 0, False
