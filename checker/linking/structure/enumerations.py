"""Announced counts and what follows them: inline lists ("six kinds: a, b, ...") and numbered points ("First, ...").

An inline list is split at its commas (or semicolons) and at the conjunction before its last item; where that leaves two
ways to count, both are readings. A run of numbered points counts from first to last; its announcement is the nearest
count in front of it that can announce points.
"""

from __future__ import annotations

import re

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.model import Frame

_LONG_ITEM = 90  # characters; longer items are clauses, whose commas are not separators
_LOOK_BACK = 12  # lines in front of "First" where the announcement may stand
_LARGEST = 20


def listed_items(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames with the items of inline lists as spans, one a way to count them."""
    found = []
    for frame in frames:
        if frame.family == "enumeration" and "items" in frame.spans:
            for items in _readings(frame.spans["items"][0], context):
                pinned = frame.pinned | {"item"} if _plain(items) else frozenset()
                spans = {**frame.spans, "item": items}
                found.append(Frame("enumeration", frame.cue, frame.claims, spans, 0, pinned, 0, frame.blocked, (), frame.source))
    return found


def _plain(items: tuple[tuple[int, int], ...]) -> bool:
    return len(items) > 1 and all(end - start <= _LONG_ITEM for start, end in items)


def _readings(span: tuple[int, int], context: Context) -> list[tuple[tuple[int, int], ...]]:
    """The items of a list as spans: split at commas, and the last piece also at its conjunction."""
    text = context.extraction.document.text
    end = min((at for at in (text.find(mark, *span) for mark in ".!?\n") if at >= 0 and _closes(text, at, span[1])), default=span[1])
    body = text[span[0] : end]
    mark = ";" if ";" in body else ","
    pieces = [(m.start() + span[0], m.end() + span[0]) for m in re.finditer(f"[^{mark}]+", body)]
    conjunction = _conjunction(context)
    items = tuple(p for p in (_trimmed(piece, text, conjunction) for piece in pieces) if p[0] < p[1])
    if not items:
        return []
    split = _split_last(items[-1], text, conjunction)
    with_and = (*items[:-1], *split) if split else None
    if not with_and:
        return [items]
    closed = bool(conjunction.match(text, pieces[-1][0] + len(text[pieces[-1][0] : pieces[-1][1]]) - len(text[pieces[-1][0] : pieces[-1][1]].lstrip())))
    return [items, with_and] if closed else [with_and]


def _closes(text: str, at: int, end: int) -> bool:
    return at + 1 >= end or text[at + 1].isspace()


def _conjunction(context: Context) -> re.Pattern[str]:
    words = sorted(context.lexicon.pack.words("conjunction"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\s+", re.IGNORECASE) if words else re.compile(r"(?!)")


def _trimmed(piece: tuple[int, int], text: str, conjunction: re.Pattern[str]) -> tuple[int, int]:
    start, end = piece
    while start < end and text[start].isspace():
        start += 1
    opening = conjunction.match(text, start, end)
    start = opening.end() if opening else start
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _split_last(piece: tuple[int, int], text: str, conjunction: re.Pattern[str]) -> tuple[tuple[int, int], ...] | None:
    inner = re.compile(r"\s+" + conjunction.pattern, re.IGNORECASE)
    found = list(inner.finditer(text, *piece))
    if not found:
        return None
    m = found[-1]
    return (piece[0], m.start()), (m.end(), piece[1])


def numbered_points(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames for runs of "First, ... Second, ... Third" with the count that announces them."""
    found = []
    for run in _runs(context):
        announced = _announcement(run[0][0], context)
        if announced is not None:
            spans = tuple(span for _, span, _ in run)
            q = context.quantity(announced)
            cue = (q.start, q.end)
            found.append(Frame("enumeration", cue, {"announced": (announced,)}, {"item": spans}, 0, frozenset({"announced", "item"}), 0))
    return found


def _runs(context: Context) -> list[list[tuple[Line, tuple[int, int], int]]]:
    """Runs of points numbered 1, 2, 3 ... at the openings of sentences, each with its line, span and number."""
    runs: list[list[tuple[Line, tuple[int, int], int]]] = []
    current: list[tuple[Line, tuple[int, int], int]] = []
    for line in context.lines.lines:
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


def _opening(line: Line, context: Context) -> tuple[tuple[int, int], int] | None:
    """(span, number) of the point that a sentence opens with; number 0 for a word that closes a run."""
    words, tokens = context.extraction.tokens.words, context.extraction.tokens
    if len(line.symbols) < 3:
        return None
    comma = context.lexicon.symbols.chars[","]
    sequence = context.lexicon.pack.data.get("classes", {}).get("sequence", {})
    for position in (0, 1):
        token = line.firsts[position]
        if line.quantity[position] >= 0 and context.quantity(line.quantity[position]).kind != "ordinal":
            continue
        number = sequence.get(words[token])
        followed = line.symbols[position + 1] == comma
        if number is not None and (followed if position == 0 else number > 1):
            return (tokens.starts[token], tokens.ends[token]), number
    return None


def _announcement(line: Line, context: Context) -> int | None:
    """The count that announces the points starting at `line`: in the sentence before, or further back with a noun for it."""
    announcing = context.lexicon.pack.words("announcing-noun")
    for back, number in enumerate(range(line.number - 1, max(-1, line.number - 1 - _LOOK_BACK), -1)):
        for index in reversed(context.lines.lines[number].quantities()):
            q = context.quantity(index)
            if q.kind != "count" or q.value is None or not 2 <= q.value <= _LARGEST or q.value.denominator != 1 or q.approx:
                continue
            if q.noun and (q.noun[-1] in announcing or back == 0 and q.style == "words" and _last_of_line(index, context)):
                return index
    return None


def _last_of_line(index: int, context: Context) -> bool:
    return context.line(index).quantities()[-1] == index


