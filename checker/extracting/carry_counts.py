"""What is counted, carried from a neighbour: "268,000 and 108,000 shares", "120 cases against 98 a year before", "200 men
from the north, 260 from the south"."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.draft import ONE, Draft, Scan, lend
from checker.extracting.past_between import past_share
from checker.rational import Fraction

_NEAR = 10  # numbers of one list are within this factor of one another
_REACH = 10  # tokens from one member of a list to the next
_CLAUSE = 25  # tokens of what is told of the whole before its part
_SENTENCE = 40  # tokens of a sentence that compares two shares
_BACK = 5  # numbers back to the whole of a part
_MARKS = (",", ";")


def counted(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives bare numbers the counted noun of a neighbour that words or a list tie them to. In place."""
    for at in range(len(drafts) - 2, -1, -1):
        left, right = drafts[at], drafts[at + 1]
        if _bare(s, left) and _counts(right) and alike(left, right) and (_listed(s, drafts, at, between) or _against(s, left, right, between)):
            lend(left, right)
    for left, right in zip(drafts, drafts[1:]):
        if _counts(left) and left.noun and _bare(s, right) and _opened(s, left, right, between):
            lend(right, left)
    for left, right in zip(drafts, drafts[1:]):
        if _bare(s, right) and right.value is not None and _another_year(s, left, right):
            lend(right, left)
    _brackets(s, drafts)
    _over_stroke(s, drafts)
    _placed(s, drafts)
    _by_share(s, drafts)
    _wholes(s, drafts)
    cardinal = [draft for draft in drafts if draft.kind != "ordinal"]
    for left, right in zip(cardinal, cardinal[1:]):
        if _counts(left) and left.noun and _bare(s, right) and s.word(right.last + 1) in s.lex.sets["carry-others"] and right.first - left.last <= _REACH and not ended(s, left.last + 1, right.first):
            lend(right, left)
        if _counts(left) and left.noun and _bare(s, right) and alike(left, right, s.word(right.last + 1) in s.lex.sets["carry-parallel"] or between(s, left, right) in s.lex.phrases["carry-parts"]) and (_compared(s, left, right, between) or parallel(s, left, right)):
            lend(right, left)
    for at, part in enumerate(drafts):
        lead = part.begin - 1
        relative = (s.word(lead) in s.lex.sets["relative-people"] or s.word(lead) in s.lex.sets["relative-things"]) and s.word(lead - 1) in s.lex.sets["of"]
        whole = _whole_of(s, drafts, at) if _bare(s, part) and (relative or s.word(lead) in s.lex.sets["parts-lead"]) else None
        if at and _bare(s, part) and _counts(drafts[at - 1]) and drafts[at - 1].noun and _far_compared(s, drafts[at - 1], part):
            lend(part, drafts[at - 1])
        if whole is not None and _size(part) <= _size(whole) and (_size(part).denominator == 1 or part.scale != 1):
            lend(part, whole)


def _opened(s: Scan, left: Draft, right: Draft, between: Callable) -> bool:
    """ "Of the 40 patients, 12 relapsed": the whole opens the sentence and its part follows."""
    at = left.begin - 1
    at -= s.word(at) in s.lex.sets["noun-after-of"]
    opens = (s.word(at) in s.lex.sets["of"] or s.word(at) in s.lex.sets["group-opens"]) and s.raw(at)[:1].isupper()
    if not opens or _size(right) > _size(left):
        return False
    far = s.word(right.first - 1) == "," and right.outer < 0 and right.first - left.last <= _CLAUSE and not ended(s, left.last + 1, right.first) and s.word(left.noun_last + 1) in s.lex.sets["whole-clause"]
    return far or between(s, left, right) in ((",",), ())  # "Of the 31 boats that left the quay, 24 returned"


