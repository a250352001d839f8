"""Values and the ranges that hold them, means and extremes: "between 12 and 18 degrees, averaging 15".

    inside-range   a mean, a close or a result that must lie within the range given with it
    comparison     a greatest and a mean value of one thing, a low point and the values after it
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.change.event import BASES, reader_of
from checker.linking.structure.near import near
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame, Quantity
from checker.units import compatible

_REACH = 8  # words between a word for the mean and its value
_NEXT = 3  # sentences after a range in which "the mean" speaks of it
_NORM = 5  # symbols in front of a mean in which a norm is named
_FAR = 6  # sentences between the greatest and the mean of one thing
_RANKS = {"greatest-word": 1, "least-word": -1, "mean-adjective": 0}
_RANKED = tuple(_RANKS)


def ranges(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "inside-range" and "comparison"."""
    lines = prose_lines(context)
    found: list[Frame] = []
    turned = near(context).standing("peak-word", "trough-word")
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        for at, index in line.placed:
            if _is_range(context.quantity(index)):
                found.extend(_held(at, line, lines[n + 1 : n + 1 + _NEXT], context))
        if line.number in turned:
            found.extend(_turning(line, context))
    found.extend(_extremes(lines, context))
    return found


def _is_range(q: Quantity) -> bool:
    return q.sense == "range" and q.low is not None and q.high is not None and q.is_measure


def _alike(a: Quantity, b: Quantity, bare: bool = True) -> bool:
    """True where the second can lie within the first: its unit, or none."""
    if not b.is_measure or b.value is None or b.sense == "range":
        return False
    if b.kind == "number" and b.unit is None:
        return bare
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return not a.noun or not b.noun or a.noun[-1] == b.noun[-1]
    if a.kind == b.kind == "duration" and a.unit != b.unit:
        return False
    units = ((q.unit or "").partition("/")[0] for q in (a, b)) if a.kind == b.kind == "currency" and ("/" in (a.unit or "")) != ("/" in (b.unit or "")) else (a.unit, b.unit)
    return (a.kind == b.kind or {a.kind, b.kind} == {"age", "duration"}) and (compatible(*units) or {a.kind, b.kind} == {"age", "duration"})


def _held(at: int, line: Line, following: list[Line], context: Context) -> list[Frame]:
    """The value that the words around a range put into it."""
    lexicon, whole = context.lexicon, line.quantity[at]
    q = context.quantity(whole)
    found = []
    for name in ("mean-word", "close-word"):
        for m in near(context).matches(name, line, at + 1, at + 22):
            if {lexicon.symbols.chars[c] for c in ")];"} & set(line.symbols[at + 1 : m.start()]):
                break
            value = _value_after(m.end(), line, q, context)
            if near(context).within("set-as-norm", line, m.start() - _NORM, m.start()):
                continue  # "well above the recommended average of 25": it need not be kept
            if value is not None and _formerly(value, line, context):
                continue
            if value is not None and not lexicon.pattern("versus-word").search(line.symbols, at + 1, m.start()):
                found.append(_inside(whole, value, not _of_others(m.end(), line, context), 0, context))
                break
    band = next(near(context).matches("inside-word", line, max(0, at - 9), at), None)
    if band and lexicon.pattern("band-noun").search(line.symbols, band.end(), at + 4):
        values = [v for v in line.quantities(0, band.start()) if _alike(q, context.quantity(v), bare=False)]
        found.extend(_inside(whole, v, len(values) == 1, 0, context) for v in values)
    if not found and not {lexicon.symbols.chars["("], lexicon.symbols.chars["["]} & set(line.symbols[max(0, at - 3) : at]):
        for other in following:
            if other.block > line.block + 1:
                break
            m = next(near(context).matches("the-mean", other), None)
            value = _value_after(m.end(), other, q, context, bare=False) if m else None
            if value is not None:
                place = context.lines.position_of[value]
                others = _of_others(m.end(), other, context) or near(context).within("mean-elsewhere", other, m.end(), place) or any(context.quantity(i).kind in TIMES for i in other.quantities(m.end(), place))
                found.append(_inside(whole, value, not others, 3, context))
                break
    return found


def _formerly(value: int, line: Line, context: Context) -> bool:
    """True of the old value in "to 2 to 3 per cent of average lending from 5 per cent"."""
    return any(i.index == value and i.word in BASES for i in reader_of(context).row(line.number))


