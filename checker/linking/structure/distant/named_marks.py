"""A limit, target or band that is named with its figure, and the only figure of its unit in a sentence that says where it stands.

    The limit for zinc in the brook is 40 micrograms ... [two paragraphs] ... At the weir they found 62 micrograms, which is above the limit
    fined for breaking the 30 km/h limit after a camera had clocked her van at 47 km/h
    wants prices to rise by between 1 and 3 percent. They rose 3.8 percent in May, the fourth month above the target band

Of several marks of one unit nothing is said, nor of a figure in a clause of its own: "as inflation was above the target".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, same_unit
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.bounds import Mark, Word, of_another, words_of_marks
from checker.linking.structure.order.norms import rule_frame
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_KINDS = frozenset("physical percent currency points".split())
_NAME = 10  # symbols from the noun of a mark to its figure
_CALLED = 4  # symbols in front of a figure in which a word leads to it
_BAND = 10  # symbols in front of a band in which words say that somebody wants it
_APART = 4  # times as much: rather another measure
_LONG = 40  # sentences of a text in which a mark is the only one
_MEASURED = 8  # symbols in front of a figure in which somebody measures it


@dataclass(frozen=True, slots=True)
class _Named:
    """A mark with its noun, and where it stands."""

    mark: Mark
    line: Line
    band: bool


def named_marks(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "threshold" (level, bound), and "beyond-band" (level, bound) for bands."""
    words, lines, found = near(context), told_lines(context), []
    said = words.standing("mark-above", "mark-below", "mark-broken", "mark-kept", "mark-passive-above", "mark-passive-kept", "mark-passive-broken")
    if len(lines) > _LONG or not said or not words.standing("mark-noun", "mark-allowed"):
        return []
    named = list(_only(list(_named(lines, context, words)), context))
    known = {i for f in frames if f.family in ("threshold", "inside-range") and f.pinned for members in f.claims.values() for i in members}
    marks = {n.mark.index: n.mark for n in named}
    for n, line in enumerate(lines):
        if named and line.number in said and not words.has("mark-elsewhere", line):
            for word in words_of_marks(line, marks, words, context):
                found.extend(f for f in _judged(word, named, lines[n - 1] if n else None, context, words) if f.claims["level"][0] not in known)
    return found


# ---------------------------------------------------------------- marks


def _named(lines: list[Line], context: Context, words: Near) -> Iterator[_Named]:
    standing = words.standing("mark-noun", "mark-allowed", "mark-wants")
    for line in lines:
        for at, index in line.placed if line.number in standing else ():
            q = context.quantity(index)
            if q.kind not in _KINDS or q.change and q.sense != "range" or q.approx not in (None, "above", "below"):
                continue
            if q.sense == "range":
                if q.low and words.within("mark-wants", line, max(0, at - _BAND), at):
                    yield _Named(Mark(index, 0), line, True)
            elif (kind := _kind(at, line, context, words)) is not None:
                yield _Named(Mark(index, kind), line, False)


def _kind(at: int, line: Line, context: Context, words: Near) -> int | None:
    """1 for a mark that is to be reached, -1 for one not to be passed, 0 for either; None where a figure is no mark."""
    behind = at + 1 + (line.symbols[at + 1 : at + 2] == context.lexicon.symbols.chars["-"])
    start = max((p + 1 for p in range(max(0, at - _NAME), at) if line.symbols[p] in context.lexicon.symbols.marks), default=max(0, at - _NAME))
    kinds = (("mark-least-noun", 1), ("mark-most-noun", -1), ("mark-other-noun", 0))
    for name, kind in kinds:
        if words.pattern(name).match(line.symbols, behind):
            return kind
    if not words.ends("mark-is", line, at, _CALLED) or any(i >= 0 and context.quantity(i).is_measure for i in line.quantity[start:at]):
        return None  # "the 60 km/h limit when she was clocked at 43"
    for name, kind in (("most-of-all", -1), ("least-of-all", 1)):
        if words.within("mark-allowed", line, start, at) and words.within(name, line, start, at):
            return kind
    return next((kind for name, kind in kinds if words.within(name, line, start, at)), None)


