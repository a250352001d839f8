"""Units: what dimension a name has and how much of the base unit it is, in exact rationals.

A leaf. `measure_of("kilometre/hour")` answers from unit_table.json, compiled from units.toml and pint; pint itself is
imported only for physical units that the table lacks. Names are canonical ("kilometre", "USD/barrel", "zone"); how
people write them is the language pack's business. A value in base units is `value * factor + offset`.

    None, percent, points      no dimension         0.12 of 12 percent, 0.0025 of 25 basis points
    metre, acre, knot          pint's dimension     temperature and temperature difference apart
    USD, crown                 currency:USD         each its own: no exchange rate is assumed
    cent, penny                currency:USD, GBP    a hundredth of it
    zone, patient              count:zone           compared by head noun
    USD/barrel                 the quotient         also "case/100000 person", "metre/second^2"
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from checker.interval import Interval
from checker.model import Quantity
from checker.rational import Fraction

TABLE = Path(__file__).with_name("unit_table.json")
SOURCE = Path(__file__).with_name("units.toml")

ONE = Fraction(1)
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures (`dimension`, "" of plain numbers) and how to get to base units: value * factor + offset."""

    dimension: str
    factor: Fraction
    offset: Fraction = ZERO


PLAIN = Measure("", ONE)


@lru_cache(maxsize=4096)
def measure_of(unit: str | None, kind: str | None = None) -> Measure:
    """The measure of a canonical unit name; no name is refused: what is no unit is a noun that is counted.

    `kind` (of the quantity) settles names with two senses: thirty *bars* are counted, a *crown* is money.

    >>> measure_of("percent"), measure_of("mile").factor
    (Measure(dimension='', factor=Fraction(1, 100), offset=Fraction(0, 1)), Fraction(201168, 125))
    >>> measure_of("zone").dimension, measure_of("USD").dimension, measure_of("USD/barrel").dimension
    ('count:zone', 'currency:USD', '[length]^-3*currency:USD')
    >>> measure_of("bar").dimension == measure_of("pascal").dimension, measure_of("bar", "count").dimension
    (True, 'count:bar')
    >>> measure_of("case/100000 person")
    Measure(dimension='count:case*count:person^-1', factor=Fraction(1, 100000), offset=Fraction(0, 1))
    """
    if not unit:
        return PLAIN
    over, *under = unit.split("/")
    if not under and not _COMPOUND.search(over):
        return _named(over, kind)
    powers: dict[str, int] = {}
    factor = ONE
    for part, sign in [(over, 1), *((part, -1) for part in under)]:
        for name, number, power in _factors(part):
            measure = _named(name, kind if sign == 1 else None) if name else PLAIN
            factor *= (measure.factor ** power * number) ** sign
            for dimension, n in _powers(measure.dimension):
                powers[dimension] = powers.get(dimension, 0) + n * power * sign
    return Measure(_dimension(powers), factor)


def measure(q: Quantity) -> Measure:
    """The measure of a quantity, by its unit and kind."""
    return measure_of(q.unit, q.kind)


def times_as_large(a: Quantity, b: Quantity) -> Fraction:
    """How many of the smaller of two units make the larger: a whole number within one system, of metres and kilometres, of feet and yards."""
    ratio = measure(a).factor / measure(b).factor
    return max(ratio, 1 / ratio)


def compatible(a: str | None, b: str | None) -> bool:
    """True where two units measure the same: they may be added and compared, after conversion.

    >>> compatible("acre", "square_kilometre"), compatible("USD", "GBP"), compatible("percent", "zone")
    (True, False, False)
    >>> compatible("degree_Celsius", "delta_degree_Celsius")
    False
    """
    return a == b or measure_of(a).dimension == measure_of(b).dimension


# Units that people call by the same name, and the week of which a year has 52.
_NAMESAKES = {
    "gallon": "imperial_gallon", "quart": "imperial_quart", "pint": "imperial_pint", "fluid_ounce": "imperial_fluid_ounce",
    "ton": "long_ton", "hundredweight": "long_hundredweight", "bushel": "imperial_bushel",
}  # fmt: skip
_WEEK = Fraction(36525, 36400)


@lru_cache(maxsize=1024)
def other_senses(unit: str) -> tuple[Fraction, ...]:
    """What else a unit may be worth, as a factor of its own measure, where its name has two senses.

    >>> [round(float(f), 2) for f in other_senses("mile/gallon")], other_senses("metre")
    ([0.83], ())
    """
    found = []
    for place, part in enumerate(unit.split("/")):
        name = part.split(" ")[-1]
        factor = _WEEK if name == "week" else None
        if name in _NAMESAKES:
            factor = measure_of(_NAMESAKES[name]).factor / measure_of(name).factor
        if factor is not None:
            found.append(1 / factor if place else factor)
    return tuple(found)


def to_base(x: Interval, of: Measure) -> Interval:
    """`x` in base units: 12 percent as 0.12, 3 km as 3,000 m.

    >>> print(to_base(Interval(Fraction(0), Fraction(100)), measure_of("degree_Celsius")))
    [273.15, 373.15]
    """
    return x if of is PLAIN else x * of.factor + of.offset


def from_base(x: Interval, of: Measure) -> Interval:
    """`x`, given in base units, in the unit `of`: the inverse of `to_base`."""
    return x if of is PLAIN else (x - of.offset) * (1 / of.factor)


