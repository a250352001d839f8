"""Ranks and the values that must be in their order: "the third longest at 11.9 km, after X (14.2) and ahead of Y (9.4)".

Values are compared only where one superlative, or one contest with its ordinals, gives all of them; the direction comes
from the superlative ("longest": more, "lowest": less).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.near import near
from checker.linking.structure.parts import after_noun
from checker.linking.structure.tabular import prose_lines
from checker.model import Frame, Quantity
from checker.units import compatible

_RANKABLE = frozenset("physical currency percent count number duration age points".split())
_NEAR = 8  # words between a rank and its value


@dataclass(frozen=True, slots=True)
class _Place:
    """A rank of something, its value, and what it is a rank of: a superlative, or a contest."""

    rank: int
    value: int
    sort: str
    sign: int
    line: Line


def ranking(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "comparison" for values whose ranks are given."""
    lines = prose_lines(context)
    places: list[_Place] = []
    found: list[Frame] = []
    words = near(context)
    cued, led = words.standing("most-adjective", "least-adjective", "next-in"), words.standing("leading")
    for line in lines:
        here = (_superlatives(line, context) or _next(line, places, context)) if line.number in cued else ()
        for place in here:
            found.extend(_neighbours(place, context))
            found.extend(_followers(place, context))
        places.extend(here)
        contest = _ordinals(line, context) if line.number in led or KIND_SYMBOLS["ordinal"] in line.symbols else ()
        for place in contest:
            found.extend(_rivals(place, context))
        places.extend(contest)
    found.extend(_in_order(places, context))
    return found


def _kin(a: Quantity, b: Quantity) -> bool:
    if a.value is None or b.value is None or a.kind not in _RANKABLE or b.kind not in _RANKABLE:
        return False
    if a.kind in ("count", "number") and b.kind in ("count", "number"):
        if "words" in (a.style, b.style) and not a.value.denominator == b.value.denominator == 1:
            return False  # "it was two. Mills was third, with 18.6"
        return not a.noun or not b.noun or a.noun[-1] == b.noun[-1]
    if "number" in (a.kind, b.kind) and (a.unit is None or b.unit is None):
        return True
    return a.kind == b.kind and compatible(a.unit, b.unit)


def _superlatives(line: Line, context: Context) -> list[_Place]:
    """"the second longest ... 14.2 km", "the longest, X, has 18.6 km"."""
    found = []
    for name, sign in (("most-adjective", 1), ("least-adjective", -1)):
        for m in near(context).matches(name, line):
            rank = _rank_before(m.start(), line, context)
            if rank is None or context.lexicon.pattern("rank-limits").search(line.symbols, m.end(), m.end() + 8) or near(context).has("rank-lost", line):
                continue
            value = _value_of(m.start(), m.end(), line, context)
            if value is not None:
                word = context.extraction.tokens.words[line.firsts[m.start()]]
                found.append(_Place(rank, value, word, sign, line))
    return found


def _next(line: Line, places: list[_Place], context: Context) -> list[_Place]:
    """"Next in length comes Ash Hole, with 14.2 km": one rank below the last superlative."""
    last = next((p for p in reversed(places) if p.sort), None)
    m = context.lexicon.pattern("next-in").match(line.symbols)
    if last is None or m is None:
        return []
    value = _led_value(m.end(), 12, line, context.lexicon.pattern("value-lead"), context)
    return [] if value is None else [_Place(last.rank + 1, value, last.sort, last.sign, line)]


def _rank_before(at: int, line: Line, context: Context) -> int | None:
    """The ordinal in front of a superlative; 1 where only an article stands there."""
    if at > 1 and line.symbols[at - 1] == context.lexicon.symbols.chars["-"] and line.quantity[at - 2] >= 0:
        at -= 1  # second-largest
    if at and line.quantity[at - 1] >= 0:
        q = context.quantity(line.quantity[at - 1])
        return int(q.value) if q.kind == "ordinal" and q.value is not None and q.value < 30 else None
    if not at or any(context.lexicon.pattern(name).match(line.symbols, at - 1) for name in ("definite", "sum-owner")):
        return 1
    return None


