"""A mark beyond the scale that a brief text tells, sentences or paragraphs apart.

    The judges may award up to 12 points a dance ... [paragraphs] ... Corsi was given 11 points for her tango
    Guests rate the hut from 1 to 6 ... Its average rating is 5.2
    The test has a top mark of 80 ... The best of the pupils, Ina Holt, got 77

The text tells one scale, with its ends or its top; a mark is counted in what the scale is, or called a mark. Sums of several marks,
leads and prizes are none.
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.structure.distant.brief import brief
from checker.linking.structure.distant.mentions import of_then
from checker.linking.structure.distant.sheet import Sheet, Told
from checker.model import Frame

_KINDS = ("count", "number", "points", "range")
_LED, _CALLED, _BEHIND = 5, 7, 4  # symbols in front of a scale, in front of a mark, behind it
_LOW, _HIGH, _APART = 4, 1000, 3


def brief_scales(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "on-scale" (value, bound)."""
    sheet = brief(context)
    if sheet is None or not sheet.words.standing("brief-scale"):
        return []
    known = {i for f in frames if f.family == "on-scale" for i in f.claims["value"]}
    scales = [t for t in sheet.all if _is_scale(t, sheet)]
    if len(scales) != 1:
        return []
    bound, found = scales[0], []
    for told in sheet.all:
        if told.index > bound.index and told.index not in known and _is_mark(told, bound, sheet):
            found.append(sheet.frame("on-scale", {"value": (told.index,), "bound": (bound.index,)}, told.index))
    return found


def _top(bound: Told):
    return bound.q.high if bound.q.sense == "range" else bound.q.value


def _is_scale(told: Told, sheet: Sheet) -> bool:
    """Whether a figure is the top of a scale, or a scale from nought or one."""
    q, words, line, at = told.q, sheet.words, told.line, told.at
    if q.kind not in _KINDS or not words.has("brief-scale", line) or not _top(told) or not _LOW <= _top(told) <= _HIGH or words.has("told-unreal", line) and not words.has("brief-may", line):
        return False
    if q.sense == "range":
        return q.low in (0, 1) and (words.within("brief-scale", line, max(0, at - _CALLED), at) or words.within("brief-scale", line, at + 1, at + _LED))
    joined = words.within("ends-to", line, at - 1, at) and any(sheet.context.quantity(i).value in (0, 1) for i in line.quantities(max(0, at - _APART), at))
    most = q.approx == "below" and words.within("brief-may", line, max(0, at - _CALLED), at) or words.ends("brief-top", line, at, _LED)
    return joined and words.within("brief-scale", line, 0, at) or most and _in_marks(told, sheet)


def _in_marks(told: Told, sheet: Sheet) -> bool:
    """Whether a figure is told in points or marks, or stands by itself."""
    q = told.q
    return q.kind in ("points", "number") or bool(q.noun) and stem(q.noun[-1], sheet.context) in sheet.stems("brief-marks")


def _is_mark(told: Told, bound: Told, sheet: Sheet) -> bool:
    q, words, line, at = told.q, sheet.words, told.line, told.at
    if q.kind not in ("count", "number", "points") or not q.value or q.approx or q.change or q.sense in ("range", "bound") or q.value > _APART * _top(bound) or not _in_marks(told, sheet):
        return False
    if q.style == "fraction" or line is bound.line or of_then(line, sheet) or any(words.has(name, line) for name in ("brief-scale-not", "told-unreal")):
        return False
    called = words.ends("brief-mark-of", line, at, _LED)
    if not called and (words.within("scale-not", line, at + 1, at + _BEHIND) or words.within("scale-not", line, max(0, at - _APART), at)) or words.within("brief-mark-not", line, max(0, at - _APART), at + _BEHIND):
        return False
    counted = bool(q.noun) or q.kind == "points"
    alike = counted and (bound.q.kind == q.kind == "points" or bool(q.noun) and bool(bound.q.noun) and q.noun[-1] == bound.q.noun[-1])
    led = words.within("brief-marked", line, max(0, at - _CALLED), at) or words.within("scale-mark", line, max(0, at - _CALLED), at)
    return led and (alike or not counted) or alike and words.has("brief-marked", line)
