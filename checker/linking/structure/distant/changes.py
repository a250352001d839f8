"""Changes whose two values stand anywhere else: the only two of their sort that words put at two times.

    The fair closed with 50,300 tickets sold. The figure compared with 41,300 last summer ... [two paragraphs] ... The 9,000
    extra tickets will pay for a new stage
    In the first six months of this year there were 34 break-ins ... In the same months of last year there had been 68 ...
    That the number of break-ins has halved does not mean ...

The change is one that nothing has tied. Its words and those of the values name one thing, the older value is told as past, and
no other two levels of the whole text could be meant.
"""

from __future__ import annotations

from collections import Counter

from checker.linking.context import Context, content, proper, stem, stemmed, subject, telling
from checker.linking.lexicon import Lexicon
from checker.linking.structure.change.alone import all_bare, beside_another, flows_in, from_an_event, of_its_unit, since_another_year, when_fits, words_of_table
from checker.linking.structure.change.event import Reader, claim_of, reader_of
from checker.linking.structure.change.fitting import agree, leads
from checker.linking.structure.change.heads import Head, definite, heads_of
from checker.linking.structure.change.moments import THEN
from checker.linking.structure.change.reckoned import open_pairs
from checker.linking.structure.change.other_subject import renames
from checker.linking.structure.change.scene import Pair, Scene, about, scene_of
from checker.linking.structure.change.sole_changes import of_its_time
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.linking.structure.tabular import told_lines
from checker.model import Frame
from checker.once import once

_LONGEST = 60  # sentences of a text in which names are unique
_CHANGES = ("change", "delta", "multiple")
_SMALL = 10
_MISS = 5  # a miss by more is of other figures


@once
def _light(lexicon: Lexicon) -> frozenset[str]:
    """The stems of words that say of no change what has changed."""
    return frozenset(stemmed(word, lexicon) for word in lexicon.pack.words("distant-light"))


def distant_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    if len(context.lines.lines) > _LONGEST:
        return []
    reader, words, found = reader_of(context), near(context), []
    tied = {i for f in frames if (f.pinned or f.blocked) and len(f.claims) > 1 for members in f.claims.values() for i in members}
    homes = {frozenset((*f.claims["new"], *f.claims["base"])) for f in frames if f.family == "change" and f.pinned and {"new", "base"} <= f.claims.keys() and f.claims.keys() & set(_CHANGES)}
    heads = [head for line in told_lines(context) if line.figures for head in heads_of(line, reader, words)]
    told = Counter(_sort(head, reader) for head in heads)
    for head in heads:
        if told[_sort(head, reader)] == 1 and not _has_a_rival(head, context) and head.index not in tied and _may_be_told_elsewhere(head, reader):
            found.extend(_of(head, homes, reader, words))
    claimed = Counter(f.claims["base"] + f.claims["new"] for f in found)
    return [f for f in found if claimed[f.claims["base"] + f.claims["new"]] == 1]  # of two changes one at least is another's


def _sort(head: Head, reader: Reader) -> tuple[str, str | None]:
    """What sort of change it is; of two of one sort nobody knows which is meant."""
    q = reader.context.quantity(head.index)
    return (head.way or q.kind, q.unit if claim_of(q) == "delta" else None)


def _has_a_rival(head: Head, context: Context) -> bool:
    """True of a percentage where another one is told to have risen or fallen."""
    percentages = (i for i, q in enumerate(context.extraction.quantities) if q.kind == "percent" and q.change is not None)
    return context.quantity(head.index).kind == "percent" and any(i != head.index for i in percentages)


def _may_be_told_elsewhere(head: Head, reader: Reader) -> bool:
    q = reader.context.quantity(head.index)
    loose = head.loose if claim_of(q) != "delta" else flows_in(head, reader) and q.kind != "points"
    return not (head.unreal or head.will or loose or beside_another(head, reader)) and bool(q.value) and q.approx is None


def _of(head: Head, homes: set[frozenset[int]], reader: Reader, words: Near) -> list[Frame]:
    scene = scene_of(head, reader, words, whole=True)
    if scene is None:
        return []
    pairs = [p for p in open_pairs(scene, None, homes, reader, words) if p.plain and p.base.moment.side == THEN and not _small(p, reader)]
    pairs = [p for p in pairs if head.line.number not in (p.base.line, p.new.line)]  # what stands beside it others have looked at
    if len({frozenset((p.base.at.value, p.new.at.value)) for p in scene.pairs if not _small(p, reader)}) > 1:
        return []  # others of their sort and size: names are not enough
    named = [p for p in pairs if _of_shares(scene, p, reader) and _named(scene, p, reader)]
    if len({(p.base.at.value, p.new.at.value) for p in named}) != 1 or not _sound(scene, named[0], reader, words):
        return []
    return [_frame(scene, named[0], reader)]


