"""The scale after a number in digits: "8.4 trillion", "5m", "1.2bn", "4 thousand 3 hundred"."""

from __future__ import annotations

from checker.extracting.draft import Numeral, Scan
from checker.rational import Fraction

_THOUSAND = 1000
_NEAR = 24  # characters of a line before its number


def read_scale(s: Scan, number: Numeral, currency: bool) -> None:
    """Multiplies `number` by the scale words that follow it; a letter that may be a unit asks its context."""
    j = number.last + 1
    count = 0
    while j < len(s.words) and count < 3 and not s.mask[j]:
        word = s.words[j]
        if word == "-" and s.glued(j) and s.glued(j + 1) and s.word(j + 1) in s.lex.scales and s.words[j + 1] not in s.lex.letters:
            j += 1
            word = s.words[j]
        value = s.lex.scales.get(word)
        if value is None or word in s.lex.vague and not (value >= _THOUSAND and (currency or number.place is not None and number.place < 1)):
            break  # "in 1906 thousands left", but "$640 thousands"
        if word in s.lex.letters and (count or not _letter(s, j, number, currency)):
            break
        number.scale *= value
        number.last, number.end, number.scaled = j, s.ends[j], True
        j, count = j + 1, count + 1
    if not count:
        _dozen(s, number)
        return
    number.value *= number.scale
    if number.place is not None:
        number.place *= number.scale
    elif number.style == "fraction":
        number.style = "words"
    _and_part(s, number)


def _dozen(s: Scan, number: Numeral) -> None:
    j = number.last + 1
    word = s.word(j)
    if word in s.lex.groups and not s.mask[j] and s.lex.groups[word] == 12:
        number.value *= 12
        number.last, number.end, number.style, number.place = j, s.ends[j], "words", Fraction(1)


def _and_part(s: Scan, number: Numeral) -> None:
    """"3 million and a half"; "3 hundred and 21"."""
    j, lex = number.last + 1, s.lex
    if s.word(j) in lex.scales or s.word(j).isdecimal() and s.word(j + 1) in lex.scales and s.words[j + 1] not in lex.letters:
        return
    if s.word(j) not in lex.sets["joiners"]:
        return
    k = j + 1
    over = 1
    if s.word(k) in lex.sets["articles"]:
        k += 1
    elif s.word(k) in lex.small and lex.small[s.words[k]]:
        over, k = lex.small[s.words[k]], k + 1
    else:
        return
    part = lex.parts.get(s.word(k))
    if part and over < part and s.word(k + 1) not in lex.scales:
        number.value += Fraction(over * number.scale, part)
        number.last, number.end, number.place = k, s.ends[k], None


def _letter(s: Scan, j: int, number: Numeral, currency: bool) -> bool:
    """Whether a letter after a number is a scale: k, m, b, t."""
    rule, raw = s.lex.letters[s.words[j]], s.raw(j)
    if s.starts[j] - number.end > 1 and s.text[number.end : s.starts[j]] != "  ":
        return False
    following = s.word(j + 1)
    if following and s.glued(j + 1) and (following[0].isalnum() or following in ("/", "²", "³", "^")):
        return False
    if currency or _money_follows(s, j + 1):
        return True
    glued = s.glued(j)
    if "rival" in rule and raw.isupper() and s.near(j, "heat-cue", 14):
        return False
    if rule.get("glued") == "any" and number.value.denominator == 1 and not glued and _alone(s, number, j):
        return True
    if rule.get("glued") == "any" and (glued or len(raw) > 1):
        return not rule.get("evidence") or s.has("large-cue")
    if rule.get("glued") == "any" and number.value.denominator > 1 and not following[:1].isalnum():
        return True
    if rule.get("glued") == "upper" and raw.isupper():
        return glued or not rule.get("decimal-apart") or number.value.denominator > 1
    if glued and rule.get("decimal") and number.value.denominator > 1:
        return True
    if glued and rule.get("evidence"):
        return _speaks_large(s, j)
    return False


def _alone(s: Scan, number: Numeral, j: int) -> bool:
    """True where the number and the letter are all that stands on the line."""
    start, end = s.text.rfind("\n", max(0, number.start - _NEAR), number.start) + 1, s.ends[j]
    if not start and number.start > _NEAR:
        return False
    return not any(map(str.isalnum, s.text[start : number.start])) and not s.text[end : s.text.find("\n", end) if "\n" in s.text[end : end + 8] else end + 8].strip()


def _money_follows(s: Scan, j: int) -> bool:
    word = s.word(j)
    if not word or s.mask[j]:
        return False
    if s.raw(j) in s.lex.units.codes or word in s.lex.units.signs:
        return not s.word(j + 1).isdecimal()
    hit = s.lex.units.names.get(word, ())
    return any(unit.kind == "currency" and tuple(s.words[j : j + len(phrase)]) == phrase for phrase, unit in hit)


def _speaks_large(s: Scan, j: int) -> bool:
    """5m as millions: the words near it, else the document, speak of large numbers and not of lengths."""
    length, large = s.near(j, "length-cue", 8), s.near(j, "large-cue", 12)
    if length != large:
        return large
    length, large = s.has("length-cue"), s.has("large-cue")
    return large and not length
