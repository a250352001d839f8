"""Findings that people let stand: comments, side files, baselines."""

import json
from pathlib import Path

import pytest
from project import RIGHT, WRONG, project  # noqa: F401  # a fixture

from checker.accepting.directives import MOST
from checker.model import Check, Evidence
from checker.reading.comments import comments, without
from checker.reporting.build import fingerprints

SHARE = "share-of-total"
OTHER = "Of the 250 gardens in the town, 100, or 60%, are open to the public.\n"


def told(project, *arguments: str) -> list[str]:
    """What the findings about suppressions say."""
    return [
        check["message"]
        for document in project.report("a.md", *arguments)["documents"]
        for check in document["checks"]
        if check["rule"] == "suppression"
    ]


# ---------------------------------------------------------------- comments: what they cover


@pytest.mark.parametrize(
    "text",
    [
        WRONG.rstrip() + " <!-- factcheck-ignore share-of-total: closed ones are counted -->\n",
        "<!-- factcheck-ignore share-of-total: closed ones are counted -->\n" + WRONG,
        "<!-- factcheck-ignore share-of-total: closed ones are counted -->\n\n" + WRONG,
        "<!-- factcheck-ignore share-of-total:\n  closed ones are counted -->\n" + WRONG.replace("or 70%", "or\n70%"),
        "<!-- factcheck-ignore balance, share-of-total: closed ones are counted -->\n" + WRONG,
        "<!-- factcheck-ignore *: closed ones are counted -->\n" + WRONG,
        "<!-- factcheck-off share-of-total: closed ones are counted -->\n\n" + RIGHT + "\n" + WRONG,
        "<!-- factcheck-off share-of-total: closed ones are counted -->\n\n" + WRONG + "\n<!-- factcheck-on -->\n",
        WRONG + "\n<!-- factcheck-ignore-file share-of-total: closed ones are counted -->\n",
        RIGHT.rstrip() + "\r\r" + WRONG.rstrip() + " <!-- factcheck-ignore share-of-total: closed ones are counted -->\r",
        WRONG.rstrip() + " <!--factcheck-ignore share-of-total until 2026-12-31: closed ones are counted-->\n",
    ],
)
def test_a_comment_accepts_findings_on_its_line_below_it_between_or_everywhere(project, text):
    project.put("a.md", text)
    report = project.report("a.md", "--today", "2026-12-31")
    [accepted] = [check["suppressed"] for d in report["documents"] for check in d["checks"] if check["suppressed"]]
    assert (accepted["by"], accepted["reason"]) == ("comment", "closed ones are counted")
    assert (report["summary"]["fail"], report["summary"]["suppressed"]) == (0, 1)
    assert project.call("run", "a.md", "--today", "2026-12-31")[0] == 0


@pytest.mark.parametrize(
    "text",
    [
        "<!-- factcheck-ignore share-of-total: r -->\n" + RIGHT + "\n" + WRONG,
        RIGHT.rstrip() + " <!-- factcheck-ignore share-of-total: r -->\n\n" + WRONG,
        "<!-- factcheck-off share-of-total: r -->\n<!-- factcheck-on -->\n\n" + WRONG,
        "<!-- factcheck-ignore balance: r -->\n" + WRONG,
        "```\n<!-- factcheck-ignore-file share-of-total: r -->\n```\n\n" + WRONG,
        "`<!-- factcheck-ignore-file share-of-total: r -->`\n\n" + WRONG,
        "<!-- factcheck-ignore-file share-of-total: r\n\n" + WRONG,
    ],
)
def test_it_accepts_nothing_else(project, text):
    project.put("a.md", text)
    assert ("a.md", SHARE, "fail", None) in project.findings("a.md")


def test_plain_text_has_no_comments(project):
    project.put("a.txt", WRONG.rstrip() + " <!-- factcheck-ignore share-of-total: r -->\n")
    assert project.findings("a.txt") == [("a.txt", SHARE, "fail", None)]


