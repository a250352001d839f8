"""Shares of all that there was: whose whole is the one total of the text, or the count that the same verb tells.

    In all 46,800 people bought a ticket. ... Pupils came to 17,316. That is 37% of everybody who walked in
    we opened 1,840 colonies ... In 414 the load was too high; as a proportion of everything we opened that is 22.5%
    3,264 hearings on traffic matters ... Since the bench held 10,200 altogether, traffic made up 32 per cent of its list

The part stands right in front ("that is ..."), is put in between the subject and its verb, or is the one count of what the
subject names. The whole is larger, of its sort, and the only one that is told to be all, or of everything that was "opened".
"""

from __future__ import annotations

from bisect import bisect_left

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.near import Near, near
from checker.linking.structure.share.figures import COUNTED, comparable, is_expected, is_share, told
from checker.linking.structure.share.told_alike import one_of
from checker.linking.structure.share.wholes import fits, words_at
from checker.model import Frame

_SHARES = ("percent", "ratio")
_BACK = 6  # sentences in front of a share that may hold a part of its name
_LEAST = 10  # counts below this are everywhere
_PUT_IN = 5  # symbols of an amount between commas
_ALL = 4  # symbols from a figure to "in all"
_NAME = 8  # symbols of "of everything we opened", of a subject
_MOST = 60  # figures that are compared


