"""The commands behind the command line: they read, print, write files and return the exit code.

They return the exit codes of `running.gates`. Here and in `__main__` is the only place that prints.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable
from dataclasses import replace
from functools import partial

from checker.errors import UsageError

_GARBAGE = 1_000_000, 20, 1000


def collect_seldom() -> None:
    """Have memory searched for cycles seldom: documents leave few, and with Python's own thresholds a tenth of a run looks
    for them."""
    gc.set_threshold(*_GARBAGE)


def run(
    paths: list[str],
    format: str | None = None,
    outputs: Iterable[str] = (),
    verbose: bool = False,
    no_quotes: bool = False,
    config: str | None = None,
    isolated: bool = False,
    diff: str | None = None,
    implied: bool = False,
    across: bool = False,
    **options,
) -> int:
    """Check the documents and write the reports to `outputs`, or one to standard output (see `reporting.targets`).

    `options` are those of `configuring.options`. Outputs of the configuration are written beside the report on standard
    output; `--output` and `--format` take their place.
    """
    from checker import pipeline
    from checker.configuring import effective
    from checker.configuring.options import settings_given
    from checker.reporting.targets import targets
    from checker.running import gates
    from checker.running.plan import about_outputs

    collect_seldom()
    found = effective(paths, config, isolated, settings_given(**options))
    wanted = targets(outputs, format)
    if not outputs and format is None and found.settings.outputs and about_outputs(paths, found.settings):
        wanted = _configured(found)
    report = pipeline.run(paths, found.settings, partial(pipeline.demand_known, found), _chooser(diff), _watch, across)
    publish(replace(report, implied=implied), wanted, verbose, no_quotes)
    for error in report.errors:
        complain(f"{error.path}: {error.message}")
    if found.settings.baseline:
        _tell_stale(found.settings.baseline, report)
    if not report.documents and diff is not None and not report.errors:
        complain(f"no document has changed since {diff}")
        return 0
    if not report.documents:
        return _nothing_read(paths, bool(report.errors))
    code = gates.exit_code(report, found.settings)
    if code == gates.TOO_LITTLE:
        counts = report.summary
        complain(f"{counts.checked} of {counts.quantities} numbers were checked, fewer than {found.settings.min_coverage}%")
    return code


def _configured(found) -> tuple:
    """The outputs of the configuration, and text on standard output where none of them takes that."""
    from checker.reporting.targets import STDOUT, targets

    try:
        own = targets(found.settings.outputs)
    except UsageError as error:
        raise UsageError(f"{found.origins['outputs']}: outputs: {error}") from None
    return own if any(target.path == STDOUT for target in own) else (*targets(()), *own)


def _tell_stale(path: str, report) -> None:
    """Accepted findings that are not found any more would hide the next mistake."""
    from checker.accepting.baseline import pruned, read_baseline

    _, gone = pruned(read_baseline(path), report.documents)
    if gone:
        complain(f"{path}: {gone} accepted finding{'s' * (gone != 1)} not found any more. Try: factcheck baseline prune")


def _chooser(diff: str | None):
    """What leaves only the files that changed since a git revision; all without one."""
    if diff is None:
        return lambda files: files
    from checker.running.changed import changed

    return lambda files: changed(files, diff)


def _watch(results, count: int):
    """The results, with a bar on a terminal; nothing anywhere else."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return results
    from checker.running.progress import watched

    return watched(results, count, lambda text: print(text, end="", file=sys.stderr, flush=True))


def config(paths: Iterable[str] = (".",), config: str | None = None, isolated: bool = False) -> int:
    """Print the settings that hold for these documents, or those of the working folder, and where each comes from."""
    from checker import pipeline
    from checker.configuring import effective
    from checker.configuring.shown import shown

    found = effective(paths, config, isolated)
    pipeline.demand_known(found, *pipeline.load(found.settings.rules, found.settings.packs))
    write(shown(found), None)
    return 0


