"""A whole and two parts, each with its growth, told apart by what the parts are called.

    arrivals fell 6%, those by air by 5% and those by sea by 9%       taken up by a pronoun
    sales rose 2%, with food up 1% and everything else up 3%          a rest
    crime dropped by 3%: by 5% in the town, 1% in the villages        names that divide one thing between them
    16% at Pumps and 4% at Valves, giving 9% for the group            the whole last

Rates of unlike measures (orders and profit, prices and wages) are no parts of one another, whatever stands around them.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.linking.context import Context
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.parts_of_growth import RATES, Rate, growth_frame, rest_untold
from checker.linking.structure.change.terms import Item
from checker.linking.structure.joint.page import page_of
from checker.linking.structure.joint.seasons import PAIRS, said_of
from checker.linking.structure.near import Near, near
from checker.model import Frame
from checker.once import once

_SENTENCES = 4
_ENOUGH = 3
_AFTER = 7  # symbols behind a rate that may name what it is of
_BEFORE = 16
_SET = "growthset-"  # classes of names that divide one thing between them


@dataclass(frozen=True, slots=True)
class _Said:
    """A rate with the words in front of it and behind it."""

    line: Line
    item: Item
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.line.symbols[self.start : self.end]

    @property
    def before(self) -> str:
        return self.line.symbols[self.start : self.item.at]


def growth_by_parts(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "growth-of-total" and "growth-of-total-mixed"."""
    reader, words = reader_of(context), near(context)
    taken = {i for f in frames if f.family.startswith("growth-of-total") or f.source == "growth in turn" for found in f.claims.values() for i in found}
    rates = [_rates(line, reader, words) if not RATES.isdisjoint(line.symbols) else [] for line in context.lines.lines]
    found: list[Frame] = []
    for line in (line for line in context.lines.figured if rates[line.number]):  # a passage opens with a rate
        for size in range(1, _SENTENCES + 1):
            lines = context.lines.lines[line.number : line.number + size]
            if len(lines) < size or lines[-1].block != line.block:
                break
            frame = _frame([s for other in lines for s in rates[other.number]], lines, reader, words)
            if frame is not None and frame.claims["change"][0] not in taken:
                taken |= {i for figures in frame.claims.values() for i in figures}
                found.append(frame)
                break
    return found


def _rates(line: Line, reader: Reader, words: Near) -> list[_Said]:
    """The growth rates of a sentence, those of other times and forecasts left out; a bare one carries on the one in front."""
    found: list[_Said] = []
    items = [i for i in reader.row(line.number) if i.kind in ("change", "level") and i.index >= 0 and reader.quantity(i).kind in ("percent", "ratio")]
    for n, item in enumerate(items):
        left = items[n - 1].at + 1 if n else 0
        right = items[n + 1].at if n + 1 < len(items) else len(line.symbols)
        start, end = max(left, item.at - _BEFORE), min(right, item.at + _AFTER)
        q = reader.quantity(item)
        if q.value is None or q.approx or item.blocked or item.aside or item.apposed or "/" in (q.unit or ""):
            continue
        if words.within("growthpart-other-time", line, max(left, item.at - 6), item.at):
            continue
        change = item.kind == "change" and (item.sign or found)
        carried = item.kind == "level" and item.word in ("", "to", "at") and not item.then and (found or _ahead(items[n + 1 :])) and line.symbols[item.at + 1 : item.at + 2] not in reader.words.of
        if change or carried:
            found.append(_Said(line, item, start, end))
    return found


def _ahead(items: list[Item]) -> bool:
    return bool(items) and items[0].kind == "change" and items[0].sign != 0


def _frame(said: list[_Said], lines: list[Line], reader: Reader, words: Near) -> Frame | None:
    """The frame of exactly three rates of a passage of which two are tied as parts of the third."""
    if not 3 <= len(said) <= 3 or said[0].line is not lines[0] or said[-1].line is not lines[-1] or not said[0].item.sign and not any(s.item.sign for s in said):
        return None
    last = _whole_last(said, words)
    at = 2 if last else 0
    whole, parts = said[at], [s for n, s in enumerate(said) if n != at]
    if any(words.has("growthpart-veto", line) for line in lines) or not last and _of_times(lines, reader.context):
        return None
    before = [line for line in reader.context.lines.lines[max(0, lines[0].number - 1) : lines[0].number] if line.block == lines[0].block]
    firm = _closing(parts, [*before, *lines], words)
    if _unlike(whole, parts, words) or len({reader.quantity(s.item).value for s in parts}) == 1:
        return None  # of the same rate twice one is the other told again
    tied = 2 * firm + _those(parts, words) + _set(whole, parts, words) + last
    ties = tied + _alike_led(parts, words) + 1
    opened = whole.line is parts[0].line and words.within("growthpart-opens", whole.line, whole.item.at + 1, parts[0].item.at)
    if not tied or ties + opened < _ENOUGH:
        return None
    rates: list[Rate] = [(s.line, s.item) for s in said]
    if any(rest_untold(line, rates, reader) for line in lines):
        return None
    return growth_frame(rates, at, reader)


def _of_times(lines: list[Line], context: Context) -> bool:
    """True of "12% higher in the first nine months, the last quarter went up 20%, the year 14%": the first is no whole."""
    page = page_of(context)
    return any(any(said_of(page, line, part) for line in lines) and any(said_of(page, line, other) for line in lines) for part, other in PAIRS)


def _whole_last(said: list[_Said], words: Near) -> bool:
    """True where the last of three is said to be that of all: "giving 9% for the group as a whole"."""
    here = [words.pattern("growthpart-whole").search(s.text) is not None for s in said]
    return here[2] and not here[0]


def _closing(parts: list[_Said], lines: list[Line], words: Near) -> bool:
    """True where words say that there are no other parts."""
    for s in parts:
        if words.pattern("growthpart-rest").search(words.pattern("growthpart-hand").sub("", s.text)):
            return True
    return any(words.has("growthpart-all", line) for line in lines)


def _those(parts: list[_Said], words: Near) -> int:
    """2 where both parts are taken up by a pronoun: "those by air ... and those by sea"; 1 of one."""
    return sum(words.within("growthpart-those", s.line, s.start, s.item.at) for s in parts)


def _set(whole: _Said, parts: list[_Said], words: Near) -> int:
    """2 where the names of the parts divide one thing between them: air and sea, food and other goods."""
    for name in _sets(words.lexicon):
        pattern = words.pattern(name)
        found = [{m.group() for m in pattern.finditer(s.text)} for s in parts]
        if found[0] and found[1] and found[0] != found[1] and not (found[0] | found[1]) & {m.group() for m in pattern.finditer(whole.text)}:
            return 2
    return 0


@once
def _sets(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(name for name in lexicon.classes if name.startswith(_SET))


def _alike_led(parts: list[_Said], words: Near) -> int:
    """1 where one preposition leads both names: "in the town ... in the villages"."""
    pattern = words.pattern("growthpart-leads")
    found = [{m.group() for m in pattern.finditer(s.text)} for s in parts]
    return int(bool(found[0] & found[1]))


def _unlike(whole: _Said, parts: list[_Said], words: Near) -> bool:
    """True where a part is a measure of its own that the whole is not: profit beside orders."""
    pattern = words.pattern("growth-measure")
    of_whole = {m.group() for m in list(pattern.finditer(whole.before))[-1:]}  # the one that is nearest
    return any({m.group() for m in pattern.finditer(s.before)} - of_whole for s in parts)
