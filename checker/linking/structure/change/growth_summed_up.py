"""The growth of a whole that sums up those of its two parts, told in the sentences in front of it.

    Men's pay rose by 4.6%. Women ... did better and gained 5.8%. For everybody put together the average was 5.1% higher
    We hear two sorts of case. Criminal ones were 5% fewer. Civil ones were up 12%. The intake as a whole was up 3%

The sentence of the last rate says that it is of all, and words say that there are no more than two parts: "put the two
together" there, "two sorts", "the only other" or "no third" before. No other rate stands between, and none behind in its sentence.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.parts_of_growth import Rate, growth_frame, rates, rest_untold
from checker.linking.structure.near import Near, near
from checker.model import Frame

_BACK, _FAR = 5, 10  # sentences in front that may hold the parts; where the words speak of two that were told
_BLOCKS = 2  # paragraphs
_PARTS = 2
_OPENING = 14  # symbols from the words of a whole to its rate


def growth_summed_up(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "growth-of-total" and "growth-of-total-mixed"."""
    reader, words = reader_of(context), near(context)
    taken = {i for f in frames if f.family.startswith("growth-of-total") or f.source == "growth in turn" for found in f.claims.values() for i in found}
    found: list[Frame] = []
    for line in context.lines.figured:
        own = rates(line, reader)
        if not own or own[-1][1].index in taken:
            continue
        frame = _frame(line, own, reader, words)
        if frame is not None and taken.isdisjoint(i for figures in frame.claims.values() for i in figures):
            found.append(frame)
    return found


def _frame(line: Line, own: list[Rate], reader: Reader, words: Near) -> Frame | None:
    last = own[-1][1]
    start = own[-2][1].at + 1 if len(own) > 1 else max(0, last.at - _OPENING)
    two = says("growthsum-two", line, start, last.at, reader)
    whole = two or words.within("growthsum-whole", line, start, last.at) or words.within("concluding", line, start, last.at) and len(own) == _PARTS + 1
    if not whole or len(own) > _PARTS + 1:
        return None
    lines, found = [line], list(own)
    for number in range(line.number - 1, max(-1, line.number - 1 - (_FAR if two else _BACK)), -1):
        other = reader.context.lines.lines[number]
        if line.block - other.block > _BLOCKS * two or len(found) > _PARTS and not _same(other, lines[-1]):
            break
        lines.append(other)
        found = [*rates(other, reader), *found]
    if len(found) != _PARTS + 1 or not last.sign or any(item.blocked or item.aside or reader.quantity(item).approx for _, item in found):
        return None
    if any(words.has("growthpart-veto", other) for other, _ in found[:-1]) or any(rest_untold(other, found, reader) for other, _ in found):
        return None
    if not two and not any(says(name, other, 0, len(other.symbols), reader) for name in ("growthpart-all", "growthsum-sorts") for other in lines):
        return None
    return growth_frame(found, _PARTS, reader)


def says(name: str, line: Line, start: int, end: int, reader: Reader) -> bool:
    """Whether words of a class stand between two positions; by the words themselves: "the two together" holds a figure."""
    if start >= end:
        return False
    said = reader.context.extraction.tokens.words[line.firsts[start] : line.lasts[end - 1] + 1]
    return any(tuple(said[k : k + len(entry)]) == entry for entry in reader.context.lexicon.classes.get(name, ()) for k in range(len(said)) if said[k] == entry[0])


def _same(a: Line, b: Line) -> bool:
    return a.block == b.block
