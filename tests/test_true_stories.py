"""Texts whose figures are drawn first and fit by construction are never called wrong, whatever else stands beside them.

Each form tells a relation truly and puts other figures, which have nothing to do with it, into the next sentences: what is
tied by arithmetic must not tie those. The draws are seeded, so that a run is repeatable.
"""

import random

import pytest
from strategies import checks_on

DRAWS = 12  # of each form


def percent(part, whole):
    return round(100 * part / whole)


def grown(rng, base):
    return round(base * (1 + rng.uniform(0.03, 0.6)))


def two_growths(rng):
    a0, b0 = rng.randint(100, 900), rng.randint(100, 900)
    a, b = grown(rng, a0), grown(rng, b0)
    x, y, z = (percent(new - old, old) for new, old in ((a, a0), (b, b0), (a + b, a0 + b0)))
    return (
        f"Boots brought in ${a}m, {x}% more than a year earlier, and lamps ${b}m, up {y}%. Sales were ${a + b}m in all, a rise of {z}%.",
        f"Revenue from hats was ${a}m, an increase of {x}%; revenue from belts was ${b}m, an increase of {y}%. Total revenue increased {z}% to ${a + b}m.",
        f"The mill has {a} workers ({x}% more than last year) and the yard {b} ({y}% more). Wages cost ${rng.randint(2000, 4000)}m, up {rng.randint(2, 40)}%.",
        f"Exports to Norway grew {x}% to ${a}m while exports to Chile grew {y}% to ${b}m. The two countries took goods worth ${a + b}m.",
    )


def shares(rng):
    whole = rng.randint(300, 3000)
    part = rng.randint(20, whole - 50)
    beds, taken = rng.randint(2, 9), rng.randint(20, 90)
    return (
        f"Of the {whole} clerks at the depot, {part} ({100 * part / whole:.1f}%) were women. The school has {rng.randint(100, 900)} pupils, {rng.randint(5, 60)}% of them girls.",
        f"The inn has 30 rooms with {beds} beds each, {30 * beds} beds in all. On average {taken}% of the beds are taken, and {rng.randint(3, 29)} people work there.",
        f"Exports to the region were ${rng.randint(20, 60)} billion, {rng.randint(5, 30)}% of the total, and imports ${rng.randint(61, 90)} billion.",
        f"Of the {whole} guests, {percent(part, whole)}% came by bus. {rng.randint(40, 90)}% of those in the north and {rng.randint(40, 90)}% of those in the south own a car, and {rng.randint(10, 99)} a boat.",
    )


def rates(rng):
    rate, years, base = rng.randint(2, 9), rng.randint(2, 9), rng.randint(100, 500)
    new = round(base * (1 + rate / 100) ** years)
    n, m, a, b = rng.randint(10, 90), rng.randint(10, 90), rng.randint(30, 90), rng.randint(30, 90)
    warm = rng.randint(15, 30)
    return (
        f"Rents rose by {rate}% a year for {years} years, from £{base} to £{new}. Wages rose by {rng.randint(1, 5)}% a year.",
        f"The {n} weavers scored {a} on average and the {m} spinners {b}; the average of all {n + m} was {(a * n + b * m) / (n + m):.1f}.",
        f"The mean temperature was {warm} degrees, {warm - 9} degrees above the 9 of 2005. It was {rng.randint(5, 35)} degrees inland; {rng.randint(40, 90)} mm of rain fell, against {rng.randint(10, 39)} mm.",
        f"Open 10am to {rng.randint(4, 7)}pm, seven days a week, {rng.randint(40, 50)} weeks a year. Groups of {rng.randint(10, 20)} or more pay {rng.randint(10, 30)}% less.",
    )


def unrelated(rng):
    sentences = [
        f"Net profit fell to €{rng.randint(10, 40)}m from €{rng.randint(41, 90)}m.",
        f"Its shares have lost {rng.randint(5, 60)}% this year.",
        f"Exports to Asia doubled in {rng.randint(3, 9)} years.",
        f"Its research budget, €{rng.randint(100, 400)}m, is {rng.randint(3, 9)}% of sales.",
        f"Of the {rng.randint(200, 900)} dealers, {rng.randint(20, 99)} are new and {rng.randint(2, 19)} have left.",
        f"A new model costs €{rng.randint(15, 40)},000, €{rng.randint(5, 19) * 100} more than the old one.",
        f"Tax took {rng.randint(15, 35)}% of the profit, against {rng.randint(15, 35)}% a year before.",
        f"Prices for steel are {rng.randint(5, 40)}% above those of last year.",
    ]
    return tuple(" ".join(rng.sample(sentences, 4)) for _ in range(4))


@pytest.mark.parametrize("form", [two_growths, shares, rates, unrelated], ids=lambda f: f.__name__)
def test_figures_that_fit_or_have_nothing_to_do_with_each_other_are_not_called_wrong(form):
    rng = random.Random(form.__name__)
    wrong = [(text, c.rule, c.message) for _ in range(DRAWS) for text in form(rng) for c in checks_on(text) if c.verdict == "fail"]
    assert not wrong
