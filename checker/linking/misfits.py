"""Figures that their own words keep out of a frame, whatever tied them: years, names of hits, the pay of hours that are worked.

    1,150 rooms, a third more than in 2010       a year is no level
    24 doubles and 131 hits                      nothing was doubled
    12 clubs, 22 matches each, 132 in all        a match is one of both sides
    scored 2,100 runs at an average of 41.3      runs are shared out over dismissals, which nobody counts here
    7 dollars an hour, or 14,000 a year          nobody works all hours of a year
    the first five drives of the half            half of a match
    a 6-dollar raise over 18 dollars             what it rises by, not what it is
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.near import near
from checker.model import Frame, Quantity

_FIRST, _LAST = 1500, 2100  # years
_PLAIN = 4  # digits
_NEAR = 6  # symbols in front of a figure
_ENDS = ".!?)\"”"
_CHANGES = ("change", "comparison")


def misfit(frame: Frame, context: Context) -> bool:
    """True of a frame with a figure that cannot play its part."""
    claims = frame.claims
    if frame.family in _CHANGES and _year_as_level(frame, context):
        return True
    if any(_is_cited(context.quantity(i), context) for found in claims.values() for i in found):
        return True
    if frame.family == "comparison" and _no_order(frame, context):
        return True
    if frame.family == "part" and _whole_in_front(frame, context):
        return True
    if "multiple" in claims and any(_of_hits(context.quantity(i), context) for i in claims["multiple"]):
        return True
    if frame.family.startswith("average") and (_of_both_sides(frame, context) or _of_dismissals(frame, context)):
        return True
    if "share" in claims and any(_of_a_match(context.quantity(i), context) for i in claims["share"]):
        return True
    if "first" in claims and "second" in claims and _of_working_hours(frame, context):
        return True
    return any(_is_the_step(context.quantity(i), context) for part in ("new", "base") for i in claims.get(part, ()))


def _single(frame: Frame, part: str, context: Context) -> Quantity | None:
    found = frame.claims.get(part, ())
    return context.quantity(found[0]) if len(found) == 1 else None


def _is_cited(q: Quantity, context: Context) -> bool:
    """True of the page in "were killed.:80"."""
    text = context.extraction.document.text
    return q.start > 1 and text[q.start - 1] == ":" and text[q.start - 2] in _ENDS


def _no_order(frame: Frame, context: Context) -> bool:
    """True where the words tell no order of the two: "the best at 43 percent", "topped out at", "the oldest since"."""
    level, bound = frame.claims.get("level", ()), frame.claims.get("bound", ())
    if len(level) != 1 or len(bound) != 1:
        return False
    words, at = near(context), context.lines.position_of
    line, home = context.line(level[0]), context.line(bound[0])
    if words.within("good-word", line, at[level[0]] - _NEAR, at[level[0]]) and context.quantity(level[0]).kind == "percent" or words.within("topped-word", home, at[bound[0]] - _NEAR, at[bound[0]]):
        return True
    return line is home and at[level[0]] < at[bound[0]] and words.within("since-then", line, at[level[0]] + 1, at[bound[0]])


def _whole_in_front(frame: Frame, context: Context) -> bool:
    """True of "Of the 12 of the board 9 came": what is read as the part is the whole."""
    part, whole = _single(frame, "part", context), _single(frame, "whole", context)
    if part is None or whole is None or part.start > whole.start or part.value is None or whole.value is None or part.value <= whole.value:
        return False
    before, pack = context.extraction.tokens.words[max(0, part.outer - 2) : part.outer], context.lexicon.pack
    return len(before) == 2 and before[0] in pack.words("of-the-lead") and before[1] in pack.words("of-the-article")


def _year_as_level(frame: Frame, context: Context) -> bool:
    """True where a bare figure like a year is set against one that is written otherwise, or two of them against each other."""
    for a, b in (("base", "new"), ("new", "base"), ("level", "bound")):
        one, other = _single(frame, a, context), _single(frame, b, context)
        if one is not None and other is not None and _like_a_year(one, context):
            both = _like_a_year(other, context)
            if (both and frame.family == "comparison") or not both and _told_when(one, context):
                return True
    return False


def _like_a_year(q: Quantity, context: Context) -> bool:
    text = context.extraction.document.text[q.number_start : q.number_end]
    return q.value is not None and len(text) == _PLAIN and text.isdecimal() and _FIRST <= q.value <= _LAST and (q.inherited is not None or not q.unit and not q.noun)


def _told_when(q: Quantity, context: Context) -> bool:
    before = context.extraction.tokens.words[max(0, q.outer - 1) : q.outer]
    return not context.lexicon.pack.words("year-lead").isdisjoint(before)


def _of_hits(q: Quantity, context: Context) -> bool:
    """True of "24 doubles": a number in front counts them."""
    before = context.extraction.tokens.words[q.first - 1 : q.first]
    return bool(before) and before[0].isdecimal() and context.extraction.tokens.words[q.last] in context.lexicon.pack.words("hit-noun")


def _of_both_sides(frame: Frame, context: Context) -> bool:
    total, count, average = (_single(frame, part, context) for part in ("total", "count", "average"))
    if total is None or count is None or average is None or None in (total.value, count.value, average.value):
        return False
    nouns = {*average.noun[-1:], *total.noun[-1:], *count.noun[-1:]}
    return total.value * 2 == average.value * count.value and not nouns.isdisjoint(context.lexicon.pack.words("mutual-noun"))


def _of_dismissals(frame: Frame, context: Context) -> bool:
    total, count = _single(frame, "total", context), _single(frame, "count", context)
    words = context.lexicon.pack.words
    return total is not None and count is not None and not words("dismissal-noun").isdisjoint(total.noun[-1:]) and not words("dismissal-over").isdisjoint(count.noun[-1:])


def _of_a_match(q: Quantity, context: Context) -> bool:
    """True of "the half": not of "the half of them"."""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    behind = words[q.last + 1 : q.last + 2]
    return words[q.last] in pack.words("match-half") and words[q.first - 1] in pack.words("match-half-lead") and pack.words("match-half-of").isdisjoint(behind)


def _of_working_hours(frame: Frame, context: Context) -> bool:
    """True of money by the hour beside money by a longer time."""
    one, other = _single(frame, "first", context), _single(frame, "second", context)
    if one is None or other is None or one.kind != "currency" or other.kind != "currency":
        return False
    under = [(q.unit or "").partition("/")[2] for q in (one, other)]
    return under.count("hour") == 1 and all(under)


def _is_the_step(q: Quantity, context: Context) -> bool:
    """True of "a 6-dollar a week raise"."""
    behind = context.extraction.tokens.words[q.last + 1 : q.last + 2]
    lead = context.extraction.tokens.words[max(0, q.outer - 1) : q.outer]
    pack = context.lexicon.pack
    return not pack.words("raise-noun").isdisjoint(behind) and not pack.words("raise-lead").isdisjoint(lead)
