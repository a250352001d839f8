"""Part, whole and share in one form that leaves no room for another meaning: one bracket, or one figure behind the other.

    7/250 (2.8%)    7/250 hens, 2.8%    7 of the 250 hens (2.8%)      the fraction with its share behind it
    2.8% (7/250)    2.8% (7 of 250 hens)    (2.8%, 7/250)             the share with its fraction behind it
    7 (2.8%) of 250    7 hens [2.8%] out of the 250                   the share in brackets between the two

Whatever else the sentence holds, and by however much they miss one another, nothing but these three is meant. Nothing is said of
what agrees (the looser ties see that as well), nor of fractions that are names; of small figures only where one slip explains it, others of the sentence hold or the whole has such shares.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.parts import after_noun, bare_or_same, conjunctions
from checker.linking.structure.rate.unit_rates import is_step
from checker.linking.structure.share.evidence import evidence
from checker.linking.structure.share.figures import COUNTED, comparable, is_share
from checker.linking.structure.share.wholes import fits
from checker.linking.structure.slips import TELLING, slip_between
from checker.model import GLUED, Frame, Quantity
from checker.rational import Fraction

_NOUN = 3  # symbols of what is counted
_OF = 6  # symbols of "out of a total of the"
_SMALL = 20  # "3 of 5" may be what somebody has reached
_SEEN_FROM = (6, 20)  # metres and feet from which an eye reads
_BACK, _TRIED = 3, 20  # lines in front with another whole, and figures of them
_SAME = 2  # tier of what one sentence ties
_HUNDRED = 100
_NAME = 4  # symbols of "a score of" in front of a fraction
_OPEN, _CLOSE = "([", ")]"
_INSIDE = ",;"

Triple = tuple[int, int, int]  # the figures of a part, a whole and a share


def glued_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "share" (part, whole, share) of what does not agree."""
    found = [_frame(triple, context) for triple in _opened(frames, context)]
    for line in context.lines.figured:
        triples = [triple for at, index in line.placed if _percent(index, context) for triple in _read(index, at, line, context)]
        wrong = [triple for triple in triples if not _fit(triple, context)]
        if any(_label(part, whole, context) for part, whole, _ in wrong):
            continue  # "20/21 (14%)" is a season, and so is what stands beside it
        found += [_frame(triple, context) for triple in wrong if _sure(triple, len(triples) - len(wrong), context)]
    return found


def _label(part: int, whole: int, context: Context) -> bool:
    """True of a bare stroke between figures that follow one another ("20/21"), or of which the first is larger ("205/55 tyres")."""
    p, w = context.quantity(part), context.quantity(whole)
    return whole == part + 1 and w.first - p.last == 2 and (w.value == p.value + 1 or p.value > w.value) and "/" in context.extraction.tokens.words[p.last + 1 : w.first]


def _opened(frames: tuple[Frame, ...], context: Context) -> Iterator[Triple]:
    """What phrases tie of the form "of the 250 hens, 7 (2.8%)", "250 hens, of which 7 (2.8%)", where one slip that tells explains the
    miss, or the part has the figure of its whole."""
    for frame in frames:
        if frame.family != "share" or not frame.pinned >= {"part", "whole", "share"} or frame.tier > _SAME:
            continue
        part, whole, share = triple = tuple(frame.claims[name][0] for name in ("part", "whole", "share"))
        line, at = context.line(part), context.lines.position_of[share]
        behind = whole < part and context.line(whole) is line is context.line(share) and _is(_OPEN, at - 1, line, context) and _is(_CLOSE, at + 1, line, context)
        if not behind or context.lines.position_of[part] != _counted(at - 2, line, context) or not _percent(share, context) or _fit(triple, context):
            continue
        p, w = context.quantity(part), context.quantity(whole)
        if _named(part, whole, line, context) or near(context).pattern("of-alone").match(line.symbols, at + 2):
            continue
        telling = p.value == w.value or evidence(p, w, context.quantity(share)) >= TELLING
        if telling and _sure(triple, 0, context) and not _of_another(triple, context, True):
            yield triple


def _percent(index: int, context: Context) -> bool:
    q = context.quantity(index)
    return q.kind == "percent" and q.value is not None and q.value >= 0 and not q.approx and not q.change


