"""Tables: read from plain text, added up, compared with the prose beside them, and the per-share lines of results."""

import pytest
from effort import calls

from strategies import english

from checker.extracting import extract
from checker.linking.structure.near import digits_slip
from checker.pipeline import check
from checker.rational import Fraction
from checker.reading import read_text


def extracted(text):
    return extract(read_text("table.md", text.encode("utf-8")), english()[0])


def checks_on(text):
    return check(read_text("table.md", text.encode("utf-8")), *english())[1].checks


def fails(text):
    return {(c.rule, *sorted(text[e.start : e.end] for e in c.evidence)) for c in checks_on(text) if c.verdict == "fail"}


def passes(text, rule):
    return [c for c in checks_on(text) if c.rule == rule and c.verdict == "pass"]


def cells(text):
    """The rows of the first table: label, then value and unit of each cell."""
    extraction = extracted(text)
    table = extraction.tables[0]
    found = []
    for row in table.rows:
        figures = [extraction.quantities[c.figure] for c in row.cells if c.figure >= 0]
        label = text[row.label[0] : row.label[1]] if row.label else None
        found.append((label, *((float(q.value), q.full_unit) for q in figures)))
    return found


ALIGNED = """Berths by harbour

Harbour        2021     2022
Ostmark         214      251
Fell Sound       87       92
Total           301      343
"""


# ---------------------------------------------------------------- reading


def test_columns_are_told_from_where_the_numbers_stand():
    assert cells(ALIGNED) == [
        ("Ostmark", (214, None), (251, None)),
        ("Fell Sound", (87, None), (92, None)),
        ("Total", (301, None), (343, None)),
    ]


def test_bars_and_tabs_part_cells():
    bars = "| Crop | Tonnes |\n|---|---:|\n| Rye | 41.5 |\n| Oats | 12.0 |\n"
    tabs = "Crop\tTonnes\nRye\t41.5\nOats\t12.0\n"
    assert cells(bars) == cells(tabs) == [("Rye", (41.5, "tonne")), ("Oats", (12.0, "tonne"))]


@pytest.mark.parametrize(
    "above, head, value, unit",
    [
        ("Takings (in millions)", "Fair", 4_100_000, None),
        ("Takings, £m", "Fair", 4_100_000, "GBP"),
        ("Takings by fair, thousands", "Fair", 4100, None),
        ("Takings", "€000", 4100, "EUR"),
        ("Rain", "mm", 4.1, "millimetre"),
    ],
)
def test_scale_and_unit_come_from_headers_and_captions(above, head, value, unit):
    found = cells(f"{above}\n\n| {head} | First | Second |\n|---|---|---|\n| Lund | 4.1 | 5.0 |\n| Holm | 2.2 | 3.3 |\n")
    assert found[0][1] == (value, unit)


RATES = """(in thousands)

|  | 2019 |
|---|---|
| Revenue | $1,200 |
| Gross margin | $400 |
| Effect of exchange rate changes | (20) |
| Tax at the statutory rate | 12 |
| Average tax rate | 21 |
| Spread | (16) bps |
"""


def test_only_what_is_a_rate_is_left_unscaled():
    assert [row[1][0] for row in cells(RATES)] == [1_200_000, 400_000, -20_000, 12_000, 21, -16]


def test_a_word_behind_the_measure_of_a_header():
    table = "| | 2019 $'000 | 2018 $'000 restated2 |\n|---|---|---|\n| Sales | 5 | 4 |\n| Costs | 3 | 2 |\n"
    assert cells(table)[0] == ("Sales", (5000, "USD"), (4000, "USD"))


def test_a_unit_of_a_row_is_its_own():
    found = cells("| | North | South |\n|---|---|---|\n| Height (cm) | 171 | 168 |\n| Share, % | 41 | 39 |\n")
    assert found == [("Height (cm)", (171, "centimetre"), (168, "centimetre")), ("Share, %", (41, "percent"), (39, "percent"))]


