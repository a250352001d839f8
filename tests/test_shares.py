"""Shares that are put together from their ties: word orders, references, lists, groups, and what only looks like them."""

import pytest
from strategies import english

from checker.pipeline import check
from checker.reading import read_text

SHARES = frozenset(
    """share-of-total part-within-whole impossible-share impossible-fall same-base majority-of-whole minority-of-whole
    nearly-all-of-whole majority-share minority-share rest-of-shares rest-of-whole exclusive-shares named-rate incidence
    rate-times-base groups-of-total""".split()
)


@pytest.fixture(scope="module")
def loaded():
    return english()


def found_in(text, loaded):
    _, judgement = check(read_text("example.md", text.encode("utf-8")), *loaded)
    return [c for c in judgement.checks if c.rule in SHARES]


@pytest.mark.parametrize(
    "text, rule",
    [
        ("Of the {} ponies on the moor, 126 (45%) were foals.", "share-of-total"),
        ("The moor has {} ponies, of which 126, or 45%, are foals.", "share-of-total"),
        ("There are {} ponies on the moor. 126 of them, 45 per cent, are foals.", "share-of-total"),
        ("Foals made up 45% (126/{}) of the herd.", "share-of-total"),
        ("A total of {} ponies were counted and 126 (45%) were foals.", "share-of-total"),
        ("Foals were seen in 126 (45%) of {} ponies.", "share-of-total"),
    ],
)
def test_every_word_order_of_a_share_is_read(text, rule, loaded):
    right, wrong = (found_in(text.format(n), loaded) for n in ("280", "380"))
    assert [c.verdict for c in right if c.rule == rule] == ["pass"], right
    assert "fail" in [c.verdict for c in wrong if c.rule == rule], wrong


@pytest.mark.parametrize(
    "text",
    [
        "We wrote to 700 inns and 640 replied; 320 of those, or 50%, expect a good season.",
        "Doses were 10/20 mg in 40% of the mares and 5/10 mg in the rest.",
        "The cure rate was 46% in responders (41/90) and 40% in the others (30/90).",
        "Of the 310 stallions, 150 (51.0%) had the drug; 294 animals had it in all.",
        "Barley yields rose 12% on 30 of the 40 farms, 5% more than wheat.",
        "The mayor took 31% of the vote, up from 28% four years ago, and the rest stayed at home.",
        "Asthma is commonest in the north (31 per cent of adults), then in the east (27 per cent) and the south (44 per cent).",
        "Reservoirs stood at 112 percent of their average and the pump ran at 104 percent of its rated load.",
        "The trial enrolled 212 sailors: 118 with scurvy and 140 with fever, some of them with both.",
        "Sales of 500 mln crowns left a profit of 60 mln, compared with 40 mln or 9 pct of sales a year before.",
    ],
)
def test_what_only_looks_like_a_share_is_not_called_wrong(text, loaded):
    assert not [c for c in found_in(text, loaded) if c.verdict == "fail"]


def test_an_entry_of_a_list_is_held_against_its_neighbours(loaded):
    text = "Reasons were rain, 66 (33.0%), frost, {} (22.5%), and hail, 30 (15.0%)."
    assert {c.verdict for c in found_in(text.format(45), loaded)} == {"pass"}
    assert "fail" in {c.verdict for c in found_in(text.format(54), loaded)}


def test_emphasis_does_not_come_between_words(loaded):
    text = "We closed 560 files. **420** of them were in time, which gives a rate of **{}**."
    assert "pass" in [c.verdict for c in found_in(text.format("75%"), loaded)]
    assert "fail" in [c.verdict for c in found_in(text.format("57%"), loaded)]


def test_messages_show_the_arithmetic_once(loaded):
    (wrong,) = [c for c in found_in("The jury rejected 156 of 167 claims (96.4%).", loaded) if c.verdict == "fail"]
    assert wrong.message == "156 of 167 is 93.4%, not 96.4%."
