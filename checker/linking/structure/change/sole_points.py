"""Changes in points where the passage holds exactly two percentages, of two times: no others can be meant.

    Occupancy was 71.5% in June. It had been 67.0% twelve months earlier. The improvement of 4.5 percentage points ...
    Literacy, at 72 per cent in 1961, gained 19 percentage points over thirty years to stand at 91 per cent in 1991

The passage is the sentence of the change and, while that holds fewer than two, those in front of it in its paragraph, or
the next one. What says that the points are measured from something else, or that the two are not of one thing, severs them.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, content, stem
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.alone import from_an_event, joined_elsewhere, told_apart, when_fits, words_of_table
from checker.linking.structure.change.doubts import quoted
from checker.linking.structure.change.event import BASES, Reader, reader_of
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.moments import THEN
from checker.linking.structure.change.other_subject import renames
from checker.linking.structure.change.scene import Pair, about, scene_of
from checker.linking.structure.near import Near, near, one_slip
from checker.linking.structure.passages import opens_elsewhere, passages
from checker.model import TIMES, Frame, Quantity

_BACK = 2  # sentences in front of a change
_BEHIND = 3  # symbols behind it
_LOOSE = 2  # the tier from which on a tie proves nothing


def sole_points(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "change" (new, base, change) for changes in points that nothing has tied."""
    settled = {i for f in frames if f.family == "change" and (f.pinned and f.tier < _LOOSE or f.blocked) for i in f.claims.get("change", ())}
    reader, words = reader_of(context), near(context)
    found = []
    for line in context.lines.figured:
        if KIND_SYMBOLS["points"] not in line.symbols or not any(context.quantity(i).kind == "points" and i not in settled for i in line.figures):
            continue
        for head in heads_of(line, reader, words):
            if head.index in settled or context.quantity(head.index).kind != "points":
                continue
            if (pair := _pair(head, reader, words)) is not None:
                found.append(_frame(head, pair, reader))
    return found


def _pair(head: Head, reader: Reader, words: Near) -> Pair | None:
    """The two percentages of the passage, where they can be the values of the change."""
    passage = next((p for p in passages(head.line, reader.context, _BACK, ahead=True) if len(_percentages(p, head, reader.context)) > 1), None)
    if passage is None or head.unreal and not head.gap and not words.within("points-gap", head.line, head.start - 3, head.end) or head.will and not words.within("sums-up", head.line, 0, head.start) or not reader.words.hedges.isdisjoint(head.line.symbols[max(0, head.start - 3) : head.start]):
        return None
    both = frozenset(_percentages(passage, head, reader.context))
    if len(both) != 2 or sum(reader.context.quantity(i).kind == "points" for line in passage for i in line.figures) > 1:
        return None
    if any(_unreal(line, words) or words_of_table(line.number, reader) for line in passage):
        return None
    scene = scene_of(head, reader, words)
    pairs = [p for p in scene.pairs if p.key == both and p.one and (p.timed or _told_of_two(head, p, words))] if scene is not None else []
    pairs = [p for p in pairs if _leads(p, head)] or pairs
    if len(pairs) == 2 and not head.sign and all(_told_of_two(head, p, words) for p in pairs):
        pairs = [p for p in pairs if p.base.index < p.new.index]  # which is old does not matter
    return pairs[0] if len(pairs) == 1 and _sound(head, pairs[0], reader) and (_told(head, words) or _slips(head, pairs[0], reader)) else None


def _unreal(line: Line, words: Near) -> bool:
    """True of a plan or an if; not of "58% could swim", which is said of those who are counted."""
    return any(m.start() == 0 or line.quantity[m.start() - 1] < 0 for m in words.matches("told-unreal", line))


def _told(head: Head, words: Near) -> bool:
    """True where a word says that the points are a change or a gap; "he has 58 points" may count goals."""
    return bool(head.sign) or head.noun or head.verb or words.within("points-gap", head.line, head.start - 3, head.end)


def _slips(head: Head, pair: Pair, reader: Reader) -> bool:
    """True where the points are what lies between the two, but for one slip of the hand."""
    apart, q = abs(pair.new.at.value - pair.base.at.value), reader.context.quantity(head.index)
    return apart == q.value or one_slip(q, apart)


def _percentages(passage: list[Line], head: Head, context: Context) -> list[int]:
    """Those of the passage; only those in front of a change that points back, "the expansion of 150 points"."""
    found = [i for line in passage for i in line.figures if context.quantity(i).kind == "percent"]
    return [i for i in found if i < head.index] if head.points else found


