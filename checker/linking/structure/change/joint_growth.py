"""A share before and after, the growth of the whole and that of the part: any three fix the fourth.

"Foreign students are 18% of enrolment, up from 15%. Since enrolment is 5% lower, their number has risen 14%." The share is two
percentages or fractions of one whole at two times, the growths are the only two changes near by. That they belong together
is told by a word of conclusion, by "the whole" beside one of the growths, or by the names of part and whole said again; where
nothing tells, a contradiction counts only if one slip of the hand explains it.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context, content
from checker.linking.lines import Line, offsets
from checker.linking.structure.at_figure import two_bases
from checker.linking.structure.change.event import BASES, Reader, reader_of
from checker.linking.structure.change.far import two_times
from checker.linking.structure.change.joint_rivals import elsewhere, explained, fits, of_the_shares
from checker.linking.structure.change.pairs import dated, pair_of
from checker.linking.structure.change.parts_of_growth import rates
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near, one_slip
from checker.model import Frame
from checker.rational import Fraction

_SHARES = frozenset(KIND_SYMBOLS[k] for k in ("percent", "ratio"))
_REACH = 4  # sentences between the two shares, or from them to the growths
_WINDOWS = (0, 1, 2, 4)  # sentences around the shares where the growths may stand, the nearest first

Pair = tuple[Item, Item]


def joint_growth(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "joint-growth", one for each way to tell the whole's growth from the part's."""
    reader = reader_of(context)
    found: list[Frame] = []
    for line in context.lines.figured:
        if not _SHARES.isdisjoint(line.symbols):
            pair = _shares(line, reader)
            if pair is not None:
                found.extend(_frames(line, pair, reader))
    return found


def _shares(line: Line, reader: Reader) -> Pair | None:
    """(new, old) of two shares of one whole, the later one in this sentence."""
    here = _levels(line, reader)
    if not here or len(here) > 2:
        return None
    before: list[Item] = []
    if len(here) == 1 and here[0].word not in ("from", "to"):
        for number in range(line.number - 1, max(-1, line.number - 1 - _REACH), -1):
            before = _levels(reader.context.lines.lines[number], reader)
            if before:
                break
    both = [*before, *here]
    if len(both) != 2 or not any(_is_share(i, reader) for i in both) or before and not all(_is_share(i, reader) for i in both):
        return None
    x, y = both
    if x.word == y.word == "to":
        return None  # "to 26% this year and to 44% by the end of the decade": both start from elsewhere
    if x.word == "from" and y.word == "to":
        return y, x
    if not two_times(x, y, reader) or not before and (x.word in BASES) == (y.word in BASES) and pair_of([y, x], reader) is None:
        return None
    if before and not (x.then or y.now or dated(x, y, reader)):
        return None
    return pair_of([y, x], reader) or (y, x)


def _levels(line: Line, reader: Reader) -> list[Item]:
    """Percentages and fractions that are no changes, and a bare figure that goes with one: "from 40 to 44 per cent"."""
    row = reader.row(line.number)
    kinds = ("percent", "ratio")
    levels = [i for i in row if i.kind == "level" and reader.quantity(i).kind in kinds and not i.apposed and reader.quantity(i).value is not None and reader.quantity(i).value > 0]
    if len(levels) == 1:
        levels += [i for i in row if i.kind == "level" and reader.quantity(i).kind == "number" and i.word in (*BASES, "to")]
    return sorted(levels, key=lambda i: i.at)


def _is_share(item: Item, reader: Reader) -> bool:
    """True where "share" stands in the sentence, or "of" behind the figure or close in front of the two."""
    line = reader.context.line(item.index)
    end = min(item.at + 7, len(line.symbols))
    if line.symbols[item.at + 1 : item.at + 2] in reader.words.of and any(s in reader.words.nouns for s in line.symbols[item.at + 2 : end]):
        return False  # of an increase
    if any(said in line.symbols for said in reader.words.share_nouns) or line.symbols[item.at + 1 : item.at + 2] in reader.words.of:
        return True
    return any(s in reader.words.share_verbs for s in line.symbols[max(0, item.at - 5) : item.at])


