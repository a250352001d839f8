"""The examples of a rule file are its tests: one place that runs them, for the shipped rules and for anybody's own.

    consistent     the rule sees it and does not fail, nor does any other rule
    inconsistent   the rule fails on the figures that clash
    silent         the rule gives no verdict
    wanted         is not read yet, in the outcome that it names

A rule of severity warning or note says so by `warn` or `unknown` instead of `fail`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from checker.model import Check, Rule

HEADINGS = ("consistent", "inconsistent", "silent", "wanted")
NAME = "example.md"  # examples may hold a table
DECIDED = ("pass", "warn", "fail")
WHEN_WRONG = {"error": "fail", "warning": "warn", "note": "unknown"}  # severity -> verdict on what is inconsistent


class Case(NamedTuple):
    """One example of a rule; `number` counts from 1 under its heading."""

    rule: Rule
    heading: str
    number: int
    example: dict

    @property
    def name(self) -> str:
        return f"{self.rule.id}/{self.heading}/{self.number}"


def cases(rules: Iterable[Rule], headings: Iterable[str] = HEADINGS) -> Iterator[Case]:
    """Every example of the rules, in the order of the rules and headings."""
    headings = tuple(headings)
    for rule in rules:
        for heading in headings:
            for number, example in enumerate(rule.examples.get(heading, ()), 1):
                yield Case(rule, heading, number, example)


def fault(case: Case, pack, rules: tuple[Rule, ...]) -> str | None:
    """What is wrong with the example when all `rules` are applied to its text, or None where it holds."""
    from checker.pipeline import check
    from checker.reading import read_text

    _, judgement = check(read_text(NAME, case.example["text"].encode("utf-8")), pack, rules)
    return _FAULTS[case.heading](case, judgement.checks)


def _consistent(case: Case, found: tuple[Check, ...]) -> str | None:
    failed = [check for check in found if check.verdict == "fail"]
    if failed:
        return f"something fails: {_described(failed)}"
    own = [check for check in found if check.rule == case.rule.id]
    if not own:
        return f"the rule says nothing about it; there is: {_described(found)}"
    if case.rule.severity != "note" and all(check.verdict != "pass" for check in own):
        return f"the rule does not pass it: {_described(own)}"
    return None


def _inconsistent(case: Case, found: tuple[Check, ...]) -> str | None:
    wrong = WHEN_WRONG[case.rule.severity]
    hits = [check for check in found if check.rule == case.rule.id and check.verdict == wrong]
    if not hits:
        return f"the rule does not say {wrong}; there is: {_described(found)}"
    text, clash = case.example["text"], case.example["clash"]
    named = [{text[e.start : e.end] for e in check.evidence} for check in hits]
    if not any(all(any(number in part or part in number for part in parts) for number in clash) for parts in named):
        shown = "; ".join(", ".join(sorted(parts)) for parts in named)
        return f"the rule names {shown}, not {', '.join(clash)}"
    return None


def _silent(case: Case, found: tuple[Check, ...]) -> str | None:
    spoken = [check for check in found if check.rule == case.rule.id and check.verdict in DECIDED]
    return f"the rule is not silent: {_described(spoken)}" if spoken else None


def _wanted(case: Case, found: tuple[Check, ...]) -> str | None:
    outcome = case.example["outcome"]
    read = any(check.rule == case.rule.id and check.verdict == outcome for check in found)
    return f"it is read now ({outcome}): make it an example of its kind" if read else None


_FAULTS = {"consistent": _consistent, "inconsistent": _inconsistent, "silent": _silent, "wanted": _wanted}


def _described(checks: Iterable[Check]) -> str:
    return "; ".join(f"{check.verdict} by {check.rule}: {check.message}" for check in checks) or "nothing"
