"""The documentation is true: its sessions are run again, its links lead somewhere, its commands are there."""

import doctest
import re
from pathlib import Path

import pytest
import typer.main
from console import BLOCK, again, commands

from checker.cli import app

HOME = Path(__file__).resolve().parent.parent
PAGES = sorted([HOME / "README.md", HOME / "rules" / "README.md", *(HOME / "docs").glob("*.md")])
ASIDE = {"relations.md", "findings.md", "extraction.md", "scores.md"}  # tables of measurements, with tests of their own
PROGRAM = typer.main.get_command(app)
COMMANDS = PROGRAM.commands
README = (HOME / "README.md").read_text("utf-8")


def name(page):
    return str(page.relative_to(HOME))


@pytest.mark.parametrize("page", [path for path in PAGES if BLOCK.search(path.read_text("utf-8"))], ids=name)
def test_a_session_prints_what_the_page_shows(page, tmp_path):
    text = page.read_text("utf-8")
    assert again(text, tmp_path) == text, f"run: make docs ({page.name})"


def test_a_session_that_is_not_true_is_noticed(tmp_path):
    assert again("```console\n$ echo 5\n6\n```\n", tmp_path) == "```console\n$ echo 5\n5\n```\n"


def test_commands_of_several_lines_are_one():
    assert commands("$ cat <<E\n> a\n> b\n> E\na\n> no prompt\n$ echo c\n") == ["$ cat <<E\n> a\n> b\n> E", "$ echo c"]


def test_the_newcomers_page_ends_in_a_failing_check():
    session = BLOCK.findall((HOME / "docs" / "newcomer.md").read_text("utf-8"))
    assert session[-1].rstrip().endswith("exit code 1")
    told = " ".join(session)
    assert all(f"factcheck {command}" in told for command in ("run", "rules", "explain", "new-rule", "test-rules", "baseline"))


def test_the_pages_about_the_library_hold(monkeypatch):
    monkeypatch.chdir(HOME)
    result = doctest.testfile(str(HOME / "docs" / "library.md"), module_relative=False)
    assert (result.failed, result.attempted > 5) == (0, True)


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page):
    for target in re.findall(r"\]\(([^)#\s]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), target


def named(text):
    """The commands and options that a page names, in blocks and between backticks."""
    code = "\n".join(re.findall(r"^```(?!console)\w*\n(.*?)^```$", text, re.DOTALL | re.MULTILINE) + re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text))
    return re.findall(r"(?<![\w/.-])factcheck ([a-z-]+)([^\n|#&]*)", code)


@pytest.mark.parametrize("page", [path for path in PAGES if path.name not in ASIDE], ids=name)
def test_commands_and_options_on_a_page_are_there(page):
    for command, rest in named(page.read_text("utf-8")):
        if command.startswith("-"):
            assert command in {"--help"}.union(*(param.opts for param in PROGRAM.params)), f"factcheck {command}"
            continue
        assert command in COMMANDS, f"factcheck {command}"
        found = COMMANDS[command]
        parts = [found, *getattr(found, "commands", {}).values()]
        known = {option for part in parts for param in part.params for option in param.opts} | {"--help", "--version"}
        options = {word.split("=")[0] for word in rest.split() if re.match(r"--?[a-z]", word)}
        assert options <= known, f"factcheck {command} {rest}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_an_example_and_a_place_in_the_readme(command):
    assert COMMANDS[command].help and (COMMANDS[command].epilog or "").startswith("Example: ") or hasattr(COMMANDS[command], "commands")
    assert f"`factcheck {command} " in README or f"`factcheck {command}`" in README
