"""Structures of several figures that must fit together, spread over sentences or paragraphs.

Each holds a few measures by what they are called (`page`), in one passage, one candidate a part; a second candidate
leaves it open. The relations are rules like all others.
"""

from __future__ import annotations

from checker.linking.structure.joint.apart import apart
from checker.linking.structure.joint.chronology import chronology
from checker.linking.structure.joint.hidden_wholes import hidden_wholes
from checker.linking.structure.joint.margins import margins
from checker.linking.structure.joint.outgrown import outgrown
from checker.linking.structure.joint.prices import prices
from checker.linking.structure.joint.remaining import remaining
from checker.linking.structure.joint.seasons import seasons
from checker.linking.structure.joint.share_volume import share_volume
from checker.linking.structure.joint.shares_of_shares import shares_of_shares
from checker.linking.structure.joint.votes import votes
from checker.linking.structure.joint.weighted import weighted
from checker.model import Frame

_SHARES = frozenset(["margin-growth", "margin-level", "joint-growth", "joint", "whole-multiple", "both-multiples"])


def outdone(frames: list[Frame]) -> list[Frame]:
    """The frames without those that read one of these structures as less than it is: a growth of sales as that of the
    margin beside it, the years of service as those since birth."""
    changes: dict[tuple, set[int]] = {}
    spans: dict[tuple, set[int]] = {}
    for f in frames:
        if f.family in _SHARES and "share-new" in f.claims and f.source == f.family:
            told = {i for part in ("rate", "change", "multiple") for i in f.claims.get(part, ())}
            changes.setdefault((f.claims["share-new"], f.claims["share-base"]), set()).update(told)
        elif f.family.startswith("chronology"):
            spans.setdefault((f.claims["earlier"], f.claims["later"]), set()).update(f.claims["part"])
    if not changes and not spans:
        return frames
    return [f for f in frames if not _outdone(f, changes, spans)]


def _outdone(f: Frame, changes: dict, spans: dict) -> bool:
    if f.family == "change":
        told = changes.get((f.claims.get("new"), f.claims.get("base")), ())
        return any(i in told for part in ("change", "multiple") for i in f.claims.get(part, ()))
    if f.family == "period":
        told = spans.get((f.claims.get("start"), f.claims.get("end")), ())
        return any(i in told for i in f.claims.get("duration", ()))
    return False


JOINT = (margins, prices, shares_of_shares, share_volume, votes, weighted, remaining, chronology, apart, seasons, outgrown, hidden_wholes)