def test_what_is_accepted_is_shown_on_demand_and_marked(project):
    project.put("a.md", WRONG.rstrip() + " <!-- factcheck-ignore share-of-total: the annex explains it -->\n")
    assert SHARE not in project.call("run", "a.md")[1]
    shown = project.call("run", "a.md", "-v")[1]
    assert SHARE in shown and "by comment: the annex explains it" in shown


# ---------------------------------------------------------------- comments: what is wrong with them


@pytest.mark.parametrize(
    ("comment", "verdict", "message"),
    [
        ("factcheck-ignore share-of-total", "fail", "it gives no reason. Try: <!-- factcheck-ignore share-of-total: why -->"),
        ("factcheck-ignore share-of-total: ", "fail", "it gives no reason"),
        ("factcheck-ignore: because", "fail", "it names no rule"),
        ("factcheck-ignore shar-of-total: because", "fail", "there is no rule 'shar-of-total'. Did you mean share-of-total?"),
        ("factcheck-ignor share-of-total: because", "fail", "there is no factcheck-ignor. Try: factcheck-ignore,"),
        ("factcheck-ignore share-of-total until May: because", "fail", "May is not a date. Try: 2026-03-31"),
        ("factcheck-on", "fail", "there is no factcheck-off before it"),
        ("factcheck-ignore balance: because", "warn", "holds nothing back: there is no finding of balance."),
        ("factcheck-ignore share-of-total, balance: because", "warn", "there is no finding of balance."),
        ("factcheck-ignore share-of-total until 2026-01-01: because", "warn", "held until 2026-01-01"),
    ],
)
def test_a_comment_that_is_wrong_or_of_no_use_is_a_finding(project, comment, verdict, message):
    text = f"{WRONG.rstrip()} <!-- {comment} -->\n"
    project.put("a.md", text)
    [document] = project.report("a.md", "--today", "2026-01-02")["documents"]
    [found] = [check for check in document["checks"] if check["rule"] == "suppression"]
    assert found["verdict"] == verdict and message in found["message"]
    [place] = found["evidence"]
    assert text[place["start"] : place["end"]] == f"<!-- {comment} -->" and place["line"] == 1


def test_beyond_what_anybody_writes_by_hand_nothing_is_read_and_that_is_told(project):
    project.put("a.md", "<!-- factcheck-off balance: r -->\n" * MOST + "\n\n<!-- factcheck-on -->\n")
    assert told(project)[-1] == f"This suppression is not applied: only the first {MOST} of a document are read"


def test_a_rule_that_is_not_applied_leaves_no_comment_unused(project):
    project.put("a.md", f"{RIGHT.rstrip()} <!-- factcheck-ignore share-of-total: the old figures -->\n")
    assert told(project) != [] and told(project, "--ignore", SHARE) == []


def test_without_a_date_nothing_expires_and_a_note_says_so(project):
    project.put("a.md", f"{WRONG.rstrip()} <!-- factcheck-ignore share-of-total until 2001-01-01: old -->\n")
    [document] = project.report("a.md")["documents"]
    assert "no date is known. Try: --today DATE" in document["notes"][0]
    assert project.findings("a.md") == [("a.md", SHARE, "fail", "comment")]


def test_findings_against_known_facts_can_be_accepted_too(project):
    seeds = Path(__file__).parents[1] / "seeds"
    text = (seeds / "002_4125b0ae6116c59a.txt").read_text("utf-8").replace("8.4 trillion", "6.4 trillion")
    facts = ["--facts", seeds / "facts.toml"]
    project.put("a.md", text)
    assert ("a.md", "known-fact", "fail", None) in project.findings("a.md", *facts)
    project.put("a.md", text + "\n\n<!-- factcheck-ignore-file known-fact: the customs changed their count -->\n")
    found = project.findings("a.md", *facts)
    assert ("a.md", "known-fact", "fail", "comment") in found and "suppression" not in {rule for _, rule, *_ in found}


# ---------------------------------------------------------------- comments are no text


