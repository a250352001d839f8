"""What is smaller, or has fallen, where the words right beside the two values leave no others: they are set in behind the comparative,
or the later one goes on with the earlier.

    will get a smaller interim dividend, 4.7p against last year's 5.2p
    a shorter season: 112 days instead of 140
    The float stood at 640 crowns in May. By the autumn it had fallen to 580
"""

from __future__ import annotations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.alone import words_of_table
from checker.linking.structure.change.event import BASES, Reader, reader_of
from checker.linking.structure.change.moments import NOW, THEN, moment_of, older
from checker.linking.structure.change.sole_pairs import alike
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.linking.structure.tabular import told_lines
from checker.model import Frame

_SIGNS = {
    "pair-dearer": 1, "pair-cheaper": -1, "pair-longer": 1, "pair-shorter": -1, "pair-heavier": 1, "pair-lighter": -1, "pair-warmer": 1, "pair-cooler": -1,
    "pair-fewer": -1, "pair-higher": 1, "pair-lower": -1, "toldside-more": 1, "toldside-less": -1,
}  # fmt: skip
_COMPARED = tuple(_SIGNS)
_NAME = 6  # symbols of what there is less of
_BETWEEN = 8  # symbols from one value to the other
_IT = 4  # symbols between a pronoun and its verb
_SIZE = 4  # times apart: what is further is hardly one thing
_KINDS = frozenset(("count", "number", "currency", "physical", "percent", "duration"))


