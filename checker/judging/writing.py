"""Writing a value the way the text writes: same decimals, grouping, scale word and unit; words where words stand.

Used for suggestions ("six", "$1.2bn", "93.4%") and for the computed value in a message. Number words come from the
language pack; without one only figures in digits are written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from checker.interval import Interval
from checker.model import Quantity
from checker.once import once
from checker.rational import Fraction

_SPACES = "\u00a0\u2009\u202f "
_MARKS = ".,'’·" + _SPACES
_VULGAR = {Fraction(unicodedata.numeric(c)).limit_denominator(100): c for c in "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"}
_DENOMINATORS = (2, 3, 4, 5, 6, 8, 16, 32, 64)  # of fractions in digits
_COMMON = (2, 3, 4, 5, 10)  # denominators that people say most
_RARE = (6, 7, 8, 9)
_DIGITS = re.compile(rf"\d(?:[\d{_MARKS}]*\d)?")
_POINTS = "percentage point"
_MOST_DIGITS = 15  # longer numerals are names, not figures to be mended


@dataclass(frozen=True, slots=True)
class Words:
    """A language's words for small numbers and parts: value -> word, all lower case."""

    numbers: Mapping[int, str]
    tens: Mapping[int, str]
    parts: Mapping[int, tuple[str, str]]  # denominator -> one part, several parts
    articles: frozenset[str]
    weekdays: tuple[tuple[str, ...], ...]
    multiples: tuple[tuple[Fraction, tuple[str, ...]], ...]
    scales: Mapping[str, int]
    points: str  # what percentage points are called
    halves: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())  # marks of the hours before noon and after it, in one order
    clock_mark: str = ":"  # between hours and minutes where the text shows none


@once
def words_of(data: Mapping[str, dict] | None) -> Words:
    """The words of a pack's data (its files by name); none of them has to be there."""
    numerals, dates, units = (data or {}).get("numerals", {}), (data or {}).get("dates", {}), (data or {}).get("units", {}).get("unit", ())
    parts: dict[int, list[str]] = {}
    for word, denominator in numerals.get("parts", {}).items():
        parts.setdefault(denominator, []).append(word)
    return Words(
        _first_words(numerals.get("small", {})),
        _first_words(numerals.get("tens", {})),
        {n: (found[0], found[-1 if len(found) < 3 else 1]) for n, found in parts.items()},
        frozenset(numerals.get("articles", ())),
        tuple(map(tuple, dates.get("weekdays", ()))),
        tuple((Fraction(str(m["value"])), tuple(m["words"])) for m in numerals.get("multiples", ())),
        numerals.get("scales", {}),
        next((name for unit in units if unit.get("id") == _POINTS for name in unit.get("exact", ())[1:]), ""),
        tuple(tuple(dates.get("clock", {}).get(name, ())) for name in ("early", "late")),
    )


