"""Ages and anniversaries told sentences away from the date that they count from.

    Born in 1929, the son of a miller, ... He was 92 when he died last month, in March 2022
    the choir gathered for its first rehearsal in October 1974 ... our fiftieth anniversary ... that 2024 will be

The only birth of a paragraph, or of the document, goes with the ages in it that stand beside one date; the only founding with
the anniversaries. A miss counts where one slip of the hand explains it: people have wives, and clubs branches.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE
from checker.linking.structure.time.calendar import born_in, frame, has_birthdays, is_age, leap_day, points_of
from checker.linking.structure.time.date_slips import apart_by, right_age, slip_in_age, slip_in_years
from checker.model import Frame

_SAID, _BY = 4, 10  # symbols from an ordinal to the word for what returns; from a date back to what happened then
_AROUND = 8  # sentences from a founding to a jubilee that contradicts it
_OF = 4  # symbols from "anniversary" to the year of what it is of
_AHEAD = 2  # sentences behind an anniversary in which its year may stand
_FIRST, _TOLD = 2, 10  # a first anniversary has no slips; of small ones each is a slip from every other


def lives(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "age-at" (born, event, age) across sentences."""
    words, lines = near(context), context.lines.lines
    born = [(line, b) for line in lines if (b := born_in(line, context, words)) is not None]
    found = []
    for line in lines if born else ():
        ages = [i for i in line.figures if is_age(i, line, context, words)]
        home = [b for other, b in born if other.block == line.block and other.number <= line.number] or [b for _, b in born]
        if len(ages) != 1 or len(home) != 1 or context.line(home[0]) is line:
            continue
        events = points_of(line, context)
        if len(events) != 1:
            continue
        whens = context.quantity(home[0]).when, context.quantity(events[0]).when
        age = context.quantity(ages[0])
        right, told = right_age(age, *whens), words.has("died-word", line) and not another(home[0], line, context, words)
        if right or told and slip_in_age(age, *whens) > NONE:
            made = frame("age-at", {"born": home[0], "event": events[0], "age": ages[0]}, True, context)
            found.append(replace(made, fitted=not told))
    return found


def another(born: int, line: Line, context: Context, words: Near) -> bool:
    """True where somebody else died than was born: "Lim was born in 1908 ... Ho died in 2003", not "Ana Lim was born ... Ana died"."""
    a, b = _named(line, "died-word", context, words), _named(context.line(born), "born-word", context, words)
    return bool(a and b) and a[-1] != b[-1] and not (set(a) <= set(b) or set(b) <= set(a))


def _named(line: Line, name: str, context: Context, words: Near) -> list[str]:
    """The name in front of the word of a class, and of its auxiliary: "ana", "lim" of "Ana Lim was born"; none of "she was born"."""
    m = next(iter(words.matches(name, line)), None)
    at = m.start() - 1 if m else -1
    at -= at > 0 and context.lexicon.pattern("be-verb").match(line.symbols, at) is not None
    tokens, text, found = context.extraction.tokens, context.extraction.document.text, []
    while at >= 0 and line.quantity[at] < 0:
        first = line.firsts[at]
        if not text[tokens.starts[first]].isupper() or tokens.words[first] in context.function:
            break
        found.append(tokens.words[first])
        at -= 1
    return found[::-1]


def jubilees(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "anniversary" (start, end, position) across sentences."""
    words, lines = near(context), context.lines.lines
    found = []
    for line in lines:
        for index in line.figures:
            q, at = context.quantity(index), context.lines.position_of[index]
            if q.kind == "ordinal" and q.value and q.value >= _FIRST and words.within("jubilee-word", line, at + 1, at + _SAID) and not words.has("anniversary-off", line):
                made = _jubilee(index, line, context, words)
                found.extend([made] if made else [])
    return found


def _jubilee(index: int, line: Line, context: Context, words: Near) -> Frame | None:
    q, lines, place = context.quantity(index), context.lines.lines, context.lines.position_of
    if leap_day(line, context):
        return None
    known = foundings(context, words)
    if words.within("birthday-word", line, place[index] + 1, place[index] + _SAID):
        known = [i for i in known if has_birthdays(i, context, words)]
    starts = [i for i in known if context.lines.line_of[i] <= line.number]
    told = points_of(line, context)
    behind = place[index] + 2
    if any(behind < place[i] <= behind + _OF and words.within("of-alone", line, behind, place[i]) for i in told):
        return None  # "the tenth anniversary of the 2009 floods": it counts from what happened then
    ends = [i for i in told if i not in starts]
    for other in lines[line.number + 1 : line.number + 1 + _AHEAD]:
        ends = ends or [i for i in points_of(other, context) if other.block == line.block]
    fitting = [(a, b) for a in starts for b in ends if apart_by(q, context.quantity(a).when, context.quantity(b).when)]
    oldest = min(starts, key=lambda i: (context.quantity(i).when.year, i), default=None)
    pair = fitting[0] if fitting else (oldest, ends[0]) if starts and len(ends) == 1 else None
    if pair is None or (context.quantity(pair[0]).when.month, context.quantity(pair[0]).when.day) == (2, 29):
        return None
    told = pair[0] == oldest and len(ends) == 1 and 0 <= line.number - context.lines.line_of[pair[0]] <= _AROUND and q.value >= _TOLD
    sure = bool(fitting) or told and slip_in_years(q, *(context.quantity(i).when for i in pair)) > NONE
    made = frame("anniversary", {"start": pair[0], "end": pair[1], "position": index}, sure, context)
    return replace(made, fitted=not told) if sure else None


def foundings(context: Context, words: Near) -> list[int]:
    """The dates of the document at which something was founded."""
    if "foundings" not in context.shelf:
        context.shelf["foundings"] = [i for line in context.lines.figured for i in points_of(line, context) if _founding(i, context, words)]
    return context.shelf["foundings"]


def _founding(index: int, context: Context, words: Near) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    first = any(context.quantity(i).kind == "ordinal" and context.quantity(i).value == 1 for i in line.quantities(max(0, at - _BY), at))
    return first or words.within("founded-word", line, at - _BY, at) or words.within("founded-word", line, at + 1, at + _SAID)
