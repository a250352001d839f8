"""Numbered points, "First, ... Second, ... The sixth and last ...", and the count that announces them.

A run counts from first to last; its announcement is the nearest count in front of it that can announce points.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.count.enumerations import LARGEST
from checker.linking.structure.count.list_forms import of_size
from checker.model import Frame

_LOOK_BACK = 4  # lines in front of "First" where the announcement may stand
_BODY, _ALIKE = 2, 2  # symbols of "Third," and of the words that open what it tells
_GAP = 9  # lines from one point to the next


def numbered_points(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames for runs of "First, ... Second, ... Third" with the count that announces them."""
    found = []
    for run in _runs(context):
        announced = _announcement(run[0][0], context)
        if announced is not None:
            q = context.quantity(announced)
            run = run[:-1] if len(run) - 1 == q.value and _is_last_word(run[-1][0], context) else run
            spans = tuple(span for _, span, _ in run)
            cue = (q.start, q.end)
            whole = _whole(run, context) and of_size(len(run), announced, context) and len(run) - q.value <= 1 and (len(run) >= q.value or not _goes_on(run, context))
            pinned = frozenset({"announced", "item"}) if whole else frozenset()
            found.append(Frame("enumeration", cue, {"announced": (announced,)}, {"item": spans}, 0, pinned, 0))
    return found


def _whole(run: list[tuple[Line, tuple[int, int], int]], context: Context) -> bool:
    """True where no point can have been missed: they stand close, and the next number does not follow in other words."""
    if any(b[0].number - a[0].number > _GAP for a, b in zip(run, run[1:])):
        return False
    words = context.extraction.tokens.words
    sequence = sequence_of(context)
    first, last = run[0][0], run[-1][0]
    between = context.lines.lines[first.number + 1 : last.number]
    if _is_last_word(last, context) and any(context.lexicon.pattern("point-goes-on").match(line.symbols) for line in between):
        return False  # "First, ... Second, ... Next, ... Finally, ..."
    for line in context.lines.lines[last.number : last.number + _GAP]:
        if line.firsts and any(sequence.get(words[t]) == run[-1][2] + 1 for t in range(line.firsts[0], line.lasts[-1] + 1)):
            return False
    return True


def _goes_on(run: list[tuple[Line, tuple[int, int], int]], context: Context) -> bool:
    """True where one more point may be told without a number: "A second", which leaves it open, "In addition, ...", or a
    sentence behind the last that opens as the points do: "Third, it could hide. It could fly"."""
    indefinite, onward = context.lexicon.pattern("single-article-word"), context.lexicon.pattern("point-goes-on")
    if any(indefinite.match(line.symbols) for line, _, _ in run):
        return True
    last = run[-1][0]
    lines = context.lines.lines
    reach = last.block + (run[0][0].block != last.block)  # a point a paragraph: the next may be one
    if any(onward.match(line.symbols) for line in lines[last.number + 1 : last.number + _GAP] if line.block <= reach):
        return True
    behind = lines[last.number + 1] if last.number + 1 < len(lines) else last
    words = context.extraction.tokens.words
    body, opening = ([words[t] for t in line.firsts[start : start + _ALIKE]] for line, start in ((last, _BODY), (behind, 0)))
    return behind.block == last.block and len(body) == _ALIKE and opening == body


def _is_last_word(line: Line, context: Context) -> bool:
    """True of "Finally, ...", which may be one more point or the end of the last one."""
    opening = _opening(line, context)
    return opening is not None and opening[1] == 0


def _runs(context: Context) -> list[list[tuple[Line, tuple[int, int], int]]]:
    """Runs of points numbered 1, 2, 3 ... at the openings of sentences, each with its line, span and number."""
    runs: list[list[tuple[Line, tuple[int, int], int]]] = []
    current: list[tuple[Line, tuple[int, int], int]] = []
    for line in context.lines.lines:  # "finally" needs no figure
        opening = _opening(line, context)
        if opening is None:
            continue
        span, number = opening
        if number == 1:
            runs.append(current)
            current = [(line, span, 1)]
        elif current and number in (0, current[-1][2] + 1):
            current.append((line, span, current[-1][2] + 1))
            if number == 0:  # "finally" closes the run
                runs.append(current)
                current = []
    runs.append(current)
    return [run for run in runs if len(run) > 1]


def sequence_of(context: Context) -> dict[str, int]:
    """The pack's words for numbered points, each with its number: "second" 2, "finally" 0."""
    return context.lexicon.pack.data.get("classes", {}).get("sequence", {})


def _opening(line: Line, context: Context) -> tuple[tuple[int, int], int] | None:
    """(span, number) of the point that a sentence opens with; number 0 for a word that closes a run."""
    words, tokens = context.extraction.tokens.words, context.extraction.tokens
    if len(line.symbols) < 3:
        return None
    comma = context.lexicon.symbols.chars[","]
    sequence = sequence_of(context)
    for position in (0, 1):
        token = line.firsts[position]
        number = sequence.get(words[token])
        if number is None or line.quantity[position] >= 0 and context.quantity(line.quantity[position]).kind != "ordinal":
            continue
        followed = line.symbols[position + 1] == comma
        named = position == 1 and context.lexicon.pattern("be-verb").match(line.symbols, 2)  # "The first is to my tutor"
        told = followed if position == 0 or number == 0 else number > 1 or named
        if told:  # "And finally, it ..."
            return (tokens.starts[token], tokens.ends[token]), number
    return None


def _announcement(line: Line, context: Context) -> int | None:
    """The count that announces the points starting at `line`: in the sentence before, or further back with a noun for it."""
    announcing = context.lexicon.pack.words("announcing-noun")
    for back, number in enumerate(range(line.number - 1, max(-1, line.number - 1 - _LOOK_BACK), -1)):
        for index in reversed(context.lines.lines[number].figures):
            q = context.quantity(index)
            if q.kind != "count" or q.value is None or not 2 <= q.value <= LARGEST or q.value.denominator != 1 or q.approx:
                continue
            if q.noun and _leads_to(number, line, context) and (q.noun[-1] in announcing or back == 0 and q.style == "words" and _last_of_line(index, context)):
                return index
    return None


def _leads_to(number: int, line: Line, context: Context) -> bool:
    """True of an announcement in the paragraph of the first point or the one before that is not listed where it stands:
    "two problems confront us: first, ...; second, ..."."""
    said = context.lines.lines[number]
    if line.block - said.block > 1:
        return False
    words, colon = context.extraction.tokens.words, context.lexicon.symbols.chars[":"]
    sequence = sequence_of(context)
    return not any(s == colon and j + 1 < len(said.symbols) and sequence.get(words[said.firsts[j + 1]]) == 1 for j, s in enumerate(said.symbols))


def _last_of_line(index: int, context: Context) -> bool:
    return context.line(index).figures[-1] == index
