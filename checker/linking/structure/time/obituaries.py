"""The age of somebody who has died, by the birth and the death that the obituary dates, paragraphs apart.

    ... has died in Sinaia. He was 88. ¶ He was born on 17 January 1936 ... ¶ Brâncuș died in his sleep on 6 March 2024

The age is the one told with the death in the opening; the dates are the only birth and the only death of the text that are not
those of a relation.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.time.calendar import born_in, frame, is_point, points_of
from checker.linking.structure.time.date_slips import right_age, slip_in_age
from checker.linking.structure.time.lives import another
from checker.model import Frame

_OPENING = 5  # sentences that may open an obituary
_OLDEST = 115
_REACH = 14  # symbols from a word of dying to its date
_AGED = 4  # symbols in front of an age
_OPENS = 3  # symbols of "He was 88"
_ALONE = 5  # symbols of "He was 88."
_LEADS = 3  # symbols of "was born on"


def obituaries(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "age-at" (born, event, age)."""
    words, lines = near(context), told_lines(context)
    opened = next((n for n, line in enumerate(lines[:_OPENING]) if words.has("obituary-died", line)), None)
    if opened is None:
        return []
    age = next((i for line in lines[opened : opened + 2] if (i := _age(line, line is lines[opened], context, words)) is not None), None)
    born = [b for line in lines if (b := _born(line, context, words)) is not None]
    died = [d for line in lines if (d := _died(line, context, words)) is not None]
    if age is None and len(born) == 1 and len(died) == 1:
        age = _age(context.line(died[0]), True, context, words)
        age = _told_alone(lines, (born[0], died[0]), context, words) if age is None else age
    if age is None or len(born) != 1 or len({context.quantity(i).when for i in died}) != 1:
        return []
    if any(f.family == "age-at" and f.pinned and f.source == "roles" and age in f.claims.get("age", ()) for f in frames):
        return []
    whens = context.quantity(born[0]).when, context.quantity(died[0]).when
    if not whens[1].month and not (right_age(context.quantity(age), *whens) or slip_in_age(context.quantity(age), *whens) > NONE):
        return []  # a mere year may be that of another death
    if another(born[0], context.line(died[0]), context, words):
        return []
    return [replace(frame("age-at", {"born": born[0], "event": died[0], "age": age}, True, context, 3), source="roles")]


def _age(line: Line, dying: bool, context: Context, words: Near) -> int | None:
    """The only age of a sentence that tells of the death, or of the one behind it where it opens with "he was"."""
    found = []
    for at, index in line.placed:
        q = context.quantity(index)
        aged = q.kind == "age" or q.kind == "number" and q.unit is None and not q.noun and q.style == "digits"
        if not aged or q.value is None or not 1 < q.value <= _OLDEST or q.approx:
            continue
        if words.within("obituary-aged", line, at - _AGED, at) and (dying or at <= _OPENS) and not words.within("obituary-kin", line, 0, at):
            found.append(index)
    return found[0] if len(found) == 1 else None


def _told_alone(lines: list[Line], ends: tuple[int, int], context: Context, words: Near) -> int | None:
    """The only age that is a sentence of its own, "She was 81.", where no date of the text makes it right and one slip the death."""
    found = [i for line in lines if len(line.symbols) <= _ALONE and (i := _age(line, False, context, words)) is not None]
    if len(found) != 1:
        return None
    age, born, died = context.quantity(found[0]), *(context.quantity(i).when for i in ends)
    points = (context.quantity(i).when for line in lines for i in points_of(line, context))
    right = any(right_age(age, born, when) for when in points if (when.year, when.month or 0) > (born.year, born.month or 0))
    return found[0] if right_age(age, born, died) or not right and slip_in_age(age, born, died) > NONE else None


def _born(line: Line, context: Context, words: Near) -> int | None:
    """The date behind the only word for being born, where no relation and no other date stands in front."""
    index = born_in(line, context, words)
    if index is None or words.within("obituary-kin", line, 0, context.lines.position_of[index] - _LEADS):
        return None
    return index if points_of(line, context)[0] == index else None


def _died(line: Line, context: Context, words: Near) -> int | None:
    """The day, month or year behind the only word of dying of a sentence."""
    found = list(words.matches("died-word", line))
    if len(found) != 1 or words.within("obituary-kin", line, 0, found[0].start()):
        return None
    for index in line.quantities(found[0].end(), found[0].end() + _REACH):
        if is_point(context.quantity(index)):
            return index
    return None
