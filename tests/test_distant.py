"""Figures paragraphs apart that names tie, and what keeps them untied."""

from __future__ import annotations

import pytest

from strategies import failures as fails
from texts_far_apart import STORIES

REPORT = "Revenue of the quarry came to 400 million crowns.\n\nA crusher was sold to a firm in the south.{other}\n\nOperating profit was 60 million crowns.\n\nThe operating margin of 25 percent was a surprise to all."


@pytest.mark.parametrize("rule, text, fitting, other", STORIES)
def test_figures_paragraphs_apart_are_tied_by_their_names(rule, text, fitting, other):
    assert not fails(text.replace("{x}", fitting))
    assert rule in fails(text.replace("{x}", other))


def test_a_margin_is_tied_to_the_only_profit_and_the_only_revenue():
    assert fails(REPORT.format(other="")) == ["named-rate"]


@pytest.mark.parametrize(
    "other",
    [
        " A subsidiary had revenue of 240 million crowns.",  # two revenues: neither is meant by name
        " A year earlier operating profit had been told as 100 million crowns.",
    ],
)
def test_a_name_with_two_values_ties_nothing(other):
    assert not fails(REPORT.format(other=other))


@pytest.mark.parametrize(
    "text",
    [
        "Exports came to 300 million crowns in March.\n\nRain held up the ships.\n\nImports were 240 million crowns.\n\nThe budget deficit of 90 million crowns is a worry of its own.",
        "The fair was open for 12 days.\n\nIt rained.\n\nIn all 24,000 guests came.\n\nA record of 3,100 guests a day was set on the last Sunday.",
        "The line is 240 kilometres long.\n\nBridges were mended.\n\nThe journey takes four hours, with stops at all villages.\n\nAn average speed of 90 kilometres an hour is kept between them.",
        "Ann Reyes became director of the museum in June 2009. She leaves in July 2020.\n\nBefore that she had spent fourteen years in charge of a gallery.",
        "Work on the tunnel began in 2012. It was opened in 2020. Digging took three years, and the rest went on tracks and tests.",
        "The theatre closed in May 2016 and reopened in August 2022. Its bar was closed for two years when a pipe had burst.",
        "The dam was begun in 1931 and finished in 1938. The search for a site had taken four years.",
        "The canal is 62 miles long and has nine locks. A barge takes two days for the 80 kilometres to the sea.",
        "The swimmer covered 12 miles. The 15 kilometres to the lighthouse were the worst.",
        "The bridge has a limit of 12 tonnes. A van of 15 tonnes turned back.\n\nIt rained.\n\nA cart of 5 tonnes was refused a ferry.",
        "Loans may be given for at most 80 percent of the price.\n\nPrices rose.\n\nThe bank passed the test with 95 percent of what was asked.",
        "Firms with at least 50 employees must publish their wages.\n\nThe law is new.\n\nThe baker Holm has 61 employees and was fined for keeping silent.",
        "The walk was 30 miles long.\n\nIt rained.\n\nHe camped at a height of 40 kilometres, he joked.",
    ],
)
def test_figures_of_other_things_stay_untied(text):
    assert not fails(text)


def test_a_count_a_day_on_average_is_a_rate():
    text = "The fair was open for 12 days.\n\nIt rained.\n\nIn all 24,000 guests came.\n\nThat it drew {} guests a day on average is a surprise."
    assert fails(text.format("3,100")) and not fails(text.format("2,000"))


def test_a_share_of_a_noun_is_tied_to_its_only_two_counts():
    text = "The ward treated 400 patients.\n\nMost were old.\n\nA graft was needed by 120 patients.\n\nStill, {} percent of the patients {}."
    assert fails(text.format("45", "needed a graft")) == ["share-of-total"]
    assert not fails(text.format("30", "needed a graft")) and not fails(text.format("45", "came from abroad"))


def test_a_part_of_those_counted_elsewhere_is_no_larger_than_they_are():
    text = "There were 230 guests in the hotel.\n\nIt was old.{}\n\nOf the guests, 380 were hurt."
    assert fails(text.format("")) == ["part-within-whole"]
    assert not fails(text.format(" Last year 900 guests had come."))
