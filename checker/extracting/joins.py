"""Numbers that belong together: compound quantities, ranges, "three in ten", and units carried over."""

from __future__ import annotations

from checker.extracting import carry, carry_brackets, carry_clauses, carry_counts, carry_ends, carry_levels, carry_nought, carry_onward, carry_pronouns, carry_ranges, carry_steps, carry_twins, directions, halves_joined, hedges, intervals, named_units, numbered_names, pairs, per_shares, percent_lists, quotes, statement_money, told_ages, told_counts, told_groups, told_ranges, told_shares, told_subjects, twin_rows
from checker.extracting.draft import Draft, Scan
from checker.extracting.ratios import ratio
from checker.rational import Fraction

_GAP = 5  # tokens between two numbers that can still be joined


def joined(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts with neighbours merged; a pass from left to right, then units carried."""
    kept: list[Draft] = []
    for draft in drafts:
        draft = halves_joined.with_one(s, halves_joined.with_article(s, draft))
        while kept and (merged := _merged(s, kept[-1], draft)) is not None:
            kept.pop()
            draft = merged
        kept.append(draft)
    told_ages.told(s, kept)
    kept = told_counts.told(s, kept)
    told_subjects.subjects(s, kept)
    if s.has("group-opens"):
        told_groups.groups(s, kept)
    if s.has("shares-of") or s.has("group-opens") or s.has("age-who") or any(draft.kind == "ratio" for draft in kept):
        told_shares.shares(s, kept)
    if s.has("compared-more"):
        told_shares.compared(s, kept)
    if s.has("strokes"):
        told_shares.strokes(s, kept)
    told_shares.told(s, kept)
    carry_brackets.bracketed(s, kept)
    carry_brackets.remarked(s, kept)
    carry_brackets.closed_percent(s, kept)
    carry_brackets.bracketed_ranges(s, kept)
    if s.has("deviation"):
        carry_brackets.deviations(s, kept)
    twin_rows.twin_rows(s, kept, between)
    carry.carried(s, kept, between)
    carry_ends.ends(s, kept, between)
    carry_ranges.ranges(s, kept, between)
    carry_ranges.multiples(s, kept, between)
    carry_counts.counted(s, kept, between)
    carry_levels.levels(s, kept, between)
    carry_clauses.clauses(s, kept)
    carry_twins.twins(s, kept)
    carry_steps.steps(s, kept)
    carry_onward.onward(s, kept)
    carry_pronouns.pronouns(s, kept)
    if s.has("nought"):
        carry_nought.noughts(s, kept, between)
    percent_lists.bracket_lists(s, kept)
    percent_lists.percent_lists(s, kept)
    quotes.second_halves(s, kept, between)
    named_units.named(s, kept)
    per_shares.told(s, kept)
    if s.has("per-share-labels") and s.has("statement-labels"):
        statement_money.statements(s, kept)
    hedges.during(s, kept)
    return kept


def between(s: Scan, left: Draft, right: Draft) -> tuple[str, ...] | None:
    """The words between two drafts without the hyphen that left one hanging; None where they are far apart."""
    first = max(left.last, left.noun_last) + 1
    last = right.begin
    if last - first > _GAP or last < first:
        return None
    gap = s.words[first:last]
    if len(gap) > 3 and gap[0] == "(" and ")" in gap and all(s.mask[first + 1 : first + gap.index(")")]):
        first += gap.index(")") + 1  # "3 (T1), 6 (T2) and 12 months (T3)"
        gap = s.words[first:last]
    if len(gap) > 1 and gap[0] == "-" and tuple(gap) not in s.lex.plus_minus and s.glued(first) and not (s.glued(first + 1) and gap[1][0].isalnum()):
        gap = gap[1:]
    if "\n\n" in s.text[s.ends[first - 1] : s.starts[last]]:
        return None
    return tuple(gap)


def _merged(s: Scan, left: Draft, right: Draft) -> Draft | None:
    if right.first - left.last > _GAP + 3 or left.kind == "ordinal" or right.kind in ("ordinal", "multiple"):
        return None
    gap = between(s, left, right)
    if gap is None or left.kind == "multiple":
        return None
    if len(gap) > 1 and gap[-1] == "+" and s.glued(right.begin) and gap not in s.lex.plus_minus:
        gap = gap[:-1]  # "-1.8 to +0.5"
    return (
        _compound(s, left, right, gap)
        or halves_joined.with_part(s, left, right, gap)
        or halves_joined.of_one(s, left, right, gap)
        or halves_joined.thousands(s, left, right, gap)
        or _plus_minus(s, left, right, gap)
        or _range(s, left, right, gap)
        or pairs.ratio(s, left, right, gap)
        or pairs.to_one(s, left, right, gap)
        or pairs.mark(s, left, right, gap)
        or ratio(s, left, right, gap)
        or numbered_names.counted(s, left, right, gap)
    )


# ---------------------------------------------------------------- compound quantities


def _compound(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """"5 ft 10 in", "1st 7lb", "2h 30m", "3 dollars 50 cents", 5'10"."""
    entry = _compound_entry(s, left, right, gap)
    if entry is None or right.value is None or left.value is None or left.low is not None:
        return None
    if not 0 <= right.value < entry["factor"] or left.value.denominator != 1 or right.hedge is not None or left.scale != 1:
        return None
    left.value += right.value / entry["factor"]
    left.numeral = left.value
    left.place = right.place / entry["factor"] if right.place is not None else Fraction(1, entry["factor"])
    left.unit, left.kind = entry["big"], right.kind if right.unit else left.kind
    left.last, left.end, left.components = right.last, right.end, left.components + 1
    left.hyphened = right.hyphened
    left.noun, left.noun_last = right.noun if right.unit != (right.noun or ("",))[-1] else (), -1
    return left


def _compound_entry(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> dict | None:
    compounds = s.lex.units.compounds
    joiners = s.lex.sets["joiners"]
    if gap == ("'",) and left.unit is None and s.glued(left.last + 1) and right.unit in ("inch",):
        return compounds.get(("foot", right.unit))
    close = not gap or len(gap) == 1 and (gap[0] in (",", "-") or gap[0] in joiners)
    for entry in compounds.values() if left.unit is not None or gap else ():
        if entry["big"] == left.unit and close:
            if right.unit == entry["small"]:
                return entry
            if "letter" in entry and s.words[right.last] == entry["letter"] and right.unit and s.glued(right.last):
                right.unit, right.kind = entry["small"], left.kind
                return entry
            if entry.get("rest") and not gap and _bare_rest(right):
                return entry
            if entry.get("bare") and right.unit is None and gap == ("-",) and s.glued(right.first) and right.style == "digits":
                return entry
        if left.unit is None and gap == (entry.get("glued"),) and right.unit == entry["small"]:
            return entry
    return None


def _bare_rest(right: Draft) -> bool:
    """"15 dollars 50": two digits without unit or noun."""
    return right.kind == "number" and right.value is not None and right.value.denominator == 1 and 10 <= right.value < 100


# ---------------------------------------------------------------- ranges


def _plus_minus(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """"5.0 ± 0.2 mg"."""
    if gap not in s.lex.plus_minus or left.value is None or right.value is None or right.kind == "percent" != left.kind and left.unit is not None:
        return None
    width = abs(right.value)
    if left.unit is None and right.scale != 1 and left.scale == 1:
        left.value *= right.scale
    value = left.value
    return _ranged(left, right, value - width, value + width)


def _range(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    if left.value is None or right.value is None or not gap or right.hedge is not None and right.hedge.bound:
        return None
    if left.style == "vague" or not _range_words(s, left, right, gap) or not _units_fit(left, right):
        return None
    low = left.value
    if left.scale == 1 and right.scale != 1 and 0 < left.numeral < right.numeral:
        low = left.numeral * right.scale
    high = right.value
    if right.scale == 1 and left.scale != 1 and right.unit in (None, left.unit) and right.numeral > left.numeral:
        high = right.numeral * left.scale
    between = gap[0] in s.lex.sets["range-close"] and left.value > 0 >= high and right.unit == left.unit  # "between 0.7 and -0.7"
    if high < low and (low < 0 and left.value < 0 or between or told_ranges.descending(s, left, right, gap) or intervals.led(s, left)):
        low, high = high, low
    if low >= high:
        return None
    if low != left.value and left.place is not None:
        left.place *= right.scale
    return _ranged(left, right, low, high)


def _units_fit(left: Draft, right: Draft) -> bool:
    if left.unit is None or right.unit is None or left.unit == right.unit:
        return True
    head = right.unit.split("/")[0]
    if left.kind == "age" and right.kind == "duration" and left.unit.split(" ")[0] == head:  # "aged 35-54 years"
        right.kind, right.unit = left.kind, left.unit
        return True
    return left.unit == head or left.kind == "count" and right.kind == "count"


def _range_words(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> bool:
    """Whether the words around and between make a range: "between A and B", "A-B", "A to B", "two or three"."""
    sets = s.lex.sets
    lead = left.begin - 1
    lead -= s.word(lead) == "+" and s.glued(lead + 1)
    before = s.word(lead)
    if len(gap) == 1 and gap[0] in sets["range-close"]:
        apart = lead - 1
        apart -= s.word(apart) in sets["age-verbs"]
        if before in sets["range-open"] and s.word(apart) in sets["between-either"]:
            return False  # "randomised between 10 and 26 Gy": one or the other
        ages = left.kind == "age" and not sets["range-open"].isdisjoint(s.words[max(0, left.first - _GAP) : left.first])  # "between the ages of 18 and 49"
        return before in sets["range-open"] or ages
    if len(gap) == 1 and gap[0] in sets["range-or"]:
        near = left.unit is None and left.value < right.value <= 2 * left.value and left.value.denominator == 1 == right.value.denominator
        return near and (right.value == left.value + 1 or left.style == "words" and right.value % 5 == 0 == left.value % 5)
    if gap in ((",",), (";",)):
        return intervals.ends(s, left, right)
    if gap not in s.lex.phrases["range-join"]:
        return False
    if told_ranges.rounds(s, right):
        return False
    if gap[0] in sets["range-dash"]:
        return _dash_joins(s, left, right)
    if before in sets["range-from"]:
        at = lead - 1
        verb = s.word(at - (s.word(at) in sets["range-adverb"]))
        scale = verb == "(" and left.value == 0 and s.word(right.last + 1) == ")"  # "well-being (from 0 to 100)"
        return verb in sets["range-verb"] or s.word(at) in sets["interval-names"] or before in sets["range-open"] or scale or told_ranges.told_apart(s, lead)
    if before in sets["change-by"] and right.numeral * right.scale > 3 * left.numeral * left.scale > 0:
        return False  # "raised its price by half a cent to 26.50 cents"
    if before in sets["change-by"] and right.numeral > 2 * left.numeral and _figures(right) > _figures(left) and _change_before(s, left):
        return False  # "fell by 900 to 2,600": what it came to, told to the last figure
    own = left.unit is not None or left.scale != 1
    if own and _change_before(s, left) and not (left.kind == "percent" == right.kind and before in sets["change-gap"] and right.value <= 3 * left.value):
        return False
    if own and right.unit is not None and directions.of_object(s, left):
        return False  # "LOWERS COPPER PRICE ONE CT TO 66 CTS"
    if abs(right.numeral) > 3 * abs(left.numeral) > 0 and (_change_before(s, left) or left.style == "digits" and 1000 < left.numeral < 2100 and left.unit is None):
        return False  # "fell by 1,240 to 31,870"
    return not (left.unit is not None and right.unit is None) or left.kind == "age"


def _figures(draft: Draft) -> int:
    """How many digits tell the number: those in front of its last zeros."""
    return len(str(draft.numeral.numerator).strip("-").rstrip("0"))


def _change_before(s: Scan, draft: Draft) -> bool:
    at = draft.begin - 1
    for _ in range(3):
        word = s.word(at)
        if word in s.lex.back_change:
            return True
        if word not in s.lex.sets["change-gap"] and word not in s.lex.sets["change-of"]:
            return False
        at -= 1
    return False


def _dash_joins(s: Scan, left: Draft, right: Draft) -> bool:
    """A dash touches both numbers, or neither; what it joins is no date and no name."""
    at = left.last + 1
    tight = s.glued(at) and s.glued(at + 1)
    loose = not s.glued(at) and not s.glued(at + 1)
    if loose and (left.unit is not None and right.unit is None and left.kind != "age" or s.words[at] == "—"):
        return False
    after = s.word(right.last + 1)
    if after in s.lex.sets["range-dash"] and s.glued(right.last + 1) and s.word(right.last + 2).isdecimal():
        return False
    return (tight or loose) and left.noun_last < 0


def _ranged(left: Draft, right: Draft, low: Fraction, high: Fraction) -> Draft:
    left.low, left.high, left.value = low, high, None
    left.last, left.end, left.number_end = right.last, right.end, right.number_end
    if right.unit is not None or left.unit is None and left.kind != "age":
        left.unit, left.kind, left.noun, left.noun_last = right.unit, right.kind, right.noun, right.noun_last
    left.hyphened = right.hyphened
    if left.kind == "number" and right.kind != "number":
        left.kind = right.kind
    places = [p for p in (left.place, right.place) if p is not None]
    left.place = min(places) if places else None
    left.scale = right.scale
    left.components = 2
    return left


