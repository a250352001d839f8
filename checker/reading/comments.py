"""Comments in Markdown: where they stand. They are no part of what a reader sees, so nothing in them is checked."""

from __future__ import annotations

import re

_OPENING = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})|(?P<ticks>`+)|(?P<comment><!--)", re.MULTILINE)
_VISIBLE = re.compile(r"[^\r\n]")
CLOSING = "-->"


def comments(text: str) -> tuple[tuple[int, int], ...]:
    """The offsets of every comment, from its first bracket to behind its last; what stands in code is none.

    >>> comments("A <!-- b --> c `<!-- d -->`")
    ((2, 12),)
    """
    if "<!--" not in text:
        return ()
    found, at = [], 0
    while opening := _OPENING.search(text, at):
        if opening["comment"]:
            end = text.find(CLOSING, opening.end())
            if end < 0:
                break
            at = end + len(CLOSING)
            found.append((opening.start(), at))
        elif opening["fence"]:
            closing = re.compile(rf"^ {{0,3}}{opening['fence']}", re.MULTILINE).search(text, opening.end())
            if closing is None:
                break
            at = closing.end()
        else:
            line_end = text.find("\n", opening.end())
            end = text.find(opening["ticks"], opening.end(), line_end if line_end >= 0 else len(text))
            at = opening.end() if end < 0 else end + len(opening["ticks"])
    return tuple(found)


def without(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The text with blanks in these places: the same length, the same lines."""
    parts, at = [], 0
    for start, end in spans:
        parts += (text[at:start], _VISIBLE.sub(" ", text[start:end]))
        at = end
    return "".join((*parts, text[at:]))
