"""Wholes that bear another name than the one they are called by: "picked 12,500 tonnes. ... Cider fruit made up 5,250
tonnes, or 42% of the crop"; "the scheme will cost £24 million ... the grant is £9 million, 37.5% of the bill".

The amount must be larger than the part, of its unit, and the only one in front of it that bears a word akin to the name
(the pack's classes "akin-"), or the only one of that unit at all. Where the three do not agree, it is a proof only if one
slip of the hand explains it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content_of_span, stem, telling
from checker.linking.structure.at_figure import other_period, words_at
from checker.linking.structure.kindred import groups_of_stems
from checker.linking.structure.near import near
from checker.linking.structure.share.figures import comparable, is_expected, is_share, labelled, told
from checker.linking.structure.share.told_shares import slip
from checker.linking.structure.share.wholes import fits, is_side
from checker.model import Frame

_BACK = 30  # sentences in front of the part
_BESIDE = 4  # symbols from a part to its share
_DWARFED = 20  # times smaller: nobody takes it for one of them
_FAR = 2  # times the share: a miss by more is of another whole
_TRIED = 60  # amounts in front of it


def akin_wholes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) for shares of a named whole that nothing ties to an amount yet."""
    known, open_ones = told(frames), {}
    for frame in frames:
        if frame.family in ("named", "share") and {"part", "share"} <= frame.claims.keys() and "whole" not in frame.claims and frame.spans.get("whole-words"):
            open_ones.setdefault((frame.claims["part"][0], frame.claims["share"][0]), frame)
    if not open_ones:
        return []
    akin, marked = groups_of_stems(context.lexicon), labelled(frames)
    return [f for (part, share), frame in open_ones.items() if share not in known and is_share(share, context) for f in _found(part, share, frame, marked, akin, context)]


def _found(part: int, share: int, frame: Frame, marked: set[int], akin: dict[str, frozenset[str]], context: Context) -> Iterator[Frame]:
    names = telling(content_of_span(frame.spans["whole-words"][0], context), context)
    groups = _groups(names, akin)
    p = context.quantity(part)
    if p.style == "words" and p.value is not None and p.value < 10:
        return
    amounts = list(_amounts(part, share, marked, context))
    bearing = [w for w in amounts if groups & _groups(_called(w, context), akin)]
    chosen = bearing or (amounts if p.kind in ("currency", "physical") else [])
    values = {context.quantity(w).value for w in chosen}
    for whole in chosen[:3]:
        three = [context.quantity(i) for i in (part, whole, share)]
        only = len(values) == 1 and is_expected(whole, context) == is_expected(part, context) and not frame.blocked
        tied = only and (fits(*three) or slip(*three) and bool(bearing))
        claims = {"part": (part,), "whole": (whole,), "share": (share,)}
        sure = only and _sure(part, whole, share, context)
        yield Frame("share", frame.cue, claims, {}, 0, frozenset(claims) if tied or sure else frozenset(), 4, frame.blocked, (), "roles" if sure else "akin whole")


def _sure(part: int, whole: int, share: int, context: Context) -> bool:
    """True of "will take 3.1 million, or 25% of all spending" right behind "a budget of 12.4 million": the share stands at its part, and the
    only other amounts of the two sentences are of another size."""
    home, line, words, at = context.line(whole), context.line(part), near(context), context.lines.position_of
    if line.number - home.number > 1 or home.block != line.block or context.line(share) is not line or not 0 < at[share] - at[part] <= _BESIDE:
        return False
    p, w = (context.quantity(i) for i in (part, whole))
    near_by = [i for i in (*home.figures, *line.figures) if i not in (part, whole) and (q := context.quantity(i)).kind == w.kind and q.value and q.value * _DWARFED > w.value]
    shares = [i for i in (*home.figures, *line.figures) if i != share and context.quantity(i).kind in ("percent", "ratio")]
    of_all = words.pattern("whole-of-all").match(line.symbols, at[share] + 1) is not None
    made = p.value / w.value * 100
    near_enough = made <= _FAR * context.quantity(share).value <= _FAR * _FAR * made
    return of_all and near_enough and not near_by and not shares and not p.approx and not w.approx and not any(words.has("whole-of-veto", x) for x in (home, line))


def _groups(words: frozenset[str], akin: dict[str, frozenset[str]]) -> frozenset[str]:
    return frozenset().union(*(akin.get(w, ()) for w in words))


def _called(whole: int, context: Context) -> frozenset[str]:
    """The words that an amount bears; of what is counted, those that say what it is."""
    q = context.quantity(whole)
    return frozenset(stem(w, context) for w in q.noun) if q.noun else words_at(whole, context)


def _amounts(part: int, share: int, marked: set[int], context: Context) -> Iterator[int]:
    """Larger amounts of the part's unit in front of it, the nearest first."""
    p, number = context.quantity(part), context.lines.line_of[part]
    for index in range(part - 1, max(-1, part - 1 - _TRIED), -1):
        q = context.quantity(index)
        if context.lines.line_of[index] < 0 or number - context.lines.line_of[index] > _BACK:
            continue
        if index == share or index in marked or q.value is None or p.value is None or q.value <= p.value or is_side(index, context):
            continue
        if comparable(part, index, context) and not other_period(index, part, context) and (q.kind == p.kind or p.kind == "number"):
            yield index
