"""What shows of a figure beside a range or a comparative that it is of another thing: doubts that `conditions` asks for.

    57% (95% CI 48-66%) ... the highest was 61%        a level of confidence and the interval of an estimate hold no set
    weaker at 31 °C than at 12 °C                      when or where both were measured
    XYB 4 was seen more than XYB 8                     names
    older (61 vs. 44), more often at sea (29% vs. 8%)  each has its own partner
    depth 14-22 cm, mean width 31 mm (range 24-40 mm)  it has its own range
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.ends import ends, far_beyond
from checker.linking.structure.near import near
from checker.model import Frame, Quantity

_HEAT = ("celsius", "fahrenheit", "kelvin")
_LEVEL = 3  # symbols between a figure and the words for an interval
_WIDE = 30  # times
_DOSE = 100  # smaller figures with a unit are often what was given, not what came of it
_OF = 5  # symbols from a multiple to what it is one of
_OWN = 8  # symbols from a value to its own range
_FAR = 5  # times


def of_interval(index: int, context: Context) -> bool:
    """True of both figures in "95% CI 48-66%"."""
    line, at, words = context.line(index), context.lines.position_of[index], near(context)
    if context.quantity(index).sense == "range":
        return words.within("interval-word", line, at - _LEVEL, at)
    behind = words.within("interval-word", line, at + 1, at + _LEVEL) or words.within("level-of", line, at + 1, at + _LEVEL)
    return context.quantity(index).kind == "percent" and behind


def is_heat(q: Quantity) -> bool:
    """True of a temperature: it grows by no percent, and much is measured at one."""
    return q.kind == "physical" and any(name in (q.unit or "").lower() for name in _HEAT)


def measured_at(indices: list[int], context: Context) -> bool:
    """True of "at 31 °C ... at 12 °C", "at 1 h ... at 3 h"."""
    return len(indices) == 2 and all(_is_condition(i, context) for i in indices)


def _is_condition(index: int, context: Context) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    return (is_heat(q) or q.kind == "duration") and near(context).within("at-time", context.line(index), at - 1, at)


def names(indices: list[int], context: Context) -> bool:
    """True of "XYB 4 ... XYB 8": the same capitals right in front of both."""
    if len(indices) != 2:
        return False
    leads, heads = {_lead(i, context) for i in indices}, {_head(i, context) for i in indices}
    return len(leads) == 1 and leads != {""} or len(heads) == 1 and heads != {""} or any(_prefix(i, context) for i in indices)


def _head(index: int, context: Context) -> str:
    """The name behind a percentage that is part of it: "the 0.2% Zn group"."""
    q, tokens = context.quantity(index), context.extraction.tokens
    if q.kind != "percent" or q.last + 1 >= len(tokens.words):
        return ""
    raw = context.extraction.document.text[tokens.starts[q.last + 1] : tokens.ends[q.last + 1]]
    return raw if raw[:1].isupper() else ""


def _prefix(index: int, context: Context) -> bool:
    """True of "4-nitrophenol": a number that opens a name."""
    q, text = context.quantity(index), context.extraction.document.text
    return q.kind == "number" and q.style == "digits" and text[q.end : q.end + 1] == "-" and text[q.end + 1 : q.end + 2].isalpha()


def definite(indices: list[int], context: Context) -> bool:
    """True of "more of the 71 men ... than of the 212": those in whom it was seen."""
    words = near(context)
    return len(indices) == 2 and all(context.quantity(i).kind in ("count", "number") and words.ends("definite", context.line(i), context.lines.position_of[i], 2) for i in indices)


def unmoved(indices: list[int], context: Context) -> bool:
    """True of two equal figures, and of two that are many times apart: no level becomes the other."""
    a, b = (context.quantity(i).value for i in indices) if len(indices) == 2 else (None, None)
    return a is not None and b is not None and (a == b or min(a, b) > 0 and max(a, b) > _WIDE * min(a, b))


def _lead(index: int, context: Context) -> str:
    q, tokens = context.quantity(index), context.extraction.tokens
    if q.first < 1 or q.kind not in ("number", "count") or q.unit is not None:
        return ""
    raw = context.extraction.document.text[tokens.starts[q.first - 1] : tokens.ends[q.first - 1]]
    return raw if len(raw) > 1 and raw.isalpha() and raw.isupper() else ""


def partnered(indices: list[int], context: Context) -> bool:
    """True where one of two figures is set against a third in its own brackets: "(29% vs. 8%)"."""
    return any(_partner(i, indices, context) for i in indices)


def _partner(index: int, others: list[int], context: Context) -> bool:
    line, at, words = context.line(index), context.lines.position_of[index], near(context)
    bracket = context.lexicon.symbols.chars["("]
    behind = line.quantity[at + 1 : at + 4]
    ahead = line.quantity[max(0, at - 3) : at]
    right = at and line.symbols[at - 1] == bracket and words.within("versus-word", line, at + 1, at + 3) and any(i >= 0 and i not in others for i in behind)
    left = any(i >= 0 and i not in others for i in ahead) and words.within("versus-word", line, at - 3, at) and bracket in line.symbols[max(0, at - 5) : at]
    return bool(right or left)


def outside_its_set(wholes: tuple[int, ...], value: int, context: Context) -> bool:
    """Whether a value beside a range, or two ends, is rather of another thing."""
    told, q = ends(wholes, context), context.quantity(value)
    if any(of_interval(i, context) for i in (*wholes, value)):
        return True
    if told is None or q.value is None or told[0] <= q.value <= told[1]:
        return False
    low, high = told
    if min(low, high) > 0 > q.value or max(low, high) < 0 < q.value:
        return not low <= -q.value <= high
    bare = q.unit is None and all(context.quantity(i).unit is None for i in wholes)
    far = bare and far_beyond(low, high, q.value, _FAR)
    wide = q.kind == "percent" and max(low - q.value, q.value - high) > _FAR * (high - low) > 0
    timed = q.kind == "duration" and any(context.quantity(i).kind == "duration" and context.quantity(i).unit != q.unit for i in wholes)
    return far or wide or timed or _has_own(value, wholes, context)


def _has_own(value: int, wholes: tuple[int, ...], context: Context) -> bool:
    line, at = context.line(value), context.lines.position_of[value]
    bracket = context.lexicon.symbols.chars["("]
    return any(context.quantity(i).sense == "range" and i not in wholes and bracket in line.symbols[at : context.lines.position_of[i]] for i in line.quantities(at + 1, at + _OWN))


def is_size(index: int, context: Context) -> bool:
    """True of "n = 20"."""
    line, at = context.line(index), context.lines.position_of[index]
    signed = at > 1 and line.symbols[at - 1] == context.lexicon.symbols.chars["="] and line.quantity[at - 2] < 0
    word = context.extraction.tokens.words[line.firsts[at - 2]] if signed else ""
    return word in context.lexicon.pack.words("size-sign")


def with_it(frame: Frame, context: Context) -> bool:
    """True of "a gain with rising numbers, from 8 mg for one to 3 mg for five": what rises is not what the values measure."""
    line, tokens = context.line(frame.claims["new"][0]), context.extraction.tokens
    at = next((p for p, first in enumerate(line.firsts) if tokens.starts[first] >= frame.cue[0]), 0)
    return near(context).within("with-word", line, at - 2, at)


def multiple_of_others(multiple: int, values: list[int], context: Context) -> bool:
    """True of "twice that of the others", "threefold greater than", and of values put roughly."""
    line, at = context.line(multiple), context.lines.position_of[multiple]
    qs = [context.quantity(i) for i in values]
    if any(q.kind == "physical" for q in qs) and all(q.value is not None and q.value < _DOSE for q in qs):
        return True  # doses and concentrations at which something else was seen
    return near(context).within("that-of", line, at + 1, at + _OF) or any(context.quantity(i).approx in ("above", "below") for i in values)
