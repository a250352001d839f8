"""The page of relations knows every rule, and no rule that there is not."""

import tomllib
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
KINDS = tomllib.loads((HOME / "benchmarks" / "kinds.toml").read_text("utf-8"))["kind"]


def test_every_rule_judges_a_kind_and_every_kind_names_rules_that_exist():
    named = {rule for kind in KINDS for rule in kind["rules"]}
    assert named == {path.stem for path in (HOME / "rules").glob("*.toml")}


def test_every_kind_has_its_section():
    page = (HOME / "docs" / "relations.md").read_text("utf-8")
    for kind in KINDS:
        assert f"## {kind['title']}\n\n{kind['read']}\n" in page, "run: make scores"
        assert kind["open"] in page
