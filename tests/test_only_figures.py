"""Figures of a sort that are all there are of it in a short text, closed sets, and the parts of a match."""

import pytest
from strategies import failures


@pytest.mark.parametrize(
    "text, rule, true, wrong",
    [
        ("Vans took 340 crates to Orn. Carts took 125.\n\nIt rained.\n\nThe combined load, {} crates, was sold.", "sum-of-parts", 465, 520),
        ("The lower farm keeps 88 ewes. The upper farm keeps 57. Together they keep {}.", "sum-of-parts", 145, 163),
        ("Divers raised 21 swords at Brack. They raised 34 daggers at Sund. That makes {} weapons.", "sum-of-parts", 55, 67),
        ("Rain spoiled 61 barns in the east. In the west it spoiled 46. The {} barns were old.", "sum-of-parts", 107, 121),
        ("The divers came home with {} medals.\n\nSix of them were gold.\n\nThe team took eleven silver medals and nine bronze.", "sum-of-parts", 26, 33),
        ("The train had 83 passengers. Of these, 52 were adults and {} children.", "sum-of-parts", 31, 44),
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
        "The lower farm keeps 88 ewes. The upper farm keeps 57. Together with the priory they keep 163.",
        "The lower farm keeps 88 ewes. The upper farm keeps 57. A further figure, 163, is the number of lambs since March.",
        "A judge fined Orr 400 marks. She fined his firm 900 marks. With costs, the total comes to 1,550 marks.",
        "The divers came home with 26 medals. Six were gold. Later the divers of Norland landed with eleven silver medals and nine bronze.",
        "Hald beat Rusk 27-19. They led 12-8 at half-time. In the second half they were ahead 20-11 at one stage.",
        "Hald beat Rusk 74-61. Coach Lind remembered the 17-point win at Easter.",
    ],
)
def test_other_figures_prove_nothing(text: str) -> None:
    assert failures(text) == []
