"""Changes that arithmetic ties to their values: in any order, behind or in front, some sentences apart.

    Turnover advanced by 6%, helped by the winter. It reached £848m ... Twelve months before it had been £800m.

Around each figure of change the levels of its kind are gathered (`change_scene`). Two that the text puts at two times and
between which the change leads are its values; where no two agree, but for one slip of the hand, and nothing else explains
the figures, that is a contradiction. `change_moments` says when a level was, `change_slips` how telling a slip is.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.alone import all_bare, alone, of_its_own, of_its_unit, told_apart, when_fits, words_of_table, year_of
from checker.linking.structure.change.doubts import unadjusted
from checker.linking.structure.change.event import BASES, Event, Reader, reader_of
from checker.linking.structure.change.fitting import Figure, agree, figure, why_not
from checker.linking.structure.change.heads import Head, heads_of, named_in_front
from checker.linking.structure.change.moments import THEN
from checker.linking.structure.change.pairs import whole_base
from checker.linking.structure.change.rivals import has_its_own
from checker.linking.structure.change.scene import Level, Pair, Scene, about, bound, closed, lines_around, scene_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.slips import NONE, PLAIN, TELLING
from checker.model import Frame
from checker.rational import Fraction

_OWN = 6  # words from a change to its new value
_FEW = 3  # pairs of two times among which a plain slip still tells


def reckoned_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" for figures of change that nothing else has tied, and for those that are tied to values
    they do not lead between, where others stand near that they do."""
    reader, words = reader_of(context), near(context)
    ours = [f for f in frames if f.family == "change" and "new" in f.claims and "base" in f.claims]
    events = {e.head.index: e for e in context.shelf.get("unsettled-changes", [])}
    settled = {i: f for f in ours if f.pinned or f.blocked for p in ("change", "delta", "multiple") for i in f.claims.get(p, ())}
    homes = {frozenset((*f.claims["new"], *f.claims["base"])) for f in ours if f.pinned}
    found: list[Frame] = []
    open_scenes: list[tuple[Scene, Event | None]] = []
    unreal = set()  # percentages that some sentence gives on another basis: the headline's is the same one
    for line in context.lines.figured:
        if not any(context.quantity(q).is_measure for q in line.figures) or reader.words.telling.isdisjoint(line.symbols) and not words.has("told-change", line):
            continue
        for head in heads_of(line, reader, words):
            if head.unreal and context.quantity(head.index).kind == "percent":
                unreal.add(context.quantity(head.index).value)
            tied = settled.get(head.index)
            if tied is not None and (tied.blocked or len(tied.claims) > 3 or _in_full(tied, line, reader)):
                continue
            scene = scene_of(head, reader, words)
            if scene is None:
                continue
            event = None if tied is not None else events.get(head.index)
            fitting, others = _fitting(scene, event, reader, words)
            homes.update(p.key for p in fitting if p.timed)
            found.extend(_frame(scene, p, tied.tier if tied is not None else None, reader) for p in fitting[:3] if p.timed or p.base.line == p.new.line)
            if tied is None and not fitting and not others and not head.unreal:
                open_scenes.append((scene, event))
    for scene, event in open_scenes:
        if context.quantity(scene.head.index).value in unreal and scene.way == "percent":
            continue
        pairs = _in_front(scene, open_pairs(scene, event, homes, reader, words))
        chosen = _likeliest(scene, pairs)
        if chosen is not None and _tied(scene, *chosen, reader):
            found.append(_frame(scene, chosen[0], None, reader, True))
        elif len({p.key for p in pairs}) == 1:  # the only one: it may be meant, which is not proved unless nothing else stands there
            sure = alone(scene, pairs[0], reader)
            found.append(_frame(scene, pairs[0], None, reader, sure, "alone" if sure else "reckoned"))
    return found


def _in_full(frame: Frame, line: Line, reader: Reader) -> bool:
    """True of "by two points from ten to twelve": whatever fits elsewhere, these are its values."""
    row = {i.index: i.word for i in reader.row(line.number) if i.kind == "level"}
    return bool(frame.pinned) and row.get(frame.claims["new"][0]) == "to" and row.get(frame.claims["base"][0]) == "from"


def _fitting(scene: Scene, event: Event | None, reader: Reader, words: Near) -> tuple[list[Pair], bool]:
    """The pairs that the change leads between, and whether there are others that its words rule out."""
    agreeing = [p for p in scene.pairs if _agrees(p, scene) and not _unreal(p, reader, words)]
    kept = [p for p in agreeing if event is None or _keeps(event, p)]
    return kept, len(agreeing) > len(kept)


