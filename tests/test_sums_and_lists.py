"""Totals, lists, repetitions and ranks that structure ties: what is caught, and what must be left alone."""

import pytest
from strategies import english

from checker.pipeline import check
from checker.reading import read_text


def verdicts(text, rule):
    _, judgement = check(read_text("text.md", text.encode("utf-8")), *english())
    return [c.verdict for c in judgement.checks if c.rule == rule]


CONTRADICTIONS = [
    ("sum-of-parts", "The choir has 34 members: twelve sopranos, ten altos and nine basses."),
    ("sum-of-parts", "Grants of £12,000, £8,500 and £4,250 brought the total to £26,750."),
    ("sum-of-parts", "Births were 1,204 in the north and 1,310 in the south, 2,614 altogether."),
    ("sum-of-parts", "The bridge cost €4.0 million. The breakdown is:\n\n- piers: €1.5 million\n- deck: €2.1 million\n- ramps: €0.9 million\n"),
    ("sum-of-parts", "The ship brought 1,900 tonnes of grain.\n\nMills took 800 tonnes and farms 640 tonnes.\n\nThe other 560 tonnes went to the brewery."),
    ("sum-of-parts", "Delays in the month came to 90 minutes, spread over two failures.\n\nThe first, at the depot, cost 35 minutes.\n\nThe one at the bridge cost 65 minutes."),
    ("announced-count", "The tour visits six cities: Oslo, Bergen, Paris, Lyon, Rome, Milan and Turin."),
    ("announced-count", "Two suspects, Karl Brandt, Luis Ortega and Mia Stone, appeared in court."),
    ("announced-count", "Seven councils have not replied. They are Arle, Borth, Cray, Dene and Esk."),
    ("announced-count", "The release has four fixes:\n\n- exports keep their order\n- menus close\n- dates sort\n"),
    ("announced-count", "There are three reports: on roads; on bridges; on ferries; and on the harbour."),
    ("same-fact", "Acme to buy Borex for $3.2 billion\n\nAcme Corp agreed on Monday to buy rival Borex for $2.3 billion in cash."),
    ("same-fact", "The Rovers beat United 3-2 on Saturday. The 3-1 win lifted them to second."),
    ("same-fact", "Turnout was 61.4%. The clerk called the turnout of 64.1% respectable."),
    ("same-fact", "The fire destroyed 18 homes in Marden. The 21 homes had all been insured."),
    ("compared-less", "The parish had 1,240 people in 1990, 1,180 in 2000, 1,210 in 2010 and 1,120 in 2020, falling in every decade."),
    ("compared-more", "The Vessel is the longest river in the county at 512 km, followed by the Tern at 540 km."),
    ("compared-more", "The Greens came third with 18 percent, behind the Liberals on 16 percent."),
    ("mean-of-values", "Rainfall was 41 mm in March, 52 mm in April and 38 mm in May, an average of 54 mm."),
    ("inside-range", "Temperatures in July ranged from 14 to 27 degrees, with an average of 29."),
    ("threshold-undercut", "Visitor numbers fell below 10,000 for the first time, to 10,400."),
    ("growth-from-base", "Profits at Alder and Birch rose by 10% and 20% respectively, to $22 million and $34 million from $20 million and $24 million."),
]  # fmt: skip

LEFT_ALONE = [
    ("sum-of-parts", "Nine countries sent teams, including four from Asia and three from Africa."),
    ("sum-of-parts", "The charity helped 640 families: 410 with rent, 350 with fuel and 120 with both."),
    ("sum-of-parts", "The firm has 12 offices, four in Europe and three in Asia."),
    ("sum-of-parts", "Two groups were formed: 3,579 men in one and 3,575 in the other."),
    ("announced-count", "Three teams are unbeaten: Bosnia and Herzegovina, Trinidad and Tobago, and Peru."),
    ("announced-count", "Three of the four regions (north, south and east) grew."),
    ("announced-count", "Eleven countries, including Peru, Ghana and Finland, abstained."),
    ("announced-count", "The board made nineteen proposals. Two stand out. The first is cheap; the second is not."),
    ("announced-count", "The programme involves three firms: Kettle Ltd, a maker of pumps, Arden Ltd, a maker of pipes, and Bolt plc."),
    ("same-fact", "Hollins to sell pumps unit for $310m\n\nThe engineer Hollins will sell its pumps unit for £250 million."),
    ("same-fact", "Nearly 400 turned away from Lido\n\nStaff at the Lido counted 396 people who could not get in."),
    ("same-fact", "Unemployment was 5.4 per cent in April after 5.1 per cent in March."),
    ("compared-more", "The Aurel Tower, at 204 metres, is the tallest building in Menton outside the centre, where one has 250 metres."),
    ("inside-range", "Gold traded between $2,310 and $2,342 an ounce, having closed at $2,351 on Monday."),
    ("aggregate-score", "Brookside drew 3-3 on aggregate after a 1-2 defeat and a 2-1 win, and won on penalties."),
]  # fmt: skip


@pytest.mark.parametrize("rule, text", CONTRADICTIONS)
def test_a_contradiction_is_caught(rule, text):
    assert "fail" in verdicts(text, rule)


@pytest.mark.parametrize("rule, text", LEFT_ALONE)
def test_what_only_looks_like_one_is_left_alone(rule, text):
    assert not {"fail", "warn"} & set(verdicts(text, rule))