def _only(named: list[_Named], context: Context) -> Iterator[_Named]:
    """The marks of which the text has no other of their unit."""
    for one in named:
        q = context.quantity(one.mark.index)
        if all(context.quantity(o.mark.index).value == q.value or not _alike(context.quantity(o.mark.index), q) for o in named if o is not one):
            yield one


# ---------------------------------------------------------------- what stands where


def _judged(word: Word, named: list[_Named], before: Line | None, context: Context, words: Near) -> Iterator[Frame]:
    chosen = [n for n in named if n.mark.index == word.mark] if word.mark is not None else [n for n in named if n.line.number <= word.line.number and (n.mark.kind * word.noun >= 0)]
    found = [(level, n) for n in chosen if (level := _level(word, n, before, context, words)) is not None]
    if len(found) != 1:
        return
    level, one = found[0]
    side = word.side or word.kept * one.mark.kind
    if not side or context.quantity(level).value == context.quantity(one.mark.index).value:
        return
    if one.band:
        claims, q = {"level": (level,), "bound": (one.mark.index,)}, context.quantity(level)
        yield Frame("beyond-band", (q.start, q.end), claims, {}, side, frozenset(claims), 2, None, (), "by name")
    else:
        yield rule_frame(level, one.mark.index, side, context, "by name")


def _level(word: Word, one: _Named, before: Line | None, context: Context, words: Near) -> int | None:
    """The only figure of the unit of a mark in the sentence of a word, in its clause or where somebody measures it."""
    bound = context.quantity(one.mark.index)
    levels = [i for i in word.line.figures if i != one.mark.index and _alike(context.quantity(i), bound)]
    beside = before is not None and before.block == word.line.block and before is not one.line
    goes_on = not levels and beside and not word.line.figures and words.pattern("takes-up").match(word.line.symbols)
    if goes_on:
        levels = [i for i in before.figures if i != one.mark.index and _alike(context.quantity(i), bound)]
    if len(levels) != 1 or not _is_level(levels[0], bound, context) or _others(levels[0], one, word, context):
        return None
    index = levels[0]
    line, at = context.line(index), context.lines.position_of[index]
    if line is not word.line:
        return index
    measured = words.within("mark-measured", line, max(0, at - _MEASURED), at)
    if at > word.start:
        apart = words.within("mark-above", line, at + 1, at + 2) or words.within("mark-below", line, at + 1, at + 2)
        return index if measured and not apart and not words.within("mark-then", line, word.end, at) else None
    if at + 1 == word.start or any(words.within(name, line, at + 1, word.start) for name in ("mark-clause", "mark-for-clause")):
        return None  # "12 km/h above the limit"
    if of_another(at + 1, word, words) or words.within("mark-moved", line, at + 1, word.end):
        return None
    return index if measured or bound.kind != "percent" or one.band or words.within("mark-rose", line, max(0, at - _MEASURED), at) else None


def _others(level: int, one: _Named, word: Word, context: Context) -> bool:
    """Whether further figures of the unit stand between a mark and what is said of it."""
    values, bound = {context.quantity(level).value}, context.quantity(one.mark.index)
    for line in context.lines.lines[one.line.number : word.line.number + 1]:
        values.update(context.quantity(i).value for i in line.figures if i != one.mark.index and _alike(context.quantity(i), bound))
    return not values <= {context.quantity(level).value, bound.value}


def _is_level(index: int, bound: Quantity, context: Context) -> bool:
    q = context.quantity(index)
    if q.value is None or q.value <= 0 or q.approx or q.sense in ("range", "bound") or q.style in ("fraction", "multiple"):
        return False
    top = bound.high if bound.sense == "range" else bound.value
    return q.value < _APART * top and top < _APART * q.value and (not q.change or q.kind == "percent")


def _alike(q: Quantity, bound: Quantity) -> bool:
    return q.kind == bound.kind and same_unit(q, bound) and ("/" in (q.unit or "")) == ("/" in (bound.unit or ""))
