"""The commands about rules on the command line, in typer; what they do stands in `rule_commands`."""

from __future__ import annotations

from typing import Annotated, Optional

import typer

from checker import rule_commands

Format = Annotated[str, typer.Option(metavar="FORMAT", help=f"One of: {', '.join(rule_commands.FORMATS)}.")]
Folders = Annotated[Optional[list[str]], typer.Option("--rules", metavar="DIR", help="A folder of further rules; may be repeated.")]
Id = Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule.")]


def rules(format: Format = "text", folders: Folders = None) -> None:
    """List the rules: id, severity, what must hold."""
    raise typer.Exit(rule_commands.rules(format, folders or ()))


def explain(rule: Id, format: Format = "text", folders: Folders = None) -> None:
    """Print what a rule demands and why, its messages and its examples."""
    raise typer.Exit(rule_commands.explain(rule, format, folders or ()))


def new_rule(
    rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of the new rule, in kebab-case.")],
    into: Annotated[str, typer.Option(metavar="DIR", help="The folder to write it to.")] = "rules",
) -> None:
    """Write a first draft of a rule, which loads and whose examples hold."""
    raise typer.Exit(rule_commands.new_rule(rule, into))


def test_rules(
    paths: Annotated[list[str], typer.Argument(metavar="PATH...", help="Rule files and folders of them.")],
    format: Format = "text",
) -> None:
    """Run the examples of rules of your own. Exit code: 0 all hold, 1 some do not, 2 a file is wrong, 3 no rules."""
    raise typer.Exit(rule_commands.test_rules(paths, format))


def add_to(app: typer.Typer) -> None:
    """Put the commands into the program."""
    app.command(epilog="Example: factcheck rules --format json")(rules)
    app.command(epilog="Example: factcheck explain share-of-total")(explain)
    app.command("new-rule", epilog="Example: factcheck new-rule folded-sheets --into house-rules")(new_rule)
    app.command("test-rules", epilog="Example: factcheck test-rules house-rules")(test_rules)
