"""The commands for people who write rules: list, explain, draft, try."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from checker import __main__, compile, rule_commands, rule_pages
from checker.authoring import manual, scaffold
from checker.rulebook import load_rules, shipped_rules

HOME = Path(__file__).resolve().parent.parent
WRONG = 'text    = "The booklet has 48 pages on 14 folded sheets."'


@pytest.fixture
def call(capsys):
    """Run a command: its exit code, what it prints and what it complains about."""

    def called(*arguments):
        code = __main__._main(list(map(str, arguments)))
        shown = capsys.readouterr()
        return code, shown.out, shown.err

    return called


@pytest.fixture
def house(tmp_path, call):
    """A folder with the draft of one rule."""
    assert call("new-rule", "folded-sheets", "--into", tmp_path / "house")[0] == 0
    return tmp_path / "house"


# ---------------------------------------------------------------- rules


def test_every_rule_is_listed_with_its_severity_and_what_must_hold(call):
    code, out, _ = call("rules")
    assert code == 0
    assert [line.split()[:2] for line in out.splitlines()] == [[rule.id, rule.severity] for rule in shipped_rules()]
    assert all(line.endswith(rule.title) for line, rule in zip(out.splitlines(), shipped_rules()))


def test_the_list_for_programs_names_equation_and_roles(call):
    listed = {entry["id"]: entry for entry in json.loads(call("rules", "--format", "json")[1])}
    assert listed["share-of-total"]["equation"] == "share == part / whole"
    assert listed["share-of-total"]["roles"] == {"part": ["level"], "whole": ["level"], "share": ["share"]}


def test_rules_of_ones_own_are_listed_too(call, house):
    assert "folded-sheets" in call("rules", "--rules", house)[1]
    assert "folded-sheets" not in call("rules")[1]


def test_rules_of_the_configuration_are_known_where_it_stands(call, house, monkeypatch):
    (house.parent / "factcheck.toml").write_text('rules = ["house"]\n')
    monkeypatch.chdir(house.parent)
    assert "folded-sheets" in call("rules")[1]
    assert call("explain", "folded-sheets")[0] == 0


def test_an_unknown_format_is_refused(call):
    assert call("rules", "--format", "xml") == (2, "", "factcheck: unknown format: xml. Try: text, json\n")


# ---------------------------------------------------------------- explain


@pytest.mark.parametrize("rule", shipped_rules(), ids=lambda rule: rule.id)
def test_nothing_of_a_rule_file_is_left_out(rule):
    """Title, about, equation, roles, messages and the text of each example, with line breaks where they fall."""
    shown = " ".join(manual.explained(rule).split())
    examples = [example for heading in manual.LABELS for example in rule.examples[heading]]
    parts = [rule.id, rule.title, rule.about, rule.equation, *rule.messages.values()]
    parts += [role.name for role in rule.roles] + [example["text"] for example in examples]
    parts += [example["because"] for example in examples if "because" in example]
    assert [part for part in parts if " ".join(part.split()) not in shown] == []


def test_a_rule_is_explained_on_the_terminal_or_as_data(call):
    assert call("explain", "balance")[1].startswith("balance (error)\nA balance is the difference of its two sides.\n")
    assert json.loads(call("explain", "balance", "--format", "json")[1])["examples"]["inconsistent"]


def test_what_reports_call_a_rule_can_be_explained(call):
    assert call("explain", "suppression")[1].startswith("suppression (error)\nA suppression must name rules")
    assert call("explain", "across-documents")[1].startswith("across-documents (error)\n")
    assert json.loads(call("explain", "known-fact", "--format", "json")[1])["id"] == "known-fact"


def test_asking_about_rules_starts_no_algebra():
    code = "import sys; from checker.__main__ import _main; _main(['explain', 'balance']); _main(['rules'])\n"
    code += "print([name for name in ('sympy', 'pint', 'pygls') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]", "compiled rules are stale, run: make compile"


def test_an_unknown_rule_suggests_the_nearest(call):
    assert call("explain", "share-of-totl") == (2, "", "factcheck: no rule is called share-of-totl. Try: share-of-total\n")
    assert "Try: factcheck rules" in call("explain", "zzz")[2]


# ---------------------------------------------------------------- new-rule


def test_a_draft_loads_and_its_examples_hold(call, house):
    code, out, _ = call("test-rules", house)
    assert (code, out) == (0, "ok    folded-sheets: 6 of 6 examples hold\n\n6 of 6 examples hold\n")


def test_a_draft_finds_what_no_shipped_rule_knows(call, house, tmp_path):
    (tmp_path / "a.txt").write_text(tomllib.loads(WRONG)["text"])
    assert call("run", tmp_path / "a.txt")[0] == 0
    code, out, _ = call("run", tmp_path / "a.txt", "--rules", house)
    assert code == 1 and "14 sheets make 56 pages, not 48." in out


def test_the_guide_shows_the_draft():
    assert scaffold.text("folded-sheets") in (HOME / "rules" / "README.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Folded_Sheets", "Try: folded-sheets"), ("--", None), ("../up", "Try: up"), ("balance", "Try: another name")],
)
def test_a_name_that_no_rule_may_have_is_refused(call, tmp_path, name, hint):
    code, _, err = call("new-rule", name, "--into", tmp_path)
    assert code == 2 and (hint or "") in err and not list(tmp_path.iterdir())


def test_a_file_that_is_there_is_left_alone(call, house):
    file = house / "folded-sheets.toml"
    file.write_text("mine")
    code, _, err = call("new-rule", "folded-sheets", "--into", house)
    assert code == 2 and "is there already" in err and file.read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(call, house):
    code, _, err = call("new-rule", "more", "--into", house / "folded-sheets.toml")
    assert code == 2 and "cannot write" in err


# ---------------------------------------------------------------- test-rules


def changed(house, old, new):
    file = house / "folded-sheets.toml"
    source = file.read_text()
    assert old in source
    file.write_text(source.replace(old, new))
    return file, source[: source.index(old)].count("\n") + 1


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("48 pages on 12 folded", "48 pages on 13 folded", "consistent 1: something fails: fail by folded-sheets: 13 sheets make 52"),
        ("has 48 pages on 12 folded", "has 48 leaves on 12 folded", "consistent 1: the rule says nothing about it; there is: nothing"),
        ("has 48 pages on 14 folded", "has 56 pages on 14 folded", "inconsistent 1: the rule does not say fail; there is: pass by"),
        ("and costs 12 euros", "and needs 12 sheets", "silent 1: the rule is not silent: pass by folded-sheets"),
    ],
)  # fmt: skip
def test_an_example_that_does_not_hold_is_told_with_its_place(call, house, old, new, fault):
    file, line = changed(house, old, new)
    if "clash" not in file.read_text().splitlines()[line]:
        line -= 1  # the heading stands above the text
    if "56 pages on 14" in new:
        changed(house, 'clash   = ["48", "14"]', 'clash = ["56", "14"]')
    code, out, _ = call("test-rules", house)
    assert code == 1 and "FAIL  folded-sheets: 5 of 6 examples hold" in out
    assert f"{file}:" in out and fault in out
    assert [int(row.split(":")[1]) for row in out.splitlines() if row.startswith(f"  {file}:")][0] in (line, line - 1)


def test_figures_that_clash_must_be_those_that_the_rule_names(call, house):
    changed(house, 'clash   = ["48", "14"]', 'clash = ["48", "folded"]')
    assert "the rule names 14, 48, not 48, folded" in call("test-rules", house)[1]


def test_a_wanted_example_that_is_read_asks_to_be_moved(call, house):
    with open(house / "folded-sheets.toml", "a") as file:
        file.write('[[wanted]]\ntext = "It has 40 pages on 10 sheets."\noutcome = "pass"\n')
    assert "wanted 1: it is read now (pass): make it an example of its kind" in call("test-rules", house)[1]


def test_the_outcome_for_programs_counts_and_places(call, house):
    changed(house, "48 pages on 12 folded", "48 pages on 13 folded")
    code, out, _ = call("test-rules", house, "--format", "json")
    found = json.loads(out)
    assert (code, found["examples"], found["failed"]) == (1, 6, 1)
    [wrong] = [entry for entry in found["results"] if not entry["holds"]]
    assert (wrong["rule"], wrong["heading"], wrong["number"]) == ("folded-sheets", "consistent", 1)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("equation = ", "equaton = ", "unknown key 'equaton'. Try: equation"),
        ("{total} pages ...4", "{totl} pages ...4", "'{totl} pages ...4"),
        ('lang = "en"', 'lang = "en"\nque = "x"', "unknown key 'que'"),
    ],
)
def test_a_file_that_is_no_rule_is_refused(call, house, old, new, complaint):
    changed(house, old, new)
    code, out, err = call("test-rules", house)
    assert (code, out) == (2, "") and complaint in err and str(house / "folded-sheets.toml") in err


def test_wrong_phrases_are_told_before_a_document_is_read(call, house, tmp_path):
    changed(house, "{total} pages ...4", "{totl} pages ...4")
    code, out, err = call("run", tmp_path, "--rules", house)
    assert (code, out) == (2, "") and "{totl}" in err


def test_a_folder_without_rules_is_no_success(call, tmp_path):
    assert call("test-rules", tmp_path)[0] == rule_commands.NO_RULES
    assert call("test-rules", tmp_path / "none")[0] == 2


def test_phrases_of_another_language_are_left_to_its_pack(call, house):
    changed(house, 'lang = "en"', 'lang = "xx"')
    assert "there is: nothing" in call("test-rules", house)[1]


# ---------------------------------------------------------------- pages


def test_a_page_says_what_the_terminal_says():
    for rule in shipped_rules():
        shown = " ".join(manual.page(rule).replace("\\", "").split())
        for heading in manual.LABELS:
            for example in rule.examples[heading]:
                assert " ".join(example["text"].split()).replace("\\", "") in shown


def test_the_pages_are_fresh():
    files = rule_pages.generated()
    assert [path.name for path in [*compile.stale(files), *rule_pages.orphans(files)]] == [], "run: make compile"


def test_the_index_leads_to_every_page():
    index = manual.index(shipped_rules())
    assert [rule.id for rule in shipped_rules() if f"[{rule.id}]({rule.id}.md)" not in index] == []


def test_own_rules_make_a_page(house):
    [rule] = load_rules([house])
    assert "`{sheets} sheets make {pages} pages, as stated.`" in manual.page(rule)
