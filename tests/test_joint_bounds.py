"""Where a bound on the work stops the test of the whole document, the report says so; a solver decides where one is asked."""

import sys

import pytest
from judging_build import SUM, document, rule

from strategies import english

from checker.judging import judge
from checker.model import Frame, Relation, Statement
from checker.pipeline import check
from checker.reading import read_text
from checker.reporting import render
from checker.reporting.build import document_report
from checker.reporting.report import report_of
from checker.solving import conflict as bounds

VILLAGES = "North has 1004 people, south 1002, the coast 1208, and all of them {}."
SPEAKER = rule("joint-conflict", "first == second", "==", ("role", "first"), ("role", "second"), {}, {"first": "measure", "second": "measure"},
               "second", frames=("joint-conflict",), messages={"fail": "{basis} give {implied}, not {stated}."})  # fmt: skip


def villages(total, solver=False):
    """Three villages two by two, and all of them; of none is it said how many people it has."""
    a, b, c = (("village", name, name, "now") for name in "abc")
    parts = ((a, b), (b, c), (a, c), (a, b, c))
    said = tuple(Statement("sum", {"total": (n,), "part": facts}) for n, facts in enumerate(parts))
    doc = document(VILLAGES.format(total), "1004", "1002", "1208", str(total))
    return judge(doc, [], (SUM, SPEAKER), statements=said, solver=solver)


def test_what_propagation_leaves_open_is_nobodys_business_unless_asked():
    assert villages(1707) == judge(document(VILLAGES.format(1707), "1004", "1002", "1208", "1707"), [], (SUM, SPEAKER))


def test_a_missing_solver_is_told_where_it_was_asked_for(monkeypatch):
    monkeypatch.setattr("checker.solving.linear.find_spec", lambda name: None)
    [note] = villages(1707, solver=True).notes
    assert note.startswith("not decided: 4 relations") and "factcheck-numbers[solver]" in note


def test_the_solver_finds_and_explains_what_propagation_cannot():
    pytest.importorskip("z3", reason="the solver is an extra")
    judgement = villages(1707, solver=True)
    assert judgement.notes == ()
    [clash] = [c for c in judgement.checks if c.rule == "joint-conflict"]
    assert clash.verdict == "fail" and len(clash.evidence) == 4 and clash.message == "1004, 1002 and 1208 give 1607, not 1707."
    assert [s.text for s in clash.suggestions[:1]] == ["1607"] and len(clash.steps) == 4
    assert not [c for c in villages(1607, solver=True).checks if c.verdict != "pass"]


PARTS = "Boots brought in $220m, 10% more than a year earlier, and shoes $330m, up 10%. Sales were $550m in all, a rise of 19%."


@pytest.mark.parametrize("name, most, told", [("MOST_EQUATIONS", 2, "not looked at as a whole: 5 relations"), ("_MOST_CONFLICTS", 0, "not all told: 5 relations")])
def test_the_report_tells_which_bound_was_met(monkeypatch, name, most, told):
    read = read_text("a.txt", PARTS.encode())
    assert not check(read, *english())[1].notes
    monkeypatch.setattr(bounds, name, most)
    report = document_report(*check(read, *english()))
    assert any(note.startswith(told) for note in report.notes) and not any(c.rule == "joint-conflict" for c in report.checks)
    assert told in render(report_of((report,), ()), "text") and told in render(report_of((report,), ()), "json")


def test_propagation_that_is_stopped_is_told(monkeypatch):
    monkeypatch.setattr(sys.modules["checker.solving.propagate"], "_VISITS", 0)
    [note] = check(read_text("a.txt", PARTS.encode()), *english())[1].notes
    assert note.startswith("not decided: the work on 5 relations")


def test_figures_that_are_all_stated_need_no_word(monkeypatch):
    """What they contradict by rounding alone is never a finding, so that nothing is lost."""
    monkeypatch.setattr(bounds, "MOST_EQUATIONS", 0)
    doc = document("1004 and 703 make 1707, and 703 and 1004 do.", "1004", "703", "1707", "703", "1004")
    sums = [Relation(SUM, (Frame("x", (0, 1), {"total": (2,), "part": p}, {}, pinned=frozenset(["total", "part"])),)) for p in ((0, 1), (3, 4))]
    assert judge(doc, sums, (SUM, SPEAKER)).notes == ()
