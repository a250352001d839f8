"""Gains of money that are profits and no rises: "an after-tax gain of 10 mln dlrs on the sale", "a $5.7 million gain related to
a sale of property"; not "a gain of 25 cents on the day"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan

_DEAL = 6  # tokens from what leads on from a gain to the deal that it comes from
_LEAD = 3  # tokens between a gain and its amount: "a gain of about"


def is_profit(s: Scan, draft: Draft) -> bool:
    """Whether an amount of money is that of a gain made in a deal, or of a kind of gain that accounts have."""
    sets = s.lex.sets
    if not s.has("profit-nouns"):
        return False
    j = draft.last + 1
    behind = next((k for k in (j, j + 1, j + 2) if s.word(k) in sets["profit-nouns"]), 0)
    if behind:
        return any(s.words[k] in sets["profit-kinds"] for k in range(j, behind)) or _deal(s, behind + 1)
    for k in range(draft.begin - 1, max(draft.begin - 1 - _LEAD, 0), -1):
        if s.words[k] in sets["profit-nouns"]:
            noun = s.word(k - 1) in sets["profit-kinds"] or s.words[k + 1] in sets["change-of"] and s.word(k - 1) not in sets["age-the"]
            return noun and (s.word(k - 1) in sets["profit-kinds"] or _deal(s, j))
        if s.words[k] not in sets["change-of"] and s.words[k] not in sets["change-gap"]:
            return False
    return False


def _deal(s: Scan, k: int) -> bool:
    """Whether token k leads from a gain to the deal that it was made in."""
    if s.word(k) not in s.lex.sets["profit-from"]:
        return False
    for word in s.words[k + 1 : k + 1 + _DEAL]:
        if word in s.lex.sets["profit-deals"]:
            return True
        if not (word.isalpha() or word in ("-", "'", "’s", "'s")):
            return False
    return False
