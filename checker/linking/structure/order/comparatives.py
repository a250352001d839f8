"""Comparatives, and the two values that bear them out.

    More people left the islands (1,918) than moved there (1,640)          a value on either side of "than"
    survived longer, with a median of 19.4 months, against 16.1 for ...    two values set against each other
    The old bridge is 212 m long. It is shorter than the new one, which measures 388   the subject in the sentence before
    The Corvane is 214 km long. It is surpassed only by the Moss, which measures 263   a verb of order
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, proper
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.ranking import comparison
from checker.linking.structure.order.standings import apart, is_value, kin, more_is_better
from checker.linking.structure.parts import taken_off
from checker.linking.structure.tabular import prose_lines
from checker.model import TIMES, Frame

_THAN = 16  # symbols from a comparative to "than", and from there to the value
_AFTER = 18  # symbols from a comparative to the two values
_JOINED = 12  # symbols between those
_SHORT = 9  # symbols of a sentence that only tells a direction
_NAMED = 12  # symbols from a verb of order to the value of what it names
_SIGNS = (("comparative-more", 1), ("comparative-less", -1))


def comparatives(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "comparison" (level, bound)."""
    words, found, before = near(context), [], None
    cued, ordered = words.standing(*dict(_SIGNS)), words.standing("order-over", "order-under")
    for line in prose_lines(context):
        if len(line.figures) > 0 and not line.crowded:
            for name, sign in _SIGNS if line.number in cued else ():
                for m in words.matches(name, line):
                    left_open = words.within("comparative-open", line, m.start() - 1, m.start())  # "a year or longer"
                    if not left_open and not taken_off(m.start(), m.end(), line, context) and not words.within("comparative-not", line, m.start() - 3, m.start()):
                        found.extend(_than(m.end(), sign, line, context, words))
                        found.extend(_against(m.end(), sign, line, context, words))
            if line.number in ordered:
                found.extend(_subject(line, before if before is not None and before.block == line.block else None, context, words))
            if before is not None and before.block == line.block and not before.figures and len(before.symbols) <= _SHORT:
                found.extend(_told_before(before, line, context, words))
        before = line
    return found


def _measures(start: int, end: int, line: Line, context: Context) -> list[int]:
    return [i for i in line.quantities(max(0, start), end) if context.quantity(i).is_measure]


def _good(a: int, b: int, line: Line, context: Context, words: Near) -> bool:
    return is_value(a, context) and is_value(b, context) and kin(context.quantity(a), context.quantity(b)) and context.quantity(a).value != context.quantity(b).value and not apart(a, context.line(a), context, words) and not apart(b, line, context, words)


# ---------------------------------------------------------------- than


