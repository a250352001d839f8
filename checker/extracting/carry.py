"""Scale and unit carried from a neighbour: "5.6 from 5.0 mln", "208 pounds to 193", "four-, five- and six-cylinder"."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.carry_ends import sides
from checker.extracting.draft import ONE, Draft, Scan
from checker.rational import Fraction

_LEVELS = ("currency", "physical", "percent", "points", "duration")
_SENTENCE = 25  # tokens in which a sentence that goes on compares
_QUOTED = 10  # a smaller number over another is rather a fraction
_BRACKET = 14  # tokens from one number to the next with a remark in brackets between
_BESIDE = 10  # tokens from one amount to another that the same word leads to
_VERBS = 4  # tokens from the noun to its amount: "revenue rose sharply to"
_PIECES = 4  # tokens from "denominations" to the first of them
_NEAR = 10  # numerals that share a unit are within this factor of one another


def carried(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives bare numbers the scale and unit of a neighbour that words or a list tie them to. In place."""
    for at in range(len(drafts) - 2, -1, -1):
        left, right = drafts[at], drafts[at + 1]
        apart = right.first - max(left.last, left.noun_last)
        if apart > 8 and (apart > _BRACKET or s.word(_behind(s, left)) != "(") or not _may(left, right):
            continue
        gap = between(s, left, right)
        gap = _past_bracket(s, left, right) or gap if not gap or _remark(s, left) else gap
        if not gap:
            continue
        if _hanging(s, left):
            if gap in s.lex.phrases["carry-list"] or gap in s.lex.phrases["carry-pair"] or gap in s.lex.phrases["range-join"]:
                _take_all(left, right)
        elif _scaled_bare(left) and not left.noun and right.kind == "physical" and right.scale != 1 and gap in s.lex.phrases["range-join"] and _fits_scaled(left, right):
            left.unit, left.kind, left.inherited = right.unit, right.kind, "unit"  # "from 1.5 mln to 1.93 mln hectares"
        elif _bare(left) and _source(right):
            closed = gap in s.lex.phrases["carry-close"] and (at > 0 and _bare(drafts[at - 1]) and between(s, drafts[at - 1], left) == (",",) or right.kind == "duration" and left.begin > 1 and s.word(left.begin - 1) == "," and s.word(left.begin - 2) in s.lex.sets["list-starts"])
            listed = closed or gap in s.lex.phrases["carry-list"] and (gap != (",",) or at + 2 < len(drafts) and right.inherited) or gap == (",",) and _mounting(s, drafts, at, between)
            paired = gap in s.lex.phrases["carry-pair"] or gap in s.lex.phrases["carry-across"] and right.kind == "physical"
            if (listed or paired) and (_fits(left, right) or sides(s, left, gap, right) or _pieces(s, left, right) or _none(left, right, listed, paired) or gap == (",",) and right.kind == "physical" and _bracket_list(s, drafts, at, between)) and _may_take(s, left, gap, right):
                _take(left, right)
    for left, right in zip(drafts, drafts[1:]):
        if _quoted(s, left, right):
            _take(left, right)
        elif _bare(right) and not right.prefixed and left.kind == "currency" and None not in (left.value, left.place) and left.place == right.place != ONE and right.value < left.value and between(s, left, right) in s.lex.phrases["carry-change"] and s.word(right.last + 1) in (",", ".", ";", ")", ""):
            _take(right, left)  # "22.50 dlrs, up 1.75"
        if left.kind == "age" and right.kind == "duration" and right.low is None and left.unit == f"{right.unit} of age" and (gap := between(s, left, right)) and gap[-1] in s.lex.sets["carry-last"]:
            right.kind, right.unit = left.kind, left.unit  # "a mean age of 55 vs 57 years"
        if (_bare(right) or _scaled_bare(right)) and _source(left) and right.first - max(left.last, left.noun_last) <= 8 and ((gap := between(s, left, right)) and sides(s, right, gap, left) or _fits(left, right)):
            owned = gap and gap[-1].startswith("'") and len(gap) > 2 and gap[-3] in s.lex.sets["carry-last"]  # "from February's 180"
            tied = gap and (owned or gap in s.lex.phrases["carry-pair"] or gap[-1] in s.lex.sets["carry-last"])
            again = gap in s.lex.phrases["carry-or"] and s.raw(max(left.last, left.noun_last) + 2).islower()  # not "(OR 2.2)"
            if (tied and _onward(s, left, right, gap) or again) and not _too_small(left, right):
                _take(right, left)
    for at, draft in enumerate(drafts):
        if _scaled_bare(draft) and not draft.noun:
            _from_sentence(s, drafts, at)
            _of_whole(s, drafts, at)
            source = _parallel(s, drafts, at) if at and draft.unit is None else None
            source = source or (at and draft.unit is None and _beside(s, drafts, at, between)) or None
            draft.unit, draft.kind, draft.inherited = (source.unit, source.kind, "unit") if source is not None else (draft.unit, draft.kind, draft.inherited)
        elif at and _bare(draft) and not draft.prefixed and (source := _priced(s, drafts, at)) is not None:
            _take(draft, source)
        elif at and _bare(draft) and not draft.prefixed and (source := _parallel(s, drafts, at)) is not None:
            _take(draft, source)