def shares_of_all(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share)."""
    words, known, found = near(context), told(frames), []
    for line in context.lines.figured:
        if line.crowded:
            continue
        for share in line.figures:
            q = context.quantity(share)
            if q.kind not in _SHARES or share in known or not q.value or q.value < 0 or q.approx or q.low is not None or not is_share(share, context):
                continue
            pair = _pair(share, line, words, context)
            if pair is not None:
                claims = {"part": (pair[0],), "whole": (pair[1],), "share": (share,)}
                found.append(Frame("share", (q.start, q.end), claims, {}, 0, frozenset(claims), 2, None, (), "alone"))
    return found


def _pair(share: int, line: Line, words: Near, context: Context) -> tuple[int, int] | None:
    at = context.lines.position_of[share]
    everything = words.pattern("all-that").match(line.symbols, at + 1)
    if everything is None and words.ends("proportion-of-all", line, at, 2 * _NAME):
        everything = True
    made = words.within("share-verb", line, at - 3, at)
    if everything is None and (not made or words.pattern("part-word").match(line.symbols, at + 1)) or words.within("other-percentage", line, at - 4, at + 4):
        return None
    part = _part(share, line, made, words, context)
    if part is None or not _is_amount(part, context):
        return None
    whole = _whole(part, share, line, words, context)
    if whole is None or is_expected(part, context) or is_expected(whole, context):
        return None
    near_by = [i for other in context.lines.lines[max(0, line.number - _BACK) : line.number + 1] for i in other.figures if _is_amount(i, context)]
    if len(near_by) > _MOST or any(fits(context.quantity(a), context.quantity(b), context.quantity(share)) for a in near_by for b in {*near_by, whole} if (a, b) != (part, whole) and context.quantity(a).value < context.quantity(b).value and comparable(a, b, context)):
        return None  # it is of another pair
    return part, whole


def _part(share: int, line: Line, made: bool, words: Near, context: Context) -> int | None:
    """The amount that the share is said of."""
    at, lines = context.lines.position_of[share], context.lines.lines
    marks = context.lexicon.symbols.marks
    own = [i for i in line.figures if i < share and _is_amount(i, context)]
    pointing = words.within("all-that-is", line, max(0, at - 4), at)
    if pointing:
        if own:
            return own[-1] if len(own) == 1 else None
        before = [i for i in lines[line.number - 1].figures if _is_amount(i, context)] if line.number and lines[line.number - 1].block == line.block else []
        return before[0] if len(before) == 1 else None
    if not made:
        return None
    verb = max((m.start() for m in words.matches("share-verb", line, max(0, at - 3), at)), default=at)
    put_in = [i for i in own if line.symbols[verb - 1] in marks and 0 < verb - context.lines.position_of[i] <= _PUT_IN]
    if put_in:
        return put_in[0]
    start = max((p + 1 for p in range(max(0, verb - _NAME), verb) if line.symbols[p] in marks or line.quantity[p] >= 0), default=max(0, verb - _NAME))
    named = telling(content(line.firsts[start], line.firsts[verb], context), context) if start < verb else frozenset()
    return _of_that_name(named, share, line, context)


def _of_that_name(named: frozenset[str], share: int, line: Line, context: Context) -> int | None:
    """The one amount in front at which all the words of a subject stand."""
    if not named:
        return None
    lines = context.lines.lines[max(0, line.number - _BACK) : line.number + 1]
    found = [i for other in lines for i in other.figures if i < share and _is_amount(i, context) and named <= words_at(i, context) | _behind(i, other, context)]
    return found[0] if len(found) == 1 else None


def _behind(index: int, line: Line, context: Context) -> frozenset[str]:
    """Stems behind a figure, up to a mark: "2,364 hearings on traffic matters"."""
    at = context.lines.position_of[index] + 1
    end = next((p for p in range(at, min(len(line.symbols), at + _NAME)) if line.symbols[p] in context.lexicon.symbols.marks or line.quantity[p] >= 0), min(len(line.symbols), at + _NAME))
    return content(line.firsts[at], line.lasts[end - 1] + 1, context) if end > at else frozenset()


def _whole(part: int, share: int, line: Line, words: Near, context: Context) -> int | None:
    """The one larger amount that is told to be all there was; else the one of what "everything we opened" names."""
    told = _amounts_told(words, context)
    all_told = [i for i in told[: bisect_left(told, share)] if i != part and _holds(part, i, context)]
    if all_told:
        return all_told[0] if len({context.quantity(i).value for i in all_told}) == 1 else None
    own = [i for i in line.figures if i < share and i != part and _is_amount(i, context) and _holds(part, i, context)]
    if len(own) == 1 and context.lines.line_of[part] == line.number:
        return own[0]
    names = _names(line, words, context)
    if not names:
        return None
    amounts = _amounts(context)
    whole = one_of([i for i in amounts[: bisect_left(amounts, share)] if i != part and _holds(part, i, context)], names, context)
    beside = () if whole is None else (i for i in context.line(whole).figures if i not in (part, whole) and _is_amount(i, context))
    return None if any(comparable(part, i, context) and _one_noun(whole, i, context) for i in beside) else whole  # "opened 380 in the field and 120 at home": it is of both


def _holds(part: int, whole: int, context: Context) -> bool:
    """True of a larger amount of which another can be a part."""
    return context.quantity(whole).value > context.quantity(part).value and comparable(part, whole, context) and _one_noun(part, whole, context)


def _names(line: Line, words: Near, context: Context) -> frozenset[str]:
    """What the words behind "everything" say: opened."""
    for m in words.matches("all-that", line):
        end = min(m.end() + _NAME // 2, len(line.symbols))
        stop = next((p for p in range(m.end(), end) if line.symbols[p] in context.lexicon.symbols.marks), end)
        return telling(content(line.lasts[m.end() - 1] + 1, line.lasts[stop - 1] + 1, context), context) if stop > m.end() else frozenset()
    return frozenset()


def _told_all(index: int, words: Near, context: Context) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return words.within("all-told", line, max(0, at - _ALL), min(len(line.symbols), at + _ALL))


def _one_noun(part: int, whole: int, context: Context) -> bool:
    p, w = context.quantity(part), context.quantity(whole)
    times = context.lexicon.pack.words("times-noun")  # "turned out 1,250 times"
    return not p.noun or not w.noun or p.noun[-1] == w.noun[-1] or w.noun[-1] in times or p.kind not in COUNTED


def _amounts(context: Context) -> list[int]:
    """The amounts of the document, in order."""
    if "amounts-of-all" not in context.shelf:
        context.shelf["amounts-of-all"] = [i for i in range(len(context.extraction.quantities)) if _is_amount(i, context)]
    return context.shelf["amounts-of-all"]


def _amounts_told(words: Near, context: Context) -> list[int]:
    """Those of them that are told to be all there was."""
    if "amounts-told-of-all" not in context.shelf:
        told, line_of = words.standing("all-told"), context.lines.line_of
        context.shelf["amounts-told-of-all"] = [i for i in _amounts(context) if line_of[i] in told and _told_all(i, words, context)]
    return context.shelf["amounts-told-of-all"]


def _is_amount(index: int, context: Context) -> bool:
    q = context.quantity(index)
    if not q.is_measure or q.kind not in ("count", "number", "currency", "physical", "duration") or not q.value or q.value < 0 or q.approx in ("above", "below") or "/" in (q.unit or ""):
        return False
    return q.kind not in COUNTED or q.value >= _LEAST or q.scale > 1
