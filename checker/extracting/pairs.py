"""Pairs that say how two things stand to one another: "a two-to-one margin", "a ratio of 1.85: 1"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.rational import Fraction

MARKS = frozenset((5, 10, 20, 100))  # what marks are given out of
RATED = 7  # tokens around a mark in which it is told that it is one
_RATIO = 8  # tokens from "ratio" to what it is to one
_DIGITS = 2  # of each of a pair
_BEHIND, _FRONT = 3, 6  # tokens from a pair without hyphens to what is split
_NEAR = 4  # tokens from the noun to its pair


def read(s: Scan, i: int) -> tuple[Draft | None, int] | None:
    """The pair that begins with token i, or None where it is a name, and the token to go on with; None where there is none."""
    following = s.word(i + 1)
    if following == "-" and i + 4 < len(s.words) and (found := spelled(s, i)) is not None:
        return found, i + 5
    if following in s.lex.sets["pair-joins"] and (following,) not in s.lex.phrases["range-join"] and not s.parted(i + 1) and not s.parted(i + 2):
        if (found := apart(s, i)) is not None or same(s, i):
            return found, i + 3
    return None


def spelled(s: Scan, i: int) -> Draft | None:
    """The pair that begins with token i: "two-to-one ratio", "3-for-2 split"; not "a two-to-three-year term"."""
    first, second = _small(s, s.words[i]), _small(s, s.word(i + 4))
    between = (s.words[i + 2],) in s.lex.phrases["range-join"]
    if not first or not second or between and (first <= second or s.words[i].isdecimal()) or s.words[i + 1] != "-" or s.words[i + 3] != "-" or not all(s.glued(k) for k in range(i + 1, i + 5)):
        return None
    joined = s.words[i + 2] in s.lex.sets["pair-joins"]
    return made(s, i, i + 4, first, second) if joined and not (s.word(i + 5) == "-" and s.glued(i + 5)) else None


def apart(s: Scan, i: int) -> Draft | None:
    """The pair that begins with token i without hyphens, beside a word for what is split or allotted so: "three for two stock
    split", "will split its stock 2 for 1"; not "paid three for two rights"."""
    first, second = _small(s, s.words[i]), _small(s, s.word(i + 2))
    if not first or not second or s.mask[i + 2] or s.glued(i + 3) and s.words[i + 3][0].isalnum():
        return None
    told = False
    for k in range(i + 3, min(i + 3 + _BEHIND, len(s.words))):
        if s.parted(k) or not s.words[k].isalpha() or s.words[k] in s.lex.starters:
            break
        told = told or s.words[k] in s.lex.sets["pair-splits"]
    told = told or not s.lex.sets["pair-splits"].isdisjoint(s.words[max(0, i - _FRONT) : i])
    return made(s, i, i + 2, first, second) if told else None


def same(s: Scan, i: int) -> bool:
    """Whether the number at token i is paired with itself in a title: "the 20 for 20 series"."""
    titled = not s.lex.sets["title-nouns"].isdisjoint(s.words[i + 3 : i + 5])
    return s.words[i] == s.word(i + 2) and titled and not s.parted(i + 3)


def _small(s: Scan, word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) <= _DIGITS else s.lex.small.get(word)


def ratio(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """The pair of two numbers with a colon between them, where a word near by says that it is a ratio."""
    if gap != (":",) or not s.glued(right.first - 1) or left.kind != "number" or right.kind != "number" or left.style != "digits" or right.style != "digits":
        return None
    around = (*s.words[max(0, left.first - _NEAR) : left.first], s.word(right.last + 1))
    if s.lex.sets["ratio-nouns"].isdisjoint(around) or left.value is None or right.value is None or s.parted(right.first):
        return None
    return made(s, left.first, right.last, left.value, right.value)


def to_one(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """"a ratio of 1.25 to 1": what something is to one, told near the noun; not "a ratio that rose from 3.5 to 1"."""
    bare = left.kind == right.kind == "number" and left.unit is right.unit is None and left.value is not None and right.value == 1
    told = bare and gap in s.lex.phrases["range-join"] and gap[0].isalpha() and left.value >= 1 and left.scale == 1
    lead = left.begin - 1
    if not told or s.word(lead) in s.lex.sets["range-from"] or any(word in s.lex.back_change for word in s.words[max(0, lead - _NEAR) : lead + 1]):
        return None
    nouns = s.lex.sets["ratio-nouns"]
    if nouns.isdisjoint(s.words[max(0, lead - _RATIO) : left.first]) and s.word(right.last + 1) not in nouns:
        return None
    return made(s, left.first, right.last, left.value, right.value)


def mark(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """"a score of 7.4 / 10": what is given out of its marks, where a word near by says that it is one."""
    bare = left.kind == right.kind == "number" and left.unit is right.unit is None and left.hedge is None is right.hedge and left.style == right.style == "digits"
    if gap != ("/",) or not bare or left.value is None or right.value not in MARKS or not 0 <= left.value <= right.value:
        return None
    return made(s, left.first, right.last, left.value, right.value) if s.near(left.first, "rating-words", RATED) else None


def made(s: Scan, first: int, last: int, low, high) -> Draft:
    draft = Draft(first, last, s.starts[first], s.ends[last], s.starts[first], s.ends[last], Fraction(low), None, "score")
    draft.low, draft.high, draft.style = Fraction(low), Fraction(high), "digits"
    return draft
