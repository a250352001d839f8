"""The way in: `factcheck` and `python -m checker`.

Importing typer costs about as much as checking a small file (it brings pydantic, rich and inspect along), so
`--version` and plain calls of the commands are understood here. Everything else - help, mistakes, unusual spellings -
goes to typer, which knows the same commands; a test holds the two together.
"""

from __future__ import annotations

import gc
import os
import sys
from types import MappingProxyType

from checker import __version__

# Command -> option -> the parameter it sets. Flags take no value, lists may be repeated, the rest are single values.
OPTIONS = MappingProxyType(
    {
        "run": {
            "--format": "format", "--output": "outputs", "--rules": "rules", "--facts": "facts", "--implied": "implied", "--across": "across",
            "--verbose": "verbose", "-v": "verbose",
            "--no-quotes": "no_quotes", "--config": "config", "--isolated": "isolated", "--select": "select",
            "--ignore": "ignore", "--fail-on": "fail_on", "--min-coverage": "min_coverage", "--jobs": "jobs", "-j": "jobs",
            "--no-cache": "no_cache", "--solver": "solver", "--today": "today", "--baseline": "baseline",
            "--diff": "diff",
        },
        "config": {"--config": "config", "--isolated": "isolated"},
        "extract": {"--format": "format", "--output": "output"},
    }
)  # fmt: skip
FLAGS, LISTS = ("verbose", "no_quotes", "isolated", "no_cache", "implied", "across", "solver"), ("rules", "facts", "outputs", "select", "ignore")
USAGE, INTERNAL, INTERRUPTED, BROKEN_PIPE = 2, 4, 130, 141


def main() -> None:
    """Run the command line and exit."""
    try:
        code = _main(sys.argv[1:])
        gc.freeze()  # else the interpreter searches all of the words and rules for cycles before it ends, a third of a small run
        sys.exit(code)
    except BrokenPipeError:  # the reader of our output went away: `factcheck run . | head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(BROKEN_PIPE)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)


def _main(arguments: list[str]) -> int:
    if arguments == ["--version"]:
        print(f"factcheck {__version__}")
        return 0
    from checker import commands
    from checker.errors import FactcheckError

    call = plain_call(arguments)
    try:
        if call is None:
            return _typer(arguments)
        return getattr(commands, call[0])(**call[1])
    except FactcheckError as error:
        commands.complain(str(error))
        return USAGE
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception as error:
        if os.environ.get("FACTCHECK_DEBUG"):
            raise
        commands.complain(f"internal error, please report it: {type(error).__name__}: {error}")
        return INTERNAL


def plain_call(arguments: list[str]) -> tuple[str, dict] | None:
    """The command and its parameters, or None where typer shall see to it.

    >>> plain_call(["run", "a.txt", "--format=json", "-v"])
    ('run', {'paths': ['a.txt'], 'format': 'json', 'verbose': True})
    >>> plain_call(["run", "--help"]), plain_call(["run"]), plain_call(["run", "a.txt", "--format"])
    (None, None, None)
    """
    if not arguments or arguments[0] not in OPTIONS:
        return None
    options, parameters = OPTIONS[arguments[0]], {"paths": []}
    rest = iter(arguments[1:])
    for argument in rest:
        if argument == "-" or not argument.startswith("-"):
            parameters["paths"].append(argument)
            continue
        option, _, value = argument.partition("=")
        name = options.get(option)
        if name is None or name in FLAGS and "=" in argument:
            return None
        if name in FLAGS:
            parameters[name] = True
            continue
        value = value if "=" in argument else next(rest, None)
        if value is None:
            return None
        parameters[name] = [*parameters.get(name, []), value] if name in LISTS else value
    return (arguments[0], parameters) if parameters["paths"] else None


def _typer(arguments: list[str]) -> int:
    from checker.cli import app

    try:
        app(arguments, prog_name="factcheck")
    except SystemExit as exit:
        return exit.code or 0
    return 0


if __name__ == "__main__":
    main()
