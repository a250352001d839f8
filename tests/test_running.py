"""How a run goes about its documents: gates, the cache, several processes, the bar, what git says has changed."""

import json
import os
import subprocess
import sys
from decimal import Decimal

import pytest
from project import RIGHT, WRONG, project  # noqa: F401  # a fixture

import checker
from checker import pipeline
from checker.reporting.report import DocumentReport
from checker.running.parallel import WORTH_IT, mapped, processes
from checker.running.progress import CLEAR, watched
from checker.running.stored import from_data, to_data
from checker.settings import AUTO, Settings

GRADED = '[severity]\nshare-of-total = "warning"\n'
UNTOLD = "The hall has 12 doors. It rained for 40 days in a village of 3,141 people.\n"


# ---------------------------------------------------------------- gates


@pytest.mark.parametrize(
    ("text", "config", "options", "code"),
    [
        (RIGHT, "", [], 0),
        (WRONG, "", [], 1),
        (WRONG, "", ["--fail-on", "never"], 0),
        (WRONG, 'fail-on = "never"', [], 0),
        (WRONG, 'fail-on = "never"', ["--fail-on", "fail"], 1),
        (WRONG, GRADED, [], 0),
        (WRONG, GRADED, ["--fail-on", "warn"], 1),
        (WRONG, GRADED.replace("warning", "note"), ["--fail-on", "warn"], 0),
        (UNTOLD, "", [], 0),
        (UNTOLD, "", ["--min-coverage", "0"], 0),
        (UNTOLD, "", ["--min-coverage", "1"], 5),
        (UNTOLD, "min-coverage = 0.5", [], 5),
        (RIGHT, "", ["--min-coverage", "100"], 0),
        ("No figures at all.", "", ["--min-coverage", "100%"], 0),
        (WRONG + UNTOLD, "", ["--min-coverage", "99"], 1),
    ],
)
def test_exit_codes_of_the_gates(project, text, config, options, code):
    project.write(a_txt=text, factcheck_toml=config)
    found, _, err = project.call("run", "a.txt", *options)
    assert found == code
    assert ("numbers were checked, fewer than" in err) == (code == 5)


# ---------------------------------------------------------------- the cache


@pytest.fixture
def counted(project, monkeypatch):  # noqa: F811
    """A project with a configuration, and the documents that were really checked."""
    made, check = [], pipeline.check

    def counting(document, pack, rules, known=(), solver=False):
        made.append(document.path)
        return check(document, pack, rules, known, solver)

    monkeypatch.setattr(pipeline, "check", counting)
    project.write(factcheck_toml="", a_txt=WRONG, b_md=RIGHT)
    project.made = made
    return project


def test_what_has_not_changed_is_not_checked_again(counted):
    first = counted.call("run", ".", "--format", "json")
    assert counted.made == ["a.txt", "b.md"]
    assert counted.call("run", ".", "--format", "json") == first and len(counted.made) == 2
    counted.put("a.txt", RIGHT)
    assert counted.report(".")["summary"]["fail"] == 0 and counted.made[2:] == ["a.txt"]


@pytest.mark.parametrize(
    "change",
    [
        lambda p: p.put("factcheck.toml", 'ignore = ["balance"]'),
        lambda p: p.put("factcheck.toml", "today = 2026-01-01"),
        lambda p: p.put("factcheck.toml", "[hedges]\nabout = 0.2"),
        lambda p: (p.folder / "a.txt").rename(p.folder / "c.txt"),
    ],
)
def test_other_settings_and_names_are_other_results(counted, change):
    counted.call("run", ".")
    change(counted)
    counted.made.clear()
    counted.call("run", ".")
    assert counted.made != []


def test_another_program_takes_nothing_from_it(counted, monkeypatch):
    counted.call("run", ".")
    monkeypatch.setattr("checker.running.cache.__version__", "99.0")
    counted.call("run", ".")
    assert len(counted.made) == 4


