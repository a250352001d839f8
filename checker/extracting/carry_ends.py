"""Units of what an amount came to, and of the other side of something measured: "fell 46 mln tonnes to 1,280 mln", "7-9 by
5-6.5 mm"."""

from __future__ import annotations

from collections.abc import Callable

from checker.extracting.draft import ONE, Draft, Scan

_REACH = 6  # tokens from the change to what it came to
_VERB = 4  # tokens from the word of change to its amount
_KINDS = ("currency", "physical")
_STOPS = (".", ";", ":", "!", "?", ",")


def ends(s: Scan, drafts: list[Draft], between: Callable) -> None:
    """Gives such numbers the unit of their neighbour. In place."""
    for left, right in zip(drafts, drafts[1:]):
        if _out_of(s, left, right):
            _measure(left, right)
        if _priced_at(s, left, right):
            right.unit, right.kind, right.inherited = left.unit, left.kind, right.inherited or "unit"
        if _came_to(s, left, right):
            right.unit, right.kind, right.inherited = left.unit, left.kind, right.inherited or "unit"
        if left.low is not None and left.kind == "number" and left.unit is None and right.kind == "physical" and between(s, left, right) in s.lex.phrases["carry-across"]:
            left.unit, left.kind, left.inherited = right.unit, right.kind, "unit"


def _out_of(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the left number is so many of the measures of the right: "540 of the 1,200 square miles", "3.2 of the 4.8 million
    euros"; it has no unit, or the last word of theirs for a noun."""
    plain = left.kind in ("number", "count") and left.value is not None and left.scale == ONE and not left.hyphened and left.style in ("digits", "words")
    if not plain or right.kind not in _KINDS or right.value is None or right.hyphened or right.prefixed or left.noun_last not in (-1, right.last):
        return False
    gap = s.words[left.last + 1 : right.begin]
    return len(gap) == 2 and gap[0] in s.lex.sets["of"] and gap[1] in s.lex.sets["noun-after-of"] and left.value <= right.numeral


def _measure(part: Draft, whole: Draft) -> None:
    """Gives a part the unit of its whole, and its scale. In place."""
    part.unit, part.kind, part.noun, part.noun_last, part.inherited = whole.unit, whole.kind, (), -1, "unit"
    if whole.scale != ONE:
        part.value, part.scale, part.inherited = part.value * whole.scale, whole.scale, "scale"
        part.place = part.place * whole.scale if part.place is not None else None


def _priced_at(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether a price rose or fell by the left amount to the right one: "up 1-7/8 dlrs to 48-5/8", "rose 2p to 742"."""
    bare = right.kind == "number" and right.unit is None and right.scale == ONE == left.scale and right.value is not None and not right.noun and not right.hyphened
    if not bare or left.kind != "currency" or left.value is None or "/" in (left.unit or "") or right.first != left.last + 2:
        return False
    onward = (s.word(left.last + 1),) in s.lex.phrases["range-join"] and s.word(left.last + 1).isalpha()
    start = left.begin
    return onward and right.value > left.value and s.word(start - 1) in s.lex.back_change and s.word(right.last + 1) not in ("/", "-")


def _came_to(s: Scan, left: Draft, right: Draft) -> bool:
    """Whether the left amount is how much something changed and the right, with a scale alone, what it came to."""
    bare = right.kind == "number" and right.unit is None and right.scale != ONE and right.value is not None and not right.noun
    if not bare or left.kind not in _KINDS or left.scale == ONE or left.value is None or "/" in (left.unit or ""):
        return False
    lead, gap = right.begin - 1, s.words[left.last + 1 : right.first]
    onward = (s.word(lead),) in s.lex.phrases["range-join"] and s.words[lead].isalpha() and len(gap) <= _REACH and not any(word in _STOPS for word in gap)
    start = left.begin
    return onward and any(word in s.lex.back_change for word in s.words[max(0, start - _VERB) : start])


def sides(s: Scan, bare: Draft, gap: tuple[str, ...], source: Draft) -> bool:
    """Whether two figures to the same decimal are set against one another, however far apart: "3.1 v 0.3 kg", "40 vs. 3%"."""
    measured = source.kind in ("physical", "percent", "duration") and bare.hedge is None and bare.place is not None and bare.place == source.place and bare.numeral > 0
    return measured and gap[0] in s.lex.sets["carry-sides"] and all(word == "." for word in gap[1:]) and s.word(bare.begin - 1) != "="
