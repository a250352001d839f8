"""Where the noun of a number stands: behind it, behind a hyphen, a share in brackets, "of the 1,300"; or nowhere."""

from __future__ import annotations

from checker.extracting.draft import Draft, Scan
from checker.extracting.in_names import CLOSING, OPENING
from checker.extracting.nouns import Noun, read_attributive, read_joint, read_noun, read_single
from checker.extracting.past_between import behind_share, past_owner, past_share, past_whole
from checker.extracting.unit_table import singular_of
from checker.extracting.units_read import read_unit

_REMARK = 8  # tokens of a bracket that says a measure in other units
_QUOTES = frozenset((*OPENING, *CLOSING))
_TITLE = 8  # tokens of what stands in quotation marks
_SO_CALLED = 4  # tokens of what stands between a number and a quotation
_DEFINED = 90  # characters of the words that initials stand for
_DIGITS = 10  # of a whole that something is counted out of


def noun_of(s: Scan, draft: Draft, j: int) -> Noun | None:
    """The noun that a number counts, looked for from token j on, behind the number; None where it counts nothing."""
    if draft.hyphened:
        found = None if s.word(j) in s.lex.after_hedges else read_attributive(s, j)
    else:
        found = _behind(s, draft, j)
    if found is None and (k := behind_share(s, draft.first, j)):
        found = read_noun(s, k, False)
    return None if found is None or _second_of_pair(s, draft.first, found[0]) or _whole(s, j, found) else _together(s, draft, found)


def _together(s: Scan, draft: Draft, found: Noun) -> Noun:
    """All that "252 officers and men" counts, where several plurals of people share one number."""
    last = found[1]
    if draft.hyphened or draft.value == 1 or s.word(last) not in s.lex.joint:
        return found
    k = last
    while s.word(k + 1) == "," and s.word(k + 2) in s.lex.joint:
        k += 2
    k += s.word(k + 1) == ","
    closed = s.word(k + 1) in s.lex.sets["joiners"] and s.word(k + 2) in s.lex.joint and not s.parted(k + 2)
    return ((s.lex.joint[s.word(last)],), k + 2) if closed else found


def _whole(s: Scan, j: int, found: Noun) -> bool:
    """Whether the noun is the one name of all those of whom some are counted: "5.6 million of the population"."""
    return found[0][-1] in s.lex.sets["noun-collective"] and not s.lex.sets["of"].isdisjoint(s.words[j : found[1]])


def _behind(s: Scan, draft: Draft, j: int) -> Noun | None:
    """The noun behind a number without a hyphen, next to it or past what may stand between."""
    found = None if s.parted(j) or s.space(j) > 2 else read_noun(s, j, draft.value == 1)
    if found is None and _attributive(s, draft, j):
        found = read_noun(s, j + 1, draft.value == 1)
    if found is None and (s.word(draft.first - 1) in s.lex.sets["articles"] or _planned(s, draft)):
        found = read_single(s, j) or (read_joint(s, j) if draft.style == "words" and draft.value > 1 else None)
    if found is None and (k := _measured_modifier(s, j)):
        found = read_noun(s, k, False)
    if found is None and draft.style == "vague" and s.word(j) in ('"', "”") and s.word(j + 1) in s.lex.sets["of"]:
        j += 1  # '"hundreds" of its workers'
    if found is None and draft.style == "vague" and s.word(j) in s.lex.sets["of"] and not s.parted(j + 1):
        found = read_noun(s, j + 1, False)  # "thousands of young families"
    if found is None and s.word(j) in ("(", "[") and (k := past_share(s, j)):
        found = read_noun(s, k, False) or _out_of(s, draft, k) or _of_all(s, draft, k)
    if found is None and s.word(j) in s.lex.sets["out-of"] and s.word(j + 1) in s.lex.sets["of"] and (s.word(j + 2) in s.lex.sets["noun-after-of"] or _no_ratio(s, draft, j + 2)):
        j += 1  # "three out of the four mills", "75 out of 92 mills"
    if found is None and s.word(j) in s.lex.sets["of"]:
        whole = s.word(j + 1) in s.lex.sets["noun-after-of"]
        found = read_noun(s, past_whole(s, j + 2), False) if whole else None
        if found is None and (k := past_owner(s, j + 1)):
            found = read_noun(s, k, False)
        found = found or _out_of(s, draft, j)
    return found or _quoted(s, draft, j) or _relative(s, draft) or _abbreviated(s, draft, j)


