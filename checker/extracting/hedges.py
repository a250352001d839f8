"""Words around a number that loosen it: "about", "more than", "or so", "+"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.language import longest

_DENIED = 3  # words between a negation and the bound that it turns round
_CLOSED = 14  # tokens between what "from" opens and what "up to" closes
_CODE = 8  # tokens of a name in angle brackets


def before(s: Scan, draft: Draft) -> None:
    """Sets hedge and outer from the words that stand before the draft."""
    at = _past_gap(s, draft.first - 1)
    found = _ending_at(s, at)
    if found is None and at != draft.first - 1:
        at = draft.first - 1
        found = _ending_at(s, at)
    if found is None or at < 0:
        return
    length, hedge = found
    first = at - length + 1
    if draft.kind == "duration" and length == 1 and s.words[at] in s.lex.sets["bound-not-before-duration"] and not _bounds_time(s, draft, first):
        return
    if draft.first - 1 - at > 1 and length == 1 and s.words[at] in s.lex.sets["bound-not-before-duration"]:
        return  # "over a total of 1,560 patient-years"
    if length == 1 and s.words[at] in s.lex.sets["bound-not-before-duration"] and s.word(first - 1) in s.lex.sets["bound-particle-verb"]:
        return  # "handed over 640 dwellings"
    if draft.kind == "duration" and _numeral(s, first - 1) and not s.parted(first):
        return  # "418 more than twelve months earlier": compared with then
    if hedge.strict and s.words[at] in s.lex.sets["of"] and s.word(first - 1) in s.lex.sets["age-the"]:
        return  # "rents in the north of 40 dollars"
    if hedge.name == "bound-at-most" and s.word(first - 1) in s.lex.sets["bound-not-after"]:
        return
    if at != draft.first - 1 and length == 1 and s.words[at] in s.lex.sets["bound-governs"] and _describes(s, draft):
        return  # "under a two mln dlr agreement"
    outer = _ending_at(s, first - 1)
    if outer is not None and hedge.name != outer[1].name:  # "at least about 40": the bound is the stronger word
        first -= outer[0]
        hedge = outer[1] if outer[1].bound else hedge
    if hedge.name in s.lex.negated and _denied(s, first, length):
        hedge = s.lex.negated[hedge.name]
    draft.hedge, draft.outer = hedge, first


def _bounds_time(s: Scan, draft: Draft, first: int) -> bool:
    """Whether the bound word at token `first` cannot tell when: "in over five years", "has over two months of arrears"."""
    lead = s.word(first - 1)
    if s.parted(first):
        return False
    after = s.word(draft.last + 1)
    owned = after in s.lex.sets["of"]
    return lead in s.lex.sets["bound-after-lead"] or owned and lead in s.lex.sets["bound-after-owner"]


def during(s: Scan, drafts: list[Draft]) -> None:
    """Takes the bound from ranges of time that something lasts: "given over 3-5 weeks". In place."""
    for draft in drafts:
        if draft.hedge is not None and draft.kind == "duration" and draft.low is not None and draft.outer == draft.first - 1 and s.words[draft.outer] in s.lex.sets["bound-not-before-duration"]:
            draft.hedge, draft.outer = None, -1


def _denied(s: Scan, first: int, length: int) -> bool:
    """Whether a negation turns the bound whose phrase begins with a token round: "never more than", "cannot exceed", "never got
    closer than", "could not carry more than"; not "not only more than", nor "it is not known if more than"."""
    sets = s.lex.sets
    if s.word(first) in sets["negation-scant"]:
        return False  # "not much more than"
    if s.word(first - 1) in sets["negations"] or s.word(first - 1) in sets["negates-than"] and length > 1:
        return True
    for k in range(first - 1, first - 1 - _DENIED, -1):
        if s.word(k) in sets["negations"]:
            return True
        if s.word(k) in sets["negation-gap"] or s.word(k) in s.lex.back_change:
            continue
        able = length > 1 and k == first - 1 and s.word(k).isalpha() and s.word(k - 1) in sets["negations"] and s.words[k] not in sets["noun-stop"] and s.words[k] not in sets["negation-stop"]
        return able and (s.words[k - 1] in sets["negates-able"] or s.word(k - 2) in sets["ables"])
    return False


