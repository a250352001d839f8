"""The way into the server; says what to install where its packages are missing."""

from __future__ import annotations

from checker.errors import UsageError

NEEDS = "the language server needs two more packages. Try: pip install 'factcheck-numbers[lsp]'"


def start() -> int:
    """Serve one editor on standard input and output until it says goodbye. Raises UsageError without the extra."""
    try:
        from checker.serving.server import server
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] in ("pygls", "lsprotocol"):
            raise UsageError(NEEDS) from None
        raise
    server().start_io()
    return 0