def _no_ratio(s: Scan, draft: Draft, k: int) -> bool:
    """Whether the whole at token k is no round one: "75 out of 92 mills", not "9 out of 10 mills"."""
    word = s.word(k)
    return draft.style == "digits" and draft.value != 1 and word.isdecimal() and len(word) > 1 and bool(word[1:].strip("0") or word[0] != "1")


def _abbreviated(s: Scan, draft: Draft, j: int) -> Noun | None:
    """What a document has shortened in brackets: "1 CR, 5 PR and 9 PD" after "partial response (PR)"."""
    word, after = s.raw(j) if j < len(s.words) else "", s.word(j + 1)
    short = word.isalpha() and word.isupper() and 1 < len(word) < 6 and s.space(j) == 1 and not s.mask[j] and s.words[j] not in s.lex.sets["bracket-range"] and s.words[j] not in s.lex.sets["deviation"]
    ends = not after[:1].isalpha() and after not in ("-", "=", "/", "(") or after in s.lex.sets["joiners"] or after in s.lex.sets["carry-parallel"]
    whole = draft.value is not None and draft.value.denominator == 1 and draft.style in ("digits", "words")
    return ((s.words[j],), j) if short and ends and whole and _shortens(s, word) else None


def _shortens(s: Scan, word: str) -> bool:
    """Whether the document has these initials in brackets behind the words that they stand for."""
    bracket = f"({word})"
    known = s.facts.get(bracket)
    if known is None:
        at = s.text.find(bracket)
        before = s.text[max(0, at - _DEFINED) : at].split()[-len(word) :] if at > 0 else []
        known = s.facts[bracket] = [w[0].lower() for w in before] == list(word.lower())
    return known


def _quoted(s: Scan, draft: Draft, j: int) -> Noun | None:
    """The plural in quotation marks behind a number: 'three so-called "New Leaders,"', 'two "old hands"'."""
    k = j
    while k < j + _SO_CALLED and s.word(k).isalpha() and s.word(k + 1) == "-" and s.glued_on(k):
        k += 3
    if s.word(k) not in _QUOTES or s.glued(k) and k == j or s.parted(k) or draft.value is None or draft.value.denominator != 1 or draft.value == 1:
        return None
    close = next((at for at in range(k + 2, min(k + _TITLE, len(s.words))) if s.words[at] in _QUOTES), 0)
    if close and s.word(close + 1).isalpha() and (beyond := read_noun(s, close + 1, False)) is not None:
        return beyond  # 'five "Harbour Cup" games'
    found = read_noun(s, k + 1, False) if close else None
    return found if found is not None and found[1] in (close - 1, close - 1 - (s.words[close - 1] in (",", "."))) else None


def _attributive(s: Scan, draft: Draft, j: int) -> bool:
    """Whether the participle at token j belongs to a noun behind it: the words before the number leave no room for a verb."""
    describes = s.word(j).endswith(s.lex.participles) or s.word(j) in s.lex.sets["attributive-ing"]
    if s.parted(j) or s.parted(j + 1) or len(s.word(j)) < 5 or not describes or s.word(j + 1) in s.lex.sets["noun-stop"]:
        return False
    at = draft.first - 1
    while at > 0 and s.word(at) in s.lex.sets["relative-gap"] and s.word(at) not in s.lex.sets["attributive-after"] and (s.word(at - 1), s.word(at)) not in s.lex.phrases["attributive-leads"]:
        at -= 1
    return s.word(at) in s.lex.sets["attributive-after"] or (s.word(at - 1), s.word(at)) in s.lex.phrases["attributive-leads"]