def test_headings_and_labels_tell_what_is_counted():
    priced = "| | 2019 | 2018 |\n|---|---|---|\n| Price | $ 31 | $ 28 |\n| Subscribers (end of year) | | |\n| Island | 4,210 | 3,980 |\n| Coast | 1,150 | 990 |\n"
    assert cells(priced)[-2:] == [("Island", (4210, "subscriber"), (3980, "subscriber")), ("Coast", (1150, "subscriber"), (990, "subscriber"))]
    free = "| | 2019 | 2018 |\n|---|---|---|\n| Short films | 12 | 9 |\n| Long films (dubbed) | 4 | 6 |\n| Total | 16 | 15 |\n"
    assert [row[1] for row in cells(free)] == [(12, "film"), (4, "film"), (16, "film")]
    paid = free.replace("| 16 |", "| $16 |")
    assert [row[1][1] for row in cells(paid)] == ["USD", "USD", "USD"]


def test_brackets_and_minus_are_losses_and_the_currency_is_for_the_column():
    found = cells("| | 2020 | 2021 |\n|---|---|---|\n| Tolls | $ 41 | $ 52 |\n| Repairs | (17) | -12 |\n")
    assert found == [("Tolls", (41, "USD"), (52, "USD")), ("Repairs", (-17, "USD"), (-12, "USD"))]


def test_a_currency_sign_is_for_every_row_under_a_header_that_names_money():
    text = "| | Shares | Fair value |\n|---|---|---|\n| At start | 3,100 | $2.26 |\n| Shares granted | 1,200 | 2.17 |\n"
    assert [(q.kind, q.unit) for q in extracted(text).quantities] == [("count", "share"), ("currency", "USD")] * 2


def test_headers_with_a_percent_sign_at_either_end_and_tables_one_after_the_other():
    text = "| Town | % change |\n|---|---|\n| Arl | 4.5 |\n| Bex | 3.1 |\n\n| Town | Rain |\n|---|---|\n| Arl | 12 |\n| Bex | 14 |\n"
    assert [q.unit for q in extracted(text).quantities] == ["percent", "percent", None, None]


def test_a_number_in_brackets_is_a_second_one():
    extraction = extracted("| | Drug (n = 40) | None (n = 50) |\n|---|---|---|\n| Men, n (%) | 22 (55.0) | 31 (62.0) |\n| Lame, n (%) | 4 (10.0) | 8 (16.0) |\n")
    cell = extraction.tables[0].rows[0].cells[0]
    first, second = extraction.quantities[cell.figure], extraction.quantities[cell.second]
    assert (first.value, first.unit, second.value, second.unit) == (22, None, 55, "percent")


def test_a_row_set_more_closely_belongs_to_the_table():
    assert cells("Landings\n\nCod      640\nHake     415\nAll fish 1,055\n")[-1] == ("All fish", (1055, None))


def test_offsets_are_those_of_the_text():
    extraction = extracted(ALIGNED)
    for row in extraction.tables[0].rows:
        for cell in row.cells:
            q = extraction.quantities[cell.figure]
            assert cell.span[0] <= q.start < q.end <= cell.span[1]
            assert ALIGNED[q.start : q.end].strip() == ALIGNED[slice(*cell.span)]


def test_prose_is_no_table():
    assert not extracted("The harbour has 214 berths.\n\nFell Sound has 87.  It is small.\n").tables


def test_phrases_do_not_span_cells():
    text = "| Town | Rose | To | From |\n|---|---|---|---|\n| Lund | up 5% | 210 | 100 |\n| Holm | up 7% | 340 | 300 |\n"
    assert not fails(text)


# ---------------------------------------------------------------- totals and computed columns


def test_totals_add_up_in_every_column():
    assert len(passes(ALIGNED, "sum-of-parts")) == 2


@pytest.mark.parametrize("right, wrong", [("343", "334"), ("251", "261"), ("301", "391")])
def test_a_column_that_misses_beside_one_that_holds_is_wrong(right, wrong):
    text = ALIGNED.replace(right, wrong)
    assert any(rule == "sum-of-parts" and wrong in figures for rule, *figures in fails(text))


def test_a_line_that_repeats_the_figure_of_another():
    text = "| Item | 2018 | 2019 |\n|---|---|---|\n| Ferries | 3,412 | 2,987 |\n| Piers | 2,106 | 4,120 |\n| Total | {} | 7,107 |\n"
    assert fails(text.format("3,412")) == {("sum-of-parts", "2,106", "3,412", "3,412")}
    assert not fails(text.format("5,518"))


