"""The end of a set, told sentences or paragraphs from its range: the only range of its unit in a brief text.

    The 40 cores held layers from 3 to 19 centimetres thick ... [paragraphs] ... The thickest of the layers, 19 centimetres, was ash
    Fines ran from 30 to 400 crowns ... The highest fine was 400 crowns
    The rowers are between 16 and 23 ... Ida Falk, the youngest, is 16

The superlative names what the range is of, or stands alone: then it is one of those spoken of.
"""

from __future__ import annotations

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.distant.brief import brief
from checker.linking.structure.distant.mentions import common, of_then, said
from checker.linking.structure.distant.sheet import Sheet
from checker.linking.structure.kindred import kindred
from checker.linking.structure.order.other_sets import other_set
from checker.linking.structure.order.outermost import Told as Set
from checker.linking.structure.order.outermost import inside, of_set, one_unit, ranges_told, value_beside
from checker.linking.structure.order.range_doubts import far_from, no_set, of_means
from checker.model import Frame

_ENDS = (("end-upper", 1), ("end-lower", -1))
_NAME = 4  # symbols behind a superlative in which stands what it is of
_SET_IN, _SAID = 2, 3  # symbols between a comma and a superlative; behind it, of what is said
_NEAR = 8  # symbols in front of a superlative, and behind it


def brief_ends(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "inside-range" and "between-ends"."""
    sheet = brief(context)
    if sheet is None or not sheet.words.standing(*(name for name, _ in _ENDS)):
        return []
    sets = [s for line in sheet.lines for s in ranges_told(line, context, sheet.words) if not no_set(s.values[0], context)]
    known = {i for f in frames if f.family in ("inside-range", "between-ends") for i in f.claims["value"]}
    found = []
    for line in sheet.lines:
        if of_then(line, sheet) or any(sheet.words.within("end-not", line, m.start() - 3, m.end() + 2) for name, _ in _ENDS for m in sheet.words.matches(name, line)):
            continue  # "the highest ever was 2,500, and the lowest 5"
        for name, sign in _ENDS:
            for m in sheet.words.matches(name, line):
                index = value_beside(m.start(), m.end(), line, context)
                index = _of_whom(m.start(), m.end(), line, context) if index is None else index
                own = _own(index, line, sets, sheet) if index is not None and index not in known else None
                if own is not None and _is_its_end(own, index, sign, line, m.start(), m.end(), sheet):
                    found.append(_made(own, index, context))
    return found


def _of_whom(start: int, end: int, line: Line, context: Context) -> int | None:
    """The figure behind "Ida Falk, the youngest, is 16"."""
    comma = context.lexicon.symbols.chars[","]
    if comma not in line.symbols[max(0, start - _SET_IN) : start] or line.symbols[end : end + 1] != comma:
        return None
    found = line.quantities(end + 1, end + 1 + _SAID)
    return found[0] if found and context.quantity(found[0]).value is not None else None


def _made(own: Set, index: int, context: Context) -> Frame:
    frame = inside(own.values, index, context)
    return Frame(frame.family, frame.cue, frame.claims, {}, 0, frame.pinned, 2, None, (), "by name")


def _own(index: int, line: Line, sets: list[Set], sheet: Sheet) -> Set | None:
    """The only range that a value may be of, told in another sentence."""
    q, context = sheet.context.quantity(index), sheet.context
    fits = [s for s in sets if of_set(context.quantity(s.values[-1]), q) and one_unit(context.quantity(s.values[-1]), q)]
    if len(fits) != 1 or fits[0].line is line or index in fits[0].values or fits[0].line.number > line.number:
        return None
    return None if far_from(context.quantity(fits[0].values[-1]), q) else fits[0]


def _is_its_end(own: Set, index: int, sign: int, line: Line, start: int, end: int, sheet: Sheet) -> bool:
    context, words = sheet.context, sheet.words
    aged = context.quantity(own.values[-1]).kind == "age"
    if of_means(own.values[0], sign, context) or not aged and other_set(own.line, own.values, False, line, index, sign, context, words) or not sheet.one_time((own.values[0], index)):
        return False
    if words.within("end-not", line, start - 3, end + 2) or any(words.within(name, line, max(0, start - _NEAR), end + _NEAR) for name in ("range-of-others", "range-wider", "ends-compared")):
        return False
    if words.within("told-unreal", line, 0, end) or words.within("ends-group", line, end, end + 2) or words.ends("ends-in-group", line, start, 3):
        return False
    named, home = _named(line, end, sheet), said(own.line, sheet)
    if _narrowed(line, end, sheet.context.lines.position_of[index], home, sheet):
        return False
    if not named:
        return own.line.number >= line.number - 1 or bool(words.pattern("brief-of-them").match(line.symbols, end)) or words.has("ends-aged", own.line) or aged
    near_by = kindred(home, context)
    return bool(common(named, home)) or not kindred(named, context).isdisjoint(near_by - home | home)


def _narrowed(line: Line, end: int, at: int, home: frozenset[str], sheet: Sheet) -> bool:
    """True of "the longest term in the whole prison is 30 years" behind the terms of some."""
    m = next(sheet.words.matches("distant-narrowing", line, end, at), None)
    return m is not None and bool(said(line, sheet, m.end(), at) - common(said(line, sheet, m.end(), at), home))


def _named(line: Line, end: int, sheet: Sheet) -> frozenset[str]:
    """The stems of what a superlative is said of: "the longest sentence", "the deepest of the shafts"."""
    marks, found = sheet.context.lexicon.symbols.marks, frozenset()
    for p in range(end, min(len(line.symbols), end + _NAME)):
        if line.symbols[p] in marks or line.quantity[p] >= 0:
            break
        found |= content(line.firsts[p], line.lasts[p] + 1, sheet.context)
    return found - sheet.stems("brief-light") - sheet.stems("brief-member")
