"""Operands: the figures and words of one reading, as intervals in base units, ready for a rule's equation.

Percent enters as a fraction of one, kilometres as metres, a fall with its sign. What a printed figure may stand for is
decided in `rounding`; here it is only chosen which of its senses the rule asks for, and converted.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass, replace

from checker.interval import Interval, around, point
from checker.judging.senses import Sense, senses_of
from checker.model import TIMES, Extraction, Frame, Quantity, Role, Rule
from checker.rational import Fraction
from checker.rounding import Reading, last_unit, reading
from checker.units import Measure, measure, other_senses

_TIME = "[time]"
_LENGTH = "[length]"
NOWHERE = -1
_SHARES = frozenset(["percent", "ratio"])


@dataclass(frozen=True, slots=True)
class Operand:
    """One figure, or span of words, in a role. `interval`, `wide`, `truncated` and `nominal` are in base units.

    `nominal` is the figure without its hedge, None of a range; `exactly` says that it may be taken at its word.
    """

    role: str
    start: int
    end: int
    index: int = -1  # in Extraction.quantities; -1 of words
    quantity: Quantity | None = None
    interval: Interval | None = None
    wide: Interval | None = None
    truncated: Interval | None = None
    nominal: Fraction | None = None
    exactly: bool = False
    by: str = "exact"
    factor: Fraction = Fraction(1)
    offset: Fraction = Fraction(0)
    dimension: str | None = None  # None: a bare number, which takes any unit
    source: str = ""  # of what stands nowhere in the text: where it is known from, and how it is written there
    said: str = ""

    @property
    def assumed(self) -> bool:
        """True of what the rule brings along: it stands nowhere in the text."""
        return self.start < 0

    @property
    def value(self):
        """What the equation sees: an interval, or the calendar reference of a date."""
        if self.interval is not None or self.quantity is None:
            return self.interval
        return self.quantity.when if self.quantity.clock is None else point(self.quantity.clock)


Operands = dict[str, tuple[Operand, ...]]


class Table:
    """The document's quantities with their readings, each made once."""

    def __init__(self, extraction: Extraction):
        self.extraction = extraction
        self.readings: dict[int, Reading] = {}
        self.senses: dict[int, dict[str, Sense]] = {}
        self.passing: dict[int, list] = {}  # findings that hold, by quantity: what edits must keep

    def reading(self, index: int) -> Reading:
        known = self.readings.get(index)
        if known is None:
            known = self.readings[index] = reading(self.extraction.quantities[index])
        return known

    def senses_of(self, rule: Rule) -> dict[str, Sense]:
        known = self.senses.get(id(rule))
        if known is None:
            known = self.senses[id(rule)] = senses_of(rule)
        return known


def operands_of(rule: Rule, frame: Frame, table: Table) -> Operands:
    """The filled roles of a reading; roles that nothing fills, or that stand in no equation, are left out.

    What a rule knows of an open role ("> -1") stands in for it, with no place in the text.
    """
    found: Operands = {}
    senses = table.senses_of(rule)
    quantities = table.extraction.quantities
    units = {quantities[i].unit for members in frame.claims.values() for i in members}
    for role in rule.roles:
        if role.context:
            continue
        if role.claim in frame.claims:
            sense = sense_among(senses[role.name], units)
            found[role.name] = tuple(
                make_operand(role, quantities[i], i, frame, sense, table.reading(i)) for i in frame.claims[role.claim]
            )
        elif role.claim in frame.spans and "text" in role.kinds:
            found[role.name] = tuple(Operand(role.name, start, end) for start, end in frame.spans[role.claim])
        elif role.assume:
            known = assumed_interval(role.assume)
            found[role.name] = (Operand(role.name, NOWHERE, NOWHERE, interval=known, wide=known),)
    for names in rule.link.get("same-unit", ()):
        _share_unit(names, rule, frame, found, senses)
    if rule.link.get("plain"):
        found = {role.name: tuple(_plain(o, role, frame, senses, rule.link["plain"]) for o in found[role.name]) for role in rule.roles if role.name in found}
    if rule.link.get("precise"):
        found = _precise(found)
    return {name: members for name, members in found.items() if members}


def _precise(found: Operands) -> Operands:
    """Figures written to the same place have no end in common: 83% is not 84%, though both may be 83.5."""
    figures = [o.quantity for members in found.values() for o in members]
    if None in figures or len({(q.place, q.scale, q.unit) for q in figures}) > 1 or any(o.interval is None or o.interval.is_point for members in found.values() for o in members):
        return found
    return {name: tuple(replace(o, interval=replace(o.interval, lo_open=True, hi_open=True)) for o in members) for name, members in found.items()}


