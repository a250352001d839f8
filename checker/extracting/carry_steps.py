"""Levels and steps of one thing told further on in a sentence: "against 41 cases in May and 38 a year ago", "8,400 births,
380 fewer than in 2010 (8,780)", "90 ships, an increase of 12", "from 9 per cent (210) of firms to 12 per cent (290)"."""

from __future__ import annotations

from checker.extracting.carry_counts import ended
from checker.extracting.carry_levels import compares
from checker.extracting.draft import ONE, Draft, Scan, lend

_BACK = 4  # numbers back to the level
_SENTENCE = 40  # tokens from the level to what goes on from it
_TIME = 5  # tokens of a time, "a year ago", "in the month before"
_NEAR = 20  # levels of one thing are within this factor of one another
_KINDS = ("count", "physical", "currency")


def steps(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare numbers the noun or unit of the level that they go on from. In place."""
    for at, draft in enumerate(drafts):
        if at and draft.bare and s.word(draft.last + 1) not in ("/", "-") and s.word(draft.begin - 1) not in ("/", "=", "-"):
            source = _again(s, drafts[at - 1], draft) or _step(s, drafts, at) or _then(s, drafts, at) or _behind_share(s, drafts, at)
            if source is not None:
                lend(draft, source)


def _again(s: Scan, left: Draft, right: Draft) -> Draft | None:
    """The level of another time that was compared just before: "from 43,000 tonnes in March and 47,500 a year ago"."""
    lead = right.begin - 1
    joined = s.word(lead) in s.lex.sets["joiners"] and compares(s, left.begin - 1)
    times = joined and _is_time(s, max(left.last, left.noun_last) + 1, lead) and _time_at(s, right.last + 1)
    return left if times and _level(left) and _fits(left, right) else None


def _is_time(s: Scan, first: int, last: int) -> bool:
    """Whether the tokens first..last (exclusive) tell a time and nothing else."""
    last -= s.word(last - 1) == ","
    first += s.word(first) in s.lex.sets["carry-parallel"]
    return 0 < last - first <= _TIME and all(s.mask[first:last])


def _time_at(s: Scan, k: int) -> bool:
    """Whether a time stands at token k: "a year ago", "in May"."""
    k += s.word(k) in s.lex.sets["carry-parallel"]
    return k < len(s.words) and bool(s.mask[k]) and not s.parted(k)


def _step(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The level that a step in apposition leads to or from: ", 380 fewer than in 2010", ", an increase of 12 since"."""
    draft, lead, k = drafts[at], drafts[at].begin - 1, drafts[at].last + 1
    apart = s.word(lead) in (",", "(") and s.word(k) in s.lex.sets["step-words"] and s.word(k + 1) in s.lex.sets["carry-last"]
    if not apart and not _apposed(s, lead, drafts[at - 1]):
        return None
    source = _level_before(s, drafts, at)
    return source if source is not None and draft.value <= source.value and (source.kind != "currency" or draft.scale != ONE) else None


def _apposed(s: Scan, lead: int, before: Draft) -> bool:
    """Whether the token at `lead` ends ", an increase of", ", a 45 percent increase of" or ", up"."""
    if s.word(lead) in s.lex.sets["of"]:
        lead -= 1
        if s.word(lead) not in s.lex.sets["change-noun-up"] and s.word(lead) not in s.lex.sets["change-noun-down"]:
            return False
        lead -= s.word(lead - 1) in s.lex.sets["noun-skip"]  # "a further rise of"
        lead = before.begin if before.kind == "percent" and before.last == lead - 1 else lead
        return s.word(lead - 1) in s.lex.sets["articles"] and s.word(lead - 2) in (",", "(")
    return (s.word(lead) in s.lex.sets["change-up"] or s.word(lead) in s.lex.sets["change-down"]) and s.word(lead - 1) in (",", "(")


def _then(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The level in front of one of another time in brackets: "8,400 births, 380 fewer than in 2010 (8,780)"."""
    draft, k = drafts[at], drafts[at].first - 2
    if s.word(draft.begin - 1) not in ("(", "[") or draft.outer >= 0 or s.word(draft.last + 1) not in (")", "]") or k < 2 or not s.mask[k]:
        return None
    while k > 0 and s.mask[k]:
        k -= 1
    k -= s.word(k) in s.lex.sets["carry-parallel"] and not compares(s, k)
    source = _level_before(s, drafts, at, past_steps=True) if compares(s, k) else None
    return source if source is not None and _fits(source, draft) else None


def _behind_share(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What the number behind the share before counts: "from 9 per cent (210) of firms in May to 12 per cent (290)"."""
    draft, share = drafts[at], drafts[at - 1]
    lead = share.begin - 1
    joined = (s.word(lead),) in s.lex.phrases["range-join"] and s.word(lead).isalpha() or compares(s, lead) or s.word(lead) in s.lex.sets["joiners"]
    if not joined or at < 2 or not _in_brackets_of(s, share, draft) or s.word(draft.last + 2) in s.lex.sets["of"]:
        return None
    for whole, other in zip(reversed(drafts[max(0, at - _BACK) : at - 1]), reversed(drafts[max(0, at - _BACK - 1) : at - 2])):
        if draft.first - whole.last > _SENTENCE or ended(s, whole.last + 1, draft.first):
            return None
        if _in_brackets_of(s, other, whole):
            return whole if whole.kind == "count" and whole.noun and _fits(whole, draft) else None
    return None


def _in_brackets_of(s: Scan, share: Draft, draft: Draft) -> bool:
    """Whether a number stands alone in the brackets behind a share: "9 per cent (210)"."""
    alone = s.word(draft.begin - 1) == "(" and s.word(draft.last + 1) == ")"
    return alone and share.kind == "percent" and share.value is not None and share.last == draft.begin - 2


def _level_before(s: Scan, drafts: list[Draft], at: int, past_steps: bool = False) -> Draft | None:
    """The nearest level of the sentence in front of the number at `at`, where nothing but shares and steps stand between."""
    draft = drafts[at]
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        if draft.first - other.last > _SENTENCE or ended(s, other.last + 1, draft.first) or s.parted(draft.first):
            return None
        if other.kind in ("percent", "ratio", "age", "ordinal") or past_steps and s.word(other.last + 1) in s.lex.sets["step-words"]:
            continue
        return other if _level(other) else None
    return None


def _level(draft: Draft) -> bool:
    named = draft.kind in _KINDS and draft.unit is not None and draft.value is not None and "/" not in draft.unit
    return named and not draft.hyphened and draft.change is None and (draft.kind != "count" or bool(draft.noun))


def _fits(a: Draft, b: Draft) -> bool:
    """Whether two numbers can be levels of one thing: near one another, of money both with their scales."""
    x, y = abs(a.value), abs(b.value)
    whole = a.kind != "count" or x.denominator == 1 == y.denominator
    scaled = a.kind != "currency" or a.scale != ONE != b.scale
    return whole and scaled and 0 < x <= y * _NEAR and y <= x * _NEAR
