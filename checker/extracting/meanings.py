"""What a number is about once it is read: multiples, ages, ordinals, and whether it is itself a change."""

from __future__ import annotations

from checker.extracting import changes_again, directions, hedges
from checker.extracting.draft import Draft, Numeral, Scan
from checker.extracting.past_between import ends_percent
from checker.language import longest

_CHANGES = frozenset(("percent", "points", "currency", "physical", "count", "number", "ratio", "duration"))
_OLDEST, _GROWN = 120, 20
_SENTENCE = 30  # tokens of a sentence that tells of children


def multiple_word(s: Scan, i: int) -> Draft | None:
    """"doubled", "threefold", "twice as many": a factor in one word."""
    found = s.lex.multiples[s.words[i]]
    if found.before and s.word(i + 1) not in found.before or s.word(i + 1) in found.not_before or s.word(i - 1) in found.not_after or s.word(i + 1) == "-" and s.glued(i + 1) or s.word(i - 1) == "-" and s.glued(i):
        return None  # "double-doubles"
    draft = Draft(i, i, s.starts[i], s.ends[i], s.starts[i], s.ends[i], found.value, found.value, "multiple")
    draft.style, draft.change, draft.band = "multiple", found.change, s.lex.multiple_band
    return draft


def ordinal(s: Scan, number: Numeral) -> Draft:
    last = number.last
    if number.style != "ordinal":
        last += 1
    draft = Draft(number.first, last, number.start, s.ends[last], number.start, number.end, number.value, number.value)
    draft.kind, draft.style = "ordinal", "ordinal"
    return draft


def special(s: Scan, draft: Draft, number: Numeral, j: int) -> bool:
    """Factors ("three times as many", "10-fold", "3x"), ages ("aged 34") and how far apart what comes again is ("3-weekly");
    True where the draft became one."""
    word, sets = s.word(j), s.lex.sets
    again = longest(s.lex.again, s.words, j) if draft.kind == "ratio" and draft.style == "fraction" else None
    if again is not None and s.text[draft.start : draft.end].replace("-", "").replace(" ", "").isalpha():
        draft.value = draft.numeral = draft.value + 1
        _multiple(s, draft, again[0] - 1)
        return True
    if word in sets["fold"] and draft.kind == "number":
        _multiple(s, draft, j)
        return True
    if word in sets["times"] and draft.kind in ("number", "ratio"):
        sign = len(word) == 1
        if sign and s.glued(j) and not s.word(j + 1).isdecimal() or not sign and s.word(j + 1) in sets["comparison"]:
            _multiple(s, draft, j)
            return True
    if draft.hyphened and word in s.lex.every and draft.kind == "number" and draft.value > 1:
        draft.kind, draft.unit, draft.last, draft.end = "duration", s.lex.every[word], j, s.ends[j]  # "a 3-weekly injection"
        return True
    told = s.word(draft.first - 1) in sets["age-before"] or draft.value != 1 and longest(s.lex.age_group, s.words, j) is not None
    if told and draft.value.denominator == 1 and 0 <= draft.value <= _OLDEST:
        draft.kind, draft.unit = "age", "year of age"
        return True
    return False


def aged_after_hedge(s: Scan, draft: Draft) -> None:
    """"aged under 16": the word that makes it an age stands before the hedge."""
    if draft.kind == "duration" and draft.unit and draft.unit.count(" ") == 0 and s.word(draft.begin - 1) in s.lex.sets["age-before"]:
        draft.kind, draft.unit = "age", f"{draft.unit} of age"  # "aged three years and over"
    if draft.kind == "number" and 0 <= draft.outer < draft.first and s.word(draft.outer - 1) in s.lex.sets["age-before"]:
        if draft.value is not None and draft.value.denominator == 1 and 0 <= draft.value <= _OLDEST:
            draft.kind, draft.unit = "age", "year of age"
    if draft.kind == "duration" and draft.unit and draft.unit.count(" ") == 0 and not draft.hyphened and s.word(draft.begin - 1) in s.lex.sets["of"] and s.word(draft.begin - 2) in s.lex.sets["age-noun"]:
        draft.kind, draft.unit = "age", f"{draft.unit} of age"  # "a mean age of 61 years"
    if draft.kind == "duration" and draft.unit == "year" and _older(s, draft):
        draft.kind, draft.unit = "age", "year of age"
    k = draft.first - 2 if draft.outer < 0 else draft.outer - 2
    if draft.kind == "number" and draft.unit is None and 0 <= draft.outer < draft.first and _young(s, draft):
        draft.kind, draft.unit = "age", "year of age"
    bound = draft.kind == "duration" and draft.unit == "year" and draft.hedge is not None and draft.value is not None and draft.value <= _OLDEST
    if bound and s.word(k + 1) == "(" and s.word(draft.last + 1) in (")", ",", ";") and s.word(k) in s.lex.sets["person"]:
        draft.kind, draft.unit = "age", f"{draft.unit} of age"  # "women (at least 18 years)"
    if draft.kind == "number" and draft.unit is None and draft.hedge is not None and s.word(k + 1) == "(" and s.word(k) in s.lex.sets["age-nouns"] and s.word(k - 1) in s.lex.sets["age-before"]:
        draft.kind, draft.unit = "age", "year of age"  # "the upper age groups (60 and over)"
    past = longest(s.lex.after_hedges, s.words, draft.last + 1) if draft.kind == "number" and draft.hedge is not None else None
    if past is not None and longest(s.lex.age_group, s.words, past[0]) is not None and draft.value is not None and 0 < draft.value <= _OLDEST:
        draft.kind, draft.unit = "age", "year of age"  # "the 90 and over age group"
    onward = (s.word(draft.last + 1), s.word(draft.last + 2)) in s.lex.phrases["age-onward"]
    if onward and draft.kind in ("number", "count") and s.words[draft.first - 1] in s.lex.sets["age-the"] and s.has("age-before") and draft.value is not None and 10 < draft.value <= _OLDEST:
        draft.kind, draft.unit, draft.noun, draft.noun_last = "age", "year of age", (), -1  # "the 70 and over group", "the 90 and over totals"
    at = draft.begin - 1
    if draft.kind == "number" and draft.unit is None and draft.scale == 1 and s.word(at) in s.lex.sets["of"] and s.word(at - 1) in s.lex.sets["age-before"]:
        if draft.value is not None and 0 < draft.value <= _OLDEST and not s.word(draft.last + 1).isdecimal():
            draft.kind, draft.unit = "age", "year of age"  # "under the age of 13", not "the mean age of 40 patients"


