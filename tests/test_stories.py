"""True texts that look like changes, ways, levies and growth of figures apart, and are not: nothing ties them."""

from __future__ import annotations

import pytest

from strategies import failures as fails


@pytest.mark.parametrize(
    "text",
    [
        # another period, another base
        "Timber sales rose 9 percent in May. The mill sold wood for 12 million crowns in the quarter. A year earlier it had been 10 million.",
        "The mill earned 12 million crowns in June.\n\nIt burned straw.\n\nIn May it had earned 10 million crowns, and the 45 percent rise since 2015 pleased the owner.",
        # another measure, another place
        "Rents went up by 30 percent.\n\nSnow fell.\n\nThe town owed 44 million francs at the end of last year; it owes 40 million francs now.",
        "Tickets sold in Malmo fell by 22 percent, the theatre said. It took in 4.4 million kroner this year. In the year before it had taken in 4.0 million.",
        # a plan, a forecast, a quoted claim
        "Analysts had hoped for a rise of 3 percentage points. Turnout was 61 percent. Four years earlier it had been 60 percent.",
        "The rate is 4.5 percent. By the end of next year it will be 4.0 percent, and a cut of a quarter of a point may come in May.",
        # a third value
        "The choir had 40 members in 2015. In 2019 there were 52, and today there are 64. The 12 newcomers of this spring are all tenors.",
        # parts and flows
        "The yard employs 640 people. Two years ago it employed 600. It will lay off 90 workers in May and hire 25 in June.",
        "The museum has 96 paintings on show. Ten years ago it had 71. The 35 on loan come from Prague.",
        # a multiple of something else
        "Visitors' complaints have doubled. The ward has 44 beds. Until the spring it had 30.",
    ],
)
def test_a_change_of_something_else_is_tied_to_no_levels(text):
    assert not fails(text)


@pytest.mark.parametrize(
    "text",
    [
        "Demand for slate fell. The quarry had 41 men in May. In April 38 men had been on its books.",
        "Ticket prices rose. The theatre had 310 guests on Friday. A week earlier there had been 350.",
        "The deficit narrowed, the treasurer said. Taxes brought 5.6 million crowns this year. In the year before they had brought 5.1 million.",
        "A slower rise was reported. In May 312 thefts were counted. In April there had been 347.",
        "Milk became cheaper in the north. A litre of oil costs 3.10 francs. A year ago it cost 2.90 francs.",
        "The decline in smoking goes on. The clinic saw 120 patients in May, and in April it had seen 110.",
        "Profit is rising, said the chairman. The firm employs 340 people now, where there were 400 a year ago.",
        "Inflation had stood at 2.9 percent in March. Food inflation eased to 3.3 percent in April.",
        "Unemployment in the province fell in June, the labour office said. Among the young the rate stood at 8.4 percent. In the neighbouring province it had been 7.9 percent.",
        "Wool became dearer this week. A kilo of the coarse sort was quoted at 6.20 dollars. The fine sort had cost 6.85 dollars in May.",
        "The company declined further comment. A tonne of slate was quoted at 44 pounds in May. In April it had cost 43 pounds.",
        "The council wants fires to decline. Rangers counted 118 fires in 2021. The year 2022 brought 143 fires.",
        "The death toll fell by 12 percent, police said. In May 61 people were killed. In April there had been 58.",
    ],
)
def test_what_moves_otherwise_has_its_own_figures(text):
    assert not fails(text)


@pytest.mark.parametrize(
    "text",
    [
        "Income above 50,000 francs is taxed at 20 percent. A clerk with 60,000 francs pays 2,000 francs in tax.",
        "The state levies a duty of 12 percent on rum. Rum for 50 million pesos was landed, of which half was exempt. The duty brought in 3 million pesos. Last year it was 2 million.",
        "The firm paid a dividend of 30 million francs. A share of 12 percent of its sales comes from Peru. Sales were 400 million francs.",
        "The loan of 20,000 pounds carries interest of 6 percent a year. Over four years he paid 4,800 pounds in interest.",
        "Members pay 4 percent of their wages to the union. The union spent 3 million euros on a hall. The hall is worth 40 million euros.",
    ],
)
def test_a_rate_with_bands_or_of_other_sums_makes_nothing(text):
    assert not fails(text)


@pytest.mark.parametrize(
    "text",
    [
        "The herd grows by 20 percent a year.\n\nIt rained.\n\nThere were 500 bison in the north.\n\nThe south has 900 deer, and in three years a fence will stand.",
        "Rents may be raised by 4 percent in each of the next three years.\n\nIt rained.\n\nA flat costs 1,000 euros a month. A house costs 1,400 euros a month.",
    ],
)
def test_growth_by_steps_leads_between_values_of_one_thing(text):
    assert not fails(text)


@pytest.mark.parametrize(
    "text",
    [
        "Growers brought in 640 tonnes of apples. Thirty percent of the apples were bruised. That leaves 448 tonnes for the shops.",
        "The town has 12,400 pupils. Three quarters of them took the bus in spring. Drivers thus carried 31,000 riders in a week.",
        "The club has 900 members. Forty percent of the members live abroad. So it was 220 members who came to the meeting.",
        "The bank lent 480 million pounds to farms. Twelve percent of the sum went to new borrowers. The bank therefore set aside 41 million pounds for losses.",
        "The mill sold 640 tonnes of oats. Sales rose by 20 percent. That makes 950 tonnes in two years.",
    ],
)
def test_what_is_concluded_may_be_another_part(text):
    assert not fails(text)


@pytest.mark.parametrize(
    "text",
    [
        "The hottest day brought 36 degrees. The month was colder than the norm, which is 21 degrees.",
        "The nights were cool, with 9 degrees on the 4th. The summer was warmer than the record one of 1947, which had 33 degrees on its best day.",
        "On 3 May the river stood at 2.1 metres. In the night it rose by 80 centimetres. The level was higher than the previous one, which was 2.6 metres.",
    ],
)
def test_a_mark_is_not_held_against_a_figure_of_one_day(text):
    assert not fails(text)
