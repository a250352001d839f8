"""Plain text and Markdown, both as they stand: nothing is put in or taken out, so offsets need no map."""

from __future__ import annotations

import codecs
import hashlib

from checker.errors import ReadError
from checker.model import Document
from checker.reading.blocks import split
from checker.reading.comments import comments, without

# Longest first: the mark of UTF-32 begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read(data: bytes, name: str) -> Document:
    """The document that the bytes hold. Raises `ReadError` for binary data."""
    text, notes = decode(data)
    markdown = name.lower().endswith(".md")
    hidden = comments(text) if markdown else ()
    blocks = split(without(text, hidden) if hidden else text, markdown)
    return Document(name, text, hashlib.sha256(data).hexdigest(), blocks, notes, hidden)


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text and what a person should know about how it was decoded. Never guesses between code pages.

    A byte order mark decides and is not part of the text; otherwise it is UTF-8, or Windows-1252 where it cannot be.

    >>> decode(b"\\x80 5bn")
    ('€ 5bn', ('not UTF-8: read as Windows-1252',))
    """
    text, notes = _decoded(data)
    if "\0" in text:
        raise ReadError("is not text: it holds NUL characters")
    return text, notes


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            damaged = "\ufffd" in text
            return text, (f"damaged {encoding.upper()}: some characters could not be read",) if damaged else ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), ("not UTF-8: read as Windows-1252",)
