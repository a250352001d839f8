"""What is counted, told by the subject of the sentence: "car registrations totalled 190,300", "its visitors have exceeded
1,400,000", "truck sales rose 7 pct to 140,200"; and by the label of a statement's line: "Avg shrs 6,100,000"."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.nouns import lasts, measures, read_noun
from checker.extracting.unit_table import singular_of
from checker.language import longest

_SUBJECT = 14  # tokens from the subject to the verb
_PHRASE = 6  # tokens of the subject's phrase
_LEVEL = 4  # tokens from the verb to its number
_MANY = 1000  # so many are no share or score of those that are told of
_FEW = 120  # a smaller number behind "were" may be an age or a score
_STOPS = frozenset((".", ";", ":", "!", "?", "|", "•", "("))
Noun = tuple[str, ...]


def subjects(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare whole numbers the noun that their sentence or line tells. In place."""
    tallied = s.has("tallied")
    for at, draft in enumerate(drafts):
        if _whole(draft) and (noun := _labelled(s, draft) or tallied and _told(s, drafts, at)):
            draft.noun, draft.unit, draft.inherited = noun, noun[-1], draft.inherited or "unit"
            draft.kind = "duration" if lasts(s, noun) else "physical" if measures(s, noun) else "count"


def _whole(draft: Draft) -> bool:
    """True of a bare number that can count things."""
    return draft.bare and (draft.value.denominator == 1 or draft.scale != 1)


def _labelled(s: Scan, draft: Draft) -> Noun:
    """The noun of a label that opens a line: "Avg shrs 6,100,000 vs 5,900,000"."""
    end = draft.first - (s.word(draft.first - 1) == ":")
    for k in range(end - 1, max(end - 4, -1), -1):
        hit = longest(s.lex.line_counts, s.words, k)
        if hit is not None and hit[0] == end and ("\n" in s.text[s.ends[k - 1] : s.starts[k]] if k else True):
            return (hit[1],)
    return ()


def _told(s: Scan, drafts: list[Draft], at: int) -> Noun:
    """The noun of the subject of a verb that leads to the number."""
    draft = drafts[at]
    if put := _put(s, draft):
        return put
    verb = _verb(s, drafts, at)
    if verb < 1 or s.word(verb) in s.lex.sets["age-verbs"] and s.words[verb] in s.lex.sets["be-verbs"] and draft.value < _FEW and not _shared(s, drafts, at):
        return ()
    verb, floor = _past_remark(s, verb)
    for k in range(verb - 1, max(floor, -1), -1):
        if s.words[k] in _STOPS and not s.glued(k + 1) or s.parted(k + 1) or s.words[k] in s.lex.sets["clause-end"]:
            return ()
        if s.words[k] in s.lex.sets["tallied"] and not s.mask[k]:
            if any(d.first <= k <= max(d.last, d.noun_last, d.taken) for d in drafts[max(0, at - 3) : at]) or s.words[verb - 1] == ",":
                return ()  # counted already: "18 cases for every 100,000 residents, down from 41"
            told = _leads_to(s, k, verb) or draft.value >= _MANY and _of_something(s, k, verb)
            return _noun(s, k) if told and not _governed(s, k) else ()
    return ()


def _past_remark(s: Scan, verb: int) -> tuple[int, int]:
    """The token from which the subject is looked for, and the one where it ends: in front of a remark in brackets and a time
    that stand before the verb, "subscribers (all sorts) at May 31 were"."""
    k = verb - 1
    while k > 0 and (s.mask[k] or s.words[k] == "," or s.words[k] in s.lex.sets["carry-parallel"]):
        k -= 1
    if s.words[k] != ")":
        return verb, verb - _SUBJECT
    opened = next((i for i in range(k - 1, max(k - _SUBJECT, 0), -1) if s.words[i] == "("), 0)
    return (opened, opened - _SUBJECT) if opened else (verb, verb - _SUBJECT)


def _put(s: Scan, draft: Draft) -> Noun:
    """The noun of "puts deaths in the north at 2,500": the plural that a verb puts at so many."""
    lead = draft.begin - 1
    if lead < 2 or s.words[lead] not in s.lex.sets["puts-at"]:
        return ()
    for k in range(lead - 1, max(lead - _SUBJECT, -1), -1):
        if not s.words[k].isalpha() or s.mask[k] or s.parted(k + 1):
            return ()
        if s.words[k] in s.lex.sets["tallied"]:
            onward = k == lead - 1 or s.words[k + 1] in s.lex.sets["carry-parallel"]
            return _noun(s, k) if onward and _puts(s, k) else ()
    return ()


