"""Where the noun of a number stands: behind it, behind a hyphen, a share in brackets, "of the 1,300"; or nowhere."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import Noun, behind_share, past_owner, past_share, past_whole, read_attributive, read_noun, read_single


def noun_of(s: Scan, draft: Draft, j: int) -> Noun | None:
    """The noun that a number counts, looked for from token j on, behind the number; None where it counts nothing."""
    if draft.hyphened:
        found = None if s.word(j) in s.lex.after_hedges else read_attributive(s, j)
    else:
        found = _behind(s, draft, j)
    if found is None and (k := behind_share(s, draft.first, j)):
        found = read_noun(s, k, False)
    return None if found is None or _second_of_pair(s, draft.first, found[0]) else found


def _behind(s: Scan, draft: Draft, j: int) -> Noun | None:
    """The noun behind a number without a hyphen, next to it or past what may stand between."""
    found = None if s.parted(j) or s.space(j) > 2 else read_noun(s, j, draft.value == 1)
    if found is None and s.word(draft.first - 1) in s.lex.sets["articles"]:
        found = read_single(s, j)
    if found is None and (k := _measured_modifier(s, j)):
        found = read_noun(s, k, False)
    if found is None and s.word(j) == "(" and (k := past_share(s, j)):
        found = read_noun(s, k, False)
    if found is None and s.word(j) in s.lex.sets["of"]:
        whole = s.word(j + 1) in s.lex.sets["noun-after-of"]
        found = read_noun(s, past_whole(s, j + 2), False) if whole else None
        if found is None and (k := past_owner(s, j + 1)):
            found = read_noun(s, k, False)
    return found


def _measured_modifier(s: Scan, j: int) -> int:
    """The token after "1.5-h" or "12-member" at token j: "six 1.5-h group sessions" counts sessions. 0 where there is none."""
    k = j
    while s.word(k).isdecimal() or k > j and s.word(k) == "." and s.glued(k) and s.glued(k + 1):
        k += 1
    hyphened = k > j and s.word(k) == "-" and s.glued(k) and s.glued(k + 1) and s.word(k + 1).isalpha()
    return k + 2 if hyphened and s.space(j) <= 2 and not s.parted(j) else 0


def _second_of_pair(s: Scan, i: int, noun: tuple[str, ...]) -> bool:
    """Whether the number at token i is the second of "a two for one split", "a three to one majority": it counts nothing."""
    before = s.word(i - 2)
    paired = s.word(i - 1) in s.lex.sets["pair-joins"] and (before.isdecimal() or before in s.lex.starters)
    return paired and not s.lex.sets["pair-nouns"].isdisjoint(noun)
