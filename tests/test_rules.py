"""The examples of every rule file are its tests, and so are their mutations.

What each kind of example demands stands in `checker.authoring.examples`, which also runs those of anybody's own rules.
"""

import pytest
from strategies import english

from checker.authoring.examples import HEADINGS, cases, fault
from checker.rulebook import shipped_rules


def examples(heading):
    return [pytest.param(case, id=case.name) for case in cases(shipped_rules(), [heading])]


def holds(case):
    found = fault(case, *english())
    assert found is None, found


@pytest.mark.parametrize("case", examples("consistent"))
def test_a_consistent_example_is_read_and_nothing_fails(case):
    holds(case)


@pytest.mark.parametrize("case", examples("inconsistent"))
def test_an_inconsistent_example_fails_on_the_figures_that_clash(case):
    holds(case)


@pytest.mark.parametrize("case", examples("silent"))
def test_a_silent_example_gets_no_verdict(case):
    holds(case)


@pytest.mark.parametrize("case", examples("wanted"))
def test_a_wanted_example_is_not_read_yet(case):
    holds(case)


def test_no_example_is_left_out():
    assert {heading for rule in shipped_rules() for heading in rule.examples} == set(HEADINGS)
