"""Two numbers that make a ratio: "three in ten", "1 in every 74", "one household in five"."""

from __future__ import annotations

from checker.extracting import pairs
from checker.extracting.draft import Draft, Scan
from checker.language import longest
from checker.rational import Fraction

_RATIO_WHOLES = frozenset((10, 100, 1000, 10000, 100000, 1000000))


def ratio(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """"three in ten", "1 in every 74", "nine out of ten patients"."""
    if left.value is None or right.value is None or right.kind not in ("number", "count"):
        return None
    if left.unit is not None:
        return _noun_between(s, left, right)
    if right.first == left.last + 2 and s.words[left.last + 1] in s.lex.sets["over"] and left.kind == right.kind and right.value > 1:
        return _of_whole(left, right)
    if not gap:
        return None
    if _hyphened(s, left, right, gap):
        return _of_whole(left, right)
    found = longest(s.lex.fraction_in, s.words, left.last + 1)
    if found is None or found[0] != right.first or right.hedge is not None and not hedged_after(s, right) or left.style == "vague":
        return None
    over, under = left.value, right.value
    words = left.style == "words" and right.style == "words"
    most = 2 * under if words and under in _RATIO_WHOLES else under  # "eleven in ten" is said, and wrong
    if not 0 < over < most or over == under or under.denominator != 1 or left.scale != 1:
        return None
    if under in pairs.MARKS and right.unit is None and left.hedge is None and not words and s.near(left.first, "rating-words", pairs.RATED):
        return pairs.made(s, left.first, right.last, over, under)  # "rated it a 7 out of 10"
    marked = len(gap) > 1 and left.style == "digits" and under in pairs.MARKS and right.unit is None  # "a 4.5 out of 10"
    if over.denominator != 1 and not marked:
        return None
    told = left.style == "words" and right.noun and s.word(right.last + 1) in s.lex.sets["of"]  # "seven in 10 of the firms"
    if not (words or marked or told or over == 1 or under in _RATIO_WHOLES and len(gap) > 1 or under <= 10 and right.unit is None):
        return None
    left.hedge = left.hedge or right.hedge  # "2 in 5 or more"
    return _of_whole(left, right)


def _hyphened(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> bool:
    """Whether hyphens tie two whole numbers to a ratio: "one-in-three", "a 1-in-5 chance"."""
    tied = len(gap) == 3 and gap[0] == gap[2] == "-" and right.first == left.last + 4 and all(s.glued(k) for k in range(left.last + 1, right.first + 1))
    whole = left.value.denominator == 1 == right.value.denominator and 0 < left.value < right.value and left.scale == 1
    return tied and whole and bool(s.lex.fraction_in.get(gap[1])) and (right.unit is None or right.kind == "count")


def hedged_after(s: Scan, draft: Draft) -> bool:
    """Whether what loosens a number stands behind it."""
    return draft.outer < 0 and longest(s.lex.after_hedges, s.words, draft.last + 1) is not None


def _noun_between(s: Scan, left: Draft, right: Draft) -> Draft | None:
    """"one household in five": the noun stands behind the first number."""
    found = longest(s.lex.fraction_in, s.words, left.noun_last + 1) if left.kind == "count" and left.noun_last > 0 else None
    if found is None or found[0] != right.first or right.unit is not None or right.noun or right.hedge is not None:
        return None
    marked = right.value in pairs.MARKS and not s.lex.sets["rating-words"].isdisjoint(s.words[left.first + 1 : left.noun_last + 1])
    if marked and 0 <= left.value <= right.value and s.near(left.first, "rating-words", pairs.RATED):
        return pairs.made(s, left.first, right.last, left.value, right.value)  # "rated it two stars out of five"
    if left.style != "words" or right.style != "words" or not 0 < left.value < right.value:
        return None
    left.unit, noun = None, left.noun
    made = _of_whole(left, right)
    made.noun, made.noun_last = noun, right.last
    return made


def _of_whole(left: Draft, right: Draft) -> Draft:
    left.value = left.numeral = left.value / right.value
    left.kind, left.style, left.place, left.scale = "ratio", "fraction", None, Fraction(1)
    left.last, left.end, left.number_end = right.last, right.end, right.number_end
    left.noun, left.noun_last = right.noun, right.noun_last
    left.components = 2
    return left
