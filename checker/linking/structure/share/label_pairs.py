"""Two counts with their shares, of which one fits a whole of the text that must be that of both.

    Of the 234 nets (90%) that were mended once, 196 (48%) were mended again, and 41 (18%) burnt      the whole opens the sentence
    Ninety-two rowers came. Thirty-eight (41%) had a boat, while 45 (59%) had none                     the two shares are all of it
    8,422 boats were classed as old (1,622; 29%) or new (6,800; 81%)                                    the two counts are all of it

Longer lists are for `labels`. Where the odd one fits any other count around, nothing is tied.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.parts import plain_count
from checker.linking.structure.share.labels import GROUPS, Label, counted_around, frame_of, is_of
from checker.linking.structure.share.wholes import as_fraction
from checker.linking.structure.slips import slip_between
from checker.model import SIBLINGS, Frame

_BACK = 2  # lines in front of the two where their whole may stand
_OPENING = 3  # symbols of a sentence in front of the whole of all that follows
_HUNDRED, _OFF = 100, 1  # percent, and by how much two rounded shares may miss it


def label_pairs(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) for the odd one of two entries."""
    return [frame for group in context.shelf.get(GROUPS, ()) for frame in _odd(group, context)]


def _odd(group: list[Label], context: Context) -> Iterator[Frame]:
    around = list(counted_around(group, _BACK, context))
    for whole in around:
        two = [label for label in group if label.value != whole]
        if len(two) != 2 or any(label.line != two[0].line or label.value < whole for label in two):
            continue  # before it is reckoned: of a list of fifty all would be tried with all
        fitting = [label for label in two if is_of(label, whole, context)]
        if len(fitting) != 1:
            continue
        odd = next(label for label in two if label is not fitting[0])
        q = context.quantity(odd.value)
        if odd.whole is not None or q.approx or context.quantity(odd.share).approx:
            continue
        if q.value > context.quantity(whole).value and not slip_between(q, context.quantity(whole).value * as_fraction(context.quantity(odd.share))):
            continue
        if any(is_of(odd, other, context) for other in around) or not (_opens(whole, two, context) or _all_of_it(whole, two, context)):
            continue
        made = frame_of("share", odd, {"part": odd.value, "whole": whole, "share": odd.share}, True)
        yield replace(made, source=f"{SIBLINGS} {made.source}")
        return


def _opens(whole: int, two: list[Label], context: Context) -> bool:
    """True of "Of the 234 nets", "Among 234 nets": a whole for all that its sentence counts."""
    line, at = context.line(whole), context.lines.position_of[whole]
    if line.number != two[0].line or at > _OPENING or not near(context).ends("whole-led", line, at, _OPENING):
        return False
    return not _parted(line, two, context)


def _parted(line: Line, two: list[Label], context: Context) -> bool:
    """Whether a semicolon, or another whole ("41 (18%) of the others", "of the 340 others 41 (18%)"), stands between the two or behind them."""
    words, place = near(context), context.lines.position_of
    last = max(place[label.share] for label in two)
    semicolon = context.lexicon.symbols.chars[";"] in line.symbols[place[two[0].value] : place[two[1].value]]
    counts = [i for i in line.quantities(place[two[0].share], place[two[1].value]) if plain_count(i, context)]
    larger = any(context.quantity(i).value > context.quantity(two[1].value).value for i in counts)
    return semicolon or larger or any(words.within("part-word", line, place[label.share] + 1, place[label.share] + 3) for label in two) or words.within("of-them", line, place[two[0].value], last)


def _all_of_it(whole: int, two: list[Label], context: Context) -> bool:
    """Whether the two counts, or the two shares, are together all of the whole."""
    counts = sum(context.quantity(label.value).value for label in two)
    shares = sum(context.quantity(label.share).value for label in two)
    percent = all(context.quantity(label.share).kind == "percent" for label in two)
    return counts == context.quantity(whole).value or percent and abs(shares - _HUNDRED) <= _OFF
