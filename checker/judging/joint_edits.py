"""Single edits after which a whole set of statements can be true: slips of one figure into what the others leave it."""

from __future__ import annotations

from dataclasses import replace

from checker.interval import EVERYTHING, Interval
from checker.judging.edits import slips_of
from checker.judging.explain import Voice, write
from checker.judging.joint import Verdict, without
from checker.judging.joint_system import Joint, Variable
from checker.judging.operands import Table
from checker.judging.suggest import breaks
from checker.model import Suggestion
from checker.rounding import reading
from checker.solving import components
from checker.solving.conflict import MOST_EQUATIONS

_MOST = 6


def joint_suggestions(verdict: Verdict, joint: Joint, table: Table, voice: Voice) -> tuple[Suggestion, ...]:
    """Up to six edits, those of a plausible slip first, each followed by no contradiction with all that hangs together."""
    everything = _all_around(verdict, joint)
    within = frozenset(v[1] for v in verdict.stated)
    slips: list[tuple[tuple, Suggestion]] = []
    values: list[Suggestion] = []
    for order, variable in enumerate(sorted(verdict.stated, key=lambda v: v != verdict.focus)):
        needed = without(joint, everything, variable) or without(joint, verdict, variable)
        if needed is None:
            continue
        slips += _slips(variable, needed, order, within, joint, table, voice)
        value = _value(variable, needed, joint, table, voice)
        values += [value] if value else []
    slips.sort(key=lambda s: s[0])
    ordered = [*(s for _, s in slips[:2]), *values[:1], *(s for _, s in slips[2:4]), *values[1:], *(s for _, s in slips[4:])]
    return tuple({(s.start, s.text): s for s in ordered}.values())[:_MOST]


def _all_around(verdict: Verdict, joint: Joint) -> Verdict:
    """The finding with all equations that share variables with it: what mends the set may not break another one."""
    names = {e.name for e in verdict.equations}
    group = next(g for g in components(joint.system.equations) if any(e.name in names for e in g))
    return verdict if len(group) > MOST_EQUATIONS else replace(verdict, equations=group)


def _slips(variable: Variable, needed: Interval, order: int, within, joint: Joint, table: Table, voice: Voice):
    o = joint.figures[variable]
    found = []
    for slip in slips_of(variable[1], table.extraction, voice.words, within, needed):
        if not slip.quantity.value or slip.quantity.value == o.quantity.value:
            continue
        if reading(slip.quantity).interval.meet(needed) is not None and not breaks(variable[1], slip.quantity, None, table):
            middle = (needed.lo + needed.hi) / 2 if needed.width is not None else slip.quantity.value
            key = (slip.sort, abs(slip.quantity.value - middle) / abs(slip.quantity.value), order, slip.text)
            found.append((key, Suggestion(joint.roles[variable], slip.text, o.start, o.end)))
    return found


def _value(variable: Variable, needed: Interval, joint: Joint, table: Table, voice: Voice) -> Suggestion | None:
    """The figure with a value that the others leave it, in as few decimals as do."""
    o = joint.figures[variable]
    if needed == EVERYTHING or needed.width is None or needed.lo <= 0:
        return None
    middle = (needed.lo + needed.hi) / 2
    unit = o.quantity.place or o.quantity.scale
    for step in (unit, unit / 10):
        value = round(middle / step) * step
        made = replace(o.quantity, value=value, place=None if o.quantity.place is None else step)
        text = write(value, o, voice, 0 if step == unit else 1)
        if text and value in needed and value != o.quantity.value and not breaks(variable[1], made, None, table):
            return Suggestion(joint.roles[variable], text, o.start, o.end)
    return None
