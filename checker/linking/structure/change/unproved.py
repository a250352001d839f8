"""Changes that only nearness ties to their values, where the text itself points elsewhere: doubts that `conditions` asks for.

    up 30 per cent to 4,120, against 3,960 in March           it may be measured from a year ago
    by 40 in June to 914, against 702 the June before         the month's own change beside another year's level
    a 9 per cent rise in wages                                what it is a rise of is none of the values
    four points above the sum of the spring before            it has a base of its own
    doubling the limit to 80 ... 32 of the 40                 it has a value of its own
    12m crowns (£1m; $2m), up from 9m                         one value told in other money
    stayed on 8 but Aro rose two points to 19                 somebody else's value
    won 41–37, having lost six                                a record is no pair of levels

A slip of the hand that tells would explain the miss all the same, and a frame whose figures agree is none to be doubted.
"""

from __future__ import annotations

from checker.linking.context import Context, content
from checker.linking.lines import Line
from checker.linking.structure.change.doubts import quoted
from checker.linking.structure.change.event import BASES, Reader, reader_of
from checker.linking.structure.change.fitting import agree, figure, why_not
from checker.linking.structure.change.heads import Head, heads_of
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near
from checker.linking.structure.slips import TELLING
from checker.model import TIMES, Frame, Quantity, When

_RATES = ("change", "delta", "multiple")
_LOOSE = ("alone", "reckoned", "recalled")  # sources that words tie less than those of one clause
_DASHES = frozenset("–—")
_PLACES = 200  # in a list
_AGAIN = 4  # symbols behind a change
_FAR = 1000  # times apart
_PAIR = 8  # symbols between "to 12" and "from 20"
_OWN = 8  # symbols from a change to its own value


def unproved(frame: Frame, context: Context) -> bool:
    """Whether the text points elsewhere for a value of a change that its figures do not bear out."""
    if frame.family == "direction":
        return _no_direction(*(frame.claims[p][0] for p in ("new", "base")), frame.source, reader_of(context))
    part = next((p for p in _RATES if p in frame.claims), None)
    if frame.family != "change" or part is None or not {"new", "base"} <= frame.claims.keys():
        return False
    if _repeated(frame.claims[part][0], context):
        return True
    new, base, index = (frame.claims[p][0] for p in ("new", "base", part))
    if any(context.lines.line_of[i] < 0 or context.quantity(i).value is None or context.quantity(i).value <= 0 for i in (new, base, index)):
        return False
    if _of_a_record(new, context) or _of_a_record(base, context):
        return True
    fits, slipped = _explained(frame, part, new, base, index, context)
    if fits:
        return False
    reader, loose = reader_of(context), frame.source in _LOOSE
    if _far_apart(new, base, part, context) or loose and _severed(index, new, base, reader):
        return True
    if slipped:
        return False
    pointed = frame.source == "roles" and context.lines.line_of[new] < context.lines.line_of[index]  # "This was a rise of 5% compared with"
    pointed = pointed or frame.source == "by name" and len({context.lines.line_of[i] for i in (index, new, base)}) == 1  # its words name all times
    return not pointed and _set_beside(index, new, base, frame.sign, reader) or _own_value(index, new, base, reader) or loose and _elsewhere(index, new, base, reader)


def _severed(index: int, new: int, base: int, reader: Reader) -> bool:
    """True where the text gives one of the three to something else: no slip outweighs that."""
    subject, told = _subject(index, reader), _told_of((new, base), index, reader)
    if base > index and quoted(base, reader) and _word(base, reader) not in ("from", "base"):
        return True  # "up one crown but below a high of 31 crowns"
    return bool(subject) and not subject & told or _other_side(index, base, reader) or _paired(new, base, reader) or _converted(new, base, reader.context) or _price_step(index, reader.context)


def _elsewhere(index: int, new: int, base: int, reader: Reader) -> bool:
    """True where the text likelier means other values."""
    if _own_base(index, base, reader) or not _subject(index, reader) <= _told_of((new, base), index, reader) or _half_named(new, base, reader.context):
        return True
    return _told_apart(index, new, base, reader) or quoted(base, reader) and _word(base, reader) != "from"


def _explained(frame: Frame, part: str, new: int, base: int, index: int, context: Context) -> tuple[bool, bool]:
    """Whether the figures agree, and whether they would but for a slip that tells."""
    q = context.quantity(index)
    way = part if part == "multiple" else "basis" if q.unit == "basis point" else q.kind if q.kind in ("percent", "ratio") else "delta"
    figures = [figure(context.quantity(i)) for i in (base, new)]
    if agree(*figures, figure(q), way, frame.sign):
        return True, True
    return False, why_not(*figures, figure(q), way, frame.sign) >= TELLING


