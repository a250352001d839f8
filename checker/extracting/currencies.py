"""Which country's money a bare name means: "324 million francs" where the text has spoken of Swiss francs, and of no others."""

from __future__ import annotations

from functools import lru_cache

from checker.extracting.draft import Draft, Scan
from checker.extracting.unit_table import UnitTable



def settled(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with currencies that only have a common name (krone, franc) given the country that the text names. In place."""
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


@lru_cache(maxsize=256)
def _of_name(units: UnitTable, bare: str) -> frozenset[str]:
    """The currencies that are called by a country's word and this name: CHF and BEF of "franc"."""
    names = units.names
    own = {words[0] for found in names.values() for words, unit in found if unit.id == bare and len(words) == 1}
    return frozenset(unit.id for found in names.values() for words, unit in found if len(words) > 1 and words[-1] in own and unit.kind == "currency" and unit.id.isupper())
