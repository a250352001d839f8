"""The age at which somebody died, by the dates of birth and death in brackets behind the name.

    Clara Weiss (2 June 1868 – 19 October 1941) was a botanist. ... Weiss was 73 when she died
    Otto Berg (Ghent, 4 May 1911 – Lille, 7 April 1990) built organs ... He died, aged 78, in his workshop

The name with its dates opens a sentence; the age is the only one that the text, up to the next such name, tells with a death of
theirs: of "he" or "she", or of a word of the name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.tabular import told_lines
from checker.linking.structure.time.calendar import frame, is_age, is_point, points_of
from checker.model import Frame

_NAME = 12  # tokens of a name that opens a sentence
_SMALL = 3  # letters of the particles of a name: "von", "de la"
_LED, _BETWEEN = 6, 6  # tokens in the bracket in front of the birth, and between the dates
_AHEAD = 60  # sentences of one life
_OLDEST = 115
_BEHIND = 5  # symbols from an age to the word for a death
_REACH = 14  # symbols from that word to an age


@dataclass(frozen=True, slots=True)
class _Life:
    born: int
    died: int
    name: frozenset[str]
    number: int


def life_dates(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "age-at" (born, event, age)."""
    words, found = near(context), []
    dying = [line for line in told_lines(context) if words.has("died-word", line)] if words.standing("died-word") else []
    known = list(_lives(context, words)) if dying else []
    numbers = [line.number for line in dying]
    taken = {i for f in frames if f.family == "age-at" and f.pinned for i in f.claims.get("age", ())}
    for life, following in zip(known, (*known[1:], None)):
        end = min(life.number + _AHEAD, following.number if following is not None else life.number + _AHEAD)
        ages = [age for line in dying[bisect_left(numbers, life.number) : bisect_left(numbers, end)] for age in _ages(life, line, context, words)]
        if len(ages) == 1 and ages[0] not in taken:
            found.append(replace(frame("age-at", {"born": life.born, "event": life.died, "age": ages[0]}, True, context, 3), source="roles"))
    return found


def _lives(context: Context, words: Near) -> Iterator[_Life]:
    """Names that open a sentence, with two dates of one life in brackets."""
    for line in context.lines.figured:
        points = [i for i in line.figures if is_point(context.quantity(i))][:2]
        if len(points) < 2 or not _bracketed(*points, line, context):
            continue
        born, died = (context.quantity(i).when for i in points)
        name = _opening_name(context.quantity(points[0]).first, line, context)
        if name and 0 < died.year - born.year <= _OLDEST and born.month and died.month:
            yield _Life(points[0], points[1], name, line.number)


def _bracketed(born: int, died: int, line: Line, context: Context) -> bool:
    """Whether two dates stand in one bracket, and nothing else but a few words."""
    tokens, b, d = context.extraction.tokens.words, context.quantity(born), context.quantity(died)
    opened = next((k for k in range(b.first - 1, max(line.firsts[0], b.first - _LED) - 1, -1) if tokens[k] == "("), -1)
    closed = d.last + 1 < len(tokens) and tokens[d.last + 1] == ")"
    if not closed or opened <= 0 or died != born + 1:
        return False
    inside = tokens[opened + 1 : b.first], tokens[b.last + 1 : d.first]
    return len(inside[1]) <= _BETWEEN and not any(mark in part for part in inside for mark in ("(", ")"))


def _opening_name(date: int, line: Line, context: Context) -> frozenset[str]:
    """The words of the name in front of a bracket, where nothing else opens the sentence."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    end = next(k for k in range(date - 1, -1, -1) if tokens.words[k] == "(")
    if not 0 < end - line.firsts[0] <= _NAME:
        return frozenset()
    spelled = [(tokens.words[k], text[tokens.starts[k]].isupper()) for k in range(line.firsts[0], end) if tokens.words[k].isalpha()]
    named = all(upper or len(word) <= _SMALL for word, upper in spelled) and bool(spelled) and spelled[-1][1]
    return frozenset(word for word, upper in spelled if upper and len(word) > 1 and word not in context.function) if named else frozenset()


def _ages(life: _Life, line: Line, context: Context, words: Near) -> Iterator[int]:
    """The ages that a sentence tells with their death."""
    when = context.quantity(life.died).when
    if any(i not in (life.born, life.died) and context.quantity(i).when.year != when.year for i in points_of(line, context)):
        return
    died = [m.start() for m in words.matches("died-word", line) if _own(life, m.start(), line, context)]
    for index in line.figures if died else ():
        at = context.lines.position_of[index]
        if words.within("obituary-kin", line, 0, max(at, *died)) or not _of_death(index, at, died, line, context, words):
            continue
        if _nobody_else(life, line.firsts[min(at, *died)], line, context):
            yield index


def _of_death(index: int, at: int, died: list[int], line: Line, context: Context, words: Near) -> bool:
    """Whether a figure is the age at one of the deaths: "was 81 when she died", "81 at her death", "died in Rome, aged 81"."""
    q = context.quantity(index)
    bare = q.kind == "number" and q.value is not None and 1 < q.value <= _OLDEST and not q.approx
    was = bare and words.within("was-word", line, at - 2, at)
    if any(at < d <= at + _BEHIND for d in died):
        return (was or is_age(index, line, context, words)) and words.within("life-when", line, at + 1, at + 3)
    told = is_age(index, line, context, words)
    return told and any(d < at <= d + _REACH and not words.within("life-parts", line, d, at) for d in died)


def _own(life: _Life, at: int, line: Line, context: Context) -> bool:
    """Whether a word of dying at a position has them in front of it: "she died", "Weiss had died", "her death"."""
    tokens, pack = context.extraction.tokens.words, context.lexicon.pack.words
    k = line.firsts[at] - 1
    k -= tokens[k] in pack("life-had")
    return k >= line.firsts[0] and (tokens[k] in life.name or tokens[k] in pack("life-own"))


def _nobody_else(life: _Life, end: int, line: Line, context: Context) -> bool:
    """Whether the sentence up to a token names nobody else."""
    tokens, text = context.extraction.tokens, context.extraction.document.text
    start = max(line.firsts[0], context.quantity(life.died).last + 2) if line.number == life.number else line.firsts[0]
    return not any(text[tokens.starts[k]].isupper() and tokens.words[k] not in life.name and k > line.firsts[0] for k in range(start, end))