def _another_year(s: Scan, left: Draft, right: Draft) -> bool:
    """ "911,367 shares (2018: 827,871)": a bracket with a year and the figure that it had."""
    last = max(left.last, left.noun_last)
    marks = s.word(last + 1) == "(" and s.mask[last + 2] if last + 2 < len(s.words) else 0
    known = left.unit is not None and left.value is not None and left.kind in ("count", "physical", "duration", "percent")
    return bool(marks) and known and _year_bracket(s, last + 1, right) and alike(left, right)


def _year_bracket(s: Scan, opened: int, right: Draft) -> bool:
    """Whether something typed alone and a colon stand between the bracket at token `opened` and the number, and it closes."""
    colon = right.first - 1
    return s.word(colon) == ":" and opened + 1 < colon <= opened + 4 and all(s.mask[opened + 1 : colon]) and s.word(right.last + 1) in (")", ";", ",")


def _far_compared(s: Scan, left: Draft, right: Draft) -> bool:
    """ "794 dissolutions granted in England in 2012, compared with 663 in 2011": no other number stands between them."""
    at = right.begin - 1
    at -= s.word(at) == "." and s.glued(at)  # "vs."
    told = s.word(at) in s.lex.sets["carry-against"] or (s.word(at - 1), s.word(at)) in s.lex.phrases["carry-compared"]
    return told and alike(left, right) and right.first - left.last <= _SENTENCE and not ended(s, left.last + 1, right.first) and s.word(right.last + 1) not in s.lex.sets["of"]


def _brackets(s: Scan, drafts: list[Draft]) -> None:
    """ "1190 operations (435 major, 755 minor)": numbers in the bracket behind a count that come to it."""
    for at, whole in enumerate(drafts):
        opened = max(whole.last, whole.noun_last) + 1
        summed = _counts(whole) and whole.noun or whole.kind in ("physical", "duration") and whole.value is not None
        if not summed or s.word(opened) not in ("(", "["):
            continue
        parts = []
        for part in drafts[at + 1 : at + 1 + _BACK]:
            if any(word in ")].!?" for word in s.words[opened:part.first]) or not _bare(s, part):
                break
            parts.append(part)
        if len(parts) > 1 and sum(_size(part) for part in parts) == _size(whole):
            for part in parts:
                lend(part, whole)
        elif parts and _counts(whole) and _of_them(s, opened, parts[0]) and sum(_size(part) for part in parts) <= _size(whole):
            for part in parts:
                lend(part, whole)


def _of_them(s: Scan, opened: int, part: Draft) -> bool:
    """Whether the bracket at token `opened` begins with a part and goes on with what is told of it: "four lanes (two going each way)"."""
    after = part.last + 1
    told = part.begin == opened + 1 and part.value is not None and part.value.denominator == 1 and s.word(after).isalpha() and s.raw(after).islower()
    against = s.word(after) in s.lex.sets["carry-last"] and s.word(after + 1)[:1].isdecimal()
    return told and not against and (s.words[after],) not in s.lex.phrases["range-join"] and not any(s.words[after] in s.lex.sets[name] for name in ("joiners", "per", "over"))


def _placed(s: Scan, drafts: list[Draft]) -> None:
    """ "14 tests of the brake, 11 in the valley and three in the tunnel": parts that the same word leads to where they are."""
    for whole, part, other in zip(drafts, drafts[1:], drafts[2:]):
        lead = s.word(part.last + 1)
        if not (_counts(whole) and whole.noun and _bare(s, part) and _bare(s, other)) or lead not in s.lex.sets["carry-parallel"] or s.word(other.last + 1) != lead:
            continue
        opened = part.begin - 1 - (s.word(part.begin - 1) in s.lex.sets["parts-with"])
        joined = s.word(opened) in _MARKS and s.word(other.begin - 1) in s.lex.sets["joiners"]
        near = other.first - part.last <= _REACH and part.first - whole.last <= _CLAUSE and not ended(s, whole.last + 1, other.first)
        if joined and near and _size(part) + _size(other) <= _size(whole) and part.value.denominator == 1 == other.value.denominator:
            lend(part, whole)
            lend(other, whole)


