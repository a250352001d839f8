"""Ratios and the effects that they are told as in percent: "hazard ratio 0.78 ... a 22% lower hazard"."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near, one_slip
from checker.model import Frame

_NAMED, _TOLD = 3, 12  # symbols from the name of a ratio to its figure: at once, or behind a verb
_MOST = 6  # ratios of a document, of more any could be meant


def ratio_effects(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "ratio-effect" (effect, estimate)."""
    words = near(context)
    cued = words.standing("ratio-word")
    ratios = [ratio for line in context.lines.figured if line.number in cued for ratio in _named(line, context, words)]
    return _effects(ratios, context, words) if 0 < len(ratios) <= _MOST else []


def _named(line: Line, context: Context, words: Near) -> list[tuple[int, Line]]:
    """The figures right behind the name of a ratio: "hazard ratio, 0.78"."""
    found = []
    for m in words.matches("ratio-word", line):
        at = next((p for p in range(m.end(), min(len(line.symbols), m.end() + _TOLD)) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind != "ordinal"), None)
        if at is not None and (at - m.end() <= _NAMED or words.within("reach", line, at - 2, at)):
            q = context.quantity(line.quantity[at])
            if q.kind == "number" and q.value and q.place is not None and q.place < 1 and (line.quantity[at], line) not in found:
                found.append((line.quantity[at], line))
    return found


def _effects(ratios: list[tuple[int, Line]], context: Context, words: Near) -> list[Frame]:
    """ "22% lower" beside the ratio of its sentence, else beside any of the few that the document has."""
    found = []
    for index, q in enumerate(context.extraction.quantities):
        if q.kind != "percent" or q.value is None or context.lines.line_of[index] < 0:
            continue
        line, at = context.line(index), context.lines.position_of[index]
        told = words.within("effect-word", line, at + 1, at + 4) or words.within("effect-lead", line, at - 10, at)
        level = words.within("interval-word", line, at + 1, at + 3)
        if level or not told or not words.has("hazard-word", line) or words.has("absolute-word", line):
            continue
        here = [r for r, l in ratios if l is line]
        for ratio in here or [r for r, _ in ratios]:
            implied = abs(1 - context.quantity(ratio).value) * 100
            copied = q.value == context.quantity(ratio).value * 100 != implied  # the ratio itself taken for the effect
            tied = len(here or ratios) == 1 and (one_slip(q, implied) or copied)
            sole = tied and len(ratios) == 1  # the limits of its interval are no rivals
            claims = {"effect": (index,), "estimate": (ratio,)}
            found.append(Frame("ratio-effect", (q.start, q.end), claims, {}, 0, frozenset(claims) if tied else frozenset(), 0, None, (), "roles" if sole else "statistics"))
    return found
