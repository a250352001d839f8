"""The command line with its help and its complaints about usage, in typer.

`__main__` imports this only for calls that are not plain (see there). What a command does stands in `commands`.
"""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from checker import __version__, cli_rules, commands
from checker.reporting import FORMATS

app = typer.Typer(
    name="factcheck",
    help="A spell-checker for numbers: checks that the figures of a document agree with one another.",
    add_completion=True,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[list[str], typer.Argument(metavar="PATH...", help="Files and folders; - is standard input.")]
Output = Annotated[Optional[str], typer.Option(metavar="FILE", help="Write to a file, whole or not at all.")]

Outputs = Annotated[
    Optional[list[str]],
    typer.Option("--output", metavar="[FORMAT=]FILE", help="Write to a file, whole or not at all; - is standard output. May be repeated."),
]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"factcheck {__version__}")
        raise typer.Exit()


def _said(parameters: dict) -> dict:
    """The parameters that were given; the commands know what holds without."""
    return {name: value for name, value in parameters.items() if value not in (None, False)}


@app.callback()
def factcheck(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """A spell-checker for numbers."""


Config = Annotated[Optional[str], typer.Option(metavar="FILE", help="The configuration file, instead of the nearest one.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]
Baseline = Annotated[Optional[str], typer.Option(metavar="FILE", help="The findings that are accepted, made by `baseline create`.")]
Today = Annotated[Optional[str], typer.Option(metavar="DATE", help="The date by which suppressions expire: 2026-03-31.")]


def _names(help: str):
    return Annotated[Optional[list[str]], typer.Option(metavar="RULE", help=help)]


@app.command(epilog="Example: factcheck run docs/ --output report.sarif --fail-on warn")
def run(
    paths: Paths,
    format: Annotated[Optional[str], typer.Option(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")] = None,
    outputs: Outputs = None,
    rules: Annotated[Optional[list[str]], typer.Option(metavar="DIR", help="A folder of further rules; may be repeated.")] = None,
    facts: Annotated[Optional[list[str]], typer.Option(metavar="FILE", help="A file of known facts; may be repeated.")] = None,
    implied: Annotated[bool, typer.Option("--implied", help="Also list what follows from the documents without standing there.")] = False,
    across: Annotated[bool, typer.Option("--across", help="Also compare what several documents state of one fact.")] = False,
    solver: Annotated[bool, typer.Option("--solver", help="Put what the test of the whole document cannot decide to z3, an extra.")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also list what passes and what is not checked.")] = False,
    no_quotes: Annotated[bool, typer.Option("--no-quotes", help="Leave the words of the documents out of the reports.")] = False,
    config: Config = None,
    isolated: Isolated = False,
    select: _names("Apply only these rules: ids, * as a wildcard, commas between them.") = None,
    ignore: _names("Leave these rules out.") = None,
    fail_on: Annotated[Optional[str], typer.Option(metavar="LEVEL", help="Exit with 1 from this on: fail, warn, never.")] = None,
    min_coverage: Annotated[Optional[str], typer.Option(metavar="PERCENT", help="Exit with 5 where fewer numbers are checked.")] = None,
    jobs: Annotated[Optional[str], typer.Option("--jobs", "-j", metavar="N", help="Processes; 0 or auto: as many as are worth it.")] = None,
    no_cache: Annotated[bool, typer.Option("--no-cache", help="Neither use nor keep results.")] = False,
    baseline: Baseline = None,
    today: Today = None,
    diff: Annotated[Optional[str], typer.Option(metavar="REV", help="Check only documents that changed since this git revision.")] = None,
) -> None:
    """Check documents.

    Exit code: 0 nothing found, 1 findings, 2 bad usage, paths, rule or configuration files, 3 no document could be
    read, 5 too few numbers were checked.
    """
    raise typer.Exit(commands.run(**_said(locals())))


@app.command(epilog="Example: factcheck config docs/")
def config(
    paths: Annotated[Optional[list[str]], typer.Argument(metavar="PATH...", help="Files and folders; by itself the working folder.")] = None,
    config: Config = None,
    isolated: Isolated = False,
) -> None:
    """Print the settings that hold for documents, and where each comes from."""
    raise typer.Exit(commands.config(**_said(locals())))


accepted = typer.Typer(no_args_is_help=True, help="Accept the findings that are there, so that only new ones fail.")
app.add_typer(accepted, name="baseline")


@accepted.command("create", epilog="Example: factcheck baseline create docs/ --baseline factcheck-baseline.json")
def baseline_create(paths: Paths, baseline: Baseline = None, config: Config = None, isolated: Isolated = False, today: Today = None) -> None:
    """Write the findings of documents into a file that `factcheck run --baseline FILE` accepts."""
    raise typer.Exit(commands.baseline("create", **_said(locals())))


@accepted.command("prune", epilog="Example: factcheck baseline prune docs/ --baseline factcheck-baseline.json")
def baseline_prune(paths: Paths, baseline: Baseline = None, config: Config = None, isolated: Isolated = False, today: Today = None) -> None:
    """Take out what is no longer found in the documents, and documents that are gone."""
    raise typer.Exit(commands.baseline("prune", **_said(locals())))


@app.command(epilog="Example: factcheck extract docs/ --format jsonl --output quantities.jsonl")
def extract(
    paths: Paths,
    format: Annotated[Optional[str], typer.Option(metavar="FORMAT", help="One of: jsonl.")] = None,
    output: Output = None,
) -> None:
    """Print the quantities of documents, one line of JSON each."""
    raise typer.Exit(commands.extract(**_said(locals())))


@app.command(epilog="Example: factcheck lsp    (as an editor starts it)")
def lsp() -> None:
    """Serve an editor on standard input and output, by the Language Server Protocol."""
    from checker.serving.start import start

    raise typer.Exit(start())


cli_rules.add_to(app)
