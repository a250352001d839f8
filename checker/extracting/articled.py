"""An article that stands for one: "3.5 litres, or a gallon", "up by a dollar a barrel". Only where a measure is certain."""

from __future__ import annotations

from checker.extracting import hedges
from checker.extracting.draft import ONE, Draft, Scan
from checker.extracting.units_read import read_per
from checker.language import longest
from checker.rational import Fraction
from checker.units import compatible

_NEAR = 25  # tokens to another amount of the same measure


def read_one(s: Scan, i: int) -> tuple[Draft | None, int]:
    """One of the unit that follows the article at token i, and the token to go on with; None where a word goes on from it.

    "a gallon of milk" and "a dollar a day" are amounts, "a dollar store" is none.
    """
    hit = longest(s.lex.units.singles, s.words, i + 1)
    if hit is None or s.space(i + 1) > 1 or s.mask[i + 1]:
        return None, i
    end, unit = hit
    per = read_per(s, end, unit.id)
    following = s.word(end)
    if per is None and following[:1].isalnum() and following not in s.lex.sets["noun-stop"] or following in ("-", "/") or following.startswith("'"):
        return None, i
    draft = Draft(i, end - 1, s.starts[i], s.ends[end - 1], s.starts[i], s.ends[i], ONE, ONE, unit.kind, unit.id, Fraction(1))
    draft.style, draft.article = "words", True
    if per is not None:
        draft.unit, draft.last, draft.end = f"{draft.unit}/{per[1]}", per[0], s.ends[per[0]]
    hedges.before(s, draft)
    return draft, draft.last + 1


def certain(s: Scan, drafts: list[Draft]) -> list[Draft]:
    """The drafts without articles before a measure that no amount in another unit of the same kind stands by."""
    if not any(draft.article and draft.kind == "physical" for draft in drafts):
        return drafts
    return [d for at, d in enumerate(drafts) if not (d.article and d.kind == "physical") or _beside(s, drafts, at)]


def _beside(s: Scan, drafts: list[Draft], at: int) -> bool:
    draft = drafts[at]
    for other in drafts[max(0, at - 3) : at + 4]:
        if other.article or other.kind != "physical" or other.unit == draft.unit or abs(other.first - draft.first) > _NEAR:
            continue
        if "\n\n" not in s.text[min(draft.end, other.end) : max(draft.start, other.start)] and compatible(draft.unit, other.unit):
            return True
    return False
