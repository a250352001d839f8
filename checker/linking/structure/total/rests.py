"""What a rest closes: the shares in front of it, in its sentence or over several of its paragraph.

"62% approved, the remaining 38% did not"; "natural gas heats 38% of homes. Electricity came second with 27%. ... the
remaining 13% burn wood". Shares of shares ("of which stout made up 30%") are left out. Over several sentences a
contradiction is proved only where no choice of the shares makes up the whole and one slip of the hand explains why.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from itertools import combinations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.near import near, one_slip
from checker.linking.structure.parts import conjunctions
from checker.model import Frame, Quantity
from checker.rational import Fraction

_SHARES = ("percent", "ratio")
_TWO_WHOLES = 200
_HARDLY = 20  # percent: what comes to less is of no whole
_NEAR_REST = 7  # symbols from "of the remainder" to its share
_NEARLY = 75  # percent: lists that come to less have other members
_LONGEST = 12  # figures in front of the rest that can be its list
_BACK = 8  # sentences of the paragraph that may hold a member
_LED = 4  # symbols
_OPENING = 6  # symbols of a sentence in which it says that it speaks of the rest
_IDLE = 3  # sentences without a share between two members
_MOST = 8  # members that are tried in every choice
_QUARTERS = 4
_PREDICATE = 12  # words of what people did not do
_ROUNDED = Fraction(1)  # percent that rounding may leave


def closed_shares(frame: Frame, context: Context) -> Iterator[Frame]:
    """Frames "rest-share" (part..., rest) for a rest in shares, the nearest list first."""
    rest = frame.claims["rest"][0]
    line = context.line(rest)
    if _is_group(rest, context) or _is_change(rest, context):
        return
    before = line.quantities(0, context.lines.position_of[rest])[-_LONGEST:]
    own = _once([i for i in before if is_part(i, context)], line, context) or [i for i in before if _beyond(i, context)]
    clean = [i for i in own if not inner(i, line, context)]
    near_by = [i for n in (2, 1) if line.number >= n for i in context.lines.lines[line.number - n].figures[-_LONGEST:] if is_part(i, context)]
    here = [i for i in near_by if context.line(i).block == line.block]
    chain = _chain(line, context) + clean
    chosen = clean if clean else near_by[-1:]
    tied: list[int] = []
    if chosen and more_of_the_list(chosen[0], rest, context) or _shared_on(rest, context) or any(_of_a_rest(i, line, context) for i in own):
        pass  # "47 percent were in favour and 39 against; the other 14 percent"
    elif _of_its_question(chosen, frame, context) or _goes_on(frame, rest, line, context):
        pass
    elif _proved(chosen, rest, here if own else near_by, bool(own), context):
        tied = chosen
    elif len(chain) > len(chosen) and not more_of_the_list(chain[0], rest, context) and _slipped(chain, rest, context):
        tied = chain
    lists = [own[n:] for n in range(len(own))] + [clean[n:] for n in range(len(clean))] + [near_by[n:] + own for n in range(len(near_by))]
    lists += [chain[n:] for n in range(len(chain))] + _choices(chain, rest, context) + _choices(own, rest, context)
    worded = all(context.quantity(i).style == "fraction" and not context.quantity(i).approx for i in (*own, rest)) and bool(own)
    for parts in dict.fromkeys(tuple(p) for p in lists if p and not (worded and set(p) - set(own))):
        claims = {"part": parts, "rest": (rest,)}
        yield Frame("rest-fraction" if worded else "rest-share", frame.cue, claims, {}, 0, frozenset(claims) if parts == tuple(tied) else frozenset(), 2, frame.blocked, (), frame.source)


def _of_its_question(parts: list[int], frame: Frame, context: Context) -> bool:
    """True of "39% were not ready to pay for it" behind a sentence with a share of other words: an answer to another question. It
    would be the rest of "58% had paid"."""
    rest = frame.claims["rest"][0]
    q, line, words = context.quantity(rest), context.line(rest), context.extraction.tokens.words
    if frame.cue[0] != q.start or not parts or any(context.line(i) is line for i in parts):
        return False
    end = next((k for k in range(q.last + 1, line.lasts[-1] + 1) if not words[k].isalnum() or k > q.last + _PREDICATE), line.lasts[-1] + 1)
    said = telling(content(q.last + 1, end, context), context)
    told = [context.line(i) for i in parts]
    return bool(said) and not any(said & content(home.firsts[0], home.lasts[-1] + 1, context) for home in told)


def _goes_on(frame: Frame, rest: int, line: Line, context: Context) -> bool:
    """True of "27% did not, and 11% were unsure": the list has one more."""
    if frame.cue[0] != context.quantity(rest).start:
        return False
    behind = next((i for i in line.quantities(context.lines.position_of[rest] + 1, None) if context.quantity(i).kind in _SHARES), None)
    at = context.lines.position_of[behind] if behind is not None else 0
    return behind is not None and is_part(behind, context) and not conjunctions(context).isdisjoint(line.symbols[at - 1 : at])


def _once(shares: list[int], line: Line, context: Context) -> list[int]:
    """The shares without those that the bracket behind them says again: "two-thirds (67%)"."""
    at, bracket = context.lines.position_of, context.lexicon.symbols.chars["("]
    again = {a for a, b in zip(shares, shares[1:]) if context.quantity(a).style == "fraction" and at[b] - at[a] == 2 and line.symbols[at[a] + 1] == bracket}
    return [i for i in shares if i not in again]


def _beyond(index: int, context: Context) -> bool:
    """True of more than the whole, of which nothing can remain: "310% of the farms burn wood and the remaining 12% coal"."""
    q = context.quantity(index)
    return q.kind == "percent" and q.value is not None and q.value > 100 and q.style == "digits" and not q.change and not q.approx and _of_its_own(index, context)


def more_of_the_list(first: int, rest: int, context: Context) -> bool:
    """True where a bare figure goes on with a share between the first one and the rest: one more of the list."""
    between = (context.quantity(i) for i in range(first + 1, rest))
    return any(q.kind == "number" and not q.noun and q.unit is None and q.style == "digits" and q.scale == 1 and q.value is not None and 0 < q.value < 100 for q in between)


def is_part(index: int, context: Context, ties: Set[str] = frozenset()) -> bool:
    """True of a share that can belong to a list: no change, no comparison with another time, no confidence level.

    `ties` are words in front of it that compare nothing here: "split between Europe with 45% and Asia with 55%".
    """
    q = context.quantity(index)
    words, pack = context.extraction.tokens.words, context.lexicon.pack
    if q.kind not in _SHARES or q.change and " ".join(words[max(0, q.outer - 2) : q.outer]) not in pack.words("holder-verb"):
        return False
    if q.kind == "ratio" and (q.value is None or q.value > 1):
        return False
    after = words[q.last + 1] if q.last + 1 < len(words) else ""
    before = words[q.outer - 1] if q.outer else ""
    if q.value is not None and q.value >= (100 if q.kind == "percent" else 1) or q.approx == "below":
        return False
    if _is_group(index, context) or _shared_on(index, context):
        return False
    return after not in pack.words("not-a-share") and (before in ties or before not in pack.words("comparison-word"))


def _is_group(index: int, context: Context) -> bool:
    """True of "the bottom ten percent", who are a group, and of "the remaining three quarters of the year", which are months."""
    q, words, pack = context.quantity(index), context.extraction.tokens.words, context.lexicon.pack
    if q.outer and words[q.outer - 1] in pack.words("rank-share"):
        return True
    if q.kind == "ratio" and q.value is not None and q.value.denominator == _QUARTERS:
        line = context.line(index)
        said = f" {' '.join(words[line.firsts[0] : line.lasts[-1] + 1])} "
        if any(f" {quarter} " in said for quarter in pack.words("calendar-quarter")):
            return True
    return q.kind == "ratio" and any(" ".join(words[q.last + 1 : q.last + n]) in pack.words("of-a-period") for n in (4, 5))


def _is_change(rest: int, context: Context) -> bool:
    """True of "the rest of the coast had a 5% fall"."""
    q, words = context.quantity(rest), context.extraction.tokens.words
    return q.last + 1 < len(words) and words[q.last + 1] in context.lexicon.pack.words("change-noun-after")


def _proved(parts: list[int], rest: int, earlier: list[int], own: bool, context: Context) -> bool:
    """True where the list is the only one that can be meant, or already more than the whole."""
    total = total_of(parts, rest, context)
    if total < _HARDLY or _of_the_rest(rest, context):
        return False
    if len(parts) == 1 and not _each(parts[0], context) and (_alone(parts[0], rest, context) or own and _more(parts[0], rest, context)):
        return True
    only = not earlier if own else len(earlier) == 1 and _opens(rest, context) and _adjoin(earlier[0], rest, context)
    if total > _TWO_WHOLES or _left_of_another(parts, rest, context) or any(_each(i, context) for i in parts):
        return False  # each of a whole of its own, or each of several members
    return bool(parts) and (total > 100 or only and (total >= _NEARLY or own and len(parts) == 1 and not _of_its_own(rest, context) and not _others(parts[0], rest, context)))


def _of_the_rest(rest: int, context: Context) -> bool:
    """True of "and of the remainder more than half": a share of what is left."""
    line, at = context.line(rest), context.lines.position_of[rest]
    return near(context).within("of-what-remains", line, max(0, at - _NEAR_REST), at)


def _alone(part: int, rest: int, context: Context) -> bool:
    """True of the one share of its paragraph so far and of a rest that opens the next sentence: "(42 per cent or 55 boats). The
    remaining 58 per cent"."""
    if context.line(part) is context.line(rest) or not _opens(rest, context) or not _adjoin(part, rest, context) or _of_its_own(rest, context):
        return False
    home, words = context.line(part), near(context)
    told = [i for line in (home, context.line(rest)) for i in line.figures if context.quantity(i).kind in _SHARES and i < rest]
    return told == [part] == _chain(context.line(rest), context) and not words.has("rest-other", home) and not _told_before(home, context)