def test_a_table_does_not_save_what_the_text_says_itself():
    said = "Ferry service revenue decreased $3.5 million, or 54.7%, from $6.4 million in 2018 to ${} million for the year ended December 31, 2019.\n\n"
    table = "| (thousands of dollars) | 2019 | 2018 |\n|---|---|---|\n| Ferry service | 2,900 | 6,400 |\n| Pier service | 1,500 | 1,100 |\n"
    assert ("absolute-change", "$3.5 million", "$6.4 million", "$9.2 million") in fails(said.format("9.2") + table)
    assert not fails(said.format("2.9") + table)


def test_what_one_cell_leaves_of_another_is_none_of_the_cells():
    table = "School | Pupils | Passed\nNorth | 310 | 279\nSouth | 145 | 138\nQuay | 180 | 153\n\n"
    assert not fails("How the schools fared\n\n" + table + "North reported that 31 of its pupils had failed, fewer than last year.")
    assert ("same-fact", "301", "310") in fails("How the schools fared\n\n" + table + "North reported that it had 301 pupils.")


def test_totals_of_totals():
    text = "| | 2020 | 2021 |\n|---|---|---|\n| Cod | 41 | 52 |\n| Hake | 30 | 31 |\n| Total fish | 71 | 83 |\n| Crab | 12 | 14 |\n| Eel | 9 | 8 |\n| Total other | 21 | 22 |\n| Total | 92 | 105 |\n"
    assert len(passes(text, "sum-of-parts")) == 6
    assert fails(text.replace("105", "115")) == {("sum-of-parts", "115", "22", "83")}


@pytest.mark.parametrize(
    "text",
    [
        "Sales, selected towns\n\nLund      640\nHolm      415\nAll towns 2,310\n",  # more towns than are listed
        "| | Share |\n|---|---|\n| Yes | 33.3% |\n| No | 33.3% |\n| Other | 33.3% |\n| All | 100% |\n",
        "Homes\n\nHouses     3,118\nFlats      2,274\n  of which new 905\nTotal      5,392\n",
        "| | 2020 | 2021 | Change % |\n|---|---|---|---|\n| Cod | 41 | 52 | 26.8% |\n| Hake | 30 | 31 | 3.3% |\n| Total | 71 | 83 | 16.9% |\n",
        "| £m | 2020 | 2021 |\n|---|---|---|\n| Cod | 4.4 | 5.4 |\n| Hake | 3.4 | 3.4 |\n| Total | 7.9 | 8.7 |\n",  # rounding
    ],
)
def test_what_need_not_add_up(text):
    assert not fails(text)


def test_a_total_column():
    text = "| Town | Men | Women | Total |\n|---|---|---|---|\n| Lund | 412 | 430 | 842 |\n| Holm | 198 | 187 | 385 |\n| Dale | 77 | 81 | 158 |\n"
    assert len(passes(text, "sum-of-parts")) == 3
    assert fails(text.replace("385", "358")) == {("sum-of-parts", "187", "198", "358")}


def test_a_column_of_differences_and_one_of_growth():
    text = "| Town | 2011 | 2021 | Change | % |\n|---|---|---|---|---|\n| Lund | 45,120 | 48,310 | +3,190 | 7.1% |\n| Holm | 30,875 | 29,940 | -935 | -3.0% |\n| Dale | 12,466 | 14,002 | +1,536 | 12.3% |\n"
    assert len(passes(text, "absolute-change")) == len(passes(text, "growth-from-base")) == 3
    assert {rule for rule, *_ in fails(text.replace("1,536", "1,653"))} == {"absolute-change"}
    assert {rule for rule, *_ in fails(text.replace("12.3%", "13.2%"))} == {"growth-from-base"}


def test_one_row_that_holds_is_enough_under_two_times_and_a_change():
    text = "The yards:\n\n| | 2021 | 2020 | Increase |\n|---|---|---|---|\n| Hulls | 7,318 | 6,944 | 374 |\n| Masts | 2,651 | 2,207 | 444 |\n"
    assert fails(text.replace("444", "144")) == {("absolute-change", "144", "2,207", "2,651")}
    assert not fails(text.replace("444", "144").replace("| 2021 | 2020 |", "| Built | Sunk |"))
    assert not fails(text.replace("Increase", "Of oak").replace("444", "144"))
    assert not fails(text.replace("444", "20"))  # the growth in percent


