"""Whole numbers in words: "forty-two", "a hundred and five thousand", "three million, two hundred thousand"."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from checker.extracting.draft import Numeral, Scan
from checker.rational import Fraction

_THOUSAND = 1000
_LONGEST = 40  # words of one number


def made(s: Scan, first: int, last: int, value: Fraction, style: str = "words", place: Fraction | None = None) -> Numeral:
    """The numeral of tokens first..last."""
    return Numeral(first, last, s.starts[first], s.ends[last], value, place, style)


def is_scale(s: Scan, i: int) -> bool:
    """True for "million" and the like; letters and plurals are not."""
    word = s.word(i)
    return word in s.lex.scales and word not in s.lex.letters and word not in s.lex.vague


@dataclass(slots=True)
class _Sum:
    """A number in words as far as it is read: whole thousands, what is below them, and what kind of word came last."""

    total: int = 0
    current: int = 0
    kind: str = ""  # small, tens, hundred, scale, group
    scale: int = 10**30  # the last scale: smaller ones may follow
    joined: int = 0  # what stands before the last "and"

    @property
    def value(self) -> int:
        return self.total + self.current

    def small(self, value: int) -> bool:
        """Takes one to nineteen, where one can stand."""
        if self.kind == "small" or self.kind == "tens" and not 0 < value < 10:
            return False
        self.current, self.kind = self.current + value, "small"
        return True

    def tens(self, value: int) -> bool:
        if self.kind in ("small", "tens"):
            return False
        self.current, self.kind = self.current + value, "tens"
        return True

    def scaled(self, value: int) -> bool:
        """Takes hundred, thousand, million ...; a scale right after a scale multiplies all."""
        if value == 100 and self.kind not in ("scale", "hundred"):
            self.current, self.kind = max(self.current, 1) * 100, "hundred"
        elif self.kind == "scale" or value >= self.scale:
            if self.current or value == 100:
                return False
            self.total, self.scale = self.total * value, value
        else:
            self.total, self.current, self.kind, self.scale = self.total + max(self.current, 1) * value, 0, "scale", value
        return True

    def grouped(self, value: int, plural: bool) -> None:
        """Takes a dozen; the plural belongs to the last number alone: "four hundred and three dozens"."""
        before = self.joined if plural else 0
        self.total, self.current, self.kind = before + max(self.value - before, 1) * value, 0, "group"


def read_whole(s: Scan, i: int, first: int) -> Numeral | None:
    """A whole number in words from word i; `first` is where it begins with its article."""
    so_far, last, j = _Sum(), i - 1, i
    while j < len(s.words) and j < i + _LONGEST and not s.mask[j]:
        taken = _taken(s, j, so_far, first < i)
        if taken is None:
            step = _connector(s, j, so_far.kind, so_far.scale, s.lex.sets["joiners"])
            if not step:
                break
            so_far.joined = so_far.value if s.words[j] in s.lex.sets["joiners"] else so_far.joined
            j += step
            continue
        if not taken:
            break
        last, j = j, j + 1
    if last < i:
        return None
    found = made(s, first, last, Fraction(so_far.value), "words", Fraction(1))
    found.scaled = so_far.total > 0 and so_far.kind == "scale"
    found.article = first < i
    if found.scaled:
        found.place, found.scale = Fraction(so_far.scale), so_far.scale
    return found


def _taken(s: Scan, j: int, so_far: _Sum, article: bool) -> bool | None:
    """Adds word j to the number; False where it cannot stand here, None where it is no number word."""
    word, lex = s.words[j], s.lex
    if word in lex.small:
        return so_far.small(lex.small[word])
    if word in lex.tens:
        return so_far.tens(lex.tens[word])
    if is_scale(s, j) or so_far.kind and word in lex.vague and lex.scales.get(word, 0) >= _THOUSAND:  # "fifteen millions"
        return so_far.scaled(lex.scales[word])
    if word in lex.groups and (so_far.kind or article) and so_far.kind != "group":
        so_far.grouped(lex.groups[word], word in lex.vague)
        return True
    return None


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


def proper(over: int, word: str, s: Scan, tied: bool = False) -> bool:
    """True where `over` of the part `word` is a fraction: one third, two thirds, not two quarters, not one thirds; `tied` by hyphens
    any number is: "a three-quarter mile"."""
    under = s.lex.parts[word]
    if over < 1 or under == 1 or (over == 1) == (word in s.lex.sets["plural-parts"]) and not tied:
        return False
    if word in s.lex.sets["time-parts"]:
        return over == 1 or gcd(over, under) == 1 and (over < under or under == 2)
    return True
