"""Figures of a document with what they are called: the words of a class that stand nearest to each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near
from checker.linking.structure.tabular import told_lines
from checker.model import Frame, Quantity

_AFTER = 3  # words in front of a figure name it rather than those behind it
_REACH = 16
PASSAGE = 14  # sentences over which figures are held together


@dataclass(frozen=True, slots=True)
class Figure:
    """A measure of the text: what it is, where it stands, and what stands around it."""

    index: int
    item: Item
    line: Line
    quantity: Quantity
    left: int  # positions of its line that are nearer to it than to other figures
    right: int

    @property
    def at(self) -> int:
        return self.item.at


class Page:
    """The prose of a document, sentence by sentence."""

    def __init__(self, context: Context):
        self.context = context
        self.reader: Reader = reader_of(context)
        self.near = near(context)
        self.lines = told_lines(context)
        self._figures: dict[int, list[Figure]] = {}
        self._numbers = {line.number: n for n, line in enumerate(self.lines)}

    def number(self, line: Line) -> int:
        """Which sentence of the prose a line is."""
        return self._numbers[line.number]

    def figures(self, line: Line) -> list[Figure]:
        """The levels and changes of one sentence, in order."""
        known = self._figures.get(line.number)
        if known is None:
            items = [i for i in self.reader.row(line.number) if i.index >= 0]
            read = {i.index for i in items}
            items += [Item("level", at, q) for at, q in line.placed if q not in read and self._lasts(q)]
            items.sort(key=lambda i: i.at)
            known = []
            for n, item in enumerate(items):
                left = items[n - 1].at + 1 if n else 0
                right = items[n + 1].at if n + 1 < len(items) else len(line.symbols)
                known.append(Figure(item.index, item, line, self.context.quantity(item.index), left, right))
            self._figures[line.number] = known
        return known

    def _lasts(self, index: int) -> bool:
        """True of a length of time or an age, which changes do not read."""
        q = self.context.quantity(index)
        return q.kind in ("duration", "age") and q.value is not None and q.change is None

    def saying(self, name: str) -> list[tuple[int, Line]]:
        """The sentences in which a word of the class stands, each with its place in the prose."""
        standing, has = self.near.lines[name], self.near.has
        return [(n, line) for n, line in enumerate(self.lines) if line.number in standing and has(name, line)]

    def says(self, name: str, line: Line, start: int = 0, end: int | None = None) -> bool:
        return self.near.within(name, line, start, len(line.symbols) if end is None else end)

    def words_between(self, line: Line, start: int, end: int) -> frozenset[str]:
        """What is spoken of between two positions of a line, without words that any measure may have."""
        if start >= end:
            return frozenset()
        return telling(content(line.firsts[start], line.lasts[end - 1] + 1, self.context), self.context)

    def clause_words(self, figure: Figure) -> frozenset[str]:
        """What is spoken of around a figure, nearer to it than to others, up to the end of its clause."""
        line, marks = figure.line, self.reader.words.separators
        stop = next((p for p in range(figure.at + 1, figure.right) if line.symbols[p] in marks), figure.right)
        return self.words_between(line, figure.left, max(figure.left + 1, stop))

    def called(self, figure: Figure, names: tuple[str, ...]) -> str | None:
        """The class of `names` whose words stand nearest to the figure; those in front of it count as nearer."""
        best: tuple[int, int, str] | None = None
        for name in names:
            pattern = self.near.pattern(name)
            for m in pattern.finditer(figure.line.symbols, max(figure.left, figure.at - _REACH), figure.at):
                best = _nearer(best, figure.at - m.end() - _headed(m, figure, self), m, name)
            stop = min(figure.right, figure.at + _REACH // 2)
            m = pattern.search(figure.line.symbols, figure.at + 1, stop)
            if m and not self._divided(figure.line, figure.at + 1, m.start()):
                best = _nearer(best, m.start() - figure.at - 1 + _AFTER, m, name)
        return best[2] if best else None

    def _divided(self, line: Line, start: int, end: int) -> bool:
        return any(line.symbols[p] in self.reader.words.separators for p in range(start, end))

    def frame(self, family: str, claims: dict[str, tuple[int, ...]], sign: int = 0, pinned: bool = True) -> Frame:
        """A frame whose cue is its last figure."""
        last = max(i for members in claims.values() for i in members)
        line, at = self.context.line(last), self.context.lines.position_of[last]
        cue = offsets(line, at, at + 1, self.context.extraction)
        signs = {claim: way for claim, members in claims.items() if len(members) == 1 and (way := self._way(members[0]))}
        return Frame(family, cue, claims, {}, sign, frozenset(claims) if pinned else frozenset(), 3, None, (), family, signs=signs)

    def _way(self, index: int) -> int:
        """The direction of a growth, as its sentence tells it; 0 for anything else."""
        return next((f.item.sign for f in self.figures(self.context.line(index)) if f.index == index and f.item.kind == "change"), 0)

    def frames(self, wanted: tuple[str, ...], made: Callable[[Page, list[Line]], Frame | None]) -> list[Frame]:
        """What is made of the passages in which every class of words is found."""
        return [f for passage in self._passages(wanted) if (f := made(self, passage)) is not None]

    def _passages(self, wanted: tuple[str, ...]) -> list[list[Line]]:
        """Stretches of sentences in which every class of words is found, each starting where the first of them stands."""
        found: list[list[Line]] = []
        if not all(self.near.lines[name] for name in wanted):
            return found
        places = [[n for n, _ in self.saying(name)] for name in wanted]
        last = -1
        for n in sorted({n for some in places for n in some}):
            if n > last and all(bisect_left(some, n) < bisect_left(some, n + PASSAGE) for some in places):
                found.append(self.lines[n : n + PASSAGE])
                last = n + PASSAGE - 1
        return found


def _nearer(best, distance: int, m, name: str):
    """The nearer of two names; of two that end together the longer: operating income is no income."""
    made = (distance, m.start() - m.end(), name)
    return made if best is None or made[:2] < best[:2] else best


def _headed(m, figure: Figure, page: Page) -> int:
    """"the value of shipments": what stands in front of "of" is the head of both."""
    of = page.reader.words.of
    end = m.end()
    return _REACH if figure.line.symbols[end : end + 1] in of and end < figure.at else 0


def page_of(context: Context) -> Page:
    """The page of this document, shared by all structures that read it."""
    if "page" not in context.shelf:
        context.shelf["page"] = Page(context)
    return context.shelf["page"]


def one(figures: list[Figure]) -> Figure | None:
    """The only figure, or the first of several that say the same; None where there is none or a choice."""
    values = {(f.quantity.value, f.item.sign) for f in figures}
    return figures[0] if figures and len(values) == 1 else None
