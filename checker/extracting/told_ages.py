"""Ages told by the noun of their sentence: "the median age was 48", "pension age will rise from 65 years to 66 years",
"the commonest age group was 30-34"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan

_OLDEST, _YOUNGEST = 120, 16
_BACK = 3  # numbers back to the one that may be an age, too
_SENTENCE = 30  # tokens from one age group to the next
_REACH = 16  # tokens from the noun to its figure
_JOINTS = (",", ":", "=")  # between the noun and its figure
_ENDS = (",", ".", ";", ":", "!", "?", ")", "")
_STOPS = (".", ";", ":", "!", "?", "\n")


def told(s: Scan, drafts: list[Draft]) -> None:
    """Makes ages of the bare numbers and years that such a noun leads to. In place."""
    for draft in drafts:
        if _of_person(s, draft):
            draft.kind, draft.unit = "age", "year of age"
    if not s.has("age-before"):
        return
    for at, draft in enumerate(drafts):
        if not _can_be(draft):
            continue
        near = drafts[max(0, at - _BACK) : at][::-1]
        before = next((other for other in near if other.kind != "count"), None)
        age = next((other for other in near if other.kind == "age"), None)
        if _led(s, draft, before) or age is not None and _goes_on(s, age, draft) or _ranked(s, draft):
            draft.kind, draft.unit = "age", f"{draft.unit} of age" if draft.unit else "year of age"


def _of_person(s: Scan, draft: Draft) -> bool:
    """ "We were 23 and married", "he was 19 when", "Ms Vale, who is 27,": a bare number that is told of a person."""
    lead, after = draft.begin - 1, draft.last + 1
    if draft.kind == "number" and draft.outer >= 0 and s.word(draft.outer) in s.lex.sets["age-compared"] and _can_be(draft):
        return draft.value is not None and draft.value.denominator == 1  # "women older than 50"
    if draft.kind == "number" and draft.hedge is not None and draft.hedge.bound and 0 <= draft.outer == draft.first - 1 and _can_be(draft):
        words = s.word(lead) in s.lex.sets["person"] or s.word(lead) in s.lex.sets["person-one"]
        return words and draft.value is not None and draft.value.denominator == 1 and not s.word(after).isalpha() or words and s.word(after) in s.lex.sets["person-after"]
    if draft.kind == "number" and draft.low is None and s.word(lead) in s.lex.sets["age-turns"] and _can_be(draft):
        person = s.word(lead - 1) in s.lex.sets["age-pronouns"] or s.word(lead - 1) in s.lex.sets["age-who"] or s.raw(lead - 1)[:1].isupper()
        return person and draft.value.denominator == 1 and s.word(after) not in s.lex.sets["of"] and not s.word(after) in ("-", "/", "–")
    if draft.kind != "number" or draft.value is None or draft.low is not None or s.word(lead) not in s.lex.sets["age-verbs"]:
        return False
    if s.word(lead - 1) in s.lex.sets["age-who"]:
        return s.word(lead - 2) == "," and _can_be(draft) and draft.value.denominator == 1 and s.word(after) in _ENDS
    if s.word(lead - 1) not in s.lex.sets["age-pronouns"]:
        return False
    if _can_be(draft) and draft.value.denominator == 1 and draft.value >= _YOUNGEST and s.word(lead) in s.lex.sets["be-verbs"] and s.word(lead - 1) in s.lex.sets["age-the-one"] and s.word(after) == "." and draft.outer < 0:
        return s.parted(lead - 1) or s.word(lead - 2) in _STOPS  # "He is 58."
    return _can_be(draft) and draft.value.denominator == 1 and s.word(after) in s.lex.sets["age-whens"] and s.word(after + 1).isalpha() and s.word(after + 1) not in s.lex.small


def _can_be(draft: Draft) -> bool:
    value = draft.value if draft.value is not None else draft.high
    bare = draft.kind == "number" and draft.unit is None and draft.scale == 1 and draft.style in ("digits", "words") and not draft.hyphened
    years = draft.kind == "duration" and draft.unit in ("year", "month") and not draft.hyphened
    return (bare or years) and value is not None and 0 < value <= _OLDEST


def _goes_on(s: Scan, before: Draft, draft: Draft) -> bool:
    """Whether a sentence that told an age goes on with another: "from 65 years to 66 years", "while in Scotland it was 38.4
    years", "compared with 33.8 for women"; "30-34, while in 2010 it was 40-44", another group of as many years."""
    gap = s.words[before.last + 1 : draft.first if draft.outer < 0 else draft.outer]
    if before.kind != "age" or not gap or len(gap) > _SENTENCE or gap != [";"] and any(word in _STOPS for word in gap):
        return False
    if before.low is not None is not draft.low and before.unit == "year of age" and draft.unit is None:
        return before.high - before.low == draft.high - draft.low
    sets, joined = s.lex.sets, s.words[before.last + 1] in s.lex.sets["age-leads"]
    if draft.low is not None or before.unit != f"{draft.unit or 'year'} of age" or draft.place != before.place or draft.value is None:
        return False
    if len(gap) == 1 and joined:
        return draft.unit is not None
    if s.word(before.begin - 1) in sets["range-from"] and (gap[-1],) in s.lex.phrases["range-join"]:
        return True  # "median ages range from 37.8 in the north to 41.9 in the south"
    compared = gap[-1] == "(" and draft.unit is not None or gap[-1] in sets["carry-last"] or tuple(gap[-2:]) in s.lex.phrases["carry-compared"]
    return compared or gap[-1] in sets["age-verbs"] and gap[-2:-1] and gap[-2] in sets["age-again"] or draft.unit is not None and gap[-1] in sets["joiners"]


