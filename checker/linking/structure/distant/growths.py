"""Growth by equal steps whose rate, steps, first and last value are each told once in a short text, however far apart.

    The forest held 400 bison when hunting ended. ... [a paragraph] ... Their number has grown by 10 percent a year ... [a paragraph]
    ... After three years rangers count 532 animals

The rate is repeated by a word of its own; no other length of time could be its steps, and no other two values its ends.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.growth_fit import Growth, values
from checker.linking.structure.change.growth_steps import chosen_freely, flows, grown, misses, repeated, ways_of
from checker.linking.structure.distant.levels import LATER, Named, akin, levels_of, strangers
from checker.linking.structure.distant.sheet import Sheet, sheet_of
from checker.linking.structure.near import Near, near
from checker.model import Frame

_RATES = 2  # percentages of a text; among more nobody knows which leads where
_NEAR = 3  # times as much as the steps make: more is something else


def distant_growths(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "compound-steps" and "compound-dates"."""
    sheet = sheet_of(context)
    if not sheet.short or sum(q.kind == "percent" for q in context.extraction.quantities) > _RATES:
        return []
    reader, words, found = reader_of(context), near(context), []
    steps = 0  # rates that are repeated: of two nobody knows which leads where
    taken = {i for f in frames if f.pinned and len(f.claims) > 1 for part in ("rate", "change") for i in f.claims.get(part, ())}
    for line in sheet.lines:
        for index in line.figures:
            q = context.quantity(index)
            if q.kind not in ("percent", "ratio") or not q.value or q.value < 0 or q.approx is not None:
                continue
            unit = repeated(index, q, context, words)
            steps += unit is not None
            if index not in taken and unit is not None and (way := _way(index, unit, sheet, reader, words)) is not None:
                found.append(replace(grown(way, True, context), tier=2, source="by name"))
    return found if len(found) == steps == 1 else []


def _way(rate: int, unit: str, sheet: Sheet, reader: Reader, words: Near) -> Growth | None:
    """The only way from a first value over the steps to a last one."""
    context = sheet.context
    levels = {x.index: x for x in levels_of(sheet, reader)}
    ways = [w for w in ways_of(rate, context.quantity(rate), unit, sheet.lines, context, words) if {w.base, w.new} <= levels.keys() and _is_near(w, context)]
    if len({(*values(w, context), w.steps.number) for w in ways}) != 1 or not misses(ways[0], context) or chosen_freely(ways[0], context):
        return None
    base, new = levels[ways[0].base], levels[ways[0].new]
    own = [context.line(rate), base.line, new.line]
    if any(words.has("growth-veto", line) or flows(line, rate, context, frozenset((base.index, new.index))) for line in own):
        return None
    return ways[0] if _of_one_thing(base, new) else None


def _is_near(way: Growth, context: Context) -> bool:
    """Whether the last value is about what the steps make."""
    base, new = values(way, context)
    made = base * way.factor**way.steps.number
    return made <= _NEAR * new and new <= _NEAR * made


def _of_one_thing(base: Named, new: Named) -> bool:
    """Whether two values are of one thing, the first of them told first or as past, or the last as still to come."""
    first, second = (base, new) if base.index < new.index else (new, base)
    if first.heads and second.heads and not (first.heads & second.heads or first.general or second.general):
        return False
    if strangers(first, second) or not akin(first, second):
        return False
    return base.index < new.index or base.side < 0 or new.side == LATER
