"""Second thoughts about a contradiction: does a figure right beside one of its own fit where that one stands?

Where "6.3 to 4.1" misses a stated 2.5 but the next number is 2.2, the text has very likely been put together wrongly
here, not by its writer: the claim belongs to the other figure. Slips of the pen land on a neighbour's value far more
rarely than links do, so such a miss proves nothing - unless that neighbour is at home in a relation of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.judging.edits import neighbours
from checker.judging.operands import Table, make_operand, replaced, senses_of
from checker.judging.rescues import places
from checker.judging.explain import Voice
from checker.judging.suggest import fits_at_its_word, slip_explains
from checker.judging.verdict import Finding
from checker.rounding import reading

_SMALL = 20
_FAR = 3  # the tier from which on figures stand in other sentences than their claim
_FAR_CLOSE = 1  # of rules that want it so: every text has levels enough to go with a change
_OFF = 3  # times as large, or as small, as what is stated
_MOST = 12  # figures of a long list that are tried


def second_thoughts(findings: list[Finding], table: Table, voice: Voice) -> list[Finding]:
    """The findings, with contradictions that a neighbour would heal, or that are far-fetched, as `unknown`."""
    homes = [(f.rule.id, _members(f)) for f in findings if f.verdict == "pass"]

    def doubtful(found: Finding) -> bool:
        return _healed(found, table, homes) or _at_home(found, homes) or _far_fetched(found, table, voice) or _far_off(found, table, voice)

    return [_doubted(f) if f.verdict == "fail" and doubtful(f) else f for f in findings]


def _at_home(found: Finding, homes: list[tuple[str, frozenset[int]]]) -> bool:
    """True of a change whose levels fit another change: "fell 4.4% to 355 from 371, while foreign sales rose 7.9%"."""
    own = _members(found)
    return bool(found.rule.link.get("close")) and any(rule == found.rule.id and len(members & own) > 1 for rule, members in homes)


def _far_fetched(found: Finding, table: Table, voice: Voice) -> bool:
    """True of an equation whose figures were brought together from afar and that no single slip explains to the digit."""
    limit = _FAR_CLOSE if found.rule.link.get("close") else _FAR
    far = found.frame.tier >= limit and found.rule.operator == "==" and not found.rule.link.get("far")
    return far and not slip_explains(found, table, voice)


def _far_off(found: Finding, table: Table, voice: Voice) -> bool:
    """True of levels that miss a change by so much, and by no slip, that they hardly belong to it."""
    if not found.rule.link.get("close") or found.implied is None or found.implied[0] not in found.operands:
        return False
    role, implied = found.implied
    stated = found.operands[role][0].nominal
    if stated is None or implied.lo is None or implied.hi is None or not stated:
        return False
    middle = (implied.lo + implied.hi) / 2
    return not 1 <= _OFF * abs(middle / stated) <= _OFF**2 and not slip_explains(found, table, voice)


def _doubted(found: Finding) -> Finding:
    return replace(found, verdict="unknown", reason="ambiguous-link")


def _healed(found: Finding, table: Table, homes: list[tuple[str, frozenset[int]]]) -> bool:
    """True where a neighbour fits that is not itself part of another relation of the same rule."""
    own = _members(found)
    elsewhere = frozenset(i for rule, members in homes if rule == found.rule.id and not members & own for i in members)
    return found.rule.operator == "==" and any(i not in elsewhere for i in _fitting(found, own, table))


def _fitting(found: Finding, own: frozenset[int], table: Table) -> Iterator[int]:
    """Numbers next to a figure of the finding with whose value in its place the equation holds at its word."""
    for role, i, o in list(places(found.rule, found.operands))[:_MOST]:
        if o.quantity.value is None or o.index < 0:
            continue
        spec = next(r for r in found.rule.roles if r.name == role)
        sense = senses_of(found.rule)[role]
        for index, _, other in neighbours(o.index, table.extraction, own):
            if spec.many and other.value < _SMALL and other.value.denominator == 1:
                continue  # in a list of small counts some neighbour nearly always fits
            made = make_operand(spec, other, o.index, found.frame, sense, reading(other))
            if fits_at_its_word(found.rule, replaced(found.operands, role, i, made)):
                yield index


def _members(found: Finding) -> frozenset[int]:
    return frozenset(o.index for members in found.operands.values() for o in members)
