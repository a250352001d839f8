"""What something came to and what it came from, told once for both: "rose to 41,300 tonnes from 36,200 and exports to
15,100 from 13,900", "repurchase of 2.4 mln units, from its present 1.1 mln", "against a previous crop of 12.3 mln"."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.carry_counts import ended
from checker.extracting.draft import ONE, Draft, Scan, lend

_BACK = 4  # numbers back to the one that has the unit
_LEAD = 6  # tokens of what leads from the comparison to the number
_SENTENCE = 30  # tokens of the sentence between the two
_NEAR = 20  # levels of one thing are within this factor of one another
_PLAIN = 1000  # from here on a number needs no scale to stand beside one that has it
_ELLIPSIS = 6  # tokens from one pair of levels to the next
_KINDS = ("currency", "physical", "count")


def levels(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives bare levels the unit of the level that they are compared with. In place."""
    for at, draft in enumerate(drafts):
        if not _alone(s, draft):
            continue
        core = past_level(s, draft.begin - 1)
        source = _compared_with(s, drafts, at, core) or _goes_on(s, drafts, at) or _part_of(s, drafts, at)
        if source is not None:
            lend(draft, source)
    for left, right in reversed(list(zip(drafts, drafts[1:]))):
        if _alone(s, left) and right.kind in _KINDS and right.unit and _before(s, left, right, between(s, left, right)) and _fits(left, right):
            lend(left, right)


def past_level(s: Scan, lead: int) -> int:
    """The word that compares, in front of what only says which level is meant: "against last month's", "from a record of",
    "from its present", "compared with the year ago figure of". `lead` where there is none."""
    free = s.word(lead) in s.lex.sets["of"]
    for k in range(lead, max(lead - _LEAD, 0), -1):
        word = s.word(k)
        if compares(s, k):
            open_end = free and s.word(k) in s.lex.sets["range-from"] and s.word(k - 1) not in s.lex.back_change  # "from a group of 50"
            return lead if open_end else k
        if k < lead and word in s.lex.sets["joiners"] and s.word(lead).startswith("'"):
            return k  # "with 195,800 a year ago and last month's 145,100"
        known = s.mask[k] or word.startswith("'") or word in s.lex.sets["carry-tops"] or word in s.lex.sets["articles"] or word in s.lex.sets["noun-after-of"]
        if not known and not (free and word.isalpha() and s.raw(k).islower() and word not in s.lex.sets["age-verbs"]):
            return lead
    return lead


def compares(s: Scan, k: int) -> bool:
    """Whether token k ends a word or phrase that sets one level against another."""
    return s.word(k) in s.lex.sets["carry-last"] or (s.word(k - 1), s.word(k)) in s.lex.phrases["carry-compared"]


def _compared_with(s: Scan, drafts: list[Draft], at: int, core: int) -> Draft | None:
    """The level in front of "from", "against", "compared with" and the like in the same sentence."""
    draft = drafts[at]
    again = s.word(core) in s.lex.sets["joiners"] and core < draft.begin - 1 and drafts[at - 1].inherited is not None
    if not (compares(s, core) or again) or s.word(draft.last + 1) in s.lex.sets["of"]:
        return None
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        if draft.first - other.last > _SENTENCE or ended(s, other.last + 1, draft.first) or _new_line(s, other, draft) or not s.lex.sets["clause-end"].isdisjoint(s.words[other.last + 1 : draft.first]):
            return None
        if other.kind in ("percent", "points", "ordinal", "age", "duration") or other.kind == "number" and other.unit is None:
            continue
        return other if _level(s, other) and _fits(other, draft) else None
    return None


def _new_line(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a line of a statement ends between two numbers."""
    return "\n" in s.text[left.end : right.start] and any(s.parted(k) for k in range(left.last + 1, right.first + 1))


def _goes_on(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The level that a clause without its verb goes on from: "and exports to 15,100"."""
    draft = drafts[at]
    lead = draft.begin - 1
    if (s.word(lead),) not in s.lex.phrases["range-join"] or not s.word(lead).isalpha() or at == 0:
        return None
    last = drafts[at - 1]
    gap = s.words[last.last + 1 : lead]
    joined = 1 < len(gap) <= _ELLIPSIS and (gap[0] in s.lex.sets["joiners"] or gap[0] == ",") and all(word.isalpha() for word in gap[1:])
    verb = any(word in s.lex.back_change or word in s.lex.sets["age-verbs"] for word in gap)
    if not joined or verb:
        return None
    sources = [other for other in drafts[max(0, at - 2) : at] if _level(s, other) and s.word(other.begin - 1) == s.word(lead)]
    ok = sources and sources[-1].kind != "currency" and not ended(s, sources[-1].last + 1, draft.first) and _fits(sources[-1], draft)
    return sources[-1] if ok else None


def _part_of(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What is measured in front of "of which 75": "110 acres, of which 75 are planted"."""
    draft, lead = drafts[at], drafts[at].begin - 1
    if at == 0 or s.word(lead) not in s.lex.sets["relative-things"] or s.word(lead - 1) not in s.lex.sets["of"]:
        return None
    other = drafts[at - 1]
    near = other.kind == "physical" and other.value is not None and lead - other.last <= 4 and not ended(s, other.last + 1, draft.first)
    return other if near and other.scale == draft.scale and draft.value <= other.value else None


def _before(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...] | None) -> bool:
    """Whether the level behind "from" has the unit of both: "stock to 20 mln from 15 mln shares"; and of the pair in front of
    a clause without its verb: "to 19,600 from 26,500 and exports to 5,600"."""
    onward = (s.word(left.begin - 1),) in s.lex.phrases["range-join"] and s.word(left.begin - 1).isalpha()
    if gap and len(gap) == 1 and gap[0] in s.lex.sets["range-from"]:
        return onward
    ellipsis = gap and 2 < len(gap) <= _ELLIPSIS and gap[0] in s.lex.sets["joiners"] and (gap[-1],) in s.lex.phrases["range-join"] and all(word.isalpha() for word in gap)
    return bool(ellipsis) and right.kind == "physical" and s.word(left.begin - 1) in s.lex.sets["range-from"] and not any(word in s.lex.back_change or word in s.lex.sets["age-verbs"] for word in gap)


def _alone(s: Scan, draft: Draft) -> bool:
    """True of a bare number that is no part of a quotation or a formula."""
    return draft.bare and s.word(draft.last + 1) not in ("/", "-") and s.word(draft.first - 1) not in ("/", "=", "-")


def _level(s: Scan, draft: Draft) -> bool:
    """Whether a draft is a level with a unit, and no change by so much."""
    told = draft.kind in _KINDS and draft.unit is not None and draft.value is not None and not draft.hyphened and draft.change is None
    return told and s.word(draft.begin - 1) not in s.lex.sets["change-by"]


def _fits(a: Draft, b: Draft) -> bool:
    """Whether two numbers can be levels of one thing: near one another as they are, whole where the other is."""
    if a.kind == "currency" and (a.scale == ONE or b.scale == ONE) and not (a.scale == b.scale and a.place == b.place):
        return False
    x, y = abs(a.value), abs(b.value)
    near = 0 < x <= y * _NEAR and y <= x * _NEAR
    plain = a.scale == b.scale == ONE or a.scale != ONE != b.scale or min(x, y) >= _PLAIN
    rate = "/" in (a.unit or b.unit or "")
    whole = "count" not in (a.kind, b.kind) or rate or x.denominator == 1 == y.denominator
    return near and plain and whole
