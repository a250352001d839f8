"""Verdicts: which reading wins, what is a proof, and what is only a warning."""

from dataclasses import replace
from fractions import Fraction as F

import pytest
from judging_build import GROWTH, ITEMS, MULTIPLE, SAME, SHARE, SUM, UP, document, frame, judged

from checker.judging import judge
from checker.model import Relation


def test_a_share_that_rounds_to_the_stated_digits_passes_by_rounding():
    doc = document("Of 167 zones, 156 or 93.4% are new.", "167", "156", "93.4%")
    check = judged(doc, SHARE, frame(whole=0, part=1, share=2))
    assert (check.verdict, check.by) == ("pass", "rounding")
    assert check.message == "156 of 167 is 93.4%, as stated."
    assert [(e.role, doc.document.text[e.start : e.end]) for e in check.evidence] == [("whole", "167"), ("part", "156"), ("share", "93.4%")]
    assert str(check.evidence[2].interval) == "[93.35, 93.45]"


def test_a_share_that_does_not_is_a_fail_that_shows_the_arithmetic():
    doc = document("Of 167 zones, 156 or 96.4% are new.", "167", "156", "96.4%")
    check = judged(doc, SHARE, frame(whole=0, part=1, share=2))
    assert (check.verdict, check.by) == ("fail", None)
    assert check.message == "156 of 167 is 93.4%, not 96.4%."
    assert check.implied[0] == "share" and check.implied[2] == "percent"


def test_a_miss_that_the_number_next_to_it_would_heal_proves_nothing():
    """Two arms of a trial: the drop of the one was tied to the levels of the other."""
    text = "a drop of 2.5, and from 6.3 to 4.1 with exercise, a drop of 2.2"
    numbers = ("2.5", "6.3", "4.1", "2.2")
    doc = document(text, *numbers)
    check = judged(doc, SUM, frame(total=1, part=(0, 2)))
    assert (check.verdict, check.reason) == ("unknown", "ambiguous-link")
    doc = document(text.replace("2.2", "2.9"), *numbers[:3], "2.9")
    assert judged(doc, SUM, frame(total=1, part=(0, 2))).verdict == "fail"


def test_the_farther_the_tie_the_plainer_the_slip_must_be():
    """From another paragraph a figure is only held against the claim where one slip explains the miss to the digit."""
    far = dict(growth=0, new=1, base=2, sign=1, tier=3)
    doc = document("Up 52% to 500. Some time ago it was 400", "52%", "500", "400")
    assert judged(doc, GROWTH, frame(**far)).verdict == "fail"  # 25% with its digits exchanged is 52%
    doc = document("Up 71% to 500. Some time ago it was 400", "71%", "500", "400")
    assert judged(doc, GROWTH, frame(**far)).reason == "ambiguous-link"
    assert judged(doc, GROWTH, frame(**{**far, "tier": 0})).verdict == "fail"


def test_figures_that_fit_at_their_word_pass_exactly():
    doc = document("It rose 25% to $5 million from $4 million.", "25%", "$5 million", "$4 million")
    assert judged(doc, GROWTH, frame(growth=0, new=1, base=2, sign=1)).by == "exact"


@pytest.mark.parametrize("growth, new, base, sign, verdict", [
    ("9.6%", "£343m", "£313m", 1, "pass"), ("6.9%", "£343m", "£313m", 1, "fail"),
    ("19.5%", "$52 mln", "$43 mln", 1, "pass"),  # few figures: 18.4 to 23.5
    ("2.3%", "$29.4 mln", "$30.1 mln", -1, "pass"), ("2.3%", "$29.4 mln", "$30.1 mln", 1, "fail"),
    ("2.3%", "$29.4 mln", "$30.1 mln", 0, "pass"),  # no direction in words: either will do
])  # fmt: skip
def test_growth_takes_the_sign_of_its_words(growth, new, base, sign, verdict):
    doc = document(f"moved {growth} to {new} from {base}", growth, new, base)
    assert judged(doc, GROWTH, frame(growth=0, new=1, base=2, sign=sign)).verdict == verdict


def test_a_rounded_total_may_miss_by_what_its_parts_were_rounded():
    doc = document("3.1 million: 1.4 million and 1.6 million", "3.1 million", "1.4 million", "1.6 million")
    assert judged(doc, SUM, frame(total=0, part=(1, 2))).verdict == "pass"
    doc = document("7.4 million: 3.1 million, 2.6 million and 1.2 million", "7.4 million", "3.1 million", "2.6 million", "1.2 million")
    check = judged(doc, SUM, frame(total=0, part=(1, 2, 3)))
    assert (check.verdict, check.message) == ("fail", "3.1 million, 2.6 million and 1.2 million make 6.9 million, not 7.4 million.")