def _value_of(start: int, end: int, line: Line, context: Context) -> int | None:
    """The value that goes with a rank: introduced after it, else opening the sentence, else the only one before."""
    lead = context.lexicon.pattern("value-lead")
    for j in range(end, min(len(line.symbols), end + _NEAR + 6)):
        index = line.quantity[j]
        if index >= 0 and context.quantity(index).is_measure:
            named_first = not context.lexicon.pattern("rank-word").search(line.symbols, end, j)
            if _one_of_two(index, j, line, context):
                return None
            if context.quantity(index).kind in _RANKABLE and lead.match(line.symbols, j - 1) and (named_first or not _in_brackets(j, line, context)):
                return index
            break
        if line.symbols[j] == context.lexicon.symbols.chars[";"]:
            break
    before = [q for q in line.quantities(max(0, start - 18), start) if context.quantity(q).is_measure and context.quantity(q).kind in _RANKABLE]
    return before[0] if len(before) == 1 and context.quantity(before[0]).unit else None


def _one_of_two(index: int, at: int, line: Line, context: Context) -> bool:
    """True of "(3,390 m to the saddle, 3,552 m to the top)": which of the two counts is not told."""
    closed = line.symbols.find(context.lexicon.symbols.chars[")"], at)
    if not _in_brackets(at, line, context) or closed < 0:
        return False
    return any(_kin(context.quantity(index), context.quantity(i)) and context.quantity(i).kind == context.quantity(index).kind for i in line.quantities(at + 1, closed))


def _in_brackets(at: int, line: Line, context: Context) -> bool:
    return line.symbols[at - 1] == context.lexicon.symbols.chars["("]


def _neighbours(place: _Place, context: Context) -> list[Frame]:
    """The values after "behind", "exceeded only by", "ahead of" in the sentence of a ranked one."""
    line, at = place.line, 0
    words = context.lexicon.pattern("rank-word").search(line.symbols)
    if words is None:
        return []
    found = []
    value = context.quantity(place.value)
    marks = sorted(
        [(m.end(), 1) for m in near(context).matches("ranked-behind", line)]
        + [(m.end(), -1) for m in near(context).matches("ranked-ahead", line)]
    )
    for n, (start, side) in enumerate(marks):
        stop = marks[n + 1][0] if n + 1 < len(marks) else len(line.symbols)
        semicolon = line.symbols.find(context.lexicon.symbols.chars[";"], start, stop)
        stop = semicolon if semicolon >= 0 else stop
        others = [q for q in line.quantities(start, stop) if q != place.value and _kin(value, context.quantity(q))]
        bracketed = [q for q in others if _in_brackets(context.lines.position_of[q], line, context)]
        at = context.lines.position_of[place.value]
        for q in bracketed:
            if start > at or place.rank > 1:
                found.append(named(q, place.value, place.sign * side))
    return found


def _rivals(place: _Place, context: Context) -> list[Frame]:
    """"third with 18 percent, behind the Liberals on 22 percent": where more is better, the others of the clause."""
    line, at = place.line, context.lines.position_of[place.value]
    sign = 0 if medals(place.value, context) else _direction([place], context)
    found = []
    for name, side in (("ranked-behind", 1), ("ranked-ahead", -1)):
        m = next(near(context).matches(name, line, at + 1, at + 4), None)
        other = _led_value(m.end(), 6, line, context.lexicon.pattern("value-lead"), context) if m and sign else None
        if other is not None and _kin(context.quantity(place.value), context.quantity(other)):
            found.append(named(other, place.value, sign * side))
    return found


def _followers(place: _Place, context: Context) -> list[Frame]:
    """"Biggest is X with 1,460, then comes Y with 1,280, and after that Z with 940"."""
    line, chain = place.line, [place.value]
    at = context.lines.position_of[place.value]
    for m in near(context).matches("then-comes", line, at + 1):
        index = next((q for q in line.quantities(m.end(), m.end() + 10) if context.quantity(q).is_measure), None)
        if index is not None and _kin(context.quantity(place.value), context.quantity(index)) and index not in chain:
            chain.append(index)
            chain.extend(q for q in line.quantities(context.lines.position_of[index] + 1) if _listed_next(q, line, context) and _kin(context.quantity(index), context.quantity(q)))
    return [named(a, b, place.sign) for a, b in zip(chain, chain[1:])] if place.rank == 1 else []


def _listed_next(index: int, line: Line, context: Context) -> bool:
    """True of a value in brackets: the next of a list of names, each with its own."""
    return _in_brackets(context.lines.position_of[index], line, context)


def _ordinals(line: Line, context: Context) -> list[_Place]:
    """"came second with 27", "in third place on 22", "leads with 31 percent"."""
    found = []
    lead = context.lexicon.pattern("value-lead")
    for at, index in line.placed:
        if context.quantity(index).kind == "ordinal" and context.quantity(index).value is not None:
            rank = int(context.quantity(index).value)
            if rank < 20:
                value = _led_value(at + 1, 4, line, lead, context)
                if value is not None and not _out_of(at, value, line, context) and _is_placing(at, line, context):
                    found.append(_Place(rank, value, "", 0, line))
    for m in near(context).matches("leading", line):
        value = _led_value(m.end(), 24, line, lead, context)
        if value is not None:
            found.append(_Place(1, value, "", 0, line))
    return found


