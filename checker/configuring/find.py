"""The nearest configuration file: in the folder that holds all documents, or in the nearest one above it.

Searched from the documents, not from where one stands, so that the same documents have the same settings from
everywhere. Standard input stands in the working folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable

from checker.settings import relative

OWN, SHARED = "factcheck.toml", "pyproject.toml"
CACHE = ".factcheck_cache"  # the folder for results, beside the configuration file
TABLE = b"[tool.factcheck"  # what a shared file must hold to be asked at all: it need not be parsed to tell


def nearest(paths: Iterable[str]) -> str | None:
    """The path of the configuration file for these documents, or None; factcheck.toml goes before pyproject.toml."""
    folder = common_folder(paths)
    while True:
        own, shared = os.path.join(folder, OWN), os.path.join(folder, SHARED)
        if os.path.isfile(own):
            return own
        if os.path.isfile(shared) and _mentions(shared):
            return shared
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above


def common_folder(paths: Iterable[str]) -> str:
    """The innermost folder that holds all of them; the working folder where there is none."""
    folders = []
    for path in paths:
        full = os.getcwd() if path == "-" else os.path.abspath(path)
        folders.append(full if os.path.isdir(full) else os.path.dirname(full))
    try:
        return os.path.commonpath(folders) if folders else os.getcwd()
    except ValueError:  # on different drives
        return os.getcwd()


def short(path: str) -> str:
    """The path as seen from the working folder where it lies below it, else as it is."""
    seen = relative(path, os.curdir)
    return path if seen.startswith(os.pardir) else seen


def _mentions(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return TABLE in file.read()
    except OSError:
        return False
