"""One change while its levels are looked for, and the questions that are asked about its sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.linking.context import Context, same_head, stem
from checker.linking.lines import Line
from checker.linking.structure.change.items import items_of
from checker.linking.structure.change.terms import Item, Mark, Words, marks_of, words_of
from checker.model import Quantity, When
from checker.units import measure, measure_of

BASES = ("from", "base", "than", "after")  # words in front of an old value
_EACH = 100  # of values in two units, one so many times the other is of each, not of all


@dataclass(slots=True)
class Event:
    """A change, or a word of moving without a figure (then `changes` is empty), and the levels found so far."""

    line: Line
    row: list[Item]
    at: int  # of the change in the row
    changes: list[Item] = field(default_factory=list)
    sign: int = 0
    new: Item | None = None
    base: Item | None = None
    tied: bool = True
    tier: int = 0
    sole: bool = False  # no other level can be meant

    @property
    def head(self) -> Item:
        return self.row[self.at]

    def backward(self):
        """Levels and changes in front of the change in its clause, nearest first, and whether a mark lies between."""
        depth, crossed = 0, False
        for at in range(self.at - 1, -1, -1):
            item = self.row[at]
            if item.kind == "mark":
                if item.word in (";", "|") or item.word == ":" and crossed and not depth:
                    return
                depth = depth + 1 if item.word == ")" else max(0, depth - (item.word == "("))
                crossed = True
            elif item.kind == "level" and (not depth or item.aside) or item.kind == "change":
                yield item, crossed


@dataclass(slots=True)
class Reader:
    """The rows of a document, made when asked for."""

    context: Context
    words: Words
    rows: dict[int, list[Item]] = field(default_factory=dict)
    marked: dict[int, list[Mark]] = field(default_factory=dict)
    rated: dict[int, list] = field(default_factory=dict)  # rates of growth by line, see parts_of_growth.py
    headed: dict[int, list] = field(default_factory=dict)  # figures of change by line, see heads.py

    def row(self, number: int) -> list[Item]:
        known = self.rows.get(number)
        if known is None:
            known = self.rows[number] = items_of(self.context.lines.lines[number], self.context, self.words, self.marks)
        return known

    def marks(self, line: Line) -> list[Mark]:
        """The tagged words of a line."""
        known = self.marked.get(line.number)
        if known is None:
            known = self.marked[line.number] = marks_of(line, self.words)
        return known

    def quantity(self, item: Item) -> Quantity:
        return self.context.quantity(item.index)

    def alike(self, a: Item | None, b: Item | None) -> bool:
        """True where two levels measure the same, or one of them is missing."""
        if a is None or b is None:
            return True
        p, q = self.quantity(a), self.quantity(b)
        if {p.kind, q.kind} == {"count", "physical"} or _of_each(p, q):
            return False
        return same_head(p, q) or _scaled_alike(p, q) or {a.word, b.word} & {"to", *BASES} and self._bare_beside(a, b)

    def _bare_beside(self, a: Item, b: Item) -> bool:
        """ "to 242 crowns from Friday's close of 275": a bare figure of the size of the one with a unit in its sentence."""
        lines = self.context.lines.line_of
        p, q = sorted((self.quantity(a), self.quantity(b)), key=lambda x: x.unit is not None)
        if lines[a.index] != lines[b.index] or p.unit or p.kind != "number" or q.kind not in ("currency", "physical", "duration") or q.scale != p.scale or not p.value or not q.value:
            return False
        return p.place == q.place and max(p.value, q.value) <= 3 * min(p.value, q.value)

    def same_scale(self, a: Item, b: Item) -> bool:
        """True where two levels are written alike: unit, scale word, counted noun."""
        p, q = self.quantity(a), self.quantity(b)
        nouns = not (p.noun and q.noun) or p.noun[-1] == q.noun[-1]
        return nouns and p.scale == q.scale and same_head(p, q)

    def measures(self, event: Event, level: Item, change: Item | None = None) -> bool:
        """True where such a change can be one of such a level: points of percentages, amounts of their own unit."""
        q, of = self.quantity(change or event.changes[0]), self.quantity(level)
        if q.kind == "points":
            return of.kind in ("percent", "number", "points")
        if claim_of(q) != "delta":
            return not (event.tier > 1 and q.kind == "percent" and of.kind == "percent")
        if measure_of(of.unit, of.kind).offset:
            return False  # a difference of temperatures is no temperature
        return same_head(q, of) or _scaled_alike(q, of) or q.kind == "number" and q.scale == of.scale == 1 and of.kind in ("count", "physical")

    def period(self, item: Item) -> When | None:
        """The date or period said of a figure: behind it in its clause, else in front of it."""
        line, at = self.context.line(item.index), self.context.lines.position_of[item.index]
        symbols, separators, joining = line.symbols, self.words.separators, self.words.joining
        for step, reach, bracket in ((1, 8, "("), (-1, 12, ")")):
            for place in range(at + step, min(len(symbols), at + reach) if step > 0 else max(-1, at - reach), step):
                if separators.get(symbols[place]) in (";", bracket) or step > 0 and symbols[place] in joining:
                    break
                if line.quantity[place] < 0:
                    continue
                q = self.context.quantity(line.quantity[place])
                if q.when is not None and q.kind != "duration":
                    return q.when
                if q.is_measure:
                    break
        return None

    def light(self, place: int, line: Line) -> bool:
        """True of dates and of words that name no subject of their own."""
        symbol = line.symbols[place]
        return line.quantity[place] >= 0 or symbol in self.words.filler or symbol in self.words.auxiliary or symbol in self.words.quotes

    def plain(self, event: Event, item: Item, strict: bool = False) -> bool:
        """True where nothing but filling words, dates and marks lies between a level and the change: no other subject.

        Without a mark some words may (a verb, a place), unless `strict`.
        """
        line, words = event.line, self.words
        start, end = item.at + 1, min(event.head.start, event.head.at)
        if end < start:
            end = event.head.lead if event.head.lead > item.at else event.head.at
        last = max((p for p in range(start, end) if line.symbols[p] in words.separators), default=None)
        if last is not None and not event.head.predicate:
            return all(self.light(p, line) for p in range(last + 1, end))
        if event.head.predicate:
            return False
        own = [p for p in range(start, end) if not self.light(p, line)]
        return len(own) <= (0 if strict else 6) and not any(line.symbols[p] in words.conjunction for p in range(start, end))

    def own_base(self, event: Event, until: int) -> bool:
        """True where the change says in words what it is measured from: "up 9% on its level then", "over the quarter"."""
        line = event.line
        end = max(event.head.end, event.head.at + 1)
        for p in range(end, min(end + 2, until)):
            if line.symbols[p] in self.words.separators:
                return False
            for said, tag, _ in self.words.tags.get(line.symbols[p], ()):
                if tag in ("from", "base") + (() if event.head.definite else ("on",)) and line.symbols.startswith(said, p):
                    end = p + len(said)
                    return not (self._dated(line, end) or tag == "on" and line.symbols[end : end + 1] in self.words.days)
        return False

    def _dated(self, line: Line, place: int) -> bool:
        """True where a day stands at a position: "on Thursday" says when, not from what."""
        q = line.quantity[place] if place < len(line.quantity) else -1
        return q >= 0 and self.context.quantity(q).kind == "date"

    def concludes(self, event: Event) -> bool:
        """True where the clause of the change says that it sums up: "so turnout has slipped by 5.9 points"."""
        line, words = event.line, self.words
        start = max((i.end for i in event.row[: event.at] if i.kind in ("mark", "level") and i.end <= event.head.start), default=0)
        end = max(event.head.at + 4, start + 3)
        return any(line.symbols[p] in words.concluding for p in range(start, min(end, len(line.symbols))))


def reader_of(context: Context) -> Reader:
    """The reader of this document, shared by all that look at changes."""
    if "changes" not in context.shelf:
        context.shelf["changes"] = Reader(context, words_of(context))
    return context.shelf["changes"]


def more_of(item: Item, line: Line, reader: Reader) -> str:
    """The stem of what "2 more toasters" names; "" where a comparison names nothing."""
    place = max(item.end, item.at + 1)
    if not item.compared or place >= len(line.symbols) or line.quantity[place] >= 0 or line.symbols[place] in reader.words.separators:
        return ""
    word = reader.context.extraction.tokens.words[line.firsts[place]]
    if not word.isalpha() or word in reader.context.function or line.symbols[place] in reader.words.phrase_end or line.symbols[place] in reader.words.filler:
        return ""
    return stem(word, reader.context)


def as_many_as(item: Item, line: Line, reader: Reader) -> bool:
    """True of "twice as many as in the north": what it is measured from is told, or is not here."""
    at = item.at + 1
    if not line.symbols.startswith(reader.words.any_as_many, at):
        return False
    said = max([s for s in reader.words.as_many if line.symbols.startswith(s, at)], key=len, default="")
    return line.symbols[at + len(said) : at + len(said) + 1] in reader.words.again


def claim_of(q: Quantity) -> str:
    """The part that a figure of change plays."""
    return "multiple" if q.kind == "multiple" else "change" if q.kind in ("percent", "points", "ratio") else "delta"


def _scaled_alike(p: Quantity, q: Quantity) -> bool:
    """ "1.54 billion krone from 1.37 billion": a bare number beside a unit, both with a scale word or both whole and large."""
    bare = [x for x in (p, q) if x.unit is None and x.kind == "number"]
    other = [x for x in (p, q) if x not in bare]
    if len(bare) != 1 or other[0].kind not in ("currency", "physical", "count"):
        return False
    return min(p.value or 0, q.value or 0) >= 1000


def _of_each(p: Quantity, q: Quantity) -> bool:
    """True of what each has beside what all have: "640 tonnes, 16 kilograms a tree, a third more than the 480 tonnes"."""
    units = [(x.unit or "").partition("/") for x in (p, q)]
    if not (p.unit and q.unit) or units[0][0] == units[1][0]:
        return False
    if bool(units[0][1]) != bool(units[1][1]):
        return True
    low, high = sorted(abs(x.value or 0) * measure(x).factor for x in (p, q))
    return p.kind == q.kind == "physical" and 0 < low * _EACH < high
