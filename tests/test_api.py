"""The program as a library, and what the wheel holds."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import checker
from checker import FactcheckError, Report, check_path, check_text, render
from checker.authoring import scaffold
from checker.errors import FilesRefused, ReadError, UsageError

HOME = Path(__file__).resolve().parent.parent
WRONG = "Of the 180 parks in the county, 144, or 70%, are open to the public.\n"


def python(code, cwd=HOME):
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, capture_output=True, text=True, check=True).stdout


def fails(report):
    return [check.rule for document in report.documents for check in document.checks if check.verdict == "fail"]


def test_a_text_has_the_report_of_a_run(tmp_path, capsys):
    from checker import __main__

    file = tmp_path / "a.md"
    file.write_text(WRONG)
    __main__._main(["run", str(file), "--format", "json"])
    told = capsys.readouterr().out
    assert json.loads(render(check_path(file), "json")) == json.loads(told)
    assert json.loads(render(check_text(WRONG, path=file), "json")) == json.loads(told)


def test_several_paths_make_one_report(tmp_path):
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(WRONG)
    report = check_path(tmp_path / "b.md", tmp_path / "a.txt")
    assert isinstance(report, Report) and report.summary.fail == 2
    assert [Path(document.path).name for document in report.documents] == ["b.md", "a.txt"]


def test_nothing_is_printed(capfd):
    check_text(WRONG)
    assert capfd.readouterr() == ("", "")


def test_a_configuration_holds_for_the_texts_below_it(tmp_path):
    (tmp_path / "factcheck.toml").write_text('ignore = ["share-of-total"]\n')
    path = tmp_path / "a.md"
    assert fails(check_text(WRONG, path=path)) == []
    assert fails(check_text(WRONG, path=path, isolated=True)) == ["share-of-total"]
    assert fails(check_text(WRONG, config=str(tmp_path / "factcheck.toml"))) == []


def test_a_text_without_a_path_knows_no_configuration(tmp_path, monkeypatch):
    (tmp_path / "factcheck.toml").write_text('ignore = ["share-of-total"]\n')
    monkeypatch.chdir(tmp_path)
    assert fails(check_text(WRONG)) == ["share-of-total"]


def test_rules_are_chosen_by_name():
    assert fails(check_text(WRONG, ignore=["share-*"])) == []
    assert fails(check_text(WRONG, select=["share-of-total"])) == ["share-of-total"]


def test_known_facts_are_held_against_a_text(capsys):
    from checker import __main__

    [seed] = (HOME / "seeds").glob("002_*.txt")
    facts = HOME / "seeds" / "facts.toml"
    wrong = seed.read_text("utf-8").replace("8.4 trillion", "6.4 trillion")
    report = check_text(wrong, facts=[facts])
    assert "known-fact" in fails(report) and "known-fact" in {rule.id for rule in report.rules}
    assert "known-fact" not in fails(check_text(wrong))
    __main__._main(["run", str(seed), "--isolated", "--facts", str(facts), "--format", "json"])
    assert json.loads(render(check_path(seed, isolated=True, facts=[facts]), "json")) == json.loads(capsys.readouterr().out)


def test_nothing_is_left_on_disk(tmp_path):
    (tmp_path / "factcheck.toml").write_text('fail-on = "warn"\n')
    (tmp_path / "a.md").write_text(WRONG)
    check_path(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "factcheck.toml"]


def test_rules_of_ones_own_are_read_again_when_they_change(tmp_path):
    file, text = tmp_path / "folded-sheets.toml", "The booklet has 48 pages on 14 folded sheets."
    file.write_text(scaffold.text("folded-sheets"))
    assert fails(check_text(text, rules=[tmp_path])) == ["folded-sheets"]
    file.write_text(scaffold.text("folded-sheets").replace("4 * sheets", "2 * sheets").replace("= 4", "= 2"))
    assert fails(check_text("The booklet has 48 pages on 24 folded sheets.", rules=[tmp_path])) == []
    file.unlink()
    assert fails(check_text(text, rules=[tmp_path])) == []


def test_a_lone_surrogate_keeps_its_place():
    [check] = [c for c in check_text("\ud83c " + WRONG).documents[0].checks if c.verdict == "fail"]
    assert [e.start for e in check.evidence] == [9, 34, 42]


@pytest.mark.parametrize(
    ("call", "error"),
    [
        (lambda folder: check_path(folder / "none.md"), UsageError),
        (lambda folder: check_text(WRONG, rules=[folder / "none"]), FilesRefused),
        (lambda folder: check_text(WRONG, path="a.xyz"), ReadError),
        (lambda folder: check_text(WRONG, config=str(folder / "none.toml")), UsageError),
        (lambda folder: check_text(WRONG, select=["share-of-totl"]), FactcheckError),
        (lambda folder: check_path(folder, ignore=["share-of-totl"]), FactcheckError),
        (lambda folder: render(check_text(WRONG), "xml"), UsageError),
    ],
)
def test_what_is_wrong_is_told_by_one_family_of_errors(tmp_path, call, error):
    with pytest.raises(error) as raised:
        call(tmp_path)
    assert isinstance(raised.value, FactcheckError)


def test_an_unknown_name_is_an_error():
    with pytest.raises(AttributeError, match="no attribute 'check_txt'"):
        checker.check_txt
    assert set(checker.__all__) <= set(dir(checker))


def test_importing_costs_nothing():
    code = "import sys, checker; print([name for name in sys.modules if name.startswith('checker.')])"
    assert python(code).strip() == "[]"
    heavy = ("typer", "rich", "pydantic", "sympy", "pint", "pygls", "asyncio")
    code = f"import sys; from checker import check_text; check_text('Of 40 parks, 30 (75%) are open.'); print([n for n in {heavy} if n in sys.modules])"
    assert python(code).strip() == "[]"


def test_the_wheel_holds_what_the_program_reads(tmp_path):
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path], cwd=HOME, check=True, capture_output=True)
    [wheel] = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    package = HOME / "checker"
    needed = {path.relative_to(HOME).as_posix() for path in package.rglob("*") if path.suffix not in (".pyc", "") and "__pycache__" not in path.parts}
    assert needed | {"checker/py.typed", "checker/_rules/balance.toml"} <= names