def _mounting(s: Scan, drafts: list[Draft], at: int, between: Callable) -> bool:
    """ "at 2, 4, 24 hours": three and more points of time that mount, with no word before the last; one at its end has the
    unit of all."""
    left, right = drafts[at], drafts[at + 1]
    opened = right.kind == "physical" and (right.inherited or at) and _bracket_list(s, drafts, at, between)  # "(500, 60, 500 mg/m2)"
    if right.kind != "duration" or left.value is None or right.value is None or not left.numeral < right.numeral:
        return bool(opened)
    others = [d for d in (drafts[at - 1] if at else None, drafts[at + 2] if at + 2 < len(drafts) else None) if d is not None]
    before = bool(at) and _bare(others[0]) and others[0].numeral < left.numeral and between(s, others[0], left) == (",",)
    first = drafts[at] if not before else others[0]
    return (before or bool(right.inherited)) and s.word(first.begin - 1) in (*s.lex.sets["carry-parallel"], ",")


def _bracket_list(s: Scan, drafts: list[Draft], at: int, between: Callable) -> bool:
    """Whether three bare numbers and more, with commas alone between them, open a bracket up to the one behind `at`."""
    k = at
    while k > 0 and _bare(drafts[k - 1]) and between(s, drafts[k - 1], drafts[k]) == (",",):
        k -= 1
    return s.word(drafts[k].first - 1) in ("(", "[") and at + 1 - k + bool(drafts[at + 1].inherited) > 1


def _none(left: Draft, right: Draft, listed: bool, paired: bool) -> bool:
    """Whether one of two is nought, of which nothing is far: "17.2 vs. 0%", "0, 15 and 30 minutes"."""
    shares = paired and right.kind == "percent" and right.numeral == 0 and left.place is not None and left.place < 1
    nought = listed and right.kind == "percent" and (left.numeral == 0 or right.numeral == 0) and left.place == right.place
    return shares or nought or listed and right.kind == "duration" and left.numeral == 0


