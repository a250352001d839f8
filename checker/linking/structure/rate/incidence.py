"""Rates of so many for so many people that are not of the cases and the people told beside them.

    96 cases ... among women the incidence was 36 per 100,000       of a group
    96 cases ... the national rate is 4.1 per 100,000               of another place
    300 cases in the first quarter ... an annual incidence of 40    over another time
"""

from __future__ import annotations

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.at_figure import other_period
from checker.linking.structure.near import near

_WITHIN_A_YEAR = ("period", "duration", "date")
_BEFORE, _BEHIND = 9, 8  # symbols around a figure that say what it is of


def of_others(part: int, whole: int, rate: int, context: Context) -> bool:
    """Whether words at a rate put it to other people, another place or another time than the cases."""
    words, line, cases = near(context), context.line(rate), context.line(part)
    at = context.lines.position_of[rate]
    if cases is not line and other_period(part, rate, context) or not _groups(rate, context) == _groups(part, context) <= _groups(whole, context):
        return True
    if cases is not line and words.within("incidence-then", line, 0, at) and not words.has("incidence-then", cases):
        return True
    if words.within("incidence-outer", line, at - _BEFORE, at + _BEHIND) and not words.has("incidence-outer", cases):
        return True
    yearly = words.within("incidence-yearly", line, at - _BEFORE, at + _BEHIND) and not words.has("incidence-yearly", cases)
    return yearly and cases is not line and _short(cases, context)


def _groups(index: int, context: Context) -> frozenset[str]:
    """The groups of people that are named at a figure: "women", "children"."""
    line, at = context.line(index), context.lines.position_of[index]
    known = {stem(w, context) for w in context.lexicon.pack.words("incidence-group")}
    tokens = context.extraction.tokens.words
    others = [p for p, i in line.placed if p != at and context.quantity(i).is_measure]
    start = max([at - _BEFORE, 0, *(p + 1 for p in others if p < at)])
    stop = min([at + _BEHIND, len(line.symbols), *(p for p in others if p > at)])
    first, last = line.firsts[start], line.lasts[stop - 1]
    return frozenset(s for w in tokens[first : last + 1] if (s := stem(w, context)) in known)


def _short(line: Line, context: Context) -> bool:
    """True of a sentence that tells a time other than a year: "in the first quarter"."""
    return any(q.kind in _WITHIN_A_YEAR for i in line.figures if (q := context.quantity(i)))
