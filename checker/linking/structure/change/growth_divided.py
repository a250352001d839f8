"""A whole and the two sides that make it up, each with its growth, wherever the three stand in a passage.

    Bookings from abroad rose 2% and bookings at home 7%, so that the house as a whole took 11% more
    The workforce shrank by 6%, with part-time posts cut by 4% and full-time ones by 3%
    Claims for storms fell by 8%. Those for fire, which are everything else, fell by 3%. In sum the insurer counted 9% fewer

The names of the two leave no third beside them ("home" and "abroad"), or words say that there is none; the third rate is said to
be that of all, or opens the passage. Then every figure has its part by words, whatever else is told around.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.growth_summed_up import says
from checker.linking.structure.change.parts_of_growth import Rate, growth_frame, rates, rest_untold
from checker.linking.structure.near import Near, near
from checker.model import Frame
from checker.once import once

_PARTS = 2
_LINES, _BLOCKS = 5, 1  # sentences and paragraphs over which the three may stand
_TIME = 6  # symbols in front of a rate that may say it is of another time
_BEHIND = 9  # symbols behind a rate that may name what it is of
_SIDE = "growthside-"  # classes of names for one of two sides that have no third: growthside-3a and growthside-3b
_BY_WORDS, _SALES = "roles", "growthdiv-sales"


@dataclass(frozen=True, slots=True)
class _Told:
    """A rate and where the words in front of it begin and those behind it end."""

    rate: Rate
    start: int
    end: int

    @property
    def line(self) -> Line:
        return self.rate[0]

    @property
    def at(self) -> int:
        return self.rate[1].at

    @property
    def before(self) -> str:
        return self.line.symbols[self.start : self.at]

    @property
    def behind(self) -> str:
        return self.line.symbols[self.at + 1 : self.end]


def growth_divided(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "growth-of-total" and "growth-of-total-mixed"."""
    reader, words = reader_of(context), near(context)
    in_turn = {i for f in frames if f.source == "growth in turn" for i in f.claims.get("change", ())}
    told = [t for line in context.lines.figured for t in _told(line, reader, words)]
    found: list[Frame] = []
    for n in range(len(told) - _PARTS):
        three = told[n : n + _PARTS + 1]
        if not _one_passage(three) or not in_turn.isdisjoint(t.rate[1].index for t in three):
            continue
        following = told[n + _PARTS + 1 : n + _PARTS + 2]
        if any(t.line in (three[0].line, three[-1].line) for t in (*told[max(0, n - 1) : n], *following)):
            continue  # a fourth beside them
        summed = any(t.line.number - three[-1].line.number <= 1 and _of_all(t, words) for t in following)
        found.extend([] if summed else _frames(three, reader, words))
    return found


def _told(line: Line, reader: Reader, words: Near) -> Iterator[_Told]:
    """The growth rates of a sentence, those of other times left out."""
    own = rates(line, reader)
    for n, (_, item) in enumerate(own):
        q, left = reader.quantity(item), own[n - 1][1].at + 1 if n else 0
        clause = next((p + 1 for p in range(item.at - 1, left, -1) if line.symbols[p] in reader.words.separators), left)
        if q.value is None or item.blocked or item.aside or words.within("growthpart-other-time", line, max(clause, item.at - _TIME), item.at):
            continue
        stop = own[n + 1][1].at if n + 1 < len(own) else len(line.symbols)
        stop = next((p for p in range(item.at + 1, stop) if line.symbols[p] in reader.words.separators), stop)
        yield _Told((line, item), left, min(stop, item.at + _BEHIND))


def _one_passage(three: list[_Told]) -> bool:
    first, last = three[0].line, three[-1].line
    return last.number - first.number < _LINES and last.block - first.block <= _BLOCKS


