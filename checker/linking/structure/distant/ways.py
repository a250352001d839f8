"""Which way something went, of the only two levels of a sort, wherever they stand.

    Ferry traffic slackened in spring. In March 61,000 passengers had crossed ... [a paragraph] ... For April the harbour counted 58,000
    The rate was 4.1 percent in June. It eased to 3.7 percent a month later

A word of moving without a figure of its own, a comparative, or "the decline" says which way. Words or dates must tell which of the two
levels is the older one, and what they are of must be what moves; in "eased to 3.7 percent" the level behind the verb is the new one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.linking.context import Context, content, telling
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.event import Reader, reader_of
from checker.linking.structure.change.sole_directions import NAMES, statements
from checker.linking.structure.change.sole_pairs import is_of_kinds
from checker.linking.structure.distant.levels import LATER, LONG_THEN, Named, Story, groups_in, levels_of, light, story_of
from checker.linking.structure.distant.sheet import Sheet, sheet_of
from checker.linking.structure.distant.severed import elsewhere_told, one_averaged, unreal_at, vetoed
from checker.linking.structure.near import Near, near
from checker.model import TIMES, Frame

_REACHES = (1, 2, 3, 60)  # sentences around
_PRICED = ("currency", "percent")
_MOST = 4  # times the other: more is another sort of figure
_DEGREE, _DEFINITE = 3, 3  # symbols in front of a word of moving
_AROUND, _FRONT = 5, 3
_OWN = 5  # symbols from it to a figure that is its own
_MORE = (("story-more-so", 1), ("story-less-so", -1))
_COMPARED = (*(name for name, _ in _MORE), *NAMES)
_KINDS = frozenset(["currency", "percent", "physical", "duration", "count", "number"])


@dataclass(frozen=True, slots=True)
class Way:
    """A word of moving from `start` to `end`; `level` is the one that it leads to, -1 where none stands behind it; `taken`: "the decline"."""

    line: Line
    start: int
    end: int
    sign: int
    level: int
    taken: bool
    kinds: frozenset[str] = frozenset()  # of the figures that a comparative speaks of: "cheaper" of sums of money


def distant_ways(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "direction" (new, base)."""
    sheet = sheet_of(context)
    if not sheet.short or not _twice(sheet):
        return []
    reader, words, found = reader_of(context), near(context), []
    told = [(line, ways) for line in sheet.lines if (ways := list(ways_of(line, reader, words))) and len({w.sign for w in ways}) == 1]
    levels = levels_of(sheet, reader) if told else []
    if len(levels) < 2:
        return []
    tied = {frozenset((*f.claims["new"], *f.claims["base"])) for f in frames if f.pinned and {"new", "base"} <= f.claims.keys()}
    for line, ways in told:
        for way in ways:
            story = _story(way, taken_up(way, levels, reader, words), reader, words)
            if story is not None and story.key not in tied and _sound(way, story, reader, words):
                tied.add(story.key)
                claims = {"new": (story.new.index,), "base": (story.base.index,)}
                cue = offsets(line, way.start, way.end, context.extraction)
                found.append(Frame("direction", cue, claims, {}, way.sign, frozenset(claims), 2, None, (), "by name"))
                break
    return found


def _twice(sheet: Sheet) -> bool:
    """Whether two figures of one kind stand in two sentences, and words or two years tell of another time: a text without needs no reading."""
    lines: dict[str, set[int]] = {}
    for told in sheet.plain:
        lines.setdefault("count" if told.q.kind == "number" else told.q.kind, set()).add(told.line.number)
    years = {q.when.year for q in sheet.context.extraction.quantities if q.when is not None and q.when.year}
    return any(len(found) > 1 for kind, found in lines.items() if kind in _KINDS) and bool(len(years) > 1 or sheet.words.standing("story-had", "story-before"))


