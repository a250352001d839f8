"""The most that can be scored, told once, and somebody's score sentences or paragraphs behind it.

    The final paper carries 40 marks in all ... [a paragraph] ... The best candidate scored 46 marks
    Each essay is marked out of 30 ... The winning essay, on a canal horse, was awarded 34 points
    25 questions, each worth one point ... The team from the bakery won with 28 points

What is marked one by one counts only where the score is told of one of them. Sums of several papers or rounds, bonus points
and texts with several such tops prove nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.scale_marks import scales_of
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_LEAD, _BEHIND = 4, 8  # symbols around a top in which words call it one
_SCORED = 4  # symbols from a word of scoring to the score
_BEYOND = 2  # times as much: rather the sum of several
_LEAST = 5
_KINDS = ("points", "count", "number", "currency")  # "40 marks" may be money elsewhere


@dataclass(frozen=True, slots=True)
class _Top:
    """The most that can be scored; `named` are the words of its sentence where each of several is marked."""

    bound: tuple[int, ...]
    line: Line
    named: frozenset[str]


def full_marks(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "on-scale" (value, bound)."""
    words, lines = near(context), told_lines(context)
    cued = words.standing("full-marks-lead", "full-marks-out-of", "full-marks-behind", "full-marks-can", "full-marks-each", "scale-from")
    tops = [t for line in lines if line.number in cued for t in _tops(line, context, words)]
    values = {context.quantity(t.bound[-1]).high or context.quantity(t.bound[-1]).value for t in tops}
    if len(values) != 1:
        return []
    top, most = tops[0], values.pop()
    known = {i for f in frames if f.family == "on-scale" for i in f.claims["value"]}
    found = []
    for line in lines:
        if line.number > top.line.number and not words.has("full-marks-not", line) and _of_one(top, line, context, words):
            scores = [i for at, i in line.placed if i not in known and _is_score(at, i, line, most, context, words) and _alike(i, top, context)]
            for index in scores if len(scores) == 1 else ():
                q, claims = context.quantity(index), {"value": (index,), "bound": top.bound}
                found.append(Frame("on-scale", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "by name"))
    return found


def _tops(line: Line, context: Context, words: Near) -> Iterator[_Top]:
    if words.has("full-marks-open", line):
        return
    each = words.has("full-marks-each", line)
    named = content(line.firsts[0], line.lasts[-1] + 1, context) if each else frozenset()
    for at, index in line.placed:
        q = context.quantity(index)
        if q.value is None or q.value < _LEAST or q.value.denominator != 1 or q.kind not in _KINDS:
            continue
        if _is_points(q, context):
            led = words.ends("full-marks-lead", line, at, _LEAD) or q.approx == "below" and words.within("full-marks-can", line, 0, at)
            if led or words.within("full-marks-behind", line, at + 1, at + 1 + _SCORED):
                yield _Top((index,), line, named)
        elif words.ends("full-marks-out-of", line, at, _LEAD) and not q.noun:
            yield _Top((index,), line, named)
        elif q.noun and _one_each(at, line, context, words):
            yield _Top((index,), line, frozenset())
    if words.has("scale-asked", line):
        for bound, _ in scales_of(line, context, words):
            yield _Top(bound, line, frozenset())


def _one_each(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "25 questions, each worth one point"."""
    after = next((i for p, i in line.placed if at < p <= at + _BEHIND), None)
    one = after is not None and context.quantity(after).value == 1 and _is_points(context.quantity(after), context)
    return one and words.within("full-marks-each", line, at + 1, at + _BEHIND + 1)


def _is_points(q: Quantity, context: Context) -> bool:
    return q.kind in _KINDS and context.extraction.tokens.words[q.last] in context.lexicon.pack.words("full-marks-noun") or not context.lexicon.pack.words("full-marks-noun").isdisjoint(q.noun)


def _of_one(top: _Top, line: Line, context: Context, words: Near) -> bool:
    """Whether a sentence tells of one of those that are marked one by one, where they are."""
    return not top.named or words.has("full-marks-best-of", line) or bool(top.named & content(line.firsts[0], line.lasts[-1] + 1, context))


def _alike(index: int, top: _Top, context: Context) -> bool:
    """Whether a score is told in what the top is told in, where that says it."""
    tokens, nouns = context.extraction.tokens.words, context.lexicon.pack.words("full-marks-noun")
    own, other = (context.quantity(i) for i in (index, top.bound[-1]))
    return not {tokens[own.last], tokens[other.last]} <= nouns or tokens[own.last] == tokens[other.last]


def _is_score(at: int, index: int, line: Line, most, context: Context, words: Near) -> bool:
    q = context.quantity(index)
    if q.value is None or q.approx or q.change or q.sense == "range" or q.value > _BEYOND * most or q.style == "fraction":
        return False
    called = words.within("full-marks-called", line, at + 1, at + 2 * _SCORED)
    best = words.within("full-marks-best", line, 0, at) and words.ends("full-marks-with", line, at, 2)  # "Best of them was Maisie, with 48"
    named = _is_points(q, context) or q.kind == "number" and q.unit is None and not q.noun and (called or best)
    return named and words.within("full-marks-scored", line, max(0, at - _SCORED), at)
