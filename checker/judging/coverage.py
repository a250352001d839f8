"""What was said twice is reported once, and what was read but never checked is listed: silence is visible."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from checker.judging.verdict import Finding
from checker.model import Extraction, Unchecked

_REACH = 200  # characters at either end of a finding's sentences that tell whether they are a repetition
_MOST_RIVALS = 40
GRAVE = ("fail", "warn")


def place_of(found: Finding) -> tuple:
    """Where a finding stands: by its first number, then its last, then its rule."""
    spans = [(o.start, o.end) for members in found.operands.values() for o in members if not o.assumed]
    return min(spans), max(spans), found.rule.id, spans


def distinct(findings: list[Finding], extraction: Extraction) -> list[Finding]:
    """In the order of the text, without repetitions: the same rule over the same words in a repeated sentence, and a
    finding whose numbers all belong to another one that is as grave."""
    starts = [extraction.tokens.starts[s.first] for s in extraction.sentences if s.first < s.last]
    seen: set[tuple] = set()
    kept: list[Finding] = []
    for found in sorted(findings, key=place_of):
        key = (found.rule.id, found.verdict, found.missing, found.frame.sign, *_said(found, extraction.document.text, starts))
        if key not in seen:
            seen.add(key)
            kept.append(found)
    return _without_lesser(kept)


def _said(found: Finding, text: str, starts: list[int]) -> tuple:
    """The words of a finding: those of each role, and the sentence they stand in (its ends, where it is long)."""
    spans = [(role, o.start, o.end) for role, members in found.operands.items() for o in members if not o.assumed]
    first, last = min(s[1] for s in spans), max(s[2] for s in spans)
    before, after = bisect_right(starts, first), bisect_left(starts, last)
    start = starts[before - 1] if before else first
    end = starts[after] if after < len(starts) else len(text)
    context = text[start : min(end, start + _REACH)] + text[max(start + _REACH, end - _REACH) : end]
    return " ".join(context.split()), *sorted((role, text[a:b]) for role, a, b in spans)


def _without_lesser(findings: list[Finding]) -> list[Finding]:
    """Drop a fail or warning whose places are all among those of another fail (or, of a warning, another warning)."""
    grave = [(i, f, frozenset(place_of(f)[3])) for i, f in enumerate(findings) if f.verdict in GRAVE]
    by_place: dict[tuple[int, int], list[tuple[int, Finding, frozenset]]] = {}
    for entry in grave:
        for place in entry[2]:
            by_place.setdefault(place, []).append(entry)
    dropped = set()
    for i, found, places in grave:
        for j, other, wider in by_place[min(places)][:_MOST_RIVALS]:
            if i != j and places <= wider and (_rank(other, wider), j) < (_rank(found, places), i):
                dropped.add(i)
    return [f for i, f in enumerate(findings) if i not in dropped]


def _rank(found: Finding, places: frozenset) -> tuple:
    """Which of two findings over the same numbers is kept: the graver, then the one that shows more numbers."""
    return GRAVE.index(found.verdict), -len(places)


def unchecked_of(extraction: Extraction, findings: list[Finding], related: frozenset[int]) -> tuple[Unchecked, ...]:
    """Every measure that took part in no check. `related`: quantities of relations whose rule did not apply."""
    used = {o.index for f in findings for members in f.operands.values() for o in members}
    found = []
    for i, q in enumerate(extraction.quantities):
        if q.is_measure and i not in used:
            found.append(Unchecked(i, "incomplete-relation" if i in related else "no-relation"))
    return tuple(found)
