"""Suggestions: the single edits that would mend a finding, the likeliest first.

A slip that makes the relation hold exactly is evidence of what happened and leads; then the value that the other figures
give for the one in focus; then what each further figure would have to be for the others to stand.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

from checker.interval import EVERYTHING, Interval, point
from checker.judging.edits import SWAP, Slip, slips_of
from checker.judging.equation import bindings_of, implied_for, nominal_for, satisfiable, sides, unhedged, value_of
from checker.judging.explain import Voice, write
from checker.judging.operands import Operand, Operands, Table, make_operand, replaced, sense_among, senses_of, written
from checker.judging.rescues import SCALED, places
from checker.judging.suggest_dates import SWAPPED, date_suggestions
from checker.judging.verdict import Finding
from checker.judging.writing import scale_word, simple_fractions
from checker.model import Expression, Quantity, Role, Rule, Suggestion
from checker.rational import Fraction
from checker.rounding import reading

_MOST = 6
_MOST_FIGURES = 12  # of a long list only so many figures are tried
_MOST_SLIPS = 3
_MOST_OTHERS = 8  # relations of a figure that an edit of it must keep
_FAR = 10_000  # a computed value so many times larger would need another scale word
_A_DAY_MORE = Fraction(101, 100)
_ROUGH = 20  # a computed value is not rounded by more than a twentieth of itself


@dataclass(frozen=True, slots=True)
class _Edit:
    """A candidate: its suggestion and the key it is ranked by."""

    suggestion: Suggestion
    key: tuple
    sort: int  # see `edits`
    fits: bool  # to the last digit, with the other figures at their word


def suggestions_of(found: Finding, table: Table, voice: Voice) -> tuple[Suggestion, ...]:
    """Up to six edits of a finding that contradicts, each of which alone would mend it."""
    if found.stated is not None:
        found = replace(found, operands=found.stated)
    dated = date_suggestions(found, voice)
    points = _as_points(found, voice) + _with_scale(found, voice)
    slips: list[_Edit] = []
    values: list[Suggestion] = []
    for order, (role, i, o) in enumerate(places(found.rule, found.operands)):
        if order >= _MOST_FIGURES or o.quantity.value is None:
            continue
        needed = needed_of(found.rule, found.operands, role, i)
        slips += slips_at(found, role, i, o, needed, order, table, voice)
        value = _needed_value(found, role, i, o, needed, voice, table)
        if value is not None:
            values.append(value)
    return _with_dates(points + _ranked(found, sorted(slips, key=lambda e: e.key), values), dated)[:_MOST]


def _with_dates(figures: tuple[Suggestion, ...], dated: tuple[tuple[int, Suggestion], ...]) -> tuple[Suggestion, ...]:
    """Dates whose digits have changed places lead; the others and the figures take turns."""
    first = tuple(s for sort, s in dated if sort == SWAPPED)[:1]
    rest = tuple(s for _, s in dated if s not in first)
    turns = [s for pair in zip_longest(figures, rest) for s in pair if s is not None]
    return first + tuple(turns)


def _ranked(found: Finding, slips: list[_Edit], values: list[Suggestion]) -> tuple[Suggestion, ...]:
    """The best slip, the computed value of the focus, two more slips, and what is left; the computed value leads where
    the stated figure is what one gets by dividing by the wrong value."""
    telling = [e.suggestion for e in slips if e.fits]
    loose = [e.suggestion for e in slips if not e.fits]
    focus = [v for v in values if v.role == found.rule.focus][:1]
    others = [v for v in values if v not in focus]
    first = 0 if divided_by_new(found) else 1
    ordered = [*telling[:first], *focus, *telling[first:_MOST_SLIPS], *others, *telling[_MOST_SLIPS:], *loose]
    unique: dict[tuple, Suggestion] = {}
    for s in ordered:
        unique.setdefault((s.start, s.text), s)
    return tuple(unique.values())[:_MOST]


def _as_points(found: Finding, voice: Voice) -> tuple[Suggestion, ...]:
    """The same figure called percentage points, where that is what saves the claim."""
    changes = [o for members in found.operands.values() for o in members if o.role == found.rule.focus]
    if found.rescue != "points-for-percent" or not voice.words.points:
        return ()
    return tuple(Suggestion(o.role, f"{voice.text[o.start : o.quantity.number_end]} {voice.words.points}", o.start, o.end) for o in changes)


def _with_scale(found: Finding, voice: Voice) -> tuple[Suggestion, ...]:
    """The figure with its neighbour's scale word spelled out, where that is what saves the claim."""
    if found.rescue != "inherited-scale":
        return ()
    figures = [o for _, _, o in places(found.rule, found.operands)]
    words = [word for o in figures if o.quantity.scale > 1 and (word := scale_word(o.quantity, voice.text, voice.words))]
    bare = [o for o in figures if o.quantity.scale == 1 and o.quantity.style == "digits" and o.quantity.kind in SCALED]
    if not words or not bare:
        return ()
    o = bare[0]
    written_out = voice.text[o.start : o.quantity.number_end] + words[0] + voice.text[o.quantity.number_end : o.end]
    return (Suggestion(o.role, written_out, o.start, o.end),)