def _plain(operand: Operand, role: Role, frame: Frame, senses: dict[str, Sense], sort: str) -> Operand:
    """The operand without its unit; money keeps its own but where two currencies are one amount ("money"), and among "sums" not
    what it is for: £3 a car and £9,000 a day."""
    q = operand.quantity
    kept = ("percent", "ratio", "multiple") if sort == "money" else ("currency", "percent", "ratio", "multiple")
    if sort == "sums" and q is not None and q.kind == "currency" and "/" in (q.unit or ""):
        return edited(operand, role, frame, senses[role.name], unit=q.unit.partition("/")[0])
    if q is None or q.unit is None or q.kind in kept:
        return operand
    return edited(operand, role, frame, senses[role.name], unit=None, kind="number")


def _share_unit(names, rule: Rule, frame: Frame, found: Operands, senses: dict[str, Sense]) -> None:
    """Give bare numbers the unit of the others where that changes their worth: "from 5 to 7 km", "14 and 15 per 100,000"."""
    members = [o for name in names for o in found.get(name, ()) if o.quantity is not None]
    per = [o for o in members if o.quantity.unit and "/" in o.quantity.unit]
    if per and any(o.quantity.unit and "/" not in o.quantity.unit for o in members):
        _drop_per(names, per, rule, frame, found, senses)
        members = [o for name in names for o in found.get(name, ()) if o.quantity is not None]
    units = {(o.quantity.unit, o.quantity.kind) for o in members if o.quantity.unit is not None and abs(o.factor) != 1}
    named = {None, *(unit for unit, _ in units)}  # "the number of miles was 310" counts what "12 miles" measures
    plain = [o for o in members if o.dimension is None and o.interval is not None]
    bare = [o for o in plain if o.quantity.unit is None or o.quantity.unit in named and abs(o.factor) == 1]
    if not bare or len(bare) == len(members):
        return
    if len(units) != 1 or any(o.quantity.unit is not None and abs(o.factor) == 1 and o not in bare for o in members):
        return
    unit, kind = units.pop()
    for role in rule.roles:
        if role.name in names and role.name in found:
            found[role.name] = tuple(
                edited(o, role, frame, senses[role.name], unit=unit, kind=kind) if o in bare else o for o in found[role.name]
            )


def _drop_per(names, per: list[Operand], rule: Rule, frame: Frame, found: Operands, senses: dict[str, Sense]) -> None:
    """ "64 cents a share from 52 cents": what is left out of one figure is left out of both."""
    for role in rule.roles:
        if role.name in names and role.name in found:
            found[role.name] = tuple(
                edited(o, role, frame, senses[role.name], unit=o.quantity.unit.partition("/")[0]) if o in per else o
                for o in found[role.name]
            )


def assumed_interval(condition: str) -> Interval:
    """What a rule knows of a role where the text says nothing.

    >>> print(assumed_interval("> -1"), assumed_interval("<= 2"))
    (-1, inf) (-inf, 2]
    """
    limit = Fraction(condition.lstrip("<>= "))
    strict = "=" not in condition
    return Interval(limit, None, strict, True) if condition[0] == ">" else Interval(None, limit, True, strict)


def sense_among(sense: Sense, units: Set[str | None]) -> Sense:
    """How a role is to be read where its figures have these units: points beside percentages are hundredths."""
    if sense.conversion and len(units) == 1 or "percent" in units:
        return replace(sense, conversion=False, in_points="percent" in units)
    return sense


