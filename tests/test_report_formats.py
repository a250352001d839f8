"""The formats that other programs read: each keeps to what its consumer accepts, also with hostile documents.

The golden files show a small report in each format as it is written; after a deliberate change they are made anew by
    PYTHONPATH=.:tests .venv/bin/python tests/test_report_formats.py
"""

import json
import os
import re
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_build import PARKS, TEXT, accepted, finding, guide, report

from checker.model import Check
from checker.reporting import FORMATS, render
from checker.reporting import github, junit, markdown, sarif
from checker.reporting.discreet import mask, without_quotes
from checker.reporting.findings import findings
from checker.reporting.positions import at, positions
from checker.reporting.report import Report, Tool, report_of

HERE = Path(__file__).parent
GOLDEN = {name: HERE / "golden" / f"report.{name}" for name in ("text", "sarif", "junit", "github", "gitlab", "rdjson", "markdown")}
SARIF = jsonschema.Draft202012Validator(json.loads((HERE / "schemas/sarif-2.1.0.json").read_text("utf-8")))

# A document and a file name that try to break out of every format.
NASTY = (
    '\u202e<script>alert("1")</script> ]]> &amp; \x0b\x1b[31m 😀é ##[error]x\n'
    "::error file=a::b %0A%25 [x](http://a.b/) @team #12 `code` $1$ \u2028 \ufffe Of the 180 parks, 144,\r\nor 70%, are open. 7 gates\n"
)
NASTY_PATH = "a,b:c%d\n::warning::e]]><x>.txt"


def example(**more) -> Report:
    return replace(report(finding(**more)), tool=Tool("factcheck", "0.0.0"))


def nasty() -> Report:
    check = replace(finding(NASTY), message=f"144 of 180: {NASTY}", reason="a\nb", bond=NASTY)
    return report(check, replace(check, verdict="warn"), replace(check, verdict="unknown"), replace(check, verdict="pass"),
                  text=NASTY, path=NASTY_PATH, error="it\n::error::failed <&>")  # fmt: skip


def many(verdicts: list[str], severity: str = "error") -> Report:
    return report(*(replace(finding(verdict=v), severity=severity) for v in verdicts))


# ---------------------------------------------------------------- all of them


@pytest.mark.parametrize("name", GOLDEN)
def test_a_small_report_is_written_as_people_have_seen_it(name):
    assert render(example(), name, verbose=True).encode() == GOLDEN[name].read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name):
    assert render(nasty(), name) == render(nasty(), name)


def test_every_process_gives_the_same_bytes():
    code = (
        "import hashlib, test_report_formats as t\n"
        "print(hashlib.sha256(''.join(t.render(t.nasty(), name, True) for name in t.FORMATS).encode()).hexdigest())"
    )
    path = os.pathsep.join((str(HERE.parent), str(HERE)))
    given = [{**os.environ, "PYTHONPATH": path, "PYTHONHASHSEED": seed} for seed in "12"]
    runs = {subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=env).stdout for env in given}
    assert len(runs) == 1


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("verbose", [False, True])
def test_every_format_writes_every_report(name, verbose):
    for found in (report(), report_of((), ()), nasty(), accepted(nasty()), report(Check("r", "note", "fail", "m", "a == b", ()))):
        assert render(found, name, verbose).encode("utf-8").endswith(b"\n")