def convert(x, a: str | None, b: str | None):
    """A number or an interval from unit `a` to unit `b`.

    Raises ValueError where they measure different things.

    >>> float(convert(Fraction(26), "mile", "kilometre")), convert(Fraction(212), "degree_Fahrenheit", "degree_Celsius")
    (41.842944, Fraction(100, 1))
    >>> convert(640, "acre", "square_mile"), convert(150, "basis point", "percent")
    (Fraction(1, 1), Fraction(3, 2))
    """
    one, other = measure_of(a), measure_of(b)
    if one.dimension != other.dimension:
        raise ValueError(f"{a} and {b} measure different things")
    if isinstance(x, Interval):
        return from_base(to_base(x, one), other)
    return (x * one.factor + one.offset - other.offset) / other.factor


# ---------------------------------------------------------------- single names and their products

_COMPOUND = re.compile(r"[*^]|^\d")
_FACTOR = re.compile(r"(?P<number>\d+(?:\.\d+)?)?\s*(?P<name>[^\d^][^^]*?)?\s*(?:\^(?P<power>-?\d{1,2}))?")


def _factors(part: str):
    """The factors of "100000 person" or "kilogram*metre^2" as (name, number, power); nonsense is one odd name."""
    for text in part.replace("**", "^").split("*"):
        found = _FACTOR.fullmatch(text.strip())
        if found is None:
            yield text.strip().replace("^", " "), ONE, 1
        else:
            yield found["name"], Fraction(found["number"] or 1) or ONE, int(found["power"] or 1)


def _named(name: str, kind: str | None) -> Measure:
    """The measure of one name. Three capitals are a currency, for new ones appear more often than this program."""
    if kind == "count":
        return Measure(f"count:{name.removeprefix('count:')}", ONE)
    units, currencies, coins = _table()
    if name in coins:
        currency, part = coins[name]
        return Measure(f"currency:{currency}", Fraction(part))
    found = units.get(name) or units.get(name.replace(" ", "_"))
    if found is not None and kind != "currency":
        dimension, factor, offset = found
        return Measure(dimension, Fraction(factor), Fraction(offset))
    if kind == "currency" or name in currencies or (len(name) == 3 and name.isascii() and name.isalpha() and name.isupper()):
        return Measure(f"currency:{name}", ONE)
    if kind == "physical":
        return _asked(name) or Measure(f"unit:{name}", ONE)
    return Measure(f"count:{name.removeprefix('count:')}", ONE)


def _powers(dimension: str):
    for part in dimension.split("*") if dimension else ():
        name, _, power = part.partition("^")
        yield name, int(power or 1)


def _dimension(powers: dict[str, int]) -> str:
    """`[length]*[time]^-1`: the same text for the same dimension, however it was reached."""
    return "*".join(name if n == 1 else f"{name}^{n}" for name, n in sorted(powers.items()) if n)


@lru_cache(maxsize=1)
def _table() -> tuple[dict[str, list[str]], frozenset[str], dict[str, list[str]]]:
    """Rows of dimension, factor and offset as text, for most documents need a dozen of them; the currencies; the coins
    that are parts of one."""
    data = json.loads(TABLE.read_text("utf-8"))
    return data["units"], frozenset(data["currencies"]), data["coins"]


# ---------------------------------------------------------------- pint, for the table and for what it lacks


@lru_cache(maxsize=1)
def _registry():
    import pint  # slow: only when a unit is not in the table

    return pint.UnitRegistry(non_int_type=Fraction)


def _asked(name: str) -> Measure | None:
    """What pint says of a name or product of names; `None` where it knows no such unit or none with an exact factor."""
    try:
        registry = _registry()
        if name.isidentifier():  # the only ones that may have an offset
            zero, one = (registry.Quantity(x, name).to_base_units() for x in (ZERO, ONE))
        else:
            one = registry.parse_expression(name).to_base_units() * ONE
            zero = one * ZERO
    except Exception:  # pint raises a family of its own, tokenizer and attribute errors for odd names
        return None
    factor, offset = one.magnitude - zero.magnitude, zero.magnitude
    if not isinstance(factor, Fraction) or not factor:
        return None
    dimension = _dimension({str(d): int(n) for d, n in one.dimensionality.items()})
    if dimension == "[temperature]" and name.startswith("delta_"):
        dimension = "[temperature difference]"
    return Measure(dimension, factor, offset)


def compile_table() -> dict:
    """The contents of unit_table.json: every unit of units.toml with dimension, factor and offset by pint."""
    import tomllib

    source = tomllib.loads(SOURCE.read_text("utf-8"))
    names = {name: name for group in source["pint"].values() for name in group}
    names |= {prefix + name: prefix + name for name, prefixes in source["prefixed"].items() for prefix in prefixes}
    names |= source["own"]
    units = {name: _asked(expression) for name, expression in names.items()}
    for name, length in [*units.items()]:
        if length is not None and length.dimension == "[length]":
            units |= {f"square_{name}": Measure("[length]^2", length.factor**2)}
            units |= {f"cubic_{name}": Measure("[length]^3", length.factor**3)}
    for group, members in source["plain"].items():
        units |= {name: Measure(group and f"[{group}]", Fraction(factor)) for name, factor in members.items()}
    for canonical, other in source["spelling"].items():
        units |= {name.replace(canonical, other): m for name, m in [*units.items()] if canonical in name}
    missing = sorted(name for name, found in units.items() if found is None)
    if missing:
        raise ValueError(f"pint does not know {', '.join(missing)}")
    rows = {name: [m.dimension, str(m.factor), str(m.offset)] for name, m in sorted(units.items())}
    return {"units": rows, "currencies": sorted(source["currencies"]["names"]), "coins": dict(sorted(source["coins"].items()))}


def write_table() -> None:
    """Compile units.toml and write unit_table.json, one unit a line."""
    table = compile_table()
    units = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in table["units"].items())
    TABLE.write_text(f'{{"units": {{\n{units}\n}},\n"currencies": {json.dumps(table["currencies"])},\n"coins": {json.dumps(table["coins"])}}}\n', "utf-8")


if __name__ == "__main__":
    write_table()
