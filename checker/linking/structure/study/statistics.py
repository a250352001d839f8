"""Reports of statistics: an estimate and its interval, the interval and its p-value.

    hazard ratio 0.72; 95% CI, 0.58 to 0.89; P=0.003     estimate-interval, ratio-significance
    mean difference 1.8 (95% CI -0.2 to 3.8; p=0.08)     estimate-interval, difference-significance
    a median of 7 days (interquartile range 4 to 11)     estimate-range
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.model import Frame, Quantity
from checker.rational import Fraction

_LEVELS = (90, 95, 98, 99)
_OPENS = ("x", "×", "*")  # in front of a power of ten: "22.0 x 109"
_LEVEL = 95  # the one that goes with p < 0.05
_AFTER, _BEFORE = 7, 5  # symbols between the words for an interval and its bounds, or its estimate
_FAR = 12  # symbols to an estimate that only tells what kind of interval follows
_CLEAR = Fraction(1, 30)  # how far from the null, in widths of the interval, an end must be for a proof
_P_LOW, _P_HIGH = Fraction(3, 100), Fraction(8, 100)  # tests differ: between these a p-value proves nothing
_NUMERIC = ("number", "percent", "physical", "duration", "count", "currency", "age", "points", "range")
_SCALE = 12  # times a bound: further off the estimate is in another unit
_OPENING = 4  # symbols of the next sentence, "The P value was 0.01"


@dataclass(frozen=True, slots=True)
class _Interval:
    """Bounds after the words for them, as one range or two figures, and where they end in the line."""

    line: Line
    start: int  # of the words
    end: int  # position after the bounds
    bounds: tuple[int, ...]
    low: Fraction
    high: Fraction


def statistics(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families named above."""
    words = near(context)
    found: list[Frame] = []
    cued = words.standing("interval-word", "range-word")
    for line in context.lines.figured:
        if line.number not in cued:
            continue
        bounds: set[int] = set()
        for m in words.matches("interval-word", line):
            interval = _interval(m.start(), m.end(), line, context)
            if interval is not None:
                reported = _reported(interval, context, words)
                found.extend(f for f in reported if bounds.isdisjoint(f.claims.get("estimate", ())))
                bounds.update(interval.bounds)  # they are no estimate of what follows
        for m in words.matches("range-word", line):
            interval = _interval(m.start(), m.end(), line, context)
            if interval is not None:
                found.extend(_central(interval, m.group(), context, words))
    return found


def _interval(start: int, end: int, line: Line, context: Context) -> _Interval | None:
    places = [p for p in range(end, min(len(line.symbols), end + _AFTER)) if line.quantity[p] >= 0]
    if not places:
        return None
    at = places[0]
    q = context.quantity(line.quantity[at])
    if q.kind not in _NUMERIC:
        return None
    if q.low is not None and q.high is not None:
        return _Interval(line, start, at + 1, (line.quantity[at],), q.low, q.high)
    for p in range(at + 1, min(len(line.symbols), at + 4)):
        if line.quantity[p] >= 0:
            other = context.quantity(line.quantity[p])
            if q.value is None or other.value is None or other.kind not in _NUMERIC or other.value <= q.value:
                return None
            return _Interval(line, start, p + 1, (line.quantity[at], line.quantity[p]), q.value, other.value)
    return None


def _estimate(start: int, line: Line, context: Context, words: Near, reach: int = _BEFORE) -> int | None:
    """The position of the figure that an interval at `start` belongs to: the last before it that is no p-value, level or
    deviation."""
    gap, level = 0, False
    for p in range(start - 1, -1, -1):
        if line.quantity[p] < 0 or context.quantity(line.quantity[p]).kind in ("ordinal", "identifier") or _things(context.quantity(line.quantity[p])):
            gap += 1
            if gap > reach:
                return None
            continue
        q = context.quantity(line.quantity[p])
        if q.kind == "percent" and (p + 1 == start or q.value in _LEVELS and (gap <= 2 and not level or words.within("interval-word", line, p + 1, p + 3))):
            gap, level = 0, True  # an interval has one level: "90% [95% CI 71-84%]" is an estimate
        elif words.within("step-lead", line, p - 1, p) or _describes(q, context) or _is_probability(p, line, words) or words.within("spread-word", line, p - 3, p) or _spread(p, line, words):
            gap = 0
        else:
            if q.kind == "duration" and words.within("at-time", line, p - 1, p):
                gap = 0  # "culture at 24 hours (95% CI 0.4-3.5)": when, not how much
                continue
            compared = any(line.quantity[m.start() - 1] >= 0 for m in words.matches("versus-word", line, max(1, p - 2), p)) or context.extraction.tokens.words[max(0, q.first - 1)] in _OPENS
            return _its_part(p, line, context, words) if q.kind in (*_NUMERIC, "multiple") and q.value is not None and not compared else None
    return None