def _than(start: int, sign: int, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """ "More people drowned in the rivers, 117, than in the lakes, which claimed 96": one value in commas or brackets on either side."""
    than = words.pattern("than-word").search(line.symbols, start + 1, start + _THAN)
    if than is None:
        return
    left, right = _measures(start, than.start(), line, context), _measures(than.end(), than.end() + _THAN, line, context)
    if len(left) != 1 or not right or _of_speed(start, left[0], line, context, words) or words.within("comparative-cut", line, start, than.end() + 3):
        return
    at, end = context.lines.position_of[left[0]], context.lines.position_of[right[0]]
    closing = {context.lexicon.symbols.chars[c] for c in ",)–"}
    opened = at and words.pattern("comparative-lead").match(line.symbols, at - 1)
    told = words.pattern("comparative-lead").match(line.symbols, end - 1)
    cut = context.lexicon.symbols.chars[";"] in line.symbols[start:end]
    if opened and told and not cut and line.symbols[than.start() - 1] in closing and end > than.end() and _good(left[0], right[0], line, context, words):
        yield comparison(left[0], right[0], sign)


def _of_speed(end: int, index: int, line: Line, context: Context, words: Near) -> bool:
    """True of "faster" in front of anything but a length of time: "a faster fall (32% compared with 19%)"."""
    return words.pattern("comparative-duration").match(line.symbols, end - 1) is not None and context.quantity(index).kind != "duration"


# ---------------------------------------------------------------- against


def _against(start: int, sign: int, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """Two values behind a comparative, the second right behind "against": no other measure in front of them."""
    figures = [i for i in line.quantities(start) if context.quantity(i).is_measure]
    if len(figures) < 2 or context.lines.position_of[figures[0]] > start + _AFTER:
        return
    at = context.lines.position_of[figures[0]]
    if words.within("standing-most", line, start, at) or words.within("standing-least", line, start, at):
        return  # "which has fewer pupils, the most for each: 14, compared with 13"
    if words.within("comparative-cut", line, start, at) or context.lexicon.symbols.chars[";"] in line.symbols[start:at]:
        return
    than = words.pattern("than-word").match(line.symbols, start)
    if than and not _earlier(than.end(), line, context, words):
        return
    if not than and words.within("than-word", line, start, at):
        return
    if _of_speed(start, figures[0], line, context, words):
        return
    yield from _set_against(figures[0], figures[1], sign, line, context, words)


def _earlier(at: int, line: Line, context: Context, words: Near) -> bool:
    """True of "last year", "at the same time": the values are those of then and now."""
    period = at < len(line.quantity) and line.quantity[at] >= 0 and context.quantity(line.quantity[at]).kind in TIMES
    return period or words.pattern("than-earlier").match(line.symbols, at) is not None


def _set_against(a: int, b: int, sign: int, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    at, end = context.lines.position_of[a], context.lines.position_of[b]
    joined = any(m.end() == end or m.end() == end - 1 and words.pattern("definite").match(line.symbols, m.end()) for m in words.matches("set-beside", line, at + 1, end))
    if end - at <= _JOINED and joined and _good(a, b, line, context, words):
        yield comparison(a, b, sign)


def _told_before(before: Line, line: Line, context: Context, words: Near) -> Iterator[Frame]:
    """ "Picking errors have come down. We logged 37 in the week, against 52 in week 41": the first two figures of the next sentence."""
    told = ((name, sign, m) for name, sign in (("comparative-up", 1), ("comparative-down", -1)) for m in words.matches(name, before))
    signs = {sign for _, sign, m in told if not _in_a_name(m.start(), before, context)}
    figures = [i for i in line.figures if context.quantity(i).is_measure]
    if len(signs) == 1 and len(figures) >= 2 and not words.has("comparative-not", before) and not words.within("comparative-cut", line, 0, context.lines.position_of[figures[0]]):
        yield from _set_against(figures[0], figures[1], signs.pop(), line, context, words)


def _in_a_name(place: int, line: Line, context: Context) -> bool:
    """True of "the Lower Reach": a capital letter inside a sentence."""
    first = line.firsts[place]
    return place > 0 and bool(proper(first, first + 1, context))


# ---------------------------------------------------------------- the subject and what it is compared with


def _subject(line: Line, before: Line | None, context: Context, words: Near) -> Iterator[Frame]:
    """The value in front of a comparative or a verb of order, in its clause or (of "it") in the sentence before."""
    for name, sign in (("order-over", 1), ("order-under", -1)):
        for m in words.matches(name, line):
            than = _compared(m.end(), line, words)
            if than is None or words.within("comparative-not", line, m.start() - 3, m.start()):
                continue
            right = _measures(than, than + _NAMED, line, context)
            if not right or context.lexicon.symbols.chars[";"] in line.symbols[m.start() : context.lines.position_of[right[0]]]:
                continue
            end = context.lines.position_of[right[0]]
            if end == than or not words.within("order-told", line, than + 1, end):
                continue  # "longer than 8 km"; "longer than the bridge 8 km away"
            left = _measures(0, m.start(), line, context)
            if not left and before is not None and _takes_up(line, before, than, end, words):
                left = [i for i in _measures(0, len(before.symbols), before, context) if is_value(i, context) and kin(context.quantity(i), context.quantity(right[0]))]
                left = left if len(left) == 1 else []
            if left and context.lines.line_of[left[-1]] == line.number and context.lines.position_of[left[-1]] == m.start() - 1:
                continue  # "50 more than"
            near_by = left[-1:] if left and (context.lines.line_of[left[-1]] != line.number or m.start() - context.lines.position_of[left[-1]] <= _THAN) else []
            raced = words.pattern("order-contest").match(line.symbols, m.start())
            if near_by and raced and not _more_wins(near_by[0], right[0], context, words):
                continue  # who finishes ahead may have needed less
            if near_by and not words.within("comparative-cut", line, m.start(), end) and _good(near_by[0], right[0], line, context, words):
                yield comparison(near_by[0], right[0], sign)


def _takes_up(line: Line, before: Line, than: int, end: int, words: Near) -> bool:
    """True of "It is shorter than the new one", and of "The month was thus cooler than the norm, which is 14": a head that fits
    any measure needs a mark to be held against, a time a value that is of all of it."""
    if words.pattern("order-pronoun").match(line.symbols):
        return True
    again = words.pattern("order-again").match(line.symbols) or words.pattern("order-again-time").match(line.symbols) and words.has("order-whole", before)
    return bool(again) and words.within("order-mark", line, than, end) and not words.has("order-end", before)


def _compared(at: int, line: Line, words: Near) -> int | None:
    """The position behind "than", where a comparative needs it; right behind a verb."""
    if at and words.pattern("order-verb-end").match(line.symbols, at - 1):
        return None if words.pattern("by-word").match(line.symbols, at) else at  # "surpassed only by" is the other way round
    than = words.pattern("than-word").match(line.symbols, at)
    return than.end() if than else None


def _more_wins(a: int, b: int, context: Context, words: Near) -> bool:
    """Whether who has more of what is measured is ahead: a bare whole number has the unit of the other, as in "14 points" and "who have 9"."""
    told = [more_is_better(i, context.line(i), context, words) for i in (a, b)]
    bare = [context.quantity(i).kind == "number" and context.quantity(i).place == context.quantity(i).scale == 1 for i in (a, b)]
    return all(told) or told[0] and bare[1] or told[1] and bare[0]