def test_a_list_is_counted_by_its_spans():
    text = "five kinds: timber, grain and cars"
    doc = document(text, ("five", {"value": F(5), "style": "words"}))
    items = tuple((text.index(w), text.index(w) + len(w)) for w in ("timber", "grain", "cars"))
    check = judged(doc, ITEMS, frame(announced=0, spans={"item": items}))
    assert (check.verdict, check.message) == ("fail", "five announced, but 3 listed: timber, grain and cars.")
    words = {"numerals": {"small": {"three": 3}}}
    assert judged(doc, ITEMS, frame(announced=0, spans={"item": items}), words=words).message.startswith("five announced, but three listed")


def test_an_order_is_tested_on_the_intervals():
    doc = document("rose to 5.6% from 5.6%", "5.6%", "5.6%")
    assert judged(doc, UP, frame(new=0, base=1)).verdict == "pass"
    doc = document("rose to 5.2% from 5.6%", "5.2%", "5.6%")
    assert judged(doc, UP, frame(new=0, base=1)).verdict == "fail"


def test_a_hedge_is_named_where_it_was_needed():
    doubled = ("doubled", {"kind": "multiple", "value": F(2), "style": "multiple", "band": (F(9, 10), F(9, 8))})
    doc = document("doubled to 190 from 100", doubled, "190", "100")
    check = judged(doc, MULTIPLE, frame(multiple=0, new=1, base=2))
    assert (check.verdict, check.by) == ("pass", "hedge")
    doc = document("doubled to 150 from 100", doubled, "150", "100")
    assert judged(doc, MULTIPLE, frame(multiple=0, new=1, base=2)).verdict == "fail"


def test_more_than_doubled_has_no_upper_end_and_excludes_two():
    more = ("doubled", {"kind": "multiple", "value": F(2), "style": "multiple", "sense": "bound", "approx": "above", "strict": True})
    doc = document("doubled to 381 from 100", more, "381", "100")
    assert judged(doc, MULTIPLE, frame(multiple=0, new=1, base=2)).verdict == "pass"
    doc = document("doubled to 200 from 100", more, "200", "100")
    assert judged(doc, MULTIPLE, frame(multiple=0, new=1, base=2)).verdict == "fail"


def test_a_fraction_word_has_its_band_beside_a_percent_only():
    fifth = ("one-fifth", {"kind": "ratio", "value": F(1, 5), "style": "fraction"})
    doc = document("one-fifth, 19%", fifth, "19%")
    assert judged(doc, SAME, frame(first=0, second=1)).verdict == "pass"
    doc = document("one-fifth, 24%", fifth, "24%")
    assert judged(doc, SAME, frame(first=0, second=1)).verdict == "fail"


def test_units_are_converted():
    doc = document("26 miles (42 km)", "26 miles", "42 km")
    assert judged(doc, SAME, frame(first=0, second=1)).verdict == "pass"
    doc = document("26 miles (24 km)", "26 miles", "24 km")
    check = judged(doc, SAME, frame(first=0, second=1))
    assert check.verdict == "fail" and check.implied[2] == "kilometre"


# ---------------------------------------------------------------- which reading wins


def test_the_reading_that_holds_wins():
    doc = document("up 25% to 500 from 300 or 400", "25%", "500", "300", "400")
    check = judged(doc, GROWTH, frame(growth=0, new=1, base=2, sign=1), frame(growth=0, new=1, base=3, sign=1))
    assert check.verdict == "pass" and [e.start for e in check.evidence if e.role == "base"] == [26]


def test_a_farther_reading_only_softens():
    numbers = ("400", "17", "23", "29", "31", "25%", "500", "300")
    doc = document("400. Then 17, 23, 29 and 31. Up 25% to 500 from 300", *numbers)
    near, far = frame(growth=5, new=6, base=7, sign=1), frame(growth=5, new=6, base=0, sign=1)
    check = judged(doc, GROWTH, replace(near, farther=(far,)))
    assert (check.verdict, check.rescue) == ("warn", "other-base")
    assert judged(doc, GROWTH, near).verdict == "fail"


