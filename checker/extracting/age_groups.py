"""Ages in groups, lists and ranges: "the 85-89 and 90 and over age groups", "those aged 18-24, 25-34 and 35 or over",
"a mean age of 61 years (range 40 to 82 years)"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.language import longest

_OLDEST, _GROWN = 120, 18
_NARROW = 2  # ends of a group of ages are farther apart: "two to three age groups"
_SPAN = 10  # years that the ages of those who are looked at span at least
_REACH = 16  # tokens from an age to the range around it, and from the noun to its range
_STOPS = (".", "!", "?", "\n")
_MARKS = (",", ":", ";", "=", "(")


def settled(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts with such numbers made ages. In place."""
    aged, watched = s.has("age-before"), s.has("age-audience")
    for draft in drafts:
        if draft.low is not None and draft.kind == "duration" and _of_persons(s, draft) or watched and _of_audience(s, draft) or aged and draft.style == "digits" and _of_group(s, draft):
            _make(draft)
    if not aged:
        return drafts
    for left, right in reversed(list(zip(drafts, drafts[1:]))):
        if _age(right) and _can_be(left) and _listed(s, left, right):
            _make(left)
    for at, right in enumerate(drafts):
        if not _can_be(right):
            continue
        if at and _age(drafts[at - 1]) and _listed(s, drafts[at - 1], right):
            _make(right)
        elif right.low is not None and (_around(s, drafts, at) or _ages_range(s, drafts, at)):
            _make(right)
    return drafts


def _make(draft: Draft) -> None:
    draft.kind, draft.unit, draft.noun, draft.noun_last = "age", "year of age", (), -1


def _age(draft: Draft) -> bool:
    return draft.kind == "age" and draft.unit == "year of age"


def _ends(draft: Draft) -> tuple:
    return (draft.low, draft.high) if draft.low is not None else (draft.value, draft.value)


def _can_be(draft: Draft) -> bool:
    """Whether a number is bare, or a range of years, and small enough."""
    low, high = _ends(draft)
    plain = draft.kind == "number" and draft.unit is None or draft.low is not None and draft.kind == "duration" and draft.unit == "year"
    whole = None not in (low, high) and low.denominator == 1 == high.denominator
    return plain and draft.scale == 1 and draft.style == "digits" and whole and 0 <= low <= high <= _OLDEST


def _of_group(s: Scan, draft: Draft) -> bool:
    """Whether "age group" stands behind a range or a bound: "the 85-89 and 90 and over age groups"; not "three age groups"."""
    low, high = _ends(draft)
    counts = draft.kind == "count" and draft.unit is not None and draft.noun_last >= 0
    if not (counts or _can_be(draft)) or None in (low, high) or not 0 <= low <= high <= _OLDEST:
        return False
    bound = draft.low is None and draft.hedge is not None and draft.hedge.bound
    after = longest(s.lex.after_hedges, s.words, draft.last + 1) if bound else None
    k = after[0] if after is not None else draft.last + 1
    if s.word(draft.begin - 1) in s.lex.sets["age-nouns"] and s.word(draft.begin - 2) in s.lex.sets["age-before"] and not counts:
        return after is not None or high - low > _NARROW  # "women in age group 65 and over"
    named = s.word(k) in s.lex.sets["age-before"] and s.word(k + 1) in s.lex.sets["age-nouns"]
    return named and (high - low > _NARROW or after is not None)


def _of_audience(s: Scan, draft: Draft) -> bool:
    """Whether a bare range is of those who watch or buy: "the 18-49 demographic", "among adults 18-49", where the text speaks of
    demographics."""
    low, high = _ends(draft)
    if draft.low is None or draft.kind != "number" or not _can_be(draft) or not _NARROW < high - low:
        return False
    after = s.word(draft.last + 1)
    return after in s.lex.sets["age-audience"] or s.word(draft.begin - 1) in s.lex.sets["person"] and (not after.isalpha() or after in s.lex.sets["noun-stop"])


