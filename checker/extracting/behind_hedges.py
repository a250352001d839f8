"""What is measured or counted behind a hedge that parts it from its number: "10 or more employees", "two or more years"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import read_noun
from checker.extracting.units_read import read_unit
from checker.language import longest


def read(s: Scan, draft: Draft) -> None:
    """Gives a bare number its unit or noun from behind "or more". In place."""
    at = draft.last + 1
    if draft.unit is not None or draft.kind != "number" or draft.hedge is None or s.word(at) not in s.lex.after_hedges or not s.words[at].isalpha():
        return
    hit = longest(s.lex.after_hedges, s.words, at)
    if hit is None or hit[0] - at < 2 or s.parted(hit[0]) or any(s.mask[at : hit[0]]):
        return
    unit = read_unit(s, hit[0], draft.value, False, False)
    if unit is not None and unit.kind in ("duration", "physical", "percent", "points"):
        draft.unit, draft.kind, draft.last, draft.end = unit.unit, unit.kind, unit.last, s.ends[unit.last]
        return
    noun = read_noun(s, hit[0], False)
    if noun is not None:
        draft.noun, draft.noun_last = noun
        draft.unit, draft.kind = noun[0][-1], "count"
