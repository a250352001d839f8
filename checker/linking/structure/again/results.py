"""Results of a match told again with an article: "the 5-1 win", "the 1-4 defeat"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from checker.linking.context import Context, proper
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.model import TIMES

_WHEN = 8  # symbols behind a result in which its day may stand
_BACK = 8  # sentences from a result to where it is spoken of again; further on another match may be meant
_MANY = 14  # readings of one reference
_SEARCHED = 120  # figures that one reference is compared with


def results_again(at: int, index: int, line: Line, before: list[Line], context: Context) -> Iterator[tuple[int, bool]]:
    """The results in front that the definite one at a position may repeat, the first of the text first, each with whether it must."""
    if not context.lexicon.pattern("result-noun").match(line.symbols, at + 1):
        return
    back = (i for other in before for i in other.figures if context.quantity(i).kind == "score")
    earlier = [*islice(back, _SEARCHED), *(i for i in line.quantities(0, at)[-_SEARCHED:] if context.quantity(i).kind == "score")]
    different = {(context.quantity(i).low, context.quantity(i).high) for i in earlier}
    own = any(context.quantity(i).kind in TIMES for i in line.quantities(at + 1, at + _WHEN))  # "the 2-2 draw at Ripley on 2 September"
    far = line.number - context.line(earlier[-1]).number > _BACK if earlier else False
    own = own or so_far(index, context)
    for i in earlier[:_MANY]:
        yield i, len(different) == 1 and not own and not far and _one_match(i, index, context)


def so_far(index: int, context: Context) -> bool:
    """True of "took a 3-0 lead", "a lead at 3-0" in what ended 4-0."""
    line, at = context.line(index), context.lines.position_of[index]
    if near(context).within("score-so-far", line, at - 3, at):
        return True
    return context.lexicon.pattern("score-so-far").match(context.line(index).symbols, context.lines.position_of[index] + 1) is not None


def _one_match(first: int, second: int, context: Context) -> bool:
    """True where one side's share is the same, in either order ("3-1", "the 1-4 defeat"), neither or both are draws, and whom the
    second was against ("the 3-2 win over Marl") is named beside the first: else another match is rather meant."""
    a, b = ((q.low, q.high) for q in (context.quantity(first), context.quantity(second)))
    if (a[0] == a[1]) != (b[0] == b[1]) or set(a).isdisjoint(b):
        return False
    line, home = context.line(second), context.line(first)
    against = context.lexicon.pattern("echo-against").match(line.symbols, context.lines.position_of[second] + 2)
    names = proper(line.firsts[against.end()], line.lasts[min(against.end() + 2, len(line.lasts) - 1)] + 1, context) if against and against.end() < len(line.firsts) else frozenset()
    return not names or not names.isdisjoint(proper(home.firsts[0], home.lasts[-1] + 1, context))