def _frames(line: Line, pair: Pair, reader: Reader) -> list[Frame]:
    changes, lines = _growths(line, pair, reader)
    if len(changes) != 2 or _contrasted(lines, reader) or two_bases([line, *(other for other, _ in changes)], near(reader.context)):
        return []
    wholes = [n for n, (other, item) in enumerate(changes) if _of_whole(other, item, reader)]
    if not wholes and _of_it(line, pair, changes, reader):
        wholes = [0]
    orders = _sound(line, pair, changes, _orders(line, pair, changes, wholes, reader), reader)
    multiples = [reader.quantity(item).kind == "multiple" for _, item in changes]
    if any(multiples):
        orders = [o for o in orders if reader.quantity(o[1][1]).kind == "multiple" and reader.quantity(o[0][1]).kind != "multiple"]
    close_by = all(abs(other.number - line.number) <= 1 for other, _ in changes)
    part_named = _named(line, pair, changes, reader)
    sure = close_by and (len(wholes) == 1 or _belong(line, pair, changes, reader)) or len(wholes) == 1 and part_named
    linked = part_named and any(other.number == line.number for other, _ in changes)
    new, base = pair
    cue = offsets(line, new.at, new.at + 1, reader.context.extraction) if reader.context.lines.line_of[new.index] == line.number else offsets(line, base.at, base.at + 1, reader.context.extraction)
    found = []
    for (_, total), (_, part) in orders:
        if sure or linked and _slip(pair, total, part, reader):
            claims = {"share-new": (new.index,), "share-base": (base.index,)}
            if any(multiples):
                claims |= {"multiple": (part.index,), "change": (total.index,)}
                found.append(Frame("joint", cue, claims, {}, total.sign, frozenset(claims), 2, None, (), "joint_growth"))
            else:
                claims |= {"rate": (total.index,), "change": (part.index,)}
                found.append(Frame(_family(total, part), cue, claims, {}, _sign(total, part), frozenset(claims), 2, None, (), "joint_growth"))
    return found


def _orders(line: Line, pair: Pair, changes, wholes: list[int], reader: Reader) -> list:
    """(growth of the whole, growth of the part): as "total" or the names tell; both ways round where nothing does."""
    both = [changes, changes[::-1]]
    if len(wholes) == 1:
        return [both[wholes[0]]]
    named = [o for o in both if _names_both(line, pair, o, reader)]
    if len(named) == 1:
        return named
    if changes[0][1].sign != changes[1][1].sign:  # of two growths that go apart each way round says something else
        return [o for o in both if _slip(pair, o[0][1], o[1][1], reader)][:1]
    return both


def _sound(line: Line, pair: Pair, changes, orders: list, reader: Reader) -> list:
    """The orders without those that something else explains; the one that fits, where one does."""
    fitting = [o for o in (changes, changes[::-1]) if fits(pair, o[0][1], o[1][1], reader)]
    if fitting:
        return [o for o in orders if o in fitting] or fitting[:1]
    first = min(reader.context.lines.line_of[i.index] for i in pair)
    told, (_, part) = [item for _, item in changes], _names(line, pair, reader)
    orders = [o for o in orders if not any(of_the_shares(pair, item, reader) for _, item in o)]
    others = [o for o in _within(_WINDOWS[-1], first, line, reader) if o[1] not in told and o[1] not in pair]
    return [o for o in orders if not elsewhere(line, o, reader) and not explained(pair, o, others, o[1][0] is line or bool(part & _about(*o[1], reader)), reader)]


def _family(total: Item, part: Item) -> str:
    return "joint-growth" if total.sign == part.sign or not total.sign or not part.sign else "joint-growth-up" if part.sign > 0 else "joint-growth-down"


def _sign(total: Item, part: Item) -> int:
    return (total.sign or part.sign) if total.sign == part.sign or not total.sign or not part.sign else 0


def _growths(line: Line, pair: Pair, reader: Reader) -> tuple[list[tuple[Line, Item]], list[Line]]:
    """The changes in percent nearest to the shares, with the sentences from the first to the last of them."""
    lines = reader.context.lines.lines
    first = min(reader.context.lines.line_of[i.index] for i in pair)
    found: list[tuple[Line, Item]] = []
    for reach in _WINDOWS:
        found = [o for o in _within(reach, first, line, reader) if o[1] not in pair]
        if len(found) >= 2:
            numbers = [*(other.number for other, _ in found), first, line.number]
            return found, lines[min(numbers) : max(numbers) + 1]
    return found, [line]


def _within(reach: int, first: int, line: Line, reader: Reader) -> list[tuple[Line, Item]]:
    """The growths so many sentences around the shares."""
    lines = reader.context.lines.lines
    window = [n for n in range(max(0, first - reach), min(len(lines), line.number + reach + 1)) if abs(lines[n].block - line.block) <= 1]
    return [(lines[n], i) for n in window for i in _changes(lines[n], reader)]


def _changes(line: Line, reader: Reader) -> list[Item]:
    """The growths of a sentence: changes in percent, multiples, and bare percentages that carry one on."""
    told = [i for i in reader.row(line.number) if i.kind == "change" and i.index >= 0 and reader.quantity(i).kind == "multiple" and not i.blocked]
    found = [*told, *(item for _, item in rates(line, reader) if not item.blocked and reader.quantity(item).sense != "range" and reader.quantity(item).unit in (None, "percent"))]
    return sorted(found, key=lambda i: i.at)


