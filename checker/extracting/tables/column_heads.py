"""Figures set in columns below a line that ends with their measure: "stocks by country, in mln tonnes --", "futures, in 000's
bushels:". It holds for all the tables that follow, which have no header of their own to say so, up to a line of prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from checker.extracting.draft import Scan
from checker.extracting.tables.measures import Measure, applied
from checker.extracting.units_read import read_unit
from checker.model import Extraction, Quantity

_MARK = re.compile(r"(?:--?|:)[ \t]*\r?\n")
_WORD = re.compile(r"[^\W\d_]+")
_LEAD = 7  # tokens of what the measure says of the figures
_PROSE = 9  # words of a line that is no row


def headed(s: Scan, extraction: Extraction) -> Extraction:
    """The extraction with the bare figures of such columns measured."""
    heads = [(mark.end(), told) for mark in _MARK.finditer(s.text) if (told := _measure(s, mark.start()))]
    if not heads:
        return extraction
    found = list(extraction.quantities)
    for (start, measure), (end, _) in pairwise([*heads, (len(s.text), None)]):
        for first, last in _rows(s, found, start, end):
            found[first:last] = [_measured(q, measure) for q in found[first:last]]
    return replace(extraction, quantities=tuple(found))


def _measure(s: Scan, at: int) -> Measure | None:
    """The unit and the scale that "in" leads to in front of the mark at character `at`."""
    mark = bisect_left(s.starts, at)
    for k in range(mark - 2, max(mark - _LEAD, 0), -1):
        if s.words[k] not in s.lex.sets["columns-in"]:
            continue
        scale, j = 1, k + 1
        while s.word(j) in s.lex.scales and s.words[j] not in s.lex.letters or s.word(j) in s.lex.sets["columns-thousands"]:
            scale, j = scale * s.lex.scales.get(s.words[j], 1000), j + 1
            j += s.word(j).strip("'’") == "s"
        found = read_unit(s, j, None, True, False) if j < mark else None
        told = found is not None and found.last == mark - 1 and found.kind in ("physical", "currency")
        return Measure(found.unit, found.kind, scale) if told else None
    return None


def _rows(s: Scan, found: list[Quantity], start: int, end: int) -> Iterator[tuple[int, int]]:
    """The figures, from one up to another, of each row between two places in the text."""
    at = bisect_left(found, start, key=lambda q: q.start)
    while start < end:
        stop = s.text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if len(_WORD.findall(s.text, start, stop)) >= _PROSE:
            return
        first = at
        while at < len(found) and found[at].start < stop:
            at += 1
        if first < at and _is_row(s.text, found[first:at], start, stop):
            yield first, at
        start = stop + 1


def _is_row(text: str, row: list[Quantity], start: int, stop: int) -> bool:
    """Whether a label opens the line, and blanks and figures make the rest of it."""
    blank = all(not text[a.end : b.start].strip() for a, b in pairwise(row)) and not text[row[-1].end : stop].strip()
    label = text[start : row[0].start]
    named = row[0].kind == "identifier" and not label.strip()  # "DEL GRADES      1625"
    return blank and len(row) > 1 and (named or label[-1:] == " " and any(map(str.isalpha, label)))


def _measured(q: Quantity, measure: Measure) -> Quantity:
    bare = q.kind == "number" and q.unit is None and q.value is not None
    return applied(q, measure, {}) if bare else q
