"""Changes and gaps between the only two levels of a sort, which words put at two times, wherever the three stand.

    The ferry carried 8,400 cars in June. Its winter timetable ... In June of last year there had been 7,000. ... the 20 percent gain
    The board allows spending of £315 million ... In April it had approved £298 million ... to remove the £17 million overspend

The passage is the narrowest around the change that holds two levels which it can lead between; there and a sentence further no
third one of their sort may stand, and no other change of its sort. The words of the change must speak of what the levels are of, or
take it up ("its gain of seven points"). What is planned, forecast, denied, or of a part severs them.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.linking.context import Context, content, stem, telling
from checker.linking.lines import Line
from checker.linking.structure.change.alone import beside_another, flows_in, from_an_event, since_another_year, told_apart, when_fits, words_of_table
from checker.linking.structure.change.event import Reader, claim_of, reader_of
from checker.linking.structure.change.fitting import figure, leads
from checker.linking.structure.change.heads import Head, definite, heads_of
from checker.linking.structure.change.other_subject import renames
from checker.linking.structure.change.scene import Pair
from checker.linking.structure.change.sole_changes import of_its_time
from checker.linking.structure.distant.levels import LATER, Named, Story, groups_in, levels_of, light, story_of
from checker.linking.structure.distant.sheet import of_a_study, sheet_of
from checker.linking.structure.distant.severed import averaged, elsewhere_told, one_averaged, vetoed
from checker.linking.structure.distant.spoken_of import speaks_of
from checker.linking.structure.near import Near, near
from checker.model import TIMES, Frame, Quantity

_CHANGES = ("change", "delta", "multiple")
_REACHES = (1, 2, 3, 60)  # sentences around a change
_MOST, _MULTIPLE_MOST = 6, 20
_TELLING = 2  # digits of an amount that few others have
_MISS = 4  # a miss by more is of other figures
_BEHIND, _FRONT, _CLAUSE = 6, 3, 12  # symbols around an amount that make it a gap


def distant_stories(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" (new, base, and the change)."""
    sheet, words = sheet_of(context), near(context)
    if not sheet.short or of_a_study(context):
        return []
    reader = reader_of(context)
    tied = {i for f in frames if (f.pinned or f.blocked) and len(f.claims) > 1 and not _dated(f, context) for members in f.claims.values() for i in members}
    homes = {frozenset((*f.claims["new"], *f.claims["base"])) for f in frames if f.family == "change" and f.pinned and {"new", "base"} <= f.claims.keys() and f.claims.keys() & set(_CHANGES)}
    heads = [h for line in sheet.lines if line.figures for h in _changes(line, reader, words)]
    found = []
    for head in heads:
        if head.index in tied or not _is_told(head, reader, words):
            continue
        story = _story(head, heads, levels_of(sheet, reader), reader, words)
        if story is not None and story.key not in homes and _sound(head, story, reader, words):
            found.append(_frame(head, story, context))
    return found


def _dated(frame: Frame, context: Context) -> bool:
    """True of a change that is tied to nothing but its time: "has doubled since 2014"."""
    kinds = [context.quantity(i).kind for members in frame.claims.values() for i in members]
    return sum(kind not in TIMES for kind in kinds) < 2


# ---------------------------------------------------------------- what says that there is a change


def _changes(line: Line, reader: Reader, words: Near) -> Iterator[Head]:
    """The figures of change of a line, and those that an article and a word behind them call a gap: "the £17 million overspend"."""
    known = set()
    for head in heads_of(line, reader, words):
        known.add(head.index)
        yield head
    for at, index in line.placed if words.maybe(("story-gap", "story-more", "story-taken"), line) else ():
        q = reader.context.quantity(index)
        if index in known or q.kind not in ("currency", "physical", "count", "number", "points") or not q.value or q.approx in ("above", "below"):
            continue
        gap, taken = _is_gap(at, line, reader, words), words.ends("story-taken", line, at, _FRONT)
        if gap or taken:
            will = not gap and words.within("told-will", line, at - _CLAUSE, at)
            yield Head(line, index, at, at + 1, 0, False, gap, False, frozenset(), frozenset(), frozenset(), False, will)


