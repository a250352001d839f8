"""The last step of a run of rises or falls, told in one sentence, and its two values in the next one.

    Business confidence improved for a fourth month running. The index came in at 91.3 in June, against 88.2 in May
    Exports shrank for the third quarter in a row. They were worth 6.1 billion, after 6.8 billion in the previous quarter

A run says that the last value is on one side of the one before. The next sentence holds two values of one sort and no third one, the older
behind "after"; it takes up what has moved and names nothing else. A year ago is no step of a run of months.
"""

from __future__ import annotations

from checker.linking.context import Context, content, names_between, stem, telling
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.sole_pairs import alike
from checker.linking.structure.distant.levels import light
from checker.linking.structure.distant.sheet import of_a_study
from checker.linking.structure.distant.ways import Way, ways_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.order.standings import is_value
from checker.linking.structure.tabular import told_lines
from checker.model import TIMES, Frame

_AFTER = 5  # symbols from "after" to the older value
_APART = 9  # symbols from the newer value to "after"
_BEHIND = 7  # symbols behind the older value that say when it was
_MOST = 3  # times the other: more is another sort of figure


def told_runs(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "direction" (new, base)."""
    words = near(context)
    cued = words.standing("run-running")
    if not cued or of_a_study(context):
        return []
    reader, found = reader_of(context), []
    tied = {frozenset((*f.claims["new"], *f.claims["base"])) for f in frames if f.pinned and {"new", "base"} <= f.claims.keys()}
    lines = told_lines(context)
    for front, line in zip(lines, lines[1:]):
        if front.number not in cued or front.block != line.block or any(words.has("pace-not", x) for x in (front, line)):
            continue
        way, pair = _way(front, reader, words), _two(line, front, reader, words)
        if way is None or pair is None or frozenset(pair) in tied or not _takes_up(line, front, way, pair[0], reader, words):
            continue
        claims = {"new": pair[:1], "base": pair[1:]}
        found.append(Frame("direction", offsets(front, way.start, way.end, context.extraction), claims, {}, way.sign, frozenset(claims), 2, None, (), "roles"))
    return found


def _way(front: Line, reader: Reader, words: Near) -> Way | None:
    """The one word of moving of a sentence without values, with a run behind it."""
    context = reader.context
    ways = list(ways_of(front, reader, words))
    if len(ways) != 1 or any(context.quantity(i).is_measure and context.quantity(i).kind != "duration" for i in front.figures):
        return None
    return ways[0] if words.within("run-running", front, ways[0].end, len(front.symbols)) and not words.has("run-but", front) else None


def _two(line: Line, front: Line, reader: Reader, words: Near) -> tuple[int, int] | None:
    """The only values of a sentence, the second an older one: "91.3 in June, against 88.2 in May"."""
    context = reader.context
    told = [i for i in line.figures if context.quantity(i).is_measure]
    if len(told) < 2 or not alike(told[0], told[1], context) or any(alike(told[0], i, context) for i in told[2:]):
        return None
    new, base = context.quantity(told[0]), context.quantity(told[1])
    at, end = context.lines.position_of[told[0]], context.lines.position_of[told[1]]
    led = words.place("pace-after", line, max(at + 1, end - _AFTER), end)
    if led < 0 or led - at > _APART or not all(is_value(i, context) for i in told[:2]) or new.value == base.value or max(new.value, base.value) > _MOST * min(new.value, base.value):
        return None
    return (told[0], told[1]) if _step_before(led, end, line, front, context, words) else None


def _step_before(led: int, at: int, line: Line, front: Line, context: Context, words: Near) -> bool:
    """Whether an older value is told of the time before: not of a year ago in a run of months, nor of another place or none."""
    times = [q for q in line.quantity[at + 1 : at + 1 + _BEHIND] if q >= 0 and context.quantity(q).kind in TIMES]
    yearly = any("year" in (w.label or "") for q in times if (w := context.quantity(q).when) is not None)
    then = yearly or words.within("pace-then", line, led, at + 1 + _BEHIND)
    if then and not words.has("run-years", front) or words.within("run-other", line, led, at + 1 + _BEHIND):
        return False
    named = context.lines.position_of[times[0]] if times else at + 1 + _BEHIND
    return bool(times or words.within("run-before", line, led, at + 1 + _BEHIND)) and not names_between(line, at + 1, named, context)


def _takes_up(line: Line, front: Line, way: Way, first: int, reader: Reader, words: Near) -> bool:
    """Whether a sentence goes on about what has moved: it names that, or opens with "it", "the index", and nothing else of its own."""
    context = reader.context
    at = context.lines.position_of[first]
    known = telling(content(front.firsts[0], front.lasts[way.start - 1] + 1, context), context) if way.start else frozenset()
    free = [p for p in range(at) if line.quantity[p] < 0]
    counted = {stem(w, context) for w in context.quantity(first).noun}
    opened = words.pattern("run-subject").match(line.symbols) is not None
    said = frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, context) for p in free)) | (frozenset() if opened else counted)
    said = telling(said, context) - light(context.lexicon)
    plain = frozenset(stem(w, context) for w in context.lexicon.pack.words("run-plain"))
    return (opened or bool(said & known)) and not said - known - plain
