"""True texts of news and reference works that only look like contradictions, and the contradictions beside them."""

import pytest

from checker.pipeline import check, load
from checker.reading import read_text


def failures(text):
    pack, rules = load()
    return [c.rule for c in check(read_text("a.txt", text.encode()), pack, rules)[1].checks if c.verdict == "fail"]


LEFT_ALONE = [
    # the figure behind "of these" or "there were" is the set itself
    "The rota names 16 French cooks, and Spain follows with 13 cooks, 11 of whom live in. Of these 29 French and Spanish cooks, only two drive.",
    "In spring the wardens counted around 60 herons on the marsh. There were 200 of them in 2002 and 100 in 2007.",
    "The tower sends 900 pupils out of the school at 16.",
    "Lawyers have written up 24 gas raids in the valley since 2014, of which 32 people died.",
    # counts of things that sound like multiples
    "The left-hander has won five singles cups and 12 doubles titles since 1997.",
    # a birthday counts from a birth, a jubilee from what it is of
    "The cellist, who celebrates his 85th birthday on 8 February 2017, began in 1952 as a page in a hotel.",
    "The alert was launched in August 2014. On the 10th anniversary of the 2005 floods the mayor spoke of it.",
    # other people die
    "Lim was born in 1906 in a village on the coast. He was married for nearly 70 years to Ho. Ho died in 2002 at the age of 94.",
    "Maria Lim was born on 3 May 1908 in a village on the coast. Her son Ho died on 4 June 2003 at the age of 59.",
    # a fall is no fall where the text says that it rose
    "Its seed business grew by 80 percent, and the contract business grew by 425 percent.",
    # a mean that ought to be
    "Readings stayed between 200 and 330 micrograms per litre, well above the recommended maximum average of 25 micrograms per litre.",
    # records count back from themselves
    "He won the first outright majority in three decades in 2014, and hopes for another term in 2019.",
    "The show runs from February 8 to September 3, 2017 and will spend the following five years touring other towns and other countries.",
    # an open list, and shares of two wholes
    "The quarry's six largest buyers have signed the letter: builders, roofers and other firms.",
    "Roads take about 85% of the tar used in the county. The mix for them is typically composed of 5% tar and 95% gravel.",
    # the price a mile beside the price a day
    "The rates range from $3.00 to $3.50 a day for small carts, the price a mile starting at $.03 and going up as high as $.12.",
    # odds are no levels
    "Within a week the odds on the grey mare rose from 12 to 1, and then to 20 to 1.",
    # what closed after so long had begun long before
    "One kiln closed in 1962, the other, after 13 decades, in 1969.",
    # the set is itself so much of something larger
    "Exports took 1,650 of the units, buyers at home 4,470; in all 6,210 (40% of the market) were sold.",
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
    ("direction-up", "Unemployment in the valley rose from 7% to 1% in a year."),
    ("direction-up", "The gap between the two boats rose from 3 km to 1 km."),
    ("sum-of-parts", "Exports took 1,650 of the units, buyers at home 4,470; in all 6,210 were sold, 40% of them by post."),
    ("sum-of-parts", "Exports took 1,650 of the units, buyers at home 4,470; in all 6,210 (40% of them blue) were sold."),
    ("age-at-date", "Maria Lim was born on 3 May 1908 in a village on the coast. Maria died on 4 June 2003 at the age of 59."),
    ("announced-count", "The quarry has four buyers: builders, roofers and gardeners."),
]


@pytest.mark.parametrize("rule, text", CAUGHT)
def test_the_contradiction_beside_it_is_caught(rule, text):
    assert rule in failures(text)
