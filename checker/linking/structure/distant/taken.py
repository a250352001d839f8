"""What is taken from a set or a sum that an earlier sentence tells, by a word that comes back to it.

    will let 340 men go ... 210 of those to be let go are welders       people of those who were counted
    brought 86 people off the reef ... Among those saved were 39 schoolchildren
    set 5 billion aside for trains. It has spent 2 billion of the sum   an amount of the only one of its unit
    owns 860 paintings ... 240 of its paintings are on show             a noun that one figure counts

What it comes back to is the only figure of its sort in front, and nothing else that could hold the part is told.
"""

from __future__ import annotations

from dataclasses import replace

from checker.linking.context import Context, stem
from checker.linking.structure.distant.mentions import alike, common, noun_from, said, told_plainly
from checker.linking.structure.distant.sheet import Sheet, Told, one, ties_of
from checker.linking.structure.kindred import kindred
from checker.linking.structure.near import near
from checker.linking.structure.share.figures import COUNTED, comparable
from checker.model import Frame

_CUES = ("distant-of-that", "distant-of-those", "distant-among-those", "distant-of-its", "distant-sum", "distant-voted")
_FAR = 3  # times as much as its whole: it is rather a part of another
_LEAST = 10  # of fewer there are many sets
_FEW = 4  # symbols behind a figure in which it is said what it is of
_OPENING = 3  # symbols of a sentence