def _is_gap(at: int, line: Line, reader: Reader, words: Near) -> bool:
    """True of "the 35 closures", "its 17 million overspend", and of "2,400 additional seats"."""
    stop = next((p for p in range(at + 1, min(at + 1 + _BEHIND, len(line.symbols))) if line.symbols[p] in reader.words.separators or line.quantity[p] >= 0), min(at + 1 + _BEHIND, len(line.symbols)))
    if words.ends("means-more", line, at, 2) and words.pattern("back-reference").match(line.symbols) and words.within("means-word", line, 0, at):
        return True  # "That means an additional 62 million"
    if words.pattern("story-more").match(line.symbols, at + 1):
        return words.place("than-word", line, at + 1, stop) < 0
    return words.ends("story-the", line, at, 2) and words.within("story-gap", line, at + 1, stop)


def _is_told(head: Head, reader: Reader, words: Near) -> bool:
    """False of a plan, a denial, a change beside a figure of its own, a rough one."""
    q = reader.context.quantity(head.index)
    if not q.value or q.approx is not None or _of_a_name(head, q, reader, words) or words_of_table(head.line.number, reader):
        return False
    if not _planned(head, words) and (_unreal(head, reader, words) or vetoed(head.index, head.line, reader, words, _BEHIND) or averaged(head.index, head.line, reader, words)):
        return False
    if claim_of(q) == "delta" and q.kind != "points" and (q.style != "digits" or len(figure(q).digits.strip("0")) < _TELLING) or q.unit == "point":
        return False  # of small numbers, and of points of a game, there are many
    return not beside_another(head, reader) and not (claim_of(q) == "delta" and head.loose and not definite(head, reader))


def _of_a_name(head: Head, q: Quantity, reader: Reader, words: Near) -> bool:
    """True of "a 20-point check", "repeated 5-fold tests" and of "a 15 percent stake"."""
    text = reader.context.extraction.document.text
    hyphened = text[q.number_end : q.number_end + 1] == "-" and q.kind in ("points", "multiple", "number")
    return hyphened or q.kind in ("percent", "points") and words.pattern("story-holding").match(head.line.symbols, head.line.quantity.index(head.index) + 1) is not None


def _planned(head: Head, words: Near) -> bool:
    """True of a gap between what was planned and what there is: "the £17 million overspend"."""
    return words.within("story-planned", head.line, head.end, head.end + _BEHIND)


def _unreal(head: Head, reader: Reader, words: Near) -> bool:
    """True of a change that is only expected, denied, a chance, or measured from something else; not of one of last year."""
    if not head.unreal or head.gap:
        return False
    line, start, end = head.line, head.start, head.end
    if not reader.words.negation.isdisjoint(line.symbols[max(0, start - 3) : start]) or not reader.words.rebased.isdisjoint(line.symbols):
        return True
    if words.within("told-unreal", line, start - 12, start + 1) or head.way == "multiple" and words.within("told-unreal", line, end, end + _BEHIND + 2) or words.within("told-chance", line, start - 3, end + 3) or any(line.symbols.startswith(each, end) for each in reader.words.per_each):
        return True
    at = line.quantity.index(head.index)
    if any(tag == "to" for _, tag, _ in reader.words.tags.get(line.symbols[at - 1 : at], ())):
        return True  # "from 3 to 5 metres"
    item = next((i for i in reader.row(line.number) if i.index == head.index), None)
    return not (item is not None and item.then or words.within("told-before", line, end, end + _BEHIND))


def _sort(head: Head, reader: Reader) -> tuple[str, str | None]:
    q = reader.context.quantity(head.index)
    return (head.way or q.kind, q.unit if claim_of(q) == "delta" else None)


# ---------------------------------------------------------------- what it leads between


def _story(head: Head, heads: list[Head], levels: list[Named], reader: Reader, words: Near) -> Story | None:
    context, here = reader.context, head.line
    suited = [x for x in levels if x.index != head.index and _suits(context.quantity(head.index), head, x)]
    most = _MULTIPLE_MOST if _sort(head, reader)[0] == "multiple" else _MOST
    taken_up = head.points or definite(head, reader) or head.since or context.quantity(head.index).kind == "points"
    for reach in _REACHES:
        around = [x for x in suited if abs(x.line.number - here.number) <= reach and (reach > 3 or abs(x.line.block - here.block) <= 1)]
        last = reach == _REACHES[-1]
        if story_of(around, reader, words, most, last and taken_up) is None:
            continue
        wide = [x for x in suited if abs(x.line.number - here.number) <= reach + 1]
        story = story_of(wide, reader, words, most, last and taken_up)
        rivals = [h for h in heads if not _has_its_own(h, reader) and h.index != head.index and _sort(h, reader) == _sort(head, reader) and abs(h.line.number - here.number) <= reach + 1]
        return None if rivals else story
    return None


