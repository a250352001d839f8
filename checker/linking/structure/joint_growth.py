"""A share before and after, the growth of the whole and that of the part: any three fix the fourth.

"Foreign students are 18% of enrolment, up from 15%. Since enrolment is 5% lower, their number has risen 14%." The share is two
percentages of one whole, the growths are the only two changes beside them; that they belong together is told by a word
of conclusion, or by the names of part and whole said again.
"""

from __future__ import annotations

from checker.linking.context import Context, content
from checker.linking.lines import Line, offsets
from checker.linking.structure.change_event import BASES, Reader, reader_of
from checker.linking.structure.change_terms import Item
from checker.linking.structure.change_pairs import pair_of
from checker.linking.structure.parts_of_growth import rates
from checker.model import Frame


def joint_growth(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "joint-growth", one for each way to tell the whole's growth from the part's."""
    reader = reader_of(context)
    found: list[Frame] = []
    for line in context.lines.lines:
        if not any(context.quantity(q).kind == "percent" for q in line.quantities()):
            continue
        pair = _shares(line, reader)
        if pair is not None:
            found.extend(_frames(line, pair, reader))
    return found


def _shares(line: Line, reader: Reader) -> tuple[Item, Item] | None:
    """(new, old) of the only two percentages that are levels of one whole in a sentence."""
    levels = [i for i in reader.row(line.number) if i.kind == "level" and reader.quantity(i).kind == "percent" and not i.apposed]
    bare = [i for i in reader.row(line.number) if i.kind == "level" and reader.quantity(i).kind == "number" and i.word in (*BASES, "to")]
    both = sorted([*levels, *bare], key=lambda i: i.at)
    if len(both) != 2 or not levels or not any(s in reader.words.share_nouns or line.symbols[i.at + 1 : i.at + 2] in reader.words.of for i in both for s in line.symbols):
        return None
    x, y = both
    pair = pair_of([y, x], reader)
    if pair is None and x.word == "from" and y.word == "to":
        pair = y, x
    return pair


def _frames(line: Line, pair: tuple[Item, Item], reader: Reader) -> list[Frame]:
    lines = [line]
    changes = [(other, i) for other, i in _changes(line, reader) if i not in pair]
    following = line.number + 1
    if len(changes) < 2 and following < len(reader.context.lines.lines):
        after = reader.context.lines.lines[following]
        blocks = reader.context.extraction.document.blocks
        if after.block == line.block or after.block == line.block + 1 and blocks[after.block].kind == blocks[line.block].kind == "paragraph":
            lines.append(after)
            changes += _changes(after, reader)
    if len(changes) < 2 or len(changes) > 3 or any(reader.quantity(i).unit not in (None, "percent") for _, i in changes):
        return []
    changes = changes[:2]
    if not _belong(lines, line, pair, changes, reader):
        return []
    new, base = pair
    found = []
    for (_, total), (_, part) in (changes, changes[::-1]):
        claims = {"share-new": (new.index,), "share-base": (base.index,), "rate": (total.index,), "change": (part.index,)}
        cue = offsets(line, new.at, new.at + 1, reader.context.extraction)
        found.append(Frame("joint-growth", cue, claims, {}, 0, frozenset(claims), 2, None, (), "joint_growth"))
    return found


def _changes(line: Line, reader: Reader) -> list[tuple[Line, Item]]:
    return [(line, i) for line, i in rates(line, reader) if not i.blocked]


def _belong(lines: list[Line], line: Line, pair, changes, reader: Reader) -> bool:
    """True where a word of conclusion joins them, or where one change is that of the named whole and one that of the part."""
    told = {other.number for other, _ in changes}
    symbols = "".join(other.symbols for other in lines if other.number in told)
    if any(s in reader.words.concluding for s in symbols) or any(said in symbols for said in reader.words.leading_to):
        return True
    first, last = min(i.at for i in pair), len(line.lasts) - 1
    whole = content(line.firsts[min(first + 1, last)], line.lasts[min(last, first + 6)] + 1, reader.context)
    part = content(line.firsts[0], line.firsts[first], reader.context)
    about = [content(other.firsts[max(0, min(i.start, i.at) - 6)], other.firsts[i.at], reader.context) for other, i in changes]
    return any(whole & a and part & b for a, b in (about, about[::-1]))