def test_a_moved_document_is_found_and_named_rightly(counted):
    counted.call("run", ".")
    (counted.folder / "sub").mkdir()
    (counted.folder / "a.txt").rename(counted.folder / "sub/a.txt")
    assert [d["path"] for d in counted.report(".")["documents"]] == ["b.md", "sub/a.txt"] and len(counted.made) == 2


@pytest.mark.parametrize("damage", [b"", b"\0", b"{}", None])
def test_damaged_entries_are_as_good_as_none(counted, damage):
    first = counted.call("run", ".", "--format", "json")
    for place in (counted.folder / ".factcheck_cache").glob("??/*"):
        content = place.read_bytes()
        place.write_bytes(content.replace(b"fail", b"pass").replace(b"exact", b"hedge") if damage is None else damage)
    assert counted.call("run", ".", "--format", "json") == first and len(counted.made) == 4


def test_the_folder_tells_others_to_pass_it_over(counted):
    counted.call("run", ".")
    folder = counted.folder / ".factcheck_cache"
    assert (folder / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (folder / ".gitignore").read_text() == "*\n"
    assert not list(folder.rglob("*.tmp"))


@pytest.mark.parametrize("off", [["--no-cache"], ["--isolated"]])
def test_it_can_be_left_alone(counted, off):
    counted.call("run", ".", *off)
    assert not (counted.folder / ".factcheck_cache").exists()


def test_it_is_where_the_configuration_says(counted):
    counted.put("factcheck.toml", 'cache = "kept"')
    counted.call("run", "a.txt")
    assert (counted.folder / "kept/CACHEDIR.TAG").exists()
    counted.put("factcheck.toml", "cache = false")
    counted.call("run", "a.txt")
    assert not (counted.folder / ".factcheck_cache").exists()


def test_a_folder_that_cannot_be_written_to_is_no_error(counted):
    counted.put(".factcheck_cache", "a file is in the way")
    assert counted.call("run", ".")[0] == 1


def test_a_report_comes_back_as_it_went(project):
    project.write(a_txt=WRONG)
    report = pipeline.run(["a.txt"]).documents[0]
    assert from_data(DocumentReport, json.loads(json.dumps(to_data(report)))) == report
    with pytest.raises(ValueError):
        from_data(DocumentReport, to_data(report)[:-1])


# ---------------------------------------------------------------- several processes


def test_results_keep_the_order_of_the_items():
    items = list(range(25))
    assert list(mapped(lambda n: n * n, items, 3)) == [n * n for n in items] == list(mapped(lambda n: n * n, items, 1))


def test_what_the_work_raises_is_raised_at_its_place():
    found = mapped(lambda n: 10 // (n - 3), range(6), 2)
    assert [next(found) for _ in range(3)] == [-4, -5, -10]
    with pytest.raises(ZeroDivisionError):
        next(found)


def test_a_worker_that_dies_is_no_silence():
    with pytest.raises(RuntimeError, match="worker"):
        list(mapped(lambda n: os._exit(7) if n == 2 else n, range(5), 2))


def test_a_run_that_is_given_up_leaves_no_process():
    found = mapped(lambda n: n, range(50), 2)
    next(found)
    found.close()
    from multiprocessing import active_children

    assert active_children() == []


def test_the_same_bytes_whatever_the_number_of_jobs(project):
    for number in range(7):
        project.put(f"{number}.txt", WRONG.replace("180", str(180 + number)))
    project.put("bad.txt", "\0")
    first = project.call("run", ".", "--format", "json", "--jobs", "1")
    assert first[0] == 1
    for jobs in ("2", "4", "auto", "0"):
        assert project.call("run", ".", "--format", "json", "--jobs", jobs) == first


@pytest.mark.parametrize(
    ("jobs", "files", "size", "found"),
    [(1, 5, 0, 1), (3, 5, 0, 3), (9, 5, 0, 5), (4, 1, 0, 1), (AUTO, 5, 10, 1), (AUTO, 5, WORTH_IT, 4)],
)
def test_a_process_more_has_to_be_worth_it(tmp_path, monkeypatch, jobs, files, size, found):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: range(4), raising=False)
    paths = []
    for number in range(files):
        paths.append(str(tmp_path / f"{number}.txt"))
        with open(paths[-1], "wb") as file:
            file.truncate(size)
    assert processes(jobs, paths) == found
    assert processes(jobs, [*paths, "-"]) == 1  # only one process has the standard input


# ---------------------------------------------------------------- the bar


def test_the_bar_grows_and_goes():
    written = []
    assert list(watched(iter(range(10)), 10, written.append)) == list(range(10))
    assert len(written) == 11 and written[-1] == CLEAR and "100% of 10 documents" in written[-2]
    assert list(watched(iter(range(3)), 3, written.append)) == [0, 1, 2] and len(written) == 11


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_it_is_shown_on_a_terminal_only(project):
    for number in range(12):
        project.put(f"{number}.txt", "Nothing.")
    assert project.call("run", ".")[2] == ""
    import pty

    leader, follower = pty.openpty()
    given = {**os.environ, "TERM": "xterm", "PYTHONPATH": os.path.dirname(os.path.dirname(checker.__file__))}
    done = subprocess.run([sys.executable, "-m", "checker", "run", "."], stdout=subprocess.PIPE, stderr=follower, env=given, cwd=project.folder)
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    assert "100% of 12 documents" in shown and shown.endswith(CLEAR) and b"%" not in done.stdout.splitlines()[0]


# ---------------------------------------------------------------- what git says has changed


@pytest.fixture
def repository(project, monkeypatch):  # noqa: F811
    for name, value in (("GIT_CONFIG_GLOBAL", os.devnull), ("GIT_CONFIG_NOSYSTEM", "1"), ("GIT_AUTHOR_DATE", "2026-01-01T00:00:00Z")):
        monkeypatch.setenv(name, value)
    project.write(docs__a_txt=WRONG, docs__b_txt=WRONG)
    for arguments in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "first"]):
        subprocess.run(["git", *arguments], check=True, cwd=project.folder)
    return project


