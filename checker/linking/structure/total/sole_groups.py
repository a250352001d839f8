"""Equal groups whose three figures stand alone: how many there are, how many each holds, and all of them.

    the 96 children were divided into eight teams of twelve            words of dividing, and "of" in between
    marked out in 15 plots. Every plot took four performers ... all 60 artists      each of them takes so many
    A pallet holds forty crates. With 1,800 crates ... 45 full pallets              one of them holds so many

That everything went into the groups must be told ("divided", "all", "full"), and that none is smaller or left over must not.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, stem
from checker.linking.kept import once_a_line
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import after_noun, is_compared, pinned_by, slashed
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_COUNTED = ("count", "number")
_SENTENCES = 3
_OPENS = 3  # symbols at the start of a sentence in which "a pallet", "each plot" stand
_HOLDS = 6  # symbols from the group to how many it holds
_LEAST = 10  # of all of them
_FAR = 2  # times the total: no slip makes groups so large or so small


def sole_groups(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "equal-groups" (total, count, size)."""
    words, lines, found = near(context), told_lines(context), []
    taken = pinned_by(frames, "equal-groups", "average", "groups", "sum")
    for n, line in enumerate(lines):
        if not line.figures:
            continue  # the first of the three stands in it
        for size in range(1, _SENTENCES + 1):
            passage = [other for other in lines[n : n + size] if other.block == line.block]
            three = _three(passage, context, words) if len(passage) == size else None
            if three is not None and taken.isdisjoint(three):
                taken |= set(three)
                total, count, each = three
                claims = {"total": (total,), "count": (count,), "size": (each,)}
                cue = (min(context.quantity(i).start for i in three), max(context.quantity(i).end for i in three))
                found.append(Frame("equal-groups", cue, claims, {}, 0, frozenset(claims), 2, None, (), "sole groups"))
    return found


@once_a_line
def _counts_in(line: Line, context: Context) -> list[int]:
    return [i for i in line.figures if _is_count(context.quantity(i))]


def _three(passage: list[Line], context: Context, words: Near) -> tuple[int, int, int] | None:
    """The total, the number of groups and their size, where a passage holds these and no other count."""
    counts = [i for line in passage for i in _counts_in(line, context)]
    if len(counts) != 3:
        return None
    following = [line for line in context.lines.lines[passage[-1].number + 1 : passage[-1].number + 2] if line.block == passage[-1].block]
    if any(words.has("groups-veto", line) for line in passage) or any(words.has("groups-left", line) for line in following) or context.line(counts[0]) is not passage[0] or context.line(counts[-1]) is not passage[-1]:
        return None
    if any(context.quantity(i).approx or context.quantity(i).value.denominator > 1 or slashed(context.quantity(i), context) or is_compared(i, context) for i in counts):
        return None
    for number, size in _sized(counts, context, words):
        total = next(i for i in counts if i not in (number, size))
        t, k, s = (context.quantity(i) for i in (total, number, size))
        if t.value < _LEAST or t.value <= max(k.value, s.value) or not _FAR * min(t.value, k.value * s.value) > max(t.value, k.value * s.value):
            continue
        if _all_of_them(total, number, size, passage, context, words):
            return total, number, size
    return None


def _is_count(q: Quantity) -> bool:
    return q.kind in _COUNTED and q.value is not None and q.value > 1 or q.kind in ("range", "bound")


def _sized(counts: list[int], context: Context, words: Near) -> Iterator[tuple[int, int]]:
    """(number of groups, size of each)."""
    for number in counts:
        k = context.quantity(number)
        if k.kind != "count" or not k.noun:
            continue
        for size in counts:
            if size != number and (_of(number, size, context, words) or _each(k, size, context, words)):
                yield number, size


def _of(number: int, size: int, context: Context, words: Near) -> bool:
    """True of "eight teams of twelve"."""
    line = context.line(number)
    at, end = context.lines.position_of[size], after_noun(number, line, context)
    return context.line(size) is line and at == end + 1 and words.pattern("of-alone").match(line.symbols, end) is not None


def _each(groups: Quantity, size: int, context: Context, words: Near) -> bool:
    """True of "every plot took four", "a pallet holds forty crates", "fifteen pupils each", "thirty books to a box"."""
    line, at = context.line(size), context.lines.position_of[size]
    end, named = after_noun(size, line, context), stem(groups.noun[-1], context)
    if words.pattern("groups-each-after").match(line.symbols, end):
        return True
    relative = next((m for m in words.matches("groups-each-of", line, 0, at) if 0 < at - m.end() <= _HOLDS and not line.quantities(m.end(), at)), None)
    if relative is not None:
        before = line.quantities(0, relative.start())
        return bool(before) and context.quantity(before[-1]) is groups  # "four coaches, each of which carried 28"
    tokens = context.extraction.tokens.words
    if at > 1 and words.pattern("of-alone").match(line.symbols, at - 1) and stem(tokens[line.firsts[at - 2]], context) == named:
        return tokens[line.firsts[at - 2]].endswith(tuple(context.lexicon.pack.words("plural-ending")))  # "packed in trays of thirty", not "a group of 61"
    for m in words.matches("groups-each", line, 0, len(line.symbols)):
        if m.end() < len(line.symbols) and stem(tokens[line.firsts[m.end()]], context) == named:
            if 0 < at - m.end() <= _HOLDS and not line.quantities(m.end(), at) or 0 <= m.start() - end <= 1:
                return m.start() < _OPENS or m.start() >= end or words.within("groups-every", line, m.start(), m.end())
    return False


def _all_of_them(total: int, number: int, size: int, passage: list[Line], context: Context, words: Near) -> bool:
    """True where words tell that everything went into the groups."""
    line, at = context.line(total), context.lines.position_of[total]
    if words.within("groups-all", line, at - 3, at):
        return True
    home = context.line(number)
    grouped = context.extraction.tokens.words[context.quantity(number).noun_last] in context.lexicon.pack.words("groups-noun")
    if grouped and home is line is context.line(size) and total < number and words.pattern("groups-in").match(home.symbols, context.lines.position_of[number] - 1):
        return True  # "planted out in twelve rows of fourteen"
    if home is line and total < number and words.within("divide-word", home, at, context.lines.position_of[number]) or words.within("groups-into", home, 0, context.lines.position_of[number]):
        return True
    place = context.lines.position_of[number]
    return words.within("groups-full", home, place - 4, after_noun(number, home, context) + 1) or any(words.has("groups-exact", other) for other in passage)
