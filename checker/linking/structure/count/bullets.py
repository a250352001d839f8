"""Bullets and numbered lists after the sentence that announces how many there are."""

from __future__ import annotations

import re

from checker.linking.context import Context, stem
from checker.linking.lines import Line, offsets
from checker.linking.structure.count.list_forms import of_size
from checker.linking.structure.parts import conjunctions
from checker.model import Block, Frame

_INTERRUPTION = 4  # blocks that may stand between two items
_ASIDE = 10  # symbols between the noun of a count and the colon in front of its bullets
_MOST_APART = 3  # items more or fewer; further apart, some of the list was not meant, or is not there to read
_MARKER = re.compile(r"[ \t]*(?:[-*+•‣◦▪–—]|\(?\d{1,2}[.)]|\(?[a-zA-Z][.)])[ \t]")


def bullets(counts: list[int], line: Line, context: Context) -> list[Frame]:
    """Items of the list that follows a sentence ending in a colon; those of lists within it do not count."""
    if not line.symbols.endswith(context.lexicon.symbols.chars[":"]) or len(counts) != 1:
        return []
    items = item_lines(line, context)
    if len(items) < 2:
        return []
    index = line.quantity[counts[0]]
    q = context.quantity(index)
    spans = tuple(offsets(item, 0, len(item.symbols), context.extraction) for item in items)
    near_by = len(line.symbols) - counts[0] <= _ASIDE + len(q.noun) or context.lexicon.pattern("following-word").search(line.symbols, max(0, counts[0] - 2))
    tied = near_by and of_size(len(items), index, context) and _one_form(items, context) and not _goes_on(items[-1], context)
    tied = tied and abs(len(items) - q.value) <= _MOST_APART and not any(_parted(item, index, context) for item in items)
    pinned = frozenset(("announced", "item")) if tied else frozenset()
    return [Frame("enumeration", (q.start, q.end), {"announced": (index,)}, {"item": spans}, 0, pinned)]


def _parted(item: Line, index: int, context: Context) -> bool:
    """True of an item that holds several of what is counted: "- Lund, split into two wards" of eight wards."""
    words, noun = context.extraction.tokens.words, context.quantity(index).noun_last
    if noun < 0:
        return False
    head = stem(words[noun], context)
    return any(q.kind == "count" and q.noun_last >= 0 and stem(words[q.noun_last], context) == head for q in map(context.quantity, item.figures))


def _one_form(items: list[Line], context: Context) -> bool:
    """True of items that are all labelled or none, and of which the last does not ask for another."""
    chars = context.lexicon.symbols.chars
    labelled = {chars[":"] in item.symbols[:8] for item in items}
    joins = conjunctions(context)
    return len(labelled) == 1 and items[-1].symbols[-1] not in (*joins, chars[";"], chars[","])


def _goes_on(last: Line, context: Context) -> bool:
    """True of a list that a block of another kind may only interrupt: an item of the same margin and mark follows soon."""
    blocks, text = context.extraction.document.blocks, context.extraction.document.text
    mark = _MARKER.match(text, blocks[last.block].start)
    number = next((n for n in range(last.block + 1, len(blocks)) if blocks[n].kind != "item"), len(blocks))
    for block in blocks[number : number + _INTERRUPTION]:
        following = _MARKER.match(text, block.start) if block.kind == "item" else None
        if mark and following and _margin(block, text) == _margin(blocks[last.block], text) and following.group().strip() == mark.group().strip():
            return True
    return False


def _margin(block: Block, text: str) -> int:
    body = text[block.start : block.end]
    return block.start - text.rfind("\n", 0, block.start) - 1 + len(body) - len(body.lstrip())


def item_lines(line: Line, context: Context) -> list[Line]:
    """The first lines of the outermost items of the list right after the block of a line."""
    blocks, text = context.extraction.document.blocks, context.extraction.document.text
    outermost = None
    numbers = []
    for number in range(line.block + 1, len(blocks)):
        block = blocks[number]
        if block.kind != "item":
            break
        margin = _margin(block, text)
        outermost = margin if outermost is None else outermost
        if margin < outermost:
            break  # back in the list around this one
        if margin == outermost and _MARKER.match(text, block.start):
            numbers.append(number)
    found, wanted = [], iter(numbers)
    block = next(wanted, None)
    lines, at = context.lines.lines, line.number + 1
    while block is not None and at < len(lines) and lines[at].block <= numbers[-1]:
        if lines[at].block == block:
            found.append(lines[at])
            block = next(wanted, None)
        at += 1
    return found
