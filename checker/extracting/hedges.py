"""Words around a number that loosen it: "about", "more than", "or so", "+"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.language import longest

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
    if draft.kind == "duration" and length == 1 and s.words[at] in s.lex.sets["bound-not-before-duration"]:
        return
    if draft.first - 1 - at > 1 and length == 1 and s.words[at] in s.lex.sets["bound-not-before-duration"]:
        return  # "over a total of 1,560 patient-years"
    if length == 1 and s.words[at] in s.lex.sets["bound-not-before-duration"] and s.word(first - 1) in s.lex.sets["bound-particle-verb"]:
        return  # "handed over 640 dwellings"
    if draft.kind == "duration" and _numeral(s, first - 1):
        return  # "418 more than twelve months earlier": compared with then
    if hedge.name == "bound-at-most" and s.word(first - 1) in s.lex.sets["bound-not-after"]:
        return
    if at != draft.first - 1 and length == 1 and s.words[at] in s.lex.sets["bound-governs"] and _describes(s, draft):
        return  # "under a two mln dlr agreement"
    outer = _ending_at(s, first - 1)
    if outer is not None and hedge.name != outer[1].name:  # "at least about 40": the bound is the stronger word
        first -= outer[0]
        hedge = outer[1] if outer[1].bound else hedge
    draft.hedge, draft.outer = hedge, first


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
