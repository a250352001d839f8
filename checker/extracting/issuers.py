"""Whose dollars a text speaks of that names none: of "the Bank of Canada said the money supply rose 592 mln dlrs" they are Canada's.

Only where a text opens with an authority of the nation and has no word of the one whose money the bare name means."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.language import longest

_OPENING = 70  # tokens in which the text says whose figures it tells


def settled(s: Scan, drafts: list[Draft]) -> None:
    """Gives amounts in the money of a bare name the nation whose authority opens the text. In place."""
    bare = [d for d in drafts if d.kind == "currency" and (d.unit or "").partition("/")[0] == s.lex.issuer_bare]
    code = _issuer(s) if bare and s.lex.issuers else ""
    if not code or _foreign(s):
        return
    for draft in bare:
        draft.unit = code + draft.unit[len(s.lex.issuer_bare) :]


def _issuer(s: Scan) -> str:
    """The currency of the one authority that stands in the opening, not as a part of another name: "Royal Bank of Canada"."""
    found = set()
    for k in range(min(_OPENING, len(s.words))):
        hit = longest(s.lex.issuers, s.words, k) if s.words[k] in s.lex.issuers else None
        if hit is not None and not (k and s.words[k - 1].isalpha() and s.raw(k - 1)[0].isupper() and s.words[k - 1] not in s.lex.sets["age-the"] and not s.parted(k)):
            found.add(hit[1])
    return found.pop() if len(found) == 1 else ""


def _foreign(s: Scan) -> bool:
    """Whether the text has a word of the other nation, or names it."""
    words = s.words
    if s.has("issuer-not"):
        return True
    return any(longest(s.lex.issuer_names, words, k) for k, word in enumerate(words) if word in s.lex.issuer_names)
