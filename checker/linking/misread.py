"""What part, whole and share of a frame are not: codes, the figures of other things, a set that is named again.

    variants of exon 18/20/21 (15.9%)                  a row of codes is no fraction
    alleles (2/4, 3/4, or 4/4)                         nor is one fraction the share of another
    a rate of 69,77% [30/43]                           a decimal comma, of which the end alone was read
    two groups of mice. Among them, 9 species          a part of what is not counted
    8.4 million (+1.1 million, or 15%)               a step, and what it is of the level before
    Nodes were held by six. Of these 25 patients       the set itself, told behind "of these"
    most of them were deaf (92, 31.9%)                 the share says itself how "most" was meant

The words that tie them are there, so that it is the figures and what they count that tell. `relations` drops such frames; those of
other families are only untied, in `structure/conditions`.
"""

from __future__ import annotations

from itertools import islice

from checker.linking.context import Context
from checker.linking.structure.near import near
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import COUNTED, same_people
from checker.linking.structure.share.pair_doubts import joined, of_other_things, of_then
from checker.linking.structure.share.wholes import as_fraction, fits
from checker.model import GLUED, SIBLINGS, Frame, Quantity, Rule

_BY_NAME = "by name"  # the source of frames in which a word of the part names the whole
_SMALL = 12  # sets of so few, told in words, are groups or kinds
_FEW = 10
_BETWEEN = 12  # figures between a set and what is taken from another
_SHARE = 6  # symbols behind a count in which its share is told
_BESIDE = 2  # tokens from a count to its share
_HALF = 50  # percent
_NEXT = 3  # tokens from a part to the share that is said of it
_FAR = 4  # times as much, or as little
_TENFOLD = 1000  # what a part of one is in percent with a zero too many
_OF_WHOLE = 4  # tokens from a share in brackets to its whole: ") of the"
_ARM_NAME = 9  # tokens behind a share in which "of the group in the north" ends


def misread(frame: Frame, rule: Rule, context: Context) -> bool:
    """True of a frame whose part and whole cannot be what its words make them."""
    claims = frame.claims
    if "part" not in claims or "whole" not in claims or len(claims["part"]) != 1 or frame.source == "table":
        return False
    part, whole = claims["part"][0], claims["whole"][0]
    p, w = context.quantity(part), context.quantity(whole)
    if p.value is None or not w.value:
        return False
    if _signed(p, context):
        return True
    if frame.family in ("majority", "nearly-all") and _share_told(part, whole, context):
        return True
    if "share" in claims and len(claims["share"]) == 1:
        share = context.quantity(claims["share"][0])
        if share.value is not None and (_cut(share, context) or _slashed_twice(p, w, share, context) or frame.source != GLUED and not fits(p, w, share) and _share_of_others(part, whole, share, frame, context)):
            return True
        if frame.source != GLUED and not fits(p, w, share) and _named_otherwise(part, whole, claims["share"][0], context):
            return True
    if rule.operator != "==" and p.value > w.value and (_together(part, whole, context) or _set_against(part, whole, context)):
        return True
    return _row(p, w, context) or rule.operator != "==" and p.value > w.value and p.kind in COUNTED and _of_other_things(frame, context)


def _signed(p: Quantity, context: Context) -> bool:
    """True of "(+31,000, or 9%)": what came on top since, a share of what there was before."""
    return context.extraction.tokens.words[max(0, p.outer - 1) : p.outer] == ["+"] and context.extraction.document.text[p.start - 1] == "+"


def _share_of_others(part: int, whole: int, share: Quantity, frame: Frame, context: Context) -> bool:
    """True of a share that does not fit, where its words or those of its part tell that it is of something else."""
    p, w = context.quantity(part), context.quantity(whole)
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    if p.kind in COUNTED and w.kind in COUNTED and w.place is not None and w.place < 1:
        return True  # "the mean age was 41.0 years; 19 (63%) were boys"
    behind, before = words[share.last + 1 : share.last + 3], words[max(0, share.outer - 2) : share.outer]
    taken = words[share.last + 3 : share.last + 4]
    if behind[:1] == [")"] and set(behind[1:]) & pack.words("part-word") and whole < part and not set(taken) & pack.words("back-reference") and not set(words[share.last + 4 : share.last + _ARM_NAME]) & pack.words("arm-noun"):
        return True  # "Eight (18%) of the missing letters"
    if before[1:] == ["("] and set(before[:1]) & pack.words("share-noun"):
        return True  # "six hens with a high percentage (32%)"
    if words[p.last + 1 : share.first] == ["-"] or behind[:1] and behind[0] in pack.words("share-compared") and share.first - max(p.last, p.noun_last) > _NEXT:
        return True  # "17 - 5%"; "1100 had it and showed higher rates of use (41% vs 15%)"
    in_list = frame.source.startswith(SIBLINGS)  # the others of which hold
    return _far_off(p, w, share) and not in_list and not _enclosed(p, w, share, context) or _counted_before(part, whole, context)


