"""What a figure of change may lead between: the levels around it, and the pairs of them that can be one thing at two times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line
from checker.linking.structure.at_figure import across
from checker.linking.structure.change.event import BASES, Reader
from checker.linking.structure.change.fitting import Figure, figure
from checker.linking.structure.change.heads import Head
from checker.linking.structure.change.items import of_a_term
from checker.linking.structure.change.moments import Moment, apart, moment_of, older, plainly_apart
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near
from checker.model import Quantity

_REACH = 4  # sentences around a change
_BLOCKS = 1
_MOST = 14  # levels that are tried
_APART, _MULTIPLE_APART = 6, 40
_SMALL = 10
_COUNTS = ("number", "count")
_KINDS = (*_COUNTS, "currency", "physical", "duration")


@dataclass(slots=True)
class Level:
    """A figure that can be an old or a new value."""

    index: int
    item: Item | None
    moment: Moment
    at: Figure
    line: int


@dataclass(slots=True)
class Pair:
    """An old and a new value. `timed`: something puts them at two times; `plain`: words or dates do; `one`: they are of one
    thing as far as words tell."""

    base: Level
    new: Level
    timed: bool
    plain: bool
    one: bool

    @property
    def key(self) -> frozenset[int]:
        return frozenset((self.base.index, self.new.index))


@dataclass(slots=True)
class Scene:
    """A change, how it is measured (percent, ratio, multiple, basis, delta), and what it may lead between."""

    head: Head
    way: str
    change: Figure
    levels: list[Level]
    pairs: list[Pair] = field(default_factory=list)


def scene_of(head: Head, reader: Reader, words: Near, any_noun: bool = False, whole: bool = False) -> Scene | None:
    """The scene of a change, in the sentences around it or in the whole text; None where no two levels are alike. With
    `any_noun` the change may count them by another name. Made once for all that ask for it."""
    known = reader.context.shelf.setdefault("scenes-of-changes", {})
    key = (head.index, any_noun, whole)
    if known.get(key, (None,))[0] is not head:
        known[key] = head, _scene(head, reader, words, any_noun, whole)
    return known[key][1]


def _scene(head: Head, reader: Reader, words: Near, any_noun: bool, whole: bool) -> Scene | None:
    q = reader.context.quantity(head.index)
    way = head.way if head.way else "percent" if q.kind == "percent" else "ratio" if q.kind == "ratio" else "multiple" if q.kind == "multiple" else "basis" if q.unit == "basis point" else "delta"
    found, text = [], reader.context.extraction.document.text
    for number in range(len(reader.context.lines.lines)) if whole else lines_around(head.line.number, reader.context):
        for index in reader.context.lines.lines[number].figures:
            if index != head.index and not _part_of(index, reader, words) and not of_a_term(reader.context.quantity(index), text) and _suits(reader.context.quantity(index), q, way, any_noun):
                found.append((abs(number - head.line.number), number, index))
    if len(found) < 2:
        return None
    levels = []
    for _, number, index in sorted(sorted(found)[:_MOST], key=lambda entry: entry[2]):
        level = level_of(index, number, reader, words)
        if level.item is None or not (level.item.negative or level.item.kind == "change" and not _may_be_level(level.item, way)):
            levels.append(level)
    scene = Scene(head, way, figure(q), levels)
    general = reader.context.lexicon.pack.words("then-counted") if any_noun else frozenset()
    for x, y in combinations(levels, 2):
        if akin(x, y, way, reader, general) and not across(x.index, y.index, reader.context, words):
            scene.pairs.extend(_ordered(x, y, head, reader))
    return scene if scene.pairs else None


def level_of(index: int, number: int, reader: Reader, words: Near) -> Level:
    """The figure as a level, read once for all changes around it."""
    known = reader.context.shelf.setdefault("levels-of-changes", {})
    if index not in known:
        item = next((i for i in reader.row(number) if i.index == index), None)
        known[index] = Level(index, item, moment_of(item, index, reader, words), figure(reader.context.quantity(index)), number)
    return known[index]


def lines_around(number: int, context: Context) -> Iterator[int]:
    lines = context.lines.lines
    for other in range(max(0, number - _REACH), min(len(lines), number + _REACH + 1)):
        if abs(lines[other].block - lines[number].block) <= _BLOCKS:
            yield other


def about(number: int, reader: Reader) -> frozenset[str]:
    """The content words of a sentence; those of the one before too, where it opens with a word that points there."""
    lines = reader.context.lines.lines
    line = lines[number]
    found = content(line.firsts[0], line.lasts[-1] + 1, reader.context) - reader.context.generic
    if number and line.symbols and line.symbols[0] in reader.words.pointing and lines[number - 1].firsts:
        before = lines[number - 1]
        found |= content(before.firsts[0], before.lasts[-1] + 1, reader.context) - reader.context.generic
    return found


def names_anew(said: frozenset[str], told: Iterable[int], line: Line, front: int, reader: Reader) -> bool:
    """Whether words of a line name what neither its first symbols nor the other sentences told speak of: the butter of "It is 1.21
    today, and butter has gone up by 25 per cent"."""
    spoken = frozenset().union(*(about(n, reader) for n in told if n != line.number))
    if front:
        spoken |= content(line.firsts[0], line.firsts[front], reader.context)
    return bool(telling(said, reader.context) - spoken)


