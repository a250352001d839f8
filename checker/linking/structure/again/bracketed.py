"""A measure and the same again in brackets behind it: told by their places and units alone, whatever the words between.

    a ridge of 640 m (2,100 ft)      88 hectares of scrub [217 acres]      at 54 km/h (that is, 34 mph)
    (18 kg, or 40 lb)                (18 kg / 40 lb)

The bracket opens behind the first figure and holds the second alone; or it holds both with no more than a mark and a word or
two between. Phrases tell most such pairs; what stands here hangs on none of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near

_KINDS = ("physical", "currency", "duration")
_NOUN = 5  # words between a figure and the bracket behind it
_CUE = 3  # symbols between the bracket and the second figure
_JOINT = 2  # symbols between two figures within a bracket


def bracketed(context: Context) -> Iterator[tuple[int, int]]:
    """(first, second) for pairs of figures of one kind in two units."""
    words, chars = near(context), context.lexicon.symbols.chars
    opening = frozenset(chars[mark] for mark in ("(", "[") if mark in chars)
    for line in context.lines.figured:
        if opening.isdisjoint(line.symbols):
            continue
        for (start, first), (end, second) in zip(line.placed, line.placed[1:]):
            if _alike(first, second, context) and _closed(line, end + 1, context) and (_behind(start, end, line, opening, context, words) or _within(start, end, line, opening, context, words)):
                yield first, second


def _alike(first: int, second: int, context: Context) -> bool:
    a, b = context.quantity(first), context.quantity(second)
    return a.kind == b.kind and a.kind in _KINDS and None not in (a.unit, b.unit, a.value, b.value) and a.unit != b.unit


def _closed(line: Line, at: int, context: Context) -> bool:
    """Whether a mark stands behind the second figure: nothing is told of it."""
    return at < len(line.symbols) and (line.symbols[at] in context.lexicon.symbols.marks or line.symbols[at] in context.lexicon.symbols.closing)


def _behind(start: int, end: int, line: Line, opening: frozenset[str], context: Context, words: Near) -> bool:
    """True of "88 hectares of scrub [217 acres]": only words up to the bracket, and in it at most a cue."""
    at = next((p for p in range(end - 1, max(start, end - 1 - _CUE - 1), -1) if line.symbols[p] in opening), -1)
    if at < 0 or at - start - 1 > _NOUN or _has_mark(line.symbols[start + 1 : at], context):
        return False
    cued = end - (line.symbols[end - 1] in context.lexicon.symbols.marks and end - at > 2)  # "(that is, 40 lb)"
    return at + 1 == end or words.ends("twin-cue", line, cued, _CUE)


def _within(start: int, end: int, line: Line, opening: frozenset[str], context: Context, words: Near) -> bool:
    """True of "(18 kg / 40 lb)" and "(18 kg, or 40 lb)"."""
    if not start or line.symbols[start - 1] not in opening or not 0 < end - start - 1 <= _JOINT:
        return False
    mark = _has_mark(line.symbols[start + 1 : end], context)
    return mark and (end - start == 2 or words.ends("twin-cue", line, end, _CUE)) or words.ends("or-word", line, end, 1)


def _has_mark(symbols: str, context: Context) -> bool:
    chars = context.lexicon.symbols
    return any(symbol in chars.marks or symbol in chars.closing for symbol in symbols)