@pytest.mark.parametrize("name", FORMATS)
def test_rendering_a_format_loads_no_other(name):
    """A plain run pays for the format it writes, not for the rest."""
    others = [entry.module for other, entry in FORMATS.items() if other not in (name, {"jsonl": "json", "markdown": "text"}.get(name))]
    code = (
        "import sys; from checker.reporting import render; from checker.reporting.report import report_of\n"
        f"render(report_of((), ()), {name!r})\n"
        f"print([m for m in {others!r} if 'checker.reporting.' + m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=HERE.parent)
    assert done.stdout == "[]\n", done.stdout + done.stderr


@pytest.mark.parametrize("name", FORMATS)
def test_rendering_is_linear(name):
    """Four times the findings, on a line four times as long, cost about four times as much; squared would be sixteen."""
    assert min(cost(name, 1600) / cost(name, 400) for _ in range(3)) < 9


def cost(name: str, count: int) -> float:
    text = "é😀 ".join(f"Of the 180 parks in {n}, 144, or 70%, were open." for n in range(count))
    where = [m.start() for m in re.finditer("Of the", text)]
    base = report(finding(PARKS), text=TEXT).documents[0].checks[0]
    checks = tuple(
        replace(base, id=str(at), evidence=tuple(replace(e, start=at + e.start, end=at + e.end) for e in base.evidence), suggestions=())
        for at in where
    )
    found = report_of((replace(example().documents[0], source=text, checks=checks),), ())
    before = time.process_time()
    render(found, name, verbose=True)
    return time.process_time() - before


# ---------------------------------------------------------------- columns


@given(st.text("a\u00e9\u20ac\U0001f600\r\n", max_size=40), st.data())
def test_columns_are_counted_in_the_units_of_the_consumer(text, data):
    offset = data.draw(st.integers(0, len(text)))
    encoded = {"code points": lambda s: len(s), "utf-16": lambda s: len(s.encode("utf-16-le")) // 2, "utf-8": lambda s: len(s.encode())}
    for unit, length in encoded.items():
        line, column = at(positions(text, unit), offset)
        start = at_start(text, line)
        assert column == length(text[start:offset]) + 1


def at_start(text: str, line: int) -> int:
    return [0, *(m.end() for m in re.finditer(r"\r\n|\n|\r", text))][line - 1]


@given(st.text("a\u00e9\u20ac\U0001f600\r\n", max_size=40))
def test_a_mask_has_the_shape_of_its_text(text):
    masked = mask(text)
    assert [len(part.encode()) for part in masked.splitlines(True)] == [len(part.encode()) for part in text.splitlines(True)]
    for unit in ("code points", "utf-16", "utf-8"):
        for offset in range(len(text) + 1):
            assert at(positions(text, unit), offset) == at(positions(masked, unit), offset)


# ---------------------------------------------------------------- which checks are findings


def test_findings_come_worst_first():
    found = report(*(replace(finding(verdict=v), severity=s) for v, s in
                     [("warn", "error"), ("fail", "note"), ("pass", "error"), ("fail", "warning"), ("unknown", "error"), ("fail", "error")]))  # fmt: skip
    assert [(f.level, f.check.verdict) for f in findings(found)] == [("error", "fail"), ("warning", "fail"), ("warning", "warn"), ("note", "fail")]


@pytest.mark.parametrize("name", ["github", "gitlab", "rdjson", "markdown"])
def test_what_was_accepted_is_no_finding(name):
    assert "144" in render(example(), name) and "144" not in render(accepted(example()), name)


# ---------------------------------------------------------------- SARIF


def sarif_of(found: Report, verbose: bool = False) -> dict:
    log = json.loads(render(found, "sarif", verbose))
    SARIF.validate(log)
    [run] = log["runs"]
    return run


@pytest.mark.parametrize("found", [report(), example(), nasty(), accepted(nasty()), report_of((), ())])
@pytest.mark.parametrize("verbose", [False, True])
def test_sarif_keeps_to_its_schema(found, verbose):
    run = sarif_of(found, verbose)
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        for place in (*result["locations"], *result["relatedLocations"]):
            file = place["physicalLocation"]["artifactLocation"]
            assert run["artifacts"][file["index"]]["location"]["uri"] == file["uri"]


def test_a_sarif_result_shows_all_numbers_and_the_edits():
    [result] = sarif_of(example())["results"]
    assert (result["ruleId"], result["kind"], result["level"]) == ("share-of-total", "fail", "error")
    assert [place["message"]["text"] for place in result["relatedLocations"]] == ["whole: 180", "part: 144", "share: 70%"]
    [place] = result["locations"]
    assert place["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 8, "endLine": 3, "endColumn": 11}
    [fix] = result["fixes"]
    assert fix["artifactChanges"][0]["replacements"][0] == {
        "deletedRegion": {"startLine": 4, "startColumn": 4, "endLine": 4, "endColumn": 7}, "insertedContent": {"text": "80%"},
    }  # fmt: skip


def test_sarif_columns_are_utf_16():
    run = sarif_of(nasty())
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    line = NASTY.splitlines(True)[0:0] or re.split(r"\r\n|\n|\r", NASTY)[region["startLine"] - 1]
    assert run["columnKind"] == "utf16CodeUnits"
    assert line.encode("utf-16-le")[2 * region["startColumn"] - 2 :].decode("utf-16-le").startswith("180")


def test_sarif_carries_the_fingerprint_and_what_was_accepted():
    [result] = sarif_of(accepted(example()))["results"]
    assert result["partialFingerprints"] == {"factcheck/v1": example().documents[0].checks[0].id}
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "the editor said so"}]
    assert result["baselineState"] == "unchanged"
    [result] = sarif_of(accepted(example(), "comment"))["results"]
    assert result["suppressions"][0]["kind"] == "inSource" and "baselineState" not in result


def test_sarif_shows_passes_only_when_asked():
    found = many(["pass", "fail", "unknown", "warn"])
    assert [r["kind"] for r in sarif_of(found)["results"]] == ["fail", "fail"]
    assert [(r["kind"], r["level"]) for r in sarif_of(found, True)["results"]] == [
        ("fail", "error"), ("fail", "warning"), ("open", "none"), ("pass", "none"),
    ]  # fmt: skip


def test_sarif_is_cut_where_code_scanning_would_refuse_it(monkeypatch):
    monkeypatch.setattr(sarif, "RESULTS", 2)
    run = sarif_of(many(["warn", "fail", "warn"]))
    assert [r["level"] for r in run["results"]] == ["error", "warning"]
    assert "1 result left out" in run["invocations"][0]["toolExecutionNotifications"][-1]["message"]["text"]


def test_sarif_tells_what_was_not_read():
    [invocation] = sarif_of(example())["invocations"]
    assert not invocation["executionSuccessful"]
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "is not text"


# ---------------------------------------------------------------- JUnit

# What the schema of Jenkins allows: element -> attributes, those that must be there first.
JUNIT = {
    "testsuites": ((), {"name", "time", "tests", "failures", "errors"}),
    "testsuite": (("name", "tests", "failures", "errors"), {"group", "time", "skipped", "timestamp", "hostname", "id", "package", "file", "log", "url"}),
    "testcase": (("name",), {"time", "classname", "group"}),
    "failure": ((), {"type", "message"}), "error": ((), {"type", "message"}), "skipped": ((), {"type", "message"}), "system-out": ((), set()),
}  # fmt: skip
CHILDREN = {"testsuites": {"testsuite"}, "testsuite": {"testcase"}, "testcase": {"failure", "error", "skipped", "system-out"}}


def junit_of(found: Report) -> ET.Element:
    root = ET.fromstring(render(found, "junit"))
    for element in root.iter():
        must, may = JUNIT[element.tag]
        assert set(must) <= set(element.attrib) <= set(must) | may
        assert {child.tag for child in element} <= CHILDREN.get(element.tag, set())
    return root


@pytest.mark.parametrize("found", [report(), example(), nasty(), accepted(nasty()), report_of((), ())])
def test_junit_keeps_to_the_schema_of_jenkins_and_counts_right(found):
    root = junit_of(found)
    for holder in (root, *root.iter("testsuite")):
        assert int(holder.get("tests")) == len(list(holder.iter("testcase")))
        for attribute, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert holder.get(attribute) in (None, str(len(list(holder.iter(tag)))))


def test_a_junit_case_for_each_check():
    root = junit_of(accepted(many(["pass", "warn", "unknown", "fail", "fail"])))
    cases = list(root[0])
    assert [[child.tag for child in case] for case in cases] == [[], ["system-out"], ["skipped"], ["failure"], ["skipped"]]
    assert cases[3].get("name") == "share-of-total at 3:8"
    assert "parks.txt:4:4: share 70%" in cases[3][0].text and cases[3][0].get("message").startswith("144 of 180 is 80%")
    assert [case.get("message") for case in root[1].iter("error")] == ["is not text"]


@given(st.text())
def test_any_text_can_stand_in_xml(text):
    kept = "".join(c if c in "\t\n\r" or " " <= c and c not in "\ufffe\uffff" else "\ufffd" for c in text)
    assert ET.fromstring(f'<a b="{junit.escaped(text)}">{junit.escaped(text)}</a>').get("b") == kept


# ---------------------------------------------------------------- GitHub

COMMAND = re.compile(r"::(error|warning|notice) ((?:[a-zA-Z]+=[^:,\r\n]*,?)*)::([^\r\n]*)")


def commands(text: str) -> list[tuple[str, dict, str]]:
    """The commands as the runner reads them; nothing else may look like one."""
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match or not line.lstrip().startswith("::") and "##[" not in line, line
        if match:
            properties = dict(part.split("=", 1) for part in match[2].split(","))
            found.append((match[1], {k: unescaped(v) for k, v in properties.items()}, unescaped(match[3])))
    return found


def unescaped(text: str) -> str:
    for code, mark in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, mark)
    return text


