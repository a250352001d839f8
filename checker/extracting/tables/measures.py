"""What headers and captions say about the numbers below them: "(in millions)", "000 hectares", "Rain (mm)", "£m".

A stretch of header words is a measure only if nothing else stands in it; the pack's tables file names the words that may
join a scale and a unit ("in", "of").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checker.extracting.draft import Scan
from checker.extracting.units_read import Found, read_unit
from checker.rational import Fraction
from checker.tables import Span

_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_TAIL = re.compile(r"((?:[^\W\d_]{1,3}[$€£¥]?|[$€£¥])\s?['’](?:000s?|[^\W\d_]{1,8}))(?:\s[^\W\d_]{2,12}\d?)?$")  # "stated RMB'Million", "2018 $'000 restated2"
_PIECE = re.compile(r"[^,;:–—]+")


_SHARES = ("percent", "points")  # never told in thousands


@dataclass(frozen=True, slots=True)
class Measure:
    """Unit, kind and scale that bare numbers take; `None` and 1 where nothing is said."""

    unit: str | None = None
    kind: str | None = None
    scale: int = 1

    def or_else(self, other: Measure) -> Measure:
        """This measure, with what it leaves open taken from another."""
        if self.unit is not None and self.kind != "currency" or other == NOTHING:
            return self
        if self.unit is None and other.kind in _SHARES:
            return other  # "(in thousands, except percentages)" below "(%)"
        unit, kind = (self.unit, self.kind) if self.unit is not None else (other.unit, other.kind)
        return Measure(unit, kind, self.scale if self.scale != 1 else other.scale)


NOTHING = Measure()


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """The pack's words for headers."""

    joints: frozenset[str]  # may stand around scale and unit: in, of, all figures
    scales: dict[str, int]  # 000s, mn; m and the like only beside a currency
    letters: dict[str, int]
    dated: frozenset[str]  # after "years" and the like: "Years ended"
    but: frozenset[str]  # what follows these is left out: "in millions, except margins"


def header_words(data: dict) -> HeaderWords:
    entry = data.get("tables", {}).get("header", {})
    return HeaderWords(frozenset(entry.get("joints", ())), dict(entry.get("scales", {})), dict(entry.get("scale-letters", {})), frozenset(entry.get("dated", ())), frozenset(entry.get("but", ())))


def measure_in(s: Scan, words: HeaderWords, span: Span, whole: bool) -> Measure:
    """The measure that a header states in brackets, after a comma, or (`whole`) by itself."""
    for piece in _pieces(s.text, span, whole):
        found = _read(s, words, piece)
        if found is not None:
            return found
    return NOTHING


def combined(found: Iterable[Measure]) -> Measure:
    """The first measure, completed by the following ones."""
    result = NOTHING
    for other in found:
        result = other if result == NOTHING else result.or_else(other)
    return result


def _pieces(text: str, span: Span, whole: bool) -> Iterator[Span]:
    """The stretches that may be a measure: brackets first, then what follows a comma, last the whole."""
    for m in reversed(list(_BRACKET.finditer(text, *span))):
        group = 1 if m.group(1) is not None else 2
        yield m.span(group)
        yield from (p.span() for p in _PIECE.finditer(text, *m.span(group)))
    parts = [p.span() for p in _PIECE.finditer(text, *span)]
    yield from reversed(parts[1:])
    tail = _TAIL.search(text[span[0] : span[1]])
    if tail:
        yield span[0] + tail.start(1), span[0] + tail.end(1)
    if whole and span[1] - span[0] > 1 or whole and not text[span[0]].isalpha():  # "L" over losses is no litre
        yield span
        bracket = _BRACKET.search(text, *span)
        if bracket:
            yield span[0], bracket.start()


def _read(s: Scan, words: HeaderWords, span: Span) -> Measure | None:
    """The measure that a stretch of text is; None where anything else stands in it."""
    first = _token_at(s, span[0])
    last = _token_at(s, span[1])
    i, scale, unit, kind, letter = first, 1, None, None, False
    while i < last:
        word = s.words[i]
        if word in words.but:
            break
        if word in words.joints or word in "'’‘." or len(word) == 4 and word.isdecimal() and word[:2] in ("19", "20"):
            i += 1
        elif scale == 1 and (word in words.scales or word in s.lex.scales and word not in s.lex.letters):
            scale, i = words.scales.get(word) or s.lex.scales[word], i + 1
        elif scale == 1 and word in words.letters and (kind == "currency" or _money_next(s, i + 1, last)):
            scale, i, letter = words.letters[word], i + 1, True
        elif unit is None and scale == 1 and (coded := _coded(s, words, i)) is not None:
            unit, kind, scale, i = coded.unit, coded.kind, coded.scale, i + 1
        elif unit is None and (found := _unit(s, i, last)) is not None:
            unit, kind, i = found.unit, found.kind, found.last + 1
        else:
            return None
    if letter and kind != "currency":
        return None
    return Measure(unit, kind, scale) if unit is not None or scale != 1 else None


