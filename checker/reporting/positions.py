"""Lines and columns as each consumer counts them.

The report counts code points. SARIF and editors count UTF-16 code units, reviewdog counts bytes of UTF-8. What a
character takes beyond one is noted once for a text, so that each place costs two look-ups, on lines of any length.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from checker.reporting.build import line_starts, place

Unit = Literal["code points", "utf-16", "utf-8"]
_LARGER = {"utf-16": re.compile("[\U00010000-\U0010ffff]"), "utf-8": re.compile("[^\x00-\x7f]")}


@dataclass(frozen=True, slots=True)
class Positions:
    """Where the lines of a text start, and which characters take more than one unit: offsets, and the extra so far."""

    starts: list[int]
    larger: list[int]
    extra: list[int]  # one longer than `larger`; extra[i] is that of the first i of them


def positions(text: str, unit: Unit) -> Positions:
    """What `at` needs to know of a text. Linear in its length."""
    larger: list[int] = []
    extra = [0]
    if unit != "code points" and not text.isascii():
        for match in _LARGER[unit].finditer(text):
            larger.append(match.start())
            extra.append(extra[-1] + (1 if unit == "utf-16" else _more_bytes(match[0])))
    return Positions(line_starts(text), larger, extra)


def at(known: Positions, offset: int) -> tuple[int, int]:
    """Line and column of an offset, both from 1, the column in units.

    >>> [at(positions("one\\n\U0001f600 5 é%", unit), 9) for unit in ("code points", "utf-16", "utf-8")]
    [(2, 6), (2, 7), (2, 10)]
    """
    line, column = place(known.starts, offset)
    start = known.starts[line - 1]
    return line, column + known.extra[bisect_left(known.larger, offset)] - known.extra[bisect_left(known.larger, start)]


def offset_of(known: Positions, length: int, line: int, column: int) -> int:
    """The offset of a line and column, the other way round than `at`; what lies behind a line or the text is its end.

    >>> text = "one\\n\U0001f600 5 é%"
    >>> [offset_of(positions(text, unit), len(text), *at(positions(text, unit), 9)) for unit in ("utf-16", "utf-8")]
    [9, 9]
    """
    if line > len(known.starts):
        return length
    start = known.starts[line - 1]
    end = known.starts[line] - 1 if line < len(known.starts) else length
    return start + bisect_left(range(start, end), column, key=lambda offset: at(known, offset)[1])


def _more_bytes(character: str) -> int:
    code = ord(character)
    return 1 if code < 0x800 else 2 if code < 0x10000 else 3