def _of_whole(line: Line, item: Item, reader: Reader) -> bool:
    """True where "total", "as a whole", "all" stands by a growth."""
    others = [i.at for i in reader.row(line.number) if i.kind in ("level", "change") and i is not item]
    left = max([p + 1 for p in others if p < item.at], default=0)
    right = min([p for p in others if p > item.at], default=len(line.symbols))
    right = min([p for p in range(item.at, right) if line.symbols[p] in reader.words.separators or line.symbols[p] in reader.words.breaks], default=right)
    left = max([p + 1 for p in range(left, item.at) if line.symbols[p] in reader.words.breaks], default=left)
    reach = line.symbols[max(left, item.at - 12) : item.at] + line.symbols[item.at : min(right, item.at + 6)]
    return any(said in reach for said in reader.words.whole_growth)


def _of_it(line: Line, pair: Pair, changes, reader: Reader) -> bool:
    """True of "a quarter of it", where the sentence in front tells one growth, that of what "it" is, and this one the other."""
    if [other.number for other, _ in changes] != [line.number - 1, line.number]:
        return False
    own, first = changes[1][1], min(i.at for i in pair if reader.context.lines.line_of[i.index] == line.number)
    if any(line.symbols[p] in reader.words.separators for p in range(own.at + 1, first)):
        return False  # "3% more than a year earlier, and wind met 41% of it"
    return any(line.symbols.startswith(said, i.at + 1) for i in pair for said in reader.words.whole_before)


def _contrasted(lines: list[Line], reader: Reader) -> bool:
    """True where the shares are set against the growths, or are shares of somebody else's whole."""
    words = reader.words
    return any(s in words.contrasting for other in lines for s in other.symbols) or any(said in other.symbols for other in lines for said in words.outer_whole)


def _belong(line: Line, pair: Pair, changes, reader: Reader) -> bool:
    """True where a word of conclusion joins them, or where one change is that of the named whole and one that of the part."""
    words = reader.words
    of_growths = {other.number: other for other, _ in changes}
    if len(of_growths) == 1:
        symbols = next(iter(of_growths.values())).symbols
        if any(s in words.concluding for s in symbols) or any(said in symbols for said in words.leading_to):
            return True
    return any(_names_both(line, pair, order, reader) for order in (changes, changes[::-1]))


def _named(line: Line, pair: Pair, changes, reader: Reader) -> bool:
    """True where a growth names the part again."""
    _, part = _names(line, pair, reader)
    return any(part & _about(other, item, reader) for other, item in changes)


def _names_both(line: Line, pair: Pair, order, reader: Reader) -> bool:
    """True where the first growth names the whole and the second one the part."""
    whole, part = _names(line, pair, reader)
    about = [_about(other, item, reader) for other, item in order]
    return bool(whole & about[0] and part & about[1])


def _about(line: Line, item: Item, reader: Reader) -> frozenset[str]:
    return content(line.firsts[max(0, min(item.start, item.at) - 6)], line.firsts[item.at], reader.context)


def _names(line: Line, pair: Pair, reader: Reader) -> tuple[frozenset[str], frozenset[str]]:
    """The words behind a share, which name the whole, and those in front of it, which name the part."""
    at = min((i.at for i in pair if reader.context.lines.line_of[i.index] == line.number), default=0)
    earlier = min(pair, key=lambda i: i.index)
    first = reader.context.line(earlier.index)
    last = len(line.lasts) - 1
    whole = content(line.firsts[min(at + 1, last)], line.lasts[min(last, at + 6)] + 1, reader.context)
    part = content(first.firsts[_clause(first, earlier.at, reader)], first.firsts[earlier.at], reader.context) | content(line.firsts[_clause(line, at, reader)], line.firsts[at], reader.context)
    return whole, part


def _clause(line: Line, at: int, reader: Reader) -> int:
    """Where what a semicolon sets apart begins in front of a place: "revenue rose by 12%; fuel took 31% of it"."""
    return line.symbols.rfind(reader.context.lexicon.symbols.chars[";"], 0, at) + 1


def _slip(pair: Pair, total: Item, part: Item, reader: Reader) -> bool:
    """True where the four figures agree, or would after one slip in one of them."""
    new, base, rate, growth = (reader.quantity(i) for i in (*pair, total, part))
    if growth.kind == "multiple" or any(q.value is None for q in (new, base, rate, growth)):
        return False
    one, two = (1 + (i.sign or 1) * q.value / (100 if q.kind != "ratio" else 1) for i, q in ((total, rate), (part, growth)))
    if one <= 0 or two <= 0:
        return False
    x, y = (q.value / (100 if q.kind != "ratio" else 1) for q in (new, base))
    meant = ((new, y * two / one), (base, x * one / two), (rate, abs(y * two / x - 1)), (growth, abs(x * one / y - 1)))
    return any(q.kind != "ratio" and one_slip(q, Fraction(value) * 100) for q, value in meant) or abs(x - y * two / one) < Fraction(1, 100)
