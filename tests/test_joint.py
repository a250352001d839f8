"""The whole document at once: contradictions that no single relation shows, facts across documents, implied facts."""

import pytest
from strategies import english

from checker.__main__ import _main
from checker.pipeline import check, run
from checker.reading import read_text

PARTS = "Boots brought in $220m, {}% more than a year earlier, and shoes $330m, up 10%. {}Sales were $550m in all, a rise of {}%."
IDLE = "\n\nThe firm has 12 shops, four of them new.\n\nIts founder turned 70 in May.\n\n"


def joint(text):
    _, judgement = check(read_text("a.txt", text.encode()), *english())
    return [(c, {text[e.start : e.end] for e in c.evidence}) for c in judgement.checks if c.rule == "joint-conflict"]


@pytest.mark.parametrize("between", ["", IDLE])
def test_parts_and_total_must_fit_the_year_before(between):
    [(fits, _)] = joint(PARTS.format(10, between, 10))
    assert fits.verdict == "pass"
    [(clash, quoted)] = joint(PARTS.format(10, between, 19))
    assert clash.verdict == "fail" and quoted == {"$220m", "10%", "$330m", "$550m", "19%"}


def test_the_arithmetic_is_told_in_order_and_mended():
    [(clash, _)] = joint(PARTS.format(10, "", 19))
    assert len(clash.steps) == 4 and clash.steps[0].startswith("$220m = ") and clash.steps[-1].startswith("$550m = ")
    assert "10%" in [s.text for s in clash.suggestions[:3]]


def test_what_is_part_of_another_finding_is_not_told_twice():
    text = PARTS.format(10, "", 19) + " Of 200 pairs, 100 (50%) were brown."
    wrong = text.replace("$550m in all", "$550m in all, $100m more than last year's $400m")
    _, judgement = check(read_text("a.txt", wrong.encode()), *english())
    fails = [c for c in judgement.checks if c.verdict == "fail"]
    places = [{(e.start, e.end) for e in c.evidence} for c in fails]
    assert not any(a & b for a in places for b in places if a is not b and "joint-conflict" in {c.rule for c in fails})


FERRY = {
    "a.txt": "The turnover of the Skarra ferry was 4.2 million euros in 2021.",
    "b.txt": "News.\n\nIn 2021 the turnover of the Skarra ferry was {}.",
    "c.txt": "The turnover of the Skarra ferry was 5.1 million euros in 2022.",
}


@pytest.mark.parametrize("said, findings", [("4.8 million euros", ["b.txt"]), ("4.25 million euros", []), ("4.2 million dollars", [])])
def test_documents_are_compared_on_request(tmp_path, said, findings):
    for name, text in FERRY.items():
        (tmp_path / name).write_text(text.format(said))
    found = [d for d in run([str(tmp_path)], across=True).documents if any(c.rule == "across-documents" for c in d.checks)]
    assert [d.path.rpartition("/")[2] for d in found] == findings
    for document in found:
        [check] = [c for c in document.checks if c.rule == "across-documents"]
        assert check.verdict == "fail" and check.evidence[0].line == 3 and check.assumed[0].source.endswith("a.txt:1")
    assert not any(c.rule == "across-documents" for d in run([str(tmp_path)]).documents for c in d.checks)


def test_implied_facts_are_listed_on_request(tmp_path, capsys):
    file = tmp_path / "a.txt"
    file.write_text("In 2022, the total value of bonded maintenance reached 198.4 billion yuan, a year-on-year increase of 32.7%.")
    _main(["run", str(file)])
    assert "implied" not in capsys.readouterr().out
    _main(["run", str(file), "--implied"])
    assert "bonded maintenance, 2021: 149,416,000,000 to 149,605,000,000 CNY" in capsys.readouterr().out


def test_a_file_of_facts_is_an_option(tmp_path, capsys):
    (tmp_path / "f.toml").write_text('[[fact]]\nsubject = "Norland"\nmeasure = "foreign trade"\nperiod = "2022"\nvalue = "50 billion euros"\nsource = "the office"\n')
    (tmp_path / "a.txt").write_text("In 2022, the value of the ports reached 20 billion euros, accounting for 30% of Norland's foreign trade.")
    assert _main(["run", str(tmp_path / "a.txt"), "--facts", str(tmp_path / "f.toml")]) == 1
    out = capsys.readouterr().out
    assert "known-fact" in out and "50 billion euros (the office)" in out


def implied(text):
    _, judgement = check(read_text("a.txt", text.encode()), *english())
    return {f.fact: (float(f.interval.lo), float(f.interval.hi), f.unit, [text[a:b] for a, b in f.figures]) for f in judgement.implied}


