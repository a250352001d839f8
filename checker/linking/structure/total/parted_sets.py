"""A whole that falls into so many sets, as words say, and the sizes of as many sets in the sentences behind.

    The farm divided its herd of 96 animals into three. Thirty-two cows were given hay, thirty-two clover and thirty-two straw
    They trained 86 bees ... Every bee was in one of three sets. The first, of 29 bees, ... the second, with 31, ... the third, 26 strong

The sizes are the only counts up to the last of them, as many as there are sets. The whole is told in front of them; where they
miss it, a slip of the hand has to explain why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import is_compared, overlaps, pinned_by, plain_count, slipped, sum_frame
from checker.linking.structure.tabular import told_lines
from checker.model import Frame
from checker.rational import Fraction

_FEWEST, _MOST = 2, 6  # sets
_LEAST = 10  # of a smaller whole any list may be told
_FAR = Fraction(9, 5)  # times as much: other things
_BEHIND, _FRONT = 3, 9  # sentences
_VERB = 14  # symbols in front of the number in which the verb stands


def parted_sets(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words, found = near(context), []
    standing = words.standing("partedset-into", "partedset-one-in", "partedset-allotted")
    if not standing:
        return []
    taken = pinned_by(frames, "sum", "groups")
    for line in told_lines(context):
        if line.number not in standing or line.crowded:
            continue
        for cue, after, size in _cues(line, context, words):
            parts = _sizes(after, size, line, context, words)
            whole = _whole(parts, cue, line, context) if parts and taken.isdisjoint(parts) else None
            if whole is not None:
                taken.update((whole, *parts))
                found.append(replace(sum_frame(whole, tuple(parts), True, 1, line, context, whole=True), source="roles"))
    return found


def _cues(line: Line, context: Context, words: Near) -> Iterator[tuple[int, int, int]]:
    """Where the words stand that part a whole, where they end, and into how many sets; 0 where they do not say."""
    for at, index in line.placed:
        q = context.quantity(index)
        small = q.kind in ("count", "number") and q.value is not None and q.style == "words" and _FEWEST <= q.value <= _MOST and not q.approx
        if not small or not (words.ends("partedset-into", line, at, 3) or _one_of(at, line, context, words)):
            continue
        named = bool(q.noun) and q.noun[-1] in context.lexicon.pack.words("partedset-noun") or words.pattern("partedset-noun").match(line.symbols, at + 1)
        if named or not q.noun and words.within("partedset-verb", line, at - _VERB, at):
            yield at, at + 1, int(q.value)
    for m in words.matches("partedset-allotted", line):
        yield m.start(), m.end(), 0


def _one_of(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "belonged to one of" in front of the number of sets."""
    one = line.quantity[at - 2] if at > 1 else -1
    return one >= 0 and context.quantity(one).value == 1 and words.ends("partedset-one-in", line, at - 2, 3) and words.ends("of-word", line, at, 1)


def _sizes(after: int, size: int, line: Line, context: Context, words: Near) -> list[int] | None:
    """The counts behind the cue, as many as there are sets; None where others stand among them or right behind."""
    rest = context.lines.lines[line.number + 1 : line.number + 1 + _BEHIND] if size else []
    found: list[int] = []
    for home, start in ((line, after), *((x, 0) for x in rest)):
        counts = [i for i in home.quantities(start) if context.quantity(i).kind in ("count", "number", "range", "bound")]
        if counts and (words.has("partedset-veto", home) or overlaps(home, context) or any(not plain_count(i, context) or is_compared(i, context) for i in counts)):
            return None
        found += counts
        if len(found) >= (size or _FEWEST):
            break
    sizes = len(found) == size if size else _FEWEST <= len(found) <= _MOST
    return found if sizes else None


def _whole(parts: list[int], cue: int, line: Line, context: Context) -> int | None:
    """The count in front that the sizes make up; else the only one that they could, one slip aside."""
    made = sum(context.quantity(i).value for i in parts)
    front = [i for x in context.lines.lines[max(0, line.number - _FRONT) : line.number] for i in x.figures] + line.quantities(0, cue)
    counts = [i for i in front if plain_count(i, context) and context.quantity(i).noun and context.quantity(i).value >= _LEAST]
    close = [i for i in counts if made < _FAR * context.quantity(i).value < _FAR * _FAR * made and context.quantity(i).value > max(context.quantity(p).value for p in parts)]
    exact = [i for i in close if context.quantity(i).value == made]
    if exact:
        return exact[-1]
    alone = len({context.quantity(i).value for i in close}) == 1
    return close[-1] if alone and slipped(close[-1], parts, context) else None
