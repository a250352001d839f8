"""Suggestions for dates and times of day: another weekday, day, year or hour that would mend a finding.

What is proposed is the piece that would change: "Thursday", "12", "1994", "11.55pm". A piece is telling where two of its
digits have only changed places; else a weekday leads, then what differs by one digit, then what the other figures give.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from checker.interval import EVERYTHING
from checker.judging.equation import bindings_of, satisfiable, value_of
from checker.judging.explain import Voice
from checker.judging.operands import Operand, replaced
from checker.judging.verdict import Finding
from checker.judging.writing import weekday_word
from checker.model import Suggestion, When

SWAPPED, NAMED, DIGIT, RENAMED, COMPUTED, LAST = range(6)  # how a piece differs from the one that stands there, the telling first
_DAYS = range(1, 32)
_DAY_MINUTES = 24 * 60
_HALF_DAY = 12 * 60
_CENTURY = 100
_NUMBER = re.compile(r"\d+")
_Ranked = tuple[tuple, Suggestion]


def date_suggestions(found: Finding, voice: Voice) -> tuple[tuple[int, Suggestion], ...]:
    """Edits of single dates or times that make the relation hold, with how each differs, the likeliest first."""
    edits: list[_Ranked] = []
    for order, (role, members) in enumerate(found.operands.items()):
        for i, o in enumerate(members):
            if o.quantity is None or o.interval is not None:
                continue
            if o.quantity.when is not None:
                edits += _of_date(found, role, i, o, order, voice)
            elif o.quantity.clock is not None:
                edits += _of_clock(found, role, i, o, order, voice)
    unique: dict[tuple, tuple[int, Suggestion]] = {}
    for key, suggestion in sorted(edits, key=lambda e: e[0]):
        unique.setdefault((suggestion.start, suggestion.text), (key[0], suggestion))
    return tuple(unique.values())


def _of_date(found: Finding, role: str, i: int, o: Operand, order: int, voice: Voice) -> Iterator[_Ranked]:
    when = o.quantity.when
    pieces = [(m.start(), m.group()) for m in _NUMBER.finditer(voice.text, o.start, o.end)]
    yield from _weekdays(found, role, i, o, order, voice)
    for field, width, values in (("day", 2, lambda _: map(str, _DAYS)), ("year", 4, lambda s: _years(s, found)), ("end_year", 4, lambda s: _years(s, found))):
        stated = getattr(when, field)
        places = [p for p in pieces if stated is not None and int(p[1]) == stated and len(p[1]) <= width and (width == 2 or len(p[1]) == 4)]
        if not places or field == "year" and when.anchored:
            continue
        start, text = places[-1 if field != "year" else 0]
        for written in values(text):
            if int(written) == stated or not _holds(found, role, i, o, replace(when, **{field: int(written)})):
                continue
            apart = abs(int(written) - stated)
            if apart > _CENTURY:
                continue
            sort = _sort(text.lstrip("0"), written)
            if when.weekday is not None:  # any of seven fits: the nearest first, and the day before the year
                sort = sort if field == "day" else LAST
            key = (sort, *((apart, -order) if when.weekday is not None else (order, apart)), written)
            yield key, Suggestion(role, written.rjust(len(text), "0") if text[0] == "0" else written, start, start + len(text))


def _sort(stated: str, other: str) -> int:
    """How a numeral differs from another.

    >>> _sort("21", "12") == SWAPPED, _sort("21", "26") == DIGIT, _sort("21", "2") == DIGIT, _sort("21", "19") == COMPUTED
    (True, True, True, True)
    """
    apart = [n for n, (a, b) in enumerate(zip(stated, other)) if a != b]
    if len(stated) == len(other):
        swapped = len(apart) == 2 and sorted(stated) == sorted(other) and apart[1] == apart[0] + 1
        return SWAPPED if swapped else DIGIT if len(apart) == 1 and len(stated) > 1 else COMPUTED
    long, short = sorted((stated, other), key=len, reverse=True)
    return DIGIT if any(long[:n] + long[n + 1 :] == short for n in range(len(long))) else COMPUTED


def _years(stated: str, found: Finding) -> Iterator[str]:
    """Years that differ in one digit or by two neighbours changed places, and those that the length of the span gives."""
    for n in range(len(stated) - 1):
        yield stated[:n] + stated[n + 1] + stated[n] + stated[n + 2 :]
    for n in range(1, len(stated)):
        yield from (stated[:n] + digit + stated[n + 1 :] for digit in "0123456789" if digit != stated[n])
    operands = [o for members in found.operands.values() for o in members if o.quantity is not None]
    lengths = {round(abs(o.nominal)) for o in operands if o.nominal is not None and abs(o.nominal) < 1000}
    points = {y for o in operands if o.quantity.when is not None for y in (o.quantity.when.year, o.quantity.when.end_year) if y}
    yield from (str(y + sign * n + d) for y in sorted(points) for n in sorted(lengths) for sign in (-1, 1) for d in (0, -1, 1) if y + sign * n + d > 999)


def _holds(found: Finding, role: str, i: int, o: Operand, when: When) -> bool:
    made = replace(o, quantity=replace(o.quantity, when=when))
    operands = replaced(found.operands, role, i, made)
    return all(EVERYTHING != value_of(side, bindings_of(found.rule, operands)) for side in (found.rule.left, found.rule.right)) and satisfiable(found.rule, operands)


def _weekdays(found: Finding, role: str, i: int, o: Operand, order: int, voice: Voice) -> Iterator[_Ranked]:
    """The weekday that fits, in the place of the one that is written: the word, and the date as it would read."""
    place = _weekday_in(voice, o) if o.quantity.when.weekday is not None else None
    if place is None:
        return
    fits = [n for n in range(7) if n != o.quantity.when.weekday and _holds(found, role, i, o, replace(o.quantity.when, weekday=n))]
    if len(fits) == 1:
        word = weekday_word(fits[0], voice.words)
        if word is not None:
            whole = voice.text[o.start : place[0]] + word + voice.text[place[1] : o.end]
            alone = len(found.operands) == 1  # of two dates one has the wrong day rather than the wrong weekday
            yield (NAMED if alone else RENAMED, 0, order, word), Suggestion(role, word, *place)
            yield (NAMED if alone else LAST, 1, order, whole), Suggestion(role, whole, o.start, o.end)


def _weekday_in(voice: Voice, o: Operand) -> tuple[int, int] | None:
    """Where the weekday stands in the text of a date."""
    low = voice.text[o.start : o.end].lower()
    for forms in voice.words.weekdays:
        for form in forms:
            at = low.find(form)
            if at >= 0 and not low[at + len(form) : at + len(form) + 1].isalpha() and not low[at - 1 : at].isalpha():
                return o.start + at, o.start + at + len(form)
    return None


# ---------------------------------------------------------------- times of day


def _of_clock(found: Finding, role: str, i: int, o: Operand, order: int, voice: Voice) -> Iterator[_Ranked]:
    """The time that the other one and the length give, written like the one that stands there."""
    operands = [other for members in found.operands.values() for other in members if other.quantity is not None]
    lengths = [round(other.nominal) for other in operands if other.nominal is not None]
    others = [other.quantity.clock for other in operands if other.quantity.clock is not None and other is not o]
    for length in lengths:
        for other in others:
            for minutes in ((other + length) % _DAY_MINUTES, (other - length) % _DAY_MINUTES):
                made = replace(o, quantity=replace(o.quantity, clock=minutes))
                text = _written(minutes, o, voice)
                if text is not None and satisfiable(found.rule, replaced(found.operands, role, i, made)):
                    yield (COMPUTED, order, 0, text), Suggestion(role, text, o.start, o.end)


def _written(minutes: int, o: Operand, voice: Voice) -> str | None:
    """A time of day in the manner of another; None of one in words."""
    stated = voice.text[o.start : o.end]
    pieces = _NUMBER.findall(stated)
    head = pieces[0] if pieces else ""
    packed = len(pieces) == 1 and len(head) == 4
    hour = int(head[:2] if packed else head or 0)
    halved = not packed and any(c.isalpha() for c in stated) and hour <= 12 and _NUMBER.match(stated) is not None
    if not pieces or len(pieces) > 2:
        return None
    tail = stated[len(head) :] if len(pieces) == 1 else stated[stated.rindex(pieces[1]) + len(pieces[1]) :]
    if halved and (o.quantity.clock >= _HALF_DAY) != (minutes >= _HALF_DAY):
        tail = _other_half(tail, voice)
        if tail is None:
            return None
    h, m = divmod(minutes, 60)
    if packed:
        return f"{h:02}{m:02}{tail}"
    mark = stated[len(head) : stated.rindex(pieces[1])] if len(pieces) == 2 else voice.words.clock_mark
    shown = str((h - 1) % 12 + 1 if halved else h).rjust(2 if head[0] == "0" else 1, "0")
    return shown + (f"{mark}{m:02}" if m or len(pieces) == 2 else "") + tail


def _other_half(tail: str, voice: Voice) -> str | None:
    """ "pm" for "am", with the dots and the space that stand there."""
    letters = re.sub(r"[^a-z]", "", tail.lower())
    for one, other in (voice.words.halves, voice.words.halves[::-1]):
        if letters and letters in one and one.index(letters) < len(other):
            swapped = iter(other[one.index(letters)])
            return "".join(next(swapped, c) if c.isalpha() else c for c in tail)
    return None