def test_a_value_copied_from_its_neighbour_is_no_excuse():
    text = "| Town | 2011 | 2021 | Change | % |\n|---|---|---|---|---|\n| Lund | 45,120 | 48,310 | +3,190 | 7.1% |\n| Holm | 30,875 | 29,940 | -935 | -3.0% |\n| Dale | 12,466 | 14,002 | +1,536 | 12.3% |\n"
    wrong = fails(text.replace("12,466", "14,002"))
    assert {rule for rule, *_ in wrong} == {"absolute-change", "growth-from-base"}


def test_shares_of_a_total_row_and_of_a_group():
    text = "| Topic | Letters | Share |\n|---|---|---|\n| Roads | 496 | 40.0% |\n| Parks | 310 | 25.0% |\n| Bins | 434 | 35.0% |\n| Total | 1,240 | 100.0% |\n"
    assert fails(text.replace("35.0%", "53.0%"))
    group = "| | Drug (n = 40) | None (n = 50) |\n|---|---|---|\n| Men, n (%) | 22 (55.0) | 31 (62.0) |\n| Lame, n (%) | 6 (15.0) | 8 (16.0) |\n"
    assert len(passes(group, "share-of-total")) == 4
    assert fails(group.replace("15.0", "51.0"))


# ---------------------------------------------------------------- prose


BERTHS = ALIGNED + "\n{}\n"


@pytest.mark.parametrize(
    "sentence, right, wrong",
    [
        ("Fell Sound had 92 berths in 2022.", "92 berths", None),
        ("Ostmark was up 17.3% on the year before.", "17.3%", "13.7%"),
        ("Berths in Ostmark rose by 37.", "37", None),
        ("Between them the two harbours had 343 berths in 2022.", "343", "334"),
    ],
)
def test_a_sentence_that_names_row_and_column(sentence, right, wrong):
    text = BERTHS.format(sentence)
    assert not fails(text)
    start = text.index(sentence)
    assert any(e.start >= start for c in checks_on(text) if c.verdict == "pass" for e in c.evidence)
    if wrong:
        assert fails(text.replace(right, wrong))


@pytest.mark.parametrize(
    "sentence",
    [
        "Ostmark has 214 berths and employs 61 people.",
        "Ostmark had 40 berths more than planned.",
        "In 2023, a year not covered here, Ostmark may have 300 berths.",
        "Fell Sound and Ostmark took 17 more boats than Dale.",
        "Six of the 251 berths in Ostmark were empty.",
    ],
)
def test_a_sentence_that_says_something_else(sentence):
    assert not fails(BERTHS.format(sentence))


def test_totals_in_prose_need_no_total_row():
    text = "Farm         Tonnes\nOrrin           412\nKeld            287\nStannow         351\n\nBetween them the three farms brought in 1,050 tonnes of plums.\n"
    assert not fails(text)
    assert fails(text.replace("1,050", "1,150")) == {("sum-of-parts", "1,150 tonnes", "287", "351", "412")}


def test_a_total_in_another_unit_than_its_column():
    text = "Branch     Coal (kg)\nHolm          5,120\nSund          2,340\nDolva         1,505\n\nTogether the three branches burnt {} tonnes of coal.\n"
    assert not fails(text.format("8.965"))
    assert fails(text.format("9.856")) == {("sum-of-parts", "1,505", "2,340", "5,120", "9.856 tonnes")}


def test_groups_told_together():
    text = "| | Drug (n = 40) | None (n = 50) |\n|---|---|---|\n| Women, n (%) | 22 (55.0) | 31 (62.0) |\n| Lame, n (%) | 6 (15.0) | 8 (16.0) |\n\nWe enrolled 90 patients, of whom 53 were women.\n"
    assert not fails(text)
    assert fails(text.replace(" 53 ", " 35 ")) == {("sum-of-parts", "22", "31", "35")}


# ---------------------------------------------------------------- per share

RESULTS = """MERROW MILLS INC 3RD QTR NET

Shr 62 cts vs 48 cts
    Net 5,146,000 vs 3,888,000
    Revs 86.2 mln vs 75.3 mln
    Avg shrs 8.3 mln vs 8.1 mln
    Nine mths
    Shr 1.71 dlrs vs 1.40 dlrs
    Net 14.2 mln vs 11.3 mln
    Avg shrs 8.3 mln vs 8.1 mln
    NOTE: Net in the quarter excludes a gain of 2.1 mln dlrs.
"""