def _of_another_basis(head: Head, reader: Reader) -> bool:
    """True where a sentence tells the same change "on comparable sales": a headline may leave that out."""
    rows = (reader.row(line.number) for line in reader.context.lines.figured if line is not head.line and abs(line.number - head.line.number) <= _BEHIND)
    return any(i.blocked and i.index >= 0 and reader.quantity(i).value == reader.context.quantity(head.index).value for row in rows for i in row)


def _has_its_own(head: Head, reader: Reader) -> bool:
    """True of "has doubled, from 11 to 22"."""
    return {"from", "to"} <= {i.word for i in reader.row(head.line.number) if i.kind == "level"}


def _suits(q: Quantity, head: Head, level: Named) -> bool:
    of = level.q
    if q.kind == "points":
        return of.kind == "percent" if q.unit != "point" else of.kind in ("percent", "number")
    if head.way == "multiple" or q.kind in ("percent", "ratio", "multiple"):
        return of.kind != "percent"
    if q.kind in ("count", "number"):
        return of.kind in ("count", "number") and of.scale == q.scale
    return of.kind == "number" and of.unit is None and of.scale == q.scale or of.kind == q.kind and (of.unit or "").partition("/")[0] == (q.unit or "").partition("/")[0]


def _sound(head: Head, story: Story, reader: Reader, words: Near) -> bool:
    """Whether nothing severs the change from the two."""
    context, lines = reader.context, reader.context.lines.lines
    pair = Pair(story.base.level, story.new.level, True, story.ordered, True)
    planned = _planned(head, words)
    if one_averaged(story, reader, words) or any(vetoed(x.index, x.line, reader, words) and not planned for x in (story.base, story.new)) or any(words_of_table(n, reader) for n in story.lines):
        return False
    if any(elsewhere_told(lines[n], context, words) for n in {*story.lines, head.line.number}):
        return False
    sign = head.sign or ((1 if context.quantity(head.index).value > 1 else -1) if _sort(head, reader)[0] == "multiple" else 0)
    if story.base.side == LATER or story.new.side == LATER and not head.will and _sort(head, reader)[0] == "multiple" or _of_another_basis(head, reader) or len({bool(x.level.item and x.level.item.negative) for x in (story.base, story.new)}) > 1:
        return False  # a profit, then a loss
    if not story.ordered and not planned and not (sign and _sort(head, reader)[0] == "multiple" and head.since and _named_behind(head, story, context)):
        return False
    if head.verb and _is_delta(head, reader) and of_its_time(head, reader, words) and not head.since:
        return False  # "fell by 19 in the week"
    if claim_of(context.quantity(head.index)) == "delta" and not max(x.q.value for x in (story.base, story.new)) > context.quantity(head.index).value:
        return False  # all of them, not what came on top
    if (head.will or not head.points and not head.sign) and claim_of(context.quantity(head.index)) == "delta" and (story.new.side == LATER) != head.will:
        return False  # what is to come, behind what has been
    up = story.new.q.value > story.base.q.value
    if sign and story.ordered and up != (sign > 0):
        return False
    if since_another_year(head, story.base.level, context) or head.noun and from_an_event(head, words) or not (when_fits(head, pair) or head.since and not head.years and _named_behind(head, story, context)) or told_apart(head, pair, reader) or claim_of(context.quantity(head.index)) == "delta" and flows_in(head, reader):
        return False
    if any(words.has("story-steps", lines[n]) for n in range(min(*story.lines, head.line.number), max(*story.lines, head.line.number) + 1)):
        return False  # one step of several
    if _is_delta(head, reader) and not (_of_its_unit(head, story, context) and _of_its_noun(head, story, reader, words)):
        return False
    if _of_a_place(head, story, reader) or renames(head, (story.base.index, story.new.index), reader):
        return False
    return speaks_of(head, story, reader, words) and _of_its_size(head, story, sign, context)


def _is_delta(head: Head, reader: Reader) -> bool:
    return claim_of(reader.context.quantity(head.index)) == "delta" and head.way != "multiple"


