"""What money is told for, left out beside its amount: "Shr 20 cts", "per-share earnings were 2.22 dlrs", "a dividend of 12 cts",
and carried between what is compared: "65 cts a share, down from 78 cts", "12 dlrs a barrel against 10 dlrs".

What the text leaves out stays beside the unit: an interim dividend of 4p and a final one of 6p are amounts that make 10p, and
may be compared and added like any others."""

from __future__ import annotations

from checker.extracting.carry_counts import ended
from checker.extracting.carry_levels import compares, past_level
from checker.extracting.draft import ONE, Draft, Scan
from checker.extracting.unit_table import singular_of
from checker.language import longest
from checker.units import compatible, measure_of

_LABEL = 4  # tokens from the label that opens a line to its figure
_LEAD = 9  # tokens from the noun to its amount
_LARGEST = 100  # dollars that are paid on one share
_SENTENCE = 40  # tokens of a sentence that compares
_BACK = 5  # numbers back to the one that says what it is for
_LEVEL = 6  # tokens from what a price gained to the price
_NEAR = 20  # prices of one thing are within this factor of one another


def told(s: Scan, drafts: list[Draft]) -> None:
    """Gives amounts of money for one share or the like what they are for. In place."""
    paid = [at for at, draft in enumerate(drafts) if draft.kind == "currency"]
    if not paid or not (s.has("per") or s.has("per-share-labels") or s.has("per-share-nouns") or s.has("per-share-periods")):
        return
    for at in paid:
        draft = drafts[at]
        if (word := _rate(draft)) in s.lex.paid_on:
            draft.unit = f"{draft.unit.partition('/')[0]}/{s.lex.paid_on[word]}"  # "one ct per shr"
        elif _plain(draft) and (rate := _labelled(s, drafts, at) or _led(s, drafts, at) or _compared(s, drafts, at) or _again(s, drafts, at) or _beside(s, drafts, at)):
            draft.per = rate
    for at in paid[1:]:
        if (rate := _rate(drafts[at])) and (_from(s, drafts[at - 1], drafts[at]) or _by(s, drafts[at - 1], drafts[at])):
            drafts[at - 1].per = rate


