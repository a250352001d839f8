"""The commands for people who write rules or ask what one says. They print and return the exit code, as `commands` does."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from checker.commands import complain, write
from checker.errors import UsageError
from checker.model import Rule
from checker.reporting.targets import known_format

FORMATS = ("text", "json")
NOT_HELD, NO_RULES = 1, 3


def rules(format: str = "text", folders: Iterable[str] = ()) -> int:
    """List the rules that come with the program, and those of further folders."""
    from checker.authoring.manual import facts, listing

    known_format(format, FORMATS)
    found = _known(folders)
    write(_json([facts(rule) for rule in found]) if format == "json" else listing(found), None)
    return 0


def explain(name: str, format: str = "text", folders: Iterable[str] = ()) -> int:
    """Print what one rule demands, why, and on which examples. Raises UsageError with the nearest name there is."""
    from dataclasses import asdict
    from difflib import get_close_matches

    from checker.accepting.findings import RULE
    from checker.authoring.manual import explained, facts
    from checker.reporting.build import across_rule, known_rule

    known_format(format, FORMATS)
    found = {rule.id: rule for rule in _known(folders)}
    others = {rule.id: rule for rule in (RULE, known_rule(), across_rule())}  # of no rule file, but reports name them like one
    if name in others:
        rule = others[name]
        write(_json(asdict(rule)) if format == "json" else f"{rule.id} ({rule.severity})\n{rule.title}.\n\n{rule.about}\n", None)
        return 0
    if name not in found:
        near = get_close_matches(name, sorted([*found, *others]), 1, 0.5)
        raise UsageError(f"no rule is called {name}. Try: {near[0] if near else 'factcheck rules'}")
    rule = found[name]
    write(_json({**facts(rule), "messages": rule.messages, "examples": rule.examples}) if format == "json" else explained(rule), None)
    return 0


def new_rule(name: str, folder: str = "rules") -> int:
    """Write a first draft of a rule into a folder, and say what to do with it."""
    from checker.authoring.scaffold import draft
    from checker.rulebook import shipped_rules

    path = draft(name, folder, (rule.id for rule in shipped_rules()))
    write(f"{path} is written: change it, then\n  factcheck test-rules {path}\n  factcheck run --rules {path.parent} PATH...\n", None)
    return 0


def test_rules(paths: Sequence[str], format: str = "text") -> int:
    """Run the examples of rule files and folders, applied together with the rules that come with the program.

    0: all hold, 1: some do not, 3: there are no rules. Raises FilesRefused for files that are no rules.
    """
    from checker import pipeline
    from checker.authoring.trial import as_json, as_text, outcomes
    from checker.rulebook import load_rules

    known_format(format, FORMATS)
    _demand_there(paths)
    own = load_rules(paths)
    if not own:
        complain(f"no rules in {', '.join(paths)}: looked for *.toml")
        return NO_RULES
    found = outcomes(own, *pipeline.load(paths, _settings().packs))
    write(_json(as_json(found)) if format == "json" else as_text(own, found), None)
    return NOT_HELD if any(outcome.fault for outcome in found) else 0


def _known(folders: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that come with the program, those of the configuration where one stands, and those of further folders."""
    from checker.rulebook.load import load_rules, shipped_folder

    return load_rules((shipped_folder(), *_settings().rules, *folders))


def _settings():
    """What the configuration says where one stands: standard input is taken to stand there, too."""
    from checker.configuring import effective

    return effective(["-"]).settings


def _demand_there(paths: Iterable[str]) -> None:
    import os

    for path in paths:
        if not os.path.exists(path):
            raise UsageError(f"no such file or folder: {path}. Try: factcheck new-rule NAME")


def _json(data) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
