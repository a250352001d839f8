"""What is counted or measured, carried to where the story goes on in the same form: "in Kent there were 695 mills and in
Surrey there were 605", "from 828 boats in 2002 to 588 in 2012", "killed 12 men and wounded 28", "sold 300 cars, while its rival
sold 210", "up 9.9 billion dlrs in May, and up 9.8 billion in June"."""

from __future__ import annotations

from checker.extracting.carry_counts import alike, ended, parallel
from checker.extracting.draft import ONE, Draft, Scan, lend
from checker.extracting.shares_told import taken_up

_BACK = 5  # numbers back to the one that says what is counted
_SENTENCES = 45  # tokens from one sentence of what there was to the next
_SENTENCE = 40  # tokens of a sentence that goes on
_LED = 14  # tokens from one member of a list to the next
_FROM = 25  # tokens from what something came from to what it came to
_NEAR = 20  # levels of one thing are within this factor of one another
_STORY = 100  # what there is in several places
_KINDS = ("count", "physical", "currency")


def onward(s: Scan, drafts: list[Draft]) -> None:
    """Gives bare numbers the noun or unit that the same form has given before. In place."""
    for at, draft in enumerate(drafts):
        if at and draft.bare and _alone(s, draft):
            source = _from_to(s, drafts, at) or _by_so_many(s, drafts, at) or _moved(s, drafts[at - 1], draft)
            source = source or _closes(s, draft) and (_there(s, drafts, at) or _same_verb(s, drafts, at) or _in_places(s, drafts[at - 1], draft))
            source = source or _of_each(s, drafts[at - 1], draft) or _this(s, drafts, at) or _this_said(s, drafts, at)
            if source:
                lend(draft, source)
    for right, left in zip(reversed(drafts), reversed(drafts[:-1])):
        if left.bare and right.kind == "count" and right.noun_last > 0 and "/" not in (right.unit or "/") and _alone(s, left) and _came_from(s, left, right) and _near(left, right, _NEAR):
            lend(left, right)


def _alone(s: Scan, draft: Draft) -> bool:
    """True of a bare number that is no part of a quotation or a formula."""
    return s.word(draft.last + 1) not in ("/", "-") and s.word(draft.begin - 1) not in ("/", "=", "-")


def _closes(s: Scan, draft: Draft) -> bool:
    """Whether what follows a number cannot be what it counts."""
    k = draft.last + 1
    word = s.word(k)
    ends = not word[:1].isalpha() or word in s.lex.sets["joiners"] or word in s.lex.sets["carry-parallel"] or word in s.lex.sets["clause-end"]
    return ends and word not in ("$", "%") or k < len(s.words) and bool(s.mask[k]) or s.parted(k)


def _counted(draft: Draft) -> bool:
    return draft.kind == "count" and bool(draft.noun) and draft.value is not None and not draft.hyphened


def _near(a: Draft, b: Draft, factor: int) -> bool:
    """Whether two numbers can be of one thing: near one another, and both whole or both rates or both of a scale."""
    if a.value is None or b.value is None:
        return False
    x, y = abs(a.value), abs(b.value)
    whole = "count" not in (a.kind, b.kind) or "/" in (a.unit or b.unit or "") or x.denominator == 1 == y.denominator
    return whole and 0 < x <= y * factor and y <= x * factor