def told_directions(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "direction" (new, base)."""
    reader, words, found = reader_of(context), near(context), []
    tied = {frozenset((*f.claims["new"], *f.claims["base"])) for f in frames if f.pinned and {"new", "base"} <= f.claims.keys()}
    for line in told_lines(context):
        if not line.figures or words_of_table(line.number, reader):
            continue
        for new, base, sign, start, end in (*_set_in(line, reader, words), *_continued(line, reader, words)):
            if frozenset((new, base)) not in tied and _values(new, base, context):
                claims = {"new": (new,), "base": (base,)}
                found.append(Frame("direction", offsets(line, start, end, context.extraction), claims, {}, sign, frozenset(claims), 1, None, (), "roles"))
    return found


def _values(new: int, base: int, context: Context) -> bool:
    """Whether two figures can be one thing at two times."""
    p, q = context.quantity(new), context.quantity(base)
    if any(x.kind not in _KINDS or not x.value or x.value < 0 or x.approx or x.change is not None or x.sense in ("range", "bound") for x in (p, q)):
        return False
    low, high = sorted((p.value, q.value))
    return p.scale == q.scale and 0 < low < high <= _SIZE * low and (alike(new, base, context) or p.kind == q.kind == "percent")


# ---------------------------------------------------------------- behind a comparative


def _set_in(line: Line, reader: Reader, words: Near) -> list[tuple[int, int, int, int, int]]:
    """The two values behind "a smaller dividend," that a word sets against each other, with its sign and its place."""
    found = []
    for name in words.among(_COMPARED, line):
        for m in words.matches(name, line):
            pair = _behind(m.end(), line, reader, words)
            if pair is not None and not words.within("pair-degree", line, m.start() - 3, m.start()) and not words.ends("or-word", line, m.start(), 2) and line.quantity[m.start() - 1] < 0:
                found.append((*pair, _SIGNS[name], m.start(), m.end()))
    return found if len({sign for *_, sign, _, _ in found}) == 1 else []


def _behind(end: int, line: Line, reader: Reader, words: Near) -> tuple[int, int] | None:
    """The new value and the old one: the first behind the mark that closes the name, the second behind "against", "instead of"."""
    marks = reader.words.separators
    mark = next((p for p in range(end, min(len(line.symbols), end + _NAME)) if line.symbols[p] in marks or line.quantity[p] >= 0), -1)
    if mark < 0 or line.quantity[mark] >= 0 or marks[line.symbols[mark]] not in (",", ":", "(") or words.within("than-word", line, end, mark) or not reader.words.conjunction.isdisjoint(line.symbols[end:mark]):
        return None
    levels = [i for i in reader.row(line.number) if i.kind == "level" and i.index >= 0 and i.at > mark]
    if len(levels) < 2 or levels[0].at - mark != 1 or levels[1].at - levels[0].at > _BETWEEN or levels[0].word in BASES:
        return None
    new, base = levels[0], levels[1]
    unreal = words.within("told-unreal", line, mark, base.at) or not reader.words.expectation.isdisjoint(line.symbols[new.at : base.at])
    set_against = words.within("toldside-instead", line, new.at + 1, base.at) and reader.words.conjunction.isdisjoint(line.symbols[new.at + 1 : base.at])
    between = any(line.quantity[p] >= 0 and reader.context.quantity(line.quantity[p]).is_measure for p in range(new.at + 1, base.at))
    return None if unreal or not set_against or between else (new.index, base.index)


# ---------------------------------------------------------------- in the next sentence


def _continued(line: Line, reader: Reader, words: Near) -> list[tuple[int, int, int, int, int]]:
    """The values of "The float stood at 640 in May. By the autumn it had fallen to 580": a pronoun, a word of moving and "to", behind
    a sentence with one value of that sort."""
    moves = [i for i in reader.row(line.number) if i.kind == "move" and i.sign and not i.better]
    if len({i.sign for i in moves}) != 1 or any(i.kind == "change" for i in reader.row(line.number)) or not line.number or opens_elsewhere(line, reader.context):
        return []
    move, levels = moves[0], [i for i in reader.row(line.number) if i.kind == "level" and i.index >= 0]
    new = next((i for i in levels if i.at >= move.end), None)
    if new is None or new.word != "to" or not new.near or new.start - move.end > 1 or not words.within("pair-it", line, move.start - _IT, move.start):
        return []
    front = reader.context.lines.lines[line.number - 1]
    base = _only(new, line, front, reader, words) if front.block == line.block and not front.crowded else None
    if base is None or _says_more(line, move, reader, words) or words.within("told-unreal", line, 0, new.at) or words.within("told-will", line, 0, new.at) or words.within("told-unreal", front, 0, len(front.symbols)):
        return []
    x, y = (moment_of(i, i.index, reader, words) for i in (base, new))
    if older(y, x) > 0 or x.date and y.date and x.date[1] > y.date[1] > 0 and x.date[0] == y.date[0] or y.side == THEN or x.side == NOW and y.side != NOW:
        return []
    return [(new.index, base.index, move.sign, move.start, move.end)]


def _only(new: Item, line: Line, front: Line, reader: Reader, words: Near) -> Item | None:
    """The one value of the sort in the sentence in front; None where either sentence has another, or tells of another move."""
    context = reader.context
    alikes = [i for row in (front, line) for i in reader.row(row.number) if i.index >= 0 and i.index != new.index and i.kind in ("level", "change") and (context.quantity(i.index).kind == context.quantity(new.index).kind or alike(i.index, new.index, context))]
    if len(alikes) != 1 or alikes[0].kind != "level" or alikes[0] not in reader.row(front.number) or alikes[0].negative or alikes[0].apposed:
        return None
    return None if any(i.kind == "move" and i.sign for i in reader.row(front.number)) else alikes[0]


def _says_more(line: Line, move: Item, reader: Reader, words: Near) -> bool:
    """True where the sentence names something of its own in front of its pronoun: "In the flats it had fallen to 580"."""
    context = reader.context
    plain = (p for p in range(move.start) if line.quantity[p] < 0 and not any(words.within(name, line, p, p + 1) for name in ("told-time", "told-before", "told-now")))
    return bool(telling(frozenset().union(*(content(line.firsts[p], line.lasts[p] + 1, context) for p in plain)), context))
