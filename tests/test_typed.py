"""Numbers that are no quantities: times, scores, names; and what must be left to the quantities."""

from __future__ import annotations

import pytest
from effort import calls
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.extracting.tokens import tokenize
from checker.extracting.typed import find_typed
from checker.language import load_pack
from checker.model import Quantity

PACK = load_pack("en")


def typed(text: str) -> list[Quantity]:
    return find_typed(text, tokenize(text), PACK)


def spans(text: str, kind: str) -> list[str]:
    return [text[q.start : q.end] for q in typed(text) if q.kind == kind]


TIMES = [
    ("He won at 1: 30 of the round, with 3: 16 to play.", ["1: 30", "3: 16"]),
    ("A ratio of 1: 30 held.", []),
    ("It left at 18:52.", ["18:52"]),
    ("Come at 9.30 am or 10 a.m. sharp.", ["9.30 am", "10 a.m."]),
    ("Come at 10am.", ["10am"]),
    ("Open between 9 and 5 p.m.", ["9", "5 p.m."]),
    ("Open between 9.30 and 12.30, Monday to Thursday.", ["9.30", "12.30"]),
    ("His lap of 1:33.279 was best.", ["1:33.279"]),
    ("She ran 2:21:36 there.", ["2:21:36"]),
    ("Fixed at 1430 GMT today.", ["1430 GMT"]),
    ("Open from 1700 to 2100 hrs local.", ["1700", "2100 hrs"]),
    ("At 6 o'clock it ended.", ["6 o'clock"]),
    ("They took off at 10.15. Nobody spoke. The wheels came down again at 11.50.", ["10.15", "11.50"]),
    ("The barge was off until 06.40.", ["06.40"]),
    ("Shares closed at 14.05, and the rate stayed at 3.50.", []),
    ("Mixed at 2:1 with water.", []),
    ("In 215 local councils.", []),
    ("A size of 2.1 pm is small.", []),
]


@pytest.mark.parametrize("text, expected", TIMES)
def test_times(text: str, expected: list[str]) -> None:
    assert spans(text, "time") == expected


SCORES = [
    ("She won 6-1 7-6 (7-5) today.", [("6-1", 6, 1), ("7-6 (7-5)", 7, 6)]),
    ("She won 6-4, 3-6, 7-5.", [("6-4", 6, 4), ("3-6", 3, 6), ("7-5", 7, 5)]),
    ("The board voted 3-2 for it.", [("3-2", 3, 2)]),
    ("They won 2-1 at home.", [("2-1", 2, 1)]),
    ("They went through 4-3 on aggregate.", [("4-3", 4, 3)]),
    ("By a vote of 63 to 37 it passed.", [("63 to 37", 63, 37)]),
    ("In a 5-4 decision it fell.", [("5-4", 5, 4)]),
    ("They were split 1:1:2, then 2:1.", [("1:1:2", None, None), ("2:1", 2, 1)]),
    ("It is 5-7 km away.", []),
    ("It rose 10-15 pct.", []),
    ("Ages (All, 1-14, 15-34, 35-54) differ.", []),
    ("It was 3% (1-4) versus 5% (4-6).", []),
]


@pytest.mark.parametrize("text, expected", SCORES)
def test_scores(text: str, expected: list[tuple[str, int, int]]) -> None:
    found = [(text[q.start : q.end], q.low, q.high) for q in typed(text) if q.kind == "score"]
    assert found == expected


