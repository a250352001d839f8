"""What has changed since a revision, as git tells."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable

from checker.errors import UsageError


def changed(files: Iterable[str], revision: str) -> tuple[str, ...]:
    """The files that differ from a git revision or that git does not know yet, in their order.

    Raises UsageError where there is no git, no repository or no such revision.
    """
    files = tuple(files)
    folders = {os.path.dirname(os.path.abspath(file)) for file in files if file != "-"}
    known: dict[str, frozenset[str]] = {}
    for folder in sorted(folders):
        top = _git(folder, "rev-parse", "--show-toplevel").decode(errors="surrogateescape").rstrip("\n")
        if top not in known:
            known[top] = _changed_in(top, revision)
    different = frozenset().union(*known.values())
    return tuple(file for file in files if file == "-" or os.path.realpath(file) in different)


def _changed_in(top: str, revision: str) -> frozenset[str]:
    if not revision or revision.startswith("-"):
        raise UsageError(f"--diff: not a revision: {revision!r}. Try: main, HEAD~1")
    _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", otherwise=f"no such revision: {revision}")
    differing = _git(top, "diff", "--name-only", "-z", "--no-ext-diff", revision, "--")
    unknown = _git(top, "ls-files", "--others", "--exclude-standard", "-z")
    return frozenset(
        os.path.realpath(os.path.join(top, os.fsdecode(name))) for name in (*differing.split(b"\0"), *unknown.split(b"\0")) if name
    )


def _git(folder: str, *arguments: str, otherwise: str | None = None) -> bytes:
    try:
        done = subprocess.run(["git", "-C", folder, *arguments], capture_output=True, check=False)
    except OSError:
        raise UsageError("--diff: git is not installed. Try: without --diff") from None
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
    if otherwise:
        raise UsageError(f"--diff: {otherwise}. Try: main, HEAD~1")
    raise UsageError(f"--diff: {said.splitlines()[0] if said else 'git failed'}")
