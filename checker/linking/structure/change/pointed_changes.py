"""Changes that words point to beside two values of two times, where one slip of the hand tells what went wrong.

    A ticket cost 3.20 crowns in March and costs 3.65 now. Commuters grumble at the 54 cents ...
    There were 812 names on the list in spring; by autumn it held 653. The 195 who have gone ...

What is known of the values is known from `change_scene`: they are alike, words or dates put them at two times, and they are of one
thing. The change is a figure that words call one, or that an article points to, which is worth less. The more it tells that a slip
would make the three agree, the less the words need to say; where other figures agree with the change, it is none of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.linking.context import Context, subject
from checker.linking.lines import Line
from checker.linking.structure.change.alone import flows_in, joined_elsewhere, of_its_own, told_apart, when_fits, words_of_table
from checker.linking.structure.change.doubts import quoted
from checker.linking.structure.change.event import Reader, claim_of, reader_of
from checker.linking.structure.change.fitting import Figure, agree, leads, why_not
from checker.linking.structure.change.heads import Head, heads_of, named_in_front
from checker.linking.structure.change.reckoned import has_level
from checker.linking.structure.change.scene import Pair, Scene, about, akin, bound, closed, scene_of
from checker.linking.structure.near import Near, near
from checker.linking.structure.passages import opens_elsewhere
from checker.linking.structure.slips import NONE, PLAIN, TELLING, WEAK
from checker.linking.structure.tabular import told_lines
from checker.model import Frame
from checker.rational import Fraction
from checker.units import measure_of

_OPEN = "undecided-changes"
_CHANGES = ("change", "delta", "multiple")
_AMOUNTS = ("count", "number", "currency", "physical", "duration")
_COUNTS = ("count", "number")
_THE = 2  # symbols from "the" to a figure
_OF_THE = 5  # symbols from "the" to the figure of "the new borrowing of"
_ASIDE = 5  # symbols behind a figure in which a word tells that it is gone or has come
_AROUND = 3  # symbols around it that may hedge it
_LONG = 3  # digits of a figure that few others are one slip away from
_OFF = 5  # a miss by more is of other figures
_NEAR_BY = 2  # sentences between a percentage and its values
_CLOSE = 1  # sentences between a change and its values
_HOLDS = PLAIN + 1
_LOOSE = 2  # the tier from which on a tie proves nothing
_FATES = ("then-lost", "then-gained")
_BY_WORDS = "roles"
_TRIED = ("reckoned", "recalled")  # frames that are doubted where other figures are about


def pointed_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    reader, words, found = reader_of(context), near(context), []
    ours = [f for f in frames if f.family == "change" and (f.pinned and f.tier < _LOOSE and f.source not in _TRIED or f.blocked)]
    settled = {i for f in ours for part in _CHANGES for i in f.claims.get(part, ())}
    tried = {i for f in frames if f.pinned and f.source in _TRIED for i in f.claims.get("change", ())}
    for line in told_lines(context):
        for head in _heads(line, reader, words):
            if head.index in settled or head.index in tried and not head.points:
                continue
            for any_noun in (False, True) if context.quantity(head.index).kind in (*_COUNTS, "multiple") and not head.loose else (False,):
                scene = scene_of(head, reader, words, any_noun)
                pair = _pair(scene, any_noun, reader, words) if scene is not None else None
                if pair is not None:
                    settled.add(head.index)
                    found.append(_frame(scene, pair, reader))
                    break
                if scene is not None and not head.loose:
                    context.shelf.setdefault(_OPEN, []).extend(_undecided(scene, reader))
    return found


def undecided_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """What `pointed_changes` left open and no other module took: seen, but not decided."""
    known = {i for f in frames if f.family == "change" for part in _CHANGES for i in f.claims.get(part, ())}
    return [f for f in context.shelf.get(_OPEN, ()) if known.isdisjoint(i for part in _CHANGES for i in f.claims.get(part, ()))]


def _heads(line: Line, reader: Reader, words: Near) -> Iterator[Head]:
    """The figures of change of a line, and amounts that an article or a word of loss and gain points to."""
    known = set()
    for head in heads_of(line, reader, words):
        known.add(head.index)
        if not (head.unreal or head.will):
            yield head
    for at, index in line.placed:
        q = reader.context.quantity(index)
        if index in known or q.kind not in _AMOUNTS or not q.positive or q.approx or q.change is not None or words.ends("including", line, at, 1):
            continue
        if (sign := _by(at, line, reader)) and at not in known:
            yield Head(line, index, at, at + 1, sign, False, False, False, frozenset(), frozenset(), frozenset(), False, verb=True)
            continue
        definite = not reader.words.demonstrative.isdisjoint(line.symbols[max(0, at - _THE) : at]) or _of_the(at, line, reader)
        stop = next((p for p in range(at + 1, min(at + 1 + _ASIDE, len(line.symbols))) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), at + 1 + _ASIDE)
        gone, come = (words.within(name, line, at + 1, stop) or words.ends(name, line, at, 1) for name in _FATES) if words.maybe(_FATES, line) else (False, False)
        if definite or gone != come:
            yield Head(line, index, at, at + 1, (come - gone) if gone != come else 0, gone == come, definite, False, frozenset(), frozenset(), frozenset(), False)


def _by(at: int, line: Line, reader: Reader) -> int:
    """The way of "sank from 12 metres in May to 9 in June, or by 4 metres": the verb of the sentence is picked up by a "by"."""
    if not at or line.symbols[at - 1] not in reader.words.entries["by"]:
        return 0
    signs = {m.sign for m in reader.marks(line) if m.tag == "move" and m.sign and m.start < at}
    return signs.pop() if len(signs) == 1 else 0


def _of_the(at: int, line: Line, reader: Reader) -> bool:
    """True of "the new borrowing of 4.5 million"."""
    return line.symbols[at - 1 : at] in reader.words.of and not reader.words.demonstrative.isdisjoint(line.symbols[max(0, at - _OF_THE) : at - 1])


def _pair(scene: Scene, any_noun: bool, reader: Reader, words: Near) -> Pair | None:
    """The one pair of values that the change leads between, but for a slip."""
    head = scene.head
    if of_its_own(head, reader) and not (head.noun and head.points) or flows_in(head, reader) or words_of_table(head.line.number, reader) or opens_elsewhere(head.line, reader.context):
        return None
    if not reader.words.hedges.isdisjoint(head.line.symbols[max(0, head.start - _AROUND) : head.start]):
        return None
    found: dict[frozenset[int], tuple[int, Pair]] = {}
    for pair in scene.pairs:
        worth = _worth(pair, scene, reader)
        if worth > found.get(pair.key, (0, pair))[0]:
            found[pair.key] = worth, pair
    best = max((worth for worth, _ in found.values()), default=0)
    chosen = sorted((pair for worth, pair in found.values() if worth == best), key=_apart)
    if not best or len(chosen) > 1 and _apart(chosen[0]) == _apart(chosen[1]):
        return None
    pair = chosen[0]
    if any_noun and scene.way == "delta" and (best < PLAIN or len(scene.change.digits.rstrip("0")) < _LONG - _of_heads(pair, reader)):
        return None  # "fewer families", of households
    return pair if _sound(pair, scene, best, any_noun, reader, words) and _enough(best, pair, scene, reader) else None


def _undecided(scene: Scene, reader: Reader) -> list[Frame]:
    """The only two values of two times that the change could be meant of, though no slip tells why it misses them."""
    pairs = [p for p in scene.pairs if p.plain and p.one]
    return [replace(_frame(scene, pairs[0], reader), pinned=frozenset())] if len(pairs) == 1 else []


def _worth(pair: Pair, scene: Scene, reader: Reader) -> int:
    """How telling the slip is by which the change misses the two values: more than PLAIN where it does not, NONE of a miss by far."""
    base, new, change, sign = pair.base.at, pair.new.at, scene.change, scene.head.sign
    if agree(base, new, change, scene.way, sign):
        return _HOLDS
    if scene.way in ("multiple", "ratio"):
        return why_not(base, new, change, scene.way, sign)
    up = 1 if new.value > base.value else -1
    share = scene.way == "percent"
    implied = leads(base.value, new.value, scene.way)
    if scene.way not in ("percent", "delta") or sign and sign != up or not 1 <= _OFF * implied / change.value <= _OFF**2:
        return NONE
    if share and agree(new, base, change, scene.way, 0):
        return PLAIN  # over the new value
    factor = 1 + up * change.value / 100
    meant = (new.value / factor, base.value * factor) if share and factor > 0 else (new.value - up * change.value, base.value + up * change.value)
    levels = (_slip(x.at, value) for x, value in zip((pair.base, pair.new), meant) if len(x.at.digits.rstrip("0")) >= _LONG)
    return max(_slip(change, implied), *(worth for worth in levels if worth == PLAIN), NONE)


def _slip(one: Figure, implied: Fraction) -> int:
    """PLAIN of two neighbouring digits exchanged, TELLING or WEAK of one digit for another; nothing of digits more or fewer."""
    stated, meant = one.digits, str(round(implied / one.place))
    if len(stated) != len(meant) or len(stated) < 2 or implied <= 0:
        return NONE
    apart = [i for i in range(len(stated)) if stated[i] != meant[i]]
    if len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(stated) == sorted(meant):
        return PLAIN
    return NONE if len(apart) != 1 else TELLING if len(stated.rstrip("0")) >= _LONG else WEAK


def _apart(pair: Pair) -> tuple[bool, int]:
    """Pairs that words join come first, then those that stand near each other."""
    return (not bound(pair), abs(pair.base.line - pair.new.line))


def _of_heads(pair: Pair, reader: Reader) -> bool:
    """True of "1,204 names", by which members, pupils or patients can be counted."""
    general = reader.context.lexicon.pack.words("then-counted")
    return any(not general.isdisjoint(reader.context.quantity(x.index).noun[-1:]) for x in (pair.base, pair.new))


def _enough(worth: int, pair: Pair, scene: Scene, reader: Reader) -> bool:
    """Whether the slip tells enough for what the words say."""
    head = scene.head
    apart = max(abs(head.line.number - x.line) for x in (pair.base, pair.new))
    sole = closed(scene, pair, reader) and not head.loose
    if scene.way in ("multiple", "ratio"):  # the values give exactly another simple number
        return worth >= TELLING and sole and pair.plain and apart <= _CLOSE and min(len(x.at.digits.rstrip("0")) for x in (pair.base, pair.new)) > 1
    if scene.way == "percent" and apart > _NEAR_BY:
        return False
    digits = len(scene.change.digits.rstrip("0"))
    if worth == PLAIN and scene.way == "percent" and sole:
        digits = len(scene.change.digits)
    if worth >= PLAIN or digits < 2:
        return digits > 1 + head.loose
    if worth == TELLING:
        return sole and (scene.way == "delta" or apart <= _CLOSE)
    return worth == WEAK and sole and apart <= _CLOSE and head.points and scene.way == "delta"


def _sound(pair: Pair, scene: Scene, worth: int, any_noun: bool, reader: Reader, words: Near) -> bool:
    """Whether nothing severs the change from the two."""
    head, context = scene.head, reader.context
    plain = pair.plain or worth == PLAIN and closed(scene, pair, reader) or _measured_from(head, pair)
    if not (bound(pair) or pair.timed and pair.one and plain) or head.sign and (pair.new.at.value > pair.base.at.value) != (head.sign > 0):
        return False
    if scene.way != "delta" and (has_level(head, pair, reader) or head.line.number not in (pair.base.line, pair.new.line) and not _called_alike(head, _homes(pair, reader), reader)):
        return False  # "wages cost 3.4 million, up 29%"; "exports have doubled" behind a profit
    if not when_fits(head, pair) or told_apart(head, pair, reader) or joined_elsewhere(head, pair, reader):
        return False
    homes = _homes(pair, reader)
    if any(words_of_table(line.number, reader) or words.has("told-unreal", line) or line.crowded or worth < PLAIN and opens_elsewhere(line, context) for line in homes):
        return False
    if not _in_a_row(pair, scene, reader) or worth < PLAIN and head.index < min(pair.key) or any(measure_of(q.unit, q.kind).offset for q in (context.quantity(x.index) for x in (pair.base, pair.new))):
        return False  # 39F to 61F
    if any(quoted(x.index, reader) for x in (pair.base, pair.new)):
        return False
    told = (about(x.line, reader) if x.line != head.line.number else subject(x.index, context) for x in (pair.base, pair.new))
    return any_noun or not head.subject or bool(head.subject & frozenset().union(*told)) or head.line.number == pair.base.line == pair.new.line


def _homes(pair: Pair, reader: Reader) -> list[Line]:
    return [reader.context.lines.lines[n] for n in {pair.base.line, pair.new.line}]


def _called_alike(head: Head, homes: list[Line], reader: Reader) -> bool:
    """Whether what changed is called by words of the sentences of the values, or by none; what points back is theirs."""
    return head.points or named_in_front(head, reader) <= frozenset().union(*(about(line.number, reader) for line in homes))


def _in_a_row(pair: Pair, scene: Scene, reader: Reader) -> bool:
    """Whether the change stands behind one of the values at least, and no figure of their sort and size between the three."""
    three = (scene.head.index, pair.base.index, pair.new.index)
    first, last = min(three), max(three)
    if first == scene.head.index and not (pair.base.line == pair.new.line == scene.head.line.number and closed(scene, pair, reader)):
        return False
    others = (x for x in scene.levels if first < x.index < last and x.index not in three)
    return not any(akin(x, y, scene.way, reader) for x in others for y in (pair.base, pair.new))


def _measured_from(head: Head, pair: Pair) -> bool:
    """True of "718 names, 240 more than at the last count, when it held 478": what it is measured from is told behind it."""
    return head.since and pair.new.line == pair.base.line == head.line.number and pair.new.index < head.index < pair.base.index


def _frame(scene: Scene, pair: Pair, reader: Reader) -> Frame:
    head = scene.head
    q = reader.context.quantity(head.index)
    part = "multiple" if scene.way == "multiple" else claim_of(q)
    claims = {"new": (pair.new.index,), "base": (pair.base.index,), part: (head.index,)}
    sign = head.sign or (1 if pair.new.at.value > pair.base.at.value else -1)
    return Frame("change", (q.start, q.end), claims, {}, sign, frozenset(claims), 1, None, (), _BY_WORDS)
