"""Shares put together from their ties: a part and its whole, a number and the share beside it.

Phrases find the ties (families pair, slash, opening-pair, back, tail, front); joined by the number that they have in
common they say "156 of the 167 zones, or 93.4%" in any order. Where only a back reference ("of them") or a name ("of
revenue") stands for the whole, it is looked for in front of the part, the nearest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from checker.linking.context import Context, content_of_span, stem
from checker.linking.structure.kindred import of_those
from checker.linking.structure.near import near
from checker.linking.structure.parts import after_noun, attributive, base_of_part
from checker.linking.structure.rate.unit_rates import is_step
from checker.linking.structure.share.figures import COUNTED, collected, comparable, is_share, labelled, odd, of_term, same_people
from checker.linking.structure.share.pair_doubts import counts_name, few, in_one_list, is_set_itself, no_set, of_a_kind, of_another, opens_list
from checker.linking.structure.share.wholes import antecedents, exceeded, is_lifetime, named_wholes, other_wholes
from checker.model import Frame

_SORTS = 10  # of fewer, so many times as many are of sorts of a thing
_BEYOND = 20  # times the whole: no slip makes so much of a part
_FEW = 9  # of sets that small other things than the set may be meant
_REST = 12  # symbols from "most of the remaining" to their count
_BESIDE = 4  # symbols from a figure to its own share
_CLOSE = 6  # tokens from a part to its whole that leave no room for a verb


@dataclass(frozen=True, slots=True)
class Pair:
    """A part and its whole, tied by `frame`; farther readings are not pinned."""

    part: int
    whole: int
    frame: Frame
    tier: int = 0
    pinned: bool = True


def composed_shares(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "part" (part, whole), "share" (part, whole, share) and the majority words."""
    by_family: dict[str, list[Frame]] = {}
    for frame in frames:
        by_family.setdefault(frame.family, []).append(frame)
    marked = labelled(frames)
    pairs = list(_pairs(by_family, marked, context))
    found = [_frame("part", p.frame, {"part": p.part, "whole": p.whole}, p.pinned, p.tier) for p in pairs if p.frame.family != "slash" and (p.pinned or p.frame.family != "noun-pair")]
    shares = list(_joined(pairs, by_family, context)) + list(_named(by_family, marked, context))
    found += shares
    tight = {(p.part, p.whole) for p in pairs if p.frame.family in _TIGHT} | {_ends(f) for f in by_family.get("share-said", ())}
    found += _elsewhere([f for f in shares if _ends(f) not in tight], context)
    found += _majorities(pairs, by_family, context)
    return found


def _frame(family: str, source: Frame, claims: dict[str, int], pinned: bool = True, tier: int = 0, spans=None) -> Frame:
    names = {part: (q,) for part, q in claims.items()}
    tied = frozenset(names) if pinned else frozenset()
    return Frame(family, source.cue, names, spans or {}, source.sign, tied, tier, source.blocked, (), source.source)


# ---------------------------------------------------------------- pairs


def _pairs(by_family: dict[str, list[Frame]], marked: set[int], context: Context) -> Iterator[Pair]:
    for family in ("pair", "slash", "opening-pair"):
        for frame in by_family.get(family, ()):
            part, whole = frame.claims["part"][0], frame.claims["whole"][0]
            if no_set(whole, context) or of_another(part, whole, context):
                continue
            if of_term(whole, context) and not in_one_list(whole, part, context) and comparable(part, whole, context) and not _apart(part, whole, context) and not _tells(part, whole, context) and (family != "opening-pair" or opens(frame, context) and not _refers_back(frame, context)):
                yield Pair(part, whole, frame, 0, _plain(part, whole, context))
    wholes = {f.claims["whole"][0] for f in by_family.get("pair", ())}
    parts = {f.claims["part"][0] for family in ("back", "noun-pair", "pair", "opening-pair") for f in by_family.get(family, ())}
    for frame in (*by_family.get("back", ()), *by_family.get("opening-back", ())):
        part = frame.claims["part"][0]
        if frame.family == "opening-back" and not opens(frame, context) or frame.family == "back" and part in wholes:
            continue  # "300 million, of which 250 million": the first is the whole
        if counts_name(part, context) or of_a_kind(frame, context) or is_set_itself(frame, context):
            continue
        sets = _holding(part, list(antecedents(part, frame, context)), context)
        several = len({context.quantity(w).value for w, tier, _ in sets if tier == 3 and not _larger(part, w, context)}) > 1
        for n, (whole, tier, named) in enumerate(sets):
            if no_set(whole, context) or context.quantity(whole).change and not collected(context.quantity(whole), context):
                continue
            fits = not _larger(part, whole, context) or len(sets) == 1 and whole not in parts and _only_set(part, whole, tier, frame, context)
            yield Pair(part, whole, frame, tier + n, n == 0 and bool(fits and not (several and tier == 3 and frame.family == "back") or named and not (whole in parts and _larger(part, whole, context))))
    known = {f.claims["part"][0] for family in ("pair", "slash", "opening-pair") for f in by_family.get(family, ())}
    for frame in by_family.get("noun-pair", ()):
        part = frame.claims["part"][0]
        if part not in known and context.quantity(part).value is not None:
            found = list(named_wholes(part, part, frame.spans["whole-words"][0], marked, context))
            for whole, tier, sure in found or exceeded(part, frame.spans["whole-words"][0], context):
                yield Pair(part, whole, frame, tier, sure and tier < 5)


