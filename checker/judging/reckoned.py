"""Facts that follow from several relations together: what propagation over the whole document leaves of a fact that no
figure states.

Products with shared figures are solved exactly elsewhere (see implied); here sums, balances and whatever else relations
say meet in the facts that they share. Worth showing is what has a name, lies within a narrow range, and is not what some
figure of the text says anyway.
"""

from __future__ import annotations

from functools import cache
from math import ceil, floor

from checker.interval import Interval
from checker.judging.explain import Voice
from checker.judging.joint_system import CHANGE, Joint, Variable, joint_of
from checker.judging.joint_words import models_of
from checker.judging.operands import Operand, Table
from checker.judging.verdict import Finding
from checker.model import Implied, Rule, Statement
from checker.rational import Fraction
from checker.solving import Box, Equation, components, propagate
from checker.units import measure

_LARGEST = 60  # equations of a group that is reckoned with; larger ones are tables
_USEFUL = Fraction(1, 2)  # of its larger end: the widest range that is worth showing


def facts_together(
    findings: list[Finding], checks: int, statements: tuple[Statement, ...], rules: tuple[Rule, ...], table: Table, voice: Voice
) -> list[Implied]:
    """The facts, in the order of the text. `sources` are those of the findings in front of position `checks`."""
    joint = joint_of(findings, statements, rules, table, supposed=True)
    stated = cache(lambda dimension: _stated(dimension, table))
    found: list[Implied] = []
    for group in components(joint.system.equations):
        hidden = [v for v in dict.fromkeys(v for e in group for v in e.variables) if v in joint.facts and joint.facts[v][2]]
        if not hidden or len(group) > _LARGEST:
            continue
        box = propagate(joint.system, group)
        if box.empty is None:
            models = models_of(joint, voice, group)
            found += [fact for v in hidden if (fact := _fact(v, group, box, joint, models, checks, stated)) is not None]
    return found


def _fact(v: Variable, group: tuple[Equation, ...], box: Box, joint: Joint, models, checks: int, stated) -> Implied | None:
    """A fact as it is told; None where it is not worth it."""
    x, behind = box.values[v], box.reasons.get(v, frozenset())
    if not _useful(x) or _is_stated(v, group, joint):
        return None
    model: Operand | None = models.get(v)
    if v[2] == CHANGE:
        own, unit = x * 100, "percent"
    elif model is None:
        return None
    else:
        own, unit = x * (1 / abs(model.factor)), model.quantity.unit
        if model.quantity.kind == "count" and not _has_whole(own):
            return None  # nothing that is counted comes in pieces: the growth was of something else
        if any(value.meet(x) is not None for value in stated(model.dimension)):
            return None
    equations = [e for e in group if e.name in behind]
    figures = sorted({(joint.figures[w].start, joint.figures[w].end) for e in equations for w in e.variables if w in joint.figures})
    sources = sorted({n for e in equations if (n := joint.members[e.name].finding) is not None and n < checks})
    if len(figures) < 2:
        return None
    _, period, name, when = joint.facts[v]
    when = when or (None if period == CHANGE else period)
    said = f"{name}, {period}" if period == CHANGE else name
    return Implied(f"{said}, {when}" if when else said, own, unit, tuple(sources), when, tuple(figures))


def _useful(x: Interval) -> bool:
    return x.width is not None and x.width <= _USEFUL * max(abs(x.lo), abs(x.hi))


def _has_whole(x: Interval) -> bool:
    return ceil(x.lo) in x or floor(x.hi) in x


def _is_stated(v: Variable, group: tuple[Equation, ...], joint: Joint) -> bool:
    """True of a fact that is a figure by another name."""
    named = (e for e in group if e.left[0] == e.right[0] == "role" and v in e.variables)
    return any(w in joint.figures for e in named for w in e.variables)


def _stated(dimension: object, table: Table) -> list[Interval]:
    """What the figures of the text say that are of one dimension."""
    found = []
    for n, q in enumerate(table.extraction.quantities):
        if q.is_measure and q.value is not None and q.change is None and (unit := measure(q)).dimension == dimension:
            read = table.reading(n)
            if read.interval is not None:
                found.append(read.interval * unit.factor + unit.offset)
    return found
