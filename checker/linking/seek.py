"""Open parts of a frame: candidates among the numbers around the cue, in tiers, the nearest tier that has any wins.

A tier is finished before the next opens. Kind, unit, size and head noun veto before anything is ranked. The steps that a
frame may name:

    clause-before, clause-after       inside the territory of the cue
    sentence-before, sentence-after   anywhere in its sentence
    paragraph-before, paragraph-after other sentences of its block
    previous, next                    the sentence before or after, whatever its block
    document                          anywhere
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content_of_span, same_unit, telling, topic
from checker.linking.lexicon import Find
from checker.linking.match import Draft
from checker.model import Quantity

_MOST = 4  # candidates of one tier that become readings
_TIERS = {"clause": 1, "sentence": 2, "previous": 3, "next": 3, "paragraph": 3, "document": 4}
_LINES = 12  # how many sentences of a long paragraph are searched


@dataclass(frozen=True, slots=True)
class Found:
    """Candidates for one part, best first, all of one tier; `tied` where language leaves no doubt about the first."""

    candidates: tuple[int, ...]
    tier: int
    tied: bool


def seek(find: Find, draft: Draft, claims: dict[str, tuple[int, ...]], context: Context) -> Found | None:
    """The candidates of the nearest tier that has any, None where no step finds one. `claims` are the parts so far."""
    used = {q for found in claims.values() for q in found}
    heads = _heads(find, draft, claims, context)
    for step in find.steps:
        found = [q for q in _walk(step, draft, context) if q not in used and _admissible(q, find, claims, heads, context)]
        if found:
            candidates = tuple(found[:1] if find.clear else found[:_MOST])
            tied = find.clear or (len(candidates) == 1 and bool(heads))
            return Found(candidates, _TIERS[step.partition("-")[0]], tied)
    return None


def _heads(find: Find, draft: Draft, claims, context: Context) -> frozenset[str]:
    if not find.head:
        return frozenset()
    if find.head in draft.spans:
        return telling(content_of_span(draft.spans[find.head][0], context), context)
    if find.head in claims:
        return telling(topic(claims[find.head][0], context), context)
    return frozenset()


def _walk(step: str, draft: Draft, context: Context) -> Iterator[int]:
    scope, _, direction = step.partition("-")
    line = draft.line
    if scope == "clause":
        span = (draft.left, draft.start) if direction == "before" else (draft.end, draft.right)
        yield from _ordered(line.quantities(*span), direction)
    elif scope == "sentence":
        span = (0, draft.start) if direction == "before" else (draft.end, len(line.symbols))
        yield from _ordered(line.quantities(*span), direction)
    else:
        for number in _line_numbers(step, draft, context):
            yield from _ordered(context.lines.lines[number].figures, "before" if number < line.number else "after")


def _line_numbers(step: str, draft: Draft, context: Context) -> Iterator[int]:
    number, count = draft.line.number, len(context.lines.lines)
    if step == "previous":
        yield from range(number - 1, max(-1, number - 2), -1)
    elif step == "next":
        yield from range(number + 1, min(count, number + 2))
    elif step == "document":
        yield from (n for n in range(max(0, number - 80), min(count, number + 40)) if n != number)
    else:
        order = range(number - 1, -1, -1) if step.endswith("before") else range(number + 1, count)
        for other in order[:_LINES]:
            if context.lines.lines[other].block != draft.line.block:
                return
            yield other


def _ordered(found: list[int], direction: str) -> list[int]:
    return found[::-1] if direction == "before" else found


def _admissible(index: int, find: Find, claims, heads: frozenset[str], context: Context) -> bool:
    q = context.quantity(index)
    if q.kind not in find.kinds:
        return False
    for part, test in ((find.like, same_unit), (find.larger, _at_least), (find.smaller, _at_most)):
        if part and part in claims and not test(q, context.quantity(claims[part][0])):
            return False
    return not heads or bool(heads & topic(index, context))


def _at_least(q: Quantity, other: Quantity) -> bool:
    return q.value is None or other.value is None or q.value >= other.value


def _at_most(q: Quantity, other: Quantity) -> bool:
    return q.value is None or other.value is None or q.value <= other.value