def _holding(part: int, sets: list[tuple[int, int, bool]], context: Context) -> list[tuple[int, int, bool]]:
    """The sets that "of them" may mean; where the nearest is too small and one alone of its sentence is large enough, that
    one: "14,600 pupils in eleven schools, and 9,490 of them"."""
    large = [s for s in sets if not _larger(part, s[0], context)]
    alone = len({context.quantity(whole).value for whole, tier, _ in large if tier == large[0][1]}) == 1
    return large if alone and sets[0] not in large and large[0][1] == 2 else sets


def _only_set(part: int, whole: int, tier: int, frame: Frame, context: Context) -> bool:
    """True where "of them" can mean but the one set, though the part is larger: it has a name, it is the only amount in front
    of "of it", or the years of a life."""
    q = context.quantity(whole)
    said = context.extraction.document.text[frame.cue[0] : frame.cue[1]].lower().split()
    loose = bool(said) and said[-1] in context.lexicon.pack.words("loose-reference")  # "of those on the first"
    line, at = context.line(part), context.lines.position_of[part]
    nearer = tier == 3 and any((v := context.quantity(i).value) and v >= context.quantity(part).value for i in line.quantities(0, at))  # "83 mm, 29 of them on the 9th"
    if nearer or near(context).pattern("at-one-time").match(context.line(whole).symbols, after_noun(whole, context.line(whole), context)):
        return False  # "never employs more than 45 people at a time, lost 54 of them"
    return bool(q.noun) and q.value > _FEW and not loose and _plain(part, whole, context) or tier == 2 and q.kind in ("physical", "currency") and not is_net(whole, context) or is_lifetime(part, whole, context)


def _plain(part: int, whole: int, context: Context, share: int | None = None) -> bool:
    """True where nothing in the pair casts a doubt: of 30 countries, 500 delegates may be sent. `share`: their share, where it
    stands between them."""
    a, b = context.quantity(part), context.quantity(whole)
    behind = a.last if share is None else context.quantity(share).last
    if b.kind == "physical" and a.unit != b.unit and attributive(whole, context):
        return False  # "eight megabytes of 64-bit memory"
    if a.value is None or b.value is None or a.value <= b.value:
        return True
    if b.first and context.extraction.tokens.words[b.first - 1] in context.lexicon.pack.words("whole-not-after") or any(c.isdigit() for word in context.extraction.tokens.words[behind + 1 : b.first] for c in word):
        return False  # "900 pupils leave out of boredom at 16", "gave our 40 rooms 8.2 out of ten"
    if b.value < _SORTS and a.value > b.value * _SORTS or a.value > b.value * _BEYOND:
        return False  # "12,000 of the two sizes", "from 600,000, half of the extra 12,000"
    if a.kind in COUNTED and b.kind not in COUNTED and a.scale == 1 and b.kind == "currency":
        return False  # "vouchers worth £15, of which 310 have been used"
    if a.kind not in COUNTED and is_net(whole, context):
        return False  # "profit was $41m, of which valves made $48m before a loss"
    return not a.noun or not b.noun or a.noun[-1] == b.noun[-1] or same_people(a, b, context)


def _apart(part: int, whole: int, context: Context) -> bool:
    """True of "a 400g jar of the best holds 140g": a verb stands between the two, the first is no part."""
    a, b = context.quantity(part), context.quantity(whole)
    return a.kind not in COUNTED and a.value > b.value and b.first - a.last > _CLOSE


def is_net(whole: int, context: Context) -> bool:
    """True of what is left of larger amounts: a part of a profit may exceed it."""
    q = context.quantity(whole)
    return bool(set(context.extraction.tokens.words[max(0, q.first - 6) : q.last + 3]) & context.lexicon.pack.words("net-word"))