def _of_its_unit(head: Head, story: Story, context: Context) -> bool:
    kind = context.quantity(head.index).kind
    return kind not in ("currency", "physical", "duration") or kind in (story.base.q.kind, story.new.q.kind)


def _of_its_noun(head: Head, story: Story, reader: Reader, words: Near) -> bool:
    """Whether what "will lay off 90 workers" counts is what the levels count; an article that takes up the change needs no noun."""
    if head.points or head.sign:
        return True
    context, line, at = reader.context, head.line, head.line.quantity.index(head.index)
    named = frozenset(stem(w, context) for w in context.quantity(head.index).noun[-1:])
    return bool(named & (story.base.heads | story.new.heads) or groups_in(line, at + 1, at + _FRONT, words, context) & (story.base.groups | story.new.groups))


def _of_a_place(head: Head, story: Story, reader: Reader) -> bool:
    """True of "its Lisbon sales fell by 4%", where the levels are of no Lisbon: a capital right in front of a plain word."""
    context, line = reader.context, head.line
    tokens, text = context.extraction.tokens, context.extraction.document.text
    start = max((p + 1 for p in range(head.start) if line.symbols[p] in reader.words.separators), default=0)
    spoken = frozenset().union(*(content(x.line.firsts[0], x.line.lasts[-1] + 1, context) for x in (story.base, story.new)))
    for p in range(max(1, start), head.start):
        if line.quantity[p] < 0 and text[tokens.starts[line.firsts[p]]].isupper() and p + 1 < len(line.symbols) and line.quantity[p + 1] < 0 and not text[tokens.starts[line.firsts[p + 1]]].isupper():
            behind = telling(content(line.firsts[p + 1], line.lasts[p + 1] + 1, context), context)
            if behind & (story.base.words | story.new.words | _stems_of_groups(line, p + 1, reader)) and not content(line.firsts[p], line.lasts[p] + 1, context) & spoken:
                return True
    return False


def _stems_of_groups(line: Line, place: int, reader: Reader) -> frozenset[str]:
    context = reader.context
    named = groups_in(line, place, place + 1, near(context), context)
    return content(line.firsts[place], line.lasts[place] + 1, context) if named else frozenset()


def _named_behind(head: Head, story: Story, context: Context) -> bool:
    """True of "three times what the baker had paid", where the baker has paid the older value."""
    line = head.line
    stop = next((p for p in range(head.end, len(line.symbols)) if line.symbols[p] in context.lexicon.symbols.marks), len(line.symbols))
    behind = telling(content(line.firsts[head.end], line.lasts[stop - 1] + 1, context), context) if stop > head.end else frozenset()
    return bool((behind - light(context.lexicon)) & (story.base.words | story.new.words))


def _of_its_size(head: Head, story: Story, sign: int, context: Context) -> bool:
    """Whether the change misses them by no more than a slip or a mistake would."""
    q = context.quantity(head.index)
    way = "multiple" if _is_multiple(head, q) else "percent" if q.kind == "percent" else "ratio" if q.kind == "ratio" else "basis" if q.unit == "basis point" else "delta"
    base, new = _in_order(story, sign)
    implied = abs(leads(figure(base.q).value, figure(new.q).value, way))
    stated = figure(q).value
    return bool(implied) and stated <= _MISS * implied and implied <= _MISS * stated


def _is_multiple(head: Head, q: Quantity) -> bool:
    return head.way == "multiple" or q.kind == "multiple"


def _in_order(story: Story, sign: int) -> tuple[Named, Named]:
    if story.ordered:
        return story.base, story.new
    low, high = sorted((story.base, story.new), key=lambda x: x.q.value)
    return (low, high) if sign > 0 else (high, low)


def _frame(head: Head, story: Story, context: Context) -> Frame:
    q = context.quantity(head.index)
    sign = head.sign or ((1 if q.value > 1 else -1) if _is_multiple(head, q) else 0)
    base, new = _in_order(story, sign)
    part = "multiple" if _is_multiple(head, q) else claim_of(q)
    part = "delta" if q.kind == "points" and new.q.kind != "percent" else part
    claims = {"new": (new.index,), "base": (base.index,), part: (head.index,)}
    return Frame("change", (q.start, q.end), claims, {}, sign or (1 if new.q.value > base.q.value else -1), frozenset(claims), 2, None, (), "by name")