def _enclosed(p: Quantity, w: Quantity, share: Quantity, context: Context) -> bool:
    """True of "40 (31%) of the 128 boats": nothing else can be meant, whatever the figures."""
    words, of = context.extraction.tokens.words, context.lexicon.pack.words("of-word")
    named = p.noun_last if p.noun_last < share.first else p.last  # its noun may be that of the whole behind
    opened = words[max(p.last, named) + 1 : share.outer] == ["("]
    return opened and words[share.last + 1 : share.last + 2] == [")"] and not of.isdisjoint(words[share.last + 2 : share.last + 3]) and 0 < w.outer - share.last <= _OF_WHOLE


def _named_otherwise(part: int, whole: int, share: int, context: Context) -> bool:
    """True of a share that does not fit and is that of two parts together, of a whole of another day, or of what has a name."""
    return joined(part, context) or of_then(share, context) or of_other_things(share, part, whole, context)


def _far_off(p: Quantity, w: Quantity, share: Quantity) -> bool:
    """True of a share so far from that of the part that no slip explains it: "of 0.1% drops, 6 out of 7"."""
    made, stated = p.value / w.value, as_fraction(share) if share.value else 0
    unscaled = share.place is not None and any(2 * abs(made * times - share.value) <= share.place * max(1, times // 100) for times in (1, _TENFOLD))  # "41 of 5,507 (0.007%)", "52 of 208 (250%)"
    return bool(stated) and max(made, stated) > _FAR * min(made, stated) and not unscaled and not evidence(p, w, share)


def _counted_before(part: int, whole: int, context: Context) -> bool:
    """True where another count of the sentence counts what the part does: "214 eyes of 207 patients, among them 163 eyes"."""
    p, w, line = context.quantity(part), context.quantity(whole), context.line(part)
    if not (p.noun and w.noun) or _alike(p, w, context):
        return False
    others = (context.quantity(i) for i in line.quantities(0, context.lines.position_of[part]) if i != whole)
    return any(q.kind in COUNTED and q.noun and q.noun[-1] == p.noun[-1] and q.value is not None and q.value >= p.value for q in others)


def _between(p: Quantity, w: Quantity, context: Context) -> list[str]:
    return context.extraction.tokens.words[p.last + 1 : w.first]


def _row(p: Quantity, w: Quantity, context: Context) -> bool:
    """True of two of a row of codes: "18/20/21"."""
    words = context.extraction.tokens.words
    return _between(p, w, context) == ["/"] and "/" in (words[p.first - 1 : p.first] + words[w.last + 1 : w.last + 2])


def _slashed_twice(p: Quantity, w: Quantity, share: Quantity, context: Context) -> bool:
    """True of the share in "2/4, 3/4": a fraction of figures, beside another one."""
    return share.kind == "ratio" and "/" in context.extraction.tokens.words[share.first : share.last + 1] and _between(p, w, context) == ["/"]


def _cut(share: Quantity, context: Context) -> bool:
    """True of the end of a figure with a decimal comma: "69,77%"."""
    before = context.extraction.document.text[max(0, share.start - 2) : share.start]
    return before[1:] == "," and before[:1].isdigit()


def _share_told(part: int, whole: int, context: Context) -> bool:
    """True where the share right behind a part says that it is no majority of the whole: the word was meant loosely."""
    line, at = context.line(part), context.lines.position_of[part]
    p, w = context.quantity(part), context.quantity(whole)
    shares = (context.quantity(i) for i in line.quantities(max(0, at - _SHARE), at + _SHARE))
    return any(q.kind == "percent" and q.value is not None and q.value < _HALF and (fits(p, w, q) or 0 < q.first - p.last <= _BESIDE) for q in shares)


# ---------------------------------------------------------------- parts above their whole


def _of_other_things(frame: Frame, context: Context) -> bool:
    """True where a part that is larger than its whole is likelier one of something else than a mistake."""
    part, whole = frame.claims["part"][0], frame.claims["whole"][0]
    p, w = context.quantity(part), context.quantity(whole)
    if w.kind in COUNTED and (w.place is not None and w.place < 1 or context.extraction.tokens.words[w.last + 1 : w.last + 2] == ["-"] and context.extraction.document.text[w.end : w.end + 2][1:].isdigit() or context.extraction.document.text[max(0, w.start - 1) : w.start] == "-"):
        return True  # "a constant of 4.0 X 10"; "forth-six patients"
    first, second = (p, w) if part < whole else (w, p)
    joins, words = context.lexicon.pack.words("conjunction"), context.extraction.tokens.words
    if (between := _between(first, second, context)) and set(between) <= joins or w.outer and words[w.outer - 1] in joins:
        return True  # "eight or ten of these"; "61 dogs and three cats, of which 22"
    if part < whole:
        return _is_set(p, context)
    if _is_set(p, context) or context.extraction.document.text[p.end : p.end + 1] == "-":
        return True  # "among the five, 6-, 7-, and 9-phenols"
    apart = frame.source != _BY_NAME and not _alike(p, w, context) and bool(p.noun) and (bool(w.noun) or w.style == "words" and w.value <= _SMALL)
    apart = apart or bool(w.noun) and w.style == "words" and w.value < _FEW and p.style == "digits"  # "two families, including 64 hares"
    return apart or not frame.spans.get("whole-words") and _held_by_another(part, whole, context)


def _together(part: int, whole: int, context: Context) -> bool:
    """True where a part of a later sentence is one of several wholes together: "7,000 from Ems, 4,000 from Tolk. Of these, 9,000"."""
    p, w, home = context.quantity(part), context.quantity(whole), context.line(whole)
    line, pack = context.line(part), context.lexicon.pack
    opening = context.extraction.tokens.words[line.firsts[0] : line.firsts[0] + 2]
    if whole > part or line is home or len(opening) < 2 or opening[0] not in pack.words("part-word") or opening[1] not in pack.words("pointing-word") | pack.words("back-reference"):
        return False
    alike = [q.value for q in map(context.quantity, home.figures) if q.value is not None and q.kind == w.kind and (q.kind in COUNTED or q.unit == w.unit) and q.value <= p.value]
    return len(alike) > 1 and sum(alike) >= p.value


def _set_against(part: int, whole: int, context: Context) -> bool:
    """True of "those of 84 sheep were compared with 1,310", "2,600 boats, far below the 5,900": two sets; and of "610 were hurt, of
    whom 40 died", where the second is the part."""
    line, at = context.line(whole), context.lines.position_of
    if context.line(part) is not line:
        return False
    words, (first, second) = near(context), sorted((at[part], at[whole]))
    behind = part < whole and words.within("part-follows", line, first + 1, second)
    return behind or context.quantity(part).approx == "below" or words.within("sets-compared", line, max(0, at[whole] - _SHARE), second)


def _is_set(q: Quantity, context: Context) -> bool:
    """True of the figure in "of these 25 patients", "a total of 25": the set itself."""
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    before = words[max(0, q.outer - 2) : q.outer]
    return len(before) == 2 and (before[0] in pack.words("part-word") and before[1] in pack.words("pointing-word") or before[0] in pack.words("total-word") and before[1] in pack.words("part-word"))


def _alike(p: Quantity, w: Quantity, context: Context) -> bool:
    """True where both count what has one name, or people; not in "33 loci, including 114 matings"."""
    return bool(p.noun and w.noun) and p.noun[-1] == w.noun[-1] or same_people(p, w, context)


def _held_by_another(part: int, whole: int, context: Context) -> bool:
    """True where a count between the two could hold the part: "four came home. Thirteen died, and of these 5"."""
    p = context.quantity(part)
    others = (context.quantity(i) for i in islice(range(whole + 1, part), _BETWEEN))
    return any(q.kind in COUNTED and q.value is not None and q.value >= p.value for q in others)