def _older(s: Scan, draft: Draft) -> bool:
    """Whether people of more or fewer years are told: "those < 70 years", "women over 50 years and"; not "men more than 20 years
    in service"."""
    lead, after, sets = draft.outer - 1, s.word(draft.last + 1), s.lex.sets
    bound = draft.hedge is not None and draft.hedge.bound and 0 <= draft.outer < draft.first and not draft.hyphened and draft.low is None
    people = bound and (s.word(lead) in sets["person"] or s.word(lead) in sets["aged-those"]) and s.words[draft.outer] not in sets["span-compared"]
    return people and _GROWN <= draft.value + 4 <= _OLDEST and (not after.isalpha() or after in sets["joiners"] or after in sets["clause-verbs"] or after in sets["people-told"])


def _young(s: Scan, draft: Draft) -> bool:
    """Whether children of the same sentence "were under 11"."""
    at, value = draft.outer - 1, draft.value
    told = s.word(at) in s.lex.sets["be-verbs"] and value is not None and value.denominator == 1 and 0 < value <= _GROWN
    ends = told and (not s.word(draft.last + 1).isalpha() or s.word(draft.last + 1) in s.lex.sets["joiners"] or s.word(draft.last + 1) in s.lex.sets["clause-end"])
    k = at - 1
    while ends and k > 0 and (s.mask[k] or s.words[k] in s.lex.sets["carry-parallel"]):
        k -= 1
    subject = ends and (s.word(k) in s.lex.sets["age-young"] or s.word(k).isdecimal() or ends_percent(s, k))
    return subject and draft.hedge is not None and draft.hedge.bound and not s.lex.sets["age-young"].isdisjoint(s.words[max(0, at - _SENTENCE) : at])


def _multiple(s: Scan, draft: Draft, j: int) -> None:
    draft.kind, draft.style, draft.band = "multiple", "multiple", s.lex.multiple_band
    draft.last, draft.end, draft.hyphened = j, s.ends[j], False


def aged(s: Scan, draft: Draft) -> None:
    """"34-year-old", "ten months old": a duration with the words that make it an age."""
    if draft.kind != "duration" or draft.value is None:
        return
    found = longest(s.lex.age_old, s.words, draft.last + 1)
    i = draft.first
    told = s.word(i - 1) in s.lex.sets["person"] or s.word(i - 1) == "(" and s.word(i - 2) in s.lex.sets["person"]
    if found is None and told and draft.value <= _OLDEST and (s.word(draft.last + 1), s.word(draft.last + 2)) in s.lex.phrases["age-onward"]:
        draft.kind, draft.unit = "age", f"{draft.unit} of age"  # "adults (16 years and over)"
    if found is not None:
        draft.kind, draft.unit = "age", f"{draft.unit} of age"
        draft.last, draft.end = found[0] - 1, s.ends[found[0] - 1]