def _value_after(start: int, line: Line, q: Quantity, context: Context, bare: bool = True) -> int | None:
    breaks = context.lexicon.breaks
    for j in range(start, min(len(line.symbols), start + _REACH)):
        index = line.quantity[j]
        if index >= 0 and context.quantity(index).is_measure:
            if not bare and context.quantity(index).kind == "number":
                continue
            if context.quantity(index).kind == "count" and context.quantity(index).noun and not q.noun:
                continue  # the mean of the eight ratings was 3.5
            return index if _alike(q, context.quantity(index), bare) and not _moves(start, j, line, context) else None
        if breaks.match(line.symbols, j):
            return None
    return None


def _of_others(at: int, line: Line, context: Context) -> bool:
    """True of "the average for the parish": of more than those whose range was given, where no number says how many."""
    m = context.lexicon.pattern("mean-of-more").match(line.symbols, at)
    return bool(m) and m.end() < len(line.quantity) and line.quantity[m.end()] < 0


def _moves(start: int, end: int, line: Line, context: Context) -> bool:
    """True of an average rise: it is a change, not a level."""
    return bool(context.lexicon.rising.search(line.symbols, start, end) or context.lexicon.falling.search(line.symbols, start, end))


def _inside(whole: int, value: int, tied: bool, tier: int, context: Context) -> Frame:
    q = context.quantity(value)
    claims = {"whole": (whole,), "value": (value,)}
    return Frame("inside-range", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), tier)


# ---------------------------------------------------------------- turning points and extremes


def _turning(line: Line, context: Context) -> list[Frame]:
    """"bottomed out at 6,150, recovered to 9,870, peaked at 21,400": the other values of the sentence lie on one side."""
    found = []
    for name, sign in (("peak-word", 1), ("trough-word", -1)):
        for m in near(context).matches(name, line):
            extreme = next((q for q in line.quantities(m.end(), m.end() + 10) if context.quantity(q).is_measure), None)
            if extreme is None or context.quantity(extreme).value is None:
                continue
            for other in line.quantities(m.end()):
                if other != extreme and _alike(context.quantity(extreme), context.quantity(other)) and not _part_of_date(other, context):
                    found.append(_compared(extreme, other, sign, _recovers(extreme, other, line, context)))
    return found


def _part_of_date(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.place is not None and q.kind == "number" and q.value is not None and q.value < 32


def _recovers(extreme: int, other: int, line: Line, context: Context) -> bool:
    """True where a movement leads from the turning point to the other value: "recovered to 9,870"."""
    start, end = context.lines.position_of[extreme] + 1, context.lines.position_of[other]
    return end > start and bool(context.lexicon.pattern("turned-to").search(line.symbols, max(start, end - 5), end))


def _extremes(lines: list[Line], context: Context) -> list[Frame]:
    """"Its greatest depth is 62 metres ... The mean depth is 24 metres"."""
    tops: dict[tuple[str, int], tuple[int, int]] = {}
    found = []
    words = near(context)
    for line in lines:
        for name, rank in _RANKS.items() if words.maybe(_RANKED, line) else ():
            for m in words.matches(name, line):
                named = _named_value(m.end(), line, context)
                if named is None or words.within("told-in", line, m.start() - 2, m.start()):
                    continue  # "the error in the mean depth was 3 mm"
                noun, value = named
                if rank:
                    tops[(noun, rank)] = (value, line.number)
                else:
                    for sign in (1, -1):
                        extreme = tops.get((noun, sign))
                        if extreme and line.number - extreme[1] <= _FAR and _alike(context.quantity(extreme[0]), context.quantity(value), bare=False):
                            found.append(_compared(extreme[0], value, sign, True))
    return found


def _named_value(start: int, line: Line, context: Context) -> tuple[str, int] | None:
    """The noun and the value of "depth is 62 metres" from a position on."""
    if start + 2 >= len(line.symbols) or line.quantity[start] >= 0:
        return None
    words = context.extraction.tokens.words
    m = context.lexicon.pattern("side-verb").match(line.symbols, start + 1)
    if not m or m.end() >= len(line.quantity) or line.quantity[m.end()] < 0:
        return None
    index = line.quantity[m.end()]
    q = context.quantity(index)
    return (stem(words[line.firsts[start]], context), index) if q.is_measure and q.value is not None else None


def _compared(extreme: int, other: int, sign: int, tied: bool) -> Frame:
    claims = {"level": (extreme,), "bound": (other,), "rest": (extreme, other)}  # each pair stands by itself
    return Frame("comparison", (0, 0), claims, {}, sign, frozenset(claims) if tied else frozenset(), 2)