def _part_of(index: int, reader: Reader, words: Near) -> bool:
    """True of "230 of them", "of whom 40"."""
    if reader.context.quantity(index).kind == "percent":
        return False  # "23% of them" is a value
    line, at = reader.context.line(index), reader.context.lines.position_of[index]
    return words.pattern("told-part").match(line.symbols, at + 1) is not None or words.within("told-part", line, at - 3, at)


def _may_be_level(item: Item, way: str) -> bool:
    """ "Having raised £1,250": what a verb raises can be a level of a percentage, what moves by so much cannot."""
    return way in ("percent", "ratio", "multiple") and item.verb and item.lead < 0


def _suits(q: Quantity, change: Quantity, way: str, any_noun: bool) -> bool:
    if not q.positive or q.approx in ("above", "below") or not q.is_measure:
        return False
    if way == "multiple":
        return q.kind in _KINDS  # a percentage beside "doubled" is most often a share of what doubled
    if change.kind == "points":
        return q.kind == "percent" or change.unit == "point" and q.kind in ("number", "points")
    if change.kind in ("percent", "ratio"):
        return q.kind in _KINDS
    if q.kind not in _KINDS or q.scale != change.scale and change.kind != "duration":
        return False
    if change.kind in _COUNTS:
        nouns = any_noun or not (q.noun and change.noun) or q.noun[-1] == change.noun[-1]
        return q.kind in _COUNTS and nouns or change.kind == "number" and change.scale == 1 and q.kind == "physical"
    return q.kind == "number" and q.unit is None or q.kind == change.kind and _unit(q) == _unit(change)


def _unit(q: Quantity) -> str | None:
    """The unit without its "per": "$84 a week" leads from $315 to $231."""
    return q.unit.partition("/")[0] if q.unit else q.unit


def akin(x: Level, y: Level, way: str, reader: Reader, general: frozenset[str] = frozenset()) -> bool:
    """True where two levels can be one thing at two times: kind, unit, scale, noun, precision and size. What is counted in
    `general` words, "names", may have a name of its own beside it."""
    p, q = reader.context.quantity(x.index), reader.context.quantity(y.index)
    if p.scale != q.scale or p.noun and q.noun and p.noun[-1] != q.noun[-1] and general.isdisjoint((p.noun[-1], q.noun[-1])):
        return False
    places = (p.place or 1, q.place or 1)
    if p.kind in _COUNTS and q.kind in _COUNTS:
        if not (p.noun or q.noun) and min(p.value, q.value) < _SMALL or places[0] != places[1] and min(places) < 1:
            return False
    elif p.kind == q.kind:
        if _unit(p) != _unit(q):
            return False
    else:
        bare = [f for f in (p, q) if f.kind == "number" and f.unit is None]
        timed = "duration" in (p.kind, q.kind) and not (general and x.line == y.line)
        if len(bare) != 1 or timed or abs(x.line - y.line) > 1 or places[0] != places[1]:
            return False
    ratio = max(p.value, q.value) / min(p.value, q.value)
    return 1 < ratio <= (_MULTIPLE_APART if way == "multiple" else _APART)


