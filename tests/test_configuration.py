"""Configuration: where it is found, what it changes, how it is refused, how it is shown."""

import re
from pathlib import Path

import pytest
from project import RIGHT, WRONG, project  # noqa: F401  # a fixture

from checker.__main__ import USAGE
from checker.configuring import effective
from checker.configuring.schema import json_schema
from checker.errors import FilesRefused, UsageError
from checker.running import gates
from checker.running.plan import about_outputs
from checker.settings import Settings, matches

FAIL = ("a.txt", "share-of-total", "fail", None)


# ---------------------------------------------------------------- where it is found


def test_the_nearest_file_above_the_documents_holds(project):
    project.put("factcheck.toml", 'ignore = ["balance"]')
    project.put("docs/factcheck.toml", 'ignore = ["conversion"]')
    project.put("docs/deep/a.txt", RIGHT)
    project.put("b.txt", RIGHT)
    assert effective(["docs/deep/a.txt"]).file == "docs/factcheck.toml"
    assert effective(["b.txt"]).file == "factcheck.toml"
    assert effective(["docs/deep/a.txt", "b.txt"]).file == "factcheck.toml"  # what holds all of them


def test_standard_input_stands_in_the_working_folder(project):
    project.put("factcheck.toml", 'fail-on = "warn"')
    assert effective(["-"]).settings.fail_on == "warn"


def test_pyproject_counts_where_it_has_the_table(project):
    project.put("a.txt", RIGHT)
    project.put("pyproject.toml", '[project]\nname = "x"\n')
    assert effective(["a.txt"]).file is None
    project.put("pyproject.toml", '[project]\nname = "x"\n\n[tool.factcheck]\nfail-on = "warn"\n')
    found = effective(["a.txt"])
    assert (found.settings.fail_on, found.origins["fail_on"]) == ("warn", "pyproject.toml:5")
    project.put("factcheck.toml", 'fail-on = "never"')
    assert effective(["a.txt"]).settings.fail_on == "never"
    project.put("pyproject.toml", "[tool]\nfactcheck = 3")
    assert "pyproject.toml:2: tool.factcheck: is not a table" in project.call("config", "--config", "pyproject.toml")[2]


def test_config_names_a_file_and_isolated_forbids_any(project):
    project.put("factcheck.toml", 'fail-on = "warn"')
    project.put("other.toml", 'fail-on = "never"')
    assert effective(["-"], config="other.toml").settings.fail_on == "never"
    assert effective(["-"], isolated=True).settings.fail_on == "fail"
    for arguments in (["--config", "none.toml"], ["--config", "other.toml", "--isolated"]):
        assert project.call("run", "-", *arguments)[0] == 2


def test_without_a_file_everything_is_as_it_is_by_itself(project):
    found = effective(["-"])
    assert found.settings == Settings(base=str(project.folder)) and set(found.origins.values()) == {"default"}


def test_the_command_line_wins_and_adds_to_what_is_ignored(project):
    project.put("factcheck.toml", 'fail-on = "warn"\nignore = ["balance"]')
    found = effective(["-"], given={"fail_on": "never", "ignore": ("account",), "jobs": None})
    assert (found.settings.fail_on, found.settings.ignore, found.settings.jobs) == ("never", ("balance", "account"), 0)
    assert (found.origins["fail_on"], found.origins["ignore"]) == ("command line", "factcheck.toml:2, command line")


# ---------------------------------------------------------------- what it changes


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("", [FAIL]),
        ('ignore = ["share-of-total"]', []),
        ('ignore = ["share-*"]', []),
        ('select = ["sum-*", "balance"]', []),
        ('select = ["share-of-total"]', [FAIL]),
        ('[severity]\nshare-of-total = "warning"', [("a.txt", "share-of-total", "warn", None)]),
        ('[severity]\nshare-of-total = "note"', []),
        ('[[overrides]]\npaths = ["b*"]\nignore = ["share-of-total"]', [FAIL]),
        ('[[overrides]]\npaths = ["a.txt"]\nignore = ["share-of-total"]', []),
        ('ignore = ["*"]\n[[overrides]]\npaths = ["*.txt"]\nselect = ["share-of-total"]', []),
        ('select = ["balance"]\n[[overrides]]\npaths = ["*.txt"]\nselect = ["share-of-total"]', [FAIL]),
    ],
)
def test_rules_can_be_chosen_and_graded(project, said, found):
    project.write(a_txt=WRONG, factcheck_toml=said)
    assert project.findings("a.txt") == found


