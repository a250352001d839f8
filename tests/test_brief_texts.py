"""Brief texts in which a claim finds its figures by their sorts: the only ones there are, and what keeps them untied."""

from __future__ import annotations

import pytest

from strategies import failures as fails

TIED = [
    ("average-of-total", "The mill ground 7,200 sacks of rye in spring.\n\nThe miller was ill.\n\nIt ran on 45 days. That comes to {x} sacks a day.", "160", "215"),
    ("average-of-total", "The parish collected 18,000 crowns. It had 240 donors. Those who gave paid {x} crowns each on average.", "75", "105"),
    ("average-of-total", "A chair cost 70 crowns.\n\nThe hall was painted.\n\nSchools bought 120 of them. The bill came to {x} crowns.", "8,400", "10,900"),
    ("average-of-total", "The fine is 40 dollars. In May 230 anglers were fined. The sum they paid was {x} dollars.", "9,200", "12,700"),
    ("speed-over-distance", "The fjord is 54 kilometres long. Halvorsen paddled it in nine hours. That is {x} kilometres an hour.", "six", "nine"),
    ("duration-of-span", "The mill was built in 1861.\n\nIt ground barley.\n\nIn 1932 it was torn down. It had stood for {x} years.", "71", "84"),
    ("duration-of-span", "Ruiz was arrested in 1998. He was released in 2009. The {x} years he had spent in prison are a blur to him.", "11", "16"),
    ("conversion-at-its-word", "The dyke is 80 kilometres long.\n\nSheep graze on it.\n\nThe distance, about {x} miles, is walked in three days.", "50", "67"),
    ("threshold-crossed", "The budget was 7 million crowns. The final cost, {x} million crowns, exceeded it.", "8.6", "5.9"),
    ("threshold-undercut", "Minimum age: 16.\n\nThe regatta was windy.\n\nThe youngest sailor was {x}, too young to take part.", "15", "18"),
    ("inside-range", "The skaters are between 19 and 33 years old. Ella Dunn, the oldest, is {x}.", "33", "37"),
    ("inside-ends", "Fines ran from 30 to 400 crowns.\n\nA court had to decide.\n\nThe highest fine, {x} crowns, was paid by a farmer.", "400", "520"),
    ("score-within-scale", "Judges can award up to 18 points for a dive.\n\nThe pool was cold.\n\nBest was Mia Thorn, with {x} points.", "17", "21"),
    ("interval-contains-estimate", "The odds ratio was 0.64. The confidence interval ran from {x} to 0.80.", "0.51", "0.70"),
    ("significant-p", "Relapses were rarer with the new pill (P = {x}). The difference was significant.", "0.02", "0.40"),
    ("named-day", "The dam broke on 14 June 2023. It was a {x}.", "Wednesday", "Saturday"),
]


@pytest.mark.parametrize("rule, text, fitting, other", TIED)
def test_the_only_figures_of_their_sorts_are_meant(rule, text, fitting, other):
    assert not fails(text.replace("{x}", fitting))
    assert rule in fails(text.replace("{x}", other))


@pytest.mark.parametrize(
    "text",
    [
        "A chair cost 70 crowns. Schools bought 120 of them. The table was paid by the state. Fees came to 10,900 crowns.",
        "The fjord is 54 kilometres long. Halvorsen paddled it in nine hours. His top speed was 12 kilometres an hour.",
        "The mill was built in 1861. In 1932 it was torn down. It had ground barley for 60 years.",
        "The toll was brought in in 1970. It was lifted in 2003, after 12 years of protest.",
        "The dyke is 80 kilometres long. The coast lies about 20 miles away.",
        "The budget was 7 million crowns. In the first year it spent 5.9 million crowns on roads, more than allowed.",
        "Ships longer than 150 metres may not enter. The Tarn, at 120 metres, was within the limit.",
        "The skaters are between 19 and 33 years old. The oldest judge is 71.",
        "Judges can award up to 18 points for a dive. In all Mia Thorn got 84 points.",
        "The odds ratio was 0.64. For women alone the confidence interval ran from 0.70 to 0.95.",
        "Relapses were rarer with the new pill (P = 0.40). Costs were not looked at. Pain was significantly less.",
    ],
)
def test_what_is_told_of_something_else_ties_nothing(text):
    assert not fails(text)
