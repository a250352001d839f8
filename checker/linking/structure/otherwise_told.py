"""Frames of whose figures other frames say otherwise: doubts that `conditions` asks for.

    41% in the north was above 38% in the south ... and below it      a pair that is put both ways round
    from 3 to 9 eggs, on average 5. ... On average 12                 the range has its own mean in its sentence
    rose from 20 to 30 ... fell from 80 to 70                         no change from 20 to 70: both have their own partner
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.structure.ends import ends
from checker.model import Frame


@dataclass(frozen=True, slots=True)
class Ways:
    """What the tied frames of a document say of figures that others may speak of as well."""

    both_ways: frozenset[frozenset[int]]  # pairs that comparisons put both ways round
    own_means: frozenset[int]  # ranges with a value of their own in their sentence
    partners: dict[int, int]  # each value of a change told in so many words, and the one that it changed from or to


def told_ways(frames: tuple[Frame, ...], context: Context) -> Ways:
    """What a document's frames say, each frame read once."""
    tied = [f for f in frames if f.pinned]
    means = frozenset(f.claims["whole"][0] for f in tied if f.family == "inside-range" and _in_one_sentence(f, context) and _holds(f, context))
    return Ways(_both_ways(tied), means, _partners(tied))


def otherwise_told(frame: Frame, told: Ways, context: Context) -> bool:
    """Whether other frames say otherwise of the figures of this one."""
    claims = frame.claims
    if frame.family == "inside-range":
        return claims["whole"][0] in told.own_means and not _in_one_sentence(frame, context)
    if frame.family == "comparison":
        return frozenset(i for part in ("level", "bound") for i in claims.get(part, ())) in told.both_ways
    return frame.family == "change" and frame.source != "changes" and {"new", "base"} <= claims.keys() and _both_taken(claims["new"][0], claims["base"][0], told.partners)


def _in_one_sentence(frame: Frame, context: Context) -> bool:
    return context.lines.line_of[frame.claims["whole"][0]] == context.lines.line_of[frame.claims["value"][0]]


def _holds(frame: Frame, context: Context) -> bool:
    """Whether the value lies in the range."""
    told, q = ends(frame.claims["whole"][:1], context), context.quantity(frame.claims["value"][0])
    return told is not None and q.value is not None and told[0] <= q.value <= told[1]


def _both_ways(frames: list[Frame]) -> frozenset[frozenset[int]]:
    seen: dict[frozenset[int], set[int]] = {}
    for f in frames:
        if f.family == "comparison" and {"level", "bound"} <= f.claims.keys():
            level, bound = f.claims["level"][0], f.claims["bound"][0]
            seen.setdefault(frozenset((level, bound)), set()).add(level if f.sign > 0 else bound)
    return frozenset(pair for pair, tops in seen.items() if len(tops) > 1)


def _partners(frames: list[Frame]) -> dict[int, int]:
    found: dict[int, int] = {}
    for f in frames:
        if f.family == "change" and f.source == "changes" and {"new", "base"} <= f.claims.keys():
            new, base = f.claims["new"][0], f.claims["base"][0]
            found.setdefault(new, base)
            found.setdefault(base, new)
    return found


def _both_taken(new: int, base: int, partners: dict[int, int]) -> bool:
    """True of a change put together from two values each of which belongs to another in so many words."""
    return partners.get(new, base) != base and partners.get(base, new) != new
