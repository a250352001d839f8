"""Blocks of plain text: paragraphs, headings, list items, table rows, code, furniture.

Every character that is not a space belongs to exactly one block; blocks are in order and do not overlap. A table row
is a block of its own. Knows layout only, no language: where a line break is one of the writer's and where it is one
of the typesetter's is told from line lengths, indents and letter case.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.model import Block

HEADING_WIDTH, HEADING_WORDS = 100, 14
NARROW, ROOM = 60, 0.6  # what is set narrower, or filled more, may be broken by the typesetter anywhere
ENDS_SENTENCE = tuple(".!?:;,…。！？")
CLOSERS = "\"'”’»)]*_ \t\u00a0"

# At the start of a line: what opens a list item wherever it stands, and what does so only where a list may begin (a
# wrapped line of prose may well start with "12." or a dash).
_BULLET = re.compile(r"(?:[-*+•‣◦▪·]|\(?1[.)])\s+(?=\S)")
_MARKER = re.compile(r"(?:[–—]|\(?\d{1,3}[.)]|\(?(?:[^\W\d_]|[ivx]{2,4})\)|[a-z]\.)\s+(?=\S)")
_HEADING = re.compile(r"#{1,6}\s+\S")
_PROMPT = re.compile(r">>> .*[()=\[\]_]")  # of an interpreter; not a mail that quotes a mail
_FENCE = re.compile(r"`{3,}|~{3,}")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n[\w-]+:.*?\n(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)", re.DOTALL)
_PIPE = re.compile(r"(?:^|\s)\|(?:\s|$)")
_COLUMNS = re.compile(r"(?<![.?!:;,])(?:[ \u00a0]{2,}|\t)")
_AMOUNT_COLUMN = re.compile(r"\S(?:[ \u00a0]{3,}|\t\s*)[^\w\s]{0,2}\d\S*$")
_FIRST_WORDS = re.compile(r"\S+(?:\s+\S+)?")


@dataclass(slots=True)
class _Line:
    """One line: offsets of its first and behind its last visible character, its indent, and the length of the longest
    line between the blank ones around it."""

    start: int
    end: int
    indent: int
    body: str
    widest: int = 0


@dataclass(slots=True)
class _Open:
    """The block being collected; `gap` tells that a blank line, or the start of the text, stands before it."""

    kind: str
    lines: list[_Line]
    gap: bool


def split(text: str, markdown: bool = False) -> tuple[Block, ...]:
    """The blocks of `text`; `markdown` switches fenced code and front matter on.

    >>> [(b.kind, "One\\n\\nTwo is\\ntwo.\\n- item".__getitem__(slice(b.start, b.end))) for b in
    ...  split("One\\n\\nTwo is\\ntwo.\\n- item")]
    [('heading', 'One'), ('paragraph', 'Two is\\ntwo.'), ('item', '- item')]
    """
    matter = _FRONT_MATTER.match(text) if markdown else None
    groups: list[_Open] = []
    current: _Open | None = None
    fence, gap, literal = "", True, None
    for line in _lines(text):
        if fence or matter and groups and line.end < matter.end():
            groups[-1].lines.append(line)
            fence = "" if fence and line.body.startswith(fence) else fence
            continue
        if literal is not None and _goes_on_as_code(line, literal):
            groups[-1].lines.append(line)
            gap = not line.body
            continue
        literal = _literal(line, gap, groups)
        if literal is not None:
            groups.append(_Open("code", [line], gap))
            current = None
            continue
        if not line.body:
            current, gap = None, True
            continue
        kind = "furniture" if matter and not groups else _kind(line, current, gap, markdown)
        if kind == "code":
            fence = _FENCE.match(line.body).group()
        elif kind == "furniture" and _underlines(line, current):
            current.kind = "heading"
        if kind is None:
            current.lines.append(line)
        else:
            groups.append(_Open(kind, [line], gap))
            current = groups[-1] if kind in ("paragraph", "item") else None
        gap = False
    return tuple(_blocks(groups))


def _literal(line: _Line, gap: bool, groups: list[_Open]) -> int | None:
    """The indent that a literal block exceeds which this line begins: behind a paragraph that ends in "::"; -1 where a blank
    line ends the block, behind the prompt of an interpreter. None where it begins none."""
    if not line.body:
        return None
    if _PROMPT.match(line.body):
        return -1
    before = groups[-1].lines[-1] if gap and groups else None
    announced = before is not None and before.body.endswith("::") and groups[-1].kind in ("paragraph", "item", "heading")
    return groups[-1].lines[0].indent if announced and line.indent > groups[-1].lines[0].indent else None


def _goes_on_as_code(line: _Line, literal: int) -> bool:
    return bool(line.body) if literal < 0 else not line.body or line.indent > literal


def _lines(text: str) -> list[_Line]:
    """The lines of the text, blank ones with an empty body."""
    lines, at, run = [], 0, 0
    for raw in text.splitlines(keepends=True):
        body = raw.strip()
        indent = len(raw) - len(raw.lstrip()) if body else 0
        start = at + indent
        lines.append(_Line(start, start + len(body), indent + 3 * raw.count("\t", 0, indent), body))
        at += len(raw)
        if not body:
            _widen(lines, run)
            run = len(lines)
    _widen(lines, run)
    return lines


def _widen(lines: list[_Line], first: int) -> None:
    widest = max((len(line.body) for line in lines[first:]), default=0)
    for line in lines[first:]:
        line.widest = widest


def _kind(line: _Line, current: _Open | None, gap: bool, markdown: bool) -> str | None:
    """What the line begins, or None where it goes on with the current block."""
    body = line.body
    if not body[0].isalpha() or ")" in body[:6] or "." in body[:2]:
        if markdown and _FENCE.match(body):
            return "code"
        if _HEADING.match(body):
            return "heading"
        if not any(map(str.isalnum, body)):
            return "table" if "|" in body else "furniture"
        in_list = current is None or current.kind == "item"
        if _BULLET.match(body) or (gap or in_list) and _MARKER.match(body):
            return "item"
    if _is_row(body):
        return "table"
    if current is None:
        return "paragraph"
    if current.kind == "item":
        return None if line.indent or not _breaks(current.lines[-1], line) else "paragraph"
    previous = current.lines[-1]
    if line.indent > previous.indent:
        return "paragraph"
    if line.indent and line.indent == previous.indent:
        goes_on = body[0].islower() or not _ends_sentence(previous.body) and len(previous.body) > 50
        return None if goes_on else "paragraph"
    return "paragraph" if _breaks(previous, line) else None


def _is_row(body: str) -> bool:
    """A row of a table: cells parted by bars, tabs or wide gaps."""
    if "|" in body and _PIPE.search(body):
        return True
    if "  " not in body and "\t" not in body and "\u00a0" not in body:
        return False
    cells = _COLUMNS.split(body)
    return len(cells) > 2 and len(body) < 20 * len(cells) or _AMOUNT_COLUMN.search(body) is not None


def _breaks(previous: _Line, line: _Line) -> bool:
    """True where the writer, not the typesetter, ended the previous line: there was room for the next words.

    Only where the next line starts like a new one (upper case) and the previous one does not end a sentence: a break
    between sentences matters to nobody, and one inside a sentence must not tear it. So narrow columns are left alone.
    """
    body, widest = line.body, line.widest
    if widest < NARROW or len(previous.body) > ROOM * widest or _ends_sentence(previous.body):
        return False
    starts = body[0].isupper() or not body[0].isalnum() and body[1:2].isupper()
    return starts and len(previous.body) + 1 + len(_FIRST_WORDS.match(body).group()) <= widest


def _ends_sentence(body: str) -> bool:
    return body.rstrip(CLOSERS).endswith(ENDS_SENTENCE)


def _underlines(line: _Line, current: _Open | None) -> bool:
    """A row of = or - under a single line makes that line a heading."""
    return current is not None and current.kind == "paragraph" and len(current.lines) == 1 and len(set(line.body)) == 1


def _blocks(groups: list[_Open]):
    """The finished blocks. A short single line that ends no sentence and has something under it is a heading."""
    for number, group in enumerate(groups):
        first, last = group.lines[0], group.lines[-1]
        kind = group.kind
        if kind == "paragraph" and first is last and _is_title(first) and number + 1 < len(groups):
            follower = groups[number + 1]
            heads = follower.gap or len(follower.lines[0].body) > 2 * len(first.body)
            kind = "heading" if group.gap and heads and follower.kind != "table" else kind
        while len(group.lines) > 1 and not group.lines[-1].body:
            group.lines.pop()
        yield Block(first.start, group.lines[-1].end, kind)


def _is_title(line: _Line) -> bool:
    short = len(line.body) <= HEADING_WIDTH and len(line.body.split(None, HEADING_WORDS)) <= HEADING_WORDS
    return short and line.indent < 2 and not _ends_sentence(line.body)