def baseline(
    action: str, paths: list[str], baseline: str | None = None, config: str | None = None, isolated: bool = False, today: str | None = None
) -> int:
    """Write the baseline of these documents ("create"), or take out what is no longer found in them ("prune")."""
    from checker import pipeline
    from checker.accepting import baseline as kept
    from checker.configuring import effective
    from checker.configuring.options import settings_given

    found = effective(paths, config, isolated, settings_given(baseline=baseline, today=today))
    path = found.settings.baseline or os.path.join(os.path.dirname(found.file or ""), kept.NAME)
    old = kept.read_baseline(path) if action == "prune" else {}
    report = pipeline.run(paths, replace(found.settings, baseline=None), partial(pipeline.demand_known, found), watch=_watch)
    for error in report.errors:
        complain(f"{error.path}: {error.message}")
    if not report.documents:
        return _nothing_read(paths, bool(report.errors))
    made, gone = kept.pruned(old, report.documents) if action == "prune" else (kept.baseline_of(report), 0)
    write(kept.baseline_text(made, path), path)
    count = sum(map(len, made.values()))
    print(f"{path}: {count} finding{'s' * (count != 1)} accepted{f', {gone} taken out' if action == 'prune' else ''}")
    return 0


def publish(report, wanted: Iterable, verbose: bool = False, no_quotes: bool = False) -> None:
    """Write the report to each target. All are rendered before the first is written."""
    from checker.reporting import render

    if no_quotes:
        from checker.reporting.discreet import without_quotes

        report = without_quotes(report)
    coloured = _colours()
    rendered = [
        (path, None if (name, path, coloured) == ("text", "-", True) else render(report, name, verbose)) for name, path in wanted
    ]
    for path, text in rendered:
        if text is None:
            from checker.reporting.text import show

            show(report, verbose)
        else:
            write(text, None if path == "-" else path)


def extract(paths: list[str], format: str = "jsonl", output: str | None = None) -> int:
    """Print the quantities of each document as a line of JSON."""
    from checker import pipeline
    from checker.reporting.quantities import line
    from checker.reporting.targets import demand_writable, known_format

    known_format(format, ("jsonl",))
    if output is not None:
        demand_writable(output)
    lines, errors = [], False
    for path, extraction, error in pipeline.extractions(paths):
        if error is None:
            lines.append(line(extraction))
        else:
            errors = True
            complain(f"{path}: {error}")
    write("".join(f"{line}\n" for line in lines), output)
    return 0 if lines else _nothing_read(paths, errors)


def write(text: str, output: str | None) -> None:
    """Write a file whole or not at all, always in UTF-8; without a file, to standard output."""
    data = text.encode("utf-8")
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    target = os.path.realpath(output)
    try:
        if os.path.exists(target) and not os.path.isfile(target):  # a device or a pipe cannot be replaced
            with open(target, "wb") as file:
                file.write(data)
            return
        folder, name = os.path.split(target)
        _replace(os.path.join(folder, f".{name}.{os.getpid()}.tmp"), target, data)
    except OSError as error:
        raise UsageError(f"cannot write {output}: {(error.strerror or str(error)).lower()}") from None


def complain(message: str) -> None:
    """A message for people on standard error. What names of files may hold must not steer their terminal."""
    from checker.reporting.words import printable

    for line in message.splitlines():
        print(f"factcheck: {printable(line)}", file=sys.stderr)


def _replace(temporary: str, target: str, data: bytes) -> None:
    try:
        with open(temporary, "xb") as file:
            file.write(data)
        os.replace(temporary, target)
    except OSError:
        if os.path.exists(temporary):
            os.unlink(temporary)
        raise


def _nothing_read(paths: list[str], errors: bool) -> int:
    from checker.running.gates import NOTHING_READ

    if not errors:
        from checker.reading import endings

        complain(f"no documents in {', '.join(paths)}: looked for {', '.join(endings())}")
    return NOTHING_READ


def _colours() -> bool:
    """True on a terminal whose user has not asked for plain text (NO_COLOR)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