def _told_before(line: Line, context: Context) -> bool:
    """True where the paragraph in front of that of a sentence tells shares, of which the list may begin there."""
    lines = context.lines.lines[max(0, line.number - _BACK) : line.number]
    return any(context.quantity(i).kind == "percent" and is_part(i, context) for other in lines if line.block - other.block == 1 for i in other.figures)


def _more(part: int, rest: int, context: Context) -> bool:
    """True where the share or its rest is more than the whole by itself, in a sentence that holds no other."""
    line, sizes = context.line(rest), [context.quantity(i) for i in (part, rest)]
    shares = _once([i for i in line.figures if context.quantity(i).kind in _SHARES], line, context)
    plain = all(q.style == "digits" and q.kind == "percent" and not q.approx and not q.change for q in sizes)
    return shares == [part, rest] and plain and any(q.value is not None and q.value > 100 for q in sizes) and not near(context).has("not-bounded", line)


def _left_of_another(parts: list[int], rest: int, context: Context) -> bool:
    """True of "4.4% more. With prices up 2.6%, that leaves 1.8%": what is left of a percentage in front, not of the whole."""
    if len(parts) != 1:
        return False
    line = context.line(rest)
    around = [i for other in context.lines.lines[max(0, line.number - 1) : line.number + 1] for i in other.figures if i < rest and context.quantity(i).kind == "percent"]
    values = [context.quantity(i).value for i in around if i != parts[0]]
    return context.quantity(rest).kind == "percent" and any(v is not None and v == total_of(parts, rest, context) for v in values)


