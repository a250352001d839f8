"""Slips of one figure: what could have been meant before a key was hit wrong, and the quantity that it would give.

Digits changed, dropped, doubled, inserted or two of them swapped; the decimal point or the scale word elsewhere; the
figure of a neighbour copied. Ranked by how telling a hit is: few figures can be reached by a swap, many by one digit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.interval import EVERYTHING, Interval
from checker.judging.writing import Figures, Words, figures_of, numeral_of
from checker.model import Extraction, Quantity
from checker.rational import Fraction

SWAP, SCALE, NEIGHBOUR, EXTRA, FAR_SWAP, DIGIT = range(6)  # the fewer figures a slip can lead to, the more a hit tells
_MOST_DIGITS = 9
_LONG = 5
_INFINITE = float("inf")
_NEAR = 3  # numbers to either side that count as neighbours
_COMPARABLE = frozenset(["number", "count"])


@dataclass(frozen=True, slots=True)
class Slip:
    """One edit: what sort, the text of the whole quantity after it, and the quantity that this text would be."""

    sort: int
    text: str
    quantity: Quantity


def slips_of(
    index: int, extraction: Extraction, words: Words, within: frozenset[int] = frozenset(), needed: Interval = EVERYTHING
) -> Iterator[Slip]:
    """The slips of one quantity of the document, each text once, the telling sorts first.

    `within`: the quantities of the relation itself, which are not copied from one another. `needed`: where the value
    should lie, in the unit as written; edits of digits that cannot lead there are left out early.
    """
    q, text = extraction.quantities[index], extraction.document.text
    start, end = numeral_of(q, text)
    numeral = text[start:end]
    seen = {text[q.start : q.end]}
    figures = figures_of(q, numeral) if q.style == "digits" and not any(c.isdigit() for c in text[end : q.number_end]) else None
    candidates: list[tuple[int, str, Quantity]] = []
    if figures is not None:
        digits = "".join(c for c in numeral if c.isdecimal())
        if len(digits) <= _MOST_DIGITS:
            candidates += _digits(q, text, figures, digits, _window(needed, figures, digits))
    if q.scale > 1:
        candidates += [(SCALE, *made) for made in _scale_words(q, text, words)]
    candidates += [(NEIGHBOUR, *made) for _, *made in neighbours(index, extraction, within)]
    for sort, written, made in sorted(candidates, key=lambda c: c[0]):
        if written not in seen:
            seen.add(written)
            yield Slip(sort, written, made)


def _window(needed: Interval, figures: Figures, digits: str) -> tuple[Fraction | float, Fraction | float]:
    """The digits, read as one whole number, that may be rounded to what is needed: a unit to either side, a twentieth
    of itself of a number that ends in zeros."""
    unit = figures.unit / 10**figures.decimals
    slack = Fraction(1, 18) if digits[-1] == "0" else 0
    lo = -_INFINITE if needed.lo is None else needed.lo / unit - 1 - slack * abs(needed.lo / unit)
    hi = _INFINITE if needed.hi is None else needed.hi / unit + 1 + slack * abs(needed.hi / unit)
    return (lo, hi) if hi >= 0 else (-hi, -lo)


def _digits(q: Quantity, text: str, figures: Figures, digits: str, window) -> Iterator[tuple[int, str, Quantity]]:
    """Edits of the digits themselves. A slip does not make a round number more precise: 79,000 was never 70,910."""
    lo, hi = (n if n in (_INFINITE, -_INFINITE) else n.numerator // n.denominator for n in window)
    hi += 1
    zeros = len(digits) - len(digits.rstrip("0")) if not figures.decimals else 0
    near = [digits[:i] + digits[i + 1] + digits[i] + digits[i + 2 :] for i in range(len(digits) - 1)]
    for sort, variants in ((SWAP, near), (EXTRA, _one_less(digits)), (FAR_SWAP, _swaps(digits)), (DIGIT, _digit_edits(digits))):
        for d in dict.fromkeys(variants):
            if not lo <= int(d) <= hi:
                continue
            made = _rebuilt(q, text, figures, d) if not zeros or d.endswith("0" * zeros) else None
            if made:
                yield (sort, *made)
    for made in _scales(q, text, figures, digits):
        yield (SCALE, *made)


def _swaps(digits: str) -> Iterator[str]:
    """Two digits exchanged, neighbouring ones first.

    >>> list(_swaps("123"))
    ['213', '132', '321']
    """
    for distance in range(1, len(digits)):
        for i in range(len(digits) - distance):
            j = i + distance
            if digits[i] != digits[j]:
                yield digits[:i] + digits[j] + digits[i + 1 : j] + digits[i] + digits[j + 1 :]


def _one_less(digits: str) -> Iterator[str]:
    """One digit left out, of a figure long enough that few of its digits can be the one too many."""
    if len(digits) >= _LONG:
        for i in range(len(digits)):
            yield digits[:i] + digits[i + 1 :]


def _digit_edits(digits: str) -> Iterator[str]:
    """One digit changed, left out, doubled, or one inserted."""
    for i in range(len(digits)):
        for d in "0123456789":
            if d != digits[i]:
                yield digits[:i] + d + digits[i + 1 :]
        if len(digits) > 1:
            yield digits[:i] + digits[i + 1 :]
    for i in range(len(digits) + 1):
        for d in "0123456789":
            yield digits[:i] + d + digits[i:]


def _rebuilt(q: Quantity, text: str, figures: Figures, digits: str) -> tuple[str, Quantity] | None:
    """The quantity with other digits behind the same mark; an inserted or dropped digit moves those before the mark.

    None where the number would begin with a zero that nobody writes.
    """
    if not digits.isascii() or len(digits) <= figures.decimals or (digits[0] == "0" and len(digits) > figures.decimals + 1):
        return None
    number = Fraction(int(digits), 10**figures.decimals)
    whole, rest = digits[: len(digits) - figures.decimals], digits[len(digits) - figures.decimals :]
    mark = "," if figures.group is None else figures.group
    written = f"{int(whole):,}".replace(",", mark) + (figures.point + rest if rest else "")
    return _with_number(q, text, written, number * figures.unit, figures)


def _scales(q: Quantity, text: str, figures: Figures, digits: str) -> Iterator[tuple[str, Quantity]]:
    """Ten times and a tenth: a zero more or less, the decimal point moved."""
    for shift in (1, -1):
        decimals = figures.decimals - shift
        padded = digits
        if decimals < 0:
            padded, decimals = digits + "0" * -decimals, 0
        elif not figures.decimals and shift < 0:
            if not digits.endswith("0"):
                continue
            padded, decimals = digits[:-1], 0
        if len(padded) <= decimals:
            padded = padded.rjust(decimals + 1, "0")
        made = _rebuilt(q, text, replace(figures, decimals=decimals), padded.lstrip("0").rjust(decimals + 1, "0"))
        if made:
            yield made


def _with_number(q: Quantity, text: str, written: str, value: Fraction, figures: Figures) -> tuple[str, Quantity]:
    """The quantity with another numeral; the worth of its last digit follows from its decimals."""
    sign = -1 if q.value < 0 else 1
    place = None if q.place is None and abs(value) < 1000 and not figures.decimals else figures.unit / 10**figures.decimals
    made = replace(q, value=sign * value, place=place)
    start, end = numeral_of(q, text)
    return text[q.start : start] + written + text[end : q.end], made


def _scale_words(q: Quantity, text: str, words: Words) -> Iterator[tuple[str, Quantity]]:
    """A thousand times and a thousandth by another scale word: million for billion, mln for bln."""
    end = numeral_of(q, text)[1]
    rest = text[end : q.end]
    for m in re.finditer(r"[^\W\d_]+", rest):
        if words.scales.get(m.group().lower()) != q.scale:
            continue
        for times in (Fraction(1000), Fraction(1, 1000)):
            scale = q.scale * times
            like = m.group().lower()
            other = min((w for w, v in words.scales.items() if v == scale), key=lambda w: _unlike(w, like), default="")
            if other and (_unlike(other, like)[0] < -1 or max(len(other), len(like)) <= 2):
                written = text[q.start : end] + rest[: m.start()] + other + rest[m.end() :]
                yield written, replace(q, value=q.value * times, place=q.place and q.place * times, scale=scale)


def _unlike(word: str, like: str) -> tuple[int, int]:
    """How little two words look alike at their ends, then in length."""
    common = 0
    while common < min(len(word), len(like)) and word[-1 - common] == like[-1 - common]:
        common += 1
    return -common, abs(len(word) - len(like))


def neighbours(index: int, extraction: Extraction, within: frozenset[int]) -> Iterator[tuple[int, str, Quantity]]:
    """The figures of the same kind that stand next to this one, with its value in their place: its number, text, quantity."""
    quantities, text = extraction.quantities, extraction.document.text
    q = quantities[index]
    for i in range(max(0, index - _NEAR), min(len(quantities), index + _NEAR + 1)):
        other = quantities[i]
        same = other.kind == q.kind and other.unit == q.unit or {q.kind, other.kind} <= _COMPARABLE
        if i not in within and same and other.value is not None and other.value != q.value and other.style == q.style:
            yield i, text[other.start : other.end], replace(q, value=other.value, place=other.place, scale=other.scale)
