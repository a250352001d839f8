"""Numbers written in words: "forty-two", "one and a half", "a dozen", "two-thirds", "half a million"."""

from __future__ import annotations

from checker.extracting.draft import Numeral, Scan
from checker.extracting.whole_words import is_scale, made, read_whole
from checker.extracting.word_fractions import extended, is_rest, read_part
from checker.language import longest
from checker.rational import Fraction


def read_words(s: Scan, i: int) -> tuple[Numeral | None, int]:
    """The number that starts at word i (an article before it is taken along); None and the next word where none does."""
    word, lex = s.words[i], s.lex
    if word in lex.small or word in lex.tens:
        found = read_whole(s, i, i)
        return (_articled(s, extended(s, found)), -1) if found else (None, i + 1)
    if word in lex.parts and is_rest(s, i):
        return made(s, i, i, Fraction(1, lex.parts[word]), "fraction"), -1
    if word in lex.parts and word not in lex.ordinals or word in lex.sets["bare-parts"]:
        return read_part(s, i), -1
    article = i > 0 and s.words[i - 1] in lex.sets["articles"] and not s.mask[i - 1]
    if article and word in lex.ordinals and word in lex.parts:
        found = read_part(s, i)
        if found is not None:
            return found, -1
    if word in lex.ordinals:
        return made(s, i, i, Fraction(lex.ordinals[word]), "ordinal"), -1
    if _quantified(s, i) and (word in lex.vague or word in lex.scales or word in lex.groups) or word in lex.vague and _stands_vague(s, i):
        return _vague(s, i), -1
    if word in lex.groups and word not in lex.vague and i and s.words[i - 1] in lex.sets["group-articles"] and s.word(i + 1).isalpha() and s.word(i + 1) not in lex.sets["noun-stop"]:
        return made(s, i, i, Fraction(lex.groups[word]), "words", Fraction(1)), -1  # "the dozen hives"
    if article and (word in lex.scales or word in lex.groups):
        found = read_whole(s, i, i - 1)
        return (extended(s, found), -1) if found else (None, i + 1)
    joined = word in lex.scales and lex.scales[word] == 100 and s.word(i + 1) in lex.sets["joiners"] and s.word(i + 2) in (lex.tens.keys() | lex.small.keys())  # "Hundred and forty-three patients"
    if joined and s.raw(i)[0].isupper() and not (i and s.raw(i - 1)[0].isupper()):
        found = read_whole(s, i, i)
        return (extended(s, found), -1) if found else (None, i + 1)
    if word in lex.scales and lex.scales[word] in (100, 1000) and s.word(i + 1) in lex.scales and s.words[i + 1] not in lex.letters:
        found = read_whole(s, i, i)
        return (extended(s, found), -1) if found else (None, i + 1)
    return None, i + 1


def _articled(s: Scan, found: Numeral) -> Numeral:
    """"a twenty-first of it": with an article and no noun an ordinal is a fraction."""
    i, following = found.first, s.word(found.last + 1)
    if found.style != "ordinal" or not i or s.words[i - 1] not in s.lex.sets["articles"] or s.mask[i - 1]:
        return found
    if following not in s.lex.sets["of"] and following[:1].isalnum() or found.value < 20:
        return found
    return made(s, i - 1, found.last, 1 / found.value, "fraction")


def _quantified(s: Scan, i: int) -> bool:
    """True where a vague quantifier stands before word i: "several hundred"."""
    at = i - 1
    for phrase, _ in s.lex.back_vague.get(s.word(at), ()):
        if tuple(s.words[at - len(phrase) + 1 : at + 1]) == phrase[::-1]:
            return True
    return False


def _stands_vague(s: Scan, i: int) -> bool:
    """True for "hundreds of", "by thousands"; "in thousands" is a heading, "scores" alone are results."""
    if s.word(i + 1) in s.lex.sets["of"]:
        if s.word(i - 1) not in s.lex.sets["vague-not-after"] or i + 2 >= len(s.words):
            return True
        money = longest(s.lex.units.names, s.words, i + 2)
        coded = s.words[i + 2] in s.lex.units.signs or s.raw(i + 2) in s.lex.units.codes
        return not (coded or money and money[1].kind in ("currency", "physical"))  # "in thousands of dollars" heads a table
    return s.word(i - 1) not in s.lex.sets["vague-not-after"] and s.words[i] not in s.lex.sets["vague-needs-of"]


def _vague(s: Scan, i: int) -> Numeral:
    """"dozens", "hundreds of thousands", "several million": nominally the power itself."""
    lex, word = s.lex, s.words[i]
    value, last = Fraction(lex.vague.get(word) or lex.scales.get(word) or lex.groups[word]), i
    if s.word(i + 1) in lex.sets["of"] and s.word(i + 2) in lex.vague:
        value, last = value * lex.vague[s.words[i + 2]], i + 2
    while is_scale(s, last + 1):
        last += 1
        value *= lex.scales[s.words[last]]
    return made(s, i, last, value, "vague")