def _over_stroke(s: Scan, drafts: list[Draft]) -> None:
    """ "2/48 (4%) and 10/49 (20%) deaths", "12/40 patients": parts in front of a stroke count what stands behind the last whole."""
    told: tuple[int, Draft] | None = None
    for part, whole in reversed(list(zip(drafts, drafts[1:]))):
        j = part.last + 1
        if whole.first != j + 1 or s.word(j) != "/" or not s.glued(j) or not s.glued(j + 1) or not _bare(s, part) or _size(whole) is None:
            continue
        source = whole if _counts(whole) and whole.noun else None
        if source is None and told is not None and _joined(s, past_share(s, whole.last + 1) or whole.last + 1, told[0]):
            source = told[1]
        if source is not None and 0 <= part.value <= _size(whole) and part.value.denominator == 1:
            lend(part, source)
            told = part.first, source
    before: Draft | None = None
    for part, whole in zip(drafts, drafts[1:]):
        j = part.last + 1
        if whole.first != j + 1 or s.word(j) != "/" or not s.glued(j) or not s.glued(j + 1):
            continue
        if _counts(part) and part.noun and part.unit == whole.unit:
            before = whole
        elif before is not None and _bare(s, part) and whole.bare and _against_it(s, before, part) and _size(part) <= _size(whole):
            lend(part, before)
            lend(whole, before)
            before = whole


def _against_it(s: Scan, before: Draft, part: Draft) -> bool:
    """Whether a part over its whole is set against another: "18/53 (34%) patients in one group versus 6/50 (12%) in the other"."""
    lead = part.begin - 1
    told = s.word(lead) in s.lex.sets["carry-against"] or (s.word(lead - 1), s.word(lead)) in s.lex.phrases["carry-compared"]
    return told and part.first - before.last <= _CLAUSE and not ended(s, before.last + 1, part.first)


def _joined(s: Scan, first: int, last: int) -> bool:
    """Whether a comma or a conjunction is all that stands between two tokens."""
    return 0 < last - first < 3 and all(s.word(k) == "," or s.word(k) in s.lex.sets["joiners"] for k in range(first, last))