def _read(share: int, at: int, line: Line, context: Context) -> Iterator[Triple]:
    """The part and the whole that one of the forms gives to a share: none, or one pair."""
    pair = _behind(at, line, context) or _in_front(at, line, context) or _between(at, line, context)
    if pair is None or not is_share(share, context):
        return
    part, whole = pair
    if comparable(part, whole, context) and not _named(part, whole, line, context):
        yield part, whole, share


def _behind(at: int, line: Line, context: Context) -> tuple[int, int] | None:
    """The fraction in front of a share that a bracket holds, or that a comma sets off inside one: "7/250 (2.8%)", "(7/250, 2.8%)"."""
    own, closed = _is(_OPEN, at - 1, line, context), _is(_CLOSE + _INSIDE, at + 1, line, context)
    if not (own and closed or _is(_INSIDE, at - 1, line, context) and _is(_CLOSE, at + 1, line, context)):
        return None
    whole = _before(at - 2, line, context)
    return _fraction_to(whole, line, context) if whole >= 0 else None


def _in_front(at: int, line: Line, context: Context) -> tuple[int, int] | None:
    """The fraction in the bracket that a share stands in front of, or in with it: "2.8% (7/250 hens)", "(2.8%, 7 of 250)"."""
    if not _is(_OPEN + _INSIDE, at + 1, line, context):
        return None
    inner = _is(_INSIDE, at + 1, line, context)
    if inner and not _is(_OPEN, at - 1, line, context):
        return None
    sign = near(context).pattern("glued-sign").match(line.symbols, at + 2)
    pair = _fraction_from(sign.end() if sign else at + 2, line, context)
    if pair is None:
        return None
    end = context.lines.position_of[pair[1]] + 1
    end = next((p for p in range(end, min(end + _NOUN, len(line.symbols) - 1) + 1) if not _word(p, line, context)), end)
    return pair if _is(_CLOSE if inner else _CLOSE + _INSIDE, end, line, context) else None


def _between(at: int, line: Line, context: Context) -> tuple[int, int] | None:
    """The part in front of a share in brackets and the whole behind it: "7 hens (2.8%) of the 250"."""
    if not (_is(_OPEN, at - 1, line, context) and _is(_CLOSE, at + 1, line, context)):
        return None
    part, whole = _counted(at - 2, line, context), _of(at + 2, line, context)
    return (line.quantity[part], line.quantity[whole]) if part >= 0 and whole >= 0 else None


def _fraction_to(whole: int, line: Line, context: Context) -> tuple[int, int] | None:
    """The fraction whose whole stands at a position."""
    if _is("/", whole - 1, line, context):
        part = whole - 2
    else:
        lead = next((m for m in near(context).matches("glued-of", line, max(0, whole - _OF), whole) if m.end() == whole), None)
        part = _counted(lead.start() - 1, line, context) if lead else -1
    return (line.quantity[part], line.quantity[whole]) if part >= 0 and line.quantity[part] >= 0 else None


def _fraction_from(part: int, line: Line, context: Context) -> tuple[int, int] | None:
    """The fraction that begins at a position."""
    if part >= len(line.symbols) or line.quantity[part] < 0:
        return None
    if _is("/", part + 1, line, context):
        whole = part + 2 if part + 2 < len(line.symbols) and line.quantity[part + 2] >= 0 else -1
    else:
        start = next((p for p in range(part + 1, part + 2 + _NOUN) if p >= len(line.symbols) or near(context).pattern("glued-of").match(line.symbols, p)), len(line.symbols))
        whole = _of(start, line, context) if start < len(line.symbols) and _counted(start - 1, line, context) == part else -1
    return (line.quantity[part], line.quantity[whole]) if whole >= 0 else None


def _of(start: int, line: Line, context: Context) -> int:
    """The position of the figure that "of", "out of the" leads to; -1 where there is none."""
    lead = near(context).pattern("glued-of").match(line.symbols, start) if start < len(line.symbols) else None
    return lead.end() if lead and lead.end() < len(line.symbols) and line.quantity[lead.end()] >= 0 else -1


def _before(at: int, line: Line, context: Context) -> int:
    """The position of the figure in front of a few words that end at a position; -1 where something else lies between."""
    for p in range(at, max(-1, at - _NOUN - 1), -1):
        if line.quantity[p] >= 0:
            return p
        if not _word(p, line, context):
            return -1
    return -1


