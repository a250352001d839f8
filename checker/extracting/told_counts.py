"""What is counted, told by the noun of the sentence: "the number of children rose from 12 million to 13 million";
and rates past an age: "412 people aged 70 and over per 10,000"."""

from __future__ import annotations

from itertools import islice, takewhile

from checker.extracting.carry_levels import past_level
from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import Noun, looks_plural, read_noun
from checker.extracting.told_subjects import past_tops
from checker.extracting.units_read import read_per
from checker.language import longest

_REACH = 22  # tokens from the noun to its figure
_ONWARD = 8  # tokens from one figure to the next
_PHRASE = 12  # tokens of the noun that leads straight to its figure
_RANKED = 45  # tokens from the noun to a place where it is highest
_VERB = 4  # tokens from the verb to its figure
_APART = 14  # ... past a time and a rate
_STOPS = frozenset((".", ";", ":", "!", "?", "|", "•"))


def told(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """Gives bare numbers the noun that leads to them; the drafts without those that became part of a rate."""
    if s.has("numbers-of"):
        for at, draft in enumerate(drafts):
            if _bare(draft) and (noun := _numbered(s, drafts, at) or _directly(s, draft) or at and _goes_on(s, drafts[at - 1], draft)):
                _take(draft, noun)
            elif _bare(draft) and (highest := _where(s, draft) or _ranked(s, drafts, at)):
                _take(draft, *highest)
    return _rates(s, drafts)


def _bare(draft: Draft) -> bool:
    style = draft.style in ("digits", "words") or draft.style == "fraction" and draft.scale != 1  # "five and a half thousand"
    plain = draft.kind == "number" and draft.unit is None and style and not draft.hyphened
    return plain and (draft.value is not None or draft.low is not None)


def _take(draft: Draft, noun: tuple[str, ...], unit: str = "") -> None:
    draft.noun, draft.unit, draft.kind, draft.inherited = noun, unit or noun[-1], "count", draft.inherited or "unit"


def _directly(s: Scan, draft: Draft) -> tuple[str, ...] | None:
    """The noun that leads straight to its number: "cut the number of mines from 14 to five", "put the number of dead at 40"."""
    lead = draft.begin - 1
    if s.word(lead) not in s.lex.sets["number-leads"]:
        return None
    for k in range(lead - 2, max(lead - _PHRASE, 0), -1):
        if s.words[k] in s.lex.sets["of"] and s.words[k - 1] in s.lex.sets["numbers-of"]:
            found = _noun(s, k + 1)
            return found[0] if found is not None and (found[1] == lead - 1 or _brought(s, k - 1, found[1] + 1, lead)) else None
    return None


def _brought(s: Scan, number: int, first: int, lead: int) -> bool:
    """Whether a verb that takes a number "to" another stands in front of "the number of mills", and only where they are stands
    behind it: "brought the number of mills in Devon to 40"."""
    k = number - 1
    k -= s.word(k) in s.lex.sets["age-the"] or s.word(k) in s.lex.sets["noun-skip"]
    k -= s.word(k) in s.lex.sets["age-the"]
    verb = s.word(k) in s.lex.sets["brings-to"] or s.word(k) in s.lex.sets["change-transitive"]
    placed = s.word(first) in s.lex.sets["carry-parallel"] and all(s.mask[i] or s.words[i].isalpha() and s.words[i] not in s.lex.back_change for i in range(first, lead))
    return verb and placed and s.words[lead] not in s.lex.sets["puts-at"]


def _where(s: Scan, draft: Draft) -> tuple[tuple[str, ...], str] | None:
    """The noun, and the unit with what it is told for, of a number in brackets behind a place: "the number of mills per 1,000
    people was highest in Kent (22), followed by Devon (15)"."""
    first = draft.first
    place = s.word(first - 1) == "(" and s.word(draft.last + 1) == ")" and draft.outer < 0 and first > 1 and s.raw(first - 2)[:1].isupper()
    if not place:
        return None
    ranked = False
    for k in range(first - 3, max(first - _RANKED, 0), -1):
        if s.words[k] in _STOPS and not s.glued(k + 1):
            return None
        ranked = ranked or s.words[k] in s.lex.sets["highest"]
        if s.words[k] in s.lex.sets["numbers-of"] and s.words[k + 1] in s.lex.sets["of"]:
            found = _noun(s, k + 2) if ranked else None
            per = read_per(s, found[1] + 1, found[0][-1]) if found is not None else None
            return None if found is None else (found[0], f"{found[0][-1]}/{per[1]}" if per is not None else "")
    return None


def _ranked(s: Scan, drafts: list[Draft], at: int) -> tuple[tuple[str, ...], str] | None:
    """The same where "at" leads to the number: "Wick had the highest number of mills per 1,000 people in the north at 40", and
    again "and Tain the lowest number at 30"."""
    lead = drafts[at].begin - 1
    if s.word(lead) not in s.lex.sets["puts-at"]:
        return None
    if s.word(lead - 1) in s.lex.sets["numbers-of"] and s.word(lead - 2) in s.lex.sets["highest"] and at:
        before = drafts[at - 1]
        return (before.noun, before.unit or "") if before.noun and before.noun_last < 0 and "/" in (before.unit or "") else None
    for k in range(lead - 2, max(lead - _REACH, 0), -1):
        if s.words[k] in _STOPS or s.words[k] in s.lex.sets["clause-end"]:
            return None
        if s.words[k] in s.lex.sets["of"] and s.words[k - 1] in s.lex.sets["numbers-of"]:
            found = _noun(s, k + 1) if s.words[k - 2] in s.lex.sets["highest"] else None
            per = read_per(s, found[1] + 1, found[0][-1]) if found is not None else None
            placed = per is not None and (per[0] + 1 == lead or s.words[per[0] + 1] in s.lex.sets["carry-parallel"] and all(word.isalpha() for word in s.words[per[0] + 1 : lead]))
            return (found[0], f"{found[0][-1]}/{per[1]}") if placed else None
    return None


def _numbered(s: Scan, drafts: list[Draft], at: int) -> tuple[str, ...] | None:
    """The noun of "the number of" that a verb leads from to the number, within one clause and with no other such number
    between."""
    verb = _verb(s, past_tops(s, drafts[at].begin - 1))
    if verb < 0 and at and drafts[at - 1].kind == "percent" and s.word(drafts[at].begin - 1) in s.lex.sets["number-leads"] and drafts[at].begin - 1 == drafts[at - 1].last + 1:
        verb = _verb(s, drafts[at - 1].begin - 1)  # "to rise by 10 per cent to 4.1 million"
        verb = verb if verb >= 0 else _changes(s, drafts[at - 1].begin - 1)
    if verb < 0 and s.word(drafts[at].begin - 1) in s.lex.sets["tallied-verbs"]:
        verb = _reached(s, drafts, at)
    verb = verb if verb >= 0 else _verb_apart(s, drafts, at)
    if verb < 0:
        return None
    other = next((drafts[n] for n in range(at - 1, -1, -1) if drafts[n].last < verb), None)
    floor = max(verb - _REACH, other.last if other is not None and other.kind not in ("age", "count") else -1, 0)
    for k in range(verb - 1, floor, -1):
        if s.words[k] in s.lex.sets["numbers-of"] and s.words[k + 1] in s.lex.sets["of"]:
            found = _noun(s, k + 2)
            return found[0] if found is not None and found[1] < verb and not _rated(s, found[1] + 1, verb) else None
        if s.words[k] in _STOPS and not s.glued(k + 1) or s.words[k] in s.lex.sets["clause-end"]:
            return None
    return None


def _noun(s: Scan, k: int) -> Noun | None:
    k += s.word(k) in s.lex.sets["noun-after-of"]
    acting = s.word(k).endswith(s.lex.verb_endings) and looks_plural(s.word(k + 1), s.lex) and s.raw(k + 1).islower()
    return read_noun(s, k + acting, False)  # "the number of working rigs"


def _rated(s: Scan, first: int, last: int) -> bool:
    """Whether the number is one for each of something else: "children per woman"."""
    return any(word in s.lex.sets["per"] and word not in s.lex.sets["articles"] for word in s.words[first:last])


def _verb(s: Scan, lead: int) -> int:
    """The token of the verb that leads to a number behind token `lead`: "was", "rose to", "is projected to increase from"."""
    if s.word(lead) in s.lex.sets["age-verbs"]:
        return lead
    if s.word(lead) in s.lex.sets["number-leads"]:
        for k in range(lead - 1, lead - 1 - _VERB, -1):
            if s.word(k) in s.lex.sets["age-verbs"] or s.word(k) in s.lex.back_change:
                return k
    return -1


def _verb_apart(s: Scan, drafts: list[Draft], at: int) -> int:
    """The verb of change past the time and the rate that it is told with: "fell between 2003 and 2009 from", "has risen by 70%
    over the last decade to", "rose nearly tenfold from"; -1 where there is none."""
    lead = drafts[at].begin - 1
    if s.word(lead) not in s.lex.sets["number-leads"]:
        return -1
    rates = [d for d in drafts[max(0, at - 2) : at] if d.kind in ("percent", "multiple", "year") and d.value is not None or d.kind == "year"]
    for k in range(lead - 1, max(lead - _APART, 0), -1):
        if s.words[k] in s.lex.back_change:
            return k
        passed = s.mask[k] or s.words[k] in s.lex.sets["verb-gap"] or any(d.begin <= k <= d.last for d in rates)
        if not passed or s.parted(k + 1):
            return -1
    return -1


def _reached(s: Scan, drafts: list[Draft], at: int) -> int:
    """The first verb of "is projected to rise by 10 per cent to reach" in front of a number."""
    share = drafts[at - 1] if at and drafts[at - 1].kind in ("percent", "count", "number") and drafts[at].begin - drafts[at - 1].last < 4 else None
    return drafts[at].begin - 1 if share is None else max(_verb(s, share.begin - 1), _changes(s, share.begin - 1))


def _changes(s: Scan, k: int) -> int:
    """The verb of change at token k itself: "rose 10 per cent to"; -1 where there is none."""
    return k if s.word(k) in s.lex.back_change else -1


def _goes_on(s: Scan, before: Draft, draft: Draft) -> tuple[str, ...] | None:
    """The noun of the number before in "from 31,000 in mid-1995 to 36,000"."""
    lead = past_level(s, draft.begin - 1) if not (s.word(draft.begin - 1) in s.lex.sets["of"] and s.word(draft.begin - 2) in s.lex.sets["carry-tops"]) else _past_top(s, draft.begin - 1)
    gap = s.words[before.last + 1 : lead + 1]
    told = before.kind == "count" and before.inherited == "unit" and before.noun_last < 0
    onward = told and 0 < len(gap) <= _ONWARD and (gap[-1],) in s.lex.phrases["range-join"] and _STOPS.isdisjoint(gap)
    opened = s.word(before.begin - 1) in s.lex.sets["range-from"]
    again = any(word in s.lex.back_change for word in gap) and s.lex.sets["clause-end"].isdisjoint(gap)  # "before falling to 5,500"
    return before.noun if onward and (opened or again) else None


def _past_top(s: Scan, lead: int) -> int:
    """The token in front of "a peak of"."""
    k = lead - 2
    return k - (s.word(k) in s.lex.sets["articles"])


def _rates(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """Counts of people of an age that a denominator follows."""
    gone: set[int] = set()
    for n, (count, age) in enumerate(zip(drafts, drafts[1:])):
        if count.kind != "count" or age.kind != "age" or "/" in (count.unit or "") or count.noun_last < 0 or s.word(count.noun_last + 1) not in s.lex.sets["age-before"]:
            continue
        after = longest(s.lex.after_hedges, s.words, age.last + 1)
        per = read_per(s, after[0] if after is not None else age.last + 1, count.unit) if age.begin - 1 <= count.noun_last + 1 else None
        if per is not None and per[1][0].isdecimal():
            count.unit = f"{count.unit}/{per[1]}"
            gone.update(id(d) for d in takewhile(lambda d: d.first <= per[0], islice(drafts, n + 2, None)))
    return [draft for draft in drafts if id(draft) not in gone] if gone else drafts