def _puts(s: Scan, k: int) -> bool:
    """Whether the noun at token k heads the object of a verb that puts it somewhere."""
    for i in range(k - 1, max(k - _PHRASE, -1), -1):
        if s.words[i] in s.lex.sets["puts"]:
            return True
        if not s.words[i].isalpha() or s.words[i] in s.lex.sets["tallied-not-before"] or s.mask[i]:
            return False
    return False


def _shared(s: Scan, drafts: list[Draft], at: int) -> bool:
    """Whether the share of a number stands in brackets behind it: "relapses were 25 (12%)"."""
    after = drafts[at + 1] if at + 1 < len(drafts) else None
    return after is not None and after.kind == "percent" and after.first == drafts[at].last + 2 and s.words[after.first - 1] == "("


def _noun(s: Scan, k: int) -> Noun:
    """The noun of the plural at token k; of sales the things that are sold."""
    if s.words[k] in s.lex.sets["tolls"]:
        return (s.words[k - 1],) if s.words[k - 1] in s.lex.sets["toll-of"] else ()
    if s.words[k] in s.lex.sets["tallied-sales"]:
        goods = s.words[k - 1]
        return (singular_of(goods, s.lex.plural),) if goods in s.lex.sets["tallied-goods"] else ()
    found = read_noun(s, k, False)
    return found[0] if found is not None else (singular_of(s.words[k], s.lex.plural),)  # one that opens its line


def _leads_to(s: Scan, k: int, verb: int) -> bool:
    """Whether only what tells time and place stands between the subject and its verb."""
    grouped = s.word(k + 1) in s.lex.sets["carry-parallel"] and s.words[verb - 1] in s.lex.sets["tallied-groups"]  # "for the trained group"
    if grouped and all(word.isalpha() for word in s.words[k + 1 : verb]):
        return True
    return all(s.mask[i] or s.words[i].isalpha() and (s.words[i] in s.lex.sets["tallied-gap"] or s.raw(i)[:1].isupper() or s.words[i] in s.lex.sets["carry-parallel"]) or s.words[i] == "," for i in range(k + 1, verb))


def _of_something(s: Scan, k: int, verb: int) -> bool:
    """Whether what the subject at token k is for or of stands between it and a verb of change: "applications for unemployment
    benefits fell to"."""
    sets = s.lex.sets
    led = s.words[verb] in s.lex.back_change and (s.word(k + 1) in sets["carry-parallel"] or s.word(k + 1) in sets["of"])
    return led and all(s.words[i].isalpha() and not any(s.words[i] in sets[name] for name in ("joiners", "clause-verbs", "be-verbs", "relative-things")) for i in range(k + 1, verb))


def _governed(s: Scan, k: int) -> bool:
    """Whether the plural at token k belongs to something else: "the average age of women", "prices paid by men"."""
    for i in range(k - 1, max(k - _PHRASE, -1), -1):
        if s.words[i] in s.lex.sets["tallied-not-before"]:
            return True
        if s.mask[i] or not s.words[i].isalpha() or s.parted(i + 1):
            return False
    return False


def _verb(s: Scan, drafts: list[Draft], at: int) -> int:
    """The token of the verb that leads to a number: "totalled", "have exceeded", "rose 7 pct to"; 0 where there is none."""
    lead = past_tops(s, drafts[at].begin - 1)
    if s.word(drafts[at].begin) in s.lex.sets["tallied-verbs"]:  # "have exceeded"
        return _first(s, drafts[at].begin)
    if s.word(lead) in s.lex.sets["tallied-verbs"]:
        return _first(s, lead)
    if s.word(lead) not in s.lex.sets["number-leads"]:
        return 0
    change = drafts[at - 1] if at and drafts[at - 1].kind in ("percent", "count", "number") and lead - drafts[at - 1].last < 3 else None
    start = change.begin if change is not None else lead
    for k in range(start - 1, max(start - _LEVEL, 0), -1):
        if s.word(k) in s.lex.back_change or s.word(k) in s.lex.sets["tallied-verbs"]:
            return _first(s, k)
        if s.word(k) not in s.lex.sets["change-gap"] and s.word(k) not in s.lex.sets["number-leads"]:
            return 0
    return 0


def past_tops(s: Scan, lead: int) -> int:
    """The token in front of what only says which level is meant: "fell to a seasonally adjusted 332,900"; `lead` elsewhere."""
    if s.word(lead) not in s.lex.sets["carry-tops"]:
        return lead
    while s.word(lead) in s.lex.sets["carry-tops"] or s.word(lead) in s.lex.sets["change-gap"] and s.word(lead) not in s.lex.sets["number-leads"]:
        lead -= 1
    return lead


def _first(s: Scan, k: int) -> int:
    """The first word of the verb that ends with token k: "have exceeded", "are expected to reach"."""
    while k > 1 and s.word(k - 1) in s.lex.sets["tallied-auxiliaries"]:
        k -= 1
    return k