def _of_persons(s: Scan, draft: Draft) -> bool:
    """Whether persons stand in front of a range of years that are no time: "women 50 to 69 years were asked"."""
    low, high = _ends(draft)
    if draft.unit != "year" or not _GROWN <= low <= high - _SPAN <= _OLDEST:
        return False
    at = draft.begin - 1
    at -= s.word(at) in s.lex.sets["range-open"] or s.word(at) in s.lex.sets["range-from"]
    after = s.word(draft.last + 1)
    return s.word(at) in s.lex.sets["person"] and (after in s.lex.sets["clause-verbs"] or after in s.lex.sets["person-after"] or not after[:1].isalpha())


def _listed(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether one group of ages goes on where the other ends, or has as many years, with a list's words between them."""
    gap = tuple(s.words[left.last + 1 : right.begin])
    if gap != (";",) and gap not in s.lex.phrases["carry-list"] and gap not in s.lex.phrases["carry-close"]:
        return False
    (first, high), (low, last) = _ends(left), _ends(right)
    ranged = left.low is not None or right.low is not None
    even = left.low is not None is not right.low and high - first == last - low and high < low
    return ranged and (even or high <= low <= high + 1 and all(d.low is not None or d.hedge is not None and d.hedge.bound for d in (left, right)))


def _around(s: Scan, drafts: list[Draft], at: int) -> bool:
    """Whether a range is told around an age: "a mean age of 61 years (range 40 to 82 years)"."""
    right = drafts[at]
    lead = _lead(s, right)
    if s.word(lead) not in s.lex.sets["age-ranges"]:
        return False
    left = next((d for d in reversed(drafts[max(0, at - 3) : at]) if _age(d) and d.value is not None), None)
    near = left is not None and 1 < lead - left.last <= _REACH
    near = near and (right.low <= left.value <= right.high or not any(word[0].isalpha() for word in s.words[left.last + 1 : lead]))
    return near and all(not word[0].isalpha() or _joins(s, word) for word in s.words[left.last + 1 : lead]) and not _stopped(s, left.last + 1, lead)


def _joins(s: Scan, word: str) -> bool:
    """Whether a word may stand between an age and the range around it: "62 years of age (SD 9, range"."""
    sets = s.lex.sets
    return any(word in sets[name] for name in ("bracket-range", "joiners", "articles", "bracket-leads", "age-before", "of"))


def _stopped(s: Scan, first: int, last: int) -> bool:
    """Whether a sentence ends before token `last`; the point of a number ends none."""
    return any(s.words[k] in _STOPS and not (s.glued(k) and s.word(k + 1).isdecimal()) for k in range(first, last))


def _ages_range(s: Scan, drafts: list[Draft], at: int) -> bool:
    """Whether the ages of some are said to range so: "the age of the drivers ranged between 19 and 66 years"."""
    lead = _lead(s, drafts[at])
    if s.word(lead) not in s.lex.sets["age-ranges"]:
        return False
    floor = max(lead - _REACH, drafts[at - 1].last if at else -1)
    if s.word(lead - 1) in ("(", "[", ",", ":"):
        return s.word(lead - 2) in s.lex.sets["age-noun"]  # "alike in age (range 50-64 years)"
    for k in range(lead - 1, floor, -1):
        if s.words[k] in s.lex.sets["age-noun"]:
            return s.words[k + 1] not in s.lex.sets["age-nouns"]
        if s.words[k] in _STOPS or s.words[k] in _MARKS or s.words[k] in s.lex.sets["clause-end"]:
            return False
    return False


def _lead(s: Scan, draft: Draft) -> int:
    """The token before a range, without what may stand between it and the word that tells of it: "a range of", "(range:"."""
    lead = draft.begin - 1
    for _ in range(2):
        lead -= s.word(lead) in _MARKS or s.word(lead) in s.lex.sets["range-from"] or s.word(lead) in s.lex.sets["range-open"] or s.word(lead) in s.lex.sets["of"]
    return lead
