"""Parts that no set in front of them can hold, whichever of them is meant.

    after 2,210 a year before, it has 2,340 employees. Some 6,400 of these work abroad
    there were then 344 people living in the parish ... 460 of the inhabitants were dead
    1,900 men and women, including 2,300 officers

A reference ("of these", "of whom", "including", "of the inhabitants") takes its figure from a set that was counted
before. Where each amount of that sort nearby is smaller, it cannot be true of any.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from checker.linking.context import Context, stem
from checker.linking.lines import Line
from checker.linking.structure.kindred import bears, kindred
from checker.linking.structure.near import Near, near
from checker.linking.structure.parts import in_row, share_behind
from checker.linking.structure.share.figures import COUNTED, comparable
from checker.linking.structure.share.pair_doubts import is_set_itself
from checker.linking.structure.share.shares import is_net, opens
from checker.linking.structure.share.wholes import is_part, is_side
from checker.model import Frame

_BACK = 2  # sentences in front that hold the set
_NAMED = 12  # the same for a set that is named again
_HOLDS = 12  # sentences in front in which a larger amount makes it doubtful
_CLAUSE = 4  # tokens from a set to a part that can be of no other
_YEARS = (1900, 2100)
_NOBODY = frozenset({""})
_ARTICLE = 80  # characters in front of a name in which its article stands
_SIZES = ("physical", "currency")
_LEAST = 9  # of sets that small other things may be meant
_OPENINGS = ("opening-back", "noun-opening")
_REFERENCES = ("back", "opening-back", "noun-pair", "noun-opening", "subset")


def exceeding_parts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "part" (part, whole)."""
    settled = {f.claims["part"][0] for f in frames if f.family in ("part", "share") and f.pinned and {"part", "whole"} <= f.claims.keys()}
    wholes = {f.claims["whole"][0] for f in frames if f.family in ("pair", "part") and f.claims.get("whole")}  # "300, of which 250"
    done, found = settled | wholes, []
    for frame in frames:
        if frame.family in _REFERENCES and not is_set_itself(frame, context) and frame.claims["part"][0] not in done and (frame.family not in _OPENINGS or opens(frame, context)):
            found.extend(_read(frame, near(context), context))
    return found


def _read(frame: Frame, words: Near, context: Context) -> Iterator[Frame]:
    part = frame.claims["part"][0]
    p, line = context.quantity(part), context.line(part)
    if p.value is None or p.approx == "below" or words.within("part-of-other", line, context.lines.position_of[part] - 3, context.lines.position_of[part] + 6):
        return
    if words.within("each-and-all", line, context.lines.position_of[part] - 1, context.lines.position_of[part]):
        return  # "all 520 pages of it": the whole itself
    names = _names(frame, part, context)
    sets = [i for i in _amounts(part, line, _NAMED if names else _BACK, context) if _is_set(i, part, context) and (not names or bears(i, names, context))]
    if not sets or is_side(sets[0], context) or context.quantity(sets[0]).approx:
        return
    whole = sets[0]
    if not names and context.line(whole) is not line and any(q.value and q.value >= p.value for q in map(context.quantity, line.quantities(0, context.lines.position_of[part])) if q.kind in _SIZES):
        return  # "eleven nights of frost. Rain came to 91 mm, 34 of them on the 2nd"
    if in_row(whole, part, context):
        return  # "points 2, 6, 9 and 12 of the charter"
    if p.kind not in COUNTED and is_net(whole, context):
        return  # "profit was $41m, of which valves made $48m before a loss"
    if any(context.quantity(i).value >= p.value and (not names or bears(i, names, context)) for i in _others(whole, part, line, context)):
        return
    if not names and another_set(whole, part, context):
        return
    claims = {"part": (part,), "whole": (whole,)}
    yield Frame("part", frame.cue, claims, {}, 0, frozenset(claims), 3, frame.blocked, (), "exceeds every set")


def _names(frame: Frame, part: int, context: Context) -> frozenset[str]:
    """The names by which the reference calls the set; for "including 230 officers" those of the part."""
    span, pack = frame.spans.get("whole-words"), context.lexicon.pack
    if span:
        before = context.extraction.document.text[max(0, span[0][0] - _ARTICLE) : span[0][0]].split()[-1:]
        if not before or before[0].lower() not in pack.words("definite-article") | pack.words("pointing-word"):
            return _NOBODY  # "38 of his staff": they were not counted
        if _goes_on(span[0], context):
            return _NOBODY
        words = context.extraction.document.text[span[0][0] : span[0][1]].lower().split()
        plural = [w for w in words if w.endswith(tuple(pack.words("plural-ending")))] or words
        return kindred(frozenset(stem(w, context) for w in plural[:1]), context)
    if frame.family == "subset":
        people = frozenset(stem(w, context) for w in pack.words("person-noun"))
        own = frozenset(stem(w, context) for w in context.quantity(part).noun[-1:])
        return kindred(own, context) | (people if own & people else own)
    return frozenset()


