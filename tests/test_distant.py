"""Figures paragraphs apart that names tie, and what keeps them untied."""

from __future__ import annotations

import pytest

from checker.pipeline import check, load
from checker.reading import read_text

REPORT = "Revenue of the quarry came to 400 million crowns.\n\nA crusher was sold to a firm in the south.{other}\n\nOperating profit was 60 million crowns.\n\nThe operating margin of 25 percent was a surprise to all."


def fails(text: str) -> list[str]:
    _, judgement = check(read_text("text.txt", text.encode("utf-8")), *load())
    return [c.rule for c in judgement.checks if c.verdict == "fail"]


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
        "The fair was open for 12 days.\n\nIt rained.\n\nIn all 24,000 guests came.\n\nThe big tent had an average of 3,100 guests a day, the small one 900 guests a day.",
        "The line is 240 kilometres long.\n\nBridges were mended.\n\nThe journey takes four hours, with stops at all villages.\n\nAn average speed of 90 kilometres an hour is kept between them.",
        "The walk was 30 miles long.\n\nIt rained.\n\nHe camped at a height of 40 kilometres, he joked.",
    ],
)
def test_figures_of_other_things_stay_untied(text):
    assert not fails(text)


def test_a_count_a_day_on_average_is_a_rate():
    text = "The fair was open for 12 days.\n\nIt rained.\n\nIn all 24,000 guests came.\n\nThat it drew {} guests a day on average is a surprise."
    assert fails(text.format("3,100")) and not fails(text.format("2,000"))
