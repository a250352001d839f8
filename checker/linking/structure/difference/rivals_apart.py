"""The lead that one of two has over the other, where each is named beside a figure of its own and no third one is told.

    Mayor Lindt stands at 44 per cent. Her challenger Orsi has 38 per cent. ... [a paragraph] ... Lindt leads by 6 points.
    Anton Lindt received 5,310 votes in the valley. His rival Vera Orsi got 4,870. ... The margin of 440 votes ...

What is told of another day, of a part of the voters, of somebody else, or beside a third figure of the sort proves nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context, content, names_between, proper, stem
from checker.linking.lines import Line
from checker.linking.structure.distant.sheet import Told, of_a_study, sheet_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.passages import opens_elsewhere
from checker.model import TIMES, Frame, Quantity

_BACK = 6  # sentences in front of a lead that may hold the two
_FRONT = 9  # symbols between "beat" and the figure
_CUE = 4  # symbols right in front of the figure that words for a lead take
_LEAST = 20  # fewer votes, or goals, are everywhere
_OFF = 6  # times as much, or as little: rather something else
_COUNTS = ("count", "number")


@dataclass(frozen=True, slots=True)
class _Side:
    told: Told
    names: frozenset[str]


def rivals_apart(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "balance" and "gap"."""
    words, found = near(context), []
    cued = words.standing("rival-lead", "rival-beats", "rival-ahead", "rival-many")
    if not cued or not (sheet := sheet_of(context)).short or of_a_study(context):
        return []
    tied = {i for f in frames if f.pinned and len(f.claims) > 1 for members in f.claims.values() for i in members}
    for line in sheet.lines:
        for at, index in line.placed if line.number in cued else ():
            q = context.quantity(index)
            if index not in tied and _is_lead(q, at, line, context, words) and (sides := _sides(q, line, sheet.all, context, words)):
                found.append(_frame(index, sides, context))
    return found


def _is_lead(q: Quantity, at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "leads by 6 points", "the margin of 440 votes", "beat Orsi by 440 votes"; not of one of another day, or of some voters."""
    if q.kind not in (*_COUNTS, "points", "multiple") or not q.value or q.approx or q.sense in ("range", "bound"):
        return False
    if q.kind == "multiple":
        plain = q.value > 1 and words.pattern("rival-many").match(line.symbols, at + 1) and not words.has("told-unreal", line) and not words.within("story-before", line, 0, len(line.symbols))
        return bool(plain) and not any(context.quantity(i).kind in TIMES for i in line.figures)
    if q.kind != "points" and q.value < _LEAST or words.has("told-unreal", line) or words.within("story-before", line, 0, at):
        return False
    end = after_noun(line.quantity[at], line, context)
    cue = words.ends("rival-lead", line, at, _CUE) or words.ends("rival-by", line, at, 2) and words.within("rival-beats", line, at - _FRONT, at)
    if not cue and not words.pattern("rival-ahead").match(line.symbols, end):
        return False
    if words.pattern("vote-margin-narrowed").match(line.symbols, end) or opens_elsewhere(line, context):
        return False
    return not any(context.quantity(i).kind in TIMES for i in line.figures)


def _sides(q: Quantity, line: Line, figures: list[Told], context: Context, words: Near) -> tuple[_Side, ...]:
    """The only two figures of the sort in the text, in the sentences in front, each beside a name of its own."""
    alike = [t for t in figures if t.q is not q and _suits(t.q, q, context)]
    if len(alike) != 2 or any(not 0 <= line.number - t.line.number <= _BACK or t.q.approx or t.q.sense in ("range", "bound") for t in alike):
        return ()
    here = proper(line.firsts[0], line.lasts[-1] + 1, context)
    sides = tuple(_Side(t, _names(t, here, context)) for t in alike)
    one, other = (s.names for s in sides)
    if not one or not other or one & other:
        return ()
    spoken = frozenset().union(*(content(t.line.firsts[0], t.line.lasts[-1] + 1, context) for t in alike))
    if names_between(line, 1, len(line.symbols), context) - spoken or any(q.kind != "points" and words.has("votes-not-all", t.line) or words.has("told-unreal", t.line) for t in alike):
        return ()
    if q.kind == "multiple":
        return sides if _larger_first(q, sides, line, context) else ()
    made = abs(alike[0].q.value - alike[1].q.value)
    return sides if made and q.value < max(t.q.value for t in alike) and made <= _OFF * q.value and q.value <= _OFF * made else ()


def _larger_first(q: Quantity, sides: tuple[_Side, ...], line: Line, context: Context) -> bool:
    """True of "Lindt has three times as many", where Lindt has the larger figure, and it is not wrong by far."""
    low, high = sorted(sides, key=lambda s: s.told.q.value)
    at = next(p for p, i in line.placed if context.quantity(i) is q)
    end = near(context).pattern("rival-many").match(line.symbols, at + 1).end()
    counted = content(line.firsts[end], line.firsts[end] + 1, context) if end < len(line.symbols) else frozenset()
    if counted - {stem(n, context) for s in sides for n in s.told.q.noun[-1:]} - high.names - low.names:
        return False  # "twice as many readers", of books lent
    front = proper(line.firsts[0], line.firsts[at], context)
    made = high.told.q.value / low.told.q.value
    return bool(front & high.names) and not front & low.names and made <= _OFF * q.value and q.value <= _OFF * made and made > 1


def _suits(of: Quantity, q: Quantity, context: Context) -> bool:
    """Whether a figure can be one of two sides: a percentage, or as many of the same things."""
    if q.kind == "points":
        return of.kind == "percent"
    if q.kind == "multiple":
        return of.kind == "count" and bool(of.value) or of.kind == "number" and of.unit is None and bool(of.value)
    if of.kind not in _COUNTS or of.kind == "number" and of.unit is not None or of.scale != q.scale or of.value is None or of.value < _LEAST:
        return False
    return not (of.noun and q.noun) or stem(of.noun[-1], context) == stem(q.noun[-1], context)


def _names(told: Told, here: frozenset[str], context: Context) -> frozenset[str]:
    """The names in front of a figure in its own words; one that opens its sentence where the lead names it too."""
    line = told.line
    found = names_between(line, max(1, told.left), told.at, context)
    return found | names_between(line, 0, 1, context) & here if not told.left else found


def _frame(index: int, sides: tuple[_Side, ...], context: Context) -> Frame:
    q = context.quantity(index)
    low, high = sorted((s.told.index for s in sides), key=lambda i: context.quantity(i).value)
    if q.kind == "points":
        claims = {"level": (high,), "base": (low,), "points": (index,)}
        return Frame("gap", (q.start, q.end), claims, {}, 1, frozenset(claims), 2, None, (), "roles")
    if q.kind == "multiple":
        claims = {"new": (high,), "base": (low,), "multiple": (index,)}
        return Frame("change", (q.start, q.end), claims, {}, 1, frozenset(claims), 2, None, (), "roles")
    claims = {"first": (high,), "second": (low,), "difference": (index,)}
    return Frame("balance", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles")