def test_github_annotations_name_place_and_rule():
    unread, (kind, properties, message) = commands(render(example(), "github"))
    assert (kind, properties) == ("error", {"file": "parks.txt", "line": "3", "endLine": "3", "col": "8", "endColumn": "11", "title": "share-of-total"})
    assert message.splitlines()[:2] == ["144 of 180 is 80%, but the text says 70%.", "rule: share == part / whole"]
    assert unread[1] == {"file": "b.txt", "title": "not read"}


def test_a_hostile_document_writes_no_command_of_its_own():
    found = commands(render(nasty(), "github"))
    assert [kind for kind, _, _ in found] == ["error", "error", "warning"]
    assert found[1][1]["file"] == NASTY_PATH and "##[error]x\n::error file=a::b %0A%25" in found[1][2]


def test_a_hostile_document_writes_none_in_the_log_either(monkeypatch):
    monkeypatch.setattr(github, "CAP", 0)
    monkeypatch.setattr(github, "NOTICES", 0)
    assert [kind for kind, _, _ in commands(render(nasty(), "github"))] == ["notice"]


def test_github_keeps_to_ten_of_a_kind_and_says_what_is_cut():
    found = render(many(["warn"] * 13 + ["fail"] * 12), "github")
    kinds = [kind for kind, _, _ in commands(found)]
    assert [kinds.count(kind) for kind in ("error", "warning", "notice")] == [10, 10, 1]
    assert kinds[:10] == ["error"] * 10
    assert "3 errors, 3 warnings more in the log" in commands(found)[-1][2]
    assert len(re.findall(r"^(?:error|warning): parks.txt:3:8: ", found, re.M)) == 6


