"""Which country's money a bare name means: "324 million francs" where the text has spoken of Swiss francs, and of no others."""

from __future__ import annotations

from functools import lru_cache

from checker.extracting import issuers
from checker.extracting.draft import Draft, Scan
from checker.extracting.unit_table import UnitTable
from checker.language import longest

_CONVERTS = {"(", "=", "["}
_SENTENCE = 25  # tokens from one amount to the next of its sentence
_BESIDE = 12  # tokens from one amount to the next that names its currency no more


def settled(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with currencies that only have a common name (krone, franc) given the country that the text names. In place."""
    issuers.settled(s, drafts)
    _named_again(s, drafts)
    _same_nation(s, drafts)
    bare = {d.unit for d in drafts if d.kind == "currency" and d.unit and d.unit.islower() and "/" not in d.unit}
    if not bare:
        return drafts
    named = {d.unit for d in drafts if d.kind == "currency" and d.unit and d.unit.isupper()}
    meant = {}
    for name in bare:
        found = _of_name(s.lex.units, name) & named
        if len(found) == 1:
            meant[name] = min(found)
    for draft in drafts:
        if draft.kind == "currency" and draft.unit in meant:
            draft.unit = meant[draft.unit]
    return drafts


def _same_nation(s: Scan, drafts: list[Draft]) -> None:
    """"closed at 22 H.K. dlrs while the other ended at 3.95 dlrs": the bare name goes on with the nation that its sentence has
    given it; not in a bracket or behind "or", where it may be converted. In place."""
    paid = [draft for draft in drafts if draft.kind == "currency" and draft.unit and not draft.prefixed]
    for left, right in zip(paid, paid[1:]):
        name, code = s.words[right.last], (left.unit or "").partition("/")[0]
        if left.last - left.first < 2 or s.words[left.last] != name or "/" in right.unit or right.unit == code or code not in _of_name(s.lex.units, name):
            continue
        bare = s.word(right.last - 1).isdecimal() or s.word(right.last - 1) in s.lex.scales or s.word(right.last - 1) in s.lex.small
        gap = s.words[left.last + 1 : right.first]
        if bare and len(gap) <= _SENTENCE and not _CONVERTS & set(gap) and s.lex.sets["range-or"].isdisjoint(gap) and not any(w in ".!?" and not s.glued(k + 1) for k, w in enumerate(gap, left.last + 1)):
            right.unit = left.unit


def of_nation(s: Scan, last: int) -> str | None:
    """The currency whose nation stands behind its name, which ends with token `last`: "seven mln dlrs Canadian"."""
    if last + 1 >= len(s.words) or not s.raw(last + 1)[0].isupper() or s.space(last + 1) != 1 or s.raw(last).isupper():
        return None
    hit = longest(s.lex.units.names, (s.words[last + 1], s.words[last]), 0)
    return hit[1].id if hit is not None and hit[0] == 2 and hit[1].kind == "currency" else None


def _named_again(s: Scan, drafts: list[Draft]) -> None:
    """"28 Egyptian pounds a ton, instead of 7.5 pounds": what may weigh is money beside money of the same name. In place."""
    for left, right in zip(drafts, drafts[1:]):
        name = s.words[right.last]
        if right.kind != "physical" or left.kind != "currency" or right.first - left.last > _BESIDE or s.word(right.last + 1) in s.lex.sets["of"]:
            continue
        code = (left.unit or "").partition("/")[0]
        if name in s.words[left.first + 1 : left.last + 1] and code in _of_name(s.lex.units, name) and right.prefixed is False:
            right.unit, right.kind = code, "currency"


@lru_cache(maxsize=256)
def _of_name(units: UnitTable, bare: str) -> frozenset[str]:
    """The currencies that are called by a country's word and this name: CHF and BEF of "franc"."""
    names = units.names
    own = {words[0] for found in names.values() for words, unit in found if unit.id == bare and len(words) == 1} | {bare}
    return frozenset(unit.id for found in names.values() for words, unit in found if len(words) > 1 and words[-1] in own and unit.kind == "currency" and unit.id.isupper())
