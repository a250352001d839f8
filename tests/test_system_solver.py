"""The exact solver for linear parts: what is true stays possible, what only all equations together forbid is found."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import given, settings
from test_system_laws import consistent_systems, equation

from checker.interval import Interval, around, point
from checker.solving import System, conflicts_of, propagate

pytest.importorskip("z3", reason="the solver is an extra")
from checker.solving.linear import impossible, left_of, linear_conflict  # noqa: E402

ABOVE_ZERO = Interval(F(0), None, False, True)


def three_pairs(total):
    """What three villages have two by two, and together: 160, for the pairs are 100, 100 and 120."""
    pairs = {"north": ("a", "b"), "south": ("b", "c"), "coast": ("a", "c")}
    equations = (*(equation(name, "sum", name, *pair) for name, pair in pairs.items()), equation("all", "sum", "total", "a", "b", "c"))
    stated = {"north": 100, "south": 100, "coast": 120, "total": total}
    return System({v: around(F(n), F(1, 2)) for v, n in stated.items()}, equations, dict.fromkeys("abc", ABOVE_ZERO))


def test_what_only_all_equations_forbid_is_found():
    system = three_pairs(170)
    assert propagate(system).empty is None
    [doubt] = conflicts_of(system)[1]
    assert doubt.why == "entangled"
    [conflict], undecided = conflicts_of(system, linear_conflict)
    assert not undecided and conflict.solved
    assert {e.name for e in conflict.equations} == {"north", "south", "coast", "all"} and set(conflict.stated) == set(system.stated)
    assert conflicts_of(three_pairs(161), linear_conflict) == ([], [])


def test_the_found_set_is_minimal():
    system = three_pairs(170)
    idle = equation("idle", "growth", "total", "last", "rate")
    system = replace(system, equations=(idle, *system.equations), stated={**system.stated, "rate": point(F(1, 10))})
    conflict = linear_conflict(system, system.equations)
    assert "idle" not in {e.name for e in conflict.equations}
    for e in conflict.equations:
        assert not impossible(system, tuple(o for o in conflict.equations if o is not e))
    for v in conflict.stated:
        fewer = {w: i for w, i in system.stated.items() if w != v}
        assert not impossible(replace(system, stated=fewer), conflict.equations)


def test_what_the_others_leave_a_figure_is_told():
    system = three_pairs(170)
    free = replace(system, stated={v: i for v, i in system.stated.items() if v != "total"})
    left = left_of(free, free.equations, "total")
    assert (left.lo, left.hi) == (F(637, 4), F(643, 4))
    assert left_of(free, free.equations[3:], "total").hi is None
    assert left_of(system, system.equations, "total") is None


def test_a_stated_rate_is_an_interval_of_what_it_multiplies():
    """300 is half as much again as the base, which is 200 within the rounding of the rate: with 240 in all 40 are left."""
    equations = (equation("g", "growth", "new", "base", "rate"), equation("s", "sum", "total", "base", "rest"), equation("d", "difference", "gap", "base", "rest"))
    stated = {"new": point(300), "rate": around(F(1, 2), F(1, 200)), "total": point(240)}

    def possible(gap):
        return not impossible(System({**stated, "gap": point(gap)}, equations, {"base": ABOVE_ZERO, "rest": ABOVE_ZERO}), equations)

    assert [possible(gap) for gap in (120, 158, 160, 161, 163)] == [False, False, True, True, False]


@given(consistent_systems())
@settings(max_examples=30, deadline=None)
def test_what_is_true_is_never_called_impossible(drawn):
    values, system = drawn
    assert conflicts_of(system, linear_conflict) == ([], [])
    unstated = [v for e in system.equations for v in e.variables if v not in system.stated]
    for v in unstated[:1]:
        left = left_of(system, system.equations, v)
        assert left is None or values[v] in left


@given(consistent_systems())
@settings(max_examples=30, deadline=None)
def test_a_conflict_of_linear_equations_that_propagation_sees_is_one_for_the_solver(drawn):
    _, system = drawn
    kept = tuple(e for e in system.equations if "part" in e.terms and "share" not in e.terms and "rate" not in e.terms and "top" not in e.terms)
    broken = replace(system, stated={**system.stated, **{e.variables[0]: point(-1000) for e in kept[:1]}}, equations=kept)
    if propagate(broken).empty is not None:
        assert impossible(broken, kept)
