"""A word of majority with its count right behind it, of a set that the passage counts once.

    I received 420 replies. A majority of those who wrote, 231, had never been inside
    the ledger records 84 crossings ... More often than not, in 51 cases to be exact, the boat came back dry
    It has cost 8.4 million, and the lion's share of that money, 5.9 million, was put up by a foundation

The count is put in between marks, or "to be precise". The whole is the only amount of its sort in front, in its sentence or in the
nearest of those before that has any; where another amount of the passage would make the word true, nothing is said.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.kept import once_a_line
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near, rarest
from checker.linking.structure.parts import conjunctions
from checker.linking.structure.share.figures import COUNTED, is_expected
from checker.model import Frame, Quantity
from checker.once import once

_CLASSES = (("majority-said", "majority", 1), ("majority-apposed", "majority", 1), ("minority-said", "minority", -1), ("minority-apposed", "minority", -1))
_BEHIND = 11  # symbols from the word to its count
_PRECISE = 5  # symbols from a count to "to be precise"
_BACK = 6  # sentences in front that may hold the whole
_BLOCKS = 2
_ARTICLE = 4  # symbols of "a clear"
_LEAST = 10


def majority_apposed(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "majority" and "minority" (part, whole)."""
    words, found = near(context), []
    done = {context.lines.line_of[i] for f in frames if f.family in ("majority", "minority", "majority-share", "minority-share") and f.pinned for i in f.claims.get("part", f.claims.get("share", ()))}
    for line in context.lines.figured:
        if line.number in done or line.crowded:
            continue
        said = [s for s in said_in(line, context) if not words.within("majority-attribute", line, s[0], s[0] + 1)]
        if len({family for _, family, _ in said}) != 1:
            continue
        end, family, sign = max(said)
        part = _part(end, line, words, context)
        whole = _whole(part, end, line, sign, context) if part is not None else None
        if part is None and (pair := _in_front(end, line, words, context)) is not None:
            part, whole = pair
        if whole is not None:
            claims = {"part": (part,), "whole": (whole,)}
            tokens = context.extraction.tokens
            cue = tokens.starts[line.firsts[max(0, end - 1)]], tokens.ends[line.lasts[end - 1]]
            found.append(Frame(family, cue, claims, {}, sign, frozenset(claims), 2, None, (), "majority apposed"))
    return found


@once_a_line
def said_in(line: Line, context: Context) -> list[tuple[int, str, int]]:
    """Positions behind words of the classes, with family and sign; by the words themselves, for "fewer than half" holds a figure."""
    first, found = line.firsts[0], []
    said = context.extraction.tokens.words[first : line.lasts[-1] + 1]
    entries = _entries(context.lexicon)
    for key in entries.keys() & set(said):
        for entry, before, family, sign in entries[key]:
            for k in range(len(said) - len(entry) + 1):
                if said[k + before] == key and tuple(said[k : k + len(entry)]) == entry:
                    last = first + k + len(entry) - 1
                    found.append((next((p + 1 for p in range(len(line.lasts)) if line.lasts[p] >= last), len(line.lasts)), family, sign))
    return found


@once
def _entries(lexicon: Lexicon) -> dict[str, list[tuple[tuple[str, ...], int, str, int]]]:
    """The entries of the classes by their rarest word, with its place in them: hardly a sentence has one."""
    found: dict[str, list[tuple[tuple[str, ...], int, str, int]]] = {}
    for name, family, sign in _CLASSES:
        for entry in lexicon.classes.get(name, ()):
            key = rarest(entry, lexicon)
            found.setdefault(key, []).append((entry, entry.index(key), family, sign))
    return found


def _part(end: int, line: Line, words: Near, context: Context) -> int | None:
    """The amount put in behind the word."""
    marks = context.lexicon.symbols.marks
    at, index = next(((p, q) for p, q in line.placed if p >= end and context.quantity(q).is_measure), (-1, -1))
    if index < 0 or at - end > _BEHIND or not _is_amount(index, context):
        return None
    opened = next((p for p in range(at - 1, end - 1, -1) if line.symbols[p] in marks), -1)
    chars = context.lexicon.symbols.chars
    if opened < 0 or at - opened > 3 or not {chars[";"], chars[")"]}.isdisjoint(line.symbols[end:at]) or not conjunctions(context).isdisjoint(line.symbols[opened:at]) or words.within("majority-doubt", line, end - 4, end - 1):
        return None
    behind = line.symbols[at + 1 : at + 1 + _PRECISE]
    closed = any(s in marks for s in behind[:3]) or words.within("to-be-precise", line, at + 1, at + 1 + _PRECISE)
    return index if closed else None


def _in_front(end: int, line: Line, words: Near, context: Context) -> tuple[int, int] | None:
    """The pair of "Of the 184 papers, 109 were marked against it, a clear majority"."""
    marks = context.lexicon.symbols.marks
    mark = next((p for p in range(end - 2, max(-1, end - 2 - _ARTICLE), -1) if line.symbols[p] in marks), -1)
    own = [(p, q) for p, q in line.placed if p < mark and _is_amount(q, context)]
    closed = end >= len(line.symbols) or line.symbols[end] in marks
    if mark < 0 or not closed or len(own) != 2 or not words.within("part-word", line, max(0, own[0][0] - 2), own[0][0]):
        return None
    (_, whole), (at, part) = own
    fits = context.quantity(part).value < context.quantity(whole).value and _alike(context.quantity(part), context.quantity(whole))
    return (part, whole) if fits and context.quantity(whole).value >= _LEAST and not words.within("majority-doubt", line, at, end) else None


def _whole(part: int, end: int, line: Line, sign: int, context: Context) -> int | None:
    """The only amount of its sort in front of the word, or in the nearest sentence before that has one."""
    p, passage = context.quantity(part), []
    for number in range(line.number, max(-1, line.number - 1 - _BACK), -1):
        other = context.lines.lines[number]
        if line.block - other.block > _BLOCKS:
            break
        own = [i for i in other.figures if (number < line.number or context.lines.position_of[i] < end) and i != part and _is_amount(i, context) and context.quantity(i).value >= _LEAST and _alike(p, context.quantity(i)) and not is_expected(i, context) and not _compared(i, context)]
        if own:
            passage.append(own)
    if not passage or len(passage[0]) != 1:
        return None
    whole, w = passage[0][0], context.quantity(passage[0][0])
    if w.value < _LEAST or w.value <= p.value or p.kind in COUNTED and p.noun and w.noun and p.noun[-1] != w.noun[-1] and not context.lexicon.pack.words("case-noun") & set(p.noun):
        return None
    rivals = [context.quantity(i).value for own in passage[1:] for i in own if context.quantity(i).value > p.value]
    return None if any((2 * p.value > v) == (sign > 0) for v in rivals) and (2 * p.value > w.value) != (sign > 0) else whole


def _compared(index: int, context: Context) -> bool:
    """True of "58 more than in the last round"."""
    at = context.lines.position_of[index]
    return near(context).within("told-change", context.line(index), at + 1, at + 2)


def _is_amount(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in ("count", "number", "currency", "physical") and bool(q.value) and q.value > 0 and q.low is None and q.approx not in ("above", "below") and "/" not in (q.unit or "") and q.style not in ("fraction", "vague")


def _alike(p: Quantity, w: Quantity) -> bool:
    """True of two counts, of two amounts of one unit, and of "2.9 million" beside "8.4 million marks"."""
    if p.kind in COUNTED and w.kind in COUNTED:
        return True
    return p.kind == w.kind and p.unit == w.unit or p.kind == "number" and p.unit is None and w.kind == "currency" and p.scale == w.scale > 1
