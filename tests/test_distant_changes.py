"""What stands paragraphs apart is tied by the names that it is called by, and by nothing less."""

import pytest
from strategies import checks_on, failures

SALES = """Cutler Bros increased its takings by {} in the year to March, the maker of cutlery said on Monday.

The family firm was founded in 1871 and has never left the valley. Its hammers still run on water in spring.

Takings came to 46.2 million crowns. The year before, the figure had been 42 million crowns.

A second mill is to open in the autumn."""

PITCHES = """The camp site at Holm ended the summer with 8,400 pitches let. The figure compared with 7,150 last summer.

Warden Ida Moen thanks the new ferry, which calls at the island on six days of the week.

The {} extra pitches will pay for hot showers in the old barn."""

THEFTS = """Fewer bicycles are taken in the old town. In the first six months of this year the police heard of 52 thefts.

Locks were given away at the market, said Sergeant Vik, and the lamps along the canal now burn all night.

In the first six months of last year there had been {} thefts.

That the number of thefts has halved is not his merit alone, he said."""


@pytest.mark.parametrize(
    ("text", "right", "wrong", "rule"),
    [(SALES, "10%", "16%", "growth-from-base"), (PITCHES, "1,250", "2,400", "absolute-change"), (THEFTS, "104", "73", "multiple-of-base")],
)
def test_a_change_is_tied_to_the_only_two_values_of_its_name(text, right, wrong, rule):
    assert {c.verdict for c in checks_on(text.format(right)) if c.rule == rule} == {"pass"}
    assert set(failures(text.format(wrong))) == {rule}


@pytest.mark.parametrize(
    "text",
    [
        SALES.format("16%").replace("A second mill", "Takings from spoons were 44.1 million crowns. A second mill"),  # a third value
        SALES.format("16%").replace("A second mill", "Exports rose by 4%. A second mill"),  # another change
        SALES.format("16%").replace("increased its takings", "increased its wages"),  # another name
        SALES.format("16%").replace("increased its takings", "wants to increase its takings"),  # a plan
        PITCHES.format("2,400").replace("extra pitches", "extra towels"),
        PITCHES.format("19,000"),  # beyond both: something else was counted
        THEFTS.format("73").replace("thefts has halved", "lamps has halved"),
        SALES.format("16%").replace("its takings", "its deliveries to Oslo").replace("Takings came", "Wages in Oslo came"),  # a place names nothing
    ],
)
def test_what_has_a_rival_or_another_name_is_left_alone(text):
    assert failures(text) == []
