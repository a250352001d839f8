"""Which documents a command line means: files as named, folders searched through, in an order that never changes."""

from __future__ import annotations

import os
from collections.abc import Iterable

from checker.errors import UsageError
from checker.reading import STANDARD_INPUT, endings


def discover(paths: Iterable[str]) -> tuple[str, ...]:
    """The files to read: each once, in the order of the arguments, a folder's in the order of their names.

    Folders are searched through for the endings that have a reader; what is hidden in them (a name with a leading
    dot) and links to folders are passed over. A file named by itself is taken whatever it is called.
    Raises `UsageError` that names every path that does not exist.
    """
    paths = list(paths)
    missing = [path for path in paths if path != STANDARD_INPUT and not os.path.exists(path)]
    if missing:
        raise UsageError("\n".join(f"no such file or folder: {path}" for path in missing))
    found: dict[str, str] = {}
    for path in paths:
        for file in _files(path):
            key = file if file == STANDARD_INPUT else os.path.abspath(file)
            found.setdefault(key, file)
    return tuple(found.values())


def _files(path: str) -> list[str]:
    if path == STANDARD_INPUT or not os.path.isdir(path):
        return [path]
    known, files = endings(), []
    for folder, folders, names in os.walk(path):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [
            os.path.normpath(os.path.join(folder, name)).replace(os.sep, "/")
            for name in names
            if name.lower().endswith(known) and not name.startswith(".")
        ]
    return sorted(files, key=lambda file: file.split("/"))
