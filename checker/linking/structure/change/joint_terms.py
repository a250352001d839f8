"""Shares before and after and the growths of part and whole that are told in other terms, of other things or times.

    24% of turnover, up from 20% ... 44% more units                measured otherwise
    33% of visitors, against 30% in 2022 ... 32% more since 2018   another time
    36% of the students ... applications went up 5% overall        another whole
    rail up 26% in the country ... in the region 21%               another place
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling, years_in
from checker.linking.lines import Line
from checker.linking.structure.at_figure import two_bases
from checker.linking.structure.near import near
from checker.linking.structure.rate.areas import apart
from checker.model import TIMES, Frame

_WHOLES = {"joint": ("multiple", "change")}  # (part, whole) of the families; of the others:
_WHOLE = ("change", "rate")
_SHARES, _NOUN = ("percent", "ratio"), 5  # symbols behind "of" that name the whole
_OBJECT = 3  # symbols behind "its" that name it
_ALIKE = 5  # letters with which two forms of a word begin


def other_terms(frame: Frame, context: Context) -> bool:
    """Whether the figures of a frame of part and whole are told in different terms."""
    of_part, of_whole = _WHOLES.get(frame.family, _WHOLE)
    if not {of_part, of_whole, "share-new", "share-base"} <= frame.claims.keys():
        return False
    new, base, part, whole = (context.line(frame.claims[name][0]) for name in ("share-new", "share-base", of_part, of_whole))
    if None in (new, base, part, whole):
        return False
    if any(near(context).has("joint-redefined", context.lines.lines[n]) for n in near(context).standing("joint-redefined")):
        return True
    shares = [new, base]
    if two_bases([*shares, part, whole], near(context)) or _years_apart(shares, part, context) or _years_apart(shares, whole, context):
        return True
    if _its_own(frame.claims[of_part][0], shares, context) or _result(part, frame.claims[of_part][0], shares, context):
        return True
    return apart(part, [*shares, whole], context) or _another_whole(frame.claims[of_whole][0], [*shares, part], context)


def _years_apart(shares: list[Line], grown: Line, context: Context) -> bool:
    """True where a growth starts before the shares, "since 2018", or ends after them; a share of 2022 goes with a growth in 2023."""
    told, own = set().union(*(years_in(line, context, ends=True) for line in shares)), years_in(grown, context, ends=True)
    if grown in shares or not told or not own:
        return False
    return min(own) < min(told) or max(own) > max(told) + (len(told) == 1)


def _its_own(index: int, shares: list[Line], context: Context) -> bool:
    """True of "doubled its fleet", where the shares are of no fleet."""
    line, at = context.line(index), context.lines.position_of[index] + 1
    if not near(context).within("joint-owner", line, at, at + 1):
        return False
    stop = min(len(line.firsts), at + 1 + _OBJECT)
    owned = telling(content(line.firsts[at + 1], line.lasts[stop - 1] + 1, context), context) if stop > at + 1 else frozenset()
    return bool(owned) and not any(owned & content(o.firsts[0], o.lasts[-1] + 1, context) for o in shares if o is not line)


def _result(part: Line, index: int, shares: list[Line], context: Context) -> bool:
    """True of "profits from organic food rose 60%", where the shares are of sales."""
    words, at = near(context), context.lines.position_of[index]
    before = max((p + 1 for p, _ in part.placed if p < at), default=0)
    return words.within("joint-profit", part, before, at) and not any(words.has("joint-profit", o) for o in shares if o is not part)


def _another_whole(index: int, others: list[Line], context: Context) -> bool:
    """True where the subject of the growth of the whole is named nowhere beside the shares and the part."""
    line, at = context.line(index), context.lines.position_of[index]
    if line in others:
        return False
    marks = context.lexicon.symbols.marks
    start = max((p + 1 for p in range(at) if line.symbols[p] in marks or line.quantity[p] >= 0), default=0)
    subject = telling(content(line.firsts[start], line.firsts[at], context), context) - _light(context)
    told = _share_of(others[:2], context)
    named = telling(told, context) - _light(context)
    if told and not named:
        return False  # of the market, of the total
    if subject and named and not _akin(subject, named):
        return True
    known = frozenset().union(*(content(o.firsts[0], o.lasts[-1] + 1, context) for o in others)) | _times(line, context)
    return bool(subject) and not _akin(subject, known)


def _akin(some: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a word of the one is one of the other, or begins like it."""
    return any(a == b or a[:_ALIKE] == b[:_ALIKE] and len(a) >= _ALIKE for a in some for b in others)


def _share_of(lines: list[Line], context: Context) -> frozenset[str]:
    """What shares are said to be of, "36% of the students": the words behind, up to a preposition or a mark."""
    found: frozenset[str] = frozenset()
    of, ends = near(context).pattern("of-word"), near(context).pattern("nested-narrow")
    marks = context.lexicon.symbols.marks
    for line in lines:
        for at, i in line.placed:
            if context.quantity(i).kind in _SHARES and of.match(line.symbols, at + 1):
                end = min(at + 2 + _NOUN, len(line.symbols))
                stop = next((p for p in range(at + 2, end) if line.symbols[p] in marks or line.quantity[p] >= 0 or ends.match(line.symbols, p)), end)
                found |= content(line.firsts[at + 2], line.lasts[stop - 1] + 1, context) if stop > at + 2 else frozenset()
    return found


def _times(line: Line, context: Context) -> frozenset[str]:
    told = [q for i in line.figures if (q := context.quantity(i)).kind in TIMES]
    return frozenset(w for q in told for w in content(q.first, q.last + 1, context))


def _light(context: Context) -> frozenset[str]:
    """The stems of the words that say no more than that it is the whole, or that it grew."""
    pack = context.lexicon.pack.words
    return frozenset(context.stems[w] for name in ("of-all-kinds", "joint-whole-light") for entry in pack(name) for w in entry.split())
