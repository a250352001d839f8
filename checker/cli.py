"""The command line with its help and its complaints about usage, in typer.

`__main__` imports this only for calls that are not plain (see there). What a command does stands in `commands`.
"""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from checker import __version__, commands
from checker.reporting import FORMATS

app = typer.Typer(
    name="factcheck",
    help="A spell-checker for numbers: checks that the figures of a document agree with one another.",
    add_completion=False,
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


@app.callback()
def factcheck(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None:
    """A spell-checker for numbers."""


@app.command()
def run(
    paths: Paths,
    format: Annotated[Optional[str], typer.Option(metavar="FORMAT", help=f"One of: {', '.join(FORMATS)}.")] = None,
    outputs: Outputs = None,
    rules: Annotated[Optional[list[str]], typer.Option(metavar="DIR", help="A folder of further rules; may be repeated.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Also list what passes and what is not checked.")] = False,
    no_quotes: Annotated[bool, typer.Option("--no-quotes", help="Leave the words of the documents out of the reports.")] = False,
) -> None:
    """Check documents.

    Exit code: 0 nothing found, 1 findings, 2 bad usage, paths or rule files, 3 no document could be read.
    """
    raise typer.Exit(commands.run(paths, format, outputs or (), rules or (), verbose, no_quotes))


@app.command()
def extract(
    paths: Paths,
    format: Annotated[str, typer.Option(metavar="FORMAT", help="One of: jsonl.")] = "jsonl",
    output: Output = None,
) -> None:
    """Print the quantities of documents, one line of JSON each."""
    raise typer.Exit(commands.extract(paths, format, output))
