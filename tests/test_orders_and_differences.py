"""Orders, differences, members of a range, figures recalled and wholes shared out: what is caught, and what is left alone."""

import pytest
from strategies import english

from checker.pipeline import check
from checker.reading import read_text


def failures(text):
    _, judgement = check(read_text("example.md", text.encode("utf-8")), *english())
    return [c.rule for c in judgement.checks if c.verdict == "fail"]


WRONG = [
    ("finishing-order", "Ida Roth won the mile in 4:21.06. Peg Lund took silver with {} and Una Vale bronze in 4:24.90.", "4:22.31", "4:20.31"),
    ("gap-in-times", "Roth ran 2:31:08. Her best had been {}, so she took exactly 42 seconds off it.", "2:31:50", "2:31:05"),
    ("compared-less", "Burns (1,120 cases) came second to falls, which caused {}.", "1,840", "1,040"),
    ("compared-less", "Three bids were opened: Holm at £31,200, Vane at £34,750 and Ridge at {}. The Ridge bid was accepted, being the lowest received.", "£29,900", "£33,900"),
    ("balance", "The fete cost £1,240 to put on and took £3,905; the net {} goes to the roof.", "£2,665", "£2,565"),
    ("balance", "The span stands 38.5 m above the water. Her mast reaches 36.2 m, so she would clear the steel by {}.", "2.3 m", "3.2 m"),
    ("balance", "| Stall | Taken |\n|---|---|\n| Cakes | £210 |\n| Books | £145 |\n\nCakes stood {} clear of books.", "£65", "£75"),
    ("inside-range", "Jars between 8 and 21 cm in height. The tallest ({}) has lost its lid.", "20.4 cm", "24.0 cm"),
    ("same-fact", "We enrolled 318 adults at nine clinics. Falls were counted by post. All {} patients enrolled were seen.", "318", "381"),
    ("same-fact", "It will cost £74,000 to mend the roof. When the full {} is found, work begins.", "£74,000", "£47,000"),
    ("sum-of-parts", "Of the 58 people on board, 31 were unhurt, 18 were bruised and {} stayed in hospital.", "9", "19"),
    ("sum-of-parts", "The Blues took 41 of the 120 seats, the Greens 52 and the Reds {}.", "27", "37"),
    ("sum-of-parts", "They played 34 games, winning 19, drawing 8 and losing {}.", "7", "17"),
    ("sum-of-parts", "There are nine judges and all of them sat. The appeal failed, by five votes to {}.", "four", "three"),
    ("announced-count", "Arl, Bessin, Corran and Dove are the only towns with a bridge, and of those {} two charge a toll.", "four", "five"),
]  # fmt: skip

LEFT_ALONE = [
    "Ida Roth won the mile in 4:21.06; the record of 4:19.30 still stands.",
    "Of the 58 people asked, 31 had a dog, 28 a cat and 12 both.",
    "Holm bid £31,200 and Vane £34,750. Vane is the oldest firm in the county.",
    "The fete took £3,905, and another £1,240 came from the raffle; the net gain was £4,100 after prizes.",
    "Jars between 8 and 21 cm in height. The tallest shelf is 240 cm.",
    "We enrolled 318 adults. All 12 nurses who helped were thanked, and the other 181 adults were written to.",
    "Group A has 15 subjects: 12 on the drug and 3 on placebo.",
    "Shares stood between 168p and 170p, compared with an average price of 104p.",
]


@pytest.mark.parametrize("rule, text, right, wrong", WRONG)
def test_the_right_figure_is_accepted_and_the_wrong_one_refused(rule, text, right, wrong):
    assert failures(text.format(right)) == []
    assert rule in failures(text.format(wrong))


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_like_it_is_left_alone(text):
    assert failures(text) == []
