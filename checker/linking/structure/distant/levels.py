"""The plain levels of a short text, what each of them is of, and when it was.

    The port handled 61,000 tonnes in May ... [a paragraph] ... A year before it had been 48,000 tonnes

A level is a figure that is told for itself: no change, no bound, no part of another. What it is of is told by the words of its clause:
those of a group of the pack ("story-price": quoted, paid, fetched) mean one measure. Two levels of one sort are a story where
no third one of the sort stands in the passage, words or dates tell which is the older, and nothing says that they are of two things.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checker.linking.context import Context, content_between, names_between, stem, stemmed, telling
from checker.linking.lexicon import Lexicon
from checker.linking.lines import Line
from checker.linking.structure.change.earlier import earlier_of
from checker.linking.structure.change.event import BASES, Reader
from checker.linking.structure.change.items import of_a_term
from checker.linking.structure.change.moments import NOW, THEN, clause_of
from checker.linking.structure.change.scene import Level, level_of
from checker.linking.structure.distant.sheet import Sheet
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import Near
from checker.linking.structure.rate.unit_rates import is_step
from checker.model import Quantity
from checker.once import once

_KINDS = frozenset("currency percent physical duration count number".split())
_COUNTS = ("count", "number")
_SMALL = 10  # fewer are everywhere
_MOST = 6  # times the other: more is another sort of figure
LATER, LONG_THEN = 2, -2
COUNTED_TWICE = frozenset(["story-counts"])  # the group of the first of several counts, and the last
_PAST = frozenset(["previous", "earlier", "ago"])  # of labels of times
_SAME = "same"  # in a label: the same months of another year
_WORDS = 10  # symbols behind a figure that may name it


@dataclass(frozen=True, slots=True)
class Named:
    """A level with what it is of: `words` of its clause, `groups` of measures, names of its own."""

    level: Level
    q: Quantity
    line: Line
    words: frozenset[str]
    heads: frozenset[str]  # what it counts
    groups: frozenset[str]
    names: frozenset[str]
    side: int
    again: bool  # its clause takes up what was spoken of: "it had been", "the rate"
    general: bool  # it counts what anything may be called: "40 animals"

    @property
    def index(self) -> int:
        return self.level.index


@dataclass(frozen=True, slots=True)
class Story:
    """Two levels of one thing; `base` is the older one where `ordered`."""

    base: Named
    new: Named
    ordered: bool

    @property
    def key(self) -> frozenset[int]:
        return frozenset((self.base.index, self.new.index))

    @property
    def lines(self) -> frozenset[int]:
        return frozenset((self.base.line.number, self.new.line.number))


def levels_of(sheet: Sheet, reader: Reader) -> list[Named]:
    """The levels of a document, read once."""
    shelf = sheet.context.shelf
    if "story-levels" not in shelf:
        shelf["story-levels"] = list(_levels(sheet, reader))
    return shelf["story-levels"]


def _levels(sheet: Sheet, reader: Reader) -> Iterator[Named]:
    context, words = sheet.context, sheet.words
    general = context.lexicon.pack.words("story-general")
    for told in sheet.all:
        q = told.q
        if q.kind not in _KINDS or q.value is None or q.value <= 0 or q.sense in ("range", "bound") or q.approx in ("above", "below") or q.change:
            continue
        if q.kind in _COUNTS and (q.value < _SMALL or q.style == "vague") or of_a_term(q, context.extraction.document.text) or is_step(told.index, context):
            continue
        level = level_of(told.index, told.line.number, reader, words)
        if level.item is None or level.item.kind != "level" and not (q.kind == "percent" and words.pattern("part-word").match(told.line.symbols, told.at + 1)):
            continue
        left, right = clause_of(told.line, told.at, reader, words)
        heads = frozenset(stem(w, context) for w in q.noun[-1:])
        said = _said(told.line, left, min(right, told.at + _WORDS), context) | heads
        groups = groups_in(told.line, left, min(right, told.at + _WORDS), words, context)
        names = _names(told.line, left, right, context)
        again = words.within("then-subject", told.line, left, told.at) or words.within("story-again", told.line, left, right) or _SAME in _labels(told.line, left, right, context) or words.pattern("distant-of-them").match(told.line.symbols, told.at + 1) is not None
        yield Named(level, q, told.line, said, heads, groups, names, _side(told.line, left, told.at, right, level.item, words, context), again, q.noun[-1:] != () and q.noun[-1] in general)


def _side(line: Line, left: int, at: int, right: int, item: Item | None, words: Near, context: Context) -> int:
    """When the clause of a level puts it: what is vague ("first", "found") does not count here."""
    labels = _labels(line, left, right, context)
    if words.within("story-after", line, left, right) or words.within("told-will", line, left, at):
        return LATER
    if "this" in labels:
        return NOW
    had = words.within("story-had", line, left, at) and (item is None or item.word not in ("to", "reach"))  # "had dropped to 7"
    if had or told_ago(line, left, right, words, context) or labels & _PAST or words.within("story-before", line, left, right):
        return LONG_THEN
    if "last" in labels:
        return THEN
    return NOW if words.within("told-now", line, left, right) or words.within("story-now", line, left, right) else 0


def told_ago(line: Line, start: int, end: int, words: Near, context: Context) -> bool:
    """True of "two years ago", whose first words are a length of time."""
    spans = (p for p in range(start, min(end, len(line.symbols))) if line.quantity[p] >= 0 and context.quantity(line.quantity[p]).kind == "duration")
    return any(words.pattern("story-ago").match(line.symbols, p + 1) for p in spans)


def _labels(line: Line, start: int, end: int, context: Context) -> frozenset[str]:
    """What the times between two positions are called: this, last, previous, earlier."""
    whens = (context.quantity(q).when for q in line.quantity[start:end] if q >= 0)
    return frozenset(part for w in whens if w is not None and w.label for part in w.label.replace("-", " ").split())


def _said(line: Line, start: int, end: int, context: Context) -> frozenset[str]:
    """The telling words between two positions that no figure has taken in."""
    return telling(content_between(line, start, end, context), context) - light(context.lexicon)


def _names(line: Line, start: int, end: int, context: Context) -> frozenset[str]:
    """The capitalised words between two positions, but for the first of the sentence."""
    return names_between(line, max(1, start), end, context)


@once
def light(lexicon: Lexicon) -> frozenset[str]:
    """The stems of words that many clauses share though they speak of other things."""
    return frozenset(stemmed(word, lexicon) for word in lexicon.pack.words("story-light"))


@once
def general(lexicon: Lexicon) -> frozenset[str]:
    """The stems of what anything may be called that is counted."""
    return frozenset(stemmed(word, lexicon) for word in lexicon.pack.words("story-general"))


@once
def _groups(lexicon: Lexicon) -> tuple[str, ...]:
    aside = ("story-light", "story-ago", "story-average", "story-gap", "story-the", "story-before", "story-after", "story-not", "story-planned", "story-more", "story-general", "story-taken", "story-later", "story-now", "story-since", "story-part", "story-more-so", "story-less-so", "story-way-not", "story-had", "story-again", "story-holding", "story-steps", "story-way-none", "story-way-behind", "story-way-since", "story-rebate", "story-head", "story-way-to", "story-way-on")
    return tuple(name for name in lexicon.classes if name.startswith("story-") and name not in aside)


def groups_in(line: Line, start: int, end: int, words: Near, context: Context) -> frozenset[str]:
    """The groups of measures of which a word stands between two positions of a line."""
    return frozenset([name for name in words.among(_groups(context.lexicon), line) if words.within(name, line, max(0, start), end)])


# ---------------------------------------------------------------- two of one thing


def one_sort(x: Named, y: Named) -> bool:
    """Whether two levels can be one thing at two times: their unit, or what they count."""
    p, q = x.q, y.q
    if p.kind in _COUNTS and q.kind in _COUNTS:
        if p.noun and q.noun:
            return p.noun[-1] == q.noun[-1] or bool(x.groups & y.groups) or x.general or y.general
        return p.scale == q.scale and (bool(x.groups & y.groups or x.words & y.words and not (x.heads or y.heads)) or _counted(x, y) or _counted(y, x) or _right_behind(x, y) or _right_before(x, y))
    if p.kind == q.kind:
        return (p.unit or "").partition("/")[0] == (q.unit or "").partition("/")[0]
    bare = [f for f in (p, q) if f.kind == "number" and f.unit is None]
    return len(bare) == 1 and p.scale == q.scale and x.level.line != y.level.line and abs(x.level.line - y.level.line) < 2 and x.line.block == y.line.block and "percent" not in (p.kind, q.kind)


def _counted(x: Named, y: Named) -> bool:
    """True of "48 seals" beside "the number of seals came to 61"."""
    return bool(x.heads & y.words)


def _right_behind(x: Named, y: Named) -> bool:
    """True of "it had been 64" and of "a year before she had counted 64", in the sentence of the other value or behind it."""
    return (y.again or y.side < 0 and y.side < x.side) and 0 <= y.level.line - x.level.line <= 1


def _right_before(x: Named, y: Named) -> bool:
    """True of "In the half-year before there had been 64", in the sentence in front of the other value."""
    return x.again and not x.heads and x.side < y.side and y.level.line - x.level.line == 1


def near_size(x: Named, y: Named, most: int = _MOST) -> bool:
    return max(x.q.value, y.q.value) <= most * min(x.q.value, y.q.value)


def strangers(x: Named, y: Named) -> bool:
    """Whether words name two levels as of two things, or of two places; not where they set one against the other."""
    if x.line is y.line and y.level.item is not None and y.level.item.word in BASES or y.again and y.line.number - x.line.number == 1:
        return False
    if x.heads and y.heads and not (x.heads & y.heads or x.groups & y.groups or x.general or y.general):
        return True
    if x.groups and y.groups and not x.groups & y.groups:
        return True
    return bool(x.names and y.names) and not (x.again or y.again) and not x.names & y.names and not x.groups & y.groups


def akin(x: Named, y: Named) -> bool:
    """Whether words say that two levels are of one thing: a group of measures, a word, what they count, or one takes up the other."""
    if x.line is y.line and y.level.item is not None and y.level.item.word in BASES or y.again:
        return True
    if _right_before(x, y) and not x.groups or _right_behind(x, y) and not y.heads and y.line is not x.line:
        return True  # "In April the police had counted 347"
    return bool(x.groups & y.groups or x.words & y.words or x.heads & y.heads)


def story_of(levels: list[Named], reader: Reader, words: Near, most: int = _MOST, taken_up: bool = False) -> Story | None:
    """The two levels of one sort that are all there are of it; None where a third could be meant, or words part the two. What
    takes them up ("the rise of 4 points") needs no name that they share, where words put one of them in the past."""
    pairs = _only_two([x for x in levels if COUNTED_TWICE & x.groups], most) or _only_two(levels, most)
    pairs = [(x, y) for x, y in pairs if akin(x, y) or taken_up and x.q.kind not in _COUNTS and {x.side, y.side} != {0}]
    stories = [made for x, y in pairs if not strangers(x, y) and (made := _ordered(x, y, reader, words)) is not None]
    return next((s for s in stories if s.ordered), stories[0] if stories else None)


def _only_two(levels: list[Named], most: int) -> list[tuple[Named, Named]]:
    """The pairs of one sort, all of the same two values; none where there are others."""
    found: list[tuple[Named, Named]] = []
    for x, y in combinations(levels, 2):
        if x.q.value != y.q.value and one_sort(x, y) and near_size(x, y, most):
            if found and {x.q.value, y.q.value} != {n.q.value for n in found[0]}:
                return []
            found.append((x, y))
    return found


def _year(x: Named) -> int:
    return x.level.moment.date[0] if x.level.moment.date is not None else 0


def _based(x: Named, y: Named) -> bool:
    """True of "samples from 15 farms", "after 20 days": in another sentence such a word tells no older value."""
    return any(n.level.item is not None and n.level.item.word in BASES for n in (x, y))


def _ordered(x: Named, y: Named, reader: Reader, words: Near) -> Story:
    """The two in the order of time, as far as words tell."""
    if x.line is y.line and y.level.item is not None and y.level.item.word in BASES:
        return Story(y, x, y.side != NOW or x.side == NOW)  # "92 million, against 80 million"; not "of only 14 instead of 18 now"
    at = reader.context.lines.position_of[y.index]
    if words.within("story-later", y.line, *clause_of(y.line, at, reader, words)):
        return Story(x, y, True)  # "twelve months later it was 69"
    said = None if x.line is not y.line and _based(x, y) else earlier_of(x.index, y.index, reader, words)
    sides = {x.side, y.side}
    if len(sides) > 1 and (min(sides) < 0 or LATER in sides):
        first = x if x.side < y.side else y
        if said is None and min(sides) == THEN and _year(y if first is x else x):
            return Story(x, y, False)  # "in 2000 it was 20, last year 10"
        if said is None or said == first.index or LATER in sides:
            return Story(first, y if first is x else x, True)
        return Story(x, y, False)
    if said is None and NOW in sides and len(sides) > 1:
        first = x if x.side != NOW else y
        return Story(first, y if first is x else x, bool(_year(first)))  # "in 2014 there were 40", "96 now"
    if said is None:
        return Story(x, y, False)
    return Story(x, y, True) if said == x.index else Story(y, x, True)