def _whole_of(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What the sentence counts before "including" and the number at `at`, past the shares and amounts that it gives on the way."""
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        if ended(s, other.last + 1, drafts[at].first) or any(s.parted(k) for k in range(other.last + 1, drafts[at].first)):
            return None
        if _counts(other):
            return other if other.noun else None
    return None


def _by_share(s: Scan, drafts: list[Draft]) -> None:
    """Numbers that each have their share in brackets count the same: "46 (75%) in A vs 48 (68%) patients in B"."""
    members = [left for left, right in zip(drafts, drafts[1:]) if _size(left) is not None and _has_share(s, left, right)]
    pairs = list(zip(members, members[1:]))
    for left, right in reversed(pairs):
        if _bare(s, left) and _counts(right) and right.noun and _set_against(s, left, right):
            lend(left, right)
    for left, right in pairs:
        if _counts(left) and (left.noun or left.inherited) and _bare(s, right) and _set_against(s, left, right):
            lend(right, left)


def _wholes(s: Scan, drafts: list[Draft]) -> None:
    """The 13 of "4 (31%) of the 13 who began" is of what the 4 are."""
    for n, part in enumerate(drafts):
        shared = n + 1 < len(drafts) and _has_share(s, part, drafts[n + 1])
        whole = drafts[n + 1 + shared] if n + 1 + shared < len(drafts) else None
        if whole is None or not _counts(part) or not _bare(s, whole) or _size(whole) < _size(part):
            continue
        at = part.last + 1 + (drafts[n + 1].last + 1 - part.last if shared else 0)
        steps = whole.first - at
        if s.word(at) in s.lex.sets["of"] and (steps == 1 or steps == 2 and s.word(at + 1) in s.lex.sets["noun-after-of"]):
            lend(whole, part)


def _has_share(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a percentage in brackets of its own stands right behind a number or its noun."""
    at = right.first - 1
    alone = right.kind == "percent" and right.value is not None and s.word(at) in ("(", "[") and s.word(right.last + 1) in (")", "]", ",", ";")
    return alone and at in (left.last + 1, left.noun_last + 1)


def _set_against(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the second of two whole numbers of one sentence goes on with a list or is compared with the first."""
    at = right.begin - 1
    joined = s.word(at) in s.lex.sets["joiners"] or s.word(at) in _MARKS or s.word(at) in s.lex.sets["carry-last"] or s.word(at) in s.lex.sets["clause-end"] or (s.word(at - 1), s.word(at)) in s.lex.phrases["carry-compared"]
    whole = _size(left).denominator == 1 == _size(right).denominator
    return joined and whole and right.first - left.last <= _SENTENCE and not ended(s, left.last + 1, right.first)


def ended(s: Scan, first: int, last: int) -> bool:
    """Whether a sentence ends between two tokens."""
    return any(word in ".!?" and not s.glued(k + 1) and not s.raw(k + 1)[:1].islower() and s.words[k - 1] not in s.lex.sets["carry-against"] for k, word in enumerate(s.words[first:last], first))


def _bare(s: Scan, draft: Draft) -> bool:
    """Whether a draft is a plain number: nothing is said of what it is, and no relation or name leads to it."""
    plain = draft.kind == "number" and draft.unit is None and draft.value is not None and draft.style in ("digits", "words") and not draft.hyphened
    return plain and s.word(draft.begin - 1) not in ("=", "<", ">", "≤", "≥", "/", "#")


def _counts(draft: Draft) -> bool:
    return _size(draft) is not None and not draft.hyphened and (draft.kind == "count" or draft.kind == "number" and (draft.unit or "").startswith("1/"))


def _size(draft: Draft) -> Fraction | None:
    """The value, of a range its upper end."""
    return draft.value if draft.value is not None else draft.high


def alike(left: Draft, right: Draft, part: bool = False) -> bool:
    """Whether two numbers can count the same: near one another or the second a `part` of the first, and whole where the
    other is."""
    a, b = abs(_size(left)), abs(_size(right))
    whole = (a.denominator == 1) == (b.denominator == 1) or left.scale != ONE != right.scale
    return whole and 0 < a and b <= a * _NEAR and (part or a <= b * _NEAR)


def _listed(s: Scan, drafts: list[Draft], at: int, between: Callable) -> bool:
    left, right = drafts[at], drafts[at + 1]
    gap = between(s, left, right) if right.first - left.last <= _REACH else None
    if not gap or s.parted(right.first):
        return False
    if gap[0] == "(" and ")" in gap[:-1]:
        gap = gap[gap.index(")") + 1 :]  # "3 (group 1) or 6 (group 2) cycles"
    if gap == (",",):
        return right.inherited is not None or right.noun_last < 0
    kinds = range(left.last + 1, left.last + len(gap))
    if len(gap) > 1 and gap[-1] in s.lex.sets["joiners"] and right.noun and all(s.words[k] in s.lex.sets["noun-skip"] and s.raw(k).islower() for k in kinds):
        return True  # "119 male and 101 female partnerships"
    if len(gap) > 1 and gap[-1] in s.lex.sets["joiners"] and len(right.noun) > 1 and _named_alike(s, kinds, right):
        return True  # "112 Prevention and 34 Control participants"
    if len(gap) > 1 and gap[-1] in s.lex.sets["joiners"] and len(right.noun) > 1 and all(s.mask[k] for k in kinds):
        return True  # "two CX-P6 and three placebo patients"
    if len(gap) == 2 and gap[1] in s.lex.sets["joiners"] and len(right.noun) == 2 and right.noun_last == right.last + 2 and left.noun_last < 0:
        return _describes(s, left.last + 1)  # "580 trial and 655 control farms"
    return gap in s.lex.phrases["carry-list"] or gap in s.lex.phrases["carry-close"] and at > 0 and between(s, drafts[at - 1], left) == (",",)


def _named_alike(s: Scan, kinds: range, right: Draft) -> bool:
    """Whether names with capitals tell which both numbers count; what is counted itself has none."""
    named = all(s.words[k].isalpha() and s.raw(k)[0].isupper() and not s.mask[k] for k in kinds)
    return named and right.noun_last > right.last + 1 and s.raw(right.last + 1)[0].isupper() and s.raw(right.noun_last).islower()


def _describes(s: Scan, k: int) -> bool:
    """Whether token k can only describe what is counted further on: no verb, no plural, and no word that ends a phrase."""
    word = s.word(k)
    free = word.isalpha() and s.raw(k).islower() and word not in s.lex.sets["noun-stop"] and word not in s.lex.sets["clause-verbs"] and not s.mask[k]
    return free and len(word) > 3 and not word.endswith((*s.lex.participles, *s.lex.verb_endings, *s.lex.plural["plural-endings"]))


def _against(s: Scan, left: Draft, right: Draft, between: Callable) -> bool:
    """ "(109 versus 246 full boxes)": two sides of a comparison that a bracket opens with; the noun stands behind the second."""
    gap = between(s, left, right)
    bare = bool(gap) and gap[0] in s.lex.sets["carry-against"] and (len(gap) == 1 or gap[1:] == (".",))
    return bare and bool(right.noun) and right.noun_last > 0 and s.word(left.begin - 1) in ("(", "[")


def _compared(s: Scan, left: Draft, right: Draft, between: Callable) -> bool:
    """ "120 cases versus 98 a week ago": the word between compares, and no noun of its own follows."""
    gap = between(s, left, right)
    if not gap or s.word(right.last + 1) in s.lex.sets["of"] or s.word(right.last + 1) in s.lex.units.signs:
        return False
    if gap[-1] in s.lex.sets["parts-lead"] and _size(right) <= _size(left) and not any(s.parted(k) for k in range(left.last + 1, right.first)):
        return True  # "630,000 shares, including 490,000 to be sold by the bank"
    if gap in s.lex.phrases["carry-parts"]:
        return _size(right) <= _size(left)
    fates = s.lex.sets["carry-fates"]
    if len(gap) == 2 and gap[0] in fates and gap[1] in s.lex.sets["joiners"] and s.word(right.last + 1) in fates:
        return True  # "200 crewmen killed and 60 wounded"
    if gap in s.lex.phrases["carry-onward"]:
        return True  # "20 sites, increasing to 21"
    return len(gap) < 3 and (gap[-1] in s.lex.sets["carry-last"] or gap in s.lex.phrases["carry-compared"])


def parallel(s: Scan, left: Draft, right: Draft) -> bool:
    """ "200 men from Victoria, 260 from New South Wales": the same word leads from both to a place or a group."""
    lead, after = max(left.last, left.noun_last) + 1, right.last + 1
    before = right.begin - 1
    if s.word(after) in s.lex.sets["carry-parallel"] and s.word(lead) != s.word(after) and s.word(after) in s.words[lead:before] and not left.inherited:
        lead = s.words.index(s.word(after), lead)  # "261,000 people were idle in March, 258,000 in April"
    if left.noun_last < 0 and not left.inherited or right.first - lead > _REACH or s.word(lead) not in s.lex.sets["carry-parallel"] or s.word(lead) != s.word(after):
        return False
    joined = s.word(before) in _MARKS or s.word(before) in s.lex.sets["joiners"]
    if (s.word(lead),) in s.lex.phrases["range-join"] and not s.word(lead - 1).endswith(s.lex.participles):
        return False  # "assigned to", not "eleven go to"
    return joined and not any(word in ".!?" for word in s.words[lead:before])
