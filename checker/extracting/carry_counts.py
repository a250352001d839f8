"""What is counted, carried from a neighbour: "268,000 and 108,000 shares", "120 cases against 98 a year before", "200 men
from the north, 260 from the south"."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.draft import ONE, Draft, Scan
from checker.rational import Fraction

_NEAR = 10  # numbers of one list are within this factor of one another
_REACH = 10  # tokens from one member of a list to the next
_MARKS = (",", ";")


def counted(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives bare numbers the counted noun of a neighbour that words or a list tie them to. In place."""
    for at in range(len(drafts) - 2, -1, -1):
        left, right = drafts[at], drafts[at + 1]
        if _bare(s, left) and _counts(right) and _alike(left, right) and _listed(s, drafts, at, between):
            _take(left, right)
    for left, right in zip(drafts, drafts[1:]):
        if _counts(left) and left.noun and _bare(s, right) and _alike(left, right) and (_compared(s, left, right, between) or _parallel(s, left, right)):
            _take(right, left)


def _bare(s: Scan, draft: Draft) -> bool:
    """Whether a draft is a plain number: nothing is said of what it is, and no relation or name leads to it."""
    plain = draft.kind == "number" and draft.unit is None and draft.value is not None and draft.style in ("digits", "words") and not draft.hyphened
    return plain and s.word((draft.first if draft.outer < 0 else draft.outer) - 1) not in ("=", "<", ">", "≤", "≥", "/", "#")


def _counts(draft: Draft) -> bool:
    return _size(draft) is not None and not draft.hyphened and (draft.kind == "count" or draft.kind == "number" and (draft.unit or "").startswith("1/"))


def _size(draft: Draft) -> Fraction | None:
    """The value, of a range its upper end."""
    return draft.value if draft.value is not None else draft.high


def _alike(left: Draft, right: Draft) -> bool:
    """Whether two numbers can count the same: near one another, and whole where the other is."""
    a, b = abs(_size(left)), abs(_size(right))
    whole = (a.denominator == 1) == (b.denominator == 1) or left.scale != ONE != right.scale
    return whole and 0 < a <= b * _NEAR and b <= a * _NEAR


def _listed(s: Scan, drafts: list[Draft], at: int, between: Callable) -> bool:
    left, right = drafts[at], drafts[at + 1]
    gap = between(s, left, right) if right.first - left.last <= _REACH else None
    if not gap or s.parted(right.first):
        return False
    if gap == (",",):
        return right.inherited is not None or right.noun_last < 0
    kinds = range(left.last + 1, left.last + len(gap))
    if len(gap) > 1 and gap[-1] in s.lex.sets["joiners"] and right.noun and all(s.words[k] in s.lex.sets["noun-skip"] and s.raw(k).islower() for k in kinds):
        return True  # "119 male and 101 female partnerships"
    return gap in s.lex.phrases["carry-list"] or gap in s.lex.phrases["carry-close"] and at > 0 and between(s, drafts[at - 1], left) == (",",)


def _compared(s: Scan, left: Draft, right: Draft, between: Callable) -> bool:
    """ "120 cases versus 98 a week ago": the word between compares, and no noun of its own follows."""
    gap = between(s, left, right)
    if not gap or s.word(right.last + 1) in s.lex.sets["of"] or s.word(right.last + 1) in s.lex.units.signs:
        return False
    if gap[-1] in s.lex.sets["parts-lead"] and _size(right) <= _size(left):
        return True  # "630,000 shares, including 490,000 to be sold by the bank"
    if gap in s.lex.phrases["carry-onward"]:
        return True  # "20 sites, increasing to 21"
    return len(gap) < 3 and (gap[-1] in s.lex.sets["carry-last"] or gap in s.lex.phrases["carry-compared"])


def _parallel(s: Scan, left: Draft, right: Draft) -> bool:
    """ "200 men from Victoria, 260 from New South Wales": the same word leads from both to a place or a group."""
    lead, after = max(left.last, left.noun_last) + 1, right.last + 1
    if left.noun_last < 0 and not left.inherited or right.first - lead > _REACH or s.word(lead) not in s.lex.sets["carry-parallel"] or s.word(lead) != s.word(after):
        return False
    before = (right.first if right.outer < 0 else right.outer) - 1
    joined = s.word(before) in _MARKS or s.word(before) in s.lex.sets["joiners"]
    return joined and not any(word in ".!?" for word in s.words[lead:before])


def _take(bare: Draft, source: Draft) -> None:
    bare.unit, bare.kind, bare.inherited = source.unit, source.kind, bare.inherited or "unit"
    bare.noun = source.noun