def closed(s: Scan, drafts: list[Draft]) -> None:
    """Takes the bound from a figure where "up to" closes a "from" and so leads to a level: "from 9% (210) in Kent up to 12% in
    Devon". In place."""
    for k, right in enumerate(drafts):
        if right.hedge is None or right.hedge.name != "bound-at-most" or right.outer < 0 or tuple(s.words[right.outer : right.first]) not in s.lex.phrases["range-join"]:
            continue
        for left in drafts[max(0, k - 2) : k]:
            opens = s.word(left.begin - 1) in s.lex.sets["range-from"] and left.kind == right.kind and left.unit == right.unit
            near = opens and right.first - left.last <= _CLOSED
            if near and not any(s.words[i] in s.lex.sets["sentence-ends"] and not s.glued(i + 1) for i in range(left.last + 1, right.first)):
                right.hedge, right.outer = None, -1
                break


def _describes(s: Scan, draft: Draft) -> bool:
    """True where the number with its unit tells what a noun behind it is like."""
    j = max(draft.last, draft.noun_last) + 1
    return draft.unit is not None and s.word(j).isalpha() and s.word(j) not in s.lex.sets["noun-stop"] and not s.parted(j)


def _numeral(s: Scan, at: int) -> bool:
    """True where a figure ends at a token."""
    word = s.word(at)
    return bool(word) and (word[-1].isdecimal() or word in s.lex.starters) and not s.mask[at]


def _opens_number(s: Scan, at: int) -> bool:
    """True where a number can begin at a token: behind "nets and up to", not in "five days or less - the court said"."""
    return s.word(at)[:1].isdecimal() or s.word(at) in s.lex.starters or s.word(at) in s.lex.units.signs


def _past_gap(s: Scan, at: int) -> int:
    """The token before an article or "a total of" that stands before a number."""
    for phrase, _ in s.lex.back_hedge_gap.get(s.word(at), ()):
        if len(phrase) == 1 or tuple(s.words[at : at - len(phrase) if at >= len(phrase) else None : -1]) == phrase:
            return at - len(phrase)
    return at


def _ending_at(s: Scan, at: int):
    """The longest hedge whose last word is token `at`: (how many tokens, the hedge)."""
    if at < 0 or s.mask[at] or _closes(s, at):
        return None
    words = s.words
    for phrase, hedge in s.lex.back_hedges.get(words[at], ()):
        length = len(phrase)
        if length == 1 or at >= length - 1 and tuple(words[at - length + 1 : at + 1]) == phrase[::-1]:
            return length, hedge
    return None


def _closes(s: Scan, at: int) -> bool:
    """Whether token `at` closes a name in angle brackets, "<URS>" or "<Abc Ltd>", and compares nothing."""
    if s.words[at] != ">" or not s.glued(at) or not s.words[at - 1][0].isalnum():
        return False
    return "<" in s.words[max(0, at - _CODE) : at]


def after(s: Scan, draft: Draft) -> None:
    """Sets the hedge from the words that follow the draft (and its noun): "200 or more", "50-odd", "20+"."""
    for j in {draft.last + 1, draft.noun_last + 1}:
        if 0 < j < len(s.words) and s.words[j] in s.lex.after_hedges and not s.mask[j]:
            found = longest(s.lex.after_hedges, s.words, j)
            if found is None or s.word(found[0]).isdecimal() or s.word(found[0]) in s.lex.units.signs:
                continue
            if (s.word(found[0]),) in s.lex.phrases["range-join"] and _opens_number(s, found[0] + 1):  # "nets and up to 80"
                continue
            if s.words[j] == "+" and not s.glued(j):
                continue
            if draft.hedge is None or found[1].bound:
                draft.hedge = found[1]
            return