def open_pairs(scene: Scene, event: Event | None, homes: set[frozenset[int]], reader: Reader, words: Near) -> list[Pair]:
    """The pairs of two times that no other change explains."""
    housed = {i for key in homes for i in key}
    found = [p for p in scene.pairs if p.timed and p.one and p.key & housed in (frozenset(), p.key) and _whole(p, reader) and (event is None or _keeps(event, p))]
    found = [p for p in found if not _of_another_change(p, scene.head.index, reader) and not unadjusted(p.key, scene.head.line, reader)]
    return [p for p in found if p.key not in homes and not _explained(p, scene, reader) and not _unreal(p, reader, words)]


def _of_another_change(pair: Pair, head: int, reader: Reader) -> bool:
    """True where one of the levels is the new value of another change; or the old one that of this, unless it is told as old."""
    own = pair.key | {head}
    if has_its_own(pair.new.index, pair.new.line, own, reader):
        return True
    return has_its_own(pair.base.index, pair.base.line, own if pair.base.moment.side == THEN else pair.key, reader)


def _in_front(scene: Scene, pairs: list[Pair]) -> list[Pair]:
    """The pairs that stand in front of the change or in its sentence, where there are any; those of a time that the change names."""
    here = scene.head.line.number
    named = [p for p in pairs if scene.head.since and p.base.moment.label in scene.head.labels and p.base.moment.label]
    pairs = named or pairs
    front = [p for p in pairs if p.plain and p.base.line <= here and p.new.line <= here]
    return front or [p for p in pairs if p.plain] or pairs


def _likeliest(scene: Scene, pairs: list[Pair]) -> tuple[Pair, int, int] | None:
    """The pair that a slip explains best, how telling that is, and among how many; None where two are as good."""
    up = scene.head.sign or (scene.change.value > 1) - (scene.change.value < 1) if scene.way == "multiple" else scene.head.sign
    least = min if scene.way == "percent" else max
    pairs = [p for p in pairs if least(len(p.base.at.digits), len(p.new.at.digits)) > 1]
    if scene.way == "delta":
        pairs = [p for p in pairs if p.base.at.half == p.new.at.half == scene.change.half]
    weighed = [(why_not(p.base.at, p.new.at, scene.change, scene.way, scene.head.sign), p) for p in pairs]
    best = max((w for w, _ in weighed), default=NONE)
    found = [p for w, p in weighed if w == best]
    found = [p for p in found if bound(p)] or found
    if best == NONE or len({p.key for p in found}) != 1:
        return None
    rivals = {p.key for p in pairs if not up or (p.new.at.value > p.base.at.value) == (up > 0)} | {found[0].key}
    joined = {p.key for p in pairs if bound(p)}
    return found[0], best, len(joined if found[0].key in joined else rivals)


def _agrees(pair: Pair, scene: Scene) -> bool:
    return agree(pair.base.at, pair.new.at, scene.change, scene.way, scene.head.sign)


def _keeps(event: Event, pair: Pair) -> bool:
    """False where words of the change's own clause give it another new or old value."""
    if event.new is not None and event.new.word in ("to", "reach") and not event.new.then and event.new.index != pair.new.index:
        return False
    if event.new is not None and event.tied and event.new.index not in pair.key:
        return False
    if event.base is None or event.base.index == pair.base.index:
        return True
    return not (event.base.word in BASES or event.tied and event.base.at > event.head.at)


def _whole(pair: Pair, reader: Reader) -> bool:
    """False where the old value is that of one thing among others: "compared with 147.5m for coffee"."""
    if pair.base.item is None:
        return True
    row = reader.row(pair.base.line)
    if pair.base.item.word == "to" and pair.base.item.near and any(i.kind == "change" and i.at < pair.base.item.at < i.at + _OWN for i in row):
        return False  # "fell 52% to 265m": the new value of another
    return whole_base(Event(reader.context.lines.lines[pair.base.line], row, 0, [pair.base.item], 0, None, pair.base.item), reader)


def _explained(pair: Pair, scene: Scene, reader: Reader) -> bool:
    """True where two levels give some other change that stands near them: they are its values."""
    for number in {pair.base.line, pair.new.line}:
        for index in reader.context.lines.lines[number].figures:
            q = reader.context.quantity(index)
            if index in pair.key or index == scene.head.index or q.value is None or q.value <= 0 or q.kind not in ("percent", "points"):
                continue
            if agree(_bare(pair.base), _bare(pair.new), figure(q), "percent" if q.kind == "percent" else "delta", 0):
                return True
    return False


def _bare(level: Level) -> Figure:
    return Figure(level.at.value, Fraction(0), level.at.place)


def _unreal(pair: Pair, reader: Reader, words: Near) -> bool:
    """True where one of the levels is a plan or a forecast."""
    lines = reader.context.lines
    return any(words.within("told-unreal", lines.lines[x.line], lines.position_of[x.index] - 12, lines.position_of[x.index] + 3) for x in (pair.base, pair.new))


