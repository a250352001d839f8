"""Lists of counts with their shares: "headache in 40 (25.0%), nausea in 24 (15.0%)" has one whole, named or not.

A whole that at least two other entries fit is that of the list. Without one in the text the entries still have to agree
on some whole: one that alone does not is at odds with its neighbours.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.interval import Interval, point
from checker.linking.context import Context
from checker.linking.structure.near import near
from checker.linking.structure.parts import is_compared
from checker.linking.structure.rate.unit_rates import is_step
from checker.linking.structure.share.figures import comparable
from checker.linking.structure.share.wholes import as_fraction, fits
from checker.linking.structure.slips import PLAIN, TELLING
from checker.linking.structure.variants import variants
from checker.model import SIBLINGS, Frame
from checker.rational import Fraction
from checker.rounding import reading

GROUPS = "label-groups"  # on the shelf: the lists of a document
_BACK = 5  # lines in front of a list where its whole may stand
_NARROW = Fraction(1, 12)  # a whole known no better than this proves nothing
_COUNTED = ("count", "number")
_LED = 3  # symbols in front of a whole in which words lead to it
_HUNDRED = 100


@dataclass(frozen=True, slots=True, eq=False)
class Label:
    """A count and the share beside it; `whole` where the text itself says of what."""

    value: int
    share: int
    line: int
    frame: Frame
    whole: int | None = None


def label_lists(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" for entries whose list has a whole, "same-base" for entries of a list without one."""
    found: list[Frame] = [*_with_rest(context, frames), *_single(context, frames)]
    groups = context.shelf[GROUPS] = list(_groups(context, frames))
    for group in groups:
        whole = _whole(group, context)
        found.extend(_against(group, whole, context) if whole is not None else _agreeing(group, context))
    return found


