"""The same figures contradict each other where they stand alone, and prove nothing where others stand beside them."""

from strategies import checks_on, failures


def verdicts(text, rule):
    return {c.verdict for c in checks_on(text) if c.rule == rule}


def test_figures_that_stand_alone_contradict_each_other():
    text = "The new bridge is 388 metres long. It is longer than the old one, which measures 412 metres."
    assert verdicts(text, "compared-more") == {"fail"}


def test_rivals_beside_them_leave_open_what_is_compared():
    text = (
        "The new bridge is 388 metres long, 30 metres wide and stands 61 metres above the river. "
        "It is longer than the old one, which measures 412 metres with its ramps and 350 metres without."
    )
    assert "fail" not in verdicts(text, "compared-more")


def test_the_others_of_a_ranking_are_no_rivals():
    text = "The cheapest of the four quotes was 4,150 crowns. The others came to 3,980, 4,720 and 5,100 crowns."
    assert "fail" in verdicts(text, "compared-less")


def test_a_score_that_is_told_twice_is_compared_with_scores_only():
    text = "Leeds lost 2-1 at home to Hull. The 3-1 defeat at home to Hull, in front of 4,200, was the sixth of the season."
    assert verdicts(text, "same-fact") == {"fail"}


def test_of_figures_with_another_part_two_digits_exchanged_or_a_zero_tell_more_than_one_changed():
    text = "In all 54 sailors, 36% of the crew of 150, were randomly assigned to lemons (n = 25) or cider (n = {})."
    assert all("fail" in verdicts(text.format(n), "groups-of-total") for n in (290, 92))
    assert "fail" not in verdicts(text.format(26), "groups-of-total")


VOTE = "Aro took 47 per cent of the vote and Bek 28 per cent. The other parties were left with {} per cent."


def test_shares_that_little_more_than_nearness_ties_prove_nothing_among_many_figures_but_by_two_digits_exchanged():
    others = " In the 31 districts 1,250 clerks had counted 482,000 papers by ten; the rooms cost £41 million and the ink £8,200."
    assert verdicts(VOTE.format(35), "rest-of-shares") == verdicts(VOTE.format(52), "rest-of-shares") == {"fail"}
    assert verdicts(VOTE.format(35) + others, "rest-of-shares") == {"warn"}
    assert verdicts(VOTE.format(52) + others, "rest-of-shares") == {"fail"}


FERRIES = "The ferries employ 214 people on 12 boats and called at 31 quays. {} Fuel cost 4.1 million crowns and repairs 2.6 million."


def test_without_a_slip_that_explains_them_figures_told_apart_prove_nothing_among_many():
    apart = "With the new pier takings grew by 39%. A year ago they had been 2,840 crowns, and now they came to 3,310 crowns."
    assert verdicts(apart, "growth-from-base") == {"fail"}
    assert verdicts(FERRIES.format(apart), "growth-from-base") == {"warn"}
    assert verdicts(FERRIES.format("Takings rose by 39% to 3,310 crowns from 2,840 crowns."), "growth-from-base") == {"fail"}


CROWD = (
    "The north wing has 31 rooms, 14 baths, 22 windows and 9 stoves. The south wing has 28 rooms, 17 baths and 35 windows. "
    "The annexe has 12 rooms, 4 baths, 19 windows, 6 stoves and 2 lifts. "
)
HERD = "Last spring the herd numbered 4,180 goats. This spring it has 4,520, a gain of {}."


def test_among_a_dozen_others_figures_that_no_words_tie_prove_nothing_unless_two_digits_are_exchanged():
    assert "absolute-change" in failures(HERD.format(240))
    assert "absolute-change" in failures(CROWD + HERD.format(430))
    assert "absolute-change" not in failures(CROWD + HERD.format(240))


def test_a_crowd_of_other_sorts_leaves_an_order_as_it_is():
    bridge = "The new bridge is 388 metres long. It is longer than the old one, which measures 412 metres."
    assert failures(CROWD + bridge) == ["compared-more"]


def test_what_a_few_other_figures_make_uncertain_is_a_warning_and_what_masses_do_is_none():
    few = "In the 31 districts 1,250 clerks had counted 482,000 papers by ten; the rooms cost £41 million and the ink £8,200. "
    masses = "The 12 halls have 340 doors, 518 windows, 77 stairs, 26 lifts, 19 kitchens, 64 stoves, 205 lamps, 83 clocks and 46 bells. "
    assert verdicts(VOTE.format(35) + " " + few, "rest-of-shares") == {"warn"}
    assert verdicts(few + VOTE.format(35) + " " + masses, "rest-of-shares") == {"unknown"}
    warned = next(c for c in checks_on(VOTE.format(35) + " " + few) if c.rule == "rest-of-shares")
    assert warned.reason == "ambiguous-link" and warned.message.endswith("perhaps they do not belong together.")