def test_a_graded_finding_says_what_it_said_before(project):
    project.write(a_txt=WRONG, factcheck_toml='[severity]\nshare-of-total = "warning"')
    assert "144 of 180 is 80%, not 70%." in project.call("run", "a.txt")[1]


ABOUT = "Of the 200 parks in the county, 130, or about 80%, are open to the public.\n"


def test_hedges_can_be_made_wider(project):
    project.write(a_txt=ABOUT)
    assert [verdict for _, rule, verdict, _ in project.findings("a.txt") if rule == "share-of-total"] != []
    for width in ("0.25", "[0.75, 1.25]"):
        project.put("factcheck.toml", f"[hedges]\nabout = {width}")
        assert project.findings("a.txt") == []
    project.put("factcheck.toml", '[[overrides]]\npaths = ["b.txt"]\nhedges.about = 0.25')
    project.write(b_txt=ABOUT)
    assert {path for path, *_ in project.findings(".")} == {"a.txt"}


def test_a_hedge_to_one_side_keeps_to_it(project):
    from checker.language import load_pack
    from checker.language.hedges import bands, with_bands

    pack = with_bands(load_pack("en"), [("nearly", ("0.2",)), ("unheard-of", ("0.2",))])
    assert bands(pack)["nearly"] == (bands(pack)["nearly"][0], 1) and bands(pack)["nearly"][0] * 5 == 4


def test_further_words_are_added_to_the_language(project):
    project.put("a.txt", "Of the 200 parks in the county, 130, or loosely 70%, are open to the public.\n")
    project.put("words/house.toml", '[classes.hedge-about]\nwords = ["loosely"]\n')
    assert project.findings("a.txt") != []
    project.put("factcheck.toml", 'packs = ["words"]')
    assert project.findings("a.txt") == []
    project.put("words/house.toml", '[classes.hedge-about]\nwords = "loosely"\n')
    code, _, err = project.call("run", "a.txt")
    assert code == 2 and "words" in err and "internal error" not in err


def test_further_rules_are_found_beside_the_configuration(project):
    project.put("sub/a.txt", RIGHT)
    project.put("house/bad.toml", 'id = "bad"')
    project.put("factcheck.toml", 'rules = ["house"]')
    code, _, err = project.call("run", "sub/a.txt")
    assert code == 2 and "house/bad.toml:1" in err


def test_excluded_documents_are_passed_over_in_folders_only(project):
    project.write(a_txt=WRONG, drafts__b_txt=WRONG, factcheck_toml='exclude = ["drafts"]')
    assert [path for path, *_ in project.findings(".")] == ["a.txt"]
    assert [path for path, *_ in project.findings("drafts/b.txt")] == ["drafts/b.txt"]


@pytest.mark.parametrize(
    ("pattern", "path", "meant"),
    [("*.md", "docs/a.md", True), ("/*.md", "docs/a.md", False), ("docs/", "docs/a.md", True), ("docs/**", "docs/x/a.md", True),
     ("docs/*/a.md", "docs/x/a.md", True), ("docs/*/a.md", "docs/x/y/a.md", False), ("a?.md", "ab.md", True), ("[ab].md", "b.md", True),
     ("[!ab].md", "b.md", False), ("a.md", "aXmd", False), ("**/a.md", "x/y/a.md", True)],
)  # fmt: skip
def test_patterns_are_those_of_gitignore(pattern, path, meant):
    assert matches(pattern, path) == meant


# ---------------------------------------------------------------- outputs


def test_configured_outputs_are_written_beside_the_report_on_the_terminal(project):
    project.write(docs__a_txt=WRONG, factcheck_toml='outputs = ["out.json", "text=out.log"]')
    code, out, _ = project.call("run", "docs")
    assert code == 1 and "docs/a.txt" in out
    assert '"fail": 1' in (project.folder / "out.json").read_text() and (project.folder / "out.log").read_text() == out


def test_output_and_format_take_the_place_of_configured_outputs(project):
    project.write(a_txt=WRONG, factcheck_toml='outputs = ["out.json"]')
    assert project.call("run", "a.txt", "--output", "mine.txt")[1] == ""
    project.call("run", "a.txt", "--format", "json")
    assert not (project.folder / "out.json").exists() and (project.folder / "mine.txt").exists()


def test_outputs_about_certain_documents_are_written_for_these_only(project):
    project.write(docs__a_txt=WRONG, b_txt=RIGHT, factcheck_toml='documents = ["docs"]\noutputs = ["out.json"]')
    for paths, written in ((["b.txt"], False), (["docs/a.txt"], False), (["docs", "b.txt"], False), (["docs/"], True)):
        project.call("run", *paths)
        assert (project.folder / "out.json").exists() == written


