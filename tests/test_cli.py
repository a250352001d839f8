"""The command line as a user runs it: exit codes, files, standard input, messages."""

import json
import os
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import typer.main

from checker import __main__, __version__, commands, pipeline
from checker.cli import app
from checker.errors import FilesRefused, Problem
from checker.extracting import extract
from checker.language import load_pack
from checker.model import Check, Evidence, Judgement
from checker.reporting.schema import report_schema

HOME = Path(__file__).resolve().parent.parent
RIGHT = "Of the 180 parks in the county, 144, or 80%, are open to the public.\n"
WRONG = "Of the 180 parks in the county, 144, or 70%, are open to the public.\n"


def factcheck(*arguments: str, stdin: bytes = b"", cwd: Path = HOME, **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "checker", *map(str, arguments)],
        input=stdin, capture_output=True, cwd=cwd, env={**os.environ, "PYTHONPATH": str(HOME), **environment},
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "right.txt").write_text(RIGHT)
    (tmp_path / "wrong.md").write_text(WRONG)
    (tmp_path / "plain.txt").write_text("Nothing to count here.")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.fixture
def stages(monkeypatch):
    """Linking and judging played by a stub, so that what the command line does is seen apart from what they find:
    a text fails where 70% stands in it."""

    def check(document, pack, rules, known=(), solver=False):
        extraction = extract(document, pack)
        at = document.text.find("70%")
        if "CRASH" in document.text:
            raise ZeroDivisionError("by hand")
        found = Check("stub", "error", "fail" if at >= 0 else "pass", "It is so.", "a == b", (Evidence("share", max(at, 0), at + 3),))
        return extraction, Judgement((found,), (), ())

    monkeypatch.setattr(pipeline, "load", lambda *folders: (load_pack("en"), ()))
    monkeypatch.setattr(pipeline, "check", check)


def call(*arguments) -> int:
    return __main__._main(list(map(str, arguments)))


# ---------------------------------------------------------------- exit codes


@pytest.mark.parametrize(
    ("files", "code"),
    [(["right.txt"], 0), (["wrong.md"], 1), (["plain.txt"], 0), (["right.txt", "wrong.md"], 1), (["binary.txt"], 3),
     (["binary.txt", "right.txt"], 0), (["binary.txt", "wrong.md"], 1), (["empty"], 3), (["none.txt"], 2),
     (["wrong.md", "none.txt"], 2)],
)  # fmt: skip
def test_exit_codes(stages, folder, files, code, capsys):
    assert call("run", *(folder / name for name in files)) == code


@pytest.mark.parametrize(
    "arguments",
    [["run"], ["run", "--bogus", "x"], ["bogus"], [], ["run", "{}", "--format", "xml"], ["run", "{}", "--format"],
     ["run", "{}", "--output", "{}"], ["run", "{}", "--output", "{}/none/r.json"], ["extract", "{}", "--format", "text"],
     ["run", "{}", "--rules", "{}/none"]],
)  # fmt: skip
def test_bad_usage_is_2_with_a_message_and_no_traceback(folder, arguments):
    done = factcheck(*(argument.replace("{}", str(folder)) for argument in arguments))
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr and (done.stderr or done.stdout).strip()


def test_a_bad_rule_file_is_2_and_tells_all_problems(monkeypatch, folder, capsys):
    def refuse(*folders):
        raise FilesRefused((Problem("a.toml", "bad", line=3), Problem("b.toml", "worse")))

    monkeypatch.setattr(pipeline, "load", refuse)
    assert call("run", folder) == 2
    assert capsys.readouterr().err == "factcheck: a.toml:3: bad\nfactcheck: b.toml: worse\n"


# ---------------------------------------------------------------- run


def test_a_file_that_cannot_be_read_leaves_the_others_alone(stages, folder, capsys):
    (folder / "crash.txt").write_text("CRASH")
    assert call("run", folder, "--format", "json") == 1
    shown = capsys.readouterr()
    report = json.loads(shown.out)
    assert [Path(d["path"]).name for d in report["documents"]] == ["plain.txt", "right.txt", "wrong.md"]
    assert [Path(e["path"]).name for e in report["errors"]] == ["binary.txt", "crash.txt"]
    assert "binary.txt: is not text" in shown.err and "ZeroDivisionError: by hand" in shown.err


