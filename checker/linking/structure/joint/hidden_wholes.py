"""Counts with their shares, one in each of several sentences, of a whole that is printed nowhere.

"126 (45%) had a father in the mine ... in 84 cases (30%) ... twins numbered 14 (5%)": all give 280 away. Two that agree
and a third that one slip of the hand would make agree are at odds; more cannot be told, as each may have a whole of its own.
"""

from __future__ import annotations

from checker.interval import Interval
from checker.linking.context import Context
from checker.linking.structure.joint.evidence import slipped
from checker.linking.structure.joint.page import Page, page_of
from checker.linking.structure.share.labels import Label, agreed_on, implied_whole
from checker.model import Frame
from checker.rational import Fraction

_WITHIN = 8  # sentences from the first to the last
_APART = 5  # words between a count and its share
_COUNTED = ("count", "number")
_NARROW = Fraction(1, 10)  # a whole known no better than this proves nothing


def hidden_wholes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "same-base" (part, share; other-part, other-share)."""
    page = page_of(context)
    taken = {i for f in frames if f.family in ("share", "same-base", "slash") and f.pinned for i in f.claims.get("part", ())}
    labels = [label for line in page.lines for label in _labels(page, line) if label.value not in taken]
    found: list[Frame] = []
    while len(labels) > 2:
        group = [x for x in labels if x.line - labels[0].line <= _WITHIN]
        found += _of(group, context) if len({x.line for x in group}) > 1 and len(group) > 2 else []
        labels = labels[len(group) :]
    return found


def _labels(page: Page, line) -> list[Label]:
    """The counts of a sentence with a share in brackets behind them."""
    found = []
    marks = page.reader.words.separators
    for at, index in line.placed:
        q = page.context.quantity(index)
        if q.kind != "percent" or q.change or not q.value or marks.get(line.symbols[at - 1 : at]) != "(" or marks.get(line.symbols[at + 1 : at + 2]) != ")":
            continue
        if line.symbols[at + 2 : at + 3] in page.reader.words.of:
            continue  # 48 (75%) of one group
        before = [p for p in range(max(0, at - 2 - _APART), at - 1) if line.quantity[p] >= 0]
        if not before or any(line.symbols[p] in marks for p in range(before[-1], at - 1)):
            continue
        count = page.context.quantity(line.quantity[before[-1]])
        if count.kind in _COUNTED and count.value and count.value.denominator == 1 and not count.approx:
            frame = page.frame("label", {"value": (line.quantity[before[-1]],), "share": (index,)})
            found.append(Label(line.quantity[before[-1]], index, line.number, frame))
    return found


def _of(group: list[Label], context: Context) -> list[Frame]:
    """Each entry beside the one that knows the whole best, where all but one agree and a slip explains that one."""
    nouns = {q.noun[-1] for x in group if (q := context.quantity(x.value)).noun}
    years = {q.when.year for x in group for i in context.lines.lines[x.line].figures if (q := context.quantity(i)).when is not None and q.when.year}
    if len(years) > 1 or len({x.line for x in group}) < len(group):
        return []  # other years, or groups side by side
    known = {x: whole for x in group if (whole := implied_whole(x, context)) is not None}
    if len(known) < len(group) or len(nouns) > 2:
        return []
    agreed = max((agreed_on(x, list(known), known) for x in known), key=len)
    best = min(agreed, key=lambda x: _width(known[x]))
    odd = [x for x in group if x not in agreed]
    if len(odd) > 1 or len(agreed) < 2 or _width(known[best]) > _NARROW or odd and not _explained(odd[0], _common(agreed, known), context):
        return []
    claims = [(x, {"part": (x.value,), "share": (x.share,), "other-part": (best.value,), "other-share": (best.share,)}) for x in group if x is not best]
    return [Frame("same-base", x.frame.cue, made, {}, 0, frozenset(made), 2, None, (), "hidden_wholes") for x, made in claims]


def _common(agreed: list[Label], known: dict[Label, Interval]) -> Interval:
    common = known[agreed[0]]
    for x in agreed[1:]:
        common = common.meet(known[x]) or common
    return common


def _explained(odd: Label, whole: Interval, context: Context) -> bool:
    value, share = context.quantity(odd.value), context.quantity(odd.share)
    middle = (whole.lo + whole.hi) / 2
    return slipped(value, middle * share.value / 100) or slipped(share, value.value * 100 / middle)


def _width(x: Interval) -> Fraction:
    return (x.hi - x.lo) / x.hi
