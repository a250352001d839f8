"""The lead of one of two named rivals over the other."""

from __future__ import annotations

import pytest

from strategies import failures as fails


@pytest.mark.parametrize(
    "text, right, wrong",
    [
        ("Sheriff Toll polls at 47 percent. Her challenger Marne is at 39 percent. Toll leads by {} points.", "8", "13"),
        ("Sheriff Toll polls at 47 percent. Her challenger Marne is at 39 percent.\n\nThe two meet on stage this week.\n\nHer aides warn that a lead of {} points can melt.", "8", "13"),
        ("Ida Colm received 21,370 votes. Paul Strand, a farmer, received 18,940. Colm beat Strand by {} votes.", "2,430", "3,760"),
        ("Ida Colm received 21,370 votes. Her rival Paul Strand got 18,940.\n\nStrand conceded at once. The margin of {} votes surprised both camps.", "2,430", "5,180"),
        ("Sven Garb has trained 48 winners. His brother Nils has trained 16. Garb has {} times as many.", "three", "five"),
    ],
)
def test_a_lead_lies_between_the_two(text, right, wrong):
    assert not fails(text.format(right))
    assert fails(text.format(wrong))


@pytest.mark.parametrize(
    "text",
    [
        "Sheriff Toll polls at 47 percent. Her challenger Marne is at 39 percent. Among women Toll leads by 15 points.",
        "Sheriff Toll polls at 47 percent. Her challenger Marne is at 39 percent. Last month Toll led by 3 points.",
        "Sheriff Toll polls at 47 percent. Her challenger Marne has 39 percent. In 2018 Toll won by 2 points.",
        "Toll is at 47 percent, Marne at 39 percent, the Herald reported. The Courier gives Toll a lead of 5 points.",
        "Ida Colm received 21,370 votes. Paul Strand received 18,940. In Karst Strand was ahead by 420 votes.",
        "Ida Colm received 21,370 votes. Paul Strand received 18,940. Colm's sister Vera won her seat by 610 votes.",
        "Sven Garb has trained 48 winners. His brother Nils has trained 16. Sven earns twice as much.",
        "The archive of Corve lent 96,400 maps. The archive of Tarn lent 24,100. Corve has twice as many readers as Tarn.",
    ],
)
def test_a_lead_of_another_day_or_place_proves_nothing(text):
    assert not fails(text)
