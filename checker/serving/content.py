"""A checked text as the protocol's diagnostics, hovers and code actions. Positions are those of the editor."""

from __future__ import annotations

from collections.abc import Iterator

from lsprotocol import types

from checker.reporting.findings import FINDINGS, VERDICTS, first_evidence, level_of
from checker.reporting.positions import at, offset_of
from checker.reporting.report import CheckReport
from checker.reporting.words import edit_words, facts, flat, span
from checker.serving.checked import Checked

SOURCE = "factcheck"
SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "note": types.DiagnosticSeverity.Information,
}


def diagnostics(text: Checked) -> list[types.Diagnostic]:
    """The findings that nobody has accepted, each with all of its figures as related places."""
    return [_diagnostic(text, check) for check in _open_findings(text)]


def hover(text: Checked, position: types.Position) -> types.Hover | None:
    """The arithmetic of every check that the number at a position takes part in, or why it takes part in none."""
    place = _offset(text, position)
    found = [(check, e) for check in text.report.checks for e in check.evidence if e.start <= place < e.end]
    if found:
        found.sort(key=lambda pair: VERDICTS.index(pair[0].verdict))
        shown = "\n\n---\n\n".join(_arithmetic(check) for check in {check.id: check for check, _ in found}.values())
        return _hover(shown, _range(text, found[0][1].start, found[0][1].end))
    for number in text.report.unchecked:
        if number.start <= place < number.end:
            return _hover(f"{_code(number.text)} is not checked: {number.reason}", _range(text, number.start, number.end))
    return None


def actions(text: Checked, asked: types.Range) -> list[types.CodeAction]:
    """What can be done about the findings with a figure in a range: an edit for each figure, or letting it stand."""
    first, last = _offset(text, asked.start), _offset(text, asked.end)
    touched = [c for c in _open_findings(text) if any(e.start <= last and first <= e.end for e in c.evidence)]
    return [action for check in touched for action in (*_mending(text, check), *_accepting(text, check))]


def _open_findings(text: Checked) -> Iterator[CheckReport]:
    return (check for check in text.report.checks if check.verdict in FINDINGS and check.suppressed is None)


def _diagnostic(text: Checked, check: CheckReport) -> types.Diagnostic:
    first = first_evidence(check)
    related = [
        types.DiagnosticRelatedInformation(types.Location(text.uri, _range(text, e.start, e.end)), f"{e.role}: {flat(e.text)}")
        for e in check.evidence
    ]
    return types.Diagnostic(
        range=_range(text, first.start, first.end) if first else _range(text, 0, 0),
        message=check.message,
        severity=SEVERITIES[level_of(check)],
        code=check.rule,
        source=SOURCE,
        related_information=related,
        data={"check": check.id},
    )


# ---------------------------------------------------------------- hover


def _arithmetic(check: CheckReport) -> str:
    rows = [f"| {e.role} | {_code(e.text)} | {span(e) if e.low or e.high else ''} |" for e in check.evidence]
    table = "\n".join(["| role | written | stands for |", "| --- | --- | --- |", *rows])
    rest = "\n".join(f"- {name}: {_code(words) if name == 'rule' else _escaped(words)}" for name, words in facts(check))
    return f"**{check.verdict}** {check.rule}: {_escaped(check.message)}\n\n{table}\n\n{rest}"


def _hover(shown: str, where: types.Range) -> types.Hover:
    return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, shown), where)


def _code(words: str) -> str:
    return f"`{flat(words).replace('`', chr(0x2019)).replace('|', chr(0x00A6))}`"


def _escaped(words: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_<>[]|" else c for c in flat(words))


# ---------------------------------------------------------------- actions


def _mending(text: Checked, check: CheckReport) -> Iterator[types.CodeAction]:
    """One edit each; none is preferred, for any of the figures may be the wrong one."""
    for edit in check.suggestions:
        change = types.TextEdit(_range(text, edit.start, edit.end), edit.text)
        yield _action(text, check, f"Write {edit_words(check, edit)}", change)


def _accepting(text: Checked, check: CheckReport) -> Iterator[types.CodeAction]:
    """A comment that lets the finding stand, with the reason left to fill in."""
    if not text.comments or not check.evidence:
        return
    comment = f"<!-- factcheck-ignore {check.rule}: reason -->"
    source, place = text.report.source, first_evidence(check).start
    line, _ = at(text.places, place)
    starts = text.places.starts
    end = starts[line] if line < len(starts) else len(source)
    row = source[starts[line - 1] : end].rstrip("\r\n")
    if "|" in row:  # a row of a table ends where it ends: above the table
        while line > 1 and source[starts[line - 2] : starts[line - 1]].strip():
            line -= 1
        where, new = starts[line - 1], f"{comment}\n"
    else:
        where, new = starts[line - 1] + len(row), f" {comment}"
    yield _action(text, check, f"Let it stand: factcheck-ignore {check.rule}", types.TextEdit(_range(text, where, where), new))


def _action(text: Checked, check: CheckReport, title: str, edit: types.TextEdit) -> types.CodeAction:
    return types.CodeAction(
        title=title,
        kind=types.CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(text, check)],
        edit=types.WorkspaceEdit(changes={text.uri: [edit]}),
    )


# ---------------------------------------------------------------- places


def _range(text: Checked, start: int, end: int) -> types.Range:
    return types.Range(_position(text, start), _position(text, end))


def _position(text: Checked, offset: int) -> types.Position:
    line, column = at(text.places, offset)
    return types.Position(line - 1, column - 1)


def _offset(text: Checked, position: types.Position) -> int:
    return offset_of(text.places, len(text.report.source), position.line + 1, position.character + 1)
