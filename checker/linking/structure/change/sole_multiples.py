"""What became, or is, so many times as much, where only two values can be meant.

    Rents on the harbour have quadrupled, the chandler says. He gave 5 euros a square metre in 1999 and his successor gives 20
    on the treated plot nine seedlings survived; the untreated one did four times as well with 36 survivors

The larger one is so many times the smaller one, whichever was first: which way the writer looks, his words tell a reader, and
the figures bear it out or do not. What the multiple fits elsewhere in the passage is what it speaks of.
"""

from __future__ import annotations

from itertools import combinations

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.fitting import agree, figure, why_not
from checker.linking.structure.change.other_subject import of_another_subject
from checker.linking.structure.change.sole_doubts import Statement
from checker.linking.structure.change.sole_pairs import Told, told_pair, values_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.standings import kin
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_ANY: frozenset[str] = frozenset()
_LEAST, _MOST = 2, 20  # times
_FORMERLY = 9  # symbols from "a third of" to what was once
_NOUN = 5  # symbols behind "as many", with the noun and what is said of it
_OFF = 6  # a miss by more is of other figures
_BACK, _AHEAD = 4, 4  # sentences around in which the values may stand after all


def sole_multiples(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, multiple)."""
    reader, words, found = reader_of(context), near(context), []
    tied = {i for f in frames if f.pinned or f.blocked for i in f.claims.get("multiple", ())}
    for line in told_lines(context):
        for index in line.figures:
            said = _statement(index, line, reader, words) if index not in tied else None
            told = told_pair(said, _ANY, reader, words) if said is not None else None
            if told is not None and (told.plain or _slipped(index, told, context)) and not _elsewhere(said, told, reader) and not of_another_subject(line, said.start, (told.first, told.second), reader):
                found.append(_frame(index, told, context))
    return found


def _statement(index: int, line: Line, reader: Reader, words: Near) -> Statement | None:
    """What says that something is, or became, so many times as much; None of "twice a week", "three times as likely"."""
    context, at = reader.context, reader.context.lines.position_of[index]
    q = context.quantity(index)
    if q.kind not in ("multiple", "ratio", "number") or q.value is None or q.value <= 0 or not _LEAST <= max(q.value, 1 / q.value) <= _MOST:
        return None
    much = words.pattern("pair-much").match(line.symbols, at + 1)
    if not much and q.kind == "ratio" and words.pattern("part-word").match(line.symbols, at + 1) and words.within("pair-formerly", line, at + 2, at + _FORMERLY):
        much = words.pattern("part-word").match(line.symbols, at + 1)
    verb = q.kind == "multiple" and context.extraction.tokens.words[q.last] not in context.lexicon.pack.words("pair-times")
    if q.kind == "number":
        much, verb = None, words.ends("told-factor", line, at, 3)
    if not much and not verb:
        return None
    end = much.end() if much else at + 1
    if much and words.within("pair-added", line, end, _far_as_figures(end, line)):
        return None  # "half as many nurses again" are one and a half times as many
    if words.within("told-chance", line, at - 3, end + 2) or any(line.symbols.startswith(each, end) for each in reader.words.per_each):
        return None
    often, lasting = (words.pattern(name).match(line.symbols, at + 1) is not None for name in ("pair-often", "pair-lasting"))
    named = words.pattern("pair-as-much").match(line.symbols, at + 1) is not None and end < len(line.symbols) and bool(content(line.firsts[end], line.lasts[end] + 1, context))
    return Statement(line, at, end, index, often, lasting, named, named)


def _far_as_figures(start: int, line: Line) -> int:
    """The place behind the noun of "as many", the next figure at the latest."""
    return next((p for p in range(start, min(len(line.quantity), start + _NOUN)) if line.quantity[p] >= 0), start + _NOUN)


def _elsewhere(said: Statement, told: Told, reader: Reader) -> bool:
    """True where the multiple fits other values of the passage, or misses these by far too much."""
    context, times = reader.context, figure(reader.context.quantity(said.index))
    ratio = _ratio(told.first, told.second, times.value, context) / times.value
    if max(ratio, 1 / ratio) > _OFF or any(_more(i, context, reader) for i in (told.first, told.second)):
        return True
    lines = context.lines.lines
    near_by = [lines[n] for n in range(max(0, said.line.number - _BACK), min(len(lines), said.line.number + _AHEAD + 1)) if not lines[n].crowded]
    values = [i for line in near_by for i in values_of(line, reader) if i != said.index]
    for a, b in combinations(values, 2):
        if {a, b} != {told.first, told.second} and kin(context.quantity(a), context.quantity(b)):
            base, new = sorted((a, b), key=lambda i: context.quantity(i).value, reverse=times.value < 1)
            if agree(figure(context.quantity(base)), figure(context.quantity(new)), times, "multiple", 0):
                return True
    return False


def _more(index: int, context: Context, reader: Reader) -> bool:
    """True of "720 more than a year ago": what it grew by."""
    row = reader.row(context.lines.line_of[index])
    return any(item.index == index and item.kind == "change" for item in row) or near(context).within("comparative-more", context.line(index), context.lines.position_of[index] + 1, context.lines.position_of[index] + 2)


def _slipped(multiple: int, told: Told, context: Context) -> bool:
    """True where the values bear the multiple out, or would but for one slip."""
    times = figure(context.quantity(multiple))
    base, new = sorted((told.first, told.second), key=lambda i: context.quantity(i).value, reverse=times.value < 1)
    old, young = figure(context.quantity(base)), figure(context.quantity(new))
    return agree(old, young, times, "multiple", 0) or why_not(old, young, times, "multiple", 0) > 0


def _ratio(a: int, b: int, times, context: Context):
    x, y = sorted((context.quantity(a).value, context.quantity(b).value), reverse=times < 1)
    return y / x


def _frame(multiple: int, told: Told, context: Context) -> Frame:
    q = context.quantity(multiple)
    base, new = sorted((told.first, told.second), key=lambda i: context.quantity(i).value, reverse=q.value < 1)
    claims = {"new": (new,), "base": (base,), "multiple": (multiple,)}
    return Frame("change", (q.start, q.end), claims, {}, 0, frozenset(claims), 1, None, (), "alone")
