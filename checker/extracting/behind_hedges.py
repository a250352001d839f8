"""What is measured or counted apart from its number: behind a hedge ("10 or more employees", "two or more years"), or in
front of it ("a year or two")."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import read_noun
from checker.extracting.unit_table import singular_of
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
    if (s.words[at], s.word(at + 1)) in s.lex.phrases["age-onward"] and s.word(hit[0]) in s.lex.sets["person"]:
        draft.kind, draft.unit = "age", "year of age"  # "the 90 and over population"
        return
    noun = read_noun(s, hit[0], False)
    if noun is not None:
        draft.noun, draft.noun_last = noun
        draft.unit, draft.kind = noun[0][-1], "count"


def from_one(s: Scan, draft: Draft) -> None:
    """Gives the number of "a year or two", "the next mile or two" the unit of the one. In place."""
    joint = draft.first - 1
    if draft.unit is not None or draft.kind != "number" or draft.style != "words" or s.word(joint) not in s.lex.sets["range-or"] or joint < 2:
        return
    unit = longest(s.lex.units.names, s.words, joint - 1)
    one = unit is not None and unit[0] == joint and unit[1].kind in ("duration", "physical", "currency") and unit[1].ask is None
    if one and singular_of(s.words[joint - 1], s.lex.plural) == s.words[joint - 1] and s.word(draft.last + 1) not in s.lex.scales:
        draft.unit, draft.kind, draft.inherited = unit[1].id, unit[1].kind, "unit"