def test_the_name_of_a_file_cannot_steer_the_terminal(folder, capsys):
    assert call("run", folder / "\x1b[2Jnone.txt") == 2
    assert "\x1b" not in capsys.readouterr().err


def test_reports_go_to_a_file_whole(stages, folder, capsys):
    target = folder / "report.json"
    target.write_text("old")
    assert call("run", folder / "wrong.md", "--format", "json", "--output", target) == 1
    assert json.loads(target.read_text())["summary"]["fail"] == 1
    assert capsys.readouterr().out == ""
    assert not list(folder.glob(".*.tmp"))


def test_a_report_that_cannot_be_written_leaves_the_old_one(stages, folder, monkeypatch, capsys):
    target = folder / "report.json"
    target.write_text("old")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    assert call("run", folder / "wrong.md", "--output", target) == 2
    assert target.read_text() == "old" and not list(folder.glob(".*.tmp"))
    assert "no space left" in capsys.readouterr().err


def test_a_device_is_written_to_not_replaced(stages, folder):
    assert call("run", folder / "wrong.md", "--output", os.devnull) == 1
    assert not os.path.isfile(os.devnull)


def test_text_is_grouped_by_document(stages, folder, capsys):
    call("run", folder / "wrong.md", folder / "right.txt")
    shown = capsys.readouterr().out
    assert f"{folder}/wrong.md\n  1:41     fail    stub\n" in shown and "right.txt" not in shown
    call("run", folder / "wrong.md", folder / "right.txt", "-v")
    assert "right.txt" in capsys.readouterr().out


# ---------------------------------------------------------------- plain calls and typer


def test_both_parsers_know_the_same_options():
    for name, command in typer.main.get_command(app).commands.items():
        if name not in __main__.OPTIONS:  # left to typer altogether
            continue
        known = {option: param.name for param in command.params for option in param.opts if option.startswith("-")}
        assert known == __main__.OPTIONS[name]
        flags = {param.name for param in command.params if getattr(param, "is_flag", False)}
        assert flags == {name for name in known.values() if name in __main__.FLAGS}
        lists = {param.name for param in command.params if getattr(param, "multiple", False)}
        assert lists == {name for name in known.values() if name in __main__.LISTS}


@pytest.mark.parametrize(
    "arguments",
    ["run a", "run a -", "run a b --format json", "run --format=json a -v", "run a --rules r --rules s --output o",
     "run a --verbose --output=o", "run a --no-quotes --output html=o --output -", "extract a", "extract a --format jsonl --output o", "run a --output=",
     "run a --select x,y --select z --ignore q -j 2 --no-cache --isolated --fail-on warn --min-coverage=5 --today 2026-01-02 --baseline b --diff main",
     "config a --config c"],
)  # fmt: skip
def test_both_parsers_understand_the_same(arguments, monkeypatch):
    calls = []
    for name in __main__.OPTIONS:
        monkeypatch.setattr(commands, name, lambda *given, name=name, **named: calls.append((name, given, named)) or 0)
    assert __main__._typer(arguments.split()) == 0
    name, parameters = __main__.plain_call(arguments.split())
    assert calls == [(name, (), parameters)]


def test_version_and_help():
    assert factcheck("--version").stdout.decode().strip() == f"factcheck {__version__}"
    assert f'version = "{__version__}"' in (HOME / "pyproject.toml").read_text()
    shown = factcheck("run", "--help")
    assert shown.returncode == 0 and b"--output" in shown.stdout
    assert factcheck("--help").returncode == 0


def every_command(group, path=()):
    for name, command in group.commands.items():
        yield from every_command(command, (*path, name)) if hasattr(command, "commands") else [((*path, name), command)]