NAMES = [
    ("Doses were given at hours 2, 4 and 8, and in weeks 3 (p = .2) and 5.", ["hours 2, 4 and 8", "weeks 3"]),
    ("The H ‑ 17 meets growth factor receptor 2 in treatment cycle 1.", ["H ‑ 17", "receptor 2", "cycle 1"]),
    ("They won in round 8 and lost in match 3; see point 4 and day 1 versus day 9.", ["round 8", "match 3", "point 4", "day 1", "day 9"]),
    ("From this point 12 people left; at one point 30 sang.", []),
    ("Nils, B. (2009) On mills, Milling Letters 21: 355-361.\nIt fell at Leeds 3: 15-17 of them.", ["21: 355-361"]),
    ("We traced (99m)Tc and (18)F-water, interleukin (IL)-8, not (MD)-4.1.", ["(99m)Tc", "(18)F", "(IL)-8"]),
    ("Version 3.11.2 and v2 differ.", ["Version 3.11.2", "v2"]),
    ("Call 1800 33 4673 or 0800 555 12 12.", ["1800 33 4673", "0800 555 12 12"]),
    ("Call +44 20 7946 0958 today.", ["+44 20 7946 0958"]),
    ("Phone +44 (0)1632 960000 today.", ["+44 (0)1632 960000"]),
    ("Ask 0131 496 0000 today.", ["0131 496 0000"]),
    ("Ask (202) 555-0143 today.", ["(202) 555-0143"]),
    ("At 14-16 Mill Street, Room 314.", ["14-16 Mill Street", "Room 314"]),
    ("In Oakland, CA 94105 and SW1A 1AA.", ["94105", "SW1A 1AA"]),
    ("See page 3, section 4.2, Chapter 5, Table 2 and Fig. 3.", ["page 3", "section 4.2", "Chapter 5", "Table 2", "Fig. 3"]),
    ("Page 1 of 3 ends.", ["Page 1 of 3"]),
    ("<  1  2  3  4 ... 11  >", ["<  1  2  3  4 ... 11  >"]),
    ("A B707, an iPhone 12, an A320 and a Boeing 747.", ["B707", "iPhone 12", "A320", "Boeing 747"]),
    ("An F-16, COVID-19, the G20 and HER2-positive.", ["F-16", "COVID-19", "G20", "HER2"]),
    ("Sell 3D printers, H1N1 and CO2 on the M25.", ["3D", "H1N1", "CO2", "M25"]),
    ("Fly DC-9s and 747s.", ["DC-9s", "747s"]),
    ("No. 2 Squadron read #42 and § 12.", ["No. 2", "#42", "§ 12"]),
    ("Article 42 of Act 118/2019 and section 3(b).", ["Article 42", "Act 118/2019", "section 3(b)"]),
    ("Articles 12, 13 and 14 apply.", ["Articles 12, 13 and 14"]),
    ("As shown [12] and [3-5].", ["[12]", "[3-5]"]),
    ("As shown (Smith 2010) by Jones et al., 2014.", ["Smith 2010", "Jones et al., 2014"]),
    ("A dose of 20/30 mg daily.", ["20/30 mg"]),
    ("With grade 3/4, grade 1 or 2, phase III and stage II.", ["grade 3/4", "grade 1 or 2", "phase III", "stage II"]),
    ("Type 2 diabetes after World War II.", ["Type 2", "World War II"]),
    ("See https://example.org/a1?b=2, ask me4@example.org.", ["https://example.org/a1?b=2", "me4@example.org"]),
    ("Set `x = 5` on 10.0.0.1 there.", ["`x = 5`", "10.0.0.1"]),
    ("The hash 9fceb02d and 978-3-16-148410-0.", ["9fceb02d", "978-3-16-148410-0"]),
    ("1. First\n2. Second\n", ["1", "2"]),
    ("S&P 500, FTSE 100, Nasdaq 100, CAC 40.", ["S&P 500", "FTSE 100", "Nasdaq 100", "CAC 40"]),
    ("In group 1, cohort 2 and arm A.", ["group 1", "cohort 2", "arm A"]),
    ("A Category 4 storm under ISO 9001.", ["Category 4", "ISO 9001"]),
    ("Open 24/7 since 9/11 at 7-Eleven.", ["24/7", "9/11", "7-Eleven"]),
    ("Under ASU 2016-02 and Rule 10b5-1.", ["ASU 2016-02", "Rule 10b5-1"]),
    ("Agent 007 left.", ["007"]),
]


