"""The examples of every rule file are its tests, and so are their mutations.

A consistent text has a check of the rule that does not fail and nothing fails; an inconsistent one fails by the rule, on
the figures that clash; a silent one gets no verdict from the rule. A wanted one is not read yet: the suite says when it is.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

import pytest

from checker.pipeline import check, load
from checker.reading import read_text

RULES = Path(__file__).parents[1] / "rules"


def examples(heading):
    for path in sorted(RULES.glob("*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        for number, example in enumerate(data.get(heading, ()), 1):
            yield pytest.param(data, example, id=f"{path.stem}/{heading}/{number}")


@lru_cache
def loaded():
    return load()


def checks_on(text, rule=None):
    document = read_text("example.md", text.encode("utf-8"))
    _, judgement = check(document, *loaded())
    return [c for c in judgement.checks if rule in (None, c.rule)]


def described(checks):
    return [(c.rule, c.verdict, c.message) for c in checks]


@pytest.mark.parametrize("rule, example", list(examples("consistent")))
def test_a_consistent_example_is_read_and_nothing_fails(rule, example):
    found = checks_on(example["text"])
    assert not [c for c in found if c.verdict == "fail"], described(found)
    assert [c for c in found if c.rule == rule["id"]], "the rule says nothing about it"
    if rule["severity"] != "note":
        assert [c for c in found if c.rule == rule["id"] and c.verdict == "pass"], described(found)


@pytest.mark.parametrize("rule, example", list(examples("inconsistent")))
def test_an_inconsistent_example_fails_on_the_figures_that_clash(rule, example):
    found = checks_on(example["text"], rule["id"])
    expected = {"error": "fail", "warning": "warn", "note": "unknown"}[rule["severity"]]
    hits = [c for c in found if c.verdict == expected]
    assert hits, described(checks_on(example["text"]))
    texts = [{example["text"][e.start : e.end] for e in c.evidence} for c in hits]
    assert any(all(any(clash in t or t in clash for t in found) for clash in example["clash"]) for found in texts), texts


@pytest.mark.parametrize("rule, example", list(examples("silent")))
def test_a_silent_example_gets_no_verdict(rule, example):
    found = [c for c in checks_on(example["text"], rule["id"]) if c.verdict in ("pass", "warn", "fail")]
    assert not found, described(found)


@pytest.mark.parametrize("rule, example", list(examples("wanted")))
def test_a_wanted_example_is_not_read_yet(rule, example):
    verdicts = [c.verdict for c in checks_on(example["text"], rule["id"])]
    assert example["outcome"] not in verdicts, "it is read now: make it an example of its kind"