def _is_probability(p: int, line: Line, words: Near) -> bool:
    """True of a figure that the words for a p-value lead to, with none between."""
    return any(all(q < 0 for q in line.quantity[m.end() : p]) for m in words.matches("p-word", line, max(0, p - 5), p))


def _describes(q: Quantity, context: Context) -> bool:
    """True of "a two-sided interval"."""
    text = context.extraction.document.text
    return q.style == "words" and text[q.end : q.end + 1] == "-" and text[q.end + 1 : q.end + 2].isalpha()


def _things(q: Quantity) -> bool:
    """True of "the two arms"."""
    return q.kind == "count" and q.style == "words"


def _its_part(p: int, line: Line, context: Context, words: Near) -> int | None:
    """Of "3.1 of the 7.2 points (95% CI 1.9 to 4.3)" the part, which was estimated; None of "2-4 of the 7.2 points"."""
    before = _before(p, line)
    if before is None or not words.pattern("part-word").match(line.symbols, before + 1):
        return p
    q = context.quantity(line.quantity[before])
    return before if q.kind in _NUMERIC and q.value is not None else None


def _before(p: int, line: Line) -> int | None:
    """The position of the figure that stands at most two symbols before another."""
    return next((k for k in range(p - 1, max(-1, p - 4), -1) if line.quantity[k] >= 0), None)


def _cases(p: int, line: Line, context: Context, words: Near) -> bool:
    """True of the 8 in "4.1% (8 of 195; 95% CI 1.9 to 7.8)": whole things counted, where the share was estimated."""
    qs = [context.quantity(i) for i in line.quantities(p, p + 4)]
    whole = len(qs) > 1 and all(q.value is not None and q.value.denominator == 1 for q in qs[:2])
    share = any(context.quantity(i).kind == "percent" for i in line.quantities(max(0, p - _FAR), p))
    return whole and share and words.pattern("part-word").match(line.symbols, p + 1) is not None


def _of_several(place: int, interval: _Interval, context: Context) -> bool:
    """True of "5.2 and 9.4 months (95% CI 4.1-6.6 and 8.0-11.1)": each figure has its own interval."""
    line, before = interval.line, _before(place, interval.line)
    behind = [context.quantity(i) for i in line.quantities(interval.end, interval.end + 3)]
    return before is not None and bool(behind) and behind[0].low is not None and behind[0].high is not None


def _spread(p: int, line: Line, words: Near) -> bool:
    """True of the deviation in "mean (SD) age was 54.2 (11.3)"."""
    return p > 1 and line.quantity[p - 1] < 0 and line.quantity[p - 2] >= 0 and words.within("spread-word", line, 0, p)


def _reported(interval: _Interval, context: Context, words: Near) -> list[Frame]:
    line = interval.line
    near_by = _estimate(interval.start, line, context, words)
    place = near_by if near_by is not None else _estimate(interval.start, line, context, words, _FAR)
    if place is None or words.within("interval-of", line, interval.start, interval.end):
        return []
    if _of_several(place, interval, context) or _cases(place, line, context, words):
        return []
    estimate = line.quantity[place]
    times = context.quantity(estimate).kind == "multiple"  # "3.8 times as likely to report migraine (95% CI ...)"
    ratio = interval.low >= 0 and (times or words.within("ratio-word", line, place - 7, place))
    centred = times or near_by is not None or words.within("centre-word", line, place - 6, place) or words.within("null-word", line, place - 3, place)
    tied = frozenset({"estimate", "bounds"}) if centred and _fits(estimate, interval, context) else frozenset()
    claims = {"estimate": (estimate,), "bounds": interval.bounds}
    found = [_frame("estimate-interval", claims, tied, context)]
    p_value = _p_value(interval, context, words)
    difference = not ratio and (interval.low < 0 or words.within("null-word", line, place - 7, place) or _compared(place, line, context, words))
    if p_value is not None and (ratio or difference) and _usual_level(interval, context):
        clear = _proves(interval, Fraction(1 if ratio else 0), context.quantity(p_value))
        claims = {"bounds": interval.bounds, "p-value": (p_value,)}
        found.append(_frame("ratio-significance" if ratio else "difference-significance", claims, frozenset(claims) if clear else frozenset(), context))
    return found


def _compared(place: int, line: Line, context: Context, words: Near) -> bool:
    """True of "scored 4.1 points more" and "fell by 3.2 mm": the estimate is by how much two things differ."""
    q = context.quantity(line.quantity[place])
    return words.pattern("null-behind").match(line.symbols, place + 1) is not None or bool(q.change) and words.within("rate-step", line, place - 1, place)


def _usual_level(interval: _Interval, context: Context) -> bool:
    """Whether the interval has the level that p < 0.05 goes with, or none is given."""
    line = interval.line
    levels = [context.quantity(q) for q in line.quantity[max(0, interval.start - 2) : interval.start] if q >= 0]
    return not levels or levels[-1].kind != "percent" or levels[-1].value == _LEVEL


