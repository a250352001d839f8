"""The examples in the rule files of the family of changes, and the wordings that must lead to the same figures."""

from __future__ import annotations

import pytest
from strategies import english

from checker.pipeline import check
from checker.reading import read_text

RULES = (
    "growth-from-base absolute-change change-in-points multiple-of-base direction-up direction-down compound-growth compound-growth-dated "
    "compound-growth-between compound-total compound-multiple growth-of-total-above growth-of-total-below joint-growth"
).split()


def verdicts(text: str) -> list[tuple[str, str]]:
    """(rule, verdict) of every check of a text."""
    pack, rules = english()
    return [(c.rule, c.verdict) for c in check(read_text("test.txt", text.encode()), pack, rules)[1].checks]


def examples(heading: str):
    """(rule, text) of every example under a heading of the family's rules."""
    rules = {r.id: r for r in english()[1]}
    return [pytest.param(name, e["text"], id=f"{name}-{n}") for name in RULES for n, e in enumerate(rules[name].examples[heading], 1)]


@pytest.mark.parametrize(("rule", "text"), examples("consistent"))
def test_consistent_examples_pass(rule, text):
    found = verdicts(text)
    assert (rule, "pass") in found
    assert not [r for r, verdict in found if verdict == "fail"]


@pytest.mark.parametrize(("rule", "text"), examples("inconsistent"))
def test_inconsistent_examples_fail(rule, text):
    assert (rule, "fail") in verdicts(text)


@pytest.mark.parametrize(("rule", "text"), examples("silent"))
def test_silent_examples_are_left_alone(rule, text):
    assert not [r for r, verdict in verdicts(text) if verdict in ("fail", "warn")]


# One change, said in many ways: 400 to 460 is 15%, never 25%.
WORDINGS = """
Output rose 15% to 460 tonnes from 400 tonnes.
Output rose by 15% from 400 tonnes to 460 tonnes.
Output rose 15% last year, to 460 tonnes, compared with 400 tonnes in 2014.
Output was 460 tonnes, up 15% from 400 tonnes a year earlier.
Output was 460 tonnes, 15% more than the 400 tonnes of 2014.
Output of 460 tonnes was 15% higher than the 400 tonnes mined a year before.
Output went from 400 tonnes to 460 tonnes, an increase of 15%.
Output went from 400 tonnes to 460 tonnes, a 15% increase.
Output was 460 tonnes against 400 tonnes last year, a rise of 15%.
Output increased to 460 tonnes from 400 tonnes, or 15%.
Output grew faster, by 15%, to 460 tonnes (2014: 400 tonnes).
From 400 tonnes in 2014 output rose by 15% to 460 tonnes.
Output was 460 tonnes, an increase of 15% on the 400 tonnes of the previous year.
Output was 460 tonnes, up 15%. A year earlier it had been 400 tonnes.
Output came to 460 tonnes. In 2014 it had been 400 tonnes; that is 15% more.
In 2014 the pits yielded 400 tonnes and in 2015 they yielded 460 tonnes, an increase of 15%.
Up 15% from 400 tonnes a year ago, output reached 460 tonnes.
""".strip().splitlines()


@pytest.mark.parametrize("text", WORDINGS)
def test_every_word_order_is_read(text):
    assert ("growth-from-base", "pass") in verdicts(text)
    assert ("growth-from-base", "fail") in verdicts(text.replace("15%", "25%"))


# What looks like it and is not.
TRAPS = """
Output rose 25% on a comparable-store basis to 460 tonnes from 400 tonnes.
Output rose 25% at constant currency to $460 million from $400 million.
Output rose to 460 tonnes, up from 400 tonnes a year ago and up 25% from the record of 1983.
The lira rose 2.5 pct to 150.5 against the dollar in May from 154.7 in April.
Output was 460 tonnes, compared with 400 tonnes for copper, a rise of 25%.
The firm cut its stake to 460,000 shares, or 6.4 pct of the total, from 500,000 shares, or 7.2 pct.
The rig count fell by 36 to 748, against 1,034 a year ago.
The loss narrowed by 4 million crowns to 11 million crowns from 15 million crowns.
The mill went from a loss of 400 million crowns to a profit of 460 million crowns, a 25% turnaround.
Output is expected to grow 5% to 7% from 400 tonnes.
Output did not rise by 25% to 460 tonnes from 400 tonnes.
Output rose 4.9 pct from last quarter and 15.9 pct from a year ago to 460 tonnes.
Output of coal and ore rose 25% and 10% to 460, 500 and 300 tonnes respectively from 400 and 450.
The city has 460 buses. The council spent 25% more than in 2014, when fares were 400 crowns.
Six-month deposits eased to 6-7/8, 5/8 pct from 6-15/16, 11/16.
""".strip().splitlines()


@pytest.mark.parametrize("text", TRAPS)
def test_traps_are_left_alone(text):
    assert not [found for found in verdicts(text) if found[1] == "fail"]
