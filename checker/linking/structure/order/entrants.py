"""Ages that a rule of entry asks for, and those who were let in by it: the youngest, the oldest, their mean, the winner.

    open to singers aged 17 to 26. ... The youngest on the list is a tenor of 19; the oldest, at 25, sings bass
    we enrolled women between 45 and 70 years of age ... The mean age was 58.2 years
    only rowers under 23 could enter, and the winner, 21, had never raced before

The rule is a range of ages or a bound behind a word of entry. Whoever is called one of those that came in keeps to it, unless
an exception is told, or somebody is spoken of who merely wished to.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.denied import denied
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.outermost import inside, value_beside
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame, Quantity

_KINDS = ("age", "number")
_YOUNGEST, _OLDEST = 4, 110
_AHEAD = 8  # sentences behind a rule that may tell of those who came in
_NONE = 4  # symbols in front of an age in which "nobody" turns it round
_MEAN = 8  # symbols from "mean age" to its figure
_TITLE = 6  # symbols from "the winner" to an age
_STATISTIC = 7  # symbols in front of a range in which a word makes it one of statistics
_UNREAL = 5  # symbols in front of an age in which a word may make it no fact
_TOKENS = 4  # tokens in front of a rule's age that may name who is meant


def entrants(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "inside-range" (whole, value) and "threshold" (level, bound) of ages."""
    words, lines, found = near(context), told_lines(context), []
    cued = words.standing("entry-rule")
    for n, line in enumerate(lines):
        rules = [i for i in line.figures if _is_rule(i, line, context, words)] if line.number in cued else []
        if len(rules) != 1 or words.has("entry-barred", line):
            continue
        for other in lines[n : n + 1 + _AHEAD]:
            start = context.lines.position_of[rules[0]] + 1 if other is line else 0
            if other is not line and any(_is_rule(i, other, context, words) for i in other.figures):
                break
            if words.within("entry-waived", other, start, len(other.symbols)) or start == 0 and _of_year(other, context):
                continue
            for index in {i: None for i in _members(start, other, rules[0], context, words)}:
                found.extend(_frame(rules[0], index, context, words))
    return found


def _is_rule(index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "aged 17 to 26", "under 23", "at least 18" behind or in front of a word of entry."""
    q = context.quantity(index)
    if not _is_age(q) or q.noun or not (q.sense == "range" or q.approx in ("above", "below")):
        return False
    at = context.lines.position_of[index]
    if words.within("entry-statistic", line, at - _STATISTIC, at):
        return False  # "median age 61 years, interquartile range 54 to 69"
    low, high = (q.low, q.high) if q.sense == "range" else (q.value, q.value)
    return low is not None and high is not None and _YOUNGEST <= low and high <= _OLDEST and words.has("entry-rule", line)


def _of_year(line: Line, context: Context) -> bool:
    """Whether a sentence tells of a year of its own: "in 2016"."""
    return any(q.kind in TIMES and q.when is not None and q.when.year is not None and not q.when.anchored for q in map(context.quantity, line.figures))


def _is_age(q: Quantity) -> bool:
    return q.kind in _KINDS and (q.kind == "age" or q.unit is None) or q.kind == "duration" and q.unit == "year"


def _frame(rule: int, index: int, context: Context, words: Near) -> Iterator[Frame]:
    bound, level = context.quantity(rule), context.quantity(index)
    if bound.sense == "range":
        if not bound.high < level.value < bound.high + 1:  # "up to 26" lasts until the next birthday
            yield replace(inside((rule,), index, context), source="roles")
        return
    line, at = context.line(rule), context.lines.position_of[rule]
    turned = words.within("norm-none", line, max(0, at - _NONE), at) and not denied(bound, context)
    if level.value == bound.value:
        return
    claims = {"level": (index,), "bound": (rule,)}
    sign = (1 if bound.approx == "above" else -1) * (-1 if turned else 1)
    yield Frame("threshold", (bound.start, bound.end), claims, {}, sign, frozenset(claims), 3, None, (), "roles")


# ---------------------------------------------------------------- those who came in


def _members(start: int, line: Line, rule: int, context: Context, words: Near) -> Iterator[int]:
    """Ages of the youngest, of the oldest, of the winner, and of all on average."""
    for m in words.matches("degree-age", line, start):
        index = value_beside(m.start(), m.end(), line, context)
        if index is not None and index != rule and _is_own(m.end(), line, rule, context, words):
            yield from _age(index, start, line, context, words)
    for m in words.matches("entry-mean", line, start):
        yield from _age(next(iter(line.quantities(m.end(), m.end() + _MEAN)), None), start, line, context, words)
    for m in words.matches("entry-winner", line, start):
        index = next(iter(line.quantities(m.end(), m.end() + _TITLE)), None)
        if index is not None and _titled(m.end(), index, line, context, words):
            yield from _age(index, start, line, context, words)


def _age(index: int | None, start: int, line: Line, context: Context, words: Near) -> Iterator[int]:
    """The figure, if it is an age told for a fact."""
    q = context.quantity(index) if index is not None else None
    if q is None or not _is_age(q) or q.noun or q.sense == "range" or q.approx or q.value is None or q.change or not _YOUNGEST <= q.value <= _OLDEST:
        return
    at = context.lines.position_of[index]
    if at >= start and not words.within("entry-not", line, start, at + 2) and not words.within("told-unreal", line, max(start, at - _UNREAL), at):
        yield index


def _is_own(at: int, line: Line, rule: int, context: Context, words: Near) -> bool:
    """Whether a superlative is of those who came in: "the oldest participant", "the youngest, at"; or of those that the rule names."""
    if at >= len(line.symbols) or words.pattern("entry-member").match(line.symbols, at) or line.symbols[at] in context.lexicon.symbols.marks or line.quantity[at] >= 0:
        return True
    tokens, q = context.extraction.tokens.words, context.quantity(rule)
    named = {stem(tokens[k], context) for k in range(max(0, q.outer - _TOKENS), q.outer) if tokens[k] not in context.function}
    return stem(tokens[line.firsts[at]], context) in named


def _titled(at: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "the winner, 21," and "the winner, a fiddler of 21", "the winner, who is 21": the age of the one named."""
    comma, place = context.lexicon.symbols.chars[","], context.lines.position_of[index]
    q = context.quantity(index)
    if q.kind == "number" and not (place == at + 1 or words.within("entry-of-age", line, place - 1, place)):
        return False
    return comma in line.symbols[at:place] and (q.kind == "age" or line.symbols[place + 1 : place + 2] in (comma, context.lexicon.symbols.chars["."], context.lexicon.symbols.chars[";"]) or words.within("entry-of-age", line, place - 1, place))
