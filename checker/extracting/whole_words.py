"""Whole numbers in words: "forty-two", "a hundred and five thousand", "three million, two hundred thousand"."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from checker.extracting.draft import Numeral, Scan

_LONGEST = 40  # words of one number


def made(s: Scan, first: int, last: int, value: Fraction, style: str = "words", place: Fraction | None = None) -> Numeral:
    """The numeral of tokens first..last."""
    return Numeral(first, last, s.starts[first], s.ends[last], value, place, style)


def is_scale(s: Scan, i: int) -> bool:
    """True for "million" and the like; letters and plurals are not."""
    word = s.word(i)
    return word in s.lex.scales and word not in s.lex.letters and word not in s.lex.vague


def read_whole(s: Scan, i: int, first: int) -> Numeral | None:
    """A whole number in words from word i; `first` is where it begins with its article."""
    lex, words = s.lex, s.words
    total, current, last_kind, last_scale, last, j = 0, 0, "", 10**30, i - 1, i
    joiners = lex.sets["joiners"]
    while j < len(words) and j < i + _LONGEST and not s.mask[j]:
        word = words[j]
        if word in lex.small:
            value = lex.small[word]
            if last_kind == "small" or last_kind == "tens" and not 0 < value < 10:
                break
            current, last_kind = current + value, "small"
        elif word in lex.tens:
            if last_kind in ("small", "tens"):
                break
            current, last_kind = current + lex.tens[word], "tens"
        elif is_scale(s, j):
            value = lex.scales[word]
            if value == 100 and last_kind not in ("scale", "hundred"):
                current, last_kind = max(current, 1) * 100, "hundred"
            elif last_kind == "scale" or value >= last_scale and last_kind != "scale":
                if current or value == 100:
                    break
                total, last_scale = total * value, value
            else:
                total, current, last_kind, last_scale = total + max(current, 1) * value, 0, "scale", value
        elif word in lex.groups and (last_kind or first < i) and last_kind != "group":
            total, current, last_kind = max(total + current, 1) * lex.groups[word], 0, "group"
        else:
            step = _connector(s, j, last_kind, last_scale, joiners)
            if not step:
                break
            j += step
            continue
        last, j = j, j + 1
    if last < i:
        return None
    found = made(s, first, last, Fraction(total + current), "words", Fraction(1))
    found.scaled = total > 0 and last_kind == "scale"
    found.article = first < i
    if found.scaled:
        found.place = Fraction(last_scale)
    found.scale = last_scale if found.scaled else 1
    return found


def _connector(s: Scan, j: int, last_kind: str, last_scale: int, joiners: frozenset[str]) -> int:
    """How many tokens to skip where token j joins two number words: "and", a hyphen, a comma after thousands; else 0."""
    word, following, lex = s.words[j], s.word(j + 1), s.lex
    if word in joiners and last_kind in ("hundred", "scale"):
        joins = following in lex.small or following in lex.tens
        return 1 if joins and not fraction_follows(s, j + 1) and not _scale_follows(s, j + 1, last_scale) else 0
    if word == "-":
        if last_kind == "tens":
            return 1 if 0 < lex.small.get(following, 0) < 10 else 0
        return 1 if last_kind in ("small", "hundred") and is_scale(s, j + 1) else 0
    if word == "," and last_kind == "scale" and last_scale >= 1000:
        return 1 if (following in lex.small or following in lex.tens) and is_scale(s, j + 2) and not _scale_follows(s, j + 1, last_scale) else 0
    return 0


def _scale_follows(s: Scan, j: int, limit: int) -> bool:
    """True where the number at word j is itself as large as what stands before it: "a thousand and two million"."""
    for k in range(j, min(j + 5, len(s.words))):
        word = s.words[k]
        if is_scale(s, k) and s.lex.scales[word] >= limit and limit != 100:
            return True
        if word not in s.lex.small and word not in s.lex.tens and not is_scale(s, k) and word != "-":
            return False
    return False


def fraction_follows(s: Scan, j: int) -> bool:
    """True where word j is the numerator of a fraction word: "three quarters"."""
    k = j + 1
    if s.word(k) == "-":
        k += 1
    return s.word(k) in s.lex.parts and s.word(j) in s.lex.small and proper(s.lex.small[s.word(j)], s.word(k), s)


def proper(over: int, word: str, s: Scan) -> bool:
    """True where `over` of the part `word` is a fraction: one third, two thirds, not two quarters, not one thirds."""
    under = s.lex.parts[word]
    if over < 1 or under == 1 or (over == 1) == (word in s.lex.sets["plural-parts"]):
        return False
    if word in s.lex.sets["time-parts"]:
        return over == 1 or gcd(over, under) == 1 and (over < under or under == 2)
    return True
