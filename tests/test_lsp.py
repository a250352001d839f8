"""The language server as an editor sees it: a real process, real messages."""

import queue
import subprocess
import sys

import pytest
from lsp_client import HOME, Client

from checker import check_text
from checker.reporting.positions import at, offset_of, positions

TEXT = "# Parks\n\n\U0001f333 is a park. Of the 180 parks, 144, or 70%, are open.\n\nThe lake is 5 km long.\n"
LINE = 2
AGREED = TEXT.replace("70%", "80%")


def test_a_missing_extra_is_told(tmp_path):
    code = "import sys; sys.modules['pygls'] = None; from checker.__main__ import _main; sys.exit(_main(['lsp']))"
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True)
    assert done.returncode == 2
    assert done.stderr == (
        "factcheck: the language server needs two more packages. Try: pip install 'factcheck-numbers[lsp]'\n"
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    pytest.importorskip("pygls", reason="needs the extra lsp")
    root = tmp_path_factory.mktemp("root")
    found = Client(root)
    found.can, found.root = found.start(root), root
    yield found
    assert found.stop() == 0


@pytest.fixture
def uri(client, request):
    """A text of its own for each test, closed at its end."""
    found = (client.root / f"{request.node.name}.md").as_uri()
    yield found
    client.tell("textDocument/didClose", {"textDocument": {"uri": found}})


def opened(client, uri, text=TEXT):
    client.open(uri, text)
    return client.findings(uri)["diagnostics"]


def written(where, text=TEXT):
    """The characters in a range, columns counted in UTF-16."""
    rows = text.split("\n")
    assert where["start"]["line"] == where["end"]["line"]
    row = rows[where["start"]["line"]].encode("utf-16-le")
    return row[2 * where["start"]["character"] : 2 * where["end"]["character"]].decode("utf-16-le")


def applied(action, uri, text=TEXT):
    """The text after the edit of an action."""
    [edit] = action["edit"]["changes"][uri]
    known = positions(text, "utf-16")
    start, end = (
        offset_of(known, len(text), edit["range"][end]["line"] + 1, edit["range"][end]["character"] + 1) for end in ("start", "end")
    )
    return text[:start] + edit["newText"] + text[end:]


# ---------------------------------------------------------------- findings


def test_it_asks_for_full_texts_in_utf_16(client):
    assert client.can["positionEncoding"] == "utf-16"
    assert client.can["textDocumentSync"]["change"] == 1
    assert client.can["hoverProvider"] and client.can["codeActionProvider"]["codeActionKinds"] == ["quickfix"]


def test_a_finding_stands_at_its_first_figure_and_names_all(client, uri):
    [found] = opened(client, uri)
    assert (found["message"], found["code"], found["severity"]) == ("144 of 180 is 80%, not 70%.", "share-of-total", 1)
    assert written(found["range"]) == "180"
    related = found["relatedInformation"]
    assert [(r["message"], written(r["location"]["range"])) for r in related] == [
        ("whole: 180", "180"), ("part: 144", "144"), ("share: 70%", "70%"),
    ]  # fmt: skip
    assert {r["location"]["uri"] for r in related} == {uri}


def test_what_agrees_has_no_findings(client, uri):
    assert opened(client, uri, AGREED) == []


def test_changes_are_checked_once_the_keys_rest(client, uri):
    opened(client, uri)
    for version in range(2, 12):
        client.change(uri, AGREED + "." * version, version)
    found = client.findings(uri)
    assert (found["version"], found["diagnostics"]) == (11, [])
    with pytest.raises(queue.Empty):
        client.told("textDocument/publishDiagnostics", patience=0.4)


def test_a_closed_text_has_no_findings(client):
    uri = (client.root / "closed.md").as_uri()
    assert opened(client, uri)
    client.tell("textDocument/didClose", {"textDocument": {"uri": uri}})
    assert client.findings(uri)["diagnostics"] == []


def test_what_has_no_reader_is_left_alone(client):
    uri = (client.root / "code.py").as_uri()
    client.open(uri, TEXT, "python")
    assert client.findings(uri)["diagnostics"] == []


def test_a_text_on_no_disk_is_read_by_its_language(client):
    client.open("untitled:Untitled-1", TEXT)
    assert len(client.findings("untitled:Untitled-1")["diagnostics"]) == 1


# ---------------------------------------------------------------- hover


def test_hover_shows_the_arithmetic_of_a_number(client, uri):
    opened(client, uri)
    column = len("\U0001f333 is a park. Of the 180 parks, ".encode("utf-16-le")) // 2
    found = client.hover(uri, LINE, column)
    shown = found["contents"]["value"]
    assert written(found["range"]) == "144"
    for part in ("**fail** share-of-total", "| part | `144` | 144 park |", "`share == part / whole`", "share is 80 percent", "80% for 70%"):
        assert part in shown, shown


def test_hover_shows_what_agrees_too_and_why_a_number_is_not_checked(client, uri):
    opened(client, uri, AGREED)
    assert "**pass** share-of-total" in client.hover(uri, LINE, 22)["contents"]["value"]
    assert client.hover(uri, 4, 12)["contents"]["value"] == "`5 km` is not checked: no-relation"
    assert client.hover(uri, 4, 1) is None


def test_hover_knows_the_text_as_it_is_now(client, uri):
    opened(client, uri)
    client.change(uri, "New.\n" + AGREED, 2)
    assert "**pass**" in client.hover(uri, LINE + 1, 22)["contents"]["value"]


# ---------------------------------------------------------------- actions


def test_every_figure_can_be_mended_by_one_edit(client, uri):
    [found] = opened(client, uri)
    actions = client.actions(uri, found["range"])
    edits = [a for a in actions if a["title"].startswith("Write ")]
    assert [a["title"] for a in edits] == ["Write 80% for 70%", "Write 126 for 144", "Write 206 for 180"]
    assert all(a["kind"] == "quickfix" and a["diagnostics"][0]["code"] == "share-of-total" for a in edits)
    assert not any(a.get("isPreferred") for a in edits), "none of the figures is accused"
    for action in edits:
        assert check_text(applied(action, uri), path="a.md", isolated=True).summary.fail == 0


def test_any_figure_of_a_finding_offers_its_edits(client, uri):
    [found] = opened(client, uri)
    share = found["relatedInformation"][2]["location"]["range"]
    assert client.actions(uri, share) == client.actions(uri, found["range"]) != []
    assert client.actions(uri, {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 3}}) == []


