"""Yearly rates and what they come to over the years: "4% a year between 2005 and 2020, from 40 to 72 TWh".

A rate of growth per year meets a span of years and a first and a last value, or the growth or the multiple over the whole
span. Each may stand in another clause or in the sentence before or after; the values may stand further away where they
alone in the text are written alike and have a year each.
"""

from __future__ import annotations

from checker.language.phrase import KIND_SYMBOLS
from checker.linking.context import Context
from checker.linking.lines import Line, offsets
from checker.linking.structure.change.event import BASES, Reader, reader_of
from checker.linking.structure.change.left_to_grow import made_of, rounded_to
from checker.linking.structure.change.pairs import pair_of
from checker.linking.structure.change.terms import Item
from checker.linking.structure.near import near as near_words
from checker.linking.structure.time.date_slips import in_years
from checker.model import Frame

_NEAR = 2  # lines around the rate where a span or a pair may stand
_FAR = 8


def compounding(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "compound" (two values) and "compound-total" (a growth or a multiple)."""
    reader = reader_of(context)
    found: list[Frame] = []
    for line in context.lines.figured:
        if KIND_SYMBOLS["percent"] not in line.symbols:
            continue
        rates = [p for p, q in line.placed if context.quantity(q).kind == "percent" and context.quantity(q).value is not None and _yearly(p, line, reader)]
        if len(rates) == 1 and not any(s in reader.words.simple or s in reader.words.expectation for s in line.symbols):
            found.extend(_frames(line, rates[0], reader))
    return found


def _yearly(place: int, line: Line, reader: Reader) -> bool:
    """True of "4% a year", "annual growth of 4%", "4% in each of the last four years"."""
    words, symbols = reader.words, line.symbols
    if "/" in (reader.context.quantity(line.quantity[place]).unit or ""):
        return reader.context.quantity(line.quantity[place]).unit.endswith("/year")
    if symbols[place - 1 : place] in words.of and place > 1 and line.quantity[place - 2] >= 0 and _in_years(line.quantity[place - 2], reader):
        return True  # three years of 8%
    behind = symbols[place + 1 : place + 10]
    if any(said in symbols for said in words.at_interest) and any(_in_years(q, reader) for q in line.figures) and symbols[place - 1 : place] in words.at_rate:
        return True  # put away at 5% for three years
    if any(behind.startswith(said) for said in words.per_year):
        return True
    for said in words.rate_noun:
        at = symbols.find(said, max(0, place - 8), place)
        if at >= 0 and not any(s in words.separators for s in symbols[at + len(said) : place]):
            return True
    return any(said in behind for said in words.each_year)


def _sign(place: int, line: Line, reader: Reader) -> int:
    moves = [m for m in reader.marks(line) if m.tag == "move" and m.sign]
    near = [m for m in moves if abs(m.start - place) <= 12 and not any(s in reader.words.breaks for s in line.symbols[min(m.start, place) : max(m.start, place)])]
    if near:
        return min(near, key=lambda m: (m.start > place, abs(m.start - place))).sign
    return -1 if near_words(reader.context).within("growth-down", line, place - 6, place + 3) else 1


def _frames(line: Line, place: int, reader: Reader) -> list[Frame]:
    rate, sign = line.quantity[place], _sign(place, line, reader)
    cue = offsets(line, place, place + 1, reader.context.extraction)
    pair, distance = _pair(line, reader)
    spans = _spans(line, place, reader)
    if pair is None and spans:
        pair = _only_two(line, sign, reader)
    if pair is None and len(spans) == 1 and sign > 0:
        pair, distance = _put_away(line, reader), 1
    found = []
    if pair is not None:
        new, base = pair
        claims = {"rate": (rate,), "new": (new.index,), "base": (base.index,)}
        years = _years(base, new, reader)
        span = _span_of_years(line, reader)
        if None not in years and years[0] != years[1]:
            claims |= {"start": (years[0],), "end": (years[1],)}
        elif span is not None:
            claims |= {"start": (span,), "end": (span,)}
            return [Frame("compound-span", cue, claims, {}, sign, frozenset(claims), distance, None, (), "compounding")]
        elif spans:
            claims["duration"] = (spans[0],)
        else:
            return []
        pinned = frozenset(claims) if distance <= _NEAR or "start" in claims else frozenset()
        return [Frame(_family(claims, line, sign, reader), cue, claims, {}, sign, pinned, min(distance, 4), None, (), "compounding")]
    total = _total(line, place, reader)
    if total is not None and spans:
        part = "multiple" if reader.context.quantity(total).kind == "multiple" else "change"
        claims = {"rate": (rate,), part: (total,), "duration": (spans[0],)}
        found.append(Frame("compound-total", cue, claims, {}, sign, frozenset(claims), 1, None, (), "compounding"))
    return found


def _family(claims: dict[str, tuple[int, ...]], line: Line, sign: int, reader: Reader) -> str:
    """Money at interest is computed from its terms: they are exact. A sum that is to the penny what interest comes to, with
    or without interest on it, is exact too."""
    lines = reader.context.lines.lines[max(0, line.number - 1) : line.number + 1]
    interest = any(s in other.symbols for other in lines for s in reader.words.at_interest) or near_words(reader.context).has("grows-on", line)
    if "duration" not in claims or sign < 0 or not interest:
        return "compound"
    new, base, rate, years = (reader.context.quantity(claims[name][0]) for name in ("new", "base", "rate", "duration"))
    if None in (new.value, base.value, rate.value, years.value) or base.kind != "currency" or new.approx is not None:
        return "compound"
    if new.kind == "number" and rounded_to(base, rate, years, new):
        return "compound"  # a bare figure would be taken for exact
    simple = base.value * (1 + rate.value / 100 * in_years(years))
    return "compound-exact" if new.value in (simple, made_of(base, rate, years)) else "compound-interest"


def _levels(number: int, reader: Reader) -> list[Item]:
    return [i for i in reader.row(number) if i.kind == "level" and not i.apposed and reader.quantity(i).kind not in ("percent", "points", "ratio", "duration", "age")]


def _pair(line: Line, reader: Reader) -> tuple[tuple[Item, Item] | None, int]:
    """(new, old) and how many sentences away: from and to in the sentence, else the two dated figures around that are alike."""
    pair = _direct(_levels(line.number, reader), reader.row(line.number), reader)
    if pair is not None:
        return pair, 0
    count = len(reader.context.lines.lines)
    near = [n for n in range(max(0, line.number - _FAR), min(count, line.number + _FAR + 1))]
    dated = [(n, i) for n in near for i in _levels(n, reader) if _year_of(i, reader) is not None and reader.context.quantity(_year_of(i, reader)).when is not None]
    groups: dict[tuple, list[tuple[int, Item]]] = {}
    for n, item in dated:
        q = reader.quantity(item)
        if q.unit or q.noun:
            groups.setdefault((q.unit, q.noun[-1:], q.scale), []).append((n, item))
    for members in map(lambda found: _around(found, line), groups.values()):
        if len(members) == 2 and members[0][0] != members[1][0] or len(members) == 2 and line.number == members[0][0]:
            (n, a), (m, b) = members
            if _value(a, reader) < _value(b, reader):
                return (b, a), max(abs(n - line.number), abs(m - line.number))
    return None, 0


def _only_two(line: Line, sign: int, reader: Reader) -> tuple[Item, Item] | None:
    """(new, old) of the only two levels of the sentence, told apart by the sense of the growth: "a town of 20,000 that grows by
    3% a year will have 26,878 inhabitants after ten years"."""
    levels = [i for i in _levels(line.number, reader) if reader.quantity(i).value]
    if len(levels) != 2 or not reader.alike(*levels) or any(i.kind == "change" for i in reader.row(line.number)):
        return None
    small, large = sorted(levels, key=lambda i: reader.quantity(i).value)
    new, base = (large, small) if sign > 0 else (small, large)
    scales = {reader.quantity(i).scale for i in levels}
    if near_words(reader.context).within("growth-choice", line, base.at, new.at):
        return None
    return (new, base) if base.at < new.at and len(scales) == 1 and min(reader.quantity(i).value for i in levels) >= 100 else None


def _put_away(line: Line, reader: Reader) -> tuple[Item, Item] | None:
    """(new, old) of the only two sums of a paragraph that speaks of interest, the first of which is put away in the sentence of the
    rate or in front of it, the second paid out at the end."""
    words, lines = reader.words, [o for o in reader.context.lines.lines[max(0, line.number - _NEAR) : line.number + _NEAR + 1] if o.block == line.block]
    near = near_words(reader.context)
    grows = any(s in o.symbols for o in lines for s in words.at_interest) and any(near.has("grows-on", o) for o in lines)
    if not grows or any(s in o.symbols for o in lines for s in words.simple) or any(near.has("paid-in-turn", o) for o in lines):
        return None
    levels = [i for o in lines for i in _levels(o.number, reader) if reader.quantity(i).kind == "currency"]
    if len(levels) != 2 or not reader.alike(*levels) or any(reader.quantity(i).approx for i in levels):
        return None
    base, new = levels
    later = reader.context.line(base.index).number <= line.number <= reader.context.line(new.index).number
    return (new, base) if later and near.has("interest-paid-out", reader.context.line(new.index)) and reader.quantity(base).value < reader.quantity(new).value < _FAR * reader.quantity(base).value else None


def _around(members: list[tuple[int, Item]], line: Line) -> list[tuple[int, Item]]:
    """The two of several dated levels that stand next to the rate, one in front and one behind."""
    before = [m for m in members if m[0] < line.number]
    after = [m for m in members if m[0] >= line.number]
    return [before[-1], after[0]] if len(members) > 2 and before and after else members


def _direct(levels: list[Item], row: list[Item], reader: Reader) -> tuple[Item, Item] | None:
    for first, second in zip(levels, levels[1:]):
        between = [i for i in row if i.kind == "change" and first.at < i.at < second.at and "/" not in (reader.quantity(i).unit or "")]
        if reader.alike(first, second) and not between:
            pair = pair_of([second, first], reader)
            if pair is not None and {pair[0].word, pair[1].word} != {"from", "to"} and None in (_year_of(first, reader), _year_of(second, reader)):
                pair = None
            if pair is None and second.word == "to" and not first.word:
                pair = second, first
            if pair is not None and pair[1].word in ("", *BASES):
                return pair
    return None


def _value(item: Item, reader: Reader) -> int:
    """The year of a figure."""
    return reader.context.quantity(_year_of(item, reader)).when.year


def _year_of(item: Item, reader: Reader) -> int | None:
    """The index of the year that stands by a figure: behind it before the next figure, or in front of it, or alone in its sentence."""
    line, at = reader.context.line(item.index), reader.context.lines.position_of[item.index]
    for steps in (range(at + 1, min(at + 12, len(line.symbols))), range(at - 1, max(-1, at - 14), -1)):
        for p in steps:
            q = line.quantity[p]
            if q < 0:
                continue
            quantity = reader.context.quantity(q)
            if quantity.when is not None and quantity.when.year and not quantity.when.end_year and not quantity.when.month:
                return q
            if quantity.is_measure:
                break
    for number in (line.number, line.number - 1):
        if number < 0 or reader.context.lines.lines[number].block != line.block:
            break
        whens = [(q, reader.context.quantity(q).when) for q in reader.context.lines.lines[number].figures]
        years = [q for q, when in whens if when is not None and when.year and not when.end_year]
        if years:
            return years[0] if len(years) == 1 else None
    return None


def _years(base: Item, new: Item, reader: Reader) -> list[int | None]:
    """The years of two figures: their own, or the two years of their sentence in order."""
    own = [_year_of(i, reader) for i in (base, new)]
    if None not in own and own[0] != own[1]:
        return own
    line = reader.context.line(base.index)
    years = [q for q in line.figures if reader.context.quantity(q).kind == "year" and reader.context.quantity(q).when.year]
    return years if len(years) == 2 else own


def _span_of_years(line: Line, reader: Reader) -> int | None:
    """ "between 2005 and 2020": one reference with two ends."""
    found = [q for q in line.figures if (when := reader.context.quantity(q).when) is not None and when.year and when.end_year]
    return found[0] if len(found) == 1 else None


def _spans(line: Line, place: int, reader: Reader) -> list[int]:
    """Lengths of time in years, nearest first: in the sentence of the rate, else in those beside it."""
    for numbers in ([line.number], [line.number + 1, line.number - 1]):
        found = []
        for n in numbers:
            if 0 <= n < len(reader.context.lines.lines):
                other = reader.context.lines.lines[n]
                found += [(abs(p - place), q) for p, q in other.placed if _in_years(q, reader) and p != place]
        if found:
            return [q for _, q in sorted(found)]
    return []


def _in_years(q: int, reader: Reader) -> bool:
    quantity = reader.context.quantity(q)
    return quantity.kind == "duration" and quantity.value is not None and quantity.unit in ("year", "decade") and (quantity.unit == "decade" or quantity.value > 1)


def _total(line: Line, place: int, reader: Reader) -> int | None:
    """The growth or the multiple over the whole span, in the same sentence: "so that it stands 12% higher", "27% in all"."""
    row, words = reader.row(line.number), reader.words
    percents = [i for i in row if i.index >= 0 and i.at > place and "/" not in (reader.quantity(i).unit or "") and reader.quantity(i).kind in ("percent", "multiple")]
    if len(percents) != 1 or any(i.kind == "change" and i.at < place and reader.quantity(i).kind in ("percent", "multiple") for i in row):
        return None
    found = percents[0]
    if reader.quantity(found).kind == "multiple":
        return found.index
    if found.kind == "level":
        return found.index if any(line.symbols.startswith(said, found.at + 1) for said in words.in_all) and not found.word else None
    between = line.symbols[place : found.at] + line.symbols[found.at : found.at + 8]
    return found.index if found.compared and any(said in between for said in words.comes_out) else None