def _fits(estimate: int, interval: _Interval, context: Context) -> bool:
    """Whether the figures can be of one measure: not a percent with bounds of a ratio, not ten times off without a slip."""
    q, bound = context.quantity(estimate), context.quantity(interval.bounds[-1])
    if bound.unit is not None and (q.kind == "percent") != (bound.kind == "percent") or q.kind == "percent" != bound.kind and _is_effect(q.value, interval):
        return False
    middle = (interval.low + interval.high) / 2
    if q.kind == "count" and q.value.denominator == 1 or interval.low <= -q.value <= interval.high or _cut(estimate, interval, context):
        return False  # cases beside the interval of a share; a reduction by 4 with the interval -6 to -2
    return middle == 0 or abs(q.value) <= _SCALE * max(abs(interval.low), abs(interval.high))


def _is_effect(percent: Fraction, interval: _Interval) -> bool:
    """True of "10% fewer (95% CI 0.83-0.99)": the bounds are of the ratio."""
    return any(interval.low <= 1 + sign * percent / 100 <= interval.high for sign in (1, -1))


def _cut(estimate: int, interval: _Interval, context: Context) -> bool:
    """True where a figure is only part of what is printed: "20/100", "mL/1.73", "0.75-1. 89"."""
    text, q, last = context.extraction.document.text, context.quantity(estimate), context.quantity(interval.bounds[-1])
    after = text[last.end : last.end + 3]
    before = text[max(0, q.start - 2) : q.start]
    return before[-1:] in ("/", "⁄") or before[-1:] in (".", "⋅") and before[:1].isdigit() or after[:1] == "." and after[1:].strip()[:1].isdigit()


def _p_value(interval: _Interval, context: Context, words: Near) -> int | None:
    line = interval.line
    m = words.pattern("p-word").search(line.symbols, interval.end, min(len(line.symbols), interval.end + 8))
    if m is None:
        following = context.lines.lines[line.number + 1 : line.number + 2]
        line = following[0] if following and following[0].block == line.block and not words.has("p-word", line) else line
        m = words.pattern("p-word").search(line.symbols, 0, _OPENING) if line is not interval.line else None
        if m is None or words.within("interval-word", line, 0, len(line.symbols)):
            return None
    elif any(q >= 0 for q in line.quantity[interval.end : m.start()]) or words.within("for-word", line, m.end(), m.end() + 1) or _left(interval, m.start(), context):
        return None  # "p for the difference between subgroups"
    for p in range(m.end(), min(len(line.symbols), m.end() + 5)):
        if line.quantity[p] >= 0:
            q = context.quantity(line.quantity[p])
            return line.quantity[p] if q.kind == "number" and q.value is not None and 0 <= q.value <= 1 else None
    return None


def _left(interval: _Interval, at: int, context: Context) -> bool:
    """True where the brackets of an interval close and others open behind words: "(95% CI -0.8 to 1.6) a month (p = 0.02)"."""
    start = context.quantity(interval.bounds[-1]).end
    between = context.extraction.document.text[start : context.extraction.tokens.starts[interval.line.firsts[at]]]
    closed = max(between.find(")"), between.find("]"))
    opened = max(between.rfind("("), between.rfind("["))
    return 0 <= closed < opened and any(c.isalpha() for c in between[closed:opened])


def _proves(interval: _Interval, null: Fraction, p: Quantity) -> bool:
    width = interval.high - interval.low
    if not null and interval.low > 0 and interval.low < 1 < interval.high and p.value >= _P_LOW:
        return False  # it may be of a ratio that goes by another name
    far = min(abs(interval.low - null), abs(interval.high - null)) >= _CLEAR * width
    inside = interval.low < null < interval.high
    holds = p.value <= Fraction(1, 20) if not inside else p.value >= Fraction(1, 20)
    return holds or far and (p.value <= _P_LOW if inside else p.value >= _P_HIGH and p.approx != "below")


def _central(interval: _Interval, said: str, context: Context, words: Near) -> list[Frame]:
    """A mean or median with the range, a median with the quartiles."""
    line = interval.line
    place = _estimate(interval.start, line, context, words)
    if place is None:
        return []
    quartiles = words.pattern("quartile-word").fullmatch(said) is not None
    if words.within("range-of-others", line, interval.start - 8, interval.start) and not quartiles:
        return []  # a reference range is that of others
    if not words.within("median-word" if quartiles else "centre-word", line, place - 10, place):
        return []
    claims = {"estimate": (line.quantity[place],), "bounds": interval.bounds}
    tied = frozenset(claims) if _fits(line.quantity[place], interval, context) else frozenset()
    return [_frame("estimate-range", claims, tied, context)]


def _frame(family: str, claims: dict, tied: frozenset[str], context: Context) -> Frame:
    q = context.quantity(next(iter(claims.values()))[0])
    return Frame(family, (q.start, q.end), claims, {}, 0, tied, 0, None, (), "statistics")