def _item(index: int, reader: Reader) -> Item | None:
    return next((i for i in reader.row(reader.context.lines.line_of[index]) if i.index == index), None)


def _word(index: int, reader: Reader) -> str:
    item = _item(index, reader)
    return item.word if item is not None else ""


def _of_a_record(index: int, context: Context) -> bool:
    """True of both figures of "41–37"."""
    q, text = context.quantity(index), context.extraction.document.text
    behind, before = text[q.number_end : q.number_end + 2], text[max(0, q.number_start - 2) : q.number_start]
    return q.kind in ("number", "count") and (behind[:1] in _DASHES and behind[1:].isdigit() or before[1:] in _DASHES and before[:1].isdigit())


def _set_beside(index: int, new: int, base: int, sign: int, reader: Reader) -> bool:
    """True of a value of a month behind "compared with", and of one that is on the wrong side of the change: the change is
    measured from another time."""
    item = _item(base, reader)
    if item is None or item.word != "base" or base < index:
        return False
    when = reader.period(item)
    if when is not None and when.month:
        return True
    values = [reader.quantity(i).value for i in (_item(new, reader) or item, item)]
    return bool(sign) and (values[0] - values[1]) * sign < 0 and not _year_on_year(item, when, reader.context.line(base), reader)


def _year_on_year(item: Item, when: When | None, line: Line, reader: Reader) -> bool:
    """True of "in 1962 ... compared with 817 in 1961", a sentence of two years on end and no other time: it has no third value.

    Nothing else is said of the old one: "compared with 817 for sloops in 1961".
    """
    if not _bare(item, line, reader):
        return False
    times = [q for i in line.figures if (q := reader.context.quantity(i)).kind in TIMES or q.when is not None or q.kind == "duration"]
    years = [q.when.year for q in times if q.when is not None and q.when.year and not q.when.month and not q.when.label]
    return when is not None and when.year is not None and len(times) == len(years) == 2 and sorted(years) == [when.year, when.year + 1]


def _bare(item: Item, line: Line, reader: Reader) -> bool:
    """True of "compared with 817 barges in 1961." with no word more."""
    told = any(m.tag == item.word and m.end == item.at for m in reader.marks(line))
    last, behind = max(line.lasts[item.at], reader.quantity(item).noun_last), [p for p in range(item.at + 1, len(line.symbols)) if line.quantity[p] >= 0]
    closed = line.symbols[behind[0] + 1 : behind[0] + 2] if behind else ""
    return told and bool(behind) and line.firsts[behind[0]] - last == 2 and (not closed or closed in reader.context.lexicon.symbols.marks)


def _own_value(index: int, new: int, base: int, reader: Reader) -> bool:
    """True of a change right behind which "to" leads to a value that is neither of the two."""
    line, item = reader.context.line(index), _item(index, reader)
    if item is None:
        return False
    end = max(item.end, item.at + 1)
    following = next((i for i in reader.row(line.number) if i.start >= end and i.kind in ("level", "change", "mark", "move")), None)
    if following is None or following.kind != "level" or following.word != "to" or following.start - end > _OWN or following.index in (new, base):
        return False
    return any(reader.quantity(following).kind == reader.context.quantity(i).kind for i in (new, base))


def _far_apart(new: int, base: int, part: str, context: Context) -> bool:
    """True of an amount between a price of one and the price of all."""
    small, great = sorted(context.quantity(i).value for i in (new, base))
    return part == "delta" and great > _FAR * small


def _own_base(index: int, base: int, reader: Reader) -> bool:
    """True of "three points above the sum of the spring before", where the old value is another: what the change is measured
    from is named behind it."""
    line, item = reader.context.line(index), _item(index, reader)
    if item is None:
        return False
    end = max(item.end, item.at + 1)
    for p in (end - 1, end, end + 1):
        said = line.symbols[p : p + 1]
        leads = [len(entry) for entry, tag, _ in reader.words.tags.get(said, ()) if tag in ("from", "base", "on") and line.symbols.startswith(entry, p)]
        leads += [1] if said and said in reader.words.base_weak else []
        if leads:
            return _joined_on(base, item, line, reader) or not _leads_to(p + max(leads), base, line, reader)
    return False


