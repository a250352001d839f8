"""Closed sets and the parts of a match, whatever the miss."""

import pytest
from strategies import failures


@pytest.mark.parametrize(
    "text, rule, true, wrong",
    [
        ("The divers came home with {} medals.\n\nSix of them were gold.\n\nThe team took eleven silver medals and nine bronze.", "sum-of-parts", 26, 33),
        ("Hald beat Rusk {} in the cup.\n\nThey led 12-8 at half-time.\n\nHald won the second half 15-11.", "score-of-halves", "27-19", "29-19"),
        ("Hald beat Rusk 74-61.\n\nThe hall was full.\n\nThe {}-point win was their first.", "margin-of-score", 13, 17),
    ],
)
def test_a_miss_of_any_size_shows(text: str, rule: str, true, wrong) -> None:
    assert failures(text.format(true)) == []
    assert rule in failures(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "The divers came home with 26 medals. Six were gold. Later the divers of Norland landed with eleven silver medals and nine bronze.",
        "Hald beat Rusk 27-19. They led 12-8 at half-time. In the second half they were ahead 20-11 at one stage.",
        "Hald beat Rusk 74-61. Coach Lind remembered the 17-point win at Easter.",
    ],
)
def test_other_figures_prove_nothing(text: str) -> None:
    assert failures(text) == []
