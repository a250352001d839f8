"""The calendar: dates, years, periods, and what they mean seen from the document's date."""

from __future__ import annotations

import pytest

from checker.extracting.anchor import anchor_of, resolve, resolved
from checker.extracting.tokens import tokenize
from checker.extracting.typed import find_typed
from checker.language import load_pack
from checker.model import Quantity, When

PACK = load_pack("en")


def typed(text: str) -> list[Quantity]:
    return find_typed(text, tokenize(text), PACK)


def spans(text: str, *kinds: str) -> list[str]:
    return [text[q.start : q.end] for q in typed(text) if q.kind in kinds]


DATES = [
    ("It opened on March 20.", "March 20", When(month=3, day=20)),
    ("It opened on 20 March 2023.", "20 March 2023", When(2023, 3, 20)),
    ("It opened on March 20, 2023, in rain.", "March 20, 2023", When(2023, 3, 20)),
    ("It opened on March 20th, 2023.", "March 20th, 2023", When(2023, 3, 20)),
    ("Last seen on Tuesday, 4 June 2019, at sea.", "Tuesday, 4 June 2019", When(2019, 6, 4, 1)),
    ("Last seen on Friday, December 19.", "Friday, December 19", When(month=12, day=19, weekday=4)),
    ("Due on June 4 (Tuesday).", "June 4 (Tuesday)", When(month=6, day=4, weekday=1)),
    ("On Monday the 3rd of May they met.", "Monday the 3rd of May", When(month=5, day=3, weekday=0)),
    ("Since the 3rd of May it rains.", "3rd of May", When(month=5, day=3)),
    ("Logged 2023-03-24 at noon.", "2023-03-24", When(2023, 3, 24)),
    ("Signed 24/11/2021 in ink.", "24/11/2021", When(2021, 11, 24)),
    ("On 24 / 11 / 2021, in ink.", "24 / 11 / 2021", When(2021, 11, 24)),
    ("Signed 11/24/2021 in ink.", "11/24/2021", When(2021, 11, 24)),
    ("Signed 5/5/2021 in ink.", "5/5/2021", When(2021, 5, 5)),
    ("Signed 03/04/2021 in ink.", "03/04/2021", When(2021)),
    ("Signed 24.11.2021 in ink.", "24.11.2021", When(2021, 11, 24)),
    ("Shares closed on Dec 31.", "Dec 31", When(month=12, day=31)),
    ("Shares closed on Dec. 31, 1986.", "Dec. 31, 1986", When(1986, 12, 31)),
    ("Born on 31-Dec-2019 there.", "31-Dec-2019", When(2019, 12, 31)),
    ("It is dated 31 June 2020.", "31 June 2020", When(2020, 6, 31)),
    ("It is dated February 30.", "February 30", When(month=2, day=30)),
    ("Payable April nine to holders.", "April nine", When(month=4, day=9)),
    ("They stayed March 20-22, 2023.", "March 20-22, 2023", When(2023, 3, label="days")),
    ("They stayed 20-22 March.", "20-22 March", When(month=3, label="days")),
    ("By May 28,1945 it was over.", "May 28,1945", When(1945, 5, 28)),
]


@pytest.mark.parametrize("text, span, when", DATES, ids=[span for _, span, _ in DATES])
def test_dates(text: str, span: str, when: When) -> None:
    (found,) = [q for q in typed(text) if q.kind == "date"]
    assert (text[found.start : found.end], found.when) == (span, when)
    assert (found.sense, found.style, found.value) == ("exact", "digits", None)


@pytest.mark.parametrize(
    "text",
    [
        "In March 20 people came.",
        "In May 12 pct of them left.",
        "They may 20 times refuse.",
        "Prices rose in March 1.2 pct.",
        "We march 20 miles a day.",
        "In April three people came.",
        "PRICES MAY RISE 20 PCT",
        "It is June 45 that nobody knows.",
    ],
)
def test_no_dates(text: str) -> None:
    assert spans(text, "date") == []