def _planned(s: Scan, draft: Draft) -> bool:
    """Whether an article and one participle or adjective lead to the number: "a proposed five mln unit offering"."""
    word = s.word(draft.first - 1)
    told = word.endswith((*s.lex.participles, *s.lex.adjectives)) or word in s.lex.sets["noun-skip"]
    return told and draft.outer < 0 and s.word(draft.first - 2) in s.lex.sets["articles"] and not s.parted(draft.first)


def _of_all(s: Scan, draft: Draft, j: int) -> Noun | None:
    """The noun of those of whom token j makes a whole number a part: "57 (90%) of the patients", "of all boats"; not "of the 63", nor "of sales"."""
    k = j + 1 + (s.word(j + 1) in s.lex.sets["noun-after-of"] or s.word(j + 1) in s.lex.sets["of-every"])
    plain = s.word(j) in s.lex.sets["of"] and draft.value is not None and draft.value.denominator == 1 and not s.parted(k)
    found = read_noun(s, k, False) if plain and not s.word(k).isdecimal() and s.word(k) not in s.lex.starters else None
    return None if found is None or any(found[0][-1] in (word, singular_of(word, s.lex.plural)) for word in s.lex.sets["money-noun"]) else found


def _out_of(s: Scan, draft: Draft, j: int) -> Noun | None:
    """The noun of the larger whole at token j: "99 (24%) of 409 women", "8 of the 13 patients"."""
    k = j + 1 + (s.word(j + 1) in s.lex.sets["noun-after-of"])
    following = past_whole(s, k)
    if s.word(j) not in s.lex.sets["of"] or following == k or s.parted(following):
        return None
    number = "".join(word for word in s.words[k:following] if word.isdecimal())
    whole = int(number) if 0 < len(number) < _DIGITS else s.lex.small.get(s.words[k], 0)
    if draft.value is None or not 0 <= draft.value < whole or read_unit(s, following, None, False, False) is not None:
        return None
    if s.word(following) == "(":  # "61 of 66 (92.4%) procedures"
        following = past_share(s, following) or following
    return read_noun(s, following, False)


def _relative(s: Scan, draft: Draft) -> Noun | None:
    """The noun before "of whom 12", "of which there were 7.7 million"; its last token is left open, for it stands before."""
    at = draft.first - 1
    while s.word(at) in s.lex.sets["relative-gap"]:
        at -= 1
    told = s.word(at) in s.lex.sets["relative-people"] or s.word(at) in s.lex.sets["relative-things"] and at < draft.first - 1
    if not told or s.word(at - 1) not in s.lex.sets["of"] or draft.scale != 1 and s.word(draft.last + 1) in s.lex.sets["of"]:
        return None
    at -= 2
    at -= s.word(at) in (",", "(", ";")
    found = read_noun(s, at, False) if at > 0 and s.word(at).isalpha() and not s.mask[at] else None
    return (found[0], -1) if found is not None and found[1] == at else None


def _measured_modifier(s: Scan, j: int) -> int:
    """The token after "1.5-h" or "12-member" at token j: "six 1.5-h group sessions" counts sessions. 0 where there is none."""
    k = j
    while s.word(k).isdecimal() or k > j and s.word(k) == "." and s.glued(k) and s.glued(k + 1):
        k += 1
    hyphened = k > j and s.word(k) == "-" and s.glued(k) and s.glued(k + 1) and s.word(k + 1).isalpha()
    if not hyphened or s.space(j) > 2 or s.parted(j):
        return 0
    close = s.words.index(")", k, k + _REMARK) if s.word(k + 2) == "(" and ")" in s.words[k : k + _REMARK] else 0
    return close + 1 if close else k + 2  # "twenty-two 4.7-inch (119 mm) brass guns"


def _second_of_pair(s: Scan, i: int, noun: tuple[str, ...]) -> bool:
    """Whether the number at token i is the second of "a two for one split", "a three to one majority": it counts nothing."""
    before = s.word(i - 2)
    paired = s.word(i - 1) in s.lex.sets["pair-joins"] and (before.isdecimal() or before in s.lex.starters)
    return paired and not s.lex.sets["pair-nouns"].isdisjoint(noun)