def test_a_configured_output_on_standard_output_takes_the_place_of_the_text(project):
    project.write(a_txt=WRONG, factcheck_toml='outputs = ["github=-"]')
    assert project.call("run", "a.txt")[1].startswith("::error")


@pytest.mark.parametrize(
    ("output", "said"),
    [("xls=a.xls", "factcheck.toml:1: outputs: unknown format: xls"), ("none/a.json", "factcheck.toml:1: outputs: cannot write none/a.json")],
)
def test_outputs_that_cannot_be_are_told_with_their_line(project, output, said):
    project.write(a_txt=WRONG, factcheck_toml=f'outputs = ["{output}"]')
    code, _, err = project.call("run", "a.txt")
    assert code == 2 and said in err


@pytest.mark.parametrize("said", ['outputs = ["../out.json"]', 'outputs = ["json=/tmp/out.json"]', 'cache = ".."'])
def test_a_file_that_came_with_documents_writes_nothing_beyond_them(project, said):
    project.write(a_txt=WRONG, factcheck_toml=said)
    code, _, err = project.call("run", "a.txt")
    assert code == 2 and "outside the folder of this file" in err


# ---------------------------------------------------------------- what is refused

WRONGLY = """\
selct = ["a"]
jobs = "many"
fail-on = "wran"
min-coverage = 120
cache = 3
today = "x"
rules = ["none"]
outputs = "a"

[severity]
share-of-total = "warnin"

[hedges]
about = 3
nearly = ["x", 1.2]

[[overrides]]
ignor = ["x"]
"""
COMPLAINTS = """\
factcheck.toml:1: selct: unknown key 'selct'. Did you mean select?
factcheck.toml:2: jobs: is not a number from 0 on, or "auto"
factcheck.toml:3: fail-on: cannot be 'wran'. Did you mean warn?
factcheck.toml:4: min-coverage: is not a percentage from 0 to 100
factcheck.toml:5: cache: is not true, false, or a folder in quotes
factcheck.toml:6: today: is not a date such as 2026-03-31, without quotes
factcheck.toml:7: rules: no such file or folder: none
factcheck.toml:8: outputs: is not a list. Try: ["..."] in brackets
factcheck.toml:11: severity.share-of-total: cannot be 'warnin'. Did you mean warning?
factcheck.toml:14: hedges.about: is not 0.2 (for 20%), or two factors such as [0.8, 1.2]
factcheck.toml:15: hedges.nearly: is not 0.2 (for 20%), or two factors such as [0.8, 1.2]
factcheck.toml:17: overrides[1].paths: is missing. Try: paths = ["drafts"]
factcheck.toml:18: overrides[1].ignor: unknown key 'ignor'. Did you mean ignore?"""


def test_all_that_is_wrong_is_told_at_once_with_its_line(project):
    project.put("factcheck.toml", WRONGLY)
    with pytest.raises(FilesRefused) as refused:
        effective(["-"])
    assert str(refused.value) == COMPLAINTS


def test_names_that_only_the_rules_know_are_checked_too(project):
    project.write(a_txt=RIGHT, factcheck_toml='ignore = ["balance", "shar-of-total"]\n[hedges]\nabot = 0.2\n[severity]\nnone-such = "note"')
    code, _, err = project.call("run", "a.txt")
    assert code == 2
    assert err.splitlines() == [
        "factcheck: factcheck.toml:1: ignore: there is no rule 'shar-of-total'. Did you mean share-of-total?",
        "factcheck: factcheck.toml:5: severity: there is no rule 'none-such'",
        "factcheck: factcheck.toml:3: hedges: there is no hedge 'abot'. Did you mean about?",
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"a = ", "factcheck.toml:1: is not TOML"), (b"\xef\xbb\xbfjobs = -1", "factcheck.toml:1: jobs"), (b"\xff", "is not UTF-8"), (b"overrides = 3", "overrides: is not a list")],
)
def test_a_file_that_is_none_is_refused(project, content, said):
    (project.folder / "factcheck.toml").write_bytes(content)
    with pytest.raises(FilesRefused, match=said):
        effective(["-"])


