"""Shares whose part and whole are each told once under one noun, and parts taken from a whole that another paragraph counts.

    followed up 320 people ... [two paragraphs] ... Lasting trouble was reported by 96 patients ... The share of 30 percent
    The hills have 14,500 households ... 8 percent of the households have a tap ... For the 1,160 families with a tap
    412 pupils sat the test ... Of the pupils who had sat it, 365 passed

Of the noun two values may be told and no third, the smaller as what the share says of it: a word of both names it, unless the share
comes back to the only one there is ("the share of 30 percent"). A part that is taken from all of them is one of the only ones.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context, content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.at_figure import words_at
from checker.linking.structure.distant.mentions import opens_apart, said
from checker.linking.structure.distant.rates import kin
from checker.linking.structure.distant.sheet import Sheet, Told, one, sheet_of, ties_of
from checker.model import Frame
from checker.rational import Fraction

_COUNTS = ("count", "number")
_LEAST = 20  # of fewer a share is hardly told
_FAR = Fraction(5, 2)
_PART_FAR = 3
_NOUN = 5  # symbols behind "of" in which a noun stands
_BACK = 5  # symbols in front of a share


def distant_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) and "part" (part, whole)."""
    sheet = sheet_of(context)
    if not sheet.short:
        return []
    ties = ties_of(frames)
    made = [*(_share(t, sheet) for t in sheet.plain if t.q.kind == "percent" and 1 < t.q.value < 100), *(_taken(t, sheet) for t in sheet.plain if t.q.kind in _COUNTS)]
    return [f for f, focus in filter(None, made) if not ties.elsewhere(f, focus)]


# ---------------------------------------------------------------- shares


def _share(told: Told, sheet: Sheet) -> tuple[Frame, int] | None:
    words, line = sheet.words, told.line
    if sum(t.q.kind in ("percent", "ratio") for t in sheet.all if t.line is line) > 1 or words.within("distant-share-not", line, max(sheet.clause(told), told.at - _BACK), told.at + 2):
        return None
    noun = _noun(told.at + 1, line, sheet)
    again = not noun and words.within("distant-share-again", line, max(told.left, told.at - _BACK), told.at)
    if not noun and not again:
        return None
    figures = [t for t in sheet.plain if t.q.kind in _COUNTS and t.q.value.denominator == 1 and "/" not in (t.q.unit or "") and (_called(t, noun, sheet) if noun else _of_people(t, sheet))]
    values = sorted({t.q.value for t in figures})
    if len(values) != 2 or values[1] < _LEAST or any(t.q.approx and t.q.approx != "above" for t in figures):
        return None
    part, whole = (next(t for t in figures if t.q.value == v) for v in values)
    stated, made = told.q.value / 100, part.q.value / whole.q.value
    narrower = frozenset(stem(w, sheet.context) for w in part.q.noun[:-1]) - said(told.line, sheet) - said(whole.line, sheet)
    if narrower or not made <= _FAR * stated <= _FAR * _FAR * made or noun and not _said_of(told, part, noun, sheet) or not sheet.apart(told, part, whole) or opens_apart(line, said(part.line, sheet) | said(whole.line, sheet), sheet):
        return None
    claims = {"part": (part.index,), "whole": (whole.index,), "share": (told.index,)}
    return (sheet.frame("share", claims, told.index), told.index) if sheet.one_time((part.index, whole.index, told.index)) else None


def _noun(start: int, line: Line, sheet: Sheet) -> frozenset[str]:
    """The stem of what a share is of: "of the households", "of our street trees"; the last word in front of one that is none."""
    tokens, context = sheet.context.extraction.tokens.words, sheet.context
    if not sheet.words.pattern("of-word").match(line.symbols, start):
        return frozenset()
    found = ""
    for p in range(start + 1, min(len(line.symbols), start + 1 + _NOUN)):
        word = tokens[line.firsts[p]]
        plural = word.endswith(tuple(context.lexicon.pack.words("plural-ending"))) or word in context.lexicon.pack.words("distant-plural")
        if line.quantity[p] >= 0 or not word.isalpha():
            break
        if word not in context.function and plural:
            found = stem(word, context)
            break
    return frozenset([found]) if found else frozenset()


def _called(told: Told, noun: frozenset[str], sheet: Sheet) -> bool:
    """Whether a figure counts what a noun says: by its own noun, or "of them" behind a sentence that names it."""
    context = sheet.context
    if told.q.noun:
        return any(kin(told.q.noun[-1], n, sheet) for n in noun)
    if not sheet.words.within("distant-of-them", told.line, told.at + 1, told.at + 4):
        return False
    before = context.lines.lines[max(0, told.line.number - 1)]
    return any(noun & content(line.firsts[0], line.lasts[-1] + 1, context) for line in (before, told.line) if line.firsts)


def _of_people(told: Told, sheet: Sheet) -> bool:
    pack = sheet.context.lexicon.pack.words
    return bool(told.q.noun) and any(stem(told.q.noun[-1], sheet.context) in pack(name) for name in ("distant-people", "distant-kin-ill", "distant-kin-pupils", "distant-kin-staff", "distant-kin-guests", "distant-kin-members"))


def _said_of(share: Told, part: Told, noun: frozenset[str], sheet: Sheet) -> bool:
    """Whether a word of the share, other than its noun, is one of the part's."""
    context = sheet.context
    line = share.line
    end = min(share.right, len(line.symbols))
    own = content(line.firsts[sheet.clause(share)], line.lasts[end - 1] + 1, context)
    tail = content(part.line.firsts[part.at], part.line.lasts[min(part.right, len(part.line.symbols)) - 1] + 1, context)
    return bool(telling(own & (tail | words_at(part.index, context)), context) - noun - {stem(w, context) for w in part.q.noun})


# ---------------------------------------------------------------- parts of a whole that is counted elsewhere


def _taken(told: Told, sheet: Sheet) -> tuple[Frame, int] | None:
    """ "Of the pupils who had sat the test, 365 passed", "all 41 children among the passengers"."""
    noun = _opening(told, sheet) or _among(told, sheet)
    if not noun or told.q.approx or "/" in (told.q.unit or ""):
        return None
    wholes = [t for t in sheet.plain if t.index != told.index and t.q.kind == "count" and any(kin(w, n, sheet) for w in t.q.noun[-1:] for n in noun)]
    whole = one(wholes)
    if whole is None or whole.index > told.index or not sheet.apart(told, whole) or whole.q.approx or whole.q.value < _LEAST or told.q.value > _PART_FAR * whole.q.value:
        return None
    frame = sheet.frame("part", {"part": (told.index,), "whole": (whole.index,)}, told.index)
    return replace(frame, spans={"whole-words": (frame.cue,)}), told.index


def _opening(told: Told, sheet: Sheet) -> frozenset[str]:
    """The noun of "Of the pupils who ..., 365": the sentence opens with it, and no other figure stands in front."""
    line = told.line
    if told.left or told.q.noun or not sheet.words.pattern("distant-of-the").match(line.symbols):
        return frozenset()
    return _noun(0, line, sheet)


def _among(told: Told, sheet: Sheet) -> frozenset[str]:
    """The noun of "41 children among the passengers"."""
    m = next(sheet.words.matches("distant-among-the", told.line, told.at + 1, told.at + 4), None)
    if m is None or not told.q.noun:
        return frozenset()
    tokens, p = sheet.context.extraction.tokens.words, m.end()
    return frozenset([stem(tokens[told.line.firsts[p]], sheet.context)]) if p < len(told.line.symbols) and told.line.quantity[p] < 0 else frozenset()
