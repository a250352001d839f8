"""Lists of shares that something shows to be all of a whole, though no member is called the rest.

    came from four sources: hydro (42%), wind (31%), gas (19%) and imports (8%)    as many as are announced
    sales by region: north 32%; south 28%; east 40%                                a breakdown, its members name and share
    family 51%, Holt Capital 34%, staff 15%. Total 100%                            a total, or a note on rounding
    from the west (54%), otherwise from the south (21%) or the east (25%)          what is otherwise excludes the others

They hold, or are proved wrong where one slip of the hand in one member explains it: else the list may be of another kind.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.total.lists_of_shares import any_of, restates
from checker.linking.structure.total.rests import inner, is_part, slips, total_of
from checker.model import Frame

_LEAST, _MOST = 2, 12
_ROUNDED = 1  # percent that rounding may leave
_SHORT = 6  # symbols from one member of a breakdown to the next
_BACK = 4  # sentences in front of a note that may hold the list
_AHEAD = 2  # sentences behind a list that may hold its note


def whole_lists(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "rest-share" (part..., rest: the last member) and, of alternatives, "exclusive" (part...)."""
    known = {(*f.claims["part"], *f.claims["rest"]) for f in frames if f.family == "rest-share"}
    found, words = [], near(context)
    for line in context.lines.figured:
        if sum(context.quantity(i).kind == "percent" for i in line.figures) < 2:
            continue
        own = _members(line, context)
        if len(own) >= _LEAST and (_announced(own, line, words, context) or _broken_down(own, line, words, context) or words.has("list-note", line)):
            found.extend(_frame(own, known, "rest-share", context))
        elif len(own) > 2 and _alternatives(own, line, words, context):
            found.extend(_frame(own, known, "exclusive", context))
        if _notes(line.number + 1, words, context):
            for members in _several(line, context):
                found.extend(_frame(members, known, "rest-share", context))
    return found


def _members(line: Line, context: Context) -> list[int]:
    """The shares of a line that can be members, each said once, none a share of another."""
    found: list[int] = []
    for i in line.figures:
        if is_part(i, context) and not inner(i, line, context):
            found = [*found[:-1], i] if found and restates(found[-1], i, context) else [*found, i]
    return found if len(found) <= _MOST else []


def _several(line: Line, context: Context) -> Iterator[list[int]]:
    """The lists that end with this line and begin up to some sentences before it, in one paragraph."""
    found = _members(line, context)
    yield found
    for number in range(line.number - 1, max(-1, line.number - 1 - _BACK), -1):
        other = context.lines.lines[number]
        if other.block != line.block or len(found) > _MOST:
            return
        earlier = _members(other, context)
        if earlier:
            found = earlier + found
            yield found


def _frame(members: list[int], known: set[tuple[int, ...]], family: str, context: Context) -> Iterator[Frame]:
    """The frame of a list that holds or that one slip explains, of others nothing is known."""
    if tuple(members) in known or len(members) < _LEAST or _overlap(members, context):
        return
    quantities = [context.quantity(i) for i in members]
    off = 100 - total_of(members[:-1], members[-1], context)
    slip = any(slips(q, off, len(members)) for q in quantities)
    if abs(off) > _ROUNDED and (not slip or any(q.approx for q in quantities) or family == "exclusive" and off > 0):
        return
    claims = {"part": tuple(members)} if family == "exclusive" else {"part": tuple(members[:-1]), "rest": tuple(members[-1:])}
    yield Frame(family, (quantities[0].start, quantities[-1].end), claims, {}, 0, frozenset(claims), 2, None, (), "whole list")


def _overlap(members: list[int], context: Context) -> bool:
    """True where words of the list say that one thing may be counted twice."""
    words, first, last = context.extraction.tokens.words, context.line(members[0]), context.line(members[-1])
    return any_of(context.lexicon.pack.words("overlap-word"), words[first.firsts[0] : last.lasts[-1] + 1])


def _announced(members: list[int], line: Line, words: Near, context: Context) -> bool:
    """True of "came from four sources:" and four shares."""
    at = context.lines.position_of[members[0]]
    for i in line.quantities(0, at):
        q, place = context.quantity(i), context.lines.position_of[i]
        if q.kind in ("count", "number") and q.value == len(members) and words.within("list-divider", line, place - 4, place):
            return context.lexicon.symbols.chars[":"] in line.symbols[place:at]
    return False


def _broken_down(members: list[int], line: Line, words: Near, context: Context) -> bool:
    """True of names and shares behind a colon, after words of dividing: "sales by region: north 32%; south 28%"."""
    position, symbols = context.lines.position_of, context.lexicon.symbols
    at = position[members[0]]
    colon = line.symbols.find(symbols.chars[":"], 0, at)
    if colon < 0 or at - colon > _SHORT or len(members) < 3 or not words.within("list-breakdown", line, 0, colon + 1):
        return False
    places = [position[i] for i in members]
    return all(b - a <= _SHORT for a, b in zip(places, places[1:])) and len(line.symbols) - places[-1] <= _SHORT


def _notes(number: int, words: Near, context: Context) -> bool:
    """True where one of the sentences from `number` on says that the shares come to the whole."""
    lines = context.lines.lines
    for other in lines[number : number + _AHEAD]:
        if words.has("list-note", other):
            return True
        if any(context.quantity(i).kind == "percent" and context.quantity(i).value != 100 for i in other.figures):
            return False
    return False


def _alternatives(members: list[int], line: Line, words: Near, context: Context) -> bool:
    """True of "(54%), otherwise (21%) or (25%)": one excludes the others."""
    position = context.lines.position_of
    first, before, last = (position[members[n]] for n in (0, -2, -1))
    if words.within("list-otherwise", line, first, last):
        return True
    return not words.within("list-holding", line, 0, first) and words.within("list-or", line, before, last) and not words.within("list-and", line, first, last)