def one_counts(s: Scan, draft: Draft) -> bool:
    """Whether "one" is a number here: before a noun or a unit, or where another number follows ("one in four")."""
    if draft.value != 1 or s.words[draft.last if draft.unit is None else draft.first] not in s.lex.sets["one"] and s.words[draft.first] not in s.lex.sets["one"]:
        return True
    if s.word(draft.first - 1) in s.lex.sets["one-of-many-after"] and s.word(draft.last + 1) in s.lex.fraction_in and not s.word(draft.first - 2).isalpha():
        return True  # "Only one in eight did"
    if s.word(draft.first - 1) in s.lex.sets["one-of-many-after"] and draft.unit is not None and not s.word(draft.first - 2) in s.lex.sets["noun-after-of"]:
        return not draft.hyphened  # "for only one day", not "the only one day"
    if s.word(draft.first - 1) in s.lex.sets["not-one-after"] or (s.word(draft.first - 1), *s.words[draft.first : draft.first + 2]) in s.lex.phrases["one-idioms"]:
        return False
    if draft.hyphened and draft.kind == "count" and draft.unit in s.lex.sets["one-compounds"]:
        return False
    if draft.unit is not None:
        attributed = draft.kind == "count" and not draft.hyphened and s.word(draft.first - 1) in s.lex.sets["articles"] and s.words[draft.first - 1] not in s.lex.sets["age-the"]
        return not attributed or draft.noun_last == draft.last + 1  # "a one family married couple household"
    following = s.word(draft.last + 1)
    if following == "-" and s.glued_on(draft.last) and s.word(draft.last + 2) in s.lex.fraction_in:
        return s.word(draft.last + 3) == "-"  # "one-in-three"
    if following == "," and s.word(draft.last + 2) in s.lex.small:  # "one, two and three years"
        return True
    if (following,) in s.lex.phrases["range-join"] and s.word(draft.last + 2) in s.lex.small:  # "for one to four days"
        return True
    return following in s.lex.fraction_in or following in s.lex.sets["range-or"] or following in s.lex.sets["range-dash"]


def settled(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts with ages and changes marked; "one" that joined nothing is dropped."""
    kept = []
    ones = s.lex.sets["one"]
    for draft in drafts:
        if draft.value == 1 and draft.unit is None and draft.kind == "number" and s.words[draft.first] in ones and draft.first == draft.last:
            if draft.style == "words":
                continue
        if draft.kind == "number":
            _age_after_name(s, draft)
        if draft.low is not None and draft.kind in ("number", "duration") and "/" not in (draft.unit or ""):
            _aged_range(s, draft)
        if draft.kind in _CHANGES and draft.change is None:
            draft.change = directions.direction(s, draft)
            _times_by(s, draft)
        kept.append(draft)
    directions.listed(s, kept)
    changes_again.again(s, kept)
    hedges.closed(s, kept)
    return kept


def _times_by(s: Scan, draft: Draft) -> None:
    """"increased by about two times": a factor, not how often."""
    if draft.kind == "count" and draft.unit in s.lex.sets["times"] and draft.change and s.word(draft.begin - 1) in s.lex.sets["change-by"]:
        draft.noun, draft.unit = (), None
        _multiple(s, draft, draft.noun_last)


def _aged_range(s: Scan, draft: Draft) -> None:
    """"aged between 16 and 74 years"."""
    at = draft.begin - 1
    told = s.word(at) == "(" and s.word(at - 1) in s.lex.sets["person"] and draft.unit == "year" and s.word(draft.last + 1) in (")", ";", ",")
    told = told or s.word(at) == "," and s.word(at - 1) in s.lex.sets["person"] and draft.unit == "year" and s.word(draft.last + 1) in (",", ")", ";")
    if told and draft.high is not None and 10 < draft.high <= _OLDEST:
        draft.kind, draft.unit = "age", "year of age"
        return
    at -= s.word(at) in s.lex.sets["range-open"] or s.word(at) in s.lex.sets["range-from"] or s.word(at) in s.lex.sets["age-gap"]
    at -= s.word(at) in s.lex.sets["age-nouns"] and s.word(at - 1) in s.lex.sets["age-before"]  # "men in age group 16-24"
    if s.word(at) in s.lex.sets["age-before"] and draft.high is not None and draft.high <= _OLDEST:
        draft.kind, draft.unit = "age", f"{draft.unit} of age" if draft.unit else "year of age"


def _age_after_name(s: Scan, draft: Draft) -> None:
    """"Hague, 44, said": a small whole number between commas after a name."""
    i = draft.first
    if draft.first != draft.last or draft.style != "digits" or draft.value is None or draft.hedge is not None:
        return
    if s.word(i - 1) != "," or s.word(i + 1) not in (",", ")") or not 15 <= draft.value <= 110 or draft.inherited:
        return
    name = s.raw(i - 2) if i > 1 else ""
    named = name[1:].islower() or name.isalpha() and len(name) > 4 and name[-2:].islower() and sum(map(str.isupper, name)) == 2  # "McVane"
    if name[:1].isupper() and named and not s.mask[i - 2] and s.word(i - 3) != "," and not s.word(i + 2).isdecimal():
        draft.kind, draft.unit = "age", "year of age"
