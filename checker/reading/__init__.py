"""Reading: bytes to `Document`. The first stage; it may assume nothing about what it is given.

A format is a module of this folder with `read(data, name) -> Document` and one entry in `FORMATS`. Readers are
imported when a document asks for them. Offsets are code points of the decoded text and are never searched for again.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import MappingProxyType

from checker.errors import ReadError
from checker.model import Document

# Ending (lower case) -> module of this folder. A file without an ending and standard input are plain text.
FORMATS = MappingProxyType({".txt": "text", ".md": "text", "": "text"})
STANDARD_INPUT = "-"


def endings() -> tuple[str, ...]:
    """The endings that folders are searched for, sorted."""
    return tuple(sorted(e for e in FORMATS if e))


def read(path: str) -> Document:
    """The document at `path` (`-` is standard input). Raises `ReadError`, with a message for people."""
    return read_text(path, contents(path))


def contents(path: str) -> bytes:
    """The bytes at `path`. Raises `ReadError`."""
    try:
        if path == STANDARD_INPUT:
            return sys.stdin.buffer.read()
        with open(path, "rb") as file:
            return file.read()
    except OSError as error:
        raise ReadError(f"cannot be read: {(error.strerror or str(error)).lower()}") from None


def read_text(name: str, data: bytes) -> Document:
    """The document that `data` holds, by the ending of `name`. Raises `ReadError`.

    >>> document = read_text("note.txt", b"\\xef\\xbb\\xbfSales rose 5%.")
    >>> document.text, document.text[11:13]
    ('Sales rose 5%.', '5%')
    """
    ending = os.path.splitext(name)[1].lower()
    if ending not in FORMATS:
        raise ReadError(f"has no reader for {ending}; there are readers for {', '.join(endings())}")
    reader = import_module(f"checker.reading.{FORMATS[ending]}")
    return reader.read(data, shown_name(name))


def shown_name(path: str) -> str:
    """The path as reports show it: a name that is not UTF-8 carries surrogates, which nothing can be written with."""
    return os.fsencode(path).decode("utf-8", "replace")
