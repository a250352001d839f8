"""Units: exact factors that pint confirms, dimensions that keep apart what must not be mixed."""

import json
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker import units
from checker.interval import Interval
from checker.units import Measure, compatible, convert, from_base, measure_of, to_base

TABLE = json.loads(units.TABLE.read_text("utf-8"))["units"]
REGISTRY = pint.UnitRegistry(non_int_type=Fraction)


def test_the_table_is_what_its_source_and_pint_compile_to():
    """Refresh with `python -m checker.units`."""
    assert json.loads(units.TABLE.read_text("utf-8")) == units.compile_table()


# Where this house means something else than pint; units.toml says what and why.
OWN = {"barrel", "decade", "kiloton", "megaton"}
OUR_DIMENSIONS = ("[information]", "[angle]", "[sound]", "[screen]", "")  # pint takes these for plain numbers
SURVEY = Fraction(1, 100_000)  # between an international and a survey foot


def names_of_pint():
    known = [name for name, (dimension, _, _) in TABLE.items() if dimension not in OUR_DIMENSIONS and name in REGISTRY]
    return sorted(set(known) - OWN)


@pytest.mark.parametrize("name", names_of_pint())
def test_pint_agrees(name):
    """Every name that pint knows by itself has pint's factor, but for what is ours on purpose."""
    dimension, factor, offset = TABLE[name]
    zero, one = (REGISTRY.Quantity(Fraction(n), name).to_base_units() for n in (0, 1))
    assert offset == str(zero.magnitude)
    assert abs((one.magnitude - zero.magnitude) / Fraction(factor) - 1) < SURVEY
    powers = units._dimension({str(d): int(n) for d, n in one.dimensionality.items()})
    assert dimension in (powers, powers.replace("temperature", "temperature difference"))


@pytest.mark.parametrize(
    "amount, unit, other, expected",
    [
        (1, "mile", "metre", "1609.344"),
        (1, "nautical_mile", "kilometre", "1.852"),
        (640, "acre", "square_mile", "1"),
        (1, "hectare", "square_metre", "10000"),
        (1, "square_kilometre", "hectare", "100"),
        (1, "stone", "pound", "14"),
        (1, "tonne", "kilogram", "1000"),
        (1, "long_ton", "pound", "2240"),
        (1, "troy_ounce", "gram", "31.1034768"),
        (1, "barrel", "gallon", "42"),
        (1, "imperial_gallon", "litre", "4.54609"),
        (1, "gallon", "litre", "3.785411784"),
        (1, "imperial_pint", "imperial_gallon", "0.125"),
        (1, "knot", "kilometre/hour", "1.852"),
        (60, "mile/hour", "mile_per_hour", "60"),
        (1, "kilowatt_hour", "joule", "3600000"),
        (1, "megawatt", "joule/second", "1000000"),
        (1, "bar", "pascal", "100000"),
        (100, "degree_Celsius", "degree_Fahrenheit", "212"),
        (0, "degree_Celsius", "kelvin", "273.15"),
        (10, "delta_degree_Celsius", "delta_degree_Fahrenheit", "18"),
        (1, "year", "month", "12"),
        (1, "year", "day", "365.25"),
        (1, "decade", "year", "10"),
        (2, "fortnight", "week", "4"),
        (1, "gigabyte", "megabyte", "1000"),
        (1, "kibibyte", "byte", "1024"),
        (1, "byte", "bit", "8"),
        (12, "percent", None, "0.12"),
        (25, "basis point", "percentage point", "0.25"),
        (100, "kilometer", "kilometre", "100"),
        (10, "litre/kilometre", "litre/metre", "0.01"),
        (1, "case/1000 person", "case/100000 person", "100"),
        (1, "kilogram*metre^2/second^2", "joule", "1"),
        (1, "metre/second**2", "metre/second/second", "1"),
    ],
)
def test_conversions_are_exact(amount, unit, other, expected):
    assert convert(Fraction(amount), unit, other) == Fraction(expected)


@pytest.mark.parametrize(
    "a, b, same",
    [
        ("mile", "kilometre", True),
        ("mile", "hectare", False),
        ("degree_Celsius", "degree_Fahrenheit", True),
        ("degree_Celsius", "delta_degree_Celsius", False),
        ("USD", "CNY", False),
        ("USD", "crown", False),
        ("USD/barrel", "USD/gallon", True),
        ("USD/barrel", "EUR/barrel", False),
        ("zone", "patient", False),
        ("zone", None, False),
        ("percent", "basis point", True),
        ("byte", None, False),
        ("degree", None, False),
        ("megabyte", "gigabit", True),
        ("kilometre/hour", "knot", True),
        ("a strange thing", "a strange thing", True),
    ],
)
def test_only_what_measures_the_same_is_compatible(a, b, same):
    assert compatible(a, b) is same and compatible(b, a) is same


def test_what_measures_something_else_is_not_converted():
    with pytest.raises(ValueError, match="mile and hectare measure different things"):
        convert(1, "mile", "hectare")


def test_the_kind_settles_names_with_two_senses():
    assert measure_of("pound", "currency").dimension == "currency:pound"
    assert measure_of("pound", "physical").dimension == "[mass]"
    assert measure_of("bar", "count").dimension == "count:bar"
    assert measure_of("crown").dimension == "currency:crown"
    assert measure_of("crown", "count").dimension == "count:crown"
    assert measure_of("XYZ").dimension == "currency:XYZ"
    assert measure_of("count:zone") == measure_of("zone") == Measure("count:zone", Fraction(1))


def test_an_unknown_physical_unit_is_asked_of_pint_and_then_only_compatible_with_itself():
    assert measure_of("rod", "physical").dimension == "[length]"
    assert measure_of("widget", "physical") == Measure("unit:widget", Fraction(1))


ODD = ["", "/", "*", "^", "//", "1", "2^", "a^99999", "*/*", "(", "a/(b", "9**9**9", "mile^9999", "case/0 person", "1/0"]


@pytest.mark.parametrize("odd", [*ODD, "\x00", "é/à"])
def test_no_name_is_refused(odd):
    assert isinstance(measure_of(odd), Measure)
    assert isinstance(measure_of(odd, "physical"), Measure)


@given(st.sampled_from(sorted(TABLE)), st.fractions(-1000, 1000), st.fractions(1, 1000))
def test_there_and_back_is_the_same(name, x, width):
    there = Interval(x, x + width, True, False)
    assert from_base(to_base(there, measure_of(name)), measure_of(name)) == there


@given(st.sampled_from(sorted(TABLE)), st.sampled_from(sorted(TABLE)), st.fractions(-1000, 1000))
def test_conversion_there_and_back_is_the_same(a, b, x):
    if compatible(a, b):
        assert convert(convert(x, a, b), b, a) == x


def test_every_factor_is_above_zero():
    assert all(Fraction(factor) > 0 for _, factor, _ in TABLE.values())


def test_common_units_need_no_pint():
    code = (
        "import sys; from checker.units import measure_of\n"
        "for u in ['mile', 'USD/barrel', 'zone', 'percent', 'square_mile', 'degree_Celsius', None, 'case/100000 person']:\n"
        "    measure_of(u)\n"
        "sys.exit('pint' in sys.modules or 'tomllib' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=Path(__file__).parent.parent).returncode == 0
