"""True texts of the kinds that news, sport and reference works tell, whose figures stand near one another and speak of different things."""

import pytest
from strategies import failures

TRUE = [
    # the length of a race is its name
    "Marl, the 2011 indoor 800m champion, and Oster, the women's 400m silver medallist of the same games, face a hearing in May.",
    # events are named by their size
    "First came a 17-metre throw by Aro, followed by a 31-metre throw by Bek. In the second round Cade had a 12-metre throw and a 26-metre throw.",
    # what was measured once lies outside of the means
    "Mean monthly temperatures range from 41 F in January to 77 F in August. The highest temperature recorded was 101 °F on 3 July 1911.",
    # what is asked for and what is granted
    "The miners want pay rises of six to eight pct but the ministry has imposed a ceiling of four pct.",
    # a term that began before
    "In the 1970s the school returned to glory with a national title in 1973 won by its rowers. In 1994, rector Anna Oster retired after 42 years in office.",
    "The fleet sailed on 4 May 1641 and took the town on 9 June 1641, ending three centuries of self-rule.",
    "In 1958, when the mill closed, the family emigrated. After three years in Tolk, the family moved to Ems, where Bek went to the grammar school and left it in 1970.",
    # the text itself speaks of the mistake
    "Until 1951 the accepted length of the river was 1,460 kilometres. In 1951 an atlas gave the same length as 1,640 kilometres, presumably a misprint.",
    # notes beside shares
    "Enso Corp said it planned to issue 80 mln dlrs principal amount of notes and 2.1 mln preferred shares at 35 dlrs a share.",
    # what is taken off, not what is smaller
    "In the week to Friday loans at the window, less seasonal credits, averaged 412 mln dlrs compared with 327 mln dlrs in the week before.",
]

WRONG = [
    ("compared-less", "The new path is 12 km long. It is shorter than the old one, which measures 9 km."),
    ("inside-range", "Fares ranged from 12 to 48 crowns. The highest fare was 84 crowns."),
    ("part-within-whole", "The club has 140 members. Of these, 410 voted for the new rules."),
]


@pytest.mark.parametrize("text", TRUE)
def test_figures_of_different_things_are_left_alone(text):
    assert not failures(text)


@pytest.mark.parametrize("rule, text", WRONG)
def test_what_speaks_of_one_thing_is_still_held_against_it(rule, text):
    assert rule in failures(text)