def _tells(part: int, whole: int, context: Context) -> bool:
    """True of "small farms, of which there are 7,000": the second number is the first set itself."""
    a, b = context.quantity(whole).last, context.quantity(part).first
    return bool(set(context.extraction.tokens.words[a + 1 : b]) & context.lexicon.pack.words("existence"))


def _refers_back(frame: Frame, context: Context) -> bool:
    """True of "of these five": the number is not the whole."""
    text = context.extraction.document.text[frame.cue[0] : context.quantity(frame.claims["whole"][0]).start]
    return bool(set(text.lower().split()) & context.lexicon.pack.words("back-reference"))


def opens(frame: Frame, context: Context) -> bool:
    """True where the words of the cue open a sentence or clause: "of 84 passengers, 31 ...", not "a total of 84"."""
    line = context.line(frame.claims["part"][0])
    tokens = context.extraction.tokens
    for position, first in enumerate(line.firsts):
        if tokens.starts[first] >= frame.cue[0]:
            before = line.symbols[position - 1] if position else ""
            opening = context.lexicon.symbols.marks
            return not before or before in opening or tokens.words[line.firsts[position - 1]] in context.lexicon.pack.words("clause-opener")
    return False


# ---------------------------------------------------------------- shares


def _joined(pairs: list[Pair], by_family: dict[str, list[Frame]], context: Context) -> Iterator[Frame]:
    """Pairs with the share that follows or precedes one of their numbers."""
    for frame in by_family.get("share-said", ()):
        part, whole, share = (frame.claims[p][0] for p in ("part", "whole", "share"))
        if comparable(part, whole, context) and is_share(share, context) and not few(part, context):
            sized = base_of_part(context.lines.position_of[part], context.line(part), context)  # "seven of 212, account for 9% of the 5,100 rooms"
            yield _frame("share", frame, {"part": part, "whole": whole, "share": share}, not sized and _plain(part, whole, context, share))
    tails = _by_value(by_family.get("tail", ()), context)
    tails_of = _by_value(by_family.get("tail-of", ()), context)
    fronts = _by_value(by_family.get("front", ()), context)
    far = _by_value(by_family.get("far-front", ()), context)
    loose = _by_value(by_family.get("loose-front", ()), context)
    taken = _taken(by_family, context)
    for pair in pairs:
        position = context.lines.position_of
        own_line = context.lines.line_of[pair.part] == context.lines.line_of[pair.whole]
        part_first = own_line and position[pair.part] < position[pair.whole]
        ties = [(f, True) for f in tails.get(pair.part, ())]
        if part_first:
            ties += [(f, True) for f in tails.get(pair.whole, ()) if not tails.get(pair.part)]
        ties = [(f, not _of_other(f.claims["share"][0], context) and not _set_off(f.claims["value"][0], f.claims["share"][0], context)) for f, _ in ties]
        ties += [(f, not _of_other(f.claims["share"][0], context)) for f in tails_of.get(pair.whole if part_first else pair.part, ())]
        ties += [(f, (pair.frame.family != "back" or not _of_other(f.claims["share"][0], context)) and f.claims["share"][0] not in taken) for f in fronts.get(pair.part, ())]
        ties += [(f, pair.frame.family != "slash") for f in far.get(pair.part, ())]
        ties += [(f, False) for f in loose.get(pair.part, ()) if not fronts.get(pair.part)]
        for tie, sure in ties:
            share = tie.claims["share"][0]
            sure = sure and pair.pinned and not base_of_part(context.lines.position_of[pair.part], context.line(pair.part), context) and not is_step(pair.part, context)  # "an increase of 18,400, or 9.2%": of the old level
            yield _frame("share", tie, {"part": pair.part, "whole": pair.whole, "share": share}, sure, pair.tier)


def _taken(by_family: dict[str, list[Frame]], context: Context) -> frozenset[int]:
    """The shares that go with a figure right in front of them: "Thirty-one men, 6.6% of all, stopped early, 22 of them"."""
    ends = [(f.claims["value"][0], f.claims["share"][0]) for name in ("tail", "tail-of", "label", "tie") for f in by_family.get(name, ())]
    at = context.lines.position_of
    return frozenset(share for value, share in ends if 0 < at[share] - at[value] <= _BESIDE)


def _set_off(value: int, share: int, context: Context) -> bool:
    """True where another mark than the one at the share stands between it and the figure: the words between are a thing of
    their own, as in "nine of the sixteen ministries face cuts, the deepest, 6%" or "two of its towns, Farley (72%)"."""
    line, at, symbols = context.line(share), context.lines.position_of, context.lexicon.symbols
    if context.line(value) is not line:
        return False
    mark = next((p for p in range(at[share] - 1, at[value], -1) if line.symbols[p] in symbols.marks), at[value])
    return symbols.chars[","] in line.symbols[at[value] + 1 : mark]


