"""Series of dated values of one measure, and what is said of them.

    812 mm in 2017, 790 in 2018, 845 in 2019 and 901 in 2020, the wettest of the four years
    rose every year; the average over the five years was 40; 4.1m over the three seasons; a gain of 17

A series is a run of three or more values that alternate with dates in order. Statements are looked for in its sentence
and in the next ones of its paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.order.ranking import named
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.units import compatible

_COUNTED = 3  # symbols from "a third month" to "running"
_LEAST = 6  # figures: three values and their dates
_SPAN = 7  # words from a value to its date
_NEXT = 2  # sentences after (and one before) a series in which it is spoken of
_TIMES = frozenset(["year", "period", "date"])


@dataclass(frozen=True, slots=True)
class _Series:
    values: tuple[int, ...]
    dates: tuple[int, ...]
    line: Line


def series(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "comparison", "sum", "mean", "balance" and "repeated" about series."""
    lines = prose_lines(context)
    found: list[Frame] = []
    for n, line in enumerate(lines):
        if not line.figures:
            continue
        run = _series(line, context)
        if run is None:
            continue
        near = [o for o in lines[max(0, n - 1) : n + 1 + _NEXT] if abs(o.block - line.block) <= (1 if o is not line else 0) or o.block == line.block]
        found.extend(_average(run, context))
        for other in near:
            found.extend(_extreme(run, other, context))
            found.extend(_steady(run, other, context))
            found.extend(_whole(run, other, context))
            found.extend(_last_step(run, other, context))
    found.extend(_same_date(lines, context))
    return found


# ---------------------------------------------------------------- finding series


def _kin(a: Quantity, b: Quantity) -> bool:
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        return a.scale == b.scale or a.scale == 1 or b.scale == 1
    if b.kind == "number" and b.unit is None or a.kind == "number" and a.unit is None:
        return True
    return a.kind == b.kind and compatible(a.unit, b.unit)


def _series(line: Line, context: Context) -> _Series | None:
    """The run of dated values of a sentence; None where there are fewer than three."""
    if len(line.figures) < _LEAST:
        return None
    items = [q for q in line.figures if context.quantity(q).is_measure or context.quantity(q).kind in _TIMES]
    pairs: list[tuple[int, int]] = []
    at = 0
    while at + 1 < len(items):
        a, b = items[at], items[at + 1]
        dated = context.quantity(a).kind in _TIMES, context.quantity(b).kind in _TIMES
        near = context.lines.position_of[b] - context.lines.position_of[a] <= _SPAN
        if near and dated == (False, True) and _value(a, context) and _plain_date(b, context):
            pairs.append((a, b))
            at += 2
        else:
            at += 1
    pairs = [p for p in pairs if _kin(context.quantity(pairs[0][0]), context.quantity(p[0]))] if pairs else []
    while len(pairs) > 2 and not _rising_dates([context.quantity(d).when for _, d in pairs]):
        pairs.pop()
    if len(pairs) < 3:
        return None
    return _Series(tuple(v for v, _ in pairs), tuple(d for _, d in pairs), line)