@pytest.mark.parametrize(
    ("option", "value", "hint"),
    [("--fail-on", "error", "Try: fail, warn, never"), ("--min-coverage", "many", "Try: 80"), ("--min-coverage", "101", "Try: 80"),
     ("--jobs", "-1", "Try: 4, or auto"), ("--today", "31.3.2026", "Try: 2026-03-31"), ("--ignore", "balanc", "Did you mean balance?")],
)  # fmt: skip
def test_wrong_values_on_the_command_line(project, option, value, hint):
    project.write(a_txt=RIGHT)
    code, _, err = project.call("run", "a.txt", option, value)
    assert code == 2 and option in err and hint in err


def test_the_date_of_reproducible_builds_counts_where_no_other_is_given(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    assert (effective(["-"]).settings.today, effective(["-"]).origins["today"]) == ("2026-01-01", "SOURCE_DATE_EPOCH")
    assert effective(["-"], given={"today": "2025-05-05"}).settings.today == "2025-05-05"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    with pytest.raises(UsageError, match="SOURCE_DATE_EPOCH"):
        effective(["-"])


# ---------------------------------------------------------------- how it is shown

SAID = """\
ignore = ["digit-grouping"]
outputs = ["out.json"]
fail-on = "warn"
min-coverage = 12.5
today = 2026-11-22

[severity]
share-of-total = "warning"

[hedges]
about = 0.3
nearly = [0.7, 1]

[[overrides]]
paths = ["drafts"]
ignore = ["share-of-total"]
severity.conversion = "note"
"""
SHOWN = """\
# configuration file: factcheck.toml
# patterns are relative to: {folder}

select = ["*"]                # default
ignore = ["digit-grouping"]   # factcheck.toml:1
rules = []                    # default
packs = []                    # default
facts = []                    # default
exclude = []                  # default
outputs = ["out.json"]        # factcheck.toml:2
documents = []                # default
fail-on = "warn"              # factcheck.toml:3
min-coverage = 12.5           # factcheck.toml:4
jobs = "auto"                 # default
cache = ".factcheck_cache"    # default
# baseline is not set         # default
suppressions = []             # default
solver = false                # default
today = 2026-11-22            # factcheck.toml:5

[severity]
share-of-total = "warning"    # factcheck.toml:8

[hedges]
about = 0.3                   # factcheck.toml:11
nearly = [0.7, 1]             # factcheck.toml:12

[[overrides]]
paths = ["drafts"]            # factcheck.toml:15
ignore = ["share-of-total"]   # factcheck.toml:16
severity.conversion = "note"  # factcheck.toml:17
"""


def without_origins(text: str) -> str:
    """What the file says without who said it."""
    return "".join(line.split("#")[0].rstrip() + "\n" for line in text.splitlines())


def test_config_prints_what_holds_and_who_said_so(project):
    project.write(factcheck_toml=SAID)
    assert project.call("config", ".") == (0, SHOWN.format(folder=project.folder), "") == project.call("config")


def test_what_config_prints_is_a_configuration_that_means_the_same(project):
    project.write(factcheck_toml='jobs = 2\n[hedges]\nabout = 0.3\n[[overrides]]\npaths = ["a"]\nseverity.balance = "note"')
    before = effective(["."]).settings
    _, out, _ = project.call("config", ".")
    project.put("factcheck.toml", without_origins(out))
    assert effective(["."]).settings == before


# ---------------------------------------------------------------- the guide and this repository

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs/configuration.md").read_text("utf-8")


def test_the_guide_shows_what_config_prints(project):
    [sample] = re.findall(r"```toml\n(ignore.*?)```", GUIDE, re.DOTALL)
    [printed] = re.findall(r"```\n\$ factcheck config docs/\n(.*?)```", GUIDE, re.DOTALL)
    project.write(factcheck_toml=sample, docs__a_txt=RIGHT)
    assert project.call("config", "docs/")[1] == printed.replace("/project", str(project.folder))


def test_the_guide_names_every_key():
    assert set(re.findall(r"^\| `([a-z-]+)` \|", GUIDE, re.MULTILINE)) == set(json_schema()["properties"])


def test_the_guide_knows_every_exit_code():
    assert set(re.findall(r"^\| (\d) \|", GUIDE, re.MULTILINE)) == {"0", *map(str, (gates.FOUND, USAGE, gates.NOTHING_READ, gates.TOO_LITTLE))}


def test_this_repository_keeps_the_reports_of_its_examples(monkeypatch):
    monkeypatch.chdir(ROOT)
    settings = effective(["seeds/"]).settings
    assert settings.outputs == ("reports/seeds.json", "reports/seeds.html")
    assert about_outputs(["seeds/"], settings) and not about_outputs(["seeds/000.txt"], settings)