def ways_of(line: Line, reader: Reader, words: Near) -> Iterator[Way]:
    """The words of moving of a line that have no amount of change of their own."""
    moves = [] if reader.words.telling.isdisjoint(line.symbols) else [m for m in reader.marks(line) if m.tag == "move" and m.sign and m.symbols not in reader.words.better]
    if not moves and not words.maybe(_COMPARED, line) or any(i.kind == "change" for i in reader.row(line.number)):
        return
    levels = [i for i in reader.row(line.number) if i.kind == "level" and i.index >= 0] if moves else ()
    for m in moves:
        if words.pattern("story-way-none").match(line.symbols, m.start) or _denied(m.start, line, reader, words):
            continue
        noun = m.symbols in reader.words.nouns
        to = next((i for i in levels if 0 <= i.start - m.end <= _OWN and i.word == "to"), None)
        definite = noun and not reader.words.demonstrative.isdisjoint(line.symbols[max(0, m.start - 1) : m.start])
        if to is not None and not noun:
            yield Way(line, m.start, m.end, m.sign, to.index, False)
        elif definite or not noun and _alone(m.end, line, reader, words) and not _beside_a_figure(m.end, line, reader):
            yield Way(line, m.start, m.end, m.sign, -1, definite)
    for name, sign in _MORE:
        for m in words.matches(name, line):
            yield Way(line, *m.span(), sign, -1, False)
    for said, sign, kinds in statements(line, reader, words):
        if kinds and "count" not in kinds:
            yield Way(line, said.start, said.end, sign, -1, False, kinds)


def _denied(start: int, line: Line, reader: Reader, words: Near) -> bool:
    before = line.symbols[max(0, start - _DEGREE) : start]
    if words.ends("story-way-to", line, start, 1) and not words.ends("story-way-on", line, start, 2):
        return True  # "for the economy to expand"; not "continued to ease"
    return not reader.words.negation.isdisjoint(before) or words.within("told-unreal", line, start - 12, start) or words.within("told-will", line, start - 12, start) or words.within("story-way-not", line, start - _DEGREE, start)


def _alone(end: int, line: Line, reader: Reader, words: Near) -> bool:
    """True of "fell again", "widened in August", at an end; not of "declined comment", "cut its fees": they have an object."""
    behind = line.symbols[end : end + 1]
    return not behind or behind in reader.words.separators or words.pattern("story-way-behind").match(line.symbols, end) is not None


def _beside_a_figure(end: int, line: Line, reader: Reader) -> bool:
    """True of "is extending its 45-crown offer": a figure stands behind it in its clause."""
    stop = next((p for p in range(end, len(line.symbols)) if line.symbols[p] in reader.words.separators), len(line.symbols))
    return any(q >= 0 and reader.context.quantity(q).kind in _KINDS for q in line.quantity[end:stop])


def taken_up(way: Way, levels: list[Named], reader: Reader, words: Near) -> list[Named]:
    """The levels, those behind the sentence of a way that only take up what it speaks of ("the rate stood at 8 percent ... it had
    been 7") with its words."""
    own, said, _ = _subject(way, reader, words)
    last, found = way.line, []
    for x in levels:
        beside = x.line.block == way.line.block and x.line is not way.line and 0 <= x.line.number - last.number <= 1
        back = x.again or words.within("story-head", x.line, 0, reader.context.lines.position_of[x.index])
        if beside and back and not x.names and (not x.groups or not own or x.groups & own):
            x, last = replace(x, groups=x.groups | own, words=x.words | said), x.line
        found.append(x)
    return found


