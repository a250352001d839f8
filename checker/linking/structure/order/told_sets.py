"""Sets of values that a sentence tells: a range in one figure or in two, "from 17 to 35", or a list of like figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near
from checker.linking.structure.parts import conjunctions
from checker.model import Quantity
from checker.units import compatible

KINDS = frozenset("physical currency percent count number duration age multiple points".split())


@dataclass(frozen=True, slots=True)
class Told:
    """The values of a set: a range in one figure or two, or a list. `last` is the position behind it in its line."""

    values: tuple[int, ...]
    listed: bool
    line: Line
    last: int


def ranges_told(line: Line, context: Context, words: Near) -> Iterator[Told]:
    """Ranges in one figure, or in two with an opening and a joint."""
    measures = [i for i in line.figures if context.quantity(i).kind in KINDS or context.quantity(i).sense == "range"]
    for index in measures:
        q, at = context.quantity(index), context.lines.position_of[index]
        if q.sense == "range" and q.is_measure and q.low is not None and q.high is not None and q.low < q.high and not _not_a_set(at, at, line, words):
            yield Told((index,), False, line, at + 1)
    for a, b in zip(measures, measures[1:]) if words.maybe(("ends-between", "ends-from"), line) else ():
        first, second = context.quantity(a), context.quantity(b)
        at, end = context.lines.position_of[a], context.lines.position_of[b]
        if second.approx == "below" and not words.within("ends-to", line, at + 1, end):
            continue
        if None in (first.value, second.value) or first.value >= second.value or end - at > 7 or not alike(first, second):
            continue
        opened = words.ends("ends-between", line, at, 5) or words.ends("ends-from", line, at, 5)
        joined = any(m.end() == end for m in words.matches("ends-to", line, at + 1, end))
        if opened and joined and not _not_a_set(at, end, line, words):
            yield Told((a, b), False, line, end + 1)


def _not_a_set(at: int, end: int, line: Line, words: Near) -> bool:
    return words.within("ends-not", line, at - 9, at) or words.within("ends-not", line, end + 1, end + 5)


def lists_told(line: Line, context: Context) -> Iterator[Told]:
    """Three like figures or more with nothing but commas and a conjunction between them."""
    if len(line.figures) < 3:
        return
    joins = {context.lexicon.symbols.chars[","], *conjunctions(context)}
    run: list[int] = []
    for index in [*line.figures, -1]:
        linked = run and index >= 0 and set(line.symbols[context.lines.position_of[run[-1]] + 1 : context.lines.position_of[index]]) <= joins and context.lines.position_of[index] - context.lines.position_of[run[-1]] > 1
        if linked and plain_value(context.quantity(index)) and alike(context.quantity(run[-1]), context.quantity(index)):
            run.append(index)
            continue
        if len(run) >= 3:
            yield Told(tuple(run), True, line, context.lines.position_of[run[-1]] + 1)
        run = [index] if index >= 0 and plain_value(context.quantity(index)) else []


def observed(known: Told, words: Near) -> bool:
    """True of a range behind a verb: "varied between", "are between", not of one that stands by itself."""
    at = known.last - 1
    while at > 0 and known.line.quantity[at] != known.values[0]:
        at -= 1
    start = at
    while start > max(0, at - 5) and known.line.quantity[start - 1] < 0 and known.line.symbols[start - 1] not in words.lexicon.symbols.marks:
        start -= 1
    return words.within("ends-observed", known.line, start, at) or words.within("ends-anywhere", known.line, max(0, at - 3), at)


def alike(a: Quantity, b: Quantity) -> bool:
    """One unit or counted noun; a bare figure beside any, where both are written with like precision."""
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return (not a.noun or not b.noun or a.noun[-1] == b.noun[-1]) and (a.scale == b.scale or a.kind == b.kind == "number")
    if a.change and b.change and a.change != b.change:
        return False
    if "number" in (a.kind, b.kind):
        bare, other = (a, b) if a.kind == "number" else (b, a)
        return bare.unit is None and bare.scale == other.scale and bare.style == other.style and other.kind != "percent"
    if a.kind == b.kind == "currency":
        return (a.unit or "").partition("/")[0] == (b.unit or "").partition("/")[0]
    if {a.kind, b.kind} == {"age", "duration"}:
        return True
    return a.kind == b.kind and a.unit is not None and compatible(a.unit, b.unit) and (a.kind != "duration" or a.unit == b.unit or a.components > 1 or b.components > 1)


def one_unit(a: Quantity, b: Quantity) -> bool:
    return a.unit == b.unit or not b.unit or {a.kind, b.kind} <= {"count", "number", "age"} or "currency" == a.kind == b.kind and (a.unit or "").partition("/")[0] == (b.unit or "").partition("/")[0]


def of_set(sample: Quantity, q: Quantity) -> bool:
    if sample.sense == "range":
        if sample.kind == "age" and q.kind not in ("age", "duration", "number"):
            return False
        if q.kind == "number" and q.unit is None:
            if sample.kind in ("age", "duration") and (q.place or 1) < (sample.place or 1):
                return False  # "children aged 4 to 6 years scored 2.7 on average"
            return sample.kind in ("age", "duration", "physical", "number", "count") and q.scale == sample.scale and q.value <= 10 * sample.high
        same = q.kind == sample.kind or {q.kind, sample.kind} <= {"age", "duration"} or {q.kind, sample.kind} <= {"count", "number"} or sample.kind == "range"
        return same and ((q.unit or "").partition("/")[0] == (sample.unit or "").partition("/")[0] or {q.kind, sample.kind} <= {"age", "duration", "count", "number"} or compatible(q.unit, sample.unit))
    return alike(sample, q)


def plain_value(q: Quantity) -> bool:
    return q.kind in KINDS and q.value is not None and q.sense != "range" and q.approx in (None, "about") and (q.change is None or q.kind == "percent")