def _value(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.value is not None and q.kind not in ("ratio", "multiple", "points", "duration") and q.approx is None


def _plain_date(index: int, context: Context) -> bool:
    w = context.quantity(index).when
    return w is not None and w.end_year is None


def _rising_dates(whens) -> bool:
    keys = [(w.year or 0, w.month or 0, w.day or 0) for w in whens]
    return all(a < b for a, b in zip(keys, keys[1:]))


# ---------------------------------------------------------------- what is said of them


def _spans(run: _Series, line: Line, context: Context) -> list[tuple[int, int]]:
    """Where the words name the span of the series: "the four years", "over the period"."""
    found = [m.span() for m in near(context).matches("over-span", line)]
    lead = context.lexicon.pattern("span-lead")
    for at, index in line.placed:
        q = context.quantity(index)
        whole = q.value is not None and q.value == len(run.values) and q.kind in ("duration", "count")
        m = next((m for m in lead.finditer(line.symbols, max(0, at - 3), at) if m.end() == at), None)
        if whole and m:
            found.append((m.start(), at + 1))
    return found


def _extreme(run: _Series, line: Line, context: Context) -> list[Frame]:
    """The value that a superlative over the years of the series follows or precedes is above or below the others."""
    found = []
    for name, sign in (("most-adjective", 1), ("least-adjective", -1)):
        for m in near(context).matches(name, line):
            spoken = any(m.end() <= start <= m.end() + 6 for start, _ in _spans(run, line, context))
            if not spoken or m.start() and line.quantity[m.start() - 1] >= 0:
                continue
            before = line.quantities(0, m.start())
            value = next((q for q in reversed(before) if context.quantity(q).is_measure and _value(q, context)), None)
            if value is None:
                continue
            if value in run.values:
                others = [v for v in run.values if v != value]
            else:
                same = [v for v in run.values if context.quantity(v).value == context.quantity(value).value]
                others = [v for v in run.values if v not in same]
            if line is run.line and value not in run.values or not _kin(context.quantity(run.values[0]), context.quantity(value)):
                continue
            found.extend(named(value, other, sign) for other in others)
    return found


def _steady(run: _Series, line: Line, context: Context) -> list[Frame]:
    """"rose every year", "down for a third month running": each value on the same side of the one before it."""
    m = context.lexicon.pattern("every-time").search(line.symbols)
    if not m:
        return []
    up = context.lexicon.rising.search(line.symbols, max(0, m.start() - 14), m.end())
    down = context.lexicon.falling.search(line.symbols, max(0, m.start() - 14), m.end())
    if bool(up) == bool(down):
        return []
    steps = list(zip(run.values, run.values[1:]))
    told = next((q.value for i in line.quantities(max(0, m.start() - _COUNTED), m.start()) if (q := context.quantity(i)).kind in ("ordinal", "duration", "number")), None)
    if told is not None and told <= len(steps):
        steps = steps[len(steps) - max(1, int(told) - 1) :]  # "for a second month running": what was before is open
    return [named(b, a, 1 if up else -1) for a, b in steps]


def _whole(run: _Series, line: Line, context: Context) -> list[Frame]:
    """A total or an average over the years of the series."""
    found = []
    for start, end in _spans(run, line, context):
        own = set(run.values)
        around = [q for q in line.quantities(max(0, start - 4), end + 8) if q not in own and context.quantity(q).is_measure and _value(q, context)]
        around = [q for q in around if _kin(context.quantity(run.values[0]), context.quantity(q))]
        if len(around) != 1:
            continue
        at = context.lines.position_of[around[0]]
        average = context.lexicon.pattern("mean-adjective").search(line.symbols, max(0, min(at, start) - 4), max(at, end))
        total = not average and (at < start or context.lexicon.pattern("total-word").search(line.symbols, max(0, start - 6), at))
        if average:
            claims = {"average": (around[0],), "part": run.values}
            found.append(Frame("mean", (0, 0), claims, {}, 0, frozenset(claims), 2))
        elif total and line is run.line and at > context.lines.position_of[run.values[-1]]:
            claims = {"total": (around[0],), "part": run.values}
            found.append(Frame("sum", (0, 0), claims, {}, 0, frozenset(claims), 2))
    return found


def _average(run: _Series, context: Context) -> list[Frame]:
    """", an average of 44 mm" right after the series."""
    at = context.lines.position_of[run.dates[-1]]
    m = context.lexicon.pattern("average-of").match(run.line.symbols, at + 1)
    value = run.line.quantity[m.end()] if m and m.end() < len(run.line.quantity) else -1
    if value < 0 or not _value(value, context) or not _kin(context.quantity(run.values[0]), context.quantity(value)):
        return []
    claims = {"average": (value,), "part": run.values}
    return [Frame("mean", (0, 0), claims, {}, 0, frozenset(claims), 2)]


def _last_step(run: _Series, line: Line, context: Context) -> list[Frame]:
    """"That last step, a gain of 17": the difference of the last two values."""
    m = context.lexicon.pattern("last-step").search(line.symbols)
    if not m:
        return []
    delta = next((q for q in line.quantities(m.end(), m.end() + 8) if context.quantity(q).is_measure and context.quantity(q).value is not None), None)
    if delta is None or delta in run.values:
        return []
    claims = {"difference": (delta,), "first": (run.values[-1],), "second": (run.values[-2],)}
    return [Frame("balance", (0, 0), claims, {}, 0, frozenset(claims), 2)]


# ---------------------------------------------------------------- one date, one value


def _same_date(lines: list[Line], context: Context) -> list[Frame]:
    """"the 3,410 we had in 2018", where the text gives one other value for 2018, and of a like measure."""
    dated: dict[int, list[int]] = {}
    found = []
    definite = context.lexicon.pattern("definite")
    for line in lines:
        for at, index in line.placed:
            if context.quantity(index).kind not in ("count", "number") or not _value(index, context):
                continue
            year = _year_after(at, line, context)
            if year is None:
                continue
            q = context.quantity(index)
            if q.kind == "number" and at and definite.match(line.symbols, at - 1):
                known = [k for k in dated.get(year, ()) if _kin(context.quantity(k), q) and _one_size(context.quantity(k), q)]
                if len(known) == 1:
                    claims = {"first": (known[0],), "second": (index,)}
                    found.append(Frame("repeated", (q.start, q.end), claims, {}, 0, frozenset(claims), 3))
            dated.setdefault(year, []).append(index)
    return found


def _one_size(a: Quantity, b: Quantity) -> bool:
    return min(a.value, b.value) > 100 and a.value < 10 * b.value and b.value < 10 * a.value


def _year_after(at: int, line: Line, context: Context) -> int | None:
    for j in range(at + 1, min(len(line.symbols), at + 9)):
        index = line.quantity[j]
        if index >= 0:
            q = context.quantity(index)
            return q.when.year if q.kind == "year" and q.when and not q.when.end_year else None
        if line.symbols[j] in context.lexicon.symbols.closing or line.symbols[j] == context.lexicon.symbols.chars[","]:
            return None
    return None
