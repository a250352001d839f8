"""Which country's money a bare name means: "324 million francs" where the text has spoken of Swiss francs, and of no others."""

from __future__ import annotations

from functools import lru_cache

from checker.extracting import issuers
from checker.extracting.draft import Draft, Scan
from checker.extracting.unit_table import UnitTable
from checker.language import longest

_CONVERTS = {"(", "=", "["}
_PASSAGE = 40  # tokens from one amount to the next that names no nation
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
    """"closed at 22 H.K. dlrs while the other ended at 3.95 dlrs a share. They had cost 17 dlrs": the bare name goes on with the
    nation told last; not in a bracket or behind "or", where it may be converted, nor where another nation is named. In place."""
    told: Draft | None = None
    for i, right in enumerate(drafts):
        if right.kind != "currency" or not right.unit or right.prefixed:
            told = told if right.kind != "currency" else None
            continue
        own, at = right.unit.partition("/")[0], _name_at(s, right)
        bare = s.word(at - 1).isdecimal() or s.word(at - 1) in s.lex.scales or s.word(at - 1) in s.lex.small
        if not bare or right.inherited:
            told = right if own in _of_name(s.lex.units, s.words[at]) else told
        elif told is not None and (code := told.unit.partition("/")[0]) in _of_name(s.lex.units, s.words[at]) and _stays(s, told, right, s.words[at]):
            _made(drafts, i, own, code)
            told = right


def _made(drafts: list[Draft], i: int, own: str, code: str) -> None:
    """Gives a currency its nation, and those in front and behind that had their unit of it. In place."""
    for around in (range(i - 1, -1, -1), range(i + 1, len(drafts))):
        for k in around:
            if drafts[k].kind == "currency" and not (drafts[k].inherited and drafts[k].unit and drafts[k].unit.partition("/")[0] == own):
                break
            if drafts[k].kind == "currency":
                drafts[k].unit = code + drafts[k].unit[len(own) :]
    drafts[i].unit = code + drafts[i].unit[len(own) :]


def _name_at(s: Scan, draft: Draft) -> int:
    """The token of the currency's name within a draft: that of "dlrs" in "26.50 H.K. dlrs a share"."""
    return next((k for k in range(draft.last, draft.first, -1) if s.words[k].isalpha() and _of_name(s.lex.units, s.words[k])), draft.last)


def _stays(s: Scan, left: Draft, right: Draft, name: str) -> bool:
    """Whether nothing between two amounts converts the one to the other or names another nation that has money of this name."""
    gap = range(left.last + 1, right.first)
    if len(gap) > _PASSAGE or not (_CONVERTS | s.lex.sets["range-or"]).isdisjoint(s.words[left.last + 1 : right.first]):
        return False
    nations, code = _nations(s.lex.units, name), left.unit.partition("/")[0]
    return all(code in nations.get(s.words[k], code) or not s.raw(k)[0].isupper() for k in gap)


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


@lru_cache(maxsize=256)
def _nations(units: UnitTable, bare: str) -> dict[str, frozenset[str]]:
    """The first words of the nations that have money of this name, with its codes: "canadian", "u" of "U.S."."""
    found: dict[str, frozenset[str]] = {}
    for code in _of_name(units, bare):
        for words in (words for phrases in units.names.values() for words, unit in phrases if unit.id == code and len(words) > 1):
            found[words[0]] = found.get(words[0], frozenset()) | {code}
    return found