def make_operand(role: Role, q: Quantity, index: int, frame: Frame, sense: Sense, r: Reading) -> Operand:
    """The operand of one quantity in one role, from its reading."""
    if q.lap is not None and sense.clock is None:
        return Operand(role.name, q.start, q.end, index, q, point(q.lap), point(q.lap), dimension=_TIME)
    if q.kind in TIMES or q.when is not None and q.value is None or q.kind == "score" and q.low is None:  # "1:1:2"
        return Operand(role.name, q.start, q.end, index, q)
    if q.kind == "score":  # two numbers that are compared as one; never computed with
        pair = point(q.low * 1000 + q.high)
        return Operand(role.name, q.start, q.end, index, q, pair, pair)
    unit = measure(q)
    factor, offset, dimension = _scale(q, unit, sense)
    interval = r.against_percent if sense.beside_percent else r.converted if sense.conversion else r.interval
    if sense.conversion and q.unit is not None:
        interval = _either_sense(interval, q.unit)
    if interval.lo is None and q.kind in _SHARES and not role.signed and q.value is not None and q.value > 0:
        interval = replace(interval, lo=Fraction(0), lo_open=q.strict)  # less than 4% of a whole is more than nothing
    bound = q.sense == "bound" and q.value is not None
    if bound and sense.at_its_word:
        interval = point(q.value)
    if sign_of(role, q, frame) < 0:
        factor = -factor
    if role.exact and q.value is not None:
        exact = _based(point(q.value), factor, offset)
        value = q.value * factor + offset
        return Operand(role.name, q.start, q.end, index, q, exact, exact, None, value, True, "exact", factor, offset, dimension)
    # The mark of a bound is itself rounded: 13.896% is a shade less than "more than 13.9%".
    wide = r.wide
    if bound and q.place is not None:
        wide = interval.hull(around(q.value, (last_unit(q) or 0) / Fraction(2)))
    return Operand(
        role.name,
        q.start,
        q.end,
        index,
        q,
        _based(interval, factor, offset),
        _based(wide, factor, offset),
        None if r.truncated is None else _based(r.truncated, factor, offset),
        None if q.value is None else q.value * factor + offset,
        r.point is not None,
        r.by if interval is r.interval or interval.is_point else "hedge" if interval is r.against_percent else "rounding",
        factor,
        offset,
        dimension,
    )


def _either_sense(interval: Interval, unit: str) -> Interval:
    """With units whose name has two senses (the gallon of either side of the Atlantic), up to the other sense."""
    for factor in other_senses(unit):
        interval = interval.hull(interval * factor)
    return interval


def sign_of(role: Role, q: Quantity, frame: Frame) -> int:
    """-1 where the words make this figure a fall: "fell by 5%" is -5%; a figure printed with its own minus keeps it."""
    if not role.signed or q.value is not None and q.value < 0:
        return 1
    if frame.signs.get(role.claim):
        return frame.signs[role.claim]
    if frame.sign:
        return frame.sign
    return -1 if q.change == "down" else 1


def _scale(q: Quantity, unit: Measure, sense: Sense) -> tuple[Fraction, Fraction, str | None]:
    """Factor and offset to base units and the dimension; counted nouns count as plain numbers, bare ones take any unit."""
    dimension = unit.dimension
    if sense.in_points and q.kind == "points" and dimension:
        return Fraction(1, 100), Fraction(0), ""
    if sense.clock is not None and q.kind == "percent":
        return Fraction(1, 100), Fraction(0), ""  # also of 5% a year, where years are counted
    if sense.clock is not None:
        if dimension == _TIME:
            return unit.factor / sense.clock, Fraction(0), None
        if q.kind == "physical" and dimension.startswith(_LENGTH):  # a way, or a speed: so far in one unit of the calendar
            return unit.factor * (sense.clock if dimension != _LENGTH else 1), Fraction(0), None
        return Fraction(1), Fraction(0), None
    if dimension.startswith("count:") or not dimension and q.unit is None and q.kind not in ("ratio", "multiple"):
        return unit.factor, unit.offset, None
    return unit.factor, unit.offset, dimension


def _based(x: Interval, factor: Fraction, offset: Fraction) -> Interval:
    """`x` in base units, by hand where little is to be done: this is the hot path."""
    if factor.numerator == factor.denominator and not offset.numerator:
        return x
    lo = None if x.lo is None else x.lo * factor
    hi = None if x.hi is None else x.hi * factor
    if offset:
        lo, hi = None if lo is None else lo + offset, None if hi is None else hi + offset
    return Interval(lo, hi, x.lo_open, x.hi_open) if factor > 0 else Interval(hi, lo, x.hi_open, x.lo_open)


def written(x: Interval, operand: Operand) -> Interval:
    """`x`, in base units, in the unit as written: the inverse of what `make_operand` did."""
    factor, offset = operand.factor, operand.offset
    return x if factor == 1 and not offset else _based(x, 1 / factor, -offset / factor)


def replaced(operands: Mapping[str, tuple[Operand, ...]], role: str, position: int, operand: Operand) -> Operands:
    """The operands with one of them exchanged."""
    members = list(operands[role])
    members[position] = operand
    return {**operands, role: tuple(members)}


def edited(operand: Operand, role: Role, frame: Frame, sense: Sense, **changes) -> Operand:
    """The operand as it would be if its quantity had been written otherwise."""
    q = replace(operand.quantity, **changes)
    return make_operand(role, q, operand.index, frame, sense, reading(q))
