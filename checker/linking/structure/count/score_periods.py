"""The result of a match and those of all its parts, wherever a short text tells them, and what a win is called by.

    a 31-24 win ... [a paragraph] ... led 16-13 at half-time ... [a paragraph] ... won the second half 15-11
    through with a 5-2 win ... took the first period 2-0 ... the second ended 1-1 ... the third, 2-1
    beat Orme 71-58 ... The 13-point win

All scores of the text must have their place: one result, told once or more, and its halves, thirds or quarters.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.count.scorelines import at_half_time, free
from checker.linking.structure.distant.sheet import LONGEST
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame

_NUMBER = 12  # symbols from the number of a part to its score
_VERB = 6
_BEHIND = 4
_OWN = 3  # symbols from a score to the part behind it that it is of
_MOST = 8  # scores of a text
_GOALS = frozenset(["points", "count"])
_RESULT, _INTERVAL = 0, -1
_HALVES = ({_INTERVAL, 2}, {1, 2})  # what makes up a match


def score_periods(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "score-parts" (total, part) and "score-margin" (difference, part)."""
    words, lines = near(context), prose_lines(context)
    scored = [line for line in lines if any(context.quantity(i).kind == "score" for i in line.figures)]
    told = [(line, i) for line in scored for i in line.figures if context.quantity(i).kind == "score"]
    if not 0 < len(told) <= _MOST or len(lines) > LONGEST or any(words.has("score-extra", line) for line in scored):
        return []
    places = {i: _place(i, line, context, words) for line, i in told}
    results = [(line, i) for line, i in told if places[i] == _RESULT]
    if not results or len({frozenset(_sides(i, context)) for _, i in results}) > 1:
        return []
    parts = [i for _, i in told if places[i] != _RESULT]
    known = {i for f in frames if f.family == "score-parts" and f.pinned for members in f.claims.values() for i in members}
    found = []
    if known.isdisjoint(parts) and _all_parts([places[i] for i in parts], any(_in_thirds(line, words) for line in scored)) and _apart(parts, places, context, words):
        found.append(_frame("score-parts", {"total": (results[0][1],), "part": tuple(parts)}, results[0][1], context))
    if not words.standing("score-margin"):
        return found
    return found + [_frame("score-margin", {"difference": (i,), "part": (results[0][1],)}, i, context) for line in lines for i in line.figures if _is_margin(i, line, results, context, words)]


def _frame(family: str, claims: dict[str, tuple[int, ...]], focus: int, context: Context) -> Frame:
    q = context.quantity(focus)
    return Frame(family, (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "roles")


def _sides(index: int, context: Context) -> tuple:
    q = context.quantity(index)
    return q.low, q.high


def _all_parts(places: list[int], thirds: bool) -> bool:
    """True of both halves, of three thirds and of four quarters, each told once."""
    found = set(places)
    if len(found) != len(places):
        return False
    return found in _HALVES and not thirds or thirds and found == {1, 2, 3} or found == {1, 2, 3, 4}


def _apart(parts: list[int], places: dict[int, int], context: Context, words: Near) -> bool:
    """False where a score may be the one that stood at the end of its part: no smaller than that before, and nobody won the part by it."""
    row = sorted(parts, key=places.__getitem__)
    for before, i in zip(row, row[1:]):
        line, at = context.line(i), context.lines.position_of[i]
        if words.within("score-stood", line, max(0, at - _VERB), at + 1 + _BEHIND) or words.within("score-no-goals", line, at + 1, at + 3):
            return False
        grown = all(now >= then for now, then in zip(sorted(_sides(i, context)), sorted(_sides(before, context))))
        if grown and not words.within("score-took", line, max(0, at - _VERB), at):
            return False
    return True


def _in_thirds(line: Line, words: Near) -> bool:
    return words.has("score-third", line)


def _place(index: int, line: Line, context: Context, words: Near) -> int:
    """Which part of the match a score is of, by its number: 0 for none, which makes it the result."""
    at = context.lines.position_of[index]
    own = max((p + 1 for p in range(max(0, at - _NUMBER), at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind == "score"), default=0)  # behind another score
    if words.within("score-after-break", line, max(own, at - _NUMBER), at + 1 + _BEHIND) and words.within("score-outscored", line, max(own, at - _VERB), at):
        return 2
    if at_half_time(index, line, context, words):
        return _INTERVAL
    start = max([p + 1 for p in range(max(0, at - _NUMBER), at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind == "score"], default=max(0, at - _NUMBER))
    stop = free(at, 1, line, context)
    for p in (*range(at - 1, start - 1, -1), *range(at + 1, min(stop, at + _BEHIND))):
        number = _number(p, line, context, words)
        told = own and own <= p <= own + _OWN and words.within("score-ended", line, p + 1, at)  # "outscored them 44-24 in the second half to win 74-65"
        if number and not told:
            return number
    return _RESULT


def _number(p: int, line: Line, context: Context, words: Near) -> int:
    """The number of "second half", "the third period", and of "the second" alone."""
    if line.quantity[p] < 0:
        return 0
    q, tokens = context.quantity(line.quantity[p]), context.extraction.tokens.words
    if q.kind == "ordinal" and q.value is not None and q.value.denominator == 1:
        alone = p > 0 and words.ends("the-word", line, p, 1)
        scored = p + 1 < len(line.quantity) and line.quantity[p + 1] >= 0
        return int(q.value) if words.within("score-stretch", line, p + 1, p + 2) or alone and (scored or words.pattern("score-went").match(line.symbols, p + 1)) else 0
    if q.kind == "period" and tokens[q.last] in words.lexicon.pack.words("score-stretch"):
        return next((n for n, name in enumerate(("score-first", "score-second", "score-thirdly", "score-fourth"), 1) if tokens[q.first] in words.lexicon.pack.words(name)), 0)
    return 0


# ---------------------------------------------------------------- what a win is called by


def _is_margin(index: int, line: Line, results: list[tuple[Line, int]], context: Context, words: Near) -> bool:
    """True of "the 13-point win" and of "won by 13 points", where no other match is spoken of."""
    q, at = context.quantity(index), context.lines.position_of[index]
    goals = q.unit == "point" or q.kind == "count" and (q.unit in words.lexicon.pack.words("score-unit") or bool(set(q.noun[-1:]) & words.lexicon.pack.words("score-unit")))
    if q.kind not in _GOALS or not goals or q.value is None or q.approx or words.has("score-margin-not", line) or words.has("score-extra", line):
        return False
    if any(other.value == q.value and other.unit == q.unit and other is not q for other in context.extraction.quantities):
        return False  # "had lost by four goals ... the four-goal defeat"
    end = after_noun(index, line, context)
    called = [m.end() for p in (at + 1, at + 2, end) if (m := words.pattern("score-margin").match(line.symbols, p))]
    if called and words.ends("score-margin-the", line, at, 2):
        return not words.pattern("score-margin-behind").match(line.symbols, max(called))
    return words.ends("apart-by", line, at, 3) and words.within("score-margin-verb", line, max(0, at - _VERB), at) and any(home is line or home.block == line.block for home, _ in results)
