"""Members of a set that one verb sends to different places: together they can be no more than the set.

    The ferry landed 48 sheep. Of these, 31 went to the fair, twelve to the mill and nine to the abbey
    Of the 62 cadets, 30 were sent to the north, 28 to the south and seven to the coast

The verb is said once and each member has its place with the same small word, so nobody is counted twice. The set is the
only count of the sentence in front, or the one that the sentence opens with. A list that falls short may leave others out:
only one that comes to the whole, or to more, says anything.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, kin, overlaps, plain_count, sum_frame
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_LEAST = 5  # of smaller sets anything may be told
_TWICE = 2  # members that come to more are those of something else
_VERB = 5  # symbols from the first member to the end of its verb


def placed(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "sum" (total, part)."""
    words = near(context)
    return [frame for line in told_lines(context) if len(line.figures) > 1 and words.has("placed-verb", line) for frame in _placed(line, words, context)]


def _placed(line: Line, words: Near, context: Context) -> Iterator[Frame]:
    total = _set(line, words, context)
    counts = [i for i in line.figures if context.quantity(i).kind in ("count", "number") and i != total]
    if total is None or len(counts) < 2 or not all(plain_count(i, context) and kin(context.quantity(total), context.quantity(i)) for i in counts):
        return
    made, whole = sum(context.quantity(i).value for i in counts), context.quantity(total).value
    each = all(context.quantity(i).value < whole for i in counts)
    if each and whole <= made < _TWICE * whole and _is_list(counts, line, words, context) and not overlaps(line, context) and not words.has("placed-again", line):
        yield replace(sum_frame(total, tuple(counts), True, 0, line, context, whole=True), source="roles")


def _set(line: Line, words: Near, context: Context) -> int | None:
    """The whole: that of "Of the 62 cadets", or for "Of these" the only count of the sentence in front."""
    if words.pattern("part-of-it").match(line.symbols) is not None:
        before = context.lines.lines[line.number - 1] if line.number else line
        found = [i for i in before.figures if context.quantity(i).kind in ("count", "number", "percent", "ratio")]
        told = before is not line and before.block == line.block and len(found) == 1
        return found[0] if told and _is_set(found[0], context) else None
    opening = words.pattern("put-in-opens").match(line.symbols)
    first = line.figures[0]
    return first if opening is not None and context.lines.position_of[first] <= opening.end() + 1 and _is_set(first, context) else None


def _is_set(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return plain_count(index, context) and bool(q.noun) and q.value >= _LEAST


def _is_list(parts: list[int], line: Line, words: Near, context: Context) -> bool:
    """True where the first member has the verb and a small word, and each of the others the same word alone."""
    at, tokens = context.lines.position_of, context.extraction.tokens
    verb = next(words.matches("placed-verb", line, at[parts[0]] + 1, at[parts[0]] + 1 + _VERB), None)
    if verb is None or verb.end() >= len(line.symbols):
        return False
    small = tokens.words[line.firsts[verb.end()]]
    follows = [tokens.words[context.quantity(i).last + 1 : context.quantity(i).last + 2] == [small] for i in parts[1:]]
    joined = any(s in conjunctions(context) for s in line.symbols[at[parts[-2]] : at[parts[-1]]])
    return small in context.lexicon.pack.words("placed-to") and all(follows) and joined