def _ordered(x: Level, y: Level, head: Head, reader: Reader) -> Iterator[Pair]:
    """One order where words or dates tell, else both."""
    timed, plain = apart(x.moment, y.moment), plainly_apart(x.moment, y.moment)
    first = older(x.moment, y.moment)
    if not first and _in_brackets(x, y, reader):
        first, timed, plain = -1, True, True
    elif _compared_in_brackets(x, y, reader):
        first = 0  # which group comes first is anybody's guess
    elif not plain and _around(x, y, head):
        first, timed = 1, True
    one = _one_thing(x, y, reader)
    if first >= 0:
        yield Pair(x, y, timed, plain, one)
    if first <= 0:
        yield Pair(y, x, timed, plain, one)


def _around(x: Level, y: Level, head: Head) -> bool:
    """ "It stood at 6.2 metres. It dropped by 0.8, so that I measured 5.4": one in front of the verb, one behind."""
    return head.verb and x.index < head.index < y.index and y.line == head.line.number and x.line >= y.line - 1


def _in_brackets(x: Level, y: Level, reader: Reader) -> bool:
    """ "£27.3m (£22.8m)": the value of the year before, in brackets right behind the new one."""
    line, at = reader.context.line(y.index), reader.context.lines.position_of[y.index]
    if x.line != y.line or reader.context.lines.position_of[x.index] != at - 2:
        return False
    return [reader.words.separators.get(line.symbols[p]) for p in (at - 1, at + 1) if p < len(line.symbols)] == ["(", ")"]


def _compared_in_brackets(x: Level, y: Level, reader: Reader) -> bool:
    """ "(36 days v 24 days)": two groups."""
    line, at = reader.context.line(x.index), reader.context.lines.position_of[x.index]
    return x.line == y.line and at > 0 and reader.words.separators.get(line.symbols[at - 1]) == "(" and y.item is not None and y.item.word == "base"


def _averaged(x: Level, reader: Reader) -> bool:
    line, at = reader.context.line(x.index), reader.context.lines.position_of[x.index]
    return any(s in reader.words.averages or s in reader.words.extreme for s in line.symbols[max(0, at - 4) : at])


def _one_thing(x: Level, y: Level, reader: Reader) -> bool:
    """True where two levels are of one sentence, of sentences that share a word, or the later one is bare and right behind."""
    if _averaged(x, reader) != _averaged(y, reader):
        return False
    if x.line == y.line or about(x.line, reader) & about(y.line, reader):
        return True
    q = reader.context.quantity(y.index)
    return abs(x.line - y.line) <= 1 and (not q.noun or q.unit is not None)


def bound(pair: Pair) -> bool:
    """True where words join the two: "from 36 to 43", "191 against 164"."""
    if pair.base.line != pair.new.line or pair.base.item is None or pair.new.item is None:
        return False
    return pair.base.item.word in BASES and (pair.new.item.word == "to" or pair.base.item.word in ("base", "than"))


def closed(scene: Scene, pair: Pair, reader: Reader) -> bool:
    """True where no third level in the sentences of a change and its values could be another value of the same thing."""
    lines = {scene.head.line.number, pair.base.line, pair.new.line}
    others = [x for x in scene.levels if x.line in lines and x.index not in pair.key]
    return not any(akin(x, y, scene.way, reader) for x in others for y in (pair.base, pair.new))