def _small(pair: Pair, reader: Reader) -> bool:
    """True of small counts, which are everywhere, and of a level beside a rate: 4.2% and "3% a year"."""
    values = [reader.context.quantity(x.index) for x in (pair.base, pair.new)]
    return any(q.kind in ("count", "number") and q.value < _SMALL for q in values) or values[0].kind == "percent" and values[0].unit != values[1].unit


def _of_shares(scene: Scene, pair: Pair, reader: Reader) -> bool:
    """False of points that lead between figures that are no percentages: those of a game, of an index."""
    return reader.context.quantity(scene.head.index).kind != "points" or reader.context.quantity(pair.new.index).kind == "percent"


def _named(scene: Scene, pair: Pair, reader: Reader) -> bool:
    """Whether the words of the change are those of its values: the noun it counts, what its clause speaks of."""
    context, head = reader.context, scene.head
    q, values = context.quantity(head.index), [context.quantity(x.index) for x in (pair.base, pair.new)]
    nouns = {stem(x.noun[-1], context) for x in values if x.noun}
    if q.noun and claim_of(q) == "delta" and q.kind != "points":
        return nouns == {stem(q.noun[-1], context)}
    light = _light(context.lexicon)
    called = telling(subject(pair.base.index, context) | subject(pair.new.index, context), context) | nouns.union(*(content(x.last + 1, x.noun_last + 1, context) for x in values))
    said = _clause(head, reader) - light - proper(head.line.firsts[0] + 1, head.line.lasts[-1] + 1, context)  # a place names no measure
    if telling(head.subject, context) - light - called - about(pair.base.line, reader) - about(pair.new.line, reader):
        return False  # "the increase of 40 percent in children's books"
    if said & called:
        return True
    if q.kind == "points" and (head.points or definite(head, reader)) and not telling(head.subject, context):
        return True  # "the increase of 0.7 points": of the only two rates
    return not called - light and head.line.number + 1 == min(pair.base.line, pair.new.line) and bool(said)  # "The volume came to ..."


def _clause(head: Head, reader: Reader) -> frozenset[str]:
    """The telling words of the change's clause."""
    line, marks = head.line, reader.words.separators
    start = max((p + 1 for p in range(head.start) if line.symbols[p] in marks), default=0)
    stop = next((p for p in range(head.end, len(line.symbols)) if line.symbols[p] in marks), len(line.symbols))
    return telling(content(line.firsts[start], line.lasts[stop - 1] + 1, reader.context), reader.context)


def _sound(scene: Scene, pair: Pair, reader: Reader, words: Near) -> bool:
    """Whether nothing severs the change from the two: a plan, another time, a table, the other way."""
    head, lines = scene.head, reader.context.lines.lines
    if any(words_of_table(n, reader) or words.has("told-unreal", lines[n]) for n in {head.line.number, pair.base.line, pair.new.line}):
        return False
    if since_another_year(head, pair.base, reader.context) or head.noun and from_an_event(head, words) or opens_elsewhere(head.line, reader.context) or not when_fits(head, pair) or all_bare(scene, pair, reader) or scene.way == "delta" and not of_its_unit(scene, pair, reader):
        return False
    if renames(head, (pair.base.index, pair.new.index), reader):
        return False
    up = head.sign or (scene.change.value > 1) - (scene.change.value < 1) if scene.way == "multiple" else head.sign
    if scene.way == "delta" and of_its_time(head, reader, words) and not head.since:
        return False  # "fell by 19 in the week", in front of a value of a year ago
    if scene.way == "delta" and not max(pair.base.at.value, pair.new.at.value) > scene.change.value not in (pair.base.at.value, pair.new.at.value):
        return False  # what is told beside two parts may be their sum, or one of them told again
    if agree(pair.base.at, pair.new.at, scene.change, scene.way, head.sign):
        return True
    if not up or (pair.new.at.value > pair.base.at.value) != (up > 0):
        return False
    return 1 <= _MISS * leads(pair.base.at.value, pair.new.at.value, scene.way) / scene.change.value <= _MISS**2


def _frame(scene: Scene, pair: Pair, reader: Reader) -> Frame:
    head, q = scene.head, reader.context.quantity(scene.head.index)
    part = "multiple" if scene.way == "multiple" else claim_of(q)
    claims = {"new": (pair.new.index,), "base": (pair.base.index,), part: (head.index,)}
    return Frame("change", (q.start, q.end), claims, {}, head.sign, frozenset(claims), 2, None, (), "by name")