def _with_rest(context: Context, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """"139 (65%) were in favour, the other 75 opposed": together they are a count of the text, and that is the whole."""
    labels = {f.claims["value"][0]: f for f in frames if f.family == "label"}
    for rest in (f.claims["rest"][0] for f in frames if f.family == "rest"):
        if context.quantity(rest).kind not in _COUNTED:
            continue
        number = context.lines.line_of[rest]
        own = [i for i in context.lines.lines[number].figures if i in labels and i < rest]
        total = sum(context.quantity(i).value or 0 for i in (*own, rest))
        earlier = (i for n in range(number, max(-1, number - 1 - _BACK), -1) for i in context.lines.lines[n].figures if i not in own and i < rest)
        whole = next((i for i in earlier if context.quantity(i).kind in _COUNTED and context.quantity(i).value == total), None)
        for value in own if whole is not None else ():
            label = Label(value, labels[value].claims["share"][0], number, labels[value])
            yield frame_of("share", label, {"part": value, "whole": whole, "share": label.share}, True)


def _single(context: Context, frames: tuple[Frame, ...]) -> Iterator[Frame]:
    """"1,420 ewes were scanned and 1,207 (85%) were in lamb": a bare count with its share, after one counted set."""
    known = {f.claims["part"][0] for f in frames if f.family in ("share", "pair", "slash", "opening-pair") and "part" in f.claims}
    known |= {f.claims["whole"][0] for f in frames if f.family in ("pair", "slash", "share") and "whole" in f.claims}
    known |= {f.claims["part"][0] for f in frames if f.family == "named"}
    labelled = {f.claims["value"][0] for f in frames if f.family in ("tail", "tail-of", "label")}
    yield from _amounts(known, labelled, frames, context)
    ties = [f for f in frames if f.family in ("label", "tie")]
    shares: dict[int, set[int]] = {}
    for frame in ties:
        shares.setdefault(context.lines.line_of[frame.claims["value"][0]], set()).add(frame.claims["share"][0])
    for frame in ties:
        value, share = frame.claims["value"][0], frame.claims["share"][0]
        q = context.quantity(value)
        number = context.lines.line_of[value]
        if len(shares[number]) > 1 or value in known or is_step(value, context) or q.kind != "number" or not q.value or q.value.denominator != 1 or context.quantity(share).change:
            continue
        before = [i for i in context.lines.lines[number].quantities(0, context.lines.position_of[value]) if _countable(i, context)]
        if not before and number:
            before = [i for i in context.lines.lines[number - 1].figures if _countable(i, context)]
        sets = [i for i in before if context.quantity(i).value > q.value]
        if len(before) == len(sets) == 1 and sets[0] not in labelled and context.quantity(sets[0]).noun and not _behind_share(sets[0], context):
            label = Label(value, share, number, frame)
            yield frame_of("share", label, {"part": value, "whole": sets[0], "share": share}, True)


def _behind_share(index: int, context: Context) -> bool:
    """True of "(81 per cent, 51.3 million)": it has a share of its own."""
    line, at = context.line(index), context.lines.position_of[index]
    before = line.quantity[at - 2] if at > 1 and line.symbols[at - 1] in context.lexicon.symbols.marks else -1
    return before >= 0 and context.quantity(before).kind == "percent"


def _amounts(known: set[int], labelled: set[int], frames: tuple[Frame, ...], context: Context) -> Iterator[Frame]:
    """"a budget of 210 billion sets aside 42 billion, or 20 percent": the one amount in front, if words make it a whole."""
    pack, words = context.lexicon.pack, context.extraction.tokens.words
    for frame in frames:
        if frame.family != "tail":
            continue
        value, share = frame.claims["value"][0], frame.claims["share"][0]
        q, s = context.quantity(value), context.quantity(share)
        if value in known or is_compared(value, context) or q.kind not in ("currency", "physical", "number") or s.change or bool(set(words[s.last + 1 : s.last + 2]) & pack.words("part-word")) or q.change:
            continue
        line = context.line(value)
        before = [i for i in line.quantities(0, context.lines.position_of[value]) if comparable(value, i, context) and context.quantity(i).kind in ("currency", "physical")]
        if len(before) != 1 or before[0] in labelled or context.quantity(before[0]).value <= (q.value or 0):
            continue
        first = context.quantity(before[0]).outer
        if {*words[max(0, first - 3) : first]} & pack.words("whole-mark"):
            yield frame_of("share", Label(value, share, line.number, frame), {"part": value, "whole": before[0], "share": share}, True)


def _countable(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind in _COUNTED and q.value is not None and q.value.denominator == 1


def _groups(context: Context, frames: tuple[Frame, ...]) -> Iterator[list[Label]]:
    """Labels of one sentence, or one each of sentences that follow one another (a list of points)."""
    wholes = {f.claims["part"][0]: f.claims["whole"][0] for f in frames if f.family in ("share", "slash") and "whole" in f.claims and "part" in f.claims and f.pinned}
    taken = {f.claims[p][0] for f in frames if f.family == "slash" for p in ("part", "whole")}
    taken |= {f.claims["whole"][0] for f in frames if f.family in ("pair", "share") and "whole" in f.claims and f.pinned}
    by_line: dict[int, dict[int, Label]] = {}
    for frame in frames:
        if frame.family != "label" and not (frame.family == "front" and _in_bracket(frame.claims["value"][0], frame.claims["share"][0], context)):
            continue
        value, share = frame.claims["value"][0], frame.claims["share"][0]
        q, s = context.quantity(value), context.quantity(share)
        if q.kind not in _COUNTED or not q.value or q.value.denominator != 1 or s.change or not s.value or value in taken:
            continue
        number = context.lines.line_of[value]
        by_line.setdefault(number, {}).setdefault(share, Label(value, share, number, frame, wholes.get(value)))
    run: list[Label] = []
    for number in sorted(by_line):
        labels = [by_line[number][k] for k in sorted(by_line[number])]
        if len(labels) > 1:
            yield from _runs(run)
            run = []
            yield labels
        elif run and number == run[-1].line + 1 and _points(run[-1].line, number, context):
            run += labels
        else:
            yield from _runs(run)
            run = labels
    yield from _runs(run)


def _in_bracket(value: int, share: int, context: Context) -> bool:
    """True of the count in "41 per cent (1.7 million)": alone in the brackets behind its share."""
    line, at, chars = context.line(share), context.lines.position_of, context.lexicon.symbols.chars
    around = line.symbols[at[share] + 1 : at[share] + 2], line.symbols[at[value] + 1 : at[value] + 2]
    return context.line(value) is line and at[value] == at[share] + 2 and around == (chars["("], chars[")"])


def _points(a: int, b: int, context: Context) -> bool:
    """True of two points of one list: sentences of their own blocks."""
    first, second = context.lines.lines[a].block, context.lines.lines[b].block
    return first != second or context.extraction.document.blocks[second].kind == "item"


def _runs(run: list[Label]) -> Iterator[list[Label]]:
    if len(run) > 1:
        yield run


def _whole(group: list[Label], context: Context) -> int | None:
    """The count near the list that most of its entries fit, at least two of them."""
    best: tuple[int, bool, int, int, int] | None = None
    own = {label.value for label in group}
    largest = sorted(context.quantity(label.value).value for label in group)[-2 if len(group) > 2 else -1]  # one may be wrong
    fitting: dict[Fraction, set[int]] = {}  # entries that a whole of this size fits
    first = group[0].line
    for index in counted_around(group, _BACK, context):
        q = context.quantity(index)
        if q.value < largest:
            continue
        if q.value not in fitting:
            fitting[q.value] = {x.value for x in group if is_of(x, index, context)}
        count = len(fitting[q.value] - {index})
        rank = (count, index not in own, -abs(context.lines.line_of[index] - first), -index)
        if count >= 2 and (best is None or rank > best[:4]):
            best = (*rank, index)
    return None if best is None else best[4]


def counted_around(group: list[Label], back: int, context: Context) -> Iterator[int]:
    """The counts of a list's sentences and of so many in front of it, the nearest sentence first."""
    for number in range(group[-1].line, max(-1, group[0].line - 1 - back), -1):
        for index in context.lines.lines[number].figures:
            if _countable(index, context) and not context.quantity(index).approx:
                yield index


def is_of(label: Label, whole: int, context: Context) -> bool:
    """True of an entry whose share is that of its count in the whole; counts in millions are as rounded."""
    p, w = context.quantity(label.value), context.quantity(whole)
    if fits(p, w, context.quantity(label.share)):
        return True
    implied = implied_whole(label, context) if p.scale > 1 and w.scale > 1 else None
    return implied is not None and implied.meet(reading(w).interval) is not None


def _nearly(label: Label, whole: int, context: Context) -> bool:
    """True of a share that misses by one in its last digit, cut off instead of rounded: 55.6% of what is 55.66."""
    part, share = context.quantity(label.value), context.quantity(label.share)
    return abs(part.value / context.quantity(whole).value - as_fraction(share)) * _HUNDRED < (share.place or 1)


def _against(group: list[Label], whole: int, context: Context) -> Iterator[Frame]:
    fitting = [x for x in group if is_of(x, whole, context)]
    odd = sum(x.value != whole and x not in fitting and not _nearly(x, whole, context) for x in group)
    for label in group:
        if label.whole is not None or label.value == whole:
            continue
        others = len(fitting) - (any(label is x for x in fitting))
        sure = others >= 2 and odd <= 1 and not _subset(label, group, context)
        made = frame_of("share", label, {"part": label.value, "whole": whole, "share": label.share}, sure)
        yield replace(made, source=f"{SIBLINGS} {made.source}") if sure else made


def _subset(label: Label, group: list[Label], context: Context) -> bool:
    """True where an entry with a whole of its own is this one and another: "34 of 237, new in 26, healed in 8"."""
    own = context.quantity(label.value).value
    values = [context.quantity(x.value).value for x in group if x is not label]
    split = [context.quantity(x.value).value for x in group if x is not label and x.whole is not None]
    return any(a - b == own for a in split for b in values)


def _agreeing(group: list[Label], context: Context) -> Iterator[Frame]:
    """Each entry beside the one that knows the whole best, among those that agree."""
    if len(group) < 3 or group[0].line != group[-1].line:
        return
    wholes = {x: implied_whole(x, context) for x in group}
    known = [x for x in group if wholes[x] is not None]
    agreed = max((agreed_on(x, known, wholes) for x in known), key=len, default=[])
    if len(agreed) < 2 or len(agreed) < len(group) - 1:
        return
    best = min(agreed, key=lambda x: _width(wholes[x]))
    if _width(wholes[best]) > _NARROW:
        return
    if len(agreed) == len(group):
        yield from _misstated(group, agreed, wholes, context)
    for label in group:
        if label is not best and label.whole is None:
            sure = len(agreed) - (any(label is x for x in agreed)) >= 2
            claims = {"part": label.value, "share": label.share, "other-part": best.value, "other-share": best.share}
            yield frame_of("same-base", label, claims, sure)


def _misstated(group: list[Label], agreed: list[Label], wholes: dict[Label, Interval], context: Context) -> Iterator[Frame]:
    """The share of the entry that knows the whole best in the one count in front of the list, where one slip in that makes it
    the whole on which all entries agree: "of 2,140 hens 103 (25%) were brown, 66 (16%) white and 41 (10%) grey"."""
    line, first = context.line(group[0].value), context.lines.position_of[group[0].value]
    common = wholes[agreed[0]]
    for x in agreed[1:]:
        common = common.meet(wholes[x]) or common
    before = [i for i in line.quantities(0, first) if _countable(i, context)]
    opening = context.lines.lines[line.number - 1] if line.number and not before else line
    if opening is not line and opening.block == line.block:
        before = [i for i in opening.figures if _countable(i, context)]
    if len(before) != 1 or _width(common) > _NARROW:
        return
    q = context.quantity(before[0])
    led = near(context).ends("whole-led" if opening is line else "sum-in-all", opening, context.lines.position_of[before[0]], _LED)
    least = TELLING if opening is line else PLAIN
    if opening is not line and near(context).pattern("own-subject").match(line.symbols):
        return  # "A total of 912 were weighed. Among the layers ..."
    slipped = any(level >= least and value in common for value, level in variants(q)) if q.style == "digits" and not q.approx and q.value >= _HUNDRED else False
    if led and slipped:
        best = min(agreed, key=lambda x: _width(wholes[x]))
        yield frame_of("share", best, {"part": best.value, "whole": before[0], "share": best.share}, True)


def implied_whole(label: Label, context: Context) -> Interval | None:
    """The whole that count and share determine."""
    share, count = reading(context.quantity(label.share)).interval, context.quantity(label.value)
    value = reading(count).interval if count.scale != 1 else point(count.value)
    if None in (share.lo, share.hi, value.lo, value.hi) or share.lo <= 0:
        return None
    return Interval(value.lo * 100 / share.hi, value.hi * 100 / share.lo)


def _width(x: Interval) -> Fraction:
    return (x.hi - x.lo) / x.hi


def agreed_on(label: Label, known: list[Label], wholes: dict[Label, Interval | None]) -> list[Label]:
    """The largest set around `label` in the order of the text whose implied wholes have an integer in common."""
    common, found = wholes[label], [label]
    for other in known:
        if other is not label:
            met = common.meet(wholes[other])
            if met is not None and met.hi // 1 >= met.lo:
                common, found = met, [*found, other]
    return found


def frame_of(family: str, label: Label, claims: dict[str, int], pinned: bool) -> Frame:
    names = {part: (q,) for part, q in claims.items()}
    return Frame(family, label.frame.cue, names, {}, 0, frozenset(names) if pinned else frozenset(), 1, label.frame.blocked, (), label.frame.source)