@pytest.mark.parametrize("text, expected", NAMES, ids=[text[:30] for text, _ in NAMES])
def test_names(text: str, expected: list[str]) -> None:
    found = [q for q in typed(text) if q.kind == "identifier"]
    assert [text[q.start : q.end] for q in found] == expected
    assert all(q.value is None and q.sense == "exact" for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "The p = .03 and 95% CI 1.2-3.4 hold.", "It was 15/92 (27.6%).", "It was 9/11 (82%) there.", "Of 1.234.567 there.",
        "US$5 million, R5 million, DM5.2 mln and Rs500.", "An 8.5 pct note.", "The ratio is 5-10.", "In the control group 93 of 165 fell.",
        "The group 14 (12%) of them fell.", "Of the study group 1 patient fell.", "A 5-7 km walk.", "A 3-for-2 split.", "Up 13-5/8 points.",
        "The 18th National Congress.", "The group 16/20 (80%) fell.", "Roughly 26 054 women.", "It rose 3.5 to 4.5.", "The (3) loss.",
        "In 2.5x10-3 units.", "5.6 from 5.0 mln.", "The 12-member board has 30 to 35 seats.", "Nasdaq 5 points up.",
        "Top-10 and mid-60s.", "Twelve (12) months.", "It is $4.5bn.", "A 4-1/2 pct rate.", "A 180ml glass of 5km.",
    ],
)  # fmt: skip
def test_left_to_the_quantities(text: str) -> None:
    assert typed(text) == []


def test_tokens_and_numeral_are_filled() -> None:
    text = "See Article 42 there."
    (found,) = typed(text)
    assert (found.first, found.last, found.outer) == (1, 2, 1)
    assert text[found.number_start : found.number_end] == "42"