def test_only_what_differs_from_a_revision_is_checked(repository):
    code, _, err = repository.call("run", ".", "--diff", "HEAD")
    assert code == 0 and "no document has changed since HEAD" in err
    repository.write(docs__b_txt=WRONG + "\nMore.", new_txt=WRONG)
    assert [path for path, *_ in repository.findings(".", "--diff", "HEAD")] == ["docs/b.txt", "new.txt"]
    assert [path for path, *_ in repository.findings("docs", "--diff", "HEAD")] == ["docs/b.txt"]


@pytest.mark.parametrize(("revision", "said"), [("none-such", "no such revision: none-such"), ("--output=x", "not a revision"), ("", "not a revision")])
def test_a_revision_that_is_none(repository, revision, said):
    code, _, err = repository.call("run", ".", f"--diff={revision}")
    assert code == 2 and said in err and not (repository.folder / "x").exists()


def test_a_folder_that_is_no_repository(project):
    project.write(a_txt=WRONG)
    code, _, err = project.call("run", ".", "--diff", "HEAD")
    assert code == 2 and "not a git repository" in err


def test_a_machine_without_git(repository, monkeypatch):
    monkeypatch.setenv("PATH", str(repository.folder))
    code, _, err = repository.call("run", ".", "--diff", "HEAD")
    assert code == 2 and "git is not installed" in err


def test_settings_are_the_same_wherever_they_come_from():
    """Hashable and equal by value: what is kept by them can be found again."""
    assert len({Settings(min_coverage=Decimal("1.0")), Settings(min_coverage=Decimal(1)), Settings(min_coverage=Decimal("2"))}) == 2