def _is_placing(at: int, line: Line, context: Context) -> bool:
    """Whether an ordinal says where somebody came: "was second on 27", "third with 18 percent"."""
    around = context.lexicon.pattern("placing").search(line.symbols, max(0, at - 3), at + 3)
    return around is not None or context.lexicon.pattern("placing-behind").match(line.symbols, at + 1) is not None


def _out_of(at: int, value: int, line: Line, context: Context) -> bool:
    """True of "her fifth kick out of six", "third of 12": how many there were."""
    place, q = context.lines.position_of[value], context.quantity(value)
    told = near(context).within("placing-behind", line, at + 1, at + 2)  # "third with a total of 27"
    return not told and q.kind in ("count", "number") and near(context).ends("put-in-of", line, place, place - at)


def _led_value(start: int, reach: int, line: Line, lead, context: Context) -> int | None:
    for j in range(start, min(len(line.symbols), start + reach)):
        index = line.quantity[j]
        if index >= 0:
            if not context.quantity(index).is_measure:
                continue
            fits = context.quantity(index).kind in _RANKABLE and context.quantity(index).approx not in ("above", "below") and lead.match(line.symbols, j - 1)
            return index if fits else None
    return None


def _in_order(places: list[_Place], context: Context) -> list[Frame]:
    """Values of neighbouring ranks: of one superlative in the document, of one contest in a paragraph."""
    groups: dict[tuple, list[_Place]] = {}
    for place in places:
        key = (place.sort, -1) if place.sort else ("", place.line.block)
        groups.setdefault(key, []).append(place)
    found = []
    for (sort, _), members in groups.items():
        ordered = sorted({p.rank: p for p in reversed(members)}.values(), key=lambda p: p.rank)
        if len({p.rank for p in members}) != len(members) or len(ordered) < 2:
            continue
        if not sort and any(_one_subject(a, b, context) for a, b in zip(ordered, ordered[1:])):
            continue
        for a, b in zip(ordered, ordered[1:]):
            sign = ordered[0].sign or _direction([p for p in ordered if _as_precise(p, a, context) and _as_precise(p, b, context)], context)
            if sign and _kin(context.quantity(a.value), context.quantity(b.value)) and a.value != b.value:
                found.append(comparison(a.value, b.value, sign))
    return found


def _one_subject(a: _Place, b: _Place, context: Context) -> bool:
    """True of "leads with 31 saves and is third with 90 tackles": one cannot be both in one contest."""
    first, second = sorted((a, b), key=lambda p: p.value)
    line, at = first.line, after_noun(first.value, first.line, context)
    joined = first.line is second.line and context.lexicon.pattern("conjunction").match(line.symbols, at)
    return bool(joined) and context.lexicon.pattern("placing").match(line.symbols, at + 1) is not None


def _as_precise(a: _Place, b: _Place, context: Context) -> bool:
    """True of 27 points and 22, not of 90 points and 2.41."""
    p, q = context.quantity(a.value), context.quantity(b.value)
    return p.kind == q.kind or p.place == q.place


def _direction(places: list[_Place], context: Context) -> int:
    """More is better where votes, medals, shares or money are counted; unknown for bare numbers (golf, times)."""
    for place in places:
        if context.lexicon.pattern("least-adjective").search(place.line.symbols):
            return 0
    kinds = {context.quantity(p.value).kind for p in places}
    return 1 if kinds & {"percent", "count", "currency", "points"} else 0


def medals(index: int, context: Context) -> bool:
    """True of medals, of which the gold ones count before all."""
    return bool(context.lexicon.pack.words("ranked-by-gold").intersection(context.quantity(index).noun))


def named(level: int, bound: int, sign: int) -> Frame:
    """The same where words give each of the two its place: neighbours are no rivals."""
    return replace(comparison(level, bound, sign), source="roles")


def comparison(level: int, bound: int, sign: int, tier: int = 2) -> Frame:
    """The frame of two figures of which the first is the larger, or with `sign` -1 the smaller."""
    claims = {"level": (level,), "bound": (bound,), "rest": (level, bound)}  # each pair stands by itself
    return Frame("comparison", (0, 0), claims, {}, sign, frozenset(claims), tier)
