"""Numbers written in digits: grouping, decimals, powers of ten, fractions. Indices count tokens."""

from __future__ import annotations

from checker.extracting.draft import Numeral, Scan
from checker.extracting.locale import DECIMAL_COMMA, DECIMAL_POINT, SPACES_GROUP, locale_of
from checker.extracting.units_read import read_unit
from checker.extracting.word_fractions import with_fraction
from checker.rational import Fraction

_LONGEST = 24  # digits in a row; more is an identifier
_MOST_GROUPS = 8
_MINUS = "-−‑‒﹣－"
_SUPERSCRIPT = {c: n for n, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
_VULGAR = {"¼": (1, 4), "½": (1, 2), "¾": (3, 4), "⅐": (1, 7), "⅑": (1, 9), "⅒": (1, 10), "⅓": (1, 3), "⅔": (2, 3)}
_VULGAR |= {"⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5), "⅙": (1, 6), "⅚": (5, 6), "⅛": (1, 8), "⅜": (3, 8)}
_VULGAR |= {"⅝": (5, 8), "⅞": (7, 8)}
_PERCENT = ("%", "٪", "％")
_COMPARED = frozenset("<>=≤≥")
_POINTS = (".", "·", "⋅", "∙")
_FLAT = frozenset((3, 6, 9, 12))
_TENTHS = frozenset((100, 1000))
_DENOMINATORS = frozenset((2, 3, 4, 5, 6, 7, 8, 10, 16, 32, 64, 128, 256))


def read_digits(s: Scan, i: int) -> tuple[Numeral | None, int]:
    """The number that starts with digit token i, None where it is part of a name; and the token to go on with."""
    word = s.words[i]
    if word in _VULGAR:
        return _vulgar_alone(s, i)
    if len(word) > _LONGEST or _named(s, i) or word == "000" and i and (s.words[i - 1] in "'‘" or s.word(i + 1)[:1] in ("'", "’") and s.glued(i + 1) and not s.glued(i) or s.glued(i) and s.words[i - 1] in s.lex.units.signs):  # "$'000" heads a table
        return None, _after_run(s, i)
    leading = _leading_point(s, i)
    if leading:
        return _finish(s, i - 1, i, int(word), len(word))
    last, whole, ok = _grouped(s, i)
    if not ok:
        return None, last + 1
    last, mantissa, decimals = _decimals(s, last, whole)
    if decimals < 0:
        return None, _after_run(s, last)
    if decimals == 0:
        found = _fraction(s, i, last, mantissa)
        if found is not None:
            return found, found.last + 1
        mixed = with_fraction(s, Numeral(i, last, s.starts[i], s.ends[last], Fraction(mantissa), Fraction(1)))
        if mixed.style == "fraction":
            return mixed, mixed.last + 1
    return _finish(s, i, last, mantissa, decimals)


def _named(s: Scan, i: int) -> bool:
    """True where letters run into the digits (B707, F-16): the number is part of a name. Currency letters are not."""
    at = s.starts[i]
    if not at:
        return False
    before = s.text[at - 1]
    if before.isalpha():
        units = s.lex.units
        raw = s.raw(i - 1) if i else ""
        touches_sign = i > 1 and s.words[i - 2] in units.signs and s.starts[i - 1] == s.ends[i - 2]
        return not (raw in units.prefixes or raw.upper() in units.codes or touches_sign or raw.lower() in s.lex.sets["times-ten"])
    if before == "_":
        return True
    if before in "-‑" and i > 1 and at > 1 and s.text[at - 2].isalpha() and s.ends[i - 2] == at - 1:
        return not (i > 2 and s.glued(i - 2) and s.words[i - 3][-1].isdecimal())  # "5k-20k" is no name
    return False


def _after_run(s: Scan, i: int) -> int:
    """The token after everything that touches token i: letters, digits, and points or hyphens between them."""
    j, count = i + 1, len(s.words)
    while j < count and s.starts[j] == s.ends[j - 1]:
        if not s.words[j][0].isalnum():
            inner = s.words[j] in ".,-‑_:/" and j + 1 < count and s.starts[j + 1] == s.ends[j] and s.words[j + 1][0].isdecimal()
            if not inner:
                break
        j += 1
    return j


def _leading_point(s: Scan, i: int) -> bool:
    """True for ".08": a point that touches the digits and nothing before it; and for "others.8%"."""
    at = s.starts[i]
    if not i or not at or s.words[i - 1] not in _POINTS or s.ends[i - 1] != at or s.mask[i - 1]:
        return False
    if at > 1 and s.text[at - 2].isalpha() and s.text[s.ends[i] : s.ends[i] + 1] in _PERCENT:
        return True
    return at == 1 or not (s.text[at - 2].isalnum() or s.text[at - 2] in ".…)")


def _grouped(s: Scan, i: int) -> tuple[int, int, bool]:
    """Thousands groups after token i: (last token, whole value, readable)."""
    word, words = s.words[i], s.words
    following = words[i + 1] if i + 1 < len(words) else ""
    if len(word) > 3 or not following or not (following == "," or following == "." or following == "'" or following[0].isdecimal()):
        return i, int(word), True
    separator = "." if locale_of(s) is DECIMAL_COMMA else ","
    if following in (separator, "'"):
        return _separated(s, i, following)
    if following[0].isdecimal() and not s.glued(i + 1):
        return _spaced(s, i)
    return i, int(word), True


def _separated(s: Scan, i: int, separator: str) -> tuple[int, int, bool]:
    words, starts, ends = s.words, s.starts, s.ends
    groups, j, count = [words[i]], i, len(words)
    while j + 2 < count and len(groups) <= _MOST_GROUPS and words[j + 1] == separator and ends[j] == starts[j + 1] and ends[j + 1] == starts[j + 2]:
        if not words[j + 2][0].isdecimal():
            break
        groups.append(words[j + 2])
        j += 2
    if len(groups) == 1:
        return i, int(words[i]), True
    rest = groups[1:]
    western = all(len(group) == 3 for group in rest)
    indian = len(rest[-1]) == 3 and len(groups[0]) <= 2 and all(len(group) == 2 for group in rest[:-1])
    if (western or indian) and len(groups) <= _MOST_GROUPS:
        return j, int("".join(groups)), True
    if separator == "," and any(len(group) == 3 for group in rest) and len(groups) <= _MOST_GROUPS:
        return j, 0, False  # "1,475,0000": neither a number nor a list
    if separator == "," and len(rest) == 1 and (len(rest[0]) == 2 and words[i - 1 if i else 0] in s.lex.units.signs):
        return j, 0, False  # "$110,00"
    return i, int(words[i]), True


def _spaced(s: Scan, i: int) -> tuple[int, int, bool]:
    """"12 400": three-digit groups after single spaces; plain ones only where the document groups so."""
    groups, j, count = [s.words[i]], i, len(s.words)
    plain = False
    while j + 1 < count and len(groups) <= _MOST_GROUPS and len(s.words[j + 1]) == 3 and s.words[j + 1].isdecimal() and s.starts[j + 1] == s.ends[j] + 1:
        gap = s.text[s.ends[j]]
        if gap not in " \u00a0\u2009\u202f\u2007\u2002\u2005\u2006\u2008":
            break
        plain = plain or gap == " "
        groups.append(s.words[j + 1])
        j += 1
    dashed = i and s.glued(i) and s.words[i - 1] in "-–/" or s.word(j + 1) in ("-", "–", "/") and s.glued(j + 1)
    alone = not dashed and not (j + 1 < count and s.words[j + 1][0].isdecimal()) and not (i and s.words[i - 1][-1].isdecimal())
    if len(groups) > 1 and len(groups) <= _MOST_GROUPS and groups[0] != "0" and (not plain or "000" in groups[1:] or alone and locale_of(s, SPACES_GROUP)):
        return j, int("".join(groups)), True
    return i, int(s.words[i]), True


def _decimals(s: Scan, last: int, whole: int) -> tuple[int, int, int]:
    """Decimals after token `last`: (last token, all digits as one integer, how many decimals); -1 in "1.2.3"."""
    words = s.words
    if last + 2 >= len(words) or words[last + 1] not in (*_POINTS, ",") or not words[last + 2][0].isdecimal():
        return last, whole, 0
    if s.starts[last + 1] != s.ends[last] or s.starts[last + 2] != s.ends[last + 1] or len(words[last + 2]) > _LONGEST:
        return last, whole, 0
    if words[last + 1] == "," and locale_of(s) is not DECIMAL_COMMA and not _lonely_comma(s, last):
        return last, whole, 0
    tail = words[last + 2]
    if not whole and tail == "000" and last + 3 < len(words) and (rest := _apart(s, last)):
        return last + 3, int(rest), len(tail + rest)
    again = last + 4 < len(words) and words[last + 3] == "." and words[last + 4][0].isdecimal()
    if again and s.glued(last + 3) and s.glued(last + 4) and words[last + 1] == ".":
        return last, whole, -1
    return last + 2, whole * 10 ** len(tail) + int(tail), len(tail)


def _apart(s: Scan, last: int) -> str:
    """The digits behind a blank that go on with a noughts' decimals: the 4 of "P < 0.000 4"."""
    rest, before = s.words[last + 3], s.word(last - 1)
    on = rest.isdecimal() and len(rest) <= 3 and s.starts[last + 3] == s.ends[last + 2] + 1 and before in _COMPARED
    return rest if on and (not s.glued(last + 4) or s.word(last + 4) in (",", ";", ")", "]") or s.word(last + 5).isalpha()) else ""


def _lonely_comma(s: Scan, last: int) -> bool:
    """True for "1,3" in a document without any other evidence: no list, no decimal point."""
    tail = s.words[last + 2]
    listed = s.word(last + 3) == "," and s.glued(last + 3) and s.word(last + 4).isdecimal() or s.word(last - 1) == ","
    return len(tail) != 3 and not listed and locale_of(s) is not DECIMAL_POINT


def _finish(s: Scan, first: int, last: int, mantissa: int, decimals: int) -> tuple[Numeral, int]:
    value, place = (Fraction(mantissa), Fraction(1)) if not decimals else (Fraction(mantissa, 10**decimals), Fraction(1, 10**decimals))
    after = last + 1
    if after < len(s.words) and (s.words[after] in s.lex.sets["times-ten"] or s.words[after] in s.lex.sets["exponent"] or s.words[after] == "^"):
        power, end = _power(s, after, value)
        if power is not None:
            return Numeral(first, end, s.starts[first], s.ends[end], value * power, place * power), end + 1
    elif after < len(s.words) and s.words[after] in _VULGAR and s.space(after) <= 1 and not decimals:
        value += Fraction(*_VULGAR[s.words[after]])
        return Numeral(first, after, s.starts[first], s.ends[after], value, None, "fraction"), after + 1
    return Numeral(first, last, s.starts[first], s.ends[last], value, place), last + 1


def _power(s: Scan, i: int, base: Fraction) -> tuple[Fraction | None, int]:
    """A power of ten from token i on: "x 10^6", "×10⁶", "x10-3", "e23"; (None, i) where there is none."""
    word = s.words[i]
    if word in s.lex.sets["exponent"]:
        if not s.glued(i):
            return None, i
        exponent, end = _exponent(s, i + 1, False)
        return (_ten_to(exponent), end) if exponent is not None else (None, i)
    if word == "^":
        exponent, end = _exponent(s, i + 1, False)
        if exponent is None or not base or abs(exponent) > 100 or exponent and base.denominator * base.numerator > 10**6:
            return None, i
        return base ** (exponent - 1), end
    if s.word(i + 1) not in ("10", "2"):
        return _flat_power(s, i + 1)
    exponent, end = _exponent(s, i + 2, True)
    if exponent is None or s.words[i + 1] == "2" and s.word(i + 2) != "^":
        return None, i
    return (Fraction(int(s.words[i + 1])) ** exponent if abs(exponent) < 400 else None), end


def _flat_power(s: Scan, i: int) -> tuple[Fraction | None, int]:
    """"0.5 x 109/L": the exponent has come down beside its ten; only a power that is in use, and one that is measured "per"."""
    word = s.word(i)
    exponent = int(word[2:]) if word.isdecimal() and word[:2] == "10" and 2 < len(word) < 5 and word[2] != "0" else 0
    measured = s.word(i + 1) == "/" and s.glued(i + 1) and read_unit(s, i + 2, None, False, False) is not None
    return (_ten_to(exponent), i) if exponent in _FLAT and measured else (None, i)


def _ten_to(exponent: int) -> Fraction | None:
    return Fraction(10) ** exponent if abs(exponent) < 400 else None


def _exponent(s: Scan, i: int, caret: bool) -> tuple[int | None, int]:
    """A signed integer that touches the token before i; with a caret or as superscripts where `caret`."""
    j, sign = i, 1
    if caret and s.word(j) == "^":
        j += 1
    elif caret and s.word(j) == "(" and s.word(j + 2) == ")" and s.glued(j) and s.glued(j + 1) and s.glued(j + 2):  # x 10(9)
        word = s.words[j + 1]
        return (int(word), j + 2) if word.isdecimal() and len(word) < 3 else (None, i)
    elif caret and s.word(j)[:1] in _SUPERSCRIPT or s.word(j) == "⁻":
        return _superscripts(s, j)
    elif caret and not (s.glued(j) and s.word(j) in _MINUS):
        return None, i
    while s.word(j) in ("+", "-", "−") and s.word(j) and s.glued(j) and j < i + 3:
        sign = -sign if s.words[j] != "+" else sign
        j += 1
    word = s.word(j)
    if word.isdecimal() and len(word) <= 3 and s.glued(j):
        return sign * int(word), j
    return None, i


def _superscripts(s: Scan, i: int) -> tuple[int | None, int]:
    j, value, sign = i, 0, 1
    if s.word(j) == "⁻":
        j, sign = j + 1, -1
    first = j
    while j < len(s.words) and s.words[j] in _SUPERSCRIPT and s.glued(j) and j < first + 3:
        value = value * 10 + _SUPERSCRIPT[s.words[j]]
        j += 1
    return (sign * value, j - 1) if j > first else (None, i)


def _fraction(s: Scan, first: int, last: int, whole: int) -> Numeral | None:
    """"13-5/8", "2 1/2", "1/4" from token `first`; None where it is none."""
    slash = _slash(s, last)
    if slash is not None and last == first:
        return _made_fraction(s, first, last + 2, Fraction(0), whole, slash)
    j = last + 1
    if s.word(j) == "-" and s.glued(j) and s.glued(j + 1):
        j += 1
    if j < len(s.words) and s.words[j].isdecimal() and len(s.words[j]) < 4 and s.starts[j] - s.ends[last] in (1, 2):
        slash = _slash(s, j)
        if slash is not None:
            return _made_fraction(s, first, j + 2, Fraction(whole), int(s.words[j]), slash)
    return None


def _slash(s: Scan, i: int) -> int | None:
    """The denominator after token i in "5/8"."""
    if i + 2 >= len(s.words) or s.words[i + 1] not in ("/", "⁄"):
        return None
    if not (s.glued(i + 1) and s.glued(i + 2)) and not (s.words[i + 1] == "⁄" and s.space(i + 1) == 1 == s.space(i + 2)):
        return None  # "1 ⁄ 4" has a stroke of its own
    word = s.words[i + 2]
    if not word.isdecimal() or len(word) > 4 or s.word(i + 3) in ("/", "-") and s.glued(i + 3) and s.word(i + 4).isdecimal():
        return None
    return int(word)


def _made_fraction(s: Scan, first: int, last: int, whole: Fraction, over: int, under: int) -> Numeral | None:
    measured = under in _TENTHS and read_unit(s, last + 1, Fraction(over, under), False, True) is not None  # "6/100 ounces", not "6/100 patients"
    if not 0 < over < under or not (under in _DENOMINATORS or over == 1 and not whole or measured):
        return None
    return Numeral(first, last, s.starts[first], s.ends[last], whole + Fraction(over, under), None, "fraction")


def _vulgar_alone(s: Scan, i: int) -> tuple[Numeral, int]:
    return Numeral(i, i, s.starts[i], s.ends[i], Fraction(*_VULGAR[s.words[i]]), None, "fraction"), i + 1


VULGAR = frozenset(_VULGAR)
MINUS = frozenset(_MINUS)
