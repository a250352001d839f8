"""Whether words leave no doubt which two values a change leads between: they stand alone, or something severs them from it."""

from __future__ import annotations

from checker.linking.context import Context, content, subject, telling
from checker.linking.lines import Line
from checker.linking.structure.change.doubts import quoted
from checker.linking.structure.change.event import BASES, Reader
from checker.linking.structure.change.heads import Head
from checker.linking.structure.change.moments import THEN
from checker.linking.structure.change.scene import Level, Pair, Scene
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.model import TIMES

_BEHIND, _CLAUSE = 3, 9  # symbols behind a change
_SMALL = 10  # fewer are everywhere
AGO = ("-ago", "-earlier")  # labels of times that a change may be measured from


def alone(scene: Scene, pair: Pair, reader: Reader) -> bool:
    """True of the only two levels of the change's own sentence, of two times that words tell, that go the way it says; of those
    of its own and the next or last one too, where no other change stands there: "Visits climbed by 33%, to 288. In the first
    year the figure had been 216"; or where "it" takes up the old one."""
    head, here = scene.head, scene.head.line.number
    homes = {here, pair.base.line, pair.new.line}
    if max(homes) - min(homes) > 1 or {x.index for x in scene.levels if x.line in homes} != pair.key or not (pair.timed and pair.one):
        return False
    if not head.sign or (pair.new.at.value > pair.base.at.value) != (head.sign > 0) or head.loose or head.will:
        return False
    if near(reader.context).within("told-rival", head.line, head.end, head.end + 2) or _another_rate(head, pair, reader):
        return False
    if len(homes) == 1 and not pair.plain or len(homes) > 1 and not (_goes_on(head, pair, reader) or _told_in_two(head, pair, homes, reader)):
        return False
    if len(homes) == 1 and pair.base.item is None or pair.base.item is not None and pair.base.item.word == "after":
        return False
    if not when_fits(head, pair) or told_apart(head, pair, reader) or of_its_own(head, reader) or all_bare(scene, pair, reader) or joined_elsewhere(head, pair, reader):
        return False
    if _another_amount(head, pair, reader) or flows_in(head, reader) or quoted(pair.base.index, reader) or _of_its_own_time(head, pair, reader):
        return False
    return not any(words_of_table(n, reader) for n in homes) and (scene.way != "delta" or of_its_unit(scene, pair, reader))


def _another_rate(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "the steepest fall, 1.4%, was in Tose, which lost a fifth since 2000 (it had 45,000 then and has 36,000 today)"."""
    first, last = min(head.index, *pair.key), max(head.index, *pair.key)
    between = (reader.context.quantity(i) for i in range(first + 1, last) if i != head.index)
    return any(q.kind in ("percent", "ratio", "multiple") and q.value for q in between)


def _another_amount(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "lamp sales came to 215m, being 31m less than last year, and oil sales to 340m, being 28m less": each
    change has a value of its own in front of it, and the one that is older is not told."""
    q, figures = reader.context.quantity(head.index), (i for i in reader.row(head.line.number) if i.kind == "change" and i.index not in (head.index, *pair.key))
    return any((other := reader.context.quantity(i.index)).kind == q.kind != "percent" and other.unit == q.unit and other.value for i in figures)


def flows_in(head: Head, reader: Reader) -> bool:
    """True of "during the year 6,480 more were filed": what comes in, while other figures may tell what goes out."""
    end = max(head.end, reader.context.lines.position_of[head.index] + 1)
    return near(reader.context).within("flows-in", head.line, end, end + 1)


def _told_in_two(head: Head, pair: Pair, homes: set[int], reader: Reader) -> bool:
    """True of two sentences of one paragraph that tell one change, and whose old value words put in the past."""
    lines = [reader.context.lines.lines[n] for n in homes]
    if len({line.block for line in lines}) > 1 or not pair.plain or pair.base.moment.side != THEN:
        return False
    words, others = near(reader.context), [i for line in lines for i in reader.row(line.number) if i.kind == "change" and i.index not in (head.index, *pair.key)]
    if others or _two_things(pair, reader) or any(words.has("told-unreal", line) for line in lines) or any(opens_elsewhere(line, reader.context) for line in lines):
        return False
    behind = max(head.end, reader.context.lines.position_of[head.index] + 1)
    if any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in head.line.quantity[behind : behind + _BEHIND + 1]) or _others_counted(head, pair, lines, reader):
        return False
    measured = any(label.endswith(AGO) for label in head.labels) or words.within("told-before", head.line, head.end, head.end + _CLAUSE)
    return pair.base.line == head.line.number or not measured


def _two_things(pair: Pair, reader: Reader) -> bool:
    """True where the clauses of the two values open with different things: "revenue came to ...", "payments came to ..."."""
    context = reader.context
    (old, first), (new, second) = ((telling(subject(x.index, context), context), _opening(x.index, context)) for x in (pair.base, pair.new))
    return bool(first and second) and not first & new and not second & old


def _opening(index: int, context: Context) -> frozenset[str]:
    """The first telling word of a figure's sentence, where it stands in front of the figure."""
    line = context.line(index)
    words = (telling(content(line.firsts[p], line.lasts[p] + 1, context), context) for p in range(context.lines.position_of[index]) if line.quantity[p] < 0)
    return next((w for w in words if w), frozenset())


def _others_counted(head: Head, pair: Pair, lines: list[Line], reader: Reader) -> bool:
    """True where something else is counted there: points beside games."""
    others = (reader.context.quantity(i) for line in lines for i in line.figures if i not in (head.index, *pair.key))
    return any(q.kind in ("count", "number") and q.value is not None and q.value >= _SMALL for q in others)


