"""A fraction behind a unit that is part of the figure in front: "two hours and a half", "an hour and three quarters"."""

from __future__ import annotations

from checker.extracting import hedges
from checker.extracting.draft import ONE, Draft, Scan
from checker.language import longest
from checker.rational import Fraction

_KINDS = ("duration", "physical", "points")


def with_part(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """ "two hours and a half" as one figure; None where the fraction is one of something else."""
    whole = left.value is not None and left.value.denominator == 1 and left.low is None and left.kind in _KINDS and left.noun_last < 0
    if not whole or len(gap) != 1 or gap[0] not in s.lex.sets["joiners"] or not _bare_part(s, right):
        return None
    left.value += right.value * left.scale
    left.numeral, left.place, left.style = left.value / left.scale, None, "fraction"
    left.last, left.end = right.last, right.end
    return left


def with_article(s: Scan, draft: Draft) -> Draft:
    """The draft as "an hour and a half" where such words stand in front of it."""
    joiner, sets = draft.first - 1, s.lex.sets
    if joiner < 2 or s.words[joiner] not in sets["joiners"] or not _bare_part(s, draft):
        return draft
    for article in (joiner - 2, joiner - 3):
        hit = longest(s.lex.units.names, s.words, article + 1) if s.word(article) in sets["articles"] else None
        if hit is not None and hit[0] == joiner and hit[1].kind in _KINDS and not any(s.mask[article:joiner]):
            draft.first, draft.start, draft.number_start = article, s.starts[article], s.starts[article]
            draft.value = draft.numeral = ONE + draft.value
            draft.kind, draft.unit, draft.place, draft.outer, draft.style = hit[1].kind, hit[1].id, None, -1, "fraction"
            hedges.before(s, draft)
            return draft
    return _pointed(s, draft)


def _pointed(s: Scan, draft: Draft) -> Draft:
    """The draft as "year and a half" where a word points to that stretch of time: "over the last year and a half"."""
    unit = draft.first - 2
    hit = longest(s.lex.units.names, s.words, unit) if s.word(unit - 1) in s.lex.sets["span-pointers"] and not s.mask[unit] else None
    if hit is not None and hit[0] == unit + 1 and hit[1].kind == "duration":
        draft.first, draft.start, draft.number_start = unit, s.starts[unit], s.starts[unit]
        draft.value = draft.numeral = ONE + draft.value
        draft.kind, draft.unit, draft.place, draft.outer, draft.style = hit[1].kind, hit[1].id, None, -1, "fraction"
    return draft


def with_one(s: Scan, draft: Draft) -> Draft:
    """The draft as "an hour and 52 minutes" where such words stand in front of it."""
    joiner, sets = draft.first - 1, s.lex.sets
    plain = draft.kind in _KINDS and draft.value is not None and draft.unit is not None and draft.low is None and draft.scale == 1 and draft.hedge is None
    if not plain or joiner < 2 or s.words[joiner] not in sets["joiners"]:
        return draft
    hit = longest(s.lex.units.names, s.words, joiner - 1) if s.word(joiner - 2) in sets["articles"] else None
    entry = s.lex.units.compounds.get((hit[1].id, draft.unit)) if hit is not None and hit[0] == joiner and not any(s.mask[joiner - 2 : joiner]) else None
    if entry is None or not 0 < draft.value < entry["factor"]:
        return draft
    draft.first, draft.start, draft.number_start = joiner - 2, s.starts[joiner - 2], s.starts[joiner - 2]
    draft.value = draft.numeral = ONE + draft.value / entry["factor"]
    draft.place, draft.unit, draft.outer, draft.components = Fraction(1, entry["factor"]), entry["big"], -1, 2
    hedges.before(s, draft)
    return draft


def of_one(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """ "half of one per cent" as one figure."""
    part = left.kind == "ratio" and left.style == "fraction" and left.unit is None and left.value is not None and left.noun_last < 0
    if not part or len(gap) != 1 or gap[0] not in s.lex.sets["of"] or right.value != 1 or right.scale != 1 or right.unit is None:
        return None
    if right.kind not in ("percent", "points", "currency", *_KINDS) or right.prefixed:
        return None
    left.kind, left.unit, left.last, left.end = right.kind, right.unit, right.last, right.end
    return left


def thousands(s: Scan, left: Draft, right: Draft, gap: tuple[str, ...]) -> Draft | None:
    """ "3 million, 700 thousand dollars" as one figure; None where a list goes on."""
    plain = left.value is not None and right.value is not None and left.unit is None is left.low and left.kind == "number" and right.unit is not None
    if not plain or gap not in ((",",), ()) or left.scale <= right.scale or right.scale < 1000 or right.numeral >= 1000 or right.hedge is not None:
        return None
    if s.word(right.last + 1) in s.lex.sets["joiners"] or s.word(left.first - 1) == ",":
        return None
    right.value += left.value
    right.first, right.start, right.outer, right.hedge = left.first, left.start, left.outer, left.hedge
    right.number_start, right.numeral, right.components = left.number_start, right.value / right.scale, 2
    return right


def _bare_part(s: Scan, draft: Draft) -> bool:
    """Whether a draft is a fraction in words without a noun or a whole of its own."""
    if draft.style != "fraction" or draft.kind != "ratio" or draft.unit is not None or draft.value is None or not 0 < draft.value < 1:
        return False
    after = draft.last + 1
    return draft.hedge is None and draft.noun_last < 0 and not (s.word(after) in s.lex.sets["of"] and s.word(after + 1) in s.lex.sets["whole-leads"])
