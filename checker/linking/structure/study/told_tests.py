"""Tests and what is said around them: the level that was set, the sizes of two groups, a difference and its error.

    not significant at the 5% level (p = 0.41)              told-at-level
    two groups of 20 pupils each ... t(38) = 2.71           degrees-of-freedom
    2.4 kg, with a standard error of 1.4 kg (t = 1.7)       test-from-error
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.study.significance import p_value
from checker.model import Frame
from checker.units import compatible

_NAMED = 7  # symbols between a p-value and words that make it the level
_CLOSE = 14  # symbols between a p-value and the word "significant"
_AT = 4  # symbols between a level and the word for it
_DENIED = 6  # symbols in front of a word that can deny it
_EACH = 5  # symbols from a size to "each"
_BACK = 3  # sentences between the groups and their test
_REACH = 10  # symbols from a test's sign to its degrees of freedom, and from an estimate to its error


def told_tests(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families named above."""
    words, found, lines = near(context), [], context.lines.lines
    cued = words.standing("level-noun", "level-set", "level-named", "t-word")
    for line in lines:
        if not line.figures or line.number not in cued:
            continue
        if any(words.has(name, line) for name in ("level-noun", "level-set", "level-named")):
            found.extend(_at_level(line, context, words))
        for m in words.pattern("t-word").finditer(line.symbols):
            found.extend(_degrees(m.end(), lines[max(0, line.number - _BACK) : line.number + 1], context, words))
            found.extend(_from_error(m.end(), line, context, words))
    return found


# ---------------------------------------------------------------- levels


def _at_level(line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """The only p-value of a sentence, its only level, and the only word that holds one against the other."""
    places = [p for m in words.pattern("p-word").finditer(line.symbols) if (p := p_value(m.end(), line, context)) is not None]
    set_at = [m for m in words.pattern("level-named").finditer(line.symbols)]
    bounds = [p for p in places if context.quantity(line.quantity[p]).approx == "below" and any(-_NAMED <= m.start() - p <= _NAMED for m in set_at)]
    if len(places) == 2 and len(bounds) == len(set_at) == 1:
        yield from _beside_level(next(p for p in places if p not in bounds), bounds[0], set_at[0], line, context, words)
        return
    levels = [i for i in line.figures if _is_level(i, line, context, words)]
    said = [*words.pattern("significant-word").finditer(line.symbols)] or [*words.pattern("level-cleared").finditer(line.symbols)]
    if len(places) != 1 or len(levels) != 1 or line.quantity[places[0]] == levels[0] or len(said) != 1 or words.has("level-doubt", line):
        return
    denied = words.within("denied-word", line, said[0].start() - _DENIED, said[0].end())
    claims = {"p-value": (line.quantity[places[0]],), "bound": (levels[0],)}
    yield _frame("told-at-level", claims, -1 if denied else 1, context)


def _beside_level(at: int, level: int, named: re.Match[str], line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """ "Taking p < 0.05 as the level of significance, we found a significant difference (p = 0.02)"."""
    said = [m for m in words.pattern("significant-word").finditer(line.symbols) if not named.start() <= m.start() < named.end()]
    p = context.quantity(line.quantity[at])
    if len(said) != 1 or abs(said[0].start() - at) > _CLOSE or p.approx == "below" or words.has("level-doubt", line):
        return
    denied = words.within("denied-word", line, said[0].start() - _DENIED, said[0].end()) or words.within("denied-part", line, said[0].start() - 2, said[0].end())
    yield _frame("told-at-level", {"p-value": (line.quantity[at],), "bound": (line.quantity[level],)}, -1 if denied else 1, context)


def _is_level(index: int, line: Line, context: Context, words: Near) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    if q.value is None or q.approx or not (q.kind == "percent" and q.value <= 10 or q.kind == "number" and 0 < 10 * q.value <= 1):
        return False
    return words.within("level-noun", line, at + 1, at + _AT) or any(m.end() == at for m in words.pattern("level-set").finditer(line.symbols, max(0, at - 2 * _AT), at))


# ---------------------------------------------------------------- sizes and errors


def _degrees(start: int, lines: tuple[Line, ...], context: Context, words: Near) -> Iterator[Frame]:
    """ "t(38)" behind "two groups of 20 pupils each", where nobody is said to have left."""
    line = lines[-1]
    if line.symbols[start : start + 1] != context.lexicon.symbols.chars["("] or start + 1 >= len(line.quantity):
        return
    freedom = line.quantity[start + 1]
    if freedom < 0 or context.quantity(freedom).value is None or context.quantity(freedom).value.denominator != 1:
        return
    lines = [x for x in lines if x.block == line.block]
    sizes = [i for x in lines for i in x.figures if _of_each(i, x, context, words)]
    if len(sizes) == 1 and any(_two_groups(i, context) for x in lines for i in x.figures) and not any(words.has("groups-doubt", x) for x in lines):
        yield _frame("degrees-of-freedom", {"value": (freedom,), "size": (sizes[0],)}, 0, context)


def _of_each(index: int, line: Line, context: Context, words: Near) -> bool:
    q, at = context.quantity(index), context.lines.position_of[index]
    return q.kind in ("count", "number") and q.value is not None and q.value > 2 and not q.approx and words.within("each", line, at + 1, at + _EACH)


def _two_groups(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind == "count" and q.value == 2 and bool(q.noun) and q.noun[-1] in context.lexicon.pack.words("tested-group")


def _from_error(start: int, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """ "a difference of 2.4 kg, with a standard error of 1.4 kg (t = 1.7)"."""
    named = words.pattern("standard-error").search(line.symbols, 0, start)
    if named is None or start + 1 >= len(line.quantity) or words.has("groups-doubt", line):
        return
    t = next((i for i in line.quantity[start : start + 2] if i >= 0), None)
    error = next((i for i in line.quantity[named.end() : min(start, named.end() + 3)] if i >= 0), None)
    before = [i for i in line.quantities(max(0, named.start() - _REACH), named.start()) if context.quantity(i).is_measure]
    if t is None or error is None or not before or not words.within("difference-said", line, 0, named.start()):
        return
    q, e = context.quantity(before[-1]), context.quantity(error)
    if q.value is not None and e.value is not None and e.value > 0 and q.kind == e.kind and compatible(q.unit, e.unit) and context.quantity(t).kind == "number" and context.quantity(t).value is not None:
        yield _frame("test-from-error", {"value": (t,), "difference": (before[-1],), "other": (error,)}, 0, context)


def _frame(family: str, claims: dict[str, tuple[int, ...]], sign: int, context: Context) -> Frame:
    q = context.quantity(next(iter(claims.values()))[0])
    return Frame(family, (q.start, q.end), claims, {}, sign, frozenset(claims), 0, None, (), "told tests")
