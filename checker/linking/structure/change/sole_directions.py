"""What is more, or less, than before, where only two values can be meant.

    Cocoa is cheaper than it was at Christmas. A tonne cost £7,150 on Tuesday; on 23 December buyers had to pay £8,900
    Interest in the course keeps growing: 96 people put their names down this autumn, 81 did so a year ago

A comparative or a verb of moving tells which way, the words beside the values which of them is the older one. A word that fits
one sort of figures only ("cheaper") ties them by it; any other must speak of what the values are called.
"""

from __future__ import annotations

from collections.abc import Iterator
from re import Match

from checker.linking.context import Context
from checker.linking.kept import once_a_line
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.earlier import earlier_of
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.scene import about
from checker.linking.structure.change.sole_doubts import Statement
from checker.linking.structure.change.sole_pairs import told_pair
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import taken_off
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_COUNTED = frozenset(["count", "number"])
_LENGTH, _MASS, _HEAT = frozenset(["[length]"]), frozenset(["[mass]"]), frozenset(["[temperature]", "[angle]"])
_LASTING = _LENGTH | frozenset(["[time]"])
_ANY: frozenset[str] = frozenset()
_WORDS = {  # class: which way, the kinds or dimensions of figures that it speaks of; of the last ones a name must tell
    "pair-dearer": (1, frozenset(["currency"])), "pair-cheaper": (-1, frozenset(["currency"])), "pair-longer": (1, _LASTING), "pair-shorter": (-1, _LASTING),
    "pair-warmer": (1, _HEAT), "pair-cooler": (-1, _HEAT), "pair-heavier": (1, _MASS), "pair-lighter": (-1, _MASS), "pair-wetter": (1, _LENGTH), "pair-drier": (-1, _LENGTH), "pair-fewer": (-1, _COUNTED), "pair-many": (1, _COUNTED), "pair-higher": (1, _ANY), "pair-lower": (-1, _ANY),
}  # fmt: skip
_WAYS = {"pair-rising": 1, "pair-falling": -1}
_COMPARED, _MOVING = tuple(_WORDS), tuple(_WAYS)
NAMES = (*_COMPARED, *_MOVING)
_LEAST = 10  # fewer are everywhere
_THAN = 8  # symbols from a comparative to "than"


def sole_directions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "direction" (new, base)."""
    reader, words, found = reader_of(context), near(context), []
    tied = {frozenset((*f.claims["new"], *f.claims["base"])) for f in frames if f.pinned and {"new", "base"} <= f.claims.keys()}
    for line in told_lines(context):
        said = statements(line, reader, words)
        if len({sign for _, sign, _ in said}) != 1:
            continue
        for statement, sign, kinds in said:
            told = told_pair(statement, kinds, reader, words)
            first = earlier_of(told.first, told.second, reader, words) if told is not None else None
            if first is None or statement.loose and _strangers(told.first, told.second, reader) or any(_small(i, context) for i in (told.first, told.second)) or context.quantity(told.first).value == context.quantity(told.second).value or {told.first, told.second} in tied:
                continue
            new = told.second if first == told.first else told.first
            cue = offsets(line, statement.start, statement.end, context.extraction)
            claims = {"new": (new,), "base": (first,)}
            found.append(Frame("direction", cue, claims, {}, sign, frozenset(claims), 1, None, (), "alone"))
            break
    return found


def _strangers(a: int, b: int, reader: Reader) -> bool:
    """True of sums of money in two sentences that share no word: what was earned, and a fine."""
    context, (x, y) = reader.context, (reader.context.lines.line_of[i] for i in (a, b))
    return x != y and context.quantity(a).kind == context.quantity(b).kind == "currency" and not about(x, reader) & about(y, reader)


def _small(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.style == "words" and q.kind in _COUNTED and q.value < _LEAST


# ---------------------------------------------------------------- what says which way


def statements(line: Line, reader: Reader, words: Near) -> tuple[tuple[Statement, int, frozenset[str]], ...]:
    """Comparatives of then and now, and words of moving that have no figure."""
    return _statements(line, reader.context, reader, words) if words.maybe(NAMES, line) else ()


@once_a_line
def _statements(line: Line, context: Context, reader: Reader, words: Near) -> tuple[tuple[Statement, int, frozenset[str]], ...]:
    return tuple(_said(line, reader, words))


def _said(line: Line, reader: Reader, words: Near) -> Iterator[tuple[Statement, int, frozenset[str]]]:
    for name in words.among(_COMPARED, line):
        sign, kinds = _WORDS[name]
        for m in words.matches(name, line):
            if _compares(m, line, reader, words) and not words.within("comparative-open", line, m.start() - 1, m.start()) and not taken_off(m.start(), m.end(), line, reader.context):  # "fell by more"
                loose = not kinds or kinds == _COUNTED
                counts = words.pattern("pair-attributive").match(line.symbols, m.start()) is not None
                yield Statement(line, m.start(), m.end(), -1, False, "[time]" in kinds, loose, counts), sign, kinds
                break
    moving = words.among(_MOVING, line)
    if moving and (not any(reader.context.quantity(i).is_measure for i in line.figures) or not reader.words.separators.keys().isdisjoint(line.symbols)):
        for name in moving:
            for m in words.matches(name, line):
                if not words.within("pair-degree", line, m.start() - 3, m.start()):
                    yield Statement(line, m.start(), m.end(), -1, False, False, True), _WAYS[name], _ANY


def _compares(m: Match[str], line: Line, reader: Reader, words: Near) -> bool:
    """True of "fewer couples", "is cheaper than it was"; not of "no cheaper", "more than 300", "cheaper across the border"."""
    start, end = m.span()
    if words.within("pair-degree", line, start - 3, start) or start and line.quantity[start - 1] >= 0 or end < len(line.quantity) and line.quantity[end] >= 0 and reader.context.quantity(line.quantity[end]).is_measure:
        return False
    than = words.place("than-word", line, end, min(len(line.symbols), end + _THAN))
    if than >= 0 and any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in line.quantity[than + 1 : than + 3]):
        return True
    if than >= 0:
        return words.pattern("pair-than-then").match(line.symbols, than) is not None and not _other_place(than, line, reader)
    if words.pattern("pair-not-size").match(line.symbols, end):
        return False
    if words.pattern("pair-again").match(line.symbols, end) is not None or end < len(line.quantity) and line.quantity[end] >= 0 and reader.context.quantity(line.quantity[end]).kind in TIMES:
        return True
    return words.pattern("pair-attributive").match(line.symbols, start) is not None or words.within("pair-became", line, start - 4, start)


def _other_place(than: int, line: Line, reader: Reader) -> bool:
    """True of "than in the north": neither a time nor a verb behind it."""
    behind = line.symbols[than + 1 : than + 2]
    if behind not in reader.words.before_length and behind not in reader.words.own_subject:
        return False
    words, stop = near(reader.context), min(len(line.symbols), than + 6)
    timed = any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in line.quantity[than:stop])
    return not timed and not words.within("told-time", line, than, stop) and not words.within("pair-before", line, than, stop)