@pytest.mark.parametrize("flat", [False, True])
def test_columns_and_periods_of_a_statement(flat):
    text = " ".join(RESULTS.split()) if flat else RESULTS
    assert len(passes(text, "earnings-per-share")) == 4
    assert not fails(text)


@pytest.mark.parametrize("right, wrong", [("62 cts", "26 cts"), ("3,888,000", "38,880,000"), ("14.2 mln", "24.2 mln"), ("8.1 mln\n    NOTE", "81.1 mln\n    NOTE")])
def test_a_gross_difference_where_the_other_columns_hold(right, wrong):
    assert [rule for rule, *_ in fails(RESULTS.replace(right, wrong))] == ["earnings-per-share"]


@pytest.mark.parametrize("right, wrong", [("62 cts", "58 cts"), ("62 cts vs 48 cts", "50 cts vs 36 cts"), ("Shr 62", "Shr diluted 52")])
def test_what_preferred_dividends_and_dilution_explain(right, wrong):
    assert not fails(RESULTS.replace(right, wrong))


def test_signs_of_losses_are_left_out():
    text = RESULTS.replace("Shr 62 cts vs 48", "Shr loss 62 cts vs profit 48").replace("Net 5,146,000", "Net loss 5,146,000")
    assert not fails(text)


def test_results_told_in_prose():
    text = "The mill's net loss was $21.6 million, or 18 cents a share, in the spring. It had 120 million shares outstanding throughout."
    assert not fails(text)
    assert fails(text.replace("18 cents", "26 cents")) == {("earnings-per-share", "$21.6 million", "120 million", "26 cents a share")}


# ---------------------------------------------------------------- what headers and labels say

NOTED = "| (In thousands of Canadian dollars) | 2019 | 2018 |\n|---|---|---|\n| | $ | $ |\n| Mills(1)(2) | 4,210 | 3,950 |\n| Barns (3): | | |\n| Old | 610 | 580 |\n"
SHARES = (
    "The mill tells of its year (in thousands, except per share data). It was dry.\n\n| | 2019 | 2018 |\n|---|---|---|\n| Net income | $812 | $790 |\n"
    "| Average shares outstanding | 400 | 410 |\n| Options | 12 | 14 |\n| Diluted average shares outstanding | 412 | 424 |\n| Per diluted share | $1.97 | $1.86 |\n"
)


def read_cells(text):
    start = text.index("|")
    return [(text[q.start : q.end], float(q.value), q.full_unit) for q in extracted(text).quantities if q.start > start and q.kind not in ("year", "identifier")]


def test_a_sign_means_the_currency_of_the_caption_and_footnotes_are_no_numbers():
    assert read_cells(NOTED) == [("4,210", 4210000, "CAD"), ("3,950", 3950000, "CAD"), ("610", 610000, "CAD"), ("580", 580000, "CAD")]


def test_a_header_is_over_as_many_columns_as_the_one_below_repeats():
    head = "[TABLE]\n | Sales (in thousand NT dollars) |  | Payout per share (NT dollars) | \n | 2018 | 2019 | 2018 | 2019\n"
    found = read_cells(head + "Looms | $3,120 | $4,250 |  | \nPaid | 810 | 920 | $0.61 | $0.72\n")
    assert found == [("$3,120", 3120000, "TWD"), ("$4,250", 4250000, "TWD"), ("810", 810000, "TWD"), ("920", 920000, "TWD"), ("$0.61", 0.61, "TWD/share"), ("$0.72", 0.72, "TWD/share")]


def test_what_the_scale_leaves_out_is_as_printed():
    found = read_cells("(in thousands of dollars, except dock-days) | 2018 | 2019\n|---|---|---|\nSales | 3,120 | 4,250\nDock-days (3) |  | \nNorth | 310 | 42\nSouth | 88 | 91\n")
    assert [value for _, value, _ in found] == [3120000, 4250000, 310, 42, 88, 91]


def test_rows_between_counts_of_shares_count_shares():
    found = read_cells(SHARES)
    assert found[0] == ("$812", 812000, "USD") and found[4:6] == [("12", 12000, "share"), ("14", 14000, "share")]
    assert found[-1] == ("$1.86", 1.86, "USD/share")


# ---------------------------------------------------------------- odds and ends


