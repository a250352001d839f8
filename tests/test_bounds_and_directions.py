"""Bounds and directions of figures: what gives them, what takes them away, and what they are shared with."""

import pytest
from test_quantities import measures


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("It was the best harvest in over five years. The siege lasted for over two weeks, and the repair took over three days.", ["above"] * 3),
        ("The council has over two months of rent to pay.", ["above"]),
        ("He stayed for around six weeks.", ["about"]),
        ("Prices fell over two months of drought. The drug was given over three weeks.", [None, None]),
        ("The club has over two months sold 40 boats.", [None, None]),
    ],
)
def test_what_bounds_a_time_and_what_only_tells_when(text, bounds):
    assert [q.approx for q in measures(text)] == bounds


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("Loans of more than 40 or 60 mln francs are rare.", ["above", "above"]),
        ("The price will not fall below 380 or 390 dlrs an ounce.", ["above", "above"]),
        ("They asked for more than 40 dlrs, or 60 francs.", ["above", None]),
    ],
)
def test_a_bound_is_that_of_both_of_two(text, bounds):
    assert [q.approx for q in measures(text)] == bounds


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("It booked an after-tax gain of about 10 mln dlrs and a capital gain of 3 mln dlrs.", [None, None]),
        ("Income rose on a $5.7 million gain related to a sale of mills and a gain of $2 million on the disposal of a barn.", [None, None]),
        ("The shares closed at 40 dlrs, a gain of 3 dlrs on the day, after a $2 gain on Monday.", [None, "up", "up"]),
        ("Sales had a gain of 12 percent.", ["up"]),
    ],
)
def test_a_gain_that_is_a_profit_is_no_rise(text, changes):
    assert [q.change for q in measures(text)] == changes


@pytest.mark.parametrize(
    ("text", "changes"),
    [
        ("A 508-point loss on Monday followed that 2.6 percent loss.", ["down", "down"]),
        ("It told of a $5 million loss.", [None]),
        ("Kent had the largest increase in output per head at 2.5%, followed by Devon at 1.7% and Wick at 1.6%.", ["up", "up", "up"]),
        ("It followed its record 508-point Dow Jones index loss and a 20-point limit, a 5% fine and loss.", ["down", None, None]),
        ("Devon had the largest decrease at 4%, while Kent stood at 7%.", ["down", None]),
        ("Kent had the highest rate at 2.5%, and an increase was seen at 3%.", [None, None]),
        ("Stocks rose 0.5 pct, or 1.5 billion dlrs, to 277 billion dlrs.", ["up", "up", None]),
        ("Sales decreased by $4.3 million, or 16%, in May. Costs are to fall by 20 pct, or about 80 mln francs.", ["down"] * 4),
        ("Rents rose to 40 dlrs, or 5 percent of wages.", [None, None]),
        ("They cut 300 jobs, or 5 percent of the staff.", ["down", None]),
        ("There was an increase of 3.4% in Kent (610 pairs), 3.6% in Devon (57 pairs), and 13% in Cornwall (10 pairs).", ["up", None, "up", None, "up", None]),
        ("An increase of 3.4% in Kent (610 pairs), 36% of all, was told.", ["up", None, None]),
    ],
)
def test_a_change_that_is_said_again_or_goes_on(text, changes):
    assert [q.change for q in measures(text)] == changes


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("They had docetaxel 75 mg/m(2) day 1, then 80 mg day 1 and day 8, and 5 mg/m2 day 4.", ["75 mg/m(2)", "80 mg", "5 mg/m2"]),
        ("He walked 12 miles day 1 not counted.", ["12 miles", "1"]),
        ("In the MA.31 trial 40 women were given it.", ["40"]),
        ("He lived in the UK.31 people came.", ["31"]),
        ("It adopted Accounting Standards Update 2016-18 and the Accounting Standards Codification (\"ASC\") 606.", []),
        ("The Breast Therapy Group (BTG) 2-98 study went on.", []),
        ("Women (n=150 RCT; 530 others) came, and 12 RCT were read.", ["150", "530", "12"]),
    ],
)
def test_names_that_hold_a_number(text, read):
    assert [text[q.start : q.end] for q in measures(text)] == read


def test_the_name_of_a_group_is_not_what_it_counts():
    assert [q.kind for q in measures("In a randomized controlled trial (RCT) women (n = 150 RCT) came.")] == ["number"]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The raid brought the number of German mills in Devon to 950 by 1940, with a further rise to 1,000 in 1941.", ["mill", "mill"]),
        ("This takes the total number of orders from abroad to 48.", ["order"]),
        ("They compared the number of mills in Devon to 48.", [""]),
        ("It fell (1.35 ± 0.36 vs 1.42 ± 0.49/second), and from 14.3 to 14.7 per 1,000 people.", ["1/second", "1/second", "1/1000 person", "1/1000 person"]),
        ("There were 14.3 or so and 20 per day.", ["", "1/day"]),
    ],
)
def test_units_lent_by_a_number_of_and_by_what_is_told_for_each(text, units):
    assert [q.full_unit or "" for q in measures(text) if q.kind not in ("year",)] == units


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("There was an average of 5.4 rooms per flat, up from 5.3 in 2001. This ranged from 4.7 in Kent, where less than 5.2 rooms are common, to 5.6 in Devon.", ["room/flat", "room/flat", "room/flat", "room", "room/flat"]),
        ("They counted 3,100 boats. This fell to 2,900 in May.", ["boat", "boat"]),
        ("They counted 3,100 boats. This cost them 2,900 in May.", ["boat", ""]),
        ("They counted 31 boats. Smith then fell to 29 in May.", ["boat", ""]),
        ("More than a quarter of residents lived in flats (26 per cent, 15.9 million), ranging from 24 per cent (1.3 million) in Kent to 30 per cent (896,000) in Devon.", ["", "percent", "resident", "percent", "resident", "percent", "resident"]),
        ("Half of residents rented, and 12 per cent (15.9 million) was spent.", ["", "percent", ""]),
        ("The largest group was people who were married, at 47 per cent (21.2 million).", ["percent", "person"]),
        ("Women who worked made up 47 per cent (1.2 million).", ["percent", "woman"]),
        ("The tax that people pay was 47 per cent (1.2 million).", ["percent", ""]),
    ],
)
def test_what_was_told_before_is_taken_up(text, units):
    assert [q.full_unit or "" for q in measures(text)] == units


STATEMENT = "Shr 1.20 dlrs vs 1.37 dlrs\n    Net 4.7 mln vs 3.9 mln\n    Avg shrs 3.9 mln vs 3.8 mln\n    "


@pytest.mark.parametrize(
    ("note", "units"),
    [
        ("NOTE: Net includes provision for credit losses of 320 mln vs 431 mln.", ["USD", "USD"]),
        ("Note: write offs in the quarter totaled 338 mln vs 342 mln and in the year to date 1.06 billion vs 988 mln.", ["USD", "USD", "", ""]),
        ("NOTE: Results include credits of 556,000 and tax loss 9,100.", ["USD", "USD"]),
        ("NOTE: 1986 net reflects 3.9 mln shares issued vs 2.1 mln.", ["share", "share"]),
        ("The crowd of 45,000 cheered.", [""]),
    ],
)
def test_the_note_of_a_statement_is_of_its_money(note, units):
    assert [q.unit or "" for q in measures(STATEMENT + note)][6:] == units
