"""Hooks, action and container, as far as they can be tried without their hosts: every name they use is there, and
their scripts do on this machine what they would do on theirs."""

import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import typer.main
from console import environment

from checker.cli import app
from checker.reading import endings
from checker.reporting import FORMATS

yaml = pytest.importorskip("yaml", reason="needs the extra test")

HOME = Path(__file__).resolve().parent.parent
WRONG = "Of the 180 parks in the county, 144, or 70%, are open to the public.\n"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((HOME / ".pre-commit-hooks.yaml").read_text())}
ACTION = yaml.safe_load((HOME / "action.yml").read_text())
CI = (HOME / "docs" / "ci.md").read_text("utf-8")
COMMANDS = typer.main.get_command(app).commands


def options(command):
    return {option for param in COMMANDS[command].params for option in param.opts}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "wrong.md").write_text(WRONG)
    (tmp_path / "docs" / "right file.md").write_text(WRONG.replace("70%", "80%"))
    return tmp_path


def run(command, folder, **variables):
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={**environment(folder), **variables})


# ---------------------------------------------------------------- pre-commit


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_calls_what_there_is(hook):
    program, command, *rest = shlex.split(hook["entry"])
    assert (program, command, hook["language"]) == ("factcheck", "run", "python")
    assert {word for word in rest if word.startswith("-")} <= options("run")
    assert all(re.search(hook["files"], f"docs/a{ending}") for ending in endings()), "a reader that the hook does not know"
    assert not re.search(hook["files"], "docs/a.py")


def test_the_hook_of_a_document_is_given_names(folder):
    hook = HOOKS["factcheck"]
    assert "pass_filenames" not in hook and "--jobs 1" in hook["entry"], "pre-commit runs it several times at once"
    assert run([*shlex.split(hook["entry"]), "docs/right file.md"], folder).returncode == 0
    assert run([*shlex.split(hook["entry"]), "docs/wrong.md", "docs/right file.md"], folder).returncode == 1


def test_the_hook_of_the_project_is_given_none_and_runs_once(folder):
    hook = HOOKS["factcheck-project"]
    assert (hook["pass_filenames"], hook["require_serial"]) == (False, True)
    assert run(shlex.split(hook["entry"]), folder).returncode == 1


# ---------------------------------------------------------------- the action of GitHub


def script():
    [step] = [step for step in ACTION["runs"]["steps"] if "factcheck run" in step.get("run", "")]
    return step


def acted(folder, **inputs):
    """The step of the action, run with inputs in place of the expressions."""
    given = {name: str(inputs.get(name.replace("-", "_"), entry["default"])) for name, entry in ACTION["inputs"].items()}
    variables = {name: given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]] for name, value in script()["env"].items()}
    summary = folder / "summary.md"
    done = run(["bash", "-eo", "pipefail", "-c", script()["run"]], folder, GITHUB_STEP_SUMMARY=str(summary), **variables)
    return done, summary.read_text() if summary.exists() else ""


def test_no_input_is_pasted_into_a_script():
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])
    used = set(re.findall(r"inputs\.([\w-]+)", (HOME / "action.yml").read_text()))
    assert used == set(ACTION["inputs"])


def test_the_action_annotates_and_summarises(folder):
    done, summary = acted(folder)
    assert done.returncode == 1, done.stderr
    assert "::error file=docs/wrong.md,line=1" in done.stdout
    assert summary.startswith("## factcheck: 1 fail")


def test_the_action_takes_paths_levels_reports_and_arguments(folder):
    done, _ = acted(folder, paths="docs/right file.md\n\ndocs/wrong.md", fail_on="never", outputs="a.sarif\njunit=b.xml", arguments="--isolated")
    assert done.returncode == 0, done.stderr
    assert {"a.sarif", "b.xml"} <= {path.name for path in folder.iterdir()}


def test_the_action_passes_what_agrees(folder):
    assert acted(folder, paths="docs/right file.md")[0].returncode == 0


# ---------------------------------------------------------------- the page about CI


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", CI, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("block", blocks("yaml"))
def test_the_snippets_are_yaml_and_name_what_there_is(block):
    assert yaml.safe_load(block)
    for command, rest in re.findall(r"factcheck (run|baseline)\b([^\n|]*)", block):
        words = shlex.split(rest, comments=True)
        assert {word.split("=")[0] for word in words if word.startswith("--")} <= options(command)
        for kind in re.findall(r"--output (\w+)=", rest):
            assert kind in FORMATS
    assert set(re.findall(r"^\s*- id: (factcheck[\w-]*)", block, re.MULTILINE)) <= set(HOOKS)


def test_the_snippet_of_gitlab_writes_what_it_hands_over(folder):
    [snippet] = [yaml.safe_load(block) for block in blocks("yaml") if "codequality" in block]
    [job] = snippet.values()
    [command] = [line for line in job["script"] if line.startswith("factcheck")]
    assert run(["bash", "-c", command], folder).returncode == 1
    assert all((folder / file).is_file() for file in job["artifacts"]["reports"].values())
    assert job["artifacts"]["when"] == "always"


def test_the_action_is_used_with_inputs_that_it_has():
    for block in blocks("yaml"):
        for job in (yaml.safe_load(block) or {}).get("jobs", {}).values() if "jobs:" in block else ():
            for step in job["steps"]:
                if "factcheck" in step.get("uses", ""):
                    assert set(step.get("with", {})) <= set(ACTION["inputs"])


# ---------------------------------------------------------------- the container


def test_the_container_copies_all_that_the_program_needs(tmp_path):
    lines = (HOME / "Dockerfile").read_text().splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY")]
    kept = (HOME / ".dockerignore").read_text().splitlines()
    for source in (name for names in copied for name in names):
        assert f"!{source}" in kept, "left out by .dockerignore"
        target = tmp_path / "source" / source
        ignore = shutil.ignore_patterns("__pycache__")
        shutil.copytree(HOME / source, target, ignore=ignore) if (HOME / source).is_dir() else target.parent.mkdir(exist_ok=True) or shutil.copy(HOME / source, target)
    wheel = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", tmp_path / "wheel"]
    subprocess.run(wheel, cwd=tmp_path / "source", check=True, capture_output=True)
    [built] = (tmp_path / "wheel").glob("*.whl")
    shutil.unpack_archive(built, tmp_path / "site", "zip")
    code = f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); from checker.__main__ import _main; sys.exit(_main(sys.argv[1:]))"
    (tmp_path / "wrong.md").write_text(WRONG)
    done = subprocess.run([sys.executable, "-I", "-c", code, "run", "wrong.md"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1 and "144 of 180 is 80%, not 70%." in done.stdout, done.stderr


def test_the_container_starts_a_script_of_the_project():
    text = (HOME / "Dockerfile").read_text()
    project = tomllib.loads((HOME / "pyproject.toml").read_text())["project"]
    [entry] = re.findall(r'ENTRYPOINT \["([\w-]+)"\]', text)
    assert entry in project["scripts"]
    [extra] = re.findall(r"/source\[(\w+)\]", text)
    assert extra in project["optional-dependencies"]
