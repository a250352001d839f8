"""The time that a new way saves, and how long the old and the new one take, wherever they stand.

    Commuters will save 12 minutes ... [a paragraph] ... So far the ride has taken 50 minutes. On the new line it will take 38
    The old road needed an hour and 20 minutes ... The new one takes 55 minutes ... A gain of 25 minutes may not sound much

Two lengths of time stand behind verbs of taking, of one way, and words put one of them before the other. No third is told so, and
one other is told to be saved. Where they are of two places or vehicles, nothing is tied.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.distant.sheet import Sheet, Told, of_a_study, one, sheet_of, ties_of
from checker.model import Frame
from checker.units import measure

_VERB, _SAVED, _BEHIND = 4, 8, 3  # symbols around a length of time
_MISS = 4  # times: a miss by more is of other figures
_PLACE = 3  # symbols behind "to" that say where
_VEHICLES = ("saving-cars", "saving-lorries", "saving-trains", "saving-buses", "saving-boats", "saving-planes", "saving-cyclists")


def distant_savings(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, delta)."""
    if sum(KIND_SYMBOLS["duration"] in line.symbols for line in context.lines.figured) < 2:
        return []
    sheet = sheet_of(context)
    if not sheet.short or not sheet.words.standing("saving-before", "saving-behind") or of_a_study(context):
        return []
    lengths = [t for t in sheet.all if t.q.kind == "duration" and t.q.value and t.q.approx is None and t.q.sense not in ("range", "bound")]
    saved = one([t for t in lengths if _is_saved(t, sheet)])
    legs = [t for t in lengths if not _is_saved(t, sheet) and _is_leg(t, sheet)]
    pair = _pair(legs, sheet)
    if saved is None or pair is None or not _one_way(saved, pair, sheet) or not _of_a_size(saved, pair):
        return []
    base, new = pair
    frame = sheet.frame("change", {"new": (new.index,), "base": (base.index,), "delta": (saved.index,)}, saved.index)
    ties = ties_of(frames)
    return [] if any(ties.elsewhere(frame, t.index) for t in (saved, *pair)) else [Frame("change", frame.cue, frame.claims, {}, -1, frame.pinned, 2, None, (), "by name")]


def _is_saved(told: Told, sheet: Sheet) -> bool:
    """True of "will save 12 minutes", "25 minutes faster", "a gain of 25 minutes"; not of one that somebody hopes for."""
    words, line = sheet.words, told.line
    front = max(sheet.clause(told), told.at - _SAVED)
    return (words.within("saving-before", line, front, told.at) or words.within("saving-behind", line, told.at + 1, told.at + 1 + _BEHIND)) and not words.has("saving-not", line)


def _is_leg(told: Told, sheet: Sheet) -> bool:
    return sheet.words.within("saving-takes", told.line, max(sheet.clause(told), told.at - _VERB), told.at) and not sheet.words.has("saving-not", told.line)


def _pair(legs: list[Told], sheet: Sheet) -> tuple[Told, Told] | None:
    """The old and the new length, where there are two values and words put one of them before the other."""
    firsts: dict[object, Told] = {}
    for told in legs:
        firsts.setdefault(_size(told), told)
    if len(firsts) != 2:
        return None
    new, base = sorted(firsts.values(), key=_size)
    olds, news = ([sheet.words.within(name, t.line, t.left, t.at) for t in (new, base)] for name in ("saving-old", "saving-new"))
    return (base, new) if not olds[0] and not news[1] and (olds[1] or news[0]) else None


def _size(told: Told):
    return told.q.value * measure(told.q).factor


def _of_a_size(saved: Told, pair: tuple[Told, Told]) -> bool:
    apart, stated = _size(pair[0]) - _size(pair[1]), _size(saved)
    return stated < _size(pair[0]) and stated <= _MISS * apart <= _MISS * _MISS * stated


def _one_way(saved: Told, pair: tuple[Told, Told], sheet: Sheet) -> bool:
    """Whether nothing says that the three are of two places, or of two sorts of vehicles."""
    known = [found for t in (saved, *pair) if (found := _vehicles(t, sheet))]
    if known and not frozenset.intersection(*known):
        return False
    first, later = sorted(pair, key=lambda t: t.index)
    said = frozenset().union(*(content(line.firsts[0], line.lasts[-1] + 1, sheet.context) for line in (sheet.context.lines.lines[0], saved.line, first.line)))
    places, here, there = (_places(t.line, sheet) for t in (later, first, saved))
    return (not places or bool(places & said)) and not (here and there and not here & there)


def _places(line: Line, sheet: Sheet) -> frozenset[str]:
    """Where a sentence leads: "to the airport", "from Lund"."""
    context, found = sheet.context, frozenset[str]()
    for m in sheet.words.matches("saving-to", line):
        end = next((p for p in range(m.end(), min(m.end() + _PLACE, len(line.symbols))) if line.quantity[p] >= 0 or line.symbols[p] in context.lexicon.symbols.marks), min(m.end() + _PLACE, len(line.symbols)))
        if end > m.end() and (sheet.words.within("saving-article", line, m.end(), m.end() + 1) or _capital(line.firsts[m.end()], context)):
            found |= content(line.firsts[m.end()], line.lasts[end - 1] + 1, context)
    return found


def _capital(token: int, context: Context) -> bool:
    return context.extraction.document.text[context.extraction.tokens.starts[token]].isupper()


def _vehicles(told: Told, sheet: Sheet) -> frozenset[str]:
    end = told.at + 1 + _BEHIND
    return frozenset(name for name in _VEHICLES if sheet.words.within(name, told.line, 0, end))
