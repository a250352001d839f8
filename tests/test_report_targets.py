"""Where reports go: what `--output` and `--format` mean together, and that mistakes are told before the work."""

import json
import os

import pytest

from checker import __main__, pipeline
from checker.errors import UsageError
from checker.reporting import FORMATS
from checker.reporting.targets import Target, targets

WRONG = "Of the 180 parks in the county, 144, or 70%, are open to the public.\n"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "wrong.txt").write_text(WRONG)
    (tmp_path / "out").mkdir()
    return tmp_path


def call(*arguments) -> int:
    return __main__._main(list(map(str, arguments)))


# ---------------------------------------------------------------- what is meant


@pytest.mark.parametrize(
    ("outputs", "format", "meant"),
    [([], None, [("text", "-")]), ([], "github", [("github", "-")]), (["a.json"], None, [("json", "a.json")]),
     (["a.sarif.json"], None, [("sarif", "a.sarif.json")]), (["A.HTML"], None, [("html", "A.HTML")]), (["a"], None, [("text", "a")]),
     (["a.log"], "json", [("json", "a.log")]), (["out/a.b.xml"], None, [("junit", "out/a.b.xml")]), (["gitlab=gl.json"], None, [("gitlab", "gl.json")]),
     (["html=x", "sarif=-", "c.md"], None, [("html", "x"), ("sarif", "-"), ("markdown", "c.md")]), (["./a=b.json"], None, [("json", "./a=b.json")]),
     (["json=a=b"], None, [("json", "a=b")]), (["-"], None, [("text", "-")]), (["html=x", "y"], "json", [("html", "x"), ("json", "y")])],
)  # fmt: skip
def test_targets(folder, outputs, format, meant):
    assert targets(outputs, format) == tuple(Target(*pair) for pair in meant)


@pytest.mark.parametrize(
    ("outputs", "format", "told"),
    [(["a.docx"], None, "ending of a.docx means no format"), (["sarfi=a"], None, "unknown format: sarfi"), ([], "xml", "unknown format: xml"),
     (["none/a.json"], None, "no such folder"), (["text=out"], None, "it is a folder"), (["a.json", "html=a.json"], None, "two reports for a.json"),
     (["a.json", "out/../a.json"], None, "two reports for"), (["-", "json=-"], None, "two reports for standard output"),
     (["html=a"], "json", "--output json=FILE"), (["a.json", "b.json"], "json", "needs one --output FILE")],
)  # fmt: skip
def test_mistakes_are_told(folder, outputs, format, told):
    with pytest.raises(UsageError, match=told):
        targets(outputs, format)


def test_every_ending_means_one_format():
    endings = [ending for entry in FORMATS.values() for ending in entry.endings]
    assert len(set(endings)) == len(endings) and all(not e or e.startswith(".") for e in endings)


# ---------------------------------------------------------------- what is written


def test_several_reports_of_one_run(folder, capsys):
    assert call("run", "wrong.txt", "--output", "out/a.json", "--output=html=out/b", "--output", "github=-") == 1
    assert json.loads((folder / "out/a.json").read_text())["summary"]["fail"] == 1
    assert (folder / "out/b").read_text().startswith("<!doctype html>")
    assert capsys.readouterr().out.startswith("::error file=wrong.txt,line=1,")


def test_a_mistake_costs_no_work(folder, monkeypatch, capsys):
    monkeypatch.setattr(pipeline, "run", lambda *_: pytest.fail("worked before it complained"))
    assert call("run", "wrong.txt", "--output", "none/a.json") == 2
    assert capsys.readouterr().err == "factcheck: cannot write none/a.json: no such folder\n"


def test_a_report_that_cannot_be_rendered_leaves_all_as_they_were(folder, monkeypatch):
    (folder / "out/a.json").write_text("old")
    monkeypatch.setattr("checker.reporting.sarif.render", lambda *_: 1 / 0)
    assert call("run", "wrong.txt", "--output", "out/a.json", "--output", "out/b.sarif") == 4
    assert os.listdir("out") == ["a.json"] and (folder / "out/a.json").read_text() == "old"


def test_reports_without_quotes(folder):
    assert call("run", "wrong.txt", "--no-quotes", "--output", "out/a.json", "--output", "out/b.html", "--output", "out/c.txt") == 1
    for name in ("a.json", "b.html", "c.txt"):
        assert "county" not in (folder / "out" / name).read_text("utf-8")


def test_a_run_loads_no_format_but_its_own(folder):
    import subprocess
    import sys

    names = [f"checker.reporting.{entry.module}" for name, entry in FORMATS.items() if name != "text"]
    code = f"import sys\nfrom checker.__main__ import _main\n_main(['run', 'wrong.txt'])\nprint([n for n in {names!r} if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(pipeline.__file__))})
    assert done.stdout.splitlines()[-1] == "[]", done.stderr
