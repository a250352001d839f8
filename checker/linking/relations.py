"""Frames to relations: which rules a frame feeds, and which readings of one claim belong together.

A frame says what is said; a rule says what must hold. All readings of one claim (same rule, same figure in focus) become
one relation, so that the judge can let the nearest reading that holds win.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import product

from checker.linking.context import Context, same_head, same_unit
from checker.linking.facts import facts_of
from checker.linking.match import Draft
from checker.linking.misfits import misfit
from checker.linking.misfits_told import told_otherwise
from checker.linking.misread import misread
from checker.linking.seek import Found, seek
from checker.model import GLUED, Frame, Quantity, Relation, Role, Rule
from checker.once import once

_MOST_READINGS = 6
_LED = 3  # symbols of "all but" in front of a figure
_FRACTION = 2  # tokens from the last of a part to the first of its whole: "57 of 57", "57/57"
_BY_WORDS = ("roles", "by name")  # the sources of frames in which words give every figure its part
_AVERAGED = ("average", "weighted")  # families whose figures may leave out what they are for: 3,450 euros a month, 3,300 euros
_FALL = "fall"  # the family of what falls by a figure
_CYCLES = ("day", "week", "month", "year")


def frames_of(draft: Draft, context: Context) -> list[Frame]:
    """The readings of one draft: its phrases' parts, and for open parts the candidates that were found."""
    found: list[tuple[str, Found]] = []
    known = dict(draft.claims)
    for find in draft.spec.finds:
        if find.part not in known and (not find.head or find.head in known or find.head in draft.spans):
            candidates = seek(find, draft, known, context)
            if candidates:
                found.append((find.part, candidates))
                known[find.part] = candidates.candidates[:1]
    pinned = frozenset() if draft.spec.doubtful else frozenset(draft.claims) | frozenset(p for p, f in found if f.tied)
    tier = max([0, *(f.tier for _, f in found)])
    blocked = draft.spec.blocked or _blocker(draft, context)
    line, tokens = draft.line, context.extraction.tokens
    cue = (tokens.starts[line.firsts[draft.start]], tokens.ends[line.lasts[draft.end - 1]])
    readings = []
    for choice in list(product(*(f.candidates for _, f in found)))[:_MOST_READINGS]:
        claims = {**draft.claims, **{part: (q,) for (part, _), q in zip(found, choice)}}
        apart = len({q for qs in claims.values() for q in qs}) == sum(map(len, claims.values()))
        if apart and not _turned(draft, claims, context) and draft.spec.least <= claims.keys() | draft.spans.keys():
            readings.append(
                Frame(
                    draft.spec.family, cue, claims, dict(draft.spans), draft.sign, pinned, tier, blocked, (),
                    draft.spec.name, facts_of(draft, claims, context),
                )
            )
    return readings


def _turned(draft: Draft, claims: dict[str, tuple[int, ...]], context: Context) -> bool:
    """True of a fall by what the text says something rose by: "its contract business grew by 300%"."""
    directions = [context.quantity(i).change for i in claims.get("change", ())]
    return draft.spec.family == _FALL and "up" in directions


def _blocker(draft: Draft, context: Context) -> str | None:
    """The reason why words around the frame forbid its arithmetic, if any do."""
    classes = context.lexicon.pack.classes
    start, end = max(draft.left, draft.reach[0] - 8), min(len(draft.line.symbols), draft.reach[1] + 8)
    for name in context.lexicon.blockers:
        families = (classes[name].extra or {}).get("families")
        if (not families or draft.spec.family in families) and context.lexicon.pattern(name).search(draft.line.symbols, start, end):
            return name
    return None


def relations_of(frames: Iterable[Frame], rules: tuple[Rule, ...], context: Context) -> list[Relation]:
    """All relations that the frames give, readings of one claim merged, in the order of the text."""
    by_family = _by_family(rules)
    groups: dict[tuple, list[tuple[Rule, Frame]]] = {}
    for frame in frames:
        for rule in by_family.get(frame.family, ()):
            if fits(rule, frame, context):
                groups.setdefault(_claim_key(rule, frame), []).append((rule, frame))
    return [_merged(found) for found in groups.values()]


@once
def _by_family(rules: tuple[Rule, ...]) -> dict[str, list[Rule]]:
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for family in rule.frames:
            found.setdefault(family, []).append(rule)
    return found


def _claim_key(rule: Rule, frame: Frame) -> tuple:
    """Readings with the same key compete: same rule, same figure in the role that states the result."""
    if "rest" in frame.claims and all(r.claim != "rest" for r in rule.roles):
        return (rule.id, "rest", frame.claims["rest"])  # what closes a partition identifies it, whatever its total
    stated = next((frame.claims[r.claim] for r in rule.roles if r.name == rule.focus and r.claim in frame.claims), None)
    return (rule.id, stated if stated is not None else frame.cue)


def _merged(found: list[tuple[Rule, Frame]]) -> Relation:
    rule = found[0][0]
    found = [x for x in found if x[1].source == GLUED] or found  # where one form holds all figures, no other is meant
    unique: dict[tuple, Frame] = {}
    for _, frame in found:
        key = tuple(sorted((r.name, frame.claims.get(r.claim, ()), frame.spans.get(r.claim, ())) for r in rule.roles))
        known = unique.get(key)
        unique[key] = frame if known is None else _both(*sorted((known, frame), key=lambda f: _quality(rule, f)))
    ordered = sorted(unique.values(), key=lambda f: _quality(rule, f))
    best = _rank(rule, ordered[0])
    nearest = [f for f in ordered if _rank(rule, f) == best]
    farther = tuple(f for f in ordered if _rank(rule, f) != best)
    return Relation(rule, (replace(nearest[0], farther=farther), *nearest[1:]))


