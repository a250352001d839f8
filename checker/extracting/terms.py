"""Numbers in terms of a trade, which nothing can be reckoned with: "a two-sided test", "a 2 × 2 factorial trial"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan

_SIDE = 9  # the largest side of such a design


def in_term(s: Scan, draft: Draft) -> bool:
    """Whether a number is a part of a term: of how a test is made, or of how a study or a table is laid out."""
    if draft.value is None or draft.hedge is not None or not 0 < draft.value <= _SIDE or draft.kind not in ("number", "count"):
        return False
    j = draft.last + 1
    if s.word(j) in ("-", "‑") and s.word(j + 1) in s.lex.sets["term-tails"] and s.glued(j) and s.space(j + 1) < 2:
        return True
    return s.has("design-nouns") and (_crossed(s, j) or _crosses(s, draft))


def _crossed(s: Scan, j: int) -> bool:
    """Whether a cross, another number and the word for a design go on from token j: "2 × 2 factorial"."""
    j += s.word(j) == "-"
    if s.word(j) not in s.lex.sets["term-crosses"]:
        return False
    j += 1 + (s.word(j + 1) == "-")
    return _number(s, j) and _design(s, j + 1)


def _crosses(s: Scan, draft: Draft) -> bool:
    """Whether the number is the second of such a pair."""
    k = draft.first - 1 - (s.word(draft.first - 1) == "-")
    return s.word(k) in s.lex.sets["term-crosses"] and _number(s, k - 1 - (s.word(k - 1) == "-")) and _design(s, draft.last + 1)


def _number(s: Scan, k: int) -> bool:
    return s.word(k).isdecimal() or s.word(k) in s.lex.small


def _design(s: Scan, j: int) -> bool:
    return s.word(j + (s.word(j) == "-")) in s.lex.sets["design-nouns"]