# ---------------------------------------------------------------- GitLab


@pytest.mark.parametrize("found", [report(), example(), nasty(), many(["fail", "fail", "warn"])])
def test_gitlab_gets_what_it_asks_for(found):
    issues = json.loads(render(found, "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert issue["location"]["lines"]["begin"] >= 1 and not issue["location"]["path"].startswith("./")
        assert issue["check_name"] in issue["description"] or issue["check_name"] == "not-read"


def test_a_gitlab_fingerprint_tells_copies_of_a_document_apart():
    one, two = (report(finding(), path=path) for path in ("./a/parks.txt", "parks.txt"))
    ids = [issue["fingerprint"] for found in (one, two) for issue in json.loads(render(found, "gitlab"))[1:]]
    assert len(set(ids)) == 2


# ---------------------------------------------------------------- reviewdog

POINT = {"type": "object", "additionalProperties": False, "required": ["line", "column"], "properties": {k: {"type": "integer", "minimum": 1} for k in ("line", "column")}}
RANGE = {"type": "object", "additionalProperties": False, "required": ["start", "end"], "properties": {"start": POINT, "end": POINT}}
LOCATION = {"type": "object", "additionalProperties": False, "required": ["path"], "properties": {"path": {"type": "string"}, "range": RANGE}}
RDJSON = {
    "type": "object", "additionalProperties": False, "required": ["source", "diagnostics"],
    "properties": {
        "source": {"type": "object", "required": ["name"]},
        "diagnostics": {"type": "array", "items": {
            "type": "object", "additionalProperties": False, "required": ["message", "location", "severity"],
            "properties": {
                "message": {"type": "string"}, "location": LOCATION, "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                "code": {"type": "object", "required": ["value"]},
                "suggestions": {"type": "array", "items": {"type": "object", "additionalProperties": False, "required": ["range", "text"], "properties": {"range": RANGE, "text": {"type": "string"}}}},
                "related_locations": {"type": "array", "items": {"type": "object", "additionalProperties": False, "required": ["location"], "properties": {"message": {"type": "string"}, "location": LOCATION}}},
            },
        }},
    },
}  # fmt: skip


@pytest.mark.parametrize("found", [report(), example(), nasty(), many(["fail", "warn", "pass"])])
def test_rdjson_has_the_fields_of_reviewdog(found):
    jsonschema.validate(json.loads(render(found, "rdjson")), RDJSON)


def test_rdjson_suggests_only_on_the_line_of_the_finding():
    """Reviewdog refuses any other; the message names all edits."""
    [_, other] = json.loads(render(example(), "rdjson"))["diagnostics"]
    assert "suggestions" not in other and "try: 80% for 70%" in other["message"]
    [same] = json.loads(render(guide(), "rdjson"))["diagnostics"]
    assert [edit["text"] for edit in same["suggestions"]] == ["80%", "126", "206"]


def test_rdjson_columns_are_bytes():
    first = json.loads(render(nasty(), "rdjson"))["diagnostics"][1]
    start, end = first["location"]["range"]["start"], first["location"]["range"]["end"]
    line = re.split(rb"\r\n|\n|\r", NASTY.encode())[start["line"] - 1]
    assert line[start["column"] - 1 : end["column"] - 1] == b"180"
    assert [place["message"] for place in first["related_locations"]] == ["part: 144", "share: 70%"]


# ---------------------------------------------------------------- JSON lines


def test_json_lines_hold_what_the_json_report_holds():
    lines = [json.loads(line) for line in render(example(), "jsonl").splitlines()]
    whole = json.loads(render(example(), "json"))
    [document] = whole["documents"]
    assert [line["type"] for line in lines] == ["document", "check", "implied", "unchecked", "error", "rule", "summary"]
    assert {"type": "check", "path": "parks.txt", **document["checks"][0]} == lines[1]
    assert {"type": "summary", "schema": 1, "tool": whole["tool"], **whole["summary"]} == lines[-1]


def test_json_lines_are_not_torn_by_line_ends_of_the_document():
    assert all(json.loads(line) for line in render(nasty(), "jsonl").split("\n")[:-1])


# ---------------------------------------------------------------- Markdown


def test_markdown_keeps_to_the_size_of_a_comment():
    text = render(many(["fail"] * 400), "markdown")
    assert len(text.encode()) <= markdown.LIMIT + 100
    [rest] = re.findall(r"and (\d+) findings more, not shown here", text)
    assert text.count("\n**fail** ") + int(rest) == 400


def test_markdown_of_a_hostile_document_is_inert():
    outside = re.sub(r"(?s)```text\n.*?\n```", "", render(nasty(), "markdown"))
    outside = re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", outside)
    assert not re.search(r"(?<!\\)[<>\[\]*_$]|@\w|(?<!&)#\d|://", outside.replace("**", ""))


def test_a_code_block_cannot_be_closed_from_within():
    text = TEXT.replace("Of the", "```` Of the")
    shown = render(report(finding(text), text=text), "markdown")
    assert "`````text\n3 | ```` Of the 180 parks, 144,\n" in shown


# ---------------------------------------------------------------- text for a terminal


def test_nothing_in_a_document_steers_the_terminal():
    shown = render(nasty(), "text", verbose=True)
    assert "\x1b" not in shown and "\u202e" not in shown and all(c.isprintable() or c == "\n" for c in shown)


# ---------------------------------------------------------------- without the words of the draft


@pytest.mark.parametrize("name", FORMATS)
def test_a_discreet_report_holds_no_word_of_the_document(name):
    shown = render(without_quotes(example(reason="missing-role")), name, verbose=True)
    visible = re.sub(r"(?s)<style>.*?</style>|<script>.*?</script>", "", shown)
    for word in ("144 of", "Parks", "gates", "closed", "park\"", "park<", "70%"):
        assert word not in visible.replace("parks.txt", "")


def test_a_discreet_report_keeps_places_rules_and_arithmetic():
    full, discreet = (json.loads(render(found, "json"))["documents"][0] for found in (example(), without_quotes(example())))
    for before, after in zip(full["checks"], discreet["checks"]):
        assert all(before[key] == after[key] for key in ("id", "rule", "verdict", "equation", "severity"))
        places = [[{k: e[k] for k in ("role", "start", "end", "line", "column", "low", "high")} for e in c["evidence"]] for c in (before, after)]
        assert places[0] == places[1]
        assert [e["unit"] for e in after["evidence"]] == [None, None, "percent"]
    assert discreet["checks"][0]["message"] == "share-of-total: share is given as 69.5 to 70.5 percent, the others imply 80 percent"


# Fields with words that are no words of the document: of rules, of the program, of files beside the document.
KEPT = {
    "CheckReport": {"id", "rule", "equation", "bond", "reason", "rescue"}, "EvidenceReport": {"role"}, "ImpliedReport": {"role"},
    "AssumedReport": {"role", "value", "unit", "source"}, "UncheckedReport": {"reason"}, "SuppressedReport": {"until"}, "FactReport": {"sources"},
}  # fmt: skip


def test_a_new_field_is_blanked_or_known_to_hold_no_words():
    document = marked(accepted(example(reason="missing-role")).documents[0])
    left = set(re.findall(r"SECRET (\w+\.\w+)", repr(without_quotes(report_of((document,), ())).documents)))
    assert left == {f"{kind}.{name}" for kind, names in KEPT.items() for name in names}


def marked(value):
    """The record with a mark in every field of its records that holds words of any kind."""
    if isinstance(value, tuple):
        return tuple(map(marked, value))
    if not is_dataclass(value):
        return value
    given = {}
    for field in fields(value):
        mark = f"SECRET {type(value).__name__}.{field.name}"
        known = {"str": mark, "str | None": mark, "tuple[str, ...]": (mark,)} if type(value).__name__ != "DocumentReport" else {}
        number = field.name in ("low", "high")
        given[field.name] = getattr(value, field.name) if number else known.get(field.type, marked(getattr(value, field.name)))
    return replace(value, **given)


@pytest.mark.parametrize("name", ["sarif", "rdjson", "github"])
def test_a_discreet_report_has_the_columns_of_the_text(name):
    places = [re.findall(r'"(?:startColumn|endColumn|column|line)": \d+|col=\d+|line=\d+', render(found, name)) for found in (nasty(), without_quotes(nasty()))]
    assert places[1] and set(places[1]) <= set(places[0])


def test_an_error_of_ours_tells_no_words_either():
    found = report(finding(), error="internal error, please report it: KeyError: 'secret' (checker.x:5)")
    assert without_quotes(found).errors[0].message == "internal error, please report it: KeyError"


# ---------------------------------------------------------------- what the documentation says

GUIDE = (HERE.parent / "docs/reports.md").read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_the_guide_describes_every_format_and_its_samples_are_real(name):
    written = render(guide(), name)
    section = GUIDE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
    assert section, f"docs/reports.md has no section on {name}"
    for _, sample in re.findall(r"(?ms)^(`{3,})(?:json|xml|markdown|)\n(.*?)^\1$", section):
        assert sample.startswith("factcheck run ") or all(part in written for part in re.split(r"(?m)^ *…\n", sample))
    [row] = [line.split("|") for line in GUIDE.splitlines() if line.startswith(f"| [{name}](#{name}) |")]
    assert [ending.strip() for ending in row[3].split(",") if ending.strip()] == [ending or "none" for ending in FORMATS[name].endings]


def test_the_guide_shows_a_report_without_quotes():
    assert render(without_quotes(guide()), "text").rpartition("\n\n")[0] in GUIDE


if __name__ == "__main__":
    for format_name, file in GOLDEN.items():
        file.write_bytes(render(example(), format_name, verbose=True).encode())