YEARS = [
    ("It opened in 1987.", "1987", When(1987)),
    ("It doubled from 2012.", "2012", When(2012)),
    ("The 1987 earnings were poor.", "1987", When(1987)),
    ("Its mid-1987 forecast stood.", "1987", When(1987)),
    ("The wall (1745) still stands.", "1745", When(1745)),
    ("The 1985/86 season was dry.", "1985/86", When(1985, end_year=1986)),
    ("It was 19.0% (2017/18: 18.0%).", "2017/18", When(2017, end_year=2018)),
    ("In 1998-99 she left.", "1998-99", When(1998, end_year=1999)),
    ("In 1999-2000 she left.", "1999-2000", When(1999, end_year=2000)),
    ("It ran from 2014 to 2020.", "2014 to 2020", When(2014, end_year=2020)),
    ("It ran between 2014 and 2020.", "2014 and 2020", When(2014, end_year=2020)),
    ("The plan 2014-20 is over.", "2014-20", When(2014, end_year=2020)),
    ("It ran 2014–20 there.", "2014–20", When(2014, end_year=2020)),
    ("Back in the 1990s it rained.", "1990s", When(1990, end_year=1999, label="decade")),
    ("Back in the '90s it rained.", "'90s", When(1990, end_year=1999, label="decade")),
    ("Caesar died in 44 BC.", "44 BC", When(-44, label="era")),
    ("It erupted in AD 79.", "AD 79", When(79, label="era")),
    ("In fiscal 1986 it grew.", "fiscal 1986", When(1986, label="fiscal")),
    ("In fiscal year 2017/18 it grew.", "fiscal year 2017/18", When(2017, end_year=2018, label="fiscal")),
    ("Sales of FY2013 grew.", "FY2013", When(2013, label="fiscal")),
    ("Sales of FY13 grew.", "FY13", When(2013, label="fiscal")),
    ("| Revenue | 2019 | up |", "2019", When(2019)),
]


@pytest.mark.parametrize("text, span, when", YEARS, ids=[span for _, span, _ in YEARS])
def test_years(text: str, span: str, when: When) -> None:
    (found,) = [q for q in typed(text) if q.kind == "year"]
    assert (text[found.start : found.end], found.when) == (span, when)


def test_a_year_has_its_value_and_a_span_has_two() -> None:
    year, span = typed("It opened in 1987 and ran in 1998-99.")
    assert (year.value, year.low, year.high) == (1987, None, None)
    assert (span.value, span.low, span.high) == (None, 1998, 1999)


@pytest.mark.parametrize(
    "text",
    [
        "There are 2,012 zones.",
        "There are 2012 zones.",
        "It cost $2012 then.",
        "It weighs 1987 kg.",
        "A fleet of 2000 vehicles.",
        "More than 2000 came.",
        "One in 2000 falls ill.",
        "The index rose to 1987.5 points.",
        "Sales were 1950 mln dlrs.",
        "A row 12 1987 33 4 of figures",
        "The sample (n = 1987) was small.",
        "A 2000-mile walk.",
        "Some 1900 had done so.",
        "With AC it was 61% and AD 66%.",
        "Hard red winter 1639 1635 54",
    ],
)
def test_no_years(text: str) -> None:
    assert spans(text, "year") == []


def test_a_doubtful_number_is_a_year_where_the_text_speaks_of_that_year() -> None:
    assert spans("Sales are over 1985 levels.", "year") == []
    assert spans("In 1985 it fell. Sales are over 1985 levels and beat 1986 predictions.", "year") == ["1985", "1985", "1986"]
    assert spans("Between 1092 and 1100 he wrote.", "year") == []
    assert spans("He died in 1120. From 1092 he wrote.", "year") == ["1120", "1092"]


PERIODS = [
    ("It fell last year.", "last year", When(label="last-year")),
    ("It fell in the first half of this year.", "first half of this year", When(label="half-1 this-year")),
    ("It fell in Q3 there.", "Q3", When(label="quarter-3")),
    ("It fell in Q3 2019 there.", "Q3 2019", When(2019, label="quarter-3")),
    ("It fell in 1H 2019 there.", "1H 2019", When(2019, label="half-1")),
    ("It fell in the third quarter.", "third quarter", When(label="quarter-3")),
    ("Its fourth-quarter sales fell.", "fourth-quarter", When(label="quarter-4")),
    ("It fell in the 1st qtr of 1987.", "1st qtr of 1987", When(1987, label="quarter-1")),
    ("It fell in the fourth quarter of fiscal 1986.", "fourth quarter of fiscal 1986", When(1986, label="quarter-4 fiscal")),
    ("It fell in the previous month.", "previous month", When(label="previous-month")),
    ("It grew over the past year.", "past year", When(label="past-year")),
    ("It was lower a year earlier.", "a year earlier", When(label="year-earlier")),
    ("It was lower a year ago.", "a year ago", When(label="year-ago")),
    ("It fell from the year-earlier period.", "year-earlier period", When(label="year-earlier")),
    ("It fell in the same period last year.", "same period last year", When(label="same-period last-year")),
    ("It fell this fiscal year.", "this fiscal year", When(label="this-year fiscal")),
    ("It fell in the fiscal year.", "fiscal year", When(label="fiscal")),
    ("In the nine months ended Sept 30 it fell.", "nine months ended Sept 30", When(month=9, day=30, label="months-9-ended")),
    ("In the year ended 31 December 2019 it fell.", "year ended 31 December 2019", When(2019, 12, 31, label="year-ended")),
    ("In the first nine months of 1986 it fell.", "first nine months of 1986", When(1986, label="months-9")),
    ("In three months to October it fell.", "three months to October", When(month=10, label="months-3-ended")),
    ("It fell in January.", "January", When(month=1, label="month")),
    ("It fell in May.", "May", When(month=5, label="month")),
    ("It fell in March 2023.", "March 2023", When(2023, 3, label="month")),
    ("It fell in Mar '87.", "Mar '87", When(1987, 3, label="month")),
    ("It fell in January, 1986.", "January, 1986", When(1986, 1, label="month")),
]