def _tied(scene: Scene, pair: Pair, evidence: int, among: int, reader: Reader) -> bool:
    """Whether words hold the three together well enough for what the slip tells; `among` so many pairs."""
    head, here = scene.head, scene.head.line.number
    far = max(abs(x.line - here) for x in (pair.base, pair.new))
    said = about(pair.base.line, reader) | about(pair.new.line, reader)
    if not far and not head.noun and told_apart(head, pair, reader):
        return False
    if far and (head.will or has_level(head, pair, reader)) or scene.way == "delta" and not of_its_unit(scene, pair, reader):
        return False
    if far and (scene.way == "multiple" or scene.way == "percent" and not head.points and _moves_itself(pair, reader)) and not _dated_alike(head, pair) and not named_in_front(head, reader) <= said:
        return False  # "the deficit has doubled" behind exports
    if 2 * len(head.subject & said) < len(head.subject) or not when_fits(head, pair) or far and not head.sign and scene.way == "percent":
        return False
    if far and reader.context.quantity(head.index).unit == "point" and reader.context.quantity(pair.new.index).kind != "percent":
        return False  # points of a game, an index
    if any(words_of_table(n, reader) for n in {here, pair.base.line, pair.new.line}) or all_bare(scene, pair, reader):
        return False
    if far and of_its_own(head, reader):
        return False
    akin = far == 0 or _dated_alike(head, pair) or bool(about(here, reader) & said - _everywhere(scene, pair, reader))
    against = head.sign and (pair.new.at.value > pair.base.at.value) != (head.sign > 0)
    if evidence >= PLAIN and not (against and far and pair.base.moment.side != THEN):
        return among <= _FEW and (akin or head.points) and (pair.plain or far <= 1 and among == 1)
    if among > 1 or head.loose and (far or evidence < TELLING and not bound(pair)):
        return False
    if against:
        return False
    if evidence >= TELLING:
        return far == 0 or (akin or head.points) and (bound(pair) or _dated_alike(head, pair))
    dated = akin and head.since
    telling = far == 0 or dated or bound(pair) or any(len(x.digits.rstrip("0")) > 2 for x in (scene.change, pair.base.at, pair.new.at))
    several = bound(pair) and not head.loose or len(scene.change.digits.rstrip("0") if head.loose else scene.change.digits) > 1  # of single digits each is one slip from every other
    near_by = far == 0 or far == 1 and bound(pair) and (head.points or head.noun)
    return telling and several and pair.plain and closed(scene, pair, reader) and (near_by or dated)


def has_level(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "it sold 339 mln cubic feet, a 17% drop": a level in front of the change that is not of the pair."""
    row = reader.row(head.line.number)
    return any(i.kind == "level" and not i.word and i.index not in pair.key and i.at < head.start <= i.at + _OWN for i in row)


def _moves_itself(pair: Pair, reader: Reader) -> bool:
    """True of a sentence that tells a change of its own: "net profit fell to 34 from 57"."""
    line = reader.context.lines.lines[pair.base.line]
    items = (pair.base.item, pair.new.item)
    own = pair.base.line == pair.new.line and None not in items and not {i.word for i in items}.isdisjoint(BASES)
    return own and line.symbols[:1] not in reader.words.pointing


def _everywhere(scene: Scene, pair: Pair, reader: Reader) -> frozenset[str]:
    """The words of the sentences around that neither the change nor its values stand in: they tell nothing."""
    own = {scene.head.line.number, pair.base.line, pair.new.line}
    return frozenset().union(*(about(n, reader) for n in lines_around(scene.head.line.number, reader.context) if n not in own))


def _dated_alike(head: Head, pair: Pair) -> bool:
    """True of "tripled between 1990 and 2010", where the values are of these years."""
    return len(head.years) > 1 and head.years <= {year_of(pair.base), year_of(pair.new)}


def _frame(scene: Scene, pair: Pair, tier: int | None, reader: Reader, sure: bool = False, source: str = "reckoned") -> Frame:
    head = scene.head
    q = reader.context.quantity(head.index)
    kinds = [reader.context.quantity(x.index).kind for x in (pair.new, pair.base)]
    shares = kinds[0] == "percent" or kinds[1] == "percent" and pair.new.line == pair.base.line == head.line.number  # "from 13.7 per cent ... on 11.3"
    part = "multiple" if scene.way == "multiple" else "change" if scene.way in ("percent", "ratio") or q.kind == "points" and shares else "delta"
    claims = {"new": (pair.new.index,), "base": (pair.base.index,), part: (head.index,)}
    sign = head.sign or (1 if pair.new.at.value > pair.base.at.value else -1)
    cue = offsets(head.line, head.start, head.end, reader.context.extraction)
    return Frame("change", cue, claims, {}, sign, frozenset(claims) if sure else frozenset(), 1 if tier is None else tier, None, (), source)