def _subject(way: Way, reader: Reader, words: Near) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The groups of measures and the words of the clause of a way, and its words in front of the way."""
    context, line, marks = reader.context, way.line, reader.words.separators
    start = max((p + 1 for p in range(way.start) if line.symbols[p] in marks), default=0)
    stop = next((p for p in range(way.end, len(line.symbols)) if line.symbols[p] in marks), len(line.symbols))
    return groups_in(line, start, stop, words, context), _said(line, start, stop, context), _said(line, start, way.start, context)


def _said(line: Line, start: int, end: int, context: Context) -> frozenset[str]:
    if start >= end:
        return frozenset()
    return telling(content(line.firsts[start], line.lasts[end - 1] + 1, context), context) - light(context.lexicon)


def _story(way: Way, levels: list[Named], reader: Reader, words: Near) -> Story | None:
    here = way.line
    for reach in _REACHES:
        around = [x for x in levels if abs(x.line.number - here.number) <= reach and (reach > 3 or abs(x.line.block - here.block) <= 1)]
        own = [x for x in around if x.index == way.level]
        story = story_of(_akin(around, way), reader, words, _MOST)
        if way.level >= 0 and not own:
            return None
        if story is None:
            continue
        wide = [x for x in levels if abs(x.line.number - here.number) <= reach + 1]
        return story_of(_akin(wide, way), reader, words, _MOST)
    return None


def _akin(levels: list[Named], way: Way) -> list[Named]:
    """Those of the kind of the level that it leads to, where there is one."""
    own = next((x for x in levels if x.index == way.level), None)
    if way.kinds:
        return [x for x in levels if is_of_kinds(x.q, way.kinds)]
    return [x for x in levels if own is None or x.q.kind == own.q.kind or "number" in (x.q.kind, own.q.kind)]


def _sound(way: Way, story: Story, reader: Reader, words: Near) -> bool:
    context = reader.context
    if not story.ordered or LATER in (story.base.side, story.new.side) or story.base.line is story.new.line or way.level >= 0 and story.new.index != way.level:
        return False
    if one_averaged(story, reader, words) or any(vetoed(x.index, x.line, reader, words) or unreal_at(x.index, x.line, reader, words) for x in (story.base, story.new)) or words.within("story-not", way.line, way.start - _AROUND, way.end + _AROUND):
        return False
    if any(elsewhere_told(context.lines.lines[n], context, words) for n in {*story.lines, way.line.number}):
        return False
    if not (_is_timed(story.new, reader) or story.base.side == LONG_THEN and story.new.q.kind in _PRICED and abs(story.new.line.number - story.base.line.number) < 2):
        return False
    numbers = {*story.lines, way.line.number}
    around = context.lines.lines[max(0, min(numbers) - 1) : max(numbers) + 2]
    if any(i.kind == "change" and not words.within("story-rebate", line, i.start, i.end + _FRONT) for line in around for i in reader.row(line.number)):
        return False  # a figure says by how much something moves: that is what the words are about
    if words.pattern("story-way-since").match(way.line.symbols, way.end) and any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in way.line.quantity[way.end : way.end + _FRONT]):
        return False  # "has fallen since June": no word says what it was then
    return _speaks_of(way, story, reader, words)


def _closed(way: Way, reader: Reader) -> bool:
    """True of "the decline shows that"; not of "the rise in tolls", "the rise, from 61"."""
    line = way.line
    behind = line.symbols[way.end : way.end + 1]
    return behind not in reader.words.own_subject and behind not in reader.words.of and not any(q >= 0 and reader.context.quantity(q).kind in _KINDS for q in line.quantity[way.end : way.end + _OWN])


def _is_timed(level: Named, reader: Reader) -> bool:
    """Whether words or a date say when a level was."""
    return bool(level.side) or any(reader.context.quantity(q).when is not None for q in level.line.figures)


def _speaks_of(way: Way, story: Story, reader: Reader, words: Near) -> bool:
    """Whether what moves is what the levels are of: by a group of measures or a word; "the decline" may name nothing."""
    own, said, subject = _subject(way, reader, words)
    if way.level >= 0:  # "Food inflation eased to 3.3 percent" is of no inflation told before
        known = _said(story.base.line, 0, len(story.base.line.symbols), reader.context)
        return not subject - known
    if story.base.again and not story.base.groups and (own & story.new.groups or said & story.new.words):
        return True  # "In the same months of last year it had been 410"
    if own and (story.base.groups or story.new.groups):
        return bool(own & story.base.groups & story.new.groups)
    return bool(said & story.base.words & story.new.words) or way.taken and not own and _closed(way, reader)
