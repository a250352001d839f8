"""What is counted, told by the group that opens the sentence: "Among patients given the drug, 12 relapsed", "Of the firms
that were asked, nine out of 13 had hired"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import Noun, read_noun

_GROUP = 24  # tokens from the word that opens the sentence to the number
_STOPS = (".", ";", ":", "!", "?", "|", "•")


def groups(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare whole numbers, and the whole that they are out of, the noun of such a group. In place."""
    for at, draft in enumerate(drafts):
        if not draft.bare or draft.value.denominator != 1 or s.word(draft.begin - 1) != ",":
            continue
        whole = _whole(s, drafts, at)
        noun = _group(s, draft.begin - 2) if _goes_on(s, (whole or draft).last + 1) else None
        if noun is not None:
            for part in (draft, whole) if whole is not None else (draft,):
                part.noun, part.unit, part.kind, part.inherited = noun[0], noun[0][-1], "count", "unit"


def _whole(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The bare number that the one at `at` is out of: "nine out of 13", "12 of 40"."""
    part, whole = drafts[at], drafts[at + 1] if at + 1 < len(drafts) else None
    gap = s.words[part.last + 1 : whole.begin] if whole is not None else ()
    near = whole is not None and whole.bare and 0 < len(gap) < 3 and gap[-1] in s.lex.sets["of"]
    return whole if near and whole.value >= part.value and whole.value.denominator == 1 else None


def _goes_on(s: Scan, k: int) -> bool:
    """Whether a verb of many, or a share in brackets, follows at token k."""
    word = s.word(k)
    verb = word in s.lex.sets["clause-verbs"] and word not in s.lex.sets["one-is"] or len(word) > 4 and word.endswith(s.lex.participles)
    return verb and not s.parted(k) or word == "(" and s.word(k + 1).isdecimal() and "%" in s.words[k + 2 : k + 5]


def _group(s: Scan, last: int) -> Noun | None:
    """The plural that opens the sentence whose first phrase ends with token `last`; None where a number stands before it."""
    for k in range(last, max(last - _GROUP, -1), -1):
        if s.words[k] in _STOPS and not s.glued(k + 1):
            return None
        if s.words[k] in s.lex.sets["group-opens"] and s.raw(k)[:1].isupper():
            told = s.words[k + 1] in s.lex.sets["articles"] or s.words[k + 1] in s.lex.sets["noun-after-of"]
            found = read_noun(s, k + 1 + told, False)
            return found if found is not None and found[1] <= last and found[0][-1] not in s.lex.sets["group-not"] else None
    return None