def test_one_slip_of_the_hand():
    assert digits_slip("12600", "16200") and digits_slip("105", "1005") and not digits_slip("105", "501") and not digits_slip("7", "7")


@pytest.mark.parametrize(
    "text",
    ["|", "| | |\n|\n|", "|---|\n|---|", "a\tb\n\t\n", "| 1 |\n| 2 |\n", "1  2\n3\n", "x   5\n\n\n\ny   6", "| n (%) |\n| (( |", "Shr", "Shr vs Net vs", "| a | 1e999 |\n| b | 0/0 |\n", "|" * 500],
)
def test_odd_texts_raise_nothing(text):
    checks_on(text)


@pytest.mark.parametrize("unit", [ALIGNED + "\n\n", "| a | 1 | 2 |\n", "| | 12 | 13 |\n", RESULTS, "| x | 12 |\n" * 9 + "| Total | 108 |\n"])
def test_time_is_linear(unit):
    count = max(2, 2000 // len(unit))
    checks_on(unit * 2)
    assert calls(checks_on, unit * 4 * count) < 4.2 * calls(checks_on, unit * count)


def test_numbers_under_a_header_that_names_things_count_them():
    text = "| | 2031 | 2030 |\n|---|---|---|\n| | No. of rights | No. of rights |\n| At start | 7,310 | 6,240 |\n| Vested | (420) | (515) |\n| Average price | 3.1 | 3.2 |\n"
    assert [(q.value, q.unit) for q in extracted(text).quantities if q.kind != "year"] == [(7310, "right"), (6240, "right"), (-420, "right"), (-515, "right"), (Fraction("3.1"), None), (Fraction("3.2"), None)]


def test_a_row_that_names_things_counts_them_whatever_is_paid_beside_it():
    text = "| | 2031 | 2030 |\n|---|---|---|\n| Profit | $814 | $790 |\n| Total cable subscribers (1) | 5,210 | 5,125 |\n| Off-hire days | 31 | 28 |\n| Held back from employees’ pay | 12 | 11 |\n"
    assert [q.unit for q in extracted(text).quantities if q.kind != "year"] == ["USD", "USD", "subscriber", "subscriber", "day", "day", "USD", "USD"]


def test_a_pure_number_in_a_table_of_millions_has_no_scale():
    text = "| | 2031 | 2030 |\n|---|---|---|\n| | £m | £m |\n| Net debt | 412.5 | 388.1 |\n| Net debt to EBITDA | 1.3 | 1.2 |\n"
    assert [q.value for q in extracted(text).quantities if q.kind == "number"] == [Fraction("1.3"), Fraction("1.2")]


def test_a_ratio_in_a_cell_is_one_score():
    text = "| | 2031 | 2030 |\n|---|---|---|\n| Notional amount | 812 | 790 |\n| Hedge ratio | 1:1 | 2:1 |\n"
    assert [(q.low, q.high) for q in extracted(text).quantities if q.kind == "score"] == [(1, 1), (2, 1)]


def test_a_percent_change_over_some_columns_leaves_their_scale_to_the_paid_ones():
    text = "| | | Percent Change | |\n|---|---|---|---|\n| ($ in millions) | 2031 | Actual | 2030 |\n| North | $812 | 4% | $781 |\n| South | 305 | -2% | 311 |\n"
    assert [q.value for q in extracted(text).quantities if q.kind == "currency"] == [812000000, 781000000, 305000000, 311000000]


def test_what_the_title_the_rows_and_a_label_with_a_time_count():
    def units(text):
        return [(q.value, q.unit) for q in extracted(text).quantities if q.kind in ("number", "count", "currency")]

    title = "##### Table 3: Dwellings by number of rooms, 2031\n\n##### Wales\n\nThousands\n\n| | Built | Sold |\n|---|---|---|\n| Small | 1,204 | 310 |\n| Large | 2,118 | 402 |\n"
    assert [unit for _, unit in units(title)][-4:] == ["dwelling"] * 4 and units(title)[-1][0] == 402_000
    paid = title.replace("Built", "Value, £m").replace("Sold", "Price, £m")
    assert "dwelling" not in [unit for _, unit in units(paid)]
    held = "| | 2031 | 2030 |\n| | Number | Number |\n| Outstanding at start | 4,120 | 3,300 |\n| Options granted | 510 | 820 |\n| Options lapsed | (90) | – |\n"
    assert {unit for _, unit in units(held)} == {"option"}
    assert "option" not in [unit for _, unit in units(held.replace("Options lapsed", "Awards lapsed").replace("Number", "£"))]
    label = "| | 2031 | 2030 |\n|---|---|---|\n| Revenue (in millions) | $81.4 | $79.2 |\n| Total customers at end of period (in thousands) | 5,210 | 5,125 |\n| Fees due from customers | 12 | 11 |\n"
    assert units(label)[2:] == [(5_210_000, "customer"), (5_125_000, "customer"), (12, "USD"), (11, "USD")]


def test_a_short_line_above_a_table_has_no_number_of_the_table():
    text = "Sums\n\n| No. 3 | 2031 | 2030 |\n|---|---|---|\n| North | 310 | 300 |\n| South | 120 | 110 |\n"
    assert [q.value for q in extracted(text).quantities if q.kind == "number"] == [310, 300, 120, 110]


def test_amounts_for_one_share_are_told_by_their_row_heading_or_column():
    text = (
        "| (in thousands) | 2018 | 2019 |\n| --- | --- | --- |\n| Net income | $4,120 | $5,230 |\n| Earnings per common share: | | |\n| Basic | $0.71 | $0.93 |\n"
        "| Diluted | $0.70 | $0.91 |\n"
    )
    found = [(q.full_unit, float(q.value)) for q in extracted(text).quantities if q.kind == "currency"]
    assert found == [("USD", 4120000), ("USD", 5230000), ("USD/share", 0.71), ("USD/share", 0.93), ("USD/share", 0.7), ("USD/share", 0.91)]
    columns = "| Grade | Sales | Price per barrel |\n| --- | --- | --- |\n| Light | $310 | $41.20 |\n| Heavy | $250 | $33.70 |\n"
    assert [q.full_unit for q in extracted(columns).quantities if q.kind == "currency"] == ["USD", "USD/barrel", "USD", "USD/barrel"]
    assert [q.full_unit for q in extracted("| | 2018 |\n| --- | --- |\n| Bonus to staff | $0.71 |\n").quantities if q.kind == "currency"] == ["USD"]


COLUMNS = """Stocks of rye in the main ports, {measure}
    NORTH --
              1988   1987
 Start      0.32   0.28
 Imports     NIL   0.15
 End        0.34   0.28
The board said that its index of what had been sold abroad stood at 0.40 by then.
"""


def read_as(text):
    return [(text[q.start : q.end], float(q.value), q.full_unit) for q in extracted(text).quantities if q.kind not in ("year", "date")]


@pytest.mark.parametrize("measure, unit, scale", [("in mln tonnes --", "tonne", 10**6), ("in 000's bushels -", "bushel", 1000), ("in tonnes:", "tonne", 1), ("in brief --", None, 1)])
def test_columns_have_the_measure_that_the_line_above_them_ends_with(measure, unit, scale):
    found = read_as(COLUMNS.format(measure=measure))
    assert [(value, told) for _, value, told in found[:6]] == [(pytest.approx(value * scale), unit) for value in (0.32, 0.28, 0, 0.15, 0.34, 0.28)]
    assert [told for _, value, told in found[6:]] == [None]


def test_a_label_tells_for_what_thing_money_is_paid():
    text = "Table of prices\n\n| | 2019 | 2018 |\n|---|---|---|\n| Average price per megabit | $ 0.82 | $ 1.11 |\n| Cost per wafer | $ 4.12 | $ 3.90 |\n| Price per cent | $ 5 | $ 6 |\n"
    assert [row[1][1] for row in cells(text)] == ["USD/megabit", "USD/wafer", "USD"]


def test_a_column_of_percents_takes_no_scale():
    found = read_cells("[TABLE]\n | 2019 | 2018 | Change | \n | Amount | Amount | ($) | (%)\n |  | (In thousands, except percentages) |  | \nSales | $3,120 | $4,250 | (1,130) | (27)\nCosts | 810 | 920 | (110) | (12)\n")
    assert [(value, unit) for _, value, unit in found] == [(3120000, "USD"), (4250000, "USD"), (-1130000, "USD"), (-27, "percent"), (810000, "USD"), (920000, "USD"), (-110000, "USD"), (-12, "percent")]