def _of_its_own_time(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "fell by 1,175 on Friday alone" and of "up 14% since 2019; a year ago it was 298,000": a time right behind the
    change is that of the change."""
    end = max(head.end, reader.context.lines.position_of[head.index] + 1)
    behind = [reader.context.quantity(q) for q in head.line.quantity[end : end + _BEHIND] if q >= 0]
    dated = pair.base.moment.label is not None or pair.base.moment.date is not None
    if near(reader.context).within("change-day", head.line, end, end + _BEHIND):
        return True
    return any(q.kind == "date" or q.kind in TIMES and dated for q in behind)


def _goes_on(head: Head, pair: Pair, reader: Reader) -> bool:
    """True where "it" takes up the sentence before, in the same paragraph, and its new value stands behind "to"."""
    lines = reader.context.lines.lines
    if lines[pair.base.line].block != head.line.block or pair.new.line != head.line.number or pair.new.item is None or pair.new.item.word != "to" or pair.new.at.place is None:
        return False
    return near(reader.context).within("taken-up", head.line, 0, head.start)


def words_of_table(number: int, reader: Reader) -> bool:
    """True of a line of results, "63,000 vs 211,000 for the quarter and 304,000 vs 292,000 for the year"."""
    return bool(reader.context.lexicon.pattern("told-versus").search(reader.context.lines.lines[number].symbols))


def joined_elsewhere(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "44% on weekdays, and on Sundays it gained seven points": the change is told of another place or group."""
    line, words = head.line, near(reader.context)
    at = max((line.quantity.index(x.index) for x in (pair.base, pair.new) if x.line == line.number), default=head.start)
    return any(words.pattern("place-word").match(line.symbols, m.end()) for m in words.matches("sole-and", line, at, head.start))


def of_its_own(head: Head, reader: Reader) -> bool:
    """True of "7.75%, up 0.25%", a change right behind a figure of its own; "about a 40 million cut"; "this cut income by 1.5 million"."""
    return head.start < 2 and head.line.symbols[:1] in reader.words.demonstrative or beside_another(head, reader)


def beside_another(head: Head, reader: Reader) -> bool:
    """True of "7.75%, up 0.25%" and of "about a 40 million cut"."""
    line, words = head.line, reader.words
    beside = any(i.index != head.index and reader.quantity(i).kind == "percent" and head.start - 4 < i.at < head.start for i in reader.row(line.number) if i.index >= 0)
    rough = not words.hedges.isdisjoint(line.symbols[max(0, head.start - 3) : head.start])
    return beside or rough


def from_an_event(head: Head, words: Near) -> bool:
    """True of "the gain of nine points since the merger": not told from which value."""
    return words.pattern("points-since-event").match(head.line.symbols, head.end) is not None and not words.within("told-time", head.line, head.end, head.end + _BEHIND)


def since_another_year(head: Head, base: Level, context: Context) -> bool:
    """True of "doubled since 2014 ... The first of them came in 2009. At the outset there were 30": the 30 are of 2009."""
    lines = context.lines.lines[max(0, base.line - 1) : base.line + 1]
    near_by = {q.when.year for line in lines if line is not head.line for i in line.figures if (q := context.quantity(i)).when is not None and q.when.year}
    return base.moment.date is None and bool(head.years and near_by) and not head.years & near_by


def all_bare(scene: Scene, pair: Pair, reader: Reader) -> bool:
    """True of three figures of which none says what it counts: quotations."""
    figures = [reader.context.quantity(i) for i in (scene.head.index, pair.base.index, pair.new.index)]
    return scene.way == "delta" and all(q.kind == "number" and not q.noun and q.scale == 1 for q in figures)


def told_apart(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "tripled in Asia, and group volumes grew from 2.1m to 2.6m": the values have a verb of their own."""
    if pair.base.line != head.line.number or pair.new.line != head.line.number or pair.base.item is None or pair.new.item is None:
        return False
    first, last = sorted((head.end, min(pair.base.item.at, pair.new.item.at)))
    between = [i for i in reader.row(head.line.number) if first <= i.start < last and i.kind in ("mark", "move")]
    moves = [n for n, i in enumerate(between) if i.kind == "move"]
    return bool(moves) and any(i.kind == "mark" for i in between[: moves[-1]])


def of_its_unit(scene: Scene, pair: Pair, reader: Reader) -> bool:
    """False of two bare figures beside an amount with a unit: "to 50 mln shares from 30 mln ... raised 50 mln dlrs"."""
    kind = reader.context.quantity(scene.head.index).kind
    return kind not in ("currency", "physical", "duration") or any(reader.context.quantity(x.index).kind == kind for x in (pair.base, pair.new))


def when_fits(head: Head, pair: Pair) -> bool:
    """False where the change is told of other years than its values, or from a time at which the old one is not."""
    years = {x.moment.date[0] for x in (pair.base, pair.new) if x.moment.date is not None and x.moment.date[0]}
    if head.years and years and not head.years & years:
        return False
    if not head.since or year_of(pair.base) in head.years:
        return True
    against = pair.base.item is not None and pair.base.item.word in BASES
    if pair.new.line == head.line.number and pair.new.index > head.index and not against:
        return False  # "13 more than in the year when they had 48"; unlike "up 13 on last year, 61 against 48"
    return pair.base.moment.side == THEN and not (head.years and (pair.base.moment.label or pair.base.moment.date))


def year_of(level: Level) -> int | None:
    return level.moment.date[0] if level.moment.date is not None else None
