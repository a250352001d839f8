"""On which line of a TOML source a key stands; the standard parser does not tell.

Reads only as much of TOML as that needs: headers, keys, and where strings, arrays and inline tables end.
"""

from __future__ import annotations

import re

Path = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)([^\]]+)\]")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_PART = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
_TOKEN = re.compile(r'''"""|\'\'\'|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|#[^\n]*|[\[\]{}]''')


def lines_of(source: str) -> dict[Path, int]:
    """The line (from 1) of every header and key; entries of an array of tables are numbered from 0.

    >>> lines_of("id = 'x'\\n[roles.base]\\nkinds = ['a']\\n[[silent]]\\ntext = 'b'\\n[[silent]]\\n")[("silent", 1)]
    6
    """
    found: dict[Path, int] = {}
    table: Path = ()
    counts: dict[Path, int] = {}
    waiting, depth = "", 0  # inside a long string that ends with `waiting`, or in brackets `depth` deep
    for number, line in enumerate(source.split("\n"), 1):
        if not waiting and not depth:
            if header := _HEADER.match(line):
                table = _table(header, counts, found, number)
                continue
            if key := _KEY.match(line):
                _note(found, table + _parts(key[1]), number)
                line = line[key.end() :]
        waiting, depth = _open_after(line, waiting, depth)
    return found


def line_of(found: dict[Path, int], path: Path) -> int | None:
    """The line of a key, or of the nearest table around it that is written; `None` where nothing of it is."""
    for length in range(len(path), 0, -1):
        if path[:length] in found:
            return found[path[:length]]
    return None


def _table(header: re.Match, counts: dict[Path, int], found: dict[Path, int], number: int) -> Path:
    path: Path = ()
    parts = _parts(header[2])
    for i, part in enumerate(parts):
        path += (part,)
        last = i == len(parts) - 1
        if last and header[1] == "[[":
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            _note(found, path, number)
            path += (counts[path],)
    _note(found, path, number)
    return path


def _note(found: dict[Path, int], path: Path, number: int) -> None:
    for length in range(1, len(path) + 1):
        found.setdefault(path[:length], number)


def _parts(key: str) -> Path:
    return tuple(part.strip("\"'") for part in _PART.findall(key))


def _open_after(line: str, waiting: str, depth: int) -> tuple[str, int]:
    """What is still open at the end of a line: a long string, or so many brackets."""
    place = 0
    while True:
        if waiting:
            end = line.find(waiting, place)
            if end < 0:
                return waiting, depth
            place, waiting = end + 3, ""
        token = _TOKEN.search(line, place)
        if token is None:
            return "", depth
        place = token.end()
        if token[0] in ('"""', "'''"):
            waiting = token[0]
        elif token[0] in "[{":
            depth += 1
        elif token[0] in "]}":
            depth = max(0, depth - 1)