def _others(part: int, rest: int, context: Context) -> bool:
    """True of "half of the money for beaches, a third for lavatories and the remaining sixth": a share in words, no figure."""
    line, at = context.line(rest), context.lines.position_of
    return context.line(part) is not line or near(context).within("unread-share", line, 0, at[part]) or near(context).within("unread-share", line, at[part] + 1, at[rest])


def _of_its_own(rest: int, context: Context) -> bool:
    """True of "the remaining 9% of the stock that it holds": a rest of something else than the share in front."""
    symbols, at = context.line(rest).symbols, context.lines.position_of[rest]
    after = at + 4 if symbols[at + 1 : at + 2] == context.lexicon.symbols.chars["("] else at + 1  # "eight per cent (4.2 million) of"
    return near(context).pattern("part-word").match(symbols, after) is not None


def _chain(line: Line, context: Context) -> list[int]:
    """The shares of the sentences in front, in one paragraph, that are no shares of shares; few sentences apart."""
    found: list[int] = []
    idle = 0
    for number in range(line.number - 1, max(-1, line.number - 1 - _BACK), -1):
        other = context.lines.lines[number]
        if other.block != line.block or idle > _IDLE:
            break
        shares = [i for i in other.figures if context.quantity(i).kind in _SHARES and not inner(i, other, context) and not _compared(i, context)]
        members = [i for i in shares if is_part(i, context, context.lexicon.pack.words("list-tie"))]
        if len(members) < len(shares):
            return []  # what it is cannot be told
        found = members + found
        idle = 0 if members else idle + 1
    return found[-_LONGEST:]


def _compared(index: int, context: Context) -> bool:
    line, at = context.line(index), context.lines.position_of[index]
    return near(context).within("share-compared", line, at - 5, at)


