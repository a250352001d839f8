"""A count put in behind a share in words or a word of majority: it is the part that the words speak of.

    One bed in nine stood empty on the night of the count, 64 out of a complement of 576
    Three-quarters of the 48 boats in the inner harbour, thirty-six in total, sail without insurance
    204 replies ... More than two-thirds of those who replied, 143 practices, regarded it as worse
    118 memorials ... Fewer than half of those in the county, 47 to be precise, are listed
    Of the 720 lifts that were tested, 35 percent, or 252, had a worn rope

The whole stands in the words themselves, behind the count, or it is the one amount of the sentences in front that bears the
name of what the words speak of; where they name nothing, the only one of its sort. A percentage is read so where its sentence opens with the whole, or takes up
that of the sentence in front, and "or" leads to the count.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.kindred import bears, kindred
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import conjunctions, slashed
from checker.linking.structure.share.figures import COUNTED, comparable, is_expected, is_share, told
from checker.linking.structure.share.majority_nearby import BARE, CUES, NAMES, is_bare
from checker.linking.structure.share.wholes import is_side
from checker.model import Frame
from checker.rounding import reading

_SHARES = ("percent", "ratio")
_THESE = 4  # symbols of "of these," in front of a share
_KINDS = (*COUNTED, "currency", "physical")
_FAR = 16  # symbols from the words to the count
_NAME = 8  # symbols of what they are said of
_BACK, _WIDE = 2, 14  # sentences in front that may hold the whole, unnamed or by its name
_LEAST = 5  # of sets that small nobody says it
_PREFIX = 4  # letters that forms of one word share: replied, replies


@dataclass(frozen=True, slots=True)
class _Said:
    """Words of a share: where they stand, the share itself or the family of a word of majority, and what they are said of."""

    start: int
    end: int
    share: int
    family: str
    sign: int


def put_in_counts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share), "majority", "minority" and "nearly-all" (part, whole)."""
    words, known = near(context), told(frames)
    tied = {f.claims["part"][0]: f.claims["whole"][0] for f in frames if f.family == "part" and f.pinned}
    found = []
    for line in context.lines.figured:
        for said in _said(line, known, words, context):
            part = _part(said, line, words, context)
            whole = _whole(said, part, line, tied, words, context) if part is not None else None
            if whole is not None and _sound(said, part, whole, context):
                found.append(_frame(said, part, whole, line, context))
    return found


def _said(line: Line, known: set[int], words: Near, context: Context) -> Iterator[_Said]:
    for index in line.figures:
        q, at = context.quantity(index), context.lines.position_of[index]
        if q.kind == "ratio" and context.extraction.document.text[q.number_start].isalpha() and index not in known and is_share(index, context) and not words.has("share-wanted", line) and not words.pattern("not-of-it").match(line.symbols, at + 1):
            yield _Said(at, at + 1, index, "share", 0)
        elif q.kind == "percent" and index not in known and _opened(index, line, words, context):
            yield _Said(at, at + 1, index, "share", 0)
    for name, family, _, sign in CUES if words.maybe(NAMES, line) else ():
        for m in words.matches(name, line):
            inside = any(q >= 0 and context.quantity(q).kind == "ratio" for q in line.quantity[m.start() : m.end()])
            if name == BARE and not is_bare(m.start(), m.end(), line, context):
                continue
            if family == "majority" and words.within("the-most-the", line, m.start() - 1, m.start()) and words.pattern("the-most-bare").match(line.symbols, m.start()):
                continue  # "the most" are more than any other, not more than half
            if family == "nearly-all" and m.end() < len(line.quantity) and line.quantity[m.end()] >= 0:
                continue  # "nearly 6%"
            if not inside and not (words.within("majority-of-other", line, m.start() - 2, m.start()) or words.within("majority-of-other", line, m.end(), m.end() + 2)):
                yield _Said(m.start(), m.end(), -1, family, sign)


def _opened(share: int, line: Line, words: Near, context: Context) -> bool:
    """True of the first percentage behind "Of the 720 lifts" or "Of these" that a mark and "or" follow."""
    at, q = context.lines.position_of[share], context.quantity(share)
    opening = words.pattern("put-in-opens").match(line.symbols)
    again = line.symbols[at + 1 : at + 2] in tuple(context.lexicon.symbols.marks) and words.pattern("put-in-again").match(line.symbols, at + 2) is not None
    if opening is None or not again or q.approx or not is_share(share, context):
        return False
    front = [i for i in line.quantities(0, at) if context.quantity(i).is_measure]
    if words.pattern("part-of-it").match(line.symbols) is not None:
        before = context.lines.lines[line.number - 1] if line.number else line
        return not front and before is not line and before.block == line.block and sum(context.quantity(i).kind in _KINDS for i in before.figures) == 1 and not words.has("part-of-it", before)
    return len(front) == 1 and not words.has("part-of-it", line) and all(context.quantity(i).kind not in _SHARES for i in line.quantities(0, at))


def _part(said: _Said, line: Line, words: Near, context: Context) -> int | None:
    """The count between two marks behind the words: nothing but small words may stand with it."""
    marks, chars = context.lexicon.symbols.marks, context.lexicon.symbols.chars
    passed = False
    for at in range(said.end, min(len(line.symbols), said.end + _FAR)):
        if line.symbols[at] in marks:
            if passed and line.symbols[at] == chars[":"]:
                return None  # "most were women, mean age: 60"
            passed = True
            if line.symbols[at] == chars[";"] or line.symbols[at] == chars.get("|"):
                return None
            lead = words.pattern("put-in-lead").match(line.symbols, at + 1)
            place = lead.end() if lead else at + 1
            if said.share < 0 and words.within("majority-doubt", line, said.end, at):
                return None
            index = line.quantity[place] if place < len(line.quantity) else -1
            if index >= 0 and context.quantity(index).kind in _KINDS:
                return index if not slashed(context.quantity(index), context) and _closed(index, place, line, words, context) else None
            if line.symbols[at] in (chars["("], chars[":"]):
                return None  # "most boats were small (mean length 12)": what is put in says something else
        elif line.quantity[at] >= 0 and context.quantity(line.quantity[at]).kind not in _KINDS:
            return None
    return None


