"""What several test modules share: the examples of the rule files, and what the whole pipeline says of a text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from checker.model import Check
from checker.pipeline import check, load
from checker.reading import read_text

RULES = Path(__file__).parents[1] / "rules"
READ = ("consistent", "inconsistent", "silent")


@dataclass(frozen=True, slots=True)
class Example:
    """One example of a rule file; `name` is growth-from-base/inconsistent/2."""

    name: str
    rule: str
    heading: str
    text: str
    clash: tuple[str, ...] = ()


@lru_cache
def rule_examples(headings: tuple[str, ...] = READ, most: int | None = None) -> tuple[Example, ...]:
    """The examples under these headings of every rule file, `most` of a heading."""
    found = []
    for path in sorted(RULES.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        for heading in headings:
            for number, entry in enumerate(data.get(heading, ())[:most], 1):
                name = f"{path.stem}/{heading}/{number}"
                found.append(Example(name, path.stem, heading, entry["text"], tuple(entry.get("clash", ()))))
    return tuple(found)


def of_each_rule(examples: Iterable[Example]):
    """The mark of a test of the `examples` of one rule after the other: a test for each of some thousands would cost more than what
    it tests."""
    found: dict[str, list[Example]] = {}
    for example in examples:
        found.setdefault(example.rule, []).append(example)
    return pytest.mark.parametrize("examples", found.values(), ids=found)


@lru_cache
def english():
    """The pack and the rules as they are shipped."""
    return load()


def checks_on(text: str, name: str = "example.md", pack=None, rules=None) -> tuple[Check, ...]:
    """All that the pipeline says of a text, as a file of this name."""
    own_pack, own_rules = english()
    document = read_text(name, text.encode("utf-8"))
    return check(document, pack or own_pack, rules or own_rules)[1].checks


def failures(text: str) -> list[str]:
    """The rules that fail on a text."""
    return [c.rule for c in checks_on(text) if c.verdict == "fail"]


@lru_cache(maxsize=None)
def stated(text: str) -> tuple[Check, ...]:
    """All that is said of an example as it stands, kept: many laws start from it."""
    return checks_on(text)


def figures(found: Check, text: str) -> tuple[str, ...]:
    """The figures that take part, as written, white space squeezed."""
    return tuple(" ".join(text[e.start : e.end].split()) for e in found.evidence)


def verdicts(found: tuple[Check, ...]) -> list[tuple[str, str, int]]:
    """Rule, verdict and number of evidence of each check, sorted."""
    return sorted((c.rule, c.verdict, len(c.evidence)) for c in found)
