"""Changes that arithmetic ties to their values: in any order, behind or in front, some sentences apart.

    Turnover advanced by 6%, helped by the winter. It reached £848m ... Twelve months before it had been £800m.

Around each figure of change the levels of its kind are gathered. Two that the text puts at two times and between which
the change leads are its values; where no two agree, but for one slip of the hand, and nothing else explains the figures,
that is a contradiction. `change_moments` says when a level was, `change_slips` how telling a slip is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from checker.linking.context import Context, content
from checker.linking.lines import offsets
from checker.linking.structure.change_event import BASES, Event, Reader, reader_of
from checker.linking.structure.change_heads import Head, heads_of
from checker.linking.structure.change_moments import Moment, apart, moment_of, older
from checker.linking.structure.change_slips import Figure, agree, figure, why_not
from checker.linking.structure.change_terms import Item
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE, PLAIN, TELLING
from checker.model import Frame, Quantity

_REACH = 3  # sentences around a change
_BLOCKS = 1
_MOST = 10  # levels that are tried
_APART, _MULTIPLE_APART = 6, 40
_COUNTS = ("number", "count")
_KINDS = (*_COUNTS, "currency", "physical", "duration")


@dataclass(slots=True)
class _Level:
    index: int
    item: Item | None
    moment: Moment
    at: Figure
    line: int


@dataclass(slots=True)
class _Scene:
    """What one change may lead between: its levels, and pairs of them as (old, new) in the order that time or sense gives."""

    head: Head
    way: str
    change: Figure
    levels: list[_Level]
    pairs: list[tuple[_Level, _Level, bool]] = field(default_factory=list)  # with whether words put them at two times


def reckoned_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" for figures of change that nothing else has tied."""
    reader, words = reader_of(context), near(context)
    ours = [f for f in frames if f.family == "change"]
    settled = {i for f in ours if f.pinned or f.blocked for p in ("change", "delta", "multiple") for i in f.claims.get(p, ())}
    spent = {frozenset((*f.claims["new"], *f.claims["base"])) for f in ours if f.pinned and "new" in f.claims and "base" in f.claims}
    events = {e.head.index: e for e in context.shelf.get("unsettled-changes", [])}
    found: list[Frame] = []
    for line in context.lines.lines:
        if reader.words.telling.isdisjoint(line.symbols) and not words.has("told-change", line):
            continue
        for head in heads_of(line, reader, words):
            if head.index in settled:
                continue
            scene = _scene(head, reader, words)
            if scene is not None:
                found.extend(_read(scene, events.get(head.index), spent, reader, words))
    return found


def _scene(head: Head, reader: Reader, words: Near) -> _Scene | None:
    q = reader.context.quantity(head.index)
    way = "percent" if q.kind == "percent" else "ratio" if q.kind == "ratio" else "multiple" if q.kind == "multiple" else "basis" if q.unit == "basis point" else "delta"
    levels = []
    for number in _lines_around(head.line.number, reader.context):
        for index in reader.context.lines.lines[number].quantities():
            if index != head.index and _suits(reader.context.quantity(index), q):
                levels.append((abs(number - head.line.number), number, index))
    if len(levels) < 2:
        return None
    levels = sorted(levels)[:_MOST]
    made = []
    for _, number, index in sorted(levels, key=lambda entry: entry[2]):
        item = next((i for i in reader.row(number) if i.index == index), None)
        if item is not None and (item.negative or item.kind == "change" and not _may_be_level(item, way)):
            continue
        made.append(_Level(index, item, moment_of(item, index, reader, words), figure(reader.context.quantity(index)), number))
    scene = _Scene(head, way, figure(q), made)
    for x, y in combinations(made, 2):
        if _akin(x, y, scene, reader):
            scene.pairs.extend(_ordered(x, y, head, reader))
    return scene if scene.pairs else None


def _lines_around(number: int, context: Context) -> Iterator[int]:
    lines = context.lines.lines
    for other in range(max(0, number - _REACH), min(len(lines), number + _REACH + 1)):
        if abs(lines[other].block - lines[number].block) <= _BLOCKS:
            yield other


def _may_be_level(item: Item, way: str) -> bool:
    """ "Having raised £1,250": what a verb raises can be a level of a percentage, what moves by so much cannot."""
    return way in ("percent", "ratio", "multiple") and item.verb and item.lead < 0


def _suits(q: Quantity, change: Quantity) -> bool:
    if q.value is None or q.value <= 0 or q.approx in ("above", "below") or not q.is_measure:
        return False
    if change.kind == "points":
        return q.kind == "percent" or change.unit == "point" and q.kind == "number"
    if change.kind in ("percent", "ratio"):
        return q.kind in _KINDS
    if change.kind == "multiple":
        return q.kind in _KINDS or q.kind == "percent"
    if q.kind not in _KINDS or q.scale != change.scale:
        return False
    if change.kind in _COUNTS:
        nouns = not (q.noun and change.noun) or q.noun[-1] == change.noun[-1]
        return q.kind in _COUNTS and nouns or change.kind == "number" and change.scale == 1 and q.kind == "physical"
    return q.kind == change.kind and q.unit == change.unit or q.kind == "number"