def _told_of_two(head: Head, pair: Pair, words: Near) -> bool:
    """True of "four years ago 63% voted; on Wednesday it was 71%, a swing of eight points", and of "87% among girls and 69%
    among boys; the gap of 18 points": a change of the two in front of it, one of them old, or the gap between them."""
    line = head.line
    if {pair.base.line, pair.new.line} == {line.number - 1} and head.start <= _BEHIND:
        return words.within("points-gap", line, 0, head.end)  # "The gap of 13 points"
    if _behind_colon(head, pair, words):
        return True
    if {pair.base.line, pair.new.line} != {line.number} or max(line.quantity.index(x.index) for x in (pair.base, pair.new)) > line.quantity.index(head.index):
        return False
    return head.noun and not head.sign and words.has("told-before", line) or words.within("points-gap", line, head.start - 3, head.end)


def _behind_colon(head: Head, pair: Pair, words: Near) -> bool:
    """True of "has slid eight points, the poll found: 37% are still in favour, where 45% had been"."""
    line, chars = head.line, words.lexicon.symbols.chars
    if {pair.base.line, pair.new.line} != {line.number}:
        return False
    new, base = (line.quantity.index(x.index) for x in (pair.new, pair.base))
    return head.end <= new < base and chars[":"] in line.symbols[head.end : new] and words.within("points-where", line, new, base)


def _in_reach(head: Head, pair: Pair, reader: Reader) -> bool:
    """False where a percentage behind the change in its sentence stands there without "to" or "from", or behind a semicolon;
    or where both are new: "fell by 3.1 points to 18.0 in 1931 and to 12.4 in 1935"."""
    line, at = head.line, head.line.quantity.index(head.index)
    if all(x.item is not None and x.item.word == "to" for x in (pair.base, pair.new)):
        return False
    if _behind_colon(head, pair, near(reader.context)):
        return True
    for x in (pair.base, pair.new):
        if x.line != line.number or x.index < head.index:
            continue
        place = line.quantity.index(x.index)
        if head.unreal or reader.context.lexicon.symbols.chars[";"] in line.symbols[at:place] or x.item is None or x.item.word not in (*BASES, "to", "reach"):
            return False
    return True


def _leads(pair: Pair, head: Head) -> bool:
    """True where the two go the way that the change says."""
    return not head.sign or (pair.new.at.value > pair.base.at.value) == (head.sign > 0)


def _sound(head: Head, pair: Pair, reader: Reader) -> bool:
    """True where nothing severs the change from the two; against what it says they may go only where words say which is old."""
    if _elsewhere_behind(head, pair, reader) or any(_rough(reader.context.quantity(x.index)) or quoted(x.index, reader) for x in (pair.base, pair.new)):
        return False
    if not _one_measure(pair, reader) or not _in_reach(head, pair, reader) or not _leads(pair, head) and abs(pair.new.at.value - pair.base.at.value) == reader.context.quantity(head.index).value:
        return False
    if not _leads(pair, head) and not (pair.plain and pair.base.moment.side == THEN or _reached(pair, head)):
        return False
    if head.noun and from_an_event(head, near(reader.context)) or _has_its_own(head, pair, reader) or any(_of_paper(x.index, reader) for x in (pair.base, pair.new)):
        return False
    if pair.base.line < head.line.number > pair.new.line and opens_elsewhere(head.line, reader.context):
        return False  # "In Long Island rates have risen by two points"
    if renames(head, (pair.base.index, pair.new.index), reader):
        return False  # "The Liberals lost ten points"
    if (head.unreal or not head.sign) and head.line.number not in (pair.new.line, pair.base.line) and _of_another_time(head, reader):
        return False
    if head.unreal and not (pair.plain or _told_of_two(head, pair, near(reader.context))) or joined_elsewhere(head, pair, reader) or _from_other(head, reader, near(reader.context)) and not _behind_colon(head, pair, near(reader.context)):
        return False
    return when_fits(head, pair) and not told_apart(head, pair, reader)


