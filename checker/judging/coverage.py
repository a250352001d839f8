"""What was said twice is reported once, and what was read but never checked is listed: silence is visible."""

from __future__ import annotations

from checker.judging.verdict import Finding
from checker.model import Extraction, Unchecked

_GRAVE = ("fail", "warn")


def place_of(found: Finding) -> tuple:
    """Where a finding stands: by its first number, then its last, then its rule."""
    spans = [(o.start, o.end) for members in found.operands.values() for o in members if not o.assumed]
    return min(spans), max(spans), found.rule.id, spans


def distinct(findings: list[Finding], text: str) -> list[Finding]:
    """In the order of the text, without repetitions: the same rule over the same words in a repeated sentence, and a
    finding whose numbers all belong to another one that is as grave."""
    seen: set[tuple] = set()
    kept: list[Finding] = []
    for found in sorted(findings, key=place_of):
        roles = sorted((o.start, role) for role, members in found.operands.items() for o in members if not o.assumed)
        key = (found.rule.id, found.verdict, found.missing, found.frame.sign, tuple(r for _, r in roles), _stretch(found, text))
        if key not in seen:
            seen.add(key)
            kept.append(found)
    return _without_lesser(kept)


def _stretch(found: Finding, text: str) -> str:
    """All that stands from the first figure to the last, white space folded: equal only where the sentence repeats."""
    ends = [(o.start, o.end) for members in found.operands.values() for o in members]
    return " ".join(text[min(start for start, _ in ends) : max(end for _, end in ends)].split())


def _without_lesser(findings: list[Finding]) -> list[Finding]:
    """Drop a fail or warning whose places are all among those of another fail (or, of a warning, another warning)."""
    grave = [(i, f, frozenset(place_of(f)[3])) for i, f in enumerate(findings) if f.verdict in _GRAVE]
    by_place: dict[tuple[int, int], list[tuple[int, Finding, frozenset]]] = {}
    for entry in grave:
        for place in entry[2]:
            by_place.setdefault(place, []).append(entry)
    dropped = set()
    for i, found, places in grave:
        for j, other, wider in by_place[min(places)]:
            if i != j and places <= wider and (_rank(other, wider), j) < (_rank(found, places), i):
                dropped.add(i)
    return [f for i, f in enumerate(findings) if i not in dropped]


def _rank(found: Finding, places: frozenset) -> tuple:
    """Which of two findings over the same numbers is kept: the graver, then the one that shows more numbers."""
    return _GRAVE.index(found.verdict), -len(places)


def unchecked_of(extraction: Extraction, findings: list[Finding], related: frozenset[int]) -> tuple[Unchecked, ...]:
    """Every measure that took part in no check. `related`: quantities of relations whose rule did not apply."""
    used = {o.index for f in findings for members in f.operands.values() for o in members}
    found = []
    for i, q in enumerate(extraction.quantities):
        if q.is_measure and i not in used:
            found.append(Unchecked(i, "incomplete-relation" if i in related else "no-relation"))
    return tuple(found)
