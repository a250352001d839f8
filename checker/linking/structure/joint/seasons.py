"""The first part of a year, the rest of it, and the year: nine months and a quarter, two halves. Amounts add up, and the
growth of the year lies between those of its parts.

Sentences are read as rows of seasons and figures: as many of both go together in their order.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container, Iterable
from functools import lru_cache

from checker.linking.context import Context, same_head
from checker.linking.lines import Line
from checker.linking.structure.change.parts_of_growth import growth_frame
from checker.linking.structure.change.terms import Item
from checker.linking.structure.joint.evidence import slipped
from checker.linking.structure.joint.outgrown import growths_of
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame

_WITHIN = 8  # sentences
LEVELS = ("currency", "count", "number", "physical")
PAIRS = (("nine-months", "last-quarter"), ("joint-first-half", "joint-second-half"))
_YEAR = "full-year"
_PART_OF = 12  # characters between a season and the year that it is part of: "the last three months of the year"


def seasons(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "sum" (amounts) and "growth-of-total" (rates)."""
    if not any(q.kind in ("period", "duration") for q in context.extraction.quantities):
        return []
    page = page_of(context)
    found: list[Frame] = []
    text = context.extraction.document.text.lower()
    for early, late in PAIRS:
        if not any(word in text for word in _spoken(early, page)):
            continue
        spoken = _spoken_in(page, text, early)
        for n, line in enumerate(page.lines):
            if line.number not in spoken or not said_of(page, line, early):
                continue
            window = page.lines[n : n + _WITHIN]
            sums, grown = _amounts(page, window, (early, late)), _growths(page, window, (early, late))
            found += [f for f in (sums, grown) if f is not None]
            break
    return found


# ---------------------------------------------------------------- what is told of which season


def speaks_of(page: Page, names: Iterable[str]) -> bool:
    """Whether each of some seasons may be named in the document: asked before its sentences are read."""
    text = page.context.extraction.document.text.lower()
    return all(any(word in text for word in _spoken(name, page)) for name in names)


@lru_cache(maxsize=64)
def _pattern(words: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(rf"\b{re.escape(w)}\b" for w in sorted(words, key=lambda w: (-len(w), w))))


def _spoken_in(page: Page, text: str, name: str) -> Container[int]:
    """The numbers of the sentences in which a season may be named; `text` is that of the document in small letters."""
    lines = [line for line in page.lines if line.firsts]
    if not lines:
        return frozenset()  # all that the document says stands in tables or crowds of figures
    if len(text) != len(page.context.extraction.document.text):  # some letters become two
        return {line.number for line in lines}
    starts = [page.context.extraction.tokens.starts[line.firsts[0]] for line in lines]
    found: set[int] = set()
    for word in _spoken(name, page):
        at = text.find(word)
        while at >= 0:
            found.add(lines[max(0, bisect_right(starts, at) - 1)].number)
            at = text.find(word, at + 1)
    return found


def said_of(page: Page, line: Line, name: str) -> list[tuple[int, int]]:
    """Where a season is named in a sentence, in characters."""
    words = page.context.lexicon.pack.words(name)
    if not words or not line.firsts:
        return []
    tokens = page.context.extraction.tokens
    start, end = tokens.starts[line.firsts[0]], tokens.ends[line.lasts[-1]]
    text = page.context.extraction.document.text[start:end].lower()
    return [(start + m.start(), start + m.end()) for m in _pattern(_spoken(name, page)).finditer(text)]


def _spoken(name: str, page: Page) -> frozenset[str]:
    """The words of a class as a text writes them."""
    return _written(page.context.lexicon.pack.words(name))


@lru_cache(maxsize=64)
def _written(words: frozenset[str]) -> frozenset[str]:
    return frozenset(w.replace(" ' ", "'").replace(" - ", "-") for w in words)


