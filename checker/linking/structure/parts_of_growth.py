"""The growth of a whole and of the parts that make it up: it lies between theirs.

Only where words close the partition: "food up 1.7% and all other goods up 4.2%", "domestic ... foreign", "the terminal as a
whole". A third part without a figure, a price beside a quantity, or another currency opens it again.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.change_event import Reader, reader_of
from checker.linking.structure.change_terms import Item
from checker.model import Frame


def parts_of_growth(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "growth-of-total": the growth of the whole as "change", those of the parts as "part"."""
    reader = reader_of(context)
    found: list[Frame] = []
    percent = KIND_SYMBOLS["percent"]
    for line in context.lines.lines:
        if percent not in line.symbols:
            continue
        found_rates = rates(line, reader)
        if len(found_rates) == 3:
            found.extend(_of(found_rates, [line], reader))
        elif len(found_rates) == 2 and line.number and (before := context.lines.lines[line.number - 1]).block == line.block:
            total = rates(before, reader)
            if len(total) == 1:
                found.extend(_of(total + found_rates, [before, line], reader))
    return found


def rates(line: Line, reader: Reader) -> list[tuple[Line, Item]]:
    """The changes in percent of one sentence, and bare figures that carry one on: "up 18 per cent, by sea up 9"."""
    found = []
    sign = 0
    for item in reader.row(line.number):
        q = reader.quantity(item) if item.index >= 0 else None
        if q is None or q.kind not in ("percent", "ratio") and not (q.kind == "number" and found and item.kind == "change"):
            continue
        if item.kind == "change" and (item.sign or sign) and "/" not in (q.unit or ""):
            sign = item.sign or sign
            found.append((line, item))
        elif item.kind == "level" and sign and not item.word and not item.then:
            found.append((line, item))
    return found


def _of(rates: list[tuple[Line, Item]], lines: list[Line], reader: Reader) -> list[Frame]:
    words = reader.words
    text = "".join(line.symbols for line in lines)
    if any(s in words.reopening for s in text) or not _closed(rates, text, reader):
        return []
    sums = [n for n, (line, item) in enumerate(rates) if _whole(line, item, rates, reader)]
    at = sums[0] if len(sums) == 1 else 0 if not sums else None
    if at is None or _bare_moves(rates, lines, reader):
        return []
    signs = _signs(rates, reader)
    total, parts = rates[at][1], [item for n, (_, item) in enumerate(rates) if n != at]
    if any(s != signs[0] for s in signs):
        return []
    line = rates[at][0]
    claims = {"change": (total.index,), "part": tuple(i.index for i in parts)}
    cue = offsets(line, total.at, total.at + 1, reader.context.extraction)
    return [Frame("growth-of-total", cue, claims, {}, signs[0], frozenset(claims), 2, None, (), "parts_of_growth")]


def _signs(rates, reader: Reader) -> list[int]:
    found, last = [], 0
    for _, item in rates:
        last = item.sign or last
        found.append(last)
    return found


def _closed(rates, text: str, reader: Reader) -> bool:
    """True where words say that the parts make up the whole: "all other", "the rest", or two that are opposites."""
    words = reader.words
    if any(s in text for s in words.closing_rest):
        return True
    return any(a in text and b in text for a, b in words.opposites)


def _whole(line: Line, item: Item, rates, reader: Reader) -> bool:
    """True where "overall", "as a whole", "the sum of the two" stands by a rate."""
    others = [i.at for other, i in rates if other is line and i is not item]
    left = max([p + 1 for p in others if p < item.at], default=0)
    right = min([p for p in others if p > item.at], default=len(line.symbols))
    right = min([p for p in range(item.at, right) if line.symbols[p] in reader.words.separators], default=right)
    reach = line.symbols[max(left, item.at - 12) : item.at] + line.symbols[item.at : min(right, item.at + 9)]
    return any(said in reach for said in reader.words.whole_growth)


def _bare_moves(rates, lines: list[Line], reader: Reader) -> bool:
    """True where something else moves without a figure: "but, with America down, just 4% for the group"."""
    numbers = {line.number for line in lines}
    loose = [i for n in numbers for i in reader.row(n) if i.kind == "move" and i.sign and not i.noun]
    return any(abs(i.start - item.at) > 3 for i in loose for _, item in rates) and len(loose) > 1