def _slipped(parts: list[int], rest: int, context: Context) -> bool:
    """True where no choice makes up the whole and one slip in one member explains it."""
    members = [context.quantity(i) for i in (*parts, rest)]
    if any(q.approx or q.value is None for q in members) or not 2 <= len(parts) <= _MOST or _choices(parts, rest, context):
        return False
    off = 100 - total_of(parts, rest, context)
    return abs(off) > _ROUNDED and any(slips(q, off, len(members)) for q in members)


def slips(q: Quantity, off: Fraction, members: int) -> bool:
    """True where one slip of the hand in a percentage explains by how much its list is off the whole, give or take a point
    of rounding in lists of more than two."""
    if q.kind != "percent" or q.value is None:
        return False
    return any(0 < q.value + off + r < 100 and one_slip(q, q.value + off + r) for r in ((0, -1, 1) if members > 2 else (0,)))


def _choices(parts: list[int], rest: int, context: Context) -> list[list[int]]:
    """The choices of members that make up the whole with the rest, the largest first."""
    if not 2 <= len(parts) <= _MOST:
        return []
    found = []
    for size in range(len(parts), 0, -1):
        for members in combinations(parts, size):
            if abs(100 - total_of(members, rest, context)) <= _ROUNDED:
                found.append(list(members))
    return found[:2]


def inner(index: int, line: Line, context: Context) -> bool:
    """True of a share of the share in front of it: "of which stout made up 30%", "including 18% in Germany alone"; and of one of
    what that leaves: "Of the rest, 40%", "24 (58%) of the others"."""
    at = context.lines.position_of[index]
    before = max((p for p in range(at) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind in _SHARES), default=-1)
    words = near(context)
    behind = at + 1 + (line.symbols[at + 1 : at + 2] == context.lexicon.symbols.chars[")"])
    if words.pattern("share-of-rest").match(line.symbols, behind) or words.within("share-of-rest", line, 0, min(at, _OPENING)):
        return True
    if before < 0:
        return _of_the_last(at, line, context)
    return words.within("share-inside", line, before + 1, at) or words.within("share-alone-word", line, at + 1, at + 7) and words.within("share-inside-mark", line, before + 1, at)


def _of_the_last(at: int, line: Line, context: Context) -> bool:
    """True of "Of these 20% are red" behind a sentence with a share and no count: it is those who have the share."""
    led = any(m.start() == 0 and m.end() <= at for m in near(context).matches("share-inside", line, 0, _OPENING))
    front = context.lines.lines[line.number - 1] if led and line.number else None
    if front is None or front.block != line.block:
        return False
    kinds = {context.quantity(i).kind for i in front.figures}
    return "percent" in kinds and "count" not in kinds


def _each(index: int, context: Context) -> bool:
    """True of "each of the three sisters was to have 33%", which is told of several members at once."""
    line = context.line(index)
    return near(context).within("each", line, 0, context.lines.position_of[index])


def _shared_on(index: int, context: Context) -> bool:
    """True of "of the rest, 40% went to schools": a share of what others have left; not of "a further 40%"."""
    words, line, at = near(context), context.line(index), context.lines.position_of[index]
    return words.ends("of-what-was-left", line, at, _LED) and not words.ends("resum-further", line, at, 2)


def _of_a_rest(index: int, line: Line, context: Context) -> bool:
    """True of "a quarter of the remainder": a share of what others have left."""
    return near(context).pattern("of-what-was-left").match(line.symbols, context.lines.position_of[index] + 1) is not None


def total_of(parts: list[int] | tuple[int, ...], rest: int, context: Context) -> Fraction:
    """What the shares come to, in percent. More than the whole is wrong even where others stand elsewhere."""
    return sum((_percent(context.quantity(i)) for i in (*parts, rest)), Fraction(0))


def _percent(q: Quantity) -> Fraction:
    return (q.value or Fraction(0)) * (1 if q.kind == "percent" else 100)


def _opens(rest: int, context: Context) -> bool:
    """True of "The other 45% ...": the rest opens its sentence."""
    line, q = context.line(rest), context.quantity(rest)
    return q.outer - line.firsts[0] <= 2


def _adjoin(share: int, rest: int, context: Context) -> bool:
    """True where the share is the only figure that can be one in the sentence before the rest, in the same paragraph."""
    earlier, own = context.line(share), context.line(rest)
    return earlier.number == own.number - 1 and earlier.block == own.block