@pytest.mark.parametrize(("path", "command"), [*every_command(typer.main.get_command(app))])
def test_every_command_helps_with_an_example_that_it_understands(path, command):
    example = (command.epilog or "").removeprefix("Example: ").partition("  ")[0].split()
    assert example[: len(path) + 1] == ["factcheck", *path]
    command.make_context(path[-1], example[len(path) + 1 :])  # raises where there is no such option


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [("rnu a.txt", "run"), ("baseline creat a.txt", "create"), ("confg", "config"), ("run a.txt --outptu b", "--output"), ("--verison", "--version")],
)
def test_what_is_typed_wrongly_is_put_right(arguments, hint):
    done = factcheck(*arguments.split())
    assert done.returncode == 2 and hint in done.stderr.decode()


def test_shells_complete_commands_and_options():
    for words, found in (("factcheck conf", "config"), ("factcheck run --min", "--min-coverage")):
        asked = {"_FACTCHECK_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
        assert factcheck(**asked).stdout.decode().split() == [found]


# ---------------------------------------------------------------- the whole program


def test_a_contradiction_is_found(folder):
    done = factcheck("run", folder / "wrong.md", "--format", "json")
    assert done.returncode == 1, done.stderr.decode()
    report = json.loads(done.stdout)
    jsonschema.validate(report, report_schema())
    [check] = [c for c in report["documents"][0]["checks"] if c["verdict"] == "fail"]
    assert {e["text"] for e in check["evidence"]} >= {"144", "70%"}
    for e in check["evidence"]:
        assert WRONG[e["start"] : e["end"]] == e["text"]


def test_what_agrees_passes(folder):
    done = factcheck("run", folder / "right.txt", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)["summary"]["pass"] > 0) == (0, True)


def test_standard_input(folder):
    done = factcheck("run", "-", "--format", "json", stdin=b"\xef\xbb\xbf" + WRONG.encode())
    assert done.returncode == 1 and json.loads(done.stdout)["documents"][0]["path"] == "-"


def test_the_same_bytes_every_time(folder):
    runs = {factcheck("run", folder, "--format", "json", PYTHONHASHSEED=seed).stdout for seed in "012"}
    assert len(runs) == 1


def test_extract_prints_a_line_a_document(folder):
    done = factcheck("extract", folder, "--format", "jsonl")
    assert done.returncode == 0 and b"binary.txt: is not text" in done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [Path(line["path"]).name for line in lines] == ["plain.txt", "right.txt", "wrong.md"]
    share = next(q for q in lines[2]["quantities"] if q["text"] == "70%")
    assert (share["value"], share["unit"], share["kind"]) == (70, "percent", "percent")


def test_a_reader_that_goes_away_is_no_error(folder):
    for number in range(40):
        (folder / f"{number}.txt").write_text(WRONG * 3)
    command = f"{sys.executable} -m checker run {folder} --format json | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, cwd=HOME)
    assert b"Traceback" not in done.stderr and b"BrokenPipe" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
@pytest.mark.parametrize(("environment", "colours"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colours_on_a_terminal_only(folder, environment, colours):
    import pty

    leader, follower = pty.openpty()
    given = {"PYTHONPATH": str(HOME), "PATH": os.environ["PATH"], "TERM": "xterm", **environment}
    subprocess.run([sys.executable, "-m", "checker", "run", folder / "wrong.md"], stdout=follower, env=given, cwd=HOME)
    os.close(follower)
    assert (b"\x1b[" in os.read(leader, 100_000)) == colours


FRENCH = """Des 180 parcs du comté, 144, soit 70 %, sont ouverts au public. Le reste est fermé depuis l'année dernière, a
déclaré le maire, qui espère que la situation va changer dans les mois à venir avec l'aide de la région et de l'État. Les
habitants attendent depuis longtemps que la ville trouve assez d'argent pour les rouvrir tous avant la fin de l'été."""


def test_a_language_without_a_pack_is_noted_not_checked(folder):
    (folder / "french.txt").write_text(FRENCH, "utf-8")
    [document] = json.loads(factcheck("run", folder / "french.txt", "--format", "json").stdout)["documents"]
    assert (document["language"], document["checks"]) == ("und", [])
    assert "nothing was checked" in document["notes"][0]