# ---------------------------------------------------------------- slips


def slips_at(found: Finding, role: str, i: int, o: Operand, needed: Interval, order: int, table: Table, voice: Voice) -> list[_Edit]:
    """The slips of one figure that make the relation hold."""
    spec = next(r for r in found.rule.roles if r.name == role)
    within = frozenset(member.index for members in found.operands.values() for member in members)
    edits = []
    for slip in slips_of(o.index, table.extraction, voice.words, within, written(needed, o)):
        if abs(slip.quantity.value) in (0, abs(o.quantity.value)):
            continue
        nominal = slip.quantity.value * o.factor + o.offset
        if needed != EVERYTHING and not _near(nominal, slip.quantity, o, needed):
            continue
        operands = replaced(found.operands, role, i, in_its_place(slip.quantity, o, spec, found))
        if satisfiable(found.rule, operands) and not breaks(o.index, slip.quantity, found, table):
            suggestion = Suggestion(role, slip.text, o.start, o.end)
            key = _key(slip.sort, _gap(nominal, needed, o), order) if _narrow(needed) else _loose_key(slip, o, order, nominal, needed, voice)
            edits.append(_Edit(suggestion, (*key, slip.text), slip.sort, fits_at_its_word(found.rule, operands)))
    return edits


def _key(sort: int, gap: Fraction, order: int) -> tuple:
    """Where a value is needed: the more telling sort first, then the better fit."""
    return (sort, order, gap)


def _loose_key(slip: Slip, o: Operand, order: int, nominal: Fraction, needed: Interval, voice: Voice) -> tuple:
    """A bound is met by many values: the smaller slip of the hand is the less surprising, then the nearer value. Of a
    band the nearest value is."""
    if needed.width is not None:
        return (slip.sort != SWAP, _gap(nominal, needed, o), order)
    return (_strokes(slip, voice.text[o.start : o.end]), order, _gap(nominal, needed, o))


def _strokes(slip: Slip, before: str) -> Fraction:
    """How far a hand slipped: one digit by so much, two exchanged, one too many or too few, another scale."""
    old, new = ("".join(c for c in text if c.isdecimal()) for text in (before, slip.text))
    apart = [abs(int(a) - int(b)) for a, b in zip(old, new) if a != b] if len(old) == len(new) else []
    if len(apart) == 1:
        return Fraction(apart[0])
    return Fraction(5, 2) if slip.sort == SWAP else Fraction(7, 2) + slip.sort


def _narrow(needed: Interval) -> bool:
    """True of an interval around one value, as opposed to a band or a bound."""
    return needed.lo is not None and needed.hi is not None and abs(needed.hi - needed.lo) * 2 <= abs(needed.lo)


def fits_at_its_word(rule: Rule, operands: Operands) -> bool:
    """True where the other figures taken at their word give the one in focus to its last digit."""
    loose = rule.focus if rule.operator == "==" else None
    words = {
        role: tuple(o if role == loose or o.nominal is None else replace(o, interval=point(o.nominal)) for o in members)
        for role, members in operands.items()
    }
    return satisfiable(rule, words)


def _near(nominal: Fraction, q, o: Operand, needed: Interval) -> bool:
    """A quick look before the full test: may the figure, as rounded, meet what is needed?"""
    half = abs((q.place or 0) * o.factor) if q.place else abs(nominal) / 10
    return Interval(nominal - half, nominal + half).meet(needed) is not None


def _gap(nominal: Fraction, needed: Interval, o: Operand) -> Fraction:
    """How far the figure is from what is needed, in units of its last digit."""
    unit = abs((o.quantity.place or 1) * o.factor)
    if _narrow(needed):
        return abs(nominal - (needed.lo + needed.hi) / 2) / unit
    ends = [end for end in (needed.lo, needed.hi) if end is not None]
    crossed = min(ends, key=lambda end: abs(o.nominal - end), default=nominal)
    return abs(nominal - crossed) / unit


# ---------------------------------------------------------------- needed values


def needed_of(rule: Rule, operands: Operands, role: str, i: int) -> Interval:
    """Where one figure would have to lie for the others to stand, in base units; everything where nothing tells.

    A member of a list has no solved form; where the equation is linear around the figure, the line gives the value.
    """
    if len(operands[role]) == 1 and (role in rule.forms or rule.operator != "=="):
        return implied_for(rule, role, operands) or EVERYTHING
    o = operands[role][i]
    if rule.operator != "==" or o.nominal is None:
        return EVERYTHING
    step = abs(o.nominal) / 1000 or Fraction(1)
    here, there, beyond = (_difference(rule, replaced(operands, role, i, _at(o, o.nominal + n * step))) for n in range(3))
    if here == EVERYTHING or None in (here.lo, there.lo, beyond.lo):
        return EVERYTHING
    rise = there.lo - here.lo
    if not rise or beyond.lo - there.lo != rise:
        return EVERYTHING
    return point(o.nominal) - here * (step / rise)