def _led(s: Scan, draft: Draft, before: Draft | None) -> bool:
    """Whether "age" and a verb lead to the number, with no other number, no clause and no sentence between them."""
    lead = draft.begin - 1
    floor = max(lead - _REACH, before.last if before is not None else -1)
    apart = s.word(draft.last + 1) in ("(", "[", *s.lex.sets["age-leads"]) or draft.unit is not None and s.word(draft.last + 1) in _ENDS
    if s.word(lead) in _JOINTS and s.word(lead - 1) in s.lex.sets["age-before"] and apart:
        return _heads(s, lead - 1, draft)  # "median age, 62 (range 32-87) years", "mean age: 57 years"
    verb = lead
    if s.word(verb) in s.lex.sets["age-leads"]:
        verb = next((k for k in range(lead - 1, floor, -1) if s.words[k] in s.lex.sets["age-verbs"] or s.words[k] in s.lex.back_change or s.words[k] in s.lex.sets["age-ranges"]), -1)
        if verb < 0 or any(word in _STOPS or word == "," for word in s.words[verb:lead]):
            return False
    elif s.word(verb) not in s.lex.sets["age-verbs"]:
        verb -= 1  # "was also 48"
        if s.word(verb) not in s.lex.sets["age-verbs"] or s.word(verb + 1) not in s.lex.sets["change-gap"]:
            return False
    for k in range(verb - 1, floor, -1):
        if s.words[k] in s.lex.sets["age-before"]:
            many = k + 1 == verb and s.words[k].endswith(tuple(s.lex.plural["plural-endings"])) and s.word(k - 1) in s.lex.sets["age-kinds"]
            return many or _heads(s, k, draft)  # "median ages range from"
        if s.words[k] in _STOPS or s.words[k] in s.lex.sets["clause-end"]:
            return False
    return False


def _ranked(s: Scan, draft: Draft) -> bool:
    """Whether years in brackets behind a place are the ages of its sentence: "the average age was highest in Kent (40.2 years)"."""
    k = draft.first - 1
    if s.word(k) != "(" or s.word(draft.last + 1) != ")" or draft.unit is None or draft.outer >= 0 or not s.raw(k - 1)[:1].isupper():
        return False
    ranked = False
    for k in range(k - 1, max(k - _SENTENCE, 0), -1):
        if s.words[k] in _STOPS and not s.glued(k + 1):
            return False
        ranked = ranked or s.words[k] in s.lex.sets["highest"]
        if s.words[k] in s.lex.sets["age-before"]:
            return ranked and _heads(s, k, draft)
    return False


def _heads(s: Scan, k: int, draft: Draft) -> bool:
    """Whether token k, "age", is a measure of its own: "median age", "pension age"; of a range also "age groups"."""
    if s.word(k + 1) in s.lex.sets["age-nouns"]:
        return draft.low is not None
    kind = k - 1
    if s.word(kind) in (")", "]"):
        kind -= 3 if s.word(kind - 2) in ("(", "[") else 0  # "the median (range) age"
    return s.word(kind) in s.lex.sets["age-kinds"] and s.word(k + 1) not in s.lex.sets["noun-plural"]