def _closed(index: int, place: int, line: Line, words: Near, context: Context) -> bool:
    """True where a mark, or words that sum up, end what is put in."""
    q, end = context.quantity(index), place + 1
    while end < len(line.symbols) and line.firsts[end] <= q.noun_last:
        end += 1
    tail = words.pattern("put-in-tail").match(line.symbols, end)
    end = tail.end() if tail else end
    if end >= len(line.symbols) or line.symbols[end] in context.lexicon.symbols.marks:
        return True
    return words.pattern("put-in-of").match(line.symbols, end) is not None


def _whole(said: _Said, part: int, line: Line, tied: dict[int, int], words: Near, context: Context) -> int | None:
    """The amount of the words themselves, that behind the count, or the one in front that bears their name."""
    if words.within("part-of-it", line, max(0, said.start - _THESE), said.start) and any(context.quantity(i).kind in _SHARES for i in line.quantities(0, said.start)):
        return None  # "71% are eaten fresh; of these three in ten are exported, some 68,000 tonnes"
    if part in tied:
        return tied[part]
    at = context.lines.position_of[part]
    inside = [i for i in line.quantities(said.end, at) if i >= 0]
    opening = words.pattern("put-in-opens").match(line.symbols) if said.share >= 0 and context.quantity(said.share).kind == "percent" else None
    if opening is not None and (front := [i for i in line.quantities(0, said.start) if context.quantity(i).is_measure]):
        return front[0] if _can_hold(part, front[0], context) and _one_of(part, front[0], context) else None
    if inside:
        return inside[0] if len(inside) == 1 and _can_hold(part, inside[0], context) and words.pattern("part-word").match(line.symbols, said.end) else None
    names = _names(said, at, line, words, context)
    lines = context.lines.lines
    reach = _WIDE if names else _BACK
    before = [each for each in lines[max(0, line.number - reach) : line.number] if names or each.block == line.block]
    sets = [i for each in before for i in each.figures] + [i for i in line.quantities(0, said.start) if i >= 0]
    sets = [i for i in sets if _can_hold(part, i, context) and (not names or _called(i, names, context))]
    return sets[-1] if len({context.quantity(i).value for i in sets}) == 1 else None


def _names(said: _Said, at: int, line: Line, words: Near, context: Context) -> frozenset[str]:
    """Stems of what the words are said of: beds of "one bed in nine", wards of "a minority of the wards"."""
    own = frozenset(stem(w, context) for w in context.quantity(said.share).noun) if said.share >= 0 else frozenset()
    if own:
        return own
    if not words.pattern("part-word").match(line.symbols, said.end) and not words.ends("part-word", line, said.end, 3):
        return frozenset()
    end = min(at - 1, said.end + _NAME)
    stop = next((p for p in range(said.end + 1, end) if line.symbols[p] in context.lexicon.symbols.marks or line.symbols[p] in conjunctions(context)), end)
    return telling(content(line.firsts[said.end], line.firsts[stop], context), context)


def _called(index: int, names: frozenset[str], context: Context) -> bool:
    """True where an amount counts what is named, or something kindred to it."""
    q = context.quantity(index)
    if bears(index, kindred(names, context), context):
        return True
    nouns = {stem(w, context) for w in q.noun}
    return any(len(a) >= _PREFIX and a[:_PREFIX] == b[:_PREFIX] for a in nouns for b in names)


def _one_of(part: int, whole: int, context: Context) -> bool:
    """True of a part that is bare or counts what the whole does, not of "3,200 households, 35 percent, or 4,900 people"."""
    p = context.quantity(part)
    return not p.noun or bears(whole, kindred(frozenset(stem(w, context) for w in p.noun), context), context)


def _can_hold(part: int, whole: int, context: Context) -> bool:
    p, w = context.quantity(part), context.quantity(whole)
    bare = p.kind == "number" and w.kind == "currency" and p.scale > 1
    return bool(w.value) and w.is_measure and w.kind in _KINDS and (comparable(part, whole, context) or bare) and w.value > p.value and w.value >= _LEAST


def _sound(said: _Said, part: int, whole: int, context: Context) -> bool:
    """False of bounds, of what is expected, and where the count is that of the rest."""
    p, w = context.quantity(part), context.quantity(whole)
    if None in (p.value, w.value) or any(q.approx in ("above", "below") for q in (p, w)) or is_side(whole, context) or is_expected(part, context) != is_expected(whole, context):
        return False
    if said.share < 0:
        return True
    share = context.quantity(said.share)
    if share.approx:
        return True
    return (w.value - p.value) / w.value not in reading(share).interval


def _frame(said: _Said, part: int, whole: int, line: Line, context: Context) -> Frame:
    claims = {"part": (part,), "whole": (whole,)}
    if said.share >= 0:
        claims["share"] = (said.share,)
    tokens = context.extraction.tokens
    cue = tokens.starts[line.firsts[said.start]], tokens.ends[line.lasts[said.end - 1]]
    return Frame(said.family, cue, claims, {}, said.sign, frozenset(claims), 0, None, (), "alone")