def _goes_on(span: tuple[int, int], context: Context) -> bool:
    """True of "the cadets who had left": others than those that were counted."""
    tokens = context.extraction.tokens
    first = bisect_left(tokens.starts, span[0])
    return bool(set(tokens.words[first : first + 4]) & context.lexicon.pack.words("name-goes-on"))


def _is_set(index: int, part: int, context: Context) -> bool:
    """True of a counted set of some size; of money and measures, true of any."""
    q, line = context.quantity(index), context.line(index)
    if is_part(index, context) or share_behind(index, context) >= 0 or context.lexicon.pattern("reckon-subset").match(line.symbols, context.lines.position_of[index] + 1):
        return False  # "with eleven more nights of frost"
    p = context.quantity(part)
    if q.kind == "physical" and p.kind == "number" and p.unit is None:
        return q.value > _LEAST and _close_by(index, part, context)
    if q.kind == "physical" and q.unit != p.unit:
        return False  # "it rained 31 mm ... 50 m of it"
    return q.value > _LEAST and (q.kind == "count" and bool(q.noun) if p.kind in COUNTED else True)


def _close_by(index: int, part: int, context: Context) -> bool:
    """True of "38 hectares on the slopes, 41 of them": a measure that is the only amount of its sentence in front, with no
    plural between that "them" may mean, but for what an article says to be known."""
    line = context.line(part)
    if context.line(index) is not line or any(context.quantity(i).is_measure for i in line.quantities(0, context.lines.position_of[part]) if i != index):
        return False
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    plurals, people = tuple(pack.words("plural-ending")), pack.words("person-noun")
    between = range(context.quantity(index).last + 1, context.quantity(part).outer)
    return not any(words[k] in people or words[k].isalpha() and len(words[k]) > 3 and words[k] not in context.function and words[k].endswith(plurals) and words[k - 1] not in pack.words("definite-article") for k in between)


def _others(whole: int, part: int, line: Line, context: Context) -> list[int]:
    """What else may be meant: amounts of the paragraph in front, or but of the clause where the set stands right there."""
    w, p = context.quantity(whole), context.quantity(part)
    if p.first - max(w.last, w.noun_last) <= _CLAUSE:
        return _amounts(part, line, 0, context)
    found = _amounts(part, line, _HOLDS, context)
    counted = p.kind in COUNTED
    return [i for i in found if context.line(i).block == line.block and (not counted or context.quantity(i).kind in COUNTED) and (context.quantity(i).noun or not _YEARS[0] < context.quantity(i).value < _YEARS[1])]


def _amounts(part: int, line: Line, back: int, context: Context) -> list[int]:
    """Amounts in front of the part that it can be compared with, the nearest first."""
    lines = context.lines.lines[max(0, line.number - back) : line.number + 1]
    found = [i for other in lines for i in other.figures if i < part and comparable(part, i, context)]
    return found[::-1]


def another_set(whole: int, part: int, context: Context) -> bool:
    """True where words between the two name a set that is not counted: "three schools. The residents objected, 90 of them"."""
    w, p, words = context.quantity(whole), context.quantity(part), context.extraction.tokens.words
    if w.kind not in COUNTED:
        return False
    between = range(max(w.last, w.noun_last) + 1, _clause_of(part, context) if _is_object(whole, part, context) else p.outer)
    inside = {k for i in range(whole + 1, part) for k in range(context.quantity(i).outer, max(context.quantity(i).last, context.quantity(i).noun_last) + 1)}
    plurals = context.lexicon.pack.words("plural-ending")
    return any(k not in inside and words[k].isalpha() and len(words[k]) > 3 and words[k] not in context.function and words[k].endswith(tuple(plurals)) for k in between)


def _clause_of(part: int, context: Context) -> int:
    """The token with which the sentence of a part begins."""
    return context.line(part).firsts[0]


def _is_object(whole: int, part: int, context: Context) -> bool:
    """True of "Road crashes were behind 67 of those": the subject in front of a part in its own clause is not what "those" are."""
    line, at = context.line(part), context.lines.position_of[part]
    alone = context.line(whole) is not line and at > 1 and not near(context).within("conjunction", line, 0, at)
    return alone and not any(s in context.lexicon.symbols.marks for s in line.symbols[:at]) and not any(q >= 0 for q in line.quantity[:at])
