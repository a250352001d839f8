"""What is counted, told by a pronoun: "played nine matches, but won only three of them", "sent 40 boats; 12 of these sank",
"had seven ships, three of which were lost", "met the miners, two of whom had stayed"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan, lend
from checker.extracting.nouns import looks_plural, read_noun
from checker.extracting.unit_table import singular_of

_BACK = 6  # numbers back to the whole
_SENTENCES = 45  # tokens back to the whole
_SHORT = 4  # letters of a plural


def pronouns(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare whole numbers of which a pronoun tells the whole its noun. In place."""
    for at, draft in enumerate(drafts):
        if not draft.bare or s.word(draft.last + 1) not in s.lex.sets["of"] or not _points(s, draft.last + 2) or draft.value.denominator != 1 or draft.value < 2:
            continue
        whole = _whole(s, drafts, at)
        if whole is not None:
            lend(draft, whole)
        elif noun := _apposed(s, draft):
            draft.noun, draft.unit, draft.kind, draft.inherited = (noun,), noun, "count", "unit"


def _points(s: Scan, k: int) -> bool:
    """Whether the word at token k stands for what was counted: "them", "whom"; "these" with no noun of its own behind it."""
    word = s.word(k)
    if word in s.lex.sets["relative-people"] or word in s.lex.sets["relative-things"] or word in s.lex.sets["counted-pronoun"]:
        return True
    alone = not s.word(k + 1).isalpha() or s.word(k + 1).endswith(s.lex.participles) or s.word(k + 1) in s.lex.sets["noun-stop"] or s.word(k + 1) in s.lex.sets["clause-verbs"]
    return word in s.lex.sets["counted-pronoun-alone"] and alone


def _whole(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The count in front that the number is a part of, where no other plural stands between that could be meant."""
    draft = drafts[at]
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        if draft.first - other.last > _SENTENCES:
            return None
        if other.kind == "count" and other.noun and other.value is not None and "/" not in (other.unit or "/") and other.value > draft.value:
            behind = max(other.last, other.noun_last) + 1
            return None if other.hyphened or any(_plural(s, k) and s.words[k] != s.words[behind - 1] for k in range(behind, draft.begin)) else other
    return None


def _apposed(s: Scan, draft: Draft) -> str:
    """The plural right in front of "..., three of whom"; "" where there is none."""
    k = draft.begin - 2
    return singular_of(s.words[k], s.lex.plural) if s.word(k + 1) == "," and _plural(s, k) and not _listed(s, k) else ""


def _listed(s: Scan, k: int) -> bool:
    """Whether the word at token k closes a list: "boats, sheds and carts"."""
    return s.word(k - 1) in s.lex.sets["joiners"] or s.word(k - 1) == ","


def _plural(s: Scan, k: int) -> bool:
    """Whether the word at token k, without a capital, is several things or people."""
    word = s.word(k)
    plain = len(word) >= _SHORT and word.isalpha() and s.raw(k).islower() and not s.mask[k] and word not in s.lex.sets["noun-stop"]
    return plain and (word in s.lex.sets["noun-plural"] or looks_plural(word, s.lex)) and (found := read_noun(s, k, False)) is not None and found[1] == k