def _parallel(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The amount that a bare number goes on with: "40.9 years for men (38.8 in 2011) and 38.3 for women" - the same word leads
    from both, and what stands in brackets between is passed over."""
    draft = drafts[at]
    before, lead, scaled = draft.begin - 1, s.word(draft.last + 1), _scaled_bare(draft)
    if lead not in s.lex.sets["carry-parallel"] or not (s.word(before) in s.lex.sets["joiners"] or s.word(before) == ","):
        return None
    for other in reversed(drafts[max(0, at - 4) : at]):
        gap = s.words[other.last + 1 : before]
        if len(gap) > _SENTENCE or any(word in ".;!?" and not s.glued(k + 1) for k, word in enumerate(gap, other.last + 1)):
            return None
        if gap.count(")") > gap.count("("):
            continue
        if scaled and other.kind in ("currency", "physical") and other.scale != 1 and other.value is not None and s.word(other.last + 1) == lead:
            return other if _fits_scaled(other, draft) else None  # "845 mln lire in 1993 and 1.26 billion in 1992"
        same = not scaled and other.kind in ("duration", "physical", "age") and other.unit is not None and other.value is not None and s.word(other.last + 1) == lead
        exact = draft.place is not None and other.place == draft.place and draft.place < 1
        return other if same and exact and _fits(other, draft) else None
    return None


def _past_bracket(s: Scan, left: Draft, right: Draft) -> tuple[str, ...]:
    """The words between two numbers behind a remark in brackets: "1.7 (test) and 1.6 days"."""
    at, last = _behind(s, left), right.begin
    if s.word(at) != "(" or ")" not in s.words[at:last]:
        return ()
    return tuple(s.words[s.words.index(")", at) + 1 : last])


def _behind(s: Scan, left: Draft) -> int:
    """The token behind a number, its noun, and the hyphen that hangs from it."""
    at = max(left.last, left.noun_last) + 1
    return at + (s.word(at) == "-" and s.glued(at) and s.word(at + 1) == "(")


def _remark(s: Scan, left: Draft) -> bool:
    """Whether a bracket of words alone follows a number: "6 (mid-point), 12 (end) and 24 months"."""
    at = _behind(s, left)
    close = next((k for k in range(at + 1, min(at + _BRACKET, len(s.words))) if s.words[k] == ")"), 0) if s.word(at) == "(" else 0
    return close > at + 1 and all(word.isalpha() or word in ("-", ",") for word in s.words[at + 1 : close])


def _from_sentence(s: Scan, drafts: list[Draft], at: int) -> None:
    """"a deficit of 1,100 billion lire in May compared with a surplus of 900 billion": the one currency of the sentence."""
    draft = drafts[at]
    before = draft.begin - 1
    before -= s.word(before) in s.lex.sets["noun-after-of"] and s.word(before - 1) in s.lex.sets["carry-last"]  # "from the 4.3 billion recorded"
    before -= 2 * (s.word(before) in s.lex.sets["carry-tops"] and s.word(before - 1) in s.lex.sets["articles"])  # "compared to a peak 93.4 billion"
    share = drafts[at - 1] if at and drafts[at - 1].kind == "percent" and drafts[at - 1].last == before - 1 and (s.word(before),) in s.lex.phrases["range-join"] else None
    risen = share is not None and s.word(before).isalpha() and _money_before(s, share.begin - 1)  # "profits will rise 7 pct to"
    money = risen or _money_before(s, before) or (s.word(before - 1), s.word(before)) in s.lex.phrases["carry-parts"]
    more = s.word(before) in s.lex.sets["carry-more"]  # goes on with the same, also in a clause of its own
    against = (s.word(before - 1), s.word(before)) in s.lex.phrases["carry-compared"]
    if not money and not more and not against and s.word(before) not in s.lex.sets["carry-last"] and s.word(before) not in s.lex.sets["carry-after"]:
        return
    units = set()
    opening = draft.begin - 1 - (s.word(before - 1) in s.lex.sets["articles"]) if more else draft.first
    opening -= more and s.word(opening - 1) in (".", ";")  # "Another 3.5 billion went", also in a new sentence
    for other in reversed(drafts[max(0, at - 5) : at]):
        if draft.first - other.last > _SENTENCE or (units or not money) and _ends_between(s, other.last + 1, opening, not money and not more):
            break
        if other.kind == "currency" and other.scale != 1:
            units.add(other.unit)
        elif other.kind == "physical" and not money:
            if units or other.scale == 1 or not _fits_scaled(other, draft) or more:
                return
            draft.unit, draft.kind, draft.inherited = other.unit, other.kind, "unit"  # "51 mln kilowatt-hours in May, up 6.8 pct from 47 mln"
            return
    if len(units) == 1:
        draft.unit, draft.kind, draft.inherited = units.pop(), "currency", "unit"


def _money_before(s: Scan, before: int) -> bool:
    """Whether the words up to token `before` make an amount of money of what follows: "a deficit of", "revenue rose to"."""
    if s.word(before) in s.lex.sets["of"]:
        return s.word(before - 1) in s.lex.sets["money-noun"]
    at = before
    while before - at < _VERBS and (s.word(at) in s.lex.sets["level-before"] or s.word(at) in s.lex.sets["change-gap"] or s.word(at) in s.lex.back_change or s.word(at) in s.lex.sets["tallied-auxiliaries"]):
        at -= 1
    return at < before and s.word(at) in s.lex.sets["money-noun"]


def _of_whole(s: Scan, drafts: list[Draft], at: int) -> None:
    """ "9.1 billion francs. Of the total, 2.6 billion were bonds": a part of what the sentence before told."""
    draft, other = drafts[at], drafts[at - 1]
    before = draft.begin - 1
    before -= s.word(before) == ","
    opened = next((k for k in (before - 1, before - 2) if tuple(s.words[max(k, 0) : before + 1]) in s.lex.phrases["carry-whole"]), 0)
    level = other.kind in ("currency", "physical") and other.scale != 1 and other.value is not None
    if draft.unit is None and at and opened > 0 and s.raw(opened)[0].isupper() and level and draft.value <= other.value and draft.first - other.last <= _SENTENCE:
        draft.unit, draft.kind, draft.inherited = other.unit, other.kind, "unit"


def _ends_between(s: Scan, first: int, last: int, clauses: bool) -> bool:
    """Whether a sentence or (`clauses`) a clause that has a subject of its own ends between two tokens."""
    if clauses and not s.lex.sets["clause-end"].isdisjoint(s.words[first:last]):
        return True
    return any(word in ".;!?" and not s.glued(k + 1) for k, word in enumerate(s.words[first:last], first))


def _may(left: Draft, right: Draft) -> bool:
    return left.value is not None and right.kind not in ("ordinal", "multiple", "ratio") and left.kind not in ("ordinal", "multiple", "ratio")


def _bare(draft: Draft) -> bool:
    return draft.value is not None and draft.kind == "number" and draft.unit is None and draft.scale == 1 and draft.style in ("digits", "words") or _half(draft)


def _scaled_bare(draft: Draft) -> bool:
    """A scale without unit: "narrowing from 30.2 billion"."""
    return draft.value is not None and draft.kind == "number" and draft.unit is None and draft.scale != 1


def _half(draft: Draft) -> bool:
    """A currency sign without scale: "$3 to $5 billion"."""
    return draft.value is not None and draft.prefixed and draft.scale == 1 and "/" not in (draft.unit or "")


def _source(draft: Draft) -> bool:
    return draft.kind in _LEVELS and draft.unit is not None or draft.scale != 1 or _rate(draft)


def _rate(draft: Draft) -> bool:
    """So many for each of something, and of nothing that is named: "1.42/second"."""
    return draft.kind == "number" and draft.place is not None and draft.place < 1 and (draft.unit or "").startswith("1/")


def _beside(s: Scan, drafts: list[Draft], at: int, between: Callable) -> Draft | None:
    """The amount of money that one with a scale of its own stands beside: "two loans of 70 mln and 46 mln francs", "from 4.1
    billion to 4.2 billion"; "at 300 mln dlrs, bidders at 145 mln", each led by the same word."""
    draft, lead = drafts[at], drafts[at].begin - 1
    for left, right, other in ((drafts[at - 1], draft, drafts[at - 1]), *((draft, d, d) for d in drafts[at + 1 : at + 2])):
        if other.kind != "currency" or other.scale == 1 or not _fits_scaled(other, draft):
            continue
        gap = between(s, left, right)
        if gap and (gap in s.lex.phrases["carry-list"] or other is left and gap in s.lex.phrases["carry-pair"]):
            return other
        same = other is left and s.word(lead) in s.lex.sets["carry-parallel"] and s.word(left.first - 1) == s.word(lead)
        if same and right.first - left.last <= _BESIDE and not _ends_between(s, left.last + 1, right.first, True):
            return other
    return None


def _priced(s: Scan, drafts: list[Draft], at: int) -> Draft | None:
    """The price of its sentence with which another to the same decimal is compared: "13.50 dlrs, up 2.50 dlrs from November, but
    down from 13.80 for May"."""
    draft = drafts[at]
    before = draft.begin - 1
    if (s.word(before - 1), s.word(before)) not in s.lex.phrases["carry-compared"] or draft.place is None or draft.place == ONE:
        return None
    for other in reversed(drafts[max(0, at - 3) : at]):
        if draft.first - other.last > _SENTENCE or _ends_between(s, other.last + 1, draft.first, False):
            return None
        if other.kind == "currency" and other.value is not None and other.place == draft.place and other.value <= 2 * draft.value <= 4 * other.value:
            return other
    return None


def _quoted(s: Scan, left: Draft, right: Draft) -> bool:
    """ "125/132 dlrs": what is bid and what is asked."""
    j = left.last + 1
    joined = right.first == j + 1 and s.word(j) == "/" and s.glued(j) and s.glued(j + 1)
    near = joined and _bare(left) and right.kind == "currency" and right.value is not None and left.numeral <= right.numeral <= 2 * left.numeral
    return near and left.value >= _QUOTED and s.word(left.first - 1) != "/"


def _hanging(s: Scan, left: Draft) -> bool:
    """A number whose hyphen joins nothing: "four-, five- and six-cylinder"."""
    j = left.last + 1
    return left.unit is None and s.word(j) == "-" and s.glued(j) and not (s.glued(j + 1) and s.word(j + 1)[:1].isalnum())


def _pieces(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether both say in which pieces money comes: "denominations of 10,000 and 250,000 marks"."""
    return right.kind == "currency" and left.numeral < right.numeral and not s.lex.sets["money-pieces"].isdisjoint(s.words[max(0, left.begin - _PIECES) : left.begin])


def _fits(left: Draft, right: Draft) -> bool:
    a, b = abs(left.numeral), abs(right.numeral)
    return a > 0 and b > 0 and a <= b * _NEAR and b <= a * _NEAR


def _fits_scaled(left: Draft, right: Draft) -> bool:
    """Whether two amounts with their scales are near one another."""
    a, b = left.value, right.value
    return a is not None and b is not None and 0 < a <= b * _NEAR and b <= a * _NEAR


def _may_take(s: Scan, left: Draft, gap: tuple[str, ...], right: Draft) -> bool:
    """A whole number before "and" or "from" is carried only where nothing else names it; a half one only its scale."""
    if _half(left):
        finer = gap in s.lex.phrases["carry-list"] and left.place is not None and right.place is not None and left.place < Fraction(1, 10) and left.place * right.scale < right.place
        return right.scale != 1 and right.unit is not None and right.unit.split("/")[0] == left.unit and left.numeral < right.numeral and not finer
    if right.kind == "percent" and gap[0] in s.lex.sets["range-from"]:
        return left.place is not None and left.place < 1
    return True


def _onward(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> bool:
    """Whether a bare number takes the unit of the one before it."""
    if _half(right):
        listed = gap in s.lex.phrases["carry-list"]  # "net income and EPS of $2.4 billion and $0.31"
        return left.unit == right.unit and left.scale != 1 and not listed and right.place is not None and right.place < 1
    if left.kind == "percent" or left.kind == "points":
        before = s.word(left.begin - 1)
        return before in s.lex.sets["level-before"] and left.change is None and len(gap) == 1 and right.place is not None and right.place <= 1 and right.value <= 100
    if left.kind == "duration":  # "41.3 hours compared with 36.8"
        return left.place is not None and left.place == right.place < 1 and right.noun_last < 0
    return left.kind in _LEVELS or right.place is not None and right.place < 1


def _too_small(left: Draft, right: Draft) -> bool:
    """Whether the right amount has a scale and the left is so much for one of something: "48 cts a share, up from 16.6 mln"."""
    return left.kind == "currency" and left.scale == ONE != right.scale and "/" in (left.unit or "")


def _take(bare: Draft, source: Draft) -> None:
    if bare.scale == 1 and source.scale != 1:
        bare.value *= source.scale
        bare.scale = source.scale
        bare.place = bare.place * source.scale if bare.place is not None else None
        bare.inherited = "scale"
    if bare.unit is None and (source.kind in _LEVELS or source.kind == "age" or _rate(source)):
        bare.unit, bare.kind = source.unit, source.kind
        bare.inherited = bare.inherited or "unit"


def _take_all(left: Draft, right: Draft) -> None:
    _take(left, right)
    if left.unit is None:
        left.unit, left.kind, left.noun, left.inherited = right.unit, right.kind, right.noun, "unit"
