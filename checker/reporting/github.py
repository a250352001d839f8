"""Annotations of GitHub Actions: workflow commands on standard output.

A step shows ten errors, ten warnings and ten notices, so the worst come first; what is beyond the cap is listed in
the log, and a notice counts it.
"""

from __future__ import annotations

import re
from collections import Counter

from checker.reporting.findings import Finding, findings, first_evidence, tidy_path
from checker.reporting.positions import at, positions
from checker.reporting.report import ErrorReport, Report
from checker.reporting.words import flat, printable, sentences, some, summary

CAP = 10  # of each command in a step
COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
NOTICES = CAP - 1  # one is kept for the count of what was cut
_LINE_END = re.compile(r"\r\n|\n|\r")


def render(report: Report, verbose: bool = False) -> str:
    """The commands, the log lines of what is beyond the caps, and the summary. `verbose` changes nothing."""
    places = {document.path: positions(document.source, "utf-16") for document in report.documents}
    shown: Counter[str] = Counter()
    commands, cut, rest = [], Counter(), []
    for item in (*report.errors, *findings(report)):
        kind = "error" if isinstance(item, ErrorReport) else COMMANDS[item.level]
        if shown[kind] < (NOTICES if kind == "notice" else CAP):
            shown[kind] += 1
            commands.append(_unread(item) if isinstance(item, ErrorReport) else _annotation(kind, item, places))
        else:
            cut[kind] += 1
            rest.append(_logged(kind, item))
    if cut:
        counts = ", ".join(some(cut[kind], kind) for kind in COMMANDS.values() if cut[kind])
        commands.append(f"::notice title=factcheck::{data(f'{counts} more in the log of this step: GitHub shows {CAP} of each kind')}")
    return "".join(f"{line}\n" for line in (*commands, *rest, log_line(summary(report))))


def data(text: str) -> str:
    r"""Text for the message of a command.

    >>> data("50%\nof"), prop("a:b,c")
    ('50%25%0Aof', 'a%3Ab%2Cc')
    """
    return "%0A".join(printable(line).replace("%", "%25") for line in _LINE_END.split(text))


def prop(text: str) -> str:
    """Text for a property of a command."""
    return data(text).replace(":", "%3A").replace(",", "%2C")


def log_line(text: str) -> str:
    """A line of the log that the runner takes for no command: these start with `::`, or hold `##[`."""
    line = printable(flat(text)).replace("##[", "# #[")
    return f"- {line}" if line.startswith(":") else line


def _annotation(kind: str, finding: Finding, places) -> str:
    document, check, _ = finding
    first = first_evidence(check)
    fields = [f"file={prop(tidy_path(document.path))}"]
    if first:
        known = places[document.path]
        (line, column), (last, after) = at(known, first.start), at(known, first.end)
        fields += [f"line={line}", f"endLine={last}"]
        fields += [f"col={column}", f"endColumn={after}"] if line == last else []
    fields.append(f"title={prop(check.rule)}")
    words = "\n".join(sentences(check))
    return f"::{kind} {','.join(fields)}::{data(words)}"


def _unread(error: ErrorReport) -> str:
    return f"::error file={prop(tidy_path(error.path))},title=not read::{data(error.message)}"


def _logged(kind: str, item: Finding | ErrorReport) -> str:
    if isinstance(item, ErrorReport):
        return log_line(f"{kind}: {item.path}: {item.message}")
    first = first_evidence(item.check)
    place = f":{first.line}:{first.column}" if first else ""
    return log_line(f"{kind}: {item.document.path}{place}: {item.check.message} ({item.check.rule})")
