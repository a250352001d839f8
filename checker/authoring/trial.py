"""The examples of somebody's rule files, run one by one, with where each stands and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from checker.authoring.examples import Case, cases, fault
from checker.errors import FilesRefused
from checker.model import Rule


class Outcome(NamedTuple):
    """One example that was run: where it stands, and what is wrong with it."""

    case: Case
    line: int
    fault: str | None


def outcomes(own: Iterable[Rule], pack, rules: tuple[Rule, ...]) -> list[Outcome]:
    """Every example of `own`, with all `rules` applied to it. Raises FilesRefused for phrases that cannot be read."""
    from checker.rulebook.lines import line_of, lines_of

    found = []
    for rule in own:
        lines = lines_of(Path(rule.origin).read_text("utf-8").replace("\r\n", "\n"))
        for case in cases([rule]):
            line = line_of(lines, (case.heading, case.number - 1)) or 1
            found.append(Outcome(case, line, _tried(case, pack, rules)))
    return found


def _tried(case: Case, pack, rules: tuple[Rule, ...]) -> str | None:
    try:
        return fault(case, pack, rules)
    except FilesRefused:
        raise
    except Exception as error:  # one example leaves the others alone, as one document does in a run
        return f"internal error, please report it: {type(error).__name__}: {error}"


def as_text(own: Iterable[Rule], found: list[Outcome]) -> str:
    """A line for each rule that holds, the faults of the others with their places, and the counts."""
    lines = []
    for rule in own:
        mine = [outcome for outcome in found if outcome.case.rule.id == rule.id]
        wrong = [outcome for outcome in mine if outcome.fault]
        held = f"{len(mine) - len(wrong)} of {len(mine)} examples hold"
        lines.append(f"{'FAIL' if wrong else 'ok':4}  {rule.id}: {held}")
        for outcome in wrong:
            lines.append(f"  {rule.origin}:{outcome.line}: {outcome.case.heading} {outcome.case.number}: {outcome.fault}")
            lines += [f"    | {line}" for line in outcome.case.example["text"].splitlines()]
    wrong = sum(outcome.fault is not None for outcome in found)
    return "\n".join([*lines, "", f"{len(found) - wrong} of {len(found)} examples hold"]) + "\n"


def as_json(found: list[Outcome]) -> dict:
    """The same for programs."""
    entries = [
        {
            "rule": outcome.case.rule.id,
            "path": outcome.case.rule.origin,
            "line": outcome.line,
            "heading": outcome.case.heading,
            "number": outcome.case.number,
            "holds": outcome.fault is None,
            "fault": outcome.fault,
        }
        for outcome in found
    ]
    return {"examples": len(entries), "failed": sum(not entry["holds"] for entry in entries), "results": entries}
