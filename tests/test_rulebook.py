"""Rule files: what is refused and how it is said, and that compiled rules are the rules."""

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.errors import FilesRefused
from checker.model import KINDS, Rule
from checker.rulebook import compiled, load_rules, shipped_rules
from checker.rulebook.build import build
from checker.rulebook.equation import FUNCTIONS
from checker.rulebook.lines import line_of, lines_of
from checker.rulebook.load import compile_rules, shipped_folder
from checker.rulebook.schema import json_schema

ROOT = Path(__file__).parent.parent

GOOD = '''\
id = "part-and-rest"
title = "A part and the rest must make up the whole"
severity = "error"
frame = "share"
equation = "whole == part + rest"
about = """
A text gives a part, the rest and the whole.
"""

[roles.whole]
kinds = ["level"]

[roles.part]
kinds = ["level"]

[roles.rest]
kinds = ["level"]

[link]
same-unit = [["whole", "part", "rest"]]

[messages]
pass = "{part} and {rest} are {implied}, as stated."
fail = "{part} and {rest} are {implied}, but the text says {whole}."

[[consistent]]
text = "Of 12 boats, 7 sank and 5 did not."
[[consistent]]
text = "Of 14 boats, 7 sank and 7 did not."

[[inconsistent]]
text = "Of 12 boats, 7 sank and 6 did not."
clash = ["12", "7", "6"]
[[inconsistent]]
text = "Of 14 boats, 9 sank and 7 did not."
clash = ["14", "9", "7"]

[[silent]]
text = "12 boats sank in 5 storms."
[[silent]]
text = "Of 12 boats, 7 sank within 5 hours."
'''


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    """No test writes into the cache of whoever runs it."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    return tmp_path / "cache" / "factcheck" / "rules"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "rules").mkdir()
    return tmp_path / "rules"


def put(folder, text, name="part-and-rest"):
    path = folder / f"{name}.toml"
    path.write_text(text, "utf-8")
    return path


def problems(*paths):
    """The messages of a refusal, with the folder taken off the paths."""
    with pytest.raises(FilesRefused) as caught:
        load_rules(paths)
    return [re.sub(r"\S*/(?=[\w.-]+\.toml)", "", str(problem)) for problem in caught.value.problems]


def changed(old, new):
    assert old in GOOD
    return GOOD.replace(old, new, 1)


# ---------------------------------------------------------------- a good file


def test_a_rule_says_what_the_file_says(folder):
    (rule,) = load_rules([put(folder, GOOD)])
    assert (rule.id, rule.severity, rule.frames, rule.operator) == ("part-and-rest", "error", ("share",), "==")
    assert [role.name for role in rule.roles] == ["whole", "part", "rest"]
    assert rule.link == {"same-unit": (("whole", "part", "rest"),)}
    assert rule.forms["rest"] == ("-", ("role", "whole"), ("role", "part"))
    assert rule.tight == {"whole", "part", "rest"} and rule.focus == "whole"
    assert len(rule.examples["inconsistent"]) == 2 and rule.origin.endswith("part-and-rest.toml")


def test_what_may_be_left_out_has_a_default(folder):
    role = '[roles.rest]\nclaim = "part"\nkinds = ["share", "level"]\nmissing = "unknown"'
    text = changed('[roles.rest]\nkinds = ["level"]', role)
    (rule,) = load_rules([put(folder, text)])
    role = rule.roles[2]
    assert (role.claim, role.missing) == ("part", "unknown")
    assert not (role.many or role.signed or role.optional or role.context)
    assert {"percent", "ratio", "currency"} <= role.kinds <= KINDS


def test_a_phrase_is_kept_as_it_is(folder):
    text = GOOD + '\n[[phrase]]\nlang = "en"\ncue = "{part} and the rest"\nparts = {rest = ["or {rest}"]}\n'
    (rule,) = load_rules([put(folder, text)])
    assert rule.link["phrases"] == ({"lang": "en", "cue": "{part} and the rest", "parts": {"rest": ["or {rest}"]}},)
    assert load_rules([folder]) == (rule,)


def test_the_focus_is_a_share_before_others(folder):
    text = changed('"whole == part + rest"', '"part == whole * rest"')
    text = text.replace('[roles.rest]\nkinds = ["level"]', '[roles.rest]\nkinds = ["percent"]')
    (rule,) = load_rules([put(folder, text)])
    assert rule.focus == "rest"


def test_context_roles_stand_outside_the_equation(folder):
    text = changed("[link]", '[roles.count]\nkinds = ["any"]\ncontext = true\n\n[link]')
    (rule,) = load_rules([put(folder, text)])
    assert rule.roles[3].context and "count" not in rule.forms


# ---------------------------------------------------------------- bad files

BAD = [
    ("an unknown key", changed("severity", 'equaton = "x"\nseverity'),
     "part-and-rest.toml:3: equaton: unknown key 'equaton'. Try: equation"),
    ("an unknown key of a role", changed("[roles.part]", "[roles.part]\nmani = true"),
     "part-and-rest.toml:14: roles.part.mani: unknown key 'mani'. Try: many"),
    ("an unknown condition", changed("same-unit", "same-unite"),
     "part-and-rest.toml:20: link.same-unite: unknown key 'same-unite'. Try: same-unit"),
    ("an unknown message", changed('fail = "', 'fails = "'),
     "part-and-rest.toml:24: messages.fails: unknown key 'fails'. Try: fail"),
    ("a key that is missing", changed('severity = "error"\n', ""),
     "part-and-rest.toml:1: severity: is missing. Try: severity = \"error\""),
    ("a word for a truth", changed("[roles.part]", '[roles.part]\nmany = "yes"'),
     "part-and-rest.toml:14: roles.part.many: is not true or false. Try: true"),
    ("an assumption that is no comparison", changed("[roles.part]", '[roles.part]\nassume = "small"'),
     "part-and-rest.toml:14: roles.part.assume: is no comparison with a number. Try: \"> -1\""),
    ("a severity that is none", changed('"error"', '"fatal"'),
     "part-and-rest.toml:3: severity: is 'fatal'. Try: 'error', 'warning' or 'note'"),
    ("an id that is not kebab-case", changed('"part-and-rest"', '"Part_And Rest"'),
     "part-and-rest.toml:1: id: 'Part_And Rest' is not in kebab-case. Try: part-and-rest"),
    ("an id that is not the file's name", changed('"part-and-rest"', '"part-of-rest"'),
     "part-and-rest.toml:1: id: 'part-of-rest' is not the file's name. Try: part-and-rest"),
    ("a title that is no sentence", changed('"A part and the rest must make up the whole"', '"parts"'),
     "part-and-rest.toml:2: title: 'parts' is not a sentence. Try: A share must be its part of the whole"),
    ("a name that is no role", changed("part + rest", "part + rset"),
     "part-and-rest.toml:5: equation: 'rset' is not a role. Try: rest"),
    ("a role that is not in the equation", changed("whole == part + rest", "whole == part"),
     "part-and-rest.toml:16: roles.rest: the role 'rest' is not in the equation. "
     "Try: context = true, if only conditions and messages need it"),
    ("an equation that calls something", changed("whole == part + rest", "whole == __import__('os')"),
     "part-and-rest.toml:5: equation: may not call __import__. "
     f"Try: {' '.join(sorted(FUNCTIONS))}"),
    ("an equation that reaches into something", changed("whole == part + rest", "whole == part.__class__ + rest"),
     "part-and-rest.toml:5: equation: may not contain a dotted name: part.__class__. "
     f"Try: roles, numbers, + - * / ** and {' '.join(sorted(FUNCTIONS))}"),
    ("a list that is not said to be one", changed("part + rest", "sum(part) + rest"),
     "part-and-rest.toml:13: roles.part: 'part' is used as a list. Try: many = true"),
    ("a list that is used as one value", changed("[roles.part]", "[roles.part]\nmany = true"),
     "part-and-rest.toml:14: roles.part.many: 'part' holds many, but stands in the equation as one. "
     "Try: sum(part) or count(part)"),
    ("words in arithmetic", changed('[roles.part]\nkinds = ["level"]', '[roles.part]\nkinds = ["text"]'),
     "part-and-rest.toml:5: equation: 'part' is text, which has no value. Try: count(part)"),
    ("an unknown kind", changed('[roles.part]\nkinds = ["level"]', '[roles.part]\nkinds = ["percentage"]'),
     "part-and-rest.toml:14: roles.part.kinds: unknown kind 'percentage'. Try: percent"),
    ("a claim that no frame makes", changed("[roles.part]", '[roles.part]\nclaim = "hole"'),
     "part-and-rest.toml:14: roles.part.claim: no frame makes a claim 'hole'. Try: whole"),
    ("a focus that is no role", changed("about", 'focus = "hole"\nabout'),
     "part-and-rest.toml:6: focus: 'hole' is not in the equation. Try: whole"),
    ("an unknown placeholder", changed("says {whole}", "says {hole}"),
     "part-and-rest.toml:24: messages.fail: unknown placeholder {hole}. Try: {whole}"),
    ("a placeholder that reaches into something", changed("says {whole}", "says {whole.__class__}"),
     "part-and-rest.toml:24: messages.fail: unknown placeholder {whole.__class__}. Try: {whole}"),
    ("a brace that is not closed", changed("says {whole}", "says {whole"),
     "part-and-rest.toml:24: messages.fail: a brace that is not closed. Try: {role}, or {{ for a brace"),
    ("a condition on what is no role", changed('["whole", "part", "rest"]', '["whole", "prat"]'),
     "part-and-rest.toml:20: link.same-unit: 'prat' is not a role. Try: part"),
    ("an example without text", changed('text = "12 boats sank in 5 storms."', ""),
     "part-and-rest.toml:38: silent[1].text: is missing. Try: text = \"...\""),
    ("an empty example", changed('"12 boats sank in 5 storms."', '" "'),
     "part-and-rest.toml:39: silent[1].text: is empty. Try: a text"),
    ("a clash without numbers", changed('clash = ["12", "7", "6"]\n', ""),
     'part-and-rest.toml:31: inconsistent[1].clash: is missing. Try: clash = ["25%", "$4.5 million"]'),
    ("a clash of what is not in the text", changed('"12", "7", "6"', '"12", "7", "8"'),
     "part-and-rest.toml:33: inconsistent[1].clash: '8' is not in the example's text. Try: the number as it stands there"),
    ("the same example twice", changed("Of 14 boats, 7 sank and 7 did not.", "Of 12 boats, 7 sank and 5 did not."),
     "part-and-rest.toml:29: consistent[2].text: the same text as under [[consistent]]. Try: another sentence"),
    ("too few examples", GOOD[: GOOD.rindex("[[silent]]")],
     "part-and-rest.toml:38: silent: 1 [[silent]] example, at least 2 are needed. "
     "Try: sentences that look like it, but about which the rule has nothing to say"),
    ("no examples", GOOD[: GOOD.index("[[silent]]")],
     "part-and-rest.toml:1: silent: no [[silent]] examples, at least 2 are needed. "
     "Try: sentences that look like it, but about which the rule has nothing to say"),
    ("bad TOML", changed('"error"', "error"),
     'part-and-rest.toml:3: is not TOML: invalid value. Try: one key = "text" a line, long texts in three quotes'),
    ("a text without end", changed('same-unit = [["whole", "part", "rest"]]', 'same-unit = "'),
     'part-and-rest.toml:20: is not TOML: illegal character \'\\n\'. '
     'Try: one key = "text" a line, long texts in three quotes'),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", [pytest.param(*rest, id=name) for name, *rest in BAD])
def test_a_bad_file_is_refused_with_place_and_advice(folder, text, expected):
    assert expected in problems(put(folder, text))


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text, _ in BAD])
def test_every_problem_has_a_line_and_says_what_to_try(folder, text):
    for problem in problems(put(folder, text)):
        assert re.match(r"part-and-rest\.toml:\d+: .+\. Try: .+", problem)


def test_all_problems_of_all_files_come_at_once(folder):
    text = changed('"error"', '"fatal"').replace("part + rest", "part + rset").replace("says {whole}", "says {hole}")
    put(folder, text[: text.index("[[silent]]")])
    put(folder, "id = ", "other-file")
    found = problems(folder, folder / "missing.toml")
    assert [problem.split(": ")[0] for problem in found] == [
        "other-file.toml:1", "part-and-rest.toml:1", "part-and-rest.toml:3", "part-and-rest.toml:5",
        "part-and-rest.toml:16", "part-and-rest.toml:24", "missing.toml",
    ]  # fmt: skip
    assert found[-1] == "missing.toml: no such file or folder. Try: a rule file or a folder of them"


def test_two_rules_with_one_id_are_both_named(folder, tmp_path):
    (tmp_path / "more").mkdir()
    put(folder, GOOD)
    put(tmp_path / "more", "# of another author\n" + GOOD)
    with pytest.raises(FilesRefused) as caught:
        load_rules([folder, tmp_path / "more"])
    first, second = map(str, caught.value.problems)
    assert first.startswith(f"{folder}/part-and-rest.toml:1: id: 'part-and-rest' is also the id of {tmp_path}/more/")
    assert second.startswith(f"{tmp_path}/more/part-and-rest.toml:2: id: ") and f"{folder}/part-and-rest.toml:1" in second


def test_a_file_named_twice_is_read_once(folder):
    path = put(folder, GOOD)
    assert len(load_rules([folder, path, folder])) == 1


def test_text_that_is_not_utf_8_is_refused_with_its_line(folder):
    path = folder / "part-and-rest.toml"
    path.write_bytes(GOOD.replace("sank", "sänk").encode("latin-1"))
    assert problems(path) == ["part-and-rest.toml:27: is not UTF-8 text. Try: save it as UTF-8"]


def test_line_ends_of_windows_are_no_matter(folder):
    path = folder / "part-and-rest.toml"
    path.write_bytes(GOOD.replace("\n", "\r\n").encode())
    assert load_rules([path])[0].id == "part-and-rest"
    path.write_bytes(changed("part + rest", "part + rset").replace("\n", "\r\n").encode())
    assert problems(path)[0].startswith("part-and-rest.toml:5: equation: 'rset' is not a role")


ODD = [
    "", "x = 1", '"', "[", "[roles]", "roles = 3", "[[roles]]", "pass = 3", "part = 3", "frame = [3]", "text = 3",
    "kinds = [3]", "phrase = [3]", "link = 3", "consistent = [1]", "wanted = [{}]", "[messages.pass]", "same-unit = [[3]]",
]  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.sampled_from(GOOD.split("\n") + ODD), max_size=40))
def test_no_file_brings_the_loader_down(lines):
    found = build("\n".join(lines).encode(), Path("part-and-rest.toml"))
    assert isinstance(found, Rule) or all(problem.line and problem.hint for problem in found)


# ---------------------------------------------------------------- where keys stand

SOURCE = '''\
# a comment with [brackets] and a = b
id = "x" # another
about = """
key = "inside a text"
[not.a.table]
"""
other = \'\'\'x = 1\'\'\'
list = [
  "a = b", # c = d
  { inner = "]" },
]
dotted.key = 1
"quoted key" = 2

[roles.base]
kinds = ["]"]
[[silent]]
text = "one"
[[silent]]
text = """two
and = three"""
because = 1
'''


@pytest.mark.parametrize(
    "path, line",
    [
        (("id",), 2), (("about",), 3), (("other",), 7), (("list",), 8), (("dotted", "key"), 12), (("dotted",), 12),
        (("quoted key",), 13), (("roles",), 15), (("roles", "base"), 15), (("roles", "base", "kinds"), 16),
        (("roles", "base", "kinds", 0), 16), (("roles", "base", "absent"), 15), (("silent",), 17), (("silent", 0), 17),
        (("silent", 0, "text"), 18), (("silent", 1, "text"), 20), (("silent", 1, "because"), 22), (("absent",), None),
        (("key",), None), (("not",), None), (("and",), None), (("inner",), None),
    ],
)  # fmt: skip
def test_the_line_of_a_key(path, line):
    assert line_of(lines_of(SOURCE), path) == line


def test_every_key_of_every_shipped_rule_is_found():
    import tomllib

    for file in sorted(shipped_folder().glob("*.toml")):
        source = file.read_text("utf-8")
        lines, rows = lines_of(source), source.split("\n")
        for key in tomllib.loads(source):
            assert key in rows[lines[(key,)] - 1]


# ---------------------------------------------------------------- compiled


def test_a_rule_survives_json():
    for rule in compile_rules(shipped_folder()).values():
        data = json.loads(json.dumps(compiled.to_data(rule)))
        assert compiled.from_data(data, rule.origin) == rule


def test_the_schema_for_editors_is_fresh():
    """Refresh with `python -m checker.compile`."""
    assert json.loads((ROOT / "rules" / "schema.json").read_text("utf-8")) == json_schema()


def test_the_shipped_rules_satisfy_the_schema_for_editors():
    import tomllib

    jsonschema = pytest.importorskip("jsonschema")
    for file in shipped_folder().glob("*.toml"):
        jsonschema.validate(tomllib.loads(file.read_text("utf-8")), json_schema())


def test_a_warm_start_imports_nothing_slow():
    code = (
        "import sys; from checker.rulebook import shipped_rules; assert shipped_rules()\n"
        "sys.exit(' '.join({'sympy', 'pydantic', 'tomllib', 'pint'} & set(sys.modules)) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_a_rule_of_the_users_own_is_compiled_once(folder, own_cache, monkeypatch):
    path = put(folder, GOOD)
    cold = load_rules([path])
    assert len(list(own_cache.iterdir())) == 1
    monkeypatch.setattr("checker.rulebook.load._build", None)
    assert load_rules([path]) == cold
    assert load_rules([path])[0].origin == str(path)


def test_a_rule_that_changes_is_compiled_again(folder):
    load_rules([put(folder, GOOD)])
    (rule,) = load_rules([put(folder, changed('"error"', '"note"'))])
    assert rule.severity == "note"


def test_the_cache_does_not_forgive_another_name(folder):
    load_rules([put(folder, GOOD)])
    assert problems(put(folder, GOOD, "another"))[0].startswith("another.toml:1: id: 'part-and-rest' is not the file's name")


@pytest.mark.parametrize("spoilt", ["", "{", "[]", "{}", '"x"', '{"id": 3}', "null"])
def test_a_spoilt_cache_is_no_error(folder, own_cache, spoilt):
    path = put(folder, GOOD)
    cold = load_rules([path])
    for entry in own_cache.iterdir():
        entry.write_text(spoilt, "utf-8")
    assert load_rules([path]) == cold


def test_a_cache_that_cannot_be_written_is_no_error(folder, tmp_path, monkeypatch):
    (tmp_path / "a file").write_text("", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "a file"))
    assert len(load_rules([put(folder, GOOD)])) == 1


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="may write everywhere")
def test_a_read_only_cache_is_no_error(folder, own_cache):
    own_cache.mkdir(parents=True)
    own_cache.chmod(0o500)
    assert len(load_rules([put(folder, GOOD)])) == 1


def test_a_compiled_rule_of_another_version_is_passed_over():
    (rule, *_) = shipped_rules()
    data = compiled.to_data(rule)
    assert compiled._read({**data, "new": 1}, "x") is None
    assert compiled._read({key: data[key] for key in data if key != "forms"}, "x") is None
    assert compiled._read(data, "x") == replace(rule, origin="x")


# ---------------------------------------------------------------- the manual

README = (ROOT / "rules" / "README.md").read_text("utf-8")


def test_the_rule_in_the_manual_loads(folder):
    (example,) = (block for block in re.findall(r"```toml\n(.*?)```", README, re.DOTALL) if re.search(r"^id\s*=", block, re.MULTILINE))
    name = re.search(r'^id\s*= "(.*?)"', example, re.MULTILINE)[1]
    (rule,) = load_rules([put(folder, example, name)])
    assert rule.tight


def test_the_manual_names_every_key_kind_and_function():
    from checker.model import KIND_GROUPS
    from checker.rulebook.demands import PLACEHOLDERS

    keys = {key for table in json_schema()["$defs"].values() for key in table.get("properties", ())}
    keys |= set(json_schema()["properties"])
    for word in keys | KINDS | set(KIND_GROUPS) | FUNCTIONS | {"{%s}" % name for name in PLACEHOLDERS}:
        assert re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", README), word
