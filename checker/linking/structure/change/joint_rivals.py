"""What else may explain a share before and after and two growths near by: then they prove nothing against each other.

    the market grew 5%, its share fell from 42% to 36%, 10% fewer diesels          the growths belong the other way round
    abroad +30% ..., at home -2.5%, total +8%; the share abroad went from 32.5%    another growth near by is that of the part
    against 44% last year, when that income was 10% smaller than it is today       a growth told backwards
    has tripled since 1995. In the past year alone its share went from 40%         a growth over another time
    24% of guests, up from 23%; guests' spending rose 2%                           a growth of what belongs to the whole
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from checker.linking.context import stem
from checker.linking.lines import Line
from checker.linking.structure.change.event import Reader
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near
from checker.rational import Fraction

_CLOSE = Fraction(1, 100)
_OF = 6  # words behind "of" that can name the whole

Told = tuple[Line, Item]


def fits(pair: tuple[Item, Item], total: Item, part: Item, reader: Reader) -> bool:
    """Whether a whole and a part that grew so take the one share to the other, but for the last digit of one of the four."""
    figures = [reader.quantity(i) for i in (*pair, total, part)]
    if any(q.value is None for q in figures):
        return False
    x, y = (_part_of_one(q.value, q.kind) for q in figures[:2])
    one, two = _grown(total, reader), _grown(part, reader)
    return _near(x, y, one, two, figures)


def explained(pair: tuple[Item, Item], order: tuple[Told, Told], others: Iterable[Told], named: bool, reader: Reader) -> bool:
    """True where the figures fit in a way that the words do not rule out, other than the one of this order.

    A growth in a sentence of its own that does not name the part may be that of all the rest.
    """
    (_, total), (_, part) = order
    if any(reader.quantity(i).value is None for i in (*pair, total, part)):
        return False
    figures = [reader.quantity(i) for i in (*pair, total, part)]
    x, y = (_part_of_one(q.value, q.kind) for q in figures[:2])
    for line, one, two in _tellings(order, reader):
        if _near(x, y, one, two, figures) or not named and max(x, y) < 1 and _near(1 - x, 1 - y, one, two, figures):
            return True
    return any(fits(pair, total, other, reader) or fits(pair, other, part, reader) for _, other in others)


def of_the_shares(pair: tuple[Item, Item], part: Item, reader: Reader) -> bool:
    """True of "its part doubled, from 12% to 24%" and of "vacancies rose by 50%, from 2.8% to 4.2%": the growth is that of
    the shares (new, old) themselves."""
    new, base, q = (reader.quantity(i) for i in (*pair, part))
    if None in (new.value, base.value, q.value):
        return False
    made = _part_of_one(base.value, base.kind) * _grown(part, reader)
    return abs(made - _part_of_one(new.value, new.kind)) <= (0 if q.kind == "multiple" else _CLOSE * made)


def elsewhere(line: Line, order: tuple[Told, Told], reader: Reader) -> bool:
    """True where a growth is that of another time than the shares, or of what belongs to the whole."""
    return any(_since(line, other, item, reader) for other, item in order) or _of_its_own(line, order[0], reader)


def _tellings(order: tuple[Told, Told], reader: Reader) -> Iterator[tuple[Line, Fraction, Fraction]]:
    """How much larger whole and part became: as told, and backwards where the words set then against now."""
    (of_total, total), (of_part, part) = order
    one, two = _grown(total, reader), _grown(part, reader)
    yield of_total, one, two
    if one and _backwards(of_total, total, reader):
        yield of_total, 1 / one, two
    if two and _backwards(of_part, part, reader):
        yield of_part, one, 1 / two


def _backwards(line: Line, item: Item, reader: Reader) -> bool:
    """True of "10% smaller than it is today": what it is now is the base."""
    return item.compared and near(reader.context).within("than-now", line, item.at + 1, item.at + 6)


def _grown(item: Item, reader: Reader) -> Fraction:
    q = reader.quantity(item)
    return q.value if q.kind == "multiple" else 1 + (item.sign or 1) * _part_of_one(q.value, q.kind)


def _part_of_one(value: Fraction, kind: str) -> Fraction:
    return value if kind == "ratio" else value / 100


def _near(x: Fraction, y: Fraction, one: Fraction, two: Fraction, figures) -> bool:
    """Whether x = y * two / one within the last digits of the four figures."""
    if min(x, y, one, two) <= 0:
        return False
    a, b, c, d = (Fraction(1, 200) if q.place is None else _part_of_one(q.place, q.kind) / 2 if q.kind != "multiple" else q.place / 2 for q in figures)
    low, high = max(y - b, 0) * max(two - d, 0) / (one + c), (y + b) * (two + d) / max(one - c, Fraction(1, 1000))
    return low <= x + a and x - a <= high


def _since(line: Line, other: Line, item: Item, reader: Reader) -> bool:
    """True of a growth told from a year on, where the shares in another sentence say a time of their own."""
    context = reader.context
    if other is line or not any(context.quantity(i).when is not None for i in line.figures):
        return False
    at = near(context).place("since-word", other, item.at + 1, item.at + 4)
    if at < 0 or at + 1 >= len(other.quantity) or other.quantity[at + 1] < 0:
        return False
    when = context.quantity(other.quantity[at + 1]).when
    own = [w.year for i in line.figures if (w := context.quantity(i).when) is not None]
    return when is not None and when.year is not None and when.year not in own


def _of_its_own(line: Line, total: Told, reader: Reader) -> bool:
    """True where the whole of the share is a possessor in front of its growth: "guests' spending"."""
    other, item = total
    words, context = reader.context.extraction.tokens.words, reader.context
    head = _head_of_whole(line, reader)
    start = max([i.at for i in reader.row(other.number) if i.kind in ("level", "change") and i.at < item.at], default=-1) + 1
    named = [p for p in range(start, item.at) if stem(words[other.firsts[p]], context) == head] if head else []
    return any(near(context).pattern("possessive-mark").match(other.symbols, p + 1) for p in named)


def _head_of_whole(line: Line, reader: Reader) -> str:
    """The last noun behind "share of", "24% of"."""
    words, context, marks = reader.context.extraction.tokens.words, reader.context, reader.words.separators
    shares = [i.at for i in reader.row(line.number) if i.kind == "level"]
    at = next((p for p in range(len(line.symbols)) if line.symbols[p] in reader.words.of and p - 1 in shares), None)
    if at is None:
        return ""
    stop = next((p for p in range(at + 1, min(len(line.symbols), at + _OF)) if line.symbols[p] in marks or line.symbols[p] in reader.words.breaks or line.quantity[p] >= 0), at + _OF)
    said = [words[line.firsts[p]] for p in range(at + 1, min(stop, len(line.symbols)))]
    named = [w for w in said if w.isalpha() and w not in context.function]
    return stem(named[-1], context) if named else ""
