"""Which country's money a bare name means: "324 million francs" where the text has spoken of Swiss francs, and of no others."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.language.pack import Phrases



def settled(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with currencies that only have a common name (krone, franc) given the country that the text names. In place."""
    bare = {d.unit for d in drafts if d.kind == "currency" and d.unit and d.unit.islower() and "/" not in d.unit}
    if not bare:
        return drafts
    named = {d.unit for d in drafts if d.kind == "currency" and d.unit and d.unit.isupper()}
    meant = {}
    for name in bare:
        found = _of_name(s.lex.units.names, name) & named
        if len(found) == 1:
            meant[name] = found.pop()
    for draft in drafts:
        if draft.kind == "currency" and draft.unit in meant:
            draft.unit = meant[draft.unit]
    return drafts


def _of_name(names: Phrases, bare: str) -> set[str]:
    """The currencies that are called by a country's word and this name: CHF and BEF of "franc"."""
    own = {words[0] for found in names.values() for words, unit in found if unit.id == bare and len(words) == 1}
    return {unit.id for found in names.values() for words, unit in found if len(words) > 1 and words[-1] in own and unit.kind == "currency" and unit.id.isupper()}