def _unit(s: Scan, i: int, last: int) -> Found | None:
    """The unit that tokens i..last (exclusive) begin with, read as if nothing else were there."""
    if s.words[i] in s.lex.units.signs:
        return Found(i, s.lex.units.signs[s.words[i]], "currency")
    k, code = _initials(s, i)  # S$, US $, U.S. $
    letters = s.lex.units.sign_letters.get(s.word(k)) if k < last and s.starts[k] - s.ends[k - 1] < 2 else None
    if letters and code in letters:
        return Found(k, letters[code], "currency")
    alone = replace(s, words=s.words[i:last], starts=s.starts[i:last], ends=s.ends[i:last], mask=bytearray(last - i))
    found = read_unit(alone, 0, Fraction(1000), True, True)
    return None if found is None else Found(found.last + i, found.unit, found.kind)


def _initials(s: Scan, i: int) -> tuple[int, str]:
    """The token after letters that may stand with full stops, and the letters: "US", "U.S."."""
    k, code = i + 1, s.words[i].upper()
    while len(s.words[k - 1]) == 1 and s.word(k) == "." and s.glued(k) and k < i + 6:
        k += 1
        if s.glued(k) and s.word(k).isalpha() and len(s.words[k]) == 1:
            code, k = code + s.words[k].upper(), k + 1
        else:
            break
    return k, code


def _coded(s: Scan, words: HeaderWords, i: int) -> Measure | None:
    """The code of a currency with a letter for its scale on it: "USDm", "EURbn", "GBPk"."""
    raw = s.raw(i)
    code, letters = raw[:3], raw[3:].lower()
    if letters not in words.letters or not (code.isupper() and code.isalpha()):
        return None
    alone = replace(s, words=[code.lower()], starts=[s.starts[i]], ends=[s.starts[i] + 3], mask=bytearray(1))
    found = read_unit(alone, 0, Fraction(1000), True, True)
    return Measure(found.unit, found.kind, words.letters[letters]) if found is not None and found.kind == "currency" else None


def _money_next(s: Scan, i: int, last: int) -> bool:
    found = _unit(s, i, last) if i < last else None
    return found is not None and found.kind == "currency"


def _token_at(s: Scan, offset: int) -> int:
    """The first token that starts at or after an offset."""
    return bisect_left(s.starts, offset)


def leading_unit(s: Scan, words: HeaderWords, span: Span) -> Measure:
    """The unit that a header begins with, where it is the name of one: "Days with rain", "Tonnes landed"; a percent sign
    at either end: "% change", "Change %"."""
    i, last = _token_at(s, span[0]), _token_at(s, span[1])
    ends = [found for k in (i, last - 1) if i < last and (found := _unit(s, k, k + 1)) is not None and found.kind == "percent" and not s.words[k].isalpha()]
    if ends and last - i > 1:
        return Measure(ends[0].unit, "percent")
    if i < last and len(s.words[i]) > 3 and s.words[i] in s.lex.units.names:
        found = _unit(s, i, last)
        dated = s.word(found.last + 1 if found else i) in words.dated or found is not None and found.last + 1 >= last
        if found is not None and (found.kind == "physical" or found.kind == "duration" and not dated):
            return Measure(found.unit, found.kind)
    return NOTHING


def applied(quantity, measure: Measure, plain: dict[str, frozenset[str]]):
    """The quantity with the unit and scale that it has from its header. `plain`: what a bare sign of a currency may mean."""
    if quantity.value is None:
        return quantity
    changes: dict = {}
    bare = quantity.unit is None and quantity.kind == "number"
    if measure.kind == "currency" and quantity.unit in plain and measure.unit in plain[quantity.unit]:
        changes |= {"unit": measure.unit}  # "$" under "NT dollars"
    if bare and measure.unit is not None:
        changes |= {"unit": measure.unit, "kind": measure.kind, "inherited": "unit"}
    if (bare or quantity.kind == "currency") and measure.scale != 1 and quantity.scale == 1:
        scale = Fraction(measure.scale)
        place = quantity.place if quantity.place is not None else Fraction(1)
        changes |= {"value": quantity.value * scale, "place": place * scale, "scale": scale, "sense": "rounded", "inherited": "scale"}
    elif changes and quantity.place is None and quantity.style == "digits" and measure.kind != "duration":
        changes |= {"place": Fraction(1), "sense": "rounded"}
    return replace(quantity, **changes) if changes else quantity


def measured(found: list, measure: Measure, column: Measure, plain: dict[str, frozenset[str]]):
    """The numbers of a cell with their units; of two, as in "66 (55.0)" under "n (%)", a percent is the second."""
    if len(found) == 2 and measure.kind == "percent":
        other = column if column.kind != "percent" else NOTHING
        return [applied(found[0], other, plain), applied(found[1], measure, plain)]
    return [applied(q, measure, plain) for q in found]