def _at(o: Operand, x: Fraction) -> Operand:
    return replace(o, interval=point(x))


def _difference(rule: Rule, operands: Operands) -> Interval:
    left, right = sides(rule, bindings_of(rule, operands))
    return EVERYTHING if EVERYTHING in (left, right) else left - right


def _needed_value(found: Finding, role: str, i: int, o: Operand, needed: Interval, voice: Voice, table: Table) -> Suggestion | None:
    """The figure with the value that the others give it, in as few decimals as make the relation hold."""
    if found.rule.operator != "==" or not _narrow(needed):
        return None
    nominal = nominal_for(found.rule, role, found.operands) if len(found.operands[role]) == 1 else None
    value = (needed.lo + needed.hi) / 2 if nominal is None else nominal
    if o.quantity.kind == "duration" and nominal is None and needed.hi - needed.lo <= abs(o.factor) * _A_DAY_MORE:
        value = needed.lo  # between two days: as completed
    spec = next(r for r in found.rule.roles if r.name == role)
    own = (value - o.offset) / o.factor
    if own < 0 or own == 0 and o.quantity.kind != "count" or own > _FAR * abs(o.quantity.value) > 0:
        return None
    for text, made in _ways(own, o, needed, voice):
        operands = replaced(found.operands, role, i, in_its_place(made, o, spec, found))
        if text != voice.text[o.start : o.end] and satisfiable(found.rule, operands) and not breaks(o.index, made, found, table):
            return Suggestion(role, text, o.start, o.end)
    return None


def _ways(own: Fraction, o: Operand, needed: Interval, voice: Voice):
    """Ways to write a needed value, with the quantity that each would be: in words, with growing decimals."""
    q = o.quantity
    if q.kind == "ratio" and q.style == "fraction":
        band = Interval(*sorted(((needed.lo - o.offset) / o.factor, (needed.hi - o.offset) / o.factor)))
        slack = min(Fraction(3, 100), abs(own) / 10)
        for fraction in simple_fractions(Interval(band.lo - slack, band.hi + slack), own):
            text = write(fraction, o, voice)
            if text is not None:
                yield text, replace(q, value=fraction)
        return
    unit = Fraction(1) if q.place is None else q.place
    for more in range(3):
        step = unit / 10**more if q.style == "digits" else q.scale
        value = _round_to(own, step)
        text = write(value, o, voice, more)
        rough = abs(value - own) > own / _ROUGH and q.kind not in ("percent", "points", "count")
        if text is not None and value and not rough:
            yield text, replace(q, value=value, place=None if q.place is None and not more else step)
        if q.style != "digits" or q.kind in ("count", "number") and q.scale == 1 and unit >= 1:
            return


def _round_to(value: Fraction, step: Fraction) -> Fraction:
    n = value / step + Fraction(1, 2)
    return (n.numerator // n.denominator) * step


def breaks(index: int, q: Quantity, found: Finding | None, table: Table) -> bool:
    """True where the figure, edited so, would contradict another relation of the document that holds now."""
    for other in table.passing.get(index, ())[:_MOST_OTHERS]:
        if found is not None and other.frame is found.frame:
            continue
        for role, i, o in places(other.rule, other.operands):
            if o.index == index:
                spec = next(r for r in other.rule.roles if r.name == role)
                if not satisfiable(other.rule, replaced(other.operands, role, i, in_its_place(q, o, spec, other))):
                    return True
    return False


def in_its_place(q: Quantity, o: Operand, spec: Role, found: Finding) -> Operand:
    """The operand that another quantity in its place would be."""
    units = {member.quantity.unit for members in found.operands.values() for member in members if member.quantity is not None}
    return make_operand(spec, q, o.index, found.frame, sense_among(senses_of(found.rule)[spec.name], units), reading(q))


def divided_by_new(found: Finding) -> bool:
    """True where a stated change is what one gets by dividing by the new value instead of the old one."""
    for one, other in ((found.rule.left, found.rule.right), (found.rule.right, found.rule.left)):
        parts = _growth_parts(one, other)
        if parts is None or any(len(found.operands.get(p, ())) != 1 for p in parts):
            continue
        new, base, growth = (found.operands[p][0] for p in parts)
        wrong = value_of(("-", ("num", "1"), ("/", ("role", parts[1]), ("role", parts[0]))), bindings_of(found.rule, found.operands))
        plain = unhedged(growth)
        if plain is not None and wrong != EVERYTHING and wrong.meet(plain.interval) is not None:
            return True
    return False


def _growth_parts(one: Expression, other: Expression) -> tuple[str, str, str] | None:
    """(new, base, growth) of an equation new == base * (1 + growth)."""
    if one[0] != "role" or other[0] != "*":
        return None
    for base, factor in (other[1:], other[:0:-1]):
        if base[0] == "role" and factor[:2] == ("+", ("num", "1")) and factor[2][0] == "role":
            return one[1], base[1], factor[2][1]
    return None