def test_figures_in_comments_are_not_checked(project):
    project.put("a.md", RIGHT + "\n<!-- Of the 180 parks in the county, 144, or 70%, are open. -->\n")
    assert project.findings("a.md") == [] and project.report("a.md")["summary"]["quantities"] == 3


def test_a_comment_tears_no_sentence(project):
    project.put("a.md", "Of the 180 parks in the county, <!-- the 2024 count, 5% off -->144, or 70%, are open.\n")
    assert project.findings("a.md") == [("a.md", SHARE, "fail", None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [("a <!-- b --> c", ["<!-- b -->"]), ("``<!-- b -->`` c", []), ("~~~\n<!-- b -->\n~~~\n<!-- c -->", ["<!-- c -->"]),
     ("<!-- a\nb --> <!-- c", ["<!-- a\nb -->"]), ("`a <!-- b -->", ["<!-- b -->"]), ("<!-- ``` -->\n<!-- c -->", ["<!-- ``` -->", "<!-- c -->"])],
)  # fmt: skip
def test_where_comments_are(text, found):
    assert [text[start:end] for start, end in comments(text)] == found


def test_what_is_left_has_the_same_length_and_lines():
    text = "a <!-- b\r\nc --> d"
    assert without(text, comments(text)) == "a       \r\n      d"


# ---------------------------------------------------------------- side files


def entry(project, **more: str) -> str:
    found = {c["rule"]: c["id"] for d in project.report("a.txt")["documents"] for c in d["checks"]}
    keys = {"path": "a.txt", "id": found[SHARE], "rule": SHARE, "reason": "the annex explains it", **more}
    return "[[suppress]]\n" + "".join(f'{key} = "{value}"\n' for key, value in keys.items() if value)


def test_a_side_file_accepts_by_fingerprint(project):
    project.put("a.txt", WRONG)
    project.write(accepted_toml=entry(project) + "until = 2026-05-01\n", factcheck_toml='suppressions = ["accepted.toml"]')
    project.put("a.txt", "Another 12 sentences stand before it now.\n\n" + WRONG)
    [check] = [c for d in project.report("a.txt", "--today", "2026-05-01")["documents"] for c in d["checks"] if c["suppressed"]]
    assert check["suppressed"] == {"by": "file", "reason": "the annex explains it", "until": "2026-05-01"}
    found = project.findings("a.txt", "--today", "2026-05-02")
    assert found == [("a.txt", SHARE, "fail", None), ("a.txt", "suppression", "warn", None)]


def test_an_entry_that_holds_nothing_back_is_told(project):
    project.put("a.txt", WRONG)
    project.write(accepted_toml=entry(project), b_txt=RIGHT, factcheck_toml='suppressions = ["accepted.toml"]')
    project.put("a.txt", RIGHT)
    [check] = [c for d in project.report("a.txt")["documents"] for c in d["checks"] if c["rule"] == "suppression"]
    assert check["verdict"] == "warn" and "accepted.toml:1 holds nothing back" in check["message"]
    assert project.findings("b.txt") == []  # its document is not in the run


def test_a_side_file_is_refused_with_all_that_is_wrong(project):
    project.put("a.txt", WRONG)
    project.put("factcheck.toml", 'suppressions = ["accepted.toml"]')
    project.put("accepted.toml", '[[suppress]]\npath = "a.txt"\nid = "x"\nrule = ""\nreson = "y"\nuntil = "soon"\n')
    code, _, err = project.call("run", "a.txt")
    assert code == 2
    assert err.splitlines() == [
        "factcheck: accepted.toml:5: suppress[1]: unknown key 'reson'. Did you mean reason?",
        "factcheck: accepted.toml:4: suppress[1].rule: is not a text, or empty. Try: rule = \"...\"",
        "factcheck: accepted.toml:1: suppress[1].reason: is missing. Try: reason = \"...\"",
        "factcheck: accepted.toml:6: suppress[1].until: is not a date. Try: 2026-03-31, without quotes",
    ]


# ---------------------------------------------------------------- baselines


@pytest.fixture
def accepted(project):  # noqa: F811
    """A project whose findings of today are accepted."""
    project.write(docs__a_txt=WRONG + "\n" + OTHER)
    code, out, _ = project.call("baseline", "create", "docs")
    assert (code, out) == (0, "factcheck-baseline.json: 2 findings accepted\n")
    project.put("factcheck.toml", 'baseline = "factcheck-baseline.json"')
    return project


def test_what_was_there_is_accepted(accepted):
    assert {by for *_, by in accepted.findings("docs")} == {"baseline"}
    assert accepted.call("run", "docs")[0] == 0
    assert accepted.call("run", "docs", "--isolated")[0] == 1


def test_it_survives_edits_elsewhere(accepted):
    accepted.write(docs__a_txt=f"A line of 7 words is new here.\n\n{OTHER}\nIn between stands one more.\n\n{WRONG.replace(' in the', chr(10) + 'in the')}")
    assert {by for *_, by in accepted.findings("docs")} == {"baseline"}


def test_another_figure_is_another_finding(accepted):
    accepted.write(docs__a_txt=WRONG.replace("70%", "71%") + "\n" + OTHER)
    assert [by for *_, by in accepted.findings("docs")] == [None, "baseline"]
    assert accepted.call("run", "docs")[0] == 1


def test_copies_are_counted():
    """Two equal findings are accepted, a third one is new: each has an id of its own, counted in the order of the text."""
    sentence = "Total 12. "
    checks = [Check("r", "error", "fail", "m", "e", (Evidence("a", at, at + 8),)) for at in (0, 10, 20)]
    spans = [(at, at + 9) for at in (0, 10, 20)]
    two, three = fingerprints(sentence * 2, tuple(checks[:2]), spans[:2]), fingerprints(sentence * 3, tuple(checks), spans)
    assert three[:2] == two and three[2] not in two


def test_stale_entries_are_told_and_pruned(accepted):
    accepted.write(docs__a_txt=RIGHT + "\n" + OTHER, docs__gone_txt=WRONG)
    assert accepted.call("baseline", "create", "docs")[0] == 0
    accepted.write(docs__a_txt=RIGHT)
    (accepted.folder / "docs/gone.txt").unlink()
    code, _, err = accepted.call("run", "docs")
    assert code == 0 and "2 accepted findings not found any more. Try: factcheck baseline prune" in err
    assert accepted.call("baseline", "prune", "docs")[1] == "factcheck-baseline.json: 0 findings accepted, 2 taken out\n"
    assert json.loads((accepted.folder / "factcheck-baseline.json").read_text())["documents"] == {}


def test_pruning_leaves_other_documents_alone_and_takes_nothing_new(accepted):
    accepted.write(docs__b_txt=WRONG)
    accepted.call("baseline", "prune", "docs/b.txt")
    assert sorted(by or "" for *_, by in accepted.findings("docs")) == ["", "baseline", "baseline"]


def test_it_does_not_matter_where_one_stands(accepted, monkeypatch):
    monkeypatch.chdir(accepted.folder / "docs")
    assert {by for *_, by in accepted.findings("a.txt")} == {"baseline"}
    assert {by for *_, by in accepted.findings(str(accepted.folder / "docs"))} == {"baseline"}


def test_a_warning_that_was_accepted_is_new_as_a_fail(accepted):
    place = accepted.folder / "factcheck-baseline.json"
    place.write_text(place.read_text().replace('"verdict": "fail"', '"verdict": "warn"'))
    assert {by for *_, by in accepted.findings("docs")} == {None}
    accepted.call("baseline", "prune", "docs")
    assert {by for *_, by in accepted.findings("docs")} == {None}


@pytest.mark.parametrize("content", ["", "[]", '{"factcheck-baseline": 2, "documents": {}}', '{"factcheck-baseline": 1, "documents": {"a": [{}]}}'])
def test_what_is_no_baseline_is_refused(accepted, content):
    accepted.put("factcheck-baseline.json", content)
    code, _, err = accepted.call("run", "docs")
    assert code == 2 and "Try: factcheck baseline create" in err