PIECES = st.sampled_from(
    "1 12 1987 2,000 3.5 - / : ( ) [ ] , . ' March May Q a year ago the last of group page No & % $ £ @ ` < > \n \t ² ٣ İ et al II am".split(
        " "
    )
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map(" ".join), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text(text: str) -> None:
    tokens = tokenize(text)
    end = 0
    for found in find_typed(text, tokens, PACK):
        assert end <= found.start < found.end <= len(text)
        assert found.start <= found.number_start < found.number_end <= found.end
        assert tokens.starts[found.first] == found.start and tokens.ends[found.last] == found.end
        end = found.end


@pytest.mark.parametrize(
    "piece", ["1", "1,", "1-", "1/", "(", "(1)", "1987 ", "a1", "last year ", "group 1, ", "[1,", "1–", "-A1"]
)
def test_linear_on_hostile_text(piece: str) -> None:
    def cost(length: int) -> int:
        text = piece * (length // len(piece))
        return calls(find_typed, text, tokenize(text), PACK)

    assert cost(20_000) < 4.1 * cost(5_000)


@pytest.mark.parametrize(
    "text, kind, found",
    [
        ("The hall must (1) be dry, (2) be warm and (3) hold 40 people.", "identifier", ["(1)", "(2)", "(3)"]),
        ("Fever came in 5 (1) and 8 (2) of them.", "identifier", []),
        ("See the part “On Mills.” (1) Days are dry. (2) Days are wet.", "identifier", ["(1)", "(2)"]),
        ("Notes\n\n(1)\u00a0Made of oak.\n\n(3)\u00a0Sold in May.", "identifier", ["(1)", "(3)"]),
        ("4.2 Market risk The mill is dry.\n\n1.5 Million people came.", "identifier", ["4.2"]),
        ("1. Dry\n2. Warm\n3. 2001 data are given", "identifier", ["1", "2", "3"]),
        ("See J Mill 12:1345-67, 2008, on it.", "identifier", ["12:1345-67"]),
        ("The road QX 7 led where QX 7 began; the QX 12 farms do not.", "identifier", ["QX 7", "QX 7"]),
        ("It has register number 4 and ISRX number 57474502.", "identifier", ["number 57474502"]),
        ("It ended 4 – 4, after a 74 – 66 win.", "score", ["4 – 4", "74 – 66"]),
        ("Between 20 – 30 men came.", "score", []),
        ("They were shared 1:1:2 by lot.", "score", ["1:1:2"]),
        ("Rain fell at 08: 30 on a scale of 10: 30.", "time", ["08: 30"]),
        ("She lived as late as 1194, they say.", "year", ["1194"]),
        ("It was shown on Harvest Day 2012 there.", "year", ["2012"]),
        ("Open on 1 – 5 December and from May 2 to 9 last year.", "date", ["1 – 5 December", "May 2 to 9"]),
    ],
)
def test_what_real_texts_showed(text, kind, found):
    assert spans(text, kind) == found


CODES = [
    ("Given T-DM1 for serum 25-hydroxyvitamin D and 1,25(OH)D.", ["T-DM1", "25-hydroxyvitamin", "1,25(OH)D"]),
    ("Results of trial IBCSG 23-01 and of study CALGB 9343 were out.", ["IBCSG 23-01", "CALGB 9343"]),
    ("The Airbus A330/340 and the 747-400 or 747-SR flew.", ["A330/340", "747-400", "747-SR"]),
    ("Committee 2014-R20, then 077-B12; 2010-Q3 and 10-R20 million or $20-C30.", ["2014-R20", "077-B12"]),
    ("Mail of the uk\n\n# 2011 Census\n\nSee # 42 and #7; 12 / 40 / 52.", ["# 42", "#7"]),
    ("Bills of 120-150 days and a 350-300 split.", []),
    ("Chart 4 shows it, and a 2:16α-hydroxyestrone ratio.", ["Chart 4", "2:16α-hydroxyestrone"]),
    ("They made 3-(2,6-dimethylphenoxy)-1-propene, 1,3-butadiene and 2,2',5,5'-tetrabromobiphenyl.", ["3-(2,6-dimethylphenoxy)-1-propene", "1,3-butadiene", "2,2',5,5'-tetrabromobiphenyl"]),
    ("The 3',5'-cyclic salt, 7-arylethynyl-4-alkyl-m-xylene (9-nitro), and the 3'-end; 1,4-dioxane.", ["3',5'-cyclic", "7-arylethynyl-4-alkyl-m-xylene", "9-nitro", "3'-end", "1,4-dioxane"]),
    ("A 1,2-litre jug, a 5-facet stone, 2,4-fold more, 10-(3-9) and 2-(1-4) marks, a 3-cyclone year.", []),
    ("A median of 62 [32-87] days, as told [3-5] and in 2010 [3-7].", ["[3-5]", "[3-7]"]),
    ("The Ling Ma 12-2-2 well, a 4-3-3 line and lot 8-0-2; a 3-2-1 run.", ["12-2-2", "4-3-3", "8-0-2"]),
    ("See Brit J Mill 7(2):311-319, 2003, on a lot.", ["7(2):311-319"]),
    ("See Fig. 3, Eq. 5 and Mill Bros. 3, but in our area. 27 men came; one of a type. 5 went.", ["Fig. 3", "Eq. 5", "Bros. 3"]),
    ("A 3-D view.", ["3-D"]),
    ("See www.three.com, http://one.net/two or mail two@four.org; www.mill.com.", ["www.three.com", "http://one.net/two", "two@four.org"]),
    ("The tune rose to number 3, from number 14; its number 1 hit was number 2 here. They now number 9.", ["number 3", "number 14", "number 1", "number 2"]),
    ("FOUR WINDS TO MOVE\n\n<Four Winds Mills Inc> moves. Standard and Poor's 500 index fell.", ["Standard and Poor's 500"]),
    ("1. The first rose. 2. The second fell. 3. Both stayed. It was 7. No more.", ["1", "2", "3"]),
    ("US 2 goes on. US 2 ends. US 2 meets it. US 2 stays.", ["US 2"] * 4),
    ("See Divisions 68-74, 77-82, 95.1; and Tables 2.1, 6.2, 6.3.", ["Divisions 68-74, 77-82, 95.1", "Tables 2.1, 6.2, 6.3"]),
    ("2. Themes\n2.1 Sources\n\nIt was 2.5 m long.", ["2", "2.1"]),
]


@pytest.mark.parametrize("text, wanted", CODES)
def test_codes_are_no_quantities(text, wanted):
    assert spans(text, "identifier") == wanted


ERAS = [
    ("It stood by AD 250 – 300, then (600 – 900 AD).", [(250, 300), (600, 900)]),
    ("Between 1000 and 600 BC it grew.", [(-1000, -600)]),
    ("In AD 732 he came. In 738, he left; from 740 to 750 none ruled.", [732, 738, (740, 750)]),
    ("The index closed at 120, from 830 in May; in 738 cases.", []),
]


@pytest.mark.parametrize("text, wanted", ERAS)
def test_years_of_an_era(text, wanted):
    found = [q for q in typed(text) if q.kind == "year"]
    assert [q.value if q.value is not None else (q.low, q.high) for q in found] == wanted