def _elsewhere_behind(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "58% and 71% passed in spring; in autumn, the gap of nine points was the smallest ever"."""
    line, words = head.line, near(reader.context)
    last = max((line.quantity.index(x.index) for x in (pair.base, pair.new) if x.line == line.number and x.index < head.index), default=-1)
    cuts = [p for p in range(last + 1, head.start) if reader.words.separators.get(line.symbols[p]) == ";"] if last >= 0 else []
    return any(words.pattern("place-word").match(line.symbols, p + 1) for p in cuts)


def _has_its_own(head: Head, pair: Pair, reader: Reader) -> bool:
    """True of "raised the rate to six pct from five after cutting it 1-1/2 points from 6-1/2": two changes."""
    row = reader.row(head.line.number)
    if any(i.kind == "level" and i.word in (*BASES, "to") and head.end <= i.start <= head.end + _BEHIND and i.index not in pair.key for i in row):
        return True
    ends = [i.at for i in row if i.index in pair.key]
    return head.verb and len(ends) == 2 and max(ends) < head.start and any(i.kind == "move" and i.start < min(ends) for i in row)


def _of_paper(index: int, reader: Reader) -> bool:
    """True of "8-3/4 pct treasury bonds"."""
    line, at = reader.context.line(index), reader.context.lines.position_of[index]
    return near(reader.context).within("growth-veto", line, at + 1, at + 1 + _BEHIND)


def _from_other(head: Head, reader: Reader, words: Near) -> bool:
    """True of "two points above the national rate", but not of "above the year before"; and of points on another basis."""
    line = head.line
    if words.has("other-basis", line):
        return True
    at = line.quantity.index(head.index) + 1
    if not words.within("points-from", line, at, at + _BEHIND):
        return False
    stop = next((p for p in range(head.end, len(line.symbols)) if line.symbols[p] in words.lexicon.symbols.marks), len(line.symbols))
    if any(q >= 0 and reader.context.quantity(q).kind in TIMES for q in line.quantity[head.end : stop]):
        return False
    return not (words.within("told-before", line, head.end, stop) or words.within("told-time", line, head.end, stop))


def _one_measure(pair: Pair, reader: Reader) -> bool:
    """True of two percentages of one sentence, and where the later sentence takes up what the earlier one speaks of, under no
    name of its own: "it had been", "the share was", but not "among the young it was", "core inflation, at"."""
    if pair.base.line == pair.new.line:
        return True
    context, words = reader.context, near(reader.context)
    first, last = sorted((pair.base.index, pair.new.index))
    line, at = context.line(last), context.lines.position_of[last]
    if opens_elsewhere(line, context):
        return False
    said = about(context.line(first).number, reader)
    tokens, own = context.extraction.tokens.words, [p for p in range(at) if line.quantity[p] < 0]
    for p in own:
        named = content(line.firsts[p], line.firsts[p] + 1, context)
        before = content(line.firsts[p - 1], line.firsts[p], context) if p and line.quantity[p - 1] < 0 else frozenset()
        if named & said and before and not before & said and not words.within("told-time", line, p - 1, p):
            return False
    called = {stem(tokens[line.firsts[p]], context) for p in own}
    return bool(called & said) or words.within("measure-again", line, 0, at + _BEHIND)


def _of_another_time(head: Head, reader: Reader) -> bool:
    """True of "A month ago the gap was nine points", behind two values of today."""
    dated = any(q >= 0 and reader.context.quantity(q).when is not None for q in head.line.quantity[: head.start])
    return dated or near(reader.context).within("told-before", head.line, 0, head.start)


def _reached(pair: Pair, head: Head) -> bool:
    """True of "passed by 48%. ... The rate went up by 14 points and reached 62%"."""
    item = pair.new.item
    return head.verb and item is not None and item.word in ("to", "reach") and pair.base.line < pair.new.line == head.line.number


def _rough(q: Quantity) -> bool:
    return q.approx is not None or q.sense == "range" or q.change is not None or not q.value


def _frame(head: Head, pair: Pair, reader: Reader) -> Frame:
    claims = {"new": (pair.new.index,), "base": (pair.base.index,), "change": (head.index,)}
    cue = offsets(head.line, head.start, head.end, reader.context.extraction)
    sign = head.sign or (1 if pair.new.at.value > pair.base.at.value else -1)
    source = "roles" if _taken_up(head, pair, near(reader.context)) else "alone"
    return Frame("change", cue, claims, {}, sign, frozenset(claims), 1, None, (), source)


def _taken_up(head: Head, pair: Pair, words: Near) -> bool:
    """True of "stood at 41%, up from 33% in May. The gain of eight percentage points came": the sentence opens with the change of the
    only two values of the one in front, where a word puts the old one in its place, and says nothing of what it is measured from."""
    base, line = pair.base.item, head.line
    if {pair.base.line, pair.new.line} != {line.number - 1} or head.start > _BEHIND or not head.points or not head.sign or head.since or head.subject:
        return False
    return base is not None and base.word in BASES and _leads(pair, head) and words.pattern("points-taken-up").match(line.symbols) is not None and not words.pattern("points-own-base").match(line.symbols, head.end)
