"""Implied values: open roles, chains, and figures that cancel."""

from fractions import Fraction as F

from hypothesis import given
from hypothesis import strategies as st
from judging_build import MULTIPLE, SHARE, document, frame

from checker.interval import Interval, point
from checker.judging import judge
from checker.judging.elimination import Constant, solve
from checker.model import Relation

DOUBLED = ("doubled", {"kind": "multiple", "value": F(2), "style": "multiple", "band": (F(9, 10), F(9, 8))})


def chain():
    """Shares of two years, and the multiple between them: the text never says how large the national trade was."""
    text = "8.4 trillion, or 20% of national trade, doubled from 2012, when it was 15.7%."
    doc = document(text, "8.4 trillion", "20%", DOUBLED, "15.7%")

    def fact(measure, year):
        return (measure, year, f"{measure} trade", year)

    relations = [
        (SHARE, frame(part=0, share=1, facts={"whole": fact("national", "2022"), "part": fact("island", "2022")})),
        (MULTIPLE, frame(multiple=2, facts={"new": fact("island", "2022"), "base": fact("island", "2012")})),
        (SHARE, frame(share=3, facts={"whole": fact("national", "2012"), "part": fact("island", "2012")})),
    ]
    return doc, [Relation(rule, (reading,)) for rule, reading in relations]


def test_a_chain_gives_the_growth_of_a_whole_that_is_never_stated():
    judgement = judge(*chain())
    facts = {i.fact: i for i in judgement.implied}
    whole = facts["national trade, 2022"]
    assert (round(float(whole.interval.lo) / 1e12, 1), round(float(whole.interval.hi) / 1e12, 1)) == (40.7, 43.3)
    growth = facts["national trade, 2012 to 2022"]
    assert (round(float(growth.interval.lo), 1), round(float(growth.interval.hi), 1), growth.unit) == (37.4, 81.7, "percent")


def test_claims_with_several_open_roles_are_links_but_no_checks():
    judgement = judge(*chain())
    assert [(c.rule, c.reason) for c in judgement.checks] == [("share", "missing-role")]
    assert all(source < len(judgement.checks) for i in judgement.implied for source in i.sources)


def test_one_fact_stated_twice_is_one_variable():
    known = {"a": Interval(F(1), F(3)), "b": Interval(F(2), F(2))}
    system = solve(known, [{"x": 1, "a": -1}, {"x": 1, "b": -1}])
    assert system.value({"x": 1}) == point(2)


def test_what_the_equations_leave_open_is_none():
    system = solve({"a": point(2)}, [{"x": 1, "y": 1, "a": -1}])
    assert system.value({"x": 1}) is None and system.value({"x": 1, "y": 1}) == point(2)
    assert solve({"a": point(2)}, [{"x": 2, "a": -1}]).value({"x": 1}) is None  # a root


def test_constants_are_variables_that_are_known():
    assert solve({}, [{"x": 1, Constant(F(12)): -1}]).value({"x": 1}) == point(12)


positive = st.fractions(min_value=F(1, 10), max_value=100, max_denominator=20)


@given(st.lists(positive, min_size=3, max_size=3), st.lists(st.fractions(min_value=0, max_value=F(1, 10)), min_size=3, max_size=3))
def test_the_true_value_is_always_within(values, slack):
    """x = a*b/c; y = x*c: any point of the known intervals gives a point of what is derived, and y is just a*b."""
    known = {k: Interval(v * (1 - s), v * (1 + s)) for k, v, s in zip("abc", values, slack)}
    system = solve(known, [{"x": 1, "a": -1, "b": -1, "c": 1}, {"y": 1, "x": -1, "c": -1}])
    a, b, c = values
    assert a * b / c in system.value({"x": 1})
    assert system.value({"y": 1}) == known["a"] * known["b"]