def _by_value(ties: Iterable[Frame], context: Context) -> dict[int, list[Frame]]:
    found: dict[int, list[Frame]] = {}
    for frame in ties:
        if is_share(frame.claims["share"][0], context):
            found.setdefault(frame.claims["value"][0], []).append(frame)
    return found


def _of_other(share: int, context: Context) -> bool:
    """True where the share says itself what it is of, so that the number beside it need not be its whole."""
    words, q = context.extraction.tokens.words, context.quantity(share)
    pack = context.lexicon.pack
    after = words[q.last + 1 : q.last + 5]
    return bool(after) and after[0] in pack.words("of-word") and not set(after) & (pack.words("whole-name") | pack.words("back-reference"))


def _named(by_family: dict[str, list[Frame]], marked: set[int], context: Context) -> Iterator[Frame]:
    """Shares whose whole has a name: its amount is where that name is."""
    for frame in by_family.get("named", ()):
        part, share = frame.claims["part"][0], frame.claims["share"][0]
        q = context.quantity(part)
        if not is_share(share, context) or base_of_part(context.lines.position_of[part], context.line(part), context):
            continue  # "seven of 212, account for 9% of the 5,100 rooms"
        if odd(q, context) or few(part, context):
            continue  # "three regions account for 45% of sales"
        span = frame.spans["whole-words"][0]
        line, at = context.line(share), context.lines.position_of[share]
        behind = at and line.symbols[at - 1] in context.lexicon.symbols.marks and part < share and of_those(share, context)  # "10,310 households, 31% of them"
        narrower = behind or near(context).pattern("of-those-who").match(line.symbols, at + 1) is not None  # "two thirds of those who did so": of some of the set
        for whole, tier, sure in named_wholes(part, share, span, marked, context):
            yield _frame("share", frame, {"part": part, "whole": whole, "share": share}, sure and not narrower, tier, dict(frame.spans))


def _ends(frame: Frame) -> tuple[int, int]:
    return frame.claims["part"][0], frame.claims["whole"][0]


def _elsewhere(shares: list[Frame], context: Context) -> Iterator[Frame]:
    """For shares that do not fit their whole: others of the document that they do fit, as farther readings."""
    seen = set()
    for frame in shares:
        part, whole, share = (frame.claims[p][0] for p in ("part", "whole", "share"))
        if share in seen:
            continue
        seen.add(share)
        for other in other_wholes(part, whole, share, context):
            yield _frame("share", frame, {"part": part, "whole": other, "share": share}, False, 5)


def _larger(whole: int, part: int, context: Context) -> bool:
    a, b = context.quantity(whole).value, context.quantity(part).value
    return a is not None and b is not None and a > b


# ---------------------------------------------------------------- majorities

_TIGHT = ("pair", "slash")  # "156 of the 167" can mean no other whole
_SAID = {"most": "majority", "few": "minority", "nearly-all": "nearly-all"}


def _majorities(pairs: list[Pair], by_family: dict[str, list[Frame]], context: Context) -> Iterator[Frame]:
    by_part: dict[int, list[Pair]] = {}
    for pair in pairs:
        by_part.setdefault(pair.part, []).append(pair)
    for family, said in _SAID.items():
        for frame in by_family.get(family, ()):
            if "whole" in frame.claims:
                own = {pair.whole for pair in by_part.get(frame.claims["part"][0], ()) if pair.pinned}
                if own and frame.claims["whole"][0] not in own:
                    continue  # "most of Year Nine, 51 pupils out of 118"
                claims = {"part": frame.claims["part"][0], "whole": frame.claims["whole"][0]}
                yield _frame(said, frame, claims)
                continue
            part = frame.claims["part"][0]
            if opens_list(part, context):
                continue
            for pair in by_part.get(part, ()):
                yield _frame(said, frame, {"part": pair.part, "whole": pair.whole}, pair.pinned, pair.tier)
            if part not in by_part:
                sets = [(w, t) for w, t, _ in antecedents(part, frame, context) if _larger(w, part, context)]
                names = content_of_span((frame.cue[0], context.quantity(part).start), context)
                at = context.lines.position_of[part]
                if not near(context).within("of-the-rest", context.line(part), max(0, at - _REST), at):
                    sets = [pair for pair in sets if names & {stem(n, context) for n in context.quantity(pair[0]).noun}] or sets  # "a minority of the wards"
                for whole, tier in sets[:2]:
                    yield _frame(said, frame, {"part": part, "whole": whole}, len(sets) == 1, tier)