@pytest.mark.parametrize("text, span, when", PERIODS, ids=[span for _, span, _ in PERIODS])
def test_periods(text: str, span: str, when: When) -> None:
    (found,) = typed(text)
    assert (text[found.start : found.end], found.kind, found.when) == (span, "period", when)


@pytest.mark.parametrize(
    "text",
    [
        "It took five years.", "After more than three decades it ended.", "He may come.", "They march on.", "A two-year plan.",
        "It fell year on year.", "Paid twice a year.", "The first week was wet.", "In the first half of the book he dies.",
        "It is a half.", "During our first 3 years we grew.", "Two years ago it fell.", "H1N1 spread.", "Per year and month.",
    ],
)  # fmt: skip
def test_no_periods(text: str) -> None:
    assert spans(text, "period", "year", "date") == []


RESOLVED = [
    (When(label="last-year"), When(2023, 3, 24), (2022, None)),
    (When(label="this-year"), When(2023, 3, 24), (2023, None)),
    (When(label="half-1 this-year"), When(2023, 3, 24), (2023, None)),
    (When(label="quarter-3 last-year"), When(2023), (2022, None)),
    (When(label="year-ago"), When(2023, 3, 24), (2022, None)),
    (When(label="last-month"), When(2023, 1, 24), (2022, 12)),
    (When(label="next-month"), When(2022, 12, 24), (2023, 1)),
    (When(label="last-month"), When(2023), (None, None)),
    (When(month=3, day=20), When(2023, 3, 24), (2023, 3)),
    (When(month=12, day=30), When(2023, 1, 4), (2022, 12)),
    (When(month=1, day=4), When(2022, 12, 30), (2023, 1)),
    (When(month=12, label="month"), When(2023, 2, 1), (2022, 12)),
    (When(month=12, label="month last-year"), When(2023, 12, 1), (2022, 12)),
    (When(label="year-earlier"), When(2023, 3, 24), (None, None)),
    (When(label="last-year fiscal"), When(2023, 3, 24), (None, None)),
    (When(label="quarter-3"), When(2023, 3, 24), (None, None)),
    (When(label="previous-year"), When(2023, 3, 24), (None, None)),
    (When(label="past-year"), When(2023, 3, 24), (None, None)),
    (When(1987, 3), When(2023, 3, 24), (1987, 3)),
]


@pytest.mark.parametrize("when, anchor, expected", RESOLVED)
def test_resolve(when: When, anchor: When, expected: tuple[int | None, int | None]) -> None:
    found = resolve(when, anchor)
    assert (found.year, found.month) == expected
    assert found.anchored == (found != when)
    assert resolve(when, None) == when


def test_last_quarter_knows_its_number() -> None:
    assert resolve(When(label="last-quarter"), When(2023, 2, 1)) == When(2022, label="last-quarter quarter-4", anchored=True)


ANCHORS = [
    ("A report\n\nThey met on July 30.\n\nexample.orgUpdated:  August 21, 2024\n\nIt grew.", When(2024, 8, 21)),
    ("Published: 3 May 2019\n\nIt was founded on 1 June 1950.", When(2019, 5, 3)),
    ("A headline\nTuesday, 4 June 2019\n\nThe story begins.", When(2019, 6, 4)),
    ("They met on March 20 in the capital.  March 24, 2023\n\nThe first question.", When(2023, 3, 24)),
    ("A headline\n\nOSLO, March 3, 2017 (Agency) - It grew.", When(2017, 3, 3)),
    ("It was founded on 1 June 1950 in the capital and grew.", None),
    ("The bonds are due on March 15, 2040.", None),
    ("No date at all.", None),
    ("", None),
]


@pytest.mark.parametrize("text, expected", ANCHORS)
def test_anchor(text: str, expected: When | None) -> None:
    tokens = tokenize(text)
    assert anchor_of(text, tokens, find_typed(text, tokens, PACK), None, PACK) == expected


def test_resolved_changes_only_what_the_anchor_tells() -> None:
    text = "Last year it grew, in 1987 it fell on March 3."
    found = typed(text)
    years = [q.when.year for q in resolved(text, found, When(2023, 3, 24)) if q.when]
    assert years == [2022, 1987, 2023]
    assert resolved(text, found, None) == found