def _first_words(table: Mapping[str, int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for word, value in table.items():
        found.setdefault(value, word)
    return found


@dataclass(frozen=True, slots=True)
class Figures:
    """How a figure in digits is written. `unit` is what one is worth: a million in "4.2 million", a cent in "43 cts"."""

    number: Fraction
    decimals: int
    point: str
    group: str | None  # None: too short to tell
    unit: Fraction


def numeral_of(q: Quantity, text: str) -> tuple[int, int]:
    """Where the digits of a quantity stand, without sign, scale word and unit; the whole number where there are none.

    >>> q = Quantity(0, 6, 0, 6, 0, 0, 0, "currency", Fraction(343_000_000))
    >>> numeral_of(q, "£343mn")
    (1, 4)
    """
    m = _DIGITS.search(text, q.number_start, q.number_end)
    return m.span() if m and q.style == "digits" else (q.number_start, q.number_end)


def figures_of(q: Quantity, numeral: str) -> Figures | None:
    """How the digits of a quantity are written; None where it is not one plain run of digits and marks.

    >>> q = Quantity(0, 12, 0, 7, 0, 0, 0, "currency", Fraction(1_234_500_000), scale=Fraction(10**6))
    >>> f = figures_of(q, "1,234.5"); f.decimals, f.point, f.group, f.unit == 10**6
    (1, '.', ',', True)
    """
    digits = sum(c.isdigit() for c in numeral)
    if q.value is None or not 0 < digits <= _MOST_DIGITS or q.components > 1:
        return None
    if any(not c.isdecimal() and c not in _MARKS for c in numeral) or not numeral[-1].isdecimal():
        return None
    best = None
    for point in (".", ",", "·"):
        whole, _, rest = numeral.partition(point)
        if numeral.count(point) > 1 or any(not c.isdecimal() for c in rest):
            whole, rest = numeral, ""
        marks = {c for c in whole if not c.isdecimal()}
        if len(marks) > 1 or point in marks and rest:
            continue
        plain = "".join(c for c in whole if c.isdecimal()) or "0"
        number = Fraction(int(plain + rest), 10 ** len(rest))
        group = marks.pop() if marks else "" if len(plain) > 3 else None
        unit = abs(q.value) / number if number else q.scale
        found = Figures(number, len(rest), point if rest else ".", group, unit)
        if unit == q.scale:
            return found
        best = best or found
    return best


def grouped(value: Fraction, decimals: int, point: str = ".", group: str = ",") -> str:
    """A number in digits, rounded half away from zero.

    >>> grouped(Fraction(12345678, 1000), 1), grouped(Fraction(5, 2), 0), grouped(Fraction(1234), 0, group="")
    ('12,345.7', '3', '1234')
    """
    n = rounded(abs(value), decimals)
    whole, rest = divmod(n, 10**decimals)
    text = f"{whole:,}".replace(",", group)
    return f"{text}{point}{rest:0{decimals}d}" if decimals else text


def rounded(value: Fraction, decimals: int) -> int:
    """`value` in units of the last decimal, half away from zero."""
    n = abs(value) * 10**decimals + Fraction(1, 2)
    whole = n.numerator // n.denominator
    return whole if value >= 0 else -whole


def write_digits(value: Fraction, q: Quantity, text: str, more: int = 0, group: str = ",") -> str | None:
    """`value` (in the unit of `q`, unsigned) written like `q`, with `more` decimals than it has; None if not in digits.

    >>> text = "sales of $1.2bn"
    >>> q = Quantity(9, 15, 10, 13, 0, 0, 0, "currency", Fraction(1_200_000_000), scale=Fraction(10**9))
    >>> write_digits(Fraction(1_730_000_000), q, text), write_digits(Fraction(1_730_000_000), q, text, 1)
    ('$1.7bn', '$1.73bn')
    """
    start, end = numeral_of(q, text)
    numeral = text[start:end]
    if q.style == "fraction":
        mixed = _mixed(value / q.scale, numeral)
        return None if mixed is None else text[q.start : start] + mixed + text[end : q.end]
    figures = figures_of(q, numeral) if q.style == "digits" else None
    if figures is None or any(c.isdigit() for c in text[end : q.number_end]):
        return None
    mark = group if figures.group is None else figures.group
    number = grouped(value / figures.unit, figures.decimals + more, figures.point, mark)
    return text[q.start : start] + number + text[end : q.end]


def _mixed(value: Fraction, numeral: str) -> str | None:
    """3½ for 3.5 where the text writes 3¾; 13-1/2 where it writes 13-5/8."""
    whole, rest = divmod(value, 1)
    start = f"{whole}" if whole else ""
    if any(c in numeral for c in _VULGAR.values()):
        return start + _VULGAR[rest] if rest in _VULGAR else None if rest else str(whole)
    m = re.search(r"(\D?)\d+/\d+$", numeral)
    if m is None or rest.denominator not in _DENOMINATORS:
        return None
    return f"{start}{(m.group(1) or ' ') if whole else ''}{rest.numerator}/{rest.denominator}"


def scale_word(q: Quantity, text: str, words: Words) -> str:
    """The scale word of a figure with what stands between it and the digits: " million", "bn"; "" where there is none."""
    m = re.match(r"\s*([^\W\d_]+)", text[numeral_of(q, text)[1] : q.end])
    return m.group() if m and words.scales.get(m.group(1).lower()) == q.scale else ""


# ---------------------------------------------------------------- words


def write_words(value: Fraction, q: Quantity, text: str, words: Words) -> str | None:
    """`value` in number words where the text has words: "six" for "eight", "two-fifths" for "two-thirds"."""
    numeral, rest = text[q.number_start : q.number_end], ""
    last = re.search(r"[\s-]+(\w+)$", numeral)
    if last and q.scale > 1 and words.scales.get(last.group(1).lower()) == q.scale:
        numeral, rest = numeral[: last.start()], numeral[last.start() :]
    if q.style == "fraction" or q.kind == "ratio":
        written = _fraction_words(value, numeral, words)
    elif q.style == "multiple":
        written = _multiple_word(value, numeral, words)
    elif q.style == "words" and (value / q.scale).denominator == 1:
        written = number_word(int(value / q.scale), words)
    else:
        written = None
    if written is None:
        return None
    return text[q.start : q.number_start] + cased(written, numeral) + rest + text[q.number_end : q.end]


def number_word(n: int, words: Words) -> str | None:
    """A number below a hundred in words."""
    if n in words.numbers:
        return words.numbers[n]
    ten, one = n - n % 10, n % 10
    if ten not in words.tens:
        return None
    return words.tens[ten] if not one else f"{words.tens[ten]}-{words.numbers[one]}" if one in words.numbers else None


def _fraction_words(value: Fraction, numeral: str, words: Words) -> str | None:
    """A fraction said like `numeral`: "one in four", "two-thirds", "a third", "half"."""
    p, q = value.numerator, value.denominator
    if not 0 < value < 1:
        return None
    pieces = re.findall(r"[^\W_]+|[\W_]+", numeral.lower())
    by_word = {word: n for n, word in words.numbers.items()}
    if len(pieces) > 2 and pieces[0] in by_word and pieces[-1] in by_word:
        ends = number_word(p, words), number_word(q, words)
        return None if None in ends else ends[0] + "".join(pieces[1:-1]) + ends[1]
    if q not in words.parts or p not in words.numbers:
        return None
    one, several = words.parts[q]
    if p > 1:
        return f"{words.numbers[p]}{'-' if '-' in numeral else ' '}{several}"
    if len(pieces) == 1 or q == 2:
        return one
    return f"{pieces[0]} {one}" if pieces[0] in words.articles else f"{words.numbers[1]}{'-' if '-' in numeral else ' '}{one}"


def _multiple_word(value: Fraction, numeral: str, words: Words) -> str | None:
    """Another factor in the same form of word: "tripled" for "doubled"; None where the pack has no such word."""
    for factor, forms in words.multiples:
        if numeral.lower() in forms:
            at = forms.index(numeral.lower())
            return next((f[at] for v, f in words.multiples if v == value and len(f) > at), None)
    return None


def simple_fractions(within: Interval, near: Fraction) -> list[Fraction]:
    """Fractions that people say, inside an interval, the common ones first and the nearest of them.

    >>> [str(f) for f in simple_fractions(Interval(Fraction("0.37"), Fraction("0.43")), Fraction("0.4"))]
    ['2/5', '3/8', '3/7']
    """
    found = {}
    for denominators in (_COMMON, _RARE):
        fractions = {Fraction(p, q) for q in denominators for p in range(1, q)}
        found |= dict.fromkeys(sorted((f for f in fractions if f in within), key=lambda f: (abs(f - near), f.denominator)))
    return list(found)


def weekday_word(n: int, words: Words) -> str | None:
    """The full name of a weekday, Monday 0, with a capital."""
    return words.weekdays[n][0].capitalize() if 0 <= n < len(words.weekdays) else None


def cased(written: str, like: str) -> str:
    """`written` with a capital where `like` has one."""
    if like.isupper() and len(like) > 1:
        return written.upper()
    return written[:1].upper() + written[1:] if like[:1].isupper() else written