def distant_taken(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "part" (part, whole)."""
    standing = near(context).standing(*_CUES)
    if not standing or (sheet := told_plainly(context)) is None:
        return []
    ties, found = ties_of(frames), []
    for told in sheet.all:
        if told.line.number not in standing or ties.sets.get(told.index) or not _is_part(told, sheet):
            continue
        whole = _whole(told, sheet)
        if whole is not None and told.q.value <= _FAR * whole.q.value:
            frame = sheet.frame("part", {"part": (told.index,), "whole": (whole.index,)}, told.index)
            found.append(replace(frame, spans={"whole-words": (frame.cue,)}))
    return found


def _is_part(told: Told, sheet: Sheet) -> bool:
    q = told.q
    plain = q.kind in (*COUNTED, "currency", "physical") and q.value is not None and q.value > 0 and not q.approx and q.sense not in ("range", "bound") and "/" not in (q.unit or "")
    others = sum(_is_amount(t, sheet) and comparable(told.index, t.index, sheet.context) for t in sheet.all if t.line is told.line and t is not told)
    return plain and not others and not sheet.words.has("distant-taken-not", told.line)


def _is_amount(told: Told, sheet: Sheet) -> bool:
    q = told.q
    return q.kind in (*COUNTED, "currency", "physical") and q.value is not None and (q.value >= _LEAST or q.scale > 1) and "/" not in (q.unit or "")


def _alike(part: Told, whole: Told, sheet: Sheet) -> bool:
    """Whether the one can be taken from the other; what is let go, or was added, can be a set too."""
    return part.q.kind in COUNTED and whole.q.kind in COUNTED or comparable(part.index, whole.index, sheet.context)


def _whole(told: Told, sheet: Sheet) -> Told | None:
    """The only figure that a part can come back to."""
    before = [t for t in sheet.all if t.index < told.index and t.line is not told.line and _is_amount(t, sheet) and _alike(told, t, sheet)]
    if any(t.q.sense in ("range", "bound") for t in before):
        return None
    if told.q.kind not in COUNTED or told.q.scale > 1 and any(t.q.kind == "currency" for t in before):
        return one(before) if before and _of_sum(told, before[0], sheet) and not before[0].q.change else None
    noun, words = _noun(told, sheet), sheet.words
    if noun in sheet.stems("distant-people"):
        return None  # "340 of the people who train there"
    if noun:
        return _only([t for t in before if _counts(t, noun, sheet)], before, told, sheet)
    if told.q.noun and words.within("distant-voted", told.line, told.at + 1, told.at + _FEW):
        return _only([t for t in before if t.q.noun and stem(t.q.noun[-1], sheet.context) in sheet.stems("distant-seats") and _counts(t, told.q.noun[-1], sheet)], before, told, sheet)
    if not _of_those(told, sheet):
        return None
    beside = [t for t in before if t.line.number == told.line.number - 1 and t.line.block == told.line.block]
    return _only(beside or [t for t in before if _are_people(t, sheet)], before, told, sheet)


def _only(wholes: list[Told], before: list[Told], told: Told, sheet: Sheet) -> Told | None:
    """The one figure of these, where no other in front of the part could hold it that counts nothing by name, or the same."""
    whole = one(wholes)
    if whole is None or whole.q.approx:
        return None
    rivals = [t for t in before if t.q.value != whole.q.value and t.q.value >= told.q.value and (not t.q.noun or _are_people(t, sheet) and _are_people(whole, sheet))]
    return None if rivals else whole


def _of_sum(told: Told, whole: Told, sheet: Sheet) -> bool:
    """True of "7 million of the sum", "Of the drug, 40 kilos": of what the sentence of the whole names, or of a sum."""
    words, line = sheet.words, told.line
    if "physical" in (told.q.kind, whole.q.kind) and told.q.unit != whole.q.unit:
        return False
    behind = next((m.end() for m in words.matches("distant-of-its", line, told.at + 1, told.at + _FEW)), -1)
    opening = next((m.end() for m in words.matches("distant-of-its", line, 0, _OPENING if not told.left else 0)), -1)
    if words.within("distant-of-that", line, told.at + 1, told.at + _FEW) or not told.left and words.within("distant-of-that", line, 0, _OPENING) or words.within("distant-sum", line, told.at + 1, told.at + 2 * _FEW):
        return True
    start = max(behind, opening)
    if behind >= 0 and words.within("distant-of-its", whole.line, whole.at + 1, whole.at + _FEW):
        return False  # "10 ml of the first ... 20 ml of the second"
    names = said(line, sheet, start, start + _FEW) if start >= 0 else frozenset()
    return bool(names) and (opening >= 0 or _akin(names, said(whole.line, sheet), sheet))


def _akin(names: frozenset[str], known: frozenset[str], sheet: Sheet) -> bool:
    """Whether one of some names is a form of a known word, or may mean the same: "exhibitors" of firms that exhibit."""
    return bool(common(names, known) or kindred(names, sheet.context) & kindred(known, sheet.context))


def _noun(told: Told, sheet: Sheet) -> str:
    """The noun of "940 of its paintings", "Of the miners, 40"."""
    words, line = sheet.words, told.line
    m = next(words.matches("distant-of-its", line, told.at + 1, told.at + _FEW), None) or (None if told.left else words.pattern("distant-of-its").match(line.symbols))
    noun = noun_from(m.end(), line, sheet) if m is not None else ""
    own = not told.q.noun or m is not None and m.start() == told.at + 1 or alike(told.q.noun[-1], noun)
    return noun if own else ""


def _counts(told: Told, noun: str, sheet: Sheet) -> bool:
    """Whether a figure counts what a noun says, by its own noun or by a word of its sentence."""
    if sheet.words.within("distant-of-its", told.line, told.at + 1, told.at + _FEW):
        return False  # a part itself
    return bool(told.q.noun) and (alike(stem(told.q.noun[-1], sheet.context), noun) or _akin(frozenset([noun]), said(told.line, sheet), sheet))


def _of_those(told: Told, sheet: Sheet) -> bool:
    """True of "210 of those to go", "Among those saved were 39 schoolchildren"."""
    words, line = sheet.words, told.line
    m = next(words.matches("distant-of-those", line, told.at + 1, told.at + _FEW), None) or next(words.matches("distant-among-those", line, 0, told.at), None)
    return m is not None and not words.within("distant-narrowing", line, m.end(), m.end() + _FEW)


def _are_people(told: Told, sheet: Sheet) -> bool:
    people = {stem(w, sheet.context) for name in ("person-noun", "distant-people") for w in sheet.context.lexicon.pack.words(name)}
    return bool(told.q.noun) and stem(told.q.noun[-1], sheet.context) in people