BARNS = "The share of stone barns fell by six percentage points from 50 per cent{} in 2001 to 22 per cent{} in 2011."
TILED = "In the hills 47 per cent of barns were tiled. This is a decrease of 4 percentage points since 1990 ({} per cent, 2.3 million)."


def test_what_brackets_say_of_a_figure_parts_it_from_no_other():
    assert verdicts(CROWD + BARNS.format(" (4.3 million)", " (1.6 million)"), "change-in-points") == {"fail"}
    assert "fail" not in verdicts(CROWD + BARNS.format(", 61 per cent of all,", ""), "change-in-points")


def test_points_that_words_and_brackets_tie_need_no_slip_in_a_crowd():
    assert verdicts(FERRIES.format(TILED.format(51)), "change-in-points") == {"pass"}
    assert verdicts(FERRIES.format(TILED.format(88)), "change-in-points") == {"fail"}


DUTY = (
    "The watch of 24 officers kept 12 logs for 31 weeks on 9 ships. {} After 14 weeks, 22 of the men had bleeding gums, 17 had "
    "lost 3 teeth or more, and 41 were off duty for 5 days. The surgeons, 8 in number, saw 140 men a week."
)


def test_an_agreement_that_no_words_tie_is_told_only_where_few_others_could_agree_by_chance():
    text = "The mill ground 4,480 sacks before the frost came. In May 1,120 sacks (25%) went to the army."
    assert verdicts(text, "share-of-total") == {"pass"}
    assert verdicts(DUTY.format(text), "share-of-total") == set()


def test_groups_that_are_more_than_those_who_were_divided_are_wrong_whatever_stands_around_them():
    text = "In the spring 316 sailors were randomly assigned to lemons (n = 158) or vinegar (n = {})."
    assert verdicts(DUTY.format(text.format(1580)), "groups-of-total") == {"fail"}
    assert verdicts(DUTY.format(text.format(151)), "groups-of-total") == {"warn"}


def test_an_agreement_is_no_pass_where_its_contradiction_would_be_lost_in_the_crowd():
    text = "There were 400 litres of cider in store. Of these 28 litres, or {}%, were sour."
    assert verdicts(text.format(7), "share-of-total") == {"pass"} and verdicts(text.format(3), "share-of-total") == {"fail"}
    assert "pass" not in verdicts(DUTY.format(text.format(7)), "share-of-total")
    assert "fail" not in verdicts(DUTY.format(text.format(3)), "share-of-total")


TABLE = """| Mill | 2019 | 2020 | Increase |
| --- | --- | --- | --- |
| Upper | 412 | 478 | 66 |
| Lower | 318 | 391 | 73 |
{}"""
MORE = "| Old | 254 | 331 | 77 |\n| New | 187 | 265 | 78 |\n"


def test_rows_of_a_computed_column_pass_where_the_others_would_prove_one_wrong():
    wrong = TABLE.format(MORE).replace("| 73 |", "| 13 |")
    assert verdicts(TABLE.format(MORE), "absolute-change") == {"pass"}
    assert verdicts(wrong, "absolute-change") == {"fail"}  # what the others say is not borne out by one more that misses


def test_a_share_that_is_only_fitted_to_a_pair_is_no_check_among_others():
    text = "About 50 stalls will close, 30 of which stand in Hull. Some 14 traders left. Perhaps three-fifths of the {} clerks will go, 8 at once and 9 later."
    assert "pass" not in verdicts(text.format(700), "share-of-total")


def test_groups_are_read_with_their_total_though_one_of_them_is_larger():
    text = "Forty-eight hens were randomly divided into three groups: {} hens received maize (group A), 15 hens received oats (group B) and 18 hens were given grass (group C)."
    assert verdicts(text.format(15), "groups-of-total") == {"pass"}
    assert verdicts(text.format(150), "groups-of-total") == {"fail"}
    assert verdicts(text.format(55), "groups-of-total") == {"fail"}


def test_an_estimate_may_have_the_figure_of_a_usual_level():
    text = "The predictive value of the test was {}% [95% confidence interval, 21-56%]."
    assert verdicts(text.format(38), "interval-contains-estimate") == {"pass"}
    assert verdicts(text.format(98), "interval-contains-estimate") == {"fail"}


def test_a_range_in_brackets_right_behind_an_age_is_one_of_ages():
    text = "The median age was {} years (range, 28 to 76 years)."
    assert verdicts(text.format(48), "centre-within-range") == {"pass"}
    assert verdicts(text.format(18), "centre-within-range") == {"fail"}
