"""What stands in pairs or halves: "8 ships of 90,000 tons against six of 71,500", "12 of 40 patients versus 7/41", "6 drug- and
4 placebo-treated patients"."""

from __future__ import annotations

from checker.extracting.carry_counts import ended
from checker.extracting.draft import ONE, Draft, Scan, lend

_BACK = 6  # numbers back to the first pair
_SENTENCE = 40  # tokens of a sentence of pairs
_NEAR = 20  # amounts of two pairs are within this factor of one another
_HANGING = 14  # tokens from a hanging hyphen to the noun
_AHEAD = 4  # numbers to the one that has the noun
_CLAUSE = 30


def twins(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare numbers the noun or measure of the pair, the list or the part that they go on with. In place."""
    for at, draft in enumerate(drafts):
        if draft.kind == "number" and at > 2 and _open(draft) and (source := _paired(s, drafts, at)) is not None:
            draft.unit, draft.kind, draft.inherited = source.unit, source.kind, draft.inherited or "unit"
    for at in range(len(drafts) - 2, -1, -1):
        if drafts[at].kind == "number" and drafts[at].bare and (source := _hanging(s, drafts, at)) is not None:
            lend(drafts[at], source)
    if s.has("strokes"):
        _strokes(s, drafts)


def _open(draft: Draft) -> bool:
    return draft.kind == "number" and draft.unit is None and draft.value is not None and not draft.hyphened and not draft.noun


def _paired(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The measure of the first pair of a count and what it comes to: "8 ships of 90,000 tons against six ships of 71,500"."""
    draft, count = drafts[at], drafts[at - 1]
    if s.word(draft.begin - 1) not in s.lex.sets["of"] or count.kind != "count" or max(count.last, count.noun_last) != draft.begin - 2:
        return None
    for k in range(at - 2, max(at - 2 - _BACK, 0), -1):
        other, before = drafts[k], drafts[k - 1]
        if draft.first - other.last > _SENTENCE or ended(s, other.last + 1, draft.first):
            return None
        pair = other.kind in ("physical", "currency") and other.value is not None and before.kind == "count" and before.unit == count.unit and s.word(other.begin - 1) in s.lex.sets["of"] and max(before.last, before.noun_last) == other.begin - 2
        near = pair and (other.scale == ONE) == (draft.scale == ONE) and 0 < other.value <= draft.value * _NEAR and draft.value <= other.value * _NEAR
        if near:
            return other
    return None


def _hanging(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What is counted behind a list whose hyphens hang: "6 drug- and 4 placebo-treated patients", "6 of 8 drug-"."""
    draft = drafts[at]
    if s.word(draft.last + 1) in s.lex.sets["of"] and drafts[at + 1].begin == draft.last + 2 and drafts[at + 1].inherited and drafts[at + 1].noun and s.word(drafts[at + 1].last + 2) == "-":
        return drafts[at + 1] if draft.value <= (drafts[at + 1].value or 0) else None
    j = draft.last + 2
    hangs = s.word(j - 1).isalpha() and s.word(j) == "-" and s.glued(j) and not (s.glued(j + 1) and s.word(j + 1).isalnum()) and draft.value.denominator == 1
    for other in drafts[at + 1 : at + 1 + _AHEAD] if hangs else ():
        if other.first - draft.last > _HANGING or ended(s, draft.last + 1, other.first):
            return None
        if other.kind == "count" and other.noun and s.word(other.last + 2) == "-" and s.glued(other.last + 2):
            return other
    return None


def _strokes(s: Scan, drafts: list[Draft]) -> None:
    """Parts over a stroke that are compared with a part of what is counted: "12 of 40 patients versus 7/41 in the other"."""
    before: Draft | None = None
    for part, whole in zip(drafts, drafts[1:]):
        j = part.last + 1
        over = whole.first == j + 1 and s.word(j) == "/" and s.glued(j) and s.glued(j + 1)
        if not over:
            counted = s.word(j) in s.lex.sets["of"] and whole.begin <= j + 2 and part.kind == whole.kind == "count" and part.unit == whole.unit and part.noun
            before = whole if counted else before
            continue
        if before is not None and part.kind == "count" and part.unit == before.unit and part.noun and whole.bare and (whole.value or 0) >= (part.value or 0):
            lend(whole, part)
        elif before is not None and part.bare and whole.bare and part.value <= whole.value and _goes_on(s, before, part, whole):
            lend(part, before)
            lend(whole, before)
        before = whole if part.kind == "count" and part.noun and part.unit == whole.unit else before


def _goes_on(s: Scan, before: Draft, part: Draft, whole: Draft) -> bool:
    """Whether a part over its whole goes on with the one in front: "versus 7/41", "and in 3/20"."""
    lead = part.begin - 1
    against = s.word(lead) in s.lex.sets["carry-against"] or (s.word(lead - 1), s.word(lead)) in s.lex.phrases["carry-compared"]
    joined = s.word(lead) in s.lex.sets["carry-parallel"] and s.word(lead - 1) in s.lex.sets["joiners"]
    whole_numbers = part.value.denominator == whole.value.denominator == 1
    return (against or joined) and whole_numbers and part.first - before.last <= _CLAUSE and not ended(s, before.last + 1, part.first)
