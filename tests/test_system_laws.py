"""The laws of systems: what is true is never called impossible, what was moved is found, what is reported is minimal."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from checker.interval import Interval, around, point
from checker.solving import Conflict, Equation, System, Term, components, conflicts_of, propagate

ONE = ("num", "1")


def role(name):
    return ("role", name)


SHAPES = {  # name -> left, right, roles in the order in which a value is drawn for them; the first follows from the others
    "growth": (role("new"), ("*", role("base"), ("+", ONE, role("rate"))), ("new", "base", "rate")),
    "share": (role("part"), ("*", role("share"), role("whole")), ("part", "share", "whole")),
    "quotient": (role("rate"), ("/", role("part"), role("whole")), ("rate", "part", "whole")),
    "sum": (role("total"), ("call", "sum", role("part")), ("total", "part")),
    "mean": (role("total"), ("call", "mean", role("part")), ("total", "part")),
    "difference": (role("rest"), ("-", role("whole"), role("part")), ("rest", "whole", "part")),
    "largest": (role("top"), ("call", "max", role("part")), ("top", "part")),
}
WORTH = {
    "growth": lambda base, rate: base * (1 + rate), "share": lambda share, whole: share * whole, "quotient": lambda part, whole: part / whole,
    "sum": lambda *parts: sum(parts), "mean": lambda *parts: sum(parts) / len(parts), "difference": lambda whole, part: whole - part,
    "largest": lambda *parts: max(parts),
}  # fmt: skip


def equation(name, shape, result, *others):
    left, right, roles = SHAPES[shape]
    terms = {roles[0]: (Term(result),)}
    if len(roles) == 2:
        terms[roles[1]] = tuple(map(Term, others))
    else:
        terms |= {r: (Term(v),) for r, v in zip(roles[1:], others)}
    return Equation(name, "==", left, right, terms, frozenset(["part"] if len(roles) == 2 else []))


@st.composite
def consistent_systems(draw):
    """Values first; then equations that hold between them, and rounded statements of most of them."""
    values = {f"v{n}": draw(st.fractions(min_value=F(1, 2), max_value=40, max_denominator=8)) for n in range(4)}
    equations = []
    for n in range(draw(st.integers(1, 5))):
        shape = draw(st.sampled_from(sorted(SHAPES)))
        count = 2 if len(SHAPES[shape][2]) == 3 else draw(st.integers(2, 4))
        others = draw(st.lists(st.sampled_from(sorted(values)), min_size=count, max_size=count, unique=True))
        assume(shape != "quotient" or values[others[-1]])
        result = f"r{n}"
        values[result] = WORTH[shape](*(values[o] for o in others))
        equations.append(equation(n, shape, result, *others))
    hidden = draw(st.sets(st.sampled_from(sorted(values)), max_size=3))
    stated = {}
    for v in sorted(values):
        if v not in hidden:
            half, shift = draw(st.fractions(0, 1, max_denominator=4)), draw(st.fractions(-1, 1, max_denominator=4))
            stated[v] = around(values[v] + shift * half, half)
    return values, System(stated, tuple(equations))


@given(consistent_systems())
@settings(max_examples=120, deadline=None)
def test_what_is_true_is_never_called_impossible(drawn):
    values, system = drawn
    found, undecided = conflicts_of(system)
    assert found == [] and {doubt.why for doubt in undecided} <= {"entangled", "stopped"}
    box = propagate(system)
    assert box.empty is None and all(values[v] in interval for v, interval in box.values.items())


@given(consistent_systems(), st.data())
@settings(max_examples=120, deadline=None)
def test_a_value_moved_out_of_what_the_others_leave_it_is_found_and_the_set_is_minimal(drawn, data):
    _, system = drawn
    used = sorted({v for e in system.equations for v in e.variables if v in system.stated})
    assume(used)
    moved = data.draw(st.sampled_from(used))
    free = propagate(replace(system, stated={v: i for v, i in system.stated.items() if v != moved})).values[moved]
    assume(free.hi is not None)
    wrong = replace(system, stated={**system.stated, moved: point(free.hi + 1)})
    conflicts, _ = conflicts_of(wrong)
    assert any(moved in c.stated for c in conflicts)
    for conflict in conflicts:
        assert_minimal(wrong, conflict)


def assert_minimal(system: System, conflict: Conflict):
    stated = {v: system.stated[v] for v in conflict.stated}
    assert propagate(replace(system, stated=stated), conflict.equations).empty is not None
    for e in conflict.equations:
        assert propagate(replace(system, stated=stated), [o for o in conflict.equations if o is not e]).empty is None
    for v in stated:
        fewer = {w: i for w, i in stated.items() if w != v}
        assert propagate(replace(system, stated=fewer), conflict.equations).empty is None


@given(consistent_systems(), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_statements_does_not_matter(drawn, random):
    """Whether there is a contradiction does not; which of several equally small sets is shown may."""
    _, system = drawn
    [first, *_] = system.equations
    broken = replace(system, stated={**system.stated, first.variables[0]: point(-1000)})
    shuffled = list(broken.equations)
    random.shuffle(shuffled)
    assert bool(conflicts_of(broken)[0]) == bool(conflicts_of(replace(broken, equations=tuple(shuffled)))[0])


def exports_and_imports(total_before):
    stated = {"exports": 240, "up": F(1, 5), "imports": 300, "more": F(1, 2), "before": total_before}
    equations = (
        equation("e", "growth", "exports", "exports before", "up"),
        equation("i", "growth", "imports", "imports before", "more"),
        equation("t", "sum", "before", "exports before", "imports before"),
    )
    return System({v: point(x) for v, x in stated.items()}, equations)


def test_parts_reckoned_back_must_add_up():
    assert conflicts_of(exports_and_imports(400)) == ([], [])
    [conflict], _ = conflicts_of(exports_and_imports(500))
    assert {e.name for e in conflict.equations} == {"e", "i", "t"} and set(conflict.stated) == {"exports", "up", "imports", "more", "before"}


def test_two_mistakes_are_two_conflicts():
    one, other = exports_and_imports(500), exports_and_imports(300)
    renamed = tuple(
        replace(e, name=f"{e.name}2", terms={r: tuple(Term(f"{t.variable}2") for t in ts) for r, ts in e.terms.items()}) for e in other.equations
    )
    both = System({**one.stated, **{f"{v}2": i for v, i in other.stated.items()}}, (*one.equations, *renamed))
    assert [len(c.equations) for c in conflicts_of(both)[0]] == [3, 3]
    assert len(components(both.equations)) == 2


def test_what_only_runs_on_and_on_is_stopped():
    """x = x * 0.999 converges on nothing for ever."""
    shrinking = Equation("s", "==", role("x"), ("*", role("y"), ("num", "999/1000")), {"x": (Term("x"),), "y": (Term("y"),)})
    same = Equation("e", "==", role("x"), role("y"), {"x": (Term("x"),), "y": (Term("y"),)})
    box = propagate(System({"x": Interval(F(1), F(2)), "y": Interval(F(1), F(2))}, (shrinking, same)))
    assert box.empty is not None or box.stopped or all(i.width < 2 for i in box.values.values())


@pytest.mark.parametrize("operator, x, y, left", [
    ("<", point(3), Interval(F(0), F(5)), "(3, 5]"),
    (">=", point(3), Interval(F(0), F(5)), "[0, 3]"),
])  # fmt: skip
def test_an_inequality_narrows_what_it_compares(operator, x, y, left):
    e = Equation("c", operator, role("x"), role("y"), {"x": (Term("x"),), "y": (Term("y"),)})
    assert str(propagate(System({"x": x, "y": y}, (e,))).values["y"]) == left