def _rank(rule: Rule, frame: Frame) -> tuple:
    """Complete before incomplete, near before far."""
    return (_missing(rule, frame), frame.blocked is not None, frame.tier)


def _quality(rule: Rule, frame: Frame) -> tuple:
    return (*_rank(rule, frame), -len(frame.pinned), -len(frame.facts), frame.cue)


def _both(better: Frame, other: Frame) -> Frame:
    """Two wordings of one reading: what either of them ties is tied, what either of them speaks of is known; one that gives
    every figure its part by words is no guess because another structure tried the same figures."""
    if better.blocked or other.blocked:
        return better
    source = other.source if other.source in _BY_WORDS else better.source
    return replace(better, source=source, pinned=better.pinned | other.pinned, facts={**other.facts, **better.facts}, fitted=better.fitted and other.fitted)


def _missing(rule: Rule, frame: Frame) -> int:
    return sum(not (r.optional or r.assume) and not _present(r, frame) for r in rule.roles)


def _how_often(q: Quantity) -> bool:
    """True of "seven days a week", which lasts no seven days."""
    return q.kind == "duration" and (q.unit or "").partition("/")[2] in _CYCLES


def _present(role: Role, frame: Frame) -> bool:
    return role.claim in (frame.spans if "text" in role.kinds else frame.claims)


def fits(rule: Rule, frame: Frame, context: Context) -> bool:
    """True where the frame fills the rule's roles: kinds, units, direction; at most one role that may be missing."""
    missing = 0
    for role in rule.roles:
        if not _present(role, frame):
            if role.optional or role.assume:
                continue
            if role.claim in frame.facts and rule.operator == "==":
                continue
            if not role.missing:
                return False
            missing += 1
            continue
        if "text" in role.kinds:
            continue
        found = frame.claims[role.claim]
        if any(context.quantity(q).kind not in role.kinds or len(rule.roles) > 1 and _how_often(context.quantity(q)) for q in found) or (len(found) > 1 and not role.many):
            return False
    if missing > 1 or (missing and not frame.claims):
        return False
    if _said_twice(frame, context) or _lacking(frame, context) or misread(frame, rule, context) or misfit(frame, context) or told_otherwise(frame, context):
        return False
    sign = rule.link.get("sign")
    if sign and frame.sign != sign:
        return False
    if rule.link.get("weekday") == "stated" and not _weekday_stated(rule, frame, context):
        return False
    return all(_one_unit(names, rule, frame, context) for names in rule.link.get("same-unit", ()))


def _said_twice(frame: Frame, context: Context) -> bool:
    """True of "2,914 genes, 61% of the 2,914": the part is the whole, told before. Not of a fraction, "61% (57 of 57)"."""
    if not {"share", "part", "whole"} <= frame.claims.keys():
        return False
    share, part, whole = (context.quantity(frame.claims[c][0]) for c in ("share", "part", "whole"))
    fraction = frame.source in ("table", GLUED) or frame.pinned >= {"part", "whole"} and 0 < whole.first - part.last <= _FRACTION and not part.last < share.first < whole.first
    return part.value is not None and part.value == whole.value and part.unit == whole.unit and share.value not in (1, 100) and not fraction


def _lacking(frame: Frame, context: Context) -> bool:
    """True of "all but 11 mm, or 74% of it": the figure is what the part leaves out."""
    if "share" not in frame.claims and "whole" not in frame.claims:
        return False
    for i in frame.claims.get("part", ()):
        line, at = context.line(i), context.lines.position_of[i]
        if any(m.end() == at for m in context.lexicon.pattern("all-but").finditer(line.symbols, max(0, at - _LED), at)):
            return True
    return False


def _weekday_stated(rule: Rule, frame: Frame, context: Context) -> bool:
    """True where a date of the frame comes with a weekday and is known to the day and year without inference."""
    whens = [context.quantity(q).when for r in rule.roles for q in frame.claims.get(r.claim, ())]
    return any(w and w.weekday is not None and w.year and w.month and w.day and not w.anchored for w in whens)


def _one_unit(names, rule: Rule, frame: Frame, context: Context) -> bool:
    claims = {r.name: r.claim for r in rule.roles}
    members = [context.quantity(q) for n in names for q in frame.claims.get(claims.get(n, n), ())]
    counts = ("count", "number")
    if rule.link.get("nouns") == "any" or frame.source in _BY_WORDS and all(m.kind in counts for m in members):
        members = [m for m in members if m.kind != "number" or m.unit is not None]
        if all(m.kind in counts for m in members):
            return True
    if rule.link.get("bare"):  # a number without unit takes that of the others, where they have but one
        named = [m for m in members if (m.kind != "number" or m.unit) and not (m.kind == "count" and m.scale != 1)]  # a two-trillion mark
        if 0 < len(named) < len(members) and len({(m.unit or "").partition("/")[0] if frame.source in _BY_WORDS else m.unit for m in named}) > 1:
            return False
        members = named or members
        return all(same_head(members[0], other) for other in members[1:])
    alike = same_head if frame.source in _BY_WORDS and frame.family.startswith(_AVERAGED) else same_unit
    return all(alike(members[0], other) for other in members[1:])