def _joined_on(base: int, item: Item, line: Line, reader: Reader) -> bool:
    """True of "up from 20 in June and 9 per cent above the figure of May": each has a base."""
    if reader.context.line(base) is not line or _word(base, reader) not in BASES:
        return False
    at = reader.context.lines.position_of[base]
    return at < item.at and not reader.words.conjunction.isdisjoint(line.symbols[at:item.at])


def _leads_to(start: int, base: int, line: Line, reader: Reader) -> bool:
    """False where something is named at a position that is neither the old value nor a time nor "the figure"."""
    stop = next((p for p in range(start, len(line.symbols)) if reader.words.separators.get(line.symbols[p], "(") != "(" or line.quantity[p] >= 0 and reader.context.quantity(line.quantity[p]).is_measure), len(line.symbols))
    if stop < len(line.symbols) and line.quantity[stop] == base:
        return True
    named = (p for p in range(start, stop) if line.quantity[p] < 0 and not reader.light(p, line))
    said = [p for p in named if not near(reader.context).within("told-time", line, p, p + 3) and content(line.firsts[p], line.lasts[p] + 1, reader.context)]
    return not said


def _head(index: int, reader: Reader) -> Head | None:
    return next((h for h in heads_of(reader.context.line(index), reader, near(reader.context)) if h.index == index), None)


def _subject(index: int, reader: Reader) -> frozenset[str]:
    """What a change says that it is one of: "a 9 per cent rise in wages", "a 9 per cent fuel saving"; nothing of "doubled in size". "The drop
    in walkers" takes up what was said, by whatever name."""
    head, item = _head(index, reader), _item(index, reader)
    if item is not None and item.definite:
        return frozenset()
    return head.subject | _between(head, reader) if head is not None and head.noun else frozenset()


def _told_apart(index: int, new: int, base: int, reader: Reader) -> bool:
    """True of values that a verb of their own leads from and to in another sentence, to which the change does not point back."""
    head = _head(index, reader)
    lines = {reader.context.lines.line_of[i] for i in (new, base)}
    own = {_word(base, reader), _word(new, reader)} == {"from", "to"} and len(lines) == 1 and reader.context.lines.line_of[index] not in lines
    return own and head is not None and not head.points


def _paired(new: int, base: int, reader: Reader) -> bool:
    """True of an old value that its own sentence leads to another new one: "to 12 from 20"."""
    item, line = _item(base, reader), reader.context.line(base)
    if item is None or item.word != "from" or reader.context.line(new) is line:
        return False
    return any(i.kind == "level" and i.word == "to" and reader.alike(i, item) and abs(i.at - item.at) <= _PAIR for i in reader.row(line.number))


def _between(head: Head, reader: Reader) -> frozenset[str]:
    """The words between a figure and the noun of its change: the fuel of "a 9 per cent fuel saving"."""
    at, line = reader.context.lines.position_of[head.index], head.line
    if not head.noun or head.end - at < 3 or head.start < at:
        return frozenset()
    return content(line.firsts[at + 1], line.firsts[head.end - 1], reader.context) - reader.context.generic


def _told_of(values: tuple[int, ...], index: int, reader: Reader) -> frozenset[str]:
    """The content of the sentences of the values without what stands behind the figure of change."""
    context, found = reader.context, frozenset()
    at = context.lines.position_of[index]
    for line in {context.line(i).number: context.line(i) for i in values}.values():
        if line is not context.line(index):
            found |= content(line.firsts[0], line.lasts[-1] + 1, context)
            continue
        following = [context.lines.position_of[i] for i in values if context.line(i) is line and context.lines.position_of[i] > at]
        found |= content(line.firsts[0], line.firsts[at], context)
        found |= content(line.firsts[min(following)], line.lasts[-1] + 1, context) if following else frozenset()
    return found


def _other_side(index: int, base: int, reader: Reader) -> bool:
    """True of an old value in front of a "but" or "while" behind which another subject has changed."""
    line, at = reader.context.line(index), reader.context.lines.position_of
    item, head = _item(base, reader), _item(index, reader)
    if reader.context.line(base) is not line or item is None or head is None or item.word in BASES or item.at > head.start or reader.context.quantity(index).kind == "multiple":
        return False
    cut = next((p for p in range(head.start - 1, at[base], -1) if line.symbols[p] in reader.words.breaks and line.symbols[p] not in reader.words.separators), None)
    return cut is not None and cut + 1 < head.start and bool(content(line.firsts[cut + 1], line.firsts[head.start], reader.context))


