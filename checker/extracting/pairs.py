"""Pairs that say how two things stand to one another: "a two-to-one margin", "a ratio of 1.85: 1"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.rational import Fraction

_NEAR = 4  # tokens from the noun to its pair


def spelled(s: Scan, i: int) -> Draft | None:
    """The pair in words that begins with token i: "two-to-one", "two-to-one ratio"; not "a two-to-three-year term"."""
    first, second = s.lex.small.get(s.words[i]), s.lex.small.get(s.word(i + 4))
    if not first or not second or first <= second or s.words[i + 1] != "-" or s.words[i + 3] != "-" or not all(s.glued(k) for k in range(i + 1, i + 5)):
        return None
    joined = s.words[i + 2] in s.lex.sets["pair-joins"] and (s.words[i + 2],) in s.lex.phrases["range-join"]
    return _made(s, i, i + 4, first, second) if joined and not (s.word(i + 5) == "-" and s.glued(i + 5)) else None


def ratio(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """The pair of two numbers with a colon between them, where a word near by says that it is a ratio."""
    if gap != (":",) or not s.glued(right.first - 1) or left.kind != "number" or right.kind != "number" or left.style != "digits" or right.style != "digits":
        return None
    around = (*s.words[max(0, left.first - _NEAR) : left.first], s.word(right.last + 1))
    if s.lex.sets["ratio-nouns"].isdisjoint(around) or left.value is None or right.value is None or s.parted(right.first):
        return None
    return _made(s, left.first, right.last, left.value, right.value)


def _made(s: Scan, first: int, last: int, low, high) -> Draft:
    draft = Draft(first, last, s.starts[first], s.ends[last], s.starts[first], s.ends[last], Fraction(low), None, "score")
    draft.low, draft.high, draft.style = Fraction(low), Fraction(high), "digits"
    return draft