def _row(page: Page, line: Line, names: tuple[str, str]) -> list[tuple[int, str]]:
    """The seasons of a sentence in order: (offset, class)."""
    found = [(a, b, name) for name in names for a, b in said_of(page, line, name)]
    if {name for _, _, name in found} == {names[0]}:  # "190 in the first half and 220 in the second"
        found += [(a, b, names[1]) for a, b in said_of(page, line, names[1] + "-bare") if a > found[0][0]]
    years = [(a, b) for a, b in said_of(page, line, _YEAR)]
    inside = [(a, b) for a, b in years if any(s <= a < e or 0 <= a - e <= _PART_OF for s, e, _ in found)]
    found += [(a, b, _YEAR) for a, b in years if (a, b) not in inside and not any(s < b and a < e for s, e, _ in found)]
    return sorted((a, name) for a, _, name in found)


def told_of_seasons(page: Page, line: Line, names: tuple[str, str], spots: list[int]) -> dict[str, int]:
    """Which of the figures (by offset) is told of which season: as many of both in order, or the only one."""
    row = _row(page, line, names)
    kinds = [name for _, name in row]
    if len(set(kinds)) < len(kinds):
        row = [(a, name) for n, (a, name) in enumerate(row) if name not in kinds[:n]]
    if not row or not spots:
        return {}
    if len(row) != len(spots):  # "37 million in the first nine months, and warned of a weak end to the year"
        row = [(a, name) for a, name in row if name != _YEAR] or row
    if len(row) == len(spots):
        return {name: n for n, (_, name) in enumerate(row)}
    if len(row) == 1:
        before = [n for n, spot in enumerate(spots) if spot < row[0][0]]
        opens = not before or row[0][0] - page.context.extraction.tokens.starts[line.firsts[0]] < 40
        return {row[0][1]: 0 if opens else before[-1]}
    return {}


# ---------------------------------------------------------------- amounts


def _amounts(page: Page, window: list[Line], names: tuple[str, str]) -> Frame | None:
    told: dict[str, list[Figure]] = {}
    for line in window:
        figures = [f for f in page.figures(line) if f.quantity.kind in LEVELS and f.quantity.value and f.item.kind == "level" and f.item.word not in ("from", "base", "than")]
        heads = [f for f in figures if same_measure(figures[0], f)]
        for name, n in told_of_seasons(page, line, names, [f.quantity.start for f in heads]).items():
            told.setdefault(name, []).append(heads[n])
    first, second = (told.get(name, [None])[0] for name in names)
    if first is None or second is None or first is second or second.item.then != first.item.then:
        return None
    totals = [f for f in told.get(_YEAR, ()) if f is not first and f is not second and same_measure(f, first) and same_measure(f, second)]
    totals = [f for f in totals if f.quantity.value > max(first.quantity.value, second.quantity.value) and f.item.then == first.item.then]
    if len(totals) != 1 or page.says("looks-ahead", totals[0].line):
        return None
    total, a, b = (f.quantity.value for f in (totals[0], first, second))
    meant = ((totals[0], a + b), (first, total - b), (second, total - a))
    tied = any(slipped(f.quantity, implied) for f, implied in meant) or page.says("sums-up", totals[0].line)
    return page.frame("sum", {"total": (totals[0].index,), "part": (first.index, second.index)}, 0, tied)


def same_measure(a: Figure, b: Figure) -> bool:
    """True of two figures of one unit; a bare number takes that of the other."""
    bare = any(f.quantity.kind == "number" and f.quantity.unit is None for f in (a, b))
    return same_head(a.quantity, b.quantity) or bare and {a.quantity.kind, b.quantity.kind} <= {"number", "count", "physical"}


# ---------------------------------------------------------------- growths


def _growths(page: Page, window: list[Line], names: tuple[str, str]) -> Frame | None:
    told: dict[str, tuple[Line, Item]] = {}
    for line in window:
        found = [r for r in growths_of(page, line) if not r[1].blocked]
        spots = [page.reader.quantity(item).start for _, item in found]
        for name, n in told_of_seasons(page, line, names, spots).items():
            told.setdefault(name, found[n])
    if not {*names, _YEAR} <= told.keys() or page.says("looks-ahead", told[_YEAR][0]):
        return None
    three = [told[names[0]], told[names[1]], told[_YEAR]]
    if len({id(item) for _, item in three}) < 3 or any(page.near.has(name, line) for line, _ in three for name in ("joint-mean", "constant-terms", "margin-without")):
        return None
    return growth_frame(three, 2, page.reader)
