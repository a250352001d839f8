"""The two documents the project grew from: what their reports show, which edits must be caught, and golden files."""

import json
from pathlib import Path

import pytest
from strategies import english

from checker.pipeline import check
from checker.reading import read, read_text

ROOT = Path(__file__).parents[1]
ZONES = (ROOT / "seeds/002_4125b0ae6116c59a.txt").read_text(encoding="utf-8")
REGIONS = (ROOT / "seeds/000_0898b5475dd80d6f.txt").read_text(encoding="utf-8")


def judged(text):
    document = read_text("seed.txt", text.encode("utf-8"))
    extraction, judgement = check(document, *english())
    return extraction, judgement


def findings(text, *verdicts):
    _, judgement = judged(text)
    found = []
    for c in judgement.checks:
        if c.verdict in verdicts:
            found.append((c.rule, {text[e.start : e.end] for e in c.evidence}, c))
    return found


# Each line: rule, figures that its passing check must quote.
ZONES_PASS = [
    ("share-of-total", {"156", "167", "93.4%"}),
    ("announced-count", {"six", "bonded zones", "cross-border industrial zones"}),
    ("same-fact", {"20%", "one-fifth"}),
    ("direction-up", {"15.7%", "20%"}),
    ("share-and-growth", {"doubled", "15.7%", "20%"}),
    ("escalation", {"50%", "60%"}),
    ("impossible-share", {"0.005%"}),
    ("event-before-publication", {"March 20", "March 24, 2023"}),
]
REGIONS_PASS = [
    ("event-before-publication", {"July 30", "August 21, 2024"}),
    ("threshold-crossed", {"two-trillion", "5.03 trillion yuan"}),
    ("direction-down", {"seven days", "two days"}),
]


@pytest.mark.parametrize("text, expected", [(ZONES, p) for p in ZONES_PASS] + [(REGIONS, p) for p in REGIONS_PASS])
def test_the_relations_of_the_seeds_pass(text, expected):
    rule, figures = expected
    passed = [quoted for r, quoted, _ in findings(text, "pass") if r == rule]
    assert any(figures <= quoted for quoted in passed), passed


def test_both_lists_of_three_points_are_counted():
    counted = [c for r, quoted, c in findings(ZONES, "pass") if r == "announced-count" and "three" in quoted]
    assert [[e.role for e in c.evidence].count("item") for c in counted] == [3, 3]


def test_the_share_reached_is_the_share_stated_before():
    places = [{e.start for e in c.evidence} for r, quoted, c in findings(ZONES, "pass") if r == "same-fact" and quoted == {"20%"}]
    assert {ZONES.index("20% of China's"), ZONES.index("20%. Second")} in places


@pytest.mark.parametrize("text", [ZONES, REGIONS])
def test_nothing_in_the_seeds_is_called_wrong(text):
    assert findings(text, "fail", "warn") == []


def test_a_gap_to_an_unstated_average_stays_open():
    [(_, quoted, c)] = [f for f in findings(REGIONS, "unknown") if f[0] == "gap-in-points"]
    assert quoted == {"4.5 percentage points"} and c.reason == "missing-role"


def test_shares_of_three_wholes_are_not_added_up():
    three = {"50%", "80%", "90%"}
    assert not [1 for _, quoted, _ in findings(REGIONS, "pass", "fail", "warn", "unknown") if len(quoted & three) > 1]


@pytest.mark.parametrize("text", [ZONES, REGIONS])
def test_page_numbers_are_no_quantities(text):
    extraction, judgement = judged(text)
    foot = text.rindex("<")
    assert not [q for q in extraction.quantities if q.start >= foot and q.is_measure]
    assert not [u for u in judgement.unchecked if extraction.quantities[u.quantity].start >= foot]


IMPLIED = [  # text, words of the fact, unit, low at least, high at most; ends within a last digit of the figures
    (ZONES, "China's total foreign trade value, 2022", "CNY", 40.7e12, 43.4e12),
    (ZONES, "value of special zones, 2012", "CNY", 3.71e12, 4.70e12),
    (ZONES, "foreign trade, 2012", "CNY", 23.5e12, 30.0e12),
    (ZONES, "foreign trade value, 2012 to 2022", "percent", 37, 82),
    (ZONES, "bonded maintenance, 2021", "CNY", 149.4e9, 149.7e9),
]


@pytest.mark.parametrize("text, fact, unit, low, high", IMPLIED)
def test_what_the_seeds_imply(text, fact, unit, low, high):
    _, judgement = judged(text)
    [found] = [i for i in judgement.implied if i.fact.endswith(fact)]
    assert found.unit == unit
    assert low <= float(found.interval.lo) and float(found.interval.hi) <= high


@pytest.mark.parametrize("text, first, second, least", [
    (ZONES, "territorial area", "total foreign trade", 3900),
    (REGIONS, "land area", "import and export value", 25 / 3),
])  # fmt: skip
def test_the_intensities_that_the_seeds_imply(text, first, second, least):
    _, judgement = judged(text)
    [found] = [i for i in judgement.implied if first in i.fact and second in i.fact]
    assert float(found.interval.lo) == pytest.approx(least) and found.interval.lo_open and found.interval.hi is None


