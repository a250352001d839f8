"""Changes that take up levels of other sentences: as a noun of their own, by a general name; and those that have another subject."""

from __future__ import annotations

import pytest

from strategies import failures as fails


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        # a noun without a subject of its own
        ("Wardens counted 8,640 walkers on the ridge last year. A year earlier: 7,520. An increase of {} percent.", "14.9", "23.4"),
        ("The mint struck 4,730 medals last year. The year before, 4,190.\n\n\"A rise of {} percent is nothing to boast of,\" said the master.", "12.9", "21.6"),
        # what anything may be called
        ("The stables at Corve took in 338 ponies over the winter. The winter before there had been 274.\n\nA farrier helps out.\n\nThe number of animals has risen by {} percent.", "23.4", "35.1"),
        # an amount that comes on top of what was told
        ("The fund for lighthouses comes to £48.6 million. The year before it had been £41.9 million.\n\nThat means an additional {} for the keepers.", "£6.7 million", "£9.8 million"),
        # two values in the order of their times, of which the later one stands first
        ("The lock at Ilm passed 64,730 barrels of cider last year. In the year before it had passed 57,390 barrels. The volume of cider thus grew by {} percent.", "12.8", "19.4"),
    ],
)
def test_a_change_takes_up_the_two_levels(text, right, wrong):
    assert not fails(text.format(right))
    assert fails(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "Corve spent $36.4 million on its mills, after $9.1 million. Its profit doubled.",
        "The Blues won 18.5 percent, after 12.5 percent. The Farmers lost 10 points.",
        "The valley has 1,264 wells. Ten years ago it had 421. The heat they yield has quintupled.",
        "With more work overall, the number of cases has gone up by 75 percent, and the sister who ran a ward of 14 trolleys now has 26.",
        "The chapel in Ravel has 421 singers, after 403 last year. Its sister chapel in Torne grew by 12 percent.",
    ],
)
def test_a_change_with_another_subject_is_tied_to_no_levels(text):
    assert not fails(text)


@pytest.mark.parametrize(
    "text",
    [
        "The peat bog gave 6.2 tonnes a hectare, compared with 7.4 tonnes the year before. The increase in prices helped the cutters.",
        "The bench heard 1,914 cases, compared with 2,243 in the previous year. The number of appeals rose.",
        "The school took 412 pupils, against 389 last year. The town blames the decline in births for what will come.",
        "Deaths in fires rose last year. On the roads 214 people were killed, after 241 the year before.",
        "The fair counted 83,240 guests, up from 79,420 in the year before. The decline of the last decade seems to be over.",
    ],
)
def test_a_way_of_something_else_proves_nothing(text):
    assert not fails(text)