def _converted(new: int, base: int, context: Context) -> bool:
    """True where one of the two only tells a value in other money: "12m crowns (£1m; $2m)"."""
    return _is_converted(new, context) != _is_converted(base, context)


def _is_converted(index: int, context: Context) -> bool:
    q, line, at = context.quantity(index), context.line(index), context.lines.position_of[index]
    chars = context.lexicon.symbols.chars
    opened = line.symbols.rfind(chars["("], 0, at)
    if q.kind != "currency" or opened < 1 or chars[")"] in line.symbols[opened:at] or line.quantity[opened - 1] < 0:
        return False
    first = context.quantity(line.quantity[opened - 1])
    return first.kind == "currency" and first.unit != q.unit


def _half_named(new: int, base: int, context: Context) -> bool:
    """True of a sum of money and a bare figure in another sentence: a bid and a quotation."""
    p, q = context.quantity(new), context.quantity(base)
    return {p.kind, q.kind} == {"currency", "number"} and context.lines.line_of[new] != context.lines.line_of[base]


def _price_step(index: int, context: Context) -> bool:
    """True of "off 1/4 at 10": a part of a coin, not of the value."""
    q: Quantity = context.quantity(index)
    text = context.extraction.document.text[q.number_start : q.number_end]
    return q.kind == "ratio" and text[:1].isdigit() and "/" in text


# ---------------------------------------------------------------- directions


def _no_direction(new: int, base: int, source: str, reader: Reader) -> bool:
    """True of two values that a word of moving leads not surely from one to the other; by the source of a frame
    each has its name and its time, or words have set the two side by side."""
    p, q = (reader.context.quantity(i) for i in (new, base))
    units = "/" in (p.unit or "") and "/" in (q.unit or "") and p.unit != q.unit  # a ton is not a tonne
    apart = source == "roles" or source == "by name" and reader.context.line(new) is not reader.context.line(base)
    return units or _ranks(new, base, reader) or not apart and _against_others(new, base, reader)


def _ranks(new: int, base: int, reader: Reader) -> bool:
    """True of small bare figures where places in a list are told: who rises there has a smaller number."""
    quantities = [reader.context.quantity(i) for i in (new, base)]
    if any(q.kind != "number" or q.unit or q.place is not None and q.place < 1 or not q.value or q.value > _PLACES for q in quantities):
        return False
    number, lines = reader.context.lines.line_of[new], reader.context.lines.lines
    return any(near(reader.context).has("rank-told", line) for line in lines[max(0, number - 1) : number + 1])


def _repeated(index: int, context: Context) -> bool:
    """True of "has gone up by 20 per cent twice", "three years running": it came more than once."""
    line, end = context.line(index), context.lines.position_of[index] + 1
    often = any(q >= 0 and context.quantity(q).kind == "multiple" and (context.quantity(q).value or 0) > 1 for q in line.quantity[end : end + 1])
    return often or near(context).within("change-repeated", line, end, end + _AGAIN)


def _when(item: Item, line: Line, reader: Reader) -> bool:
    """True of "at 30 days", which says when something was measured."""
    return reader.quantity(item).kind == "duration" and line.symbols[item.at - 1 : item.at] in reader.words.entries["at"]


def _against_others(new: int, base: int, reader: Reader) -> bool:
    """True of "grew to 512 against 530 in May and 402 the year before", "to 512 against sales of 530": the change may be measured from
    another time, or the figure is one of something else."""
    item, line = _item(base, reader), reader.context.line(base)
    if item is None or item.word != "base" or item.kind != "level" or item.surpassed:
        return False
    when, now = (reader.period(i) if i is not None else None for i in (item, _item(new, reader)))
    others = (i for i in reader.row(line.number) if i.kind == "level" and i.at > item.at and i.word in ("", "base") and reader.alike(i, item) and not _when(i, line, reader))
    if when is not None and when.month and not (now is not None and now.month == when.month) or any(others):
        return True
    start = item.start + max((len(said) for said, tag, _ in reader.words.tags.get(line.symbols[item.start : item.start + 1], ()) if tag == "base" and line.symbols.startswith(said, item.start)), default=0)
    then = {p for m in reader.marks(line) if m.tag == "then" for p in range(m.start, m.end)}
    named = (p for p in range(start, item.at) if p not in then and not reader.light(p, line))
    return start > item.start and any(content(line.firsts[p], line.lasts[p] + 1, reader.context) - reader.context.generic for p in named)
