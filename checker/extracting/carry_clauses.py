"""What is counted, carried from clause to clause: "six guides stayed, 29 walked down, and 17 were flown out", "killed 80
people ... another 300"; and units of parts that come to their whole: "2.6 mln tonnes, comprising 1.5 mln wheat and 1.1 mln rye"."""

from __future__ import annotations

from checker.extracting.carry_counts import ended
from checker.extracting.draft import Draft, Scan, lend
from checker.extracting.past_between import past_share

_CLAUSE = 22  # tokens from one clause's number to the next
_SENTENCES = 45  # tokens back to what another so many are of
_NEAR = 100  # counts of one story are within this factor of one another
_PARTS = 4
_FOLLOWING = 8  # numbers behind a whole among which its parts stand
_SURE = 50  # parts in the sentence behind come to a larger whole by no chance
_MOST_LIKELY = 10  # smaller numbers may add up by chance


def clauses(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare numbers the noun or unit that the story has given before. In place."""
    for at, draft in enumerate(drafts):
        if not draft.bare:
            continue
        source = _subject(s, drafts, at) or _another(s, drafts, at) or _of_these(s, drafts, at) or _of_whole(s, drafts, at) or _beside(s, drafts, at)
        if source is not None:
            lend(draft, source)
    for at, whole in enumerate(drafts):
        _split(s, drafts, at)
        _parts(s, whole, drafts[at + 1 : at + 1 + _PARTS])


def _counted(draft: Draft) -> bool:
    return draft.kind == "count" and bool(draft.noun) and draft.value is not None and "/" not in (draft.unit or "/") and not draft.hyphened


def _of_one_story(a: Draft, b: Draft) -> bool:
    return a.value <= b.value * _NEAR and b.value <= a.value * _NEAR


def _subject(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The count that opened a clause in front of this one, which opens with a bare number and its verb."""
    draft, lead = drafts[at], drafts[at].begin - 1
    opened = s.word(lead) == "," or s.word(lead) == ";" or s.word(lead) in s.lex.sets["joiners"] or s.word(lead) in s.lex.sets["clause-end"]
    shared = past_share(s, draft.last + 1) if s.word(draft.last + 1) == "(" else 0
    adverb = s.word(draft.last + 1) in s.lex.sets["clause-adverbs"]  # "nine later died"
    verb = _verb(s, shared or draft.last + 1 + adverb) or adverb and s.word(draft.last + 2).endswith(s.lex.participles) or shared and len(s.word(shared)) > 4 and s.word(shared).endswith(s.lex.participles)
    if not opened or not verb or draft.value.denominator != 1:
        return None
    for other in reversed(drafts[max(0, at - 2) : at]):
        near = draft.first - other.last <= _CLAUSE and not ended(s, other.last + 1, draft.first)
        if not near:
            return None
        if _counted(other) and (other.noun_last < 0 or _verb(s, other.noun_last + 1) or _did(s, other.noun_last + 1)):
            return other if _of_one_story(other, draft) else None
    return None


def _verb(s: Scan, k: int) -> bool:
    """Whether token k is the verb of a clause, or "of them" and the like leads to one."""
    return s.word(k) in s.lex.sets["clause-verbs"] and not s.parted(k)


def _did(s: Scan, k: int) -> bool:
    """Whether a verb in the past, or what was done to those in front, stands at token k: "770 men served in"."""
    return len(s.word(k)) > 4 and s.word(k).endswith(s.lex.participles) and not s.parted(k)


def _another(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The count that "another 300 were missing" adds to."""
    draft, lead = drafts[at], drafts[at].begin - 1
    if s.word(lead) not in s.lex.sets["carry-adds"] or draft.value.denominator != 1 or not _verb(s, draft.last + 1):
        return None
    for other in reversed(drafts[max(0, at - 3) : at]):
        if draft.first - other.last > _SENTENCES:
            return None
        if _counted(other):
            return other if _of_one_story(other, draft) else None
    return None


def _of_these(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What was counted last, of which "Of these, 36 relapsed" tells a part."""
    draft, lead = drafts[at], drafts[at].begin - 1
    lead -= s.word(lead) == ","
    told = s.word(lead) in s.lex.sets["those-counted"] and s.word(lead - 1) in s.lex.sets["of"] and s.raw(lead - 1)[:1].isupper()
    if not told or draft.value.denominator != 1:
        return None
    for other in reversed(drafts[max(0, at - 5) : at]):
        if draft.first - other.last > _SENTENCES:
            return None
        if _counted(other) and other.value >= draft.value:
            return other
    return None


def _of_whole(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """ "Of 109 patients assessed for eligibility, 85 were enrolled": the whole opens its clause and its part follows."""
    draft, lead = drafts[at], drafts[at].begin - 1
    if s.word(lead) != "," or draft.value.denominator != 1 or not (_verb(s, draft.last + 1) or s.word(draft.last + 1) == "("):
        return None
    for other in reversed(drafts[max(0, at - 2) : at]):
        if not _counted(other):
            continue
        k = other.begin - 1
        k -= s.word(k) in s.lex.sets["noun-after-of"]
        opens = s.word(k) in s.lex.sets["of"] and (s.raw(k)[:1].isupper() or s.word(k - 1) == "," or s.word(k - 1) in s.lex.sets["clause-end"])
        near = draft.first - other.last <= _CLAUSE and "," not in s.words[other.last + 1 : lead] and not ended(s, other.last + 1, draft.first)
        return other if opens and near and other.value >= draft.value else None
    return None


def _beside(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """ "1,600 women in the first group (median 2.8 years) and 900 in the second": the same word leads on, past a bracket."""
    draft, lead = drafts[at], drafts[at].begin - 1
    after = s.word(draft.last + 1)
    if s.word(lead) not in s.lex.sets["joiners"] or s.word(lead - 1) not in (")", "]") or after not in s.lex.sets["carry-parallel"] or draft.value.denominator != 1:
        return None
    for other in reversed(drafts[max(0, at - 4) : at]):
        if _counted(other) and other.noun_last > 0 and s.word(other.noun_last + 1) == after and s.words[other.noun_last : lead].count("(") == 1:
            near = draft.first - other.last <= _SENTENCES and not ended(s, other.last + 1, draft.first)
            return other if near and _of_one_story(other, draft) else None
    return None


def _split(s: Scan, drafts: list[Draft], at: int) -> None:
    """Gives bare numbers that come to what their sentence has counted its noun: "101 were enrolled (48 in one group and 53 in
    the other)". In place."""
    whole = drafts[at]
    if not _counted(whole) or whole.value < _MOST_LIKELY or whole.value.denominator != 1:
        return
    found: list[Draft] = []
    for part in drafts[at + 1 : at + 1 + _FOLLOWING]:
        next_one = not found and s.word(part.begin - 1) == "." and whole.value >= _SURE and _verb(s, part.last + 1)  # "80 joined. 38 were"
        if part.first - whole.last > _SENTENCES or ended(s, found[0].last + 1 if found else whole.last + 1, part.first - next_one):
            return
        if part.kind in ("percent", "age", "duration", "physical", "ordinal", "ratio"):
            continue
        if not part.bare or part.value.denominator != 1 or part.value <= 0 or s.word(part.begin - 1) in ("=", "<", ">", "/"):
            if found:
                return
            continue
        found.append(part)
        if _come_to(whole, found):
            for done in found:
                lend(done, whole)
            return


def _parts(s: Scan, whole: Draft, parts: list[Draft]) -> None:
    """Gives two and more bare amounts behind "comprising" the unit of their whole where they come to it. In place."""
    if whole.kind != "physical" or whole.value is None or len(parts) < 2 or s.lex.sets["parts-comprise"].isdisjoint(s.words[whole.last + 1 : parts[0].first]):
        return
    found: list[Draft] = []
    for part in parts:
        if not (part.kind in ("number", "count") and part.value is not None) or ended(s, whole.last + 1, part.first):
            return
        found.append(part)
        if _come_to(whole, found):
            for done in found:
                lend(done, whole)
                done.noun, done.noun_last = (), -1
            return


def _come_to(whole: Draft, parts: list[Draft]) -> bool:
    return len(parts) > 1 and sum(part.value for part in parts) == whole.value