def _there(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What there was before "in Surrey there were 605", in the same sentence or as the sentence before tells it."""
    draft = drafts[at]
    if not _is_there(s, draft):
        return None
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        if draft.first - other.last > _SENTENCES:
            return None
        if _counted(other) and (_is_there(s, other) or not ended(s, other.last + 1, draft.first)):
            return other if _near(other, draft, _STORY) else None
    return None


def _is_there(s: Scan, draft: Draft) -> bool:
    """Whether "there were" leads to a number."""
    lead = draft.begin - 1
    return s.word(lead) in s.lex.sets["be-verbs"] and s.word(lead - 1) in s.lex.sets["existential"]


def _from_to(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The level in front of "to" in "from 828 boats for every 100 huts in 2002 to 588 in 2012"."""
    draft, lead = drafts[at], drafts[at].begin - 1
    if (s.word(lead),) not in s.lex.phrases["range-join"] or not s.word(lead).isalpha():
        return None
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        gap = s.words[other.last + 1 : lead]
        if len(gap) > _FROM or ended(s, other.last + 1, draft.first) or not s.lex.sets["clause-end"].isdisjoint(gap) or s.word(other.begin - 1) in s.lex.sets["change-by"]:
            return None
        if s.word(other.begin - 1) in s.lex.sets["range-from"]:
            told = other.kind in _KINDS and other.unit is not None and (other.kind != "count" or bool(other.noun)) and not other.hyphened
            scaled = other.kind != "currency" or other.scale != ONE != draft.scale
            again = any((word,) in s.lex.phrases["range-join"] and word.isalpha() for word in gap)
            return other if told and scaled and not again and _near(other, draft, _NEAR) else None
        if other.kind not in ("percent", "age", "year") and not (other.hedge is not None and other.hedge.bound):
            return None
    return None


def _came_from(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the first is what the second, which says what is counted, came from: "from 336 in 2002 to 660 women in 2012"."""
    lead = right.begin - 1
    gap = s.words[left.last + 1 : lead]
    joined = s.word(left.begin - 1) in s.lex.sets["range-from"] and (s.word(lead),) in s.lex.phrases["range-join"] and s.word(lead).isalpha()
    return joined and len(gap) <= _FROM and (not gap or all(s.mask[left.last + 1 : lead]) or gap[0] in s.lex.sets["carry-parallel"]) and not ended(s, left.last + 1, right.first)


def _by_so_many(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What something rose by before it is told ", from 26 million in 2001": the same is counted at either end."""
    draft, lead = drafts[at], drafts[at].begin - 1
    if s.word(lead) not in s.lex.sets["range-from"]:
        return None
    for other in reversed(drafts[max(0, at - 3) : at]):
        if draft.first - other.last > _FROM or ended(s, other.last + 1, draft.first):
            return None
        if other.kind == "count" and other.noun and other.value is not None:
            by = s.word(other.begin - 1) in s.lex.sets["change-by"]
            return other if by and draft.value >= other.value else None
        if other.kind not in ("percent", "year"):
            return None
    return None


def _moved(s: Scan, left: Draft, right: Draft) -> Draft | None:
    """The amount that the same word of change led to: "up 9.9 billion dlrs in May, and up 9.8 billion in June"."""
    lead = right.begin - 1
    moved = s.word(lead) in s.lex.back_change and s.word(lead) == s.word(left.begin - 1)
    joined = moved and (s.word(lead - 1) in s.lex.sets["joiners"] or s.word(lead - 1) == ",")
    level = left.kind in _KINDS and left.unit is not None and (left.kind != "count" or bool(left.noun))
    scaled = (left.scale == ONE) == (right.scale == ONE)
    near = right.first - left.last <= _SENTENCE and not ended(s, left.last + 1, right.first)
    return left if joined and level and scaled and near and _near(left, right, _NEAR) else None


def _same_verb(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What the same verb, or another that may have the same object, was told of before: "sold 300 cars, while its rival sold
    210", "killed 12 men and wounded 28"."""
    draft, lead = drafts[at], drafts[at].begin - 1
    verb = s.word(lead)
    done, shares = verb.endswith(s.lex.participles), verb in s.lex.sets["object-verbs"]
    if not (done and len(verb) > 4 or shares) or draft.value.denominator != 1 and draft.scale == ONE:
        return None
    joined = s.word(lead - 1) in s.lex.sets["joiners"] or s.word(lead - 1) == ","
    for other in reversed(drafts[max(0, at - 3) : at]):
        if draft.first - other.last > _SENTENCE or ended(s, other.last + 1, draft.first):
            return None
        if _counted(other):
            before = s.word(other.begin - 1)
            if before == verb or shares and joined and before in s.lex.sets["object-verbs"]:
                return other if _near(other, draft, _STORY) else None
            if other.noun_last > 0:
                return None
    return None


def _in_places(s: Scan, left: Draft, right: Draft) -> Draft | None:
    """The member of a list in front, which has its noun by now: "increases of 429 in the west and 347 in the east"."""
    told = left.kind == "count" and bool(left.noun) and left.value is not None and left.inherited is not None
    return left if told and (parallel(s, left, right) or _led_again(s, left, right)) and alike(left, right) else None


def _led_again(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the word that leads on from the right number leads on from the verb of the left: "92 were sent to Kent and 42 to Wick"."""
    lead, after = right.begin - 1, s.word(right.last + 1)
    gap = s.words[left.last + 1 : lead]
    if after not in s.lex.sets["carry-parallel"] or s.word(lead) not in s.lex.sets["joiners"] or len(gap) > _LED or after not in gap:
        return False
    verb = s.words[left.last + gap.index(after)]
    return len(verb) > 4 and verb.endswith(s.lex.participles) and not ended(s, left.last + 1, right.first)


def _of_each(s: Scan, left: Draft, right: Draft) -> Draft | None:
    """The measure in front of a list of what it is of: "47,000 tonnes of barley, 78,600 of wheat and 25,000 of rye"."""
    lead, of = right.begin - 1, s.lex.sets["of"]
    thing = s.word(right.last + 2)
    told = left.kind in ("count", "physical") and left.unit is not None and "/" not in left.unit and not left.hyphened and s.word(max(left.last, left.noun_last) + 1) in of
    listed = s.word(right.last + 1) in of and (s.word(lead) == "," or s.word(lead) in s.lex.sets["joiners"]) and lead - left.last <= _LED
    plain = thing.isalpha() and thing not in s.lex.sets["noun-stop"] and thing not in s.lex.starters and not ended(s, left.last + 1, right.first)
    return left if told and listed and plain and _near(left, right, _STORY) else None


def _this(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What "this" stands for in the same sentence: "there were 300 boats in 2001, but this had risen to 420 in 2011"."""
    draft, k = drafts[at], drafts[at].begin - 1
    if (s.word(k),) not in s.lex.phrases["range-join"] or not s.word(k).isalpha() or s.word(k - 1) not in s.lex.back_change:
        return None
    k -= 2
    while s.word(k) in s.lex.sets["tallied-auxiliaries"]:
        k -= 1
    for other in reversed(drafts[max(0, at - 3) : at]) if s.word(k) in s.lex.sets["such-number"] else ():
        if draft.first - other.last > _SENTENCE or ended(s, other.last + 1, draft.first):
            return None
        if other.kind != "percent":
            return other if _counted(other) and (other.scale == ONE) == (draft.scale == ONE) and _near(other, draft, _NEAR) else None
    return None


def _this_said(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """What the sentence before told, which "This" takes up: "an average of 5.4 rooms per flat. This ranged from 4.7 in the north"."""
    draft = drafts[at]
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        if draft.first - other.last > _SENTENCES:
            return None
        if not (other.bare or other.kind in ("percent", "year")):
            told = other.kind in ("count", "physical") and other.unit is not None and other.value is not None and not other.hyphened and (other.kind != "count" or bool(other.noun))
            exact = other.place == draft.place or other.kind == "count" and draft.value.denominator == 1 and other.value.denominator == 1
            return other if told and exact and _near(other, draft, _NEAR) and taken_up(s, other.last, draft.begin) else None
    return None