EDITS = [  # document, before, after, rule, figures quoted
    (ZONES, "or 93.4% of", "or 96.4% of", "share-of-total", {"156", "167", "96.4%"}),
    (ZONES, "which 156,", "which 165,", "share-of-total", {"165", "167", "93.4%"}),
    (ZONES, "six kinds", "seven kinds", "announced-count", {"seven"}),
    (ZONES, "three main characteristics", "four main characteristics", "announced-count", {"four"}),
    (ZONES, "one-fifth", "one-fourth", "same-fact", {"20%", "one-fourth"}),
    (ZONES, "from 15.7% to", "from 25.7% to", "direction-up", {"25.7%", "20%"}),
    (ZONES, "accounting for 20%", "accounting for 30%", "same-fact", {"30%", "one-fifth"}),
    (ZONES, "even 60%", "even 160%", "impossible-share", {"160%"}),
    (REGIONS, "about two days", "about nine days", "direction-down", {"seven days", "nine days"}),
    (REGIONS, "5.03 trillion", "1.03 trillion", "threshold-crossed", {"two-trillion", "1.03 trillion yuan"}),
    (REGIONS, "July 30", "September 30", "event-before-publication", {"September 30", "August 21, 2024"}),
]


@pytest.mark.parametrize("text, before, after, rule, figures", EDITS)
def test_one_wrong_figure_is_a_fail_that_quotes_it(text, before, after, rule, figures):
    assert text.count(before) == 1
    failed = findings(text.replace(before, after), "fail")
    assert any(r == rule and figures <= quoted for r, quoted, _ in failed), [(r, q) for r, q, _ in failed]


# The same relations in other words: other names and digits, sentences in another order.
HARBOURS = """Harbour Authority briefing, Oslavia

The Harbour Authority held a press conference on May 6 in Port Lune.  May 9, 2022

Mara Lind:

To serve the coast, Oslavia has established four kinds of free harbours: fishing harbours, ferry harbours, timber harbours, and mixed harbours. Currently, there are 84 free harbours in the country, of which 63, or 75% of the total, are mixed harbours.

The free harbours have shown two main features. First, they keep growing. Last year, the total landing value of the free harbours tripled from 2009, and their proportion of coastal trade increased from 10.2% to 25%. Second, their tools are shared.

Last year, the total landing value of these free harbours reached 3.6 billion crowns, accounting for 25% of Oslavia's total coastal trade value. These harbours, which account for less than 0.02% of the country's shoreline, contributed one-fourth of the country's total coastal trade.

<  1  2  3  4  >
"""


def test_the_same_relations_with_other_names_and_figures_pass():
    assert findings(HARBOURS, "fail", "warn") == []
    passed = [(r, quoted) for r, quoted, _ in findings(HARBOURS, "pass")]
    for rule, figures in [
        ("share-of-total", {"63", "84", "75%"}), ("announced-count", {"four"}), ("announced-count", {"two"}),
        ("same-fact", {"25%", "one-fourth"}), ("direction-up", {"10.2%", "25%"}), ("share-and-growth", {"tripled"}),
        ("event-before-publication", {"May 6", "May 9, 2022"}),
    ]:  # fmt: skip
        assert any(r == rule and figures <= quoted for r, quoted in passed), (rule, figures, passed)
    _, judgement = judged(HARBOURS)
    [whole] = [i for i in judgement.implied if i.fact == "Oslavia's total coastal trade value, 2021"]
    assert float(whole.interval.lo) == pytest.approx(3.55e9 / 0.255) and float(whole.interval.hi) == pytest.approx(3.65e9 / 0.245)


@pytest.mark.parametrize("before, after, rule", [
    ("63, or", "36, or", "share-of-total"), ("four kinds", "five kinds", "announced-count"), ("two main", "three main", "announced-count"),
    ("one-fourth", "one-third", "same-fact"), ("10.2% to", "30.2% to", "direction-up"), ("on May 6", "on May 16", "event-before-publication"),
])  # fmt: skip
def test_the_same_edits_with_other_names_and_figures_fail(before, after, rule):
    assert rule in [r for r, _, _ in findings(HARBOURS.replace(before, after), "fail")]


@pytest.mark.parametrize("name, render", [("seeds.json", "json"), ("seeds.txt", "text")])
def test_the_reports_of_the_seeds_are_up_to_date(name, render, monkeypatch):
    from checker.pipeline import run
    from checker.reporting import render as rendered

    monkeypatch.chdir(ROOT)
    report = rendered(run(["seeds"]), render, verbose=True)
    assert (ROOT / "reports" / name).read_text(encoding="utf-8") == report, "make reports"


def test_the_json_report_has_a_place_for_every_figure():
    report = json.loads((ROOT / "reports/seeds.json").read_text(encoding="utf-8"))
    for d in report["documents"]:
        text = read(str(ROOT / d["path"])).text
        for c in d["checks"]:
            for e in c["evidence"]:
                assert text[e["start"] : e["end"]] == e["text"]
