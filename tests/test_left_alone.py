"""True texts of news and reference works that only look like contradictions, and the contradictions beside them."""

import pytest
from strategies import checks_on


def failures(text):
    return [c.rule for c in checks_on(text, "a.txt") if c.verdict == "fail"]


LEFT_ALONE = [
    # the figure behind "of these" or "there were" is the set itself
    "The rota names 16 French cooks, and Spain follows with 13 cooks, 11 of whom live in. Of these 29 French and Spanish cooks, only two drive.",
    "In spring the wardens counted around 60 herons on the marsh. There were 200 of them in 2002 and 100 in 2007.",
    "The tower sends 900 pupils out of the school at 16.",
    "There were 24 raids in the valley last year. Of these 32 people died.",
    # counts of things that sound like multiples
    "In 1997 he had 5 titles; now he has 12 doubles titles.",
    # a birthday counts from a birth, a jubilee from what it is of
    "The cellist, who celebrates his 85th birthday on 8 February 2017, began in 1952 as a page in a hotel.",
    "The alert was launched in August 2014. On the 10th anniversary of the 2005 floods the mayor spoke of it.",
    # other people die
    "Lim was born in 1906 in a village on the coast. He was married for nearly 70 years to Ho. Ho died in 2002 at the age of 94.",
    # a fall is no fall where the text says that it rose
    "Its seed business grew by 80 percent, and the contract business grew by 425 percent.",
    # a mean that ought to be
    "Readings stayed between 200 and 330 micrograms per litre, well above the recommended maximum average of 25 micrograms per litre.",
    # records count back from themselves
    "In 1999 he entered the house, and in 2014 won the first majority in three decades.",
    "The show runs from February 2017 to September 2017 and will spend the following five years touring other towns.",
    # an open list
    "The quarry's six largest buyers have signed the letter: builders, roofers and other firms.",
    # the price a mile beside the price a day
    "The rates range from $3.00 to $3.50, the average price a mile being $.12.",
    # two lines are no difference of two figures with decimals, nor is a gap without a unit one of amounts
    "The readings were 12.71 and 14.69, two peaks apart.",
    "Of the lots, prices were $12 and $14, a gap of 20.",
    # a weekday that ends a sentence
    "They rested on Monday. On 5 May 2015 the fair began.",
    # growth of a level that is down
    "Output edged up to 6.8 percent in the autumn. This brought growth for the year to 6.7 percent, down from 6.9 percent in 2015.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_a_contradiction_is_left_alone(text):
    assert failures(text) == []


CAUGHT = [
    ("anniversary", "Founded in 1891 by six bakers, the choir celebrated its 142nd birthday in 2023 with cake."),
    ("impossible-fall", "Orders for the contract business fell by 125 percent."),
    ("part-within-whole", "The union asked 40 drivers. Of these, 52 were against the plan."),
    ("announced-count", "The quarry has four buyers: builders, roofers and gardeners."),
]


@pytest.mark.parametrize("rule, text", CAUGHT)
def test_the_contradiction_beside_it_is_caught(rule, text):
    assert rule in failures(text)