def test_what_several_relations_determine_together_is_implied():
    found = implied("Boots brought in $220m, 10% more than a year earlier, and shoes $330m, up 10%. Sales were $550m in all.")
    low, high, unit, figures = found["Sales, a year earlier"]
    assert (round(low / 1e6), round(high / 1e6), unit, figures) == (497, 503, "USD", ["$220m", "10%", "$330m", "10%"])
    low, high, unit, figures = found["Sales, change, a year earlier"]
    assert (round(low, 1), round(high, 1), unit, figures[-1]) == (9.2, 10.8, "percent", "$550m")


def test_a_balance_is_carried_back_with_its_sides():
    found = implied("Revenue rose 12% to $5.6m in 2023. Costs fell 5% to $3.8m in 2023. Profit was $1.8m.")
    assert {name: round(low / 1e6, 1) for name, (low, *_) in found.items()} == {"Revenue, before": 4.9, "Costs, before": 3.9, "Profit, before": 0.9}


@pytest.mark.parametrize("text", [
    "Boots brought in $220m, 10% more than in May, and shoes $330m, up 10% on the previous quarter. Sales were $550m in all.",  # other times
    "Boots brought in $220m, more than 10% above last year, and shoes $330m, up 10%. Sales were $550m in all.",  # a bound
    "Boots brought in $220m, 10% more than a year earlier, and shoes $330m. Sales were $550m in all.",
])  # fmt: skip
def test_nothing_is_carried_back_that_is_not_told_of_all_parts_from_one_time(text):
    assert not [name for name in implied(text) if name.startswith("Sales")]


def test_what_the_text_says_itself_is_not_implied():
    text = "Exports of the region were 240 million euros, a rise of 20%. {}"
    assert "Exports of the region, before" in implied(text.format(""))
    assert not implied(text.format("The year before, they had come to 200 million euros."))


def test_a_count_that_would_come_in_pieces_is_not_implied():
    assert not implied("The band had five songs in the charts, up 33%.")


def test_implied_facts_stand_in_the_report_with_their_period_and_figures():
    from checker.reporting.build import document_report
    from checker.reporting.discreet import without_quotes
    from checker.reporting.report import report_of

    text = "Boots brought in $220m, 10% more than a year earlier, and shoes $330m, up 10%. Sales were $550m in all."
    report = document_report(*check(read_text("a.txt", text.encode()), *english()))
    [fact] = [f for f in report.implied if f.fact == "Sales, a year earlier"]
    assert fact.period == "a year earlier" and [f.text for f in fact.figures] == ["$220m", "10%", "$330m", "10%"]
    assert all(text[f.start : f.end] == f.text and f.line == 1 for f in fact.figures)
    assert "year earlier" not in str(without_quotes(report_of((report,), ())).documents[0].implied)


SKARRA = "The turnover of the Skarra ferry was 4.2 million euros in 2021."
FORMS = {
    "list.md": "# Figures\n\n- Turnover of the Skarra ferry in 2021: {}\n- Crew: 12\n",
    "head.md": "# Turnover of the Skarra ferry 2021: {}\n\nIt sails twice a day.\n",
    "table.md": "# Report\n\n| | 2020 | 2021 |\n|---|---|---|\n| Turnover of the Skarra ferry | €4.1 million | {} |\n| Crew of the Skarra ferry | 11 | 12 |\n",
}


def across(folder, name, text):
    (folder / "a.txt").write_text(SKARRA)
    (folder / name).write_text(text)
    found = [(d.path.rpartition("/")[2], c) for d in run([str(folder)], across=True).documents for c in d.checks if c.rule == "across-documents"]
    return [(path, c.evidence[0].text, c.assumed[0].source.rpartition("/")[2]) for path, c in found]


@pytest.mark.parametrize("name", FORMS)
def test_lists_headlines_and_tables_state_facts_too(tmp_path, name):
    assert across(tmp_path, name, FORMS[name].format("€4.8 million")) == [(name, "€4.8 million", "a.txt:1")]
    assert across(tmp_path, name, FORMS[name].format("€4.2 million")) == []


@pytest.mark.parametrize("text", [
    "Turnover of the Skarra ferry in 2021: 4.8 million euros of fares alone.",  # a part of it
    "Turnover of the Skarra ferry in 2021, forecast: 4.8 million euros to 5 million euros.",
    "| | 2021, budget |\n|---|---|\n| Turnover of the Skarra ferry | €4.8 million |\n| Crew of the Skarra ferry | 11 |\n",  # not that year as it was
    "| | 2021 |\n|---|---|\n| Turnover of the Skarra ferry | 4.8 |\n| Crew of the Skarra ferry | 11 |\n",  # in what unit is not said
])  # fmt: skip
def test_what_may_be_another_fact_is_not_compared(tmp_path, text):
    assert across(tmp_path, "b.md", text) == []