def _counted(at: int, line: Line, context: Context) -> int:
    """The position of the figure that ends at a position, with what it counts: "7", "7 old hens"; -1 where words of others lie between."""
    p = _before(at, line, context)
    return p if p == at or p >= 0 and after_noun(line.quantity[p], line, context) == at + 1 else -1


def _word(at: int, line: Line, context: Context) -> bool:
    """True of a plain word: no figure, no mark."""
    return line.quantity[at] < 0 and context.extraction.tokens.words[line.firsts[at]][:1].isalpha()


def _is(marks: str, at: int, line: Line, context: Context) -> bool:
    return 0 <= at < len(line.symbols) and line.quantity[at] < 0 and context.extraction.tokens.words[line.firsts[at]] in marks


def _named(part: int, whole: int, line: Line, context: Context) -> bool:
    """True of figures that are no fraction of a set: grades ("genotype 3/4"), odds and marks ("vision of 20/40", "below 140/90"), steps,
    what is one of several ("two or three of five") or larger and of another name ("404 birds (37%) of 41 species"); and where the shares of a sentence are reckoned in another way."""
    p, w = context.quantity(part), context.quantity(whole)
    if not (_counts(p) and _counts(w)) or is_step(part, context) or p.value > w.value and not bare_or_same(p, w, context):
        return True
    words, at = near(context), context.lines.position_of[part]
    if words.ends("no-fraction", line, at, _NAME) or words.has("shares-estimated", line) or _one_of_two(at, line, context):
        return True
    return p.value > w.value and words.has("pressure-word", line) or p.value in _SEEN_FROM and words.has("acuity-word", line)


def _one_of_two(at: int, line: Line, context: Context) -> bool:
    """True of the second figure of "two or 3 of 5"."""
    return at > 1 and line.quantity[at - 2] >= 0 and line.symbols[at - 1] in conjunctions(context)


def _counts(q: Quantity) -> bool:
    whole = q.kind in COUNTED and q.value is not None and q.value >= 0 and q.value.denominator == 1
    return whole and not q.approx and not q.change and q.sense not in ("range", "bound") and (q.place is None or q.place >= 1)


def _fit(triple: Triple, context: Context) -> bool:
    return fits(*(context.quantity(i) for i in triple))


def _sure(triple: Triple, others: int, context: Context) -> bool:
    """Whether a miss is one: not where the share is that of the rest, or of a larger set told in front. Of few ("met 3 of 5 criteria"), of a
    round thousand and of what makes a hundred ("60/40") only where the figures show that they are of one another: `others` of the
    sentence hold, or one slip explains it."""
    part, whole, share = (context.quantity(i) for i in triple)
    if not whole.value or fits(replace(part, value=abs(whole.value - part.value)), whole, share):
        return False
    slip = evidence(part, whole, share) or slip_between(share, _HUNDRED * part.value / whole.value)
    if others or slip >= TELLING:
        return True
    if whole.value < _SMALL:
        return any(fits(replace(part, value=k), whole, share) for k in map(Fraction, range(int(whole.value) + 1)))
    if slip:
        return True
    return str(whole.value).strip("0") != "1" and part.value + whole.value != _HUNDRED and not _of_another(triple, context)


def _of_another(triple: Triple, context: Context, behind: bool = False) -> bool:
    """True where the share is that of the part in another count told in front: "of 150 hens, 12 of 40 old ones (8%)"; or `behind`."""
    part, whole, share = triple
    first = context.lines.line_of[part]
    lines = context.lines.lines[max(0, first - _BACK) : first + 1 + behind]
    others = [i for line in lines for i in line.figures if i not in triple and (behind or i < min(triple)) and _counts(context.quantity(i))]
    near_by = others[-2 * _TRIED :] if behind else others[-_TRIED:]
    return any(fits(context.quantity(part), context.quantity(i), context.quantity(share)) for i in near_by)


def _frame(triple: Triple, context: Context) -> Frame:
    claims = {name: (i,) for name, i in zip(("part", "whole", "share"), triple)}
    found = [context.quantity(i) for i in triple]
    cue = (min(q.start for q in found), max(q.end for q in found))
    return Frame("share", cue, claims, {}, 0, frozenset(claims), 0, None, (), GLUED)
