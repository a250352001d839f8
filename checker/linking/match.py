"""Frames by phrases: cues open a frame, fragments in reach of the cue fill its parts.

Works on one line at a time. Each cue owns a territory, from the end of the cue of its family before it to the start of
the next one, inside its clause; phrases for parts are looked for there, the nearest first, those after the cue before
those in front of it. What no phrase ties is left to `seek`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import reduce
from operator import or_

from checker.language.phrase import Phrase
from checker.linking.lexicon import FrameSpec, Lexicon
from checker.linking.lines import Line, offsets
from checker.model import Extraction

_COUNTS = ("count", "number")  # "seven votes to four" lists two of a kind
_BEFORE_COSTS = 4  # a phrase in front of the cue must be this much nearer than one after it


@dataclass(slots=True)
class Draft:
    """A frame while it is filled: positions in the line, parts bound so far."""

    spec: FrameSpec
    line: Line
    start: int  # positions of the cue
    end: int
    left: int  # positions of the territory
    right: int
    claims: dict[str, tuple[int, ...]]
    spans: dict[str, tuple[tuple[int, int], ...]]
    sign: int
    reach: tuple[int, int]  # first and last position of anything bound
    far: set[str]  # parts found outside the clause


def drafts_of(line: Line, lexicon: Lexicon, extraction: Extraction) -> list[Draft]:
    """All frames that phrases open in one line, in the order of their cues."""
    present, all_cues = set(line.symbols), lexicon.cues
    missed = ~reduce(or_, map(lexicon.needs.__getitem__, present & lexicon.needs.keys()), 0)
    tried = set().union(*map(lexicon.by_symbol.__getitem__, present & lexicon.by_symbol.keys()))
    cues: list[tuple[FrameSpec, Phrase, re.Match[str]]] = []
    for number in sorted([n for n in tried if not all_cues[n][2] & missed]):
        spec, cue, _ = all_cues[number]
        cues.extend([(spec, cue, m) for m in cue.overlapping(line.symbols)])
    if not cues:
        return []
    cues.sort(key=lambda c: (c[2].start(), -c[2].end()))
    cache: dict[int, list[re.Match[str]]] = {}
    edges = _edges(cues)
    drafts = []
    for spec, cue, match in cues:
        draft = _open(spec, cue, match, line, edges, lexicon, extraction)
        _fill(draft, present, cache, extraction)
        sought = {find.part for find in spec.finds}  # what seek may still find
        if spec.least - sought <= draft.claims.keys() | draft.spans.keys() and not _excluded(draft, lexicon):
            drafts.append(draft)
    return drafts


def _edges(cues) -> dict[str, tuple[list[int], list[int]]]:
    """Where the cues of each family start and end, sorted; a bare word bounds nothing ("up" in "up from")."""
    found: dict[str, tuple[list[int], list[int]]] = {}
    for spec, _, m in cues:
        if m.lastindex is not None:
            starts, ends = found.setdefault(spec.family, ([], []))
            starts.append(m.start())
            ends.append(m.end())
    return {family: (sorted(starts), sorted(ends)) for family, (starts, ends) in found.items()}


def _open(spec, cue, match, line, edges, lexicon: Lexicon, extraction) -> Draft:
    starts, ends = edges.get(spec.family, ((), ()))
    before, after = bisect_right(ends, match.start()), bisect_left(starts, match.end())
    left = ends[before - 1] if before else 0
    right = starts[after] if after < len(starts) else len(line.symbols)
    draft = Draft(spec, line, match.start(), match.end(), left, right, {}, {}, spec.sign, (match.start(), match.end()), set())
    _bind(draft, cue, match, extraction)
    if not draft.sign:
        draft.sign = _sign(line.symbols, match.start(), match.end(), lexicon)
    if spec.scope == "clause":
        _narrow(draft, lexicon)
    return draft


def _sign(symbols: str, start: int, end: int, lexicon: Lexicon) -> int:
    up = lexicon.rising.search(symbols, start, end)
    down = lexicon.falling.search(symbols, start, end)
    if up and down:
        return 1 if up.start() < down.start() else -1
    return 1 if up else -1 if down else 0


def _narrow(draft: Draft, lexicon: Lexicon) -> None:
    """Cut the territory at words that open another clause."""
    symbols = draft.line.symbols
    for m in lexicon.breaks.finditer(symbols, draft.left, draft.start):
        draft.left = max(draft.left, m.end())
    later = lexicon.breaks.search(symbols, draft.end, draft.right)
    if later:
        draft.right = later.start()


def _fill(draft: Draft, present: set[str], cache: dict, extraction: Extraction) -> None:
    """Bind each part that a phrase ties to a number in the territory."""
    for part, phrases in draft.spec.parts:
        if part in draft.claims or part in draft.spans:
            continue
        best = None
        for order, phrase in enumerate(phrases):
            if not all(not present.isdisjoint(need) for need in phrase.needs):
                continue
            key = id(phrase)
            if key not in cache:
                cache[key] = phrase.overlapping(draft.line.symbols)
            for match in cache[key]:
                rank = _rank(draft, phrase, match, order)
                if rank is not None and (best is None or rank < best[0]):
                    best = (rank, phrase, match)
        if best:
            _bind(draft, best[1], best[2], extraction)


def _rank(draft: Draft, phrase: Phrase, match, order: int):
    """How near a fragment is to the cue: smaller is better, None outside the territory or over numbers already used."""
    if match.start() < draft.left or match.end() > draft.right:
        return None
    used = {q for found in draft.claims.values() for q in found}
    for slot in phrase.slots:
        span = match.span(slot.group)
        if span[0] >= 0 and any(q in used for q in draft.line.quantities(*span)):
            return None
    if match.start() >= draft.end:
        return (match.start() - draft.reach[1] if match.start() >= draft.reach[1] else 0, order, match.start(), -match.end())
    if match.end() <= draft.start:
        return (draft.reach[0] - match.end() + _BEFORE_COSTS, order, -match.start(), -match.end())
    return (0, order, match.start(), -match.end())


def _bind(draft: Draft, phrase: Phrase, match, extraction: Extraction) -> None:
    for slot in phrase.slots:
        start, end = match.span(slot.group)
        if start < 0 or start == end:
            continue
        if slot.form == "words":
            draft.spans.setdefault(slot.name, (offsets(draft.line, start, end, extraction),))
        else:
            draft.claims.setdefault(slot.name, tuple(_listed(draft.line, slot.form, start, end, extraction)))
    draft.reach = (min(draft.reach[0], match.start()), max(draft.reach[1], match.end()))


def _listed(line: Line, form: str, start: int, end: int, extraction: Extraction) -> list[int]:
    found = line.quantities(start, end)
    if form == "quantity" or not found:
        return found
    first = extraction.quantities[found[0]]
    kinds = _COUNTS if first.kind in _COUNTS else (first.kind,)
    return [q for q in found if extraction.quantities[q].is_measure and extraction.quantities[q].kind in kinds]


def _excluded(draft: Draft, lexicon: Lexicon) -> bool:
    start, end = max(0, draft.reach[0] - 3), draft.reach[1] + 4
    return any(lexicon.pattern(name).search(draft.line.symbols, start, end) for name in draft.spec.unless)