def test_other_kinds_of_action_are_not_offered(client, uri):
    [found] = opened(client, uri)
    assert client.actions(uri, found["range"], only=["refactor"]) == []
    assert client.actions(uri, found["range"], only=["quickfix"]) != []


TABLE = """Yield by field:

| Field | Tonnes |
| --- | --- |
| North | 120 |
| South | 150 |
| Mill | 210 |
| Total | 580 |
"""


@pytest.mark.parametrize("text", [TEXT, TABLE], ids=["prose", "table"])
def test_a_finding_can_be_let_stand_by_a_comment(client, uri, text):
    found = opened(client, uri, text)[0]
    action = next(a for a in client.actions(uri, found["range"]) if a["title"].startswith("Let it stand"))
    accepted = applied(action, uri, text)
    assert f"<!-- factcheck-ignore {found['code']}: reason -->" in accepted
    summary = check_text(accepted, path="a.md", isolated=True).summary
    assert (summary.fail, summary.warn) == (0, 0) and summary.suppressed >= 1
    client.change(uri, accepted, 2)
    assert client.findings(uri)["diagnostics"] == []


def test_plain_text_knows_no_comments(client):
    uri = (client.root / "plain.txt").as_uri()
    client.open(uri, TEXT, "plaintext")
    [found] = client.findings(uri)["diagnostics"]
    assert [a["title"][:5] for a in client.actions(uri, found["range"])] == ["Write"] * 3


# ---------------------------------------------------------------- rules, configuration, other encodings


@pytest.fixture
def other(tmp_path):
    """A server of its own, for what a session keeps."""
    pytest.importorskip("pygls", reason="needs the extra lsp")
    found = Client(tmp_path)
    yield found
    assert found.stop() == 0


@pytest.mark.parametrize("encoding", ["utf-8", "utf-32"])
def test_columns_are_counted_as_the_editor_counts(other, tmp_path, encoding):
    assert other.start(tmp_path, [encoding])["positionEncoding"] == encoding
    uri = (tmp_path / "a.md").as_uri()
    [found] = opened(other, uri)
    unit = {"utf-8": "utf-8", "utf-32": "code points"}[encoding]
    _, column = at(positions(TEXT, unit), TEXT.index("180"))
    assert found["range"]["start"] == {"line": LINE, "character": column - 1}
    assert other.hover(uri, LINE, column - 1) is not None


def test_a_wrong_configuration_is_shown_in_its_file_until_it_is_mended(other, tmp_path):
    other.start(tmp_path)
    config, uri = tmp_path / "factcheck.toml", (tmp_path / "a.md").as_uri()
    config.write_text('ignroe = ["share-of-total"]\n')
    other.open(uri, TEXT)
    [problem] = other.findings(config.as_uri())["diagnostics"]
    assert "ignroe" in problem["message"] and problem["range"]["start"]["line"] == 0
    assert "ignroe" in other.told("window/showMessage")["message"]
    assert other.findings(uri)["diagnostics"] == []
    config.write_text('ignore = ["share-of-total"]\n')
    other.tell("textDocument/didSave", {"textDocument": {"uri": config.as_uri()}})
    assert other.findings(config.as_uri())["diagnostics"] == []
    assert other.findings(uri)["diagnostics"] == [], "the rule is left out"
    config.unlink()
    other.tell("textDocument/didSave", {"textDocument": {"uri": config.as_uri()}})
    assert len(other.findings(uri)["diagnostics"]) == 1


def test_a_rule_of_ones_own_works_as_soon_as_it_is_saved(other, tmp_path):
    other.start(tmp_path)
    house, uri = tmp_path / "house", (tmp_path / "a.md").as_uri()
    house.mkdir()
    (tmp_path / "factcheck.toml").write_text('rules = ["house"]\n')
    other.open(uri, "The booklet has 48 pages on 14 folded sheets.\n")
    assert other.findings(uri)["diagnostics"] == []
    draft = (HOME / "checker" / "authoring" / "scaffold.toml").read_text().replace("RULE-ID", "folded-sheets")
    (house / "folded-sheets.toml").write_text(draft)
    other.tell("workspace/didChangeWatchedFiles", {"changes": []})
    assert [d["code"] for d in other.findings(uri)["diagnostics"]] == ["folded-sheets"]