def test_what_is_not_pinned_is_no_proof():
    doc = document("156 of 167, 96.4%", "156", "167", "96.4%")
    check = judged(doc, SHARE, frame(pinned=False, part=0, whole=1, share=2))
    assert (check.verdict, check.reason) == ("unknown", "ambiguous-link")


def test_blocked_words_forbid_arithmetic():
    doc = document("156 of 167, 96.4%", "156", "167", "96.4%")
    check = judged(doc, SHARE, frame(part=0, whole=1, share=2, blocked="blocked-basis"))
    assert (check.verdict, check.reason) == ("unknown", "blocked-basis")


def test_a_missing_role_is_unknown_with_what_it_would_be():
    doc = document("8.4 trillion, 20% of trade", "8.4 trillion", "20%")
    check = judged(doc, SHARE, frame(part=0, share=1))
    assert (check.verdict, check.reason, check.implied[0]) == ("unknown", "missing-role", "whole")
    assert round(float(check.implied[1].lo) / 1e12, 1) == 40.7 and round(float(check.implied[1].hi) / 1e12, 1) == 43.3


def test_units_that_cannot_be_compared_are_unknown():
    doc = document("$5 million of 42 km, 20%", "$5 million", "42 km", "20%")
    check = judged(doc, SHARE, frame(part=0, whole=1, share=2))
    assert (check.verdict, check.reason) == ("unknown", "unit-mismatch")


def test_nothing_is_divided_by_zero():
    doc = document("5 of 0, 20%", "5", "0", "20%")
    check = judged(doc, SHARE, frame(part=0, whole=1, share=2))
    assert check.verdict in ("unknown", "fail")
    doc = document("0 to 0, 20%", "0", "0", "20%")
    assert judged(doc, GROWTH, frame(new=0, base=1, growth=2, sign=1)).verdict != "warn"


# ---------------------------------------------------------------- rescues


@pytest.mark.parametrize("written, rescue", [
    (("29.5%", "79,249", "61,169"), "truncation"),  # 29.557
    (("12.9%", "184,207", "163,290"), "wider-reading"),  # 12.81
    (("12%", "5.6", "5.0 mln"), "inherited-scale"),
    (("6.2%", "47.7%", "41.5%"), "points-for-percent"),
])  # fmt: skip
def test_rescues_are_named(written, rescue):
    doc = document(f"up {written[0]} to {written[1]} from {written[2]}", *written)
    check = judged(doc, GROWTH, frame(growth=0, new=1, base=2, sign=1))
    assert (check.verdict, check.rescue) == ("warn", rescue)


def test_base_and_new_are_never_exchanged():
    doc = document("up 25% to 400 from 500", "25%", "400", "500")
    assert judged(doc, GROWTH, frame(growth=0, new=1, base=2, sign=1)).verdict == "fail"


# ---------------------------------------------------------------- repetitions and coverage


def test_a_repeated_sentence_is_reported_once():
    sentence = "Last week alone 156 of 167 ships, 96.4%, were late this year. "
    doc = document(sentence * 2, "156", "167", "96.4%", "156", "167", "96.4%")
    relations = [Relation(SHARE, (frame(part=i, whole=i + 1, share=i + 2),)) for i in (3, 0)]
    judgement = judge(doc, relations)
    assert len(judgement.checks) == 1 and judgement.checks[0].evidence[0].start == 16
    assert judgement.unchecked == ()


def test_the_same_figures_of_other_things_are_reported_again():
    doc = document("156 of 167 ships, 96.4%. And 156 of 167 boats, 96.4%.", "156", "167", "96.4%", "156", "167", "96.4%")
    assert len(judge(doc, [Relation(SHARE, (frame(part=i, whole=i + 1, share=i + 2),)) for i in (0, 3)]).checks) == 2


def test_a_fail_within_another_is_not_reported_twice():
    doc = document("up 25% to 400 from 500", "25%", "400", "500")
    judgement = judge(doc, [Relation(UP, (frame(new=1, base=2),)), Relation(GROWTH, (frame(growth=0, new=1, base=2, sign=1),))])
    assert [c.rule for c in judgement.checks] == ["growth"]


def test_what_took_part_in_nothing_is_listed():
    doc = document("12 boats and 156 of 167, 93.4%", "12", "156", "167", "93.4%")
    judgement = judge(doc, [Relation(SHARE, (frame(part=1, whole=2, share=3),))])
    assert [(u.quantity, u.reason) for u in judgement.unchecked] == [(0, "no-relation")]
