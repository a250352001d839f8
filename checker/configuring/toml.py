"""A TOML file with the lines of its keys, or what is wrong with it as a file."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal

from checker.errors import FilesRefused, Problem
from checker.rulebook.lines import lines_of

Lines = dict[tuple[str | int, ...], int]


def parsed(path: str, shown: str) -> tuple[dict, Lines]:
    """The tables of a file, numbers exact, and the line of each key. Raises FilesRefused; `shown` is how it names the file."""
    try:
        with open(path, "rb") as file:
            source = file.read().decode("utf-8-sig").replace("\r\n", "\n")
        return tomllib.loads(source, parse_float=Decimal), lines_of(source)
    except OSError as error:
        problem = Problem(shown, f"cannot be read: {(error.strerror or str(error)).lower()}", hint="Try: another path")
    except UnicodeDecodeError:
        problem = Problem(shown, "is not UTF-8 text", hint="Try: save it as UTF-8")
    except RecursionError:
        problem = Problem(shown, "brackets within brackets without end", hint="Try: plain lists")
    except tomllib.TOMLDecodeError as error:
        found = re.search(r" \(at line (\d+)", str(error))
        said = re.sub(r" \(at .*\)$", "", str(error))
        line = int(found[1]) if found else source.count("\n") + 1
        problem = Problem(shown, f"is not TOML: {said[0].lower()}{said[1:]}", line, None, 'Try: key = "text" a line')
    raise FilesRefused((problem,))