def _akin(x: _Level, y: _Level, scene: _Scene, reader: Reader) -> bool:
    """True where two levels can be one thing at two times: kind, unit, scale, noun, precision and size."""
    p, q = reader.context.quantity(x.index), reader.context.quantity(y.index)
    if p.scale != q.scale or p.noun and q.noun and p.noun[-1] != q.noun[-1]:
        return False
    if p.kind in _COUNTS and q.kind in _COUNTS:
        if not (p.noun or q.noun) and min(p.value, q.value) < 10:
            return False
        if (p.place or 1) != (q.place or 1) and (min(p.place or 1, q.place or 1) < 1):
            return False
    elif p.kind != q.kind or p.unit != q.unit:
        bare = [f for f in (p, q) if f.kind == "number" and f.unit is None]
        if len(bare) != 1 or abs(x.line - y.line) > 1 or p.place != q.place:
            return False
    ratio = max(p.value, q.value) / min(p.value, q.value)
    return 1 < ratio <= (_MULTIPLE_APART if scene.way == "multiple" else _APART)


def _ordered(x: _Level, y: _Level, head: Head, reader: Reader) -> Iterator[tuple[_Level, _Level, bool]]:
    """(old, new, timed) of two levels: one order where words or dates tell, else both."""
    timed = apart(x.moment, y.moment)
    first = older(x.moment, y.moment)
    if not first and _in_brackets(x, y, reader):
        first, timed = -1, True
    if first >= 0:
        yield x, y, timed
    if first <= 0:
        yield y, x, timed


def _in_brackets(x: _Level, y: _Level, reader: Reader) -> bool:
    """ "£27.3m (£22.8m)": the value of the year before, in brackets right behind the new one."""
    line, at = reader.context.line(y.index), reader.context.lines.position_of[y.index]
    if x.line != y.line or reader.context.lines.position_of[x.index] != at - 2:
        return False
    return [reader.words.separators.get(line.symbols[p]) for p in (at - 1, at + 1) if p < len(line.symbols)] == ["(", ")"]


def _read(scene: _Scene, event: Event | None, spent: set[frozenset[int]], reader: Reader, words: Near) -> Iterator[Frame]:
    head = scene.head
    pairs = [(b, n, t) for b, n, t in scene.pairs if event is None or _keeps(event, b, n)]
    fitting = [(b, n, t) for b, n, t in pairs if agree(b.at, n.at, scene.change, scene.way, head.sign)]
    if fitting:
        told = [(b, n) for b, n, t in fitting if t or b.line == n.line]
        yield from (_frame(scene, b, n, False, reader) for b, n in told[:2])
        return
    if head.unreal or any(agree(b.at, n.at, scene.change, scene.way, head.sign) for b, n, _ in scene.pairs):
        return
    timed = [(b, n) for b, n, t in pairs if t and frozenset((b.index, n.index)) not in spent and not _explained(b, n, scene, reader) and not _unreal(b, n, reader, words)]
    weighed = [(why_not(b.at, n.at, scene.change, scene.way, head.sign), b, n) for b, n in timed]
    best = max((w for w, _, _ in weighed), default=NONE)
    chosen = [(b, n) for w, b, n in weighed if w == best]
    if best == NONE or len({frozenset((b.index, n.index)) for b, n in chosen}) != 1:
        return
    base, new = chosen[0]
    alone = len({frozenset((b.index, n.index)) for b, n in timed}) == 1
    if _tied(scene, base, new, best, alone, reader):
        yield _frame(scene, base, new, True, reader)


def _keeps(event: Event, base: _Level, new: _Level) -> bool:
    """False where words of the change's own clause give it another new or old value."""
    if event.new is not None and event.new.word in ("to", "reach") and event.new.index != new.index:
        return False
    return not (event.base is not None and event.base.word in BASES and event.base.index != base.index)


def _explained(base: _Level, new: _Level, scene: _Scene, reader: Reader) -> bool:
    """True where two levels give some other change that stands near them: they are its values."""
    for number in {base.line, new.line}:
        for index in reader.context.lines.lines[number].quantities():
            q = reader.context.quantity(index)
            if index in (base.index, new.index, scene.head.index) or q.value is None or q.value <= 0 or q.kind not in ("percent", "points"):
                continue
            if agree(base.at, new.at, figure(q), "percent" if q.kind == "percent" else "delta", 0):
                return True
    return False


def _unreal(base: _Level, new: _Level, reader: Reader, words: Near) -> bool:
    """True where one of the levels is a plan or a forecast."""
    lines = reader.context.lines
    return any(words.within("told-unreal", lines.lines[x.line], lines.position_of[x.index] - 12, lines.position_of[x.index] + 3) for x in (base, new))


def _tied(scene: _Scene, base: _Level, new: _Level, evidence: int, alone: bool, reader: Reader) -> bool:
    head, here = scene.head, scene.head.line.number
    far = max(abs(x.line - here) for x in (base, new))
    akin = far == 0 or bool(_about(here, reader) & (_about(base.line, reader) | _about(new.line, reader)))
    if evidence >= PLAIN:
        return akin or head.points or far <= 1 and alone
    if head.loose:
        return False
    if evidence >= TELLING:
        return alone and (akin or head.points)
    return alone and head.points and far <= 1


def _about(number: int, reader: Reader) -> frozenset[str]:
    line = reader.context.lines.lines[number]
    return content(line.firsts[0], line.lasts[-1] + 1, reader.context) - reader.context.generic


def _frame(scene: _Scene, base: _Level, new: _Level, sure: bool, reader: Reader) -> Frame:
    head = scene.head
    q = reader.context.quantity(head.index)
    shares = reader.context.quantity(new.index).kind == "percent"
    part = "multiple" if scene.way == "multiple" else "change" if scene.way in ("percent", "ratio") or q.kind == "points" and shares else "delta"
    claims = {"new": (new.index,), "base": (base.index,), part: (head.index,)}
    cue = offsets(head.line, head.start, head.end, reader.context.extraction)
    return Frame("change", cue, claims, {}, head.sign, frozenset(claims) if sure else frozenset(), 1, None, (), "reckoned")
