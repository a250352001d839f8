"""Laws of intervals: what the exactness of every verdict rests on."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from checker.interval import EVERYTHING, POSITIVE, Interval, around, interval, inverse, maximum, minimum, point

numbers = st.fractions(-20, 20, max_denominator=8)
ends = st.one_of(st.none(), numbers)


@st.composite
def intervals(draw, bounded=False):
    """Intervals that are not empty, with ends open, closed and missing."""
    end = numbers if bounded else ends
    lo, hi = draw(end), draw(end)
    lo_open, hi_open = draw(st.booleans()), draw(st.booleans())
    if lo is not None and hi is not None:
        lo, hi = min(lo, hi), max(lo, hi)
        if lo == hi:
            lo_open = hi_open = False
    return Interval(lo, hi, lo is None or lo_open, hi is None or hi_open)


@st.composite
def pointed(draw, **kind):
    """An interval with a point of it; the ends and what lies just within them come up often."""
    x = draw(intervals(**kind))
    lo = x.lo if x.lo is not None else (x.hi if x.hi is not None else Fraction(0)) - 50
    hi = x.hi if x.hi is not None else lo + 100
    part = draw(st.one_of(st.sampled_from([Fraction(n, 1000) for n in (0, 1, 500, 999, 1000)]),
                          st.fractions(0, 1, max_denominator=7)))  # fmt: skip
    p = lo + (hi - lo) * part
    assume(p in x)
    return x, p


OPERATIONS = [
    pytest.param(lambda a, b: a + b, id="plus"),
    pytest.param(lambda a, b: a - b, id="minus"),
    pytest.param(lambda a, b: a * b, id="times"),
]


@pytest.mark.parametrize("operation", OPERATIONS)
@given(x=pointed(), y=pointed())
def test_a_result_of_two_points_lies_in_the_result_of_their_intervals(operation, x, y):
    (x, p), (y, q) = x, y
    assert operation(p, q) in operation(x, y)


@given(pointed(), pointed())
def test_a_quotient_of_two_points_lies_in_the_quotient_of_their_intervals(x, y):
    (x, p), (y, q) = x, y
    assume(q != 0)
    assert p / q in x / y


@given(pointed(), st.integers(-4, 5))
def test_a_power_of_a_point_lies_in_the_power_of_the_interval(x, n):
    x, p = x
    assume(p != 0 or n >= 0)
    assert p**n in x**n


@given(pointed())
def test_the_negative_and_the_amount_of_a_point_lie_in_those_of_the_interval(x):
    x, p = x
    assert -p in -x
    assert abs(p) in abs(x)


@given(st.lists(pointed(), min_size=1, max_size=4))
def test_the_least_and_the_greatest_of_points_lie_in_minimum_and_maximum(items):
    found, points = [x for x, _ in items], [p for _, p in items]
    assert min(points) in minimum(found)
    assert max(points) in maximum(found)


def near(x: Interval, end: Fraction) -> Fraction:
    """The end itself where it belongs to the interval, else a point very close to it."""
    if end in x:
        return end
    tiny = x.width / 10_000_000
    return end + tiny if end == x.lo else end - tiny


@pytest.mark.parametrize("operation", OPERATIONS)
@given(x=intervals(bounded=True), y=intervals(bounded=True))
@example(x=Interval(Fraction(0), Fraction(1), True), y=Interval(Fraction(0), Fraction(1)))
def test_results_are_tight(operation, x, y):
    """Every end is approached by results of points, and a closed end is reached by one."""
    result = operation(x, y)
    corners = [operation(near(x, a), near(y, b)) for a, b in product((x.lo, x.hi), (y.lo, y.hi))]
    corners += [Fraction(0)] if operation(2, 3) == 6 and (0 in x or 0 in y) else []
    assert min(corners) - result.lo <= Fraction(1, 100)
    assert result.hi - max(corners) <= Fraction(1, 100)
    if not result.lo_open:
        assert result.lo in corners
    if not result.hi_open:
        assert result.hi in corners


@given(intervals(), intervals(), numbers)
def test_a_point_is_in_the_meet_if_and_only_if_it_is_in_both(x, y, p):
    common = x.meet(y)
    assert (common is not None and p in common) == (p in x and p in y)


@given(pointed(), intervals())
def test_the_meet_is_the_same_both_ways_and_never_larger(x, y):
    x, p = x
    assert x.meet(y) == y.meet(x)
    assert x.meet(x) == x
    assert x.meet(EVERYTHING) == x
    if p in y:
        assert p in x.meet(y)


@given(pointed(), intervals())
def test_the_hull_holds_both_and_has_their_ends(x, y):
    x, p = x
    both = x.hull(y)
    assert p in both
    assert both == y.hull(x)
    assert both.lo in (x.lo, y.lo) and both.hi in (x.hi, y.hi)


@given(pointed(), pointed())
def test_what_is_said_to_be_below_is_below(x, y):
    (x, p), (y, q) = x, y
    if x.below(y):
        assert p < q
        assert x.meet(y) is None
    if x.at_most(y):
        assert p <= q
    if x.meet(y) is None:
        assert x.below(y) or y.below(x)


@given(intervals(), intervals(), intervals())
def test_sums_and_products_do_not_depend_on_order(x, y, z):
    assert x + y == y + x and x * y == y * x
    assert (x + y) + z == x + (y + z)
    assert -(-x) == x and x - y == -(y - x)


@given(intervals())
def test_plain_numbers_stand_for_points(x):
    assert x + 3 == 3 + x == x + point(3)
    assert 3 - x == point(3) - x
    assert 2 * x == x * 2
    assert interval(x) is x


@given(pointed())
def test_one_over_one_over_holds_what_it_began_with(x):
    x, p = x
    assume(p != 0)
    assert p in inverse(inverse(x))


def F(text):
    return Fraction(text)


@pytest.mark.parametrize(
    "found, expected",
    [
        (inverse(Interval(F(2), F(4), False, True)), Interval(F("1/4"), F("1/2"), True, False)),
        (inverse(Interval(F(0), F(4))), Interval(F("1/4"), None, False, True)),
        (inverse(Interval(F(-4), F(0))), Interval(None, F("-1/4"), True, False)),
        (inverse(Interval(F(-1), F(1))), EVERYTHING),
        (inverse(point(0)), EVERYTHING),
        (inverse(POSITIVE), POSITIVE),
        (inverse(Interval(F(2), None, False, True)), Interval(F(0), F("1/2"), True, False)),
        (point(0) * EVERYTHING, point(0)),
        (point(0) / point(0), EVERYTHING),
        (Interval(F(0), F(1)) / Interval(F(0), F(1)), EVERYTHING),
        (Interval(F(1), F(2)) / Interval(F(0), F(1)), Interval(F(1), None, False, True)),
        (point(0) / Interval(F(1), F(2)), point(0)),
        (Interval(F(-2), F(3)) ** 2, Interval(F(0), F(9))),
        (Interval(F(-3), F(-2), True) ** 2, Interval(F(4), F(9), False, True)),
        (Interval(F(-2), F(3)) ** 3, Interval(F(-8), F(27))),
        (Interval(F(-2), F(3)) ** 0, point(1)),
        (abs(Interval(F(-3), F(2), True)), Interval(F(0), F(3), False, True)),
        (abs(Interval(None, F(2), True)), Interval(F(0), None, False, True)),
        (around(5, F("1/2")), Interval(F("9/2"), F("11/2"))),
        (minimum([Interval(F(1), F(3)), Interval(F(2), F(3), False, True)]), Interval(F(1), F(3), False, True)),
        (minimum([Interval(F(1), F(2)), Interval(F(5), None, False, True)]), Interval(F(1), F(2))),
    ],
)
def test_examples(found, expected):
    assert found == expected


def test_an_interval_shows_its_ends():
    assert str(Interval(F(1), None, True, True)) == "(1, inf)"
    assert str(EVERYTHING) == "(-inf, inf)"
    assert str(Interval(F("1/4"), F("1/2"))) == "[0.25, 0.5]"
    assert Interval(F(1), F(3)).width == 2 and EVERYTHING.width is None
    assert point(3).is_point and not EVERYTHING.is_point
