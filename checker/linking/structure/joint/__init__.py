"""Structures of several figures that must fit together, spread over sentences or paragraphs.

Each holds a few measures by what they are called (`page`), in one passage, one candidate a part; a second candidate
leaves it open. The relations are rules like all others.
"""

from __future__ import annotations

from checker.linking.structure.joint.apart import apart
from checker.linking.structure.joint.chronology import chronology
from checker.linking.structure.joint.former import former_sums
from checker.linking.structure.joint.hidden_wholes import hidden_wholes
from checker.linking.structure.joint.margins import margins
from checker.linking.structure.joint.outgrown import outgrown
from checker.linking.structure.joint.portions import portions
from checker.linking.structure.joint.prices import prices
from checker.linking.structure.joint.remaining import remaining
from checker.linking.structure.joint.seasons import seasons
from checker.linking.structure.joint.share_volume import share_volume
from checker.linking.structure.joint.shares_of_shares import shares_of_shares
from checker.linking.structure.joint.steady import steady
from checker.linking.structure.joint.two_groups import two_groups
from checker.linking.structure.joint.votes import votes
from checker.linking.structure.joint.weighted import weighted
from checker.model import Frame

_SHARES = frozenset(["margin-growth", "margin-level", "joint-growth", "joint", "whole-multiple", "both-multiples"])


def outdone(frames: tuple[Frame, ...]) -> tuple[Frame, ...]:
    """The frames without those that read one of these structures as less than it is: a growth of sales as that of the
    margin beside it, the years of service as those since birth, the votes of the winner as all votes."""
    told = _Told(frames)
    return frames if told.nothing else tuple(f for f in frames if not told.outdoes(f))


class _Told:
    """What the structures say of which figures."""

    def __init__(self, frames: list[Frame]):
        self.changes: dict[tuple, set[int]] = {}
        self.spans: dict[tuple, set[int]] = {}
        self.sizes: set[int] = set()
        self.parts: set[tuple] = set()
        self.former: dict[tuple, set[int]] = {}
        for f in frames:
            if f.family in _SHARES and "share-new" in f.claims and f.source == f.family:
                told = {i for part in ("rate", "change", "multiple") for i in f.claims.get(part, ())}
                self.changes.setdefault((f.claims["share-new"], f.claims["share-base"]), set()).update(told)
            elif f.family.startswith("chronology") and f.pinned:
                self.spans.setdefault((f.claims["earlier"], f.claims["later"]), set()).update(f.claims["part"])
            elif f.family == "weighted-average" and f.pinned:
                self.sizes |= {i for part in ("count", "size", "first", "second") for i in f.claims[part]}
            elif f.family == "part-of-part" and f.pinned:
                self.parts.add((f.claims["whole"], f.claims["first"]))
            elif f.family == "former-total":
                self.former[f.claims["total"]] = {*f.claims["part"], *f.claims["change"]}
        self.nothing = not (self.former or self.changes or self.spans or self.sizes or self.parts)

    def outdoes(self, f: Frame) -> bool:
        """True of a frame that takes figures of a structure for something else."""
        claims = f.claims
        if f.family == "change":
            if any(i in self.former.get(claims.get("base"), ()) for i in claims.get("new", ())):
                return True
            told = self.changes.get((claims.get("new"), claims.get("base")), ())
            return any(i in told for part in ("change", "multiple") for i in claims.get(part, ()))
        if f.family in ("period", "age-at"):
            ends = ("start", "end", "duration") if f.family == "period" else ("born", "event", "age")
            told = self.spans.get((claims.get(ends[0]), claims.get(ends[1])), ())
            return any(i in told for i in claims.get(ends[2], ()))
        if f.family == "sum":
            return len(self.former.get(claims.get("total"), set()) & set(claims.get("part", ()))) > 1
        if f.family == "quotient" and sum(i in self.sizes for members in claims.values() for i in members) > 2:
            return True
        if f.family == "average":
            return sum(i in self.sizes for members in claims.values() for i in members) > 1
        return f.family == "quotient" and (claims.get("whole"), claims.get("rate")) in self.parts


JOINT = (margins, prices, shares_of_shares, share_volume, portions, steady, votes, weighted, two_groups, remaining, chronology, apart, seasons, outgrown, hidden_wholes, former_sums)