def _frames(three: list[_Told], reader: Reader, words: Near) -> Iterator[Frame]:
    lines = reader.context.lines.lines[three[0].line.number : three[-1].line.number + 1]
    if any(words.has("growthpart-veto", t.line) or reader.quantity(t.rate[1]).approx for t in three):
        return
    given = [t.rate for t in three]
    if any(rest_untold(line, given, reader) for line in lines):
        return
    for at in (_PARTS, 0):
        whole, parts = three[at], [t for t in three if t is not three[at]]
        if _tied(whole, parts, at, lines, reader, words) and not _unlike(whole, parts, words):
            frame = growth_frame(given, at, reader)
            if frame is not None:
                yield replace(frame, source=_BY_WORDS)
            return


def _tied(whole: _Told, parts: list[_Told], at: int, lines: list[Line], reader: Reader, words: Near) -> bool:
    """True where words make one rate that of a whole, and the two others those of all its parts."""
    of_all = _of_all(whole, words) or at > 0 and words.within("concluding", whole.line, whole.start, whole.at)
    if any(_of_all(t, words) for t in parts):
        return False
    sides = _sides(parts, whole, words)
    around = reader.context.lines.lines[max(0, lines[0].number - 1) : lines[-1].number + 2]
    counted = any(says("growthpart-two", line, 0, len(line.symbols), reader) for line in around if lines[0].block <= line.block <= lines[-1].block)
    if of_all:
        return sides or counted or any(_rest(t, words) for t in parts)
    if at or not whole.rate[1].sign or parts[1].line.number - parts[0].line.number > 1 or _is_side(whole, words) or _rest(parts[0], words) and parts[1].line is not parts[0].line:
        return False
    return counted or sides and parts[0].line.number - whole.line.number <= 1 and parts[0].line.block == whole.line.block


def _of_all(told: _Told, words: Near) -> bool:
    """Whether a rate is said to be that of all; not of "everybody else", nor of what "together with the oats makes up the whole crop"."""
    pattern, part = words.pattern("growthdiv-whole"), words.pattern("growthdiv-part")
    return any(pattern.search(text) and not part.search(text) for text in (told.before, told.behind))


def _rest(told: _Told, words: Near) -> bool:
    text = words.pattern("growthpart-hand").sub("", told.line.symbols[told.start : told.end])
    return words.pattern("growthpart-rest").search(text) is not None


def _sides(parts: list[_Told], whole: _Told, words: Near) -> bool:
    """True where the names of the parts are the two sides of one thing, and the whole is called by neither."""
    for a, b in _pairs(words.lexicon):
        one, other = words.pattern(a), words.pattern(b)
        for texts in ([t.before for t in parts], [t.behind for t in parts]):
            had = [(one.search(text) is not None, other.search(text) is not None) for text in texts]
            if had in ([(True, False), (False, True)], [(False, True), (True, False)]):
                return not any(p.search(text) for p in (one, other) for text in (whole.before, whole.behind))
    return False


def _is_side(told: _Told, words: Near) -> bool:
    """True of "foreign guests booked 8% fewer nights": a part itself."""
    return any(words.pattern(name).search(told.before) for pair in _pairs(words.lexicon) for name in pair)


@once
def _pairs(lexicon: Lexicon) -> tuple[tuple[str, str], ...]:
    firsts = (name for name in lexicon.classes if name.startswith(_SIDE) and name.endswith("a"))
    return tuple((name, name[:-1] + "b") for name in firsts)


def _unlike(whole: _Told, parts: list[_Told], words: Near) -> bool:
    """True where a part is measured by something else than the whole: guests beside revenue, profit beside orders."""
    of_whole, *of_parts = (_measure(t, words) for t in (whole, *parts))
    if any(of_whole and named and named != of_whole for named in of_parts):
        return True
    beings = words.pattern("growthdiv-beings")
    return bool(of_whole) and not any(of_parts) and any(beings.search(text) for t in parts for text in (t.before, t.behind))


def _measure(told: _Told, words: Near) -> str:
    """The measure named last in front of a rate; what the sales of a house are called is all one."""
    found = [m.group() for m in words.pattern("growth-measure").finditer(told.before) if not words.pattern("growthdiv-anything").fullmatch(m.group())]
    sales = words.pattern(_SALES)
    return "" if not found else _SALES if sales.fullmatch(found[-1]) else found[-1]