def _from(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the level in front of "from" is for what the one behind it is for: "to 15 cts from 12 cts a share"."""
    joined = right.begin - left.last == 2 and s.words[right.begin - 1] in s.lex.sets["range-from"] and (s.word(left.begin - 1),) in s.lex.phrases["range-join"]
    return joined and _plain(left) and _near(left, right)


def _by(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the amount that a price moved by is for what the price is for: "by one cent to 66 cents a pound"."""
    joined = right.begin - left.last == 2 and (s.words[right.begin - 1],) in s.lex.phrases["range-join"] and s.words[right.begin - 1].isalpha()
    moved = s.word(left.begin - 1) in s.lex.sets["change-by"] or s.word(left.begin - 1) in s.lex.back_change
    at = s.word(right.begin - 1) in s.lex.sets["level-before"] and s.word(left.last + 1) in s.lex.sets["gained-over"] and right.begin - left.last <= _LEVEL
    return (joined and moved or at) and _plain(left) and _less(left, right)  # "closed 25 cents higher at 421 dlrs an ounce"


def _plain(draft: Draft) -> bool:
    """Whether a draft is an amount of money without a scale, of which nothing says what it is for."""
    told = draft.kind == "currency" and draft.scale == ONE and draft.unit is not None and "/" not in draft.unit and not draft.per
    return told and not draft.hyphened and (draft.value is not None or draft.low is not None)


def _rate(draft: Draft) -> str:
    """What a price is for."""
    return draft.per or draft.unit.partition("/")[2] if draft.kind == "currency" and draft.scale == ONE and draft.unit else ""


def _labelled(s: Scan, drafts: list[Draft], at: int) -> str:
    """The share of "Shr" or "Qtly div", which opens the line of a statement: "Oper shr profit 20 cts vs loss 16 cts"."""
    draft = drafts[at]
    for k in range(draft.first - 1, max(draft.first - _LABEL - 1, -1), -1):
        if "\n" in s.text[s.ends[k] : draft.start] or not (s.words[k].isalpha() or s.words[k] == "-"):
            return ""
        if s.words[k] in s.lex.sets["per-share-labels"]:
            return s.lex.paid_on[s.words[k]] if _opens(s, k) else ""
        if k == draft.first - 1 and s.words[k] in s.lex.sets["per-share-periods"] and s.has("paid-out") and _opens(s, k):
            return s.lex.paid_on[s.words[k]]  # "Qtly 12 cts vs 11 cts prior", with the day on which it is payable
        if s.words[k] in s.lex.sets["carry-against"] and at and (rate := _rate(drafts[at - 1])):
            return rate if drafts[at - 1].last >= k - 2 and (_near(drafts[at - 1], draft) or _size(draft) <= _LARGEST) else ""
    return ""


def _opens(s: Scan, k: int) -> bool:
    """Whether the line with the label at token k opens with it, but for a word that says which."""
    line = s.text.rfind("\n", 0, s.starts[k]) + 1
    return len(s.text[line : s.starts[k]].split()) < 2


def _led(s: Scan, drafts: list[Draft], at: int) -> str:
    """What the subject of the sentence is told for: "earnings per share rose to", "its quarterly dividend to"."""
    draft = drafts[at]
    if s.word(draft.begin - 1) not in s.lex.sets["level-before"] and s.word(draft.begin - 1) not in s.lex.sets["age-verbs"]:
        return ""
    value = draft.value if draft.value is not None else draft.high
    floor = max(draft.begin - _LEAD, drafts[at - 1].last if at else -1, drafts[at - 1].taken if at else -1, 0)
    sure, unknown = True, -1
    for k in range(draft.begin - 1, floor, -1):
        word = s.words[k]
        if word in s.lex.sets["per-share-nouns"]:
            return s.lex.paid_on[word] if sure and value is not None and value <= _LARGEST and s.words[k - 1] not in s.lex.sets["of"] else ""
        if word in s.lex.sets["per"] and word not in s.lex.sets["articles"] and word not in s.lex.sets["each"] and word.isalpha():
            at_noun = k + 1 + (s.word(k + 1) == "-")
            hit = longest(s.lex.per_nouns, s.words, at_noun)
            if hit is None and s.word(k - 1) in s.lex.sets["told-per"] and unknown == at_noun:
                return thing_at(s, at_noun)
            return singular_of(s.words[hit[0] - 1], s.lex.plural) if hit is not None else ""
        if not (word.isalpha() or word == "-") or word in s.lex.sets["joiners"] or word in s.lex.sets["clause-end"] or s.parted(k + 1):
            return ""
        known = (word in s.lex.sets["level-before"] or word in s.lex.sets["age-verbs"] or word in s.lex.sets["per-share-passed"] or word in s.lex.back_change or bool(s.mask[k]))
        sure, unknown = sure and known, unknown if known else k if sure else 0
    return ""


def thing_at(s: Scan, k: int) -> str:
    """What a price is for by the one word at token k, where it is a thing or a measure: "price per wafer", not "per cent"."""
    word = s.word(k)
    plain = word.isalpha() and len(word) > 3 and s.raw(k)[1:].islower() and not s.mask[k] and word not in s.lex.sets["noun-stop"]
    hit = longest(s.lex.units.names, s.words, k) if plain else None
    if hit is not None:
        return hit[1].id if hit[1].kind == "physical" else ""
    return singular_of(word, s.lex.plural) if plain else ""


def _compared(s: Scan, drafts: list[Draft], at: int) -> str:
    """What the level is for that an amount is compared with: "65 cts a share, down from 78 cts"."""
    draft = drafts[at]
    core = past_level(s, draft.begin - 1)
    if not compares(s, core):
        return ""
    for other in reversed(drafts[max(0, at - _BACK) : at]):
        if draft.first - other.last > _SENTENCE or ended(s, other.last + 1, draft.first) or not s.lex.sets["clause-end"].isdisjoint(s.words[other.last + 1 : draft.first]):
            return ""
        if other.kind == "currency" and other.change is None:
            return _rate(other) if _near(other, draft) else ""
    return ""


def _again(s: Scan, drafts: list[Draft], at: int) -> str:
    """What the second of two amounts is for each time: "3 mln dlrs, or 12 cents a share, against 2 mln dlrs, or eight cents"."""
    draft = drafts[at]
    if at < 3 or s.word(draft.begin - 1) not in s.lex.sets["range-or"]:
        return ""
    total, before = drafts[at - 1], None
    for other in reversed(drafts[max(0, at - _BACK) : at - 1]):
        if draft.first - other.last > _SENTENCE or ended(s, other.last + 1, draft.first):
            return ""
        if _rate(other):
            before = other
            break
    twice = before is not None and s.word(before.begin - 1) == s.word(draft.begin - 1) and total.kind == "currency" and total.value is not None
    return _rate(before) if twice and total.last >= draft.begin - 3 and _near(before, draft) and total.value > _NEAR * _size(draft) else ""


def _beside(s: Scan, drafts: list[Draft], at: int) -> str:
    """What the price in front is for, where the same word leads on from both or this is what it moved by: "72 cents a lb for ingot
    and 80 cents for billet", "73 cents a pound, down two cents"."""
    draft, left = drafts[at], drafts[at - 1] if at else drafts[at]
    lead, after = draft.begin - 1, s.word(draft.last + 1)
    if not (rate := _rate(left)) or ended(s, left.last + 1, draft.first) or s.parted(draft.first):
        return ""
    if after in s.lex.sets["gained-over"] and (s.word(lead) == "," or after not in s.lex.sets["compared-more"] and _joined(s, left, lead)):
        return rate if _less(draft, left) else ""  # "421 dlrs an ounce, 3 dlrs above the close"
    if s.word(lead) in s.lex.back_change and lead == left.last + 2 and s.word(lead - 1) == ",":
        return rate if _less(draft, left) else ""
    joined = s.word(lead) in s.lex.sets["joiners"] or s.word(lead) == ","
    same = joined and after in s.lex.sets["carry-parallel"] and s.word(left.last + 1) == after and lead - left.last <= _LEAD
    same = same and (s.word(draft.last + 2) not in s.lex.sets["articles"] or s.word(left.last + 2) in s.lex.sets["articles"])  # not "for a coat"
    return rate if same and all(word.isalpha() or word in ",-'" for word in s.words[left.last + 1 : lead]) and _near(left, draft) else ""


def _joined(s: Scan, left: Draft, lead: int) -> bool:
    """Whether one verb and perhaps "and" lead from a price to what it gained: "421 dlrs an ounce and closed 3 dlrs higher"."""
    return s.word(lead) in s.lex.sets["joiners"] or s.words[lead].endswith(s.lex.participles) and s.word(lead - 1) in s.lex.sets["joiners"] and left.last + 2 >= lead - 1


def _less(a: Draft, b: Draft) -> bool:
    """Whether the first of two amounts of one currency is the smaller."""
    over = (a.unit or "").partition("/")[0], (b.unit or "").partition("/")[0]
    return compatible(*over) and 0 < _size(a) * measure_of(over[0]).factor < _size(b) * measure_of(over[1]).factor


def _near(a: Draft, b: Draft) -> bool:
    """Whether two amounts, of one currency, may be prices of one thing."""
    over = (a.unit or "").partition("/")[0], (b.unit or "").partition("/")[0]
    if not compatible(*over):
        return False
    x, y = (_size(draft) * measure_of(unit).factor for draft, unit in zip((a, b), over))  # dollars and cents
    return 0 < x <= y * _NEAR and y <= x * _NEAR


def _size(draft: Draft):
    return abs(draft.value if draft.value is not None else draft.low if draft.low is not None else draft.high or 0)
